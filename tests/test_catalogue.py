"""Strings of catalogues stand in documents of their language, marked; every string is in one fold only."""

from __future__ import annotations

from pathlib import Path

import pytest

from cleaner.taxonomy import FURNITURE
from cleaner.training.annotations import DROP, line_labels
from cleaner.training.catalogue import LABEL_OF, Catalogue
from tests.test_corpora import write

STRINGS = [
    {
        "key": f"{category}{n}",
        "lang": lang,
        "kind": "plain",
        "tier": 1,
        "category": category,
        "text": f" {category} {n}",
    }
    for lang in ("en", "fo", "sw")
    for category in ("comment_form", "navigation", "buttons")
    for n in range(20)
]
LEFT_OUT = [
    {"key": "t", "lang": "en", "kind": "template", "tier": 1, "category": "buttons", "text": "{0} left out"},
    {"key": "r", "lang": "en", "kind": "plain", "tier": 3, "category": "buttons", "text": "rare, left out"},
    {"key": "n", "lang": "en", "kind": "plain", "tier": 1, "category": "buttons", "text": "two\nleft out"},
    {"key": "x", "lang": "xx", "kind": "template", "tier": 1, "category": "buttons", "text": "left out"},
]
DOCUMENTS = [
    {
        "id": f"{lang}{n}",
        "lang": lang,
        "source": "wiki",
        "title": "A Title",
        "paragraphs": [f"Paragraph {n}\nof {p}." for p in range(9)],
    }
    for lang in ("en", "fo", "sw", "xx")
    for n in range(15)
]
SHORT = [{"lang": lang, "text": f"Heading {n}"} for lang in ("en", "fo") for n in range(30)]
SENTENCES = [{"lang": lang, "text": f"Sentence {n} in {lang}."} for lang in ("en", "zu") for n in range(40)]


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    write(tmp_path / "i18n" / "boilerplate.jsonl.gz", STRINGS + LEFT_OUT)
    write(tmp_path / "i18n" / "content_short.jsonl.gz", SHORT)
    write(tmp_path / "i18n" / "content_docs.jsonl.gz", DOCUMENTS)
    write(tmp_path / "i18n" / "content.jsonl.gz", SENTENCES)
    return tmp_path


def test_labels_are_ours() -> None:
    assert set(LABEL_OF.values()) <= set(FURNITURE)


def test_strings_of_a_catalogue_are_labelled_and_the_unfit_left_out(corpora: Path) -> None:
    found = Catalogue(corpora, None, 5)
    assert set(found.documents) == {"en", "fo", "sw"}
    assert set(found.strings["en"]) == {"comment", "navigation", DROP}
    assert found.strings["en"]["comment"] == [f"comment_form {n}" for n in range(20)]
    assert not [text for text in found.strings["en"][DROP] if "left out" in text]


def test_languages_can_be_chosen(corpora: Path) -> None:
    chosen = Catalogue(corpora, None, 5, frozenset({"fo"}))
    assert set(chosen.strings) == set(chosen.documents) == {"fo"}
    assert {d.lang for d in chosen.compose(1, 9) if d.spans} == {"fo"}


def test_every_string_and_document_is_in_one_fold(corpora: Path) -> None:
    whole = Catalogue(corpora, None, 4)
    folds = [Catalogue(corpora, fold, 4) for fold in range(4)]
    for lang in ("en", "fo", "sw"):
        assert sorted(row["id"] for fold in folds for row in fold.documents[lang]) == sorted(
            row["id"] for row in whole.documents[lang]
        )
        assert sorted(text for fold in folds for text in fold.sentences[lang]) == sorted(whole.sentences[lang])
        assert sorted(text for fold in folds for text in fold.short[lang]) == sorted(whole.short[lang])
        for label in ("comment", "navigation", DROP):
            assert sorted(text for fold in folds for text in fold.strings[lang][label]) == sorted(
                whole.strings[lang][label]
            )


def test_composed_documents_are_gold(corpora: Path) -> None:
    catalogue = Catalogue(corpora, None, 5)
    made = list(catalogue.compose(7, 12))
    assert len(made) == 3 * 12 + 2 * 24
    assert len({d.id for d in made}) == len(made)
    assert {d.lang for d in made} == {"en", "fo", "sw", "zu"}
    assert {d.typed for d in made} == {True, False}
    strings = {text: label for label, texts in catalogue.strings["en"].items() for text in texts}
    assert not [d for d in made if d.lang == "zu" and d.spans]
    inside = 0
    for document in made:
        labels = line_labels(document)
        for line, label in zip(document.text.split("\n"), labels, strict=True):
            if label in (None, "content"):
                assert line not in strings
            else:
                inside += 1
                assert label == (strings[line] if document.typed else DROP)
    assert inside > 50


def test_the_same_seed_gives_the_same_documents(corpora: Path) -> None:
    one, same = (list(Catalogue(corpora, 1, 5).compose(3, 4)) for _ in range(2))
    assert one == same
    assert one != list(Catalogue(corpora, 1, 5).compose(4, 4))
