"""Lines among their neighbours: windows, position, structure and repetition, as one matrix of whole numbers.

Everything is computed from integers (or from single IEEE operations on them), never from a sum of floats, so that a
line has the same features in every batch and on every machine. Blank lines have been taken out before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from cleaner.batch import Flags, Ints
from cleaner.shape import COLUMN, FLAGS
from cleaner.taxonomy import FURNITURE
from cleaner.window import FAR, Numbers, Window, running

Features: TypeAlias = npt.NDArray[np.int16]
Rows: TypeAlias = npt.NDArray[np.uint16]

BODY = 120  # bytes: a line this long that ends like a sentence is a paragraph; 40 characters in three-byte scripts
LIMIT = 2047
FIRST = ("junk", "short", "related", "promotion")
"""Lanes that are scored for every line: not content, not content among short lines alone, two of the labels."""
WHOLE = (*FIRST, *(label for label in FURNITURE if label not in FIRST))
"""Lanes of whole lines; those after the first four are scored only where the first leave a doubt."""
TAIL = ("junk", "related", "caption", "credit")
LANE_NAMES = (*WHOLE, *(f"head:{name}" for name in WHOLE), *(f"tail:{name}" for name in TAIL))
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
TABLE = 1 << 14  # places for the shingles of a document: a quarter of the 5-grams of 64 kB
_BLOCK = 1 << 18  # shingles that are looked up at a time: those of a book would take more memory than its text


@dataclass(frozen=True, slots=True)
class Evidence:
    """Hold what is known of every line with ink by itself.

    `lanes` are normalised stage-1 scores, shape (lines, lanes); `first[d]` is the first line of document `d`
    (length: documents + 1). `key` is equal for equal lines, `head` for lines that start with the same bytes.
    `shingles` are a sample of each line's 5-grams: how many each line has, and the rows of all, line by line.
    """

    lanes: Numbers
    shape: Numbers
    first: Ints
    key: Ints
    head: Ints
    shingles: tuple[Ints, Rows]

    @property
    def document(self) -> Ints:
        """Return the document of each line."""
        return np.repeat(np.arange(len(self.first) - 1), np.diff(self.first))

    def take(self, kept: npt.NDArray[np.bool_]) -> Evidence:
        """Return the evidence of the kept lines alone, as if the others had never been there."""
        if kept.all():
            return self
        sizes, rows = self.shingles
        if sizes[~kept].any():
            rows = rows[np.repeat(kept, sizes)]
        first = running(kept)[self.first]
        return Evidence(self.lanes[kept], self.shape[kept], first, self.key[kept], self.head[kept], (sizes[kept], rows))

    def pick(self, lines: Ints, first: Ints) -> Evidence:
        """Return the evidence of `lines`, in this order, one or many times each, in documents that start at `first`."""
        sizes, rows = self.shingles
        begin = running(sizes)
        # Most lines follow each other as before: their samples are taken together.
        opens, closes = np.diff(lines, prepend=-2) != 1, np.diff(lines, append=-2) != 1
        start, stop = begin[lines[opens]].tolist(), begin[lines[closes] + 1].tolist()
        picked = [rows[a:b] for a, b in zip(start, stop, strict=True)]
        shingles = sizes[lines], np.concatenate([rows[:0], *picked])
        return Evidence(self.lanes[lines], self.shape[lines], first, self.key[lines], self.head[lines], shingles)


def joined(parts: Sequence[Evidence], first: Ints) -> Evidence:
    """Return the evidence of several batches as one, in documents that start at `first`."""
    lanes, shape = np.concatenate([part.lanes for part in parts]), np.concatenate([part.shape for part in parts])
    key, head = np.concatenate([part.key for part in parts]), np.concatenate([part.head for part in parts])
    sizes, rows = (np.concatenate(columns) for columns in zip(*(part.shingles for part in parts), strict=True))
    return Evidence(lanes, shape, first, key, head, (sizes, rows))


def features(evidence: Evidence, rows: Ints | slice = slice(None)) -> tuple[Features, tuple[str, ...]]:
    """Return the context features of the lines in `rows`, shape (rows, features), and their names."""
    window = Window(evidence.first)
    shape = {name: evidence.shape[:, number].astype(np.int64) for name, number in COLUMN.items()}
    length = root(shape["bytes"])
    ratios = _ratios(shape, length)
    structure = _structure(evidence, window, shape, length)
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


def feature_names() -> tuple[str, ...]:
    """Return the names of all features."""
    none, first = np.zeros(0, np.int64), np.zeros(1, np.int64)
    lanes, shape = np.zeros((0, len(LANE_NAMES)), np.int64), np.zeros((0, len(COLUMN)), np.int64)
    return features(Evidence(lanes, shape, first, none, none, (none, none.astype(np.uint16))))[1]


def _structure(evidence: Evidence, window: Window, shape: dict[str, Ints], length: Ints) -> dict[str, Numbers]:
    """Return position, paragraphs around, runs of title-like lines, repetition and overlap."""
    count = window.end - window.begin
    before = window.at - window.begin
    after = window.end - 1 - window.at
    long = shape["bytes"] >= BODY
    body = long & (shape["ends_sentence"] > 0) & (evidence.lanes[:, 0] < 0)
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
    columns["repeats"], columns["repeat_of_earlier"] = _repeats(evidence.document, evidence.key)
    columns["heads"], columns["head_of_earlier"] = _repeats(evidence.document, evidence.head)
    columns["overlap_body"], columns["overlap_headline"] = _overlap(evidence, window, body)
    return columns


def _repeats(document: Ints, key: Ints) -> tuple[Ints, Ints]:
    """Return how often a key occurs in its document (up to 15), and whether it did before."""
    order = np.lexsort((key, document))
    sorted_document, sorted_key = document[order], key[order]
    new = np.ones(len(order), np.bool_)
    new[1:] = (sorted_document[1:] != sorted_document[:-1]) | (sorted_key[1:] != sorted_key[:-1])
    group = np.cumsum(new) - 1
    times = np.bincount(group)[group] if len(group) else group
    result, earlier = np.empty_like(times), np.empty_like(times)
    result[order] = np.minimum(times, 15)
    earlier[order] = ~new
    return result, earlier


def _overlap(evidence: Evidence, window: Window, body: Flags) -> tuple[Ints, Ints]:
    """Return the share (percent) of a line's shingles that occur in the paragraphs, and in the first line."""
    seen = np.zeros((len(evidence.first) - 1) * TABLE, np.uint8)
    tops = window.at == window.begin
    for at, size, place in _placed(evidence):
        for bit, lines in ((1, body), (2, tops)):
            seen[place[np.repeat(lines[at], size)]] |= bit
    shared: Ints = np.zeros((2, window.count), np.int64)
    for at, size, place in _placed(evidence):
        some = np.flatnonzero(size)
        begin, hits = (np.cumsum(size) - size)[some], seen[place]
        for bit in (0, 1):
            shared[bit, at][some] += np.add.reduceat(hits >> bit & 1, begin, dtype=np.int64)
    counts = np.maximum(evidence.shingles[0], 1)
    return 100 * shared[0] // counts, 100 * shared[1] // counts


def _placed(evidence: Evidence) -> Iterator[tuple[slice, Ints, Ints]]:
    """Yield the shingles block by block: of which lines, how many of each, and their places in tables of documents."""
    sizes, rows = evidence.shingles
    table, ends = evidence.document * TABLE, np.cumsum(sizes)
    for start in range(0, len(rows), _BLOCK):
        part = rows[start : start + _BLOCK]
        stop = start + len(part)
        first, last = np.searchsorted(ends, (start, stop - 1), "right").tolist()
        at = slice(first, last + 1)
        size = np.diff(np.minimum(ends[at], stop), prepend=start)
        place = np.repeat(table[at], size)
        place += part & np.uint16(TABLE - 1)
        yield at, size, place


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
