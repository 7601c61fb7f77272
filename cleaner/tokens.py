"""Tokens of a whole batch in a few array operations: which of them are worth a second look, and what they look like.

Stage A: the last four bytes of every run of letters and digits are looked up in a table of endings that spam has; lines
with letters in disguise are noticed by their bytes. Stage B: the few tokens that passed are scored by hashed character
n-grams. Both are exact integers: the same in any batch.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from cleaner import ngrams
from cleaner.batch import Batch, Flags, Ints

KEY_BITS = 18
GRAM_BITS = 14
UNITS = 16  # a score of this much is one unit of log-odds
WORD_BITS = 17
PAIR_BITS = 19
_KEY_MULTIPLIER = np.uint32(0x9E3779B1)


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
_ZEROS = bytes(0x30 if 0x30 <= byte <= 0x39 else byte for byte in range(256))
_SUSPECT = bytes(int(byte in b"\xc2\xe3\xc9\xca\xcc\xcd\xe1\xe2\xea\xef\xf0") for byte in range(256))
_GREEK = bytes(
    1 if chr(byte).isascii() and chr(byte).isalpha() else 2 if byte in b"\xce\xcf\xd0\xd1\xd2\xd4\xd5\xd6" else 0
    for byte in range(256)
)


class Runs:
    """Hold the runs of letters and digits in the bytes of a batch: where they start and end (last byte), folded."""

    def __init__(self, batch: Batch) -> None:
        data = batch.buffer.tobytes()
        folded = np.frombuffer(bytearray(data.translate(FOLDED) + bytes(8)), np.uint8)
        self.odd = np.flatnonzero(np.frombuffer(data.translate(_SUSPECT), np.bool_))
        if len(self.odd):
            lead, second = batch.buffer[self.odd], batch.buffer[self.odd + 1]
            two = self.odd[lead == 0xC2]
            three = self.odd[(lead == 0xE2) & (second == 0x80) | (lead == 0xE3) & (second == 0x80)]
            four = self.odd[(lead == 0xF0) & (second == 0x9F)]
            for at, size in ((two, 2), (three, 3), (four, 4)):  # signs, quotes, dashes, emoji are no letters
                for step in range(size):
                    folded[at + step] = 0
        self.folded = folded
        ink = self.folded != 0
        edge = np.flatnonzero(ink[1:] != ink[:-1])  # the buffer starts and ends with a newline: edges alternate
        self.starts = edge[0::2] + 1
        self.ends = edge[1::2]

    def chosen(self, endings: Flags, openings: Flags) -> Ints:
        """Return the runs of four and more bytes whose last or first four bytes are in these tables."""
        four = np.ndarray((len(self.folded) - 3,), "<u4", self.folded, strides=(1,))
        last = self.ends - 3
        long = np.flatnonzero(last >= self.starts)
        passed = endings[key_of(four[last[long]])] | openings[key_of(four[self.starts[long]])]
        letter, digit = self.folded > 0x60, self.folded == 0x30
        leet = np.flatnonzero(letter[:-2] & digit[1:-1] & letter[2:])
        inside = np.searchsorted(self.starts, leet, "right") - 1
        inside = inside[(inside >= 0) & (leet + 2 <= self.ends[np.maximum(inside, 0)])]
        passed |= np.isin(long, inside)  # a digit where a letter could be: b0la, sl0t
        return long[passed]

    def spaced(self) -> Ints:
        """Return the runs that open a row of five single letters with one byte between them."""
        step = (np.diff(self.starts) == 2) & (self.starts[:-1] == self.ends[:-1])
        return (
            np.flatnonzero(step[:-3] & step[1:-2] & step[2:-1] & step[3:]) if len(step) > 3 else np.zeros(0, np.int64)
        )


def key_of(four: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
    """Return the hashes of endings: four folded bytes, little-endian, zeros before shorter ones."""
    return (four * _KEY_MULTIPLIER) >> np.uint32(32 - KEY_BITS)


def disguised(batch: Batch, odd: Ints) -> Ints:
    """Return where bytes hint at letters in disguise, out of `odd` places: cheap and with false alarms."""
    buffer = batch.buffer
    at = odd[(odd + 7 < len(buffer))]
    lead, second, third, before = buffer[at], buffer[at + 1], buffer[at + 2], buffer[at - 1]
    glued = (before > 0x2F) & (before < 0x7B)
    hit = (lead == 0xF0) & ((second == 0x9D) | (second == 0x9F) & (third >= 0x84) & (third <= 0x87))
    wide = (second == 0xBC) & ((third >= 0xA1) & (third <= 0xBA) | (third >= 0x90) & (third <= 0x99))
    hit |= (lead == 0xEF) & (wide | (second == 0xBD) & (third >= 0x81) & (third <= 0x9A) | (second == 0xBB) & glued)
    hit |= (lead == 0xE1) & (second >= 0xB4) & (second <= 0xB6) | (lead == 0xEA) & (second == 0x9C)
    hit |= (lead == 0xC9) & ((second == 0xAA) | (second == 0xA2) | (second == 0xB4))  # small capitals
    hit |= (lead == 0xCA) & (
        (second == 0x80) | (second == 0x8F) | (second == 0x99) | (second == 0x9C) | (second == 0x9F)
    )
    zero = (second == 0x80) & (third >= 0x8B) & (third <= 0x8F) | (second == 0x81) & (third >= 0xA0) & (third <= 0xA4)
    hit |= (lead == 0xE2) & (zero & glued | (second == 0x92) & (third >= 0xB6) | (second == 0x93) & (third <= 0xA9))
    hit |= (lead == 0xC2) & (second == 0xAD) & glued
    marks = (buffer[at + 3] == 0xCC) | (buffer[at + 3] == 0xCD)
    hit |= ((lead == 0xCC) | (lead == 0xCD)) & glued & marks & ((buffer[at + 6] == 0xCC) | (buffer[at + 6] == 0xCD))
    mixed: Ints = np.zeros(0, np.int64)
    if len(odd) or not batch.buffer.tobytes().isascii():
        data = batch.buffer.tobytes()
        script = np.frombuffer(data.translate(_GREEK), np.uint8)
        first = np.flatnonzero((script[:-1] == 1) & (script[1:] == 2))
        second_ = np.flatnonzero((script[:-2] == 2) & (script[2:] == 1))
        mixed = np.concatenate([first, second_])
    return np.concatenate([at[hit], mixed])


def encoded(text: str) -> bytes:
    """Return a folded token or phrase as the bytes that are cut into n-grams; digits are there twice, once as zeros.

    >>> encoded("dewa88")
    b'dewa88\\x01dewa00'
    """
    data = text.encode("utf-8", "surrogatepass")[:60].replace(b"\n", b" ") or b" "
    zeros = data.translate(_ZEROS)
    return data if zeros == data else data + b"\x01" + zeros


def hashed(words: Sequence[bytes]) -> tuple[Ints, list[tuple[npt.NDArray[np.uint32], Ints]]]:
    """Return where each word starts in a buffer of lines, and for each order the rows of n-grams by their last byte.

    The hash is that of `ngrams.py`; the n-grams of a line hold at most one newline at each end. With the rows come the
    places whose n-gram would reach into the word before.
    """
    buffer = np.frombuffer(b"\n" + b"\n".join(words) + b"\n", np.uint8)
    starts = np.flatnonzero(buffer == 10)[:-1] + 1
    byte = buffer.astype(np.uint32) * np.uint32(ngrams.MULTIPLIER)
    rolled = byte.copy()
    found = []
    for order in range(2, 6):
        rolled[1:] = rolled[:-1] * np.uint32(ngrams.PRIME) + byte[1:]
        invalid = (starts[:, None] + np.arange(order - 2)).ravel()
        found.append((rolled[1:] >> np.uint32(32 - GRAM_BITS), invalid[invalid < len(buffer)] - 1))
    return starts - 1, found


def gram_rows(words: Sequence[bytes]) -> tuple[Ints, Ints]:
    """Return the rows of all character n-grams (2-5, edges included) of some words, and where each word's begin."""
    starts, orders = hashed(words)
    rows, word = [], []
    for row, invalid in orders:
        keep = np.ones(len(row), np.bool_)
        keep[invalid] = False
        at = np.flatnonzero(keep)
        rows.append(row[at])
        word.append(np.searchsorted(starts, at, "right") - 1)
    which = np.concatenate(word)
    order = np.argsort(which, kind="stable")
    return np.concatenate(rows)[order].astype(np.int64), np.searchsorted(which[order], np.arange(len(words) + 1))


@dataclass(frozen=True, slots=True)
class Grams:
    """Score folded tokens and phrases: hashed n-grams, summed into a few hidden units, one output; all integers."""

    rows: npt.NDArray[np.int8]
    bias: npt.NDArray[np.int32]
    out: npt.NDArray[np.int32]

    def scores(self, texts: Sequence[str]) -> list[int]:
        """Return the log-odds, in `UNITS`, that each text is a piece of spam by its looks alone."""
        known = dict.fromkeys(texts, 0)
        names = list(known)
        for at in range(0, len(names), 4096):
            part = names[at : at + 4096]
            starts, orders = hashed([encoded(name) for name in part])
            total = np.zeros((len(part), self.rows.shape[1]), np.int32)
            for row, invalid in orders:
                taken = self.rows[row]
                taken[invalid] = 0
                total += np.add.reduceat(taken, starts, axis=0, dtype=np.int32)
            hidden = np.maximum(total + self.bias, 0).astype(np.int64)
            score = (hidden @ self.out[:-2].astype(np.int64) + int(self.out[-2])) * UNITS // int(self.out[-1])
            known.update(zip(part, np.clip(score, -15 * UNITS, 15 * UNITS).tolist(), strict=True))
        return [known[text] for text in texts]


class Words:
    """Hold how common words are, in two bytes each: a print of the word and the log of its count."""

    def __init__(self, table: npt.NDArray[np.uint16]) -> None:
        self._table = array("H", table.astype(np.uint16).tobytes())

    def known(self, word: str) -> int:
        """Return the number of bits of the count of documents with the word, 0 if it is not known."""
        first, second, mark = _rows_and_print(word)
        one, two = self._table[first], self._table[second]
        return one & 15 if one >> 4 == mark else two & 15 if two >> 4 == mark else 0

    @classmethod
    def build(cls, counts: Mapping[str, int], least: int) -> npt.NDArray[np.uint16]:
        """Return the table of words, common ones first: a word takes the free one of its two rows, or is left out."""
        table = np.zeros(1 << WORD_BITS, np.uint16)
        for word in sorted((word for word, count in counts.items() if count >= least), key=lambda w: (-counts[w], w)):
            first, second, mark = _rows_and_print(word)
            row = second if table[first] else first
            if not table[row]:
                table[row] = mark << 4 | min(counts[word].bit_length(), 15)
        return table


def _rows_and_print(word: str) -> tuple[int, int, int]:
    """Return the two rows a word can stand in, and its print (1-4095)."""
    hashed = zlib.crc32(word.encode("utf-8", "surrogatepass"))
    other = (hashed * 0x9E3779B1) & 0xFFFFFFFF
    return hashed >> (32 - WORD_BITS), other >> (32 - WORD_BITS), (other & 4095) or 1


class Lures:
    """Hold how much more often (log 2) words stand in phrases of spam than in clean text: sorted hashes, and odds."""

    def __init__(self, hashes: npt.NDArray[np.uint32], odds: npt.NDArray[np.int8]) -> None:
        self._odds: dict[int, int] = dict(zip(hashes.tolist(), odds.tolist(), strict=True))

    def odds(self, word: str) -> int:
        """Return the odds of a word, -8 for one that no phrase has."""
        return self._odds.get(zlib.crc32(word.encode("utf-8", "surrogatepass")), -8)

    @classmethod
    def build(cls, odds: Mapping[str, int]) -> dict[str, npt.NDArray[Any]]:
        """Return the arrays of these words."""
        rows = sorted({zlib.crc32(word.encode()): value for word, value in sorted(odds.items())}.items())
        return {
            "lure_words": np.array([row for row, _ in rows], np.uint32),
            "lure_odds": np.array([value for _, value in rows], np.int8),
        }


def pair_row(left: str, right: str) -> int:
    """Return the row of two neighbouring words in the table of pairs."""
    a, b = zlib.crc32(left.encode("utf-8", "surrogatepass")), zlib.crc32(right.encode("utf-8", "surrogatepass"))
    return ((a * 0x85EBCA6B + b * 0x9E3779B1) & 0xFFFFFFFF) >> (32 - PAIR_BITS)
