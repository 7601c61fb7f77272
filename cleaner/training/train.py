"""Train a model: documents in, arrays and a manifest out.

Every step that feeds the next is fitted out of fold: the lanes of a document come from linear models that never saw
its site, the opinion on its lines from trees and a network that never did. The thresholds are chosen on such scores.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from cleaner.batch import Ints
from cleaner.calibration import chances
from cleaner.context import Features, features
from cleaner.errors import AnnotationError
from cleaner.malay import is_malay
from cleaner.model import CLOSED
from cleaner.network import LOGIT, Network
from cleaner.shape import COLUMN
from cleaner.stage1 import settle
from cleaner.taxonomy import FURNITURE, LABELS
from cleaner.torn import judge_as_one
from cleaner.training import lanes, networks, teacher
from cleaner.training.annotations import Annotated
from cleaner.training.corpora import FOLDS
from cleaner.training.lanes import Arrays
from cleaner.training.table import UNKNOWN, Table, build
from cleaner.training.thresholds import EVEN, FLOOR, UNSURE, calibrate, choose, line_weights

HIDDEN = (96, 48)
"""Of the network that tells furniture from content."""
KINDS = (64, 32)
EPOCHS, KIND_EPOCHS = 8, 12
"""The labels have few lines to be learned from."""
MALAY = 0.5
"""Share of the stated loss that texts in Indonesian and Malay may lose: their pages are news, and known best."""
ENOUGH = 2000
"""Lines in these languages from which on they have thresholds of their own."""
HARDLY = 5
"""Lines of a label below which these languages have the threshold of all others for it: nobody annotates spam."""
Talk = Callable[[str], None]


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
class Scores:
    """Hold what the stages said of every line out of fold: junk logits and the logits of the labels."""

    junk: Ints
    kinds: Ints


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
    known = table.label != UNKNOWN
    target = np.where(known, table.label > 0, 0).astype(np.int8)

    junk, fitted = _distilled(context, target, known, table, seed, talk)
    junk[~asked] = CLOSED
    arrays |= fitted
    kinds, fitted = _network(context, table.label, typed, table, networks.Plan(KINDS, KIND_EPOCHS, seed, "kind"))
    arrays |= fitted
    talk("kinds")
    present = np.unique(table.label[typed])
    if len(present) < len(FURNITURE):
        kinds, arrays = _spread(kinds, arrays, present)

    sure = judged & asked if len(np.unique(target[judged & asked])) == 2 else judged
    arrays["calibration"] = calibrate(junk[sure], target[sure])
    doubtful = chances(junk, arrays["calibration"]) >= UNSURE
    judge_as_one(kinds, table.evidence, np.flatnonzero(doubtful))
    scores = Scores(junk, kinds)
    malay, counting = malay_lines(documents, sizes), line_weights(sizes)

    def limits(use: npt.NDArray[np.bool_], loss: float, floor: float) -> dict[str, Any]:
        size = table.evidence.shape[use, COLUMN["characters"]]
        return choose(junk[use], kinds[use], table.label[use], size, counting[use], arrays["calibration"], loss, floor)

    chosen = limits(judged & ~malay if (judged & ~malay).any() else judged, loss, FLOOR)
    if (judged & malay).sum() >= ENOUGH:
        own = limits(judged & malay, loss * MALAY, EVEN)
        chosen["malay"] = {**borrowed(own, chosen, table.label[judged & malay]), "unsure": chosen["unsure"]}
    return Trained(arrays, chosen, replace(table, rows={}), scores, judged)


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


def _distilled(
    inputs: Features, target: npt.NDArray[np.int8], known: npt.NDArray[np.bool_], table: Table, seed: int, talk: Talk
) -> tuple[Ints, Arrays]:
    """Return the junk logit of every line out of fold, and the arrays of the network that was taught on all lines.

    Trees learn from the labels, and a network from what the trees say of labelled and unlabelled lines alike.
    """
    taught = known & teacher.drawn(table)

    def student(inside: npt.NDArray[np.bool_]) -> Arrays:
        at, lines = np.flatnonzero(inside & taught), np.flatnonzero(inside)
        trees = teacher.fit(inputs[at], target[at], table.weight[at], seed)
        wanted = teacher.opinion(trees, inputs[lines])
        return networks.fit_to(inputs[lines], wanted, table.weight[lines], networks.Plan(HIDDEN, EPOCHS, seed, "junk"))

    final = student(np.ones(len(target), np.bool_))
    talk("trees and network")
    found = Network.of(final, "junk").logits(inputs)[:, 0]
    for fold in range(FOLDS):
        inside, outside = table.fold != fold, table.fold == fold
        if outside.any() and len(np.unique(target[inside & taught])) == 2:  # else too little data to leave any out
            found[outside] = Network.of(student(inside), "junk").logits(inputs[outside])[:, 0]
            talk(f"trees and network without fold {fold + 1} of {FOLDS}")
    return found, final


def _network(
    inputs: Features, target: npt.NDArray[np.int8], use: npt.NDArray[np.bool_], table: Table, plan: networks.Plan
) -> tuple[Ints, Arrays]:
    """Return the logits of every line out of fold, and the arrays of the network fitted on all lines in use."""

    def fitted(chosen: npt.NDArray[np.bool_]) -> Arrays:
        at = np.flatnonzero(chosen)
        return networks.fit(inputs[at], target[at], table.weight[at], plan)

    final = fitted(use)
    network = Network.of(final, plan.prefix)
    found = np.zeros((len(target), network.layers[-1].weights.shape[1]), np.int64)
    everything = np.unique(target[use])
    for fold in range(FOLDS):
        inside, outside = use & (table.fold != fold), table.fold == fold
        if outside.any():
            whole = len(np.unique(target[inside])) == len(everything)
            part = Network.of(fitted(inside), plan.prefix) if whole else network  # too little data to leave any out
            found[outside] = part.logits(inputs[outside])
    return found, final


def _spread(kinds: Ints, arrays: Arrays, present: npt.NDArray[np.int8]) -> tuple[Ints, Arrays]:
    """Give labels that the data never shows a column that never wins."""
    last = max(int(name.removeprefix("kind.weights")) for name in arrays if name.startswith("kind.weights"))
    weights, bias = arrays[f"kind.weights{last}"], arrays[f"kind.bias{last}"]
    if weights.shape[1] == 1:  # two classes have one logit: the second against the first
        weights = np.concatenate([np.zeros_like(weights), weights], axis=1)
        bias = np.concatenate([np.zeros_like(bias), bias])
        kinds = np.concatenate([np.zeros_like(kinds), kinds], axis=1)
    columns = present.astype(np.int64) - 1
    wide = np.zeros((len(weights), len(FURNITURE)), weights.dtype)
    low = np.full(len(FURNITURE), -(1 << 22), bias.dtype)
    wide[:, columns], low[columns] = weights, bias
    spread = np.full((len(kinds), len(FURNITURE)), -64 * LOGIT, np.int64)
    spread[:, columns] = kinds
    return spread, {**arrays, f"kind.weights{last}": wide, f"kind.bias{last}": low}
