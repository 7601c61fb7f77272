"""Parquet files: the texts of one column are cleaned; schema, row groups and the other columns stay."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from inspect import signature
from itertools import product
from pathlib import Path
from typing import Any, Protocol

from cleaner.columns import arrow, clean_texts, ids_of, text_column, texts_of, with_texts
from cleaner.corpus import Source
from cleaner.errors import InputError, OutputError
from cleaner.jsonl import Fields
from cleaner.output import Output, rewriting
from cleaner.record import Change
from cleaner.report import Summary
from cleaner.run import Model
from cleaner.settings import Settings

_WAYS = {
    "use_compliant_nested_type": (True, False),
    "store_decimal_as_integer": (False, True),
    "use_deprecated_int96_timestamps": (False, True),
    "write_time_adjusted_to_utc": (False, True),
}
"""How writers have spelled columns of the same type, each as pyarrow calls it: the way of today, and another."""

Edit = Callable[[int, Sequence[str | None], Sequence[str | int | None]], Sequence[str | None]]
"""Gets the number of the first row, texts and ids of a row group; returns the texts that shall stand there."""


class Sink(Protocol):
    """Take bytes."""

    def write(self, data: bytes) -> None:
        """Add bytes."""


def clean_parquet(source: Source, output: Output, model: Model, settings: Settings, fields: Fields) -> Summary:
    """Clean a Parquet file; one without findings is copied."""
    assert source.path is not None
    summary = Summary()

    def edit(first: int, texts: Sequence[str | None], ids: Sequence[str | int | None]) -> list[str | None]:
        new: list[str | None] = []
        for row, cleaning in enumerate(clean_texts(model, settings, texts)):
            new.append(None if cleaning is None else cleaning.text)
            if cleaning is None:
                continue
            summary.add(cleaning, source.name, first + row, ids[row])
            if cleaning.changed:
                output.record(
                    Change.of(cleaning, source.name, model.digest, record=first + row, id=ids[row], field=fields.text)
                )
        return new

    with rewriting(source, output, summary) as new:
        rewrite(source.path, new, fields, edit)
    return summary


def rewrite(path: Path, sink: Sink, fields: Fields, edit: Edit) -> None:
    """Write a Parquet file anew with edited texts; raise InputError if it cannot be read, or written back the same."""
    pa = arrow()
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(path, coerce_int96_timestamp_unit="us") as file:
            column = text_column(file.schema_arrow, fields.text)
            _refuse_nanoseconds(path, file)
            spelling = _spelling(file)
            with pq.ParquetWriter(_File(sink), file.schema_arrow, compression=_compression(file), **spelling) as writer:
                for table, first in _row_groups(file):
                    new = edit(first, texts_of(table, column), ids_of(table, fields.id))
                    writer.write_table(with_texts(table, column, new), row_group_size=max(len(table), 1))
    except (pa.ArrowException, UnicodeDecodeError) as error:  # a damaged name of a column is not UTF-8
        raise InputError(f"is no Parquet file that can be read ({error}): repair or remove it") from error
    except OutputError:
        raise
    except OSError as error:
        raise InputError(f"cannot be read ({error}): repair or remove it") from error


def _row_groups(file: Any) -> Iterator[tuple[Any, int]]:
    first = 1
    for number in range(file.num_row_groups):
        table = file.read_row_group(number)
        yield table, first
        first += len(table)


def _spelling(file: Any) -> dict[str, bool]:
    """Return what a writer must be told to spell every column as it is; raise InputError if nothing helps."""
    import pyarrow.parquet as pq

    known = signature(pq.ParquetWriter).parameters  # an older pyarrow has fewer
    ways = {option: values for option, values in _WAYS.items() if option in known}
    tried: list[list[str]] = []
    for values in product(*ways.values()):
        options = dict(zip(ways, values, strict=True))
        tried.append(_altered(file, options))
        if not tried[-1]:
            return options
    fewest = min(tried, key=len)
    names = ", ".join(map(repr, fewest))
    raise InputError(f"has columns that cannot be written back as they are ({names}): write it anew with pyarrow first")


def _altered(file: Any, options: dict[str, bool]) -> list[str]:
    """Return the paths of the columns that a writer with these options would spell in another way."""
    pa = arrow()
    import pyarrow.parquet as pq

    empty = pa.BufferOutputStream()
    with pq.ParquetWriter(empty, file.schema_arrow, **options):
        pass
    old, new = file.schema, pq.ParquetFile(pa.BufferReader(empty.getvalue())).schema
    columns = ((old.column(number), new.column(number)) for number in range(len(old.names)))
    return [one.path for one, other in columns if one.path != other.path or not one.equals(other)]


def _refuse_nanoseconds(path: Path, file: Any) -> None:
    """Raise InputError if a time of the old type INT96 is finer than the microseconds that `file` is read in.

    Read in nanoseconds, as pyarrow does by itself, times before 1678 and after 2262 would come out as others.
    """
    import pyarrow.parquet as pq

    leaves = (file.schema.column(number) for number in range(len(file.schema.names)))
    names = [leaf.path for leaf in leaves if leaf.physical_type == "INT96"]
    with pq.ParquetFile(path) as finer:
        for number in range(file.num_row_groups if names else 0):
            exact = finer.read_row_group(number, columns=names)
            read = file.read_row_group(number, columns=names)
            if not read.cast(exact.schema, safe=False).equals(exact):  # what overflows does so in both
                raise InputError(
                    f"has times finer than a microsecond as INT96 ({', '.join(names)}): write them as INT64"
                )


def _compression(file: Any) -> dict[str, str] | str:
    """Return how each column is compressed."""
    if not file.num_row_groups:
        return "snappy"
    group = file.metadata.row_group(0)
    columns = [group.column(number) for number in range(group.num_columns)]
    names = {"UNCOMPRESSED": "NONE", "LZ4_RAW": "LZ4"}
    return {column.path_in_schema: names.get(column.compression, column.compression) for column in columns}


class _File(io.RawIOBase):
    """Be the file that pyarrow wants, over something that only takes bytes."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self._at = 0

    def writable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def write(self, data: Any) -> int:
        self._sink.write(bytes(data))
        self._at += len(data)
        return len(data)
