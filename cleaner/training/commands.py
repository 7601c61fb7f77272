"""The commands that need annotated data: their arguments, and what runs them."""

from __future__ import annotations

import json
import math
import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from cleaner.errors import UsageError
from cleaner.formats import printable


def evaluate(parser: ArgumentParser) -> Callable[[Namespace], int]:
    """Prepare `cleaner evaluate`."""
    parser.epilog = "Under a figure stands its 95 % interval over documents; `-` is what cannot be measured."
    parser.add_argument("model", metavar="MODEL", help="folder of a model, or `default` for the one that is shipped")
    parser.add_argument("data", nargs="+", metavar="DATA", type=Path, help="gold (.jsonl, .jsonl.gz), or folders of it")
    parser.add_argument("--corpora", metavar="DIR", type=Path, help="where the texts of stand-off gold are")
    parser.add_argument(
        "--by", metavar="NAME,...", default="lang,label", help="of lang, source, label (all but source)"
    )
    parser.add_argument("--skip-doubt", action="store_true", help="do not score lines that the annotator doubted")
    parser.add_argument(
        "--bootstrap", metavar="N", type=int, default=1000, help="samples for intervals (1000; 0: none)"
    )
    parser.add_argument("--errors", metavar="N", type=int, default=0, help="list the N worst errors of each kind")
    parser.add_argument("--uplift", action="store_true", help="compare extractors before and after, and whole pages")
    parser.add_argument("--plots", metavar="DIR", type=Path, help="folder for plots as PNG")
    parser.add_argument("--dump", metavar="FILE", type=Path, help="write what was found, a record a document")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of tables")
    return _evaluate


def _evaluate(args: Namespace) -> int:
    from cleaner import model as models
    from cleaner.training import evaluate, uplift, worst
    from cleaner.training.annotations import read

    by = _divisions(args.by, evaluate.DIVISIONS)
    if args.bootstrap < 0 or args.errors < 0:
        raise UsageError("--bootstrap and --errors count things: give 0 or more")
    if args.plots:
        from cleaner.training import plots

        plots.figure(1, 1)  # says at once if matplotlib is missing, not after a long run
    files = evaluate.files_of(args.data)
    model = models.load(args.model)
    sets = {name: list(read(path, corpora=args.corpora, skip_doubt=args.skip_doubt)) for name, path in files.items()}
    with _progress(sum(map(len, sets.values()))) as step:
        judged = evaluate.judge(model, sets, step)
    found: dict[str, Any] = evaluate.report(model, judged, by, args.bootstrap)
    lines = list(evaluate.as_text(found))
    if args.uplift:
        found["uplift"] = uplift.uplift(judged, args.bootstrap)
        found["whole_pages"] = uplift.whole_pages(judged)
        lines += ["", *uplift.as_text(found["uplift"], found["whole_pages"])]
    if args.errors:
        wrongs = worst.worst(judged, args.errors)
        found["errors"] = [wrong.plain() for wrong in wrongs]
        lines += worst.as_text(wrongs)
    if args.dump:
        evaluate.dump(judged, model, args.dump)
        _talk(f"what was found: {args.dump}")
    if args.plots:
        for path in plots.draw(judged, args.plots):
            _talk(f"plot: {path}")
    _print([json.dumps(_known(found))] if args.json else lines)
    return 0


def _divisions(names: str, known: Iterable[str]) -> frozenset[str]:
    from cleaner.settings import nearest

    chosen = frozenset(name.strip() for name in names.split(",") if name.strip())
    for name in sorted(chosen.difference(known)):
        raise UsageError(f"--by {name!r} is unknown{nearest(name, known)}: use some of {', '.join(known)}")
    return chosen


def _known(value: Any) -> Any:
    """Put None for nan, which JSON does not have."""
    if isinstance(value, dict):
        return {key: _known(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_known(inner) for inner in value]
    return None if isinstance(value, float) and math.isnan(value) else value


@contextmanager
def _progress(total: int) -> Iterator[Callable[[int], object]]:
    """Show a bar of documents on a terminal, if tqdm is there."""
    if sys.stderr.isatty():
        try:
            from tqdm import tqdm
        except ImportError:
            pass
        else:
            with tqdm(total=total, unit=" documents", leave=False) as bar:
                yield bar.update
            return
    yield lambda _: None


def _print(lines: Iterable[str]) -> None:
    sys.stdout.buffer.write("".join(f"{line}\n" for line in lines).encode())
    sys.stdout.flush()


def _talk(message: str) -> None:
    print(f"cleaner: {printable(message)}", file=sys.stderr)


def train(parser: ArgumentParser) -> Callable[[Namespace], int]:
    """Prepare `cleaner train`."""
    parser.epilog = "The same data, seed and library versions give the same bytes of weights."
    parser.add_argument(
        "data", nargs="+", metavar="DATA", type=Path, help="gold (.jsonl, .jsonl.gz), or folders laid out as data/ is"
    )
    parser.add_argument("--output", "-o", metavar="DIR", type=Path, required=True, help="folder of the new model")
    parser.add_argument("--corpora", metavar="DIR", type=Path, help="larger corpora, and the texts of stand-off gold")
    parser.add_argument("--seed", metavar="N", type=int, default=0, help="seed of everything that is drawn (0)")
    parser.add_argument(
        "--composed",
        metavar="N",
        type=int,
        default=3000,
        help="synthetic documents composed for each of 5 folds (3000)",
    )
    parser.add_argument(
        "--loss",
        metavar="SHARE",
        type=float,
        default=0.005,
        help="content that may be lost, on development data (.005)",
    )
    return _train


def _train(args: Namespace) -> int:
    from cleaner.training import clean_text, recipe, steps
    from cleaner.training.publish import publish_trained
    from cleaner.training.train import train as fit

    if not 0 < args.loss < 1 or args.composed < 0:
        raise UsageError("--loss is a share between 0 and 1, --composed a number of documents from 0")
    started = time.monotonic()

    def talk(text: str) -> None:
        print(f"{time.monotonic() - started:7.1f} s  {text}", file=sys.stderr, flush=True)

    mixed = recipe.gather(args.data, args.corpora, args.seed, args.composed)
    trained = fit(mixed.parts, mixed.fold_of, args.seed, args.loss, talk)
    spam = clean_text.fit_all(args.corpora) if args.corpora and (args.corpora / "spam").is_dir() else {}
    talk("injected words" if spam else "no corpus of spam: injected words will not be found")
    counted = args.corpora and all((args.corpora / name).is_file() for name in steps.CORPUS)
    learned = steps.learn(trained, args.corpora) if counted else None
    talk(str(learned) if learned else "no corpus to count lines in: the model will not use a profile")
    where = " --corpora CORPORA" if args.corpora else ""
    command = f"cleaner train {' '.join(path.name for path in args.data)}{where} --seed {args.seed} --loss {args.loss}"
    command = f"{command} --composed {args.composed}"
    publish_trained(args.output, trained, spam, mixed.data, args.seed, args.loss, command, learned)
    talk(f"wrote {args.output}")
    return 0
