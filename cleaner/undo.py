"""Undo: the originals of a clean corpus, byte for byte, from the clean files and the change record."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path, PurePosixPath

from cleaner.changelog import ChangeLog
from cleaner.compression import decompress
from cleaner.corpus import Source
from cleaner.document import restore
from cleaner.errors import CleanerError, InputError, OutputError, RestoreError
from cleaner.files import Replacement, chunks, copy, read
from cleaner.jsonl import Fields, parse, unsplice
from cleaner.manifest import Manifest
from cleaner.output import CHANGES, CLEAN, COPIED, MANIFEST, SUMMARY
from cleaner.record import Change
from cleaner.report import Note
from cleaner.run import Talk, encode

_NEWER = "it was edited since it was cleaned: restore from the file as it was written then"


def restore_folder(folder: Path, target: Path, talk: Talk) -> tuple[int, list[Note]]:
    """Write the originals of what `cleaner clean` put into `folder`; return their number and what failed.

    Files without a change record are copied. Every restored document is checked against its digest; a file that
    does not fit, or is missing, is left out and reported, the others go on. Raises RestoreError if records are missing.
    """
    clean = folder / CLEAN
    if not clean.is_dir():
        raise RestoreError(f"{folder} has no folder {CLEAN}: give the output of `cleaner clean`, or name --changes")
    log = ChangeLog(folder / CHANGES)
    for name in log:
        if not _leads_inside(name):
            raise RestoreError(f"{name!r} leads out of the folder: the change record was altered")
    present = {path.relative_to(clean).as_posix() for path in _files(clean)}
    names = sorted(present | set(log) | _written(folder, log, talk))
    return _restore_files({name: (clean / name, [name] if name in log else []) for name in names}, log, target, talk)


def restore_fixed(folder: Path, changes: Path, target: Path, talk: Talk) -> tuple[int, list[Note]]:
    """Write the originals of the files in `folder` that `cleaner check --fix --changes` rewrote.

    The paths of the record are taken as they stand there, from `folder` on; all of them must lie in it. What was done
    to a file under several names is undone together.
    """
    log = ChangeLog(changes, talk)
    here = Path(os.path.abspath(folder))  # noqa: PTH100 (links stay)
    names: dict[str, list[str]] = {}  # real path of a file -> what the record calls it
    files = {}
    for path in log:
        if not _encodes(path):
            raise RestoreError(f"{path!r} in {changes} is no name of a file: the change record was altered")
        file = Path(os.path.abspath(folder / path))  # noqa: PTH100
        if here not in file.parents:
            raise RestoreError(f"{path} in {changes} lies outside of {folder}: name the folder that holds all files")
        same = names.setdefault(os.path.realpath(file), [])
        same.append(path)
        files[file.relative_to(here).as_posix()] = file, same
    if files and not any(os.path.lexists(file) for file, _ in files.values()):
        raise RestoreError(f"{folder} has none of the files in {changes}: name the folder that their paths start at")
    return _restore_files(files, log, target, talk)


def restore_stream(log: ChangeLog, path: str, clean: bytes) -> bytes:
    """Return the original of a clean text that went through standard output."""
    if unknown := [other for other in log if other != path]:
        raise RestoreError(f"the change record is of {unknown[0]}, not of {path}: name it with --stdin-filename")
    text = clean.decode("utf-8", "surrogateescape")
    changes = log.changes(path)
    with _altered():
        if (first := next(changes, None)) is None:
            return clean
        changes = chain([first], changes)
        if first.record is None:
            return encode(_restored_text(text, changes))
        undo = Undo(changes)
        lines = undo.lines(text.split("\n"))
        undo.finish()
        return encode("\n".join(lines))


def _files(folder: Path) -> Iterator[Path]:
    for place, _, names in os.walk(folder):
        yield from (Path(place) / name for name in names)


def _written(folder: Path, log: ChangeLog, talk: Talk) -> set[str]:
    """Return the names of the clean files that the job wrote; raise RestoreError if it had other change records."""
    path = folder / SUMMARY
    unread = set()
    try:
        summary = json.loads(path.read_bytes())
        changed = summary["changed"]
        for note in summary["failed"]:
            if note["record"] is None and not note["reason"].endswith(COPIED):
                unread.add(note["path"])
    except FileNotFoundError:
        changed = log.records
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise RestoreError(f"{path}: cannot be read ({error!r}): fetch it again") from error
    if changed != log.records:
        raise RestoreError(
            f"{folder / CHANGES} has {log.records} change records, but {SUMMARY} counts {changed} changed documents: "
            "fetch both again"
        )
    for needed in (path, folder / MANIFEST):
        if not needed.exists():
            talk(f"{needed} is missing, so nobody can tell whether all is there: compare with what you cleaned")
    listed = [PurePosixPath(name) for name in Manifest(folder / MANIFEST).paths()]
    return {name.relative_to(CLEAN).as_posix() for name in listed if name.is_relative_to(CLEAN)} - unread


def _leads_inside(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return bool(parts) and ".." not in parts and not PurePosixPath(name).is_absolute() and _encodes(name)


def _encodes(name: str) -> bool:
    try:
        return b"\0" not in os.fsencode(name)
    except UnicodeEncodeError:
        return False


@contextmanager
def _altered() -> Iterator[None]:
    """Say that a change record was altered where its values turn out to be no possible ones."""
    try:
        yield
    except (ValueError, RecursionError) as error:
        raise RestoreError(f"the change record was altered ({error}): fetch it again") from error


def _restore_files(
    files: Mapping[str, tuple[Path, Sequence[str]]], log: ChangeLog, target: Path, talk: Talk
) -> tuple[int, list[Note]]:
    """Restore files, each given by its name in `target`, its place, and its names in the log."""
    try:
        if os.path.lexists(target) and any(target.iterdir()):
            raise OutputError(f"{target} is not empty: choose another folder for the originals")
    except OSError as error:
        raise OutputError(f"{target}: cannot be used as a folder ({error.strerror}): choose another") from error
    failed = []
    for name, (path, names) in files.items():
        try:
            if names and not path.exists():
                raise InputError("no such file or folder: check the path")
            if names:
                with _altered():
                    _restore_file(Source(path, path.name), target / name, log.changes(*names))
            else:
                copy(path, target / name)
        except OutputError:
            raise
        except CleanerError as error:
            failed.append(Note(name, None, f"{error} (left out)"))
            talk(str(failed[-1]))
    return len(files) - len(failed), failed


def _restore_file(source: Source, target: Path, changes: Iterator[Change]) -> None:
    assert source.path is not None
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
    if change.record is None:
        return "text"
    if change.format:
        return change.format
    head = next(chunks(source.path, source.codec, 5), b"")
    return "parquet" if head.startswith(b"PAR1") else "wet" if head.startswith(b"WARC/") else "jsonl"


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
            if self._waiting is not None and self._waiting.record == first + index:
                if text is None:
                    raise RestoreError(f"record {self._waiting.record} has no text: {_NEWER}")
                restored[index] = original = restore(text, self._waiting.cuts, self._waiting.removed)
                _verify(original, self._waiting)
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
        if change.is_of(text):
            continue  # the change was recorded, but a crash came before it
        text = restore(text, change.cuts, change.removed)
        _verify(text, change)
    return text


def _restored_line(line: str, change: Change) -> str:
    try:
        if change.is_of(parse(line, Fields(change.field))[0]):
            return line
    except CleanerError as error:
        raise RestoreError(f"record {change.record} was altered ({error})") from error
    old, text = unsplice(line, change.field, change.cuts, change.removed, change.raw)
    _verify(text, change)
    return old


def _verify(text: str, change: Change) -> None:
    if not change.is_of(text):
        where = "" if change.record is None else f"record {change.record}: "
        raise RestoreError(f"{where}the digest of the restored text differs from the original's: {_NEWER}")
