from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.document import Cleaning, Cut, Offsets, delete, disjoint, merge, restore
from cleaner.errors import RestoreError
from tests.strategies import cut_texts


def test_nothing_cut_is_the_same_text() -> None:
    text = "a\r\nb"
    assert delete(text, ()) is text
    assert restore(text, (), ()) == text
    assert not Cleaning(text).changed
    assert Cleaning(text).text is text


@pytest.mark.parametrize(
    ("clean", "cuts", "removed"),
    [
        ("ab", ((0, 1),), ()),
        ("ab", ((0, 2),), ("x",)),
        ("ab", ((5, 6),), ("x",)),
        ("ab", ((-1, 0),), ("x",)),
        ("ab", ((1, 2), (0, 1)), ("x", "y")),
    ],
)
def test_restore_refuses_what_does_not_fit(clean: str, cuts: tuple[Cut, ...], removed: tuple[str, ...]) -> None:
    with pytest.raises(RestoreError):
        restore(clean, cuts, removed)


@given(cut_texts())
def test_restore_undoes_delete(cut_text: tuple[str, tuple[Cut, ...]]) -> None:
    text, cuts = cut_text
    result = Cleaning(text, cuts=cuts)
    assert restore(result.text, result.cuts, result.removed) == text
    assert len(result.text) + result.removed_chars == len(text)


@given(cut_texts())
def test_offsets_undo_delete(cut_text: tuple[str, tuple[Cut, ...]]) -> None:
    text, cuts = cut_text
    clean, offsets = delete(text, cuts), Offsets(cuts)
    for at in range(len(clean)):
        start, stop = offsets.original(at, at + 1)
        assert text[start:stop] == clean[at]
    if clean:
        start, stop = offsets.original(0, len(clean))
        assert delete(text, cuts) == clean
        assert stop - start <= len(text)


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)).map(lambda pair: (min(pair), max(pair)))))
def test_merge_is_the_union(cuts: list[Cut]) -> None:
    merged = merge(cuts)
    assert disjoint(merged)
    assert {at for a, b in merged for at in range(a, b)} == {at for a, b in cuts for at in range(a, b)}


def test_emptied() -> None:
    assert Cleaning("AD\n \n", cuts=((0, 3),)).emptied
    assert not Cleaning("AD\na", cuts=((0, 3),)).emptied
    assert not Cleaning(" \n").emptied
