"""Patterns of paths as `.gitignore` writes them: which files a list of them names.

Written out here, in the sixty lines that it takes, and not taken from `pathspec`: an extra would be missing in just the
place where patterns matter most, the environment that a commit hook installs, and a list that is passed over in
silence there is worse than none. Asking `git check-ignore` needs git, a repository and a process for each call. git is
the judge in the tests instead, on patterns and paths made by Hypothesis.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

_NEVER = re.compile(r"(?!)")
_CLASS = re.compile(r"\[:([^]]*):\]")
_SPECIAL = "\\]^-[&~|"
_CLASSES = {
    "alnum": "a-zA-Z0-9",
    "alpha": "a-zA-Z",
    "blank": " \\t",
    "cntrl": "\\x00-\\x1f\\x7f",
    "digit": "0-9",
    "graph": "!-~",
    "lower": "a-z",
    "print": " -~",
    "punct": r"!-/:-@\[-`{-~",
    "space": " \\t\\n\\r",
    "upper": "A-Z",
    "xdigit": "0-9a-fA-F",
}
"""The classes of POSIX as git has them, whatever the locale is; any other name matches nothing."""


def resolved(path: str | os.PathLike[str]) -> str:
    """Return an absolute path with the links in its folder resolved; its own name is kept, link or not."""
    folder, name = os.path.split(path)
    return os.path.join(os.path.realpath(folder), name)  # noqa: PTH118 (links stay)


def relative(path: str, root: str) -> str:
    """Return a path that is resolved as patterns see it: with `/`, from a folder on that is resolved, too."""
    return os.path.relpath(path, root).replace(os.sep, "/")


class Glob(NamedTuple):
    """Hold one pattern: what matches, whether it takes back what earlier ones named, whether it names folders only."""

    match: re.Pattern[str]
    negated: bool
    folders: bool


class Globs:
    """Hold a list of patterns, relative to one folder; the last one that matches decides."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._globs = [glob for line in lines if (glob := glob_of(line))][::-1]

    def names(self, path: str, folder: bool = False) -> bool | None:
        """Tell whether `path` (relative, with `/`) is named, or None if no pattern says anything about it.

        >>> Globs(["*.txt", "!keep.txt"]).names("a/b.txt")
        True
        """
        for glob in self._globs:
            if (folder or not glob.folders) and glob.match.fullmatch(path):
                return not glob.negated
        return None

    def covers(self, path: str, folder: bool = False) -> bool:
        """Tell whether `path` is named, or a folder that it lies in.

        >>> Globs(["forum/"]).covers("d/forum/a.txt")
        True
        """
        parts = path.split("/")
        above = ("/".join(parts[:count]) for count in range(1, len(parts)))
        return any(self.names(parent, True) for parent in above) or bool(self.names(path, folder))


@lru_cache(maxsize=1024)
def glob_of(line: str) -> Glob | None:
    """Return the pattern of a line, or None for a comment or a blank line."""
    line = line.removesuffix("\r")
    if line.startswith("#"):
        return None
    while line.endswith(" ") and not line.endswith("\\ "):
        line = line[:-1]
    negated = line.startswith("!")
    line = line.removeprefix("!") if negated else line
    folders = line.endswith("/")
    line = line.removesuffix("/")
    if not line:
        return None
    anchored = "/" in line
    body = _translated(line.removeprefix("/"), anchored)
    if body is None:
        return Glob(_NEVER, negated, folders)
    try:
        return Glob(re.compile(body if anchored else f"(?:.*/)?{body}", re.DOTALL), negated, folders)
    except re.error:  # a range that runs backwards: git matches nothing with it
        return Glob(_NEVER, negated, folders)


def _translated(pattern: str, anchored: bool) -> str | None:
    """Return a regular expression for a pattern, or None if it can match nothing."""
    parts, at = [], 0
    while at < len(pattern):
        char = pattern[at]
        if char == "*":
            stop = at
            while pattern[stop : stop + 1] == "*":
                stop += 1
            opens = at == 0 or pattern[at - 1] == "/"
            if anchored and stop - at >= 2 and opens and pattern[stop : stop + 1] == "/":
                parts.append("(?:.*/)?")
                stop += 1
            elif anchored and stop - at >= 2 and opens and stop == len(pattern):
                parts.append(".+" if at else ".*")
            else:
                parts.append("[^/]*")
            at = stop
            continue
        if char == "[":
            found = _bracket(pattern, at)
            if found is None:
                return None
            part, at = found
            parts.append(part)
            continue
        if char == "\\":
            at += 1
            if at == len(pattern):
                return None
            char = re.escape(pattern[at])
        else:
            char = "[^/]" if char == "?" else re.escape(char)
        parts.append(char)
        at += 1
    return "".join(parts)


def _bracket(pattern: str, at: int) -> tuple[str, int] | None:
    """Return the class that starts at `at`, and where it ends; None if it is never closed, or of no known kind."""
    at += 1
    negated = pattern[at : at + 1] in ("!", "^")
    at += negated
    chars, first = "", True
    while first or pattern[at : at + 1] != "]":
        if found := _CLASS.match(pattern, at):
            if found[1] not in _CLASSES:
                return None
            chars, at, first = chars + _CLASSES[found[1]], found.end(), False
            continue
        char = pattern[at : at + 1]
        at += 1
        if char == "\\":
            char = pattern[at : at + 1]
            at += 1
        if not char:
            return None
        is_range = pattern[at : at + 1] == "-" and pattern[at + 1 : at + 2] not in ("", "]")
        chars += "\\" + char if char in _SPECIAL else char
        if is_range:
            at += 1
            end = pattern[at]
            if end == "\\":
                at += 1
                end = pattern[at : at + 1]
                if not end:
                    return None
            at += 1
            chars += "-" + ("\\" + end if end in _SPECIAL else end)
        first = False
    return f"(?!/)[{'^' if negated else ''}{chars}]", at + 1
