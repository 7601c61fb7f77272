"""Clean Arrow record batches: the one function that the adapters to engines call."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from cleaner.columns import arrow, clean_texts, text_column, texts_of, with_texts
from cleaner.document import Cleaning
from cleaner.errors import InputError
from cleaner.model import load
from cleaner.run import Model
from cleaner.settings import Settings


@lru_cache(maxsize=4)
def loaded(path: str | None = None) -> Model:
    """Return the model of a path (None: the shipped one), loaded once in each process."""
    return load(path)


def clean_batches(
    batches: Iterable[Any],
    model: Model | str | None = None,
    settings: Settings | None = None,
    *,
    text: str = "text",
    findings: str | None = None,
) -> Iterator[Any]:
    """Yield record batches (or tables) with the texts of the column `text` cleaned: same rows, same other columns.

    `findings` names a column to add: for each row a list of structs with start, stop (code points of the original
    text), label, score and text. The result for a row does not depend on how rows are batched.

    >>> [clean] = clean_batches([batch], findings="findings")  # doctest: +SKIP

    Raises InputError if the column is missing or holds no strings.
    """
    cleaner = loaded(model) if isinstance(model, str | None) else model
    for batch in batches:
        column = text_column(batch.schema, text)
        if findings in batch.schema.names:
            raise InputError(f"column {findings!r} is there already: choose another name for the findings")
        cleanings = list(clean_texts(cleaner, settings, texts_of(batch, column)))
        if any(cleaning is not None and cleaning.changed for cleaning in cleanings):
            batch = with_texts(batch, column, [None if c is None else c.text for c in cleanings])
        if findings is not None:
            values = [None if cleaning is None else _structs(cleaning) for cleaning in cleanings]
            batch = batch.append_column(findings, arrow().array(values, findings_type()))
        yield batch


def findings_type() -> Any:
    """Return the Arrow type of the column of findings."""
    pa = arrow()
    fields = {"start": pa.int64(), "stop": pa.int64(), "label": pa.string(), "score": pa.float64(), "text": pa.string()}
    return pa.list_(pa.struct([pa.field(name, kind) for name, kind in fields.items()]))


def _structs(cleaning: Cleaning) -> list[dict[str, Any]]:
    return [
        {
            "start": finding.start,
            "stop": finding.stop,
            "label": finding.label.value,
            "score": finding.score,
            "text": cleaning.original[finding.start : finding.stop],
        }
        for finding in cleaning.findings
    ]
