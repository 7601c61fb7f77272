"""What probabilities are worth: reliability, Brier score, and precision against recall, from (chance, truth) pairs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cleaner.batch import Flags

Floats = npt.NDArray[np.float64]

BINS = 10


@dataclass(frozen=True, slots=True)
class Reliability:
    """Hold, for bins of chance of equal width, how many lines fell in, their mean chance, and their share of junk.

    Bins that no line fell in are left out. `error` is the expected calibration error: the mean distance of chance
    and share, weighted by lines (Naeini et al. 2015, doi:10.1609/aaai.v29i1.9602). `brier` is the mean squared
    distance of chance and truth (Brier 1950). Both are nan without lines.
    """

    lines: tuple[int, ...]
    chance: tuple[float, ...]
    share: tuple[float, ...]
    error: float
    brier: float


def reliability(chance: Floats, junk: Flags) -> Reliability:
    """Compare the chance of being junk with the truth, line by line."""
    if not len(chance):
        return Reliability((), (), (), np.nan, np.nan)
    place = np.minimum((chance * BINS).astype(np.int64), BINS - 1)
    lines = np.bincount(place, minlength=BINS)
    used = lines > 0
    mean = np.bincount(place, chance, BINS)[used] / lines[used]
    share = np.bincount(place, junk, BINS)[used] / lines[used]
    error = float((np.abs(mean - share) * lines[used]).sum() / len(chance))
    brier = float(((chance - junk) ** 2).mean())
    return Reliability(tuple(lines[used].tolist()), tuple(mean.tolist()), tuple(share.tolist()), error, brier)


def precision_recall(chance: Floats, junk: Flags) -> tuple[Floats, Floats]:
    """Return precision and recall of junk at every threshold, the highest first; both empty without junk."""
    if not junk.any():
        return np.zeros(0), np.zeros(0)
    order = np.argsort(-chance, kind="stable")
    found = np.cumsum(junk[order])
    # A threshold takes all lines of one chance together, so only the last of equals is a point.
    last = np.append(np.flatnonzero(np.diff(chance[order])), len(order) - 1)
    return found[last] / (last + 1), found[last] / found[-1]


def average_precision(chance: Floats, junk: Flags) -> float:
    """Return the mean of precision over the steps of recall; nan without junk."""
    precision, recall = precision_recall(chance, junk)
    return float((precision * np.diff(recall, prepend=0.0)).sum()) if len(recall) else float("nan")
