"""The file that names what a job writes and which shards are finished, so that it can be resumed, or removed."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Any

from cleaner.errors import OutputError
from cleaner.files import Replacement, replace, unwritable
from cleaner.report import Summary


class Manifest:
    """Read and write `manifest.jsonl`: a line for the job, one for each path, one for each finished shard.

    Every path is listed before anything is written. When the job is done only the paths stay.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def paths(self) -> list[str]:
        """Return what is listed inside the folder; what is torn or leads elsewhere does not count."""
        here = self.path.parent.resolve()
        names = []
        for entry in self._entries():
            with suppress(ValueError, KeyError, TypeError):
                name = entry["path"]
                if (here / name).parent.resolve().is_relative_to(here) and ".." not in PurePosixPath(name).parts:
                    names.append(name)
        return names

    def find(self, key: str) -> Any:
        """Return the value of the last line that has `key`, or None."""
        return next((entry[key] for entry in reversed([*self._entries()]) if key in entry), None)

    def shards(self) -> dict[int, Summary]:
        """Return what the finished shards have counted."""
        return {entry["shard"]: Summary.of(entry["summary"]) for entry in self._entries() if "shard" in entry}

    def begin(self, job: str, names: Iterable[str]) -> None:
        """List a job and all that it will write."""
        with Replacement(self.path) as new:
            new.write(_line({"job": job}))
            for name in names:
                new.write(_line({"path": name}))

    def add(self, shard: int, summary: Summary) -> None:
        """Note that a shard is finished and on disk."""
        try:
            with self.path.open("r+b") as handle:
                end = handle.seek(0, os.SEEK_END)
                handle.seek(max(end - 1, 0))
                torn = handle.read(1) not in (b"\n", b"")
                handle.write(b"\n" * torn + _line({"shard": shard, "summary": summary.plain()}))
                handle.flush()
                os.fsync(handle.fileno())
        except OSError as error:
            raise unwritable(self.path, error) from error

    def finish(self, job: str) -> None:
        """Keep the paths only, and say that the job is done."""
        lines = [_line({"path": name}) for name in self.paths()]
        replace(self.path, b"".join([*lines, _line({"finished": job})]))

    def _entries(self) -> Iterator[dict[str, Any]]:
        try:
            with self.path.open("rb") as handle:
                for line in handle:
                    with suppress(ValueError):
                        if isinstance(entry := json.loads(line), dict):
                            yield entry
        except FileNotFoundError:
            return
        except OSError as error:
            raise OutputError(
                f"{self.path}: cannot be read ({error.strerror}), and it names what is there: fetch it again"
            ) from error


def _line(values: dict[str, Any]) -> bytes:
    return f"{json.dumps(values)}\n".encode()
