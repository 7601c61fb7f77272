"""From findings to cuts: what is really deleted, line endings, blank lines and broken characters included."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from cleaner.batch import BOM
from cleaner.document import Cut, Finding, delete, merge


def cuts_of(text: str, findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], tuple[Cut, ...]]:
    """Return the findings that can be cut out of `text`, and the cuts (sorted, disjoint).

    Findings that cover all ink of their line take the whole line with its ending; any other is cut exactly as it is
    marked. Where lines go, the first group of blank lines between two kept lines stays and the others go with them;
    at the start and the end of the document the whole gap goes. A last line without an ending has none to take: the
    kept line before it keeps its own. A span whose cut would join two halves of a broken character, or a lone
    carriage return and a newline, is dropped: the bytes around it would change their meaning.

    Only the lines with findings and the blank ones around them are looked at.
    """
    kept: list[Finding] = []
    spans: list[Cut] = []
    whole: dict[int, int] = {}  # where removed lines start, and where the next ones do
    for (start, stop, after), found in _by_line(text, sorted(findings, key=lambda f: f.start)):
        if found[0].start == start and found[0].stop == stop:
            whole[start] = after
            kept += found
            continue
        ranges = merge([(finding.start, finding.stop) for finding in found])
        if not delete(text[start:stop], tuple((a - start, b - start) for a, b in ranges)).strip():
            whole[start] = after
            kept += found
            continue
        fine = [cut for cut in ranges if not _joins(text, *cut)]
        spans += fine
        if len(fine) < len(ranges):
            starts = [a for a, _ in ranges]
            allowed = set(fine)
            found = [f for f in found if ranges[bisect_right(starts, f.start) - 1] in allowed]
        kept += found
    return tuple(kept), merge([*spans, *_line_cuts(text, whole)])


def _by_line(text: str, findings: list[Finding]) -> Iterator[tuple[tuple[int, int, int], list[Finding]]]:
    """Yield `(start, stop, after)` of each line with findings, its ending between the last two, and its findings."""
    at = 0
    while at < len(findings):
        first, begin = findings[at], at
        start, stop = first.start, first.stop
        if text[start - 1 : start] != "\n" or text[stop : stop + 1] != "\n":  # most are whole lines of many
            start = text.rfind("\n", 0, start) + 1
            stop = text.find("\n", first.start)
        after = stop + 1 if stop >= 0 else len(text)
        stop = after if stop < 0 else stop - (stop > start and text[stop - 1] == "\r")
        at += 1
        while at < len(findings) and (findings[at].start < after or after == len(text)):
            at += 1
        yield (start or _mark(text), stop, after), findings[begin:at]


def _line_cuts(text: str, removed: dict[int, int]) -> Iterator[Cut]:
    """Yield the ranges that go with the removed lines, gap by gap; a gap lies between two kept lines with ink."""
    done = -1
    for line in removed:
        if line < done:
            continue
        start = _back(text, line)
        blanks: list[Cut] = []
        at = start
        while at < len(text):
            after = removed.get(at)
            if after is None:
                after = text.find("\n", at) + 1 or len(text)
                if not text[at:after].isspace():
                    break
                if blanks and blanks[-1][1] == at:
                    blanks[-1] = blanks[-1][0], after
                else:
                    blanks.append((at, after))
            at = after
        done = at
        if at == len(text) or start == _mark(text) or not blanks:
            yield start, at
        else:
            yield start, blanks[0][0]
            yield blanks[0][1], at


def _back(text: str, line: int) -> int:
    """Return where the blank lines before a line start."""
    mark = _mark(text)
    while line > mark:
        before = max(text.rfind("\n", 0, line - 1) + 1, mark)
        if text[before:line].strip():
            break
        line = before
    return line


def _mark(text: str) -> int:
    return len(BOM) * text.startswith(BOM)


def _joins(text: str, start: int, stop: int) -> bool:
    left, right = text[start - 1 : start], text[stop : stop + 1]
    broken = "\ud800" <= left <= "\udfff" and "\ud800" <= right <= "\udfff"
    return broken or (left == "\r" and (right == "\n" or text[stop : stop + 2] == "\r\n"))
