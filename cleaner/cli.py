"""The command line: arguments in, an exit code out. What a command does lives in the module that it calls.

Exit codes: 0 done or nothing found, 1 findings (`check`) or files rewritten (`check --fix`), 2 an error of usage,
configuration, model or input, 130 interrupted, 141 nobody reads the output. Findings, diffs and clean text go to
standard output, everything else to standard error.
"""

from __future__ import annotations

import os
import sys
import time
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from cleaner import __version__
from cleaner.errors import CleanerError, UsageError

if TYPE_CHECKING:
    from cleaner.model import Model

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
    "profile": Command("count in how many documents each line occurs", "cleaner.cli", "profile"),
    "check": Command("report what does not belong, or rewrite files in place", "cleaner.cli", "check"),
    "baseline": Command("accept the findings that there are, for `check --baseline`", "cleaner.cli", "baseline"),
    "config": Command("show the configuration that is in force", "cleaner.cli", "config"),
    "restore": Command("write the originals from a clean copy and its changes", "cleaner.cli", "restore"),
    "labels": Command("explain the labels", "cleaner.cli", "labels"),
    "train": Command("train a model on annotated texts", "cleaner.training.commands", "train"),
    "evaluate": Command("measure a model on annotated texts", "cleaner.training.commands", "evaluate"),
    "convert": Command("carry annotations to doccano or Label Studio, and back", "cleaner.training.convert", "command"),
    "inject": Command("put spam into clean texts, with exact gold", "cleaner.training.spiked", "command"),
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # more threads only spin on arrays this small
    arguments = list(sys.argv[1:] if argv is None else argv)
    _open_closed()
    try:
        try:
            parser, handler = _parser(arguments)
            code = handler(parser.parse_args(arguments))
        except SystemExit as stop:  # argparse has said what is wrong
            code = stop.code if isinstance(stop.code, int) else 2
        except CleanerError as error:
            talk(f"error: {error}")
            code = 2
        sys.stdout.flush()
    except OSError as error:  # doors name their files in errors of their own: what is left is standard output
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # so that the last flush has nobody to tell
        if isinstance(error, BrokenPipeError):
            return BROKEN_PIPE
        what = f"{error.filename or 'standard output'}: cannot be used ({error.strerror or error})"
        with suppress(OSError):  # where standard error is full, too, the exit code says it
            talk(f"error: {what}: free space or choose another place")
        return 2
    except KeyboardInterrupt:
        talk("interrupted: finished files are whole, nothing is half written; `cleaner clean` goes on with --resume")
        return INTERRUPTED
    return code


def _open_closed() -> None:
    """Open closed standard streams on nothing: only who reads from one or writes to it learns that it was closed."""
    for name, mode, wrong in (("stdin", "r", os.O_WRONLY), ("stdout", "w", os.O_RDONLY), ("stderr", "w", os.O_WRONLY)):
        if getattr(sys, name) is None:  # `wrong` lets every access fail, but for messages: they have nowhere to go
            setattr(sys, name, os.fdopen(os.open(os.devnull, wrong), mode))


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
    from cleaner.options import add_config, add_fields, add_format, add_labels, add_model, add_standard_input

    parser.epilog = "With `-`, standard input is cleaned to standard output."
    parser.add_argument("inputs", nargs="+", metavar="INPUT", help="a file, a folder, or - for standard input")
    parser.add_argument("--output", "-o", metavar="DIR", help="folder for the clean corpus and its changes")
    again = parser.add_mutually_exclusive_group()
    again.add_argument("--force", action="store_true", help="replace what an earlier run wrote to DIR")
    again.add_argument("--resume", action="store_true", help="go on where a run was interrupted; same arguments")
    parser.add_argument("--jobs", "-j", metavar="N", type=int, default=1, help="processes (default: 1; 0: all cores)")
    parser.add_argument("--changes", metavar="FILE", help="with `-`: where the change record goes")
    parser.add_argument(
        "--findings-format", choices=["dolma"], help="write findings once more, as attributes for Dolma's mixer"
    )
    add_standard_input(parser)
    add_format(parser)
    add_model(parser)
    add_labels(parser)
    add_config(parser)
    add_fields(parser)
    return _clean


def _clean(args: Namespace) -> int:
    from cleaner.dispatch import clean_sources
    from cleaner.folder import Folder
    from cleaner.job import Job
    from cleaner.options import config_of, fields_of, loader, refuse_outputs, sources_of
    from cleaner.output import Stream
    from cleaner.report import Mode, Report, Summary

    started = time.perf_counter()
    config = config_of(args)
    fields = fields_of(config)
    load, settings = loader(config, load_model)
    jobs = (os.cpu_count() or 1) if args.jobs == 0 else args.jobs
    if jobs < 1:
        raise UsageError(f"--jobs is {args.jobs}: give a number of processes, or 0 for all cores")
    summary = Summary()
    sources = sources_of(args, config, summary, talk, talk)
    if sources and sources[0].path is None:
        if args.output or args.findings_format:
            raise UsageError("`-` is cleaned to standard output: leave out --output and --findings-format")
        refuse_outputs({"--changes": args.changes}, sources, config.files)
        model = load()
        with Stream(Path(args.changes).resolve() if args.changes else None) as stream:
            summary += clean_sources(sources, stream, model, settings, fields)
        for note in [*summary.failed, *summary.refused]:
            talk(str(note))
        return Report(Mode.COPY, summary).exit_code
    if not args.output:
        raise UsageError("no place for the clean corpus: name a folder with --output")
    if args.changes:
        raise UsageError("--changes is for `-`: the folder of --output has a changes.jsonl of its own")
    folder = Folder(Path(args.output), attributes=args.findings_format == "dolma")
    folder.refuse(args.inputs, sources, args.force, args.resume)
    if not sources:
        raise UsageError("nothing to clean: name at least one file that can be read")
    job = Job(folder, load, settings, fields, talk, jobs)
    summary = job.run(sources, summary, args.resume)
    talk(f"{summary} in {time.perf_counter() - started:.1f} s; see {args.output}")
    return Report(Mode.COPY, summary).exit_code


def profile(parser: ArgumentParser) -> Handler:
    """Prepare `cleaner profile`."""
    from cleaner.profiling import add_profile, run_profile

    add_profile(parser)
    return lambda args: run_profile(args, talk)


def check(parser: ArgumentParser) -> Handler:
    """Prepare `cleaner check`."""
    from cleaner.lint import add_check, run_check

    add_check(parser)
    return lambda args: run_check(args, load_model, talk)


def baseline(parser: ArgumentParser) -> Handler:
    """Prepare `cleaner baseline`."""
    from cleaner.lint import add_baseline, run_baseline

    add_baseline(parser)
    return lambda args: run_baseline(args, load_model, talk)


def config(parser: ArgumentParser) -> Handler:
    """Prepare `cleaner config`."""
    from cleaner.lint import add_show, run_show

    add_show(parser)
    return run_show


def restore(parser: ArgumentParser) -> Handler:
    """Prepare `cleaner restore`."""
    from cleaner.options import add_standard_input

    parser.add_argument("folder", metavar="DIR", help="output of `cleaner clean`, or - for a text it gave out")
    parser.add_argument("--output", "-o", metavar="ORIGINALS", help="folder for the originals, new or empty")
    parser.add_argument(
        "--changes", metavar="FILE", help="change record of `check --fix` (its paths start at DIR), or of `clean -`"
    )
    add_standard_input(parser)
    return _restore


def _restore(args: Namespace) -> int:
    from cleaner.changelog import ChangeLog
    from cleaner.corpus import STANDARD
    from cleaner.files import read
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
    import gc

    from cleaner.model import load

    model = load(path)
    gc.freeze()  # what is there by now stays: each search for garbage would walk it all, a tenth of the time
    return model


def talk(message: str) -> None:
    """Say something to the person at the terminal, on one line."""
    from cleaner.formats import printable

    sys.stdout.flush()
    print(f"cleaner: {printable(message)}", file=sys.stderr)
