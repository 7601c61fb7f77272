"""What a first look said of the lines around: by it a second one judges a comment section or a list as a whole."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from cleaner.batch import Ints
from cleaner.calibration import chances
from cleaner.compiled import KERNEL
from cleaner.context import Features
from cleaner.taxonomy import FURNITURE, LABELS
from cleaner.window import Numbers, Window, running

CERTAIN = 200
"""What a chance of one is in whole numbers."""
NAMED = 0.1
"""Chance of junk from which on a line has a label."""
JUNK_FROM, CONTENT_BELOW = CERTAIN // 2, CERTAIN // 20
"""Which lines the distances are counted to."""
NEAR = (-6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6)
BESIDE = (-1, 1)
REACHES = (3, 8, 20)
AROUND = len(NEAR) + len(BESIDE) * len(FURNITURE) + (len(REACHES) + 1) * len(LABELS) + 2 * (len(LABELS) + 1)
"""How many features there are."""


def verdicts(junk: Ints, kinds: Ints, calibration: npt.NDArray[np.float64], first: Ints, rows: Ints) -> Features:
    """Return what was said around the lines `rows` (sorted), shape (rows, features).

    `junk` and `kinds` are the logits of all lines; the latter are read where the chance of junk is at least NAMED. The
    first line of document `d` is `first[d]`. The verdict on a line is its most likely label with its chance of not
    being content. Features are the chances and the verdicts of the lines next to it; the mean verdicts of a few lines,
    of more, and of the document; how far the last and the next line is that is junk, of each label, and content.
    """
    chance = np.floor(chances(junk, calibration) * CERTAIN).astype(np.int32)
    label = np.where(chance >= NAMED * CERTAIN, 1 + kinds.argmax(axis=1), 0).astype(np.int32)
    if not KERNEL:
        return _verdicts(chance, label, Window(first), rows)
    matrix = np.empty((len(rows), AROUND), np.int16)
    KERNEL.verdicts(first, chance, label, rows, matrix)
    return matrix


def _verdicts(chance: Numbers, label: Numbers, window: Window, rows: Ints) -> Features:
    """Return what `verdicts` does, from numpy: the specification of the compiled one."""
    said = np.where(label[:, None] == np.arange(len(LABELS)), chance[:, None], 0)
    said[:, 0] = chance
    at, begin, end = window.at[rows], window.begin[rows], window.end[rows]
    sums = running(said)
    means = []
    for reach in (*REACHES, window.count):
        start, stop = np.maximum(at - reach, begin), np.minimum(at + reach + 1, end)
        means.append((sums[stop] - sums[start]) // (stop - start)[:, None])
    likely = np.concatenate([said >= JUNK_FROM, said[:, :1] < CONTENT_BELOW], axis=1)
    distances = [way(flag)[rows, None] for flag in likely.T for way in (window.since, window.until)]
    near = window.neighbours(said[:, :1], NEAR, -1)[rows], window.neighbours(said[:, 1:], BESIDE, -1)[rows]
    return np.concatenate([*near, *means, *distances], axis=1, dtype=np.int16, casting="unsafe")
