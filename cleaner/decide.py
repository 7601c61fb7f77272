"""From probabilities to findings: which lines go, which are doubtful, which stay."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple, Protocol, TypeAlias

import numpy as np
import numpy.typing as npt

from cleaner.batch import Batch
from cleaner.document import Cut, Finding, merge
from cleaner.rules import Rules
from cleaner.settings import Settings
from cleaner.taxonomy import FURNITURE, LABELS, Label

Probabilities: TypeAlias = npt.NDArray[np.float64]
"""Shape (lines, labels), columns in the order of `LABELS`, rows sum to 1."""


LONG = 100
"""Characters from which a line counts as long."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Hold, for every label, from which score a line is removed, from which it is unsure, from which a span goes.

    `long` stands in for `remove` where a line has `LONG` characters or more: with a long line more is lost.
    """

    remove: Mapping[Label, float]
    unsure: Mapping[Label, float] = field(default_factory=lambda: MappingProxyType({}))
    spans: Mapping[Label, float] = field(default_factory=lambda: MappingProxyType({}))
    long: Mapping[Label, float] = field(default_factory=lambda: MappingProxyType({}))

    def under(self, settings: Settings) -> Thresholds:
        """Return these thresholds with the user's own in their place."""
        given = settings.thresholds
        return Thresholds(
            {**self.remove, **given},
            self.unsure,
            {**self.remove, **self.spans, **given},
            {**self.remove, **self.long, **given},
        )


class Span(NamedTuple):
    """Propose that `lines[line][start:stop]` of a batch is not content."""

    line: int
    start: int
    stop: int
    label: Label
    score: float
    cues: tuple[str, ...] = ()


class Reader(Protocol):
    """What reads the passes over one batch; it may remember what it has seen, but never lets it matter."""

    thresholds: Thresholds

    def lines(self, batch: Batch) -> Probabilities:
        """Return the probability of every label for every line of the batch."""

    def cues(self, batch: Batch, numbers: Sequence[int]) -> list[tuple[str, ...]]:
        """Name the strongest reasons why the lines with these numbers look as they do."""

    def spans(self, batch: Batch, content: Sequence[int]) -> list[Span]:
        """Propose spans inside the lines with these numbers, which are content as a whole."""


class Scorer(Protocol):
    """What the walk needs of a model."""

    def reader(self) -> Reader:
        """Return a reader for one batch of texts and all passes over it."""


_UNSHIELDED: Mapping[int, tuple[Cut, ...]] = MappingProxyType({})

Shield: TypeAlias = Mapping[int, tuple[Cut, ...]]
"""The ranges that must stay, by the number of their line in the batch."""


def decide(
    batch: Batch, reader: Reader, settings: Settings, rules: Rules | None = None, shield: Shield = _UNSHIELDED
) -> list[tuple[list[Finding], list[Finding]]]:
    """Return `(found, unsure)` for every text of the batch, sorted and disjoint, offsets in its code points.

    A line is found when 1 - p(content) reaches the threshold of its most likely other label; the label comes first,
    then the choice of labels: the second-best label never steps in for one that is ignored. Nothing is found where
    the `shield` is; what `rules` remove is found elsewhere, and stands before a span that overlaps it in part.
    """
    thresholds = reader.thresholds.under(settings)
    probabilities = reader.lines(batch)
    best = probabilities[:, 1:].argmax(axis=1) + 1 if len(probabilities) else np.zeros(0, np.int64)
    score = 1.0 - probabilities[:, 0]
    remove = np.array([2.0] + [thresholds.remove.get(label, 2.0) for label in FURNITURE])
    unsure = np.array([2.0] + [thresholds.unsure.get(label, 2.0) for label in FURNITURE])
    removable = np.array([label in settings.removable for label in LABELS])
    free = batch.inked.copy()
    free[list(shield)] = False
    wanted = free & removable[best]
    long = np.array([2.0] + [thresholds.long.get(label, 2.0) for label in FURNITURE])
    length = np.fromiter(map(len, batch.lines), np.int64, len(batch.lines))
    found = wanted & (score >= np.where(length >= LONG, long[best], remove[best]))
    doubtful = wanted & ~found & (score >= unsure[best])

    spans = reader.spans(batch, np.flatnonzero(batch.inked & ~found).tolist())
    numbers = np.flatnonzero(found | doubtful).tolist()
    pieces = [
        Span(n, 0, len(batch.lines[n]), LABELS[best[n]], round(float(score[n]), 4), cues)
        for n, cues in zip(numbers, reader.cues(batch, numbers), strict=True)
    ]
    accepted: list[list[Span]] = [[] for _ in batch.texts]
    doubted: list[list[Span]] = [[] for _ in batch.texts]
    document = batch.document
    always = _always(batch, rules, shield) if rules else {}
    for number, ruled in always.items():
        accepted[document[number]] += ruled
    for span in pieces:
        (accepted if found[span.line] else doubted)[document[span.line]].append(span)
    for span in spans:
        if span.label in settings.removable and not _barred(span, shield.get(span.line, ()), always.get(span.line, ())):
            limit = thresholds.spans.get(span.label, 2.0)
            if span.score >= limit:
                accepted[document[span.line]].append(span)
            elif span.score >= thresholds.unsure.get(span.label, 2.0):
                doubted[document[span.line]].append(span)
    return [(_place(batch, sure), _place(batch, doubt)) for sure, doubt in zip(accepted, doubted, strict=True)]


def _always(batch: Batch, rules: Rules, shield: Shield) -> dict[int, list[Span]]:
    """Return what always goes, by line; it has no label of its own and is counted as spam."""
    found: dict[int, list[Span]] = {}
    for number in np.flatnonzero(batch.inked).tolist():
        barred = shield.get(number, ())
        matches = rules.removed(batch.lines[number])
        free = [cut for cut in matches if not any(cut[0] < stop and start < cut[1] for start, stop in barred)]
        for start, stop in merge([(start, stop) for start, stop, _ in free]):
            cues = tuple(f"always-remove:{pattern}" for a, _, pattern in free if start <= a < stop)
            found.setdefault(number, []).append(Span(number, start, stop, Label.SPAM, 1.0, cues))
    return found


def _barred(span: Span, shield: Sequence[Cut], always: Sequence[Span]) -> bool:
    """Tell whether a span touches what must stay, or overlaps in part what always goes."""
    if any(span.start < stop and start < span.stop for start, stop in shield):
        return True
    return any(
        span.start < other.stop
        and other.start < span.stop
        and not (span.start <= other.start and other.stop <= span.stop)
        for other in always
    )


def _place(batch: Batch, spans: list[Span]) -> list[Finding]:
    """Turn spans of lines into findings of the text, the outer absorbing the inner."""
    if not spans:
        return []
    findings: list[Finding] = []
    line = reached = 0
    for span in sorted(spans, key=lambda s: (s.line, s.start, -s.stop)):
        if span.line == line and span.start < reached:
            continue
        line, reached = span.line, span.stop
        at = int(batch.offsets[line])
        findings.append(Finding(at + span.start, at + span.stop, span.label, span.score, span.cues))
    return findings
