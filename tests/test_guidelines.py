"""The guidelines, the taxonomy and the annotated data speak of the same labels; annotated data is sound."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cleaner.taxonomy import DEFINITIONS, FURNITURE, LABELS, Label
from cleaner.training.annotations import Annotated, read

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
GUIDELINES = (DATA / "GUIDELINES.md").read_text("utf-8")
ANNOTATED = sorted((DATA / "annotated").glob("*.jsonl"))
STAND_OFF = sorted((DATA / "annotations").glob("*.jsonl"))
EXAMPLES = sorted((DATA / "examples").iterdir())


def sections() -> dict[str, str]:
    """Return the text under every heading of the guidelines."""
    parts = re.split(r"^## (.+)$", GUIDELINES, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        yield number, json.loads(line)


def gold() -> dict[str, Annotated]:
    return {document.id: document for document in read(DATA / "annotated" / "examples.jsonl")}


def examples() -> Iterator[tuple[str, str]]:
    """Yield the id and the text of every document in data/examples."""
    for path in EXAMPLES:
        text = path.read_bytes().decode()
        if path.suffix == ".jsonl":
            yield from ((f"{path.name}:{row['id']}", row["text"]) for _, row in rows(path))
        else:
            yield path.name, text


def test_no_label_is_stored_for_content() -> None:
    for path in [*ANNOTATED, *STAND_OFF]:
        for number, row in rows(path):
            assert Label.CONTENT not in {label for _, _, label in row["spans"]}, f"{path}:{number}"


def test_an_article_about_gambling_and_an_essay_stay_untouched() -> None:
    documents = gold()
    for name in ("07_razia_judi_daring.txt", "12_clean_harbour_essay.txt"):
        assert documents[name].spans == ()


def test_guidelines_have_a_section_for_each_label_in_the_order_of_the_taxonomy() -> None:
    assert [heading for heading in sections() if heading in set(LABELS)] == [str(label) for label in LABELS]


@pytest.mark.parametrize("label", LABELS)
def test_a_section_has_examples_and_near_misses(label: Label) -> None:
    section = sections()[label]
    assert section.count("\n- `") >= 3
    assert "ear miss" in section


def test_every_label_has_one_definition() -> None:
    assert tuple(definition.label for definition in DEFINITIONS) == LABELS


@pytest.mark.parametrize("path", ANNOTATED, ids=lambda path: path.name)
def test_annotated_documents_are_sound(path: Path) -> None:
    documents = list(read(path))
    assert len({document.id for document in documents}) == len(documents)
    for document in documents:
        for start, stop, label in document.spans:
            marked = document.text[start:stop]
            where = f"{path.name}: {document.id}: [{start}, {stop}, {label}] {marked!r}"
            assert marked.strip(), where
            assert "\n" not in marked, f"{where} runs over lines"
            assert not marked.endswith("\r"), f"{where} takes a line ending"


@pytest.mark.parametrize("path", STAND_OFF, ids=lambda path: path.name)
def test_stand_off_annotations_are_sound_and_hold_no_text(path: Path) -> None:
    seen: Counter[tuple[str, str]] = Counter()
    for number, row in rows(path):
        where = f"{path.name}:{number}"
        assert "text" not in row, where
        assert "lines" not in row, where
        assert re.fullmatch(r"[0-9a-f]{64}", row["sha256"]), where
        seen[row["corpus"], row["document"]] += 1
        last = 0
        for start, stop, label in row["spans"]:
            assert last <= start < stop, where
            assert label in set(FURNITURE), where
            last = stop
    assert max(seen.values()) == 1


def test_every_example_has_its_gold_and_is_what_was_annotated() -> None:
    documents = gold()
    assert {name: documents[name].text for name in documents} == dict(examples())


def test_examples_show_every_label_in_many_languages() -> None:
    documents = gold().values()
    contaminated = [document for document in documents if document.spans]
    assert len(contaminated) >= 12
    assert {document.lang for document in contaminated} >= {"id", "en"}
    assert len({document.lang for document in contaminated}) >= 5
    assert {label for document in documents for _, _, label in document.spans} == {str(label) for label in FURNITURE}
