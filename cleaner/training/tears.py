"""Tear lines where a link, a name or a bold word stood: the fragments keep what they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random
from typing import NamedTuple

from cleaner.training.blocks import InlineSpan, Line

_CAPITAL = r"[^\W\d_a-z][\w'’-]+"
# A capital alone says nothing at the head of a sentence: one word has to stand inside it, several may open it.
_NAME = re.compile(rf"(?:(?<=[^\W\d_] )|(?<=, )){_CAPITAL}(?: {_CAPITAL}){{0,4}}|^{_CAPITAL}(?: {_CAPITAL}){{1,4}}")
_GROUP = re.compile(r"\([^()]{2,60}\)|[\"“][^\"”]{3,60}[\"”]")
_PLACE = re.compile(r"(?P<place>[^\W\d_][\w ]{2,24}) ?(?P<dash>[-–—]) ")
_END = re.compile(r"\W*$")


class Habit(NamedTuple):
    """Hold how an extractor tears the lines of one document.

    `share` of the content lines is torn, and `furniture` of the others; `terms` are torn out wherever they stand, as
    words in italics are; `spaced` leaves the space after a link at the head of the next fragment.
    """

    share: float = 0.0
    furniture: float = 0.0
    terms: tuple[str, ...] = ()
    spaced: bool = False


WHOLE = Habit()
"""The habit of extractors that tear nothing."""


def habit(rng: Random, share: float, words: Sequence[str], closed: bool) -> Habit:
    """Draw how a document is torn: in this share of documents at all, and then in one of several ways.

    Languages without spaces (`closed`) are torn at these words only.
    """
    if rng.random() >= share:
        return WHOLE
    terms = tuple(rng.sample(list(words), min(len(words), rng.choice((0, 1, 1, 2, 3)))))
    spaced = rng.random() < 0.25
    if closed:
        return Habit(0.0, 0.0, terms, spaced)
    return Habit(rng.choice((0.15, 0.3, 0.5, 0.7)), rng.choice((0.05, 0.15, 0.3)), terms, spaced)


def tear(line: Line, rng: Random, habit: Habit) -> list[Line]:
    """Tear a line at links, or return it whole.

    >>> line = Line("Kebun itu berada di Desa Melati, kata Sari.")
    >>> [part.text for part in tear(line, Random(1), Habit(terms=("Desa Melati",)))]
    ['Kebun itu berada di', 'Desa Melati', ', kata Sari.']
    """
    if len(line.text) < 20:
        return [line]
    share = habit.furniture if line.label else habit.share
    # A call to follow is made of links, so that it is torn far more often than a date or a name.
    if line.label == "promotion" and len(line.text) > 50:
        share *= 4
    links = _terms(line.text, habit.terms, rng) if habit.terms and not line.label else []
    if rng.random() < share:
        links += _links(line.text, rng)
    return _cut(line, _disjoint(links), habit.spaced)


def _terms(text: str, terms: Sequence[str], rng: Random) -> list[tuple[int, int]]:
    found = []
    for term in terms:
        start = text.find(term)
        while start >= 0:
            inside = text[max(0, start - 1) : start + len(term) + 1]
            whole = not inside[0].isalnum() or start == 0 or not inside.isascii()
            if whole and rng.random() < 0.7:
                found.append((start, start + len(term)))
            start = text.find(term, start + len(term))
    return found


def _links(text: str, rng: Random) -> list[tuple[int, int]]:
    """Choose one to three links: names and groups in brackets sooner than any other words."""
    names = [match.span() for pattern in (_NAME, _GROUP) for match in pattern.finditer(text)]
    words = [match.span() for match in re.finditer(r"[^\W\d][\w'’-]*", text)]
    found = []
    for _ in range(rng.choice((1, 1, 1, 2, 2, 3))):
        if names and rng.random() < 0.65:
            found.append(rng.choice(names))
        elif len(words) > 3:
            first = rng.randrange(len(words))
            last = min(len(words) - 1, first + rng.choice((0, 1, 1, 2, 3)))
            found.append((words[first][0], words[last][1]))
    return found


def _disjoint(links: list[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, stop in sorted(links):
        if not found or start > found[-1][1]:
            found.append((start, stop))
    return found


def _cut(line: Line, links: list[tuple[int, int]], spaced: bool) -> list[Line]:
    """Cut a line before and after each link; spans are cut with it."""
    text = line.text
    places = [place for link in links for place in link]
    parts: list[Line] = []
    for start, stop in zip([0, *places], [*places, len(text)], strict=True):
        inside = text[start:stop]
        kept = inside.rstrip() if spaced and start else inside.strip()
        if not kept.strip():
            continue
        start += len(inside) - len(inside.lstrip()) if kept == inside.strip() else 0
        parts.append(_part(line, start, start + len(kept)))
    return parts or [line]


def _part(line: Line, start: int, stop: int) -> Line:
    text = line.text[start:stop]
    if line.label:
        return Line(text, line.label)
    spans: list[InlineSpan] = [
        (max(from_, start) - start, min(to, stop) - start, label)
        for from_, to, label in line.spans
        if from_ < stop and to > start
    ]
    for from_, to, label in spans:
        if not (text[:from_] + text[to:]).strip():
            return Line(text, label)
    return Line(text, None, tuple(spans))


def tear_opening(line: Line, rng: Random, habit: Habit) -> list[Line]:
    """Tear the place or the publisher's prefix off the line that it opens, half of the time.

    >>> [part.text for part in tear_opening(Line("Bandung - Pagi itu."), Random(2), Habit())]
    ['Bandung', '-', 'Pagi itu.']
    """
    if line.label or rng.random() < 0.5:
        return [line]
    if line.spans and not line.spans[0][0]:
        stop = line.spans[0][1]
        dash = len(_END.sub("", line.text[:stop]))
        comma = line.text.find(",", 0, dash)
        # A link may hold the place, the publisher or both; the dash goes with what follows as often as not.
        first = comma if comma > 0 and rng.random() < 0.25 else dash if dash and rng.random() < 0.7 else stop
        return _cut(line, [(0, first)] if first == stop or rng.random() < 0.7 else [(0, first), (first, stop)], False)
    place = _PLACE.match(line.text)
    if place:
        dash = rng.choice((place.end("dash"), place.start("dash")))
        return _cut(line, [(0, place.end("place")), (place.start("dash"), dash)], False)
    return [line]
