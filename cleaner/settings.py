"""What a user can choose, as one frozen value that is passed whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any

from cleaner.errors import SettingsError
from cleaner.taxonomy import FURNITURE, Label

_NO_THRESHOLDS: Mapping[Label, float] = MappingProxyType({})


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Hold every choice that changes what is found and removed.

    `select` and `ignore` switch labels: what is selected and not ignored is removed. `thresholds` replace the
    model's own, label by label, in [0, 1]. `max_removed` in (0, 1] leaves a document alone that would lose a larger
    share of its characters. `protect` are regular expressions whose matches are never touched; `always_remove` are
    patterns whose matches always go.
    """

    select: frozenset[Label] = frozenset(FURNITURE)
    ignore: frozenset[Label] = frozenset()
    thresholds: Mapping[Label, float] = field(default_factory=lambda: _NO_THRESHOLDS)
    max_removed: float | None = None
    protect: tuple[str, ...] = ()
    always_remove: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for label, threshold in self.thresholds.items():
            if not 0 <= threshold <= 1:
                raise SettingsError(f"threshold of {label} is {threshold}: give a number from 0 to 1")
        if self.max_removed is not None and not 0 < self.max_removed <= 1:
            raise SettingsError(f"max-removed is {self.max_removed}: give a share above 0 and up to 1")

    @property
    def removable(self) -> frozenset[Label]:
        """Return the labels whose findings are removed."""
        return self.select - self.ignore

    @classmethod
    def of(cls, **values: Any) -> Settings:
        """Return settings from plain values (strings, lists, dictionaries), as files and command lines give them.

        Raises SettingsError for an unknown key (with the nearest name), label or value.
        """
        names = [f.name for f in fields(cls)]
        for key in values:
            if key not in names:
                raise SettingsError(f"unknown setting {key!r}{nearest(key, names)}")
        for key in ("select", "ignore"):
            if key in values:
                values[key] = frozenset(parse_labels(values[key]))
        if "thresholds" in values:
            pairs = [(parse_label(k), float(v)) for k, v in dict(values["thresholds"]).items()]
            values["thresholds"] = MappingProxyType(dict(pairs))
        for key in ("protect", "always_remove"):
            if key in values:
                values[key] = tuple(values[key])
        return cls(**values)


def parse_labels(names: str | Iterable[str]) -> tuple[Label, ...]:
    """Return the labels of a comma-separated string or a list; `all` stands for every label but content."""
    parts = names.split(",") if isinstance(names, str) else list(names)
    if "all" in parts:
        return FURNITURE
    return tuple(parse_label(part.strip()) for part in parts if part.strip())


def parse_label(name: str) -> Label:
    """Return the label called `name`; raise SettingsError if there is none or if it is content."""
    known = [label.value for label in FURNITURE]
    if name not in known:
        raise SettingsError(f"unknown label {name!r}{nearest(name, known)}; the labels are {', '.join(known)}")
    return Label(name)


def nearest(word: str, known: Iterable[str]) -> str:
    """Return a hint with the most similar known word, or nothing."""
    match = get_close_matches(word, list(known), n=1)
    return f" (did you mean {match[0]!r}?)" if match else ""
