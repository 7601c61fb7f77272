"""What `cleaner clean` found, as documents with spans: the originals of an output folder with their findings."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from cleaner.corpus import Source, decode, read_records
from cleaner.document import restore
from cleaner.errors import AnnotationError, InputError
from cleaner.files import read
from cleaner.jsonl import Fields
from cleaner.output import CHANGES, CLEAN, SUMMARY
from cleaner.record import Change, ChangeLog, digest
from cleaner.training.annotations import Annotated, group_of


class Found(NamedTuple):
    """Hold a document, the scores of its spans, and the model that was asked, if it was not people."""

    document: Annotated
    scores: tuple[float, ...] = ()
    model: str = ""


def documents(folder: Path) -> Iterator[Found]:
    """Yield the documents of an output folder of `cleaner clean`, as they were, with what was found in them.

    Raises AnnotationError for a folder that is none, and where a clean text does not fit its change record.
    """
    clean = folder / CLEAN
    if not clean.is_dir():
        raise AnnotationError(f"{folder} has no folder {CLEAN}: give the output of `cleaner clean`")
    log, model = ChangeLog(folder / CHANGES), _model(folder / SUMMARY)
    for path in sorted(path for path in clean.rglob("*") if path.is_file()):
        source = Source(path, path.relative_to(clean).as_posix())
        changes = {change.record: change for change in log.changes(source.name)}
        try:
            if None in changes or source.kind == "text":
                text = decode(Source(path, source.name, "text"), read(path))
                yield _found(text, changes.get(None), {"id": source.name}, model)
            elif source.jsonl:
                yield from _of_records(source, changes, model)
            else:
                raise InputError("is no text or JSONL: clean it as one of these")
        except InputError as error:
            raise AnnotationError(f"{path}: {error}") from None


def _model(path: Path) -> str:
    try:
        return f"cleaner {json.loads(path.read_bytes())['model']['digest'][:12]}"
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise AnnotationError(f"{path}: no summary of a finished job ({error}): finish it with --resume") from None


def _of_records(source: Source, changes: Mapping[int | None, Change], model: str) -> Iterator[Found]:
    field = next((change.field for change in changes.values()), Fields().text)
    for records in read_records(source, Fields(field), lambda *_: None):  # what cannot be read was said by `clean`
        for record in records:
            if record.text is not None:
                row = json.loads(record.line.removeprefix("\ufeff"))
                id = f"{source.name}:{record.number}" if record.id is None else record.id
                yield _found(record.text, changes.get(record.number), {**row, "id": id}, model)


def _found(text: str, change: Change | None, row: Mapping[str, Any], model: str) -> Found:
    findings: tuple[dict[str, Any], ...] = ()
    if change:
        findings, text = change.findings, restore(text, change.cuts, change.removed)
        if digest(text, change.record is not None) != change.sha256:
            raise InputError(f"{row['id']} is not the text that was cleaned: convert the output as it was written")
    document = Annotated(
        id=str(row["id"]),
        text=text,
        spans=tuple((found["start"], found["stop"], found["label"]) for found in findings),
        lang=str(row.get("lang") or "und"),
        group=group_of(row),
        source=str(row.get("source") or CLEAN),
    )
    return Found(document, tuple(found["score"] for found in findings), model)
