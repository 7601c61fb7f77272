from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from cleaner.errors import OutputError, RestoreError
from cleaner.record import ChangeLog
from cleaner.undo import restore_fixed, restore_folder, restore_stream
from tests.test_run import FILES, clean, plain, tree, write


@pytest.fixture
def output(tmp_path: Path) -> Path:
    clean(write(tmp_path / "in", FILES), tmp_path / "out")
    return tmp_path / "out"


def test_an_empty_corpus_is_restored_to_nothing(tmp_path: Path) -> None:
    write(tmp_path / "out", {"changes.jsonl": b""})
    (tmp_path / "out/clean").mkdir()
    assert restore_folder(tmp_path / "out", tmp_path / "back", print) == (0, [])


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


def test_a_change_record_that_leads_elsewhere_is_refused(output: Path, tmp_path: Path) -> None:
    for path in ("../a.txt", "/etc/a.txt"):
        log = (output / "changes.jsonl").read_bytes().split(b"\n")[0].replace(b'"a.txt"', json.dumps(path).encode())
        (output / "changes.jsonl").write_bytes(log + b"\n")
        with pytest.raises(RestoreError, match="leads out"):
            restore_folder(output, tmp_path / "back", print)
        assert not (tmp_path / "back").exists()


def test_fixed_files_must_lie_in_the_folder(output: Path, tmp_path: Path) -> None:
    log = (output / "changes.jsonl").read_bytes().split(b"\n")[0].replace(b'"a.txt"', b'"../a.txt"')
    (tmp_path / "log").write_bytes(log + b"\n")
    with pytest.raises(RestoreError, match="lies outside"):
        restore_fixed(output / "clean", tmp_path / "log", tmp_path / "back", print)


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
