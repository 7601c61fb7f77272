"""Findings for machines: JSON, GitHub annotations, SARIF 2.1.0 and JUnit, beside the lines for people.

A printer is told every finding, every file that was looked at, and every input that failed; what it returns is output.
The line of a finding in a JSONL file is that of its record, for this is what other tools can open.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Protocol

from cleaner.formats import Place, as_text, printable
from cleaner.report import Note
from cleaner.taxonomy import DEFINITIONS, FURNITURE

SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_NOT_XML = {ord("\ufffe"): "\\ufffe", ord("\uffff"): "\\uffff"}


class Printer(Protocol):
    """Turn what a check finds into output."""

    def found(self, path: str, record: int | None, place: Place, unsure: bool) -> str:
        """Take a finding."""

    def looked_at(self, path: str) -> str:
        """Take note that a file is done."""

    def failed(self, note: Note) -> str:
        """Take note of an input that could not be read."""

    def end(self) -> str:
        """Return the rest."""


class Lines:
    """Print one line for each finding, and nothing else."""

    def __init__(self, colour: bool = False) -> None:
        self.colour = colour

    def found(self, path: str, record: int | None, place: Place, unsure: bool) -> str:
        """Return the line of a finding."""
        return f"{as_text(path, record, place, unsure, self.colour)}\n"

    def looked_at(self, path: str) -> str:
        """Say nothing."""
        return ""

    def failed(self, note: Note) -> str:
        """Say nothing: it is said on standard error."""
        return ""

    def end(self) -> str:
        """Say nothing."""
        return ""


class JsonLines(Lines):
    """Print one JSON object a line."""

    def found(self, path: str, record: int | None, place: Place, unsure: bool) -> str:
        """Return the object of a finding."""
        return f"{_json(_plain(path, record, place, unsure))}\n"


class Json(Lines):
    """Print one JSON array, one finding a line."""

    def __init__(self, colour: bool = False) -> None:
        super().__init__(colour)
        self._next, self._end = "[\n", "[]\n"

    def found(self, path: str, record: int | None, place: Place, unsure: bool) -> str:
        """Return an element of the array."""
        element = self._next + _json(_plain(path, record, place, unsure))
        self._next, self._end = ",\n", "\n]\n"
        return element

    def end(self) -> str:
        """Close the array."""
        return self._end


class GitHub(Lines):
    """Print workflow commands, which GitHub Actions shows beside the lines of a change."""

    def found(self, path: str, record: int | None, place: Place, unsure: bool) -> str:
        """Return the command for a finding; a doubtful one is a notice."""
        line = place.line if record is None else record
        column = f",col={place.column},endColumn={place.column + len(place.text)}" if record is None else ""
        label = place.finding.label
        kind = "notice" if unsure else "error"
        name = _command(path, ("%", "\r", "\n", ":", ","))
        text = _command(as_text(path, record, place, unsure), ("%", "\r", "\n"))
        return f"::{kind} file={name},line={line}{column},title=cleaner ({label})::{text}\n"

    def failed(self, note: Note) -> str:
        """Return the command for an input that failed."""
        return f"::error file={_command(note.path, ('%', ':', ','))}::{_command(str(note), ('%',))}\n"


class Sarif(Lines):
    """Print one SARIF log, for code scanning."""

    def __init__(self, colour: bool = False) -> None:
        super().__init__(colour)
        self._results: list[dict[str, Any]] = []
        self._failed: list[dict[str, Any]] = []

    def found(self, path: str, record: int | None, place: Place, unsure: bool) -> str:
        """Keep the finding until the end."""
        label = place.finding.label
        if record is None:
            region = {"startLine": place.line, "startColumn": place.column}
            region["endColumn"] = place.column + len(place.text)
        else:
            region = {"startLine": record}
        self._results.append(
            {
                "ruleId": label.value,
                "ruleIndex": FURNITURE.index(label),
                "level": "note" if unsure else "error",
                "message": {"text": f"{label.value} {place.finding.score:.2f}: {printable(place.text)}"},
                "locations": [{"physicalLocation": {**_artifact(path), "region": region}}],
                "properties": {"score": place.finding.score, "cues": list(place.finding.cues)},
            }
        )
        return ""

    def failed(self, note: Note) -> str:
        """Keep what failed until the end."""
        location = {"physicalLocation": _artifact(note.path)}
        self._failed.append({"level": "error", "message": {"text": printable(note.reason)}, "locations": [location]})
        return ""

    def end(self) -> str:
        """Return the log."""
        from cleaner import __version__

        rules = [
            {
                "id": definition.label.value,
                "shortDescription": {"text": definition.meaning},
                "help": {"text": f"Example: {definition.example} But not: {definition.near_miss}."},
            }
            for label in FURNITURE
            for definition in DEFINITIONS
            if definition.label is label
        ]
        invocation = {"executionSuccessful": not self._failed, "toolExecutionNotifications": self._failed}
        run = {
            "tool": {"driver": {"name": "cleaner", "version": __version__, "rules": rules}},
            "columnKind": "unicodeCodePoints",
            "invocations": [invocation],
            "results": self._results,
        }
        return f"{_json({'$schema': SARIF_SCHEMA, 'version': '2.1.0', 'runs': [run]}, 2)}\n"


class JUnit(Lines):
    """Print one JUnit report: a case that fails for each finding, one that passes for each file without any."""

    def __init__(self, colour: bool = False) -> None:
        super().__init__(colour)
        self._cases: list[str] = []
        self._failures = self._errors = 0
        self._bad: set[str] = set()

    def found(self, path: str, record: int | None, place: Place, unsure: bool) -> str:
        """Keep the finding until the end; a doubtful one fails nothing."""
        shown = _xml(as_text(path, record, place, unsure))
        if not unsure:
            self._failures += 1
            self._bad.add(path)
            where = ":".join(str(number) for number in (record, place.line, place.column) if number is not None)
            label = place.finding.label
            failure = f'<failure type="{label}" message="{shown}"/>'
            self._cases.append(f'<testcase classname="{_xml(path)}" name="{where} {label}">{failure}</testcase>')
        return ""

    def looked_at(self, path: str) -> str:
        """Let a file without findings pass."""
        if path not in self._bad:
            self._cases.append(f'<testcase classname="{_xml(path)}" name="clean"/>')
        return ""

    def failed(self, note: Note) -> str:
        """Keep what failed until the end."""
        self._errors += 1
        self._bad.add(note.path)
        error = f'<error type="input" message="{_xml(str(note))}"/>'
        self._cases.append(f'<testcase classname="{_xml(note.path)}" name="read">{error}</testcase>')
        return ""

    def end(self) -> str:
        """Return the report."""
        counts = f'tests="{len(self._cases)}" failures="{self._failures}" errors="{self._errors}"'
        head = f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites {counts}>\n<testsuite name="cleaner" {counts}>'
        return "\n".join([head, *self._cases, "</testsuite>", "</testsuites>", ""])


_PRINTERS = {"text": Lines, "json": Json, "jsonl": JsonLines, "github": GitHub, "sarif": Sarif, "junit": JUnit}


def printer_of(name: str, colour: bool = False) -> Printer:
    """Return the printer of an output format; only the lines for people have colours."""
    return _PRINTERS[name](colour and name == "text")


def statistics(counts: dict[str, int]) -> Iterator[str]:
    """Yield one line for each label that was found, the most frequent first.

    >>> list(statistics({"spam": 2, "footer": 10}))
    ['    10 footer', '     2 spam']
    """
    for label, number in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        yield f"{number:6,} {label}"


def _plain(path: str, record: int | None, place: Place, unsure: bool) -> dict[str, Any]:
    finding = place.finding
    return {
        "path": path,
        "record": record,
        "line": place.line,
        "column": place.column,
        "start": finding.start,
        "stop": finding.stop,
        "label": finding.label.value,
        "score": finding.score,
        "unsure": unsure,
        "text": place.text,
        "cues": list(finding.cues),
    }


def _json(value: Any, indent: int | None = None) -> str:
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    try:
        text.encode()
    except UnicodeEncodeError:  # bytes that are not UTF-8
        return json.dumps(value, indent=indent)
    return text


def _artifact(path: str) -> dict[str, Any]:
    from urllib.parse import quote

    uri = quote(path.encode("utf-8", "surrogateescape"))
    return {"artifactLocation": {"uri": f"file://{uri}" if path.startswith("/") else uri}}


def _command(text: str, special: tuple[str, ...]) -> str:
    for char in special:
        text = text.replace(char, f"%{ord(char):02X}")
    return printable(text)


def _xml(text: str) -> str:
    text = printable(text).translate(_NOT_XML)
    for char, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(char, entity)
    return text
