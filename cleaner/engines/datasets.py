"""Clean a data set of Hugging Face `datasets`; a second run with the same model and settings hits the cache."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from cleaner import __version__
from cleaner.engines.arrow import clean_batches, loaded
from cleaner.errors import UsageError
from cleaner.report import plain_settings
from cleaner.run import Model
from cleaner.settings import Settings


class Clean:
    """Clean one Arrow table; pickles to the same bytes for the same model and settings, which `map` needs."""

    def __init__(self, model: Model | str | Path | None, settings: Settings, **options: Any) -> None:
        self._model = model
        self._settings = settings
        self._options = options

    def __call__(self, table: Any) -> Any:
        """Return the table with its texts cleaned."""
        return next(clean_batches([table], self._model, self._settings, **self._options))


def clean_dataset(
    data: Any,
    model: Model | str | Path | None = None,
    settings: Settings | None = None,
    *,
    text: str = "text",
    findings: str | None = None,
    profile: str | Path | None = None,
    **options: Any,
) -> Any:
    """Return a `Dataset` or `DatasetDict` with the texts of a column cleaned, in the format that it had.

    `profile` is a file of `cleaner profile`; `options` go to the `map` of every split.

    >>> clean = clean_dataset(load_dataset("json", data_files="a.jsonl"), num_proc=4)  # doctest: +SKIP

    Raises UsageError for an option that would give all splits the same name in the cache.
    """
    columns: dict[str, Any] = {"text": text, "findings": findings, "profile": profile}
    if isinstance(data, dict):
        if one := options.keys() & {"new_fingerprint", "cache_file_name"}:
            raise UsageError(f"{min(one)} is for one split: clean each on its own, or leave it out")
        parts = {name: clean_dataset(part, model, settings, **columns, **options) for name, part in data.items()}
        return type(data)(parts)
    settings = settings or Settings()
    about = [__version__, data._fingerprint, loaded(model, profile).digest, plain_settings(settings), text, findings]
    options.setdefault("new_fingerprint", hashlib.sha256(json.dumps(about).encode()).hexdigest()[:32])
    clean = Clean(model, settings, **columns)
    return _formatted(data.with_format("arrow").map(clean, batched=True, **options), data, findings)


def _formatted(clean: Any, data: Any, findings: str | None) -> Any:
    """Return the clean data set in the format of the other one; findings are shown with the columns that were."""
    form = data.format
    shown = None if form["columns"] == data.column_names else [*form["columns"], *([findings] if findings else [])]
    return clean.with_format(form["type"], shown, form["output_all_columns"], **form["format_kwargs"])
