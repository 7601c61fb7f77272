"""Fit the networks of both looks at lines, out of fold and on everything.

At the first look trees learn from the labels whether a line is furniture, and a network from what the trees say of
labelled and unlabelled lines alike. The network of the second look learns from the labels, and from what the first
look says out of fold of the lines around. What kind of furniture a line is, networks learn from the labels alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cleaner.batch import Flags, Ints
from cleaner.calibration import chances
from cleaner.context import Features
from cleaner.judge import CLOSED, DOUBTFUL, FIRST, JOINED, SECOND, placed, together, weighed
from cleaner.network import LOGIT, Network
from cleaner.taxonomy import FURNITURE, LABELS
from cleaner.torn import judge_as_one
from cleaner.training import networks, teacher
from cleaner.training.corpora import FOLDS
from cleaner.training.lanes import Arrays
from cleaner.training.table import UNKNOWN, Table
from cleaner.training.thresholds import calibrate
from cleaner.verdicts import verdicts

HIDDEN, AGAIN, KINDS = (96, 48), (48, 24), (64, 32)
"""Sizes of the networks that tell furniture from content, at the first look and the second, and of those for kinds."""
EPOCHS, AGAIN_EPOCHS, KIND_EPOCHS = 8, 6, 12
"""The labels have few lines to be learned from."""
DECAY = 0.02
"""Weight decay of the second look at whether a line is furniture: nobody has smoothed its labels."""
Talk = Callable[[str], None]


@dataclass(frozen=True)
class Scores:
    """Hold what was said of every line out of fold: junk logits and the logits of the labels."""

    junk: Ints
    kinds: Ints


def judge(context: Features, table: Table, asked: Flags, judged: Flags, seed: int, talk: Talk) -> tuple[Scores, Arrays]:
    """Return what both looks together say of every line out of fold, and the arrays of their networks.

    `asked` are the open lines, with a row of `context` each like all lines. Chances are calibrated on `judged` lines.
    """
    junk, arrays = _distilled(context, table, networks.Plan(HIDDEN, EPOCHS, seed, f"{FIRST}junk"), talk)
    kinds, fitted = _kinds(context, table, networks.Plan(KINDS, KIND_EPOCHS, seed, f"{FIRST}kind"))
    talk("first look")
    arrays |= fitted
    junk = np.where(asked, junk, CLOSED)
    calibration = arrays[f"{FIRST}calibration"] = calibrated(junk, table, judged & asked)

    everything = np.arange(len(asked))
    around = verdicts(junk, kinds, calibration, table.evidence.first, everything)
    inputs = np.concatenate([context, around], axis=1)
    plan = networks.Plan(AGAIN, AGAIN_EPOCHS, seed, f"{SECOND}junk", DECAY)
    known, target = table.label != UNKNOWN, (table.label > 0).astype(np.int8)
    second, fitted = _classified(inputs, target, known, table, plan)
    arrays |= fitted
    again = (chances(junk, calibration) >= DOUBTFUL) & placed(kinds)
    junk = np.where(again, weighed(junk, second[:, 0], table.evidence.shape), junk)
    second, fitted = _kinds(inputs, table, networks.Plan(KINDS, KIND_EPOCHS, seed, f"{SECOND}kind"))
    arrays |= fitted
    kinds = np.where(again[:, None], together(kinds, second), kinds)
    talk("second look")
    arrays[f"{SECOND}calibration"] = calibrated(junk, table, judged & again)
    joined = chances(junk, arrays[f"{SECOND}calibration"]) >= JOINED
    judge_as_one(kinds, table.evidence, np.flatnonzero(joined))
    return Scores(junk, kinds), arrays


def calibrated(junk: Ints, table: Table, use: Flags) -> npt.NDArray[np.float64]:
    """Return the calibration on the lines that are of use, or on all that are known, if those are all alike."""
    target = (table.label > 0).astype(np.int8)
    if len(np.unique(target[use])) < 2:
        use = table.label != UNKNOWN
    return calibrate(junk[use], target[use])


def _distilled(inputs: Features, table: Table, plan: networks.Plan, talk: Talk) -> tuple[Ints, Arrays]:
    """Return the junk logit of every line out of fold, and the arrays of the network that was taught on all lines."""
    known = table.label != UNKNOWN
    target = np.where(known, table.label > 0, 0).astype(np.int8)
    taught = known & teacher.drawn(table)

    def student(inside: Flags) -> Arrays:
        at, lines = np.flatnonzero(inside & taught), np.flatnonzero(inside)
        trees = teacher.fit(inputs[at], target[at], table.weight[at], plan.seed)
        return networks.fit_to(inputs[lines], teacher.opinion(trees, inputs[lines]), table.weight[lines], plan)

    final = student(np.ones(len(target), np.bool_))
    talk("trees and network")
    found = Network.of(final, plan.prefix).logits(inputs)[:, 0]
    for fold in range(FOLDS):
        inside, outside = table.fold != fold, table.fold == fold
        if outside.any() and len(np.unique(target[inside & taught])) == 2:  # else too little data to leave any out
            found[outside] = Network.of(student(inside), plan.prefix).logits(inputs[outside])[:, 0]
            talk(f"trees and network without fold {fold + 1} of {FOLDS}")
    return found, final


def _kinds(inputs: Features, table: Table, plan: networks.Plan) -> tuple[Ints, Arrays]:
    """Return the logits of the labels for every line out of fold, and the arrays fitted on all lines that have one."""
    use = (table.label > 0) & (table.label < len(LABELS))
    found, final = _classified(inputs, table.label, use, table, plan)
    present = np.unique(table.label[use])
    return _spread(found, final, present, plan.prefix) if len(present) < len(FURNITURE) else (found, final)


def _classified(
    inputs: Features, target: npt.NDArray[np.int8], use: Flags, table: Table, plan: networks.Plan
) -> tuple[Ints, Arrays]:
    """Return the logits of every line out of fold, and the arrays of the network fitted on all lines in use."""

    def fitted(chosen: Flags) -> Arrays:
        at = np.flatnonzero(chosen)
        return networks.fit(inputs[at], target[at], table.weight[at], plan)

    final = fitted(use)
    network = Network.of(final, plan.prefix)
    found = np.zeros((len(use), network.layers[-1].weights.shape[1]), np.int64)
    present = np.unique(target[use])
    for fold in range(FOLDS):
        inside, outside = use & (table.fold != fold), table.fold == fold
        if outside.any():
            whole = len(np.unique(target[inside])) == len(present)
            part = Network.of(fitted(inside), plan.prefix) if whole else network  # too little data to leave any out
            found[outside] = part.logits(inputs[outside])
    return found, final


def _spread(kinds: Ints, arrays: Arrays, present: npt.NDArray[np.int8], prefix: str) -> tuple[Ints, Arrays]:
    """Give labels that the data never shows a column that never wins."""
    last = max(int(name.removeprefix(f"{prefix}.weights")) for name in arrays if name.startswith(f"{prefix}.weights"))
    weights, bias = arrays[f"{prefix}.weights{last}"], arrays[f"{prefix}.bias{last}"]
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
    return spread, {**arrays, f"{prefix}.weights{last}": wide, f"{prefix}.bias{last}": low}
