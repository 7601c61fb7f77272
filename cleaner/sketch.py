"""A count-min sketch: in how many documents, and on how many sites, a line occurs, in a table of fixed size.

* Documents: `DEPTH` rows of counters; a line adds 1 to one cell of each row for every document that it occurs in, and
  its count is the least of its cells. A count is never too low (up to 2**32 - 1, where counters stay), and too high by
  at most `e / width * pairs` with probability `1 - e**-DEPTH`, `pairs` being all the lines of all the documents
  (Cormode and Muthukrishnan 2005, "An improved data stream summary: the count-min sketch", theorem 1). The update is
  the plain one: a conservative one is more exact, but then sketches do not add up.
* Sites: beside each counter 64 bits, of which every site sets one. From `z` bits that are left unset the number of
  sites is `-64 ln(z / 64)` (Whang, Vander-Zanden and Taylor 1990, "A linear-time probabilistic counting algorithm").
  Other lines in the cell can only set more bits. 64 bits tell up to some 200 sites apart; all above read `FULL`.

Both are sums without an order (saturated addition, bitwise or): parts merged in any order are the sketch of the whole.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Sequence
from typing import Self, TypeAlias

import numpy as np
import numpy.typing as npt

from cleaner.batch import Ints
from cleaner.errors import ProfileError

Keys: TypeAlias = npt.NDArray[np.uint32]
"""Shape (lines, DEPTH): a hash of each line for each row."""
Bits: TypeAlias = npt.NDArray[np.uint64]

DEPTH = 4
LEAST, BITS, MOST = 8, 20, 26
"""The width of a row is a power of two: the least, the usual and the greatest exponent."""
TOP = (1 << 32) - 1
ALARM = 10_000
"""Collisions alone raise fewer than one line in so many above `noise`."""
ALL = 1 << 16
"""Bits in which the sites of the whole profile are counted."""


def key_of(line: bytes) -> bytes:
    """Return the bytes that `keys` reads: four hashes of 32 bits."""
    return hashlib.blake2b(line, digest_size=4 * DEPTH).digest()


def keys(lines: Iterable[bytes]) -> Keys:
    """Return the hashes of lines."""
    return np.frombuffer(b"".join(map(key_of, lines)), "<u4").reshape(-1, DEPTH).astype(np.uint32)


def _estimate(ones: int, size: int) -> int:
    """Return the number of sites that set `ones` bits of `size`; a full bitmap reads as if one bit was left."""
    return round(-size * math.log(max(size - ones, 1) / size))


_SITES = np.array([_estimate(ones, 64) for ones in range(65)], np.int64)
FULL = int(_SITES[-1])
_SET = np.array([number.bit_count() for number in range(256)], np.uint8)


class Sketch:
    """Hold the counters (and with `sited` the bitmaps of sites) of some documents.

    `counts` and `marks` have shape (DEPTH, 2**bits); `everywhere` are the bits of all the sites.
    """

    def __init__(self, bits: int = BITS, sited: bool = False) -> None:
        self.bits = bits
        self.documents = 0
        self.pairs = 0
        self.counts = np.zeros((DEPTH, 1 << bits), np.uint32)
        self.marks: Bits | None = np.zeros((DEPTH, 1 << bits), np.uint64) if sited else None
        self.everywhere: Bits = np.zeros(ALL // 64 if sited else 0, np.uint64)

    @property
    def sited(self) -> bool:
        """Tell whether sites are counted, too."""
        return self.marks is not None

    @property
    def sites(self) -> int | None:
        """Return how many sites there are (standard error below 1 % up to 100,000); None if they are not counted."""
        return _estimate(int(_ones(self.everywhere[None])[0]), ALL) if self.sited else None

    def add(self, lines: Keys, document: Ints, total: int, sites: Sequence[str] = ()) -> None:
        """Count the lines of `total` documents, each line once a document.

        `document` (0 to total - 1, rising) names that of each line; `sites` has the site of every document.
        """
        name = lines[:, 0].astype(np.uint64) << np.uint64(32) | lines[:, 1]
        order = np.lexsort((name, document))
        new = np.ones(len(order), np.bool_)
        new[1:] = (np.diff(name[order]) != 0) | (np.diff(document[order]) != 0)
        lines, document = lines[order[new]], document[order[new]]
        self.documents += total
        self.pairs += len(lines)
        bit = np.zeros(len(lines), np.uint64)
        if self.marks is not None:
            hashed = np.array([_site(site) for site in sites], np.uint64)
            place, low = hashed >> np.uint64(6) & np.uint64(ALL // 64 - 1), np.uint64(1) << (hashed & np.uint64(63))
            np.bitwise_or.at(self.everywhere, place.astype(np.int64), low)
            bit = low[document]
        for row in range(DEPTH):
            self._count(row, (lines[:, row] >> np.uint32(32 - self.bits)).astype(np.int64), bit)

    def _count(self, row: int, cell: Ints, bit: Bits) -> None:
        order = np.argsort(cell, kind="stable")
        start = np.flatnonzero(np.diff(cell[order], prepend=-1))
        at = cell[order[start]]
        more = np.diff(start, append=len(cell)).astype(np.uint64)
        self.counts[row, at] = np.minimum(self.counts[row, at] + more, TOP)
        if self.marks is not None and len(at):
            self.marks[row, at] |= np.bitwise_or.reduceat(bit[order], start)

    def merge(self, other: Sketch) -> Self:
        """Add what another sketch has counted to this one, and return it.

        Raises ProfileError if they differ in width, or if only one of them has sites.
        """
        if (self.bits, self.sited) != (other.bits, other.sited):
            raise ProfileError(
                f"profiles of {self} and of {other} do not add up: count all with the same --bits and --site-field"
            )
        self.documents += other.documents
        self.pairs += other.pairs
        np.minimum(self.counts.astype(np.uint64) + other.counts, TOP, out=self.counts, casting="unsafe")
        self.everywhere |= other.everywhere
        if self.marks is not None and other.marks is not None:
            self.marks |= other.marks
        return self

    def __str__(self) -> str:
        return f"{self.bits} bits {'with' if self.sited else 'without'} sites"

    def documents_with(self, lines: Keys) -> Ints:
        """Return in how many documents each line occurs: never too few."""
        found = [self.counts[row, lines[:, row] >> np.uint32(32 - self.bits)] for row in range(DEPTH)]
        least: Ints = np.minimum.reduce(found).astype(np.int64)
        return least

    def sites_with(self, lines: Keys) -> Ints:
        """Return on how many sites each line occurs, more or less; 1 where sites were not counted."""
        if self.marks is None:
            return np.ones(len(lines), np.int64)
        ones = [_ones(self.marks[row, lines[:, row] >> np.uint32(32 - self.bits), None]) for row in range(DEPTH)]
        least: Ints = _SITES[np.minimum.reduce(ones)]
        return least

    def noise(self) -> int:
        """Return the least count that collisions alone give to fewer than one line in `ALARM`; 1 while there is room.

        The rows hash independently: a line that was never counted reaches `t` in all of them with the product of the
        shares of their cells that reach it.
        """
        low, high = 1, TOP + 1
        while low < high:
            middle = (low + high) // 2
            reached = [int(np.count_nonzero(row >= middle)) for row in self.counts]
            if math.prod(reached) * ALARM <= (1 << self.bits) ** DEPTH:
                high = middle
            else:
                low = middle + 1
        return low

    def digest(self) -> str:
        """Return the SHA-256 of everything that was counted, the same on every machine."""
        sha = hashlib.sha256(f"{self.bits} {self.sited} {self.documents} {self.pairs}\n".encode())
        for array in (self.counts.astype("<u4"), self.everywhere.astype("<u8")):
            sha.update(array.tobytes())
        if self.marks is not None:
            sha.update(self.marks.astype("<u8").tobytes())
        return sha.hexdigest()


def _site(name: str) -> int:
    return int.from_bytes(hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def _ones(words: Bits) -> Ints:
    """Count the set bits of every row of words."""
    octets = np.ascontiguousarray(words).view(np.uint8)
    ones: Ints = _SET[octets].sum(axis=1, dtype=np.int64)
    return ones
