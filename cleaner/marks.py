"""The marks of a batch: bytes beside which a trim could begin or end, found once, and what stands before and behind.

Which words may stand there is looked up in tables by a hash of four bytes: with false alarms, but never over the edge
of the line, so that what is suspected in a line depends on its own bytes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from cleaner.batch import Batch, Bytes, Flags, Ints

Fours: TypeAlias = npt.NDArray[np.uint32]

SPACE = 0x20
_KEY_BITS = 16
_KEY_MULTIPLIER = np.uint32(0x9E3779B1)
_PADDING = 8  # bytes that may be read behind the last
_TRIGGER = bytes(int(byte in b'.!?:|>([#"-_/\xe2\xef') for byte in range(256))


@dataclass(frozen=True, slots=True)
class Marks:
    """Hold the marks of a batch, in order.

    Line `i` has the bytes from `first[i]` to `end[i]` of the `buffer`, its newline included; `four` has the four bytes
    that start at each byte. A mark stands at the byte `at` in the line `line`, `offset` bytes from its start and `left`
    from its end. `byte` is its first byte; `before` stands before that, `behind` and `third` follow. `following` are
    the four bytes behind the whole mark and a space. `signs` tells which marks are dashes, quotes or dots of three
    bytes, `ended` which may end a sentence, `domain` which may be the dot of a domain.
    """

    buffer: Bytes
    four: Fours
    first: Ints
    end: Ints
    at: Ints
    line: Ints
    offset: Ints
    left: Ints
    byte: Bytes
    before: Bytes
    behind: Bytes
    third: Bytes
    following: Fours
    signs: Flags
    ended: Flags
    domain: Flags
    _beginning: Fours
    _opener: Fours
    _shouted: Fours
    _closer: Fours
    _room: Flags
    _inside: Flags

    @classmethod
    def of(cls, batch: Batch) -> Marks:
        """Find the marks of a batch."""
        buffer = np.concatenate([batch.buffer, np.full(_PADDING, 10, np.uint8)])
        four: Fours = np.ndarray((len(buffer) - 4,), "<u4", buffer, strides=(1,))
        at = np.flatnonzero(np.frombuffer(batch.buffer.tobytes().translate(_TRIGGER), np.bool_))
        first, end = batch.starts[:-1], batch.starts[1:]
        line = np.repeat(np.arange(len(first)), np.diff(np.searchsorted(at, batch.starts)))
        start, left = first[line], end[line] - at
        byte, before, behind, third = buffer[at], buffer[at - 1], buffer[at + 1], buffer[at + 2]
        after = at + np.where(is_one(byte, b"\xe2\xef"), 3, 1)
        after = after + (buffer[after] == SPACE)
        following, back = four[after], at - 4 - _spaces(buffer, at)
        signs = (byte == 0xE2) & (behind == 0x80)
        return cls(
            buffer=buffer,
            four=four,
            first=first,
            end=end,
            at=at,
            line=line,
            offset=at - start,
            left=left,
            byte=byte,
            before=before,
            behind=behind,
            third=third,
            following=following,
            signs=signs,
            ended=is_one(byte, b'.!?"') | signs & is_one(third, b"\x99\x9d\xa6"),
            domain=(byte == ord(".")) & (behind > 0x40) & ((before > 0x40) | (buffer[at - 2] > 0x40)) & (at > start),
            _beginning=hashed(four[first], folded=False),
            _opener=hashed(following),
            _shouted=hashed(following, folded=False),
            _closer=hashed(four[np.maximum(back, 0)]),
            _room=after - at + 4 < left,
            _inside=back >= start,
        )

    def opens(self, folded: Flags) -> Flags:
        """Tell behind which marks a word of this folded table of heads may stand, in the same line."""
        return folded[self._opener] & self._room

    def shouts(self, exact: Flags) -> Flags:
        """Tell behind which marks a word of this table of heads may stand, in the same line."""
        return exact[self._shouted] & self._room

    def closes(self, folded: Flags) -> Flags:
        """Tell before which marks a word of this folded table of tails may stand, in the same line."""
        return folded[self._closer] & self._inside

    def begins(self, exact: Flags) -> Flags:
        """Tell which lines a word of this table of heads may begin."""
        return exact[self._beginning] & (self.end - self.first > 4)


_NO_BREAK = {width: np.frombuffer(sign.encode(), np.uint8) for width, sign in ((2, "\u00a0"), (3, "\u202f"))}


def _spaces(buffer: Bytes, at: Ints) -> Ints:
    """Return of how many bytes the space is that stands before each mark: French sets one without a break there."""
    widths: Ints = (buffer[at - 1] == SPACE).astype(np.int64)
    wide = np.flatnonzero(is_one(buffer[at - 1], b"\xa0\xaf"))
    for width, sign in _NO_BREAK.items():
        widths[wide[(buffer[at[wide, None] + np.arange(-width, 0)] == sign).all(axis=1)]] = width
    return widths


def heads(words: Iterable[str], folded: bool = False) -> Flags:
    """Return a table of which hashes may be those of the first four bytes of one of the words; none is shorter."""
    return table(np.frombuffer(b"".join(word.encode()[:4] for word in words), "<u4"), folded)


def tails(words: Iterable[str]) -> Flags:
    """Return a folded table of which hashes may be those of the last four bytes of one of the words."""
    return table(np.frombuffer(b"".join(word.encode()[-4:] for word in words), "<u4"))


def cased(words: Iterable[str]) -> set[str]:
    """Return the words as they are, with capitals and in capitals: folded bytes are equal only for ASCII."""
    return {form for word in words for form in (word, word.capitalize(), word.title(), word.upper())}


def is_one(byte: Bytes, of: bytes) -> Flags:
    """Tell which bytes are one `of` a few."""
    found: Flags = byte == of[0]
    for one in of[1:]:
        found |= byte == one
    return found


def hashed(four: Fours, folded: bool = True) -> Fours:
    """Return the hashes of four bytes each; folded, those of small and capital letters of ASCII are equal."""
    return ((four | np.uint32(0x20202020) if folded else four) * _KEY_MULTIPLIER) >> np.uint32(32 - _KEY_BITS)


def table(four: npt.NDArray[np.unsignedinteger[Any]], folded: bool = True) -> Flags:
    """Return a table of which hashes are those of one of these four bytes."""
    flags: Flags = np.zeros(1 << _KEY_BITS, np.bool_)
    flags[hashed(four.astype(np.uint32), folded)] = True
    return flags
