"""Trained float networks as networks of whole numbers, which compute the same on every machine."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from cleaner.network import EXACT, HIDDEN_TOP, INPUT_TOP, LOGIT, Floats, Layer, Scaling, Sums


def quantise(
    scaling: Scaling,
    weights: list[Floats],
    biases: list[Floats],
    sample: npt.NDArray[np.int16],
    prefix: str,
) -> dict[str, npt.NDArray[Any]]:
    """Return the arrays of a whole-number network that computes what a trained float network does.

    The float network takes what the scaling makes of features, over INPUT_TOP, and gives log-odds. The range of each
    layer's hidden values is read off `sample`.
    """
    arrays: dict[str, npt.NDArray[Any]] = {f"{prefix}.center": scaling.center, f"{prefix}.scale": scaling.scale}
    unit, top = 1.0 / INPUT_TOP, INPUT_TOP
    values = scaling.apply(sample)
    for at, (weight, bias) in enumerate(zip(weights, biases, strict=True)):
        sizes = np.full(len(weight), unit), np.full(len(weight), top)
        if at == len(weights) - 1:
            return arrays | quantised_layer(weight, bias, sizes, LOGIT, (prefix, at))
        highest = float(np.quantile(np.maximum(values * np.float32(unit) @ weight + bias, 0), 0.9995))
        factor = HIDDEN_TOP / max(highest, 1e-3)
        arrays |= quantised_layer(weight, bias, sizes, factor, (prefix, at))
        values = Layer.of(arrays, prefix, at).values(values)
        unit, top = 1 / factor, HIDDEN_TOP
    raise ValueError("a network has one layer or more")


def quantised_layer(
    weight: Floats, bias: Floats, inputs: tuple[Sums, Sums], factor: float, name: tuple[str, int]
) -> dict[str, npt.NDArray[Any]]:
    """Return the arrays of one layer, in whole numbers with as many bits as exact sums allow.

    `inputs` are what one step of each value that it takes is worth, and the highest such value; `factor` is how many
    steps of the values that it gives are one. `name` is the prefix of the network, and the layer's number.
    """
    unit, top = inputs
    worth = weight * unit[:, None]
    column = np.abs(worth).T @ top + np.abs(bias)
    finest = min(float((EXACT - 1 - (top.sum() + 1) / 2) / column.max()), 4096.0 / float(np.abs(worth).max()))
    prefix, at = name
    return {
        f"{prefix}.weights{at}": np.rint(worth * finest).astype(np.int16),
        f"{prefix}.bias{at}": np.rint(bias * finest).astype(np.int32),
        f"{prefix}.factor{at}": np.array(factor / finest, np.float32),
    }
