from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.batch import BOM
from cleaner.cuts import cuts_of
from cleaner.document import Cut, Finding, delete, merge
from cleaner.taxonomy import Label
from tests.ranges import line_ranges
from tests.strategies import texts


def cut(text: str, *marked: str) -> str:
    """Cut the first place of each marked piece, one after another."""
    findings, at = [], 0
    for piece in marked:
        at = text.index(piece, at)
        findings.append(Finding(at, at + len(piece), Label.SPAM, 0.9))
        at += len(piece)
    return delete(text, cuts_of(text, findings)[1])


def test_no_finding_is_no_cut() -> None:
    assert cuts_of("a\nb\n", []) == ((), ())


@pytest.mark.parametrize(
    ("text", "marked", "clean"),
    [
        ("a\udce2X\udc82b", ["X"], "a\udce2X\udc82b"),  # would make one character of two halves
        ("a\udce2XY\udc82b", ["X", "Y"], "a\udce2XY\udc82b"),  # also where two marks touch
        ("a\ud83dX\ude00b", ["X"], "a\ud83dX\ude00b"),
        ("a\rX\nb", ["X"], "a\rX\nb"),  # would make one ending of two
        ("a\rX\r\nb", ["X"], "a\rX\r\nb"),  # as above: endings do not matter
        ("a\rXY\nb", ["X", "Y"], "a\rXY\nb"),
        ("a\udce2XY\udc82 Z b", ["X", "Y", " Z"], "a\udce2XY\udc82 b"),
    ],
)
def test_what_would_join_is_not_cut(text: str, marked: list[str], clean: str) -> None:
    assert cut(text, *marked) == clean


def test_findings_that_cannot_be_cut_are_dropped() -> None:
    text = "a\udce2X\udc82 Z b"
    findings = [Finding(2, 3, Label.SPAM, 0.9), Finding(4, 6, Label.SPAM, 0.9)]
    assert cuts_of(text, findings)[0] == (findings[1],)


@pytest.mark.parametrize(
    ("text", "marked", "clean"),
    [
        ("a X b", ["X "], "a b"),
        ("a\nX\nb\n", ["X"], "a\nb\n"),
        ("a\r\nX\r\nb\r\n", ["X"], "a\r\nb\r\n"),
        ("a\nX", ["X"], "a\n"),
        ("X\na", ["X"], "a"),
        ("X", ["X"], ""),
        ("\ufeffX\na", ["X"], "\ufeffa"),
        ("a\n  X \t\nb", ["X"], "a\nb"),  # all ink of the line is marked
        ("a\nX Y\nb", ["X", "Y"], "a\nb"),  # also by several marks
        ("a\nX, Y\nb", ["X", "Y"], "a\n, \nb"),
        ("a\n\nX\nb", ["X"], "a\n\nb"),  # the first blank group stays
        ("a\n\nX\n\n\nb", ["X"], "a\n\nb"),
        ("a\nX\n\n\nb", ["X"], "a\n\n\nb"),
        ("a\n\nX\n\nY\n\nb", ["X", "Y"], "a\n\nb"),
        ("\n\nX\n\nb", ["X"], "b"),  # at the edges the whole gap goes
        ("a\n\nX\n\n", ["X"], "a\n"),
        ("a\n \nX\nb", ["X"], "a\n \nb"),
        ("a\u2028X\nb", ["X"], "a\u2028\nb"),  # U+2028 ends no line
    ],
)
def test_cuts(text: str, marked: list[str], clean: str) -> None:
    assert cut(text, *marked) == clean


def test_cost_grows_with_the_number_of_spans() -> None:
    text = "word X " * 20_000
    findings = [Finding(at, at + 2, Label.SPAM, 0.9) for at in range(5, len(text), 7)]
    assert len(cuts_of(text, findings)[1]) == 20_000


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Finding]]:
    """Return a text and disjoint findings in it: whole lines, and spans inside others."""
    pieces = st.sampled_from(
        ["a", "X", "b c", " ", "\t", "\n", "\n", "\n", "\r\n", "\r", BOM, "\udce2", "\udc82", "\u2028"]
    )
    text = draw(st.one_of(texts(), st.lists(pieces, max_size=16).map("".join)))
    found = []
    for start, stop, _ in line_ranges(text):
        edges = [start, stop]
        if draw(st.booleans()):
            edges = sorted(draw(st.lists(st.integers(start, stop), max_size=4)))
        pairs = zip(edges[::2], edges[1::2], strict=False)
        found += [Finding(a, b, Label.SPAM, 0.9) for a, b in pairs if a < b and draw(st.booleans())]
    return text, draw(st.permutations(found))


@given(marked_texts())
def test_cuts_equal_those_of_a_walk_over_all_lines(marked: tuple[str, list[Finding]]) -> None:
    assert cuts_of(*marked) == reference(*marked)


def reference(text: str, findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], tuple[Cut, ...]]:
    """Look at every line of the text, one after another."""
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
