"""The command that carries annotations to the programs where people mark texts, and back."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from cleaner.errors import AnnotationError, UsageError
from cleaner.files import Replacement, replace
from cleaner.formats import printable
from cleaner.options import add_fields, add_format
from cleaner.taxonomy import FURNITURE
from cleaner.training import doccano, label_studio
from cleaner.training.annotations import DROP, read, to_row
from cleaner.training.found import Found, documents
from cleaner.training.offsets import Offsets
from cleaner.training.rows import rows

GOLD, CHANGES, DOCCANO, LABEL_STUDIO = "gold", "changes", "doccano", "label-studio"


def command(parser: ArgumentParser) -> Callable[[Namespace], int]:
    """Prepare `cleaner convert`."""
    parser.epilog = (
        "gold is what `cleaner train` and `cleaner evaluate` read; changes is the output folder of `cleaner clean`, "
        "whose findings become marks (in Label Studio: predictions); its fields and format are those that `clean` was "
        "given."
    )
    parser.add_argument("inputs", nargs="+", metavar="INPUT", type=Path, help="files, or folders of gold or changes")
    parser.add_argument("--from", dest="source", choices=[GOLD, CHANGES, DOCCANO, LABEL_STUDIO], default=GOLD)
    parser.add_argument("--to", dest="target", choices=[GOLD, DOCCANO, LABEL_STUDIO], default=GOLD)
    parser.add_argument("--output", "-o", metavar="FILE", type=Path, required=True, help="what is written")
    parser.add_argument(
        "--interface", metavar="FILE", type=Path, help="also write the labels as the other program imports them"
    )
    parser.add_argument(
        "--offsets",
        choices=[str(offsets) for offsets in Offsets],
        help="how the other program counts (default: utf-16 for doccano, code-points for label-studio)",
    )
    parser.add_argument("--corpora", metavar="DIR", type=Path, help="where the texts of stand-off gold are")
    add_format(parser)
    add_fields(parser)
    return _convert


def _convert(args: Namespace) -> int:
    if args.interface and args.target == GOLD:
        raise UsageError("--interface is for another program: name it with --to")
    if args.offsets and args.source in (GOLD, CHANGES) and args.target == GOLD:
        raise UsageError("--offsets is about another program: name it with --from or --to")
    if args.source != CHANGES and (args.format or args.text_field or args.id_field):
        raise UsageError("--format, --text-field and --id-field are about the output of `clean`: add --from changes")
    offsets = Offsets(args.offsets) if args.offsets else None
    names = [label.value for label in FURNITURE]
    first, between, end = ("[\n", ",\n", "\n]\n") if args.target == LABEL_STUDIO else ("", "\n", "\n")
    written = passed_over = 0
    with Replacement(args.output) as out:
        for found in _read(args, offsets):
            if found is None:
                passed_over += 1
                continue
            out.write(f"{between if written else first}{json.dumps(_row(found, args.target, offsets))}".encode())
            written += 1
            if not found.document.typed and DROP not in names:
                names.append(DROP)
        if not written:
            raise AnnotationError("no document to write: give inputs with annotated documents, in the form of --from")
        out.write(end.encode())
    if args.interface:
        made = json.dumps(doccano.labels(names), indent=2) + "\n"
        replace(args.interface, (made if args.target == DOCCANO else label_studio.interface(names)).encode())
    if passed_over:
        _talk(f"{passed_over:,} tasks without an annotation are left out")
    return 0


def _row(found: Found, target: str, offsets: Offsets | None) -> dict[str, Any]:
    if target == DOCCANO:
        return doccano.to_doccano(found.document, offsets or doccano.COUNTS)
    if target == LABEL_STUDIO:
        return label_studio.to_label_studio(*found, offsets or label_studio.COUNTS)
    return to_row(found.document)


def _read(args: Namespace, offsets: Offsets | None) -> Iterator[Found | None]:
    """Yield documents; None for one that nobody has annotated."""
    for path in args.inputs:
        if args.source == CHANGES:
            yield from documents(path, args.text_field, args.id_field, args.format)
        elif args.source == GOLD:
            from cleaner.training.evaluate import files_of

            for file in files_of([path]).values():
                yield from map(Found, read(file, corpora=args.corpora))
        elif args.source == DOCCANO:
            for number, row in rows(path):
                yield Found(doccano.of_doccano(row, f"{path}:{number}", offsets or doccano.COUNTS))
        else:
            for number, task in enumerate(_tasks(path), 1):
                document = label_studio.of_label_studio(task, f"{path}: task {number}", offsets)
                yield None if document is None else Found(document)


def _tasks(path: Path) -> list[Any]:
    try:
        tasks = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError) as error:
        raise AnnotationError(f"{path}: no JSON that can be read ({error}): export the project as JSON") from None
    return tasks if isinstance(tasks, list) else [tasks]


def _talk(message: str) -> None:
    print(f"cleaner: {printable(message)}", file=sys.stderr)
