"""What a user can choose, as one frozen value that is passed whole."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches
from numbers import Real
from types import MappingProxyType
from typing import Any

from cleaner.errors import SettingsError
from cleaner.globs import Globs, relative, resolved
from cleaner.taxonomy import FURNITURE, Label

_NO_THRESHOLDS: Mapping[Label, float] = MappingProxyType({})
MARKDOWN = (".md", ".markdown")
"""What the names of Markdown texts end in."""
_MARKDOWN = tuple(kind + packed for kind in MARKDOWN for packed in ("", ".gz", ".zst"))
NEVER = 2.0
"""A score that none reaches: the threshold of what always stays."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Hold every choice that changes what is found and removed.

    `select` and `ignore` switch labels: what is selected and not ignored is removed. `thresholds` replace the
    model's own, label by label, in [0, 1]. `max_removed` in (0, 1] leaves a document alone that would lose a larger
    share of its characters. `protect` are regular expressions whose matches are never touched; `always_remove` are
    patterns whose matches always go, whatever labels are chosen (`rules.py`). With `markdown` front matter and code
    are protected. `per_file_ignores` are labels that stay in files and folders named by a pattern relative to the
    folder `root` (empty: the working directory). `lines` are scores that whole lines must reach besides, set by
    `safe`: above 1 they stay; what is cut inside a line goes by its own score. `profile` is the digest of the profile
    that the model was given, so that whatever states the settings states it, too. Raises SettingsError for a value
    that cannot be used.
    """

    select: frozenset[Label] = frozenset(FURNITURE)
    ignore: frozenset[Label] = frozenset()
    thresholds: Mapping[Label, float] = field(default_factory=lambda: _NO_THRESHOLDS)
    max_removed: float | None = None
    protect: tuple[str, ...] = ()
    always_remove: tuple[str, ...] = ()
    markdown: bool = False
    per_file_ignores: tuple[tuple[str, frozenset[Label]], ...] = ()
    root: str = ""
    lines: Mapping[Label, float] = field(default_factory=lambda: _NO_THRESHOLDS)
    profile: str = ""

    def __post_init__(self) -> None:
        _check_labels("select", self.select)
        _check_labels("ignore", self.ignore)
        if not isinstance(self.thresholds, Mapping):
            raise SettingsError(f"thresholds is {shown(self.thresholds)}: give a table of labels and numbers")
        for label, threshold in self.thresholds.items():
            name = parse_label(label)
            if not 0 <= number(threshold) <= 1:
                raise SettingsError(f"threshold of {name} is {threshold}: give a number from 0 to 1")
        if self.max_removed is not None and not 0 < number(self.max_removed) <= 1:
            raise SettingsError(f"max-removed is {self.max_removed}: give a share above 0 and up to 1")
        for key, patterns in (("protect", self.protect), ("always-remove", self.always_remove)):
            if not isinstance(patterns, tuple) or not all(isinstance(pattern, str) for pattern in patterns):
                raise SettingsError(f"{key} is {shown(patterns)}: give a list of patterns, also if there is only one")
        if not isinstance(self.markdown, bool):
            raise SettingsError(f"markdown is {shown(self.markdown)}: give True or False")
        for key, text in (("root", self.root), ("profile", self.profile)):
            if not isinstance(text, str):
                raise SettingsError(f"{key} is {shown(text)}: give a string")
        _check_files(self.per_file_ignores)

    def __reduce__(self) -> tuple[Any, ...]:
        values = {f.name: getattr(self, f.name) for f in fields(self)}
        plain = {"thresholds": dict(self.thresholds), "lines": dict(self.lines)}  # a read-only view does not pickle
        return _unpickled, ({**values, **plain},)

    @property
    def removable(self) -> frozenset[Label]:
        """Return the labels whose findings are removed."""
        return self.select - self.ignore

    def for_file(self, path: str) -> Settings:
        """Return the settings for the texts of one file: what its name says about labels and Markdown is in them."""
        ignore = self.ignore
        if self.per_file_ignores:
            places = {relative(resolved(path), os.path.realpath(self.root)), relative(path, self.root or os.curdir)}
            for pattern, labels in self.per_file_ignores:
                if any(map(Globs([pattern]).covers, places)):
                    ignore |= labels
        markdown = self.markdown or path.lower().endswith(_MARKDOWN)
        if ignore == self.ignore and markdown == self.markdown:
            return self
        return replace(self, ignore=ignore, markdown=markdown)

    def safe(self, limits: Mapping[str, float] | None, thresholds: Mapping[Label, float]) -> Settings:
        """Return stricter settings, which remove only what the precision measured for a model allows.

        `limits` has the lowest safe score of whole lines of each label; lines of a label without one are not removed
        at all. What is cut inside lines is safe as it is: it was found by a precise pattern, or by a threshold that
        was set for a few false alarms in a million words. Without `limits` everything is safe. `thresholds` are those
        of the model.
        """
        if limits is None:
            return self
        given = {**thresholds, **self.thresholds}
        least = {label: limits.get(label, NEVER) for label in FURNITURE if label in self.removable}
        strict = {label: score for label, score in least.items() if score > given.get(label, 0.0)}
        return replace(self, lines=MappingProxyType(strict)) if strict else self

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
                given, values[key] = values[key], frozenset(parse_labels(values[key]))
                if key == "select" and isinstance(given, str) and not values[key]:  # a variable that was never set
                    raise SettingsError(f"{shown(given)} names no label: name some, or write 'all'")
        if isinstance(values.get("per_file_ignores"), Mapping):
            files = values["per_file_ignores"].items()
            values["per_file_ignores"] = tuple((name, frozenset(parse_labels(labels))) for name, labels in files)
        if "thresholds" in values:
            if not isinstance(values["thresholds"], Mapping):
                raise SettingsError(f"thresholds is {shown(values['thresholds'])}: give a table of labels and numbers")
            pairs = [(parse_label(name), number(value)) for name, value in values["thresholds"].items()]
            values["thresholds"] = MappingProxyType(dict(pairs))
        if values.get("max_removed") is not None:
            values["max_removed"] = number(values["max_removed"])
        for key in ("protect", "always_remove"):
            if isinstance(values.get(key), Iterable) and not isinstance(values[key], str):
                values[key] = tuple(values[key])
        return cls(**values)


def _unpickled(values: dict[str, Any]) -> Settings:
    views = {name: MappingProxyType(values[name]) for name in ("thresholds", "lines")}
    return Settings(**{**values, **views})


def _check_labels(key: str, labels: object) -> None:
    if not isinstance(labels, Set):
        raise SettingsError(f"{key} is {shown(labels)}: give a set of labels, or call Settings.of")
    for label in labels:
        parse_label(label)


def _check_files(ignores: object) -> None:
    pairs: Iterable[Any] = ignores if isinstance(ignores, tuple) else [ignores]
    if not all(isinstance(pair, tuple) and len(pair) == 2 and isinstance(pair[0], str) for pair in pairs):
        raise SettingsError(f"per-file-ignores is {shown(ignores)}: give a table of patterns and labels to Settings.of")
    for _, labels in pairs:
        _check_labels("per-file-ignores", labels)


def parse_labels(names: str | Iterable[str]) -> tuple[Label, ...]:
    """Return the labels of a comma-separated string or a list; `all` stands for every label but content."""
    if not isinstance(names, Iterable):
        raise SettingsError(f"{shown(names)} is no list of labels: write ['...', '...']")
    parts = names.split(",") if isinstance(names, str) else names
    stripped = [part.strip() if isinstance(part, str) else part for part in parts]
    labels = tuple(parse_label(part) for part in stripped if part not in ("", "all"))
    return FURNITURE if "all" in stripped else labels


def parse_label(name: str) -> Label:
    """Return the label called `name`; raise SettingsError if there is none or if it is content."""
    known = [label.value for label in FURNITURE]
    if name not in known:
        raise SettingsError(
            f"unknown label {shown(name)}{nearest(str(name), known)}; the labels are {', '.join(known)}"
        )
    return Label(name)


def number(value: Any) -> float:
    """Return a number as a float; raise SettingsError if it is none."""
    if isinstance(value, bool) or not isinstance(value, Real):
        raise SettingsError(f"{shown(value)} is no number: write one from 0 to 1")
    try:
        return float(value)
    except OverflowError:
        raise SettingsError(f"{shown(value)} is too large: write a number from 0 to 1") from None


def shown(value: object) -> str:
    """Return a value for an error, cut off if it is long."""
    try:
        text = repr(value)
    except ValueError:  # Python writes no number of thousands of digits
        text = f"a value of the type {type(value).__name__}"
    return text if len(text) <= 60 else f"{text[:57]}..."


def nearest(word: str, known: Iterable[str]) -> str:
    """Return a hint with the most similar known word, or nothing."""
    match = get_close_matches(word, list(known), n=1)
    return f" (did you mean {match[0]!r}?)" if match else ""
