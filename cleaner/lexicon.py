"""What clean text knows: how common words are, which stand side by side, and which are the stuff of spam phrases.

A *seam* is the place between two neighbouring words. How well a seam holds is how much more often words of these two
classes stand side by side in clean text than chance would have it (pointwise mutual information, Church & Hanks 1990):
where spam was put between two words, the seam of the two holds and the two seams with the spam do not.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

Arrays = Mapping[str, npt.NDArray[Any]]
WORD_BITS = 17
PAIR_BITS = 19
SEAM_BITS = 17
CLASS_BITS = 14
LOG = 4
"""Logarithms (base 2) are held in so many parts of a bit."""
FREQUENT = 9
"""Words of 2 ** (this - 1) documents and more are a class of their own; others share their last three letters."""
NOT_LURE = -8


@lru_cache(1 << 15)
def crc(word: str) -> int:
    """Return the hash that all tables of words go by."""
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))


class Words:
    """Hold how common words are, in two bytes each: a print of the word and the bits of its count."""

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
    hashed = crc(word)
    other = (hashed * 0x9E3779B1) & 0xFFFFFFFF
    return hashed >> (32 - WORD_BITS), other >> (32 - WORD_BITS), (other & 4095) or 1


class Lures:
    """Hold how much more often (log 2) words stand in phrases of spam than in clean text: hashes, and odds."""

    def __init__(self, hashes: npt.NDArray[np.uint32], odds: npt.NDArray[np.int8]) -> None:
        self._odds: dict[int, int] = dict(zip(hashes.tolist(), odds.tolist(), strict=True))

    def odds(self, word: str) -> int:
        """Return the odds of a word, -8 for one that no phrase has."""
        return self._odds.get(crc(word), NOT_LURE)

    @classmethod
    def build(cls, odds: Mapping[str, int]) -> dict[str, npt.NDArray[Any]]:
        """Return the arrays of these words."""
        rows = sorted({crc(word): value for word, value in sorted(odds.items())}.items())
        return {
            "lure_words": np.array([row for row, _ in rows], np.uint32),
            "lure_odds": np.array([value for _, value in rows], np.int8),
        }


def pair_row(left: str, right: str) -> int:
    """Return the row of two neighbouring words in the table of pairs."""
    return ((crc(left) * 0x85EBCA6B + crc(right) * 0x9E3779B1) & 0xFFFFFFFF) >> (32 - PAIR_BITS)


def class_of(word: str, known: int) -> int:
    """Return the hash of the class of a word: itself if it is frequent, else its ending; all numbers are one class."""
    if known >= FREQUENT:
        return crc(word)
    return crc("0" if word.isdigit() else f"-{word[-3:]}")


def seam_row(left: int, right: int) -> int:
    """Return the row of two classes side by side."""
    return ((left * 0x85EBCA6B + right * 0x9E3779B1) & 0xFFFFFFFF) >> (32 - SEAM_BITS)


def class_row(word: int) -> int:
    """Return the row of a class."""
    return word >> (32 - CLASS_BITS)


class Lexicon:
    """Answer for words and pairs with trained arrays."""

    def __init__(self, arrays: Arrays) -> None:
        self._words, self._pairs = Words(arrays["words"]), arrays["pairs"]
        self._seams, self._classes = arrays["seams"].tobytes(), arrays["classes"].tobytes()
        self._total = int(arrays["seam_total"][0])
        self._lure = lru_cache(1 << 14)(Lures(arrays["lure_words"], arrays["lure_odds"]).odds)
        self._known = lru_cache(1 << 15)(self._words.known)
        self._pair, self._seam = lru_cache(1 << 14)(self._stand), lru_cache(1 << 14)(self._holds)

    def known(self, word: str) -> int:
        """Return the number of bits of the number of documents with the word, 0 for a word that is not known."""
        return self._known(word)

    def lure(self, word: str) -> int:
        """Return how much more often (log 2) a word stands in phrases of spam than in clean text."""
        return self._lure(word)

    def pair(self, left: str, right: str) -> int:
        """Return 1 if the two words stand side by side in clean text, else 0: a clue is a number."""
        return self._pair(left, right)

    def seam(self, left: str, right: str) -> int:
        """Return how well the seam of two words holds, in parts of a bit; 0 for chance."""
        return self._seam(left, right)

    def _stand(self, left: str, right: str) -> int:
        row = pair_row(left, right)
        return int(self._pairs[row >> 3] >> (row & 7) & 1)

    def _holds(self, left: str, right: str) -> int:
        one, two = class_of(left, self.known(left)), class_of(right, self.known(right))
        together = self._seams[seam_row(one, two)]
        return together + self._total - self._classes[class_row(one)] - self._classes[class_row(two)]
