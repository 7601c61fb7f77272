"""What must stay, as ranges in the lines of a batch."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cleaner.batch import Batch
from cleaner.document import Cut
from cleaner.rules import Rules


@dataclass(frozen=True, slots=True)
class Shield:
    """Hold the ranges that must stay, sorted and disjoint, by the number of their line in the batch."""

    lines: Mapping[int, tuple[Cut, ...]]

    @classmethod
    def of(cls, batch: Batch, rules: Rules) -> Shield:
        """Return what the rules protect in the texts as they are now."""
        found: dict[int, tuple[Cut, ...]] = {}
        for first, stop in pairwise(batch.first.tolist()) if rules else ():
            protected = rules.protected(batch.lines[first:stop])
            found.update((first + number, ranges) for number, ranges in protected.items())
        return cls(found)

    def bars(self, line: int, start: int, stop: int) -> bool:
        """Tell whether a range of a line touches what must stay."""
        ranges = self.lines.get(line, ())
        at = bisect_left(ranges, (stop,)) - 1  # the last that starts before the end: sorted and disjoint, it ends last
        return at >= 0 and start < ranges[at][1]

    def by_text(self, batch: Batch) -> Sequence[Sequence[Cut]]:
        """Return what must stay, text by text, in code points of the text."""
        if not self.lines:
            return [()] * len(batch.texts)
        kept: list[list[Cut]] = [[] for _ in batch.texts]
        document = batch.document
        for number, ranges in sorted(self.lines.items()):
            at = int(batch.offsets[number])
            kept[document[number]] += [(at + start, at + stop) for start, stop in ranges]
        return kept
