"""What one shard writes: its clean files where they belong, and its share of the records and the patch beside them."""

from __future__ import annotations

from contextlib import AbstractContextManager, ExitStack, nullcontext
from pathlib import Path
from types import TracebackType
from typing import Self

from cleaner.corpus import Source
from cleaner.files import Replacement, chunks, copy, unwritable
from cleaner.output import ATTRIBUTES, CLEAN, PARTS
from cleaner.record import Change

ENDINGS = ("clean", "attributes", "changes", "patch", "running")
"""A shard's part of a large file and of its attributes, its records, its patch, and the sign that it has been begun."""


def part_path(folder: Path, shard: int, ending: str) -> Path:
    """Return where a part of a shard lies."""
    return folder / PARTS / f"{shard:06}.{ending}"


class Part:
    """Take what one shard makes; a context manager. Records and patch appear when it is left without an exception."""

    def __init__(self, folder: Path, shard: int, attributes: bool = False) -> None:
        self._folder = folder
        self._shard = shard
        self._attributes = attributes

    def __enter__(self) -> Self:
        marker = self._path("running")
        with ExitStack() as stack:
            try:
                marker.parent.mkdir(parents=True, exist_ok=True)
                stack.callback(marker.unlink, missing_ok=True)
                marker.touch()
            except OSError as error:
                raise unwritable(marker, error) from error
            self._changes = stack.enter_context(Replacement(self._path("changes")))
            self._patch = stack.enter_context(Replacement(self._path("patch")))
            self._stack = stack.pop_all()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self._stack.__exit__(kind, error, _)

    def open(self, source: Source, codec: str) -> Replacement:
        """Start the clean file of an input, or of its range."""
        if source.range:
            return Replacement(self._path("clean"))
        return Replacement(self._clean(source), source.path, codec)

    def attributes(self, source: Source) -> AbstractContextManager[Replacement | None]:
        """Start the Dolma attributes of an input, or of its range, if they are wanted."""
        if not self._attributes:
            return nullcontext()
        if source.range:
            return Replacement(self._path("attributes"))
        return Replacement(self._folder / ATTRIBUTES / source.name, source.path, source.codec)

    def copy(self, source: Source) -> None:
        """Copy an input, or its range, as it is."""
        assert source.path is not None
        if source.range is None:
            copy(source.path, self._clean(source))
            return
        with Replacement(self._path("clean")) as new:
            for data in chunks(source.path, start=source.range.start, stop=source.range.stop):
                new.write(data)

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

    def _path(self, ending: str) -> Path:
        return part_path(self._folder, self._shard, ending)

    def _clean(self, source: Source) -> Path:
        return self._folder / CLEAN / source.name
