"""Patterns that are compiled when they are first asked for: on a small file that takes longer than all the rest."""

from __future__ import annotations

from typing import Any


class Pattern:
    """Stand for a pattern of the package `regex`, which is not even imported before it is used.

    >>> Pattern(r"\\p{Lu}").search("a B").span()
    (2, 3)
    """

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern

    def __getattr__(self, name: str) -> Any:
        """Return what the compiled pattern has by this name; the next time it is found without this function."""
        if name.startswith("_"):
            raise AttributeError(name)
        import regex

        found = getattr(regex.compile(self._pattern), name)
        setattr(self, name, found)
        return found
