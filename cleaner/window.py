"""The lines around each line, never beyond its document: neighbours, sums, distances."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from cleaner.batch import Flags, Ints

Numbers: TypeAlias = npt.NDArray[Any]

FAR = 40


class Window:
    """Look at other lines of the same document; `first[d]` is the first line of document `d`, the last entry the end.

    Values have one row for each line: shape (lines,) or (lines, columns).
    """

    def __init__(self, first: Ints) -> None:
        sizes = np.diff(first)
        self.count = int(first[-1])
        self.begin = np.repeat(first[:-1], sizes)
        self.end = np.repeat(first[1:], sizes)
        self.at = np.arange(self.count)

    def neighbours(self, values: Numbers, steps: Sequence[int], outside: int = 0) -> Numbers:
        """Return the values of the lines `steps` further on side by side, `outside` beyond the document.

        Shape (lines, steps x columns): all columns of the first step come first.
        """
        padded = np.full((self.count + 1, *values.shape[1:]), outside, values.dtype)
        padded[:-1] = values
        places = np.empty((self.count, len(steps)), np.int64)
        for number, step in enumerate(steps):
            place = self.at + step
            edge = place < self.begin if step < 0 else place >= self.end
            place[edge] = self.count
            places[:, number] = place
        columns = len(steps) * int(np.prod(values.shape[1:]))
        return padded.take(places.ravel(), axis=0).reshape(self.count, columns)

    def total(self, values: Numbers, before: int, after: int) -> Ints:
        """Sum values over the lines from `before` back to `after` ahead (both included)."""
        sums = running(values)
        start, stop = np.maximum(self.at - before, self.begin), np.minimum(self.at + after + 1, self.end)
        return sums[stop] - sums[start]

    def earlier(self, values: Ints) -> Ints:
        """Sum values over the lines before, in the document."""
        sums = running(values)
        return sums[:-1] - sums[self.begin]

    def whole(self, values: Numbers) -> Ints:
        """Sum values over the whole document."""
        sums = running(values)
        return sums[self.end] - sums[self.begin]

    def since(self, flag: Flags) -> Ints:
        """Count lines back to the last earlier one with the flag; FAR + 1 if there is none."""
        last = np.maximum.accumulate(np.where(flag, self.at, -1)) if self.count else self.at
        before = np.concatenate([[-1], last[:-1]]) if self.count else last
        return np.where(before >= self.begin, np.minimum(self.at - before, FAR), FAR + 1)

    def until(self, flag: Flags) -> Ints:
        """Count lines ahead to the next one with the flag; FAR + 1 if there is none."""
        big = self.count + FAR
        coming = np.minimum.accumulate(np.where(flag, self.at, big)[::-1])[::-1] if self.count else self.at
        after = np.concatenate([coming[1:], [big]]) if self.count else coming
        return np.where(after < self.end, np.minimum(after - self.at, FAR), FAR + 1)


def running(values: Numbers) -> Ints:
    """Return the sums of the rows before each row, and of all rows: one row more than there are values."""
    sums: Ints = np.zeros((len(values) + 1, *values.shape[1:]), np.int64)
    np.cumsum(values, axis=0, out=sums[1:])
    return sums
