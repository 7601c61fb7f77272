"""Clean a Ray data set, in its Arrow blocks (`map_batches`)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from cleaner.engines.arrow import clean_batches
from cleaner.run import Model
from cleaner.settings import Settings


class Clean:
    """Clean one batch: a function for `map_batches`, or a class for its actors, that loads the model once.

    >>> data.map_batches(Clean(), batch_format="pyarrow")  # doctest: +SKIP
    """

    def __init__(
        self,
        model: Model | str | Path | None = None,
        settings: Settings | None = None,
        *,
        text: str = "text",
        findings: str | None = None,
        profile: str | Path | None = None,
    ) -> None:
        self._model = model
        self._settings = settings
        self._options: dict[str, Any] = {"text": text, "findings": findings, "profile": profile}

    def __call__(self, batch: Any) -> Any:
        """Return a table with its texts cleaned; see `clean_batches`."""
        return next(clean_batches([batch], self._model, self._settings, **self._options))


def clean_dataset(data: Any, *args: Any, batch_size: int | None = 1024, **kwargs: Any) -> Any:
    """Return the Ray data set with the texts of a column cleaned; arguments as for `Clean`."""
    return data.map_batches(Clean(*args, **kwargs), batch_format="pyarrow", batch_size=batch_size)
