"""Marks know what stands beside them, and nothing of the lines before and behind."""

from __future__ import annotations

import pytest

from cleaner.batch import Batch
from cleaner.marks import Marks, cased, heads, tails


def _words(text: str) -> tuple[list[bool], list[bool]]:
    marks = Marks.of(Batch.of([text]))
    return marks.closes(tails(["read also"])).tolist(), marks.opens(heads(["bridges"], folded=True)).tolist()


@pytest.mark.parametrize("text", ["", "\n", "x", "A line without any of them", "читать далее"])
def test_a_text_may_have_no_marks(text: str) -> None:
    assert Marks.of(Batch.of([text])).at.tolist() == []


@pytest.mark.parametrize("text", ["Read also: bridges", "READ ALSO :Bridges", "read also–BRIDGES"])
def test_words_are_known_before_and_behind_a_mark(text: str) -> None:
    assert _words(text) == ([True], [True])


@pytest.mark.parametrize(
    "text", ["Read also\n:\nbridges", "lso:bri", "Read also\n: bri\ndges", "also of it: the bridges"]
)
def test_words_of_other_lines_are_not_looked_at(text: str) -> None:
    assert _words(text) == ([False], [False])


@pytest.mark.parametrize("space", ["\u00a0", "\u202f"])
def test_a_space_without_a_break_may_stand_before_a_mark(space: str) -> None:
    before, behind = _words(f"Read also{space}: bridges")  # the second one begins with a byte that is a mark, too
    assert (before[-1], behind[-1]) == (True, True)
    assert _words(f"{space}: bridges")[0][-1] is False


def test_capitals_are_told_apart_where_the_table_does() -> None:
    marks = Marks.of(Batch.of(["Iklan. Iklan. iklan"]))
    assert marks.shouts(heads(["Iklan"])).tolist() == [True, False]
    assert marks.begins(heads(["Iklan"])).tolist() == [True]
    assert marks.begins(heads(["iklan"])).tolist() == [False]


def test_ends_of_sentences_and_domains_are_told_apart() -> None:
    marks = Marks.of(Batch.of(["Harbourpost.com says: “It is…” It is. 3"]))
    assert marks.domain.tolist() == [True, False, False, False, False, False]
    assert marks.ended.tolist() == [True, False, False, True, True, True]


def test_words_are_cased_in_every_script() -> None:
    assert cased(["читать далее"]) == {"читать далее", "Читать далее", "Читать Далее", "ЧИТАТЬ ДАЛЕЕ"}
