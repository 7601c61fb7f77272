"""Texts in Arrow columns: take them out, clean them, and put them back where everything else stays as it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from cleaner.document import Cleaning
from cleaner.errors import InputError, MissingExtraError
from cleaner.files import CHUNK
from cleaner.run import Model
from cleaner.settings import Settings


def arrow() -> Any:
    """Return pyarrow; raise MissingExtraError if it is not installed."""
    try:
        import pyarrow
    except ImportError as error:
        raise MissingExtraError("Arrow or Parquet", "formats") from error
    return pyarrow


def text_column(schema: Any, name: str) -> int:
    """Return the number of the column of texts; raise InputError if it is missing, double, or holds no strings."""
    numbers = schema.get_all_field_indices(name)
    if len(numbers) != 1:
        known = ", ".join(schema.names)
        raise InputError(f"has {len(numbers) or 'no'} columns {name!r} (it has {known}): name the one of the texts")
    kind = schema.field(numbers[0]).type
    if not _is_text(kind):
        raise InputError(f"column {name!r} holds {kind}, no strings: name the one of the texts")
    return int(numbers[0])


def texts_of(batch: Any, column: int) -> list[str | None]:
    """Return the texts of a column; raise InputError if one is not UTF-8."""
    try:
        return batch.column(column).to_pylist()  # type: ignore[no-any-return]
    except UnicodeDecodeError as error:
        raise InputError(f"column {batch.schema.names[column]!r} has a text that is not UTF-8: repair it") from error


def ids_of(batch: Any, name: str) -> list[str | int | None]:
    """Return the ids in a column: all None where it is missing or double, or holds neither strings nor integers.

    An id only names a document: what is not UTF-8 in it is shown as such, and keeps no text from being cleaned.
    """
    pa = arrow()
    numbers = batch.schema.get_all_field_indices(name)
    column = batch.column(numbers[0]) if len(numbers) == 1 else None
    if column is not None and pa.types.is_dictionary(column.type):
        column = column.cast(column.type.value_type)
    if column is not None and pa.types.is_integer(column.type):
        return column.to_pylist()  # type: ignore[no-any-return]
    if column is not None and _is_text(column.type):
        ids = column.cast(pa.large_binary()).to_pylist()
        return [None if id is None else id.decode("utf-8", "replace") for id in ids]
    return [None] * len(batch)


def with_texts(batch: Any, column: int, texts: Sequence[str | None]) -> Any:
    """Return a batch or table with other texts in a column of the same type."""
    pa = arrow()
    field = batch.schema.field(column)
    return batch.set_column(column, field, pa.array(texts, field.type))


def _is_text(kind: Any) -> bool:
    types = arrow().types
    return bool(types.is_string(kind) or types.is_large_string(kind) or types.is_string_view(kind))


def findings_type() -> Any:
    """Return the Arrow type of a column of findings."""
    pa = arrow()
    fields = {"start": pa.int64(), "stop": pa.int64(), "label": pa.string(), "score": pa.float64(), "text": pa.string()}
    return pa.list_(pa.struct(list(fields.items())))


def findings_array(cleanings: Iterable[Cleaning | None]) -> Any:
    """Return a column of findings: for each cleaning a list of structs, null for None."""
    rows = [
        cleaning
        and [
            {
                "start": finding.start,
                "stop": finding.stop,
                "label": finding.label.value,
                "score": finding.score,
                "text": cleaning.original[finding.start : finding.stop],
            }
            for finding in cleaning.findings
        ]
        for cleaning in cleanings
    ]
    return arrow().array(rows, findings_type())


def clean_texts(
    model: Model, settings: Settings | None, texts: Sequence[str | None], size: int = CHUNK
) -> Iterator[Cleaning | None]:
    """Yield the cleaning of every text (None: of none), in batches of about `size` characters."""
    start = 0
    while start < len(texts):
        stop, total = start, 0
        while stop < len(texts) and total < size:
            total += len(texts[stop] or "")
            stop += 1
        cleanings = iter(model.clean_batch([text for text in texts[start:stop] if text is not None], settings))
        yield from (None if text is None else next(cleanings) for text in texts[start:stop])
        start = stop
