"""Bytes in, bytes out: read a file, and write one so that nobody ever sees half of it."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from cleaner import compression
from cleaner.errors import InputError, OutputError

CHUNK = 1 << 20
TEMPORARY = ".cleaner-*.tmp"
"""What the name of a file looks like until all of it is on disk."""

_LAST = (1 << 31) - 2  # a byte that Windows can lock, behind the end of all but the largest files
_piece: list[bytes] = []  # the piece of standard input that is being worked on


def read(path: Path | None) -> bytes:
    """Return the bytes of a file, or of standard input; raise InputError if it cannot be read."""
    try:
        return sys.stdin.buffer.read() if path is None else path.read_bytes()
    except OSError as error:
        raise _unreadable(error) from error


def chunks(
    path: Path | None, codec: str = "", size: int = CHUNK, start: int = 0, stop: int | None = None
) -> Iterator[bytes]:
    """Yield the (decompressed) bytes of a file in pieces of about `size` bytes that end at a newline.

    `start` and `stop`, which lie behind newlines, choose a part of a file that is not compressed.
    """
    if path is None:
        _piece.clear()
    try:
        with _opened(path, codec) as handle:
            if start:
                handle.seek(start)
            while data := handle.read(size if stop is None else min(size, stop - start)):
                if not data.endswith(b"\n"):  # `stop` may lie in a line that was not finished when it was chosen
                    data += handle.readline(-1 if stop is None else stop - start - len(data))
                start += len(data)
                if path is None:
                    _piece[:] = [data]
                yield data
                if path is None:
                    _piece.clear()
    except OSError as error:
        if codec and isinstance(error, compression.damages(codec)):
            raise compression.damaged(codec, error) from error
        raise _unreadable(error) from error
    except compression.damages(codec) as error:
        raise compression.damaged(codec, error) from error


def rest() -> Iterator[bytes]:
    """Yield what is left of standard input, from the piece on that somebody who read its `chunks` has stopped at."""
    yield from [*_piece]
    yield from chunks(None)


@contextmanager
def _opened(path: Path | None, codec: str) -> Iterator[IO[bytes]]:
    if path is None:
        yield sys.stdin.buffer
    else:
        with compression.reader(path, codec) as handle:
            yield handle


def _unreadable(error: OSError) -> InputError:
    if isinstance(error, FileNotFoundError):
        return InputError("no such file or folder: check the path")
    advice = "check its permissions" if isinstance(error, PermissionError) else "check that it is a file, and its disk"
    return InputError(f"cannot be read ({error.strerror or error}): {advice}")


@contextmanager
def locked(handle: IO[bytes]) -> Iterator[None]:
    """Keep others who ask for the same lock waiting until the block is left and the file closed.

    Who does not ask for it can read and write as ever. Raises OSError where the file system has no locks.
    """
    if sys.platform == "win32":
        import msvcrt

        handle.seek(_LAST)
        msvcrt.locking(handle.fileno(), msvcrt.LK_LOCK, 1)
        try:
            yield
        finally:
            handle.seek(_LAST)
            msvcrt.locking(handle.fileno(), msvcrt.LK_UNLCK, 1)
    else:
        with suppress(ImportError):  # a platform without locks, as a browser is, has one process only
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX)  # closing it gives the lock back
        yield


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Make a folder and keep other processes that ask for it out of it; raise OutputError if one is at work there.

    Where folders cannot be locked (on Windows, on some network drives) nobody is kept out.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = None if sys.platform == "win32" else os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise unwritable(folder, error) from error
    if handle is None:
        yield
        return
    try:
        with suppress(ImportError):
            import fcntl

            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise OutputError(f"{folder}: another job is at work there: wait for it, or choose another") from error
            except OSError:
                pass  # a file system without locks
        yield
    finally:
        os.close(handle)  # and gives the lock back


class Replacement:
    """Write a file beside `path` and put it in its place when all of it is on disk; a context manager.

    If the block is left by an exception, or after `discard`, nothing has happened. `like` is the file whose
    permissions (and owner, where allowed) the new one gets. With a `codec` what is written is compressed. Raises
    OutputError.
    """

    def __init__(self, path: Path, like: Path | None = None, codec: str = "") -> None:
        self.path = path
        self._like = like
        self._discarded = False
        self._temporary = path.with_name(TEMPORARY.replace("*", os.urandom(8).hex()))
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file: IO[bytes] = open(self._temporary, "xb", opener=_privately if like else None)  # noqa: SIM115
        except OSError as error:
            raise unwritable(path, error) from error
        self._handle: IO[bytes] = self._file
        try:
            self._handle = compression.writer(self._file, codec)
        except BaseException:
            self._abandon()
            raise

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
            if self._file.tell():  # of an empty file, as a patch of records is, nothing can be lost
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
    advice = "choose another place"
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        advice = f"free space or {advice}"
    elif isinstance(error, PermissionError):
        advice = f"check the permissions or {advice}"
    return OutputError(f"{path}: cannot be written ({error.strerror or error}): {advice}")


def _privately(path: str, flags: int) -> int:
    """Open a file for its owner alone: until it has the permissions of another, nobody else may read it."""
    return os.open(path, flags, 0o600)


def _resemble(path: Path, like: Path) -> None:
    wanted, have = like.stat(), path.stat()
    if hasattr(os, "chown") and (wanted.st_uid, wanted.st_gid) != (have.st_uid, have.st_gid):
        with suppress(OSError):  # only root may give files away
            os.chown(path, wanted.st_uid, wanted.st_gid)
    path.chmod(stat.S_IMODE(wanted.st_mode))
