"""Clean a data set of Hugging Face `datasets`; the second run with the same model and settings hits the cache."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from cleaner.engines.arrow import clean_batches, loaded
from cleaner.report import plain_settings
from cleaner.run import Model
from cleaner.settings import Settings


class Clean:
    """Clean one Arrow table; pickles to the same bytes for the same model and settings, which `map` needs."""

    def __init__(self, model: Model | str | None, settings: Settings, text: str, findings: str | None) -> None:
        self._model = model
        self._settings = settings
        self._text = text
        self._findings = findings

    def __call__(self, table: Any) -> Any:
        """Return the table with its texts cleaned."""
        return next(clean_batches([table], self._model, self._settings, text=self._text, findings=self._findings))


def clean_dataset(
    data: Any,
    model: Model | str | None = None,
    settings: Settings | None = None,
    *,
    text: str = "text",
    findings: str | None = None,
    **options: Any,
) -> Any:
    """Return a `Dataset` with the texts of a column cleaned; `options` go to its `map`.

    >>> clean = clean_dataset(load_dataset("json", data_files="a.jsonl")["train"], num_proc=4)  # doctest: +SKIP
    """
    settings = settings or Settings()
    digest = loaded(model).digest
    about = [data._fingerprint, digest, plain_settings(settings), text, findings]
    options.setdefault("new_fingerprint", hashlib.sha256(json.dumps(about).encode()).hexdigest()[:32])
    clean = Clean(model, settings, text, findings)
    return data.with_format("arrow").map(clean, batched=True, **options).with_format(None)
