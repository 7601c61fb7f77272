from __future__ import annotations

from pathlib import Path

import pytest

from cleaner.errors import OutputError
from cleaner.manifest import Manifest
from cleaner.report import Note, Summary
from cleaner.taxonomy import Label
from tests.fakes import FakeModel


def summary() -> Summary:
    made = Summary()
    made.add(FakeModel().clean("A\nAD: x\n"), "a.txt")
    made.add(FakeModel().clean("AD: x\n"), "b.txt")
    made.refused.append(Note("c.txt", 2, "why"))
    made.failed.append(Note("\udcff.txt", None, "why"))
    return made


def test_a_missing_manifest_is_empty(tmp_path: Path) -> None:
    manifest = Manifest(tmp_path / "manifest.jsonl")
    assert (manifest.paths(), manifest.shards(), manifest.find("job")) == ([], {}, None)
    with pytest.raises(OutputError, match="cannot be written"):
        manifest.add(0, Summary())


def test_summaries_come_back_whole(tmp_path: Path) -> None:
    manifest = Manifest(tmp_path / "manifest.jsonl")
    manifest.begin("key", ["manifest.jsonl", "clean/a.txt"])
    manifest.add(1, summary())
    manifest.add(0, Summary())
    assert manifest.shards() == {1: summary(), 0: Summary()}
    assert manifest.shards()[1].found[Label.PROMOTION] == 2
    assert manifest.find("job") == "key"
    manifest.finish("done")
    assert manifest.paths() == ["manifest.jsonl", "clean/a.txt"]
    assert (manifest.shards(), manifest.find("job"), manifest.find("finished")) == ({}, None, "done")


def test_a_torn_line_does_not_swallow_the_next(tmp_path: Path) -> None:
    manifest = Manifest(tmp_path / "manifest.jsonl")
    manifest.begin("key", [])
    with manifest.path.open("ab") as handle:
        handle.write(b'{"shard": 3, "summ')
    manifest.add(4, summary())
    assert manifest.shards() == {4: summary()}
