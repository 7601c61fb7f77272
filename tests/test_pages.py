"""Parts and pages of composed documents carry the labels that they should, in languages with and without shelves."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from cleaner.training.blocks import Block, Line
from cleaner.training.debris import carried, celled, crowned, lined, twice
from cleaner.training.directories import register
from cleaner.training.menus import big_menu
from cleaner.training.offers import cards, offer, small_print
from cleaner.training.pages import LAYOUTS, lay_out
from cleaner.training.phrasebook import PhraseBook
from cleaner.training.shelf import own, row, say
from cleaner.training.shops import stay
from cleaner.training.site import Site, Source
from cleaner.training.teasers import interposed, others
from cleaner.training.threads import forum, guestbook
from cleaner.training.voices import ratings, remark, remarks

PARAGRAPHS = [
    "The mayor opened the new bridge in Westhaven on Monday. A choir of forty children sang two songs.",
    "It took three years to build, and Anna Berg counted every lorry that passed her window in the meantime.",
    "Ferries will still run on Sundays. Nobody has decided what becomes of the old pier.",
]
SOURCE = Source(
    ["Seven herons on the roof", "A bakery moves", "Why the clock is late"],
    ["The bakery sold its last loaf at noon.", "Nobody saw the heron leave.", "Two clocks tell two times."],
)
FOLDER = Path(__file__).parents[1] / "data" / "phrases"


@pytest.fixture(scope="module")
def book() -> PhraseBook:
    return PhraseBook.load(FOLDER)


def site_of(book: PhraseBook, lang: str, seed: int, *, spans: bool = True) -> Site:
    own_lang = lang if lang in book.languages else "en"
    return Site(book, Random(seed), lang, own_lang, own_lang, PARAGRAPHS, "A bridge for Westhaven", SOURCE, spans)


@pytest.mark.parametrize("lang", ["en", "de", "zh", "gl", "qq"])
@pytest.mark.parametrize(
    ("part", "label"),
    [
        (big_menu, "navigation"),
        (others, "related"),
        (remarks, "comment"),
        (ratings, "comment"),
        (offer, "promotion"),
        (cards, "promotion"),
        (small_print, "footer"),
    ],
)
def test_a_part_has_one_label_in_every_language(book: PhraseBook, part, label: str, lang: str) -> None:  # type: ignore[no-untyped-def]
    for seed in range(30):
        block = part(site_of(book, lang, seed))
        assert {line.label for line in block.lines} <= {label}
        assert all(line.text.strip() for line in block.lines)


def test_a_shelf_that_is_not_there_is_empty(book: PhraseBook) -> None:
    site = site_of(book, "gl", 1)
    assert own(site, "voices", "comment") == [] == row(site, "voices", "comment", 3)
    assert say(site, "voices", "comment") == ""
    assert own(site, "voices", "comment", "form", "en")
    assert remark(site)


@pytest.mark.parametrize("page", [forum, guestbook, register, stay])
def test_what_a_page_exists_for_is_content(book: PhraseBook, page) -> None:  # type: ignore[no-untyped-def]
    for seed in range(40):
        lines = [line for block in page(site_of(book, "sv", seed)) for line in block.lines]
        assert sum(line.label is None for line in lines) >= 2


@pytest.mark.parametrize("page", sorted(LAYOUTS))
def test_spans_of_every_page_lie_inside_their_lines(book: PhraseBook, page: str) -> None:
    for seed in range(25):
        for block in lay_out(site_of(book, "fr", seed), page):
            for line in block.lines:
                assert not (line.label and line.spans)
                assert all(0 <= start <= stop <= len(line.text) for start, stop, _ in line.spans)


def test_a_list_between_paragraphs_lets_the_text_resume(book: PhraseBook) -> None:
    blocks = [Block("body", [Line(text)]) for text in PARAGRAPHS]
    found = interposed(site_of(book, "en", 3), blocks, 1.0)
    assert [block.role for block in found].count("related") == 1
    assert found[0] == blocks[0]
    assert found[-1] == blocks[-1]
    assert interposed(site_of(book, "en", 3), blocks[:1], 1.0) == blocks[:1]


def test_debris_changes_no_ink_of_the_text(book: PhraseBook) -> None:
    blocks = [
        Block("crumbs", [Line("News", "navigation")]),
        Block("headline", [Line("A bridge")]),
        Block("dateline", [Line("Anna Berg", "credit"), Line("3 May 2021", "metadata")]),
        Block("share", [Line("Share", "promotion")]),
        Block("body", [Line(text) for text in PARAGRAPHS]),
    ]
    for seed in range(20):
        for kind in (crowned, lined, carried, celled, twice):
            found = kind(site_of(book, "en", seed), blocks)
            good = ""
            for line in (line for block in found for line in block.lines if not line.label):
                marked = [at for start, stop, _ in line.spans for at in range(start, stop)]
                good += "".join(char for at, char in enumerate(line.text) if at not in marked)
            wanted = "A bridge" + "".join(PARAGRAPHS)
            assert "".join(good.replace("|", "").replace("-", "").split()) == "".join(wanted.replace("-", "").split())


def test_debris_needs_a_headline(book: PhraseBook) -> None:
    blocks = [Block("body", [Line(text)]) for text in PARAGRAPHS]
    site = site_of(book, "en", 1)
    assert crowned(site, blocks) == lined(site, blocks) == twice(site, blocks) == blocks
