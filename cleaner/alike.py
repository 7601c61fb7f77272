"""Runs of lines that are equal but for capitals and digits: what one of them is, all of them are.

Their places alone would tell them apart: of a thousand equal lines each pass would take the first few.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from cleaner.batch import Flags, Ints
from cleaner.evidence import Evidence

RUN = 4
"""Such lines in a row from which on they are judged as one: a caption said twice may be content once."""


def runs(evidence: Evidence) -> list[tuple[int, int]]:
    """Return where runs of at least RUN such lines of one document start and end (exclusive), in order."""
    other: Flags = np.ones(len(evidence.key) + 1, np.bool_)
    other[1:-1] = evidence.key[1:] != evidence.key[:-1]
    other[evidence.first] = True
    edges = np.flatnonzero(other)
    long = np.diff(edges) >= RUN
    return [*zip(edges[:-1][long].tolist(), edges[1:][long].tolist(), strict=True)]


def judge_alike(logits: Ints, equal: Sequence[tuple[int, int]]) -> None:
    """Give every line of a run the mean of its logits, shape (lines,) or (lines, columns), in place."""
    for start, stop in equal:
        logits[start:stop] = logits[start:stop].sum(axis=0) // (stop - start)
