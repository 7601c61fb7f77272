"""The change record: one line of JSON for each changed document, from which its original can be restored."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from cleaner.document import Cleaning, Cut, Finding, disjoint, id_of
from cleaner.errors import RestoreError

VERSION = 1

_encode = json.JSONEncoder(ensure_ascii=False).encode


def digest(text: str, record: int | None) -> str:
    """Return the SHA-256 of a text as UTF-8; a lone surrogate is a byte of a text file, a character of a record."""
    return hashlib.sha256(text.encode("utf-8", "surrogateescape" if record is None else "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Change:
    """Hold what was found and deleted in one document.

    `record` is the number of its line in a JSONL file, else None. `raw` are the removed pieces as they were spelled
    in the JSON string, kept only where they differ from the plainest spelling; `field` is where the text stands, and
    `format` is how the file was read, where its beginning may mislead.
    """

    path: str
    record: int | None
    id: str | int
    sha256: str
    findings: tuple[dict[str, Any], ...]
    cuts: tuple[Cut, ...]
    removed: tuple[str, ...]
    model: str
    field: str = "text"
    raw: tuple[str, ...] | None = None
    format: str | None = None

    @classmethod
    def of(
        cls,
        cleaning: Cleaning,
        path: str,
        model: str,
        *,
        record: int | None = None,
        id: str | int | None = None,
        field: str = "text",
        raw: tuple[str, ...] | None = None,
        format: str | None = None,
    ) -> Change:
        """Return the record of a cleaning; without an id, the path (and the record number) is the id."""
        id = id_of(path, record, id)
        sha256 = digest(cleaning.original, record)
        findings = tuple(_described(cleaning.original, cleaning.findings))
        return cls(path, record, id, sha256, findings, cleaning.cuts, cleaning.removed, model, field, raw, format)

    def is_of(self, text: str) -> bool:
        """Tell whether a text is the original."""
        return digest(text, self.record) == self.sha256

    def encode(self) -> bytes:
        """Return the line of JSON, with its newline."""
        values = {
            "path": self.path,
            "record": self.record,
            "id": self.id,
            "sha256": self.sha256,
            "findings": self.findings,
            "cuts": self.cuts,
            "removed": self.removed,
            "version": VERSION,
            "model": self.model,
        }
        if self.field != "text":
            values["field"] = self.field
        if self.raw is not None:
            values["raw"] = self.raw
        if self.format is not None:
            values["format"] = self.format
        try:
            return f"{_encode(values)}\n".encode()
        except UnicodeEncodeError:  # lone surrogates have no bytes in UTF-8, but an escape in JSON
            return f"{json.dumps(values)}\n".encode()

    @classmethod
    def decode(cls, line: bytes) -> Change:
        """Read what `encode` wrote; raise RestoreError if it is damaged or of another version."""
        try:
            values = json.loads(line)
            version = values["version"]
            if version != VERSION:
                raise RestoreError(f"change record of version {version}, not {VERSION}: use the cleaner that wrote it")
            cuts = tuple((int(start), int(stop)) for start, stop in values["cuts"])
            raw = values.get("raw")
            change = cls(
                path=values["path"],
                record=values["record"],
                id=values["id"],
                sha256=values["sha256"],
                findings=tuple(values["findings"]),
                cuts=cuts,
                removed=tuple(values["removed"]),
                model=values["model"],
                field=values.get("field", "text"),
                raw=None if raw is None else tuple(raw),
                format=values.get("format"),
            )
        except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
            raise RestoreError(f"damaged change record ({error!r}): fetch the file again") from error
        strings = [change.path, change.sha256, change.field, change.format or "", *change.removed, *(change.raw or ())]
        if not disjoint(cuts) or not all(isinstance(s, str) for s in strings):
            raise RestoreError("damaged change record (cuts or pieces of a wrong kind): fetch the file again")
        if not isinstance(change.record, int | None):
            raise RestoreError("damaged change record (a record number that is none): fetch the file again")
        return change


def _described(text: str, findings: Sequence[Finding]) -> Iterator[dict[str, Any]]:
    """Yield what the record says of each finding (sorted by start)."""
    line, at = 1, 0
    for finding in findings:
        line += text.count("\n", at, finding.start)
        at = finding.start
        yield {
            "start": at,
            "stop": finding.stop,
            "line": line,
            "label": finding.label.value,
            "score": finding.score,
            "text": text[at : finding.stop],
            "cues": finding.cues,
        }
