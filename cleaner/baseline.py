"""Accepted findings: what a project has when it starts to check, kept beside the texts and never in them.

An entry is a path (relative to the folder of the baseline), a label, the hash of the whole line and how often. It
holds no text. A line that is edited or copied once more is no longer accepted; one that moves in its file still is.
What is written anew for some of the files keeps the entries of the others.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from cleaner.errors import UsageError
from cleaner.files import replace
from cleaner.globs import relative, resolved
from cleaner.taxonomy import Label

VERSION = 1
NAME = "cleaner-baseline.json"


class Entry(NamedTuple):
    """Name findings that are accepted."""

    path: str
    label: str
    line: str


@lru_cache(1)
def hash_of(line: str) -> str:
    """Return the hash of a line, whatever its ending is."""
    return hashlib.sha256(line.rstrip("\r\n").encode("utf-8", "surrogatepass")).hexdigest()[:32]


class Accepted:
    """Use up accepted findings as they are met; each file is looked at once."""

    def __init__(self, root: Path, entries: Counter[Entry]) -> None:
        self._root = os.path.realpath(root)
        self._left = Counter(entries)
        self._lines: Counter[tuple[str, str]] = Counter()
        for entry, number in entries.items():
            self._lines[entry.path, entry.line] = max(number, self._lines[entry.path, entry.line])
        self._looked_at: set[str] = set()

    def takes(self, path: str, label: Label, line: str) -> bool:
        """Tell whether a finding on `line` is accepted."""
        entry = Entry(self.name(path), label.value, hash_of(line))
        if not self._left[entry]:
            return False
        self._left[entry] -= 1
        return True

    def spares(self, path: str, line: str) -> bool:
        """Tell whether anything is accepted on `line`, under whatever label; as often as it is, the line stays."""
        place = self.name(path), hash_of(line)
        self._lines[place] -= 1
        return self._lines[place] >= 0

    def looked_at(self, path: str) -> None:
        """Note that all findings of a file have been met."""
        self._looked_at.add(self.name(path))

    def unused(self, labels: frozenset[Label]) -> Iterator[str]:
        """Yield what no longer matches, by file: of the files that were looked at, and of files that are gone."""
        gone: dict[str, Counter[str]] = {}
        for entry, number in sorted(self._left.items()):
            if number and entry.label in labels:
                known = entry.path in self._looked_at
                if known or not os.path.lexists(Path(self._root) / entry.path):
                    gone.setdefault(entry.path, Counter())[entry.label] += number
        for path, numbers in gone.items():
            shown = ", ".join(f"{number} {label}" for label, number in numbers.items())
            yield f"{path}: accepted but no longer there: {shown}; `cleaner baseline` writes the list anew"

    def name(self, path: str) -> str:
        """Return a path as the baseline has it."""
        return relative(resolved(path), self._root)


class Collected(Accepted):
    """Accept everything, and keep it for a baseline, beside what was accepted `before` in what is not looked at."""

    def __init__(self, root: Path, before: Counter[Entry] | None = None) -> None:
        super().__init__(root, Counter())
        self.entries: Counter[Entry] = Counter()
        self._before = before or Counter[Entry]()

    def takes(self, path: str, label: Label, line: str) -> bool:
        """Accept a finding."""
        self.entries[Entry(self.name(path), label.value, hash_of(line))] += 1
        return True

    def other(self, labels: frozenset[Label]) -> Counter[Entry]:
        """Return what stays as it was: of files that were not looked at, or not for this label, and that still are."""
        stays: Counter[Entry] = Counter()
        for entry, number in self._before.items():
            anew = entry.path in self._looked_at and entry.label in labels
            if not anew and os.path.lexists(Path(self._root) / entry.path):
                stays[entry] = number
        return stays

    def write(self, path: Path, labels: frozenset[Label]) -> None:
        """Write the baseline in one step; `labels` are those that were looked for."""
        entries = self.entries | self.other(labels)  # a file that failed half-way has some in both
        findings = [{**entry._asdict(), "count": number} for entry, number in sorted(entries.items())]
        lines = ",\n".join([f"    {json.dumps(finding)}" for finding in findings])
        body = f"[\n{lines}\n  ]" if findings else "[]"
        replace(path, f'{{\n  "version": {VERSION},\n  "findings": {body}\n}}\n'.encode())


def read(path: Path) -> Counter[Entry]:
    """Return the entries of a baseline; raise UsageError if there is none, or it is damaged or of another version."""
    anew = "delete it, and write one anew with `cleaner baseline`"
    try:
        parsed: Any = json.loads(path.read_bytes())
        version = parsed["version"]
        if version != VERSION:
            raise UsageError(f"{path}: is a baseline of version {version}, this program reads {VERSION}: {anew}")
        entries: Counter[Entry] = Counter()
        for found in parsed["findings"]:
            entry = Entry(*(found[name] for name in Entry._fields))
            if not all(isinstance(value, str) for value in entry):
                raise TypeError("an entry that is no text")
            if type(count := found["count"]) is not int or count < 1:
                raise TypeError("a count that is no number of findings")
            entries[entry] += count
    except OSError as error:
        raise UsageError(
            f"{path}: no baseline can be read there ({error.strerror}): write one with `cleaner baseline`"
        ) from None
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UsageError(f"{path}: is no baseline ({type(error).__name__}: {error}): {anew}") from None
    return entries
