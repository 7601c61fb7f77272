"""The hashed n-gram kernel: integer scores of lines, context-free, the same on every machine and in every batch.

Specification (the tests hold a plain-Python reference to it):

* the bytes of a line are folded (A-Z to a-z, digits to `0`, tab to space); a newline stands before and after it;
* an n-gram of order `o` is any `o` consecutive bytes of that, at most one newline at each end; its hash is
  `h_1 = byte * MULTIPLIER`, `h_o(p) = h_(o-1)(p-1) * PRIME + byte(p) * MULTIPLIER` modulo 2**32;
* its row in a table of weights is the top bits of the hash, as many as there are rows for: `ROW_BITS` for lines;
* a table holds four weights a row, stored as bytes with an offset of 128 and packed in the four 16-bit lanes of one
  64-bit word: one gather and one addition score four classes at once. Lanes are emptied every `SEGMENT` bytes,
  before they could overflow: 64 bytes x 4 orders x 255 < 2**16.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from cleaner.batch import Bytes, Ints
from cleaner.compiled import KERNEL

ORDERS = (2, 3, 4, 5)
ROW_BITS = 18
MULTIPLIER = 0x9E3779B1  # 2**32 / golden ratio, prime (Knuth, TAOCP 3, section 6.4)
PRIME = 0x01000193  # the FNV prime for 32 bits
SEGMENT = 64
LANES = 4
MOST_LANES = 32
"""What the compiled kernel adds up at a time."""
OFFSET = 128
SAMPLE = 4
_CHUNK = 1 << 16

_GROUP = 1 << 22
"""Bytes of the lines that the compiled kernel draws a sample of at a time: it needs room for twice as many."""

Rows: TypeAlias = npt.NDArray[np.uint32]
Sample: TypeAlias = npt.NDArray[np.uint16]

FOLD = bytes(
    ord("0") if 0x30 <= byte <= 0x39 else byte + 32 if 0x41 <= byte <= 0x5A else 0x20 if byte == 9 else byte
    for byte in range(256)
)


def fold(buffer: Bytes) -> Bytes:
    """Return the bytes with capitals, digits and tabs folded together."""
    folded = np.empty_like(buffer)
    for start in range(0, len(buffer), _CHUNK):
        part = buffer[start : start + _CHUNK].tobytes().translate(FOLD)
        folded[start : start + len(part)] = np.frombuffer(part, np.uint8)
    return folded


class Tables:
    """Hold the weights of lanes, shape (lanes, rows), as they are gathered; lanes are filled up to four, or eights.

    There are two rows to the power of `bits`. `rows` has the bytes with their offset, shape (rows, lanes): the compiled
    kernel reads it.
    """

    def __init__(self, weights: npt.NDArray[np.int8]) -> None:
        self.bits = weights.shape[1].bit_length() - 1
        block = LANES if len(weights) <= LANES else 2 * LANES
        self.lanes = -(-len(weights) // block) * block
        self.rows = np.empty((weights.shape[1], self.lanes), np.uint8)
        self.rows[:, len(weights) :] = OFFSET
        for lane, column in enumerate(weights):
            self.rows[:, lane] = column.view(np.uint8) ^ np.uint8(OFFSET)

    @cached_property
    def words(self) -> list[npt.NDArray[np.uint64]]:
        """Return the weights as one packed word for each row and four lanes: numpy reads them."""
        spread = np.ascontiguousarray(self.rows, np.dtype("<u2")).view("<u8").astype(np.uint64)
        return list(np.ascontiguousarray(spread.T))


def counts(lengths: Ints) -> Ints:
    """Return how many n-grams lines have, from their lengths in bytes with the newline after them."""
    return sum((np.maximum(lengths - (order - 2), 0) for order in ORDERS), np.zeros_like(lengths))


def chunks(buffer: Bytes, starts: Ints, bits: int = ROW_BITS) -> Iterator[tuple[int, int, list[tuple[Rows, Ints]]]]:
    """Yield `(first byte, byte after the last, [(rows, invalid) for each order])`, chunk by chunk.

    `buffer` is folded. `rows` holds the row number of the n-gram that ends at each byte of the chunk, of so many
    `bits`; `invalid` are the places in it whose n-gram would cross the start of a line.
    """
    deepest = max(ORDERS)
    begin, end = int(starts[0]), int(starts[-1])
    for start in range(begin, end, _CHUNK):
        stop = min(start + _CHUNK, end)
        left = max(start - deepest + 1, 0)
        byte = buffer[left:stop].astype(np.uint32)
        byte *= np.uint32(MULTIPLIER)
        hashed = byte.copy()
        heads = starts[np.searchsorted(starts, left) : np.searchsorted(starts, stop)] - start
        found = []
        for order in range(2, deepest + 1):
            hashed[1:] = hashed[:-1] * np.uint32(PRIME) + byte[1:]
            if order in ORDERS:
                invalid = (heads[:, None] + np.arange(order - 2)).ravel()
                row = hashed[start - left :] >> np.uint32(32 - bits)
                found.append((row, invalid[(invalid >= 0) & (invalid < stop - start)]))
        yield start, stop, found


def scan(buffer: Bytes, starts: Ints, tables: Tables) -> tuple[Ints, tuple[Ints, Sample]]:
    """Return the summed weights of every line, shape (lines, lanes), and a sample of the lines' n-grams.

    `buffer` is folded. Divide the sums by `counts` (or its root) to compare lines of different lengths. The sample is
    how many n-grams were drawn from each line, and the row, over `SAMPLE`, of every n-gram of the highest order whose
    row is divisible by it: the same n-grams are drawn wherever they stand, so that lines can be compared (Broder 1997,
    "On the resemblance and containment of documents").
    """
    lengths = np.diff(starts)
    total = np.zeros((len(lengths), tables.lanes), np.int64)
    drawn: list[Sample] = [np.zeros(0, np.uint16)]
    sizes = np.zeros(len(lengths), np.int64)
    if KERNEL:
        for lines in groups(starts, _GROUP):
            first, length = starts[:-1][lines], lengths[lines]
            rows = np.empty(int(length.sum()), np.uint16)
            size = KERNEL.sums(buffer, first, length - 1, tables.rows, total[lines], rows, sizes[lines])
            drawn.append(rows[:size].copy())
        return total, (sizes, np.concatenate(drawn))
    word, gathered = np.empty(_CHUNK, np.uint64), np.empty(_CHUNK, np.uint64)
    for start, stop, orders in chunks(buffer, starts, tables.bits) if len(lengths) else ():
        size = stop - start
        line, cut = pieces(starts, start, stop)
        changes = np.flatnonzero(np.diff(line, prepend=-1))
        for number, table in enumerate(tables.words):
            for order, (row, invalid) in enumerate(orders):
                into = gathered if order else word
                np.take(table, row, out=into[:size], mode="clip")
                into[invalid] = 0
                if order:
                    word[:size] += gathered[:size]
            sums = np.add.reduceat(word[:size], cut).view(np.uint16).reshape(-1, LANES).astype(np.int64)
            total[line[changes], number * LANES : (number + 1) * LANES] += np.add.reduceat(sums, changes, axis=0)
        row, invalid = orders[-1]
        row[invalid] = 1
        at = np.flatnonzero((row & np.uint32(SAMPLE - 1)) == 0)
        own = slice(int(line[0]), int(line[-1]) + 1)
        place = np.searchsorted(starts, at + start, "right") - 1 - own.start
        sizes[own] += np.bincount(place, minlength=own.stop - own.start)
        drawn.append((row[at] // SAMPLE).astype(np.uint16))
    total -= OFFSET * counts(lengths)[:, None]
    return total, (sizes, np.concatenate(drawn))


def groups(starts: Ints, size: int) -> Iterator[slice]:
    """Yield rows of lines that have about `size` bytes together; a line is never parted."""
    at = 0
    while at < len(starts) - 1:
        stop = max(int(np.searchsorted(starts, starts[at] + size, "right")) - 1, at + 1)
        yield slice(at, stop)
        at = stop


def score(buffer: Bytes, first: Ints, length: Ints, tables: Tables) -> Ints:
    """Return the summed weights of pieces of lines, as if each were a line: `length` bytes from `first` on."""
    if not KERNEL:
        return scan(*extract(buffer, first, length), tables)[0]
    total = np.zeros((len(first), tables.lanes), np.int64)
    KERNEL.sums(buffer, np.ascontiguousarray(first), np.ascontiguousarray(length), tables.rows, total, None, None)
    return total


def ends(buffer: Bytes, starts: Ints, head: int, tail: int) -> tuple[tuple[Bytes, Ints], tuple[Bytes, Ints]]:
    """Return the first `head` and the last `tail` bytes of every line as buffers of their own, with their starts.

    What a line opens and closes with tells more of what it is than the words between, which drown it in a long one.
    """
    length = np.diff(starts) - 1
    last = np.minimum(length, tail)
    return extract(buffer, starts[:-1], np.minimum(length, head)), extract(buffer, starts[1:] - 1 - last, last)


def extract(buffer: Bytes, first: Ints, length: Ints) -> tuple[Bytes, Ints]:
    """Return the pieces of `length` bytes from `first` on as lines of a buffer of their own, with their starts."""
    places: Ints = np.ones(len(first) + 1, np.int64)
    np.cumsum(length + 1, out=places[1:])
    places[1:] += 1
    part = np.empty(places[-1], np.uint8)
    part[1:] = buffer[np.repeat(first - places[:-1], length + 1) + np.arange(1, places[-1])]
    part[places - 1] = 10
    return part, places


def pieces(starts: Ints, start: int, stop: int) -> tuple[Ints, Ints]:
    """Cut bytes [start, stop) at line starts and every `SEGMENT` bytes: the line of each piece, and where it begins."""
    inside = starts[np.searchsorted(starts, start) : np.searchsorted(starts, stop)] - start
    marked = np.zeros(stop - start, np.bool_)
    marked[::SEGMENT] = True
    marked[inside] = True
    cut = np.flatnonzero(marked)
    return np.searchsorted(starts, cut + start, "right") - 1, cut
