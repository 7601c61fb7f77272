"""What `cleaner clean` found, as documents with spans: the originals of an output folder with their findings."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from cleaner.changelog import ChangeLog
from cleaner.corpus import Source, decode, read_records
from cleaner.document import restore
from cleaner.errors import AnnotationError, InputError
from cleaner.files import read
from cleaner.jsonl import Fields
from cleaner.output import CHANGES, CLEAN, COPIED, SUMMARY
from cleaner.record import Change
from cleaner.training.annotations import Annotated, group_of


class Found(NamedTuple):
    """Hold a document, the scores of its spans, and the model that was asked, if it was not people."""

    document: Annotated
    scores: tuple[float, ...] = ()
    model: str = ""


class Job(NamedTuple):
    """Hold what the summary of a job says: its model, how many documents it had, and what it copied untouched.

    `copied` has paths, each with the number of a record, or None for the whole file.
    """

    model: str
    documents: int
    copied: Collection[tuple[str, int | None]]


def documents(
    folder: Path, text_field: str | None = None, id_field: str | None = None, format: str | None = None
) -> Iterator[Found]:
    """Yield the documents of an output folder of `cleaner clean`, as they were, with what was found in them.

    Fields and format are those that `clean` was given; the change records tell the field of the text, where there are
    any. Raises AnnotationError for a folder that is none, where a clean text does not fit its change record, and if
    not all documents are found that the summary counts.
    """
    clean = folder / CLEAN
    if not clean.is_dir():
        raise AnnotationError(f"{folder} has no folder {CLEAN}: give the output of `cleaner clean`")
    log, job = ChangeLog(folder / CHANGES), _job(folder / SUMMARY)
    fields = Fields(text_field or _text_field(log), id_field or Fields().id)
    count = 0
    for path in sorted(path for path in clean.rglob("*") if path.is_file()):
        source = Source(path, path.relative_to(clean).as_posix(), format)
        if (source.name, None) in job.copied:
            continue
        changes = {change.record: change for change in log.changes(source.name)}
        kind = "text" if None in changes else "jsonl" if changes and source.kind == "text" else source.kind
        source = Source(path, source.name, kind)
        try:
            if kind == "text":
                count += 1
                yield _found(decode(source, read(path)), changes.get(None), {"id": source.name}, job.model)
            elif kind == "jsonl":
                for found in _of_records(source, changes, fields, job):
                    count += 1
                    yield found
            else:
                raise InputError("is no text or JSONL: clean it as one of these")
        except InputError as error:
            raise AnnotationError(f"{path}: {error}") from None
    if count != job.documents:
        raise AnnotationError(
            f"{folder}: {count:,} documents are there, but {job.documents:,} were cleaned: give the output as it was "
            "written, and --format and --text-field as they were given to `cleaner clean`"
        )


def _job(path: Path) -> Job:
    try:
        summary = json.loads(path.read_bytes())
        notes = [note for note in summary["failed"] if note["reason"].endswith(COPIED)]
        copied = {(note["path"], note["record"]) for note in notes}
        return Job(f"cleaner {summary['model']['digest'][:12]}", summary["documents"], copied)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise AnnotationError(f"{path}: no summary of a finished job ({error}): finish it with --resume") from None


def _text_field(log: ChangeLog) -> str:
    """Return the field of the text in all records of a job, as far as one was changed."""
    first = (next(log.changes(path)) for path in log)
    return next((change.field for change in first if change.record is not None), Fields().text)


def _of_records(source: Source, changes: Mapping[int | None, Change], fields: Fields, job: Job) -> Iterator[Found]:
    def fail(number: int | None, reason: str) -> None:
        if (source.name, number) not in job.copied:  # else it was said by `clean`
            raise InputError(f"record {number}: {reason} (--text-field and --format are those of `cleaner clean`)")

    for records in read_records(source, fields, fail):
        for record in records:
            if record.text is not None:
                row = json.loads(record.line.removeprefix("\ufeff"))
                id = f"{source.name}:{record.number}" if record.id is None else record.id
                change = changes.get(record.number)
                if change and change.id != id:
                    raise InputError(
                        f"record {record.number} has the id {id!r}, but was cleaned as {change.id!r}: name the field "
                        "of the id with --id-field, as it was given to `cleaner clean`"
                    )
                yield _found(record.text, change, {**row, "id": id}, job.model)


def _found(text: str, change: Change | None, row: Mapping[str, Any], model: str) -> Found:
    findings: tuple[dict[str, Any], ...] = ()
    if change:
        findings, text = change.findings, restore(text, change.cuts, change.removed)
        if not change.is_of(text):
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
