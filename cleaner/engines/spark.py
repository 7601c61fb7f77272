"""Clean a column of a Spark data frame, in its Arrow batches (`mapInArrow`)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cleaner.columns import findings_type
from cleaner.engines.arrow import clean_batches
from cleaner.run import Model
from cleaner.settings import Settings


def clean_frame(
    frame: Any,
    model: Model | str | Path | None = None,
    settings: Settings | None = None,
    *,
    text: str = "text",
    findings: str | None = None,
    profile: str | Path | None = None,
) -> Any:
    """Return the data frame with the texts of a column cleaned; see `clean_batches`.

    >>> clean = clean_frame(spark.read.parquet("corpus"))  # doctest: +SKIP

    A `model` or `profile` given by its path is loaded by the workers, where the path must exist.
    """
    from pyspark.sql.pandas.types import from_arrow_type
    from pyspark.sql.types import StructType

    schema = StructType(list(frame.schema.fields))
    if findings is not None:
        schema = schema.add(findings, from_arrow_type(findings_type()))

    def work(batches: Iterator[Any]) -> Iterator[Any]:
        return clean_batches(batches, model, settings, text=text, findings=findings, profile=profile)

    return frame.mapInArrow(work, schema)
