"""Boosted trees as arrays: a few comparisons and a sum of integers, for the few rows that are worth it.

Inner nodes hold the column and the threshold (a row goes left where its value is not greater) and their two children;
leaves hold themselves as children and an integer, so that a fixed number of steps brings every row to its leaf.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

SCALE = 4096
"""What one unit of log-odds is worth in the integers of the leaves."""


class Trees:
    """Score rows with one set of trees: arrays `NAME_column`, `_threshold`, `_left`, `_right`, `_value`, `_roots`."""

    def __init__(self, arrays: Mapping[str, npt.NDArray[Any]], name: str) -> None:
        self.column = arrays[f"{name}_column"].astype(np.int64)
        self.threshold = arrays[f"{name}_threshold"].astype(np.float32)
        self.left, self.right = arrays[f"{name}_left"].astype(np.int64), arrays[f"{name}_right"].astype(np.int64)
        self.value = arrays[f"{name}_value"].astype(np.int64)
        self.roots = arrays[f"{name}_roots"][:-2].astype(np.int64)
        self.base, self.depth = (int(value) for value in arrays[f"{name}_roots"][-2:])

    def scores(self, rows: npt.NDArray[np.float32]) -> npt.NDArray[np.int64]:
        """Return the log-odds of every row, times `SCALE`; exact, the same in any batch."""
        at = np.broadcast_to(self.roots, (len(rows), len(self.roots))).copy()
        row = np.arange(len(rows))[:, None]
        for _ in range(self.depth):
            goes_left = rows[row, self.column[at]] <= self.threshold[at]
            at = np.where(goes_left, self.left[at], self.right[at])
        total: npt.NDArray[np.int64] = self.value[at].sum(axis=1) + self.base
        return total
