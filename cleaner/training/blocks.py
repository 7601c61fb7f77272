"""Hold the lines and blocks that a page is laid out of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

InlineSpan = tuple[int, int, str]


class Line(NamedTuple):
    """Hold one line: its text, its label (None for content), and its spans if it is content."""

    text: str
    label: str | None = None
    spans: tuple[InlineSpan, ...] = ()


class Block(NamedTuple):
    """Hold lines that a page shows together; `role` names the part that they play."""

    role: str
    lines: list[Line]


def labelled(label: str, texts: Sequence[str]) -> list[Line]:
    """Make lines of a label, without those that are blank."""
    return [Line(text.strip(), label) for text in texts if text.strip()]


def spanned(before: str, label: str, text: str, after: str) -> Line:
    """Make a content line with furniture before or after its text, as a span."""
    span = (0, len(before), label) if before else (len(text), len(text) + len(after), label)
    return Line(before + text + after, None, (span,) if span[0] < span[1] else ())
