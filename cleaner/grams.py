"""What tokens and phrases look like: hashed character n-grams through a small network, exact integers in any batch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cleaner import ngrams
from cleaner.batch import Ints

GRAM_BITS = 16
UNITS = 16
"""A score of this much is one unit of log-odds."""
_ZEROS = bytes(0x30 if 0x30 <= byte <= 0x39 else byte for byte in range(256))


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
