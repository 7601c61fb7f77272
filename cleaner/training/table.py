"""Documents as one table of lines: what every training step reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from cleaner.batch import Batch, Ints
from cleaner.evidence import Evidence, joined
from cleaner.stage1 import Stage1
from cleaner.taxonomy import LABELS
from cleaner.training.annotations import DROP, Annotated, line_labels
from cleaner.training.lanes import Rows, blank, rows_of

Labels: TypeAlias = npt.NDArray[np.int8]

UNKNOWN = -1
"""Label of a line that is not scored."""
UNTYPED = len(LABELS)
"""Label of a line that is not content, of a kind nobody wrote down."""
_CODE = {str(label): number for number, label in enumerate(LABELS)} | {DROP: UNTYPED}


@dataclass(frozen=True)
class Table:
    """Hold the lines with ink of many documents.

    `rows` are their n-gram counts, `evidence` what they look like (its lanes are empty until they are fitted),
    `label` their gold (UNKNOWN, UNTYPED or the place in LABELS), `fold` and `source` are given for every line,
    `typed` tells whether the document's gold has types, `weight` how much a line counts.
    """

    documents: tuple[Annotated, ...]
    rows: Rows
    evidence: Evidence
    label: Labels
    fold: Ints
    typed: npt.NDArray[np.bool_]
    weight: npt.NDArray[np.float32]

    @property
    def junk(self) -> Labels:
        """Return 1 for lines that are not content, 0 for content, UNKNOWN where nobody knows."""
        return np.where(self.label > 0, 1, self.label).astype(np.int8)


def build(documents: Sequence[Annotated], fold: Sequence[int], weight: Sequence[float]) -> Table:
    """Lay out documents as a table of lines."""
    texts = [document.text for document in documents]
    empty = Stage1(blank())
    parts, labels, sizes = [], [], []
    for at in range(0, len(texts), 256):
        batch = Batch.of(texts[at : at + 256])
        parts.append(empty.evidence(batch))
        found = [_labels(document) for document in documents[at : at + 256]]
        labels += [label for label, inked in zip([x for y in found for x in y], batch.inked, strict=True) if inked]
        sizes += np.diff(parts[-1].first).tolist()
    first = np.concatenate([[0], np.cumsum(sizes)])
    typed = np.repeat([document.typed for document in documents], sizes)
    return Table(
        tuple(documents),
        rows_of(texts),
        joined(parts, first),
        np.array(labels, np.int8),
        np.repeat(np.asarray(fold, np.int64), sizes),
        typed,
        np.repeat(np.asarray(weight, np.float32), sizes),
    )


def _labels(document: Annotated) -> list[int]:
    return [UNKNOWN if label is None else _CODE[label] for label in line_labels(document)]
