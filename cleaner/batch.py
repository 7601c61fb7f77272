"""Many texts as one buffer of bytes with the places of their lines: what the kernel eats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Bytes: TypeAlias = npt.NDArray[np.uint8]
Ints: TypeAlias = npt.NDArray[np.int64]
Flags: TypeAlias = npt.NDArray[np.bool_]

BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Batch:
    """Hold texts, their lines, and one UTF-8 buffer in which every line ends in exactly one newline.

    A line ends at `\\n` only; a `\\r` before it belongs to the ending. `lines` has all lines of all texts without
    their endings, a text that ends in a newline has an empty last one. `first[d]` is the line that text `d` starts
    at (length: texts + 1). `buffer` starts with one extra newline, so that every line has one before and one after;
    `starts[i]` is the byte where line `i` starts (length: lines + 1), its newline stands at `starts[i + 1] - 1`.
    `inked[i]` tells whether line `i` has anything but white space. A byte-order mark is not in `lines`.
    """

    texts: tuple[str, ...]
    lines: tuple[str, ...]
    first: Ints
    buffer: Bytes
    starts: Ints
    inked: Flags

    @classmethod
    def of(cls, texts: Sequence[str]) -> Batch:
        """Lay out `texts` in one buffer; lone surrogates are kept as their three bytes."""
        joined = "\n".join([text[1:] if text[:1] == BOM else text for text in texts]) if texts else ""
        counts = [text.count("\n") + 1 for text in texts]
        if "\r" in joined:
            joined = (joined + "\n").replace("\r\n", "\n")[:-1]
        lines = tuple(joined.split("\n")) if texts else ()
        data = f"\n{joined}\n".encode("utf-8", "surrogatepass")
        buffer = np.frombuffer(data, np.uint8)
        starts = np.flatnonzero(buffer == 10) + 1
        if not texts:
            starts = starts[:1]
        inked = np.array([not (line.isspace() or not line) for line in lines], np.bool_)
        first = np.concatenate([[0], np.cumsum(counts, dtype=np.int64)]) if texts else np.zeros(1, np.int64)
        return cls(tuple(texts), lines, first, buffer, starts.astype(np.int64), inked)

    @property
    def document(self) -> Ints:
        """Return the number of the text that each line belongs to."""
        return np.repeat(np.arange(len(self.texts)), np.diff(self.first))


def line_ranges(text: str) -> list[tuple[int, int, int]]:
    """Return `(start, stop, end)` in code points of every line: `stop` before its ending, `end` after it.

    >>> line_ranges("a\\r\\nb")
    [(0, 1, 3), (3, 4, 4)]
    """
    ranges = []
    start = 1 if text[:1] == BOM else 0
    while True:
        newline = text.find("\n", start)
        if newline < 0:
            ranges.append((start, len(text), len(text)))
            return ranges
        stop = newline - 1 if newline > start and text[newline - 1] == "\r" else newline
        ranges.append((start, stop, newline + 1))
        start = newline + 1
