"""From logits to probabilities: a table of chances, and shares of the labels."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from cleaner.batch import Ints
from cleaner.decide import Probabilities
from cleaner.network import LOGIT

Chances: TypeAlias = npt.NDArray[np.float64]
"""The chance of junk for each logit, from the lowest to the highest."""


def table_of(calibration: npt.NDArray[Any]) -> Chances:
    """Return a table of chances as it is used; raise ValueError if it is none."""
    if calibration.ndim != 1 or calibration.dtype.kind != "f" or len(calibration) % 2 == 0:
        raise ValueError("calibration is no odd number of chances")
    if not ((calibration >= 0) & (calibration <= 1)).all() or (np.diff(calibration) < 0).any():
        raise ValueError("calibration leaves the range from 0 to 1, or falls")
    return calibration.astype(np.float64)


def chances(junk: Ints, calibration: Chances) -> npt.NDArray[np.float64]:
    """Return the chances of junk: `calibration[i]` is that at logit `i - len(calibration) // 2`; it never falls."""
    found: npt.NDArray[np.float64] = calibration[np.clip(junk + len(calibration) // 2, 0, len(calibration) - 1)]
    return found


def probabilities_of(junk: Ints, kinds: Ints, calibration: Chances) -> Probabilities:
    """Return rows that sum to 1: content from the calibrated junk logit, the rest shared by the labels' logits.

    Most lines were not asked for their kind: their labels have equal logits, and share alike.
    """
    chance = chances(junk, calibration)
    rows = np.empty((len(junk), kinds.shape[1] + 1))
    rows[:, 0] = 1 - chance
    rows[:, 1:] = (chance * (1 / kinds.shape[1]))[:, None]
    asked = np.flatnonzero(kinds.any(axis=1))
    scaled = np.exp((kinds[asked] - kinds[asked].max(axis=1, keepdims=True)) / LOGIT)
    rows[asked, 1:] = chance[asked, None] * (scaled / scaled.sum(axis=1, keepdims=True))
    return rows
