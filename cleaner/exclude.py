"""What is passed over when files are looked for: folders of tools, patterns of the configuration, `.gitignore` files.

As with other tools, a file or folder that is named on the command line is meant: it is only passed over with
`--force-exclude`, which commit hooks need, for they name every file. A `.gitignore` never stands against a name.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from cleaner.globs import Globs, relative, resolved

GIT = ".git"
TOOLS = frozenset(
    f"{GIT} .hg .svn .venv .tox .nox .direnv .ipynb_checkpoints .mypy_cache .pytest_cache .ruff_cache __pycache__ "
    "node_modules site-packages".split()
)
"""Folders of version control, environments and caches: what lies there is nobody's corpus, unless it is named."""


def of_tools(folder: Path) -> frozenset[str]:
    """Return the names of the folders of tools that a walk of a folder passes over: in one of them, `.git` alone."""
    return frozenset({GIT}) if TOOLS & {*folder.absolute().parts} else TOOLS


class Exclude:
    """Tell which files and folders are passed over; `root` is the folder that `patterns` start at."""

    def __init__(self, root: Path, patterns: Sequence[str] = (), gitignore: bool = False, force: bool = False) -> None:
        self._root = os.path.realpath(root)
        self._globs = Globs(patterns) if patterns else None
        self._gitignore = gitignore
        self._force = force
        self._rules: dict[str, list[tuple[str, Globs]]] = {}

    def named(self, path: Path, folder: bool) -> bool:
        """Tell whether an input that was named is passed over: by a pattern for it, or for a folder it lies in."""
        if not self._force or not self._globs:
            return False
        return self._globs.covers(relative(resolved(path), self._root), folder)

    def walked(self, path: Path, folder: bool) -> bool:
        """Tell whether what a walk came upon is passed over; the folders above it have been asked before."""
        if not self._globs and not self._gitignore:
            return False
        absolute = resolved(path)
        if self._globs and self._globs.names(relative(absolute, self._root), folder):
            return True
        return self._gitignore and self._ignored(absolute, folder)

    def _ignored(self, path: str, folder: bool) -> bool:
        """Tell whether the `.gitignore` files from the folder of `path` up to the top of its repository name it."""
        parent = os.path.dirname(path)  # noqa: PTH120 (speed)
        if parent not in self._rules:
            self._rules[parent] = list(_rules_above(Path(parent)))
        for above, globs in self._rules[parent]:
            named = globs.names(relative(path, above), folder)
            if named is not None:
                return named
        return False


def _rules_above(folder: Path) -> Iterator[tuple[str, Globs]]:
    """Yield the `.gitignore` files of `folder` and of those above it, up to the top of its repository."""
    chain = [folder, *folder.parents]
    top = next((number for number, place in enumerate(chain) if (place / GIT).exists()), None)
    for place in chain[: top + 1] if top is not None else ():
        try:
            data = (place / ".gitignore").read_bytes()
        except OSError:
            continue
        yield str(place), Globs(data.decode("utf-8", "surrogateescape").removeprefix("\ufeff").split("\n"))
