"""Weights of sixteen levels in half a byte each: a model folder is small, and read without inflating anything."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

LEVELS = 16
CODES, VALUES = "@codes", "@levels"
"""Endings of the names of two arrays that stand for one: a byte for two weights, shape (lanes, rows / 2), the first
weight in its low half; and the weight that each code of a lane means, shape (lanes, LEVELS)."""

Arrays: TypeAlias = Mapping[str, npt.NDArray[Any]]


def packed(arrays: Arrays) -> dict[str, npt.NDArray[Any]]:
    """Return the arrays with each table of small weights, shape (lanes, rows), in codes, where that takes less room."""
    found: dict[str, npt.NDArray[Any]] = {}
    for name, array in arrays.items():
        tables = array.dtype == np.int8 and array.ndim == 2 and array.shape[1] > 2 * LEVELS and array.shape[1] % 2 == 0
        lanes = [np.unique(lane, return_inverse=True) for lane in array] if tables else []
        if not lanes or max(len(levels) for levels, _ in lanes) > LEVELS:
            found[name] = array
            continue
        codes = np.stack([codes for _, codes in lanes]).astype(np.uint8)
        found[name + CODES] = codes[:, 0::2] | codes[:, 1::2] << 4
        found[name + VALUES] = np.stack([np.resize(levels, LEVELS) for levels, _ in lanes])
    return found


def unpacked(arrays: Arrays) -> dict[str, npt.NDArray[Any]]:
    """Return the arrays that `packed` was given; raise ValueError if codes and levels do not fit each other."""
    found = {name: array for name, array in arrays.items() if not name.endswith((CODES, VALUES))}
    for name, codes in arrays.items():
        if not name.endswith(CODES):
            continue
        plain = name.removesuffix(CODES)
        levels = arrays[plain + VALUES]
        if codes.dtype != np.uint8 or codes.ndim != 2 or levels.dtype != np.int8:
            raise ValueError(f"{name} is {codes.dtype} {codes.shape}, its levels {levels.dtype}")
        if levels.shape != (len(codes), LEVELS):
            raise ValueError(f"{plain}{VALUES} is {levels.shape}, not {(len(codes), LEVELS)}")
        weights = np.empty((len(codes), 2 * codes.shape[1]), np.int8)
        for lane, own in enumerate(levels.view(np.uint8).astype(np.uint16)):
            pairs = (own[None, :] | own[:, None] << 8).ravel().astype("<u2")
            np.take(pairs, codes[lane], out=weights[lane].view("<u2"), mode="clip")  # a byte is never out of bounds
        found[plain] = weights
    return found
