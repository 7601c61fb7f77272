"""Fit boosted trees on the clues of candidate spans, and write them as arrays."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.ensemble import HistGradientBoostingClassifier

from cleaner.clues import CLUES
from cleaner.trees import SCALE

Nodes = dict[str, npt.NDArray[np.generic]]
Arrays = Nodes
PHRASE = 5
"""Lure of a word from which a span is taken for a phrase of spam, not for a name."""
COMMON = 4
"""Words in 2 ** (this - 1) documents and more are common: they are not looked at for their looks."""
SURER = 3.0
"""Log-odds by which phrases of common words alone must be surer: `judi online` is what honest texts speak of."""

_SUREST = np.iinfo(np.int16).max
"""The most that a leaf can say: where a training is told apart without a fault, leaves grow without bounds."""


def fit_trees(
    rows: npt.NDArray[np.float64],
    targets: npt.NDArray[np.int8],
    weights: npt.NDArray[np.float64],
    seed: int,
    say: Callable[..., None],
) -> Arrays:
    """Fit two sets of trees on the clues.

    The first tells spans that are spam exactly from all others and draws the boundary; the second, which gives the
    score, tells them from spans of clean text only: how sure we are must not suffer from a doubtful neighbour.
    For the boundary spans of clean text weigh three times as much.
    """
    values = rows.astype(np.float32).astype(np.float64)
    exact, near = targets[:, 0] > 0, targets[:, 1] > 0
    sets = []
    for name, keep in (("bounds", np.ones(len(rows), np.bool_)), ("sureness", exact | ~near)):
        model = HistGradientBoostingClassifier(
            max_iter=160,
            learning_rate=0.1,
            max_leaf_nodes=96,
            max_depth=12,
            min_samples_leaf=30,
            max_features=0.3,
            early_stopping=False,
            random_state=seed,
        )
        model.fit(
            values[keep], exact[keep], sample_weight=weights[keep] * np.where(near[keep] | (name != "bounds"), 1.0, 3.0)
        )
        say(name, int(keep.sum()), int(exact.sum()))
        sets.append(nodes_of(model))
    return together([sets[0], doubting(sets[1])])


def doubting(nodes: Nodes) -> Nodes:
    """Return a set with one tree more, that takes `SURER` from phrases of spam that consist of common words."""
    root = len(nodes["column"])
    found: Mapping[str, Sequence[float]] = {
        "column": [CLUES.index("lure_most"), 0, CLUES.index("known_least"), 0, 0],
        "threshold": [PHRASE - 0.5, 0, COMMON - 0.5, 0, 0],
        "right": [2, 0, 2, 0, 0],
        "value": [0, 0, 0, 0, -round(SURER * SCALE)],
        "root": [root],
    }
    return nodes | {name: np.concatenate([nodes[name], more]) for name, more in found.items()}


def untrained() -> Arrays:
    """Return trees that say nothing, for looking at candidates before there are any."""
    leaf = {name: np.zeros(1, np.int64) for name in ("column", "threshold", "right", "value", "root")}
    return together([{**leaf, "base": np.zeros(1, np.int64), "depth": np.zeros(1, np.int64)}] * 2)


def together(sets: Sequence[Nodes]) -> Arrays:
    """Return the arrays that `Trees` takes from the nodes of several sets."""
    before = np.cumsum([0, *(len(one["column"]) for one in sets)])[:-1].tolist()

    def joined(name: str) -> npt.NDArray[np.generic]:
        return np.concatenate([one[name] for one in sets])

    thresholds, rows = np.unique(joined("threshold").astype(np.float32), return_inverse=True)
    roots = np.concatenate([one["root"] + at for one, at in zip(sets, before, strict=True)])
    depth = max(2, *(int(one["depth"][0]) for one in sets))
    return {
        "tree_column": _fitting(joined("column"), np.uint8),
        "tree_threshold": _fitting(rows, np.uint16),
        "tree_thresholds": thresholds,
        "tree_right": _fitting(joined("right"), np.uint8),
        "tree_value": _fitting(joined("value"), np.int16),
        "tree_roots": _fitting(roots, np.uint16),
        "tree_sets": np.array([len(one["root"]) for one in sets], np.int32),
        "tree_base": np.concatenate([*(one["base"] for one in sets), [depth]]).astype(np.int32),
    }


def _fitting(values: npt.NDArray[np.generic], kind: type[np.integer[Any]]) -> npt.NDArray[np.generic]:
    """Return whole numbers in few bytes; raise ValueError if they do not fit."""
    narrow = values.astype(kind)
    if (narrow != values).any():
        raise ValueError(f"a number of the trees does not fit in {kind.__name__}: fit smaller trees, or fewer")
    return narrow


def nodes_of(model: HistGradientBoostingClassifier) -> Nodes:
    """Return the nodes of all trees in a row, as `Trees` has them: the left child of a node is the next one."""
    parts: dict[str, list[npt.NDArray[np.generic]]] = {}
    roots: list[int] = []
    depth = at = 0
    for (tree,) in model._predictors:
        nodes = tree.nodes
        here = np.arange(len(nodes))
        leaf = nodes["is_leaf"].astype(np.bool_)
        if (nodes["left"][~leaf] != here[~leaf] + 1).any():
            raise ValueError("scikit-learn writes down trees in another order now: write `nodes_of` anew")
        # rows are float32: the largest one that is not greater keeps `<=` what it was
        low = nodes["num_threshold"].astype(np.float32)
        low = np.where(low.astype(np.float64) > nodes["num_threshold"], np.nextafter(low, np.float32(-np.inf)), low)
        found: Mapping[str, npt.NDArray[np.generic]] = {
            "column": np.where(leaf, 0, nodes["feature_idx"]),
            "threshold": np.where(leaf, np.float32(0), low),
            "right": np.where(leaf, 0, nodes["right"].astype(np.int64) - here),
            "value": np.where(leaf, np.clip(np.rint(nodes["value"] * SCALE), -_SUREST, _SUREST), 0),
        }
        for name, array in found.items():
            parts.setdefault(name, []).append(array)
        roots.append(at)
        depth = max(depth, int(nodes["depth"].max()))
        at += len(nodes)
    base = int(np.rint(float(model._baseline_prediction.ravel()[0]) * SCALE))
    joined = {name: np.concatenate(arrays) for name, arrays in parts.items()}
    return {**joined, "root": np.array(roots), "base": np.array([base]), "depth": np.array([depth])}
