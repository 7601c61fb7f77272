"""Accepted findings: what is passed over, what is not, and what no longer matches."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from cleaner.baseline import NAME, Accepted, Entry, hash_of
from cleaner.choice import Choice
from cleaner.corpus import Source
from cleaner.document import Cleaning, Finding
from cleaner.taxonomy import Label
from tests.test_cli import Run
from tests.test_run import tree, write

FILES = {
    "a.txt": b"AD: old\r\nThe ZZSPAM bridge\r\nfine\r\n",
    "d/b.jsonl": b'{"text": "AD: old\\nb"}\n',
    "clean.txt": b"fine\n",
}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b"", "is no baseline"),
        (b"[]", "is no baseline"),
        (b"{}", "is no baseline"),
        (b"\xff", "is no baseline"),
        (b'{"version": 2, "findings": []}', "version 2, this program reads 1"),
        (b'{"version": 1}', "is no baseline"),
        (b'{"version": 1, "findings": [{"path": "a"}]}', "is no baseline"),
        (b'{"version": 1, "findings": [{"path": 1, "label": "a", "line": "b", "count": 1}]}', "is no baseline"),
        (b"[" * 100_000, "is no baseline"),
        *[
            (b'{"version": 1, "findings": [{"path": "a", "label": "b", "line": "c", "count": %b}]}' % count, "a count")
            for count in (b"1e999", b"2.7", b"true", b"-1")
        ],
    ],
)
def test_a_bad_baseline_is_one_line_and_changes_nothing(run: Run, here: Path, text: bytes, message: str) -> None:
    write(here, {"a.txt": b"AD: x\na\n", "b.json": text})
    before = tree(here)
    ran = run("check", "--fix", "a.txt", "--baseline", "b.json")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, b"", 1)
    assert message in ran.err
    assert "cleaner baseline" in ran.err
    assert tree(here) == before


def test_a_baseline_that_is_missing_is_an_error(run: Run, here: Path) -> None:
    write(here, {"a.txt": b"fine"})
    assert run("check", "a.txt", "--baseline", "nowhere.json").code == 2


def test_clean_files_make_an_empty_baseline(run: Run, here: Path) -> None:
    write(here, {"a.txt": b"fine\n"})
    assert run("baseline", "a.txt").code == 0
    assert json.loads((here / NAME).read_bytes()) == {"version": 1, "findings": []}
    assert run("check", "a.txt", "--baseline", NAME).err == ""


def test_what_is_accepted_is_passed_over_everywhere(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(here, FILES)
    ran = run("baseline", ".", "--output", "accepted.json")
    assert (ran.code, ran.out) == (0, b"")
    assert "3 findings accepted" in ran.err
    kept = (here / "accepted.json").read_bytes()
    assert b"old" not in kept
    for options in ((), ("--fix",), ("--diff",), ("--output-format", "jsonl")):
        ran = run("check", "a.txt", "d", "--baseline", "accepted.json", *options)
        assert (ran.code, ran.out, ran.err) == (0, b"", "")
    assert {name: tree(here)[name] for name in FILES} == FILES
    monkeypatch.chdir(here / "d")
    assert run("check", "b.jsonl", "../a.txt", "--baseline", "../accepted.json").code == 0
    assert run("baseline", "..", "--output", "../accepted.json").code == 0
    assert (here / "accepted.json").read_bytes() == kept


def test_what_is_new_is_found(run: Run, here: Path) -> None:
    write(here, FILES)
    run("baseline", ".")
    write(here, {"a.txt": b"new line\nfine\nAD: old\nThe ZZSPAM bridge\nAD: new\nAD: old\n"})
    assert run("check", "a.txt", "--baseline", NAME).out.decode().split("\n")[:-1] == [
        "a.txt:5:1: promotion 0.97 AD: new",
        "a.txt:6:1: promotion 0.97 AD: old",
    ]
    assert run("check", "--fix", "a.txt", "--baseline", NAME).code == 1
    assert (here / "a.txt").read_bytes() == b"new line\nfine\nAD: old\nThe ZZSPAM bridge\n"
    assert run("check", "--fix", "a.txt", "--baseline", NAME).code == 0


def test_a_line_that_is_accepted_is_not_rewritten_for_another_reason(here: Path) -> None:
    """Fixing goes by stricter settings: under these not the line was found, but words in it."""
    text = "Add to basket ... Read more\nAdd to basket ... Read more\n"
    entry = Entry("a.txt", "navigation", hash_of("Add to basket ... Read more"))
    found = [Finding(at, at + 9, Label.RELATED, 0.97) for at in (18, 46)]
    source, cleaning = Source(here / "a.txt", "a.txt"), Cleaning(text, tuple(found), ((18, 27), (46, 55)))
    for accepted, left in ((1, found[1:]), (2, [])):
        choice = Choice(Accepted(here, Counter({entry: accepted})))
        assert list(choice.narrow(source, None, cleaning, fixing=True).findings) == left


def test_another_path_or_label_is_not_accepted(run: Run, here: Path) -> None:
    write(here, {"a.txt": b"AD: x\n"})
    run("baseline", "a.txt")
    write(here, {"b.txt": b"AD: x\n"})
    assert run("check", "b.txt", "--baseline", NAME).code == 1
    entries = json.loads((here / NAME).read_bytes())
    entries["findings"][0]["label"] = "spam"
    write(here, {NAME: json.dumps(entries).encode()})
    assert run("check", "a.txt", "--baseline", NAME).code == 1


def test_what_no_longer_matches_is_reported(run: Run, here: Path) -> None:
    write(here, FILES)
    run("baseline", ".")
    write(here, {"a.txt": b"The ZZSPAM bridge\n"})
    ran = run("check", "a.txt", "--baseline", NAME)
    assert ran.code == 0
    assert f"{NAME}: a.txt: accepted but no longer there: 1 promotion" in ran.err
    assert run("check", "clean.txt", "--baseline", NAME).err == ""  # a hook sees some files only
    assert run("check", "a.txt", "--baseline", NAME, "--select", "spam").err == ""
    assert run("check", "a.txt", "--baseline", NAME, "--quiet").err == ""
    (here / "d/b.jsonl").unlink()
    assert "d/b.jsonl: accepted but no longer there" in run("check", "clean.txt", "--baseline", NAME).err


def test_what_is_accepted_of_other_files_and_labels_stays(run: Run, here: Path) -> None:
    write(here, FILES)
    run("baseline", ".")
    whole = (here / NAME).read_bytes()
    assert "beside 1 that stay" in run("baseline", "a.txt").err
    assert (here / NAME).read_bytes() == whole
    assert run("baseline", "a.txt", "--select", "spam").code == 0
    assert (here / NAME).read_bytes() == whole
    write(here, {"a.txt": b"The ZZSPAM bridge\n"})
    assert run("baseline", "a.txt").code == 0
    assert run("check", ".", "--baseline", NAME).err == ""
    (here / "d/b.jsonl").unlink()
    assert run("baseline", "a.txt").code == 0
    assert b"b.jsonl" not in (here / NAME).read_bytes()


def test_a_damaged_baseline_is_not_replaced(run: Run, here: Path) -> None:
    write(here, {"a.txt": b"AD: x\n", NAME: b"{"})
    assert run("baseline", "a.txt").code == 2
    assert (here / NAME).read_bytes() == b"{"


def test_the_configuration_names_it(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(here, FILES | {"cleaner.toml": b"baseline = 'kept/accepted.json'"})
    monkeypatch.chdir(here / "d")
    assert run("baseline", "b.jsonl").code == 0
    assert (here / "kept/accepted.json").exists()
    assert run("check", "b.jsonl").code == 0
    assert run("check", "../a.txt").code == 1


def test_an_input_that_fails_is_exit_2_and_the_rest_is_accepted(run: Run, here: Path) -> None:
    write(here, {"a.txt": b"AD: x\n", "b.txt": b"\0"})
    assert run("baseline", "a.txt", "b.txt").code == 2
    assert run("check", "a.txt", "--baseline", NAME).code == 0


def test_an_ending_is_no_part_of_a_line() -> None:
    assert hash_of("a\r") == hash_of("a\n") == hash_of("a")
    assert hash_of("a ") != hash_of("a")
    assert hash_of("\udcff") != hash_of("\ud83d")
