"""Clean Arrow record batches: the one function that the adapters to engines call."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from cleaner.columns import clean_texts, findings_array, text_column, texts_of, with_texts
from cleaner.errors import InputError, UsageError
from cleaner.model import load
from cleaner.run import Model
from cleaner.settings import Settings


def loaded(model: Model | str | Path | None = None, profile: str | Path | None = None) -> Model:
    """Return a model: as it is given, or of a path (None: the shipped one), with the profile in a file.

    What is named by its path is loaded once in each process. Raises UsageError for a profile beside a model that is
    loaded already.
    """
    if isinstance(model, str | Path | None):
        return _load(model, profile)
    if profile is not None:
        raise UsageError("a model that is loaded takes no other profile: give cleaner.load(path, profile)")
    return model


_load = lru_cache(maxsize=4)(load)


def clean_batches(
    batches: Iterable[Any],
    model: Model | str | Path | None = None,
    settings: Settings | None = None,
    *,
    text: str = "text",
    findings: str | None = None,
    profile: str | Path | None = None,
) -> Iterator[Any]:
    """Yield record batches (or tables) with the texts of the column `text` cleaned: same rows, same other columns.

    `findings` names a column to add: for each row a list of structs with start, stop (code points of the original
    text), label, score and text. The result for a row does not depend on how rows are batched. `profile` is a file of
    `cleaner profile`.

    >>> [clean] = clean_batches([batch], findings="findings")  # doctest: +SKIP

    Raises InputError if the column is missing or holds no strings.
    """
    cleaner = loaded(model, profile)
    for batch in batches:
        column = text_column(batch.schema, text)
        if findings in batch.schema.names:
            raise InputError(f"column {findings!r} is there already: choose another name for the findings")
        cleanings = list(clean_texts(cleaner, settings, texts_of(batch, column)))
        if any(cleaning is not None and cleaning.changed for cleaning in cleanings):
            batch = with_texts(batch, column, [None if c is None else c.text for c in cleanings])
        if findings is not None:
            batch = batch.append_column(findings, findings_array(cleanings))
        yield batch
