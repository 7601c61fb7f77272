"""What tokens and phrases look like: hashed character n-grams through a small network, exact integers in any batch."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from cleaner.batch import Bytes, Ints
from cleaner.ngrams import Tables, score

GRAM_BITS = 16
UNITS = 16
"""A score of this much is one unit of log-odds."""
_ZEROS = bytes(0x30 if 0x30 <= byte <= 0x39 else byte for byte in range(256))
_MOST = 15 * UNITS
LOWEST = -_MOST
"""The score of what is no word."""
_AT_ONCE = 1 << 13


def encoded(text: str) -> bytes:
    """Return a folded token or phrase as the bytes that are cut into n-grams; digits are there twice, once as zeros.

    >>> encoded("dewa88")
    b'dewa88\\x01dewa00'
    """
    data = text.encode("utf-8", "surrogatepass")[:60].replace(b"\n", b" ") or b" "
    zeros = data.translate(_ZEROS)
    return data if zeros == data else data + b"\x01" + zeros


def lines_of(texts: Sequence[str]) -> tuple[Bytes, Ints]:
    """Return texts, encoded, as the lines of a buffer that n-grams are cut from, with their starts and its end."""
    buffer = np.frombuffer(b"\n".join([b"", *map(encoded, texts), b""]), np.uint8)
    return buffer, np.flatnonzero(buffer == 10) + 1


class Grams:
    """Score folded tokens and phrases: hashed n-grams, edges included, summed into a few hidden units, one output.

    `rows` are int8, shape (2 ** GRAM_BITS, units); all is done in integers.
    """

    def __init__(self, rows: npt.NDArray[np.int8], bias: npt.NDArray[np.int32], out: npt.NDArray[np.int32]) -> None:
        self._tables = Tables(np.ascontiguousarray(rows.T))
        self._bias, self._weights = bias.astype(np.int64), out[:-2].astype(np.int64)
        self._base, self._scale = int(out[-2]), int(out[-1])

    def scores(self, texts: Sequence[str]) -> list[int]:
        """Return the log-odds, in `UNITS`, that each text is a piece of spam by its looks alone."""
        known = dict.fromkeys(texts, 0)
        names = list(known)
        for at in range(0, len(names), _AT_ONCE):
            some = names[at : at + _AT_ONCE]
            buffer, starts = lines_of(some)
            total = score(buffer, starts[:-1], np.diff(starts) - 1, self._tables)[:, : len(self._bias)]
            said = (np.maximum(total + self._bias, 0) @ self._weights + self._base) * UNITS // self._scale
            known.update(zip(some, np.clip(said, -_MOST, _MOST).tolist(), strict=True))
        return [known[text] for text in texts]
