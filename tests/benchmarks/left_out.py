"""Measure models on sites they have never seen: five trainings, each without one fold of the sites.

    python -m tests.benchmarks.left_out --corpora ../shared/corpora [--composed N] [--loss SHARE] [--jobs N]

Whole publishers (Indonesian gold) and hosts or pages that share lines (multilingual gold) are left out of everything:
of the annotated documents, of the bodies and the phrases of composed ones, and of the thresholds. What is printed is
measured on the clean texts after the last pass, spans included, with the definitions of `cleaner evaluate`.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from joblib import Parallel, delayed

from cleaner.document import Finding
from cleaner.model import SPAM, Model, default_path
from cleaner.packing import unpacked
from cleaner.training.annotations import Annotated
from cleaner.training.corpora import FOLDS
from cleaner.training.judge import Talk
from cleaner.training.publish import manifest_of
from cleaner.training.recipe import Recipe, gather
from cleaner.training.score import added, count, figures
from cleaner.training.train import Part, train

HERE = Path(__file__).resolve().parents[2]


def trained_on(parts: Sequence[Part], fold_of: Mapping[str, int], loss: float, talk: Talk) -> Model:
    """Train on what is left; injected words are found as the shipped model finds them."""
    trained = train([part for part in parts if part.documents], fold_of, 0, loss, talk)
    with np.load(default_path() / "weights.npz", allow_pickle=False) as archive:
        spam = unpacked({name: archive[name] for name in archive.files if name.startswith(SPAM)})
    arrays = {**trained.arrays, **spam}
    return Model(arrays, manifest_of("left-out", arrays, trained.thresholds, {}, {}, {}))


def measured(recipe: Recipe, fold: int, loss: float) -> list[tuple[Annotated, list[Finding]]]:
    """Train without a fold, clean the fold's gold, and return what was found in each of its documents."""
    started = time.monotonic()

    def talk(text: str) -> None:
        print(f"fold {fold} {time.monotonic() - started:6.0f} s  {text}", file=sys.stderr, flush=True)

    parts, held = [], []
    for part in recipe.parts:
        inside = [d for d in part.documents if (recipe.fold_of[d.group] if part.fold is None else part.fold) != fold]
        if part.judged:
            held += [d for d in part.documents if recipe.fold_of[d.group] == fold]
        parts.append(replace(part, documents=inside))
    model = trained_on(parts, recipe.fold_of, loss, talk)
    cleaned = model.clean_batch([d.text for d in held])
    return [(document, list(cleaning.findings)) for document, cleaning in zip(held, cleaned, strict=True)]


def main(argv: Sequence[str] | None = None) -> int:
    """Print a JSON object of figures for every judged set."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--data", type=Path, default=HERE / "data")
    parser.add_argument("--composed", type=int, default=1500)
    parser.add_argument("--loss", type=float, default=0.0075)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--dump", type=Path, help="folder for the records of each set, for other yardsticks")
    args = parser.parse_args(argv)
    recipe = gather([args.data], args.corpora, 0, args.composed)
    work = (delayed(measured)(recipe, fold, args.loss) for fold in range(FOLDS))
    found = [pair for pairs in Parallel(n_jobs=args.jobs)(work) for pair in pairs]
    for name in sorted({document.source for document, _ in found}):
        pairs = [(document, findings) for document, findings in found if document.source == name]
        total = figures(added(count(document, findings) for document, findings in pairs))
        print(name, json.dumps({key: round(value, 4) for key, value in total.items()}), flush=True)
        if args.dump:
            args.dump.mkdir(parents=True, exist_ok=True)
            with (args.dump / f"{name.replace('/', '.')}.jsonl").open("w", encoding="utf-8") as handle:
                for document, findings in pairs:
                    rows = [{"start": f.start, "stop": f.stop, "label": f.label, "score": f.score} for f in findings]
                    handle.write(json.dumps({"id": document.id, "findings": rows}) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
