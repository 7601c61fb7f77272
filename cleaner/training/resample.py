"""Say how far figures would vary with other documents: bootstrap intervals from rows of counts that add up."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from cleaner.batch import Ints

SEED = 20_240_229

Figure: TypeAlias = Callable[[list[int]], dict[str, float]]


def bootstrap(rows: Ints, figure: Figure, samples: int, seed: int = SEED) -> dict[str, tuple[float, float]]:
    """Return the 95 % interval of every figure of rows, by drawing as many rows with replacement, `samples` times.

    The interval lies between the 2.5th and 97.5th percentile (Efron & Tibshirani 1993, section 13.3); samples in
    which a figure is nan do not count for it. The same rows, samples and seed give the same intervals.
    """
    if not samples or not len(rows):
        return {}
    rng = np.random.default_rng(seed)
    exact = rows.astype(np.float64)  # floats hold these sums exactly, and are added much faster
    drawn: dict[str, list[float]] = {}
    for _ in range(samples):
        times = np.bincount(rng.integers(len(rows), size=len(rows)), minlength=len(rows))
        total = (times.astype(np.float64) @ exact).astype(np.int64).tolist()
        for name, value in figure(total).items():
            drawn.setdefault(name, []).append(value)
    intervals = {}
    for name, values in drawn.items():
        known = [value for value in values if not math.isnan(value)]
        if known:
            low, high = np.percentile(known, [2.5, 97.5]).tolist()
            intervals[name] = (low, high)
    return intervals
