"""What a pass has found quiet is not looked at again, and that changes nothing; lines are looked at one by one."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.batch import Batch
from cleaner.model import Model
from cleaner.patterns import TABLE
from cleaner.quiet import Part, Quiet
from cleaner.suspects import suspects
from cleaner.trims import propose
from tests.strategies import texts

LINES = [text for row in TABLE for text in (row.example, row.near_miss)]
LINES += [
    "",
    " ",
    "a",
    "b",
    "-",
    "- The bridge",
    "WESTHAVEN, HARBOURPOST.com",
    "(see",
    "see:",
    "x.",
    ".com",
    "》",
    "\r",
]
LINES += [
    "Kata dia, Korea ZUPATOGEL Utara setuju.",
    "She will buy",
    "cheap pills online now",
    "ZUPATOGEL",
    "zupabet777",
]
LINES += ["Wali kota ＺＵＰＡ membuka jembatan", "á", "\u0301x\u0301", "мОst мosт", "d é s", "The end slot gacor"]
PAGES = st.lists(st.lists(st.sampled_from(LINES), max_size=8).map("\n".join) | texts(), min_size=1, max_size=3)


@settings(max_examples=50)
@given(PAGES, st.data())
def test_a_part_has_the_lines_that_were_asked_for(pages: list[str], data: st.DataObject) -> None:
    batch = Batch.of(pages)
    lines = [number for number in range(len(batch.lines)) if data.draw(st.booleans())]
    part = Part.of(batch, np.array(lines, np.int64))
    asked = np.flatnonzero(part.numbers >= 0)
    assert part.numbers[asked].tolist() == lines
    assert [part.batch.lines[number] for number in asked] == [batch.lines[number] for number in lines]


@settings(max_examples=60)
@given(PAGES)
def test_a_line_is_suspected_for_its_own_bytes(pages: list[str]) -> None:
    together = Batch.of(pages)
    found = {place: _places(together, lines, spots) for place, (lines, spots) in suspects(together).items()}
    for number, line in enumerate(together.lines):
        alone = Batch.of([f"\n{line}\r\n"])
        for place, (lines, spots) in suspects(alone).items():
            assert [at for _, at in _places(alone, lines, spots)] == [at for n, at in found[place] if n == number], line


def _places(batch: Batch, lines: np.ndarray, spots: np.ndarray | None) -> list[tuple[int, int]]:
    inked = [(at, number) for at, number in enumerate(lines.tolist()) if batch.inked[number]]
    return [(number, int(spots[at] - batch.starts[number]) if spots is not None else 0) for at, number in inked]


def test_the_line_before_a_torn_dash_is_of_the_same_text() -> None:
    batch = Batch.of(["WESTHAVEN, HARBOURPOST.com", "- The mayor opened the bridge"])
    assert propose(batch, [0, 1]) == []


def test_a_headline_is_looked_at_as_such_though_it_was_quiet_before() -> None:
    row = next(row for row in TABLE if row.place == "title")
    first, second = Batch.of([f"A headline\n{row.example}"]), Batch.of([row.example])
    quiet = Quiet.none(2)
    assert propose(first, [0, 1], quiet) == []
    assert quiet.trims.tolist() == [True, True]
    later = Quiet.none(1)
    later.recall(second.inked, quiet, first.inked, np.array([1]))
    assert later.trims.tolist() == [True]
    assert [span.cues for span in propose(second, [0], later)] == [(f"trim:{row.name}",)]


@settings(max_examples=60)
@given(PAGES, st.lists(st.integers(0, 99), min_size=1, max_size=4), st.lists(st.sampled_from(LINES), max_size=3))
def test_a_reader_with_memory_finds_what_a_new_one_finds(
    shipped: Model, pages: list[str], gone: list[int], new: list[str]
) -> None:
    reader = shipped.reader()
    for number, more in zip([*gone, 0], [*new, "", "", "", "", ""], strict=False):
        batch = Batch.of(pages)
        reading = reader.read(batch)
        content = np.flatnonzero(batch.inked).tolist()[number % 3 :: 1 + number % 2]
        assert reading.spans(content) == shipped.reader().read(batch).spans(content)
        pages = [_without(page, number) + more for page in pages]


def _without(page: str, number: int) -> str:
    """Return a page without one of its lines, and without some characters of another."""
    lines = page.split("\n")
    del lines[number % len(lines)]
    if lines:
        at = number // 2 % len(lines)
        lines[at] = lines[at][: number % 40] + lines[at][number % 40 + 5 :]
    return "\n".join(lines)


@pytest.mark.parametrize("page", ["\n".join(LINES), "\r\n".join(LINES[::-1])])
def test_quiet_lines_are_known_after_one_pass(shipped: Model, page: str) -> None:
    batch, quiet = Batch.of([page]), Quiet.none(len(page.split("\n")))
    found = propose(batch, range(len(batch.lines)), quiet)
    assert {span.line for span in found if "torn" not in span.cues[0]} == set(
        np.flatnonzero(~quiet.trims | ~quiet.headlines & (np.arange(len(batch.lines)) == 0)).tolist()
    )
