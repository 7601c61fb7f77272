"""Undo: the originals of a clean corpus, byte for byte, from the clean files and the change record."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path, PurePosixPath

from cleaner import compression
from cleaner.compression import decompress
from cleaner.corpus import Source
from cleaner.document import restore
from cleaner.errors import CleanerError, OutputError, RestoreError
from cleaner.files import Replacement, chunks, copy, read
from cleaner.jsonl import Fields, parse, unsplice
from cleaner.output import CHANGES, CLEAN
from cleaner.record import Change, ChangeLog, digest
from cleaner.report import Note
from cleaner.run import Talk, encode

_NEWER = "restore from the output as it was written"


def restore_folder(folder: Path, target: Path, talk: Talk) -> tuple[int, list[Note]]:
    """Write the originals of what `cleaner clean` put into `folder`; return their number and what failed.

    Files without a change record are copied. Every restored document is checked against its digest; a file that
    does not fit is left out and reported, the others go on.
    """
    clean = folder / CLEAN
    if not clean.is_dir():
        raise RestoreError(f"{folder} has no folder {CLEAN}: give the output of `cleaner clean`, or name --changes")
    log = ChangeLog(folder / CHANGES)
    present = {path.relative_to(clean).as_posix(): path for path in _files(clean)}
    files = dict(sorted(present.items()))
    for path in log:
        files.setdefault(path, clean / path)
    return _restore_files(files, log, target, talk)


def restore_fixed(folder: Path, changes: Path, target: Path, talk: Talk) -> tuple[int, list[Note]]:
    """Write the originals of the files in `folder` that `cleaner check --fix --changes` rewrote.

    The paths of the record are taken as they stand there, from `folder` on; all of them must lie in it.
    """
    log = ChangeLog(changes)
    here = os.path.abspath(folder)  # noqa: PTH100 (links stay)
    files = {}
    for path in log:
        file = Path(os.path.abspath(folder / path))  # noqa: PTH100
        if not file.is_relative_to(here):
            raise RestoreError(f"{path} in {changes} lies outside of {folder}: name the folder that holds all files")
        files[path] = file
    return _restore_files(files, log, target, talk, Path(here))


def restore_stream(log: ChangeLog, path: str, clean: bytes) -> bytes:
    """Return the original of a clean text that went through standard output."""
    if unknown := [other for other in log if other != path]:
        raise RestoreError(f"the change record is of {unknown[0]}, not of {path}: name it with --stdin-filename")
    source = Source(None, path)
    if source.jsonl:
        undo = Undo(log.changes(path))
        lines = undo.lines(clean.decode("utf-8", "surrogateescape").split("\n"))
        undo.finish()
        return encode("\n".join(lines))
    return encode(_restored_text(clean.decode("utf-8", "surrogateescape"), log.changes(path)))


def _files(folder: Path) -> Iterator[Path]:
    for place, _, names in os.walk(folder):
        yield from (Path(place) / name for name in names)


def _restore_files(
    files: dict[str, Path], log: ChangeLog, target: Path, talk: Talk, base: Path | None = None
) -> tuple[int, list[Note]]:
    try:
        if os.path.lexists(target) and any(target.iterdir()):
            raise OutputError(f"{target} is not empty: choose another folder for the originals")
    except OSError as error:
        raise OutputError(f"{target}: cannot be used as a folder ({error.strerror}): choose another") from error
    names = {name: path.relative_to(base).as_posix() if base else name for name, path in files.items()}
    for name in names.values():
        if PurePosixPath(name).is_absolute() or ".." in PurePosixPath(name).parts:
            raise RestoreError(f"{name} leads out of the folder: the change record was altered")
    failed = []
    for name, path in files.items():
        try:
            if name in log:
                _restore_file(Source(path, path.name), target / names[name], name, log)
            else:
                copy(path, target / names[name])
        except OutputError:
            raise
        except CleanerError as error:
            failed.append(Note(name, None, f"{error} (left out)"))
            talk(str(failed[-1]))
    return len(files) - len(failed), failed


def _restore_file(source: Source, target: Path, name: str, log: ChangeLog) -> None:
    assert source.path is not None
    changes = log.changes(name)
    first = next(changes)
    kind = _kind(source, first)
    changes = chain([first], changes)
    with Replacement(target, source.path, "" if kind in ("parquet", "wet") else source.codec) as new:
        if kind == "parquet":
            from cleaner.parquet import rewrite

            undo = Undo(changes)
            rewrite(source.path, new, Fields(first.field), lambda number, texts, _: undo.texts(texts, number))
            undo.finish()
        elif kind == "wet":
            from cleaner.wet import records

            undo = Undo(changes)
            for number, record in enumerate(records(source), 1):
                if record.text is not None:
                    [text] = undo.texts([record.text], number)
                    record = record.with_block(encode(text or ""))
                new.write(record.encode(source.codec))
            undo.finish()
        elif kind == "jsonl":
            undo = Undo(changes)
            for data in chunks(source.path, source.codec):
                new.write(encode("\n".join(undo.lines(data.decode("utf-8", "surrogateescape").split("\n")))))
            undo.finish()
        else:
            data = read(source.path)
            text = (decompress(data, source.codec) if source.codec else data).decode("utf-8", "surrogateescape")
            new.write(encode(_restored_text(text, changes)))


def _kind(source: Source, change: Change) -> str:
    """Return how a file was read when it was cleaned: --format may have said another thing than its name."""
    assert source.path is not None
    if change.record is None:
        return "text"
    with compression.reader(source.path, source.codec) as handle:
        head = handle.read(5)
    return "parquet" if head.startswith(b"PAR1") else "wet" if head == b"WARC/" else "jsonl"


class Undo:
    """Put the lines of a JSONL file back, piece by piece; the changes come by record number."""

    def __init__(self, changes: Iterator[Change]) -> None:
        self._changes = changes
        self._waiting = next(changes, None)
        self._first = 1

    def texts(self, texts: Sequence[str | None], first: int) -> list[str | None]:
        """Return texts as they were; `first` is the number of the first."""
        restored = list(texts)
        for index, text in enumerate(texts):
            while self._waiting is not None and self._waiting.record == first + index:
                if text is None:
                    raise RestoreError(f"record {self._waiting.record} has no text: {_NEWER}")
                restored[index] = restore(text, self._waiting.cuts, self._waiting.removed)
                _verify(restored[index] or "", self._waiting)
                self._waiting = next(self._changes, None)
        return restored

    def lines(self, lines: list[str]) -> list[str]:
        """Return the next lines as they were; the last is what follows the last newline."""
        for index in range(len(lines) - (lines[-1] == "")):
            while self._waiting is not None and self._waiting.record == self._first + index:
                lines[index] = _restored_line(lines[index], self._waiting)
                self._waiting = next(self._changes, None)
        self._first += len(lines) - 1
        return lines

    def finish(self) -> None:
        """Raise RestoreError if a change has found no line."""
        if self._waiting is not None:
            raise RestoreError(f"has no record {self._waiting.record}: {_NEWER}")


def _restored_text(text: str, changes: Iterator[Change]) -> str:
    for change in changes:
        if change.record is not None:
            raise RestoreError("the change record is of a JSONL file: it was altered, or the file renamed")
        if digest(text, json=False) == change.sha256:
            continue  # the change was recorded, but a crash came before it
        text = restore(text, change.cuts, change.removed)
        _verify(text, change)
    return text


def _restored_line(line: str, change: Change) -> str:
    try:
        if digest(parse(line, Fields(change.field))[0], json=True) == change.sha256:
            return line
    except CleanerError as error:
        raise RestoreError(f"record {change.record} was altered ({error})") from error
    old, text = unsplice(line, change.field, change.cuts, change.removed, change.raw)
    _verify(text, change)
    return old


def _verify(text: str, change: Change) -> None:
    if digest(text, change.record is not None) != change.sha256:
        where = "" if change.record is None else f"record {change.record}: "
        raise RestoreError(f"{where}the digest of the restored text differs from the original's: {_NEWER}")
