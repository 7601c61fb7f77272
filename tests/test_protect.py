"""Text that always stays, and text that always goes; the laws of the design hold for any patterns."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cleaner.rules
from cleaner.decide import Span, _crosses
from cleaner.document import Cut, disjoint, merge, restore
from cleaner.draft import Draft
from cleaner.errors import SettingsError
from cleaner.rules import code_lines
from cleaner.settings import Settings
from cleaner.shield import Shield
from cleaner.taxonomy import FURNITURE, Label
from tests.fakes import FakeModel
from tests.strategies import texts

MODEL = FakeModel()
PATTERNS = [
    "ZZSPAM",
    "^AD:",
    r"\bbuy\b",
    "(?<=a )ZZ",
    "(?<=SPAM )b",
    r"(?<!ZZSPAM )word",
    "a.*b",
    "o",
    r"\s+",
    "^$",
    "POP$",
    "^\\S+$",
    "x|ZZSPAM word",
    "```",
]
choices = st.builds(
    lambda protect, remove, markdown: Settings.of(protect=protect, always_remove=remove, markdown=markdown),
    st.lists(st.sampled_from(PATTERNS), max_size=2),
    st.lists(st.sampled_from(PATTERNS), max_size=2),
    st.booleans(),
)


def clean(text: str, **choice: object) -> str:
    return MODEL.clean(text, Settings.of(**choice)).text


# protect


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 5)), max_size=8), st.integers(0, 36), st.integers(0, 6))
def test_what_touches_is_barred_and_what_overlaps_in_part_crosses(
    pairs: list[tuple[int, int]], start: int, size: int
) -> None:
    ranges = merge([(at, at + length) for at, length in pairs])
    touched = [(a, b) for a, b in ranges if start < b and a < start + size]
    assert Shield({3: ranges}).bars(3, start, start + size) == bool(touched)
    spans = [Span(3, a, b, Label.SPAM, 1.0) for a, b in ranges]
    outside = [(a, b) for a, b in touched if a < start or b > start + size]
    assert _crosses(Span(3, start, start + size, Label.SPAM, 0.9), spans) == bool(outside)


def test_ranges_of_a_line_are_not_gone_through_one_by_one() -> None:
    class Counted(tuple[Cut, ...]):
        taken = 0

        def __getitem__(self, at: Any) -> Any:
            Counted.taken += 1
            return super().__getitem__(at)

    shield = Shield({0: Counted((at, at + 3) for at in range(0, 100_000, 10))})
    assert [shield.bars(0, at, at + 2) for at in (50_001, 50_004, 99_995)] == [True, False, False]
    assert 0 < Counted.taken < 100


def test_a_draft_keeps_what_stays_and_refuses_what_would_not() -> None:
    kept = [(at, at + 3) for at in range(0, 60, 10)]
    draft = Draft("abcdefghi " * 6)
    assert draft.keep(kept)
    assert draft.keep([(at, at + 4) for at, _ in kept])
    assert draft.keep([(at, at + 4) for at, _ in kept])
    assert not draft.keep(kept)


def test_no_pattern_changes_nothing() -> None:
    text = "AD: buy\nThe ZZSPAM bridge\n"
    assert MODEL.clean(text, Settings.of(protect=[], always_remove=[])) == MODEL.clean(text)
    assert MODEL.clean(text, Settings.of(protect=["absent"], always_remove=["absent"])) == MODEL.clean(text)


@pytest.mark.parametrize("pattern", ["", "^", "$", r"\b", r"\s*", "(?=A)"])
def test_a_match_without_ink_says_nothing(pattern: str) -> None:
    text = "AD: buy\n \nThe  bridge\n"
    assert clean(text, protect=[pattern]) == clean(text)
    assert clean("The  bridge \n\n", always_remove=[pattern]) == "The  bridge \n\n"


@pytest.mark.parametrize("key", ["protect", "always_remove"])
def test_a_broken_pattern_is_named(key: str) -> None:
    with pytest.raises(SettingsError, match=r"'\(oops' is no regular expression"):
        clean("a", **{key: ["(oops"]})


def test_a_pattern_that_takes_for_ever_is_an_error_and_no_silent_miss(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cleaner.rules, "PATIENCE", 0.05)
    with pytest.raises(SettingsError, match="without nested repetition"):
        clean("a" * 60 + "b\n", protect=["(a|aa)+$"])


def test_a_match_protects_itself_and_its_line_but_not_a_span_beside_it() -> None:
    text = "AD: KEEP this\nAD: x\nKEEP ZZSPAM this\nZZSPAM gone\n"
    assert clean(text, protect=["KEEP"]) == "AD: KEEP this\nKEEP this\ngone\n"
    assert clean("a ZZSPAM b\n", protect=["ZZS"]) == "a ZZSPAM b\n"


def test_what_is_protected_is_not_doubted() -> None:
    assert MODEL.clean("Maybe\n").unsure
    assert not MODEL.clean("Maybe\n", Settings.of(protect=["^May"])).unsure


def test_a_line_sees_no_neighbour_and_no_ending() -> None:
    text = "AD: x\r\nkeep\r\n"
    assert clean(text, protect=["x\\s*keep", "\\r"]) == "keep\r\n"
    assert clean(text, protect=["x$"]) == text


def test_a_match_that_a_cut_would_undo_leaves_the_document_alone() -> None:
    """The second pass would not know any more that the word was protected."""
    text = "ZZSPAM AD: x\nPOP\n"
    result = MODEL.clean(text, Settings.of(protect=["(?<=ZZSPAM )AD"]))
    assert result.text == text
    assert "no longer match" in (result.refused or "")


# always remove


def test_what_always_goes() -> None:
    result = MODEL.clean("Good FOO line\nFOO\n\nend\n", Settings.of(always_remove=["FOO ?"], select=[]))
    assert result.text == "Good line\n\nend\n"
    assert [(f.label, f.score, f.cues) for f in result.findings] == [(Label.SPAM, 1.0, ("always-remove:FOO ?",))] * 2


def test_protection_beats_removal_and_overlaps_are_joined() -> None:
    assert clean("a FOO b FOOD\n", always_remove=["FOO"], protect=["FOOD"]) == "a  b FOOD\n"
    assert clean("x abc y\n", always_remove=["ab", "bc "]) == "x y\n"
    assert clean("x aZZSPAM y\n", always_remove=["aZZ"]) == "x SPAM y\n"


# Markdown


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("", []),
        ("plain\n    not code after a paragraph", []),
        ("--- \nnever closed", []),
        ("text\n---\nno front matter\n---", []),
        ("`` ` inline\nAD", []),
        ("``` a`b\nAD", []),
        ("---\na: b\n\n---\nx", [0, 1, 3]),
        ("---\na: b\n...\nx", [0, 1, 2]),
        ("+++\na = 1\n+++\nx", [0, 1, 2]),
        ("```py\nx\n\ny\n```\nz", [0, 1, 3, 4]),
        ("~~~~\n~~~\n```\n~~~~~\nz", [0, 1, 2, 3]),
        ("```\nto the end", [0, 1]),
        ("- item\n\n  ```\n  x\n  ```\nz", [2, 3, 4]),
        ("> ```\n> x\n> ```\nz", [0, 1, 2]),
        ("\tcode", [0]),
        ("a\n\n    code\n\n    more\nb", [2, 4]),
        ("```\n    x\n```\n    code", [0, 1, 2, 3]),
        ("# Install\n    code\ntext\n    lazy", [1]),
        ("   ###\n    code", [1]),
        ("#hashtag\n    lazy", []),
        ("####### seven\n    lazy", []),
        ("text\n    # lazy\n    lazy", []),
        ("text\n\n***\n    code", [3]),
        ("- - -\n    code\n_ _\n    lazy", [1]),
        ("Title\n---\n    code", [2]),
        ("Title\n===\n    code", [2]),
        ("===\n    lazy", []),
        ("  \tcode\n\t code", [0, 1]),
        (" x\tlazy", []),
    ],
)
def test_code_and_front_matter(text: str, numbers: list[int]) -> None:
    assert list(code_lines(text.split("\n"))) == numbers


def test_only_markdown_has_code() -> None:
    text = "---\nAD: meta\n---\n\nAD: x\n\n```\nAD: ZZSPAM code\n```\n"
    assert "AD" not in clean(text)
    settings = Settings()
    assert settings.for_file("a.txt") is settings
    for name in ("a.md", "d/A.MD", "a.md.gz", "a.markdown", "A.Markdown.zst"):
        assert MODEL.clean(text, settings.for_file(name)).text == "---\nAD: meta\n---\n\n```\nAD: ZZSPAM code\n```\n"


# laws


@given(texts(), choices)
def test_the_laws_hold(text: str, choice: Settings) -> None:
    result = MODEL.clean(text, choice)
    assert disjoint(result.cuts)
    assert restore(result.text, result.cuts, result.removed) == text
    again = MODEL.clean(result.text, choice)
    assert again.text == result.text
    if not result.refused:
        assert not again.findings
    assert MODEL.clean_batch([text, "AD: x", text], choice)[::2] == [result, result]


@given(texts(), choices)
def test_what_is_protected_is_never_cut(text: str, choice: Settings) -> None:
    import regex

    result = MODEL.clean(text, choice)
    gone = {at for start, stop in result.cuts for at in range(start, stop)}
    at = int(text.startswith("\ufeff"))
    for line in text[at:].split("\n"):
        shown = line.removesuffix("\r")
        for pattern in choice.protect:
            for match in regex.finditer(pattern, shown):
                if match[0].strip():
                    assert not gone & set(range(at + match.start(), at + match.end()))
        at += len(line) + 1


@given(texts().map(lambda text: text.replace("\r", "")), choices)
def test_newline_equivariant(text: str, choice: Settings) -> None:
    unix, dos = MODEL.clean(text, choice), MODEL.clean(text.replace("\n", "\r\n"), choice)
    assert dos.text == unix.text.replace("\n", "\r\n")


@given(texts(), choices, st.floats(0.3, 1), st.floats(0.3, 1), st.sampled_from(FURNITURE))
def test_monotone_in_one_pass(text: str, choice: Settings, one: float, other: float, label: Label) -> None:
    from dataclasses import replace

    text = text.replace("POP", "")
    low, high = sorted([one, other])
    loose = MODEL.clean(text, replace(choice, thresholds={label: low}))
    strict = MODEL.clean(text, replace(choice, thresholds={label: high}))
    if loose.passes <= 2 and strict.passes <= 2 and not loose.refused:
        inked = {at for at, code in enumerate(text) if not code.isspace()}
        gone = [{at for a, b in result.cuts for at in range(a, b)} & inked for result in (strict, loose)]
        assert gone[0] <= gone[1]
