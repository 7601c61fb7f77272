"""Options that several commands share, and the settings that they make."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from cleaner.config import COMMAND_LINE, Config, read
from cleaner.corpus import FORMATS, STANDARD, Source, discover, standard
from cleaner.errors import ProfileError, UsageError
from cleaner.exclude import Exclude
from cleaner.jsonl import Fields
from cleaner.report import Note, Summary
from cleaner.settings import Settings

if TYPE_CHECKING:
    from cleaner.model import Model

Talk: TypeAlias = Callable[[str], None]
Load: TypeAlias = "Callable[[str | None], Model]"


def add_labels(parser: ArgumentParser) -> None:
    """Add the options that switch labels."""
    group = parser.add_argument_group("labels")
    group.add_argument("--select", metavar="LABEL,...", help="only these labels (default: all; see `cleaner labels`)")
    group.add_argument("--ignore", metavar="LABEL,...", help="not these labels")


def add_config(parser: ArgumentParser) -> None:
    """Add the options that choose the configuration, or stand in place of what is in it."""
    group = parser.add_argument_group(
        "configuration", "These win over [tool.cleaner] of pyproject.toml or cleaner.toml."
    )
    group.add_argument("--config", metavar="FILE", help="this file, not the one of the nearest folder")
    group.add_argument("--no-config", action="store_true", help="no file at all")
    group.add_argument("--threshold", metavar="LABEL=SCORE", action="append", help="remove a label from this score on")
    group.add_argument("--max-removed", metavar="SHARE", type=float, help="leave documents alone that would lose more")
    group.add_argument("--protect", metavar="REGEX", action="append", help="what matches in a line is never touched")
    group.add_argument("--always-remove", metavar="REGEX", action="append", help="what matches in a line always goes")
    group.add_argument("--exclude", metavar="GLOB", action="append", help="pass these over, as .gitignore writes them")
    group.add_argument(
        "--force-exclude", action="store_true", default=None, help="pass over what is excluded even if it is named"
    )


def add_standard_input(parser: ArgumentParser) -> None:
    """Add the option that names what comes from standard input."""
    parser.add_argument("--stdin-filename", metavar="NAME", default="-", help="name (and so format) of what `-` reads")


def add_model(parser: ArgumentParser) -> None:
    """Add the option that chooses the model."""
    parser.add_argument("--model", metavar="PATH", help="folder of a model (default: `default`, the shipped one)")
    parser.add_argument(
        "--profile", metavar="FILE", help="also go by how often lines occur in a corpus (`cleaner profile`)"
    )


def add_format(parser: ArgumentParser) -> None:
    """Add the option that overrides what the names of the inputs say."""
    parser.add_argument(
        "--format",
        choices=tuple(FORMATS),
        help="read inputs so, whatever they are called; folders are walked by suffix",
    )


def add_fields(parser: ArgumentParser) -> None:
    """Add the options that name the fields of a JSONL record."""
    group = parser.add_argument_group("JSONL and Parquet")
    group.add_argument("--text-field", metavar="NAME", help="field of the text (default: text); in JSONL also a.b")
    group.add_argument("--id-field", metavar="NAME", help="field of the id (default: id); in JSONL also a.b")


def config_of(args: Namespace) -> Config:
    """Return the configuration that is in force; a command without these options has none but its own arguments."""
    here = Path.cwd()
    if getattr(args, "no_config", True):
        if getattr(args, "config", None):
            raise UsageError("--config and --no-config do not go together: leave one out")
        config = Config(root=here)
    else:
        config = read(Path(args.config) if args.config else None, here)
    given = vars(args)
    names = (name for name in config.values if given.get(name.replace("-", "_")) is not None)
    values: dict[str, Any] = {name: given[name.replace("-", "_")] for name in names}
    if given.get("threshold"):
        values["thresholds"] = config["thresholds"] | dict(map(_threshold, given["threshold"]))
    return config.over(values, COMMAND_LINE)


def _threshold(given: str) -> tuple[str, float]:
    label, _, score = given.partition("=")
    try:
        return label.strip(), float(score)
    except ValueError:
        raise UsageError(f"--threshold {given}: write a label and a number, as in spam=0.9") from None


def settings_of(args: Namespace) -> Settings:
    """Return the settings that are in force."""
    return config_of(args).settings


def loader(config: Config, load: Load) -> tuple[Callable[[], Model], Settings]:
    """Return what loads the model (also in other processes), and the settings, with the profile if there is one.

    Raises ProfileError if the profile cannot be read.
    """
    if config["profile"] is None:
        return partial(load, config["model"]), config.settings
    from cleaner.profile import read as read_profile

    digest = read_profile(Path(config["profile"])).digest()
    return partial(_profiled, load, config["model"], config["profile"], digest), replace(
        config.settings, profile=digest
    )


def _profiled(load: Load, model: str | None, path: str, digest: str) -> Model:
    from cleaner.profile import read as read_profile

    profile = read_profile(Path(path))
    if profile.digest() != digest:
        raise ProfileError(f"{path}: was altered while the job ran: start anew with --force")
    return load(model).with_profile(profile)


def fields_of(config: Config) -> Fields:
    """Return the names of the fields of a JSONL record."""
    return Fields(config["text-field"], config["id-field"])


def sources_of(
    args: Namespace,
    config: Config,
    summary: Summary,
    talk: Talk,
    note: Talk,
    gitignore: bool = False,
    kinds: Collection[str] = tuple(FORMATS),
    resolve: bool = False,
) -> list[Source]:
    """Return the inputs of a command; what yields nothing is said at once and counted as failed.

    What the configuration excludes is passed over, with `gitignore` what those files name, too, and in folders what
    is of another kind than `kinds`. `resolve` is that of `discover`.
    """
    obeyed = gitignore and config["respect-gitignore"]
    exclude = Exclude(config.root, config["exclude"], obeyed, config["force-exclude"])
    form = getattr(args, "format", None)
    if STANDARD in args.inputs:
        if len(args.inputs) > 1:
            raise UsageError("`-` stands alone: name it without other inputs")
        passed_over = gitignore and exclude.named(Path(args.stdin_filename), False)
        return [] if passed_over else [standard(args.stdin_filename, form)]

    def fail(path: str, reason: str) -> None:
        summary.failed.append(Note(path, None, reason))
        talk(str(summary.failed[-1]))

    return discover(args.inputs, fail, note, form, exclude, kinds, resolve)


def refuse_outputs(
    outputs: Mapping[str, str | None], sources: Iterable[Source], files: Mapping[str, Path] | None = None
) -> None:
    """Raise UsageError if what an option wants written would replace an input, or what another option wants written.

    `outputs` are the names of the options, and their files, if they are given; `files` are others that must stay.
    """
    given = {option: Path(path) for option, path in outputs.items() if path}
    if not given:
        return
    taken = {_identity(path): f"the {what} {path}: name another file" for what, path in (files or {}).items()}
    for source in sources:
        taken[_identity(source.path)] = f"the input {source.shown}: name another file (or --exclude this one)"
    for option, path in given.items():
        if path.exists() and not path.is_file():
            raise UsageError(f"{option} {path} is no regular file: name another, or send standard output there")
        if other := taken.get(_identity(path)):
            raise UsageError(f"{option} {path} would replace {other}")
        taken[_identity(path)] = f"what {option} names: name another file"


def _identity(path: Path | None) -> object:
    """Return what two paths (None: standard input) have in common only if they are the same file."""
    try:
        found = os.fstat(sys.stdin.fileno()) if path is None else path.stat()
    except (OSError, ValueError):
        return os.path.realpath(path) if path else None
    return found.st_dev, found.st_ino
