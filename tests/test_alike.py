"""Equal lines in a row are one thing; what stands alone, or in another document, keeps its own."""

from __future__ import annotations

from itertools import groupby

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.alike import RUN, judge_alike, runs
from cleaner.batch import Batch
from cleaner.evidence import Evidence
from cleaner.model import load
from cleaner.stage1 import Stage1
from tests.arrays import stage1_arrays

STAGE1 = Stage1(stage1_arrays(5))
TEXTS = st.lists(st.lists(st.sampled_from("ab"), max_size=20).map("\n".join), min_size=1, max_size=4)


def evidence_of(*texts: str) -> Evidence:
    return STAGE1.evidence(Batch.of(list(texts)))


def test_three_equal_lines_are_no_run() -> None:
    assert runs(evidence_of("menu\n" * 3 + "pier\n" + "menu\n" * 3)) == []


def test_a_run_ends_with_its_document() -> None:
    assert runs(evidence_of("menu\nmenu", "menu\nmenu\nmenu")) == []


def test_blank_lines_do_not_part_a_run() -> None:
    assert runs(evidence_of("pier\n" + "menu\n\n" * 4 + "pier")) == [(1, 5)]


def test_the_lines_of_a_run_have_the_mean_of_their_logits() -> None:
    logits = np.array([[9, 0], [100, 1], [50, 2], [-30, 3], [1, 3], [7, 7]])
    judge_alike(logits, [(1, 5)])
    assert logits.tolist() == [[9, 0], *[[30, 2]] * 4, [7, 7]]


@given(TEXTS)
def test_runs_are_those_of_each_document(texts: list[str]) -> None:
    expected, at = [], 0
    for text in texts:
        for letter, group in groupby(text.split("\n")):
            count = len(list(group)) if letter else 0
            expected += [(at, at + count)] * (count >= RUN)
            at += count
    assert runs(evidence_of(*texts)) == expected


@pytest.mark.parametrize("line", ["a", "A", "Share"])
def test_no_pass_takes_a_few_of_a_thousand_equal_lines(line: str) -> None:
    """With a verdict for each place, four thousand lines of one letter did not come to rest in sixteen passes."""
    cleaning = load().clean(f"{line}\n" * 4000)
    assert cleaning.refused is None
    assert cleaning.text in ("", f"{line}\n" * 4000)


@pytest.mark.parametrize("line", ["foto:", "photo.", "image."])
def test_the_first_line_of_a_run_is_what_the_others_are(line: str) -> None:
    """It goes on with the sentence of the headline above it: that makes it no other thing."""
    cleaning = load().clean("Westhaven\n" + f"{line}\n" * 4)
    assert len({f.label for f in cleaning.findings if f.start >= len("Westhaven\n")}) <= 1
