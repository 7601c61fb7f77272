"""Rows of tables that were read out cell by cell: `Persekar | 5 | 4 | 12`. Nobody finds their way about by such lines.

A row has a name and numbers behind it. Two rows of as many cells, one below the other, are of a table, and so is the
line of as many cells above them. They are no furniture, whatever their words are like.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np

from cleaner.batch import Batch
from cleaner.lazy import Pattern

_LEAST = 3
"""Cells that a row has at least."""
_LONGEST = 200
"""Characters that a row has at most: a longer one is no row of names and numbers."""
_BAR = Pattern(r"[|\t]")
_NAME = Pattern(r"\p{L}")
_NUMBER = Pattern(r"[^\p{L}]*\p{Nd}[^\p{L}]*\p{L}{0,2}")


def rows_of_tables(batch: Batch) -> list[int]:
    """Return the numbers of the lines of a batch that are rows or heads of tables, in order."""
    found: list[int] = []
    for lines in _stacks(batch):
        rows = [_is_row(cells) for _, cells in lines]
        if sum(rows) > 1:  # beside the rows, only what stands right above one
            below = [*rows[1:], False]
            found += [number for (number, _), own, next_ in zip(lines, rows, below, strict=True) if own or next_]
    return found


def _stacks(batch: Batch) -> Iterator[list[tuple[int, list[str]]]]:
    """Yield lines of as many cells that stand one below the other, with their cells; blank lines may lie between."""
    bars = np.flatnonzero((batch.buffer == ord("|")) | (batch.buffer == ord("\t")))
    numbers = Counter((np.searchsorted(batch.starts, bars, "right") - 1).tolist()) if len(bars) else Counter[int]()
    place, document = np.cumsum(batch.inked), batch.document
    stack: list[tuple[int, list[str]]] = []
    for number, count in sorted(numbers.items()):
        if count < _LEAST - 1 or batch.sizes[number] > _LONGEST:
            continue
        cells = [cell.strip() for cell in _BAR.split(batch.lines[number].strip(" |\t"))]
        if stack:
            last, above = stack[-1]
            if len(cells) != len(above) or place[number] != place[last] + 1 or document[number] != document[last]:
                yield stack
                stack = []
        stack.append((number, cells))
    yield stack


def _is_row(cells: Sequence[str]) -> bool:
    """Tell whether cells are a name and, for the better part, numbers.

    >>> [_is_row(row.split("|")) for row in ("Persekar|5|+4|12 m", "1|2|3", "Anna Berg|12 March|3 comments")]
    [True, False, False]
    """
    numbers = sum(_NUMBER.fullmatch(cell) is not None for cell in cells[1:])
    return len(cells) >= _LEAST and _NAME.search(cells[0]) is not None and 2 * numbers > len(cells) - 1
