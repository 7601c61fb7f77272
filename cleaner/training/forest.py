"""Fit boosted trees on the clues of candidate spans, and write them as arrays."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
import numpy.typing as npt
from sklearn.ensemble import HistGradientBoostingClassifier

from cleaner.trees import SCALE

Arrays = dict[str, npt.NDArray[np.generic]]


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
            max_iter=140,
            learning_rate=0.1,
            max_leaf_nodes=24,
            max_depth=7,
            min_samples_leaf=30,
            early_stopping=False,
            random_state=seed,
        )
        model.fit(
            values[keep], exact[keep], sample_weight=weights[keep] * np.where(near[keep] | (name != "bounds"), 1.0, 3.0)
        )
        say(name, int(keep.sum()), int(exact.sum()))
        sets.append(_nodes(model))
    return together(sets)


def untrained() -> Arrays:
    """Return trees that say nothing, for looking at candidates before there are any."""
    leaf = {name: np.zeros(1, np.int64) for name in ("column", "threshold", "left", "right", "value", "root")}
    return together([{**leaf, "base": np.zeros(1, np.int64), "depth": np.zeros(1, np.int64)}] * 2)


def together(sets: list[dict[str, npt.NDArray[np.generic]]]) -> Arrays:
    """Return the arrays that `Trees` takes from the nodes of several sets."""
    before = np.cumsum([0, *(len(one["column"]) for one in sets)])[:-1].tolist()

    def joined(name: str, moved: bool) -> npt.NDArray[np.generic]:
        return np.concatenate([one[name] + at * moved for one, at in zip(sets, before, strict=True)])

    return {
        "tree_column": joined("column", False).astype(np.uint8),
        "tree_threshold": joined("threshold", False).astype(np.float32),
        "tree_left": joined("left", True).astype(np.uint16),
        "tree_right": joined("right", True).astype(np.uint16),
        "tree_value": joined("value", False).astype(np.int32),
        "tree_roots": joined("root", True).astype(np.uint16),
        "tree_sets": np.array([len(one["root"]) for one in sets], np.int32),
        "tree_base": np.concatenate(
            [*(one["base"] for one in sets), [max(int(one["depth"][0]) for one in sets)]]
        ).astype(np.int32),
    }


def _nodes(model: HistGradientBoostingClassifier) -> dict[str, npt.NDArray[np.generic]]:
    """Return the nodes of all trees in a row; leaves point at themselves."""
    parts: dict[str, list[npt.NDArray[np.generic]]] = {}
    roots: list[int] = []
    depth = at = 0
    for (tree,) in model._predictors:
        nodes = tree.nodes
        here = np.arange(at, at + len(nodes))
        leaf = nodes["is_leaf"].astype(np.bool_)
        # rows are float32: the largest one that is not greater keeps `<=` what it was
        low = nodes["num_threshold"].astype(np.float32)
        low = np.where(low.astype(np.float64) > nodes["num_threshold"], np.nextafter(low, np.float32(-np.inf)), low)
        found: Mapping[str, npt.NDArray[np.generic]] = {
            "column": np.where(leaf, 0, nodes["feature_idx"]),
            "threshold": np.where(leaf, np.float32(0), low),
            "left": np.where(leaf, here, nodes["left"].astype(np.int64) + at),
            "right": np.where(leaf, here, nodes["right"].astype(np.int64) + at),
            "value": np.where(leaf, np.rint(nodes["value"] * SCALE), 0),
        }
        for name, array in found.items():
            parts.setdefault(name, []).append(array)
        roots.append(at)
        depth = max(depth, int(nodes["depth"].max()))
        at += len(nodes)
    base = int(np.rint(float(model._baseline_prediction.ravel()[0]) * SCALE))
    joined = {name: np.concatenate(arrays) for name, arrays in parts.items()}
    return {**joined, "root": np.array(roots), "base": np.array([base]), "depth": np.array([depth])}
