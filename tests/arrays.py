"""Arrays of models that have learned nothing: random numbers of the right shapes, the same in every run."""

from __future__ import annotations

from itertools import pairwise
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from cleaner.context import alone, feature_names
from cleaner.evidence import TAIL, WHOLE
from cleaner.judge import FIRST, SAID, SECOND
from cleaner.model import FORMAT, digest_of, kernel_parameters
from cleaner.network import INPUT_TOP, LOGIT, Scaling
from cleaner.ngrams import ROW_BITS
from cleaner.taxonomy import FURNITURE, LABELS
from cleaner.training.gated import Sizes, shapes
from cleaner.training.memory import arrays_of
from cleaner.training.quantise import quantise

Arrays: TypeAlias = dict[str, npt.NDArray[Any]]
Manifest: TypeAlias = dict[str, Any]

FEW = Sizes(5, (3, 2), 4)
"""Of a memory."""
LANES = {"whole": WHOLE, "head": WHOLE, "tail": TAIL}


def stage1_arrays(seed: int = 3) -> Arrays:
    """Return weights under which lanes of a line spread over a few log-odds to both sides of zero."""
    random = np.random.default_rng(seed)
    arrays: Arrays = {}
    for view, names in LANES.items():
        arrays[f"{view}.weights"] = random.integers(-128, 128, (len(names), 1 << ROW_BITS)).astype(np.int8)
        arrays[f"{view}.step"] = np.full(len(names), 2 * LOGIT / 74)  # 74: standard deviation of the weights
        arrays[f"{view}.offset"] = random.integers(-LOGIT, LOGIT, len(names))
        arrays[f"{view}.offset"][0] -= 3 * LOGIT  # some lines are sure content
    return arrays


def network_of(prefix: str, sizes: tuple[int, ...], seed: int, gain: int = 3) -> Arrays:
    """Return a random network over features whose bulk lies within a few hundred."""
    random = np.random.default_rng(seed)
    weights = [random.standard_normal(shape).astype(np.float32) * (2 / shape[0]) ** 0.5 for shape in pairwise(sizes)]
    weights = [weight.astype(np.float32) for weight in weights]
    weights[-1] *= np.float32(gain)
    biases = [random.standard_normal(size).astype(np.float32) / np.float32(4) for size in sizes[1:]]
    sample = random.integers(-200, 200, (500, sizes[0])).astype(np.int16)
    center, scale = np.zeros(sizes[0], np.float32), np.full(sizes[0], INPUT_TOP / 200, np.float32)
    return quantise(Scaling(center, scale), weights, biases, sample, prefix)


def memory_of(prefix: str, inputs: int, outputs: int, seed: int = 6, sizes: Sizes = FEW) -> Arrays:
    """Return a random memory over such features."""
    random = np.random.default_rng(seed)
    layers = shapes(inputs, sizes._replace(outputs=outputs))
    weights = {name: random.standard_normal(size).astype(np.float32) for name, size in layers.items()}
    for name in ("pass0", "pass1"):
        weights[name] /= np.float32(4)
        weights[f"{name}.bias"][: weights[name].shape[1] // 2] -= (
            1  # gates that are hardly open: states last for some lines
        )
    weights["last"] *= np.float32(3)
    scaling = Scaling(np.zeros(inputs, np.float32), np.full(inputs, INPUT_TOP / 200, np.float32))
    return arrays_of(weights, scaling, prefix)


def model_arrays(seed: int = 1) -> Arrays:
    """Return the arrays of a whole model."""
    arrays = stage1_arrays(seed)
    inputs = len(feature_names())
    logits = np.arange(-8 * LOGIT, 8 * LOGIT + 1) / LOGIT
    for number, look in enumerate((FIRST, SECOND)):
        arrays[f"{look}calibration"] = 1 / (1 + np.exp(-logits * (1 + number / 4)))
    arrays |= network_of(f"{FIRST}junk", (inputs, 8, 1), seed + 2)
    arrays |= network_of(f"{FIRST}kind", (inputs, 8, len(FURNITURE)), seed + 3)
    return arrays | memory_of(f"{SECOND}memory", len(alone()) + SAID, SAID, seed + 14)


def manifest_of(arrays: Arrays, remove: float = 0.6, unsure: float = 0.4) -> Manifest:
    """Return a manifest that fits the arrays."""
    return {
        "format": FORMAT,
        "name": "fake",
        "labels": [label.value for label in LABELS],
        "kernel": kernel_parameters(),
        "digest": digest_of(arrays),
        "thresholds": {"remove": dict.fromkeys(FURNITURE, remove), "unsure": dict.fromkeys(FURNITURE, unsure)},
    }
