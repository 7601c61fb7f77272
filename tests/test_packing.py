"""Packed weights come back as they were, and what does not fit is refused."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.packing import CODES, LEVELS, VALUES, packed, unpacked
from cleaner.training.lanes import coarse


@given(st.integers(0, 2**32 - 1), st.integers(1, LEVELS), st.integers(1, 4), st.integers(LEVELS + 1, 60))
def test_what_was_packed_comes_back(seed: int, levels: int, lanes: int, half: int) -> None:
    random = np.random.default_rng(seed)
    values = random.choice(np.arange(-128, 128), levels, replace=False).astype(np.int8)
    arrays = {"view.weights": random.choice(values, (lanes, 2 * half)), "view.step": np.ones(lanes)}
    small = packed(arrays)
    assert set(small) == {"view.weights" + CODES, "view.weights" + VALUES, "view.step"}
    assert small["view.weights" + CODES].shape == (lanes, half)
    again = unpacked(small)
    assert set(again) == set(arrays)
    assert all(
        np.array_equal(again[name], array) and again[name].dtype == array.dtype for name, array in arrays.items()
    )


def test_what_has_too_many_levels_stays_as_it_is() -> None:
    many = np.arange(-18, 18, dtype=np.int8)[None]
    odd = np.zeros((2, 401), np.int8)
    for array in (many, odd, np.zeros(400, np.int8), np.zeros((2, 400), np.int16), np.zeros((400, 6), np.int8)):
        assert packed({"a": array})["a"] is array


@pytest.mark.parametrize("broken", [CODES, VALUES])
def test_codes_without_fitting_levels_are_refused(broken: str) -> None:
    small = packed({"a": np.zeros((2, 400), np.int8)})
    for wrong in (small["a" + broken].astype(np.int64), small["a" + broken][:1], small["a" + broken][0]):
        with pytest.raises(ValueError, match=r"a@(codes|levels) is"):
            unpacked({**small, "a" + broken: wrong})
    del small["a" + VALUES]
    with pytest.raises(KeyError):
        unpacked(small)


def test_coarse_weights_keep_zero_and_lie_close() -> None:
    weights = np.clip(np.rint(np.random.default_rng(5).standard_normal(20_000) * 14), -127, 127).astype(np.int8)
    rounded = coarse(weights)
    assert len(np.unique(rounded)) <= LEVELS
    assert (rounded[weights == 0] == 0).all()
    assert np.sqrt(np.mean((rounded.astype(float) - weights) ** 2)) < 2.5
    assert np.array_equal(coarse(rounded), rounded)
