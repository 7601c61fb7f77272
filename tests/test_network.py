"""The whole-number network computes what the float network does, exactly the same in every batch."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from cleaner import network
from cleaner.network import EXACT, HIDDEN_TOP, INPUT_TOP, LOGIT, Network, Scaling
from cleaner.training.quantise import quantise

Arrays = dict[str, npt.NDArray[Any]]
SHAPES = [(7, 1), (30, 16, 5), (113, 64, 32, 10)]


def float_network(sizes: tuple[int, ...], seed: int = 7) -> tuple[list[network.Floats], list[network.Floats]]:
    """Return weights and biases as training makes them: about as large as their inputs are many."""
    random = np.random.default_rng(seed)
    weights: list[network.Floats] = [
        (random.standard_normal((inputs, outputs)) * (2 / inputs) ** 0.5).astype(np.float32)
        for inputs, outputs in pairwise(sizes)
    ]
    return weights, [(random.standard_normal(size) / 4).astype(np.float32) for size in sizes[1:]]


def sample_of(inputs: int, rows: int = 3000, seed: int = 8) -> npt.NDArray[np.int16]:
    return np.random.default_rng(seed).integers(-900, 900, (rows, inputs)).astype(np.int16)


def quantised(sizes: tuple[int, ...]) -> tuple[Arrays, npt.NDArray[np.int16]]:
    weights, biases = float_network(sizes)
    sample = sample_of(sizes[0])
    center = np.full(sizes[0], 3.0, np.float32)
    scale = np.full(sizes[0], INPUT_TOP / 1000, np.float32)
    return quantise(Scaling(center, scale), weights, biases, sample, "net"), sample


def in_floats(sizes: tuple[int, ...], features: npt.NDArray[np.int16]) -> npt.NDArray[np.float64]:
    weights, biases = float_network(sizes)
    values = (features.astype(np.float64) - 3) / 1000
    for weight, bias in zip(weights[:-1], biases[:-1], strict=True):
        values = np.maximum(values @ weight + bias, 0)
    return values @ weights[-1] + biases[-1]


def in_integers(arrays: Arrays, features: npt.NDArray[np.int16]) -> tuple[npt.NDArray[np.int64], int]:
    """Compute the network with 64-bit sums; return the logits and the largest sum that any order of adding meets."""
    values = Network.of(arrays, "net").scaling.apply(features).astype(np.int64)
    layers = sum(name.startswith("net.weights") for name in arrays)
    largest = 0
    for at in range(layers):
        weights = arrays[f"net.weights{at}"].astype(np.int64)
        bias = arrays[f"net.bias{at}"].astype(np.int64)
        reach = np.abs(values) @ np.abs(weights) + np.abs(bias)
        largest = max(largest, int(reach.max()))
        scaled = (values @ weights + bias).astype(np.float32) * np.float32(arrays[f"net.factor{at}"])
        if at == layers - 1:
            return np.rint(scaled).astype(np.int64), largest
        values = np.minimum(np.rint(np.maximum(scaled, 0)), HIDDEN_TOP).astype(np.int64)
    raise AssertionError("a network without layers")


def test_no_rows_give_no_logits() -> None:
    arrays, sample = quantised((30, 16, 5))
    assert Network.of(arrays, "net").logits(sample[:0]).shape == (0, 5)


def test_inputs_are_clipped_and_whole() -> None:
    one = np.ones(1, np.float32)
    values = Scaling(one, one / np.float32(4)).apply(np.array([[1], [2], [4], [32767], [-32768]], np.int16))
    assert values.ravel().tolist() == [0, 0, 1, INPUT_TOP, -INPUT_TOP]


@pytest.mark.parametrize("sizes", SHAPES)
def test_logits_are_nearly_those_of_the_float_network(sizes: tuple[int, ...]) -> None:
    arrays, _ = quantised(sizes)
    unseen = sample_of(sizes[0], seed=9)
    found = Network.of(arrays, "net").logits(unseen) / LOGIT
    expected = in_floats(sizes, unseen)
    difference = np.abs(found - expected)
    spread = expected.std()
    assert difference.mean() < 0.02 * spread
    assert np.quantile(difference, 0.99) < 0.1 * spread  # what lies beyond the range of the sample is clipped


@pytest.mark.parametrize("sizes", SHAPES)
def test_sums_are_exact(sizes: tuple[int, ...]) -> None:
    arrays, sample = quantised(sizes)
    extreme = np.where(sample > 0, 32767, -32768).astype(np.int16)
    for features in (sample, extreme):
        expected, largest = in_integers(arrays, features)
        assert largest < EXACT
        assert np.array_equal(Network.of(arrays, "net").logits(features), expected)


@pytest.mark.parametrize("sizes", SHAPES)
def test_no_input_at_all_can_make_a_sum_inexact(sizes: tuple[int, ...]) -> None:
    arrays, _ = quantised(sizes)
    top = INPUT_TOP
    for at in range(len(sizes) - 1):
        weights, bias = arrays[f"net.weights{at}"].astype(np.int64), arrays[f"net.bias{at}"].astype(np.int64)
        assert int((np.abs(weights).sum(axis=0) * top + np.abs(bias)).max()) < EXACT
        top = HIDDEN_TOP


LIMITS = [
    *(("_ROWS", rows) for rows in (1, 2, 3, 7, 64, 999)),
    *(("_ONE_THREAD", 113 * 64 * rows) for rows in (0, 1, 5, 999)),
]


@pytest.mark.parametrize(("limit", "value"), LIMITS)
def test_logits_do_not_depend_on_the_rows_beside(limit: str, value: int, monkeypatch: pytest.MonkeyPatch) -> None:
    arrays, sample = quantised((113, 64, 32, 10))
    net = Network.of(arrays, "net")
    whole = net.logits(sample[:999])
    monkeypatch.setattr(network, limit, value)
    assert np.array_equal(net.logits(sample[:999]), whole)
    assert np.array_equal(net.logits(sample[:999][::-1]), whole[::-1])


@pytest.mark.parametrize("rows", [1, 2, 3, 7, 64, 999])
def test_logits_of_parts_are_those_of_the_whole(rows: int) -> None:
    arrays, sample = quantised((113, 64, 32, 10))
    net = Network.of(arrays, "net")
    parts = [net.logits(sample[at : min(at + rows, 999)]) for at in range(0, 999, rows)]
    assert np.array_equal(np.concatenate(parts), net.logits(sample[:999]))


def test_a_layer_of_no_values_is_no_division_by_zero() -> None:
    arrays, sample = quantised((7, 1))
    arrays |= {"net.weights0": np.zeros((7, 0), np.int8), "net.bias0": np.zeros(0, np.int32)}
    assert Network.of(arrays, "net").logits(sample[:9]).shape == (9, 0)


def test_no_product_is_so_large_that_threads_would_share_it(monkeypatch: pytest.MonkeyPatch) -> None:
    arrays, sample = quantised((113, 64, 32, 10))
    sizes: list[int] = []
    multiply = np.matmul

    def noted(values: npt.NDArray[np.float32], weights: npt.NDArray[np.float32], **where: Any) -> Any:
        sizes.append(len(values) * weights.size)
        return multiply(values, weights, **where)

    monkeypatch.setattr(network, "_ONE_THREAD", network.one_thread({}))
    monkeypatch.setattr(np, "matmul", noted)
    Network.of(arrays, "net").logits(sample[:999])
    assert sizes
    assert max(sizes) < 1 << 19


def test_products_are_not_cut_up_where_there_is_one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    arrays, sample = quantised((113, 64, 32, 10))
    made: list[tuple[int, ...]] = []
    multiply = np.matmul

    def noted(values: npt.NDArray[np.float32], weights: npt.NDArray[np.float32], **where: Any) -> Any:
        made.append(values.shape)
        return multiply(values, weights, **where)

    monkeypatch.setattr(np, "matmul", noted)
    monkeypatch.setattr(network, "_ONE_THREAD", network.one_thread({"OPENBLAS_NUM_THREADS": "1"}))
    Network.of(arrays, "net").logits(sample[:999])
    assert made == [(rows, inputs) for rows in (512, 487) for inputs in (113, 64, 32)]
    monkeypatch.setattr(network, "_ONE_THREAD", network.one_thread({"OPENBLAS_NUM_THREADS": "2"}))
    Network.of(arrays, "net").logits(sample[:999])
    assert len(made) > 2 * 6


def test_arrays_of_a_network_are_whole_numbers() -> None:
    arrays, _ = quantised((30, 16, 5))
    assert sorted(arrays) == sorted(
        ["net.center", "net.scale"] + [f"net.{part}{at}" for part in ("weights", "bias", "factor") for at in (0, 1)]
    )
    assert {arrays[f"net.weights{at}"].dtype for at in (0, 1)} == {np.dtype(np.int16)}
    assert {arrays[f"net.bias{at}"].dtype for at in (0, 1)} == {np.dtype(np.int32)}
