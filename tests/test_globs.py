"""Patterns of paths; git is the judge."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cleaner.globs import Globs


@pytest.mark.parametrize(
    ("lines", "path"),
    [
        ([], "a.txt"),
        (["# *.txt", "", "   "], "a.txt"),
        (["*.txt"], "a.md"),
        (["/a.txt"], "d/a.txt"),
        (["d/a.txt"], "x/d/a.txt"),
        (["a/"], "a"),
        (["a/**"], "a"),
        (["[a"], "[a"),
        (["a\\"], "a"),
        (["[z-a]"], "b"),
        (["[[:digit:]]"], "a"),
        (["[[:word:]]"], "w"),
        (["[[:digit:]"], "1"),
        (["[[:print:]]"], "/"),
        (["[[:alpha:]]"], "é"),
        (["?"], "ab"),
        (["a*b"], "a/b"),
    ],
)
def test_what_is_not_named(lines: list[str], path: str) -> None:
    assert Globs(lines).names(path) is None


@pytest.mark.parametrize(
    ("lines", "path", "named"),
    [
        (["*.txt"], "d/a.txt", True),
        (["*.txt", "!a.txt"], "d/a.txt", False),
        (["!a.txt", "*.txt"], "d/a.txt", True),
        (["a/**/b"], "a/b", True),
        (["a/**/b"], "a/x/y/b", True),
        (["**/b"], "b", True),
        (["/***/b"], "a/x/b", True),
        (["/****/b"], "b", True),
        (["d/***"], "d/x/y", True),
        (["d/**"], "d/x/y", True),
        (["[!a].txt"], "b.txt", True),
        (["\\#a"], "#a", True),
        (["a\\ "], "a ", True),
        (["a  "], "a", True),
        (["*.txt\r"], "a.txt", True),
        (["日*.txt"], "日本.txt", True),
        (["[[:digit:]].txt"], "d/1.txt", True),
        (["[![:digit:]x].txt"], "y.txt", True),
        (["[a[:punct:]-z]"], "-", True),
        (["[[:]"], ":", True),
        (["[[:a]b"], "[b", True),
    ],
)
def test_what_is_named(lines: list[str], path: str, named: bool) -> None:
    assert Globs(lines).names(path) is named


def test_a_pattern_with_a_slash_at_its_end_names_folders_only() -> None:
    assert Globs(["a/"]).names("x/a", folder=True) is True


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("repository")
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    subprocess.run(["git", "init", "-q", folder], check=True, env=clean)
    yield folder


brackets = ["[ab]", "[!a]", "[a-b]", "[^b", "[[:alpha:]]", "[[:punct:]-b]", "[[:"]
pieces = st.sampled_from(["a", "b", "ab", "*", "**", "/", "/", "?", *brackets, "\\", ".", "]", "!"])
# git takes `a**/b` for `a` and then `**/b`, which its manual denies: such patterns are left out
odd = re.compile(r"[^/]\*\*|\*\*[^/]")
patterns = st.lists(pieces, min_size=1, max_size=6).map("".join).filter(lambda text: not odd.search(text))
names = st.sampled_from(["a", "b", "ab", "ba", "a.b", "]", "*"])
paths = st.lists(names, min_size=1, max_size=4).map("/".join)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(patterns, min_size=1, max_size=3), st.lists(paths, min_size=1, max_size=12, unique=True))
def test_git_says_the_same(repository: Path, lines: list[str], asked: list[str]) -> None:
    (repository / ".gitignore").write_text("\n".join(lines) + "\n", "utf-8")
    done = subprocess.run(
        ["git", "check-ignore", "--no-index", "--stdin", "-z"],
        cwd=repository,
        input="\0".join(asked).encode() + b"\0",
        capture_output=True,
        env={name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
    )
    ignored = set(done.stdout.decode().split("\0")) - {""}
    globs = Globs(lines)

    assert {path for path in asked if globs.covers(path)} == ignored
