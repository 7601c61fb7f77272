"""Findings as text: where each one stands, and one line for a person or an editor.

A span inside a line is shown as a word diff with what stands around it, so that one removed word in a line of
300 characters is seen: `...opened the[- BRAND-] bridge on...`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cleaner.document import Finding

MAX_SHOWN = 1000
AROUND = 40
"""How many characters of its line are shown on either side of a span."""

FORMATS = ("text", "json", "jsonl", "github", "sarif", "junit")
"""What `--output-format` can be; `printers.py` writes the ones for machines."""

_unprintable = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]").sub


class Place(NamedTuple):
    """Hold a finding with its line and column (from 1, in code points; lines end at `\\n` only) and its text.

    `before` and `after` are what stands around it on its line, up to one character more than `AROUND`.
    """

    finding: Finding
    line: int
    column: int
    text: str
    before: str = ""
    after: str = ""


def places(text: str, findings: Sequence[Finding]) -> Iterator[Place]:
    """Yield where each finding (sorted by start) stands in `text`."""
    line, at, newline = 1, 0, -1
    for finding in findings:
        line += text.count("\n", at, finding.start)
        newline = max(newline, text.rfind("\n", at, finding.start))
        at, stop = finding.start, finding.stop
        end = text.find("\n", stop, stop + AROUND + 1)
        before = text[max(newline + 1, at - AROUND - 1) : at]
        yield Place(
            finding, line, at - newline, text[at:stop], before, text[stop : stop + AROUND + 1 if end < 0 else end]
        )


def as_text(path: str, record: int | None, place: Place, unsure: bool = False, colour: bool = False) -> str:
    """Return `path:line:column: label score text`; an unsure label has a question mark."""
    where = path if record is None else f"{path}:{record}"
    mark = "?" if unsure else ""
    bold, cyan, red, plain = ("\x1b[1m", "\x1b[36m", "\x1b[31m", "\x1b[0m") if colour else ("", "", "", "")
    text = place.text if len(place.text) <= MAX_SHOWN else place.text[:MAX_SHOWN] + "..."
    shown = f"{red}{printable(text)}{plain}"
    if place.before.strip("\ufeff \t\r") or place.after.strip():
        shown = f"{_before(place.before)}{red}[-{printable(text)}-]{plain}{_after(place.after)}"
    place_shown = f"{bold}{printable(where)}{plain}:{place.line}:{place.column}"
    return f"{place_shown}: {cyan}{place.finding.label}{mark}{plain} {place.finding.score:.2f} {shown}"


def _before(text: str) -> str:
    if len(text) <= AROUND:
        return printable(text)
    return "..." + printable(text[max(text.find(" "), 0) + 1 :])


def _after(text: str) -> str:
    if len(text) <= AROUND:
        return printable(text.rstrip("\r"))
    stop = text.rfind(" ")
    return printable(text[: stop if stop > 0 else AROUND]) + "..."


def printable(text: str) -> str:
    """Return `text` with everything escaped that would end the line, steer a terminal, or not encode."""
    return _unprintable(_escape, text)


def _escape(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape", "surrogatepass").decode("ascii")
