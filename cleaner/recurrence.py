"""What a line shares with others of its document: all of it, its first bytes, words of paragraphs and headline."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from cleaner.batch import Flags, Ints
from cleaner.compiled import KERNEL
from cleaner.evidence import Evidence
from cleaner.window import Numbers, Window

TABLE = 1 << 14  # places for the shingles of a document: a quarter of the 5-grams of 64 kB
_BLOCK = 1 << 18  # shingles that are looked up at a time: those of a book would take more memory than its text


def recurrence(evidence: Evidence, window: Window, body: Flags) -> dict[str, Numbers]:
    """Return repetition in the document, and overlap with its paragraphs and its first line."""
    columns: dict[str, Numbers] = {}
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
    sizes, rows = evidence.shingles
    shared: Ints = np.zeros((2, window.count), np.int64)
    if KERNEL:
        KERNEL.overlap(evidence.first, sizes, rows, body, shared)
    else:
        _share(evidence, window, body, shared)
    counts = np.maximum(sizes, 1)
    return 100 * shared[0] // counts, 100 * shared[1] // counts


def _share(evidence: Evidence, window: Window, body: Flags, shared: Ints) -> None:
    """Count the shingles of each line that occur in the paragraphs, and in the first line, of their document.

    They may share a place in the document's table: what counts is their row modulo `TABLE`.
    """
    seen = np.zeros((len(evidence.first) - 1) * TABLE, np.uint8)
    tops = window.at == window.begin
    for at, size, place in _placed(evidence):
        for bit, lines in ((1, body), (2, tops)):
            seen[place[np.repeat(lines[at], size)]] |= bit
    for at, size, place in _placed(evidence):
        some = np.flatnonzero(size)
        begin, hits = (np.cumsum(size) - size)[some], seen[place]
        for bit in (0, 1):
            shared[bit, at][some] += np.add.reduceat(hits >> bit & 1, begin, dtype=np.int64)


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
