"""Stage 1: what the bytes of a line say by themselves, as whole-number lanes, shape and keys."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from cleaner.batch import Batch, Ints
from cleaner.evidence import LANE_NAMES, WHOLE, Evidence
from cleaner.network import LOGIT
from cleaner.ngrams import LANES, ROW_BITS, Tables, counts, fold, scan, score
from cleaner.shape import measure

Arrays = Mapping[str, npt.NDArray[Any]]


class View:
    """Score one view of lines (whole, head or tail) with its own n-gram weights."""

    def __init__(self, arrays: Arrays, name: str) -> None:
        weights = arrays[f"{name}.weights"]
        if weights.dtype != np.int8 or weights.ndim != 2 or weights.shape[1] != 1 << ROW_BITS:
            raise ValueError(f"{name}.weights is {weights.dtype} {weights.shape}, not int8 (lanes, {1 << ROW_BITS})")
        for part, kind in (("step", "f"), ("offset", "i")):
            array = arrays[f"{name}.{part}"]
            if array.shape != weights.shape[:1] or array.dtype.kind != kind or not np.isfinite(array).all():
                raise ValueError(f"{name}.{part} does not hold one number for each of {len(weights)} lanes")
        self.leading, self.others = Tables(weights[:LANES]), Tables(weights[LANES:])
        self.step = arrays[f"{name}.step"].astype(np.float64)
        self.offset = arrays[f"{name}.offset"].astype(np.int64)

    def lanes(self, sums: Ints, length: Ints, lanes: slice) -> Ints:
        """Return normalised lanes: log-odds times `LOGIT` from sums over the root of the number of n-grams."""
        root = np.sqrt(counts(length + 1).astype(np.float64))
        step, offset = self.step[lanes], self.offset[lanes]
        scaled = np.floor(sums[:, : len(step)] * step / root[:, None]).astype(np.int64)
        clipped: Ints = np.clip(scaled + offset, -LANE_LIMIT, LANE_LIMIT)
        return clipped


class Stage1:
    """Score lines by their own words: whole-number lanes from the hashed n-gram kernel."""

    def __init__(self, arrays: Arrays) -> None:
        self.whole, self.head, self.tail = (View(arrays, name) for name in VIEWS)

    def evidence(self, batch: Batch) -> Evidence:
        """Return what is known of every line with ink by itself.

        The first four lanes of each view are scored for all lines, the others only for lines that may be furniture.
        """
        buffer, starts = fold(batch.buffer), batch.starts
        first, length = starts[:-1], np.diff(starts) - 1
        head, tail = np.minimum(length, HEAD), np.minimum(length, TAIL_SIZE)
        sums, shingles = scan(buffer, starts, self.whole.leading)
        heads = score(buffer, first, head, self.head.leading)
        tails = score(buffer, first + length - tail, tail, self.tail.leading)
        lanes = np.zeros((len(batch.lines), len(LANE_NAMES)), np.int64)
        lanes[:, WHOLE_FIRST] = self.whole.lanes(sums, length, slice(LANES))
        lanes[:, HEAD_FIRST] = self.head.lanes(heads, head, slice(LANES))
        lanes[:, TAIL_LANES] = self.tail.lanes(tails, tail, slice(LANES))
        doubtful = np.flatnonzero(settle(lanes) & batch.inked)
        for view, place, size in ((self.whole, WHOLE_REST, length[doubtful]), (self.head, HEAD_REST, head[doubtful])):
            rest = score(buffer, first[doubtful], size, view.others)
            lanes[doubtful, place] = view.lanes(rest, size, slice(LANES, None))
        shape = measure(batch.buffer, starts)
        keys, openings = _keys(sums, length + 1), _heads(buffer, starts)
        small = lanes.astype(np.int16), shape.astype(np.int32)
        return Evidence(*small, batch.first, keys, openings, shingles).take(batch.inked)


def settle(lanes: Ints) -> npt.NDArray[np.bool_]:
    """Tell which lines are open; for the closed ones, set the lanes that were not asked to what says no."""
    doubtful = open_lines(lanes)
    for rest in (WHOLE_REST, HEAD_REST):
        lanes[~doubtful, rest] = UNASKED
    return doubtful


def open_lines(lanes: Ints) -> npt.NDArray[np.bool_]:
    """Tell by their first lanes which lines may be furniture; the others are content, whatever stands around them.

    Closed is a fifth of all lines and half of all bytes, with one in a hundred of the lines that are furniture.
    """
    ends = np.maximum(lanes[:, HEAD_JUNK], lanes[:, TAIL_JUNK])
    found: npt.NDArray[np.bool_] = (lanes[:, JUNK] >= SURE) | (ends >= 0)
    return found


VIEWS = ("whole", "head", "tail")
HEAD, TAIL_SIZE = 24, 40
"""Bytes of a line's head and tail: a call opens with a few words, a photo credit closes with more."""
SURE = -3 * LOGIT
"""A line below this that neither opens nor closes like furniture is content as far as its own words tell."""
UNASKED = -4 * LOGIT
WHOLE_FIRST, WHOLE_REST = slice(0, LANES), slice(LANES, len(WHOLE))
HEAD_FIRST, HEAD_REST = slice(len(WHOLE), len(WHOLE) + LANES), slice(len(WHOLE) + LANES, 2 * len(WHOLE))
TAIL_LANES = slice(2 * len(WHOLE), None)
JUNK, HEAD_JUNK, TAIL_JUNK = (LANE_NAMES.index(name) for name in ("junk", "head:junk", "tail:junk"))
LANE_LIMIT = 1023


def _keys(sums: Ints, lengths: Ints) -> Ints:
    """Return a number that is equal for equal lines: a mix of their sums and lengths."""
    mixed = lengths.astype(np.uint64)
    for column in sums.T:
        mixed = (mixed ^ column.astype(np.uint64)) * np.uint64(0x9E3779B97F4A7C15)
        mixed ^= mixed >> np.uint64(29)
    return mixed.astype(np.int64)


def _heads(buffer: npt.NDArray[np.uint8], starts: Ints) -> Ints:
    """Return the first six bytes of every line as one number; a shorter line counts as its own kind by length."""
    head = np.zeros(len(starts) - 1, np.int64)
    for at in range(6):
        place = np.minimum(starts[:-1] + at, starts[1:] - 1)
        head = head << 8 | buffer[place]
    return head
