"""Every input to the door of its format; what only some formats need is imported when one comes."""

from __future__ import annotations

from collections.abc import Iterable

from cleaner.corpus import Source
from cleaner.jsonl import Fields
from cleaner.output import Output
from cleaner.report import Summary
from cleaner.run import Model, clean_records, clean_texts, tasks
from cleaner.settings import Settings


def clean_sources(
    sources: Iterable[Source], output: Output, model: Model, settings: Settings, fields: Fields
) -> Summary:
    """Clean every input into the output and return what happened."""
    summary = Summary()
    for task in tasks(sources):
        source, own = task[0], settings.for_file(task[0].shown)
        if source.kind == "text":
            summary += clean_texts(task, output, model, settings)
        elif source.kind == "jsonl":
            summary += clean_records(source, output, model, own, fields)
        elif source.kind == "parquet":
            from cleaner.parquet import clean_parquet

            summary += clean_parquet(source, output, model, own, fields)
        else:
            from cleaner.wet import clean_wet

            summary += clean_wet(source, output, model, own)
    return summary
