"""What is known of every line with ink by itself: the scores of its words, its shape, what it can be recognised by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from cleaner.batch import Ints
from cleaner.taxonomy import FURNITURE
from cleaner.window import Numbers, running

Rows: TypeAlias = npt.NDArray[np.uint16]
FIRST = ("junk", "short", "related", "promotion")
"""Lanes that are scored for every line: not content, not content among short lines alone, two of the labels."""
WHOLE = (*FIRST, *(label for label in FURNITURE if label not in FIRST))
"""Lanes of whole lines; those after the first four are scored only where the first leave a doubt."""
TAIL = ("junk", "related", "caption", "credit")
LANE_NAMES = (*WHOLE, *(f"head:{name}" for name in WHOLE), *(f"tail:{name}" for name in TAIL))


@dataclass(frozen=True, slots=True)
class Evidence:
    """Hold what is known of every line with ink by itself.

    `lanes` are normalised stage-1 scores, shape (lines, lanes); `first[d]` is the first line of document `d`
    (length: documents + 1). `key` is equal for equal lines, `head` for lines that start with the same bytes.
    `shingles` are a sample of each line's 5-grams: how many each line has, and the rows of all, line by line.
    """

    lanes: Numbers
    shape: Numbers
    first: Ints
    key: Ints
    head: Ints
    shingles: tuple[Ints, Rows]

    @property
    def document(self) -> Ints:
        """Return the document of each line."""
        return np.repeat(np.arange(len(self.first) - 1), np.diff(self.first))

    def take(self, kept: npt.NDArray[np.bool_]) -> Evidence:
        """Return the evidence of the kept lines alone, as if the others had never been there."""
        if kept.all():
            return self
        sizes, rows = self.shingles
        if sizes[~kept].any():
            rows = rows[np.repeat(kept, sizes)]
        first = running(kept)[self.first]
        return Evidence(self.lanes[kept], self.shape[kept], first, self.key[kept], self.head[kept], (sizes[kept], rows))

    def pick(self, lines: Ints, first: Ints) -> Evidence:
        """Return the evidence of `lines`, in this order, one or many times each, in documents that start at `first`."""
        sizes, rows = self.shingles
        begin = running(sizes)
        # Most lines follow each other as before: their samples are taken together.
        opens, closes = np.diff(lines, prepend=-2) != 1, np.diff(lines, append=-2) != 1
        start, stop = begin[lines[opens]].tolist(), begin[lines[closes] + 1].tolist()
        picked = [rows[a:b] for a, b in zip(start, stop, strict=True)]
        shingles = sizes[lines], np.concatenate([rows[:0], *picked])
        return Evidence(self.lanes[lines], self.shape[lines], first, self.key[lines], self.head[lines], shingles)


def joined(parts: Sequence[Evidence], first: Ints) -> Evidence:
    """Return the evidence of several batches as one, in documents that start at `first`."""
    lanes, shape = np.concatenate([part.lanes for part in parts]), np.concatenate([part.shape for part in parts])
    key, head = np.concatenate([part.key for part in parts]), np.concatenate([part.head for part in parts])
    sizes, rows = (np.concatenate(columns) for columns in zip(*(part.shingles for part in parts), strict=True))
    return Evidence(lanes, shape, first, key, head, (sizes, rows))
