"""The plan of a job: its inputs cut into shards that can be cleaned, lost and done again one by one.

The plan depends on the inputs only, never on the number of processes: an interrupted job finds its shards again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from cleaner.corpus import SNIFF, Range, Source
from cleaner.errors import InputError
from cleaner.files import chunks

SHARD = 1 << 24
"""How many bytes of input a shard has, more or less: half a second of work."""


@dataclass(frozen=True, slots=True)
class Shard:
    """Hold some whole inputs, or a range of one JSONL file."""

    number: int
    sources: tuple[Source, ...]

    @property
    def size(self) -> int:
        """Return how many bytes of input there are."""
        return sum(source.size for source in self.sources)

    def __str__(self) -> str:
        first, others = self.sources[0], len(self.sources) - 1
        if first.range:
            return f"shard {self.number} ({first.shown}, bytes {first.range.start:,} to {first.range.stop:,})"
        more = f" and {others:,} more" if others else ""
        return f"shard {self.number} ({first.shown}{more})"


def plan(sources: Iterable[Source], size: int = SHARD) -> Iterator[Shard]:
    """Yield the shards of a job in the order of its inputs."""
    number = total = 0
    group: list[Source] = []
    for source in _pieces(sources, size):
        if group and (group[-1].range or source.range or total + source.size > size):
            yield Shard(number, tuple(group))
            number, total, group = number + 1, 0, []
        group.append(source)
        total += source.size
    if group:
        yield Shard(number, tuple(group))


def _pieces(sources: Iterable[Source], size: int) -> Iterator[Source]:
    """Yield inputs, a large JSONL file as its ranges; one that is binary or cannot be read is left to the workers."""
    for source in sources:
        if not source.jsonl or source.codec or source.path is None or source.size <= size:
            yield source
            continue
        start, first = 0, 1
        try:
            for data in chunks(source.path, size=size):
                if start == 0 and b"\0" in data[:SNIFF]:
                    break
                yield replace(source, range=Range(start, start + len(data), first))
                start, first = start + len(data), first + data.count(b"\n")
        except InputError:
            pass
        rest = source.size - start
        if start == 0:
            yield source
        elif rest > 0:
            yield replace(source, range=Range(start, start + rest, first))
