"""Sentences that an extractor tore into lines, at links mostly: what they are is judged as one.

A line that opens with a small letter, under one that does not close a sentence, goes on with it: `Get the`, `news of
the day`, `on our channel`. By itself such a piece says little, and the pieces of a sentence never differ in what they
are. Whether they are content is another question: the word `image` under a headline goes on with it by this rule, too.
"""

from __future__ import annotations

import numpy as np

from cleaner.batch import Flags, Ints
from cleaner.context import root
from cleaner.evidence import Evidence
from cleaner.shape import COLUMN

_OPENS = COLUMN["starts_lower"]
_CLOSES = [COLUMN[name] for name in ("ends_sentence", "ends_colon", "ends_closing")]


def torn(evidence: Evidence) -> Flags:
    """Tell which lines go on with the sentence of the line before."""
    flags: Flags = evidence.shape[:, _OPENS] > 0
    flags[1:] &= ~(evidence.shape[:-1, _CLOSES] > 0).any(axis=1)
    flags[evidence.first[:-1][np.diff(evidence.first) > 0]] = False
    return flags


def judge_as_one(logits: Ints, evidence: Evidence, asked: Ints) -> None:
    """Give every piece of a torn sentence the mean of their logits, shape (lines, columns), in place.

    A piece weighs the root of its length: the words of a long one say more, but not that much more. Lines that are not
    `asked` are no pieces.
    """
    member: Flags = np.zeros(len(logits), np.bool_)
    member[asked] = True
    goes_on = torn(evidence) & member
    goes_on[1:] &= member[:-1]
    pieces = np.flatnonzero(goes_on | np.append(goes_on[1:], False))
    if not len(pieces):
        return
    weight = root(evidence.shape[pieces, COLUMN["bytes"]])
    opens = np.flatnonzero(~goes_on[pieces])
    means = np.add.reduceat(logits[pieces] * weight[:, None], opens) // np.add.reduceat(weight, opens)[:, None]
    logits[pieces] = means[np.cumsum(~goes_on[pieces]) - 1]
