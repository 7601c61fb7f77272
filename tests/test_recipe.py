"""The mix of training data: every file once, every site in one fold, synthetic documents beside them."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from cleaner.errors import AnnotationError
from cleaner.training.annotations import DROP, Annotated
from cleaner.training.compose import Body, compose
from cleaner.training.corpora import FOLDS
from cleaner.training.phrasebook import PhraseBook
from cleaner.training.recipe import COMPOSED, OWN, REAL, gather

WHO = "The harbour office said on Monday that ferry number {} runs again after eleven weeks of storms on the coast."
KINDS = {
    "related": "{} also: {{headline}}",
    "navigation": "{} > {{section}}",
    "metadata": "{} on {{date}}",
    "footer": "© {{year}} {{site}} {}",
    "promotion": "{} {{site}} for letters from the coast",
    "comment": "{} a word",
    "credit": "{} {{name}}",
}
WORDS = ("Read", "See", "Watch", "Hear", "Follow", "Open", "Post", "Print", "Leave", "Send", "Mind", "Find", "Show")
PHRASES = "".join(f"{label}\t{text.format(word)}\n" for label, text in KINDS.items() for word in WORDS)


def gold(count: int, start: int = 0) -> list[dict[str, Any]]:
    """Return typed gold: an article and a pointer each."""
    found = []
    for number in range(start, start + count):
        body = f"{WHO.format(number)}\n{WHO.format(number + 1000)}\n"
        text = body + "Read also: Five bridges"
        site = f"site{number % 11}.example"
        found.append(
            {"id": f"d{number}", "lang": "en", "site": site, "text": text, "spans": [[len(body), len(text), "related"]]}
        )
    return found


def write(path: Path, records: list[dict[str, Any]]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), "utf-8")
    return path


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a folder laid out as data/ is."""
    write(tmp_path / "data" / "annotated" / "examples.jsonl", gold(30))
    write(tmp_path / "data" / "annotated" / "more.jsonl", gold(10, 50))
    phrases = tmp_path / "data" / "phrases" / "en.tsv"
    phrases.parent.mkdir()
    phrases.write_text(PHRASES, "utf-8")
    return tmp_path / "data"


def test_a_folder_gives_its_files_and_composed_documents(data: Path) -> None:
    recipe = gather([data], None, 1, 6)
    real, made = recipe.parts[:2], recipe.parts[2:]
    assert [len(part.documents) for part in real] == [30, 10]
    assert [part.fold for part in real] == [None, None]
    assert all(part.judged for part in real)
    assert [part.fold for part in made] == list(range(FOLDS))
    assert [len(part.documents) for part in made] == [6 + 2] * FOLDS
    assert {part.weight for part in made} == {COMPOSED}
    assert not any(part.judged for part in made)
    assert {d.source for part in made for d in part.documents} == {"composed", "spiked"}
    assert [row["name"] for row in recipe.data] == ["annotated/examples", "annotated/more", "phrases"]
    assert [row["documents"] for row in recipe.data] == [30, 10, 8 * FOLDS]
    digest = hashlib.sha256((data / "annotated" / "more.jsonl").read_bytes()).hexdigest()
    assert recipe.data[1]["sha256"] == digest


def test_many_written_pages_count_as_much_as_real_ones_and_few_examples_more(data: Path) -> None:
    write(data / "annotated" / "written.jsonl", gold(10, 90))
    weights = {part.documents[0].source: part.weight for part in gather([data], None, 1, 0).parts if part.fold is None}
    assert weights == {"annotated/examples": OWN, "annotated/more": OWN, "annotated/written": REAL}


def test_every_group_has_a_fold_and_all_folds_are_used(data: Path) -> None:
    recipe = gather([data], None, 1, 0)
    documents = [d for part in recipe.parts if part.fold is None for d in part.documents]
    assert {d.group for d in documents} == set(recipe.fold_of)
    assert set(recipe.fold_of.values()) == set(range(FOLDS))


def test_bodies_of_a_fold_are_of_its_own_sites(data: Path) -> None:
    recipe = gather([data], None, 1, 6)
    real = {d.id: d for part in recipe.parts if part.fold is None for d in part.documents}
    owners: dict[str, set[int]] = {}
    for document in real.values():
        for line in document.text.split("\n")[:2]:
            owners.setdefault(line, set()).add(recipe.fold_of[document.group])
    seen = 0
    for part in recipe.parts:
        for document in part.documents if part.fold is not None else ():
            for line in document.text.split("\n"):
                if line in owners:
                    seen += 1
                    assert part.fold in owners[line]
    assert seen > FOLDS


@pytest.mark.parametrize("lang", ["en", "und"])
def test_a_small_phrase_book_is_enough(data: Path, lang: str) -> None:
    bodies = [Body("b", lang, None, (WHO.format(1), WHO.format(2)), "site")]
    for fold in range(FOLDS):
        made = list(compose(PhraseBook.load(data / "phrases", (fold, FOLDS)), bodies, 1, 40))
        assert any(document.spans for document in made)


def test_the_same_seed_gives_the_same_recipe(data: Path) -> None:
    assert gather([data], None, 3, 3) == gather([data], None, 3, 3)
    assert gather([data], None, 3, 3).parts[2:] != gather([data], None, 4, 3).parts[2:]


def test_files_of_gold_are_judged(tmp_path: Path) -> None:
    one, other = write(tmp_path / "a.jsonl", gold(3)), write(tmp_path / "b.jsonl", gold(3, 3))
    recipe = gather([one, other], None, 0, 9)
    assert [[d.id for d in part.documents] for part in recipe.parts] == [["d0", "d1", "d2"], ["d3", "d4", "d5"]]
    assert all(part.judged for part in recipe.parts)
    assert [part.documents[0].source for part in recipe.parts] == [f"{tmp_path.name}/a", f"{tmp_path.name}/b"]
    assert [len(part.documents) for part in gather([tmp_path], None, 0, 9).parts] == [3, 3]


def test_gold_of_keep_and_drop_can_be_mixed_in(tmp_path: Path) -> None:
    rows = [{"id": "k", "lines": ["Home", "A sentence."], "labels": ["drop", "keep"]}]
    documents = gather([write(tmp_path / "k.jsonl", rows)], None, 0, 0).parts[0].documents
    assert isinstance(documents[0], Annotated)
    assert documents[0].spans == ((0, 4, DROP),)


def test_a_path_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(AnnotationError, match="nowhere"):
        gather([tmp_path / "nowhere"], None, 0, 0)


def test_a_folder_without_gold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AnnotationError, match="no annotated documents"):
        gather([tmp_path], None, 0, 0)
