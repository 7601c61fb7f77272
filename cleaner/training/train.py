"""Train a model: documents in, arrays and a manifest out.

Every step that feeds the next is fitted out of fold: the lanes of a document come from linear models that never saw
its site, the opinion on its lines from trees and a network that never did. The thresholds are chosen on such scores.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from cleaner.batch import Flags, Ints
from cleaner.context import features
from cleaner.errors import AnnotationError
from cleaner.judge import SECOND
from cleaner.malay import is_malay
from cleaner.shape import COLUMN
from cleaner.stage1 import settle
from cleaner.taxonomy import FURNITURE, LABELS, Label
from cleaner.training import lanes
from cleaner.training.annotations import Annotated
from cleaner.training.corpora import FOLDS
from cleaner.training.judge import Scores, Talk, judge
from cleaner.training.lanes import Arrays
from cleaner.training.table import Table, build
from cleaner.training.thresholds import EVEN, FLOOR, choose, line_weights

MALAY = 0.5
"""Share of the stated loss that texts in Indonesian and Malay may lose: their pages are news, and known best."""
ENOUGH = 2000
"""Lines in these languages from which on they have thresholds of their own."""
HARDLY = 50
"""Lines of a label below which these languages have the threshold of all others for it: news has few comments."""

SPAM = {"remove": 0.65, "long": 0.8}
"""Thresholds of spam: a hundred annotated lines have it, of few pages, and what is chosen on them is chance.

Of lines of spam that no training reads two thirds are found so, in Indonesian and Malay; from .5 on honest headlines of
ours go in capitals (`tests/test_honest.py`).
"""


@dataclass(frozen=True)
class Part:
    """Hold documents of one kind with what they are good for.

    `weight` is what one of their lines counts; `judged` tells whether thresholds and figures are taken from them;
    a `fold` that is given (synthetic documents, composed for it) stands above the groups.
    """

    documents: Sequence[Annotated]
    weight: float = 1.0
    judged: bool = False
    fold: int | None = None


@dataclass(frozen=True)
class Trained:
    """Hold the arrays of a model, its thresholds, and the out-of-fold scores that they were chosen on."""

    arrays: Arrays
    thresholds: dict[str, Any]
    table: Table
    scores: Scores
    judged: npt.NDArray[np.bool_]


def train(parts: Sequence[Part], fold_of: Mapping[str, int], seed: int, loss: float, talk: Talk) -> Trained:
    """Fit both stages; `fold_of` gives the fold of a group, `loss` the share of content that may be lost."""
    documents = [document for part in parts for document in part.documents]
    fold = [fold_of[d.group] if part.fold is None else part.fold for part in parts for d in part.documents]
    weight = [part.weight for part in parts for _ in part.documents]
    table = build(documents, fold, weight)
    sizes = np.diff(table.evidence.first)
    judged = np.repeat([part.judged for part in parts for _ in part.documents], sizes) & (table.label >= 0)
    talk(f"{len(documents)} documents, {len(table.label)} lines")
    typed = (table.label > 0) & (table.label < len(LABELS))
    _require(table.label[judged], table.label[typed])

    wanted = lanes.targets(table.label, table.typed, table.evidence.shape[:, 0])
    opinion, arrays = _lanes(table, wanted, seed, talk)
    asked = settle(opinion)
    context, _ = features(replace(table.evidence, lanes=opinion))
    scores, fitted = judge(context, table, asked, judged, seed, talk)
    arrays |= fitted
    return Trained(arrays, thresholds(scores, arrays, table, judged, loss), replace(table, rows={}), scores, judged)


def thresholds(scores: Scores, arrays: Arrays, table: Table, judged: Flags, loss: float) -> dict[str, Any]:
    """Choose from which score a label is removed, on the lines that are judged, for a stated loss of content."""
    sizes = np.diff(table.evidence.first)
    malay, counting = malay_lines(table.documents, sizes), line_weights(sizes)

    def limits(use: Flags, loss: float, floor: float) -> dict[str, Any]:
        size = table.evidence.shape[use, COLUMN["characters"]]
        said = scores.junk[use], scores.kinds[use], table.label[use]
        found = choose(*said, size, counting[use], arrays[f"{SECOND}calibration"], loss, floor)
        return found | {kind: found[kind] | {Label.SPAM.value: SPAM[kind]} for kind in SPAM}

    chosen = limits(judged & ~malay if (judged & ~malay).any() else judged, loss, FLOOR)
    if (judged & malay).sum() >= ENOUGH:
        own = limits(judged & malay, loss * MALAY, EVEN)
        chosen["malay"] = {**borrowed(own, chosen, table.label[judged & malay]), "unsure": chosen["unsure"]}
    return chosen


def borrowed(own: Mapping[str, Any], others: Mapping[str, Any], label: npt.NDArray[np.int8]) -> dict[str, Any]:
    """Return thresholds of one's own, but for labels that one's lines hardly show: these have those of the others."""
    shown = np.bincount(label, minlength=len(LABELS))
    rare = [name.value for number, name in enumerate(FURNITURE, 1) if shown[number] < HARDLY]
    return {kind: own[kind] | {name: others[kind][name] for name in rare} for kind in ("remove", "long")}


def malay_lines(documents: Sequence[Annotated], sizes: Ints) -> npt.NDArray[np.bool_]:
    """Tell which lines stand in texts in Indonesian or Malay, from the number of lines with ink of each text."""
    return np.repeat(np.array([is_malay(document.text) for document in documents], np.bool_), sizes)


def _require(judged: npt.NDArray[np.int8], typed: npt.NDArray[np.int8]) -> None:
    """Raise AnnotationError if the gold has too little to learn from."""
    if len(np.unique(judged > 0)) < 2:
        raise AnnotationError("the gold lacks lines of content, or lines that are not content: annotate some of both")
    if len(np.unique(typed)) < 2:
        raise AnnotationError("the gold has lines of fewer than two labels: annotate some of another type of line")


def _lanes(table: Table, wanted: Mapping[str, npt.NDArray[np.int8]], seed: int, talk: Talk) -> tuple[Ints, Arrays]:
    """Return the lanes of every line out of fold, and the arrays fitted on all lines."""
    found: Ints = np.zeros((len(table.label), sum(map(len, lanes.LANES.values()))), np.int64)
    for fold in range(FOLDS):
        inside, outside = np.flatnonzero(table.fold != fold), np.flatnonzero(table.fold == fold)
        if not len(outside):
            continue
        rows = {view: matrix[inside] for view, matrix in table.rows.items()}
        fitted = lanes.fit(rows, {k: v[inside] for k, v in wanted.items()}, table.weight[inside], seed)
        found[outside] = lanes.apply({view: matrix[outside] for view, matrix in table.rows.items()}, fitted)
        talk(f"lanes without fold {fold + 1} of {FOLDS}")
    return found, lanes.fit(table.rows, wanted, table.weight, seed)
