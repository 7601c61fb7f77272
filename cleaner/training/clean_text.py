"""Train the finder of injected spam from a corpora folder, and report what it finds and what it finds wrongly.

    python -m cleaner.training.clean_text CORPORA OUT.npz [--all] [--side choose|report]

trains on the side `train` of the material, prints figures on another side and writes the arrays; with `--all` nothing
is held out, as for a model that is shipped.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from cleaner.injected import Injected
from cleaner.model import Model, load
from cleaner.training.comments import comments, kept
from cleaner.training.corpora import rows, shuffled
from cleaner.training.material import CHOOSE, REPORT, SIDES, TRAIN, Side, material
from cleaner.training.measure import alarms, per_million, recall, unwanted, whole_lines
from cleaner.training.said import UNSEEN, counted
from cleaner.training.spam import Arrays, fit
from cleaner.training.tallies import Clean

THRESHOLDS = (0.5, 0.7, 0.8, 0.85, 0.9, 0.92, 0.95, 0.97, 0.98, 0.99)


def report(finder: Injected, side: Side, corpora: Path, threshold: float, model: Model | None = None) -> None:
    """Print recall by kind, disguise, case, length and language, exact repair, and every false alarm."""
    hard = [row["text"] for row in rows(corpora / "spam" / "hard_negatives.jsonl.gz")]
    honest = [document.text for document in counted()]
    texts = {
        "articles": [d.text for d in side.documents],
        "sentences": side.sentences,
        "hard negatives": hard,
        "our own honest sentences": honest,
        "more of them, never trained on": UNSEEN,
        "... as headlines": [text.title() for text in UNSEEN],
        "... in capitals": [text.upper() for text in UNSEEN],
    }
    for name, own in texts.items():
        tokens, spans = alarms(finder, own, THRESHOLDS[0])
        rates = per_million([span.score for span, _ in spans], tokens, THRESHOLDS)
        print(f"{name}: {tokens} tokens; false alarms a million by threshold {dict(rates)}")
        for span, line in sorted(spans, key=lambda pair: -pair[0].score):
            if span.score >= threshold:
                around = (
                    line[max(span.start - 25, 0) : span.start],
                    line[span.start : span.stop],
                    line[span.stop : span.stop + 25],
                )
                print(f"  {span.score:.3f} {around[0]}[{around[1]}]{around[2]} {', '.join(span.cues)}")
    documents = sample(side.documents)
    figures = recall(finder, documents, side.brands, side.phrases, threshold)
    print("\n".join(figures.lines()))
    if model:
        print("\n".join(whole_lines(model, documents[:600], side.brands, side.phrases).lines()))
        own = [d for d in documents if d.lang in ("id", "ms")]
        said = shuffled((c for c in comments(corpora) if kept(c) and c.lang == "id"), seed=3)
        for spam in (True, False):
            print("\n".join(unwanted(model, own, [c for c in said if c.spam == spam]).lines()))


def sample(documents: Sequence[Clean]) -> list[Clean]:
    """Return the documents that spam is put into: mostly Indonesian and Malay ones."""
    own = [d for d in documents if d.lang in ("id", "ms")][:1000]
    return own + [d for d in documents if d.lang not in ("id", "ms")][:300]


def fit_all(corpora: Path, copies: int = 2) -> Arrays:
    """Train on everything, with nothing held out: what a model ships with."""
    found = material(corpora)
    sides = [found[side] for side in SIDES]
    phrases = {lang: [*dict.fromkeys(p for s in sides for p in s.phrases.get(lang, ()))] for lang in _languages(sides)}
    return fit([d for s in sides for d in s.documents], [b for s in sides for b in s.brands], phrases, copies=copies)


def _languages(sides: Sequence[Side]) -> list[str]:
    return [*dict.fromkeys(lang for side in sides for lang in side.phrases)]


def held_out(found: dict[str, Side]) -> set[str]:
    """Return the phrases that are kept for tuning and for figures."""
    return {p for side in (CHOOSE, REPORT) for own in found[side].phrases.values() for p in own}


def with_spam(model: Model, arrays: Arrays) -> Model:
    """Return a model of which only the finder of injected spam is another."""
    other = object.__new__(Model)
    other.__dict__ |= model.__dict__ | {"injected": Injected(arrays)}
    return other


def main() -> None:
    """Train, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("corpora", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--all", action="store_true", help="hold nothing out (no figures)")
    parser.add_argument("--side", choices=(CHOOSE, REPORT), default=REPORT, help="where figures are measured")
    parser.add_argument("--copies", type=int, default=2)
    parser.add_argument("--threshold", type=float, default=0.98)
    parser.add_argument("--lines", action="store_true", help="measure whole lines of spam, too, with the shipped model")
    options = parser.parse_args()
    if options.all:
        arrays = fit_all(options.corpora, options.copies)
    else:
        found = material(options.corpora)
        train = found[TRAIN]
        arrays = fit(
            train.documents, train.brands, train.phrases, copies=options.copies, log=print, without=held_out(found)
        )
        model = with_spam(load(), arrays) if options.lines else None
        report(Injected(arrays), found[options.side], options.corpora, options.threshold, model)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(options.out, **{name: arrays[name] for name in sorted(arrays)})  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
