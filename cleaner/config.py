"""Configuration: what a project has settled in `[tool.cleaner]` of pyproject.toml or in cleaner.toml.

The nearest folder counts that has either, upwards from the working directory; beside each other, cleaner.toml wins.
It is the working directory and not the folder of an input, because the verdict on a file must not depend on which
other files are named with it. The command line wins over the file. Paths and patterns of paths start at its folder.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from cleaner.errors import SettingsError
from cleaner.settings import Settings, nearest, parse_labels, shown
from cleaner.taxonomy import FURNITURE

PROJECT = "pyproject.toml"
OWN = "cleaner.toml"
DEFAULT = "default"
COMMAND_LINE = "command line"


class Key(NamedTuple):
    """Describe a key: the value without a file, what reads a value (or raises), and whether the value is a path."""

    default: Any
    read: Callable[[Any], Any]
    path: bool = False


def _labels(value: Any) -> list[str]:
    if not isinstance(value, str):
        _strings(value)
    return [label.value for label in parse_labels(value)]


def _selected(value: Any) -> list[str]:
    labels = _labels(value)
    Settings.of(select=value)
    return labels


def _strings(value: Any) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise SettingsError(f"{shown(value)} is no list of strings: write ['...', '...']")
    return value


def _patterns(value: Any) -> list[str]:
    from cleaner.rules import compile_all

    for pattern in _strings(value):
        compile_all("pattern", [pattern])
    return _strings(value)


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise SettingsError(f"{shown(value)} is no string: write '...'")
    if not value:
        raise SettingsError("is empty: write a name, or leave it out")
    return value


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise SettingsError(f"{shown(value)} is neither true nor false: write one of them")
    return value


def _share(value: Any) -> float | None:
    return Settings.of(max_removed=value).max_removed


def _thresholds(value: Any) -> dict[str, float]:
    return {label.value: score for label, score in Settings.of(thresholds=_table(value)).thresholds.items()}


def _label_table(value: Any) -> dict[str, list[str]]:
    return {name: _labels(labels) for name, labels in _table(value).items()}


def _table(value: Any) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise SettingsError(f"{shown(value)} is no table: write {{ name = value }}")
    return value


def _format(value: Any) -> str:
    from cleaner.formats import FORMATS

    if (name := _string(value)) not in FORMATS:
        raise SettingsError(f"{name!r} is no output format{nearest(name, FORMATS)}: {', '.join(FORMATS)}")
    return name


KEYS: Mapping[str, Key] = {
    "select": Key([label.value for label in FURNITURE], _selected),
    "ignore": Key([], _labels),
    "thresholds": Key({}, _thresholds),
    "max-removed": Key(None, _share),
    "protect": Key([], _patterns),
    "always-remove": Key([], _patterns),
    "exclude": Key([], _strings),
    "force-exclude": Key(False, _flag),
    "respect-gitignore": Key(True, _flag),
    "per-file-ignores": Key({}, _label_table),
    "text-field": Key("text", _string),
    "id-field": Key("id", _string),
    "model": Key(None, _string, path=True),
    "profile": Key(None, _string, path=True),
    "baseline": Key(None, _string, path=True),
    "output-format": Key("text", _format),
}
"""Every key, in the order in which `cleaner config` shows them."""


@dataclass(frozen=True)
class Config:
    """Hold what is in force, where each value came from, and the folder that patterns of paths start at.

    `file` is the configuration file, if there is one.
    """

    values: Mapping[str, Any] = field(default_factory=lambda: {name: key.default for name, key in KEYS.items()})
    origins: Mapping[str, str] = field(default_factory=lambda: dict.fromkeys(KEYS, DEFAULT))
    root: Path = field(default_factory=Path.cwd)
    file: Path | None = None

    def __getitem__(self, name: str) -> Any:
        return self.values[name]

    def over(self, given: Mapping[str, Any], origin: str, root: Path | None = None) -> Config:
        """Return this configuration with values in place of its own; raise SettingsError that names the bad key."""
        values, origins = dict(self.values), dict(self.origins)
        for name, value in given.items():
            if name not in KEYS:
                raise SettingsError(f"{origin}: unknown key {name!r}{nearest(name, KEYS)}; see `cleaner config`")
            try:
                values[name] = KEYS[name].read(value)
            except SettingsError as error:
                raise SettingsError(f"{origin}: {name}: {error}") from None
            if KEYS[name].path and root:
                values[name] = str(root / value)
            origins[name] = origin
        return replace(self, values=values, origins=origins, root=root or self.root)

    @property
    def settings(self) -> Settings:
        """Return what the walk has to know of it."""
        return Settings.of(
            select=self["select"],
            ignore=self["ignore"],
            thresholds=self["thresholds"],
            max_removed=self["max-removed"],
            protect=self["protect"],
            always_remove=self["always-remove"],
            per_file_ignores=self["per-file-ignores"],
            root=str(self.root),
        )

    @property
    def files(self) -> dict[str, Path]:
        """Return the files that it is read from or names, by what they are."""
        files = {"configuration": self.file, "baseline": self["baseline"], "profile": self["profile"]}
        return {what: Path(path) for what, path in files.items() if path}

    def __str__(self) -> str:
        """Return it as TOML that can be kept as a cleaner.toml, each value with its origin."""
        shown = []
        for name in KEYS:
            value = self[name]
            text = f"# {name} is not set" if value is None else f"{name} = {_toml(value)}"
            shown.append(f"{text}  # {self.origins[name]}" if value is not None else text)
        return "".join(f"{line}\n" for line in shown)


def find(start: Path) -> Path | None:
    """Return the configuration file of the nearest folder from `start` upwards, or None."""
    for folder in (start, *start.parents):
        own = folder / OWN
        if own.is_file() and own.stat().st_size:  # a shell makes an empty one for `cleaner config > cleaner.toml`
            return own
        project = folder / PROJECT
        if project.is_file() and "cleaner" in _tools(_parsed(project)):
            return project
    return None


def _tools(parsed: Mapping[str, Any]) -> Mapping[str, Any]:
    tools = parsed.get("tool")
    return tools if isinstance(tools, dict) else {}


def read(path: Path | None, start: Path) -> Config:
    """Return the configuration in the file `path`, or in the nearest one; the defaults where there is none.

    Raises SettingsError that names the file, the key and what to do.
    """
    if path is not None and not path.is_file():
        raise SettingsError(f"{path}: no such configuration file: check --config")
    found = path or find(start)
    if found is None:
        return Config(root=start)
    values: Any = _parsed(found)
    shown = os.path.relpath(found, start)
    if found.name == PROJECT:
        values = _tools(values).get("cleaner", {})
        if not isinstance(values, dict):
            raise SettingsError(f"{shown}: tool.cleaner is no table: write [tool.cleaner]")
    elif set(values) == {"tool"}:
        raise SettingsError(f"{shown}: the keys stand at the top of a {OWN}: take [tool.cleaner] out")
    return Config(file=found).over(values, shown, found.resolve().parent)


def _parsed(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read ({error.strerror}): check its permissions") from None
    except (ValueError, RecursionError) as error:  # also bytes that are not UTF-8, and a number of thousands of digits
        raise SettingsError(f"{path}: is no TOML ({error}): mend it") from None


def _toml(value: Any) -> str:
    """Return a value as TOML; a JSON string is a TOML string but for the delete character, which TOML escapes."""
    import json

    if isinstance(value, dict):
        pairs = [f"{_toml(name)} = {_toml(item)}" for name, item in value.items()]
        return f"{{ {', '.join(pairs)} }}" if pairs else "{}"
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
