"""Tokens of a whole batch in a few array operations: which of the runs of letters and digits are worth a second look.

A run is looked at if its first or last four bytes are such as spam has, unless it is a word that clean text is full of;
if two digits or more are glued to a word; if it stands beside another word that spam phrases are made of; or if its
bytes hint at letters in disguise. All is exact, the same in any batch, and depends on the own bytes of a line; what
passes is judged by `injected.py`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from cleaner.batch import Batch, Bytes, Flags, Ints
from cleaner.compiled import KERNEL
from cleaner.lazy import Pattern
from cleaner.quiet import Part

KEY_BITS = 18
NAME_BITS = 20
LURE_BITS = 16
Keys = npt.NDArray[np.uint32]
_KEY_MULTIPLIER = np.uint32(0x9E3779B1)
_OTHER_MULTIPLIER = np.uint32(0x85EBCA6B)
_SIZE_MULTIPLIER = np.uint32(0xC2B2AE35)
_MASK = np.array([0, 0xFF, 0xFFFF, 0xFFFFFF, 0xFFFFFFFF], np.uint32)

FOLDED = bytes(
    byte + 32
    if 0x41 <= byte <= 0x5A
    else 0x30
    if 0x30 <= byte <= 0x39
    else byte
    if byte >= 0x80 or 0x61 <= byte <= 0x7A
    else 0
    for byte in range(256)
)
_FOREIGN = np.zeros(256, np.bool_)
_FOREIGN[list(b"\xce\xcf\xd0\xd1\xd2\xd4\xd5\xd6")] = True
_SUSPECT = np.zeros(256, np.bool_)
_SUSPECT[list(b"\xc2\xe3\xc9\xca\xcc\xcd\xe1\xe2\xea\xef\xf0")] = True
_WORD = Pattern(r"\S{2,}")  # letters that are spelled out one by one are no words
_FOLD = np.frombuffer(FOLDED, np.uint8)
_ODD = (_SUSPECT + 2 * _FOREIGN).astype(np.uint8)


class Sieve:
    """Hold the tables that runs are sieved with, built from the arrays of a model.

    `endings`, `openings`: whether a hash of four bytes may be spam. `ordinary`: keys of words that never are, though
    they begin or end like it. `lures`: keys of words of spam phrases, with their odds.
    """

    def __init__(self, endings: Bytes, openings: Bytes, ordinary: Keys, lure_keys: Keys, lures: Bytes) -> None:
        self.endings: Flags = np.unpackbits(endings).astype(np.bool_)
        self.openings: Flags = np.unpackbits(openings).astype(np.bool_)
        self.ordinary: Flags = np.zeros(1 << NAME_BITS, np.bool_)
        self.ordinary[ordinary >> np.uint32(32 - NAME_BITS)] = True
        keep = np.flatnonzero(lures)
        keep = keep[np.argsort(lure_keys[keep], kind="stable")]
        self.lure_keys, self.lures = lure_keys[keep], lures[keep].astype(np.int64)
        self.lured: Flags = np.zeros(1 << LURE_BITS, np.bool_)
        self.lured[self.lure_keys >> np.uint32(32 - LURE_BITS)] = True
        bits = endings, openings, np.packbits(self.ordinary), np.packbits(self.lured)
        self.tables: list[npt.NDArray[Any]] = [
            _FOLD,
            _ODD,
            *map(np.ascontiguousarray, bits),
            self.lure_keys,
            self.lures,
        ]


class Sifted(NamedTuple):
    """Hold places in the bytes of a batch that are worth a second look.

    `chosen`: shape (runs, 2), the first and last byte of runs that begin or end like spam, hold a digit between
    letters, or are numbered. `lured`: where words of spam phrases start. `hidden`: where letters may be in disguise,
    or spelled out one by one. All are sorted.
    """

    chosen: Ints
    lured: Ints
    hidden: Ints


def sift(batch: Batch, lines: Ints, sieve: Sieve, alone: int, together: int) -> Sifted:
    """Return what is worth a second look in lines with these numbers, which are sorted."""
    if KERNEL is None:
        return _sift(batch, Part.of(batch, lines), sieve, alone, together)
    first, length = batch.starts[lines], np.diff(batch.starts)[lines] - 1
    room = int(length.sum()) + len(lines)
    chosen, lured, hidden = (np.empty(room, np.int64) for _ in range(3))
    sizes, levels = np.zeros(3, np.int64), np.array([alone, together], np.int64)
    KERNEL.sift(batch.buffer, first, length, *sieve.tables, levels, chosen, lured, hidden, sizes)
    chosen, lured, hidden = (found[:size].copy() for found, size in zip((chosen, lured, hidden), sizes, strict=True))
    return Sifted(chosen.reshape(-1, 2), once(lured), once(hidden))


def _sift(batch: Batch, part: Part, sieve: Sieve, alone: int, together: int) -> Sifted:
    runs = Runs(part.batch)
    chosen, lured = runs.chosen(sieve), runs.lured(sieve, alone, together)
    hidden = np.concatenate([disguised(part.batch, runs.odd), runs.starts[runs.spaced()]])
    first, last = runs.starts[chosen], runs.ends[chosen]
    return Sifted(
        np.stack([_placed(batch, part, first, first), _placed(batch, part, first, last)], axis=1),
        once(_placed(batch, part, runs.starts[lured], runs.starts[lured])),
        once(_placed(batch, part, hidden, hidden)),
    )


def _placed(batch: Batch, part: Part, first: Ints, byte: Ints) -> Ints:
    """Return bytes of the part as those of the batch, where the line of `first` is asked for."""
    line = np.searchsorted(part.batch.starts, first, "right") - 1
    asked = part.numbers[line] >= 0
    line = line[asked]
    places: Ints = byte[asked] - part.batch.starts[line] + batch.starts[part.numbers[line]]
    return places


def once(values: Ints) -> Ints:
    """Return each of these numbers once, sorted; `np.unique` would import a lot."""
    ordered = np.sort(values)
    return ordered[np.flatnonzero(np.diff(ordered, prepend=-1))]


def listed(line: str, offsets: Sequence[int], most: int) -> bool:
    """Tell whether nearly all words of a line, and more than `most`, are worth a look, at these characters.

    It is a list of names, or spam as a whole, but no sentence that spam was put into.
    """
    if len(offsets) <= most:
        return False
    enough = len(offsets) * 4 // 3  # of more words, the offsets are too few: those of a book are never listed
    words = [match.span() for match in islice(_WORD.finditer(line), enough + 1)]
    if len(words) > enough:
        return False
    nearest = ((offset, bisect_right(words, (offset, len(line))) - 1) for offset in offsets)
    hit = {at for offset, at in nearest if at >= 0 and offset < words[at][1]}
    return len(hit) > most and 4 * len(hit) >= 3 * len(words)


class Runs:
    """Hold the runs of letters and digits in the bytes of a batch: where they start and end (last byte), folded."""

    def __init__(self, batch: Batch) -> None:
        data = batch.buffer.tobytes()
        folded = np.frombuffer(bytearray(data.translate(FOLDED) + bytes(8)), np.uint8)
        self.odd = np.flatnonzero(batch.buffer >= 0xC2)
        if len(self.odd):
            self.odd = self.odd[_SUSPECT[batch.buffer[self.odd]] | _FOREIGN[batch.buffer[self.odd]]]
            lead, second = batch.buffer[self.odd], batch.buffer[self.odd + 1]
            two = self.odd[lead == 0xC2]
            three = self.odd[((lead == 0xE2) | (lead == 0xE3)) & (second == 0x80)]
            four = self.odd[(lead == 0xF0) & (second == 0x9F)]
            for at, width in ((two, 2), (three, 3), (four, 4)):  # signs, quotes, dashes, emoji are no letters
                for step in range(width):
                    folded[at + step] = 0
        self.folded = folded
        ink = folded != 0
        edge = np.flatnonzero(ink[1:] != ink[:-1])  # the buffer starts and ends with a newline: edges alternate
        self.starts = edge[0::2] + 1
        self.ends = edge[1::2]
        size = self.ends - self.starts + 1
        four_bytes = np.ndarray((len(folded) - 3,), "<u4", folded, strides=(1,))
        self.first = four_bytes[self.starts]
        self.last = four_bytes[np.maximum(self.ends - 3, 0)]
        short = np.flatnonzero(size < 4)
        self.first[short] &= _MASK[size[short]]
        self.last[short] = self.first[short]
        self.size = size.astype(np.uint32)
        self._last: Flags = batch.buffer[self.ends + 1] == 10  # of its line

    def keys(self, at: Ints | slice = slice(None)) -> Keys:
        """Return the hashes of whole runs, by their ends and their length."""
        return names(self.first[at], self.last[at], self.size[at])

    def chosen(self, sieve: Sieve) -> Ints:
        """Return the runs of four and more bytes that begin or end like spam and are no ordinary words, or numbered."""
        passed = sieve.endings[key_of(self.last)] | sieve.openings[key_of(self.first)]
        leet = np.flatnonzero(self.folded[1:-1] == 0x30) + 1
        leet = leet[(self.folded[leet - 1] > 0x60) & (self.folded[leet + 1] > 0x60)]
        passed[np.searchsorted(self.starts, leet, "right") - 1] = True  # a digit where a letter could be: b0la, sl0t
        numbered = self.numbered()
        at: Ints = np.flatnonzero(numbered | passed & (self.size > 3))
        kept: Ints = at[numbered[at] | ~sieve.ordinary[self.keys(at) >> np.uint32(32 - NAME_BITS)]]
        return kept

    def numbered(self) -> Flags:
        """Tell which runs open with three Latin letters and close with two digits: names have any number at the end."""
        found: Flags = (self.size > 4) & (self.last >> np.uint32(16) == 0x3030)
        for byte in range(3):
            found &= ((self.first >> np.uint32(8 * byte)) & np.uint32(0xFF)) - np.uint32(0x61) < 26
        return found

    def lured(self, sieve: Sieve, alone: int, together: int) -> Ints:
        """Return the runs that are words of spam phrases with odds of `alone`, or of `together` with the next one."""
        keys = self.keys()
        at = np.flatnonzero(sieve.lured[keys >> np.uint32(32 - LURE_BITS)])
        if not len(at) or not len(sieve.lure_keys):
            return at[:0]
        place = np.minimum(np.searchsorted(sieve.lure_keys, keys[at]), len(sieve.lure_keys) - 1)
        same = sieve.lure_keys[place] == keys[at]
        at, odds = at[same], sieve.lures[place[same]]
        beside = (np.diff(at) == 1) & (self.starts[at[1:]] - self.ends[at[:-1]] == 2) & ~self._last[at[:-1]]
        both = np.flatnonzero(beside & (odds[:-1] + odds[1:] >= together))
        return np.concatenate([at[odds >= alone], at[both]])

    def spaced(self) -> Ints:
        """Return the runs that open a row of five single letters with one byte between them."""
        step = (np.diff(self.starts) == 2) & (self.size[:-1] == 1) & ~self._last[:-1]
        return (
            np.flatnonzero(step[:-3] & step[1:-2] & step[2:-1] & step[3:]) if len(step) > 3 else np.zeros(0, np.int64)
        )


def key_of(four: Keys) -> Keys:
    """Return the hashes of endings: four folded bytes, little-endian."""
    return (four * _KEY_MULTIPLIER) >> np.uint32(32 - KEY_BITS)


def names(first: Keys, last: Keys, size: Keys) -> Keys:
    """Return one hash of the first and last four bytes of runs and their length."""
    mixed: Keys = ((first * _KEY_MULTIPLIER) ^ (last * _OTHER_MULTIPLIER)) + size * _SIZE_MULTIPLIER
    mixed ^= mixed >> np.uint32(15)
    return mixed * _KEY_MULTIPLIER


def pieces(words: Iterable[str]) -> list[bytes]:
    """Return the runs of letters and digits of words, folded as they are in a batch."""
    return [
        run for word in words for run in word.encode("utf-8", "surrogatepass").translate(FOLDED).split(b"\0") if run
    ]


def keys_of(runs: Sequence[bytes]) -> Keys:
    """Return the keys of folded runs, as `Runs.keys` has them."""
    first = np.frombuffer(b"".join(run[:4].ljust(4, b"\0") for run in runs), "<u4").astype(np.uint32)
    last = np.frombuffer(b"".join(run[-4:].ljust(4, b"\0") for run in runs), "<u4").astype(np.uint32)
    return names(first, last, np.array([len(run) for run in runs], np.uint32))


def disguised(batch: Batch, odd: Ints) -> Ints:
    """Return where bytes hint at letters in disguise, out of `odd` places: cheap and with false alarms."""
    buffer, at = np.concatenate([batch.buffer, np.full(8, 10, np.uint8)]), odd
    lead, second, third, before = buffer[at], buffer[at + 1], buffer[at + 2], buffer[at - 1]
    glued = (before > 0x2F) & (before < 0x7B)
    hit = (lead == 0xF0) & ((second == 0x9D) | (second == 0x9F) & (third >= 0x84) & (third <= 0x87))
    wide = (second == 0xBC) & ((third >= 0xA1) & (third <= 0xBA) | (third >= 0x90) & (third <= 0x99))
    boxed = (second == 0xBB) | (second == 0xB8) & (third == 0x8F)  # a byte-order mark, the box around a digit
    hit |= (lead == 0xEF) & (wide | (second == 0xBD) & (third >= 0x81) & (third <= 0x9A) | boxed & glued)
    hit |= (lead == 0xE1) & (second >= 0xB4) & (second <= 0xB6) | (lead == 0xEA) & (second == 0x9C)
    hit |= (lead == 0xC9) & ((second == 0xAA) | (second == 0xA2) | (second == 0xB4))  # small capitals
    hit |= (lead == 0xCA) & (
        (second == 0x80) | (second == 0x8F) | (second == 0x99) | (second == 0x9C) | (second == 0x9F)
    )
    zero = (second == 0x80) & (third >= 0x8B) & (third <= 0x8F) | (second == 0x81) & (third >= 0xA0) & (third <= 0xA4)
    digits = (second == 0x9D) & (third >= 0xB6) | (second == 0x9E) & (third <= 0x93)  # in black circles
    rings = (second == 0x92) & (third >= 0xB6) | (second == 0x93) & (third <= 0xA9)
    hit |= (lead == 0xE2) & ((zero | digits) & glued | rings)
    hit |= (lead == 0xC2) & (second == 0xAD) & glued
    marks = ((buffer[at + 3] == 0xCC) | (buffer[at + 3] == 0xCD)) & (third != 10) & (buffer[at + 5] != 10)
    hit |= ((lead == 0xCC) | (lead == 0xCD)) & glued & marks & ((buffer[at + 6] == 0xCC) | (buffer[at + 6] == 0xCD))
    hit |= _FOREIGN[lead] & (_latin(before) | _latin(third))  # letters of two scripts side by side
    found: Ints = at[hit]
    return found


def _latin(byte: Bytes) -> Flags:
    folded = byte | 0x20
    return (folded >= 0x61) & (folded <= 0x7A)
