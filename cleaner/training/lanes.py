"""Stage 1: linear models on hashed n-grams of lines, of their heads and of their tails, rounded to few levels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
from joblib import Parallel, delayed
from scipy import sparse
from sklearn.linear_model import SGDClassifier

from cleaner.batch import Batch, Bytes, Ints
from cleaner.evidence import TAIL, WHOLE
from cleaner.network import LOGIT
from cleaner.ngrams import ROW_BITS, chunks, counts, ends, fold
from cleaner.packing import LEVELS
from cleaner.stage1 import HEAD, LANE_LIMIT, TAIL_SIZE, VIEWS
from cleaner.taxonomy import FURNITURE, LABELS

Arrays: TypeAlias = dict[str, npt.NDArray[Any]]
Rows: TypeAlias = Mapping[str, sparse.csr_matrix]

MASKED = -1
"""Target of a line that says nothing about a lane."""
SHORT = 90
"""Bytes up to which a line is short: half of all lines, an eighth of all bytes."""
ALPHA = 3e-6
EPOCHS = 3
THINNED = 4
ROUNDS = 12
COMMON = 2000
"""Rows beyond which a weight counts no more when levels are first spread: most weights are close to zero."""
LANES = {"whole": WHOLE, "head": WHOLE, "tail": TAIL}


def rows_of(texts: Sequence[str]) -> dict[str, sparse.csr_matrix]:
    """Return, for each view, n-gram counts over the root of their number, shape (lines with ink, rows)."""
    parts: dict[str, list[sparse.csr_matrix]] = {view: [] for view in VIEWS}
    for at in range(0, len(texts), 256):
        batch = Batch.of(texts[at : at + 256])
        buffer = fold(batch.buffer)
        buffers = [(buffer, batch.starts), *ends(buffer, batch.starts, HEAD, TAIL_SIZE)]
        for view, (part, starts) in zip(VIEWS, buffers, strict=True):
            parts[view].append(_counted(part, starts)[batch.inked])
    return {view: sparse.vstack(found, "csr") for view, found in parts.items()}


def _counted(buffer: Bytes, starts: Ints) -> sparse.csr_matrix:
    line, row = [], []
    for start, stop, orders in chunks(buffer, starts):
        place = np.searchsorted(starts, np.arange(start, stop), "right") - 1
        for rows, invalid in orders:
            valid = np.ones(stop - start, np.bool_)
            valid[invalid] = False
            line.append(place[valid].astype(np.int32))
            row.append(rows[valid].astype(np.int32))
    where = (np.concatenate(line), np.concatenate(row))
    ones = np.ones(len(where[0]), np.float32)
    counted = sparse.csr_matrix((ones, where), shape=(len(starts) - 1, 1 << ROW_BITS))
    counted.sum_duplicates()
    size = np.maximum(counts(np.diff(starts)), 1).astype(np.float32)
    counted.data /= np.repeat(np.sqrt(size), np.diff(counted.indptr))
    return counted


def targets(label: npt.NDArray[np.int8], typed: npt.NDArray[np.bool_], size: Ints) -> dict[str, npt.NDArray[np.int8]]:
    """Return, for every lane, 1 or 0 for lines that are or are not what it looks for, MASKED for lines that cannot say.

    `label` is the place in LABELS, below zero where it is not known, beyond the last where only "not content" is.
    """
    known = label >= 0
    sure = known & typed & (label < len(LABELS))
    junk = np.where(known, label > 0, MASKED).astype(np.int8)
    found = {"junk": junk, "short": np.where(size < SHORT, junk, MASKED).astype(np.int8)}
    for number, name in enumerate(LABELS[1:], 1):
        found[name.value] = np.where(sure, label == number, MASKED).astype(np.int8)
    return found


def fit(rows: Rows, wanted: Mapping[str, npt.NDArray[np.int8]], weight: npt.NDArray[np.float32], seed: int) -> Arrays:
    """Fit one linear model for each lane of each view and round its weights; return the arrays of `Stage1`."""
    arrays: Arrays = {}
    for view in VIEWS:
        names = LANES[view]
        work = (delayed(_fitted)(rows[view], wanted, weight, name, seed + lane) for lane, name in enumerate(names))
        found = Parallel(n_jobs=2, prefer="threads")(work)  # scikit-learn lets go of the lock while it fits
        arrays[f"{view}.weights"] = np.stack([weights for weights, _, _ in found])
        arrays[f"{view}.step"] = np.array([step for _, step, _ in found])
        arrays[f"{view}.offset"] = np.array([offset for _, _, offset in found], np.int64)
    return arrays


def _fitted(
    rows: sparse.csr_matrix,
    wanted: Mapping[str, npt.NDArray[np.int8]],
    weight: npt.NDArray[np.float32],
    name: str,
    seed: int,
) -> tuple[npt.NDArray[np.int8], float, int]:
    """Fit one lane; return its rounded weights, what one step of them is worth, and its offset."""
    label = name in FURNITURE
    drawn = np.arange(len(weight)) % THINNED > 0  # content is plenty: for single labels one line in a few is enough
    use = np.flatnonzero((wanted[name] != MASKED) & ~((wanted["junk"] == 0) & drawn & label))
    target = wanted[name][use]
    if len(np.unique(target)) < 2:
        return np.zeros(rows.shape[1], np.int8), 0.0, -LANE_LIMIT  # never seen: the lane says no
    factor = np.where((wanted["junk"][use] == 0) & label, THINNED, 1)
    model = SGDClassifier(loss="log_loss", alpha=ALPHA, max_iter=EPOCHS, tol=None, average=True, random_state=seed)
    model.fit(rows[use], target, sample_weight=weight[use] * factor)
    learned = model.coef_[0]
    top = max(float(np.quantile(np.abs(learned[learned != 0]), 0.9995)), 1e-6)
    weights = coarse(np.clip(np.rint(learned * 127 / top), -127, 127).astype(np.int8))
    return weights, top / 127 * LOGIT, round(float(model.intercept_[0]) * LOGIT)


def coarse(weights: npt.NDArray[np.int8]) -> npt.NDArray[np.int8]:
    """Round weights to the `LEVELS` values that lie closest to them, zero among them (Lloyd 1982)."""
    values, counts = np.unique(weights, return_counts=True)
    if len(values) <= LEVELS:
        return weights
    spread = np.repeat(values, np.minimum(counts, COMMON))
    levels = np.union1d(np.quantile(spread, np.linspace(0.01, 0.99, LEVELS - 1)), 0.0)
    for _ in range(ROUNDS):
        nearest = np.abs(values[:, None] - levels).argmin(axis=1)
        for number in np.flatnonzero(levels).tolist():
            if (nearest == number).any():
                levels[number] = np.average(values[nearest == number], weights=counts[nearest == number])
    nearest = np.abs(values[:, None] - levels).argmin(axis=1)
    found: npt.NDArray[np.int8] = np.rint(levels).astype(np.int8)[nearest][np.searchsorted(values, weights)]
    return found


def apply(rows: Rows, arrays: Arrays) -> Ints:
    """Return the lanes of lines from their counts, (lines, lanes): what `Stage1` computes, up to rounding."""
    lanes = []
    for view in VIEWS:
        sums = rows[view] @ arrays[f"{view}.weights"].T.astype(np.float32)
        scaled = np.floor(sums * arrays[f"{view}.step"]).astype(np.int64)
        lanes.append(np.clip(scaled + arrays[f"{view}.offset"], -LANE_LIMIT, LANE_LIMIT))
    return np.concatenate(lanes, axis=1)


def blank() -> Arrays:
    """Return arrays that score every line zero."""
    arrays: Arrays = {}
    for view in VIEWS:
        size = len(LANES[view])
        arrays |= {f"{view}.weights": np.zeros((size, 1 << ROW_BITS), np.int8), f"{view}.step": np.zeros(size)}
        arrays[f"{view}.offset"] = np.zeros(size, np.int64)
    return arrays
