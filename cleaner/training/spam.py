"""Train the finder of injected spam from clean documents and a seeded injector.

    arrays = fit(documents, brands, phrases)          # numpy arrays only, the same for the same inputs

Words, pairs and seams are counted with the document at hand left out, and the n-gram weights that train the trees were
fitted on the other half of the publishers and brand stems: else every unseen word would look injected.
"""

from __future__ import annotations

import random
import zlib
from collections import Counter
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from cleaner.batch import Batch
from cleaner.candidates import Candidate
from cleaner.grams import UNITS
from cleaner.injected import Injected
from cleaner.lexicon import Lures
from cleaner.tokens import Runs, Sieve
from cleaner.training.forest import COMMON, fit_trees, untrained
from cleaner.training.inject import KINDS, inject, made_up_brands, phrases_of, stem_of
from cleaner.training.looks import (
    fit_edges,
    fit_grams,
    fit_lures,
    grams_in,
    lure_words,
    ordinary_keys,
    spam_strings,
)
from cleaner.training.lures import COINED
from cleaner.training.said import counted, said
from cleaner.training.tallies import Clean, Counts, Without, group_of, tokens_of, words_by_group

Arrays = dict[str, npt.NDArray[Any]]
_HONEST = 16.0
"""What a candidate in our own honest sentences weighs: they are few, and what they say is what must stay."""
_BRANDS, _STRANGE = 6000, 3000
"""Made-up names to train with: around stems that are usual, and (two in three) around any word, or none."""
_OFTEN = 4
"""Documents that a word stands in before names are built around it."""
_NEVER = 99
_LURED = 100
"""Pairs of words of spam phrases that are looked at in a million clean tokens."""


def half(name: str) -> int:
    """Return 0 or 1 for a name, the same in every process."""
    return zlib.crc32(f"half {name}".encode()) & 1


def fit(
    documents: Sequence[Clean],
    brands: Sequence[str] = (),
    phrases: Mapping[str, Sequence[str]] | None = None,
    seed: int = 7,
    copies: int = 2,
    log: Callable[..., None] | None = None,
    without: Container[str] = (),
) -> Arrays:
    """Train everything; return the arrays that `Injected` takes. Deterministic for the same inputs.

    Each document is seen clean and `copies` times with spam in it: once with all kinds, then with phrases, which are
    the hardest. Those in `without` are kept for measuring.
    """
    say = log or (lambda *_: None)
    lures = {
        lang: [*(p for p in own if p not in without), *(phrases or {}).get(lang, ())] for lang, own in COINED.items()
    }
    for lang, more in (phrases or {}).items():
        lures.setdefault(lang, list(more))
    everything = [p for lang in sorted(lures) for p in lures[lang]]
    given, documents = documents, [*documents, *counted()]
    counts = Counts()
    for document in documents:
        counts.add(document.text)
    say("counted", len(documents), len(counts.tokens))
    stems = [word for word in sorted(counts.tokens) if counts.tokens[word] >= _OFTEN and _speakable(word)]
    made = made_up_brands(_BRANDS, random.Random(seed)) + made_up_brands(_STRANGE, random.Random(seed), stems)
    names = [*dict.fromkeys([*brands, *made])]

    def looks(docs: Sequence[Clean], side: Sequence[str], which: int | None) -> Arrays:
        draw = random.Random(seed + 1 + (which or 0))
        tokens: Counter[str] = Counter()
        for d in docs:
            tokens.update(tokens_of(d.text))
        mine = {lang: [p for p in own if which is None or half(p) == which] for lang, own in lures.items()}
        flat = [p for lang in sorted(mine) for p in mine[lang]]
        grams = fit_grams(spam_strings(side, flat, draw), tokens, [d.text for d in docs], seed)
        return {**grams, **fit_lures(mine, words_by_group(docs))}

    halves = []
    for which in (0, 1):
        docs = [d for d in documents if half(d.group) == which]
        halves.append(looks(docs, [b for b in names if half(stem_of(b)) == which], which))
        say("looks of half", which, len(docs))
    whole = looks(documents, names, None)
    say("looks of all")
    for word in lure_words(everything, whole):
        del counts.tokens[word]  # known only as what spam is made of: looked at wherever it stands
    counts.add_seams(d.text for d in documents)
    spam = spam_strings(names, everything, random.Random(seed + 9))
    endings, openings = fit_edges(spam, counts.tokens, 0.025), fit_edges(spam, counts.tokens, 0.012, opening=True)
    ordinary = ordinary_keys(counts.tokens, 1 << (COMMON - 1), endings, openings)
    base: Arrays = {"endings": endings, "openings": openings, "ordinary": ordinary, **counts.arrays()}
    base["levels"] = np.array([*_levels(halves, names), COMMON, *_lured({**base, **whole}, documents)], np.int32)
    say("levels", base["levels"].tolist(), len(ordinary), counts.least_word(), counts.least_pair(), counts.least_seam)
    finders = [Injected({**base, **arrays, **untrained()}) for arrays in halves]
    lures_of = [Lures(arrays["lure_words"], arrays["lure_odds"]) for arrays in halves]
    sides = [[b for b in names if half(stem_of(b)) != which] for which in (0, 1)]
    least = (counts.least_word(), counts.least_pair())
    found: list[tuple[npt.NDArray[np.float64], bool, bool, float]] = []
    for number, (document, known) in enumerate([*((d, True) for d in given), *said()]):
        which = 1 - half(document.group)
        finder = finders[which]
        finder.lexicon = Without(counts, document.text if known else "", least, lures_of[which])
        own = [p for p in phrases_of(document.lang, phrases, COINED) if half(p) != which and p not in without]
        draw = random.Random(seed * 1_000_003 + number)
        examples = _examples(finder, document, sides[which], own or list(COINED["en"]), draw, copies)
        weight = _HONEST if document.group.startswith("honest") else 1.0
        found += [(row, hit, near, weight) for row, hit, near in examples]
        if number % 4000 == 0:
            say("looked at", number, len(found), sum(hit for _, hit, *_ in found))
    targets = np.array([(hit, near) for _, hit, near, _ in found], np.int8)
    weights = np.array([1.0 if near else weight for *_, near, weight in found])
    return {**base, **whole, **fit_trees(np.array([row for row, *_ in found]), targets, weights, seed, say)}


def _speakable(word: str) -> bool:
    return word.isalpha() and 4 <= len(word) <= 9 and max(word) < "\u0250"  # Latin letters


def _examples(
    finder: Injected,
    document: Clean,
    brands: Sequence[str],
    phrases: Sequence[str],
    draw: random.Random,
    copies: int,
) -> Iterator[tuple[npt.NDArray[np.float64], bool, bool]]:
    """Yield the clues of candidates, whether each is spam exactly, and whether it touches spam.

    Candidates that touch no spam come of the clean text; whole lines of spam are for the line networks to find.
    """
    for copy in range(copies + 1):
        kinds = KINDS if copy == 1 else ("phrase", "bracketed")
        made = inject(document.text, brands, phrases, draw, kinds=kinds, lang=document.lang) if copy else None
        text = made.text if made else glued(document.text, draw)
        batch = Batch.of([text])
        candidates, rows = finder.look(batch, np.flatnonzero(batch.inked).tolist())
        gold = [(i.start, i.stop) for i in made.injections if i.kind not in ("line", "block")] if made else []
        skip = [(i.start, i.stop) for i in made.injections if i.kind in ("line", "block")] if made else []
        for candidate, row in zip(candidates, rows, strict=True):
            start, stop = place_of(batch, candidate)
            if any(a < stop and start < b for a, b in skip):
                continue
            near = any(a < stop and start < b for a, b in gold)
            hit = any(text[a:b].strip() == text[start:stop].strip() and a <= start and stop <= b for a, b in gold)
            if near or not made:
                yield row, hit, near


def glued(text: str, rng: random.Random) -> str:
    """Return a text with a space in sixty lost: extractors glue links and footnotes to words, and that is no spam."""
    pieces = text.split(" ")
    return "".join(piece + (" " if rng.random() > 1 / 60 else "") for piece in pieces[:-1]) + pieces[-1]


def place_of(batch: Batch, candidate: Candidate) -> tuple[int, int]:
    """Return the offsets of a candidate in the only text of a batch (without carriage returns)."""
    number = candidate.line
    before = sum(len(line) + 1 for line in batch.lines[:number])
    start, stop = candidate.range
    return before + start, before + stop


def _levels(halves: Sequence[Arrays], brands: Sequence[str]) -> tuple[int, int]:
    """Return from which score a token is looked at (97 % of unseen brands reach it), and is a likely neighbour."""
    scores = [
        score
        for which, arrays in enumerate(halves)
        for score in grams_in(arrays).scores([brand for brand in brands if half(stem_of(brand)) != which])
    ]
    hot = int(np.quantile(scores, 0.03))
    return hot, hot - 2 * UNITS


def _lured(arrays: Arrays, documents: Sequence[Clean]) -> tuple[int, int]:
    """Return from which odds a word, and two neighbours together, are looked at: so that clean text has few of them.

    Indonesian and Malay documents do not count: those about gambling are many, and are looked at anyway.
    """
    odds = np.maximum(arrays["lure_odds"], 0).astype(np.uint8)
    sieve = Sieve(arrays["endings"], arrays["openings"], arrays["ordinary"], arrays["lure_keys"], odds)
    texts = [document.text for document in documents if group_of(document.lang) != "id"][:4000]
    runs = [Runs(Batch.of(texts[at : at + 200])) for at in range(0, len(texts), 200)]
    most = _LURED * sum(len(r.starts) for r in runs) / 1e6

    def least(levels: Sequence[tuple[int, int]]) -> tuple[int, int]:
        found = (level for level in levels if sum(len(r.lured(sieve, *level)) for r in runs) <= most)
        return next(found, (_NEVER, _NEVER))

    return least([(odds, _NEVER) for odds in range(8, 13)])[0], least([(_NEVER, odds) for odds in range(3, 25)])[1]
