"""Tokens of a whole batch in a few array operations: which of them are worth a second look, and what they look like.

Stage A: the last four bytes of every run of letters and digits are looked up in a table of endings that spam has; lines
with letters in disguise are noticed by their bytes. Stage B: the few tokens that passed are scored by hashed character
n-grams. Both are exact integers: the same in any batch.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cleaner import ngrams
from cleaner.batch import Batch, Ints

KEY_BITS = 18
GRAM_BITS = 14
UNITS = 16  # a score of this much is one unit of log-odds
WORD_BITS = 18
PAIR_BITS = 20
_KEY_MULTIPLIER = np.uint32(0x9E3779B1)


FOLDED = bytes(
    byte + 32 if 0x41 <= byte <= 0x5A else 0x30 if 0x30 <= byte <= 0x39 else byte if byte >= 0x80 or 0x61 <= byte <= 0x7A else 0
    for byte in range(256)
)
_ZEROS = bytes(0x30 if 0x30 <= byte <= 0x39 else byte for byte in range(256))
_SUSPECT = bytes(int(byte in b"\xc2\xc9\xca\xcc\xcd\xe1\xe2\xea\xef\xf0") for byte in range(256))
_GREEK = bytes(
    1 if chr(byte).isascii() and chr(byte).isalnum() else 2 if byte in b"\xce\xcf\xd0\xd1\xd2\xd4\xd5\xd6" else 0 for byte in range(256)
)


class Runs:
    """Hold the runs of letters and digits in the bytes of a batch: where they start and end (last byte), folded."""

    def __init__(self, batch: Batch) -> None:
        self.folded = np.frombuffer(batch.buffer.tobytes().translate(FOLDED) + bytes(8), np.uint8)
        ink = self.folded != 0
        edge = np.flatnonzero(ink[1:] != ink[:-1])  # the buffer starts and ends with a newline: edges alternate
        self.starts = edge[0::2] + 1
        self.ends = edge[1::2]

    def keys(self, which: Ints | slice = slice(None)) -> npt.NDArray[np.uint32]:
        """Return the hashed last four bytes of the runs."""
        four = np.ndarray((len(self.folded) - 3,), "<u4", self.folded, strides=(1,))
        return key_of(four[np.maximum(self.ends[which] - 3, 0)])

    def spaced(self) -> Ints:
        """Return the runs that open a row of five single letters with one byte between them."""
        step = (np.diff(self.starts) == 2) & (self.starts[:-1] == self.ends[:-1])
        return np.flatnonzero(step[:-3] & step[1:-2] & step[2:-1] & step[3:]) if len(step) > 3 else np.zeros(0, np.int64)


def key_of(four: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
    """Return the hashes of endings: four folded bytes, little-endian, zeros before shorter ones."""
    return (four * _KEY_MULTIPLIER) >> np.uint32(32 - KEY_BITS)


def disguised(batch: Batch) -> Ints:
    """Return where bytes hint at letters in disguise: places in the buffer, cheap and with false alarms."""
    buffer = batch.buffer
    data = buffer.tobytes()
    at = np.flatnonzero(np.frombuffer(data.translate(_SUSPECT), np.bool_))
    at = at[at + 7 < len(buffer)]
    lead, second, third, before = buffer[at], buffer[at + 1], buffer[at + 2], buffer[at - 1]
    glued = (before > 0x2F) & (before < 0x7B)
    hit = (lead == 0xF0) & ((second == 0x9D) | (second == 0x9F) & (third >= 0x84) & (third <= 0x87))
    wide = (second == 0xBC) & ((third >= 0xA1) & (third <= 0xBA) | (third >= 0x90) & (third <= 0x99))
    hit |= (lead == 0xEF) & (wide | (second == 0xBD) & (third >= 0x81) & (third <= 0x9A) | (second == 0xBB) & glued)
    hit |= (lead == 0xE1) & (second >= 0xB4) & (second <= 0xB6) | (lead == 0xEA) & (second == 0x9C)
    hit |= (lead == 0xC9) | (lead == 0xCA) & (second < 0xB0)
    zero = (second == 0x80) & (third >= 0x8B) & (third <= 0x8F) | (second == 0x81) & (third >= 0xA0) & (third <= 0xA4)
    hit |= (lead == 0xE2) & (zero & glued | (second == 0x92) & (third >= 0xB6) | (second == 0x93) & (third <= 0xA9))
    hit |= (lead == 0xC2) & (second == 0xAD) & glued
    marks = (buffer[at + 3] == 0xCC) | (buffer[at + 3] == 0xCD)
    hit |= ((lead == 0xCC) | (lead == 0xCD)) & glued & marks & ((buffer[at + 6] == 0xCC) | (buffer[at + 6] == 0xCD))
    mixed: Ints = np.zeros(0, np.int64)
    if len(at) or not data.isascii():
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


def gram_rows(words: Sequence[bytes]) -> tuple[npt.NDArray[np.int64], Ints]:
    """Return the rows of all character n-grams (2-5, edges included) of some words, and where each word's begin."""
    data = b"\n" + b"\n".join(words) + b"\n"
    buffer = np.frombuffer(data, np.uint8)
    starts = np.flatnonzero(buffer == 10) + 1
    rows, places = [], []
    for start, stop, orders in ngrams.chunks(buffer, starts):
        for row, invalid in orders:
            keep = np.ones(stop - start, np.bool_)
            keep[invalid] = False
            at = np.flatnonzero(keep)
            rows.append(row[at] >> np.uint32(ngrams.ROW_BITS - GRAM_BITS))
            places.append(at + start)
    row, place = np.concatenate(rows), np.concatenate(places)
    word = np.searchsorted(starts, place, "right") - 1
    order = np.argsort(word, kind="stable")
    return row[order].astype(np.int64), np.searchsorted(word[order], np.arange(len(words) + 1))


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
            rows, bounds = gram_rows([encoded(name) for name in part])
            total = np.add.reduceat(self.rows[rows].astype(np.int32), bounds[:-1], axis=0) if len(rows) else np.zeros((0, 1))
            hidden = np.maximum(total + self.bias, 0).astype(np.int64)
            score = (hidden @ self.out[:-2].astype(np.int64) + int(self.out[-2])) * UNITS // int(self.out[-1])
            known.update(zip(part, np.clip(score, -15 * UNITS, 15 * UNITS).tolist(), strict=True))
        return [known[text] for text in texts]


def word_row(word: str) -> int:
    """Return the row of a word (lower case) in the table of word frequencies."""
    return zlib.crc32(word.encode("utf-8", "surrogatepass")) >> (32 - WORD_BITS)


def pair_row(left: str, right: str) -> int:
    """Return the row of two neighbouring words in the table of pairs."""
    a, b = zlib.crc32(left.encode("utf-8", "surrogatepass")), zlib.crc32(right.encode("utf-8", "surrogatepass"))
    return ((a * 0x85EBCA6B + b * 0x9E3779B1) & 0xFFFFFFFF) >> (32 - PAIR_BITS)
