"""The walk: texts in, cleanings out. Pure: it never opens, prints or exits. Start reading here.

A pass scores the lines of every text that is still changing, decides what does not belong, and cuts it. What is left
is scored again, until nothing more is found: cleaning a clean text therefore finds nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.batch import Batch
from cleaner.decide import Reader, Scorer, decide
from cleaner.document import Cleaning
from cleaner.draft import Draft
from cleaner.errors import UsageError
from cleaner.rules import Rules, rules_of
from cleaner.settings import Settings
from cleaner.shield import Shield

MAX_PASSES = 16


def clean_batch(texts: Sequence[str], scorer: Scorer, settings: Settings | None = None) -> list[Cleaning]:
    """Clean many texts at once; each result depends on its own text, the scorer and the settings only."""
    if isinstance(texts, str):
        raise UsageError("one text was given where a list of texts is cleaned: use `clean`, or write [text]")
    texts = list(texts)
    for number, text in enumerate(texts):
        if not isinstance(text, str):
            raise UsageError(
                f"text {number} is no string but of type {type(text).__name__}: decode it, or leave it out"
            )
    settings = Settings() if settings is None else settings
    if not isinstance(settings, Settings):
        raise UsageError(f"settings are of type {type(settings).__name__}: make them with Settings.of(ignore=...)")
    rules = rules_of(settings.protect, settings.always_remove, settings.markdown)
    reader = scorer.reader(settings)
    drafts = [Draft(text) for text in texts]
    changing = drafts
    for _ in range(MAX_PASSES):
        if not changing:
            break
        changing = _pass(changing, reader, settings, rules)
    for draft in changing:
        draft.refused = f"no stable result after {MAX_PASSES} passes"
    return [draft.finish(settings) for draft in drafts]


def _pass(drafts: list[Draft], reader: Reader, settings: Settings, rules: Rules) -> list[Draft]:
    """Cut out what is found in the drafts as they are; return those that changed and have to be looked at again."""
    batch = Batch.of([draft.text for draft in drafts])
    shield = Shield.of(batch, rules)
    verdicts = decide(batch, reader, settings, rules, shield)
    kept = shield.by_text(batch)
    return [
        draft
        for draft, verdict, ranges in zip(drafts, verdicts, kept, strict=True)
        if draft.keep(ranges) and draft.cut(*verdict)
    ]


def clean(text: str, scorer: Scorer, settings: Settings | None = None) -> Cleaning:
    """Clean one text."""
    return clean_batch([text], scorer, settings)[0]
