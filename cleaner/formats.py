"""Findings as text: where each one stands, and one line for a person or an editor."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from cleaner.document import Finding

MAX_SHOWN = 1000

_unprintable = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]").sub


class Place(NamedTuple):
    """Hold a finding with its line and column (from 1, in code points; lines end at `\\n` only) and its text."""

    finding: Finding
    line: int
    column: int
    text: str


Format: TypeAlias = Callable[[str, int | None, Place, bool], str]
"""Turns (path, record, place, unsure) into one line of output."""


def places(text: str, findings: Sequence[Finding]) -> Iterator[Place]:
    """Yield where each finding (sorted by start) stands in `text`."""
    line, at, newline = 1, 0, -1
    for finding in findings:
        line += text.count("\n", at, finding.start)
        newline = max(newline, text.rfind("\n", at, finding.start))
        at = finding.start
        yield Place(finding, line, at - newline, text[at : finding.stop])


def as_text(path: str, record: int | None, place: Place, unsure: bool = False) -> str:
    """Return `path:line:column: label score text`; an unsure label has a question mark."""
    where = path if record is None else f"{path}:{record}"
    mark = "?" if unsure else ""
    text = place.text if len(place.text) <= MAX_SHOWN else place.text[:MAX_SHOWN] + "..."
    shown = f"{where}:{place.line}:{place.column}: {place.finding.label}{mark} {place.finding.score:.2f} {text}"
    return printable(shown)


def printable(text: str) -> str:
    """Return `text` with everything escaped that would end the line, steer a terminal, or not encode."""
    return _unprintable(_escape, text)


def _escape(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape", "surrogatepass").decode("ascii")


FORMATS: Mapping[str, Format] = {"text": as_text}
