"""Texts that speak of newsletters and comments: nothing of it has a label, and every language has words of its own."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from cleaner.training.article import article_body
from cleaner.training.phrasebook import PhraseBook
from cleaner.training.site import Site, Source
from cleaner.training.suspicious import heading, rate_of, said

PARAGRAPH = "The ferry runs on Sundays now, and the baker has moved his oven to the pier."
FOLDER = Path(__file__).parent.parent / "data" / "phrases"
SHELVES = sorted(path.name.split(".")[0] for path in FOLDER.glob("*.guilty.tsv"))


@pytest.fixture(scope="module")
def book() -> PhraseBook:
    return PhraseBook.load(FOLDER)


def site(book: PhraseBook, seed: int, lang: str) -> Site:
    others = Source(["A Harbour Opens Again After the Storm"], ["It was late."])
    return Site(book, Random(seed), lang, lang, lang, [PARAGRAPH] * 9, "The Ferry Runs", others, False)


@pytest.mark.parametrize("lang", SHELVES)
def test_every_shelf_heads_and_speaks(book: PhraseBook, lang: str) -> None:
    made = [said(site(book, seed, lang), PARAGRAPH) for seed in range(40)]
    assert all("".join(lines).count(PARAGRAPH) == 1 and "".join(lines) != PARAGRAPH for lines in made)
    assert any(len(lines) == 1 for lines in made)
    assert any(heading(site(book, seed, lang)) for seed in range(200))


def test_a_language_without_a_shelf_says_nothing(book: PhraseBook) -> None:
    for seed in range(50):
        assert said(site(book, seed, "ace"), PARAGRAPH) == [PARAGRAPH]
        assert rate_of(site(book, seed, "ace")) == 0
        assert heading(site(book, seed, "ace")) == ""


def test_what_it_says_is_content(book: PhraseBook) -> None:
    shelf = {text for (text,) in book.phrases("en", "guilty", "content-short")}
    seen = 0
    for seed in range(200):
        for block in article_body(site(book, seed, "en"), 0.0):
            for line in block.lines:
                if line.text in shelf:
                    seen += 1
                    assert line.label is None
    assert seen > 20
