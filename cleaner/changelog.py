"""The change records of a job, or of many fixes, in one file: found by document, the latest first.

No crash leaves a half record there that the next one is glued to.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from heapq import merge
from pathlib import Path
from typing import IO

from cleaner.errors import InputError, OutputError, RestoreError
from cleaner.files import locked, unwritable
from cleaner.record import Change

_BEGINNING = b'{"path": '
_TAIL = 1 << 12  # bytes that hold most last records: they are read again for every file that is rewritten


class ChangeLog:
    """Find the records of a file in `changes.jsonl` without holding them all in memory.

    A file that was fixed in place several times has several runs of records; the latest must be undone first. `records`
    counts them all. `torn` is told of a last line that was never written to its end; without it that is an error. No
    lock is asked for: a record that is just being written looks torn, and its file is not rewritten yet.
    """

    def __init__(self, path: Path, torn: Callable[[str], None] | None = None) -> None:
        self._path = path
        self._runs: dict[str, list[tuple[int, int]]] = {}  # path of a document -> byte ranges of its records
        self.records = 0
        at = 0
        previous = None
        last_record = 0
        try:
            with path.open("rb") as handle:
                for number, line in enumerate(handle, 1):
                    try:
                        change = Change.decode(line)
                    except RestoreError as error:
                        if torn is None or not _torn(line):
                            raise RestoreError(f"{path}:{number}: {error}") from error
                        torn(
                            f"{path}:{number}: is torn, so its file was never rewritten, and it is passed over: "
                            "if this is a copy of the record, fetch it again"
                        )
                        break
                    runs = self._runs.setdefault(change.path, [])
                    if change.path == previous and change.record is not None and change.record > last_record:
                        runs[-1] = (runs[-1][0], at + len(line))
                    else:
                        runs.append((at, at + len(line)))
                    previous, last_record = change.path, change.record or 0
                    at += len(line)
                    self.records += 1
        except OSError as error:
            raise self._unreadable(error) from error

    def __iter__(self) -> Iterator[str]:
        """Yield the paths that have records."""
        return iter(self._runs)

    def __contains__(self, path: str) -> bool:
        return path in self._runs

    def changes(self, *paths: str) -> Iterator[Change]:
        """Yield the records of one file, which may have several names, by record number, the latest first."""
        runs = sorted((run for path in paths for run in self._runs.get(path, [])), reverse=True)
        try:
            with self._path.open("rb") as handle:
                yield from merge(*(_read(handle, *run) for run in runs), key=lambda change: change.record or 0)
        except OSError as error:
            raise self._unreadable(error) from error

    def _unreadable(self, error: OSError) -> RestoreError:
        return RestoreError(f"{self._path}: cannot be read ({error.strerror}): give the change record")


def _read(handle: IO[bytes], start: int, stop: int) -> Iterator[Change]:
    """Yield the records of one run; between two of them others may read elsewhere."""
    while start < stop:
        handle.seek(start)
        line = handle.readline()
        yield Change.decode(line)
        start += len(line)


class LogWriter:
    """Append change records to a file, each on disk before its document is rewritten.

    Processes that write to the same file wait for each other: a record that is half written looks like a torn one.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._start = self._stop = 0  # where what was added here begins and ends

    def add(self, changes: Sequence[Change]) -> None:
        """Append records: an earlier run's stay, for they are needed to undo it. Raises OutputError, and adds none."""
        with self._opened() as handle:
            start = handle.tell()
            if start != self._stop:  # another process has added to it
                self._start = self._stop = start
            data = b"".join([change.encode() for change in changes])
            try:
                while data:
                    written = handle.write(data)
                    self._stop += written
                    data = data[written:]
                os.fsync(handle.fileno())
            except OSError:
                with suppress(OSError):  # the first error is the one to be told
                    handle.seek(0, os.SEEK_END)
                    self._cut(handle, start)
                raise

    @contextmanager
    def all_or_none(self) -> Iterator[None]:
        """Forget what is added in the block if an InputError ends it: its file was not rewritten."""
        mark = 0
        if self._path.exists():
            with self._opened() as handle:
                mark = handle.tell()
        try:
            yield
        except InputError:
            with self._opened() as handle:
                self._cut(handle, max(mark, self._start))
            raise

    def _cut(self, handle: IO[bytes], start: int) -> None:
        if start < self._stop == handle.tell():  # else another process has added to it
            handle.truncate(start)
            self._stop = start

    @contextmanager
    def _opened(self) -> Iterator[IO[bytes]]:
        """Open the file at its end, which is the beginning of a line."""
        try:
            with self._path.open("ab+", buffering=0) as handle, locked(handle):
                self._mend(handle)
                handle.seek(0, os.SEEK_END)
                yield handle
        except OSError as error:
            raise unwritable(self._path, error) from error

    def _mend(self, handle: IO[bytes]) -> None:
        """Take away a last line that a crash has torn: the document of that record was never rewritten.

        Raises OutputError where the lines before it are no records: such a file was never a log.
        """
        last, rest = _ending(handle)
        torn = _torn(rest)
        try:
            for line in filter(None, [last, b"" if torn else rest]):
                Change.decode(line)
        except RestoreError as error:
            raise OutputError(f"{self._path}: does not end in a change record: name another file") from error
        if torn:
            handle.truncate(handle.seek(0, os.SEEK_END) - len(rest))
        elif rest:
            handle.write(b"\n")


def _ending(handle: IO[bytes]) -> tuple[bytes, bytes]:
    """Return the last line that has a newline, and what follows it; both may be empty."""
    size = handle.seek(0, os.SEEK_END)
    length = _TAIL
    while True:
        handle.seek(max(size - length, 0))
        data = handle.read()
        if length >= size or data.count(b"\n") > 1:
            break
        length *= 2
    lines, newline, rest = data.rpartition(b"\n")
    return lines[lines.rfind(b"\n") + 1 :] + newline, rest


def _torn(line: bytes) -> bool:
    """Tell whether a line is a record that was never written to its end."""
    if not line or line.endswith(b"\n") or not (line.startswith(_BEGINNING) or _BEGINNING.startswith(line)):
        return False
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return True
    return False
