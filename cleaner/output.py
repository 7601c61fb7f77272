"""What takes the work of a job: the names in an output folder, and standard output."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from cleaner import dolma
from cleaner.corpus import Source
from cleaner.errors import InputError
from cleaner.files import Replacement, rest
from cleaner.record import Change
from cleaner.report import Note, Summary

COPIED = " (copied untouched)"

CLEAN = "clean"
CHANGES = "changes.jsonl"
PATCH = "changes.patch"
SUMMARY = "summary.json"
MANIFEST = "manifest.jsonl"
PARTS = "parts"
ATTRIBUTES = f"attributes/{dolma.NAME}"


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

    def open(self, source: Source, codec: str) -> Writer:
        """Start the clean file of an input; without a codec bytes are written as they are given."""

    def attributes(self, source: Source) -> AbstractContextManager[Writer | None]:
        """Start the Dolma attributes of an input, if they are wanted."""

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


@contextmanager
def rewriting(source: Source, output: Output, summary: Summary, codec: str = "") -> Iterator[Writer]:
    """Open the clean file of an input; without changes, or if the input turns out to be damaged, copy it instead.

    An InputError in the block ends here: records, patch and counts are put back, and `summary` says what failed.
    """
    mark = output.mark()
    try:
        with output.open(source, codec) as new:
            yield new
            written = summary.changed or (source.jsonl and not source.codec)  # plain lines are the same bytes already
            if not written:
                new.discard()
        if not written:
            output.copy(source)
    except InputError as error:
        output.rollback(mark)
        note = Note(source.name, None, f"{error}{COPIED}")
        try:
            output.copy(source)
        except InputError as unreadable:
            note = Note(source.name, None, str(unreadable))
        summary.fail(note)


class Stream:
    """Write the clean text to standard output, and the change records to a file if one is named."""

    def __init__(self, changes: Path | None) -> None:
        self._changes = Replacement(changes) if changes else None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        if self._changes:
            self._changes.__exit__(kind, error, _)

    def open(self, source: Source, codec: str) -> Standard:
        """Give the clean text out as it comes."""
        return Standard()

    def attributes(self, source: Source) -> AbstractContextManager[None]:
        """Give none: they are a file beside the documents."""
        return nullcontext()

    def copy(self, source: Source) -> None:
        """Give out what is left of standard input."""
        with self.open(source, "") as new:
            for data in rest():
                new.write(data)

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
