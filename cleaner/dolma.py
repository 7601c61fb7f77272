"""Findings as Dolma attributes: a row for each document, which Dolma's mixer applies to the documents themselves.

The rows of `documents/a.jsonl.gz` stand in `attributes/cleaner/a.jsonl.gz`, in the same order. A label has the findings
as they are marked; `cleaner__cut` has what `cleaner clean` deletes for them, line endings and blank lines included: a
mixer that replaces its spans by nothing writes the same texts. Take the one or the others, for they overlap. Offsets
are code points, half-open, as the mixer of dolma 1.2.1 counts (`tests/engines/test_dolma.py` runs it).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TypeAlias

from cleaner.corpus import Record
from cleaner.document import Cleaning, id_of

NAME = "cleaner"
CUT = "cut"

Spans: TypeAlias = dict[str, list[list[float]]]


def attributes(cleaning: Cleaning) -> Spans:
    """Return the spans of a document by attribute, each `[start, stop, score]`; none if nothing is deleted.

    >>> from cleaner.document import Finding
    >>> from cleaner.taxonomy import Label
    >>> attributes(Cleaning("AD: x\\nBridge", (Finding(0, 5, Label.PROMOTION, 0.97),), ((0, 6),)))
    {'cleaner__promotion': [[0, 5, 0.97]], 'cleaner__cut': [[0, 6, 0.97]]}

    The score of a cut is the lowest of the findings in it, so that a least score never deletes what is less sure.
    """
    spans: Spans = {}
    if not cleaning.changed:
        return spans
    for finding in cleaning.findings:
        spans.setdefault(f"{NAME}__{finding.label}", []).append([finding.start, finding.stop, finding.score])
    at, cuts = 0, []
    for start, stop in cleaning.cuts:
        first = at
        while at < len(cleaning.findings) and cleaning.findings[at].start < stop:
            at += 1
        scores = [finding.score for finding in cleaning.findings[first:at]]
        cuts.append([start, stop, min(scores, default=1.0)])
    return {**spans, f"{NAME}__{CUT}": cuts}


def rows(path: str, batch: Iterable[tuple[Record, Cleaning | None]]) -> bytes:
    """Return the rows for lines of a JSONL file; a line that could not be read has one without attributes."""
    lines = []
    for record, cleaning in batch:
        if record.line and not record.line.isspace():
            id = id_of(path, record.number, record.id)
            lines.append(json.dumps({"id": id, "attributes": attributes(cleaning) if cleaning else {}}) + "\n")
    return "".join(lines).encode()
