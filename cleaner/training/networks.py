"""Stage 2: small neural networks on context features, trained by scikit-learn and turned into whole numbers."""

from __future__ import annotations

import warnings
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier, MLPRegressor

from cleaner.network import INPUT_TOP, Scaling
from cleaner.training.quantise import quantise

BATCH = 1024
RATE = 2e-3
DECAY = 1e-4
SOFT = 1e-5
"""Weight decay where a teacher has smoothed the labels already."""


class Plan(NamedTuple):
    """Say how a network is trained: sizes of hidden layers, epochs, seed, what its arrays are called, weight decay."""

    hidden: tuple[int, ...]
    epochs: int
    seed: int
    prefix: str
    decay: float = DECAY


def scaling(features: npt.NDArray[np.int16]) -> Scaling:
    """Return the centre of every feature and the factor that brings its bulk (0.5 % to 99.5 %) to the input range."""
    sample = features[:: max(len(features) // 100_000, 1)].astype(np.float32)
    low, high = np.quantile(sample, [0.005, 0.995], axis=0)
    center = (low + high) / 2
    scale = INPUT_TOP / np.maximum((high - low) / 2, 1.0)
    return Scaling(center.astype(np.float32), scale.astype(np.float32))


def fit(
    features: npt.NDArray[np.int16],
    target: npt.NDArray[np.int8],
    weight: npt.NDArray[np.float32],
    plan: Plan,
) -> dict[str, npt.NDArray[Any]]:
    """Train a classifier and return its whole-number arrays; a binary one has one logit, others one for each class."""
    size = min(BATCH, len(target))
    model = MLPClassifier(plan.hidden, alpha=plan.decay, batch_size=size, max_iter=1, random_state=plan.seed)
    return _trained(model, features, target, weight, plan, classes=np.unique(target))


def fit_to(
    features: npt.NDArray[np.int16],
    wanted: npt.NDArray[np.float32],
    weight: npt.NDArray[np.float32],
    plan: Plan,
) -> dict[str, npt.NDArray[Any]]:
    """Train a network to say the log-odds that a teacher says (Hinton et al. 2015), and return its arrays."""
    size = min(BATCH, len(wanted))
    model = MLPRegressor(
        hidden_layer_sizes=plan.hidden, alpha=SOFT, batch_size=size, max_iter=1, random_state=plan.seed
    )
    return _trained(model, features, wanted, weight, plan)


def _trained(
    model: MLPClassifier | MLPRegressor,
    features: npt.NDArray[np.int16],
    target: npt.NDArray[Any],
    weight: npt.NDArray[np.float32],
    plan: Plan,
    **first: npt.NDArray[Any],
) -> dict[str, npt.NDArray[Any]]:
    to_inputs = scaling(features)
    inputs = to_inputs.apply(features) / np.float32(INPUT_TOP)
    random = np.random.default_rng(plan.seed)
    for epoch in range(plan.epochs):  # partial_fit lets the rate fall, which fit() cannot do with adam
        model.learning_rate_init = RATE * 0.5 * (1 + np.cos(np.pi * epoch / plan.epochs)) + RATE / 50
        if hasattr(model, "_optimizer"):
            model._optimizer.learning_rate_init = model.learning_rate_init
        order = random.permutation(len(target))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)
            model.partial_fit(inputs[order], target[order], sample_weight=weight[order], **first)
    weights = [layer.astype(np.float32) for layer in model.coefs_]
    biases = [layer.astype(np.float32) for layer in model.intercepts_]
    return quantise(to_inputs, weights, biases, features[:: max(len(features) // 50_000, 1)], plan.prefix)
