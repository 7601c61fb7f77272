"""Tell texts that are about gambling themselves: a name in them is mentioned, not injected.

A police report or a fact-check cannot do without the words of what it reports on. An injected word stands in a text
that is about something else, so few such words are left once everything suspicious has been set aside.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from cleaner.batch import Batch
from cleaner.candidates import PAGE
from cleaner.decide import Span
from cleaner.lazy import Pattern
from cleaner.lexicon import Lexicon

TELLING = 7
"""Lure of a word that tells what a text is about: `judi`, `slot`, `casino`; `link` and `agen` have less."""
LEAST, KINDS = 5, 2
"""Such words, and different ones, that a text on the matter has at least."""
EVERY = 100
"""Words of which at least one is telling."""
_WORD = Pattern(r"[^\W\d_]+")


def on_the_matter(batch: Batch, numbers: Sequence[int], spans: Sequence[Span], lexicon: Lexicon) -> set[int]:
    """Return the texts with spans that speak of gambling outside of them, in the lines with these numbers.

    What a book is about is told by its beginning: the first `PAGE` characters of these lines.
    """
    texts = (np.searchsorted(batch.first, numbers, "right") - 1).tolist()
    marked: dict[int, list[Span]] = defaultdict(list)
    for span in spans:
        marked[span.line].append(span)
    suspected = {text for number, text in zip(numbers, texts, strict=True) if number in marked}
    heads: dict[int, list[str]] = {text: [] for text in suspected}
    room = dict.fromkeys(suspected, PAGE)
    for number, text in zip(numbers, texts, strict=True):
        if room.get(text, 0) > 0:
            line = batch.lines[number][: room[text]]
            room[text] -= len(line)
            heads[text].append(_without(line, marked[number]) if number in marked else line)
    return {text for text, lines in heads.items() if _tells("\n".join(lines), lexicon)}


def _without(line: str, spans: Sequence[Span]) -> str:
    for span in sorted(spans, key=lambda span: -span.start):
        if span.start < len(line):
            line = f"{line[: span.start]} {line[span.stop :]}"
    return line


def _tells(text: str, lexicon: Lexicon) -> bool:
    words = _WORD.findall(text.lower())
    told = {word for word in set(words) if lexicon.lure(word) >= TELLING}
    return len(told) >= KINDS and sum(map(told.__contains__, words)) >= max(LEAST, len(words) / EVERY)
