"""Passes over one batch: what a pass has found out about a line by itself, the next one need not find out again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import compress, repeat
from typing import TYPE_CHECKING

import numpy as np

from cleaner.batch import Batch, Flags, Ints
from cleaner.calibration import probabilities_of
from cleaner.context import Features, feature_names
from cleaner.decide import Probabilities, Span
from cleaner.evidence import Evidence, joined
from cleaner.judge import DOUBTFUL
from cleaner.quiet import Quiet
from cleaner.taxonomy import LABELS
from cleaner.trims import propose
from cleaner.window import FAR

if TYPE_CHECKING:
    from cleaner.model import Model


class Reader:
    """Read the passes over one batch: a line that the pass before has seen is not scored by its words again.

    Nor is it looked at for spans, if it had none, whatever stands around it.
    """

    def __init__(self, model: Model, least: float = DOUBTFUL) -> None:
        self.model = model
        self.least = least
        self.thresholds = model.thresholds
        self._seen: tuple[list[str], Evidence] | None = None
        self._batch: Batch | None = None
        self._quiet = Quiet.none(0)

    def read(self, batch: Batch) -> Reading:
        """Return what the model says of a batch."""
        repetition, judge = self.model.repetition, self.model.judge
        raised = repetition.raised(batch) if repetition else np.zeros(int(batch.inked.sum()), np.int64)
        asked, context, junk, kinds = judge.opinions(self._evidence(batch), raised, self.least)
        place = np.full(len(junk), -1)
        place[asked] = np.arange(len(asked))
        probabilities = np.zeros((len(batch.lines), len(LABELS)))
        probabilities[:, 0] = 1.0
        probabilities[batch.inked] = probabilities_of(junk, kinds, judge.calibration)
        return Reading(self.model, batch, probabilities, self._quiet, context, place, raised)

    def _evidence(self, batch: Batch) -> Evidence:
        lines, before = list(compress(batch.lines, batch.inked.tolist())), self._batch
        quiet, self._quiet, self._batch = self._quiet, Quiet.none(len(batch.lines)), batch
        if self._seen is None or before is None:
            self._seen = lines, self.model.stage1.evidence(batch)
            return self._seen[1]
        (known, evidence), self._seen = self._seen, None
        place = dict(zip(known, range(len(known)), strict=True))
        places = np.fromiter(map(place.get, lines, repeat(-1)), np.int64, len(lines))
        self._quiet.recall(batch.inked, quiet, before.inked, places)
        del before, known, place  # a large text stands in each of them
        new = np.flatnonzero(places < 0)
        if len(new):
            added: dict[str, int] = {}
            places[new] = [added.setdefault(lines[at], len(evidence.lanes) + len(added)) for at in new.tolist()]
            # An ending of two characters: no `\r` of a line may pass for a part of it, no line for one with a mark.
            text = "\n" + "".join(f"{line}\r\n" for line in added)
            evidence = joined([evidence, self.model.stage1.evidence(Batch.of([text]))], evidence.first)
        first: Ints = np.zeros(len(batch.inked) + 1, np.int64)
        np.cumsum(batch.inked, out=first[1:])
        self._seen = lines, evidence.pick(places, first[batch.first])
        return self._seen[1]


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold what a model says of one batch: the `probabilities` of every label for every line; blank lines are content.

    Of the lines with ink, `place` is the row of each in `context` (-1: closed, it has none), and `raised` what a
    profile adds. What is found out about spans is noted in `quiet`.
    """

    model: Model
    batch: Batch
    probabilities: Probabilities
    quiet: Quiet
    context: Features
    place: Ints
    raised: Ints

    def cues(self, numbers: Sequence[int]) -> list[tuple[str, ...]]:
        """Name the strongest reasons why the lines with these numbers, which have ink, look as they do."""
        at = (np.cumsum(self.batch.inked) - 1)[list(numbers)]
        raised, place = self.raised[at], self.place[at]
        rows = np.zeros((len(at), self.context.shape[1]), np.int16)
        rows[place >= 0] = self.context[place[place >= 0]]
        flags = np.stack([*(rows[:, column] > least for _, column, least in CUES), raised > 0], axis=1)
        return [_named(flag.tobytes()) for flag in flags]

    def spans(self, content: Sequence[int]) -> list[Span]:
        """Propose spans inside the lines with these numbers, which are content as a whole."""
        found = propose(self.batch, content, self.quiet)
        if self.model.injected is None:
            return found
        # Not `content` bears witness: what is found in a line may not depend on which others go.
        likely: Flags = self.batch.inked & (self.probabilities[:, 0] > 0.5)
        return found + self.model.injected.find(self.batch, content, quiet=self.quiet, witnesses=likely)


def _cues() -> list[tuple[str, int, int]]:
    """Return what a cue is called, the feature that it reads, and the value above which it speaks."""
    names = feature_names()
    found = [("words", "junk", 0), ("opening", "head:junk", 0), ("closing", "tail:junk", 0), ("repeated", "repeats", 1)]
    found += [("neighbours", "junk+1", 0), ("neighbours", "junk-1", 0), ("after-text", "body_until", FAR)]
    return [(cue, names.index(name), least) for cue, name, least in found]


CUES = _cues()


@cache
def _named(flags: bytes) -> tuple[str, ...]:
    """Return the names of the cues that are flagged, or say that it was the context."""
    names = [*(name for name, _, _ in CUES), "profile"]
    return tuple(dict.fromkeys(compress(names, flags))) or ("context",)
