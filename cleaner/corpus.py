"""Inputs: which files there are, what is in them, and the documents one by one."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TypeAlias

from cleaner.compression import codec_of, decompress, plain_name
from cleaner.document import Cut
from cleaner.errors import InputError, UsageError
from cleaner.exclude import GIT, Exclude, of_tools
from cleaner.files import chunks
from cleaner.jsonl import Fields, is_records, locate
from cleaner.settings import MARKDOWN

FORMATS = {
    "text": (".txt", ".text", *MARKDOWN),
    "jsonl": (".jsonl", ".ndjson"),
    "parquet": (".parquet",),
    "wet": (".warc.wet", ".wet"),
}
"""How a file is read, by the end of its name; a file of another name is text."""
SUFFIXES = tuple(suffix for suffixes in FORMATS.values() for suffix in suffixes)
PLAIN = ("text", "jsonl")
"""The formats that are lines of text: what standard input can be, and what `cleaner check` can rewrite."""
STANDARD = "-"
SNIFF = 8192
"""How many bytes tell whether a JSONL file is binary."""

Fail: TypeAlias = Callable[[int | None, str], None]
"""Is told the record number (None: the whole file) and the reason of what cannot be read."""


@dataclass(frozen=True, slots=True)
class Range:
    """Hold where a part of a JSONL file stands, in bytes, and the number of its first record."""

    start: int
    stop: int
    first: int


@dataclass(frozen=True, slots=True)
class Source:
    """Name an input file: where it lies (None: standard input), and its relative path in an output folder.

    `format` is one of `FORMATS`; without it the name decides. With a `range` only that part of the file is meant.
    """

    path: Path | None
    name: str
    format: str | None = None
    range: Range | None = None

    @property
    def shown(self) -> str:
        """Return the path as the user knows it."""
        return self.name if self.path is None else str(self.path)

    @property
    def codec(self) -> str:
        """Return how the file is compressed, or nothing."""
        return "" if self.path is None else codec_of(self.name)

    @property
    def kind(self) -> str:
        """Return the format of the file: one of `FORMATS`."""
        if self.format:
            return self.format
        name = plain_name(self.name)
        return next((kind for kind, suffixes in FORMATS.items() if name.endswith(suffixes)), "text")

    @property
    def jsonl(self) -> bool:
        """Tell whether every line is a record of its own."""
        return self.kind == "jsonl"

    @property
    def link(self) -> bool:
        """Tell whether the path is a link to the file."""
        return self.path is not None and self.path.is_symlink()

    @property
    def size(self) -> int:
        """Return the size of the file (or its range) in bytes, 0 where it is not known."""
        if self.range:
            return self.range.stop - self.range.start
        try:
            return self.path.stat().st_size if self.path else 0
        except OSError:
            return 0


def standard(name: str, format: str | None = None) -> Source:
    """Return standard input under a name; raise UsageError for a format that is read from a file only."""
    source = Source(None, name, format)
    if source.kind not in PLAIN:
        raise UsageError(f"standard input cannot be read as {source.kind}: save it to a file, and name that one")
    return source


def discover(
    inputs: Iterable[str],
    fail: Callable[[str, str], None],
    note: Callable[[str], None],
    format: str | None = None,
    exclude: Exclude | None = None,
    kinds: Collection[str] = tuple(FORMATS),
    resolve: bool = False,
) -> list[Source]:
    """Return the files of `inputs` in a fixed order, each once: files as named, folders walked by suffix.

    A folder is walked recursively in the order of its names; links to files are read, links to folders are not
    followed. `fail` is told the path and the reason of an input that yields nothing, the others go on. With `format`
    every file is read in that format. What `exclude` passes over is no failure, nor is a file in a folder that is of
    another kind than `kinds`: of those `note` is told. With `resolve` a link and what it points to are one file, which
    goes by its own name if that is found, too; a link in a folder that leads out of it is passed over.
    """
    exclude = exclude or Exclude(Path())
    sources: dict[str, Source] = {}
    for given in inputs:
        path = Path(given)
        if os.path.lexists(path) and exclude.named(path, path.is_dir()):
            continue
        if path.is_dir():
            names, passed_over = _walk(path, fail, note, exclude, set(kinds) == set(FORMATS))
            found = [Source(path / name, str(name), format) for name in names]
            if not found and not passed_over:
                fail(
                    given,
                    f"no file that ends in {', '.join(SUFFIXES)} (or these with .gz or .zst): name files to force them",
                )
            if others := [source.name for source in found if source.kind not in kinds]:
                note(f"{given}: {_passed_over(others)}")
            found = [source for source in found if source.kind in kinds]
            if resolve:
                found = list(_inside(path, found, note))
        elif os.path.lexists(path):
            found = [Source(path, path.name, format)]
        else:
            fail(given, "no such file or folder: check the path")
            continue
        for source in found:
            assert source.path is not None
            key = os.path.join(os.path.realpath(source.path.parent), source.path.name)  # noqa: PTH118 (links stay)
            if resolve:
                key = os.path.realpath(key)
            if key not in sources or (sources[key].link and not source.link):
                sources[key] = source
    return list(sources.values())


def _walk(
    folder: Path,
    fail: Callable[[str, str], None],
    note: Callable[[str], None],
    exclude: Exclude,
    everything: bool,
) -> tuple[list[PurePosixPath], bool]:
    """Return the files in a folder, relative to it and sorted, and whether any was passed over.

    Where `everything` is wanted, `note` is told of files whose names say nothing.
    """
    found: list[PurePosixPath] = []
    others = Counter[str]()
    tools: list[str] = []
    passed_over, unwanted = False, of_tools(folder)

    def unreadable(error: OSError) -> None:
        fail(str(error.filename), f"cannot be read ({error.strerror}): check its permissions")

    for place, folders, files in os.walk(folder, onerror=unreadable):
        here = Path(place)
        wanted = [name for name in sorted(folders) if not exclude.walked(here / name, True)]
        passed_over |= len(wanted) < len(folders)
        kept = [name for name in wanted if name not in unwanted]
        tools += [str(here / name) for name in wanted if name in unwanted - {GIT}]
        folders[:] = kept
        for name in kept:
            if (here / name).is_symlink():
                note(f"{here / name}: links to folders are not followed")
        for name in files:
            if plain_name(name).endswith(SUFFIXES):
                if exclude.walked(here / name, False):
                    passed_over = True
                elif (here / name).is_file():
                    found.append(PurePosixPath((here / name).relative_to(folder).as_posix()))
                else:
                    fail(str(here / name), "is no file that can be read: repair or remove it")
            elif not name.startswith(".") and not exclude.walked(here / name, False):
                others["".join(PurePosixPath(name).suffixes[-2:]) or "no suffix"] += 1
    if tools and (everything or not found):
        note(f"{_some(tools)}: passed over as folders of tools: name those that are wanted")
    if others and found and everything:
        note(f"{folder}: {_of_other_names(others)}")
    return sorted(found, key=lambda path: path.parts), passed_over


def _inside(folder: Path, sources: Iterable[Source], note: Callable[[str], None]) -> Iterator[Source]:
    """Yield the sources that lie in the folder; links may lead out of it, and what they point to is not meant."""
    top = folder.resolve()
    for source in sources:
        if source.path and source.link and not source.path.resolve().is_relative_to(top):
            note(f"{source.shown}: links to a file outside of {folder}, and stays: name it if it is meant")
        else:
            yield source


def _of_other_names(number: Counter[str]) -> str:
    kinds = ", ".join(f"{kind} {of:,}" for kind, of in number.most_common(3)) + ", ..." * (len(number) > 3)
    files = f"{number.total():,} file{'s' * (number.total() != 1)}"
    return f"passed over {files} of other names ({kinds}): name those that are wanted"


def _passed_over(names: Sequence[str]) -> str:
    return f"passed over {len(names):,} file{'s' * (len(names) != 1)} that `check` reads only if named ({_some(names)})"


def _some(names: Sequence[str]) -> str:
    return ", ".join([*names[:3], *["..."] * (len(names) > 3)])


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
    """Return the text of the bytes of a file; raise InputError if they are binary, damaged, or records by their looks.

    Bytes that are not UTF-8 stand in the text as surrogate escapes: encoding gives them back.
    """
    if source.kind != "text":
        raise InputError(
            f"is {source.kind}, of which no diff is shown: leave out --diff or --fix, or `cleaner clean` it"
        )
    content = decompress(data, source.codec) if source.codec else data
    if b"\0" in content:
        raise InputError("is binary (it has NUL bytes): convert it to UTF-8 text, or leave it out")
    text = content.decode("utf-8", "surrogateescape")
    if source.format is None and is_records(text):
        raise InputError("is lines of JSON by its looks: add --format jsonl, or --format text if it is none")
    return text


@dataclass(slots=True)
class Record:
    """Hold one line of a JSONL file without its newline; `text` is None where there is nothing to clean.

    `token` is where the string of the text stands, if that was seen in passing.
    """

    number: int
    line: str
    text: str | None
    id: str | int | None
    token: Cut | None = field(default=None, compare=False)


def read_records(source: Source, fields: Fields, fail: Fail) -> Iterator[list[Record]]:
    """Yield the lines of a JSONL file in batches; the lines of a batch, joined by newlines, are a piece of the file.

    A blank line, a null, or a line that `fail` is told about, has no text. Raises InputError if the file itself is bad.
    """
    part = source.range or Range(0, 0, 1)
    first = part.first
    for data in chunks(source.path, source.codec, start=part.start, stop=part.stop or None):
        if first == 1 and b"\0" in data[:SNIFF]:
            raise InputError("is binary (it has NUL bytes): convert it to JSON lines in UTF-8, or leave it out")
        records = []
        for number, line in enumerate(data.decode("utf-8", "surrogateescape").split("\n"), first):
            text, id, token = None, None, None
            if line and not line.isspace():
                try:
                    text, id, token = locate(line, fields)
                except InputError as error:
                    fail(number, str(error))
            records.append(Record(number, line, text, id, token))
        first += len(records) - 1  # the last is what follows the last newline: empty, but at the end of the file
        yield records
