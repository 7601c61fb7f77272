"""Clean a data set of Hugging Face `datasets`; a second run with the same model and settings hits the cache."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from datasets import Features, IterableDataset
from datasets.features.features import generate_from_arrow_type

from cleaner import __version__
from cleaner.columns import findings_type
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
    """Return a data set with the texts of a column cleaned, in the format that it had.

    It may be a `Dataset`, or an `IterableDataset` (cleaned as it is read), or a dictionary of them by split. `profile`
    is a file of `cleaner profile`; `options` go to the `map` of every split.

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
    clean = Clean(model, settings, **columns)
    arrow = data.with_format("arrow")
    if isinstance(data, IterableDataset):
        form = data._formatting and data._formatting.format_type
        features = _features(data.features, findings)
        return arrow.map(clean, batched=True, **{"features": features, **options}).with_format(form)
    about = [__version__, data._fingerprint, loaded(model, profile).digest, plain_settings(settings), text, findings]
    options.setdefault("new_fingerprint", hashlib.sha256(json.dumps(about).encode()).hexdigest()[:32])
    return _formatted(arrow.map(clean, batched=True, **options), data, findings)


def _features(known: Features | None, findings: str | None) -> Features | None:
    """Return the types of the columns with that of the findings, if they are known before anything is read."""
    if known is None or findings is None:
        return known
    return Features({**known, findings: generate_from_arrow_type(findings_type())})


def _formatted(clean: Any, data: Any, findings: str | None) -> Any:
    """Return the clean data set in the format of the other one; findings are shown with the columns that were."""
    form = data.format
    shown = None if form["columns"] == data.column_names else [*form["columns"], *([findings] if findings else [])]
    return clean.with_format(form["type"], shown, form["output_all_columns"], **form["format_kwargs"])
