"""Only lines that changed in git; git is real."""

from __future__ import annotations

import gzip
import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.changed import within
from tests.test_cli import Run
from tests.test_run import write

ODD = 'd/ü "q"\n.txt'


def git(*arguments: object) -> None:
    subprocess.run(["git", *map(str, arguments)], check=True, capture_output=True)


@pytest.fixture
def repository(here: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "A")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "a@example.org")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    git("init", "-q", here)
    return here


def commit(repository: Path, files: dict[str, bytes]) -> None:
    write(repository, files)
    git("add", "--all")
    git("commit", "-qm", "x")


def test_errors_are_one_line(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(here, {"a.txt": b"AD: x\n"})
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(here.parent))
    ran = run("check", "a.txt", "--changed-since", "HEAD")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, b"", 1)
    assert "inside a git repository" in ran.err
    monkeypatch.setenv("PATH", str(here))
    ran = run("check", "a.txt", "--changed-since", "HEAD")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "needs git" in ran.err


@pytest.mark.parametrize("revision", ["nowhere", "", "--help", "HEAD:a.txt", "a b"])
def test_a_revision_that_does_not_exist(run: Run, repository: Path, revision: str) -> None:
    commit(repository, {"a.txt": b"AD: x\n"})
    ran = run("check", "--fix", "a.txt", f"--changed-since={revision}")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "no such revision" in ran.err
    assert (repository / "a.txt").read_bytes() == b"AD: x\n"


def test_a_path_outside_of_the_repository(run: Run, repository: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    commit(repository, {"a.txt": b"x\n"})
    other = write(tmp_path_factory.mktemp("other"), {"b.txt": b"AD: x\n"}) / "b.txt"
    ran = run("check", "a.txt", other, "--changed-since", "HEAD")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "is not in the repository" in ran.err


def test_standard_input_has_no_history(run: Run, repository: Path) -> None:
    commit(repository, {"a.txt": b"x\n"})
    assert run("check", "-", "--changed-since", "HEAD").code == 2


def test_what_did_not_change_is_passed_over(run: Run, repository: Path) -> None:
    old = {"a.txt": b"AD: old\na\n", "b.jsonl": b'{"text": "AD: old\\nb"}\n', "c.txt.gz": gzip.compress(b"AD: x\nc\n")}
    commit(repository, old)
    for options in ((), ("--fix",), ("--diff",)):
        ran = run("check", ".", "--changed-since", "HEAD", *options)
        assert (ran.code, ran.out, ran.err) == (0, b"", "")


def test_changed_lines_new_files_and_other_folders(run: Run, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(
        repository,
        {
            "a.txt": b"AD: old\nx\nZZSPAM old\n",
            ODD: b"AD: old\n",
            "r.jsonl": b'{"text": "AD: old"}\n{"text": "b"}\n',
            "moved.txt": b"AD: old\n" + b"line\n" * 30,
            "gone.txt": b"AD: x\n",
            "bin.txt.gz": gzip.compress(b"AD: x\n", mtime=0),
        },
    )
    git("mv", "moved.txt", "d/new name.txt")
    (repository / "gone.txt").unlink()
    write(
        repository,
        {
            "a.txt": b"AD: old\nAD: new\nx\nThe ZZSPAM old\n",
            ODD: b"AD: old\nAD: new\n",
            "r.jsonl": b'{"text": "AD: old"}\n{"text": "b ZZSPAM"}\n',
            "untracked.txt": b"AD: x\n",
            "bin.txt.gz": gzip.compress(b"AD: y\nAD: x\n", mtime=0),
        },
    )
    expected = [
        "a.txt:2:1: promotion 0.97 AD: new",
        "a.txt:4:4: spam 0.95 The[- ZZSPAM-] old",
        "bin.txt.gz:1:1: promotion 0.97 AD: y",
        "bin.txt.gz:2:1: promotion 0.97 AD: x",
        'd/ü "q"\\n.txt:2:1: promotion 0.97 AD: new',
        "r.jsonl:2:1:2: spam 0.95 b[- ZZSPAM-]",
        "untracked.txt:1:1: promotion 0.97 AD: x",
    ]
    assert run("check", ".", "--changed-since", "HEAD").out.decode().split("\n")[:-1] == expected
    monkeypatch.chdir(repository / "d")
    assert run("check", "../a.txt", "--changed-since", "HEAD").out.count(b"\n") == 2
    git("config", "diff.noprefix", "true")
    git("config", "diff.submodule", "log")
    git("config", "color.diff", "always")
    git("config", "diff.relative", "true")
    assert run("check", "../a.txt", "--changed-since", "HEAD").out.count(b"\n") == 2


def test_lines_between_two_changes_are_no_changes(run: Run, repository: Path) -> None:
    commit(repository, {"a.txt": b"a\nAD: old\nb\n"})
    write(repository, {"a.txt": b"A\nAD: old\nB\n"})
    git("config", "diff.interHunkContext", "5")
    ran = run("check", "a.txt", "--changed-since", "HEAD")
    assert (ran.code, ran.out) == (0, b"")


def test_fix_leaves_old_lines_alone(run: Run, repository: Path) -> None:
    commit(repository, {"a.txt": b"AD: old\nx\nCopyright\n"})
    write(repository, {"a.txt": b"AD: old\nAD: new\nx\nThe ZZSPAM end\nCopyright\n"})
    assert run("check", "--fix", "a.txt", "--changed-since", "HEAD").code == 1
    assert (repository / "a.txt").read_bytes() == b"AD: old\nx\nThe end\nCopyright\n"
    assert run("check", "--fix", "a.txt", "--changed-since", "HEAD").code == 0


def test_a_merge_that_is_not_settled_counts_as_changed(run: Run, repository: Path) -> None:
    commit(repository, {"a.txt": b"AD: old\nx\n"})
    git("checkout", "-qb", "other")
    commit(repository, {"a.txt": b"AD: old\ny\n"})
    git("checkout", "-q", "-")
    commit(repository, {"a.txt": b"AD: old\nz\n"})
    subprocess.run(["git", "merge", "other"], capture_output=True)
    assert run("check", "a.txt", "--changed-since", "HEAD").code in (0, 1)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=6), st.integers(0, 40))
def test_a_line_is_looked_up_among_those_that_changed(gaps: list[tuple[int, int]], line: int) -> None:
    hunks, at = [], 1
    for gap, length in gaps:
        hunks.append(range(at + gap, at + gap + length))
        at = hunks[-1].stop
    assert within(hunks, line) == any(line in hunk for hunk in hunks)
    assert within(None, line)
