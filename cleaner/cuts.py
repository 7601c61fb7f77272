"""From findings to cuts: what is really deleted, line endings, blank lines and broken characters included."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from cleaner.batch import BOM, line_ranges
from cleaner.document import Cut, Finding, delete, merge


def cuts_of(text: str, findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], tuple[Cut, ...]]:
    """Return the findings that can be cut out of `text`, and the cuts (sorted, disjoint).

    Findings that cover all ink of their line take the whole line with its ending; any other is cut exactly as it is
    marked. Where lines go, the first group of blank lines between two kept lines stays and the others go with them;
    at the start and the end of the document the whole gap goes. A last line without an ending has none to take: the
    kept line before it keeps its own. A span whose cut would join two halves of a broken character, or a lone
    carriage return and a newline, is dropped: the bytes around it would change their meaning.
    """
    lines = line_ranges(text)
    by_line: dict[int, list[Finding]] = {}
    number = 0
    for finding in sorted(findings, key=lambda f: f.start):
        while finding.start >= lines[number][2] and number + 1 < len(lines):
            number += 1
        by_line.setdefault(number, []).append(finding)
    kept: list[Finding] = []
    spans: list[Cut] = []
    whole = set()
    for number, found in by_line.items():
        start, stop, _ = lines[number]
        if found[0].start == start and found[0].stop == stop:
            whole.add(number)
            kept += found
            continue
        ranges = merge([(finding.start, finding.stop) for finding in found])
        if not delete(text[start:stop], tuple((a - start, b - start) for a, b in ranges)).strip():
            whole.add(number)
            kept += found
            continue
        fine = [cut for cut in ranges if not _joins(text, *cut)]
        spans += fine
        if len(fine) < len(ranges):
            starts = [a for a, _ in ranges]
            allowed = set(fine)
            found = [f for f in found if ranges[bisect_right(starts, f.start) - 1] in allowed]
        kept += found
    return tuple(kept), merge([*spans, *_line_cuts(text, lines, whole)])


def _line_cuts(text: str, lines: list[tuple[int, int, int]], removed: set[int]) -> Iterable[Cut]:
    """Yield the ranges that go with the removed lines, gap by gap; a gap lies between two kept lines with ink."""
    done = -1
    for number in sorted(removed):
        if number <= done:
            continue
        before, after = number - 1, number + 1
        while before >= 0 and _blank(text, lines[before]):
            before -= 1
        while after < len(lines) and (after in removed or _blank(text, lines[after])):
            after += 1
        done = after - 1
        start = lines[before][2] if before >= 0 else len(BOM) * text.startswith(BOM)
        if after == len(lines):
            yield start, len(text)
            continue
        stop = lines[after][0]
        if before < 0:
            yield start, stop
            continue
        blank = before + 1
        while blank in removed:
            blank += 1
        if blank == after:
            yield start, stop
            continue
        last = blank
        while last + 1 < after and last + 1 not in removed:
            last += 1
        yield start, lines[blank][0]
        yield lines[last][2], stop


def _blank(text: str, line: tuple[int, int, int]) -> bool:
    return not text[line[0] : line[1]].strip()


def _joins(text: str, start: int, stop: int) -> bool:
    left, right = text[start - 1 : start], text[stop : stop + 1]
    broken = "\ud800" <= left <= "\udfff" and "\ud800" <= right <= "\udfff"
    return broken or (left == "\r" and right == "\n")
