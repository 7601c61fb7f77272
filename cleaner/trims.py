"""Furniture inside good lines that has a shape: prefixes, suffixes, end marks, pointers, placeholders, calls.

A prefilter over the bytes of the whole batch (`suspects.py`) picks the few places where a row of the table
(`patterns.py`) could match, so that clean text costs almost nothing; only those are looked at with regular expressions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, get_args

import numpy as np

from cleaner.batch import Batch, Flags
from cleaner.decide import Span, outermost
from cleaner.headlines import headline_end
from cleaner.patterns import TABLE, TORN_DASH, TORN_PREFIX
from cleaner.phrases import BRACKETED, POINTERS, SHOUTED
from cleaner.quiet import Part, Quiet
from cleaner.suspects import FLAT, Suspects, suspects
from cleaner.taxonomy import Label
from cleaner.teasers import recurring
from cleaner.trim import Place, Trim

_LAST = 420  # characters at the end of a line in which a call to the reader is looked for
_BACKWARDS = ("tail", "onward", "signed", "photo", "title")
_EDGE = 160  # characters at the edge of a line that hold what a pattern there needs
_DASHES = "-–—―−"
Match = tuple[int, int, Trim]


def propose(batch: Batch, numbers: Sequence[int], quiet: Quiet | None = None) -> list[Span]:
    """Return the trims inside the lines of `batch` with these numbers, sorted; a line may be covered as a whole.

    Lines that are known to be `quiet` are not looked at again; what is found out about the others is noted there.
    """
    if not len(numbers):
        return []
    wanted = np.zeros(len(batch.lines), np.bool_)
    wanted[np.asarray(numbers)] = True
    headlines = _headlines(batch) & wanted
    loud = wanted if quiet is None else wanted & ~quiet.trims | headlines & ~quiet.headlines
    found: list[Span] = []
    noisy: tuple[list[int], list[int]] = [], []
    for place, number, spots in _suspected(Part.of(batch, np.flatnonzero(loud)), headlines):
        for start, stop, row in _matches(batch.lines[number], place, spots):
            span = Span(number, start, stop, row.label, row.score, (f"trim:{row.name}",))
            found.append(span)
            noisy[place == "title"].append(number)
    if quiet is not None:
        quiet.trims[wanted], quiet.headlines[headlines] = True, True
        quiet.trims[noisy[0]], quiet.headlines[noisy[1]] = False, False
    found = [*_leftovers(batch, wanted), *outermost([*found, *recurring(batch, wanted)])]
    return sorted(found, key=lambda span: (span.line, span.start))


def _headlines(batch: Batch) -> Flags:
    """Tell which lines are the first with ink of their text."""
    inked = np.flatnonzero(batch.inked)
    at = np.searchsorted(inked, batch.first[:-1])
    first: Flags = np.zeros(len(batch.lines), np.bool_)
    first[inked[at[at < len(inked)]]] = True
    return first


def _suspected(part: Part, headlines: Flags) -> Iterator[tuple[Place, int, list[int] | None]]:
    """Yield the places and numbers of suspected lines, with the characters to look at, where they are known."""
    for place, suspected in suspects(part.batch).items() if (part.numbers >= 0).any() else ():
        wanted = part.numbers >= 0
        if place == "title":
            wanted &= headlines[part.numbers]
        for line, spots in _spots(part.batch, suspected, wanted):
            yield place, int(part.numbers[line]), spots


def _spots(batch: Batch, suspected: Suspects, wanted: Flags) -> Iterator[tuple[int, list[int] | None]]:
    """Yield the suspected lines among those wanted, with the characters to look at, where they are known."""
    keep = wanted[suspected.lines]
    lines = suspected.lines[keep].tolist()
    if suspected.bytes is None:
        yield from ((number, None) for number in lines)
        return
    spots: dict[int, list[int]] = {}
    for number, offset in batch.characters(zip(lines, suspected.bytes[keep].tolist(), strict=True)):
        spots.setdefault(number, []).append(offset)
    yield from spots.items()


def _leftovers(batch: Batch, wanted: Flags) -> Iterator[Span]:
    """Yield the dash that opens a line where a publisher prefix was torn in two: the line before is a bare prefix."""
    opens = batch.buffer[batch.starts[:-1]]
    for number in np.flatnonzero(wanted & ((opens == 0x2D) | (opens == 0xE2))).tolist():
        match = _compiled(TORN_DASH).match(batch.lines[number]) if batch.lines[number][0] in _DASHES else None
        if not match:
            continue
        before, first = number - 1, batch.first[np.searchsorted(batch.first, number, "right") - 1]
        while before >= first and not batch.inked[before]:
            before -= 1
        if before >= first and _compiled(TORN_PREFIX).fullmatch(batch.lines[before].strip()):
            yield Span(number, 0, match.end(), Label.CREDIT, 0.93, ("trim:torn-prefix",))


def trims_of(line: str, title: bool = False) -> list[Match]:
    """Return `(start, stop, row)` of every trim in one line, without the prefilter."""
    places: tuple[Place, ...] = get_args(Place)
    return [match for place in places if title or place != "title" for match in _matches(line, place, None)]


@cache
def _rows(place: Place) -> tuple[Trim, ...]:
    return tuple(row for row in TABLE if row.place == place)


@cache
def _compiled(pattern: str, backwards: bool = False) -> Any:
    """Compile a pattern when it is first asked for: on a small file that takes longer than all the rest."""
    import regex

    return regex.compile(pattern, regex.REVERSE if backwards else 0)


def _matches(line: str, place: Place, spots: list[int] | None) -> Iterator[Match]:
    """Yield the matches of a place in a line: at or beside these spots, or anywhere."""
    if place == "pointer":
        yield from _pointers(line, [mark.start() for mark in _marks(line)] if spots is None else spots)
        return
    last = line.rstrip()[-1:] if place == "tail" else ""
    edge = line[:_EDGE] if place == "head" else line[-_EDGE:]
    for row in _rows(place):
        if (last and row.last and last not in row.last) or (row.needs and not any(map(edge.__contains__, row.needs))):
            continue
        for match in _found(line, place, _compiled(row.pattern, place in _BACKWARDS), spots):
            spaced = place == "marker" and line[match.start() - 1 : match.start()] == " "
            yield match.start() - spaced, match.end(), row


def _found(line: str, place: Place, pattern: Any, spots: list[int] | None) -> Iterator[Any]:
    begin = max(len(line) - _LAST, 0) if place == "call" else 0
    if place == "head" or place in _BACKWARDS:  # the latter are matched backwards, from the end
        match = pattern.match(line)
        if match:
            yield match
    elif spots is None:
        yield from pattern.finditer(line, begin, FLAT if place == "flat" else len(line))
    else:
        for spot in spots:
            for at in (spot + 1,) if place == "call" else range(spot, spot + 3):
                match = pattern.match(line, at) if at >= begin else None
                if match:
                    yield match


def _pointers(line: str, marks: list[int]) -> Iterator[Match]:
    """Yield the pointers; one that a headline before it has swallowed is no other: each would be read to the end."""
    done = 0
    for low, high in _pointing(line, marks):
        found = []
        for row in _rows("pointer") if high > done else ():
            match = _compiled(row.pattern).search(line, low, high)
            if match and match.start() >= done:
                stop = headline_end(line, match.end(), match.group("open"))
                found += [(match.start(), stop, row)] if stop is not None else []
        yield from found
        done = max([done, *(stop for _, stop, _ in found)])


def _marks(line: str) -> Iterator[Any]:
    yield from _compiled(_MARK).finditer(line)


_MARK = r"[:：|»›>–-]+"


def _pointing(line: str, marks: list[int]) -> Iterator[tuple[int, int]]:
    """Yield windows of the line in which a phrase that points elsewhere stands before a colon or an arrow."""
    for at in marks:
        mark = _compiled(_MARK).match(line, at)
        before = line[max(at - 40, 0) : at].rstrip()
        bracket = max(before.rfind("("), before.rfind("["))
        if mark and (
            before.lower().endswith(POINTERS)
            or before.endswith(SHOUTED)
            or (bracket >= 0 and before[bracket + 1 :].startswith(BRACKETED))
        ):
            yield max(at - (60 if bracket >= 0 else 40), 0), mark.end() + 1
