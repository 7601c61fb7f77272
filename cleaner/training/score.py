"""Count what findings get right and wrong against gold, one row of counts a document, and turn sums into figures.

A row holds the confusion matrix of its lines (gold kinds down, guessed kinds across) and a few counts of characters,
spans and documents. Rows add up, so the figures of any group of documents, or of a bootstrap sample, come from a sum.

>>> document = Annotated("a", "Read also: X\\nA sentence.", ((0, 12, "related"),))
>>> figures(count(document, (Finding(0, 12, Label.RELATED, 0.9),)))["line_f1"]
1.0
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from cleaner.batch import Flags, Ints
from cleaner.document import Finding
from cleaner.taxonomy import LABELS, Label
from cleaner.training.annotations import COVERED, DROP, Annotated

KINDS: tuple[str, ...] = (*(label.value for label in LABELS), DROP)
"""What a line can be; content comes first."""
LEAST_LINES = 5
"""Gold lines that a label needs for its F1 to count in the mean over labels."""
OVERLAP = 0.5
"""Share of the common ink in the ink of both from which two spans are the same."""

_KIND = {kind: number for number, kind in enumerate(KINDS)}
_CELLS = len(KINDS) ** 2
_OTHERS = (
    "documents",
    "typed",
    "clean",
    "untouched",
    "content_chars",
    "content_lost",
    "junk_chars",
    "junk_left",
    "span_gold",
    "span_recalled",
    "span_guess",
    "span_right",
)
COLUMNS = _CELLS + len(_OTHERS)

# White space as `str.isspace` has it: all of it lies below this.
_BEYOND = 0x3001
_SPACE = np.array([*(chr(point).isspace() for point in range(_BEYOND)), False])

Piece: TypeAlias = tuple[int, int, bool]
"""Start and stop of a span, and whether the other side has it too."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Hold the lines of one document, all arrays of one entry a line; ink is every character but white space.

    `gold` and `guess` are places in KINDS; they mean something only where `scored`: the line has ink and is not
    unsure. `gold_ink` and `guess_ink` count the ink that gold and findings mark, `both_ink` what both mark.
    """

    start: Ints
    stop: Ints
    ink: Ints
    gold_ink: Ints
    guess_ink: Ints
    both_ink: Ints
    gold: Ints
    guess: Ints
    scored: Flags


def lines_of(document: Annotated, findings: Sequence[Finding]) -> Lines:
    """Return the lines of a document, judged: a line is junk where 90 % of its ink is marked.

    Its kind is the one that marks most of its ink; of equals, the one that comes first.
    """
    text = document.text
    points, inked = _ink(text)
    breaks = np.flatnonzero(points == 10)
    start, stop = np.append(0, breaks + 1), np.append(breaks, len(text))
    gold = _mask(len(text), document.spans)
    guess = _mask(len(text), [(finding.start, finding.stop, finding.label) for finding in findings])

    def within(chosen: Flags) -> Ints:
        total = _running(chosen)
        found: Ints = total[stop] - total[start]
        return found

    ink, gold_ink, guess_ink = within(inked), within(inked & (gold > 0)), within(inked & (guess > 0))
    scored = ink > 0
    if document.unsure:
        scored &= ~np.isin(np.arange(1, len(start) + 1), list(document.unsure))
    ranges = list(zip(start.tolist(), stop.tolist(), strict=True))
    kinds = [
        _kinds(mask, inked, ranges, scored & (marked >= COVERED * ink))
        for mask, marked in ((gold, gold_ink), (guess, guess_ink))
    ]
    both = within(inked & (gold > 0) & (guess > 0))
    return Lines(start, stop, ink, gold_ink, guess_ink, both, kinds[0], kinds[1], scored)


def _ink(text: str) -> tuple[npt.NDArray[np.uint32], Flags]:
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4").astype(np.uint32)
    return points, ~_SPACE[np.minimum(points, _BEYOND)]


def _running(chosen: Flags) -> Ints:
    return np.append(0, np.cumsum(chosen, dtype=np.int64))


def _mask(length: int, spans: Iterable[tuple[int, int, str]]) -> npt.NDArray[np.int8]:
    mask = np.zeros(length, np.int8)
    for start, stop, label in spans:
        mask[start:stop] = _KIND[label]
    return mask


def _kinds(mask: npt.NDArray[np.int8], inked: Flags, ranges: Sequence[tuple[int, int]], junk: Flags) -> Ints:
    kinds = np.zeros(len(ranges), np.int64)
    for number in np.flatnonzero(junk).tolist():
        part = slice(*ranges[number])
        marks = Counter(mask[part][inked[part]].tolist())
        del marks[0]
        kinds[number] = max(marks, key=marks.__getitem__)  # the first of equals: a Counter keeps the order of arrival
    return kinds


def spans_of(
    document: Annotated, findings: Sequence[Finding], lines: Lines | None = None
) -> tuple[list[Piece], list[Piece]]:
    """Return the gold spans and the found ones inside content lines, each with whether the other side has it too.

    Two spans are the same if their common ink is at least half of the ink of both together; labels do not count.
    Spans stand in scored lines that neither gold nor findings take whole, their newline included.
    """
    lines = lines or lines_of(document, findings)
    total = _running(_ink(document.text)[1]).tolist()
    content = (lines.scored & (lines.gold == 0) & (lines.guess == 0)).tolist()
    starts, stops = lines.start.tolist(), lines.stop.tolist()

    def inside(start: int, stop: int) -> bool:
        number = bisect_right(starts, start) - 1
        return bool(content[number]) and stop <= stops[number] + 1

    def ink(start: int, stop: int) -> int:
        return int(total[min(stop, len(total) - 1)] - total[start]) if start < stop else 0

    def same(one: tuple[int, int], other: tuple[int, int]) -> bool:
        common = ink(max(one[0], other[0]), min(one[1], other[1]))
        return common > 0 and common >= OVERLAP * (ink(*one) + ink(*other) - common)

    want = [(start, stop) for start, stop, _ in document.spans if inside(start, stop)]
    have = [(finding.start, finding.stop) for finding in findings if inside(finding.start, finding.stop)]
    recalled = [(*span, any(same(span, other) for other in have)) for span in want]
    right = [(*span, any(same(span, other) for other in want)) for span in have]
    return recalled, right


def count(document: Annotated, findings: Sequence[Finding], lines: Lines | None = None) -> Ints:
    """Return the row of counts of one document."""
    lines = lines or lines_of(document, findings)
    scored = lines.scored
    cells = np.bincount(lines.gold[scored] * len(KINDS) + lines.guess[scored], minlength=_CELLS)
    ink, gold, guess, both = (a[scored].sum() for a in (lines.ink, lines.gold_ink, lines.guess_ink, lines.both_ink))
    clean = not document.spans and not document.unsure
    recalled, right = spans_of(document, findings, lines) if document.typed else ([], [])
    others = {
        "documents": 1,
        "typed": document.typed,
        "clean": clean,
        "untouched": clean and not findings,
        "content_chars": ink - gold,
        "content_lost": guess - both,
        "junk_chars": gold,
        "junk_left": gold - both,
        "span_gold": len(recalled),
        "span_recalled": sum(hit for *_, hit in recalled),
        "span_guess": len(right),
        "span_right": sum(hit for *_, hit in right),
    }
    return np.append(cells, [int(others[name]) for name in _OTHERS]).astype(np.int64)


def added(rows: Iterable[Ints]) -> Ints:
    """Return the sum of rows of counts."""
    return sum(rows, np.zeros(COLUMNS, np.int64))


def figures(total: Sequence[int] | Ints) -> dict[str, float]:
    """Return the figures of a sum of rows; those that have nothing to be measured on are nan.

    - line_precision, line_recall, line_f1: is the line junk, whatever its label? content_f1: the same for content
    - mcc: Matthews correlation of that question (Matthews 1975, doi:10.1016/0005-2795(75)90109-9)
    - content_loss: share of the characters of content that would be deleted; junk_survival: of junk that would stay
    - untouched: share of the documents without junk in which nothing was found
    - label_accuracy: share of the junk lines found that have the right label
    - macro_f1: mean of the F1 of the labels with 5 or more gold lines
    - span_precision, span_recall: spans inside content lines

    The last four are there only if a document has gold with types.
    """
    matrix, other = _parts(total)
    tn, fp = matrix[0][0], sum(matrix[0][1:])
    fn = sum(row[0] for row in matrix[1:])
    tp = sum(sum(row[1:]) for row in matrix[1:])
    found: dict[str, float] = {
        "documents": other["documents"],
        "lines": tp + fp + fn + tn,
        "junk_lines": tp + fn,
        "line_precision": ratio(tp, tp + fp),
        "line_recall": ratio(tp, tp + fn),
        "line_f1": _f1(tp, fp, fn),
        "content_f1": _f1(tn, fn, fp),
        "mcc": ratio(tp * tn - fp * fn, math.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn))),
        "content_loss": ratio(other["content_lost"], other["content_chars"]),
        "junk_survival": ratio(other["junk_left"], other["junk_chars"]),
        "untouched": ratio(other["untouched"], other["clean"]),
    }
    if other["typed"]:
        scores = [f1 for _, f1 in _label_f1(matrix)]
        found["label_accuracy"] = ratio(sum(matrix[kind][kind] for kind in range(1, len(KINDS))), tp)
        found["macro_f1"] = ratio(sum(scores), len(scores))
        found["span_precision"] = ratio(other["span_right"], other["span_guess"])
        found["span_recall"] = ratio(other["span_recalled"], other["span_gold"])
    return found


def label_f1(total: Sequence[int] | Ints) -> dict[str, float]:
    """Return the F1 of every label with 5 or more gold lines, from a sum of rows."""
    return {KINDS[kind]: f1 for kind, f1 in _label_f1(_parts(total)[0])}


def label_figures(total: Sequence[int] | Ints) -> dict[str, dict[str, float]]:
    """Return, for every kind that a line has or was given, its gold lines, precision, recall, F1 and `kept`.

    `kept` is the share of its gold lines that was taken for content.
    """
    matrix, _ = _parts(total)
    found = {}
    for kind, name in enumerate(KINDS):
        gold, guess, hit = sum(matrix[kind]), sum(row[kind] for row in matrix), matrix[kind][kind]
        if kind and (gold or guess):
            found[name] = {
                "lines": gold,
                "precision": ratio(hit, guess),
                "recall": ratio(hit, gold),
                "f1": ratio(2 * hit, gold + guess),
                "kept": ratio(matrix[kind][0], gold),
            }
    return found


def confusion(total: Sequence[int] | Ints) -> list[list[int]]:
    """Return the matrix of lines of a sum of rows, gold down, guess across, in the order of KINDS."""
    return _parts(total)[0]


def _parts(total: Sequence[int] | Ints) -> tuple[list[list[int]], dict[str, int]]:
    # Whole numbers of Python: products of four counts of lines do not fit in 64 bits.
    numbers = [int(number) for number in total]
    size = len(KINDS)
    matrix = [numbers[at : at + size] for at in range(0, _CELLS, size)]
    return matrix, dict(zip(_OTHERS, numbers[_CELLS:], strict=True))


def _label_f1(matrix: list[list[int]]) -> list[tuple[int, float]]:
    guessed = [sum(column) for column in zip(*matrix, strict=True)]
    gold = [sum(row) for row in matrix]
    kinds = [kind for kind in range(1, len(KINDS)) if gold[kind] >= LEAST_LINES]
    return [(kind, 2 * matrix[kind][kind] / (gold[kind] + guessed[kind])) for kind in kinds]


def ratio(part: float, whole: float) -> float:
    """Return `part / whole`, or nan where there is nothing to be a part of."""
    return part / whole if whole else math.nan


def _f1(hits: int, extra: int, missed: int) -> float:
    return ratio(2 * hits, 2 * hits + extra + missed)


def as_findings(lines: Lines, junk: Flags) -> tuple[Finding, ...]:
    """Return findings that take the lines with a True in `junk`, as another tool's verdict on lines."""
    chosen = np.flatnonzero(junk & (lines.ink > 0))
    ranges = zip(lines.start[chosen].tolist(), lines.stop[chosen].tolist(), strict=True)
    return tuple(Finding(start, stop, Label.NAVIGATION, 1.0) for start, stop in ranges)
