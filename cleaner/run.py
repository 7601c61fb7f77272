"""One job over many inputs: read, clean in batches, write, count; nothing but the current batch is held.

A task is a group of small text files or one JSONL file. Tasks know nothing of each other: each gives back a summary,
and the summaries add up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol, TypeAlias

from cleaner.corpus import Record, Source, decode, read_records
from cleaner.document import Cleaning
from cleaner.errors import InputError
from cleaner.files import CHUNK, read
from cleaner.jsonl import Fields, splice
from cleaner.output import Output
from cleaner.patch import unified_diff
from cleaner.record import Change
from cleaner.report import Note, Summary
from cleaner.settings import Settings

_COPIED = " (copied untouched)"

Talk: TypeAlias = Callable[[str], None]


class Model(Protocol):
    """What a job needs of a model."""

    @property
    def name(self) -> str:
        """Return the name of the model."""

    @property
    def digest(self) -> str:
        """Return the digest of the model."""

    def clean_batch(self, texts: Sequence[str], settings: Settings | None = None) -> list[Cleaning]:
        """Clean many texts."""


def clean_corpus(
    sources: Iterable[Source], output: Output, model: Model, settings: Settings, fields: Fields, talk: Talk
) -> Summary:
    """Clean every input into the output and return what happened; `talk` is told what could not be read."""
    summary = Summary()
    for task in tasks(sources):
        if task[0].jsonl:
            part = _clean_records(task[0], output, model, settings, fields)
        else:
            part = _clean_texts(task, output, model, settings)
        shown = {source.name: source.shown for source in task}
        for note in [*part.failed, *part.refused]:
            talk(str(Note(shown[note.path], note.record, note.reason)))
        summary += part
    return summary


def tasks(sources: Iterable[Source], size: int = CHUNK) -> Iterator[list[Source]]:
    """Yield groups of inputs, in order: one JSONL file, or text files of about `size` bytes together."""
    group: list[Source] = []
    total = 0
    for source in sources:
        if group and (source.jsonl or total >= size):
            yield group
            group, total = [], 0
        if source.jsonl:
            yield [source]
        else:
            group.append(source)
            total += source.size
    if group:
        yield group


def _clean_texts(sources: Sequence[Source], output: Output, model: Model, settings: Settings) -> Summary:
    summary = Summary()
    taken: list[tuple[Source, bytes, str]] = []
    for source in sources:
        try:
            data = read(source.path)
        except InputError as error:
            summary.failed.append(Note(source.name, None, str(error)))
            continue
        try:
            taken.append((source, data, decode(source, data)))
        except InputError as error:
            summary.failed.append(Note(source.name, None, f"{error}{_COPIED}"))
            with output.open(source, False) as new:
                new.write(data)
    cleanings = model.clean_batch([text for _, _, text in taken], settings)
    for (source, data, _), cleaning in zip(taken, cleanings, strict=True):
        summary.add(cleaning, source.name)
        with output.open(source, source.compressed and cleaning.changed) as new:
            new.write(encode(cleaning.text) if cleaning.changed else data)
        if cleaning.changed:
            output.record(Change.of(cleaning, source.name, model.digest))
            if not source.compressed:
                output.patch(unified_diff(source.name, cleaning.original, cleaning.cuts))
    return summary


def _clean_records(source: Source, output: Output, model: Model, settings: Settings, fields: Fields) -> Summary:
    summary = Summary()
    mark = output.mark()
    try:
        with output.open(source, source.compressed) as new:
            for batch in cleaned_records(source, model, settings, fields, summary):
                lines = []
                for record, cleaning in batch:
                    line = record.line
                    if cleaning is not None and cleaning.changed:
                        line, _, raw = splice(record.line, fields.text, cleaning)
                        output.record(record_change(source.name, record, cleaning, model, fields, raw))
                    lines.append(line)
                new.write(encode("\n".join(lines)))
            if source.compressed and not summary.changed:
                new.discard()
        if source.compressed and not summary.changed:
            output.copy(source)
    except InputError as error:
        output.rollback(mark)
        summary = Summary()
        try:
            output.copy(source)
            summary.failed.append(Note(source.name, None, f"{error}{_COPIED}"))
        except InputError:
            summary.failed.append(Note(source.name, None, str(error)))
    return summary


def cleaned_records(
    source: Source, model: Model, settings: Settings, fields: Fields, summary: Summary
) -> Iterator[list[tuple[Record, Cleaning | None]]]:
    """Yield the lines of a JSONL file in batches, each with its cleaning if it has a text; count into `summary`."""

    def fail(record: int | None, reason: str) -> None:
        summary.failed.append(Note(source.name, record, f"{reason}{_COPIED}"))

    for records in read_records(source, fields, fail):
        texts = [record.text for record in records if record.text is not None]
        cleanings = iter(model.clean_batch(texts, settings))
        batch = [(record, None if record.text is None else next(cleanings)) for record in records]
        for record, cleaning in batch:
            if cleaning is not None:
                summary.add(cleaning, source.name, record.number, record.id)
        yield batch


def record_change(
    path: str, record: Record, cleaning: Cleaning, model: Model, fields: Fields, raw: tuple[str, ...] | None
) -> Change:
    """Return the change record of a line of a JSONL file."""
    return Change.of(cleaning, path, model.digest, record=record.number, id=record.id, field=fields.text, raw=raw)


def encode(text: str) -> bytes:
    """Return the bytes of a text or of lines of JSON as they stood in their file."""
    return text.encode("utf-8", "surrogateescape")
