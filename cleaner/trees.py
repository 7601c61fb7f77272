"""Boosted trees as arrays: a few comparisons and a sum of integers, for the few rows that are worth it.

Inner nodes hold a column and a threshold: a row goes to the next node where its value is not greater, else to one
further on. Leaves hold an integer and lead nowhere; numpy has them lead to themselves, so that a fixed number of steps
brings every row to its leaf.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from cleaner.compiled import KERNEL

SCALE = 2048
"""What one unit of log-odds is worth in the integers of the leaves: two bytes each, so 16 units at the most."""
_ROWS = 256  # at a time: a number for each of them and each tree stays in the cache


class Trees:
    """Score rows with several sets of trees at once.

    The arrays, a row for each node: `tree_column`, `tree_threshold` (its row in `tree_thresholds`), `tree_right` (how
    many nodes further on the right child stands, 0 for a leaf), `tree_value`. Then `tree_roots` of all trees,
    `tree_sets` (how many trees each set has), `tree_base` (one integer for each set, then the depth).
    """

    def __init__(self, arrays: Mapping[str, npt.NDArray[Any]]) -> None:
        self.column, self.right = (
            np.ascontiguousarray(arrays[f"tree_{name}"], np.uint8) for name in ("column", "right")
        )
        self.threshold = arrays["tree_thresholds"].astype(np.float32)[arrays["tree_threshold"]]
        self.value = np.ascontiguousarray(arrays["tree_value"], np.int16)
        self.roots = arrays["tree_roots"].astype(np.int64)
        self.first = np.concatenate([[0], np.cumsum(arrays["tree_sets"].astype(np.int64))])
        self.base, self.depth = arrays["tree_base"][:-1].astype(np.int64), int(arrays["tree_base"][-1])

    def scores(self, rows: npt.NDArray[np.float32]) -> npt.NDArray[np.int64]:
        """Return the log-odds of every row by every set, times `SCALE`; exact, the same in any batch."""
        total = np.empty((len(rows), len(self.first) - 1), np.int64)
        if KERNEL:
            nodes = self.column, self.threshold, self.right, self.value
            KERNEL.walk(np.ascontiguousarray(rows, np.float32), *nodes, self.roots, self.first, total)
        else:
            self._walk(rows, total)
        return total + self.base

    def _walk(self, rows: npt.NDArray[np.float32], total: npt.NDArray[np.int64]) -> None:
        """Do what the compiled kernel does, all rows and trees at a time: its specification."""
        column, children = self.column.astype(np.int64), self._children
        for start in range(0, len(rows), _ROWS):
            part = rows[start : start + _ROWS]
            values = np.ascontiguousarray(part).ravel()
            at = np.broadcast_to(self.roots, (len(part), len(self.roots)))
            row = np.arange(len(part))[:, None] * part.shape[1]
            for _ in range(self.depth):
                goes_left = values[column[at] + row] <= self.threshold[at]
                at = children[2 * at + goes_left]
            total[start : start + _ROWS] = np.add.reduceat(self.value[at], self.first[:-1], axis=1, dtype=np.int64)

    @cached_property
    def _children(self) -> npt.NDArray[np.int64]:
        """Return where the right child of node n stands, at 2n, and its left one, or the leaf itself, at 2n + 1."""
        here, right = np.arange(len(self.right)), self.right.astype(np.int64)
        return np.stack([here + right, here + (right > 0)], axis=1).ravel()
