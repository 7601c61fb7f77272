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
    marked: dict[int, list[Span]] = defaultdict(list)
    for span in spans:
        marked[span.line].append(span)
    suspected = {int(np.searchsorted(batch.first, line, "right") - 1) for line in marked}
    told: dict[int, Counter[str]] = {text: Counter() for text in suspected}
    words = Counter[int]()
    for number in numbers if suspected else ():
        text = int(np.searchsorted(batch.first, number, "right") - 1)
        if text not in suspected:
            continue
        for match in _WORD.finditer(batch.lines[number]):
            words[text] += 1
            word = match[0].lower()
            outside = not any(match.start() < span.stop and span.start < match.end() for span in marked[number])
            if outside and lexicon.lure(word) >= TELLING:
                told[text][word] += 1
    return {
        text for text, found in told.items() if len(found) >= KINDS and found.total() >= max(LEAST, words[text] / EVERY)
    }
