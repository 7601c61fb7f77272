"""Diffs are accepted, and reversed, by the real tools."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from cleaner.document import Cut, delete
from cleaner.patch import unified_diff
from tests.strategies import cut_texts

NAMES = [
    "f.txt",
    "a b.txt",
    'é"q.txt',
    "back\\slash.txt",
    "tab\there.txt",
    "new\nline.txt",
    "-dash.txt",
    "deep/er/x.txt",
]


def git(folder: Path, *argv: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        ["git", "-c", "core.autocrlf=false", "apply", "--whitespace=nowarn", *argv], cwd=folder, capture_output=True
    )


def apply_and_reverse(folder: Path, name: str, text: str, cuts: tuple[Cut, ...], patch: bool = False) -> None:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    original, clean = (t.encode("utf-8", "surrogateescape") for t in (text, delete(text, cuts)))
    file.write_bytes(original)
    (folder / "p").write_bytes(unified_diff(name, text, cuts).encode("utf-8", "surrogateescape"))
    for options, expected in (((), clean), (("-R",), original)):
        done = git(folder, *options, "p")
        assert done.returncode == 0, (text, cuts, done.stderr)
        assert file.read_bytes() == expected
    if patch and clean:  # `patch` removes a file that becomes empty
        for options, expected in (((), clean), (("-R",), original)):
            done = subprocess.run(
                ["patch", "-p1", "--binary", "--no-backup-if-mismatch", *options, "-i", "p"],
                cwd=folder,
                capture_output=True,
            )
            assert done.returncode == 0, (text, cuts, done.stdout)
            assert file.read_bytes() == expected


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("repository")
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    return folder


def test_nothing_cut_is_no_diff() -> None:
    assert unified_diff("a.txt", "a\nb\n", ()) == ""
    assert unified_diff("a.txt", "", ()) == ""


def test_a_file_without_a_final_newline() -> None:
    assert unified_diff("a.txt", "a\nb", ((2, 3),)) == (
        "diff --git a/a.txt b/a.txt\n--- a/a.txt\n+++ b/a.txt\n@@ -1,2 +1,1 @@\n a\n-b\n\\ No newline at end of file\n"
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cut_texts(surrogates=False))
def test_git_accepts_and_reverses_any_diff(repository: Path, cut_text: tuple[str, tuple[Cut, ...]]) -> None:
    text, cuts = cut_text
    text = text.replace("\0", "0")  # files with NUL are binary: they are never cleaned
    if cuts:
        apply_and_reverse(repository, "f.txt", text, cuts)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("text", "cuts"),
    [
        ("a\nAD\nb\n", ((2, 5),)),
        ("a\r\nAD\r\nb", ((3, 7),)),
        ("one\ntwo", ((3, 4),)),
        ("a\nAD", ((2, 4),)),
        ("AD\na", ((0, 3),)),
        ("\ufeffAD\na\n", ((1, 4),)),
        ("a\u2028AD\nb\x0bc\x85d\n", ((2, 4),)),
        ("bad \udcff byte\nAD\n", ((11, 13),)),
        ("".join(f"{n}\n" for n in range(40)), ((0, 2), (30, 33), (70, 73), (107, 110))),
        ("all", ((0, 3),)),
    ],
)
def test_git_and_patch_accept_and_reverse(repository: Path, name: str, text: str, cuts: tuple[Cut, ...]) -> None:
    apply_and_reverse(repository, name, text, cuts, patch="\n" not in name)


def test_many_cuts_in_one_line_cost_one_pass() -> None:
    text = "word AD " * 50_000
    cuts = tuple((at, at + 3) for at in range(5, len(text), 8))
    assert unified_diff("a", text, cuts).count("\n") == 8
