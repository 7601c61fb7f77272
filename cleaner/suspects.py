"""Where in a batch a trim could be: a prefilter over its bytes, cheap, with false alarms.

Marks are found once for the whole batch (`marks.py`); the bytes beside them and at the edges of lines are looked up in
tables of what calls, pointers and placeholders begin or end with, made from the words of their patterns. Only what
passes is looked at with patterns (`trims.py`). Whether a line is suspected depends on its own bytes.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from cleaner.batch import Batch, Bytes, Flags, Ints
from cleaner.marks import SPACE, Marks, cased, hashed, heads, is_one, table, tails
from cleaner.patterns import TABLE
from cleaner.phrases import (
    ADS,
    AGENCIES,
    BRACKETED,
    BREAKS,
    CALLS,
    CONTINUED,
    EDITS,
    NEXT_PAGES,
    PLAYERS,
    POINTERS,
    READ_ONS,
    SHOUTED,
    TAKERS,
    WATCHES,
)
from cleaner.trim import Place

FLAT = 400
"""Bytes and characters in which an article in one line has its byline, date and picture."""
_HEAD = 72  # bytes from the start of a line in which a prefix must have its dash


class Suspects(NamedTuple):
    """Hold the lines that could have a trim, sorted, and for some places the byte of the batch where it would be."""

    lines: Ints
    bytes: Ints | None = None


def suspects(batch: Batch) -> dict[Place, Suspects]:
    """Return, for each place, where a trim could stand."""
    marks = Marks.of(batch)
    return {
        "head": _heads(marks),
        "tail": _tails(marks),
        "onward": _onward(marks),
        "signed": _signed(marks),
        "photo": _photos(marks),
        "title": _titles(marks),
        "bracket": _brackets(marks),
        "call": _calls(marks),
        "marker": _markers(marks),
        "list": _lists(marks),
        "flat": _flats(marks),
        "pointer": _pointers(marks),
    }


_AGENCY = heads(name + dash for name in AGENCIES.split("|") for dash in ("–", " –", "  "))
_REPORTER = np.sort(np.array([int.from_bytes(sign.encode(), "big") for sign in "本【（中新据人"], np.uint32))
_AFTER_DOMAIN = np.zeros(256, np.bool_)
_AFTER_DOMAIN[list(b",-|/:\xe2")] = True


def _heads(marks: Marks) -> Suspects:
    """Find the lines that begin with an agency or a reporter, or with a dash, bar or colon soon behind a source."""
    reach = np.full(len(marks.first), -1)
    near = _joints(marks)
    reach[marks.line[near]] = marks.offset[near]  # the last of them
    head = marks.begins(_AGENCY)
    source = is_one(marks.byte, b".(/\xef") & (marks.offset <= reach[marks.line])
    head[marks.line[source]] = True
    high = np.flatnonzero(marks.buffer[marks.first] >= 0xE3)
    head[high[_among(marks.four[marks.first[high]].byteswap() >> np.uint32(8), _REPORTER)]] = True
    return Suspects(np.flatnonzero(head))


def _joints(marks: Marks) -> Ints:
    """Return the marks early in a line that may join a prefix to what it stands before."""
    early, at = marks.offset < _HEAD, marks.at
    hyphen = (marks.byte == ord("-")) | marks.signs & (marks.third >= 0x93) & (marks.third <= 0x95)
    hyphen &= early
    spaced = is_one(marks.before, b" )\xa0\xbd")
    joint = hyphen & spaced | is_one(marks.byte, b"|:") & early
    glued = np.flatnonzero(hyphen & ~spaced)
    reached = at[glued, None] - np.arange(3, 6)
    own = reached >= marks.first[marks.line[glued], None]
    joint[glued] = ((marks.buffer[reached] == ord(".")) & own).any(axis=1)  # a domain stands before it
    domain = np.flatnonzero(marks.domain & (marks.offset < 40))
    reached = at[domain, None] + np.arange(3, 9)
    own = reached < marks.end[marks.line[domain], None]
    joint[domain] = (_AFTER_DOMAIN[marks.buffer[reached]] & own).any(axis=1)
    return np.flatnonzero(joint)


def _end_marks() -> Flags:
    """Return which last bytes, and bytes before them, are those of a character that a tail of the table ends with.

    A space without a break is one of them: it is left at the end of many lines, behind the mark.
    """
    flags: Flags = np.zeros((256, 256), np.bool_)
    for sign in {"\u00a0", *(sign for row in TABLE if row.place == "tail" for sign in row.last)}:
        *rest, last = sign.encode()
        flags[last, rest[-1] if rest else slice(None)] = True
    return flags


_END_MARKS = _end_marks()


def _tails(marks: Marks) -> Suspects:
    """Find the lines that end in an end mark or a bracket, in hash tags, or in initials with tags."""
    last = _last(marks)
    closed = _END_MARKS[marks.buffer[last], marks.buffer[last - 1]]
    closed[marks.line[(marks.byte == ord("#")) & (marks.left < 60)]] = True
    bracket = np.flatnonzero((marks.byte == ord("(")) & (marks.left < 90) & (marks.left > 8))
    at = marks.at[bracket]
    initials = (marks.buffer[at + 4] == ord("/")) | (marks.buffer[at + 6] == ord("/"))
    initials |= (marks.left[bracket] > 20) & (marks.offset[bracket] > 0) & (marks.buffer[at - 2] == ord("."))
    closed[marks.line[bracket[initials]]] = True
    return Suspects(np.flatnonzero(closed))


_SKIPPED_BYTES = " .>»…→\u00a0\t".encode()
_SKIPPED = np.zeros(256, np.bool_)
_SKIPPED[list(_SKIPPED_BYTES)] = True
_LONGEST_SKIPPED = 5  # a space, an arrow or dots, and one byte of the word before, which may be such a byte, too
_EIGHT_FOLDED = np.uint64(0x2020202020202020)
_READ = heads(["read"], folded=True)


def _eights(words: Iterable[str]) -> npt.NDArray[np.uint64]:
    """Return the last eight bytes of the words, folded and sorted, without what is skipped at the end of a line."""
    ends = [word.encode().rstrip(_SKIPPED_BYTES)[-8:] for word in words]
    return np.sort(np.frombuffer(b"".join(ends), "<u8") | _EIGHT_FOLDED)


_LEADING = cased((*READ_ONS, *NEXT_PAGES))
_SHORT = tails(word for word in _LEADING if len(word.encode()) < 8)
_LONG = _eights(word for word in _LEADING if len(word.encode()) >= 8)
_EITHER = _SHORT | table(_LONG >> np.uint64(32))


def _onward(marks: Marks) -> Suspects:
    """Find the lines that end with words that lead on, or, by name, to where there is more."""
    last = _last(marks)
    for _ in range(_LONGEST_SKIPPED):
        last = last - _SKIPPED[marks.buffer[last]]
    hashes = hashed(marks.four[np.maximum(last - 3, 0)])
    near = np.flatnonzero(_EITHER[hashes] & (last - marks.first > 2))
    eight = np.ndarray((len(marks.buffer) - 8,), "<u8", marks.buffer, strides=(1,))[np.maximum(last[near] - 7, 0)]
    onward = np.zeros(len(last), np.bool_)
    onward[near] = _SHORT[hashes[near]] | _among(eight | _EIGHT_FOLDED, _LONG)
    onward[marks.line[marks.ended & marks.opens(_READ) & (marks.left < 90)]] = True
    return Suspects(np.flatnonzero(onward))


_DASHES = np.sort(np.frombuffer("–\0—\0―\0−\0".encode(), "<u4"))


def _signed(marks: Marks) -> Suspects:
    """Find the lines whose last sentence is followed by a dash, slash or bar and a few more bytes."""
    late = np.flatnonzero(marks.ended & (marks.left < 60))
    following = marks.following[late]
    dashed = is_one(following.astype(np.uint8), b"-/|") | _among(following & np.uint32(0xFFFFFF), _DASHES)
    return Suspects(_once(marks.line[late[dashed]]))


_TAKER = tails(TAKERS)


def _photos(marks: Marks) -> Suspects:
    """Find the lines near whose end a colon follows what a picture is called."""
    colon = is_one(marks.byte, b":\xef")
    return Suspects(_once(marks.line[colon & marks.closes(_TAKER) & (marks.left < 100)]))


def _titles(marks: Marks) -> Suspects:
    """Find the lines near whose end something parts a headline from a source."""
    apart = (marks.before == SPACE) | (marks.behind == SPACE) | (marks.before >= 0x80)
    barred = is_one(marks.byte, b"|_:\xe2\xef") | (marks.byte == ord("-")) & apart | marks.domain
    return Suspects(_once(marks.line[barred & (marks.left < 70) & (marks.left > 3)]))


_BRACKET = heads(cased((*EDITS, *PLAYERS)), folded=True)


def _brackets(marks: Marks) -> Suspects:
    """Find the lines with a square bracket before what placeholders and edit marks say."""
    return Suspects(_once(marks.line[(marks.byte == ord("[")) & marks.opens(_BRACKET)]))


_CALL = heads([*CALLS, *(f"{word} " for word in WATCHES)])


def _calls(marks: Marks) -> Suspects:
    """Find where a sentence ends before a call."""
    called = np.flatnonzero(marks.ended & marks.shouts(_CALL))
    return Suspects(marks.line[called], marks.at[called])


_MARKER = heads([*ADS, *BREAKS, *cased(CONTINUED), "adsbygoogle"])


def _markers(marks: Marks) -> Suspects:
    """Find where an ad marker could open: beside a mark, or with the line."""
    beside, opens = np.flatnonzero(marks.shouts(_MARKER)), np.flatnonzero(marks.begins(_MARKER))
    lines = np.concatenate([marks.line[beside], opens])
    spots = np.concatenate([marks.at[beside], marks.first[opens]])
    order = np.lexsort([spots, lines])
    return Suspects(lines[order], spots[order])


_LISTED = tails(("lain", "lainnya", "stories", " yuk", "yuk!"))
_YUK = heads(("Yuk,", "Yuk "))


def _lists(marks: Marks) -> Suspects:
    """Find the lines in which a list of other articles is announced."""
    listed = marks.begins(_YUK)
    listed[marks.line[is_one(marks.byte, b":!") & marks.closes(_LISTED) | marks.ended & marks.shouts(_YUK)]] = True
    return Suspects(np.flatnonzero(listed))


def _flats(marks: Marks) -> Suspects:
    """Find the long lines with a time of day near their start."""
    colon = np.flatnonzero((marks.byte == ord(":")) & (marks.offset < FLAT) & (marks.left > 100))
    return Suspects(_once(marks.line[colon[_digits(marks.before[colon]) & _digits(marks.behind[colon])]]))


_POINTER = tails(cased((*POINTERS, *SHOUTED)))
_BRACKETED = heads(BRACKETED)


def _pointers(marks: Marks) -> Suspects:
    """Find the colons, bars, arrows and dashes behind a pointer, or in a line with one that a bracket opens."""
    bracketed = np.zeros(len(marks.first), np.bool_)
    bracketed[marks.line[is_one(marks.byte, b"([") & marks.shouts(_BRACKETED)]] = True
    points = is_one(marks.byte, b":|>\xe2\xef") | (marks.byte == ord("-")) & (marks.behind == SPACE)
    pointing = np.flatnonzero((marks.closes(_POINTER) | bracketed[marks.line]) & points)
    return Suspects(marks.line[pointing], marks.at[pointing])


def _last(marks: Marks) -> Ints:
    """Return where the last byte of each line stands that is no space; one space is looked behind."""
    last = marks.end - 2
    last -= marks.buffer[last] == SPACE
    return last


def _among(values: npt.NDArray[Any], known: npt.NDArray[Any]) -> Flags:
    """Tell which values are among the sorted `known` ones; `np.isin` would import a lot."""
    found: Flags = known[np.minimum(np.searchsorted(known, values), len(known) - 1)] == values
    return found


def _once(sorted_lines: Ints) -> Ints:
    """Return sorted numbers without those that repeat."""
    return sorted_lines[np.flatnonzero(np.diff(sorted_lines, prepend=-1))]


def _digits(byte: Bytes) -> Flags:
    return (byte >= ord("0")) & (byte <= ord("9"))
