"""The plan of a job: its inputs cut into shards that can be cleaned, lost and done again one by one.

The plan depends on the inputs only, never on the number of processes: an interrupted job finds its shards again. A
small corpus has small shards, so that every process gets some; what cannot be cut and is large goes first, so that the
others do not wait for it at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from cleaner.corpus import SNIFF, Range, Source
from cleaner.errors import InputError
from cleaner.files import chunks

LEAST, MOST = 1 << 20, 1 << 24
"""How much input a shard has: from what is worth sending to a process, to what may be lost when one is killed."""
PIECES = 64
"""How many shards a corpus has before they grow: eight processes are at work to the last eighth or so."""
FILE = 1 << 13
"""How many bytes of text take as long as to open a file and to bring another to disk (measured)."""
_INPUT = 1 << 48
"""Leaves room in the number of a shard for an offset in its input."""


@dataclass(frozen=True, slots=True)
class Shard:
    """Hold some whole inputs, or a range of one JSONL file.

    `number` says where it begins, by input and byte: sorted by it, shards are the inputs in order.
    """

    number: int
    sources: tuple[Source, ...]

    @property
    def size(self) -> int:
        """Return how many bytes of input there are."""
        return sum(source.size for source in self.sources)

    def __str__(self) -> str:
        first, others = self.sources[0], len(self.sources) - 1
        number = self.number // _INPUT
        if first.range:
            return f"shard {number} ({first.shown}, bytes {first.range.start:,} to {first.range.stop:,})"
        more = f" and {others:,} more" if others else ""
        return f"shard {number} ({first.shown}{more})"


def shard_size(sources: Iterable[Source]) -> int:
    """Return how much input a shard of these inputs has."""
    return min(max(sum(source.size + FILE for source in sources) // PIECES, LEAST), MOST)


def plan(sources: Sequence[Source], size: int) -> Iterator[Shard]:
    """Yield the shards of a job in the order in which they are best begun."""
    shards = list(_groups(sources, size))
    yield from sorted((shard for shard in shards if _large(shard, size)), key=lambda shard: -shard.size)
    for shard in shards:
        if not _large(shard, size):
            yield from _pieces(shard, size)


def _groups(sources: Iterable[Source], size: int) -> Iterator[Shard]:
    """Yield whole inputs, small ones together; a file costs more than its bytes."""
    first = total = 0
    group: list[Source] = []
    for number, source in enumerate(sources):
        cost = source.size + FILE
        if group and total + cost > size:
            yield Shard(first * _INPUT, tuple(group))
            first, total, group = number, 0, []
        group.append(source)
        total += cost
    if group:
        yield Shard(first * _INPUT, tuple(group))


def _large(shard: Shard, size: int) -> bool:
    """Tell whether this is one file that is larger than a shard and cannot be cut."""
    return len(shard.sources) == 1 and shard.size > size and not _divisible(shard.sources[0])


def _divisible(source: Source) -> bool:
    return source.jsonl and not source.codec and source.path is not None


def _pieces(shard: Shard, size: int) -> Iterator[Shard]:
    """Yield a large JSONL file as its ranges; one that is binary or cannot be read is left to the workers."""
    source = shard.sources[0]
    if len(shard.sources) > 1 or not _divisible(source) or source.size <= size:
        yield shard
        return
    assert source.path is not None

    def piece(start: int, stop: int, first: int) -> Shard:
        return Shard(shard.number + start, (replace(source, range=Range(start, stop, first)),))

    start, first = 0, 1
    try:
        for data in chunks(source.path, size=size):
            if start == 0 and b"\0" in data[:SNIFF]:
                break
            yield piece(start, start + len(data), first)
            start, first = start + len(data), first + data.count(b"\n")
    except InputError:
        pass
    if start == 0:
        yield shard
    elif source.size > start:
        yield piece(start, source.size, first)
