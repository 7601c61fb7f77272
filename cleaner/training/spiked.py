"""The command that puts spam into clean texts with exact gold, so that any cleaner can be measured on it."""

from __future__ import annotations

import json
import random
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NoReturn

from cleaner.corpus import Source, decode, discover, read_records
from cleaner.errors import InputError, UsageError
from cleaner.files import Replacement, read
from cleaner.formats import printable
from cleaner.options import add_fields, config_of, fields_of, refuse_outputs
from cleaner.training.inject import KINDS, inject, made_up_brands, phrases_of

BRANDS = 2000


def command(parser: ArgumentParser) -> Callable[[Namespace], int]:
    """Prepare `cleaner inject`."""
    parser.epilog = "The output is gold for `cleaner evaluate`; its field `text` is what another cleaner has to clean."
    parser.add_argument("inputs", nargs="+", metavar="INPUT", help="clean text files, JSONL files, or folders of them")
    parser.add_argument(
        "--output", "-o", metavar="FILE", type=Path, required=True, help="typed gold, one document a line"
    )
    parser.add_argument("--seed", metavar="N", type=int, default=0, help="seed of everything that is drawn (0)")
    parser.add_argument("--lang", metavar="CODE", default="id", help="language of the phrases to inject (id)")
    parser.add_argument("--kinds", metavar="NAME,...", default=",".join(KINDS), help=f"of {', '.join(KINDS)}")
    parser.add_argument("--count", metavar="N", type=int, help="pieces of spam in a document (default: one to three)")
    parser.add_argument("--brands", metavar="FILE", type=Path, help="brand names, one a line (default: made up)")
    parser.add_argument("--phrases", metavar="FILE", type=Path, help="phrases, one a line (default: our own)")
    add_fields(parser)
    return _inject


def _inject(args: Namespace) -> int:
    kinds = [kind.strip() for kind in args.kinds.split(",") if kind.strip()]
    if unknown := [kind for kind in kinds if kind not in KINDS]:
        raise UsageError(f"unknown kind {unknown[0]!r}: use some of {', '.join(KINDS)}")
    if not kinds:
        raise UsageError(f"--kinds {args.kinds!r} names none: use some of {', '.join(KINDS)}")
    if args.count is not None and args.count < 1:
        raise UsageError("--count is a number of pieces: give 1 or more")
    brands = _lines(args.brands) if args.brands else made_up_brands(BRANDS, random.Random(args.seed))
    phrases = _lines(args.phrases) if args.phrases else phrases_of(args.lang)
    sources = list(discover(args.inputs, _refuse, _tell))
    if not sources:
        raise UsageError("no text to put spam into was found: name files, or other folders")
    refuse_outputs({"--output": str(args.output)}, sources)
    with Replacement(args.output) as out:
        for name, text in _texts(sources, args):
            # Seeded by the document alone: what is put into it does not depend on the others.
            rng = random.Random(f"{args.seed}/{name}")
            made = inject(text, brands, phrases, rng, args.count, kinds, args.lang)
            row = {
                "id": name,
                "lang": args.lang,
                "text": made.text,
                "spans": [[i.start, i.stop, "spam"] for i in made.injections],
                "injections": [{"kind": i.kind, "disguise": i.disguise, "place": i.place} for i in made.injections],
            }
            out.write((json.dumps(row) + "\n").encode())
    return 0


def _lines(path: Path) -> list[str]:
    try:
        lines = [line.strip() for line in read(path).decode("utf-8").split("\n") if line.strip()]
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: is not UTF-8 (byte {error.start}): convert it") from None
    except InputError as error:
        raise InputError(f"{path}: {error}") from None
    if not lines:
        raise InputError(f"{path}: is empty: give one name or phrase a line, or leave the option out")
    return lines


def _texts(sources: Sequence[Source], args: Namespace) -> Iterator[tuple[str, str]]:
    for source in sources:
        if source.jsonl:
            yield from _records(source, args)
            continue
        try:
            text = decode(source, read(source.path))
        except InputError as error:
            _refuse(source.shown, str(error))
        yield source.name, text


def _records(source: Source, args: Namespace) -> Iterator[tuple[str, str]]:
    where = source.shown

    def refuse(number: int | None, reason: str) -> None:
        nonlocal where
        where = f"{source.shown}:{number}"
        raise InputError(reason)

    try:
        for records in read_records(source, fields_of(config_of(args)), refuse):
            for record in records:
                if record.text is not None:
                    yield str(record.id if record.id is not None else f"{source.name}:{record.number}"), record.text
    except InputError as error:
        _refuse(where, str(error))


def _refuse(where: str, reason: str) -> NoReturn:
    raise InputError(f"{where}: {reason}")


def _tell(message: str) -> None:
    """Say what is passed over."""
    print(f"cleaner: {printable(message)}", file=sys.stderr)
