"""Figures follow their definitions, and equal those of the yardstick where it is at hand."""

from __future__ import annotations

import json
import math
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from cleaner.document import Finding
from cleaner.taxonomy import FURNITURE, Label
from cleaner.training.annotations import Annotated, read
from cleaner.training.resample import bootstrap
from cleaner.training.score import (
    COLUMNS,
    added,
    as_findings,
    confusion,
    count,
    figures,
    label_f1,
    label_figures,
    lines_of,
    spans_of,
)

YARDSTICK = Path(__file__).resolve().parents[2] / "shared" / "tools" / "score.py"
TEXT = "Read also: The new ferry\n\nThe mayor opened the bridge.(***)\nA choir sang."
GOLD = Annotated("a", TEXT, ((0, 24, "related"), (54, 59, "credit")))


def found(*spans: tuple[int, int, str]) -> tuple[Finding, ...]:
    return tuple(Finding(start, stop, Label(label), 0.9) for start, stop, label in spans)


def of(document: Annotated, *spans: tuple[int, int, str]) -> dict[str, float]:
    return figures(count(document, found(*spans)))


def test_without_documents_only_counts_are_known() -> None:
    measured = figures([0] * COLUMNS)
    assert {name for name, value in measured.items() if value == 0} == {"documents", "lines", "junk_lines"}
    assert all(math.isnan(value) for value in measured.values() if value != 0)


def test_without_junk_there_is_no_recall_and_the_document_is_untouched() -> None:
    measured = of(Annotated("a", "One.\n\nTwo.", ()))
    assert measured["content_f1"] == 1
    assert measured["content_loss"] == 0
    assert measured["untouched"] == 1
    for name in ("line_f1", "line_recall", "mcc", "junk_survival", "label_accuracy", "macro_f1", "span_recall"):
        assert math.isnan(measured[name]), name


def test_without_content_nothing_can_be_lost() -> None:
    measured = of(Annotated("a", "Home", ((0, 4, "navigation"),)), (0, 4, "navigation"))
    assert measured["line_f1"] == 1
    assert math.isnan(measured["content_loss"])
    assert math.isnan(measured["content_f1"])
    assert math.isnan(measured["untouched"])


def test_unsure_lines_are_not_scored() -> None:
    document = Annotated("a", "Home\nText", ((0, 4, "navigation"),), unsure=frozenset({1, 2}))
    assert of(document, (0, 9, "footer"))["lines"] == 0


def test_an_empty_text_has_no_lines() -> None:
    assert of(Annotated("a", "", ()))["lines"] == 0


def test_what_is_found_is_right() -> None:
    measured = of(GOLD, (0, 24, "related"), (54, 59, "credit"))
    for name in ("line_f1", "content_f1", "mcc", "label_accuracy", "span_precision", "span_recall"):
        assert measured[name] == 1, name
    assert measured["content_loss"] == measured["junk_survival"] == 0


def test_a_lost_line_costs_its_ink() -> None:
    measured = of(GOLD, (60, 73, "footer"))
    assert measured["line_precision"] == 0
    assert measured["content_loss"] == 11 / (11 + 24)
    assert measured["junk_survival"] == 1


@pytest.mark.parametrize(("stop", "junk"), [(8, 0), (9, 1), (10, 1)])
def test_nine_tenths_of_the_ink_make_a_line(stop: int, junk: int) -> None:
    lines = lines_of(Annotated("a", "abcde fghij", ()), found((0, stop + 1, "footer")))
    assert int(lines.guess[0] > 0) == junk


@pytest.mark.parametrize(
    ("spans", "kind"),
    [
        (((0, 4, "navigation"), (4, 10, "metadata")), "metadata"),
        (((0, 5, "metadata"), (5, 10, "caption")), "metadata"),
        (((0, 5, "caption"), (5, 10, "metadata")), "caption"),
    ],
)
def test_the_kind_is_the_longest_and_of_equals_the_first(spans: tuple[tuple[int, int, str], ...], kind: str) -> None:
    assert list(label_figures(count(Annotated("a", "abcdefghij", spans), ()))) == [kind]


@pytest.mark.parametrize(("span", "hit"), [((54, 59), True), ((55, 58), True), ((52, 56), False), ((54, 60), True)])
def test_spans_are_the_same_if_half_of_their_ink_is(span: tuple[int, int], hit: bool) -> None:
    recalled, right = spans_of(GOLD, found((*span, "spam")))
    assert recalled == [(54, 59, hit)]
    assert right == [(*span, hit)]


def test_spans_in_lines_that_go_are_not_counted() -> None:
    assert spans_of(GOLD, found((26, 59, "spam"))) == ([], [])


def test_labels_with_few_lines_are_left_out_of_the_mean() -> None:
    def lines(number: int) -> Annotated:
        return Annotated(
            "a", "\n".join(["Home"] * number), tuple((5 * n, 5 * n + 4, "navigation") for n in range(number))
        )

    assert label_f1(count(lines(4), ())) == {}
    assert label_f1(count(lines(5), ())) == {"navigation": 0.0}


def test_gold_of_keep_and_drop_has_no_figures_of_labels() -> None:
    document = Annotated("a", "Home\nText", ((0, 4, "drop"),), typed=False)
    assert "macro_f1" not in of(document, (0, 4, "navigation"))
    assert confusion(count(document, found((0, 4, "navigation"))))[-1][6] == 1


def test_mcc_of_many_lines_is_exact() -> None:
    row = count(GOLD, found((0, 24, "related"))) * 10**6
    assert figures(row)["mcc"] == 1


def test_intervals_hold_the_figure_and_are_the_same_each_time() -> None:
    rows = np.stack([count(GOLD, found((0, 24, "related")) if n % 3 else ()) for n in range(30)])
    intervals = bootstrap(rows, figures, 200)
    low, high = intervals["line_recall"]
    assert low < 2 / 3 < high
    assert intervals == bootstrap(rows, figures, 200)
    assert intervals["documents"] == (30, 30)


def test_there_is_no_interval_where_there_is_no_figure() -> None:
    rows = count(Annotated("a", "One.", ()), ())[None]
    assert "line_f1" not in bootstrap(rows, figures, 20)
    assert bootstrap(rows, figures, 0) == {}
    assert bootstrap(rows[:0], figures, 20) == {}


def test_a_verdict_on_lines_becomes_findings() -> None:
    lines = lines_of(GOLD, ())
    assert [(f.start, f.stop) for f in as_findings(lines, np.array([True, True, False, True]))] == [(0, 24), (60, 73)]


WORDS = [
    "Home",
    "The mayor",
    "BRAND",
    "\u00a0",
    "日本",
    "\U0001d400x",
    ". ",
    "\r",
    "\u2028",
    "\x1c",
    "  ",
    "(***)",
    "e\u0301",
]


def generated(rng: random.Random, number: int) -> tuple[dict[str, Any], dict[str, Any] | None]:
    lines = ["".join(rng.choices(WORDS, k=rng.randrange(6))) for _ in range(rng.randrange(1, 14))]
    text = "\n".join(lines)

    def spans() -> list[tuple[int, int, str]]:
        made, at = [], 0
        for line in lines:
            label = rng.choice(FURNITURE[:4]).value
            kind = rng.random()
            if line and kind < 0.3:
                made.append((at, at + len(line), label))
            elif len(line) > 3 and kind < 0.6:
                a, b, c = sorted(rng.sample(range(len(line) + 1), 3))
                made += [(at + a, at + b, label), (at + b, at + c, rng.choice(FURNITURE[:4]).value)]
            at += len(line) + 1
        return made if rng.random() < 0.8 else []

    gold: dict[str, Any] = {"id": f"d{number}"}
    if number % 5 == 0:
        gold |= {"lines": lines, "labels": [rng.choice(["keep", "drop", "unsure"]) if x else "keep" for x in lines]}
    else:
        gold |= {
            "text": text,
            "spans": spans(),
            "unsure": [1] if number % 3 == 0 else [],
            "doubt": [2] if number % 2 else [],
        }
    findings = [{"start": a, "stop": b, "label": label} for a, b, label in spans()]
    return gold, {"id": gold["id"], "findings": findings} if findings else None


@pytest.mark.skipif(not YARDSTICK.exists(), reason="the yardstick is not at hand")
@pytest.mark.parametrize("kind", ["typed", "keepdrop", "mixed"])
@pytest.mark.parametrize("skip_doubt", [False, True])
def test_figures_equal_those_of_the_yardstick(tmp_path: Path, kind: str, skip_doubt: bool) -> None:
    rng = random.Random(f"{kind} {skip_doubt}")
    wanted = {"typed": range(1, 5), "keepdrop": [0], "mixed": range(5)}[kind]
    made = [generated(rng, number) for number in range(400) if number % 5 in wanted]
    gold, changes = tmp_path / "gold.jsonl", tmp_path / "changes.jsonl"
    gold.write_text("".join(json.dumps(row) + "\n" for row, _ in made), "utf-8")
    changes.write_text("".join(json.dumps(row) + "\n" for _, row in made if row), "utf-8")
    command = [sys.executable, YARDSTICK, gold, changes, "--json", *(["--skip-doubt"] if skip_doubt else [])]
    said = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)

    by_id = {row["id"]: [tuple(f.values()) for f in row["findings"]] for _, row in made if row}
    total = added(count(d, found(*by_id.get(d.id, ()))) for d in read(gold, skip_doubt=skip_doubt))
    ours = figures(total)
    assert ours["lines"] > 100
    if kind != "keepdrop":
        # The mean is taken in another order of labels: the last bit may differ.
        assert said.pop("label_f1") == label_f1(total)
        assert said.pop("macro_f1") == pytest.approx(ours.pop("macro_f1"), rel=1e-15)
    assert said == ours
