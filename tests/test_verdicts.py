"""The verdicts around a line equal their naive definition, and nothing of another document is among them."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cleaner.batch import Ints
from cleaner.context import Features
from cleaner.taxonomy import FURNITURE, LABELS
from cleaner.verdicts import AROUND, BESIDE, CERTAIN, CONTENT_BELOW, JUNK_FROM, NAMED, NEAR, REACHES, verdicts
from cleaner.window import FAR

Line: TypeAlias = tuple[int, int]
"""A junk logit, and the label that is most likely."""

MIDDLE = 48
CALIBRATION = np.round(1 / (1 + np.exp(-np.arange(-MIDDLE, MIDDLE + 1) / 8)), 6)
LINE = st.tuples(st.integers(-MIDDLE, MIDDLE), st.integers(1, len(FURNITURE)))
SHORT = st.lists(LINE, max_size=9)
LONG = st.tuples(LINE, st.lists(LINE, max_size=3), st.integers(FAR - 2, FAR + 2)).map(
    lambda page: [*page[1], *[page[0]] * page[2], *page[1][::-1]]
)
PAGES = st.lists(st.one_of(SHORT, LONG), min_size=1, max_size=4)


def around(pages: list[list[Line]], rows: Ints | None = None) -> Features:
    lines = np.array([line for page in pages for line in page], np.int64).reshape(-1, 2)
    kinds = np.where(lines[:, 1:] == np.arange(1, len(LABELS)), 7, -5)
    first = np.cumsum([0, *map(len, pages)])
    return verdicts(lines[:, 0], kinds, CALIBRATION, first, np.arange(len(lines)) if rows is None else rows)


def said(line: Line) -> list[int]:
    """Return the chance of a line, and that of each label."""
    chance = float(CALIBRATION[line[0] + MIDDLE])
    shown = [int(chance * CERTAIN) if chance >= NAMED and line[1] == number else 0 for number in range(1, len(LABELS))]
    return [int(chance * CERTAIN), *shown]


def naive(page: list[Line], at: int) -> list[int]:
    """Return the features of a line, read off the page one by one."""
    rows = [said(line) for line in page]
    found = [rows[at + step][0] if 0 <= at + step < len(page) else -1 for step in NEAR]
    for step in BESIDE:
        found += rows[at + step][1:] if 0 <= at + step < len(page) else [-1] * len(FURNITURE)
    for reach in (*REACHES, len(page)):
        near = rows[max(at - reach, 0) : at + reach + 1]
        found += [sum(column) // len(near) for column in zip(*near, strict=True)]
    flags = [[value >= JUNK_FROM for value in row] + [row[0] < CONTENT_BELOW] for row in rows]
    for number in range(len(LABELS) + 1):
        for way in (range(at - 1, -1, -1), range(at + 1, len(page))):
            places = [abs(place - at) for place in way if flags[place][number]]
            found.append(min(places[0], FAR) if places else FAR + 1)
    return found


@given(PAGES)
def test_verdicts_around_are_what_is_said_of_them(pages: list[list[Line]]) -> None:
    assert around(pages).tolist() == [naive(page, at) for page in pages for at in range(len(page))]


@given(PAGES)
def test_other_documents_do_not_matter(pages: list[list[Line]]) -> None:
    apart = [around([page]) for page in pages]
    assert np.array_equal(around(pages), np.concatenate(apart))


@given(PAGES, st.randoms())
def test_some_lines_are_told_what_all_are_told(pages: list[list[Line]], random: np.random.Generator) -> None:
    rows = np.flatnonzero([random.random() < 0.5 for page in pages for _ in page])
    found = around(pages, rows)
    assert found.shape == (len(rows), AROUND)
    assert np.array_equal(found, around(pages)[rows])


def test_a_reply_knows_that_it_stands_among_comments() -> None:
    comment = LABELS.index("comment")
    page = [(-MIDDLE, 1), *[(MIDDLE, comment)] * 12, (-8, 2), *[(MIDDLE, comment)] * 12]
    alone, among = around([[(-8, 2)]])[0], around([page])[13]
    mean = len(NEAR) + len(BESIDE) * len(FURNITURE) + comment
    assert alone[mean] == 0
    assert among[mean] > CERTAIN // 2
