"""Inputs: which files there are, what is in them, and the documents one by one."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TypeAlias

from cleaner.errors import InputError, UsageError
from cleaner.files import chunks, decompress
from cleaner.jsonl import Fields, parse

SUFFIXES = (".txt", ".text", ".md", ".jsonl")
STANDARD = "-"
SNIFF = 8192
"""How many bytes tell whether a JSONL file is binary."""

Fail: TypeAlias = Callable[[int | None, str], None]
"""Is told the record number (None: the whole file) and the reason of what cannot be read."""


@dataclass(frozen=True, slots=True)
class Source:
    """Name an input file: where it lies (None: standard input), and its relative path in an output folder."""

    path: Path | None
    name: str

    @property
    def shown(self) -> str:
        """Return the path as the user knows it."""
        return self.name if self.path is None else str(self.path)

    @property
    def compressed(self) -> bool:
        """Tell whether the file is gzip."""
        return self.path is not None and self.name.lower().endswith(".gz")

    @property
    def jsonl(self) -> bool:
        """Tell whether every line is a record of its own."""
        return self.name.lower().removesuffix(".gz").endswith(".jsonl")

    @property
    def size(self) -> int:
        """Return the size of the file in bytes, 0 where it is not known."""
        try:
            return self.path.stat().st_size if self.path else 0
        except OSError:
            return 0


def discover(inputs: Iterable[str], fail: Callable[[str, str], None], note: Callable[[str], None]) -> list[Source]:
    """Return the files of `inputs` in a fixed order, each once: files as named, folders walked by suffix.

    A folder is walked recursively in the order of its names; links to files are read, links to folders are not
    followed. `fail` is told the path and the reason of an input that yields nothing, the others go on.
    """
    sources: dict[str, Source] = {}
    for given in inputs:
        path = Path(given)
        if path.is_dir():
            found = _walk(path, fail, note)
            if not found:
                fail(given, f"no file that ends in {', '.join(SUFFIXES)} (or these with .gz): name files to force them")
        elif os.path.lexists(path):
            found = [Source(path, path.name)]
        else:
            fail(given, "no such file or folder: check the path")
            continue
        for source in found:
            assert source.path is not None
            key = os.path.join(os.path.realpath(source.path.parent), source.path.name)  # noqa: PTH118 (links stay)
            sources.setdefault(key, source)
    return list(sources.values())


def _walk(folder: Path, fail: Callable[[str, str], None], note: Callable[[str], None]) -> list[Source]:
    found: list[PurePosixPath] = []

    def unreadable(error: OSError) -> None:
        fail(str(error.filename), f"cannot be read ({error.strerror}): check its permissions")

    for place, folders, files in os.walk(folder, onerror=unreadable):
        here = Path(place)
        for name in sorted(folders):
            if (here / name).is_symlink():
                note(f"{here / name}: links to folders are not followed")
        for name in files:
            if name.lower().removesuffix(".gz").endswith(SUFFIXES):
                if (here / name).is_file():
                    found.append(PurePosixPath((here / name).relative_to(folder).as_posix()))
                else:
                    fail(str(here / name), "is no file that can be read: repair or remove it")
    return [Source(folder / name, str(name)) for name in sorted(found, key=lambda path: path.parts)]


def refuse_collisions(sources: Sequence[Source]) -> None:
    """Raise UsageError if two inputs would be written to the same place."""
    taken: dict[str, Source] = {}
    for source in sources:
        if other := taken.get(source.name):
            raise UsageError(
                f"{other.shown} and {source.shown} would both be written to {source.name}: "
                "clean them into two folders, or give the folder that holds both"
            )
        taken[source.name] = source
    for source in sources:
        for parent in PurePosixPath(source.name).parents:
            if other := taken.get(str(parent)):
                raise UsageError(
                    f"{other.shown} would be written where {source.shown} needs a folder: clean them into two folders"
                )


def decode(source: Source, data: bytes) -> str:
    """Return the text of the bytes of a file; raise InputError if they are binary, or no whole gzip file.

    Bytes that are not UTF-8 stand in the text as surrogate escapes: encoding gives them back.
    """
    content = decompress(data) if source.compressed else data
    if b"\0" in content:
        raise InputError("is binary (it has NUL bytes): convert it to UTF-8 text, or leave it out")
    return content.decode("utf-8", "surrogateescape")


@dataclass(slots=True)
class Record:
    """Hold one line of a JSONL file without its newline; `text` is None where there is nothing to clean."""

    number: int
    line: str
    text: str | None
    id: str | int | None


def read_records(source: Source, fields: Fields, fail: Fail) -> Iterator[list[Record]]:
    """Yield the lines of a JSONL file in batches; the lines of a batch, joined by newlines, are a piece of the file.

    A blank line, or one that `fail` is told about, has no text. Raises InputError if the file itself is bad.
    """
    first = 1
    for data in chunks(source.path, source.compressed):
        if first == 1 and b"\0" in data[:SNIFF]:
            raise InputError("is binary (it has NUL bytes): convert it to JSON lines in UTF-8, or leave it out")
        records = []
        for number, line in enumerate(data.decode("utf-8", "surrogateescape").split("\n"), first):
            text, id = None, None
            if line and not line.isspace():
                try:
                    text, id = parse(line, fields)
                except InputError as error:
                    fail(number, str(error))
            records.append(Record(number, line, text, id))
        first += len(records) - 1  # the last is what follows the last newline: empty, but at the end of the file
        yield records
