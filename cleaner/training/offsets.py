"""How other programs count characters: offsets in code points, as here, and in UTF-16 code units, as in JavaScript."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from enum import StrEnum
from itertools import accumulate

from cleaner.errors import AnnotationError
from cleaner.training.annotations import Span


class Offsets(StrEnum):
    """Name a way to count."""

    CODE_POINTS = "code-points"
    UTF16 = "utf-16"


def outward(text: str, spans: Iterable[Span], offsets: Offsets) -> list[Span]:
    """Return spans in code points as another program counts them.

    >>> outward("\\U0001f600 ad", [(2, 4, "spam")], Offsets.UTF16)
    [(3, 5, 'spam')]
    """
    if offsets is Offsets.CODE_POINTS or max(text, default="") <= "\uffff":
        return list(spans)
    units = _units(text)
    return [(units[start], units[stop], label) for start, stop, label in spans]


def inward(text: str, spans: Iterable[Span], offsets: Offsets) -> list[Span]:
    """Return spans of another program in code points; raise AnnotationError if one cuts a character in two.

    Offsets beyond the text stay beyond it, so that whoever checks them can say so.
    """
    if offsets is Offsets.CODE_POINTS or max(text, default="") <= "\uffff":
        return list(spans)
    units = _units(text)

    def point(unit: int) -> int:
        at = bisect_left(units, unit)
        if at < len(units) and units[at] != unit:
            raise AnnotationError(
                f"offset {unit} lies inside the character {text[at - 1]!r}: the offsets are not of UTF-16 code units; "
                "use --offsets code-points"
            )
        return at if at < len(units) else unit

    return [(point(start), point(stop), label) for start, stop, label in spans]


def _units(text: str) -> list[int]:
    """Return for each code point, and the end, how many UTF-16 code units come before it."""
    return [0, *accumulate(1 + (char > "\uffff") for char in text)]
