"""The injector: what it puts in can be taken out again, whatever the text; the same seed gives the same bytes."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.document import delete
from cleaner.training.inject import KINDS, curated, curated_phrases, held_out, inject, made_up_brands, stem_of
from cleaner.training.lures import PHRASES

BRANDS = made_up_brands(50, random.Random(1))
TEXT = (
    "The mayor of Westhaven opened the new bridge on Monday morning.\nNobody, she said, had hoped for more than that.\n"
)


def test_empty_and_short_texts_stay_clean() -> None:
    for text in ("", "\n", "Short line.", "one two three"):
        assert inject(text, BRANDS, PHRASES["en"], random.Random(1)).text == text


@settings(max_examples=60)
@given(st.integers(0, 10**6), st.integers(1, 6))
def test_injections_come_out_again(seed: int, count: int) -> None:
    made = inject(TEXT, BRANDS, PHRASES["en"], random.Random(seed), count, lang="en")
    assert made.clean == TEXT
    assert delete(made.text, made.cuts) == TEXT
    for injection in made.injections:
        assert injection.spam.strip() in made.text[injection.start : injection.stop]
        assert injection.kind in KINDS


@settings(max_examples=60)
@given(st.text(max_size=300), st.integers(0, 99))
def test_any_text_comes_back(text: str, seed: int) -> None:
    assert inject(text, BRANDS, PHRASES["en"], random.Random(seed)).clean == text


def test_same_seed_same_bytes() -> None:
    one, two = (inject(TEXT, BRANDS, PHRASES["en"], random.Random(5), 3) for _ in range(2))
    assert one == two
    assert made_up_brands(30, random.Random(3)) == made_up_brands(30, random.Random(3))


def test_names_are_made_around_any_word() -> None:
    names = made_up_brands(60, random.Random(3), ["lighthouse", "gravel"])
    around = sum("lighthouse" in name or "gravel" in name for name in names)
    assert 15 < around < 45
    assert not any("lighthouse" in name for name in made_up_brands(60, random.Random(3)))


def test_kin_share_a_stem_and_a_side() -> None:
    kin = ["zupatogel", "zupatoto88", "zupaslot", "slotzupa", "zupa777"]
    assert {stem_of(name) for name in kin} == {"zupa"}
    assert len({held_out(name) for name in kin}) == 1


def test_curation_drops_words_and_rubbish() -> None:
    assert curated(["harbour", "ab1", "zupatogel", "zupa togel", "12345", "zupatogel"], lambda w: w == "harbour") == [
        "zupatogel"
    ]


def test_curation_of_phrases_wants_a_mark_and_whole_words() -> None:
    import regex

    marks = regex.compile("slot|casino")
    known = {"best", "the", "online"}.__contains__
    phrases = ["best casino", "the online", "best casino bon", "casino", "slot zupa88", "a=b casino"]
    assert curated_phrases(phrases, known, marks) == ["best casino", "slot zupa88"]
