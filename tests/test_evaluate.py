"""`cleaner evaluate` says what a model gets right and wrong, also where there is nothing to measure."""

from __future__ import annotations

import gzip
import json
import math
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from cleaner.taxonomy import Label
from cleaner.training.annotations import Annotated
from cleaner.training.columns import lay_out
from cleaner.training.curves import average_precision, precision_recall, reliability
from cleaner.training.evaluate import Judged, files_of, judge, report
from cleaner.training.uplift import uplift, whole_pages
from cleaner.training.worst import WRONGS, worst
from tests.conftest import Ran
from tests.fakes import FakeModel
from tests.test_score import YARDSTICK

ARTICLE = "The bridge is open.\nRead also: five bridges\nMaybe a date\nA choir ZZSPAM sang here.\nCopyright 2031"
GOLD: list[dict[str, Any]] = [
    {
        "id": "a",
        "lang": "en",
        "text": ARTICLE,
        "spans": [[20, 43, "related"], [44, 56, "metadata"], [65, 72, "spam"], [83, 97, "footer"]],
    },
    {"id": "b", "lang": "id", "text": "AD: a film about advertising\nBaca juga: X", "spans": [[29, 41, "related"]]},
    {"id": "c", "lang": "id", "text": "All is well.", "spans": []},
]
PAGES: list[dict[str, Any]] = [
    {
        "id": "p",
        "source": "news",
        "page": "p",
        "lines": ["Home", "The bridge is open to all from today.", "A choir sang.", "Read also: X", "Copyright"],
        "labels": ["drop", "keep", "keep", "drop", "drop"],
    }
]
OUTPUTS: list[dict[str, Any]] = [
    {
        "id": "p#tool",
        "source": "news",
        "page": "p",
        "lines": ["The bridge is open to all from today.", "Perhaps.", "Read also: X"],
        "labels": ["keep", "unsure", "drop"],
    }
]


def write(path: Path, rows: list[dict[str, Any]]) -> Path:
    content = "".join(json.dumps(row) + "\n" for row in rows).encode()
    path.write_bytes(gzip.compress(content) if path.suffix == ".gz" else content)
    return path


@pytest.fixture
def evaluate(run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """Run `cleaner evaluate default` with the fake model."""
    import cleaner.model

    asked: list[object] = []
    monkeypatch.setattr(cleaner.model, "load", lambda path: asked.append(path) or FakeModel())

    def call(*argv: object) -> Ran:
        ran = run("evaluate", "default", "--bootstrap", 20, *argv)
        assert set(asked) <= {"default"}
        return ran

    return call


def test_clean_documents_have_nothing_to_find(evaluate: Callable[..., Ran], tmp_path: Path) -> None:
    ran = evaluate(write(tmp_path / "clean.jsonl", GOLD[2:]), "--errors", 3)
    assert ran.code == 0
    heads, values = (line.split() for line in ran.out.decode().split("\n")[2:4])
    row = dict(zip(heads, values, strict=True))
    assert row["line_f1"] == row["mcc"] == row["survival"] == "-"
    assert row["content_f1"] == row["untouched"] == "1.000"
    assert row["loss"] == "0.000"


def test_documents_without_content_or_scored_lines(evaluate: Callable[..., Ran], tmp_path: Path) -> None:
    junk = {"id": "j", "text": "Copyright 2031", "spans": [[0, 14, "footer"]]}
    unsure = {"id": "u", "text": "Copyright 2031", "spans": [[0, 14, "footer"]], "unsure": [1]}
    empty = {"id": "e", "text": "", "spans": []}
    for name, rows in (("junk", [junk]), ("unsure", [unsure]), ("empty", [empty]), ("all", [junk, unsure, empty])):
        path = write(tmp_path / f"{name}.jsonl", rows)
        assert evaluate(path, "--errors", 3).code == 0
        figures = json.loads(evaluate(path, "--json").out)["groups"][0]["figures"]
        assert figures["content_loss"] is None
        assert figures["line_f1"] == (1 if "j" in [row["id"] for row in rows] else None)


def test_one_class_has_no_average_precision() -> None:
    no, yes = np.zeros(3, np.bool_), np.ones(3, np.bool_)
    chance = np.array([0.1, 0.5, 1.0])
    assert math.isnan(average_precision(chance, no))
    assert average_precision(chance, yes) == 1
    assert [len(part) for part in precision_recall(chance, no)] == [0, 0]
    assert math.isnan(reliability(np.zeros(0), no[:0]).error)
    assert reliability(np.ones(3), yes).error == 0


def test_probabilities_are_compared_with_the_truth() -> None:
    chance, junk = np.array([0.9, 0.9, 0.2, 0.2]), np.array([True, False, False, False])
    found = reliability(chance, junk)
    assert found.lines == (2, 2)
    assert found.share == (0.0, 0.5)
    assert found.error == pytest.approx((0.2 * 2 + 0.4 * 2) / 4)
    assert found.brier == pytest.approx((0.01 + 0.81 + 0.04 + 0.04) / 4)
    assert average_precision(chance, junk) == 0.5


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["--by", "lagn"], "did you mean 'lang'"),
        (["--errors", "-1"], "0 or more"),
        (["--uplift"], "whole pages"),
        (["nowhere.jsonl"], "cannot be read"),
    ],
)
def test_what_cannot_be_done_is_said(evaluate: Callable[..., Ran], tmp_path: Path, argv: list[str], said: str) -> None:
    ran = evaluate(write(tmp_path / "gold.jsonl", GOLD), *argv)
    assert ran.code == 2
    assert said in ran.err
    assert not ran.out


def test_a_folder_without_gold_and_an_empty_file_are_refused(evaluate: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert "no gold" in evaluate(tmp_path / "empty").err
    assert "no documents" in evaluate(write(tmp_path / "none.jsonl", [])).err


def test_without_matplotlib_the_extra_is_named(
    evaluate: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    ran = evaluate(write(tmp_path / "gold.jsonl", GOLD), "--plots", tmp_path / "plots")
    assert ran.code == 2
    assert "cleaner[train]" in ran.err
    assert not (tmp_path / "plots").exists()


def test_sets_take_the_shortest_names_that_tell_them_apart(tmp_path: Path) -> None:
    for name in ("one/a.jsonl", "one/b.jsonl.gz", "two/a.jsonl", "two/notes.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        write(tmp_path / name, GOLD)
    assert list(files_of([tmp_path, tmp_path / "one" / "a.jsonl"])) == ["one/a", "b", "two/a"]


def judged(rows: list[dict[str, Any]] = GOLD) -> list[Judged]:
    documents = [
        Annotated(r["id"], r["text"], tuple((a, b, c) for a, b, c in r["spans"]), r.get("lang", "und")) for r in rows
    ]
    return judge(FakeModel(), {"gold": documents})


def test_figures_are_divided_by_language_and_label() -> None:
    found = report(FakeModel(), judged(), ("lang", "label"), 20)
    names = [(group["by"], group["name"]) for group in found["groups"]]
    assert names == [("set", "gold"), ("lang", "en"), ("lang", "id")]
    everything, english, indonesian = (group["figures"] for group in found["groups"])
    assert everything["documents"] == 3
    assert english["line_recall"] == 2 / 3
    assert english["line_precision"] == 1
    assert english["span_recall"] == 1
    assert indonesian["line_recall"] == 0
    assert indonesian["content_loss"] == 24 / 34
    labels = found["groups"][0]["labels"]
    assert labels["related"]["recall"] == 0.5
    assert labels["promotion"]["precision"] == 0
    assert labels["metadata"]["kept"] == 1


def test_the_batch_does_not_change_the_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    together = report(FakeModel(), judged(), (), 20)
    monkeypatch.setattr("cleaner.training.evaluate.CHUNK", 1)
    assert report(FakeModel(), judged(), (), 20) == together


def test_typed_gold_and_keep_or_drop_are_not_pooled(evaluate: Callable[..., Ran], tmp_path: Path) -> None:
    write(tmp_path / "gold.jsonl", GOLD)
    write(tmp_path / "news.fullpage.jsonl.gz", PAGES)
    write(tmp_path / "news.residual.jsonl.gz", OUTPUTS)
    found = json.loads(evaluate(tmp_path, "--json", "--by", "source").out)
    names = [(group["name"], group["gold"]) for group in found["groups"]]
    assert names == [
        ("gold", "typed"),
        ("news.fullpage", "keep/drop"),
        ("news.residual", "keep/drop"),
        ("gold", "typed"),
        ("all keep/drop", "keep/drop"),
        ("news", "keep/drop"),
    ]
    assert all(("macro_f1" in group["figures"]) == (group["gold"] == "typed") for group in found["groups"])
    assert set(found["confusion"]) == {"typed", "keep/drop"}


def test_the_worst_errors_come_first() -> None:
    spans = [[0, 4, "navigation"], [10, 14, "credit"], [27, 40, "caption"]]
    rows = [*GOLD, {"id": "d", "text": "Home\nText.(**)\nThe ZZSPAM.\nFollow us now", "spans": spans}]
    wrongs = worst(judged(rows), 2)
    assert [(w.kind, w.id, w.line) for w in wrongs] == [
        ("lost", "b", 1),
        ("left", "b", 2),
        ("left", "d", 1),
        ("confused", "d", 4),
        ("cut", "d", 3),
        ("missed", "d", 2),
    ]
    assert [w.sure for w in wrongs] == [0.97, 1, 1, 0.8, 0.95, 1]
    assert {w.kind for w in wrongs} == set(WRONGS)
    assert (wrongs[3].gold, wrongs[3].found) == ("caption", Label.PROMOTION)
    assert worst(judged(rows), 0) == []


def test_errors_cannot_steer_the_terminal(evaluate: Callable[..., Ran], tmp_path: Path) -> None:
    rows = [{"id": "a", "text": "AD: \x1b[31m\udc80", "spans": []}]
    out = evaluate(write(tmp_path / "gold.jsonl", rows), "--errors", 1).out
    assert b"\\x1b[31m" in out
    assert b"\x1b" not in out


def test_extractors_are_compared_before_and_after(evaluate: Callable[..., Ran], tmp_path: Path) -> None:
    write(tmp_path / "news.fullpage.jsonl", PAGES)
    write(tmp_path / "news.residual.jsonl", OUTPUTS)
    found = json.loads(evaluate(tmp_path, "--uplift", "--json").out)
    (row,) = found["uplift"]
    keep, rest, drop = 30, 11, 10  # ink of the three kinds of lines
    assert (row["source"], row["extractor"], row["pages"]) == ("news", "tool", 1)
    assert row["precision_before"] == keep / (keep + drop)
    assert row["recall_before"] == row["recall_after"] == keep / (keep + rest)
    assert row["precision_after"] == 1
    assert row["gain"] == row["f1_after"] - row["f1_before"] > 0
    (page,) = found["whole_pages"]
    assert page["line_f1_extractor"] == 2 * 2 / (2 * 2 + 1 + 1)
    assert page["line_f1_model"] == 2 * 2 / (2 * 2 + 0 + 1)
    shown = evaluate(tmp_path, "--uplift").out.decode()
    assert "extractors before and after" in shown


def test_pages_without_content_have_no_uplift_figure() -> None:
    rows = [("p", "Home"), ("p#tool", "Copyright")]
    documents = [Annotated(id, text, ((0, len(text), "drop"),), source="news", typed=False) for id, text in rows]
    found = judge(FakeModel(), {"news": documents})
    (row,) = uplift(found, 10)
    assert math.isnan(row["gain"])
    assert row["gain_interval"] is None
    assert whole_pages(found)[0]["line_f1_extractor"] == 1


def test_plots_are_written(evaluate: Callable[..., Ran], tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    gold = write(tmp_path / "gold.jsonl", GOLD)
    ran = evaluate(gold, write(tmp_path / "clean.jsonl", GOLD[2:]), "--plots", tmp_path / "plots")
    assert ran.code == 0
    written = {path.name: path.read_bytes() for path in (tmp_path / "plots").iterdir()}
    assert set(written) == {"confusion_typed.png", "precision_recall.png", "reliability.png"}
    assert all(data.startswith(b"\x89PNG") for data in written.values())


@pytest.mark.skipif(not YARDSTICK.exists(), reason="the yardstick is not at hand")
def test_what_is_dumped_gives_the_yardstick_the_same_figures(evaluate: Callable[..., Ran], tmp_path: Path) -> None:
    gold, dump = write(tmp_path / "gold.jsonl", GOLD), tmp_path / "changes.jsonl"
    figures = json.loads(evaluate(gold, "--dump", dump, "--json").out)["groups"][0]["figures"]
    done = subprocess.run([sys.executable, YARDSTICK, gold, dump, "--json"], capture_output=True, check=True)
    said = json.loads(done.stdout)
    assert said.pop("label_f1") == {}
    assert said == figures
    assert b"Copyright" not in dump.read_bytes()


def test_columns_are_laid_out() -> None:
    assert lay_out(["set", "lines"], [["a", "7"], ["news\n", ""]]) == ["set     lines", "a           7", "news\\n"]
