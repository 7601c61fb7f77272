"""What words look like: the same n-grams in training and in use, whatever stands beside them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner import grams
from cleaner.grams import GRAM_BITS, UNITS, Grams
from cleaner.training.looks import gram_rows
from tests.strategies import texts

ROWS = np.random.default_rng(5).integers(-127, 128, (1 << GRAM_BITS, 6)).astype(np.int8)
BIAS, OUT = np.array([40, -30, 20, 0, 9, -9], np.int32), np.array([3, -5, 7, 2, -4, 1, 50, 900], np.int32)


@settings(max_examples=100)
@given(st.lists(texts(), min_size=1, max_size=6))
def test_scores_are_sums_over_the_rows_that_a_training_sees(many: list[str]) -> None:
    rows, first = gram_rows(many)
    wanted = []
    for at in range(len(many)):
        total = ROWS[rows[first[at] : first[at + 1]]].astype(np.int64).sum(axis=0)
        score = int(np.maximum(total + BIAS, 0) @ OUT[:-2].astype(np.int64) + 50) * UNITS // 900
        wanted.append(max(min(score, 15 * UNITS), -15 * UNITS))
    assert Grams(ROWS, BIAS, OUT).scores(many) == wanted


def test_how_many_are_scored_at_once_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    words = [f"word{at}" for at in range(20)] * 2
    whole = Grams(ROWS, BIAS, OUT).scores(words)
    monkeypatch.setattr(grams, "_AT_ONCE", 3)
    assert Grams(ROWS, BIAS, OUT).scores(words) == whole


@pytest.mark.parametrize("units", [1, 4, 20, 32])
def test_no_words_have_no_scores(units: int) -> None:
    some = Grams(np.ones((1 << GRAM_BITS, units), np.int8), np.zeros(units, np.int32), np.ones(units + 2, np.int32))
    assert some.scores([]) == []
    assert len(some.scores(["a", ""])) == 2
