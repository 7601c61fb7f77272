"""Where the lines of a text stand: written plainly, to compare with what the package lays out."""

from __future__ import annotations

from itertools import accumulate

from cleaner.batch import BOM


def line_ranges(text: str) -> list[tuple[int, int, int]]:
    """Return `(start, stop, end)` in code points of every line: `stop` before its ending, `end` after it.

    >>> line_ranges("a\\r\\nb")
    [(0, 1, 3), (3, 4, 4)]
    """
    lines = text.split("\n")
    ends = [*accumulate(map(len, lines), lambda end, length: end + length + 1, initial=-1)]
    starts = [end + 1 for end in ends[:-1]]
    starts[0] = int(text[:1] == BOM)
    stops = ends[1:]
    if "\r\n" in text:
        for number, line in enumerate(lines[:-1]):
            if line[-1:] == "\r":
                stops[number] -= 1
    ends = starts[1:]
    ends.append(len(text))
    return list(zip(starts, stops, ends, strict=True))
