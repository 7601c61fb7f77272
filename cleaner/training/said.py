"""What is said honestly in the words of spam: which sentences a training counts, which it only looks at, which it never
sees because they are kept for measuring.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence

from cleaner.training.honest import HONEST
from cleaner.training.honest_press import PRESS
from cleaner.training.honest_press_world import PRESS_WORLD
from cleaner.training.honest_reports import REPORTS
from cleaner.training.honest_reports_east import REPORTS_EAST
from cleaner.training.honest_reports_west import REPORTS_WEST
from cleaner.training.honest_reports_world import REPORTS_WORLD
from cleaner.training.honest_world import MORE
from cleaner.training.tallies import Clean

Book = Mapping[str, Sequence[str]]
_REPORTED: tuple[Book, ...] = (MORE, REPORTS, REPORTS_WEST, REPORTS_EAST, REPORTS_WORLD)


def _kept(text: str) -> bool:
    """Tell whether a sentence is kept for measuring, one in five: the same in every process."""
    return zlib.crc32(text.encode()) % 5 == 0


UNSEEN = tuple(text for book in _REPORTED for own in book.values() for text in own if _kept(text))
"""Honest sentences that no training reads."""
_LEARNED = [{lang: [text for text in own if not _kept(text)] for lang, own in book.items()} for book in _REPORTED]
_LOOKED_AT: tuple[Book, ...] = (PRESS, PRESS_WORLD, *_LEARNED)


def counted() -> list[Clean]:
    """Return the honest sentences whose words count as those of clean text."""
    return _documents(HONEST)


def said() -> Iterator[tuple[Clean, bool]]:
    """Yield honest sentences to look at, and whether their words were counted; all as headlines and in capitals, too.

    What the press says is not counted: the words of spam would pass for words of clean text. The others stand here
    six times, for they are few.
    """
    yield from ((document, True) for document in counted() * 6)
    yield from ((document, False) for document in _documents(*_LOOKED_AT))
    for form in (str.title, str.upper):
        yield from ((document, True) for document in _documents(HONEST, form=form))
        yield from ((document, False) for document in _documents(*_LOOKED_AT, form=form))


def _documents(*books: Book, form: Callable[[str], str] = str) -> list[Clean]:
    sentences = [(lang, text) for book in books for lang, own in book.items() for text in own]
    return [Clean(form(text), lang, f"honest {at % 7}") for at, (lang, text) in enumerate(sentences)]
