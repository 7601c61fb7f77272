"""Dolma attributes: a row for each document, in order; the spans of `cleaner__cut`, taken out, leave the clean text."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given

from cleaner.corpus import discover
from cleaner.document import delete
from cleaner.dolma import attributes
from cleaner.errors import UsageError
from cleaner.folder import Folder
from cleaner.job import Job
from cleaner.jsonl import Fields
from cleaner.report import Summary
from cleaner.settings import Settings
from tests.conftest import Ran
from tests.fakes import FakeModel
from tests.strategies import texts
from tests.test_run import tree, write

LINES = [
    {"id": "a", "text": "\U0001f600 bridge\nAD: x\n\nAD: y\r\nThe ZZSPAM end"},
    {"id": 7, "text": "fine"},
    {"text": "AD: only\n"},
]
FILES = {
    "a.jsonl": "\n".join(json.dumps(line) for line in LINES).encode(),
    "deep/b.jsonl.gz": gzip.compress(b'{"id": "b", "text": "AD: x\\ny"}\n'),
}


def run(source: Path, output: Path, jobs: int = 1, size: int | None = None, wanted: bool = True) -> Summary:
    sources = discover([str(source)], lambda *_: None, print)
    folder = Folder(output, attributes=wanted)
    folder.refuse([str(source)], sources, False)
    return Job(folder, FakeModel, Settings(), Fields(), print, jobs, size).run(sources, Summary())


def rows(path: Path) -> list[dict[str, object]]:
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode()
    return [json.loads(line) for line in text.split("\n") if line]


def test_documents_without_findings_have_a_row_without_attributes(tmp_path: Path) -> None:
    run(write(tmp_path / "in", {"a.jsonl": b'{"id": "x", "text": "fine"}\n'}), tmp_path / "out")
    assert rows(tmp_path / "out/attributes/cleaner/a.jsonl") == [{"id": "x", "attributes": {}}]


def test_nothing_is_written_unless_it_is_wanted(tmp_path: Path) -> None:
    run(write(tmp_path / "in", FILES), tmp_path / "out", wanted=False)
    assert not (tmp_path / "out/attributes").exists()


def test_a_refused_document_keeps_everything() -> None:
    refused = FakeModel().clean("AD: x\nb", Settings.of(max_removed=0.1))
    assert refused.refused
    assert attributes(refused) == {}


def test_what_is_written(tmp_path: Path) -> None:
    run(write(tmp_path / "in", FILES), tmp_path / "out")
    assert rows(tmp_path / "out/attributes/cleaner/deep/b.jsonl.gz") == [
        {"id": "b", "attributes": {"cleaner__promotion": [[0, 5, 0.97]], "cleaner__cut": [[0, 6, 0.97]]}}
    ]
    first, second, third = rows(tmp_path / "out/attributes/cleaner/a.jsonl")
    assert (second, third["id"]) == ({"id": 7, "attributes": {}}, "a.jsonl:3")
    spans = first["attributes"]
    assert set(spans) == {"cleaner__promotion", "cleaner__spam", "cleaner__cut"}  # type: ignore[call-overload]
    assert spans["cleaner__spam"] == [[26, 33, 0.95]]  # type: ignore[index]


def test_lines_that_are_no_documents(tmp_path: Path) -> None:
    data = b'{"id": "a", "text": "x"}\n\n{broken\n{"id": "b", "text": "AD: x\\ny"}\n'
    run(write(tmp_path / "in", {"a.jsonl": data}), tmp_path / "out")
    assert [row["id"] for row in rows(tmp_path / "out/attributes/cleaner/a.jsonl")] == ["a", "a.jsonl:3", "b"]


def test_shards_change_nothing_and_force_replaces_all(tmp_path: Path) -> None:
    data = "".join(json.dumps({"id": n, "text": f"{'word ' * n}\nAD: x\n"}) + "\n" for n in range(200)).encode()
    write(tmp_path / "in", {"a.jsonl": data, "b.jsonl": data})
    run(tmp_path / "in", tmp_path / "one")
    run(tmp_path / "in", tmp_path / "two", size=9000)
    one, two = tree(tmp_path / "one"), tree(tmp_path / "two")
    del one["manifest.jsonl"], two["manifest.jsonl"]
    assert one == two
    assert len(rows(tmp_path / "two/attributes/cleaner/b.jsonl")) == 200
    Folder(tmp_path / "two", attributes=True).remove_earlier()
    assert tree(tmp_path / "two") == {}


@given(texts())
def test_the_cuts_leave_the_clean_text(text: str) -> None:
    cleaning = FakeModel().clean(text)
    spans = attributes(cleaning)
    cuts = tuple((int(start), int(stop)) for start, stop, _ in spans.get("cleaner__cut", []))
    assert delete(text, cuts) == cleaning.text
    found = sorted(span for name, marks in spans.items() if name != "cleaner__cut" for span in marks)
    assert found == [[f.start, f.stop, f.score] for f in cleaning.findings if cleaning.changed]
    for start, stop, score in spans.get("cleaner__cut", []):
        inside = [mark for mark in found if start <= mark[0] < stop]
        assert score == min(mark[2] for mark in inside)


def test_other_documents_are_refused_before_anything_is_written(tmp_path: Path) -> None:
    write(tmp_path / "in", {**FILES, "c.txt": b"x"})
    with pytest.raises(UsageError, match=r"c.txt: Dolma's documents are JSON lines"):
        run(tmp_path / "in", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_the_command(run: Callable[..., Ran], here: Path) -> None:
    write(here / "in", FILES)
    assert run("clean", "in", "--output", "out", "--findings-format", "dolma").code == 0
    assert rows(here / "out/attributes/cleaner/a.jsonl")[1] == {"id": 7, "attributes": {}}
    assert run("clean", "-", "--findings-format", "dolma").code == 2
