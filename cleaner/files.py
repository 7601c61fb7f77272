"""Bytes in, bytes out: read a file, and write one so that nobody ever sees half of it."""

from __future__ import annotations

import gzip
import os
import stat
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from cleaner.errors import InputError, OutputError

CHUNK = 1 << 19
TEMPORARY = ".cleaner-*.tmp"
"""What the name of a file looks like until all of it is on disk."""

_number = count()


def read(path: Path | None) -> bytes:
    """Return the bytes of a file, or of standard input; raise InputError if it cannot be read."""
    try:
        return sys.stdin.buffer.read() if path is None else path.read_bytes()
    except OSError as error:
        raise _unreadable(error) from error


def decompress(data: bytes) -> bytes:
    """Return what a gzip file holds; raise InputError if it is damaged."""
    try:
        return gzip.decompress(data)
    except (OSError, EOFError, zlib.error) as error:
        raise _damaged(error) from error


def chunks(path: Path | None, compressed: bool, size: int = CHUNK) -> Iterator[bytes]:
    """Yield the (decompressed) bytes of a file in pieces of about `size` bytes that end at a newline."""
    try:
        with _opened(path, compressed) as handle:
            while data := handle.read(size):
                yield data + handle.readline()
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise _damaged(error) from error
    except OSError as error:
        raise _unreadable(error) from error


@contextmanager
def _opened(path: Path | None, compressed: bool) -> Iterator[IO[bytes]]:
    if path is None:
        yield sys.stdin.buffer
    elif compressed:
        with gzip.open(path, "rb") as handle:
            yield handle  # type: ignore[misc]
    else:
        with path.open("rb") as handle:
            yield handle


def _unreadable(error: OSError) -> InputError:
    if isinstance(error, FileNotFoundError):
        return InputError("no such file or folder: check the path")
    return InputError(f"cannot be read ({error.strerror or error}): check its permissions")


def _damaged(error: Exception) -> InputError:
    return InputError(f"is no whole gzip file ({error}): fetch or compress it again")


class Replacement:
    """Write a file beside `path` and put it in its place when all of it is on disk; a context manager.

    If the block is left by an exception, or after `discard`, nothing has happened. `like` is the file whose
    permissions (and owner, where allowed) the new one gets. `compressed` writes gzip without name and time, so that
    equal contents are equal bytes. Raises OutputError.
    """

    def __init__(self, path: Path, like: Path | None = None, compressed: bool = False) -> None:
        self.path = path
        self._like = like
        self._discarded = False
        self._temporary = path.with_name(TEMPORARY.replace("*", f"{os.getpid()}-{next(_number)}"))
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._temporary.open("xb")
        except OSError as error:
            raise unwritable(path, error) from error
        self._handle: IO[bytes] = self._file
        if compressed:
            self._handle = gzip.GzipFile("", "wb", 6, self._file, mtime=0)  # type: ignore[assignment]

    def write(self, data: bytes) -> None:
        """Add bytes to the new file."""
        try:
            self._handle.write(data)
        except OSError as error:
            raise unwritable(self.path, error) from error

    def mark(self) -> int:
        """Return the place that `rollback` can go back to (not in a compressed file)."""
        return self._file.tell()

    def rollback(self, mark: int) -> None:
        """Forget what was written after `mark`."""
        self._file.seek(mark)
        self._file.truncate()

    def discard(self) -> None:
        """Leave what stands at `path` as it is."""
        self._discarded = True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        if kind is not None or self._discarded:
            self._abandon()
            return
        try:
            if self._handle is not self._file:
                self._handle.close()
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
            if self._like is not None:
                _resemble(self._temporary, self._like)
            self._temporary.replace(self.path)
        except OSError as problem:
            self._abandon()
            raise unwritable(self.path, problem) from problem
        except BaseException:
            self._abandon()
            raise

    def _abandon(self) -> None:
        for handle in (self._handle, self._file):
            with suppress(OSError, ValueError):  # closing flushes, which fails again on a full disk
                handle.close()
        with suppress(OSError):
            self._temporary.unlink()


def replace(path: Path, data: bytes, like: Path | None = None) -> None:
    """Put `data` at `path` in one step."""
    with Replacement(path, like) as new:
        new.write(data)


def copy(source: Path, target: Path) -> None:
    """Copy a file as it is, in one step."""
    with Replacement(target, source) as new:
        try:
            with source.open("rb") as handle:
                while data := handle.read(CHUNK):
                    new.write(data)
        except OSError as error:
            raise _unreadable(error) from error


def unwritable(path: Path, error: OSError) -> OutputError:
    """Return the error that says why `path` could not be written."""
    return OutputError(f"{path}: cannot be written ({error.strerror or error}): free space or choose another place")


def _resemble(path: Path, like: Path) -> None:
    wanted, have = like.stat(), path.stat()
    if hasattr(os, "chown") and (wanted.st_uid, wanted.st_gid) != (have.st_uid, have.st_gid):
        with suppress(OSError):  # only root may give files away
            os.chown(path, wanted.st_uid, wanted.st_gid)
    path.chmod(stat.S_IMODE(wanted.st_mode))
