"""The commands that look at files: `check`, `baseline` and `config`."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from cleaner.baseline import NAME, Accepted, Collected
from cleaner.baseline import read as read_baseline
from cleaner.changed import Changed
from cleaner.changelog import LogWriter
from cleaner.check import Check, to_standard_output
from cleaner.choice import Choice
from cleaner.config import Config
from cleaner.corpus import PLAIN, Source
from cleaner.errors import UsageError
from cleaner.files import Replacement
from cleaner.formats import FORMATS
from cleaner.options import (
    Load,
    add_config,
    add_fields,
    add_format,
    add_labels,
    add_model,
    add_standard_input,
    config_of,
    fields_of,
    loader,
    refuse_outputs,
    sources_of,
)
from cleaner.printers import printer_of, statistics
from cleaner.report import Mode, Report, Summary
from cleaner.settings import Settings

if TYPE_CHECKING:
    from cleaner.model import Model

Talk: TypeAlias = Callable[[str], None]


def add_check(parser: ArgumentParser) -> None:
    """Add the arguments of `cleaner check`."""
    parser.add_argument("inputs", nargs="+", metavar="FILE", help="a file, a folder, or - for standard input")
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--diff", action="store_true", help="print a unified diff instead of findings")
    mode.add_argument("--fix", action="store_true", help="rewrite the files in place, where it is safe")
    mode.add_argument("--unsure", action="store_true", help="also show what is doubtful, with a question mark")
    parser.add_argument(
        "--unsafe-fixes", action="store_true", help="with --fix: also what is less sure, or leaves nothing"
    )
    parser.add_argument("--changes", metavar="FILE", help="with --fix: add what `restore` needs to FILE")
    parser.add_argument("--exit-zero", action="store_true", help="exit 0 also if there are findings")
    which = parser.add_argument_group("which findings")
    which.add_argument("--baseline", metavar="FILE", help="pass over findings that `cleaner baseline` wrote to FILE")
    which.add_argument("--changed-since", metavar="REV", help="only lines that changed in git since then")
    output = parser.add_argument_group("output")
    output.add_argument("--output-format", choices=FORMATS, help="how findings are printed (default: text)")
    output.add_argument("--output-file", metavar="FILE", help="print to FILE, not to standard output")
    output.add_argument("--statistics", action="store_true", help="count the findings of each label at the end")
    output.add_argument("--quiet", "-q", action="store_true", help="say nothing but findings and errors")
    _add_shared(parser)


def _add_shared(parser: ArgumentParser) -> None:
    add_standard_input(parser)
    add_format(parser)
    add_model(parser)
    add_labels(parser)
    add_config(parser)
    add_fields(parser)


def run_check(args: Namespace, load: Load, talk: Talk) -> int:
    """Run `cleaner check`."""
    mode = Mode.FIX if args.fix else Mode.DIFF if args.diff else Mode.REPORT
    careful = args.fix and not args.unsafe_fixes
    if args.changes and not args.fix:
        raise UsageError("--changes keeps what --fix removes: use it with --fix")
    if args.unsafe_fixes and not args.fix:
        raise UsageError("--unsafe-fixes widens --fix: use it with --fix")
    if args.diff and args.output_format:
        raise UsageError("--diff is a format of its own: leave out --output-format")
    config = config_of(args)
    load_it, settings = loader(config, load)
    note = _silent if args.quiet else talk
    summary = Summary()
    sources = sources_of(
        args, config, summary, talk, note, gitignore=True, kinds=PLAIN, resolve=mode is not Mode.REPORT
    )
    if args.fix and any(source.path is None for source in sources):
        raise UsageError("standard input cannot be rewritten in place: use `cleaner clean -`")
    refuse_outputs({"--changes": args.changes, "--output-file": args.output_file}, sources, config.files)
    choice = _choice(args, config, sources)
    model = load_it()
    with ExitStack() as stack:
        emit: Callable[[bytes], object] = to_standard_output
        if args.output_file:
            emit = stack.enter_context(Replacement(Path(args.output_file).resolve())).write
        job = Check(
            model,
            told(settings),
            told(settings) if mode is Mode.REPORT else safe(settings, model) if careful else settings,
            fields_of(config),
            mode,
            emit,
            talk,
            note,
            unsure=args.unsure,
            unsafe=args.unsafe_fixes,
            log=LogWriter(Path(args.changes)) if args.changes else None,
            printer=printer_of(config["output-format"], not args.output_file and _colourful()),
            choice=choice,
            summary=summary,
        )
        job.run(sources)
    if choice.accepted:
        for line in choice.accepted.unused(settings.removable):
            note(f"{config['baseline']}: {line}")
    if args.statistics:
        for line in [*statistics({label.value: number for label, number in summary.found.items()}), str(summary)]:
            talk(line)
    return Report(mode, summary, args.exit_zero).exit_code


def add_baseline(parser: ArgumentParser) -> None:
    """Add the arguments of `cleaner baseline`."""
    parser.epilog = (
        f"Without --output, the list goes to what the configuration names, or to {NAME}. What it has of files that "
        "are not looked at stays, if they are still there."
    )
    parser.add_argument("inputs", nargs="+", metavar="FILE", help="a file or a folder")
    parser.add_argument("--output", "-o", metavar="FILE", dest="baseline", help="where the list of findings goes")
    _add_shared(parser)


def run_baseline(args: Namespace, load: Load, talk: Talk) -> int:
    """Run `cleaner baseline`."""
    config = config_of(args)
    path = Path(config["baseline"] or NAME)
    summary = Summary()
    sources = sources_of(args, config, summary, talk, talk, gitignore=True, kinds=PLAIN)
    others = {what: file for what, file in config.files.items() if what != "baseline"}
    refuse_outputs({"--output": str(path)}, sources, others)
    collected = Collected(path.parent, read_baseline(path) if os.path.lexists(path) else None)
    load_it, settings = loader(config, load)
    job = Check(
        load_it(), told(settings), told(settings), fields_of(config), Mode.REPORT, to_standard_output, talk, talk,
        choice=Choice(collected), summary=summary,
    )  # fmt: skip
    job.run(sources)
    collected.write(path.resolve(), settings.removable)
    number, other = collected.entries.total(), collected.other(settings.removable).total()
    beside = f", beside {other:,} that stay" if other else ""
    talk(f"{number:,} finding{'s' * (number != 1)} accepted{beside}; see {path}")
    return 2 if summary.failed else 0


def add_show(parser: ArgumentParser) -> None:
    """Add the arguments of `cleaner config`."""
    parser.epilog = "What it prints can be kept as a cleaner.toml."
    parser.add_argument("--baseline", metavar="FILE", help="findings that are accepted")
    parser.add_argument("--output-format", choices=FORMATS, help="how findings are printed")
    add_model(parser)
    add_labels(parser)
    add_config(parser)
    add_fields(parser)


def run_show(args: Namespace) -> int:
    """Run `cleaner config`."""
    sys.stdout.buffer.write(str(config_of(args)).encode("utf-8", "surrogateescape"))
    return 0


def told(settings: Settings) -> Settings:
    """Return the settings that findings are reported by: how much may be removed says nothing about what is found."""
    return replace(settings, max_removed=None)


def safe(settings: Settings, model: Model) -> Settings:
    """Return the settings that `--fix` goes by: no finding below the score that is safe for its label.

    A score is safe if the lower bound of the precision that was measured for it is .95 or more. The manifest of the
    model has them under `safe`; in one without, the thresholds of the model are safe as they are.
    """
    return settings.safe(model.manifest.get("safe"), model.thresholds.remove)


def _choice(args: Namespace, config: Config, sources: list[Source]) -> Choice:
    choice = Choice()
    if config["baseline"]:
        path = Path(config["baseline"])
        entries = read_baseline(path)
        choice.accepted = Accepted(path.parent, entries)
    if args.changed_since is not None:
        if any(source.path is None for source in sources):
            raise UsageError("--changed-since is about files: leave it out with `-`")
        choice.changed = Changed.since(args.changed_since, [source.path for source in sources if source.path])
    return choice


def _colourful() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _silent(message: str) -> None:
    """Keep a message back."""
