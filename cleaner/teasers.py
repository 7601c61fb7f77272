"""Calls behind cut-off teasers: the same few words after an ellipsis, line after line, in whatever language.

A list of entries shows the beginning of each, and then `Details`, `[Leer más]`, `Zum Angebot`. No phrase book has all
of these; that they end many long lines of a text, which break off, tells them from a refrain, or an afterthought. Where
letters have no case, an afterthought is told by nothing: there a call stands in brackets.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

import numpy as np

from cleaner.batch import Batch, Flags, Ints
from cleaner.decide import Span
from cleaner.lazy import Pattern
from cleaner.taxonomy import Label

_WORDS = r"[\p{L}\p{M}]*(?: [\p{L}\p{M}]+){0,4}"
_CALL = Pattern(
    r"(?<![.…])(?:…|\.\.\.)"  # dots that lead to a page, or to a name, are more
    rf"(?P<call>\s*(?P<words>\p{{Lu}}{_WORDS}|[\[(]\p{{L}}{_WORDS}[\])])\s*)$"
)
TIMES = 3
"""Lines of a text that a call ends at least, as well as a third of its long ones."""
LONG = 60
"""Characters before the ellipsis of a teaser; a line of a song has fewer."""
_LATE = 80
"""Bytes at the end of a line in which the ellipsis stands."""
_SCORE = 0.9


def recurring(batch: Batch, wanted: Flags) -> Iterator[Span]:
    """Yield the calls behind teasers in the wanted lines; the ellipsis stays.

    All lines count, not the wanted ones alone: what is found in a line must not hang on what happens to others.
    """
    found: defaultdict[int, list[tuple[int, int, int, str]]] = defaultdict(list)
    for number in _broken_off(batch).tolist():
        line = batch.lines[number]
        match = _CALL.search(line, max(len(line) - _LATE - 3, LONG))
        if match:
            text = int(np.searchsorted(batch.first, number, "right")) - 1
            found[text].append((number, *match.span("call"), match["words"]))
    for text, calls in found.items():
        long = int((batch.sizes[batch.first[text] : batch.first[text + 1]] >= LONG).sum())
        times = Counter(words for *_, words in calls)
        for number, start, stop, words in calls:
            if wanted[number] and times[words] >= max(TIMES, long / 3):
                yield Span(number, start, stop, Label.RELATED, _SCORE, ("trim:teaser-call",))


def _broken_off(batch: Batch) -> Ints:
    """Return which lines have an ellipsis near their end, and something behind it."""
    buffer = batch.buffer
    third = np.flatnonzero((buffer[2:] == 0xA6) | (buffer[2:] == ord("."))) + 2
    two, one = buffer[third - 1], buffer[third - 2]
    third = third[(one == 0xE2) & (two == 0x80) | (one == ord(".")) & (two == one) & (buffer[third] == one)]
    line = np.searchsorted(batch.starts, third, "right") - 1
    left = batch.starts[line + 1] - 2 - third
    late = np.zeros(len(batch.lines), np.bool_)
    late[line[(left > 1) & (left < _LATE)]] = True
    return np.flatnonzero(late)
