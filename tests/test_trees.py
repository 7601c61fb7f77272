"""Trees as arrays give what a walk from root to leaf gives, for every set, in any batch."""

from typing import Any

import numpy as np
import numpy.typing as npt
from hypothesis import given
from hypothesis import strategies as st

from cleaner.trees import Trees

# Two sets: two trees, and one. Node 0: column 0 <= 1.5 ? 1 : 2; nodes 3 and 6 likewise; leaves lead nowhere.
ARRAYS: dict[str, npt.NDArray[Any]] = {
    "tree_column": np.array([0, 0, 0, 1, 0, 0, 1, 0, 0], np.uint8),
    "tree_threshold": np.array([3, 1, 1, 2, 1, 1, 0, 1, 1], np.uint16),
    "tree_thresholds": np.array([-1, 0, 0.5, 1.5], np.float32),
    "tree_right": np.array([2, 0, 0, 2, 0, 0, 2, 0, 0], np.uint8),
    "tree_value": np.array([0, 10, 20, 0, 1, 2, 0, 100, 200], np.int16),
    "tree_roots": np.array([0, 3, 6], np.uint16),
    "tree_sets": np.array([2, 1], np.int32),
    "tree_base": np.array([1000, 5000, 1], np.int32),
}


@given(st.lists(st.tuples(st.floats(-3, 3, width=32), st.floats(-3, 3, width=32)), min_size=1, max_size=9))
def test_scores_are_those_of_a_walk(rows: list[tuple[float, float]]) -> None:
    wanted = [
        [1000 + (10 if a <= 1.5 else 20) + (1 if b <= 0.5 else 2), 5000 + (100 if b <= -1 else 200)] for a, b in rows
    ]
    assert Trees(ARRAYS).scores(np.array(rows, np.float32)).tolist() == wanted


def test_numbers_of_other_kinds_are_taken_for_what_they_are() -> None:
    kinds = {"tree_value": ">i2", "tree_right": np.int64, "tree_column": np.int32}
    other = Trees({**ARRAYS, **{name: ARRAYS[name].astype(kind) for name, kind in kinds.items()}})
    rows = np.array([[2.0, -3.0], [0.0, 1.0]])
    assert other.scores(rows.astype(np.float64)).tolist() == Trees(ARRAYS).scores(rows.astype(np.float32)).tolist()
