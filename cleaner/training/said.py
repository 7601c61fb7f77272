"""What is said honestly in the words of spam: sentences of our own, none of which holds any.

`honest.tsv` has a sentence a row: its book, its language, its text. The words of those that are `counted` count as
words of clean text; what the `press` says is only looked at, else the words of spam would pass for clean ones; so are
four fifths of the `report`s. The others, and those that are `kept`, no training reads: they are for measuring. Those of
`trade`s only the networks that judge lines read, four fifths of them.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from cleaner.training.tallies import Clean

COUNTED, PRESS, REPORT, KEPT, TRADE = "counted", "press", "report", "kept", "trade"
_TIMES = 6
"""How often the counted ones are looked at: they are few."""


class Sentence(NamedTuple):
    """Hold a sentence, its language, and which book it stands in."""

    book: str
    lang: str
    text: str


def _kept(text: str) -> bool:
    """Tell whether a sentence is kept for measuring, one in five: the same in every process."""
    return zlib.crc32(text.encode()) % 5 == 0


_ROWS = Path(__file__).with_name("honest.tsv").read_text("utf-8").removesuffix("\n").split("\n")
SENTENCES = tuple(Sentence(*row.split("\t")) for row in _ROWS)
assert {one.book for one in SENTENCES} == {COUNTED, PRESS, REPORT, KEPT, TRADE}, (
    "a sentence of no book would be read by nobody"
)
UNSEEN = tuple(one.text for one in SENTENCES if one.book == KEPT or (one.book == REPORT and _kept(one.text)))
"""Honest sentences that no training reads."""
_COUNTED = [one for one in SENTENCES if one.book == COUNTED]
_LOOKED_AT = [one for one in SENTENCES if one.book == PRESS or (one.book == REPORT and not _kept(one.text))]

_TRADE = [one for one in SENTENCES if one.book == TRADE]
UNSEEN_TRADE = tuple(one.text for one in _TRADE if _kept(one.text))
"""More of them: those of the latest book, by other hands."""
_LEARNED = [one for one in _TRADE if not _kept(one.text)]
READ = tuple((one.lang, one.text) for one in (*_COUNTED, *_LOOKED_AT, *_LEARNED))
"""Honest sentences that the networks which judge lines read, with their language."""


def counted() -> list[Clean]:
    """Return the honest sentences whose words count as those of clean text."""
    return _documents(_COUNTED)


def said() -> Iterator[tuple[Clean, bool]]:
    """Yield honest sentences to look at, and whether their words were counted; all as headlines and capitals, too."""
    yield from ((document, True) for document in counted() * _TIMES)
    yield from ((document, False) for document in _documents(_LOOKED_AT))
    for form in (str.title, str.upper):
        yield from ((document, True) for document in _documents(_COUNTED, form))
        yield from ((document, False) for document in _documents(_LOOKED_AT, form))


def _documents(sentences: Sequence[Sentence], form: Callable[[str], str] = str) -> list[Clean]:
    return [Clean(form(one.text), one.lang, f"honest {at % 7}") for at, one in enumerate(sentences)]
