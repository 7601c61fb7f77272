"""Stage 2: a first look at every open line in its context, and a second one that remembers the verdicts around.

What is alone in doubt is often not so among its neighbours: twenty replies under a form, forty titles under a heading.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from cleaner.alike import judge_alike, runs
from cleaner.batch import Flags, Ints
from cleaner.calibration import Chances, chances, table_of
from cleaner.context import Features, alone, feature_names, features
from cleaner.decide import LONG
from cleaner.evidence import Evidence
from cleaner.memory import Memory
from cleaner.network import LOGIT, Network
from cleaner.shape import COLUMN
from cleaner.stage1 import Arrays, open_lines
from cleaner.taxonomy import FURNITURE, Label
from cleaner.torn import judge_as_one
from cleaner.window import Numbers

FIRST, SECOND = "first.", "second."
"""What the names of the arrays of each look start with."""
CLOSED = -16 * LOGIT
"""The junk logit of a line that is content by its own words: whatever is added, it stays below all thresholds."""
DOUBTFUL = 0.1
"""Chance of junk from which on a line has a label, and is looked at twice unless the label is spam."""
JOINED = 0.35
"""Chance of junk from which on a piece of a torn sentence has a say in what kind of junk the sentence is."""
ROUNDING = 1e-9
"""More than a chance loses where it is taken from one, and back."""
FARTHEST = 8 * LOGIT
"""Logits beyond this are as good as sure."""
SAID = 1 + len(FURNITURE)
"""How many numbers say what a first look said of a line."""


class Opinions(NamedTuple):
    """Hold which lines are open, the context of these, and of all lines the junk logit and those of the labels.

    A line that was looked at once (not doubtful, or spam) has the logits of that look.
    """

    open: Ints
    context: Features
    junk: Ints
    kinds: Ints


class FirstLook:
    """Hold the two networks of the first look: is a line junk, and of which kind; and what chance a logit stands for.

    Raises KeyError or ValueError if arrays are missing, or do not fit each other or the features.
    """

    def __init__(self, arrays: Arrays) -> None:
        inputs = len(feature_names())
        self.junk = Network.of(arrays, f"{FIRST}junk").fit_for(inputs, 1)
        self.kind = Network.of(arrays, f"{FIRST}kind").fit_for(inputs, len(FURNITURE))
        self.calibration = table_of(arrays[f"{FIRST}calibration"])


class Judge:
    """Say what lines are: whether the networks take them for junk, and for which kind of it."""

    def __init__(self, arrays: Arrays) -> None:
        self.first = FirstLook(arrays)
        self.second = Memory.of(arrays, f"{SECOND}memory", len(alone()) + SAID, SAID)
        self.calibration = table_of(arrays[f"{SECOND}calibration"])

    def opinions(self, evidence: Evidence, raised: Ints | None = None, least: float = DOUBTFUL) -> Opinions:
        """Return what the networks say of every line.

        `raised` is added to the junk logits. Lines are those with ink; closed ones have no context, and never go.
        The kind of every line that may be junk with a chance of `least` is asked; other lines may have logits of zero.
        The pieces of a torn sentence are of one kind, the lines of a run of equal ones are judged as one.
        """
        count, asked = len(evidence.lanes), np.flatnonzero(open_lines(evidence.lanes))
        context, _ = features(evidence, asked)
        raised = np.zeros(count, np.int64) if raised is None else raised
        junk, kinds = np.full(count, CLOSED), np.zeros((count, len(FURNITURE)), np.int64)
        junk[asked] = self.first.junk.logits(context)[:, 0]
        equal = runs(evidence)
        judge_alike(junk, equal)
        # By half: the two calibrations make a little more, or less, of the same logit.
        highest = np.maximum(junk, junk + raised)[asked]
        named = likely(highest, self.first.calibration, min(least, DOUBTFUL) / 2)
        kinds[asked[named]] = self.first.kind.logits(context[named])

        again = asked[likely(junk[asked], self.first.calibration, DOUBTFUL)]
        again = again[placed(kinds[again])]
        inputs = reading(context, said(junk[asked], kinds[asked], self.first.calibration))
        opinion = self.second.logits(inputs, asked, evidence.first, again)
        junk[again] = weighed(junk[again], opinion[:, 0], evidence.shape[again])
        kinds[again] = together(kinds[again], opinion[:, 1:])

        judge_alike(junk, equal)
        judge_as_one(kinds, evidence, asked[likely(junk[asked], self.calibration, JOINED)])
        judge_alike(kinds, equal)
        return Opinions(asked, context, junk + raised, kinds)


def likely(junk: Ints, calibration: Chances, least: float) -> Ints:
    """Return which of the junk logits stand for a chance of at least `least`, sorted."""
    return np.flatnonzero(chances(junk, calibration) >= least - ROUNDING)


def said(junk: Ints, kinds: Ints, calibration: Chances) -> Features:
    """Return what was said of lines in numbers of two bytes, shape (lines, SAID).

    The junk logit, and how far each label stays behind the most likely one: for lines that may be junk alone.
    """
    found = np.full((len(junk), SAID), -FARTHEST, np.int16)
    found[:, 0] = np.clip(junk, -FARTHEST, FARTHEST)
    named = likely(junk, calibration, DOUBTFUL)
    found[named, 1:] = np.maximum(kinds[named] - kinds[named].max(axis=1, keepdims=True), -FARTHEST)
    return found


def reading(context: Features, verdicts: Features) -> Features:
    """Return what a memory reads of lines: each by itself and its place, and what was said of it at the first look."""
    return np.concatenate([context.take(alone(), axis=1), verdicts], axis=1)


def placed(kinds: Ints) -> Flags:
    """Tell which lines are of a kind that has its place on a page; spam is put anywhere, whatever stands around it."""
    flags: Flags = kinds.argmax(axis=1) != FURNITURE.index(Label.SPAM)
    return flags


def weighed(first: Ints, second: Ints, shape: Numbers) -> Ints:
    """Return the junk logits that two looks at lines of this shape give together.

    What stands around a paragraph may save it and never costs it: where a script is strange, all lines look doubtful.
    """
    both, long = together(first, second), shape[:, COLUMN["characters"]] >= LONG
    return np.where(long, np.minimum(first, both), both)


def together(first: Ints, second: Ints) -> Ints:
    """Return what two looks say together: trees have taught the first, the second has read the page."""
    return (first + second) // 2
