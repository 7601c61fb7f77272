"""Training scores lines as the running model does, aims its lanes at the right lines, and thins what is plenty."""

from __future__ import annotations

from functools import partial
from typing import Any

import joblib
import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.batch import Batch
from cleaner.evidence import LANE_NAMES
from cleaner.ngrams import ROW_BITS, counts
from cleaner.stage1 import LANE_LIMIT, Stage1, settle
from cleaner.taxonomy import FURNITURE, LABELS
from cleaner.training import lanes
from cleaner.training.lanes import LANES, MASKED, SHORT, THINNED, apply, blank, fit, rows_of, targets
from cleaner.training.table import UNKNOWN, UNTYPED
from tests.arrays import stage1_arrays
from tests.strategies import texts

ARRAYS = stage1_arrays()
PAGES = [
    "Read also: Five bridges\nThe ferry runs again, the harbour office said on Monday.\nFollow us!\n日本の港。"
] * 2


def test_views_have_the_lanes_that_the_context_names() -> None:
    whole, head, tail = LANES.values()
    assert (*whole, *(f"head:{name}" for name in head), *(f"tail:{name}" for name in tail)) == LANE_NAMES


@settings(max_examples=60)
@given(st.lists(texts(), max_size=4))
def test_training_scores_lines_as_the_model_does(many: list[str]) -> None:
    found = apply(rows_of([*many, *PAGES]), ARRAYS)
    settle(found)
    expected = Stage1(ARRAYS).evidence(Batch.of([*many, *PAGES])).lanes
    assert found.shape == expected.shape
    close = np.abs(found - expected) <= 1
    borderline = (close | (found == found.min(axis=0))).all()  # a line may be settled on one side of the limit alone
    assert close.all() or borderline


def test_counts_are_those_of_the_ngrams_over_their_root() -> None:
    batch = Batch.of(["ab\n\nThe bridge is open."])
    rows = rows_of(batch.texts)
    assert {view: matrix.shape for view, matrix in rows.items()} == dict.fromkeys(LANES, (2, 1 << ROW_BITS))
    size = counts(np.diff(batch.starts))[batch.inked]
    sums = np.asarray(rows["whole"].sum(axis=1)).ravel()
    assert sums == pytest.approx(np.sqrt(size))
    assert (rows["head"] != rows["whole"]).nnz == 0  # no line is longer than a head


def test_many_texts_are_counted_as_few() -> None:
    many = [f"{number} bridges\nare open" for number in range(300)]
    together, apart = rows_of(many), [rows_of(many[:7]), rows_of(many[7:])]
    for view in LANES:
        assert (together[view][:14] != apart[0][view]).nnz == 0
        assert (together[view][14:] != apart[1][view]).nnz == 0


def test_blank_arrays_score_zero() -> None:
    assert not Stage1(blank()).evidence(Batch.of(PAGES)).lanes.any()


def test_targets() -> None:
    related = LABELS.index(FURNITURE[2])
    label = np.array([0, related, UNTYPED, UNKNOWN, 0, related], np.int8)
    typed = np.array([True, True, False, True, False, True])
    size = np.array([10, SHORT, 10, 10, 10, 10])
    found = targets(label, typed, size)
    assert set(found) == {"junk", "short", *FURNITURE}
    assert found["junk"].tolist() == [0, 1, 1, MASKED, 0, 1]
    assert found["short"].tolist() == [0, MASKED, 1, MASKED, 0, 1]
    assert found[FURNITURE[2]].tolist() == [0, 1, MASKED, MASKED, MASKED, 1]
    assert found[FURNITURE[0]].tolist() == [0, 0, MASKED, MASKED, MASKED, 0]
    assert {lane for view in LANES.values() for lane in view} <= set(found)


class Recorder:
    """Stand in for the linear model and note what it is shown."""

    seen: list[tuple[npt.NDArray[Any], npt.NDArray[Any]]]

    def __init__(self, **_: object) -> None:
        self.coef_, self.intercept_ = np.zeros((1, 1 << ROW_BITS)), np.zeros(1)
        self.coef_[0, 0] = 1.0

    def fit(self, _: object, target: npt.NDArray[Any], sample_weight: npt.NDArray[Any]) -> None:
        Recorder.seen.append((target, sample_weight))


def test_content_is_thinned_for_single_labels_and_weighs_the_more(monkeypatch: pytest.MonkeyPatch) -> None:
    Recorder.seen = []
    monkeypatch.setattr(lanes, "SGDClassifier", Recorder)
    in_order = partial(joblib.Parallel, n_jobs=1)
    monkeypatch.setattr(lanes, "Parallel", lambda **_: in_order())
    count = 40 * THINNED
    rows = rows_of(["\n".join(f"line {number}" for number in range(count))])
    label = np.where(np.arange(count) % 10 == 3, 1 + np.arange(count) % len(FURNITURE), 0).astype(np.int8)
    wanted = targets(label, np.ones(count, np.bool_), np.full(count, 10))
    fit(rows, wanted, np.ones(count, np.float32), 0)
    present = {LABELS[number] for number in set(label.tolist())}
    names = [name for view in LANES.values() for name in view if name not in FURNITURE or name in present]
    assert len(names) == len(Recorder.seen)
    content = int((label == 0).sum())
    for name, (target, weight) in zip(names, Recorder.seen, strict=True):
        if name in FURNITURE:
            assert len(target) < count
            assert target.sum() == (label == LABELS.index(name)).sum()
            assert weight[target == 1].tolist() == [1.0] * int(target.sum())
            assert abs(weight.sum() - count) < THINNED * 10  # as much weight as without thinning
        else:
            assert len(target) == count
            assert (target == 0).sum() == content
            assert (weight == 1).all()


def test_fitted_lanes_tell_lines_apart_and_unseen_labels_say_no() -> None:
    rubbish = [f"Read also: the {word} bridge" for word in ("red", "old", "long", "low", "new", "high")] * 5
    good = [f"The {word} bridge is open again, said the harbour." for word in ("red", "old", "long", "low", "new")] * 6
    rows = rows_of(["\n".join(rubbish + good)])
    label = np.repeat([LABELS.index(FURNITURE[0]), 0], [30, 30]).astype(np.int8)
    wanted = targets(label, np.ones(60, np.bool_), np.full(60, 40))
    arrays = fit(rows, wanted, np.ones(60, np.float32), 0)
    again = fit(rows, wanted, np.ones(60, np.float32), 0)
    assert all(np.array_equal(arrays[name], again[name]) for name in arrays)
    assert {name: array.dtype for name, array in arrays.items()} == {
        name: array.dtype for name, array in blank().items()
    }
    found = apply(rows, arrays)
    junk, seen = LANE_NAMES.index("junk"), LANE_NAMES.index(FURNITURE[0])
    for lane in (junk, seen, LANE_NAMES.index("head:junk")):
        assert (found[:30, lane] > 0).all()
        assert (found[30:, lane] < 0).all()
    assert (found[:, LANE_NAMES.index(FURNITURE[1])] == -LANE_LIMIT).all()
