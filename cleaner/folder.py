"""The output folder of a job: what may be written there, what stands there, and the one record of many shards."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Any

from cleaner.corpus import Source, refuse_collisions
from cleaner.errors import OutputError, UsageError
from cleaner.files import CHUNK, TEMPORARY, Replacement, replace, unwritable
from cleaner.manifest import Manifest
from cleaner.output import ATTRIBUTES, CHANGES, CLEAN, MANIFEST, PARTS, PATCH, SUMMARY
from cleaner.parts import ENDINGS, Part, part_path
from cleaner.report import Summary
from cleaner.shards import Shard


class Folder:
    """Hold the output folder of a job.

    Clean files appear one by one, each whole; records, patch and summary when every shard is finished. Until then
    `parts` keeps what the finished shards gave. With `attributes` it gets Dolma attributes, too.
    """

    def __init__(self, path: Path, attributes: bool = False) -> None:
        self.path = path
        self.attributes = attributes
        self.manifest = Manifest(path / MANIFEST)

    def refuse(self, inputs: Iterable[str], sources: Sequence[Source], force: bool, resume: bool = False) -> None:
        """Raise UsageError or OutputError, before anything is written, if the job must not write here."""
        refuse_collisions(sources)
        if self.attributes and (other := next((source for source in sources if not source.jsonl), None)):
            raise UsageError(f"{other.shown}: Dolma's documents are JSON lines: leave it out, or --findings-format")
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
        if [name for name in entries if not PurePosixPath(name).match(TEMPORARY)] and not force:
            if not resume:
                advice = "--resume if it was interrupted, or --force" if MANIFEST in entries else "--force"
                raise OutputError(f"{self.path} is not empty (it has {entries[0]}): choose another folder, or {advice}")
            if MANIFEST not in entries:
                raise OutputError(f"{self.path} has no {MANIFEST}, so no job to resume: choose another folder")
        listed = set(self.manifest.paths())
        for name in self._names(sources):
            if name not in listed and os.path.lexists(self.path / name):
                raise OutputError(f"{self.path / name} is not of an earlier run of cleaner: move it, or choose another")

    def remove_earlier(self) -> None:
        """Remove what the manifest of an earlier run lists, and the folders that this empties; nothing else."""
        listed = self.manifest.paths()
        try:
            self._remove_parts()
            for name in sorted(listed, key=MANIFEST.__eq__):  # the manifest last: a kill in between loses nothing
                (self.path / name).unlink(missing_ok=True)
            for folder in self._folders(listed):
                self._remove_temporary(folder)
                if folder != self.path:
                    with suppress(OSError):  # it holds something that is not ours
                        folder.rmdir()
        except OSError as error:
            raise unwritable(self.path, error) from error

    def begin(self, job: str, sources: Sequence[Source]) -> None:
        """List what the job will write."""
        self.manifest.begin(job, self._names(sources))

    def part(self, shard: int) -> Part:
        """Return what takes the work of a shard."""
        return Part(self.path, shard, self.attributes)

    def resume(self) -> None:
        """Remove what a killed job left half done."""
        try:
            for folder in [self.path / PARTS, *self._folders(self.manifest.paths())]:
                self._remove_temporary(folder)
            for marker in (self.path / PARTS).glob("*.running"):
                marker.unlink()
        except OSError as error:
            raise unwritable(self.path, error) from error

    def running(self) -> set[int]:
        """Return the numbers of the shards that processes are, or were, working on."""
        return {int(path.stem) for path in (self.path / PARTS).glob("*.running")}

    def finish(self, ranged: Mapping[str, list[Shard]], shards: Iterable[int], summary: dict[str, Any]) -> None:
        """Put the parts of the shards together: ranges to files, and their records and patches to one."""
        for name, pieces in ranged.items():
            for place, ending in ((CLEAN, "clean"), (ATTRIBUTES, "attributes")):
                parts = [part_path(self.path, shard.number, ending) for shard in pieces]
                target = self.path / place / name
                if not target.exists() and all(part.exists() for part in parts):  # it does if a kill came after this
                    self._join(parts, target, pieces[0].sources[0].path)
        shards = sorted(shards)
        for name, ending in ((CHANGES, "changes"), (PATCH, "patch")):
            self._join([part_path(self.path, shard, ending) for shard in shards], self.path / name)
        text = json.dumps(summary, ensure_ascii=False, indent=2)
        try:
            data = f"{text}\n".encode()
        except UnicodeEncodeError:  # a file name or an id that is not UTF-8
            data = f"{json.dumps(summary, indent=2)}\n".encode()
        replace(self.path / SUMMARY, data)

    def close(self, job: str) -> None:
        """Say that the job is done, and forget its parts."""
        self.manifest.finish(job)
        try:
            self._remove_parts()
        except OSError as error:
            raise unwritable(self.path, error) from error

    def summary(self) -> Summary:
        """Return the summary of a finished job."""
        path = self.path / SUMMARY
        try:
            return Summary.of(json.loads(path.read_bytes()))
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise OutputError(f"{path}: no summary of a finished job ({error}): start anew with --force") from error

    def _names(self, sources: Sequence[Source]) -> list[str]:
        """Return the paths that a job writes here."""
        places = [CLEAN, ATTRIBUTES] if self.attributes else [CLEAN]
        files = [f"{place}/{source.name}" for place in places for source in sources]
        return [MANIFEST, CHANGES, PATCH, SUMMARY, *files]

    def _join(self, parts: Iterable[Path], target: Path, like: Path | None = None) -> None:
        with Replacement(target, like) as new:
            for part in parts:
                try:
                    with part.open("rb") as handle:
                        while data := handle.read(CHUNK):
                            new.write(data)
                except OSError as error:
                    raise OutputError(f"{part}: cannot be read ({error.strerror}): start anew with --force") from error

    def _remove_parts(self) -> None:
        folder = self.path / PARTS
        if folder.is_dir() and not folder.is_symlink():
            self._remove_temporary(folder)
            for path in folder.iterdir():
                if path.stem.isdecimal() and path.suffix[1:] in ENDINGS:
                    path.unlink()
            with suppress(OSError):
                folder.rmdir()

    def _folders(self, names: Iterable[str]) -> list[Path]:
        """Return the folders that hold these files, the deepest first."""
        folders = {parent for name in names for parent in PurePosixPath(name).parents}
        return [self.path / folder for folder in sorted(folders, key=lambda path: len(path.parts), reverse=True)]

    def _remove_temporary(self, folder: Path) -> None:
        for left in folder.glob(TEMPORARY):
            left.unlink(missing_ok=True)
