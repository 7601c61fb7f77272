"""How far a job is: a bar on a terminal where tqdm is installed, else a plain line now and then."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self

from cleaner.report import Summary

EVERY = 10.0
"""Seconds between two plain lines; a job that is done sooner says nothing."""


class Progress:
    """Show the progress of a job of `total` bytes; a context manager. `talk` is given the plain lines."""

    def __init__(self, talk: Callable[[str], None], total: int) -> None:
        self._talk = talk
        self._total = total
        self._bytes = self._documents = self._characters = self._removed = self._skipped = 0
        self._began = self._said = time.monotonic()
        self._bar: Any = None

    def __enter__(self) -> Self:
        if sys.stderr.isatty():
            try:
                from tqdm import tqdm
            except ImportError:
                return self
            self._bar = tqdm(total=self._total, unit="B", unit_scale=True, dynamic_ncols=True, leave=False)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        if self._bar is not None:
            self._bar.refresh()
            self._bar.close()

    def skip(self, size: int, part: Summary) -> None:
        """Count a shard that an earlier run has finished; it says nothing about the speed."""
        self._skipped += size
        self._count(part)
        if self._bar is not None:
            self._bar.initial += size
            self._bar.update(size)

    def add(self, size: int, part: Summary) -> None:
        """Count a shard that has just been finished."""
        self._bytes += size
        self._count(part)
        if self._bar is not None:
            self._bar.set_postfix_str(f"{self._documents:,} documents, {self._share:.1%} removed", refresh=False)
            self._bar.update(size)
        elif time.monotonic() - self._said >= EVERY:
            self._said = time.monotonic()
            self._talk(str(self))

    def _count(self, part: Summary) -> None:
        self._documents += part.documents
        self._characters += part.characters
        self._removed += part.removed_characters

    @property
    def _share(self) -> float:
        return self._removed / max(self._characters, 1)

    def __str__(self) -> str:
        speed = self._bytes / max(time.monotonic() - self._began, 1e-9)
        left = max(self._total - self._skipped - self._bytes, 0) / max(speed, 1)
        minutes, seconds = divmod(round(left), 60)
        return (
            f"{self._documents:,} documents, {speed / 1e6:.1f} MB/s, {self._share:.1%} removed, "
            f"{minutes // 60}:{minutes % 60:02}:{seconds:02} left"
        )
