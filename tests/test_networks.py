"""Trained networks are whole-number arrays that have learned what they were shown, the same for the same seed."""

from __future__ import annotations

import numpy as np

from cleaner.network import INPUT_TOP, LOGIT, Network
from cleaner.training.networks import Plan, fit, scaling

RANDOM = np.random.default_rng(4)
FEATURES = RANDOM.integers(-300, 300, (4000, 6)).astype(np.int16)
ONES = np.ones(len(FEATURES), np.float32)


def test_scaling_brings_the_bulk_to_the_range_of_inputs() -> None:
    features = FEATURES.copy()
    features[:3, 0] = 2000  # what lies far out must not squeeze the rest
    features[:, 5] = 7
    found = scaling(features)
    assert abs(found.center[0]) < 10
    assert np.allclose(found.scale[:5] * 300 / INPUT_TOP, 1, atol=0.05)
    values = found.apply(features)
    assert values.max() == INPUT_TOP
    assert not values[:, 5].any()


def test_a_network_learns_one_of_two() -> None:
    target = (FEATURES[:, 0] + FEATURES[:, 1] > 0).astype(np.int8)
    arrays = fit(FEATURES, target, ONES, Plan((16,), 200, 1, "net"))
    logits = Network.of(arrays, "net").logits(FEATURES)
    assert logits.shape == (len(target), 1)
    assert ((logits[:, 0] > 0) == (target > 0)).mean() > 0.95
    assert logits.std() > LOGIT


def test_a_network_learns_one_of_three() -> None:
    target = np.digitize(FEATURES[:, 2], [-100, 100]).astype(np.int8) + 4
    arrays = fit(FEATURES, target, ONES, Plan((16, 8), 80, 1, "net"))
    logits = Network.of(arrays, "net").logits(FEATURES)
    assert logits.shape == (len(target), 3)
    assert (logits.argmax(axis=1) + 4 == target).mean() > 0.85


def test_the_same_seed_gives_the_same_arrays() -> None:
    target = (FEATURES[:, 0] > 0).astype(np.int8)
    one, same, other = (fit(FEATURES, target, ONES, Plan((4,), 2, seed, "net")) for seed in (1, 1, 2))
    assert all(np.array_equal(one[name], same[name]) for name in one)
    assert not all(np.array_equal(one[name], other[name]) for name in one)


def test_weight_counts() -> None:
    """Lines that contradict each other are settled by their weight."""
    target = (np.arange(len(FEATURES)) % 2).astype(np.int8)
    weight = np.where(target > 0, 0.1, 1.0).astype(np.float32)
    arrays = fit(FEATURES, target, weight, Plan((4,), 300, 1, "net"))
    assert (Network.of(arrays, "net").logits(FEATURES)[:, 0] < 0).mean() > 0.95
