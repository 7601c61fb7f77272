from __future__ import annotations

import pytest
from hypothesis import given

from cleaner.document import Finding
from cleaner.formats import MAX_SHOWN, as_text, places, printable
from cleaner.taxonomy import Label
from tests.fakes import FakeModel
from tests.strategies import texts


def found(start: int, stop: int) -> Finding:
    return Finding(start, stop, Label.SPAM, 0.954)


def test_no_finding_has_no_place() -> None:
    assert list(places("a\nb", [])) == []


@pytest.mark.parametrize(
    ("text", "start", "line", "column"),
    [
        ("X", 0, 1, 1),
        ("a X", 2, 1, 3),
        ("a\nX", 2, 2, 1),
        ("a\r\nb X", 5, 2, 3),
        ("a\u2028b\x85c\rX", 6, 1, 7),
        ("\ufeffX", 1, 1, 2),
        ("日本X", 2, 1, 3),
    ],
)
def test_line_and_column(text: str, start: int, line: int, column: int) -> None:
    [place] = places(text, [found(start, start + 1)])
    assert (place.line, place.column, place.text) == (line, column, "X")


@given(texts())
def test_places_equal_the_naive_definition(text: str) -> None:
    findings = FakeModel().clean(text).findings
    for place in places(text, findings):
        before = text[: place.finding.start].split("\n")
        assert (place.line, place.column) == (len(before), len(before[-1]) + 1)


def test_one_line_for_each_finding() -> None:
    [place] = places("a\nb X", [found(4, 5)])
    assert as_text("d/a.txt", None, place) == "d/a.txt:2:3: spam 0.95 b [-X-]"
    assert as_text("a.jsonl", 7, place) == "a.jsonl:7:2:3: spam 0.95 b [-X-]"
    assert as_text("a.txt", None, place, True) == "a.txt:2:3: spam? 0.95 b [-X-]"


def test_a_whole_line_is_shown_as_it_is() -> None:
    for text in ("X", "a\n X\r\nb", "\ufeffX\n"):
        at = text.index("X")
        [place] = places(text, [found(at, at + 1)])
        assert as_text("a", None, place).endswith(" 0.95 X")


def test_one_word_in_a_long_line_is_seen() -> None:
    text = f"other line\n{'word ' * 30}the ZZSPAM bridge opened {'word ' * 30}\nlast"
    at = text.index("ZZSPAM")
    [place] = places(text, [found(at, at + 7)])
    shown = as_text("a", None, place).partition("0.95 ")[2]
    assert shown == f"...{'word ' * 7}the [-ZZSPAM -]bridge opened{' word' * 5}..."
    text = f"{'x' * 100}BAD{'y' * 100}"
    [place] = places(text, [found(100, 103)])
    assert as_text("a", None, place).endswith(f"...{'x' * 40}[-BAD-]{'y' * 40}...")


def test_colour_is_on_demand() -> None:
    [place] = places("b X", [found(2, 3)])
    assert "\x1b[31m[-X-]\x1b[0m" in as_text("a", None, place, colour=True)
    assert "\x1b" not in as_text("a", None, place)


def test_a_long_text_is_shortened() -> None:
    [place] = places("x" * 5000, [found(0, 5000)])
    assert as_text("a", None, place).endswith("x" * MAX_SHOWN + "...")


@given(texts())
def test_output_is_one_line_of_utf_8_that_steers_no_terminal(text: str) -> None:
    shown = printable(text)
    assert not set(shown) & set("\n\r\x1b\x85\u2028\u202e")
    shown.encode()


def test_ordinary_text_is_shown_as_it_is() -> None:
    assert printable("é 日本 \U0001f600 \\n") == "é 日本 \U0001f600 \\n"
    assert printable("a\x1b[31m\udcff") == "a\\x1b[31m\\udcff"
