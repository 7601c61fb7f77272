"""Training makes a model that works, the same bytes of weights from the same data, and says what it cannot train on."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from cleaner import cli
from cleaner.errors import AnnotationError
from cleaner.model import Model, load
from cleaner.settings import Settings
from cleaner.taxonomy import FURNITURE, LABELS, Label
from cleaner.training.annotations import Annotated
from cleaner.training.corpora import FOLDS
from cleaner.training.figures import guesses, out_of_fold, safe_scores
from cleaner.training.train import HARDLY, Part, Trained, borrowed, train

DATA = Path(__file__).parent.parent / "data"
BRIDGES = ("red", "old", "long", "low", "new", "high", "north", "south", "wide", "stone")


def page(number: int, typed: bool = True, labels: Sequence[str] = ("navigation", "related", "footer")) -> Annotated:
    """Return a page with furniture that a child could tell from its text."""
    name = BRIDGES[number % len(BRIDGES)]
    kinds = {
        "navigation": f"Home > Region > {name}",
        "related": f"Read also: The {name} bridge",
        "footer": f"© {2000 + number} The {name} Post. All rights reserved.",
    }
    lines = [
        *[(kinds[label], label) for label in labels if label == "navigation"],
        (f"The {name} bridge is open again, the harbour office said, and {number} boats were let through.", None),
        *[(kinds[label], label) for label in labels if label == "related"],
        (f"It had been closed for {number} weeks, since a storm that broke two of its arches and its lamps.", None),
        *[(kinds[label], label) for label in labels if label == "footer"],
    ]
    spans, text = [], ""
    for line, label in lines:
        if label:
            spans.append((len(text), len(text) + len(line), label if typed else "drop"))
        text += line + "\n"
    return Annotated(f"p{number}", text, tuple(spans), "en", f"site{number % 15}", "made/up", typed=typed)


def trained_on(documents: Sequence[Annotated], seed: int = 0) -> Trained:
    fold_of = {d.group: number % FOLDS for number, d in enumerate(documents)}
    return train([Part(documents, judged=True)], fold_of, seed, 0.01, lambda _: None)


@pytest.fixture(scope="module")
def small() -> Trained:
    return trained_on([page(number) for number in range(120)])


def model_of(trained: Trained) -> Model:
    return Model(trained.arrays, {"name": "small", "digest": "0" * 64, "thresholds": trained.thresholds})


def test_a_trained_model_finds_what_it_was_shown(small: Trained) -> None:
    result = model_of(small).clean(page(7).text)
    assert result.text.strip().split("\n") == [
        line for line in page(7).text.split("\n") if " bridge is" in line or "It" in line
    ]
    assert [finding.label for finding in result.findings] == ["navigation", "related", "footer"]


def test_scores_out_of_fold_are_good_on_easy_data(small: Trained) -> None:
    guess = guesses(small)
    assert (guess == small.table.label).mean() > 0.95
    figures = out_of_fold(small)
    assert list(figures) == ["made/up"]
    assert figures["made/up"]["line_f1"] > 0.95
    assert figures["made/up"]["content_loss"] <= 0.01
    assert set(safe_scores(small)) <= set(FURNITURE)


def test_labels_that_were_never_shown_never_win(small: Trained) -> None:
    shown = [LABELS.index(Label(name)) - 1 for name in ("navigation", "related", "footer")]
    others = [number for number in range(len(FURNITURE)) if number not in shown]
    assert small.scores.kinds.shape[1] == len(FURNITURE)
    assert (small.scores.kinds[:, others].max(axis=1) < small.scores.kinds[:, shown].max(axis=1)).all()
    junk = model_of(small).clean(
        "Buy cheap pills now\nClick here\n", Settings(thresholds=dict.fromkeys(FURNITURE, 0.05))
    )
    assert {finding.label for finding in junk.findings} <= {"navigation", "related", "footer"}


def test_the_same_data_give_the_same_arrays(small: Trained) -> None:
    again = trained_on([page(number) for number in range(120)])
    assert set(again.arrays) == set(small.arrays)
    for name, array in small.arrays.items():
        assert np.array_equal(again.arrays[name], array), name
    assert again.thresholds == small.thresholds


def test_two_labels_are_enough() -> None:
    pages = [page(number, labels=("related", "footer")) for number in range(60)]
    result = model_of(trained_on(pages)).clean(pages[3].text)
    assert [finding.label for finding in result.findings] == ["related", "footer"]


def test_gold_of_keep_and_drop_helps_typed_gold() -> None:
    pages = [page(number, typed=number % 2 > 0) for number in range(120)]
    assert [f.label for f in model_of(trained_on(pages)).clean(pages[0].text).findings] == [
        "navigation",
        "related",
        "footer",
    ]


@pytest.mark.parametrize("typed", [True, False])
def test_gold_without_types_to_tell_apart_cannot_train(typed: bool) -> None:
    with pytest.raises(AnnotationError, match="labels"):
        trained_on([page(number, typed, ("related",)) for number in range(30)])


def test_gold_without_content_or_without_furniture_cannot_train() -> None:
    with pytest.raises(AnnotationError, match="not content"):
        trained_on([page(number, labels=()) for number in range(30)])


def some(folder: Path, pages: int = 300) -> Path:
    """Return a folder like `data` with some of its written pages: all of them take minutes."""
    (folder / "annotated").mkdir(parents=True)
    (folder / "phrases").symlink_to(DATA / "phrases")
    for path in sorted((DATA / "annotated").iterdir()):
        lines = path.read_bytes().split(b"\n")[:pages]
        (folder / "annotated" / path.name).write_bytes(b"\n".join(lines).rstrip(b"\n") + b"\n")
    return folder


@pytest.mark.slow
def test_the_command_trains_a_working_model_alike_every_time(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    digests = []
    data = some(tmp_path / "data")
    for name in ("one", "same"):
        assert cli.main(["train", str(data), "--output", str(tmp_path / name), "--composed", "60"]) == 0
        digests.append(((tmp_path / name / "weights.npz").read_bytes(), load(tmp_path / name).digest))
    assert digests[0] == digests[1]
    assert "wrote" in capfd.readouterr().err
    manifest: dict[str, Any] = json.loads((tmp_path / "one" / "manifest.json").read_text("utf-8"))
    card = (tmp_path / "one" / "MODEL_CARD.md").read_text("utf-8")
    assert manifest["digest"][:16] in card
    assert str(tmp_path) not in card + json.dumps(manifest)
    assert {row["name"] for row in manifest["training"]["data"]} >= {"annotated/examples", "phrases"}
    model = load(tmp_path / "one")
    found = removed = 0
    for path in sorted((DATA / "examples").glob("*.txt")):
        text = path.read_text("utf-8")
        result = model.clean(text)
        found += len(result.findings)
        removed += len(text) - len(result.text)
        assert not model.clean(result.text).findings
    assert found > 20
    assert removed > 500


def test_labels_that_are_hardly_shown_have_the_thresholds_of_the_others() -> None:
    own, others = (
        {kind: {name.value: score for name in FURNITURE} for kind in ("remove", "long")} for score in (0.9, 0.7)
    )
    shown = np.repeat(np.array([0, 1, 2], np.int8), [50, HARDLY - 1, HARDLY])
    found = borrowed(own, others, shown)
    for kind in ("remove", "long"):
        assert found[kind] == {name.value: 0.9 if name == FURNITURE[1] else 0.7 for name in FURNITURE}
