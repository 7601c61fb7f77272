"""The teacher of stage 2: gradient-boosted trees, better than a network at structure and too slow to ship.

A network that learns what they say of far more lines than anybody labelled keeps most of what they know.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from sklearn.ensemble import HistGradientBoostingClassifier

from cleaner.training.table import Table

SURE = 5.0
"""Log-odds beyond which one certainty is as good as another."""
LEAST_TREES, MOST_TREES = 30, 220
LINES_A_TREE = 400
"""Few lines need few trees."""
EVERY = 2
"""One synthetic document in so many teaches the trees; the others are only labelled by them."""


def drawn(table: Table) -> npt.NDArray[np.bool_]:
    """Tell which lines the trees may learn from: all that are annotated, a part of what was made up."""
    made_up = np.array([document.source in ("composed", "catalogue") for document in table.documents])
    use = ~made_up | (np.arange(len(made_up)) % EVERY == 0)
    return np.repeat(use, np.diff(table.evidence.first))


def fit(
    features: npt.NDArray[np.int16], target: npt.NDArray[np.int8], weight: npt.NDArray[np.float32], seed: int
) -> HistGradientBoostingClassifier:
    """Grow trees on context features, shape (lines, features), that tell furniture from content."""
    model = HistGradientBoostingClassifier(
        learning_rate=0.1,
        max_iter=min(max(len(target) // LINES_A_TREE, LEAST_TREES), MOST_TREES),
        max_leaf_nodes=48,
        min_samples_leaf=40,
        l2_regularization=2.0,
        max_features=0.3,
        max_bins=63,
        early_stopping=False,
        random_state=seed,
    )
    return model.fit(features, target, sample_weight=weight)


def opinion(model: HistGradientBoostingClassifier, features: npt.NDArray[np.int16]) -> npt.NDArray[np.float32]:
    """Return the log-odds of furniture for every line, within SURE."""
    said: npt.NDArray[np.float32] = np.clip(model.decision_function(features), -SURE, SURE).astype(np.float32)
    return said
