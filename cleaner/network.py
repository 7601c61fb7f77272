"""A small neural network in whole numbers: the same sums on every machine, at every batch size.

Inputs and hidden values are rounded to few bits and weights to whole numbers, small enough that every product sum
stays below 2**24: floats of 32 bits hold such sums exactly, so that the order in which a BLAS adds cannot matter.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from cleaner.batch import Ints

Floats: TypeAlias = npt.NDArray[np.float32]
Sums: TypeAlias = npt.NDArray[np.float64]

EXACT = 1 << 24
INPUT_TOP = 127
HIDDEN_TOP = 255
LOGIT = 64
"""One unit of log-odds in the whole numbers that the network gives out."""
_ROWS = 512  # what fits into the second cache


def one_thread(environ: Mapping[str, str]) -> int:
    """Return how many products of numbers are asked for at a time.

    With more of them OpenBLAS would start threads, which only spin: they doubled the time of a batch. Where the
    environment allows it one thread, as our own commands do, nothing is cut up, and products take up to a third less.
    """
    return sys.maxsize if environ.get("OPENBLAS_NUM_THREADS") == "1" else (1 << 19) - 1


_ONE_THREAD = one_thread(os.environ)


@dataclass(frozen=True, slots=True)
class Scaling:
    """Bring features to whole numbers from `-INPUT_TOP` to `INPUT_TOP`."""

    center: Floats
    scale: Floats

    @classmethod
    def of(cls, arrays: Mapping[str, npt.NDArray[Any]], prefix: str) -> Scaling:
        """Read the scaling of a network; KeyError or ValueError as in `Network.of`."""
        center, scale = (_numbers(arrays, f"{prefix}.{part}", 1) for part in ("center", "scale"))
        if center.shape != scale.shape:
            raise ValueError(f"{prefix}.scale is not as long as {prefix}.center")
        return cls(center, scale)

    def apply(self, features: npt.NDArray[np.int16]) -> Floats:
        """Return the features centred, scaled, rounded and clipped."""
        values = features.astype(np.float32)
        values -= self.center
        values *= self.scale
        np.rint(values, out=values)
        return np.clip(values, -INPUT_TOP, INPUT_TOP, out=values)


@dataclass(frozen=True, slots=True)
class Layer:
    """Hold whole-number weights (inputs, outputs) and biases, and the factor from their sums to the next values."""

    weights: Floats
    bias: Floats
    factor: np.float32

    @classmethod
    def of(cls, arrays: Mapping[str, npt.NDArray[Any]], prefix: str, at: int) -> Layer:
        """Read layer number `at` of a network; KeyError or ValueError as in `Network.of`."""
        weights = _numbers(arrays, f"{prefix}.weights{at}", 2)
        bias = _numbers(arrays, f"{prefix}.bias{at}", 1)
        factor = _numbers(arrays, f"{prefix}.factor{at}", 0)
        if weights.shape[1] != len(bias):
            raise ValueError(f"{prefix}.weights{at} has shape {weights.shape}, and {prefix}.bias{at} {bias.shape}")
        if (weights != np.rint(weights)).any() or (bias != np.rint(bias)).any():
            raise ValueError(f"{prefix}.weights{at} or {prefix}.bias{at} has numbers that are not whole")
        return cls(weights, bias, np.float32(factor))

    def exact(self, top: Sums | int) -> bool:
        """Tell whether no values up to `top` can make a sum that floats of 32 bits do not hold."""
        tops = np.broadcast_to(np.float64(top), len(self.weights))
        return bool((tops @ np.abs(self.weights).astype(np.float64) + np.abs(self.bias) < EXACT).all())

    def sums(self, values: Floats) -> Floats:
        """Return the sums of the weighted values, and of the biases."""
        sums = _product(values, self.weights)
        sums += self.bias
        return sums

    def values(self, values: Floats, low: int = 0, high: int = HIDDEN_TOP) -> Floats:
        """Return the whole numbers that the next layer sees: the sums, scaled, rounded and clipped."""
        sums = self.sums(values)
        sums *= self.factor
        np.rint(sums, out=sums)
        np.clip(sums, low, high, out=sums)
        return sums

    def logits(self, values: Floats) -> Floats:
        """Return what a last layer says: log-odds times `LOGIT`, rounded."""
        sums = self.sums(values)
        sums *= self.factor
        return np.rint(sums, out=sums)


@dataclass(frozen=True, slots=True)
class Network:
    """Map whole-number features to whole-number logits."""

    scaling: Scaling
    layers: tuple[Layer, ...]

    @classmethod
    def of(cls, arrays: Mapping[str, npt.NDArray[Any]], prefix: str) -> Network:
        """Build a network from the arrays of a model whose names start with `prefix`.

        Raises KeyError or ValueError if an array is missing, has another shape than its neighbours, or no numbers.
        """
        scaling = Scaling.of(arrays, prefix)
        layers: list[Layer] = []
        inputs = len(scaling.center)
        parts = ("weights", "bias", "factor")
        depth = max(sum(name.startswith(f"{prefix}.{part}") for name in arrays) for part in parts)
        for at in range(max(depth, 1)):
            layers.append(Layer.of(arrays, prefix, at))
            taken, given = layers[at].weights.shape
            if taken != inputs:
                raise ValueError(f"{prefix}.weights{at} has shape {(taken, given)}, not {(inputs, given)}")
            if not layers[at].exact(HIDDEN_TOP if at else INPUT_TOP):
                raise ValueError(f"{prefix}.weights{at} are too large for sums that are exact")
            inputs = given
        return cls(scaling, tuple(layers))

    def fit_for(self, inputs: int, outputs: int) -> Network:
        """Return the network, or raise ValueError if it takes or gives other numbers of values."""
        taken, given = len(self.scaling.center), self.layers[-1].weights.shape[1]
        if (taken, given) != (inputs, outputs):
            raise ValueError(f"a network takes {taken} values and gives {given}, not {inputs} and {outputs}")
        return self

    def logits(self, features: npt.NDArray[np.int16]) -> Ints:
        """Return log-odds times `LOGIT`, rounded, shape (lines, outputs)."""
        *hidden, last = self.layers
        result = np.empty((len(features), last.weights.shape[1]), np.int64)
        for some in blocks(len(features)):
            values = self.scaling.apply(features[some])
            for layer in hidden:
                values = layer.values(values)
            result[some] = last.logits(values)
        return result


def blocks(count: int) -> Iterator[slice]:
    """Yield the slices of so many rows, as many at a time as fit into the second cache."""
    return (slice(start, start + _ROWS) for start in range(0, count, _ROWS))


def _product(values: Floats, weights: Floats) -> Floats:
    rows = max(_ONE_THREAD // max(weights.size, 1), 1)  # a damaged model may have no weights: it is refused elsewhere
    product = np.empty((len(values), weights.shape[1]), np.float32)
    for start in range(0, len(values), rows):
        np.matmul(values[start : start + rows], weights, out=product[start : start + rows])
    return product


def _numbers(arrays: Mapping[str, npt.NDArray[Any]], name: str, dimensions: int) -> Floats:
    array = arrays[name]
    if array.ndim == dimensions and array.dtype.kind in "if":
        with np.errstate(over="ignore"):
            numbers = array.astype(np.float32)
        if np.isfinite(numbers).all():
            return numbers
    raise ValueError(f"{name} is no array of numbers with {dimensions} dimensions")
