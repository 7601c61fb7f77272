"""Annotations go to doccano and Label Studio and come back as they were, whatever characters a text has."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.errors import AnnotationError
from cleaner.taxonomy import FURNITURE
from cleaner.training.annotations import DROP, Annotated, read, to_row
from cleaner.training.doccano import of_doccano, to_doccano
from cleaner.training.found import documents
from cleaner.training.label_studio import of_label_studio, to_label_studio
from cleaner.training.offsets import Offsets, inward, outward
from tests.conftest import Ran
from tests.fakes import FakeModel
from tests.strategies import texts
from tests.test_run import write

Run = Callable[..., Ran]

TEXT = "\U0001f600 Read also: x\r\nThe \U0001d401ridge ZZSPAM is open"
GOLD = Annotated("a", TEXT, ((2, 14, "related"), (27, 33, "spam")), "en", "westhaven.example", "mine", frozenset({2}))


@st.composite
def annotated(draw: st.DrawFn) -> Annotated:
    text = draw(texts(surrogates=False))
    edges = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    typed = draw(st.booleans())
    labels = st.sampled_from([str(label) for label in FURNITURE] if typed else [DROP])
    spans = tuple((a, b, draw(labels)) for a, b in zip(edges[::2], edges[1::2], strict=False))
    unsure = draw(st.frozensets(st.integers(1, 9)))
    return Annotated(draw(st.sampled_from(["a", "7", "é"])), text, spans, "und", "g", "s", unsure, typed)


def through_json(row: dict[str, Any]) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(json.dumps(row))
    return loaded


# what comes back


def test_a_document_without_spans_stays_one() -> None:
    plain = Annotated("a", "fine", (), group="a", source="s")
    assert to_doccano(plain)["label"] == []
    assert to_label_studio(plain)["annotations"] == [{"result": []}]
    assert of_doccano(to_doccano(plain), "x:1") == of_label_studio(to_label_studio(plain), "x:1") == plain


@given(annotated(), st.sampled_from(Offsets))
def test_doccano_gives_back_what_it_was_given(document: Annotated, offsets: Offsets) -> None:
    row = through_json(to_doccano(document, offsets))
    assert of_doccano(row, "x:1", offsets) == document
    exported = {**row, "id": 912, "Comments": [], "label": [tuple(mark) for mark in row["label"]]}
    assert of_doccano(exported, "x:1", offsets) == document
    entities = [{"id": 1, "label": label, "start_offset": a, "end_offset": b} for a, b, label in row.pop("label")]
    assert of_doccano({**row, "entities": entities, "relations": []}, "x:1", offsets) == document


@given(annotated(), st.sampled_from(Offsets))
def test_label_studio_gives_back_what_it_was_given(document: Annotated, offsets: Offsets) -> None:
    task = through_json(to_label_studio(document, offsets=offsets))
    assert of_label_studio(task, "x:1", offsets) == document
    if offsets is Offsets.CODE_POINTS:
        assert of_label_studio(task, "x:1") == document
    result = task["annotations"][0]["result"]
    least = {**task["data"], "id": 31, "annotator": 1}
    least |= {"label": [region["value"] for region in result]} if result else {}
    assert of_label_studio(least, "x:1", offsets) == document


@given(annotated())
def test_gold_is_read_as_it_is_written(tmp_path_factory: pytest.TempPathFactory, document: Annotated) -> None:
    path = tmp_path_factory.mktemp("gold") / "gold.jsonl"
    path.write_text(json.dumps(to_row(document)) + "\n")
    assert list(read(path)) == [document]


@given(texts(surrogates=False))
def test_utf_16_offsets_are_those_of_javascript(text: str) -> None:
    spans = [(at, at + 1, "spam") for at in range(len(text))]
    units = text.encode("utf-16-le")
    there = outward(text, spans, Offsets.UTF16)
    assert [units[2 * start : 2 * stop].decode("utf-16-le") for start, stop, _ in there] == list(text)
    assert inward(text, there, Offsets.UTF16) == spans


def test_each_program_counts_in_its_own_way() -> None:
    assert to_doccano(GOLD)["label"] == [[3, 15, "related"], [29, 35, "spam"]]
    values = [region["value"] for region in to_label_studio(GOLD)["annotations"][0]["result"]]
    assert [(value["start"], value["end"], value["text"]) for value in values] == [
        (2, 14, "Read also: x"),
        (27, 33, "ZZSPAM"),
    ]


# what people make of it


def task(*regions: tuple[int, int, str | None, str], **more: Any) -> dict[str, Any]:
    result = [
        {"type": "labels", "value": {"start": a, "end": b, "labels": [label]} | ({"text": text} if text else {})}
        for a, b, text, label in regions
    ]
    return {"id": 5, "data": {"text": TEXT}, "annotations": [{"result": result, **more}]}


def test_a_task_that_nobody_annotated_is_no_gold() -> None:
    assert of_label_studio({"id": 5, "data": {"text": TEXT}, "predictions": [{"result": []}]}, "x:1") is None
    assert of_label_studio(task(was_cancelled=True), "x:1") is None


def test_of_several_annotations_one_counts() -> None:
    one, two, three = (task((0, n, None, "spam"), updated_at=f"2031-0{9 - n}")["annotations"][0] for n in (1, 2, 3))
    both = {"data": {"text": TEXT}, "annotations": [one, two]}
    assert of_label_studio(both, "x:1").spans == ((0, 1, "spam"),)  # type: ignore[union-attr]
    truth = {"data": {"text": TEXT}, "annotations": [one, two, {**three, "ground_truth": True}]}
    assert of_label_studio(truth, "x:1").spans == ((0, 3, "spam"),)  # type: ignore[union-attr]


def test_regions_say_how_they_count() -> None:
    assert of_label_studio(task((29, 35, "ZZSPAM", "spam")), "x:1").spans == ((27, 33, "spam"),)  # type: ignore[union-attr]
    broken = of_label_studio(task((2, 20, "Read also: x\\n\\nThe ", "related")), "x:1")
    assert broken is not None
    assert broken.spans == ((2, 20, "related"),)


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (task((0, 2, "wrong", "spam")), r"x:1: the region \[0, 2\] 'wrong' is not at its offsets"),
        (task((0, 2, None, "adverts")), "unknown label.*use one of caption"),
        (task((0, 999, None, "spam")), "does not fit"),
        (task((0, 5, None, "spam"), (3, 9, None, "credit")), "overlaps"),
        ({"data": {"txt": TEXT}}, "not a task of Label Studio"),
        ({"data": {"text": TEXT}, "annotations": [{"result": [{"type": "labels", "value": {}}]}]}, "not a task"),
        ([], "not a task"),
        (task((0, float("inf"), None, "spam")), "x:1: not a task of Label Studio"),  # type: ignore[arg-type]
        ({"id": 1, "data": {"text": ["abc"]}, "annotations": [{"result": []}]}, "x:1: not a row of gold"),
    ],
)
def test_bad_tasks_are_refused(given: Any, reason: str) -> None:
    with pytest.raises(AnnotationError, match=reason):
        of_label_studio(given, "x:1")


def test_a_region_with_two_labels_is_refused() -> None:
    twice = task((0, 2, None, "spam"))
    twice["annotations"][0]["result"][0]["value"]["labels"] = ["spam", "credit"]
    with pytest.raises(AnnotationError, match=r"2 labels .spam, credit"):
        of_label_studio(twice, "x:1")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"id": 1, "text": TEXT}, "x:1: not a row of doccano"),
        ({"id": 1, "label": []}, "not a row of doccano"),
        ({"id": 1, "text": TEXT, "label": [[0, 2]]}, "not a row of doccano"),
        ({"id": 1, "text": TEXT, "label": ["spam"]}, "not a row of doccano"),
        ({"id": 1, "text": TEXT, "label": [[0, 3, "adverts"]]}, "unknown label"),
        ({"id": 1, "text": TEXT, "label": [[1, 3, "spam"]]}, "x:1: offset 1 lies inside the character"),
        ({"id": 1, "text": TEXT, "label": [[0, 999, "spam"]]}, "does not fit"),
        ({"id": 1, "text": TEXT, "label": [[0, float("inf"), "spam"]]}, "x:1: not a row of doccano"),
        ({"id": 1, "text": ["abc"], "label": []}, "x:1: not a row of gold"),
    ],
)
def test_bad_rows_are_refused(row: dict[str, Any], reason: str) -> None:
    with pytest.raises(AnnotationError, match=reason):
        of_doccano(row, "x:1")


# the command


def test_folders_of_gold_are_read(run: Run, here: Path) -> None:
    rows = [json.dumps(to_row(Annotated(name, "fine", (), group="g", source="s"))) + "\n" for name in "ab"]
    write(here / "gold", {"a.jsonl": rows[0].encode(), "b.jsonl": rows[1].encode()})
    assert run("convert", "gold", "--output", "all.jsonl").code == 0
    assert (here / "all.jsonl").read_text() == "".join(rows)


@pytest.mark.parametrize("program", ["doccano", "label-studio"])
def test_there_and_back(run: Run, here: Path, program: str) -> None:
    dropped = Annotated("b", "Menu\nText", ((0, 4, DROP),), "en", "b", "mine", typed=False)
    write(here, {"gold.jsonl": "".join(json.dumps(to_row(row)) + "\n" for row in (GOLD, dropped)).encode()})
    assert run("convert", "gold.jsonl", "--to", program, "--output", "there", "--interface", "labels") == Ran(
        0, b"", ""
    )
    assert run("convert", "there", "--from", program, "--output", "back.jsonl") == Ran(0, b"", "")
    assert (here / "back.jsonl").read_bytes() == (here / "gold.jsonl").read_bytes()
    names = [*(str(label) for label in FURNITURE), DROP]
    labels = (here / "labels").read_text()
    if program == "doccano":
        assert [label["text"] for label in json.loads(labels)] == names
    else:
        root = ElementTree.fromstring(labels)
        assert [label.get("value") for label in root.iter("Label")] == names
        (task, _) = json.loads((here / "there").read_bytes())
        region = task["annotations"][0]["result"][0]
        assert root.find("Labels").attrib == {"name": region["from_name"], "toName": region["to_name"]}  # type: ignore[union-attr]
        assert root.find("Text").attrib == {"name": region["to_name"], "value": "$text"}  # type: ignore[union-attr]


def cleaned(run: Run, here: Path) -> list[tuple[str, str]]:
    lines = [{"id": 3, "text": TEXT, "host": "westhaven.example"}, {"text": "fine"}, {"n": 1}]
    files = {"a.txt": b"A\r\nAD: x\r\nThe ZZSPAM end", "r.jsonl": "\n".join(map(json.dumps, lines)).encode()}
    write(here / "in", files)
    run("clean", "in", "--output", "out")
    return [("a.txt", files["a.txt"].decode()), ("3", TEXT), ("r.jsonl:2", "fine")]


def test_findings_become_predictions(run: Run, here: Path) -> None:
    given = cleaned(run, here)
    assert run("convert", "out", "--from", "changes", "--to", "label-studio", "-o", "tasks.json").code == 0
    tasks = json.loads((here / "tasks.json").read_bytes())
    assert [(task["data"]["document"], task["data"]["text"]) for task in tasks] == given
    for task, (_, text) in zip(tasks, given, strict=True):
        [prediction] = task["predictions"]
        assert "annotations" not in task
        assert prediction["model_version"] == "cleaner fafafafafafa"
        found = [
            (r["value"]["start"], r["value"]["end"], *r["value"]["labels"], r["score"]) for r in prediction["result"]
        ]
        assert found == [(f.start, f.stop, f.label, f.score) for f in FakeModel().clean(text).findings]
    assert tasks[1]["data"]["publisher"] == "westhaven.example"
    ran = run("convert", "tasks.json", "--from", "label-studio", "--output", "gold.jsonl")
    assert (ran.code, "no document to write" in ran.err) == (2, True)
    tasks[0]["annotations"] = tasks[0]["predictions"]
    write(here, {"tasks.json": json.dumps(tasks).encode()})
    assert (
        "2 tasks without an annotation" in run("convert", "tasks.json", "--from", "label-studio", "-o", "g.jsonl").err
    )
    assert [document.id for document in read(here / "g.jsonl")] == ["a.txt"]


def test_findings_become_gold_to_correct(run: Run, here: Path) -> None:
    given = cleaned(run, here)
    assert run("convert", "out", "--from", "changes", "--output", "gold.jsonl").code == 0
    found = list(read(here / "gold.jsonl"))
    assert [(document.id, document.text) for document in found] == given
    assert [label for _, _, label in found[0].spans] == ["promotion", "spam"]
    assert [document for document, _, _ in documents(here / "out")] == found


def test_what_does_not_fit_is_refused(run: Run, here: Path) -> None:
    cleaned(run, here)
    (here / "out/clean/a.txt").write_bytes(b"A\r\nThe other end")
    for argv, reason in (
        (["out", "--from", "changes"], "not the text that was cleaned"),
        (["in", "--from", "changes"], "no folder clean"),
        (["in/a.txt", "--from", "doccano"], "not JSON"),
        (["in/a.txt", "--from", "label-studio"], "no JSON"),
        (["in/r.jsonl", "--interface", "x"], "--interface is for another program"),
        (["in/r.jsonl", "--offsets", "utf-16"], "--offsets is about another program"),
        (["in/r.jsonl", "--text-field", "body"], "add --from changes"),
        (["in/r.jsonl", "--id-field", "key", "--from", "doccano"], "add --from changes"),
        (["in/r.jsonl", "--format", "text"], "add --from changes"),
    ):
        ran = run("convert", *argv, "--output", "new")
        assert (ran.code, reason in ran.err) == (2, True), ran.err
        assert not (here / "new").exists()


def test_an_id_of_nought_is_kept() -> None:
    assert of_doccano({"id": 0, "text": TEXT, "label": []}, "x:1").id == "0"
    assert of_doccano({"text": TEXT, "label": []}, "x:1").id == "x:1"
    found = of_label_studio({**task(), "id": 0}, "x:1")
    assert found is not None
    assert found.id == "0"


@pytest.mark.parametrize("program", ["gold", "doccano", "label-studio"])
def test_json_that_is_nested_too_deeply_is_refused(run: Run, here: Path, program: str) -> None:
    write(here, {"deep.jsonl": b"[" * 100_000})
    ran = run("convert", "deep.jsonl", "--from", program, "-o", "new")
    assert (ran.code, ran.err.count("\n"), (here / "new").exists()) == (2, 1, False)
    assert "deep.jsonl" in ran.err
