"""Measure languages that were left out of training: interface strings inserted into documents of their own language.

    python -m tests.benchmarks.languages --corpora ../shared/corpora [--composed N] [--groups N] [--documents N]

The languages without annotated documents are dealt into groups; for each group a model is trained without one document
of its languages, and without a fifth of the keys of the catalogues. Strings of those keys then stand in documents of
the group's languages, among sentences, headings and short lines that are content. One row a language: documents, share
of the content's characters lost, share of the inserted lines found, and the loss among lines of up to 40 characters.
"""

from __future__ import annotations

import argparse
import sys
import time
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cleaner.document import Finding
from cleaner.model import Model
from cleaner.training.annotations import Annotated
from cleaner.training.catalogue import Catalogue
from cleaner.training.corpora import FOLDS
from cleaner.training.recipe import Recipe, gather
from cleaner.training.score import lines_of
from tests.benchmarks.left_out import trained_on

HERE = Path(__file__).resolve().parents[2]
HELD = 0
"""The fold of the catalogues' keys that no training sees."""
SHORT = 40
SEED = 977


@dataclass
class Row:
    """Hold the counts of one language: ink of content and how much of it went, short lines, inserted lines."""

    documents: int = 0
    content: int = 0
    lost: int = 0
    short: int = 0
    short_lost: int = 0
    inserted: int = 0
    found: int = 0

    def add(self, document: Annotated, findings: Sequence[Finding]) -> None:
        """Count one document."""
        lines = lines_of(document, findings)
        content, inserted = lines.scored & (lines.gold == 0), lines.scored & (lines.gold > 0)
        short = content & (lines.stop - lines.start <= SHORT)
        self.documents += 1
        self.content += int(lines.ink[content].sum())
        self.lost += int(lines.guess_ink[content].sum())
        self.short += int(short.sum())
        self.short_lost += int((short & (lines.guess > 0)).sum())
        self.inserted += int(inserted.sum())
        self.found += int((inserted & (lines.guess > 0)).sum())


def trained_without(recipe: Recipe, held: frozenset[str], loss: float) -> Model:
    """Train without the documents of some languages and without the keys of one fold."""
    started = time.monotonic()

    def talk(text: str) -> None:
        print(f"{time.monotonic() - started:6.0f} s  {text}", file=sys.stderr, flush=True)

    parts = [
        replace(part, documents=[document for document in part.documents if base(document.lang) not in held])
        for part in recipe.parts
        if part.fold != HELD
    ]
    return trained_on(parts, recipe.fold_of, loss, talk)


def base(lang: str) -> str:
    """Return the language of a tag without script and region."""
    return lang.replace("_", "-").split("-")[0].lower()


def documents_of(corpora: Path, held: frozenset[str], count: int) -> Iterator[Annotated]:
    """Yield documents of the languages left out, with strings that no training saw."""
    for document in Catalogue(corpora, HELD, FOLDS).compose(SEED, count):
        if base(document.lang) in held:
            yield document


def main(argv: Sequence[str] | None = None) -> int:
    """Print a row for every language left out, and what they come to."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--data", type=Path, default=HERE / "data")
    parser.add_argument("--composed", type=int, default=1000)
    parser.add_argument("--groups", type=int, default=2)
    parser.add_argument("--documents", type=int, default=20, help="longer and short documents a language, each")
    parser.add_argument("--loss", type=float, default=0.0065)
    args = parser.parse_args(argv)
    recipe = gather([args.data], args.corpora, 0, args.composed)
    annotated = {base(d.lang) for part in recipe.parts if part.fold is None for d in part.documents}
    everything = Catalogue(args.corpora, HELD, FOLDS)
    languages = {base(lang) for lang in [*everything.documents, *everything.sentences]} - annotated
    rows: dict[str, Row] = defaultdict(Row)
    for group in range(args.groups):
        held = frozenset(lang for lang in languages if zlib.crc32(lang.encode()) % args.groups == group)
        model = trained_without(recipe, held, args.loss)
        documents = list(documents_of(args.corpora, held, args.documents))
        for at in range(0, len(documents), 64):
            chunk = documents[at : at + 64]
            for document, cleaning in zip(chunk, model.clean_batch([d.text for d in chunk]), strict=True):
                rows[base(document.lang)].add(document, cleaning.findings)
    print("language\tdocuments\tcontent lost %\tinserted lines\tfound %\tshort lines\tshort lost %")
    for lang, row in sorted(rows.items()):
        figures = (
            row.documents,
            percent(row.lost, row.content),
            row.inserted,
            percent(row.found, row.inserted),
            row.short,
            percent(row.short_lost, row.short),
        )
        print(lang, *figures, sep="\t")
    below = [row for row in rows.values() if row.content and row.lost < 0.02 * row.content]
    print(f"{len(rows)} languages left out; {len(below)} lose less than 2 % of their content", end="; ")
    print(f"in these {percent(sum(r.found for r in below), sum(r.inserted for r in below))} % of the lines are found")
    return 0


def percent(part: int, whole: int) -> float:
    """Return a share in percent, nan of nothing."""
    return round(100 * part / whole, 2) if whole else float("nan")


if __name__ == "__main__":
    sys.exit(main())
