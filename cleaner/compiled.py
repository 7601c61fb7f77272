"""The compiled kernel, where there is one; everything works without it, and gives the same numbers.

It is built with the package where a C compiler is at hand. `CLEANER_KERNEL=numpy` in the environment does without it.
"""

from __future__ import annotations

import os
from typing import Any, Protocol

import numpy.typing as npt

VERSION = 9
"""Of the functions that `_kernel.c` lists: a kernel that was built from other sources is not used."""

_Array = npt.NDArray[Any]


class Kernel(Protocol):
    """What `_kernel.c` offers. Arrays are contiguous; ValueError if they do not fit each other."""

    def version(self) -> int:
        """Return the version of these functions."""

    def sums(
        self,
        text: _Array,
        first: _Array,
        length: _Array,
        table: _Array,
        total: _Array,
        drawn: _Array | None,
        sizes: _Array | None,
    ) -> int:
        """Sum the weights of the n-grams of lines, and draw a sample of them; return how many were drawn."""

    def classes(self, text: _Array, first: _Array, length: _Array, before: _Array, table: _Array, total: _Array) -> int:
        """Count the classes of bytes of lines."""

    def sift(self, text: _Array, first: _Array, length: _Array, *rest: _Array) -> int:
        """Find the runs of letters and digits that are worth a second look; `tokens.py` knows the other arrays."""

    def overlap(self, first: _Array, sizes: _Array, rows: _Array, body: _Array, shared: _Array) -> int:
        """Count what the samples of lines share with the paragraphs and with the first line of their document."""

    def features(
        self,
        first: _Array,
        lanes: _Array,
        shape: _Array,
        looks: _Array,
        recurrence: _Array,
        asked: _Array,
        matrix: _Array,
    ) -> int:
        """Write what stands around the lines that are asked for, a row of numbers for each."""

    def remember(self, first: _Array, gates: _Array, states: _Array) -> int:
        """Write the states of a memory after every line."""

    def walk(self, rows: _Array, *rest: _Array) -> int:
        """Sum what the leaves of trees say that rows come to; `trees.py` knows the other arrays."""


def find() -> Kernel | None:
    """Return the kernel, or None: not built, built from other sources, or switched off."""
    if os.environ.get("CLEANER_KERNEL") == "numpy":
        return None
    try:
        from cleaner import _kernel
    except ImportError:
        return None
    kernel: Kernel = _kernel
    return kernel if kernel.version() == VERSION else None


KERNEL = find()
