"""No document of an output folder is lost on its way to annotations, whatever `clean` was told about its inputs."""

from __future__ import annotations

import json
from pathlib import Path

from cleaner.training.annotations import Annotated, read
from tests.test_convert import Run, cleaned
from tests.test_run import write


def converted(run: Run, here: Path, *more: str) -> list[Annotated] | str:
    """Return the documents that the output folder gives, or what is wrong with it."""
    (here / "g.jsonl").unlink(missing_ok=True)
    ran = run("convert", "out", "--from", "changes", "-o", "g.jsonl", *more)
    if ran.code == 0:
        return list(read(here / "g.jsonl"))
    assert (ran.code, ran.err.count("\n"), (here / "g.jsonl").exists()) == (2, 1, False)
    return ran.err


def ids(found: list[Annotated] | str) -> list[str]:
    assert not isinstance(found, str), found
    return [document.id for document in found]


def test_fields_that_clean_was_given_lose_no_document(run: Run, here: Path) -> None:
    rows = {"a": {"key": "k1", "body": "A\nAD: x"}, "b": {"key": 0, "body": "fine"}}
    write(here, {f"{name}.jsonl": json.dumps(row).encode() for name, row in rows.items()})
    assert run("clean", "a.jsonl", "b.jsonl", "--text-field", "body", "--id-field", "key", "-o", "out").code == 0
    assert "name the field of the id with --id-field" in converted(run, here)
    found = converted(run, here, "--id-field", "key")
    assert ids(found) == ["k1", "0"]
    assert [len(document.spans) for document in found if isinstance(document, Annotated)] == [1, 0]
    assert run("clean", "b.jsonl", "--text-field", "body", "-o", "out", "--force").code == 0
    assert "b.jsonl: record 1: no field 'text'" in converted(run, here)
    assert ids(converted(run, here, "--text-field", "body")) == ["b.jsonl:1"]


def test_a_format_that_clean_was_given_loses_no_document(run: Run, here: Path) -> None:
    lines = [json.dumps({"id": name, "text": text}) for name, text in (("a", "A\nAD: x"), ("b", "fine"))]
    write(here, {"x.dat": "\n".join(lines).encode(), "y.dat": f"{lines[1]}\n{lines[1]}\n".encode()})
    assert run("clean", "x.dat", "--format", "jsonl", "-o", "out").code == 0
    assert ids(converted(run, here)) == ["a", "b"]
    assert run("clean", "x.dat", "y.dat", "--format", "jsonl", "-o", "out", "--force").code == 0
    assert "out: 3 documents are there, but 4 were cleaned: " in converted(run, here)
    assert ids(converted(run, here, "--format", "jsonl")) == ["a", "b", "b", "b"]


def test_what_clean_copied_untouched_is_no_document(run: Run, here: Path) -> None:
    write(here / "in", {"a.txt": b"\0", "b.txt": b"fine", "c.jsonl": b'nonsense\n{"text": "AD: x"}\n', "d.wet": b"no"})
    assert run("clean", "in", "-o", "out").code == 2
    assert ids(converted(run, here)) == ["b.txt", "c.jsonl:2"]


def test_a_clean_file_that_is_gone_is_missed(run: Run, here: Path) -> None:
    cleaned(run, here)
    (here / "out/clean/a.txt").unlink()
    assert "out: 2 documents are there, but 3 were cleaned: " in converted(run, here)


def test_a_broken_address_is_its_own_group(run: Run, here: Path) -> None:
    write(here, {"a.jsonl": b'{"text": "AD: x", "url": "http://[westhaven"}\n'})
    assert run("clean", "a.jsonl", "-o", "out").code == 0
    [document] = converted(run, here)
    assert isinstance(document, Annotated)
    assert document.group == "http://[westhaven"
