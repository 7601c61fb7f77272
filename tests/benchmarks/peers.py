"""Measure how fast other tools decide on the same documents: documents in, decisions out, in one process and thread.

    python -m tests.benchmarks.peers [--size MB] [--rounds N] [--corpora FOLDER]

A peer is timed with all that it needs to decide: cutting the text into lines, wrapping them, making features.
Classifiers are trained on a small sample first, which is not timed; how well they decide is not looked at. What is not
installed is named; the extra `benchmark` has them all.
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from tests.benchmarks.clock import corpus, medians, scratch, seconds, table
from tests.benchmarks.corpus import labelled, texts_of
from tests.benchmarks.options import corpus_options, parser_of

Decide = Callable[[Sequence[str]], object]
SAMPLE = 3000
"""Lines to train on."""
BATCH = 1 << 19
"""Characters that cleaner is given at once, as by its command line."""


def cleaner(sample: Sequence[tuple[str, bool]]) -> Decide:
    """Return cleaner: lines and spans, and the clean text."""
    import cleaner

    model = cleaner.load()

    def decide(texts: Sequence[str]) -> None:
        batch: list[str] = []
        size = 0
        for text in texts:
            batch.append(text)
            size += len(text)
            if size >= BATCH:
                model.clean_batch(batch)
                batch, size = [], 0
        model.clean_batch(batch)

    return decide


def fasttext(sample: Sequence[tuple[str, bool]]) -> Decide:
    """Return fastText, supervised, with word bigrams: a label for every line."""
    import fasttext

    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as handle:
        handle.writelines(f"__label__{'bad' if bad else 'good'} {line}\n" for line, bad in sample)
        handle.flush()
        model = fasttext.train_supervised(handle.name, wordNgrams=2, thread=1, verbose=0)
    return lambda texts: [model.predict(lines_of(text)) for text in texts]


def word_ngrams(sample: Sequence[tuple[str, bool]]) -> Decide:
    """Return scikit-learn with hashed words and word bigrams, linear: a label for every line."""
    return _hashed(sample, analyzer="word", ngram_range=(1, 2))


def character_ngrams(sample: Sequence[tuple[str, bool]]) -> Decide:
    """Return scikit-learn with hashed characters 2 to 5, linear: a label for every line."""
    return _hashed(sample, analyzer="char", ngram_range=(2, 5))


def _hashed(sample: Sequence[tuple[str, bool]], **options: Any) -> Decide:
    from sklearn.feature_extraction.text import HashingVectorizer
    from sklearn.linear_model import SGDClassifier

    vectors = HashingVectorizer(n_features=1 << 18, **options)
    model = SGDClassifier(max_iter=5, tol=None, random_state=0)
    model.fit(vectors.transform([line for line, _ in sample]), [bad for _, bad in sample])

    def decide(texts: Sequence[str]) -> None:
        for at in range(0, len(texts), 200):
            model.predict(vectors.transform([line for text in texts[at : at + 200] for line in lines_of(text)]))

    return decide


def justext(sample: Sequence[tuple[str, bool]]) -> Decide:
    """Return jusText, each line a paragraph: boilerplate or not."""
    from html import escape

    import justext

    words = justext.get_stoplist("English")

    def decide(text: str) -> object:
        page = "".join(f"<p>{escape(line)}</p>" for line in lines_of(text))
        return [p.is_boilerplate for p in justext.justext(f"<html><body>{page}</body></html>", words)]

    return lambda texts: [decide(text) for text in texts]


def c4(sample: Sequence[tuple[str, bool]]) -> Decide:
    """Return datatrove's C4 rules: which lines stay, and whether the document does."""
    from datatrove.data import Document
    from datatrove.pipeline.filters.c4_filters import C4QualityFilter

    rules = C4QualityFilter()
    rules.filter(Document("The bridge is open. The road is not.", "0"))  # what loads late fails here
    return lambda texts: [rules.filter(Document(text, str(number))) for number, text in enumerate(texts)]


PEERS = {
    "cleaner": (cleaner, None, ""),
    "fastText, words 1-2": (fasttext, 2, "fasttext-wheel (fasttext from Python 3.13 on)"),
    "scikit-learn, hashed words 1-2": (word_ngrams, 4, "scikit-learn"),
    "jusText, a line a paragraph": (justext, 15, "jusText"),
    "datatrove, C4 rules": (c4, 30, "datatrove spacy"),
    "scikit-learn, hashed characters 2-5": (character_ngrams, 30, "scikit-learn"),
}
"""What makes a peer, how many times faster cleaner is wanted to be, and what to install."""


def lines_of(text: str) -> list[str]:
    """Return the lines with ink: those that a label is wanted for."""
    return [line for line in text.split("\n") if line.strip()]


def main() -> None:
    """Print a row for each peer."""
    args = parser_of("peers", __doc__, 2.0, 3).parse_args()
    with scratch(args.scratch) as folder:
        texts = texts_of(Path(corpus(folder, args.size, *corpus_options(args))), args.size)
    size = sum(len(text.encode()) for text in texts)
    sample = labelled(SAMPLE)
    steps: dict[str, Callable[[], float]] = {}
    missing: dict[str, str] = {}
    for name, (make, _, package) in PEERS.items():
        try:
            steps[name] = partial(seconds, partial(make(sample), texts))
        except ImportError as error:
            missing[name] = f"{name}: not installed: pip install {package} ({' '.join(str(error).split())[:90]})"
    cost = medians(steps, args.rounds)
    rows = []
    for name, taken in cost.items():
        wanted = PEERS[name][1]
        times = [f"{taken / cost['cleaner']:.1f} x", f"{wanted} x"] if wanted else ["", ""]
        rows.append([name, f"{size / taken / 1e6:.2f}", f"{taken / size * 1e9:,.0f}", *times])
    lines = sum(len(lines_of(text)) for text in texts)
    title = f"{len(texts):,} documents, {lines:,} lines with ink, {size / 1e6:.1f} MB: CPU, documents in, decisions out"
    table(title, ["", "MB/s", "ns/byte", "cleaner is", "wanted"], rows)
    for line in missing.values():
        print(line)


if __name__ == "__main__":
    main()
