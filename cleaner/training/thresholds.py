"""Calibrate the junk logit, and choose from which score a label is removed, for a stated loss of content."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression

from cleaner.batch import Ints
from cleaner.calibration import chances
from cleaner.decide import LONG
from cleaner.network import LOGIT
from cleaner.taxonomy import FURNITURE

RANGE = 16 * LOGIT
FLOOR = 0.65
"""A line that is not twice as likely furniture as content, or nearly so, is never removed, whatever the data say."""
EVEN = 0.5
"""What stands for FLOOR for short lines where pages are known best: what is more likely content than not never goes."""
MANY = 40
"""Lines that a document counts as at the most: one table read out cell by cell would outvote a hundred articles."""
UNSURE = 0.35
UNSEEN = 0.9
"""Threshold of a label that the data never shows."""
DIGITS = 4
"""Digits of a threshold after the point, unless two scores lie closer together."""
TINY = 1e-9
"""Differences of scores below this are rounding."""


def calibrate(junk: Ints, target: npt.NDArray[np.int8]) -> npt.NDArray[np.float64]:
    """Return the probability of junk for the logits -RANGE..RANGE (Platt 1999, sigmoid fitted on held-out scores)."""
    model = LogisticRegression(C=1e6).fit(junk[:, None] / LOGIT, target)
    slope, offset = max(float(model.coef_[0, 0]), 0.05), float(model.intercept_[0])
    logit = slope * np.arange(-RANGE, RANGE + 1) / LOGIT + offset
    return np.round(1 / (1 + np.exp(-logit)), 6)


def line_weights(sizes: Ints) -> npt.NDArray[np.float64]:
    """Return what each line counts when thresholds are chosen, from the number of lines of each document."""
    return np.repeat(np.minimum(1.0, MANY / np.maximum(sizes, 1)), sizes)


def choose(
    junk: Ints,
    kinds: Ints,
    label: npt.NDArray[np.int8],
    size: Ints,
    weight: npt.NDArray[np.float64],
    calibration: npt.NDArray[np.float64],
    loss: float,
    floor: float = FLOOR,
) -> dict[str, dict[str, float]]:
    """Return `{"remove": {label: score}, "long": ..., "unsure": ...}` that find most lines at a stated loss.

    A common price for a lost character of content is lowered until all labels together stay within the share `loss`
    (Lagrange): each threshold maximises the lines found less the lines lost, each by its `weight`, less the price of
    the characters that it loses. A heading has few characters, but whoever reads the text misses it. No short line goes
    from less than `floor`, and no long one from less than FLOOR, whatever `floor` is: that would be a paragraph.
    """
    chance = chances(junk, calibration)
    guess = kinds.argmax(axis=1) + 1
    content = max(int(size[label == 0].sum()), 1)
    curves, floors = {}, {"remove": floor, "long": max(floor, FLOOR)}
    for kind, long in (("remove", False), ("long", True)):
        for number, name in enumerate(FURNITURE, 1):
            at = np.flatnonzero((guess == number) & (chance >= floors[kind]) & ((size >= LONG) == long))
            at = at[np.argsort(-chance[at], kind="stable")]
            found = np.cumsum(np.where(label[at] > 0, weight[at], -weight[at]))
            lost = np.cumsum(np.where(label[at] == 0, size[at], 0)) / content
            last = np.append(chance[at][1:] != chance[at][:-1], True) if len(at) else np.zeros(0, np.bool_)
            curves[kind, name.value] = (chance[at][last], found[last], lost[last])
    low, high = 1e-2, 1e9
    while high / low > 1.001:
        price = (low * high) ** 0.5
        best = [(_best(found, lost, price), lost) for _, found, lost in curves.values() if len(found)]
        total = sum(lost[at] for at, lost in best if at >= 0)
        low, high = (price, high) if total > loss else (low, price)
    chosen: dict[str, dict[str, float]] = {"remove": {}, "long": {}}
    for (kind, label_name), (score, found, lost) in curves.items():
        chosen[kind][label_name] = _limit(score, _best(found, lost, high), floors[kind]) if len(found) else UNSEEN
    return {**chosen, "unsure": dict.fromkeys(chosen["remove"], UNSURE)}


def _best(found: npt.NDArray[np.float64], lost: npt.NDArray[np.float64], price: float) -> int:
    """Return the place in a label's curve that is worth most at this price, -1 if nothing is worth its loss."""
    gain = found - price * lost
    best = int(np.argmax(gain))
    return best if gain[best] > 0 else -1


def _limit(score: npt.NDArray[np.float64], best: int, floor: float) -> float:
    """Return a short number that the falling scores reach up to place `best`, and none after it."""
    below = float(score[best + 1]) if best + 1 < len(score) else 0.0
    if best < 0:
        return round(below + 10.0**-DIGITS, DIGITS)
    limit = 0.0
    for digits in range(DIGITS, DIGITS + 5):
        limit = math.floor((float(score[best]) - TINY) * 10**digits) / 10**digits
        if limit > below:
            break
    return max(limit, floor)
