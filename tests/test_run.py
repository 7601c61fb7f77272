"""Whole jobs: a corpus in, a clean corpus, its changes, its patch and its summary out; and back."""

from __future__ import annotations

import gzip
import json
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cleaner.corpus import Source, discover
from cleaner.errors import OutputError, UsageError
from cleaner.folder import Folder
from cleaner.job import Job
from cleaner.jsonl import Fields
from cleaner.report import Named, Summary
from cleaner.run import tasks
from cleaner.settings import Settings
from cleaner.undo import restore_folder
from tests.fakes import FakeModel
from tests.strategies import file_bytes, texts

FILES = {
    "a.txt": b"Title\r\nAD: buy\r\n\r\nThe ZZSPAM bridge.\r\nRead also: x",
    "clean.md": b"\xef\xbb\xbfNothing here.\rReally\n",
    "bad.txt": b"\xff\xfe caf\xe9\nAD: x\nmore\n",
    "empty.txt": b"",
    "emptied.txt": b"AD: only\n",
    "deep/er/u2028.text": "one\u2028AD: no\nAD: yes\nthree\n".encode(),
    "deep/r.jsonl": b'{"id": 1, "text": "x\\nAD: y\\nz"}\r\n\n{ "text" : "\\u00e9 ZZSPAM" , "id":"k"}\n{"text":"ok"}',
    "z.txt.gz": gzip.compress(b"AD: x\nkept\n", mtime=1),
    "clean.txt.gz": gzip.compress(b"kept\n", 1, mtime=7),
    "clean.jsonl.gz": gzip.compress(b'{"text": "kept"}\n', 1, mtime=7),
    "r.jsonl.gz": gzip.compress(b'{"text": "AD: x\\nkept"}\n', mtime=1),
}


def write(folder: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def lock(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Let nobody read files of this name, not even the superuser."""
    whole = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == name:
            raise PermissionError(13, "Permission denied")
        return whole(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def plain(files: dict[str, bytes]) -> dict[str, bytes]:
    return {name: gzip.decompress(data) if name.endswith(".gz") else data for name, data in files.items()}


def clean(source: Path, output: Path, force: bool = False, **choice: object) -> tuple[Summary, list[str]]:
    said: list[str] = []
    sources = discover([str(source)], lambda *reason: said.append(": ".join(reason)), said.append)
    folder = Folder(output)
    folder.refuse([str(source)], sources, force)
    summary = Job(folder, FakeModel, Settings.of(**choice), Fields(), said.append).run(sources, Summary())
    return summary, said


def test_a_clean_corpus_is_copied_byte_for_byte(tmp_path: Path) -> None:
    files = {name: data for name, data in FILES.items() if "clean" in name or name == "empty.txt"}
    summary, said = clean(write(tmp_path / "in", files), tmp_path / "out")
    assert tree(tmp_path / "out/clean") == files
    assert (tmp_path / "out/changes.jsonl").read_bytes() == b""
    assert (tmp_path / "out/changes.patch").read_bytes() == b""
    assert said == []
    assert summary.changed == 0


def test_what_comes_out(tmp_path: Path) -> None:
    summary, said = clean(write(tmp_path / "in", FILES), tmp_path / "out")
    out = plain(tree(tmp_path / "out/clean"))
    assert out == {
        **plain(FILES),
        "a.txt": b"Title\r\n\r\nThe bridge.\r\n",
        "bad.txt": b"\xff\xfe caf\xe9\nmore\n",
        "emptied.txt": b"",
        "deep/er/u2028.text": "one\u2028AD: no\nthree\n".encode(),
        "deep/r.jsonl": b'{"id": 1, "text": "x\\nz"}\r\n\n{ "text" : "\\u00e9" , "id":"k"}\n{"text":"ok"}',
        "z.txt.gz": b"kept\n",
        "r.jsonl.gz": b'{"text": "kept"}\n',
    }
    assert said == []
    assert summary.documents == 13
    assert summary.emptied == [Named("emptied.txt")]
    changes = [json.loads(line) for line in (tmp_path / "out/changes.jsonl").read_bytes().splitlines()]
    assert [(change["path"], change["record"], change["id"]) for change in changes] == [
        ("a.txt", None, "a.txt"),
        ("bad.txt", None, "bad.txt"),
        ("deep/er/u2028.text", None, "deep/er/u2028.text"),
        ("deep/r.jsonl", 1, 1),
        ("deep/r.jsonl", 3, "k"),
        ("emptied.txt", None, "emptied.txt"),
        ("r.jsonl.gz", 1, "r.jsonl.gz:1"),
        ("z.txt.gz", None, "z.txt.gz"),
    ]


def test_unchanged_compressed_files_keep_their_bytes(tmp_path: Path) -> None:
    clean(write(tmp_path / "in", FILES), tmp_path / "out")
    out = tree(tmp_path / "out/clean")
    assert out["clean.txt.gz"] == FILES["clean.txt.gz"]
    assert out["clean.jsonl.gz"] == FILES["clean.jsonl.gz"]


def test_the_originals_come_back(tmp_path: Path) -> None:
    clean(write(tmp_path / "in", FILES), tmp_path / "out")
    assert restore_folder(tmp_path / "out", tmp_path / "back", print) == (len(FILES), [])
    assert plain(tree(tmp_path / "back")) == plain(FILES)


def test_the_patch_leads_from_the_input_to_the_output_and_back(tmp_path: Path) -> None:
    clean(write(tmp_path / "in", FILES), tmp_path / "out")
    text = {name for name in FILES if not name.endswith((".gz", ".jsonl"))}
    for options, files in (([], tree(tmp_path / "out/clean")), (["-R"], FILES)):
        subprocess.run(
            ["git", "apply", "--whitespace=nowarn", *options, str(tmp_path / "out/changes.patch")],
            cwd=tmp_path / "in",
            check=True,
        )
        assert {name: tree(tmp_path / "in")[name] for name in text} == {name: files[name] for name in text}


def test_two_runs_are_equal(tmp_path: Path) -> None:
    write(tmp_path / "in", FILES)
    for name in ("one", "two"):
        clean(tmp_path / "in", tmp_path / name)
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_cleaning_the_clean_corpus_changes_nothing(tmp_path: Path) -> None:
    clean(write(tmp_path / "in", FILES), tmp_path / "one")
    summary, _ = clean(tmp_path / "one/clean", tmp_path / "two")
    assert summary.changed == 0
    assert tree(tmp_path / "one/clean") == tree(tmp_path / "two/clean")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from(["a.txt", "b/c.md", "d.txt.gz"]), file_bytes(), min_size=1))
def test_any_text_files_come_back(tmp_path_factory: pytest.TempPathFactory, files: dict[str, bytes]) -> None:
    here = tmp_path_factory.mktemp("any")
    files = {name: gzip.compress(data) if name.endswith(".gz") else data for name, data in files.items()}
    clean(write(here / "in", files), here / "out")
    assert restore_folder(here / "out", here / "back", print)[1] == []
    assert plain(tree(here / "back")) == plain(files)
    assert tree(here / "in") == files


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(texts(), st.booleans(), st.sampled_from(["\n", "\r\n", "\n\n"])), max_size=6))
def test_any_records_come_back(tmp_path_factory: pytest.TempPathFactory, records: list[tuple[str, bool, str]]) -> None:
    here = tmp_path_factory.mktemp("any")
    lines = []
    for number, (text, ascii, ending) in enumerate(records):
        line = json.dumps({"n": number, "text": text, "z": [1.50]}, ensure_ascii=ascii or not _encodes(text))
        lines.append(line + ending)
    files = {"r.jsonl": "".join(lines).encode()}
    spelled = [json.loads(line)["text"] for line in lines]  # escapes of two half characters make one
    summary, said = clean(write(here / "in", files), here / "out")
    assert said == [str(note) for note in summary.refused]
    assert restore_folder(here / "out", here / "back", print)[1] == []
    assert tree(here / "back") == files
    for line in (here / "out/clean/r.jsonl").read_bytes().split(b"\n"):
        if line.strip():
            record = json.loads(line)
            assert record["text"] == FakeModel().clean(spelled[record["n"]]).text


def _encodes(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def test_bad_inputs_are_copied_untouched_and_said_while_the_others_go_on(tmp_path: Path) -> None:
    files = {
        "binary.txt": b"AD: x\n\0",
        "binary.jsonl": b"\0\1",
        "broken.txt.gz": gzip.compress(b"AD: x\n" * 100)[:-9],
        "broken.jsonl.gz": gzip.compress(b'{"text": "AD: x"}\n' * 40_000)[:-9],
        "good.txt": b"AD: x\nkept\n",
        "lines.jsonl": b'{"text": "AD: x\\ny"}\n{\n{"txt": "AD: x"}\n{"text": 7}\n',
    }
    summary, said = clean(write(tmp_path / "in", files), tmp_path / "out")
    assert tree(tmp_path / "out/clean") == {
        **files,
        "good.txt": b"kept\n",
        "lines.jsonl": b'{"text": "y"}\n{\n{"txt": "AD: x"}\n{"text": 7}\n',
    }
    assert [(note.path, note.record) for note in summary.failed] == [
        ("binary.jsonl", None),
        ("binary.txt", None),
        ("broken.jsonl.gz", None),
        ("broken.txt.gz", None),
        ("lines.jsonl", 2),
        ("lines.jsonl", 3),
        ("lines.jsonl", 4),
    ]
    assert all("copied untouched" in line for line in said)
    assert f"{tmp_path / 'in/lines.jsonl'}:2: broken JSON" in said[4]
    assert (tmp_path / "out/changes.jsonl").read_bytes().count(b"\n") == 2
    assert restore_folder(tmp_path / "out", tmp_path / "back", print)[1] == []
    assert tree(tmp_path / "back") == files


def test_a_file_that_cannot_be_read_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "in", {"a.txt": b"a\n", "b.txt": b"b\n"})
    lock(monkeypatch, "a.txt")
    summary, said = clean(tmp_path / "in", tmp_path / "out")
    monkeypatch.undo()
    assert list(tree(tmp_path / "out/clean")) == ["b.txt"]
    assert "Permission denied" in said[0]
    assert len(summary.failed) == 1


def test_permissions_are_kept(tmp_path: Path) -> None:
    write(tmp_path / "in", {"a.txt": b"AD: x\n", "b.txt": b"x\n", "c.jsonl": b'{"text": "x"}'})
    for path in (tmp_path / "in").iterdir():
        path.chmod(0o604)
    clean(tmp_path / "in", tmp_path / "out")
    assert {path.stat().st_mode & 0o777 for path in (tmp_path / "out/clean").iterdir()} == {0o604}


def test_a_brake_is_said_and_is_no_failure(tmp_path: Path) -> None:
    summary, said = clean(write(tmp_path / "in", {"a.txt": b"AD: x\nb\n"}), tmp_path / "out", max_removed=0.1)
    assert tree(tmp_path / "out/clean") == {"a.txt": b"AD: x\nb\n"}
    assert "75% would be removed" in said[0]
    assert len(summary.refused) == 1
    assert summary.failed == []


def test_the_output_must_be_empty(tmp_path: Path) -> None:
    write(tmp_path / "in", FILES)
    write(tmp_path / "out", {"mine.txt": b"mine"})
    with pytest.raises(OutputError, match="not empty"):
        clean(tmp_path / "in", tmp_path / "out")
    assert tree(tmp_path / "out") == {"mine.txt": b"mine"}


def test_force_removes_only_what_an_earlier_run_lists(tmp_path: Path) -> None:
    write(tmp_path / "in", {"a.txt": b"AD: x\na\n", "d/b.txt": b"b\n", "e/c.txt": b"c\n"})
    clean(tmp_path / "in", tmp_path / "out")
    write(tmp_path / "out", {"mine.txt": b"mine", "clean/e/mine.txt": b"mine"})
    write(tmp_path / "new", {"a.txt": b"new\n"})
    clean(tmp_path / "new", tmp_path / "out", force=True)
    assert set(tree(tmp_path / "out")) == {
        "mine.txt",
        "clean/e/mine.txt",
        "clean/a.txt",
        "changes.jsonl",
        "changes.patch",
        "summary.json",
        "manifest.jsonl",
    }
    assert not (tmp_path / "out/clean/d").exists()


def test_force_never_replaces_what_is_not_ours(tmp_path: Path) -> None:
    write(tmp_path / "in", {"a.txt": b"a\n"})
    write(tmp_path / "out", {"clean/a.txt": b"mine"})
    with pytest.raises(OutputError, match="not of an earlier run"):
        clean(tmp_path / "in", tmp_path / "out", force=True)
    assert tree(tmp_path / "out") == {"clean/a.txt": b"mine"}


def test_a_manifest_that_leads_elsewhere_is_not_followed(tmp_path: Path) -> None:
    write(tmp_path, {"mine.txt": b"mine", "in/a.txt": b"a\n", "other/x.txt": b"x"})
    lines = [{"path": "../mine.txt"}, {"path": str(tmp_path / "mine.txt")}, {"path": "link/x.txt"}, {"path": 7}, 7]
    write(tmp_path / "out", {"manifest.jsonl": "\n".join(json.dumps(line) for line in lines).encode() + b'\n{"pa'})
    (tmp_path / "out/link").symlink_to(tmp_path / "other")
    with pytest.raises(OutputError):
        clean(tmp_path / "in", tmp_path / "out", force=True)
    (tmp_path / "out/manifest.jsonl").open("ab").write(b'\n{"path": "manifest.jsonl"}\n')
    clean(tmp_path / "in", tmp_path / "out", force=True)
    assert (tmp_path / "mine.txt").read_bytes() == b"mine"
    assert (tmp_path / "other/x.txt").read_bytes() == b"x"


@pytest.mark.parametrize(("source", "output"), [("in", "in/out"), ("in", "in"), ("in/d", "in"), ("in/d/b.txt", "in/d")])
def test_input_and_output_must_not_hold_each_other(tmp_path: Path, source: str, output: str) -> None:
    write(tmp_path / "in", {"a.txt": b"AD: a\n", "d/b.txt": b"AD: b\n"})
    with pytest.raises(UsageError, match="lies in"):
        clean(tmp_path / source, tmp_path / output, force=True)
    assert set(tree(tmp_path)) == {"in/a.txt", "in/d/b.txt"}


def test_an_interrupted_job_leaves_nothing_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "in", {"a.txt": b"AD: x\na\n", "b.jsonl": b'{"text": "b"}\n', "c.jsonl": b'{"text": "STOP"}\n'})

    class Interrupted(FakeModel):
        def clean_batch(self, texts: object, settings: object = None) -> object:  # type: ignore[override]
            if "STOP" in texts:  # type: ignore[operator]
                raise KeyboardInterrupt
            return super().clean_batch(texts, settings)  # type: ignore[arg-type]

    monkeypatch.setitem(clean.__globals__, "FakeModel", Interrupted)
    with pytest.raises(KeyboardInterrupt):
        clean(tmp_path / "in", tmp_path / "out")
    assert set(tree(tmp_path / "out")) == {"manifest.jsonl", "clean/a.txt", "clean/b.jsonl"}
    monkeypatch.undo()
    clean(tmp_path / "in", tmp_path / "out", force=True)
    assert len(tree(tmp_path / "out/clean")) == 3


def test_small_files_go_together_and_large_ones_alone() -> None:
    class Sized(Source):
        @property
        def size(self) -> int:
            return int(self.name.split("-")[0])

    sources = [Sized(None, name) for name in ("5-a", "5-b", "1-c", "1.jsonl", "100-d", "1-e", "2.jsonl")]
    assert [[source.name for source in task] for task in tasks(sources, 10)] == [
        ["5-a", "5-b"],
        ["1-c"],
        ["1.jsonl"],
        ["100-d"],
        ["1-e"],
        ["2.jsonl"],
    ]
    assert list(tasks([])) == []


def test_a_million_empty_lines_and_a_very_long_one(tmp_path: Path) -> None:
    files = {"empty.txt": b"\n" * 1_000_000, "long.txt": b"word " * 1_000_000 + b"ZZSPAM end"}
    summary, _ = clean(write(tmp_path / "in", files), tmp_path / "out")
    out = tree(tmp_path / "out/clean")
    assert out["empty.txt"] == files["empty.txt"]
    assert out["long.txt"] == b"word " * 1_000_000 + b"end"
    assert summary.lines == 1_000_001


@pytest.mark.slow
def test_a_line_of_50_mb(tmp_path: Path) -> None:
    text = b"word " * 10_000_000
    files = {"long.txt": text + b"ZZSPAM end", "long.jsonl": b'{"text": "' + text + b'\\nAD: x"}'}
    clean(write(tmp_path / "in", files), tmp_path / "out")
    assert restore_folder(tmp_path / "out", tmp_path / "back", print)[1] == []
    assert tree(tmp_path / "back") == files
    assert tree(tmp_path / "out/clean") == {"long.txt": text + b"end", "long.jsonl": b'{"text": "' + text + b'\\n"}'}


# what is no text


def test_a_null_is_left_as_it_is_and_no_failure(tmp_path: Path) -> None:
    data = b'{"text": null}\n{"text": "AD: x\\na"}\n'
    summary, said = clean(write(tmp_path / "in", {"a.jsonl": data}), tmp_path / "out")
    assert (summary.failed, summary.documents, said) == ([], 1, [])
    assert (tmp_path / "out/clean/a.jsonl").read_bytes() == b'{"text": null}\n{"text": "a"}\n'


def test_records_without_a_text_are_all_counted_and_some_named(tmp_path: Path) -> None:
    """Another field has the texts, or a job that fetched them failed: what comes after them is cleaned all the same."""
    files = {
        "a.jsonl": b'{"body": "AD: x\\na"}\n' * 30,
        "b.jsonl": b'{"body": "AD: x\\na"}\n' * 30 + b'{"text": "AD: x\\na"}\n',
    }
    summary, said = clean(write(tmp_path / "in", files), tmp_path / "out")
    assert [(note.path, note.record) for note in summary.failed] == [
        (name, number) for name in files for number in range(1, 31)
    ]
    assert "a.jsonl:1: no field 'text' (it has body): name the one of the text with --text-field" in said[0]
    assert len(said) == 2 * (10 + 1)
    assert said[-1].endswith("b.jsonl: 20 more like these; summary.json has all")
    out = tree(tmp_path / "out/clean")
    assert out == {"a.jsonl": files["a.jsonl"], "b.jsonl": files["b.jsonl"].replace(b'"text": "AD: x\\n', b'"text": "')}
    restore_folder(tmp_path / "out", tmp_path / "back", said.append)
    assert tree(tmp_path / "back") == files


def test_no_patch_is_made_of_a_link(tmp_path: Path) -> None:
    """None fits: `git apply` would refuse all of it."""
    write(tmp_path / "in", {"d/a.txt": b"AD: x\na\n"})
    (tmp_path / "in/b.txt").symlink_to("d/a.txt")
    summary, _ = clean(tmp_path / "in", tmp_path / "out")
    assert summary.changed == 2
    assert (tmp_path / "out/clean/b.txt").read_bytes() == b"a\n"
    assert (tmp_path / "out/changes.patch").read_bytes().count(b"+++") == 1
    assert tree(tmp_path / "in") == {"b.txt": b"AD: x\na\n", "d/a.txt": b"AD: x\na\n"}
    assert restore_folder(tmp_path / "out", tmp_path / "back", print) == (2, [])
    assert tree(tmp_path / "back") == tree(tmp_path / "in")
