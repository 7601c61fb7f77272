"""Chosen thresholds lose no more content than was stated, on the data that they were chosen on."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.batch import Ints
from cleaner.calibration import probabilities_of
from cleaner.decide import LONG
from cleaner.network import LOGIT
from cleaner.taxonomy import FURNITURE
from cleaner.training.thresholds import FLOOR, MANY, RANGE, UNSURE, calibrate, choose, line_weights

STEEP = np.round(1 / (1 + np.exp(-np.arange(-RANGE, RANGE + 1) / LOGIT)), 6)
"""Two logits apart may be less than a hundred thousandth apart in probability."""


class Data(NamedTuple):
    junk: Ints
    kinds: Ints
    label: npt.NDArray[np.int8]
    size: Ints
    weight: npt.NDArray[np.float64]


@st.composite
def data(draw: st.DrawFn) -> Data:
    """Return lines with scores that are right more often than not, and mistakes anywhere."""
    random = np.random.default_rng(draw(st.integers(0, 1 << 30)))
    count = draw(st.integers(1, 300))
    label = np.where(random.random(count) < 0.5, 0, random.integers(1, len(FURNITURE) + 1, count)).astype(np.int8)
    spread = draw(st.sampled_from([30, 200, 900]))
    junk = np.clip(np.where(label > 0, 150, -150) + random.normal(0, spread, count), -2000, 2000).astype(np.int64)
    kinds = random.integers(-200, 200, (count, len(FURNITURE)))
    return Data(junk, kinds, label, random.integers(1, 400, count), random.choice([0.2, 0.5, 1.0], count))


def removed(
    given: Data, chosen: dict[str, dict[str, float]], calibration: npt.NDArray[np.float64]
) -> npt.NDArray[np.bool_]:
    """Return what the walk would remove: by 1 - p(content), as `decide` compares it."""
    probabilities = probabilities_of(given.junk, given.kinds, calibration)
    kinds = ("remove", "long")
    short, long = (np.array([chosen[kind][label] for label in FURNITURE]) for kind in kinds)
    best: npt.NDArray[np.int64] = probabilities[:, 1:].argmax(axis=1)
    limits = np.where(given.size >= LONG, long[best], short[best])
    gone: npt.NDArray[np.bool_] = 1.0 - probabilities[:, 0] >= limits
    return gone


def loss_of(given: Data, gone: npt.NDArray[np.bool_]) -> float:
    content = given.label == 0
    return float(given.size[gone & content].sum() / max(given.size[content].sum(), 1))


@settings(max_examples=200)
@given(data(), st.sampled_from([0.0001, 0.001, 0.01, 0.1, 0.5]))
def test_the_stated_loss_is_kept(given: Data, loss: float) -> None:
    chosen = choose(*given, STEEP, loss)
    for kind in ("remove", "long", "unsure"):
        assert set(chosen[kind]) == set(FURNITURE)
        assert all(limit >= (UNSURE if kind == "unsure" else FLOOR) for limit in chosen[kind].values())
    assert loss_of(given, removed(given, chosen, STEEP)) <= loss + 1e-12


@settings(max_examples=100)
@given(data(), st.sampled_from([0.001, 0.01, 0.1]), st.sampled_from([2, 5]))
def test_a_larger_loss_gains_no_less(given: Data, loss: float, more: int) -> None:
    found = []
    for share in (loss, loss * more):
        gone = removed(given, choose(*given, STEEP, share), STEEP)
        found.append(float(np.where(given.label > 0, given.weight, -given.weight)[gone].sum()))
    assert found[0] <= found[1] + 1e-9


def test_all_junk_that_costs_nothing_is_found() -> None:
    label = np.array([0, 0, 1, 1, 2], np.int8)
    kinds = np.zeros((5, len(FURNITURE)), np.int64)
    kinds[np.arange(5), np.maximum(label.astype(np.int64) - 1, 0)] = 100
    given = Data(np.array([-90, 40, 50, 300, 41]), kinds, label, np.full(5, 100), np.ones(5))
    gone = removed(given, choose(*given, STEEP, 0.01), STEEP)
    assert gone.tolist() == [False, False, True, True, True]


@given(data(), st.floats(0.01, FLOOR))
def test_no_paragraph_goes_from_less_than_the_floor(given: Data, floor: float) -> None:
    chosen = choose(*given, STEEP, loss=1.0, floor=floor)
    assert min(chosen["long"].values()) >= FLOOR
    assert min(chosen["remove"].values()) >= floor


def test_a_label_whose_surest_line_is_content_is_not_removed() -> None:
    kinds = np.zeros((3, len(FURNITURE)), np.int64)
    given = Data(np.array([500, 400, -300]), kinds, np.array([0, 1, 0], np.int8), np.full(3, 100), np.ones(3))
    chosen = choose(*given, STEEP, 0.01)
    assert not removed(given, chosen, STEEP).any()


@pytest.mark.parametrize("gap", [1, 2])
def test_two_scores_that_differ_in_the_sixth_digit_are_told_apart(gap: int) -> None:
    """Rounding must not pull the content that stands just below a threshold over it."""
    kinds = np.zeros((3, len(FURNITURE)), np.int64)
    logit = 9 * LOGIT
    given = Data(np.array([logit + gap, logit, -300]), kinds, np.array([1, 0, 0], np.int8), np.full(3, 100), np.ones(3))
    assert 0 < STEEP[RANGE + logit + gap] - STEEP[RANGE + logit] < 1e-5
    gone = removed(given, choose(*given, STEEP, 0.01), STEEP)
    assert gone.tolist() == [True, False, False]


def test_calibration_rises_and_is_near_the_share_of_junk() -> None:
    random = np.random.default_rng(1)
    junk = random.integers(-6 * LOGIT, 6 * LOGIT, 20_000)
    truth = 1 / (1 + np.exp(-(0.5 * junk / LOGIT - 1)))  # the network is twice too sure of itself, and one off
    target = (random.random(len(junk)) < truth).astype(np.int8)
    calibration = calibrate(junk, target)
    assert len(calibration) == 2 * RANGE + 1
    assert (np.diff(calibration) >= 0).all()
    assert np.abs(calibration[junk + RANGE] - truth).max() < 0.03


def test_calibration_never_falls_even_if_the_scores_are_upside_down() -> None:
    junk = np.arange(-300, 300)
    assert (np.diff(calibrate(junk, (junk < 0).astype(np.int8))) >= 0).all()


def test_a_line_lost_weighs_as_much_as_one_found() -> None:
    """Short content costs next to no characters: without a price for lines, headings would go with the menus."""
    kinds = np.zeros((6, len(FURNITURE)), np.int64)
    junk = np.array([500, 400, 399, 398, 397, -600])
    label = np.array([1, 0, 0, 1, 1, 0], np.int8)
    given = Data(junk, kinds, label, np.array([9, 1, 1, 9, 9, 100_000]), np.array([1, 1, 1, 1, 0.5, 1]))
    assert removed(given, choose(*given, STEEP, 0.01), STEEP).tolist() == [True] + [False] * 5
    cheap = given._replace(weight=np.array([1, 0.2, 0.2, 1, 1, 1]))
    assert removed(cheap, choose(*cheap, STEEP, 0.01), STEEP).tolist() == [True] * 5 + [False]


def test_a_long_document_does_not_outvote_many_short_ones() -> None:
    weights = line_weights(np.array([1, MANY, 0, 4 * MANY]))
    assert len(weights) == 1 + 5 * MANY
    assert weights[: 1 + MANY].tolist() == [1.0] * (1 + MANY)
    assert weights[1 + MANY :].sum() == pytest.approx(MANY)
