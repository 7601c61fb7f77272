"""What the arrays must be that injected words are found by: a model with others is refused when it is loaded.

Rows are looked up by hashes of a fixed number of bits, so that a table which is too short would only be noticed at some
text; so would be trees that lead beyond their nodes, or ask for a clue that there is not.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from cleaner.clues import CLUES
from cleaner.grams import GRAM_BITS
from cleaner.lexicon import CLASS_BITS, PAIR_BITS, SEAM_BITS, WORD_BITS
from cleaner.ngrams import MOST_LANES
from cleaner.tokens import KEY_BITS

LAYOUT: Mapping[str, tuple[type[np.integer[Any]], int | None]] = {
    "endings": (np.uint8, 1 << KEY_BITS >> 3),
    "openings": (np.uint8, 1 << KEY_BITS >> 3),
    "ordinary": (np.uint32, None),
    "lure_keys": (np.uint32, None),
    "lure_odds": (np.int8, None),
    "lure_words": (np.uint32, None),
    "words": (np.uint16, 1 << WORD_BITS),
    "pairs": (np.uint8, 1 << PAIR_BITS >> 3),
    "seams": (np.uint8, 1 << SEAM_BITS),
    "classes": (np.uint8, 1 << CLASS_BITS),
    "seam_total": (np.int32, 1),
    "levels": (np.int32, 5),
}
"""The type of each array of one dimension, and its length: None if that is free (but alike for all lures)."""


def refuse_other(arrays: Mapping[str, npt.NDArray[Any]]) -> None:
    """Raise ValueError (KeyError for one that is missing) if an array is not what it must be."""
    lures = len(arrays["lure_keys"])
    for name, (kind, size) in LAYOUT.items():
        free = len(arrays[name]) if name == "ordinary" else lures
        _refuse(arrays, name, kind, (free if size is None else size,))
    hidden = len(arrays["gram_bias"])
    _refuse(arrays, "grams", np.int8, (1 << GRAM_BITS, hidden))
    _refuse(arrays, "gram_bias", np.int32, (hidden,))
    _refuse(arrays, "gram_out", np.int32, (hidden + 2,))
    if arrays["gram_out"][-1] < 1:
        raise ValueError(f"the unit of gram_out is {arrays['gram_out'][-1]}")
    if hidden > MOST_LANES:
        raise ValueError(f"gram_bias has {hidden} units, more than {MOST_LANES}")
    nodes = (len(arrays["tree_column"]),)
    for name, kind in (("column", np.uint8), ("threshold", np.uint16), ("right", np.uint8), ("value", np.int16)):
        _refuse(arrays, f"tree_{name}", kind, nodes)
    sets = arrays["tree_sets"]
    if (sets < 1).any() or sets.sum() != len(arrays["tree_roots"]) or len(arrays["tree_base"]) != len(sets) + 1:
        raise ValueError("tree_sets does not say which trees, and which base, are of which set")
    column, right = arrays["tree_column"], arrays["tree_right"].astype(np.int64)
    if (column >= len(CLUES)).any():
        raise ValueError(f"tree_column holds up to {column.max()}, and there are {len(CLUES)} clues")
    further = np.arange(len(right)) + right
    if (further >= len(right)).any():
        raise ValueError("tree_right leads to nodes that there are not")


def _refuse(
    arrays: Mapping[str, npt.NDArray[Any]], name: str, kind: type[np.integer[Any]], shape: tuple[int, ...]
) -> None:
    array = arrays[name]
    if array.dtype != kind or array.shape != shape:
        raise ValueError(f"{name} is {array.dtype} {array.shape}, not {np.dtype(kind)} {shape}")
