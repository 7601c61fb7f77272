"""The values that move through the program: findings, cuts and the result of cleaning one text."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain, pairwise
from typing import TypeAlias

from cleaner.errors import RestoreError
from cleaner.taxonomy import Label

Cut: TypeAlias = tuple[int, int]
"""A half-open range of code points that is deleted."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Say that `text[start:stop]` does not belong to the document, what it is, how sure we are, and why.

    Offsets are code points of the original text. A line finding covers one line without its ending; a span
    finding lies inside a line. `score` is the calibrated probability that the piece is not content.
    """

    start: int
    stop: int
    label: Label
    score: float
    cues: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cleaning:
    """Hold what cleaning found in one text, and what it deleted.

    `cuts` are sorted, disjoint and not empty; `findings` and `unsure` are sorted and disjoint. `passes` counts
    the rounds until nothing more was found. `refused` says why a document with findings was left untouched.
    """

    original: str
    findings: tuple[Finding, ...] = ()
    cuts: tuple[Cut, ...] = ()
    unsure: tuple[Finding, ...] = ()
    passes: int = 1
    refused: str | None = None

    @cached_property
    def text(self) -> str:
        """Return the clean text."""
        return delete(self.original, self.cuts)

    @cached_property
    def removed(self) -> tuple[str, ...]:
        """Return the deleted pieces, one for each cut."""
        return tuple(self.original[start:stop] for start, stop in self.cuts)

    @property
    def changed(self) -> bool:
        """Tell whether anything is deleted."""
        return bool(self.cuts)

    @property
    def removed_chars(self) -> int:
        """Count the deleted code points."""
        return sum(stop - start for start, stop in self.cuts)

    @property
    def emptied(self) -> bool:
        """Tell whether nothing but white space is left of a text that had more."""
        return self.changed and not self.text.strip() and bool(self.original.strip())


def id_of(path: str, record: int | None, id: str | int | None) -> str | int:
    """Return what a document goes by: its id; without one, its path and the number of its record."""
    return id if id is not None else path if record is None else f"{path}:{record}"


def delete(text: str, cuts: tuple[Cut, ...]) -> str:
    """Return `text` without the ranges `cuts` (sorted, disjoint).

    >>> delete("Korea BRAND Utara", ((6, 12),))
    'Korea Utara'
    """
    if not cuts:
        return text
    edges = [0, *chain.from_iterable(cuts), len(text)]
    return "".join([text[start:stop] for start, stop in zip(edges[::2], edges[1::2], strict=True)])


def restore(text: str, cuts: tuple[Cut, ...], removed: tuple[str, ...]) -> str:
    """Return the original of a clean `text`, from its cuts (offsets of the original) and the removed pieces.

    >>> restore("Korea Utara", ((6, 12),), ("BRAND ",))
    'Korea BRAND Utara'

    Raises RestoreError if the pieces do not fit the cuts or the cuts do not fit the text.
    """
    if len(cuts) != len(removed):
        raise RestoreError(f"{len(cuts)} cuts but {len(removed)} removed pieces: the change record is damaged")
    pieces, taken, at = [], 0, 0  # `taken` counts clean text used so far, `at` is the place in the original
    for (start, stop), piece in zip(cuts, removed, strict=True):
        kept = start - at
        if kept < 0 or stop - start != len(piece) or taken + kept > len(text):
            raise RestoreError(f"cut [{start}, {stop}) does not fit: the clean text or the change record was altered")
        pieces += [text[taken : taken + kept], piece]
        taken, at = taken + kept, stop
    pieces.append(text[taken:])
    return "".join(pieces)


def merge(cuts: list[Cut]) -> tuple[Cut, ...]:
    """Return the union of ranges, sorted, with touching and overlapping ones joined and empty ones dropped."""
    merged: list[Cut] = []
    for start, stop in sorted(cuts):
        if start == stop:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(stop, merged[-1][1]))
        else:
            merged.append((start, stop))
    return tuple(merged)


class Offsets:
    """Map offsets of a text that cuts were taken from back to the text before: the inverse of `delete`."""

    def __init__(self, cuts: tuple[Cut, ...]) -> None:
        self._gone = [0, *accumulate(stop - start for start, stop in cuts)]
        self._starts = [start - gone for (start, _), gone in zip(cuts, self._gone, strict=False)]

    def original(self, start: int, stop: int) -> Cut:
        """Return the smallest range of the original that deletes to `[start, stop)` (not empty)."""
        return self._shift(start), self._shift(stop - 1) + 1

    def _shift(self, offset: int) -> int:
        return offset + self._gone[bisect_right(self._starts, offset)]


def disjoint(cuts: tuple[Cut, ...]) -> bool:
    """Tell whether ranges are sorted, not empty, and do not touch each other's inside."""
    return all(a < b for a, b in cuts) and all(a[1] <= b[0] for a, b in pairwise(cuts))
