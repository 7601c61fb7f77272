"""What lines look like, in numbers: classes of bytes, first and last characters. Context-free and integer."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from cleaner.batch import Bytes, Flags, Ints
from cleaner.compiled import KERNEL
from cleaner.ngrams import SEGMENT, pieces

Shape: TypeAlias = npt.NDArray[np.int64]
"""Shape (lines, len(COLUMNS))."""

COUNTED = ("capitals", "digits", "spaces", "punctuation", "separators", "continuation", "titled", "numbers")
FLAGS = (
    "ends_sentence",
    "ends_colon",
    "ends_ellipsis",
    "ends_closing",
    "ends_digit",
    "starts_capital",
    "starts_lower",
    "starts_digit",
    "starts_quote",
    "starts_symbol",
    "starts_high",
    "starts_inside",
    "early_colon",
)
COLUMNS = ("bytes", "characters", *COUNTED, *FLAGS)
COLUMN = {name: number for number, name in enumerate(COLUMNS)}

EARLY = 28  # bytes: as far as a label before a colon reaches ("Read also", "Photo credit", "Penulis")
_CHUNK = 1 << 16


def _classes() -> npt.NDArray[np.uint64]:
    """Return a table of packed 8-bit counters for (class of the byte before, byte)."""
    table = np.zeros((3, 256, 8), np.uint8)
    table[:, 0x41:0x5B, 0] = 1
    table[:, 0x30:0x3A, 1] = 1
    table[:, [0x20, 0x09], 2] = 1
    table[:, list(b".,;!?'\"()"), 3] = 1
    table[:, list(b"|>/<:*#_=+~[]{}-\\@&"), 4] = 1
    table[:, 0x80:0xC0, 5] = 1
    table[1, 0x41:0x5B, 6] = 1
    table[:2, 0x30:0x3A, 7] = 1
    return table.reshape(3 * 256, 8).view("<u8").ravel().astype(np.uint64)


_TABLE = _classes()
_BEFORE = np.zeros(256, np.uint16)
_BEFORE[[0x20, 0x09, 0x0A, 0x28, 0x22, 0x27]] = 256
_BEFORE[0x30:0x3A] = 512


def _closing(*characters: str) -> tuple[Ints, Ints]:
    """Return characters of two bytes and of three, as one number each, to be compared with the end of a line."""
    numbers = [(len(c.encode()), int.from_bytes(c.encode(), "big")) for c in characters]
    two, three = ([number for size, number in numbers if size == wanted] for wanted in (2, 3))
    return np.array(two, np.int64), np.array(three, np.int64)


def _bytes(members: bytes) -> Flags:
    """Return a table of bytes: one look-up, where `np.isin` is slow, and the first time imports `numpy.ma`."""
    table: Flags = np.zeros(256, np.bool_)
    table[list(members)] = True
    return table


_STOP, _CLAUSE, _SHUT = _bytes(b".!?"), _bytes(b".!?,"), _bytes(b")]}|>*")
_QUOTE, _OPEN = _bytes(b"\"')"), _bytes(b"\"'(")
_SIGN, _INSIDE = _bytes(b"-*#+>|/[{@&<=~_:.\\"), _bytes(b",.;:)!?%")
_SENTENCE = _closing(*"。！？।॥۔؟።”’»」』．｡")
_COLON = _closing(*"：")
_ELLIPSIS = _closing(*"…⋯")


def measure(buffer: Bytes, starts: Ints) -> Shape:
    """Return the shape of every line of an unfolded buffer (a newline before and after every line)."""
    shape = np.zeros((len(starts) - 1, len(COLUMNS)), np.int64)
    if not len(shape):
        return shape
    length = np.diff(starts) - 1
    shape[:, 2 : 2 + len(COUNTED)] = _counts(buffer, starts, length)
    shape[:, 0] = length
    shape[:, 1] = length - shape[:, COLUMN["continuation"]]
    _mark_ends(shape, buffer, starts, length)
    return shape


def _counts(buffer: Bytes, starts: Ints, length: Ints) -> Ints:
    """Return how many bytes of each of the COUNTED classes every line has."""
    counted = np.zeros((len(length), len(COUNTED)), np.int64)
    if KERNEL:
        KERNEL.classes(buffer, starts[:-1], length, _BEFORE, _TABLE, counted)
        return counted
    for start in range(int(starts[0]), int(starts[-1]), _CHUNK):
        stop = min(start + _CHUNK, int(starts[-1]))
        index = _BEFORE[buffer[start - 1 : stop - 1]]
        index += buffer[start:stop]
        line, cut = pieces(starts, start, stop)
        sums = np.add.reduceat(_TABLE[index], cut).view(np.uint8).reshape(-1, 8)
        changes = np.flatnonzero(np.diff(line, prepend=-1))
        counted[line[changes]] += np.add.reduceat(sums, changes, axis=0, dtype=np.int64)
    return counted


def _mark_ends(shape: Shape, buffer: Bytes, starts: Ints, length: Ints) -> None:
    at = starts[1:] - 2
    for _ in range(2):  # look behind one or two trailing spaces
        at = at - ((buffer[np.maximum(at, 0)] == 0x20) & (at > starts[:-1]))
    size = at - starts[:-1] + 1
    last = buffer[np.maximum(at, 0)].astype(np.int64) * (size > 0)
    second = buffer[np.maximum(at - 1, 0)].astype(np.int64) * (size > 1)
    third = buffer[np.maximum(at - 2, 0)].astype(np.int64) * (size > 2)
    pair = second << 8 | last
    wide = third << 16 | pair

    def closes(characters: tuple[Ints, Ints]) -> Flags:
        flags: Flags = np.zeros(len(last), np.bool_)
        for values, numbers in zip((pair[high], wide[high]), characters, strict=True):
            for number in numbers.tolist():
                flags[high] |= values == number
        return flags

    high = np.flatnonzero(last >= 0x80)
    dots = (last == 0x2E) & (second == 0x2E)
    quote = _QUOTE[last] & _CLAUSE[second]
    flags = {
        "ends_sentence": (_STOP[last] | quote | closes(_SENTENCE)) & ~dots,
        "ends_colon": (last == 0x3A) | closes(_COLON),
        "ends_ellipsis": dots | closes(_ELLIPSIS),
        "ends_closing": _SHUT[last],
        "ends_digit": (last >= 0x30) & (last <= 0x39),
    }
    first = buffer[starts[:-1]].astype(np.int64)
    flags |= {
        "starts_capital": (first >= 0x41) & (first <= 0x5A),
        "starts_lower": (first >= 0x61) & (first <= 0x7A),
        "starts_digit": (first >= 0x30) & (first <= 0x39),
        "starts_quote": _OPEN[first],
        "starts_symbol": _SIGN[first],
        "starts_high": first >= 0x80,
        "starts_inside": _INSIDE[first],
    }
    early = np.zeros(len(length), np.bool_)
    for start in range(0, len(buffer), _CHUNK):
        colons = np.flatnonzero(buffer[start : start + _CHUNK] == 0x3A) + start
        line = np.searchsorted(starts, colons, "right") - 1
        early[line[colons - starts[line] < EARLY]] = True
    flags["early_colon"] = early
    for name, flag in flags.items():
        shape[:, COLUMN[name]] = flag


assert SEGMENT <= 255, "the 8-bit counters would overflow"
