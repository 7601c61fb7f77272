"""Folding: honest writing stays what it is; a disguise is undone, and its place is known."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.disguise import SPACED, SUSPECT, fold
from cleaner.training.disguises import DISGUISES

HONEST = ["harbour", "Ελληνικά", "Jembatan", "naïve", "Đà Nẵng", "München", "東京", "สวัสดี", "a1b2", "émigré", "c’est"]


@pytest.mark.parametrize("word", HONEST)
def test_honest_words_are_only_lowered(word: str) -> None:
    assert fold(word).text == word.lower()
    assert fold(word).seen == ()


@pytest.mark.parametrize("text", ["J.R.R. Marl wrote it", "A - B", "x = 1, y = 2", "I. Marl", "The U.S. is big"])
def test_initials_are_not_spelled_out(text: str) -> None:
    assert SPACED.search(text) is None


@pytest.mark.parametrize("name", sorted(set(DISGUISES) - {"spaced", "dotted", "dashed", "leet", "emoji"}))
def test_disguises_fold_back(name: str) -> None:
    for seed in range(8):
        worn = DISGUISES[name]("Zupatoget", random.Random(seed))
        folded = fold(worn)
        assert SUSPECT.search(worn)
        assert folded.text == "zupatoget"
        assert folded.seen


@pytest.mark.parametrize("name", ["spaced", "dotted", "dashed"])
def test_spelled_out_names_are_seen(name: str) -> None:
    worn = DISGUISES[name]("zupatoget", random.Random(1))
    match = SPACED.search(f"the mayor {worn} of Westhaven")
    assert match is not None
    assert match.group() == worn


@given(st.text(max_size=40))
def test_map_is_ordered_and_covers_the_text(text: str) -> None:
    folded = fold(text)
    assert len(folded.starts) == len(folded.text) + 1
    assert list(folded.starts) == sorted(folded.starts)
    assert folded.starts[-1] == len(text)
    assert all(0 <= start < stop <= len(text) for _, start, stop in folded.seen)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz0123456789 .,-", max_size=60))
def test_plain_text_is_untouched(text: str) -> None:
    assert fold(text).text == text
    assert fold(text).seen == ()
