from __future__ import annotations

import pytest

from cleaner.cuts import cuts_of
from cleaner.document import Finding, delete
from cleaner.taxonomy import Label


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
