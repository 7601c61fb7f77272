"""Calibrate the junk logit, and choose from which score a label is removed, for a stated loss of content."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression

from cleaner.batch import Ints
from cleaner.decide import LONG
from cleaner.network import LOGIT
from cleaner.taxonomy import FURNITURE

RANGE = 16 * LOGIT
FLOOR = 0.5
"""A line that is more likely content than not is never removed, whatever the data say."""
UNSURE = 0.35
UNSEEN = 0.9
"""Threshold of a label that the data never shows."""
RARE = 0.9
"""Score from which a label is removed that the data never show as a guess."""
DIGITS = 4
TINY = 1e-9
"""Differences of scores below this are rounding."""


def calibrate(junk: Ints, target: npt.NDArray[np.int8]) -> npt.NDArray[np.float64]:
    """Return the probability of junk for the logits -RANGE..RANGE (Platt 1999, sigmoid fitted on held-out scores)."""
    model = LogisticRegression(C=1e6).fit(junk[:, None] / LOGIT, target)
    slope, offset = max(float(model.coef_[0, 0]), 0.05), float(model.intercept_[0])
    logit = slope * np.arange(-RANGE, RANGE + 1) / LOGIT + offset
    return np.round(1 / (1 + np.exp(-logit)), 6)


def choose(
    junk: Ints,
    kinds: Ints,
    label: npt.NDArray[np.int8],
    size: Ints,
    calibration: npt.NDArray[np.float64],
    loss: float,
) -> dict[str, dict[str, float]]:
    """Return `{"remove": {label: score}, "long": ..., "unsure": ...}` that find most lines at a stated loss.

    A common price for a lost character of content is lowered until all labels together stay within the share `loss`
    (Lagrange): each threshold maximises the lines found less the price of what it loses.
    """
    chance = calibration[np.clip(junk + len(calibration) // 2, 0, len(calibration) - 1)]
    guess = kinds.argmax(axis=1) + 1
    content = max(int(size[label == 0].sum()), 1)
    curves = {}
    for kind, long in (("remove", False), ("long", True)):
        for number, name in enumerate(FURNITURE, 1):
            at = np.flatnonzero((guess == number) & (chance >= FLOOR) & ((size >= LONG) == long))
            at = at[np.argsort(-chance[at], kind="stable")]
            found = np.cumsum(label[at] > 0)
            lost = np.cumsum(np.where(label[at] == 0, size[at], 0)) / content
            last = np.append(chance[at][1:] != chance[at][:-1], True) if len(at) else np.zeros(0, np.bool_)
            curves[kind, name.value] = (chance[at][last], found[last], lost[last])
    low, high = 1e-2, 1e9
    while high / low > 1.001:
        price = (low * high) ** 0.5
        total = sum(lost[_best(found, lost, price)] for _, found, lost in curves.values() if len(found))
        low, high = (price, high) if total > loss else (low, price)
    chosen: dict[str, dict[str, float]] = {"remove": {}, "long": {}}
    for (kind, label_name), (score, found, lost) in curves.items():
        limit = float(score[_best(found, lost, high)]) if len(found) else UNSEEN
        chosen[kind][label_name] = round(limit, 4)
    return {**chosen, "unsure": dict.fromkeys(chosen["remove"], UNSURE)}


def _best(found: Ints, lost: npt.NDArray[np.float64], price: float) -> int:
    return int(np.argmax(found - price * lost))
