"""A small neural network in whole numbers: the same sums on every machine, at every batch size.

Inputs and hidden values are rounded to few bits and weights to whole numbers, small enough that every product sum
stays below 2**24: floats of 32 bits hold such sums exactly, so that the order in which a BLAS adds cannot matter.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from cleaner.batch import Ints

Floats: TypeAlias = npt.NDArray[np.float32]

EXACT = 1 << 24
INPUT_TOP = 127
HIDDEN_TOP = 255
LOGIT = 64
"""One unit of log-odds in the whole numbers that the network gives out."""
_ROWS = 512  # what fits into the second cache
_ONE_THREAD = (1 << 19) - 1
"""Products of numbers up to which OpenBLAS stays in one thread. More only spin: they doubled the time of a batch."""


@dataclass(frozen=True, slots=True)
class Layer:
    """Hold whole-number weights (inputs, outputs) and biases, and the factor from their sums to the next values."""

    weights: Floats
    bias: Floats
    factor: np.float32


@dataclass(frozen=True, slots=True)
class Network:
    """Map whole-number features to whole-number logits."""

    center: Floats
    scale: Floats
    layers: tuple[Layer, ...]

    @classmethod
    def of(cls, arrays: Mapping[str, npt.NDArray[Any]], prefix: str) -> Network:
        """Build a network from the arrays of a model whose names start with `prefix`.

        Raises KeyError or ValueError if an array is missing, has another shape than its neighbours, or no numbers.
        """
        center, scale = (_numbers(arrays, f"{prefix}.{part}", 1) for part in ("center", "scale"))
        if center.shape != scale.shape:
            raise ValueError(f"{prefix}.scale is not as long as {prefix}.center")
        layers: list[Layer] = []
        inputs = len(center)
        parts = ("weights", "bias", "factor")
        depth = max(sum(name.startswith(f"{prefix}.{part}") for name in arrays) for part in parts)
        for at in range(max(depth, 1)):
            weights = _numbers(arrays, f"{prefix}.weights{at}", 2)
            bias = _numbers(arrays, f"{prefix}.bias{at}", 1)
            factor = _numbers(arrays, f"{prefix}.factor{at}", 0)
            if weights.shape != (inputs, len(bias)):
                raise ValueError(f"{prefix}.weights{at} has shape {weights.shape}, not {(inputs, len(bias))}")
            layers.append(Layer(weights, bias, np.float32(factor)))
            inputs = len(bias)
        return cls(center, scale, tuple(layers))

    def fit_for(self, inputs: int, outputs: int) -> Network:
        """Return the network, or raise ValueError if it takes or gives other numbers of values."""
        taken, given = len(self.center), self.layers[-1].weights.shape[1]
        if (taken, given) != (inputs, outputs):
            raise ValueError(f"a network takes {taken} values and gives {given}, not {inputs} and {outputs}")
        return self

    def logits(self, features: npt.NDArray[np.int16]) -> Ints:
        """Return log-odds times `LOGIT`, rounded, shape (lines, outputs)."""
        outputs = self.layers[-1].weights.shape[1]
        result = np.empty((len(features), outputs), np.int64)
        for start in range(0, len(features), _ROWS):
            values = self.inputs(features[start : start + _ROWS])
            for layer in self.layers[:-1]:
                values = _product(values, layer.weights)
                values += layer.bias
                np.maximum(values, 0, out=values)
                values *= layer.factor
                np.rint(values, out=values)
                np.minimum(values, HIDDEN_TOP, out=values)
            last = self.layers[-1]
            result[start : start + _ROWS] = np.rint((_product(values, last.weights) + last.bias) * last.factor)
        return result

    def inputs(self, features: npt.NDArray[np.int16]) -> Floats:
        """Return the features centred, scaled and rounded to `-INPUT_TOP..INPUT_TOP`."""
        values = features.astype(np.float32)
        values -= self.center
        values *= self.scale
        np.rint(values, out=values)
        return np.clip(values, -INPUT_TOP, INPUT_TOP, out=values)


def _product(values: Floats, weights: Floats) -> Floats:
    rows = max(_ONE_THREAD // max(weights.size, 1), 1)  # a damaged model may have no weights: it is refused elsewhere
    product = np.empty((len(values), weights.shape[1]), np.float32)
    for start in range(0, len(values), rows):
        np.matmul(values[start : start + rows], weights, out=product[start : start + rows])
    return product


def _numbers(arrays: Mapping[str, npt.NDArray[Any]], name: str, dimensions: int) -> Floats:
    array = arrays[name]
    if array.ndim != dimensions or array.dtype.kind not in "if" or not np.isfinite(array).all():
        raise ValueError(f"{name} is no array of numbers with {dimensions} dimensions")
    return array.astype(np.float32)


def quantise(
    center: Floats,
    scale: Floats,
    weights: list[Floats],
    biases: list[Floats],
    sample: npt.NDArray[np.int16],
    prefix: str,
) -> dict[str, npt.NDArray[Any]]:
    """Return the arrays of a whole-number network that computes what a trained float network does.

    The float network takes `(features - center) * scale / INPUT_TOP` and gives log-odds. Each layer's weights get as
    many bits as exact sums allow; the range of its hidden values is read off `sample`.
    """
    arrays: dict[str, npt.NDArray[Any]] = {f"{prefix}.center": center, f"{prefix}.scale": scale}
    unit = 1.0 / INPUT_TOP  # what one step of the layer's input is worth
    top = INPUT_TOP
    values = Network(center, scale, ()).inputs(sample)
    for at, (weight, bias) in enumerate(zip(weights, biases, strict=True)):
        column = np.abs(weight).sum(axis=0) * top + np.abs(bias) / unit
        finest = min(
            float((EXACT - 1 - (weight.shape[0] * top + 1) / 2) / column.max()), 4096.0 / float(np.abs(weight).max())
        )
        whole = np.rint(weight * finest).astype(np.int16)
        offset = np.rint(bias / unit * finest).astype(np.int32)
        last = at == len(weights) - 1
        sums = values @ whole.astype(np.float32) + offset
        if last:
            factor = unit / finest * LOGIT
        else:
            highest = max(float(np.quantile(np.maximum(sums, 0), 0.9995)), 1.0)
            factor = HIDDEN_TOP / highest
            unit = unit / finest / factor
            values = np.minimum(np.rint(np.maximum(sums, 0) * np.float32(factor)), HIDDEN_TOP).astype(np.float32)
            top = HIDDEN_TOP
        arrays[f"{prefix}.weights{at}"] = whole
        arrays[f"{prefix}.bias{at}"] = offset
        arrays[f"{prefix}.factor{at}"] = np.array(factor, np.float32)
    return arrays
