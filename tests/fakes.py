"""A scorer without a model: it finds what its rules say, so that tests know what must be found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import ClassVar, NamedTuple

import numpy as np

from cleaner.batch import Batch
from cleaner.clean import clean_batch
from cleaner.decide import Probabilities, Span, Thresholds
from cleaner.document import Cleaning
from cleaner.settings import Settings
from cleaner.taxonomy import FURNITURE, LABELS, Label

RULES = (
    # beginning of a line, label, score
    ("AD:", Label.PROMOTION, 0.97),
    ("AD?", Label.PROMOTION, 0.55),
    ("Read also:", Label.RELATED, 0.9),
    ("Follow us", Label.PROMOTION, 0.8),
    ("Copyright", Label.FOOTER, 0.7),
    ("Maybe", Label.METADATA, 0.45),
)
SPAM = re.compile("ZZSPAM ?| ZZSPAM|ZZSPAM")


class FakeModel:
    """Find lines by how they begin, `ZZSPAM` as a span, and `POP` where it is the last line with ink.

    `POP` makes a pass for each such line, as context does in a real model.
    """

    name = "fake"
    digest = "fa" * 32
    manifest: ClassVar[dict[str, object]] = {}
    thresholds = Thresholds(dict.fromkeys(FURNITURE, 0.6), dict.fromkeys(FURNITURE, 0.4))

    def clean(self, text: str, settings: Settings | None = None) -> Cleaning:
        return clean_batch([text], self, settings)[0]

    def clean_batch(self, texts: Sequence[str], settings: Settings | None = None) -> list[Cleaning]:
        return clean_batch(texts, self, settings)

    def reader(self, settings: Settings | None = None) -> FakeModel:
        return self

    def read(self, batch: Batch) -> FakeReading:
        return FakeReading(batch, self.lines(batch))

    def lines(self, batch: Batch) -> Probabilities:
        probabilities = np.zeros((len(batch.lines), len(LABELS)))
        probabilities[:, 0] = 1.0
        for number, line in enumerate(batch.lines):
            for start, label, score in RULES:
                if line.startswith(start):
                    self._set(probabilities, number, label, score)
        for first, stop in zip(batch.first[:-1], batch.first[1:], strict=True):
            inked = np.flatnonzero(batch.inked[first:stop])
            if len(inked) and batch.lines[first + inked[-1]].strip() == "POP":
                self._set(probabilities, int(first + inked[-1]), Label.COMMENT, 0.9)
        return probabilities

    @staticmethod
    def _set(probabilities: Probabilities, number: int, label: Label, score: float) -> None:
        probabilities[number] = 0
        probabilities[number, 0] = 1 - score
        probabilities[number, LABELS.index(label)] = score


class FakeReading(NamedTuple):
    """Say of a batch what a fake model finds."""

    batch: Batch
    probabilities: Probabilities

    def cues(self, numbers: Sequence[int]) -> list[tuple[str, ...]]:
        return [(f"begins with {self.batch.lines[number][:3]}",) for number in numbers]

    def spans(self, content: Sequence[int]) -> list[Span]:
        return [
            Span(number, found.start(), found.end(), Label.SPAM, 0.95, ("token",))
            for number in content
            for found in SPAM.finditer(self.batch.lines[number])
        ]
