"""Draw the confusion matrix, precision against recall, and reliability as PNG files."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import cycle
from pathlib import Path
from typing import Any

import numpy as np

from cleaner.errors import MissingExtraError, OutputError
from cleaner.training.curves import precision_recall, reliability
from cleaner.training.evaluate import Judged, chances, pooled
from cleaner.training.score import KINDS, added, confusion

# More sets than there are colours differ by how their lines are drawn.
_STYLES = [{"color": f"C{n % 10}", "linestyle": ("-", "--", ":", "-.")[n // 10 % 4]} for n in range(40)]


def figure(width: float, height: float) -> Any:
    """Return an empty figure of matplotlib, without its global state or a display."""
    try:
        from matplotlib.figure import Figure
    except ImportError:
        raise MissingExtraError("--plots", "train") from None
    return Figure(figsize=(width, height), layout="constrained")


def draw(judged: Sequence[Judged], folder: Path) -> list[Path]:
    """Write all plots into `folder` and return their paths; the same figures give the same bytes."""
    sets: dict[str, list[Judged]] = {}
    for one in judged:
        sets.setdefault(one.set, []).append(one)
    plots = {f"confusion_{kind.replace('/', '_')}": _confusion(kind, part) for kind, part in pooled(judged)}
    plots["precision_recall"] = _precision_recall(sets)
    plots["reliability"] = _reliability(sets)
    paths = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, plot in plots.items():
            paths.append(folder / f"{name}.png")
            plot.savefig(paths[-1], dpi=120, metadata={"Software": None})
    except OSError as error:
        raise OutputError(f"{folder}: cannot be written ({error.strerror}): name another folder") from None
    return paths


def _confusion(kind: str, judged: Sequence[Judged]) -> Any:
    matrix = np.array(confusion(added(one.counts for one in judged)), np.int64)
    down, across = np.flatnonzero(matrix.any(axis=1)), np.flatnonzero(matrix.any(axis=0))
    matrix = matrix[np.ix_(down, across)]
    share = matrix / np.maximum(matrix.sum(axis=1, keepdims=True), 1)
    plot = figure(2.5 + 0.7 * len(across), 1.8 + 0.5 * len(down))
    axes = plot.add_subplot()
    axes.imshow(share, cmap="Blues", vmin=0, vmax=1, aspect="auto")
    for (row, column), lines in np.ndenumerate(matrix):
        if lines:
            color = "white" if share[row, column] > 0.6 else "black"
            axes.text(column, row, f"{lines}", ha="center", va="center", fontsize=8, color=color)
    axes.set_xticks(range(len(across)), [KINDS[at] for at in across], rotation=45, ha="right")
    axes.set_yticks(range(len(down)), [KINDS[at] for at in down])
    axes.set(xlabel="found", ylabel="gold", title=f"lines, {kind} gold")
    return plot


def _precision_recall(sets: dict[str, list[Judged]]) -> Any:
    plot = figure(8, 5)
    axes = plot.add_subplot()
    for style, (name, judged) in zip(cycle(_STYLES), sets.items(), strict=False):
        precision, recall = precision_recall(*chances(judged))
        if len(recall):
            axes.step(np.append(0, recall), np.append(precision[0], precision), where="pre", label=name, **style)
    axes.set(xlabel="recall", ylabel="precision", xlim=(0, 1), ylim=(0, 1.02), title="junk lines, first pass")
    _legend(axes)
    return plot


def _reliability(sets: dict[str, list[Judged]]) -> Any:
    plot = figure(8, 5)
    axes = plot.add_subplot()
    axes.plot([0, 1], [0, 1], color="grey", linewidth=0.8)
    for style, (name, judged) in zip(cycle(_STYLES), sets.items(), strict=False):
        found = reliability(*chances(judged))
        if found.lines:
            axes.plot(found.chance, found.share, marker="o", markersize=3, label=f"{name} ({found.error:.3f})", **style)
    axes.set(xlabel="probability of junk", ylabel="share of junk", title="reliability (calibration error)")
    _legend(axes)
    return plot


def _legend(axes: Any) -> None:
    if axes.get_legend_handles_labels()[0]:
        axes.legend(fontsize=7, loc="upper left", bbox_to_anchor=(1.01, 1), borderaxespad=0)
