"""Stage 2: a first look at every open line in its context, and a second one that knows the first verdicts around.

What is alone in doubt is often not so among its neighbours: twenty replies under a form, forty titles under a heading.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from cleaner.batch import Flags, Ints
from cleaner.calibration import chances, table_of
from cleaner.context import Features, feature_names, features
from cleaner.decide import LONG
from cleaner.evidence import Evidence
from cleaner.network import LOGIT, Network
from cleaner.shape import COLUMN
from cleaner.stage1 import Arrays, open_lines
from cleaner.taxonomy import FURNITURE, Label
from cleaner.torn import judge_as_one
from cleaner.verdicts import AROUND, NAMED, verdicts
from cleaner.window import Numbers

FIRST, SECOND = "first.", "second."
"""What the names of the arrays of each look start with."""
CLOSED = -16 * LOGIT
"""The junk logit of a line that is content by its own words: whatever is added, it stays below all thresholds."""
DOUBTFUL = NAMED
"""Chance of junk from which on a line is looked at twice, unless what it was named is spam."""
JOINED = 0.35
"""Chance of junk from which on a piece of a torn sentence has a say in what kind of junk the sentence is."""
ROUNDING = 1e-9
"""More than a chance loses where it is taken from one, and back."""
BLOCK = 1 << 14
"""Lines that are looked at again at a time: one text may have millions."""


class Opinions(NamedTuple):
    """Hold which lines are open, the context of these, and of all lines the junk logit and those of the labels.

    A line that was looked at once (not doubtful, or spam) has the logits of that look.
    """

    open: Ints
    context: Features
    junk: Ints
    kinds: Ints


class Look:
    """Hold the two networks of a look: is a line junk, and of which kind; and what chance a junk logit stands for.

    Raises KeyError or ValueError if arrays are missing, or do not fit each other or so many inputs.
    """

    def __init__(self, arrays: Arrays, prefix: str, inputs: int) -> None:
        self.junk = Network.of(arrays, f"{prefix}junk").fit_for(inputs, 1)
        self.kind = Network.of(arrays, f"{prefix}kind").fit_for(inputs, len(FURNITURE))
        self.calibration = table_of(arrays[f"{prefix}calibration"])

    def likely(self, junk: Ints, least: float) -> Ints:
        """Return which of the junk logits stand for a chance of at least `least`, sorted."""
        return np.flatnonzero(chances(junk, self.calibration) >= least - ROUNDING)


class Judge:
    """Say what lines are: whether the networks take them for junk, and for which kind of it."""

    def __init__(self, arrays: Arrays) -> None:
        inputs = len(feature_names())
        self.first, self.second = Look(arrays, FIRST, inputs), Look(arrays, SECOND, inputs + AROUND)

    def opinions(self, evidence: Evidence, raised: Ints | None = None, least: float = NAMED) -> Opinions:
        """Return what the networks say of every line.

        `raised` is added to the junk logits. Lines are those with ink; closed ones have no context, and never go.
        The kind of every line that may be junk with a chance of `least` is asked; other lines may have logits of zero.
        The pieces of a torn sentence are of one kind.
        """
        count, asked = len(evidence.lanes), np.flatnonzero(open_lines(evidence.lanes))
        context, _ = features(evidence, asked)
        raised = np.zeros(count, np.int64) if raised is None else raised
        junk, kinds = np.full(count, CLOSED), np.zeros((count, len(FURNITURE)), np.int64)
        junk[asked] = self.first.junk.logits(context)[:, 0]
        # By half: the two calibrations make a little more, or less, of the same logit.
        named = self.first.likely((junk + raised)[asked], min(least, NAMED) / 2)
        kinds[asked[named]] = self.first.kind.logits(context[named])

        again = self.first.likely(junk[asked], DOUBTFUL)
        again = again[placed(kinds[asked[again]])]
        around = verdicts(junk, kinds, self.first.calibration, evidence.first, asked[again])
        for start in range(0, len(again), BLOCK):
            rows = again[start : start + BLOCK]
            lines, inputs = asked[rows], np.concatenate([context[rows], around[start : start + BLOCK]], axis=1)
            junk[lines] = weighed(junk[lines], self.second.junk.logits(inputs)[:, 0], evidence.shape[lines])
            named = self.second.likely((junk + raised)[lines], min(least, JOINED))
            kinds[lines[named]] = together(kinds[lines[named]], self.second.kind.logits(inputs[named]))

        judge_as_one(kinds, evidence, asked[self.second.likely(junk[asked], JOINED)])
        return Opinions(asked, context, junk + raised, kinds)


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
    """Return what two looks say together: the first counts twice, for trees have taught it."""
    return (2 * first + second) // 3
