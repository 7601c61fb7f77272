"""Composed documents are well-formed gold: right offsets, known labels, the same for the same seed, and varied."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from cleaner.errors import AnnotationError
from cleaner.taxonomy import FURNITURE
from cleaner.training.annotations import Annotated, line_labels
from cleaner.training.blocks import Line
from cleaner.training.compose import REGIMES, Body, bodies_from, compose, headlines_from
from cleaner.training.lists import made_list
from cleaner.training.locales import Locale, gambling_brand
from cleaner.training.pages import LAYOUTS
from cleaner.training.phrasebook import PhraseBook, role_of
from cleaner.training.site import Site, Source, clause, sentences
from cleaner.training.tears import WHOLE, Habit, tear, tear_opening

NEWS = """\
related\tRead also: {headline}
related\tMore from the harbour
related\t* {headline}
related\tRead the rest
promotion\tADVERTISEMENT
promotion\tShare on Facebook
promotion\tFollow {site} for letters from the coast
comment\tLeave a word
comment\t{n} comments
comment\tYour e-mail stays with us
navigation\tHarbour
navigation\tIslands
navigation\tHome > {section}
navigation\tPage {n}
metadata\tPosted on {date}
metadata\tTags: {tag}, {tag}
metadata\t{n} views
metadata\tFiled
credit\tBy {name}
credit\t(hb/ml)
credit\tSource: {agency}
footer\t© {year} {site}
footer\tImprint
footer\tWe keep small files on your machine so that the pages of this site remember you. Read how.
caption\timage
caption\tPhoto: {name}
spam\t{brand} daily free spins
content-short\tWhat happens to the ferry now?
content-short\tThree cups of flour
content-short\tOak table with two drawers
span-credit-prefix\t{site}, {place} -\u0020
span-credit-suffix\t - {site}
span-credit-suffix\t (hb)
span-related-inline\t(Read also: {headline})
span-promotion-inline\tFollow {site}.
"""
PAGES = """\
navigation\tAdd to basket
navigation\tSort by price
metadata\tSKU: {n}
promotion\tFree returns
comment\tRate this lamp
footer\tThe page that you look for has sailed
related\tOthers bought
content-short\tBrass lamp, 40 cm
"""
LOCAL = NEWS.replace("Read also", "Leik oso").replace("Harbour", "Havu").replace("ferry", "feri")
PARAGRAPHS = (
    "The mayor of Westhaven opened the new bridge on Monday, and a choir from the islands sang. It took nine years.",
    "Fishermen had asked for the crossing since the old ferry sank. Nobody was hurt, but Elna Marl lost her boat.",
    "The harbour office expects two thousand cars a day. Most of them will come from Port Arden before noon.",
    "A toll is not planned. The council will vote again in the spring, when the bills have been counted.",
)
BODIES = [
    Body(f"{lang}-{number}", lang, None if number % 2 else f"Bridge number {number} opens", PARAGRAPHS, f"g{number}")
    for lang in ("en", "xx", "qq")
    for number in range(6)
]  # fmt: skip


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> PhraseBook:
    folder = tmp_path_factory.mktemp("phrases")
    (folder / "en.tsv").write_text(NEWS, encoding="utf-8")
    (folder / "en.pages.tsv").write_text(PAGES, encoding="utf-8")
    (folder / "xx.tsv").write_text(LOCAL, encoding="utf-8")
    return PhraseBook.load(folder)


@pytest.fixture(scope="module")
def composed(book: PhraseBook) -> list[Annotated]:
    return list(compose(book, BODIES, 5, 3000))


def test_a_page_without_furniture_has_no_span(book: PhraseBook) -> None:
    for document in compose(book, BODIES, 1, 50, pages={"news": 1, **{name: 0 for name in LAYOUTS if name != "news"}},
                            regimes={name: float(name == "clean") for name in REGIMES}):  # fmt: skip
        assert document.spans == ()
        assert set(line_labels(document)) <= {"content", None}


def test_offsets_and_labels_are_right(composed: list[Annotated]) -> None:
    known = {str(label) for label in FURNITURE}
    for document in composed:
        assert document.text
        assert all(0 <= start < stop <= len(document.text) and label in known for start, stop, label in document.spans)
        assert all(before[1] <= after[0] for before, after in pairwise(document.spans))
        assert not any("\n" in document.text[start:stop] for start, stop, _ in document.spans)
        assert "{" not in document.text


def test_every_label_layout_regime_and_language_occurs(composed: list[Annotated]) -> None:
    labels = Counter(label for document in composed for label in line_labels(document))
    assert {str(label) for label in FURNITURE} < set(labels)
    assert {document.lang for document in composed} == {"en", "xx", "qq"}
    names = [document.id.split("-")[-2:] for document in composed]
    assert {name for name, _ in names} == set(LAYOUTS)
    assert {regime for _, regime in names} == set(REGIMES)


def test_many_documents_are_clean_and_many_have_blank_lines(composed: list[Annotated]) -> None:
    assert 0.12 <= sum(not document.spans for document in composed) / len(composed) <= 0.4
    assert 0.2 <= sum("\n\n" in document.text for document in composed) / len(composed) <= 0.5


def test_languages_without_furniture_of_their_own_do_not_drown_the_others(book: PhraseBook) -> None:
    bodies = [BODIES[0]._replace(lang=lang) for lang in ("en", "qq")]
    langs = Counter(document.lang for document in compose(book, bodies, 4, 300))
    assert langs["en"] > 1.5 * langs["qq"]


def test_few_means_few(book: PhraseBook) -> None:
    few = {name: float(name == "few") for name in REGIMES}
    bad = [
        sum(label not in (None, "content") for label in line_labels(document))
        for document in compose(book, BODIES, 2, 400, regimes=few, pages={"error": 0.0})
    ]
    assert sorted(bad)[len(bad) * 9 // 10] <= 4


def test_the_body_stays_whole_and_content(book: PhraseBook) -> None:
    body = [Body("a", "en", "A bridge for Westhaven", PARAGRAPHS, "g")]
    only = {name: float(name == "news") for name in LAYOUTS}
    for document in compose(book, body, 3, 60, pages=only):
        covered = [False] * len(document.text)
        for start, stop, _ in document.spans:
            covered[start:stop] = [True] * (stop - start)
        kept = "".join(char for char, bad in zip(document.text, covered, strict=True) if not bad)
        parts = [part for text in PARAGRAPHS for part in sentences(text)]
        whole = sum("".join(part.split()) in "".join(kept.split()) for part in parts)
        assert whole >= 3  # long bodies are cut to three paragraphs now and then, notes to three sentences


def test_spans_inside_lines_leave_the_sentence_as_it_was(book: PhraseBook) -> None:
    seen: Counter[str] = Counter()
    only = {name: float(name == "news") for name in LAYOUTS}
    for document in compose(book, BODIES, 4, 1500, pages=only, languages={"en": 1e9}):
        start = 0
        for line, label in zip(document.text.split("\n"), line_labels(document), strict=True):
            inside = [span for span in document.spans if start <= span[0] and span[1] <= start + len(line)]
            if label == "content" and len(inside) == 1 and "\n" in document.text:
                from_, to, kind = inside[0]
                rest = document.text[start:from_] + document.text[to : start + len(line)]
                seen[kind] += any(rest.strip() == text for text in PARAGRAPHS)
            start += len(line) + 1
    assert min(seen["credit"], seen["related"], seen["promotion"], seen["metadata"]) > 0


def test_other_headlines_serve_as_pointers_and_the_own_one_does_not(book: PhraseBook) -> None:
    written = {"en": tuple(f"Whale number {number} seen off Port Arden" for number in range(30))}
    bodies = [Body("a", "en", "A bridge for Westhaven", PARAGRAPHS, "g")]
    found = [
        document.text[start:stop]
        for document in compose(book, bodies, 6, 200, headlines=written)
        for start, stop, label in document.spans
        if label == "related"
    ]
    assert any("hale" in text for text in found)
    assert not any("A bridge for Westhaven" in text for text in found)


def test_the_same_arguments_give_the_same_documents(book: PhraseBook, composed: list[Annotated]) -> None:
    assert list(compose(book, BODIES, 5, 3000)) == composed
    assert list(compose(book, BODIES, 5, 10, start=90)) == composed[90:100]
    assert list(compose(book, BODIES, 6, 100)) != composed[:100]


def test_documents_do_not_depend_on_the_hash_seed(book: PhraseBook, tmp_path: Path) -> None:
    (tmp_path / "en.tsv").write_text(NEWS, encoding="utf-8")
    code = (
        "import hashlib, sys; from cleaner.training.compose import Body, compose; "
        "from cleaner.training.phrasebook import PhraseBook; "
        f"bodies = [Body('a', 'en', None, {PARAGRAPHS!r}, 'g'), Body('b', 'de', 'Brücke', {PARAGRAPHS!r}, 'h')]; "
        "found = list(compose(PhraseBook.load(sys.argv[1]), bodies, 1, 60)); "
        "print(hashlib.sha256(repr(found).encode()).hexdigest())"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", code, str(tmp_path)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
            cwd=Path(__file__).parents[1],
        ).stdout
        for seed in ("1", "2")
    }
    assert len(printed) == 1


@pytest.mark.parametrize(
    ("keywords", "message"),
    [
        ({"regimes": {"most": 1.0}}, "unknown regime 'most': use one of clean, few"),
        ({"pages": {"novel": 1.0}}, "unknown layout 'novel': use one of news"),
        ({"regimes": dict.fromkeys(REGIMES, 0.0)}, "no regime has a weight above 0"),
    ],
)
def test_unknown_knobs_are_refused(book: PhraseBook, keywords: dict[str, dict[str, float]], message: str) -> None:
    with pytest.raises(AnnotationError, match=message):
        next(compose(book, BODIES, 1, 1, **keywords))  # type: ignore[arg-type]


def test_bodies_without_text_are_refused(book: PhraseBook) -> None:
    with pytest.raises(AnnotationError, match="no bodies with text"):
        next(compose(book, [Body("a", "en", None, ["  "])], 1, 1))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("related no tab", r"en.tsv:1: no phrase after the label"),
        ("related\t ", r"en.tsv:1: no phrase after the label"),
        ("related\tA\nadvert\tBuy", r"en.tsv:2: unknown label 'advert': use one of"),
        ("related\tSee {title}", r"en.tsv:1: unknown placeholder {title}: use one of headline"),
    ],
)
def test_bad_phrase_books_are_refused(tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / "en.tsv").write_text(content, encoding="utf-8")
    with pytest.raises(AnnotationError, match=message):
        PhraseBook.load(tmp_path)


def test_phrase_books_that_cannot_be_read_are_refused(tmp_path: Path) -> None:
    with pytest.raises(AnnotationError, match="no phrase books"):
        PhraseBook.load(tmp_path)
    (tmp_path / "en.tsv").write_bytes(b"related\t\xff")
    with pytest.raises(AnnotationError, match="cannot be read as UTF-8"):
        PhraseBook.load(tmp_path)


@pytest.mark.parametrize(
    ("label", "text", "role"),
    [
        ("related", "Read also: {headline}", "pointer"),
        ("related", "» {headline}", "item"),
        ("related", "From the harbour", "heading"),
        ("related", "Read more", "more"),
        ("metadata", "Posted {date}", "date"),
        ("metadata", "Tags: {tag}", "tags"),
        ("metadata", "{n} views", "count"),
        ("credit", "(hb/ml)", "mark"),
        ("credit", "By {name}", "byline"),
        ("credit", "Taken from {site}", "source"),
        ("promotion", "Advertisement", "ad"),
        ("promotion", "Share on Facebook", "share"),
        ("promotion", "Follow us", "call"),
        ("footer", "© {year} {site}", "copyright"),
        ("span-credit-suffix", " (hb)", "mark"),
        ("span-credit-suffix", " - {site}", "title"),
        ("content-short", "What happens now?", "heading"),
        ("content-short", "3 cups of flour,", "fact"),
    ],
)
def test_roles_are_read_from_the_phrase(label: str, text: str, role: str) -> None:
    assert role_of(label, text) == role


def test_clauses_and_sentences() -> None:
    assert clause("") == ""
    assert clause("Short") == "Short"
    assert clause(PARAGRAPHS[0]) == "The mayor of Westhaven opened the new bridge on Monday"
    assert sentences("One. Two? Three") == ["One.", "Two?", "Three"]


def test_brands_and_dates_vary() -> None:
    rng = Random(1)
    brands = {gambling_brand(rng) for _ in range(300)}
    assert len(brands) > 250
    assert any(brand.isupper() for brand in brands) and any(brand.islower() for brand in brands)
    for lang in ("en", "id", "zh", "ar", "th", "qq"):
        locale = Locale(lang)
        assert all(locale.date(rng, form).strip() for form in locale.date_forms)
        assert locale.name(rng) and locale.clock(rng) and locale.number(rng)


def test_bodies_come_from_paragraphs_articles_and_gold() -> None:
    long = PARAGRAPHS[0]
    rows = [
        {"id": "p", "lang": "en", "title": "Old_Bridge", "paragraphs": ["\ufeffOne.", " ", '"A ""word"" of hers.']},
        {"id": "a", "lang": "en", "site": "westhaven.example",
         "text": f"A bridge opens in Westhaven at last\n{long}\nRead also: {long}\nSHORT\n{long[:-1]}"},
        {"id": "f", "text": long, "flat": True},
        {"id": "g", "publisher": "wh", "text": f"Menu\n{long}\nEnd. (hb)",
         "spans": [[0, 4, "navigation"], [len(long) + 9, len(long) + 14, "credit"]]},
        {"id": "n", "text": "Short lines\nonly", "flat": False},
    ]  # fmt: skip
    found = list(bodies_from(rows))
    assert [body.id for body in found] == ["p", "a", "g"]
    assert found[0] == Body("p", "en", "Old Bridge", ("One.", 'A "word" of hers.'), "p")
    assert found[1] == Body("a", "en", "A bridge opens in Westhaven at last", (long,), "westhaven.example")
    assert found[2] == Body("g", "und", None, (long,), "wh")


def test_headlines_come_from_titles_and_pointers() -> None:
    rows = [
        {"lang": "en", "title": "The bridge that nobody wanted"},
        {"lang": "en", "text": "Read also: Five bridges of the coast\nA line.\nRead also:\nA ferry for all islands"},
        {"lang": "sw", "text": "A headline of another language", "genre": "headline"},
        {"lang": "sw", "text": "Short", "genre": "headline"},
    ]  # fmt: skip
    assert headlines_from(rows) == {
        "en": (
            "The bridge that nobody wanted",
            "Five bridges of the coast",
            "A ferry for all islands",
        ),
        "sw": ("A headline of another language",),
    }


def test_parts_of_a_book_are_disjoint_and_whole(tmp_path: Path) -> None:
    (tmp_path / "en.tsv").write_text(NEWS, encoding="utf-8")
    whole = PhraseBook.load(tmp_path)
    parts = [PhraseBook.load(tmp_path, (number, 3)) for number in range(3)]
    for label in ("related", "footer", "content-short"):
        found = [template for part in parts for template in part.phrases("en", "news", label)]
        assert sorted(found) == sorted(whole.phrases("en", "news", label))
    with pytest.raises(AnnotationError, match=r"part \(3, 3\): no such part"):
        PhraseBook.load(tmp_path, (3, 3))


def test_lines_that_are_not_torn_stay_whole() -> None:
    for line in (Line("Short"), Line(PARAGRAPHS[0]), Line(PARAGRAPHS[0], "comment")):
        assert tear(line, Random(1), WHOLE) == [line]
    assert tear_opening(Line(PARAGRAPHS[0]), Random(2), WHOLE) == [Line(PARAGRAPHS[0])]


@pytest.mark.parametrize("seed", range(40))
def test_torn_lines_keep_their_ink_and_their_spans(seed: int) -> None:
    line = Line(f"WESTHAVEN, Coast Post - {PARAGRAPHS[0]}", None, ((0, 24, "credit"),))
    torn = Habit(0.9, 0.9, ("choir",), spaced=seed % 2 == 0)
    parts = [part for piece in tear_opening(line, Random(seed), torn) for part in tear(piece, Random(seed), torn)]
    assert "".join("".join(part.text.split()) for part in parts) == "".join(line.text.split())
    bad = "".join(
        part.text if part.label else "".join(part.text[start:stop] for start, stop, _ in part.spans) for part in parts
    )
    assert "".join(bad.split()) == "WESTHAVEN,CoastPost-"
    assert all(part.label in (None, "credit") and part.text.strip() for part in parts)
    called = tear(Line(PARAGRAPHS[1], "promotion"), Random(seed), torn)
    assert {part.label for part in called} == {"promotion"}


def test_a_quarter_of_indonesian_news_is_torn_and_few_elsewhere(book: PhraseBook) -> None:
    bodies = [body._replace(lang=lang) for body in BODIES[:6] for lang in ("id", "en")]
    only = {name: float(name == "news") for name in LAYOUTS}
    torn: Counter[str] = Counter()
    regimes, shares = {"full": 0.0, "some": 0.0, "ends": 0.0}, {"id": 1.0, "en": 1.0}
    for document in compose(book, bodies, 8, 800, pages=only, regimes=regimes, languages=shares):
        lines = zip(document.text.split("\n"), line_labels(document), strict=True)
        openings = [line.strip()[0] for line, label in lines if label == "content"]
        torn[document.lang] += any(sign in ",." or sign.islower() for sign in openings)
    assert 0.18 <= torn["id"] / 400 <= 0.35
    assert torn["en"] < torn["id"] * 0.6


@pytest.mark.parametrize("lang", ["id", "ms", "en", "de", "fr", "es", "sv", "fi", "zh"])
def test_lists_that_look_guilty_are_content(book: PhraseBook, lang: str) -> None:
    kinds = set()
    for seed in range(30):
        site = Site(book, Random(seed), lang, "en", "en", PARAGRAPHS, "Bridge", Source([], []), spans=True)
        found = made_list(site, 12)
        assert found.role == "body" and found.lines
        assert all(line.text.strip() and line.label is None and "{" not in line.text for line in found.lines)
        kinds.add(tuple(line.text for line in found.lines))
    assert len(kinds) > 25
    assert made_list(Site(book, Random(1), "qq", "en", "en", PARAGRAPHS, "B", Source([], []), True)).lines == []


def test_usual_leaves_whole_kinds_of_furniture(book: PhraseBook) -> None:
    usual = {name: float(name == "usual") for name in REGIMES}
    only = {name: float(name == "news") for name in LAYOUTS}
    counts = [
        sum(label not in (None, "content") for label in line_labels(document))
        for document in compose(book, BODIES, 9, 400, pages=only, regimes=usual, languages={"en": 1e9})
    ]
    assert 1 <= sorted(counts)[len(counts) // 2] <= 6
    assert sorted(counts)[len(counts) * 19 // 20] <= 14
