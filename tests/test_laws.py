"""The laws of the design, on any text, with a fake model."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.document import disjoint, restore
from cleaner.errors import UsageError
from cleaner.settings import Settings
from cleaner.taxonomy import FURNITURE, Label
from tests.fakes import FakeModel
from tests.strategies import texts

MODEL = FakeModel()


def test_one_text_is_no_list_of_letters() -> None:
    with pytest.raises(UsageError, match=r"use `clean`, or write \[text\]"):
        MODEL.clean_batch("abc")


def test_settings_are_no_dictionary() -> None:
    with pytest.raises(UsageError, match=r"of type dict: make them with Settings\.of"):
        MODEL.clean("abc", {"ignore": ["spam"]})  # type: ignore[arg-type]


def test_texts_may_come_one_by_one() -> None:
    texts = ["AD: x\na", "b"]
    assert MODEL.clean_batch(iter(texts)) == MODEL.clean_batch(texts)  # type: ignore[arg-type]


@pytest.mark.parametrize(("text", "kind"), [(None, "NoneType"), (b"abc", "bytes"), (7, "int")])
def test_what_is_no_text_is_refused_by_its_place(text: Any, kind: str) -> None:
    with pytest.raises(UsageError, match=f"text 1 is no string but of type {kind}"):
        MODEL.clean_batch(["abc", text])


@given(texts())
def test_untouched_if_clean(text: str) -> None:
    result = MODEL.clean(text)
    if not result.findings:
        assert not result.changed
        assert result.text is result.original or result.text == text
        assert result.removed == ()


@given(texts())
def test_only_deletes(text: str) -> None:
    result = MODEL.clean(text)
    assert result.original == text
    assert disjoint(result.cuts)
    kept = [code for at, code in enumerate(text) if not any(start <= at < stop for start, stop in result.cuts)]
    assert "".join(kept) == result.text


@given(texts())
def test_lossless(text: str) -> None:
    result = MODEL.clean(text)
    assert restore(result.text, result.cuts, result.removed) == text


@given(texts())
def test_every_finding_is_cut_and_findings_are_disjoint(text: str) -> None:
    result = MODEL.clean(text)
    for finding in result.findings:
        assert any(a <= finding.start and finding.stop <= b for a, b in result.cuts), finding
    assert disjoint(tuple((finding.start, finding.stop) for finding in result.findings))


@given(texts())
def test_cuts_outside_findings_are_white_space(text: str) -> None:
    result = MODEL.clean(text)
    found = {at for finding in result.findings for at in range(finding.start, finding.stop)}
    rest = [text[at] for start, stop in result.cuts for at in range(start, stop) if at not in found]
    assert not "".join(rest).strip()


@given(texts())
def test_stable(text: str) -> None:
    again = MODEL.clean(MODEL.clean(text).text)
    assert again.text == MODEL.clean(text).text
    if not MODEL.clean(text).refused:
        assert not again.findings


@given(st.lists(texts(), max_size=5), st.integers(0, 5), st.randoms(use_true_random=False))
def test_order_and_shard_invariant(many: list[str], split: int, random: object) -> None:
    alone = [MODEL.clean(text) for text in many]
    assert MODEL.clean_batch(many) == alone
    assert MODEL.clean_batch(many[:split]) + MODEL.clean_batch(many[split:]) == alone
    assert MODEL.clean_batch(many[::-1]) == alone[::-1]


@given(texts().map(lambda text: text.replace("\r", "")))
def test_newline_equivariant(text: str) -> None:
    unix, dos = MODEL.clean(text), MODEL.clean(text.replace("\n", "\r\n"))
    assert dos.text == unix.text.replace("\n", "\r\n")
    assert [finding.label for finding in dos.findings] == [finding.label for finding in unix.findings]


@given(texts(), st.floats(0.3, 1), st.floats(0.3, 1), st.sampled_from(FURNITURE))
def test_monotone_in_one_pass(text: str, one: float, other: float, label: Label) -> None:
    low, high = sorted([one, other])
    text = text.replace("POP", "")
    loose = MODEL.clean(text, Settings(thresholds={label: low}))
    strict = MODEL.clean(text, Settings(thresholds={label: high}))
    if loose.passes <= 2 and strict.passes <= 2:
        inked = {at for at, code in enumerate(text) if not code.isspace()}
        gone = [{at for a, b in result.cuts for at in range(a, b)} & inked for result in (strict, loose)]
        assert gone[0] <= gone[1]


@given(texts())
def test_clean_text_keeps_its_encoding(text: str) -> None:
    """What is cut never lets two halves of a broken character, or of a line ending, meet."""
    result = MODEL.clean(text)
    data = text.encode("utf-8", "surrogatepass")
    if data.decode("utf-8", "surrogateescape").encode("utf-8", "surrogateescape") != data:
        return
    try:
        encoded = text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return
    if encoded.decode("utf-8", "surrogateescape") == text:
        clean = result.text.encode("utf-8", "surrogateescape")
        assert clean.decode("utf-8", "surrogateescape") == result.text


@given(texts())
def test_ignored_labels_stay(text: str) -> None:
    result = MODEL.clean(text, Settings(ignore=frozenset({Label.SPAM, Label.PROMOTION})))
    assert not {finding.label for finding in result.findings} & {Label.SPAM, Label.PROMOTION}
    assert result.text.count("ZZSPAM") >= 0
    assert MODEL.clean(text, Settings(select=frozenset())).text == text


def test_a_text_that_never_settles_is_left_untouched() -> None:
    text = "start\n" + "POP\n" * 20
    result = MODEL.clean(text)
    assert result.refused
    assert result.text == text
    assert MODEL.clean(result.text) == result


def test_brake_leaves_a_text_alone() -> None:
    text = "AD: a\nAD: b\nword\n"
    assert MODEL.clean(text, Settings(max_removed=0.5)).text == text
    assert MODEL.clean(text, Settings(max_removed=0.5)).refused
    assert MODEL.clean(text, Settings(max_removed=0.9)).text == "word\n"
    for most in (n / 40 for n in range(1, 41)):
        assert (
            len({MODEL.clean(some, Settings(max_removed=most)).refused for some in (text, text.replace("\n", "\r\n"))})
            == 1
        )
