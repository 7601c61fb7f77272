"""Figures of the out-of-fold scores of a training run, and the scores from which a label is safe to fix."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from cleaner.calibration import probabilities_of
from cleaner.decide import LONG, Probabilities
from cleaner.judge import SECOND
from cleaner.settings import NEVER
from cleaner.shape import COLUMN
from cleaner.taxonomy import FURNITURE
from cleaner.training.train import Trained, malay_lines

SAFE = 0.95
"""Precision whose lower bound a score must reach to be fixed unasked."""
NORMAL = 1.96


def out_of_fold(trained: Trained) -> dict[str, dict[str, Any]]:
    """Return figures by set: line F1, loss of content (share of ink-bearing lines' characters), MCC, macro-F1."""
    table = trained.table
    source = np.repeat([d.source for d in table.documents], np.diff(table.evidence.first))
    guess = guesses(trained)
    found: dict[str, dict[str, Any]] = {}
    for name in sorted(set(source[trained.judged].tolist())):
        use = trained.judged & (source == name)
        found[name] = _figures(table.label[use], guess[use], table.evidence.shape[use, 1])
    return found


def guesses(trained: Trained) -> Any:
    """Return the label that each line would be removed as, 0 where it stays."""
    probabilities = _probabilities(trained)
    best = probabilities[:, 1:].argmax(axis=1) + 1
    table, thresholds = trained.table, trained.thresholds
    limits = np.array(
        [
            [[NEVER] + [own[kind][label.value] for label in FURNITURE] for kind in ("remove", "long")]
            for own in (thresholds, thresholds.get("malay", thresholds))
        ]
    )
    malay = malay_lines(table.documents, np.diff(table.evidence.first)).astype(np.int64)
    long = (table.evidence.shape[:, COLUMN["characters"]] >= LONG).astype(np.int64)
    return np.where(1 - probabilities[:, 0] >= limits[malay, long, best] - 1e-9, best, 0)


def safe_scores(trained: Trained) -> dict[str, float]:
    """Return, for each label that has one, the score from which its lower bound of precision is SAFE (Wilson 1927)."""
    probabilities = _probabilities(trained)[trained.judged]
    junk = trained.table.label[trained.judged] > 0
    score, best = 1 - probabilities[:, 0], probabilities[:, 1:].argmax(axis=1) + 1
    safe = {}
    for number, label in enumerate(FURNITURE, 1):
        least = trained.thresholds["remove"][label.value]
        for limit in sorted({least, *np.round(np.linspace(least, 0.999, 30), 3).tolist()}):
            at = (best == number) & (score >= limit)
            if at.sum() and _wilson(float(junk[at].mean()), int(at.sum())) >= SAFE:
                safe[label.value] = float(limit)
                break
    return safe


def _probabilities(trained: Trained) -> Probabilities:
    calibration = trained.arrays[f"{SECOND}calibration"]
    return probabilities_of(trained.scores.junk, trained.scores.kinds, calibration)


def _wilson(share: float, count: int) -> float:
    spread = NORMAL * math.sqrt(share * (1 - share) / count + NORMAL**2 / (4 * count**2))
    return (share + NORMAL**2 / (2 * count) - spread) / (1 + NORMAL**2 / count)


def _figures(label: Any, guess: Any, size: Any) -> dict[str, Any]:
    junk, called = label > 0, guess > 0
    tp, fp = int((junk & called).sum()), int((~junk & called).sum())
    fn, tn = int((junk & ~called).sum()), int((~junk & ~called).sum())
    denominator = math.sqrt(float((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn)))
    by_label = []
    for number in range(1, len(FURNITURE) + 1):
        if (label == number).sum() >= 5:
            hit = int(((label == number) & (guess == number)).sum())
            by_label.append(2 * hit / max(int((label == number).sum() + (guess == number).sum()), 1))
    return {
        "lines": len(label),
        "junk_lines": tp + fn,
        "line_f1": 2 * tp / max(2 * tp + fp + fn, 1),
        "content_loss": float(size[~junk & called].sum() / max(size[~junk].sum(), 1)),
        "mcc": (tp * tn - fp * fn) / denominator if denominator else 0.0,
        "macro_f1": sum(by_label) / max(len(by_label), 1),
    }
