"""Lines among their neighbours: windows, position, structure and repetition, as one matrix of whole numbers.

Everything is computed from integers (or from single IEEE operations on them), never from a sum of floats, so that a
line has the same features in every batch and on every machine. Blank lines have been taken out before.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from cleaner.batch import Flags, Ints
from cleaner.compiled import KERNEL
from cleaner.evidence import LANE_NAMES, Evidence
from cleaner.recurrence import recurrence
from cleaner.shape import COLUMN, FLAGS
from cleaner.window import FAR, Numbers, Window

Features: TypeAlias = npt.NDArray[np.int16]

BODY = 120  # bytes: a line this long that ends like a sentence is a paragraph; 40 characters in three-byte scripts
LIMIT = 2047
FAR_LANES = ("junk", "related", "short", "head:junk", "promotion")
"""Lanes that are looked at further away than the next line."""
NEAR_FLAGS = (
    "ends_sentence",
    "ends_colon",
    "early_colon",
    "starts_symbol",
    "starts_digit",
    "starts_lower",
    "starts_inside",
)
"""Flags of a line that are looked at on the two lines before and after it, too."""
FLAG = slice(COLUMN[FLAGS[0]], COLUMN[FLAGS[-1]] + 1)
NEAR_FLAG = [FLAGS.index(name) for name in NEAR_FLAGS]
NEAR_RATIOS = ("length", "titled", "digits")
OTHERS = re.compile(r"[-+~]\w+$")
"""How the names of features end that tell of other lines: `junk-2`, `length+1`, `related~8`."""


def features(evidence: Evidence, rows: Ints | slice = slice(None)) -> tuple[Features, tuple[str, ...]]:
    """Return the context features of the lines in `rows` (sorted), shape (rows, features), and their names."""
    if not KERNEL:
        return _features(evidence, rows)
    asked = np.arange(len(evidence.key))[rows]
    shape = {name: evidence.shape[:, number].astype(np.int64) for name, number in COLUMN.items()}
    matrix = np.empty((len(asked), len(feature_names())), np.int16)
    KERNEL.features(
        evidence.first,
        np.ascontiguousarray(evidence.lanes, np.int16),
        np.ascontiguousarray(evidence.shape, np.int32),
        stacked(_ratios(shape, root(shape["bytes"]))),
        stacked(recurrence(evidence, Window(evidence.first), _body(evidence, shape))),
        asked,
        matrix,
    )
    return matrix, feature_names()


def _features(evidence: Evidence, rows: Ints | slice) -> tuple[Features, tuple[str, ...]]:
    """Return what `features` does, from numpy: the specification of the compiled one."""
    window = Window(evidence.first)
    shape = {name: evidence.shape[:, number].astype(np.int64) for name, number in COLUMN.items()}
    length = root(shape["bytes"])
    ratios = _ratios(shape, length)
    structure = _structure(evidence, window, shape, length) | recurrence(evidence, window, _body(evidence, shape))
    lanes, looks, flags = evidence.lanes.astype(np.int16), stacked(ratios), evidence.shape[:, FLAG].astype(np.int16)
    far = lanes[:, [LANE_NAMES.index(name) for name in FAR_LANES]]
    seen = np.concatenate([looks[:, [list(ratios).index(name) for name in NEAR_RATIOS]], flags[:, NEAR_FLAG]], axis=1)
    long = seen[:, :1]
    blocks = [
        (lanes, LANE_NAMES),
        (window.neighbours(far, (-4, -3, -2)), _stepped(FAR_LANES, (-4, -3, -2))),
        (window.neighbours(lanes, (-1, 1)), _stepped(LANE_NAMES, (-1, 1))),
        (window.neighbours(far, (2, 3, 4)), _stepped(FAR_LANES, (2, 3, 4))),
        (_means(window, far), [f"{name}~{reach}" for name in FAR_LANES for reach in (3, 8, "all")]),
        (looks, ratios),
        (flags, FLAGS),
        (window.neighbours(long, (-3,), -1), ["length-3"]),
        (window.neighbours(seen, (-2, -1, 1, 2), -1), _stepped((*NEAR_RATIOS, *NEAR_FLAGS), (-2, -1, 1, 2))),
        (window.neighbours(long, (3,), -1), ["length+3"]),
        (stacked(structure), structure),
    ]
    return np.concatenate([block[rows] for block, _ in blocks], axis=1), tuple(n for _, names in blocks for n in names)


def _stepped(names: Sequence[str], steps: Sequence[int]) -> list[str]:
    return [f"{name}{step:+d}" for step in steps for name in names]


def _means(window: Window, far: Features) -> Features:
    """Return the mean of each lane over three lines each way, over eight, and over the document."""
    ones = np.ones(window.count, np.int64)
    means = [window.total(far, reach, reach) // window.total(ones, reach, reach)[:, None] for reach in (3, 8)]
    means.append(window.whole(far) // (window.end - window.begin)[:, None])
    return np.stack(means, axis=2, dtype=np.int16, casting="unsafe").reshape(window.count, 3 * far.shape[1])


def _ratios(shape: dict[str, Ints], length: Ints) -> dict[str, Ints]:
    """Return what a line looks like whatever its length, and its length."""
    size = np.maximum(shape["characters"], 1)
    words = shape["spaces"] + 1
    return {
        "capitals": 100 * shape["capitals"] // size,
        "digits": 100 * shape["digits"] // size,
        "separators": 100 * shape["separators"] // size,
        "punctuation": 100 * shape["punctuation"] // size,
        "titled": 100 * shape["titled"] // words,
        "wordlength": np.minimum(4 * size // words, 200),
        "high": 100 * shape["continuation"] // np.maximum(shape["bytes"], 1),
        "numbers": np.minimum(shape["numbers"], 20),
        "words": root(words),
        "length": length,
    }


@cache
def feature_names() -> tuple[str, ...]:
    """Return the names of all features."""
    none, first = np.zeros(0, np.int64), np.zeros(1, np.int64)
    lanes, shape = np.zeros((0, len(LANE_NAMES)), np.int64), np.zeros((0, len(COLUMN)), np.int64)
    empty = Evidence(lanes, shape, first, none, none, (none, none.astype(np.uint16)))
    return _features(empty, slice(None))[1]


@cache
def alone() -> Ints:
    """Return the columns but those that repeat what other lines have: what a line is by itself, and its place."""
    columns = np.array([at for at, name in enumerate(feature_names()) if not OTHERS.search(name)])
    columns.flags.writeable = False
    return columns


def _body(evidence: Evidence, shape: Mapping[str, Ints]) -> Flags:
    """Tell which lines are paragraphs."""
    body: Flags = (shape["bytes"] >= BODY) & (shape["ends_sentence"] > 0) & (evidence.lanes[:, 0] < 0)
    return body


def _structure(evidence: Evidence, window: Window, shape: dict[str, Ints], length: Ints) -> dict[str, Numbers]:
    """Return position, paragraphs around, and runs of title-like lines."""
    count = window.end - window.begin
    before = window.at - window.begin
    after = window.end - 1 - window.at
    long = shape["bytes"] >= BODY
    body = _body(evidence, shape)
    titled = ~long & (shape["ends_sentence"] == 0) & (shape["spaces"] >= 2)
    size = shape["bytes"]
    total = np.maximum(window.whole(size), 1)
    columns: dict[str, Numbers] = {
        "from_start": np.minimum(before, FAR),
        "from_end": np.minimum(after, FAR),
        "lines": root(count) // 2,
        "place": 100 * before // np.maximum(count - 1, 1),
        "share_before": 100 * window.earlier(size) // total,
        "mean_length": root(window.whole(size) // np.maximum(count, 1)),
        "body_since": window.since(body),
        "body_until": window.until(body),
        "long_since": window.since(long),
        "long_until": window.until(long),
        "bodies_before": np.minimum(window.earlier(body.astype(np.int64)), FAR),
        "bodies": np.minimum(window.whole(body.astype(np.int64)), FAR),
        "body_share": 100 * window.whole(body * size) // total,
        "body_before": 100 * window.earlier(body * size) // np.maximum(window.whole(body * size), 1),
        "untitled_since": window.since(~titled),
        "untitled_until": window.until(~titled),
        "titled_share": 100 * window.whole(titled.astype(np.int64)) // np.maximum(count, 1),
        "sentence_since": window.since(shape["ends_sentence"] > 0),
        "sentence_until": window.until(shape["ends_sentence"] > 0),
        "colon_since": window.since(shape["ends_colon"] > 0),
        "numbers_near": np.minimum(window.total(shape["numbers"], 2, 2), 60),
        "symbols_near": window.total(shape["starts_symbol"], 3, 3),
        "lengths_near": window.total(length, 3, 3) // 7,
    }
    columns["relative_length"] = 16 * length // np.maximum(columns["mean_length"], 1)
    return columns


def stacked(columns: Mapping[str, Numbers]) -> Features:
    """Return columns side by side, limited to what fits."""
    matrix = np.empty((len(columns), len(next(iter(columns.values())))), np.int32)
    for place, values in enumerate(columns.values()):
        matrix[place] = values
    np.minimum(matrix, LIMIT, out=matrix)
    np.maximum(matrix, -LIMIT, out=matrix)
    return np.ascontiguousarray(matrix.T, np.int16)


def root(values: Ints) -> Ints:
    """Return eight times the square root, a whole number up to LIMIT (IEEE roots are exactly rounded)."""
    rooted: Ints = np.minimum(np.floor(8 * np.sqrt(values.astype(np.float64))), LIMIT).astype(np.int64)
    return rooted
