from __future__ import annotations

import gzip
import json
import shutil
from pathlib import Path

import pytest

from cleaner.changelog import ChangeLog
from cleaner.document import Cleaning
from cleaner.errors import OutputError, RestoreError
from cleaner.record import Change
from cleaner.undo import Undo, restore_fixed, restore_folder, restore_stream
from tests.test_run import FILES, clean, lock, plain, tree, write


@pytest.fixture
def output(tmp_path: Path) -> Path:
    clean(write(tmp_path / "in", FILES), tmp_path / "out")
    return tmp_path / "out"


def test_an_empty_corpus_is_restored_to_nothing(tmp_path: Path) -> None:
    write(tmp_path / "out", {"changes.jsonl": b""})
    (tmp_path / "out/clean").mkdir()
    assert restore_folder(tmp_path / "out", tmp_path / "back", print) == (0, [])


def test_two_halves_of_a_character_that_are_spelled_apart_stay_two(tmp_path: Path) -> None:
    r"""An escape of one half and a byte that is no UTF-8: as `\\ud83d\\udc80` the record would hold one character."""
    files = {"a.jsonl": b'{"text": "The ferry\\nAD: \\ud83d\x80 boats\\nleaves \\ud83d\x80"}\n'}
    clean(write(tmp_path / "in", files), tmp_path / "out")
    assert tree(tmp_path / "out/clean") == {"a.jsonl": b'{"text": "The ferry\\nleaves \\ud83d\x80"}\n'}
    assert restore_folder(tmp_path / "out", tmp_path / "back", print) == (1, [])
    assert tree(tmp_path / "back") == files


def test_a_folder_that_is_no_output_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RestoreError, match="no folder clean"):
        restore_folder(tmp_path, tmp_path / "back", print)
    (tmp_path / "clean").mkdir()
    with pytest.raises(RestoreError, match=r"changes\.jsonl: cannot be read"):
        restore_folder(tmp_path, tmp_path / "back", print)


def test_a_target_that_is_not_empty_is_refused(output: Path, tmp_path: Path) -> None:
    write(tmp_path / "back", {"mine.txt": b"mine"})
    with pytest.raises(OutputError, match="not empty"):
        restore_folder(output, tmp_path / "back", print)
    with pytest.raises(OutputError, match="folder"):
        restore_folder(output, tmp_path / "back/mine.txt", print)
    assert tree(tmp_path / "back") == {"mine.txt": b"mine"}


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"Title\r\n\r\nThe bridgf.\r\n", "digest"),
        ("a.txt", b"", "does not fit"),
        ("deep/r.jsonl", b'{"id": 1, "text": "x\\nz"}\r\n\n', "no record 3"),
        ("deep/r.jsonl", b'{"id": 1, "text": "y\\nz"}\r\n\n{ "text" : "\\u00e9" , "id":"k"}\n', "record 1: the digest"),
        ("deep/r.jsonl", b"{\n", "record 1 was altered"),
        ("z.txt.gz", b"kept\n", "gzip"),
    ],
)
def test_an_altered_file_is_left_out_and_said(
    output: Path, tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    write(output / "clean", {name: data})
    said: list[str] = []
    restored, failed = restore_folder(output, tmp_path / "back", said.append)
    assert (restored, [note.path for note in failed]) == (len(FILES) - 1, [name])
    assert reason in said[0]
    assert plain(tree(tmp_path / "back")) == plain({other: data for other, data in FILES.items() if other != name})


def test_a_missing_file_is_said(output: Path, tmp_path: Path) -> None:
    (output / "clean/a.txt").unlink()
    _, failed = restore_folder(output, tmp_path / "back", print)
    assert "a.txt: no such file" in str(failed[0])


def test_missing_files_leave_no_empty_folder(output: Path, tmp_path: Path) -> None:
    shutil.rmtree(output / "clean/deep")
    _, failed = restore_folder(output, tmp_path / "back", print)
    assert "deep/r.jsonl: no such file" in "".join(map(str, failed))
    assert not (tmp_path / "back/deep").exists()


def test_a_folder_that_has_none_of_the_fixed_files_is_refused(output: Path, tmp_path: Path) -> None:
    with pytest.raises(RestoreError, match="has none of the files"):
        restore_fixed(tmp_path, output / "changes.jsonl", tmp_path / "back", print)
    assert not (tmp_path / "back").exists()


def test_a_change_record_that_leads_elsewhere_is_refused(output: Path, tmp_path: Path) -> None:
    for path in ("../a.txt", "/etc/a.txt", "", ".", "a\0.txt", "\ud800.txt"):
        log = (output / "changes.jsonl").read_bytes().split(b"\n")[0].replace(b'"a.txt"', json.dumps(path).encode())
        (output / "changes.jsonl").write_bytes(log + b"\n")
        with pytest.raises(RestoreError, match="leads out"):
            restore_folder(output, tmp_path / "back", print)
        assert not (tmp_path / "back").exists()


@pytest.mark.parametrize("keep", [slice(-1), slice(0), slice(1, None)])
def test_missing_change_records_are_refused(output: Path, tmp_path: Path, keep: slice) -> None:
    lines = (output / "changes.jsonl").read_bytes().splitlines(keepends=True)
    (output / "changes.jsonl").write_bytes(b"".join(lines[keep]))
    with pytest.raises(RestoreError, match=r"has \d change records, but summary\.json counts 8 .*fetch both again"):
        restore_folder(output, tmp_path / "back", print)
    assert not (tmp_path / "back").exists()


@pytest.mark.parametrize("summary", [b"", b"[]", b'{"changed": 8, "failed": [7]}'])
def test_a_damaged_summary_is_refused(output: Path, tmp_path: Path, summary: bytes) -> None:
    (output / "summary.json").write_bytes(summary)
    with pytest.raises(RestoreError, match=r"summary\.json: cannot be read .*fetch it again"):
        restore_folder(output, tmp_path / "back", print)


def test_a_missing_unchanged_file_is_said(output: Path, tmp_path: Path) -> None:
    (output / "clean/clean.md").unlink()
    restored, failed = restore_folder(output, tmp_path / "back", print)
    assert (restored, [note.path for note in failed]) == (len(FILES) - 1, ["clean.md"])


def test_a_file_that_was_never_written_is_not_missed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "in", {"a.txt": b"AD: x\na\n", "b.txt": b"b\n"})
    with monkeypatch.context() as patch:
        lock(patch, "b.txt")
        clean(tmp_path / "in", tmp_path / "out")
    assert restore_folder(tmp_path / "out", tmp_path / "back", print) == (1, [])


def test_an_output_without_summary_or_manifest_is_restored_and_it_is_said(output: Path, tmp_path: Path) -> None:
    for name in ("summary.json", "manifest.jsonl"):
        (output / name).unlink()
    said: list[str] = []
    assert restore_folder(output, tmp_path / "back", said.append) == (len(FILES), [])
    assert ["summary.json is missing" in said[0], "manifest.jsonl is missing" in said[1]] == [True, True]


def test_a_manifest_that_cannot_be_read_hides_no_missing_file(output: Path, tmp_path: Path) -> None:
    (output / "clean/clean.md").unlink()
    (output / "manifest.jsonl").unlink()
    (output / "manifest.jsonl").mkdir()
    with pytest.raises(OutputError, match=r"manifest\.jsonl: cannot be read"):
        restore_folder(output, tmp_path / "back", print)


def test_fixed_files_must_lie_in_the_folder(output: Path, tmp_path: Path) -> None:
    log = (output / "changes.jsonl").read_bytes().split(b"\n")[0]
    for path, reason in (("../a.txt", "lies outside"), ("", "lies outside"), ("a\0.txt", "no name of a file")):
        (tmp_path / "log").write_bytes(log.replace(b'"a.txt"', json.dumps(path).encode()) + b"\n")
        with pytest.raises(RestoreError, match=reason):
            restore_fixed(output / "clean", tmp_path / "log", tmp_path / "back", print)


@pytest.mark.parametrize("other", ["{}/d/a.txt", "d/../d/a.txt", "link.txt"])
def test_fixes_under_several_names_are_undone_together(tmp_path: Path, other: str) -> None:
    write(tmp_path, {"d/a.txt": b"b\n"})
    (tmp_path / "link.txt").symlink_to("d/a.txt")
    changes = [
        Change.of(Cleaning("AD: x\nZZSPAM b\n", cuts=((0, 6),)), "d/a.txt", "m"),
        Change.of(Cleaning("ZZSPAM b\n", cuts=((0, 7),)), other.format(tmp_path), "m"),
    ]
    (tmp_path / "log").write_bytes(b"".join([change.encode() for change in changes]))
    assert restore_fixed(tmp_path, tmp_path / "log", tmp_path / "back", print)[1] == []
    assert tree(tmp_path / "back") == dict.fromkeys(tree(tmp_path / "back"), b"AD: x\nZZSPAM b\n")
    assert "d/a.txt" in tree(tmp_path / "back")


def test_an_edit_between_two_fixes_is_refused_also_under_another_name(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": b"b\n"})
    changes = [
        Change.of(Cleaning("AD: x\nb\n", cuts=((0, 6),)), "a.txt", "m"),
        Change.of(Cleaning("b\nAD: y\n", cuts=((2, 8),)), str(tmp_path / "a.txt"), "m"),
    ]
    (tmp_path / "log").write_bytes(b"".join([change.encode() for change in changes]))
    restored, [note] = restore_fixed(tmp_path, tmp_path / "log", tmp_path / "back", print)
    assert (restored, tree(tmp_path / "back")) == (0, {})
    assert "digest" in note.reason


def test_a_torn_last_line_of_a_log_is_passed_over_and_said(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": b"b\n", "c.txt": b"AD: x\nc\n"})
    first, second = (
        Change.of(Cleaning(f"AD: x\n{name}\n", cuts=((0, 6),)), f"{path}.txt", "m").encode()
        for name, path in (("b", "a"), ("c", "c"))
    )
    (tmp_path / "log").write_bytes(first + second[:70])
    said: list[str] = []
    assert restore_fixed(tmp_path, tmp_path / "log", tmp_path / "back", said.append) == (1, [])
    assert tree(tmp_path / "back") == {"a.txt": b"AD: x\nb\n"}
    assert "log:2: is torn" in said[0]
    assert len(said) == 1


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz"])
def test_a_record_file_that_is_missing_or_damaged_does_not_stop_the_others(tmp_path: Path, name: str) -> None:
    write(tmp_path / "d", {"b.txt": b"b\n"})
    cleaning = Cleaning("AD: x\nb\n", cuts=((0, 6),))
    records = [Change.of(cleaning, name, "m", record=1), Change.of(cleaning, "b.txt", "m")]
    (tmp_path / "log").write_bytes(b"".join(record.encode() for record in records))
    restored, failed = restore_fixed(tmp_path / "d", tmp_path / "log", tmp_path / "one", print)
    assert (restored, [str(note) for note in failed]) == (
        1, [f"{name}: no such file or folder: check the path (left out)"]
    )  # fmt: skip
    write(tmp_path / "d", {name: gzip.compress(b"{}")[:-9] if name.endswith(".gz") else b"\xff"})
    assert restore_fixed(tmp_path / "d", tmp_path / "log", tmp_path / "two", print)[0] == 1
    assert tree(tmp_path / "two") == {"b.txt": b"AD: x\nb\n"}


@pytest.mark.parametrize("raw", ["\\u0001", "\\ud800", '\\"', "\\\\", "x"])
def test_altered_pieces_are_said(tmp_path: Path, raw: str) -> None:
    clean(write(tmp_path / "in", {"a.jsonl": b'{"text": "AD: \\/\\nb"}\n', "b.txt": b"b\n"}), tmp_path / "out")
    log = (tmp_path / "out/changes.jsonl").read_bytes()
    (tmp_path / "out/changes.jsonl").write_bytes(log.replace(b'"raw": ["A', f'"raw": ["{raw}'.encode()))
    restored, [note] = restore_folder(tmp_path / "out", tmp_path / "back", print)
    assert (restored, note.path) == (1, "a.jsonl")
    assert "altered" in note.reason


def test_a_text_piece_without_bytes_is_said(output: Path, tmp_path: Path) -> None:
    log = (output / "changes.jsonl").read_bytes()
    (output / "changes.jsonl").write_bytes(log.replace(b"AD: buy", b"\\ud800D: buy"))
    restored, [note] = restore_folder(output, tmp_path / "back", print)
    assert (restored, note.path) == (len(FILES) - 1, "a.txt")


@pytest.mark.parametrize("first", [b"WARC/1.0", b"PAR1 x"])
def test_a_broken_first_line_does_not_make_it_another_format(tmp_path: Path, first: bytes) -> None:
    files = {"a.jsonl": first + b'\n{"text": "AD: x\\nb"}\n'}
    clean(write(tmp_path / "in", files), tmp_path / "out")
    assert restore_folder(tmp_path / "out", tmp_path / "back", print) == (1, [])
    assert tree(tmp_path / "back") == files


def test_a_record_that_does_not_say_its_format_is_restored_by_the_look_of_the_file(tmp_path: Path) -> None:
    files = {"a.jsonl": b'{"text": "AD: x\\nb"}\n'}
    clean(write(tmp_path / "in", files), tmp_path / "out")
    log = (tmp_path / "out/changes.jsonl").read_bytes()
    (tmp_path / "out/changes.jsonl").write_bytes(log.replace(b', "format": "jsonl"', b""))
    assert restore_folder(tmp_path / "out", tmp_path / "back", print) == (1, [])
    assert tree(tmp_path / "back") == files


def test_two_changes_of_a_row_are_one_too_many() -> None:
    """Parquet and WET are never fixed in place, so each of their records changes once."""
    change = Change.of(Cleaning("AD: x\nb", cuts=((0, 6),)), "a.parquet", "m", record=1)
    undo = Undo(iter([change, change]))
    assert undo.texts(["b", None], 1) == ["AD: x\nb", None]
    with pytest.raises(RestoreError, match="has no record 1"):
        undo.finish()


def test_a_stream_is_restored_by_its_name(output: Path, tmp_path: Path) -> None:
    lines = (output / "changes.jsonl").read_bytes().split(b"\n")
    (tmp_path / "log").write_bytes(lines[0] + b"\n")
    log = ChangeLog(tmp_path / "log")
    assert restore_stream(log, "a.txt", (output / "clean/a.txt").read_bytes()) == FILES["a.txt"]
    with pytest.raises(RestoreError, match="--stdin-filename"):
        restore_stream(log, "-", b"")


def test_permissions_are_kept(output: Path, tmp_path: Path) -> None:
    (output / "clean/a.txt").chmod(0o600)
    restore_folder(output, tmp_path / "back", print)
    assert (tmp_path / "back/a.txt").stat().st_mode & 0o777 == 0o600


def test_restored_gzip_files_are_gzip_files(output: Path, tmp_path: Path) -> None:
    restore_folder(output, tmp_path / "back", print)
    assert gzip.decompress((tmp_path / "back/r.jsonl.gz").read_bytes()) == b'{"text": "AD: x\\nkept"}\n'
    assert (tmp_path / "back/clean.txt.gz").read_bytes() == FILES["clean.txt.gz"]
