"""Lay out rows of figures as columns of text."""

from __future__ import annotations

import math
from collections.abc import Sequence

from cleaner.formats import printable

NOTHING = "-"
"""What stands where a figure has nothing to be measured on."""


def figure(value: float | None) -> str:
    """Return a count as it is, a figure with three places, and `-` for what is not known.

    >>> figure(12), figure(0.5), figure(math.nan)
    ('12', '0.500', '-')
    """
    if value is None or math.isnan(value):
        return NOTHING
    return str(value) if isinstance(value, int) else f"{value:.3f}"


def interval(bounds: Sequence[float] | None) -> str:
    """Return an interval in two places, or nothing.

    >>> interval((0.8, 0.914))
    '.80–.91'
    """
    return "–".join(_short(bound) for bound in bounds) if bounds else ""


def _short(value: float) -> str:
    shown = f"{value:.2f}"
    return shown.replace("0.", ".", 1) if shown.lstrip("-").startswith("0.") else shown


def lay_out(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Return a table as lines: the first column to the left, the others to the right, two spaces between.

    >>> print(*lay_out(["set", "lines"], [["news", "7"]]), sep="|")
    set   lines|news      7
    """
    table = [[printable(cell) for cell in row] for row in [heads, *rows]]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    lines = []
    for first, *rest in table:
        cells = [first.ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True))]
        lines.append("  ".join(cells).rstrip())
    return lines
