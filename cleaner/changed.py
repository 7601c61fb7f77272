"""Which lines changed in git since a revision, so that a check can pass over all others."""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

from cleaner.errors import UsageError

Lines: TypeAlias = list[range] | None
"""Ranges of line numbers from 1; None: all lines, of a file that is new or that git cannot compare."""

_hunk = re.compile(rb"@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@").match


class Changed:
    """Hold the changed lines of the working tree of one repository, by file."""

    def __init__(self, lines: Mapping[str, Lines], known: frozenset[str]) -> None:
        self._lines = lines
        self._known = known

    @classmethod
    def since(cls, revision: str, paths: Iterable[Path]) -> Changed:
        """Compare the files of the working tree with a revision.

        Raises UsageError if there is no such revision, no repository, or a path lies outside of it.
        """
        top = Path(os.fsdecode(_git("rev-parse", "--show-toplevel").removesuffix(b"\n")))
        try:
            commit = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").strip()
        except UsageError:
            raise UsageError(f"--changed-since {revision}: git knows no such revision: check the name") from None
        for path in paths:
            if not Path(_real(path)).is_relative_to(top.resolve()):
                raise UsageError(f"{path} is not in the repository {top}: leave it out, or leave out --changed-since")
        plain = ("--no-ext-diff", "--no-textconv", "--no-color", "--ignore-submodules", "--find-renames")
        against = (*plain, os.fsdecode(commit), "--")
        names = _git("diff", "--name-only", "-z", *against, folder=top).split(b"\0")[:-1]
        patch = _git("diff", "--unified=0", "--inter-hunk-context=0", *against, folder=top)
        known = _git("ls-files", "-z", folder=top).split(b"\0")
        real = os.path.realpath(top)
        sections = list(_sections(patch))
        if len(sections) != len(names):  # a merge that is not settled: take these files as changed throughout
            sections = [None] * len(names)
        files = {_under(real, name): lines for name, lines in zip(names, sections, strict=True)}
        return cls(files, frozenset(_under(real, name) for name in known))

    def lines(self, path: Path) -> Lines:
        """Return which lines of a file changed, in order."""
        name = _real(path)
        return self._lines.get(name, []) if name in self._known else None


def within(lines: Lines, line: int) -> bool:
    """Tell whether a line is among lines that changed."""
    if lines is None:
        return True
    at = bisect_right(lines, line, key=lambda hunk: hunk.start) - 1
    return at >= 0 and line in lines[at]


def _under(folder: str, name: bytes) -> str:
    return os.path.join(folder, os.fsdecode(name))  # noqa: PTH118 (a name that is no UTF-8 stays as it is)


def _real(path: Path) -> str:
    return os.path.join(os.path.realpath(path.parent), path.name)  # noqa: PTH118 (links stay)


def _sections(patch: bytes) -> Iterable[Lines]:
    """Yield the changed lines of each file of a patch without context, in order."""
    lines: Lines = []
    started = False
    for line in patch.split(b"\n"):
        if line.startswith(b"diff --git "):  # content starts with a sign, so that this can be nothing else
            if started:
                yield lines
            started, lines = True, []
        elif line.startswith(b"Binary files "):
            lines = None
        elif lines is not None and (hunk := _hunk(line)):
            first, length = int(hunk[1]), int(hunk[2] or 1)
            lines.append(range(first, first + length))
    if started:
        yield lines


def _git(*arguments: str, folder: Path | None = None) -> bytes:
    import subprocess

    try:
        done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False)
    except OSError as error:
        raise UsageError(f"--changed-since needs git, which cannot be run ({error.strerror}): install it") from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().split("\n")[0]
        raise UsageError(f"--changed-since: git {arguments[0]} failed ({said}): use it inside a git repository")
    return done.stdout
