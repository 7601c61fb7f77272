from __future__ import annotations

import errno
import json
import os
import sys
from pathlib import Path
from threading import Thread
from types import SimpleNamespace

import pytest
from hypothesis import given

from cleaner.changelog import ChangeLog, LogWriter
from cleaner.document import Cleaning, Finding, restore
from cleaner.errors import InputError, OutputError, RestoreError
from cleaner.files import CHUNK
from cleaner.record import Change, digest
from cleaner.taxonomy import Label
from tests.fakes import FakeModel
from tests.strategies import texts

TEXT = "a\nAD: é\nb"
CLEANING = Cleaning(TEXT, (Finding(2, 7, Label.PROMOTION, 0.9, ("cue",)),), ((2, 8),))


def test_no_records_are_an_empty_log(tmp_path: Path) -> None:
    (tmp_path / "c").write_bytes(b"")
    log = ChangeLog(tmp_path / "c")
    assert list(log) == []
    assert list(log.changes("a.txt")) == []


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"", "damaged"),
        (b"{}", "damaged"),
        (b"[]", "damaged"),
        (b"\xff", "damaged"),
        (b'{"version": 2}', "version 2"),
        (Change.of(CLEANING, "a", "m").encode().replace(b"[[2, 8]]", b"[[8, 2]]"), "damaged"),
        (Change.of(CLEANING, "a", "m").encode().replace(b"[[2, 8]]", b"[[2]]"), "damaged"),
        (Change.of(CLEANING, "a", "m").encode().replace(b'"path": "a"', b'"path": 1'), "damaged"),
        (Change.of(CLEANING, "a", "m").encode().replace(b'"record": null', b'"record": "1"'), "damaged"),
        (Change.of(CLEANING, "a", "m").encode().replace(b"[[2, 8]]", b"[[2, Infinity]]"), "damaged"),
        (Change.of(CLEANING, "a", "m").encode().replace(b"[[2, 8]]", b"[" * 100_000), "damaged"),
        (Change.of(CLEANING, "a", "m").encode().replace(b"}\n", b', "format": 1}\n'), "damaged"),
    ],
)
def test_a_damaged_record_is_refused(line: bytes, reason: str) -> None:
    with pytest.raises(RestoreError, match=reason):
        Change.decode(line)


def test_a_damaged_log_names_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "c").write_bytes(Change.of(CLEANING, "a", "m").encode() + b"{\n")
    with pytest.raises(RestoreError, match="c:2: damaged"):
        ChangeLog(tmp_path / "c")
    with pytest.raises(RestoreError, match="cannot be read"):
        ChangeLog(tmp_path / "missing")


def test_what_a_record_holds() -> None:
    assert json.loads(Change.of(CLEANING, "a.txt", "m").encode()) == {
        "path": "a.txt",
        "record": None,
        "id": "a.txt",
        "sha256": digest(TEXT, None),
        "findings": [
            {"start": 2, "stop": 7, "line": 2, "label": "promotion", "score": 0.9, "text": "AD: é", "cues": ["cue"]}
        ],
        "cuts": [[2, 8]],
        "removed": ["AD: é\n"],
        "version": 1,
        "model": "m",
    }


def test_the_id_is_that_of_the_record_or_its_place() -> None:
    assert Change.of(CLEANING, "a.jsonl", "m", record=3).id == "a.jsonl:3"
    assert Change.of(CLEANING, "a.jsonl", "m", record=3, id=7).id == 7
    assert Change.of(CLEANING, "a.jsonl", "m", record=3, id="").id == ""


@given(texts())
def test_any_cleaning_is_restored_from_its_record(text: str) -> None:
    cleaning = FakeModel().clean(text)
    line = Change.of(cleaning, "a.jsonl", "m", record=1).encode()
    assert line.count(b"\n") == 1
    change = Change.decode(line)
    assert restore(cleaning.text, change.cuts, change.removed) == text
    assert change.is_of(text)


def test_a_log_gives_the_records_of_a_file_by_number_the_latest_first(tmp_path: Path) -> None:
    log = tmp_path / "c"
    lines = [
        Change.of(CLEANING, path, model, record=record).encode()
        for path, record, model in [
            ("a", 1, "one"),
            ("a", 3, "one"),
            ("b", 2, "one"),
            ("a", 1, "two"),
            ("a", 2, "two"),
            ("a", 1, "three"),
        ]
    ]
    log.write_bytes(b"".join(lines))
    found = ChangeLog(log)
    assert list(found) == ["a", "b"]
    assert [(change.record, change.model) for change in found.changes("a")] == [
        (1, "three"),
        (1, "two"),
        (1, "one"),
        (2, "two"),
        (3, "one"),
    ]


def test_digests_are_of_bytes() -> None:
    assert digest("\udcff", None) == "a8100ae6aa1940d0b663bb31cd466142ebbdbd5187131b92d93818987832eb89"
    assert digest("a", 1) == digest("a", None)


def test_a_log_only_grows(tmp_path: Path) -> None:
    lines = [Change.of(CLEANING, name, "m") for name in "abc"]
    for change in lines:
        LogWriter(tmp_path / "c").add([change])
    assert (tmp_path / "c").read_bytes() == b"".join([change.encode() for change in lines])


@pytest.mark.parametrize("size", [1, 9, 60, -1])
def test_a_torn_line_of_a_log_gives_way_to_the_next_record(tmp_path: Path, size: int) -> None:
    one, two, three = (Change.of(CLEANING, name, "m").encode() for name in "abc")
    (tmp_path / "c").write_bytes(one + two[:-1][:size])
    LogWriter(tmp_path / "c").add([Change.decode(three)])
    assert (tmp_path / "c").read_bytes() == one + three


def test_a_whole_last_line_without_a_newline_stays(tmp_path: Path) -> None:
    one, two = (Change.of(CLEANING, name, "m").encode() for name in "ab")
    (tmp_path / "c").write_bytes(one[:-1])
    LogWriter(tmp_path / "c").add([Change.decode(two)])
    assert (tmp_path / "c").read_bytes() == one + two


@pytest.mark.parametrize(
    "data", [b"The bridge\nis open", b"The bridge is open\n", b"The bridge is open\n{", b"[1]\n{}\n", b"\n"]
)
def test_what_is_no_log_is_not_added_to(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "c").write_bytes(data)
    with pytest.raises(OutputError, match="does not end in a change record: name another file"):
        LogWriter(tmp_path / "c").add([Change.of(CLEANING, "a", "m")])
    assert (tmp_path / "c").read_bytes() == data


@pytest.mark.parametrize("torn", [b"", b"{", b'{"path": "' + b"c" * CHUNK])
def test_a_record_that_is_longer_than_a_piece_is_found(tmp_path: Path, torn: bytes) -> None:
    one, two = (Change.of(CLEANING, name, "m") for name in ("a" * 3 * CHUNK, "b"))
    (tmp_path / "c").write_bytes(one.encode() + torn)
    LogWriter(tmp_path / "c").add([two])
    assert (tmp_path / "c").read_bytes() == one.encode() + two.encode()


def test_a_record_that_another_process_is_writing_is_waited_for(tmp_path: Path) -> None:
    """What looks torn may be half way: it must not be taken away."""
    fcntl = pytest.importorskip("fcntl", reason="this platform locks files in another way")
    one, two = (Change.of(CLEANING, name, "m") for name in "ab")
    with (tmp_path / "c").open("ab", buffering=0) as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        other.write(one.encode()[:60])
        thread = Thread(target=LogWriter(tmp_path / "c").add, args=[[two]])
        thread.start()
        thread.join(0.2)
        assert thread.is_alive()
        other.write(one.encode()[60:])
    thread.join()
    assert (tmp_path / "c").read_bytes() == one.encode() + two.encode()


def test_where_a_log_cannot_be_locked_nothing_is_added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(handle: object, operation: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(pytest.importorskip("fcntl"), "flock", refuse)
    with pytest.raises(OutputError, match=r"c: cannot be written \(No locks available\): choose another place"):
        LogWriter(tmp_path / "c").add([Change.of(CLEANING, "a", "m")])
    assert (tmp_path / "c").read_bytes() == b""


def test_a_platform_without_locks_has_one_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fcntl", None)
    LogWriter(tmp_path / "c").add([Change.of(CLEANING, "a", "m")])
    assert list(ChangeLog(tmp_path / "c")) == ["a"]


def test_on_windows_a_byte_far_behind_the_records_is_locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def locking(descriptor: int, operation: str, length: int) -> None:
        asked.append((operation, os.lseek(descriptor, 0, os.SEEK_CUR), length))

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(locking=locking, LK_LOCK="lock", LK_UNLCK="unlock"))
    one, two = (Change.of(CLEANING, name, "m") for name in "ab")
    (tmp_path / "c").write_bytes(one.encode()[:-1])
    LogWriter(tmp_path / "c").add([two])
    assert (tmp_path / "c").read_bytes() == one.encode() + two.encode()
    assert asked == [("lock", 2**31 - 2, 1), ("unlock", 2**31 - 2, 1)]


def test_any_number_of_fixes_of_a_file_is_read_with_one_handle(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource", reason="this platform does not limit handles")
    (tmp_path / "c").write_bytes(b"".join([Change.of(CLEANING, "a", str(n)).encode() for n in range(300)]))
    log = ChangeLog(tmp_path / "c")
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (200, hard))
    try:
        assert [change.model for change in log.changes("a")] == [str(n) for n in reversed(range(300))]
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def test_a_full_disk_leaves_a_log_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    log = LogWriter(tmp_path / "c")
    log.add([Change.of(CLEANING, "a", "m")])
    with monkeypatch.context() as patch, pytest.raises(OutputError, match="No space left"):
        patch.setattr(os, "fsync", full)
        log.add([Change.of(CLEANING, "b", "m")])
    log.add([Change.of(CLEANING, "c", "m")])
    assert list(ChangeLog(tmp_path / "c")) == ["a", "c"]


def test_a_log_forgets_a_block_that_failed_but_nothing_of_others(tmp_path: Path) -> None:
    log, other = LogWriter(tmp_path / "c"), LogWriter(tmp_path / "c")
    a, b, c, d = (Change.of(CLEANING, name, "m") for name in "abcd")
    other.add([a])
    with pytest.raises(InputError), log.all_or_none():
        log.add([b])
        log.add([b])
        raise InputError
    assert list(ChangeLog(tmp_path / "c")) == ["a"]
    with pytest.raises(InputError), log.all_or_none():
        other.add([c])
        log.add([b])
        raise InputError
    assert list(ChangeLog(tmp_path / "c")) == ["a", "c"]
    with pytest.raises(InputError), log.all_or_none():
        log.add([b])
        other.add([d])
        raise InputError
    assert list(ChangeLog(tmp_path / "c")) == ["a", "c", "b", "d"]


def test_a_torn_last_line_is_told_or_an_error(tmp_path: Path) -> None:
    one, two = (Change.of(CLEANING, name, "m").encode() for name in "ab")
    (tmp_path / "c").write_bytes(one + two[:60])
    said: list[str] = []
    log = ChangeLog(tmp_path / "c", said.append)
    assert (list(log), log.records, len(said)) == (["a"], 1, 1)
    with pytest.raises(RestoreError, match="c:2: damaged"):
        ChangeLog(tmp_path / "c")
    (tmp_path / "c").write_bytes(two[:60] + b"\n" + one)
    with pytest.raises(RestoreError, match="c:1: damaged"):
        ChangeLog(tmp_path / "c", said.append)


def test_the_records_of_several_names_come_the_latest_first(tmp_path: Path) -> None:
    names = [("a", "one"), ("b", "two"), ("a", "three")]
    (tmp_path / "c").write_bytes(b"".join([Change.of(CLEANING, path, model).encode() for path, model in names]))
    found = ChangeLog(tmp_path / "c").changes("b", "a")
    assert [change.model for change in found] == ["three", "two", "one"]
