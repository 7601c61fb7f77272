"""Inputs through the walk: read, clean in batches, write, count; nothing but the current batch is held.

A task is a group of small text files or one file of records. Tasks know nothing of each other: each gives back a
summary, and the summaries add up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol, TypeAlias

from cleaner import dolma
from cleaner.corpus import Record, Source, decode, read_records
from cleaner.document import Cleaning
from cleaner.errors import InputError
from cleaner.files import CHUNK, read
from cleaner.jsonl import Fields, splice
from cleaner.output import COPIED, Output, rewriting
from cleaner.patch import unified_diff
from cleaner.record import Change
from cleaner.report import Note, Summary
from cleaner.settings import Settings

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


def tasks(sources: Iterable[Source], size: int = CHUNK) -> Iterator[list[Source]]:
    """Yield groups of inputs, in order: one file of records, or text files of about `size` bytes together."""
    group: list[Source] = []
    total = 0
    for source in sources:
        if group and (source.kind != "text" or total >= size):
            yield group
            group, total = [], 0
        if source.kind != "text":
            yield [source]
        else:
            group.append(source)
            total += source.size
    if group:
        yield group


def clean_files(model: Model, settings: Settings, texts: Sequence[tuple[str, str]]) -> list[Cleaning]:
    """Clean texts with the path of each, in order: what its name says about labels and Markdown counts."""
    groups: dict[object, tuple[Settings, list[int]]] = {}
    for number, (path, _) in enumerate(texts):
        own = settings.for_file(path)
        groups.setdefault((own.ignore, own.markdown), (own, []))[1].append(number)
    done: dict[int, Cleaning] = {}
    for own, numbers in groups.values():
        done.update(zip(numbers, model.clean_batch([texts[number][1] for number in numbers], own), strict=True))
    return [done[number] for number in range(len(texts))]


def clean_texts(sources: Sequence[Source], output: Output, model: Model, settings: Settings) -> Summary:
    """Clean text files, each a document."""
    summary = Summary()
    taken = [(source, *found) for source in sources if (found := _read(source, output, summary))]
    cleanings = clean_files(model, settings, [(source.shown, text) for source, text, _ in taken])
    for (source, _, data), cleaning in zip(taken, cleanings, strict=True):
        summary.add(cleaning, source.name)
        with output.open(source, source.codec if cleaning.changed else "") as new:
            new.write(encode(cleaning.text) if cleaning.changed else data)
        if cleaning.changed:
            output.record(Change.of(cleaning, source.name, model.digest))
            if not (source.codec or source.link):  # no patch fits a link, and one that does not fit spoils all
                output.patch(unified_diff(source.name, cleaning.original, cleaning.cuts))
    return summary


def _read(source: Source, output: Output, summary: Summary) -> tuple[str, bytes] | None:
    """Return the text of a file, and its bytes; note and copy one without a text."""
    try:
        data = read(source.path)
    except InputError as error:
        summary.failed.append(Note(source.name, None, str(error)))
        return None
    try:
        return decode(source, data), data
    except InputError as error:
        summary.failed.append(Note(source.name, None, f"{error}{COPIED}"))
        with output.open(source, "") as new:
            new.write(data)
        return None


def clean_records(source: Source, output: Output, model: Model, settings: Settings, fields: Fields) -> Summary:
    """Clean a JSONL file (or its range), each line a document; one that cannot be read is copied."""
    summary = Summary()
    with rewriting(source, output, summary, source.codec) as new, output.attributes(source) as attributes:
        for batch in cleaned_records(source, model, settings, fields, summary):
            lines = []
            for record, cleaning in batch:
                line = record.line
                if cleaning is not None and cleaning.changed:
                    line, _, raw = splice(record.line, fields.text, cleaning, record.token)
                    output.record(record_change(source.name, record, cleaning, model, fields, raw))
                lines.append(line)
            new.write(encode("\n".join(lines)))
            if attributes:
                attributes.write(dolma.rows(source.name, batch))
    return summary


def cleaned_records(
    source: Source, model: Model, settings: Settings, fields: Fields, summary: Summary
) -> Iterator[list[tuple[Record, Cleaning | None]]]:
    """Yield the lines of a JSONL file in batches, each with its cleaning if it has a text; count into `summary`."""

    def fail(record: int | None, reason: str) -> None:
        summary.failed.append(Note(source.name, record, f"{reason}{COPIED}"))

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
    return Change.of(
        cleaning, path, model.digest, record=record.number, id=record.id, field=fields.text, raw=raw, format="jsonl"
    )


def encode(text: str) -> bytes:
    """Return the bytes of a text or of lines of JSON as they stood in their file."""
    return text.encode("utf-8", "surrogateescape")
