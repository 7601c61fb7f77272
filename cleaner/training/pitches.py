"""Phrases of spam in many languages, put together from parts. Written for this project.

A row of `wares.py` holds slots (` / `) with their choices (`|`); `-` is nothing, `{b}` a brand. As the phrases of
`lures.py`, these make training and test data and decide nothing: their parts are ordinary words, and honest texts have
them, too.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache
from itertools import product

from cleaner.training.lures import PHRASES
from cleaner.training.wares import WARES
from cleaner.training.wares_world import WARES_WORLD

_MOST = 120
"""Phrases that are drawn of one row: long rows must not drown short ones."""
SOLID = frozenset({"zh", "ja", "th"})
"""Languages whose words have no spaces between them."""


@cache
def pitches() -> dict[str, tuple[str, ...]]:
    """Return phrases of spam by language: the whole ones of `lures.py`, then those that are put together.

    >>> "buy viagra online" in pitches()["en"]
    True
    """
    found = {lang: dict.fromkeys(own) for lang, own in PHRASES.items()}
    for lang, text in {**WARES, **WARES_WORLD}.items():
        for number, row in enumerate(text.strip().split("\n")):
            own = list(dict.fromkeys(_phrases(row, lang in SOLID)))
            draw = random.Random(f"{lang} {number}")
            found.setdefault(lang, {}).update(dict.fromkeys(draw.sample(own, min(_MOST, len(own)))))
    return {lang: tuple(own) for lang, own in found.items()}


def _phrases(row: str, solid: bool) -> Iterator[str]:
    """Yield every phrase of a row: two words at least, or three letters without spaces."""
    for number, choice in enumerate(product(*(slot.split("|") for slot in row.split(" / ")))):
        parts = [part for part in choice if part != "-"]
        words = " ".join(parts).split()
        if len(set(words)) < len(words):
            continue
        if solid:
            yield ("" if number % 2 and "{b}" not in parts else " ").join(parts)
        elif len(words) > 1:
            yield " ".join(parts)
