"""Where a job writes: a folder with the clean corpus, the change record, the patch and the summary, or one stream."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import Any, Protocol, Self

from cleaner.corpus import Source, refuse_collisions
from cleaner.errors import OutputError, UsageError
from cleaner.files import TEMPORARY, Replacement, copy, replace, unwritable
from cleaner.record import Change

CLEAN = "clean"
CHANGES = "changes.jsonl"
PATCH = "changes.patch"
SUMMARY = "summary.json"
MANIFEST = "manifest.jsonl"


class Writer(Protocol):
    """Take the bytes of one file."""

    def write(self, data: bytes) -> None:
        """Add bytes."""

    def discard(self) -> None:
        """Forget what was written."""

    def __enter__(self) -> Self: ...

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        """Put the file in its place, unless there was an exception."""


class Output(Protocol):
    """Take everything that a job makes."""

    def open(self, source: Source, compressed: bool) -> Writer:
        """Start the clean file of an input."""

    def copy(self, source: Source) -> None:
        """Give out an input as it is."""

    def record(self, change: Change) -> None:
        """Add a change record."""

    def patch(self, diff: str) -> None:
        """Add the diff of a text file."""

    def mark(self) -> tuple[int, int]:
        """Return the place in the records and the patch that `rollback` can go back to."""

    def rollback(self, mark: tuple[int, int]) -> None:
        """Forget the records and the patch after `mark`."""


class Folder:
    """Write a job into an output folder; a context manager.

    The manifest names every file before it appears, so that a later run can remove exactly what this one made.
    Clean files appear one by one, each whole; records, patch and summary when the block is left without an exception.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def refuse(self, inputs: Iterable[str], sources: Sequence[Source], force: bool) -> None:
        """Raise UsageError or OutputError, before anything is written, if the job must not write here."""
        refuse_collisions(sources)
        here = self.path.resolve()
        for given in inputs:
            there = Path(given).resolve()
            if there.is_dir() and here.is_relative_to(there):
                raise UsageError(f"the output {self.path} lies in the input {given}: choose a folder outside of it")
            if there.is_relative_to(here):
                raise UsageError(f"the input {given} lies in the output {self.path}: choose another output folder")
        try:
            entries = sorted(entry.name for entry in self.path.iterdir()) if os.path.lexists(self.path) else []
        except OSError as error:
            raise OutputError(f"{self.path}: cannot be used as a folder ({error.strerror}): choose another") from error
        if entries and not force:
            raise OutputError(f"{self.path} is not empty (it has {entries[0]}): choose another folder, or use --force")
        listed = set(self._listed())
        for name in [CHANGES, PATCH, SUMMARY, MANIFEST, *(f"{CLEAN}/{source.name}" for source in sources)]:
            if name not in listed and os.path.lexists(self.path / name):
                raise OutputError(f"{self.path / name} is not of an earlier run of cleaner: move it, or choose another")

    def remove_earlier(self) -> None:
        """Remove what the manifest of an earlier run lists, and the folders that this empties; nothing else."""
        listed = self._listed()
        folders = {parent for name in listed for parent in PurePosixPath(name).parents}
        try:
            for name in sorted(listed, key=MANIFEST.__eq__):  # the manifest last: a kill in between loses nothing
                (self.path / name).unlink(missing_ok=True)
            for folder in sorted(folders, key=lambda folder: len(folder.parts), reverse=True):
                for left in (self.path / folder).glob(TEMPORARY):
                    left.unlink()
                if folder.parts:
                    with suppress(OSError):  # it holds something that is not ours
                        (self.path / folder).rmdir()
        except OSError as error:
            raise unwritable(self.path, error) from error

    def _listed(self) -> list[str]:
        """Return what the manifest of an earlier run lists inside this folder; a torn last line is passed over."""
        names = []
        try:
            lines = (self.path / MANIFEST).read_bytes().split(b"\n")
        except OSError:
            return []
        here = self.path.resolve()
        for line in lines:
            with suppress(ValueError, KeyError, TypeError):
                name = json.loads(line)["path"]
                if (self.path / name).parent.resolve().is_relative_to(here) and ".." not in PurePosixPath(name).parts:
                    names.append(name)
        return names

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            try:
                self.path.mkdir(parents=True, exist_ok=True)
                self._manifest = stack.enter_context((self.path / MANIFEST).open("wb"))
            except OSError as error:
                raise unwritable(self.path, error) from error
            for name in (MANIFEST, CHANGES, PATCH, SUMMARY):
                self._list(name)
            self._changes = stack.enter_context(Replacement(self.path / CHANGES))
            self._patch = stack.enter_context(Replacement(self.path / PATCH))
            self._stack = stack.pop_all()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self._stack.__exit__(kind, error, _)

    def open(self, source: Source, compressed: bool) -> Replacement:
        """Start the clean file of an input; without `compressed` bytes are written as they are given."""
        name = f"{CLEAN}/{source.name}"
        self._list(name)
        return Replacement(self.path / name, source.path, compressed)

    def copy(self, source: Source) -> None:
        """Copy an input as it is."""
        assert source.path is not None
        name = f"{CLEAN}/{source.name}"
        self._list(name)
        copy(source.path, self.path / name)

    def record(self, change: Change) -> None:
        """Add a change record."""
        self._changes.write(change.encode())

    def patch(self, diff: str) -> None:
        """Add the diff of a text file."""
        self._patch.write(diff.encode("utf-8", "surrogateescape"))

    def mark(self) -> tuple[int, int]:
        """Return the place in the records and the patch that `rollback` can go back to."""
        return self._changes.mark(), self._patch.mark()

    def rollback(self, mark: tuple[int, int]) -> None:
        """Forget the records and the patch after `mark`."""
        self._changes.rollback(mark[0])
        self._patch.rollback(mark[1])

    def summarize(self, values: dict[str, Any]) -> None:
        """Write the summary of the job."""
        text = json.dumps(values, ensure_ascii=False, indent=2)
        try:
            data = f"{text}\n".encode()
        except UnicodeEncodeError:  # a file name or an id that is not UTF-8
            data = f"{json.dumps(values, indent=2)}\n".encode()
        replace(self.path / SUMMARY, data)

    def _list(self, name: str) -> None:
        try:
            self._manifest.write(f"{json.dumps({'path': name})}\n".encode())
            self._manifest.flush()
        except OSError as error:
            raise unwritable(self.path / MANIFEST, error) from error


class Stream:
    """Write the clean text to standard output, and the change records to a file if one is named."""

    def __init__(self, changes: Path | None) -> None:
        self._changes = Replacement(changes) if changes else None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        if self._changes:
            self._changes.__exit__(kind, error, _)

    def open(self, source: Source, compressed: bool) -> Standard:
        """Give the clean text out as it comes."""
        return Standard()

    def copy(self, source: Source) -> None:
        """Do nothing: a stream that could not be read has nothing left to give."""

    def record(self, change: Change) -> None:
        """Add a change record."""
        if self._changes:
            self._changes.write(change.encode())

    def patch(self, diff: str) -> None:
        """Do nothing: the patch of a stream has no file to apply to."""

    def mark(self) -> tuple[int, int]:
        """Return the place in the records that `rollback` can go back to."""
        return (self._changes.mark() if self._changes else 0), 0

    def rollback(self, mark: tuple[int, int]) -> None:
        """Keep everything: what is out cannot be taken back, and its records still describe it."""


class Standard:
    """Write to standard output."""

    def write(self, data: bytes) -> None:
        """Give bytes out."""
        sys.stdout.buffer.write(data)

    def discard(self) -> None:
        """Do nothing: what is out is out."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        sys.stdout.buffer.flush()
