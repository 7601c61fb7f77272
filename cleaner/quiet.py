"""Lines that hold no span whatever stands around them: what one pass found quiet, the next need not look at again.

What a line holds by itself depends on its own characters, so that it may be looked at apart from the others.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np

from cleaner.batch import Batch, Flags, Ints


@dataclass(slots=True)
class Quiet:
    """Tell of every line of a batch whether it is known to hold no trim, none as a headline, no suspicious word.

    `trims.py` and `injected.py` note here what they find out.

    `near` is what is known of lines that have suspicious words.
    """

    trims: Flags
    headlines: Flags
    words: Flags
    near: dict[str, list[Any]] = field(default_factory=dict)

    @classmethod
    def none(cls, lines: int) -> Quiet:
        """Return what is known before anything was looked at."""
        return cls(*np.zeros((3, lines), np.bool_))

    def recall(self, inked: Flags, before: Quiet, inked_before: Flags, places: Ints) -> None:
        """Take over what was known before: `places` are lines with ink among those with ink then, -1 for a new one."""
        for flags, known in (
            (self.trims, before.trims),
            (self.headlines, before.headlines),
            (self.words, before.words),
        ):
            flags[inked] = np.append(known[inked_before], False)[places]
        self.near.update(before.near)


class Part(NamedTuple):
    """Hold some lines of a batch as a batch: of each line its number there, or -1 if it is not asked for."""

    batch: Batch
    numbers: Ints

    @classmethod
    def of(cls, batch: Batch, lines: Ints) -> Part:
        """Return these lines, sorted; if they hold a third of the bytes of a batch or more, the batch itself.

        To lay out lines anew costs about twice what it costs to look at them.
        """
        if 3 * (batch.starts[lines + 1] - batch.starts[lines]).sum() >= len(batch.buffer):
            numbers: Ints = np.full(len(batch.lines), -1, np.int64)
            numbers[lines] = lines
            return cls(batch, numbers)
        # An ending of two characters: no `\r` of a line may pass for a part of it, no line for one with a mark.
        text = "\n" + "".join(f"{batch.lines[line]}\r\n" for line in lines.tolist())
        return cls(Batch.of([text]), np.concatenate([[-1], lines, [-1]]))
