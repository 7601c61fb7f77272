"""Measure what a profile gains on full pages of sites that were never trained on.

    python -m tests.benchmarks.repetition CORPORA [--model FOLDER] [--least N]

Pages are those of hosts with N or more pages in one set of keep/drop gold; their texts, not their labels, are counted.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from cleaner.batch import Batch
from cleaner.model import Model, load
from cleaner.repetition import lines_of
from cleaner.sketch import Sketch
from cleaner.training.annotations import Annotated, read
from cleaner.training.evaluate import judge
from cleaner.training.score import added, figures

SETS = ("dev/l3s_gn1",)
SHOWN = ("line_f1", "line_precision", "line_recall", "content_loss")


def counted(pages: Sequence[Annotated]) -> Sketch:
    """Return the sketch of pages, the host as site."""
    sketch = Sketch(sited=True)
    batch = Batch.of([page.text for page in pages])
    sketch.add(lines_of(batch), batch.document[batch.inked], len(pages), [page.group for page in pages])
    return sketch


def row(name: str, model: Model, pages: Sequence[Annotated]) -> str:
    """Return the figures of a model on pages, as a line."""
    found = figures(added(judged.counts for judged in judge(model, {name: pages})))
    return "  ".join([f"{name:34}", *(f"{key} {found[key]:.4f}" for key in SHOWN)])


def main() -> None:
    """Print figures for each set, without and with a profile of its sites."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--least", type=int, default=5)
    options = parser.parse_args()
    model = load(options.model)
    for name in SETS:
        of: dict[str, list[Annotated]] = defaultdict(list)
        everything = list(read(options.corpora / "keepdrop" / f"{name}.fullpage.jsonl.gz"))
        for page in everything:
            of[page.group].append(page)
        pages = [page for own in of.values() if len(own) >= options.least for page in own]
        hosts = len({page.group for page in pages})
        print(f"{name}: {len(pages)} pages of {hosts} hosts, of {len(everything)} pages")
        print(row("  without", model, pages))
        print(row("  profile of these hosts", model.with_profile(counted(pages)), pages))
        print(row("  profile of all pages", model.with_profile(counted(everything)), pages))
        print(row("  all pages, without", model, everything))
        print(row("  all pages, profile of all pages", model.with_profile(counted(everything)), everything))


if __name__ == "__main__":
    main()
