"""What clean documents count up to: words, neighbours and seams, with one document taken out again.

Word statistics of a document must not hold the document itself, else every unseen word would look injected.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
import regex

from cleaner.lexicon import (
    CLASS_BITS,
    FREQUENT,
    LOG,
    PAIR_BITS,
    SEAM_BITS,
    WORD_BITS,
    Lexicon,
    Lures,
    Words,
    class_of,
    class_row,
    crc,
    pair_row,
    seam_row,
)

_PART = regex.compile(r"[\p{L}\p{M}\p{N}]+")
_CORE = regex.compile(r"[\p{L}\p{N}](?:\S*[\p{L}\p{N}\p{M}])?")
Ints = npt.NDArray[np.int64]
_crc = lru_cache(1 << 21)(crc)


@dataclass(frozen=True, slots=True)
class Clean:
    """Hold a document without spam: its text, language, and the publisher (or source) it is held out with."""

    text: str
    lang: str
    group: str


def tokens_of(text: str) -> set[str]:
    """Return the distinct tokens of a text, lower case: between white space without edges, and runs of letters."""
    low = text.lower()
    return set(_CORE.findall(low)) | set(_PART.findall(low))


def pair_rows(text: str) -> Ints:
    """Return the distinct rows of the pairs of neighbours of a text."""
    hashes = np.array([_crc(word) for word in _PART.findall(text.lower())], np.uint64)
    return np.unique(_mixed(hashes[:-1], hashes[1:]) >> np.uint64(32 - PAIR_BITS)).astype(np.int64)


def _mixed(left: npt.NDArray[np.uint64], right: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    mixed: npt.NDArray[np.uint64] = (left * np.uint64(0x85EBCA6B) + right * np.uint64(0x9E3779B1)) & np.uint64(
        0xFFFFFFFF
    )
    return mixed


class Counts:
    """Count, over documents, words, pairs of neighbours and, when the words are known, seams."""

    def __init__(self) -> None:
        self.pairs = np.zeros(1 << PAIR_BITS, np.int32)
        self.tokens: Counter[str] = Counter()
        self.seams = np.zeros(1 << SEAM_BITS, np.int64)
        self.classes = np.zeros(1 << CLASS_BITS, np.int64)
        self.least_seam = 1
        self._class: dict[str, int] = {}

    def add(self, text: str) -> None:
        """Count the words and pairs of one document."""
        self.pairs[pair_rows(text)] += 1
        self.tokens.update(tokens_of(text))

    def seam_rows(self, text: str) -> tuple[Ints, Ints]:
        """Return the rows of the seams of a text, and of the classes of its words."""
        known, tokens = self._class, self.tokens
        classes = []
        for word in _PART.findall(text.lower()):
            if word not in known:
                known[word] = class_of(word, min(tokens.get(word, 0).bit_length(), 15))
            classes.append(known[word])
        hashes = np.array(classes, np.uint64)
        seams = _mixed(hashes[:-1], hashes[1:]) >> np.uint64(32 - SEAM_BITS)
        return seams.astype(np.int64), (hashes >> np.uint64(32 - CLASS_BITS)).astype(np.int64)

    def add_seams(self, texts: Iterable[str]) -> None:
        """Count seams, once all words are counted; keep the commonest, else every row would be taken."""
        for text in texts:
            seams, classes = self.seam_rows(text)
            np.add.at(self.seams, seams, 1)
            np.add.at(self.classes, classes, 1)
        while np.count_nonzero(self.seams >= self.least_seam) > 0.3 * len(self.seams):
            self.least_seam += max(self.least_seam // 8, 1)

    def least_word(self) -> int:
        """Return the smallest count of documents with which words fit into the table."""
        least = 3
        while sum(count >= least for count in self.tokens.values()) > 0.9 * (1 << WORD_BITS):
            least += 1
        return least

    def least_pair(self) -> int:
        """Return the smallest count that leaves at most an eighth of the rows of the table of pairs taken."""
        least = 2
        while np.count_nonzero(self.pairs >= least) > len(self.pairs) / 8:
            least += 1
        return least

    def arrays(self) -> dict[str, npt.NDArray[Any]]:
        """Return what a `Lexicon` takes, but for the lures."""
        return {
            "words": Words.build(self.tokens, self.least_word()),
            "pairs": np.packbits(self.pairs >= self.least_pair(), bitorder="little"),
            "seams": logs(np.where(self.seams >= self.least_seam, self.seams, 0)).astype(np.uint8),
            "classes": logs(self.classes).astype(np.uint8),
            "seam_total": logs(self.classes.sum(keepdims=True)).astype(np.int32),
        }


def logs(counts: npt.NDArray[np.int64]) -> Ints:
    """Return logarithms as the tables hold them."""
    found: Ints = np.rint(LOG * np.log2(1 + np.maximum(counts, 0))).astype(np.int64)
    return found


class Without(Lexicon):
    """Answer like a lexicon of all documents but one."""

    def __init__(self, counts: Counts, text: str, least: tuple[int, int], lures: Lures) -> None:
        self._lures = lures
        self._counts, (self._least, self._least_pair) = counts, least
        self._own, self._own_pairs = tokens_of(text), set(pair_rows(text).tolist())
        seams, classes = counts.seam_rows(text)
        self._own_seams, self._own_classes = Counter(seams.tolist()), Counter(classes.tolist())
        self._whole = int(logs(counts.classes.sum(keepdims=True))[0])

    def known(self, word: str) -> int:
        """Return the log of the number of other documents with the word."""
        count = self._counts.tokens.get(word, 0) - (word in self._own)
        return min(count.bit_length(), 15) if count >= self._least else 0

    def lure(self, word: str) -> int:
        """Return how much more often (log 2) a word stands in phrases of spam than in clean text."""
        return self._lures.odds(word)

    def pair(self, left: str, right: str) -> int:
        """Tell whether the two words stand side by side in other documents."""
        row = pair_row(left, right)
        return int(self._counts.pairs[row] - (row in self._own_pairs) >= self._least_pair)

    def seam(self, left: str, right: str) -> int:
        """Return how well the seam of two words holds in other documents."""
        one, two = class_of(left, self.known(left)), class_of(right, self.known(right))
        row = seam_row(one, two)
        together = int(self._counts.seams[row]) - self._own_seams[row]
        apart = [int(self._counts.classes[r]) - self._own_classes[r] for r in (class_row(one), class_row(two))]
        counts = np.array([together if together >= self._counts.least_seam else 0, *apart])
        held, first, second = logs(counts).tolist()
        return int(held + self._whole - first - second)


assert FREQUENT < 15


def words_by_group(documents: Sequence[Clean]) -> dict[str, Counter[str]]:
    """Return in how many documents words stand, by group of languages."""
    counted: dict[str, Counter[str]] = {}
    for document in documents:
        counted.setdefault(group_of(document.lang), Counter()).update(tokens_of(document.text))
    return counted


def group_of(lang: str) -> str:
    """Return the group of languages that shares its statistics: Indonesian with Malay, English, all others."""
    return "id" if lang in ("id", "ms") else "en" if lang == "en" else "other"
