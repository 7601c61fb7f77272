"""The pieces of a torn sentence are of one kind; other lines keep their own."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.batch import Batch
from cleaner.context import root
from cleaner.evidence import Evidence
from cleaner.shape import COLUMN
from cleaner.stage1 import Stage1
from cleaner.torn import judge_as_one, torn
from tests.arrays import stage1_arrays

STAGE1 = Stage1(stage1_arrays(5))
CALL = "Get\nthe evening letter\nof our desk, free of charge\nA new pier is built."
LINES = st.sampled_from(["Get", "the evening letter", "and more.", "A new pier", "read:", "(cut)", "ferries", "Über"])
TEXTS = st.lists(st.lists(LINES, min_size=1, max_size=8).map("\n".join), min_size=1, max_size=4)


def evidence_of(*texts: str) -> Evidence:
    return STAGE1.evidence(Batch.of(list(texts)))


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("", []),
        ("small at the top", [False]),
        (CALL, [False, True, True, False]),
        ("It is over.\nand begins again", [False, False]),
        ("Read also:\nferries of the coast", [False, False]),
        ("The pier\n\n\nof Westhaven", [False, True]),
        ("The Pier\nThe Ferry\n- the boat", [False, False, False]),
    ],
)
def test_a_small_letter_goes_on_with_what_was_not_closed(text: str, flags: list[bool]) -> None:
    assert torn(evidence_of(text)).tolist() == flags


def test_no_sentence_goes_on_in_the_next_document() -> None:
    assert torn(evidence_of("The pier", "of Westhaven", "", "is long")).tolist() == [False, False, False]


def test_pieces_share_the_mean_of_their_logits_weighed_by_the_root_of_their_length() -> None:
    logits = np.array([[100, 0], [-50, 8], [7, -900], [64, 3]])
    weight = root(np.array([len(line) for line in CALL.split("\n")[:3]]))
    mean = (logits[:3] * weight[:, None]).sum(axis=0) // weight.sum()
    judge_as_one(logits, evidence_of(CALL), np.arange(4))
    assert (logits[:3] == mean).all()
    assert logits[3].tolist() == [64, 3]


def test_what_was_not_asked_keeps_its_own_and_parts_the_others() -> None:
    logits = np.array([[100], [-5000], [90], [64]])
    judge_as_one(logits, evidence_of(CALL), np.array([0, 2, 3]))
    assert logits.tolist() == [[100], [-5000], [90], [64]]
    judge_as_one(logits, evidence_of(CALL), np.array([1, 2]))
    assert logits[0] == 100
    assert -5000 < logits[1] == logits[2] < 90


@given(TEXTS, st.integers(0, 1 << 30))
def test_every_line_has_the_mean_of_its_sentence(texts: list[str], seed: int) -> None:
    """Beside the naive definition; all documents at once give what each gives alone."""
    evidence = evidence_of(*texts)
    count = len(evidence.lanes)
    given_logits = np.random.default_rng(seed).integers(-1000, 1000, (count, 3))
    logits = given_logits.copy()
    judge_as_one(logits, evidence, np.arange(count))
    flags, weight = torn(evidence), root(evidence.shape[:, COLUMN["bytes"]])
    number = 0
    for text in texts:
        lines = text.split("\n")
        own = slice(number, number + len(lines))
        alone = given_logits[own].copy()
        judge_as_one(alone, evidence_of(text), np.arange(len(lines)))
        assert (alone == logits[own]).all()
        number += len(lines)
    for line in range(count):
        first, last = line, line + 1
        while flags[first]:
            first -= 1
        while last < count and flags[last]:
            last += 1
        sentence = slice(first, last)
        mean = (given_logits[sentence] * weight[sentence, None]).sum(axis=0) // weight[sentence].sum()
        assert (logits[line] == (mean if last - first > 1 else given_logits[line])).all()
