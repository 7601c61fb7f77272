"""Many texts as one buffer of bytes with the places of their lines: what the kernel eats."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Bytes: TypeAlias = npt.NDArray[np.uint8]
Ints: TypeAlias = npt.NDArray[np.int64]
Flags: TypeAlias = npt.NDArray[np.bool_]

BOM = "\ufeff"
INSIDE = bytes(range(0x80, 0xC0))
"""The bytes of UTF-8 that begin no character."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Hold texts, their lines, and one UTF-8 buffer in which every line ends in exactly one newline.

    A line ends at `\\n` only; a `\\r` before it belongs to the ending. `lines` has all lines of all texts without
    their endings, a text that ends in a newline has an empty last one. `first[d]` is the line that text `d` starts
    at (length: texts + 1). `buffer` starts with one extra newline, so that every line has one before and one after;
    `starts[i]` is the byte where line `i` starts (length: lines + 1), its newline stands at `starts[i + 1] - 1`.
    `inked[i]` tells whether line `i` has anything but white space; `sizes[i]` counts its code points, `offsets[i]` is
    the code point of its own text that it starts at. A byte-order mark is not in `lines`, but counts in offsets.
    """

    texts: tuple[str, ...]
    lines: tuple[str, ...]
    first: Ints
    buffer: Bytes
    starts: Ints
    inked: Flags
    sizes: Ints
    offsets: Ints

    @classmethod
    def of(cls, texts: Sequence[str]) -> Batch:
        """Lay out `texts` in one buffer; lone surrogates are kept as their three bytes."""
        marked = [text[:1] == BOM for text in texts]
        bodies = [text[1:] if mark else text for text, mark in zip(texts, marked, strict=True)]
        joined = "\n".join(["", *bodies, ""]) if texts else "\n"
        lines = joined.split("\n")[1:-1]
        sizes = np.fromiter(map(len, lines), np.int64, len(lines))
        ends = np.cumsum(sizes + 1)
        if "\r" in joined:
            del lines
            joined = joined.replace("\r\n", "\n")
            lines = joined.split("\n")[1:-1]
            sizes = np.fromiter(map(len, lines), np.int64, len(lines))
        buffer = np.frombuffer(joined.encode("utf-8", "surrogatepass"), np.uint8)
        del joined  # of a large text every copy counts
        starts = np.flatnonzero(buffer == 10) + 1
        first: Ints = np.zeros(len(texts) + 1, np.int64)
        lengths = np.fromiter(map(len, bodies), np.int64, len(bodies))
        first[1:] = np.searchsorted(ends, np.cumsum(lengths + 1)) + 1
        offsets = np.concatenate([np.zeros(1, np.int64), ends])
        offsets = offsets[:-1] - np.repeat(offsets[first[:-1]] - np.array(marked, np.int64), np.diff(first))
        return cls(tuple(texts), tuple(lines), first, buffer, starts, _inked(lines, buffer, starts), sizes, offsets)

    def characters(self, spots: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Yield `(line, code point in it)` for sorted `(line, byte of the buffer)`; no byte is read twice."""
        line = at = offset = -1
        plain = False
        for number, byte in spots:
            if number != line:
                line, at, offset = number, int(self.starts[number]), 0
                plain = int(self.sizes[number]) == int(self.starts[number + 1]) - at - 1
            offset += byte - at if plain else len(self.buffer[at:byte].tobytes().translate(None, INSIDE))
            at = byte
            yield number, offset

    @property
    def document(self) -> Ints:
        """Return the number of the text that each line belongs to."""
        return np.repeat(np.arange(len(self.texts)), np.diff(self.first))


def _inked(lines: Sequence[str], buffer: Bytes, starts: Ints) -> Flags:
    """Tell which lines have ink: nearly all, as their first byte tells."""
    opens = buffer[starts[:-1]]
    inked: Flags = (opens > 0x20) & (opens < 0x80)
    for number in np.flatnonzero(~inked & (opens != 10)).tolist():
        inked[number] = bool(lines[number].strip())
    return inked
