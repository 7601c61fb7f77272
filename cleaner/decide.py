"""From probabilities to findings: which lines go, which are doubtful, which stay."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple, Protocol, TypeAlias

import numpy as np
import numpy.typing as npt

from cleaner.batch import Batch, Flags, Ints
from cleaner.document import Finding, merge
from cleaner.malay import is_malay
from cleaner.rules import Rules
from cleaner.settings import NEVER, Settings
from cleaner.shield import Shield
from cleaner.tables import rows_of_tables
from cleaner.taxonomy import FURNITURE, LABELS, Label

Probabilities: TypeAlias = npt.NDArray[np.float64]
"""Shape (lines, labels), columns in the order of `LABELS`, rows sum to 1."""


LONG = 100
"""Characters from which a line counts as long."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Hold, for every label, from which score a line is removed, from which it is unsure, from which a span goes.

    `long` stands in for `remove` where a line has `LONG` characters or more: with a long line more is lost. Whole lines
    of texts in Indonesian and Malay go by the `malay` ones, if there are any.
    """

    remove: Mapping[Label, float]
    unsure: Mapping[Label, float] = field(default_factory=lambda: MappingProxyType({}))
    spans: Mapping[Label, float] = field(default_factory=lambda: MappingProxyType({}))
    long: Mapping[Label, float] = field(default_factory=lambda: MappingProxyType({}))
    malay: Thresholds | None = None

    def under(self, settings: Settings) -> Thresholds:
        """Return these thresholds with the user's own in their place."""
        given = settings.thresholds
        return Thresholds(
            {**self.remove, **given},
            self.unsure,
            {**self.remove, **self.spans, **given},
            {**self.remove, **self.long, **given},
            self.malay and self.malay.under(settings),
        )

    @property
    def least(self) -> float:
        """Return the score below which nothing happens to a line."""
        own = min([*self.remove.values(), *self.long.values(), *self.unsure.values(), 1.0])
        return min(own, self.malay.least) if self.malay else own

    def reached(self, batch: Batch, best: Ints, score: npt.NDArray[np.float64]) -> Flags:
        """Tell which lines of a batch reach their threshold: `best` is the most likely label of each but content.

        What language a text is in takes longer to tell than all else here: it is asked only where it matters.
        """
        long = (batch.sizes >= LONG).astype(np.int64)
        kinds = [np.array([_column(each.remove), _column(each.long)]) for each in (self, self.malay or self)]
        found, malay = (score >= limits[long, best] for limits in kinds)
        unlike = np.flatnonzero(found != malay)
        texts = (np.searchsorted(batch.first, unlike, "right") - 1).tolist()
        tongues = {text: is_malay(batch.texts[text]) for text in dict.fromkeys(texts)}
        found[unlike] ^= np.fromiter((tongues[text] for text in texts), np.bool_, len(texts))
        return found


class Span(NamedTuple):
    """Propose that `lines[line][start:stop]` of a batch is not content."""

    line: int
    start: int
    stop: int
    label: Label
    score: float
    cues: tuple[str, ...] = ()


class Reading(Protocol):
    """What is said of one batch."""

    @property
    def probabilities(self) -> Probabilities:
        """Return the probability of every label for every line of the batch."""

    def cues(self, numbers: Sequence[int]) -> list[tuple[str, ...]]:
        """Name the strongest reasons why the lines with these numbers look as they do."""

    def spans(self, content: Sequence[int]) -> list[Span]:
        """Propose spans inside the lines with these numbers, which are content as a whole."""


class Reader(Protocol):
    """What reads the passes over one batch; it may remember what it has seen, but never lets it matter."""

    thresholds: Thresholds

    def read(self, batch: Batch) -> Reading:
        """Return what is said of the batch as it is in this pass."""


class Scorer(Protocol):
    """What the walk needs of a model."""

    def reader(self, settings: Settings | None = None) -> Reader:
        """Return a reader for one batch of texts and all passes over it; `settings` say what will be asked of it."""


UNSHIELDED = Shield({})


def decide(
    batch: Batch, reader: Reader, settings: Settings, rules: Rules | None = None, shield: Shield = UNSHIELDED
) -> list[tuple[Sequence[Finding], Sequence[Finding]]]:
    """Return `(found, unsure)` for every text of the batch, sorted and disjoint, offsets in its code points.

    A line is found when 1 - p(content) reaches the threshold of its most likely other label; the label comes first,
    then the choice of labels: the second-best label never steps in for one that is ignored. Rows of tables stay, and
    nothing is found where the `shield` is; what `rules` remove is found elsewhere, and stands before a span that
    overlaps it in part.
    """
    thresholds = reader.thresholds.under(settings)
    reading = reader.read(batch)
    probabilities = reading.probabilities
    best = probabilities[:, 1:].argmax(axis=1) + 1
    score = 1.0 - probabilities[:, 0]
    removable = settings.removable
    wanted = batch.inked & np.array([label in removable for label in LABELS])[best]
    wanted[[*shield.lines, *rows_of_tables(batch)]] = False
    found = wanted & thresholds.reached(batch, best, score)
    found &= score >= _column(settings.lines, 0.0)[best]
    doubtful = wanted & ~found & (score >= _column(thresholds.unsure)[best])

    spans = reading.spans(np.flatnonzero(batch.inked & ~found).tolist())
    always = _always(batch, rules, shield) if rules else {}
    sure: list[Span] = [span for ruled in always.values() for span in ruled]
    # A line that a rule removes as a whole goes for that reason, whatever else is found there.
    found[[span.line for span in sure if (span.start, span.stop) == (0, batch.sizes[span.line])]] = False
    doubted: list[Span] = []
    for span in spans:
        if span.label not in removable or shield.bars(span.line, span.start, span.stop):
            continue
        if _crosses(span, always.get(span.line, ())):
            continue
        if span.score >= thresholds.spans.get(span.label, NEVER):
            sure.append(span)
        elif span.score >= thresholds.unsure.get(span.label, NEVER):
            doubted.append(span)
    places = [
        _place(batch, lines, _whole(batch, reading, lines, best, score), others)
        for lines, others in ((np.flatnonzero(found), sure), (np.flatnonzero(doubtful), doubted))
    ]
    return list(zip(*places, strict=True))


def _column(limits: Mapping[Label, float], otherwise: float = NEVER) -> npt.NDArray[np.float64]:
    """Return thresholds in the order of LABELS."""
    return np.array([NEVER] + [limits.get(label, otherwise) for label in FURNITURE])


def _always(batch: Batch, rules: Rules, shield: Shield) -> dict[int, list[Span]]:
    """Return what always goes, by line; it has no label of its own and is counted as spam."""
    found: dict[int, list[Span]] = {}
    for number in np.flatnonzero(batch.inked).tolist():
        free = [match for match in rules.removed(batch.lines[number]) if not shield.bars(number, match[0], match[1])]
        ranges = merge([(start, stop) for start, stop, _ in free])
        starts = [start for start, _ in ranges]
        cues: list[list[str]] = [[] for _ in ranges]
        for start, _, pattern in free:
            cues[bisect_right(starts, start) - 1].append(f"always-remove:{pattern}")
        for (start, stop), own in zip(ranges, cues, strict=True):
            found.setdefault(number, []).append(Span(number, start, stop, Label.SPAM, 1.0, tuple(own)))
    return found


def _crosses(span: Span, others: Sequence[Span]) -> bool:
    """Tell whether a span overlaps one of others (sorted, disjoint) without holding all of it."""
    first = bisect_right(others, span.start, key=lambda other: other.stop)
    last = bisect_left(others, span.stop, key=lambda other: other.start) - 1
    return first <= last and (others[first].start < span.start or span.stop < others[last].stop)


def _whole(batch: Batch, reading: Reading, lines: Ints, best: Ints, score: npt.NDArray[np.float64]) -> list[Finding]:
    """Return the findings of whole lines with these numbers."""
    start = batch.offsets[lines]
    columns = (values.tolist() for values in (start, start + batch.sizes[lines], best[lines], score[lines]))
    return [
        Finding(start, stop, LABELS[label], _rounded(value), cues)
        for start, stop, label, value, cues in zip(*columns, reading.cues(lines.tolist()), strict=True)
    ]


@lru_cache(1 << 12)
def _rounded(score: float) -> float:
    """Return a score as it is shown; there are as many as a model's table of chances has, and `round` takes long."""
    return round(score, 4)


def _place(batch: Batch, lines: Ints, whole: list[Finding], spans: list[Span]) -> list[Sequence[Finding]]:
    """Return the findings of every text: the `whole` ones of these lines, and spans, the outer absorbing the inner."""
    spans = outermost(spans, set(lines.tolist()))
    numbers = np.concatenate([lines, np.array([span.line for span in spans], np.int64)])
    starts = batch.offsets[numbers[len(lines) :]].tolist()
    findings = whole + [
        Finding(start + span.start, start + span.stop, span.label, span.score, span.cues)
        for start, span in zip(starts, spans, strict=True)
    ]
    order = np.argsort(numbers, kind="stable")
    texts = np.searchsorted(batch.first, numbers[order], "right") - 1
    first = np.flatnonzero(np.diff(texts, prepend=-1))
    bounds = first.tolist(), [*first[1:].tolist(), len(texts)]
    placed: list[Sequence[Finding]] = [()] * len(batch.texts)
    sorted_findings = [findings[at] for at in order.tolist()]
    for text, begin, end in zip(texts[first].tolist(), *bounds, strict=False):
        placed[text] = sorted_findings[begin:end]
    return placed


def outermost(spans: Iterable[Span], covered: Container[int] = ()) -> list[Span]:
    """Return the spans that no other overlaps from before and that lie in no covered line, sorted."""
    kept: list[Span] = []
    line = reached = -1
    for span in sorted(spans, key=lambda span: (span.line, span.start, -span.stop)):
        if span.line not in covered and (span.line != line or span.start >= reached):
            kept.append(span)
            line, reached = span.line, span.stop
    return kept
