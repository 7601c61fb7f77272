"""The command line: arguments in, an exit code out. What a command does lives in the module that it calls.

Exit codes: 0 done or nothing found, 1 findings (`check`) or files rewritten (`check --fix`), 2 an error of usage,
configuration, model or input. Findings, diffs and clean text go to standard output, everything else to standard error.
"""

from __future__ import annotations

import os
import sys
import time
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from cleaner import __version__
from cleaner.errors import CleanerError, UsageError

if TYPE_CHECKING:
    from cleaner.corpus import Source
    from cleaner.report import Summary
    from cleaner.run import Model

Handler: TypeAlias = Callable[[Namespace], int]

INTERRUPTED = 130
BROKEN_PIPE = 141
"""What a shell reports for a process that these signals ended."""


@dataclass(frozen=True, slots=True)
class Command:
    """Name a command: its line in the help, and the function that adds its arguments and returns its handler.

    The module is imported only when the command is used.
    """

    help: str
    module: str
    function: str

    def prepare(self, parser: ArgumentParser) -> Handler:
        """Add the arguments of the command to `parser` and return what runs it."""
        prepared: Handler = getattr(import_module(self.module), self.function)(parser)
        return prepared


COMMANDS = {
    "clean": Command("write a clean copy of a corpus, with its changes", "cleaner.cli", "clean"),
    "check": Command("report what does not belong, or rewrite files in place", "cleaner.cli", "check"),
    "restore": Command("write the originals from a clean copy and its changes", "cleaner.cli", "restore"),
    "labels": Command("explain the labels", "cleaner.cli", "labels"),
    "train": Command("train a model on annotated texts", "cleaner.training.commands", "train"),
    "evaluate": Command("measure a model on annotated texts", "cleaner.training.commands", "evaluate"),
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # more threads only spin on arrays this small
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        try:
            parser, handler = _parser(arguments)
            code = handler(parser.parse_args(arguments))
        except SystemExit as stop:  # argparse has said what is wrong
            code = stop.code if isinstance(stop.code, int) else 2
        sys.stdout.flush()
    except CleanerError as error:
        talk(f"error: {error}")
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # so that the last flush has nobody to tell
        return BROKEN_PIPE
    except KeyboardInterrupt:
        talk("interrupted: finished files are whole, nothing is half written")
        return INTERRUPTED
    return code


def _parser(arguments: Sequence[str]) -> tuple[ArgumentParser, Handler]:
    parser = ArgumentParser("cleaner", description="Find what does not belong to extracted text, and remove it.")
    parser.add_argument("--version", action="version", version=f"cleaner {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    wanted = next((argument for argument in arguments if not argument.startswith("-")), None)
    handler: Handler = lambda _: 2  # noqa: E731 (never called: argparse refuses an unknown command)
    for name, command in COMMANDS.items():
        added = commands.add_parser(
            name, help=command.help, description=command.help, formatter_class=RawDescriptionHelpFormatter
        )
        if name == wanted:
            handler = command.prepare(added)
    return parser, handler


def clean(parser: ArgumentParser) -> Handler:
    """Prepare `cleaner clean`."""
    from cleaner.options import add_fields, add_labels, add_model

    parser.epilog = "With `-`, standard input is cleaned to standard output."
    parser.add_argument("inputs", nargs="+", metavar="INPUT", help="a file, a folder (.txt .text .md .jsonl, .gz) or -")
    parser.add_argument("--output", "-o", metavar="DIR", help="folder for the clean corpus and its changes")
    parser.add_argument("--force", action="store_true", help="replace what an earlier run wrote to DIR")
    parser.add_argument("--changes", metavar="FILE", help="with `-`: where the change record goes")
    parser.add_argument("--max-removed", metavar="SHARE", type=float, help="leave documents alone that would lose more")
    _add_standard_input(parser)
    add_model(parser)
    add_labels(parser)
    add_fields(parser)
    return _clean


def _clean(args: Namespace) -> int:
    from cleaner.options import fields_of, settings_of
    from cleaner.output import Folder, Stream
    from cleaner.report import Mode, Report, Summary, plain_settings
    from cleaner.run import clean_corpus

    started = time.perf_counter()
    settings, fields = settings_of(args), fields_of(args)
    summary = Summary()
    sources = _sources(args, summary)
    if sources and sources[0].path is None:
        if args.output:
            raise UsageError("`-` is cleaned to standard output: leave out --output, or name files")
        model = load_model(args.model)
        with Stream(Path(args.changes) if args.changes else None) as stream:
            summary += clean_corpus(sources, stream, model, settings, fields, talk)
        return Report(Mode.COPY, summary).exit_code
    if not args.output:
        raise UsageError("no place for the clean corpus: name a folder with --output")
    if args.changes:
        raise UsageError("--changes is for `-`: the folder of --output has a changes.jsonl of its own")
    folder = Folder(Path(args.output))
    folder.refuse(args.inputs, sources, args.force)
    if not sources:
        raise UsageError("nothing to clean: name at least one file that can be read")
    model = load_model(args.model)
    folder.remove_earlier()
    with folder:
        summary += clean_corpus(sources, folder, model, settings, fields, talk)
        about = {"model": {"name": model.name, "digest": model.digest}, "settings": plain_settings(settings)}
        folder.summarize({**about, **summary.plain()})
    talk(f"{summary} in {time.perf_counter() - started:.1f} s; see {args.output}")
    return Report(Mode.COPY, summary).exit_code


def check(parser: ArgumentParser) -> Handler:
    """Prepare `cleaner check`."""
    from cleaner.options import add_fields, add_labels, add_model

    parser.add_argument("inputs", nargs="+", metavar="FILE", help="a file, a folder, or - for standard input")
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--diff", action="store_true", help="print a unified diff instead of findings")
    mode.add_argument("--fix", action="store_true", help="rewrite the files in place")
    mode.add_argument("--unsure", action="store_true", help="also show what is doubtful, with a question mark")
    parser.add_argument("--unsafe-fixes", action="store_true", help="with --fix: also where nothing would be left")
    parser.add_argument("--changes", metavar="FILE", help="with --fix: add what `restore` needs to FILE")
    parser.add_argument("--exit-zero", action="store_true", help="exit 0 also if there are findings")
    parser.add_argument("--max-removed", metavar="SHARE", type=float, help="leave documents alone that would lose more")
    _add_standard_input(parser)
    add_model(parser)
    add_labels(parser)
    add_fields(parser)
    return _check


def _check(args: Namespace) -> int:
    from cleaner.check import Check, Log, to_standard_output
    from cleaner.options import fields_of, settings_of
    from cleaner.report import Mode, Report, Summary

    mode = Mode.FIX if args.fix else Mode.DIFF if args.diff else Mode.REPORT
    if args.changes and not args.fix:
        raise UsageError("--changes keeps what --fix removes: use it with --fix")
    if args.unsafe_fixes and not args.fix:
        raise UsageError("--unsafe-fixes widens --fix: use it with --fix")
    settings, fields = settings_of(args), fields_of(args)
    summary = Summary()
    sources = _sources(args, summary)
    if args.fix and any(source.path is None for source in sources):
        raise UsageError("standard input cannot be rewritten in place: use `cleaner clean -`")
    job = Check(
        load_model(args.model),
        settings,
        fields,
        mode,
        to_standard_output,
        talk,
        unsure=args.unsure,
        unsafe=args.unsafe_fixes,
        log=Log(Path(args.changes)) if args.changes else None,
        summary=summary,
    )
    return Report(mode, job.run(sources), args.exit_zero).exit_code


def restore(parser: ArgumentParser) -> Handler:
    """Prepare `cleaner restore`."""
    parser.add_argument("folder", metavar="DIR", help="output of `cleaner clean`, or - for a text it gave out")
    parser.add_argument("--output", "-o", metavar="ORIGINALS", help="folder for the originals, new or empty")
    parser.add_argument(
        "--changes", metavar="FILE", help="change record of `check --fix` (its paths start at DIR) or -"
    )
    _add_standard_input(parser)
    return _restore


def _restore(args: Namespace) -> int:
    from cleaner.corpus import STANDARD
    from cleaner.files import read
    from cleaner.record import ChangeLog
    from cleaner.undo import restore_fixed, restore_folder, restore_stream

    if args.folder == STANDARD:
        if args.output or not args.changes:
            raise UsageError("`-` is restored to standard output: leave out --output, and name --changes")
        sys.stdout.buffer.write(restore_stream(ChangeLog(Path(args.changes)), args.stdin_filename, read(None)))
        return 0
    if not args.output:
        raise UsageError("no place for the originals: name a folder with --output")
    folder, output = Path(args.folder), Path(args.output)
    if args.changes:
        restored, failed = restore_fixed(folder, Path(args.changes), output, talk)
    else:
        restored, failed = restore_folder(folder, output, talk)
    talk(f"{restored:,} file{'s' * (restored != 1)} restored; see {output}")
    return 2 if failed else 0


def labels(parser: ArgumentParser) -> Handler:
    """Prepare `cleaner labels`."""
    from cleaner.options import add_labels

    add_labels(parser)
    return _labels


def _labels(args: Namespace) -> int:
    from cleaner.options import settings_of
    from cleaner.taxonomy import DEFINITIONS, FURNITURE

    settings = settings_of(args)
    chosen = args.select or args.ignore
    for definition in DEFINITIONS:
        if definition.label in (settings.removable if chosen else {"content", *FURNITURE}):
            lines = [
                definition.label,
                f"  {definition.meaning}",
                f"  example:   {definition.example}",
                f"  near miss: {definition.near_miss}",
            ]
            sys.stdout.buffer.write("".join([f"{line}\n" for line in lines]).encode())
    return 0


def load_model(path: str | None) -> Model:
    """Load the model of a path, or the one that is shipped."""
    from cleaner.model import load

    return load(path)


def talk(message: str) -> None:
    """Say something to the person at the terminal, on one line."""
    from cleaner.formats import printable

    sys.stdout.flush()
    print(f"cleaner: {printable(message)}", file=sys.stderr)


def _add_standard_input(parser: ArgumentParser) -> None:
    parser.add_argument("--stdin-filename", metavar="NAME", default="-", help="name (and so format) of what `-` reads")


def _sources(args: Namespace, summary: Summary) -> list[Source]:
    """Return the inputs of a command; what yields nothing is said at once and counted as failed."""
    from cleaner.corpus import STANDARD, Source, discover
    from cleaner.report import Note

    if STANDARD in args.inputs:
        if len(args.inputs) > 1:
            raise UsageError("`-` stands alone: name it without other inputs")
        return [Source(None, args.stdin_filename)]

    def fail(path: str, reason: str) -> None:
        summary.failed.append(Note(path, None, reason))
        talk(str(summary.failed[-1]))

    return discover(args.inputs, fail, talk)
