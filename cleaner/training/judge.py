"""Fit the networks of both looks at lines, out of fold and on everything.

At the first look trees learn from the labels whether a line is furniture, and a network from what the trees say of
labelled and unlabelled lines alike. What kind of furniture a line is, a network learns from the labels alone. At the
second look one network learns both from the labels, page by page, and from what the first look says out of fold.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cleaner.batch import Flags, Ints
from cleaner.calibration import Chances
from cleaner.context import Features
from cleaner.judge import (
    CLOSED,
    DOUBTFUL,
    FIRST,
    JOINED,
    SAID,
    SECOND,
    likely,
    placed,
    reading,
    said,
    together,
    weighed,
)
from cleaner.memory import Memory
from cleaner.network import LOGIT, Network
from cleaner.taxonomy import FURNITURE, LABELS
from cleaner.torn import judge_as_one
from cleaner.training import memory, networks, teacher
from cleaner.training.corpora import FOLDS
from cleaner.training.lanes import Arrays
from cleaner.training.table import UNKNOWN, Table
from cleaner.training.thresholds import calibrate

HIDDEN, KINDS = (96, 48), (128, 64)
"""Sizes of the networks of the first look, that tell furniture from content, and of which kind it is."""
EPOCHS, KIND_EPOCHS = 8, 12
"""The labels have few lines to be learned from."""
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

    second, fitted = _remembering(reading(context, said(junk, kinds, calibration)), table, asked, seed, talk)
    arrays |= fitted
    again = np.zeros(len(asked), np.bool_)
    again[likely(junk, calibration, DOUBTFUL)] = True
    again &= placed(kinds)
    junk = np.where(again, weighed(junk, second[:, 0], table.evidence.shape), junk)
    kinds = np.where(again[:, None], together(kinds, second[:, 1:]), kinds)
    calibration = arrays[f"{SECOND}calibration"] = calibrated(junk, table, judged & again)
    judge_as_one(kinds, table.evidence, likely(junk, calibration, JOINED))
    return Scores(junk, kinds), arrays


def calibrated(junk: Ints, table: Table, use: Flags) -> Chances:
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


def _remembering(inputs: Features, table: Table, asked: Flags, seed: int, talk: Talk) -> tuple[Ints, Arrays]:
    """Return what a memory says of every line out of fold, and the arrays of the one that learned from all pages."""
    lines, to_inputs = memory.lines_of(inputs, table, asked)
    rows, name = np.flatnonzero(asked), f"{SECOND}memory"

    def fitted(inside: Flags) -> Arrays:
        return memory.arrays_of(memory.fit(lines, inside, seed), to_inputs, name)

    final = fitted(np.ones(len(asked), np.bool_))
    talk("memory")
    found = np.zeros((len(asked), SAID), np.int64)
    for fold in range(FOLDS):
        inside, outside = table.fold != fold, np.flatnonzero((table.fold == fold) & asked)
        if len(outside):
            whole = len(np.unique(table.label[inside & (table.label != UNKNOWN)] > 0)) == 2
            part = Memory.of(fitted(inside) if whole else final, name, inputs.shape[1], SAID)  # else too little data
            found[outside] = part.logits(inputs[rows], rows, table.evidence.first, outside)
            talk(f"memory without fold {fold + 1} of {FOLDS}")
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
