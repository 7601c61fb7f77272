"""Tell texts that are about gambling themselves: a name in them is mentioned, not injected.

A police report or a fact-check cannot do without the words of what it reports on. An injected word stands in a text
that is about something else, so few such words are left once everything suspicious has been set aside.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np
import regex

from cleaner.batch import Batch
from cleaner.decide import Span
from cleaner.lexicon import Lexicon

TELLING = 7
"""Lure of a word that tells what a text is about: `judi`, `slot`, `casino`; `link` and `agen` have less."""
LEAST, KINDS = 5, 2
"""Such words, and different ones, that a text on the matter has at least."""
EVERY = 100
"""Words of which at least one is telling."""
_WORD = regex.compile(r"[^\W\d_]+")


def on_the_matter(batch: Batch, numbers: Sequence[int], spans: Sequence[Span], lexicon: Lexicon) -> set[int]:
    """Return the texts with spans that speak of gambling outside of them, in the lines with these numbers."""
    texts = (np.searchsorted(batch.first, numbers, "right") - 1).tolist()
    marked: dict[int, list[Span]] = defaultdict(list)
    for span in spans:
        marked[span.line].append(span)
    suspected = {text for number, text in zip(numbers, texts, strict=True) if number in marked}
    words: dict[int, Counter[str]] = {text: Counter() for text in suspected}
    for number, text in zip(numbers, texts, strict=True):
        if text in suspected:
            words[text].update(_WORD.findall(_without(batch.lines[number], marked.get(number, ())).lower()))
    return {text for text, counted in words.items() if _tells(counted, lexicon)}


def _without(line: str, spans: Sequence[Span]) -> str:
    for span in sorted(spans, key=lambda span: -span.start):
        line = f"{line[: span.start]} {line[span.stop :]}"
    return line


def _tells(words: Counter[str], lexicon: Lexicon) -> bool:
    told = {word: count for word, count in words.items() if lexicon.lure(word) >= TELLING}
    return len(told) >= KINDS and sum(told.values()) >= max(LEAST, words.total() / EVERY)
