"""What a job did, in numbers that can be added up, and the exit code that follows from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, NamedTuple

from cleaner.document import Cleaning
from cleaner.settings import Settings
from cleaner.taxonomy import FURNITURE, Label

NOTES = 10
"""How many records of a file are named on standard error (for each shard of a job): a corpus may have a million."""


class Mode(Enum):
    """Name what is done with findings: a clean copy, a report, a diff, or the file rewritten in place."""

    COPY = "copy"
    REPORT = "report"
    DIFF = "diff"
    FIX = "fix"


@dataclass(frozen=True, slots=True)
class Note:
    """Say why a document, a record of a file, or a whole file (`record` is None) was left as it is."""

    path: str
    record: int | None
    reason: str

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}" if self.record is None else f"{self.path}:{self.record}: {self.reason}"


class Named(NamedTuple):
    """Name a document: its file, the number of its record, and its id, if it has them."""

    path: str
    record: int | None = None
    id: str | int | None = None


@dataclass
class Summary:
    """Count what happened to documents; summaries of parts of a job add up to the summary of the job.

    `emptied` names the documents that lost everything, `refused` the documents that were left untouched by
    choice (a brake, no stable result), `failed` the inputs and records that could not be read, `rewritten` counts
    the files that were changed in place.
    """

    documents: int = 0
    changed: int = 0
    lines: int = 0
    characters: int = 0
    removed_characters: int = 0
    found: Counter[Label] = field(default_factory=Counter)
    found_characters: Counter[Label] = field(default_factory=Counter)
    unsure: int = 0
    rewritten: int = 0
    emptied: list[Named] = field(default_factory=list)
    refused: list[Note] = field(default_factory=list)
    failed: list[Note] = field(default_factory=list)

    def add(self, cleaning: Cleaning, path: str, record: int | None = None, id: str | int | None = None) -> None:
        """Count one document."""
        text = cleaning.original
        self.documents += 1
        self.lines += text.count("\n") + (text[-1:] not in ("", "\n"))
        self.characters += len(text)
        self.unsure += len(cleaning.unsure)
        if cleaning.refused:
            self.refused.append(Note(path, record, cleaning.refused))
        if not cleaning.changed:
            return
        self.changed += 1
        self.removed_characters += cleaning.removed_chars
        for finding in cleaning.findings:
            self.found[finding.label] += 1
            self.found_characters[finding.label] += finding.stop - finding.start
        if cleaning.emptied:
            self.emptied.append(Named(path, record, id))

    def fail(self, note: Note) -> None:
        """Count nothing but that the whole input failed."""
        vars(self).update(vars(Summary(failed=[note])))

    def __iadd__(self, other: Summary) -> Summary:
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)
        return self

    def plain(self) -> dict[str, Any]:
        """Return what is reproducible, as values for JSON."""
        return {
            "documents": self.documents,
            "changed": self.changed,
            "lines": self.lines,
            "characters": self.characters,
            "removed_characters": self.removed_characters,
            "removed": {
                label.value: {"findings": self.found[label], "characters": self.found_characters[label]}
                for label in FURNITURE
            },
            "unsure": self.unsure,
            "emptied": [named._asdict() for named in self.emptied],
            "refused": [_plain(note) for note in self.refused],
            "failed": [_plain(note) for note in self.failed],
        }

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Summary:
        """Return the summary that `plain` gave these values of."""
        numbers = {name: values[name] for name in ("documents", "changed", "lines", "characters", "unsure")}
        removed = values["removed"]
        return cls(
            **numbers,
            removed_characters=values["removed_characters"],
            found=Counter({label: n for label in FURNITURE if (n := removed[label.value]["findings"])}),
            found_characters=Counter({label: n for label in FURNITURE if (n := removed[label.value]["characters"])}),
            emptied=[Named(**named) for named in values["emptied"]],
            refused=[Note(**note) for note in values["refused"]],
            failed=[Note(**note) for note in values["failed"]],
        )

    def __str__(self) -> str:
        share = self.removed_characters / max(self.characters, 1)
        parts = [f"{_many(self.documents, 'document')}, {self.changed:,} changed, {share:.1%} of characters removed"]
        parts += [f"{len(self.emptied):,} emptied"] if self.emptied else []
        parts += [f"{len(self.refused):,} left untouched"] if self.refused else []
        parts += [f"{len(self.failed):,} not readable"] if self.failed else []
        return ", ".join(parts)


@dataclass(frozen=True)
class Report:
    """Hold the outcome of a command."""

    mode: Mode
    summary: Summary
    exit_zero: bool = False

    @property
    def exit_code(self) -> int:
        """Return 2 if an input failed, else 1 if a check found (or with `--fix`: rewrote) something, else 0.

        `exit_zero` turns 1 into 0, never 2.
        """
        if self.summary.failed:
            return 2
        if self.exit_zero or self.mode is Mode.COPY:
            return 0
        return int(self.summary.rewritten > 0 if self.mode is Mode.FIX else self.summary.found.total() > 0)


def plain_settings(settings: Settings) -> Mapping[str, Any]:
    """Return settings as values for JSON, in a fixed order."""
    return {
        "select": [label.value for label in FURNITURE if label in settings.select],
        "ignore": [label.value for label in FURNITURE if label in settings.ignore],
        "thresholds": {label.value: settings.thresholds[label] for label in FURNITURE if label in settings.thresholds},
        "max_removed": settings.max_removed,
        "protect": list(settings.protect),
        "always_remove": list(settings.always_remove),
        "markdown": settings.markdown,
        "per_file_ignores": [[pattern, sorted(labels)] for pattern, labels in settings.per_file_ignores],
        **({"profile": settings.profile} if settings.profile else {}),
    }


def _plain(note: Note) -> dict[str, Any]:
    return {"path": note.path, "record": note.record, "reason": note.reason}


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
