"""Train the finder of injected spam from clean documents and a seeded injector, and measure it.

    arrays = fit(documents, brands, phrases)          # numpy arrays only, the same for the same inputs
    figures = evaluate(Injected(arrays), documents, brands, phrases)

Words and pairs are counted with the document at hand left out, and the n-gram weights that train the trees were
fitted on the other half of the publishers and brand stems: else every unseen word would look injected.
"""

from __future__ import annotations

import random
import warnings
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import regex
from scipy import sparse
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

from cleaner.batch import Batch
from cleaner.candidates import Candidate
from cleaner.injected import Injected, Lexicon
from cleaner.tokens import (
    FOLDED,
    GRAM_BITS,
    KEY_BITS,
    PAIR_BITS,
    UNITS,
    WORD_BITS,
    Grams,
    Lures,
    Words,
    encoded,
    gram_rows,
    key_of,
    pair_row,
)
from cleaner.training.honest import HONEST
from cleaner.training.inject import DISGUISES, inject, made_up_brands, phrases_of, stem_of
from cleaner.training.lures import PHRASES, TOP_LEVELS
from cleaner.trees import SCALE

Arrays = dict[str, npt.NDArray[Any]]
_PART = regex.compile(r"[\p{L}\p{M}\p{N}]+")
_CORE = regex.compile(r"[\p{L}\p{N}](?:\S*[\p{L}\p{N}\p{M}])?")


@dataclass(frozen=True, slots=True)
class Clean:
    """Hold a document without spam: its text, language, and the publisher (or source) it is held out with."""

    text: str
    lang: str
    group: str


def half(name: str) -> int:
    """Return 0 or 1 for a name, the same in every process."""
    return zlib.crc32(f"half {name}".encode()) & 1


class Counts:
    """Count, over documents, words and pairs of neighbours (hashed); take one document out again."""

    def __init__(self) -> None:
        self.pairs = np.zeros(1 << PAIR_BITS, np.int32)
        self.tokens: Counter[str] = Counter()

    def add(self, text: str) -> None:
        """Count one document."""
        self.pairs[pair_rows(text)] += 1
        self.tokens.update(tokens_of(text))

    def least_word(self) -> int:
        """Return the smallest count of documents with which words fit into the table."""
        least = 3
        while sum(count >= least for count in self.tokens.values()) > 0.9 * (1 << WORD_BITS):
            least += 1
        return least

    def least_pair(self) -> int:
        """Return the smallest count that leaves at most an eighth of the rows of the table of pairs taken."""
        least = 2
        while np.count_nonzero(self.pairs >= least) > len(self.pairs) / 8:
            least += 1
        return least


class Without(Lexicon):
    """Answer like a lexicon of all documents but one."""

    def __init__(self, counts: Counts, text: str, least_word: int, least_pair: int, lures: Lures) -> None:
        self._lures = lures
        self._counts, self._least, self._least_pair = counts, least_word, least_pair
        self._own, self._own_pairs = tokens_of(text), set(pair_rows(text).tolist())

    def known(self, word: str) -> int:
        """Return the log of the number of other documents with the word."""
        count = self._counts.tokens.get(word, 0) - (word in self._own)
        return min(count.bit_length(), 15) if count >= self._least else 0

    def pair(self, left: str, right: str) -> int:
        """Tell whether the two words stand side by side in other documents."""
        row = pair_row(left, right)
        return int(self._counts.pairs[row] - (row in self._own_pairs) >= self._least_pair)


def fit_lures(phrases: Iterable[str], tokens: Mapping[str, int]) -> Arrays:
    """Return how much more often (log 2, -8 to 8) words stand in spam phrases than in clean text."""
    held = Counter(word for phrase in sorted(set(phrases)) for word in set(phrase.split()) if "{" not in word)
    total, clean = sum(held.values()), max(sum(tokens.values()), 1)
    odds = {
        word: int(np.clip(np.rint(np.log2(count / total) - np.log2((tokens.get(word, 0) + 0.5) / clean)), -8, 8))
        for word, count in held.items()
        if count > 1 and not word.isdigit()
    }
    return Lures.build(odds)


def lure_words(phrases: Iterable[str], grams: Arrays) -> list[str]:
    """Return the words of phrases that look like spam on their own."""
    words = sorted({word for phrase in phrases for word in phrase.split() if len(word) > 3 and "{" not in word})
    scores = Grams(grams["grams"], grams["gram_bias"], grams["gram_out"]).scores(words)
    return [word for word, score in zip(words, scores, strict=True) if score >= 0]


def tokens_of(text: str) -> set[str]:
    """Return the distinct tokens of a text, lower case: between white space without edges, and runs of letters."""
    low = text.lower()
    return set(_CORE.findall(low)) | set(_PART.findall(low))


def pair_rows(text: str) -> npt.NDArray[np.int64]:
    """Return the distinct rows of the pairs of neighbours of a text."""
    hashes = np.array([zlib.crc32(w.encode("utf-8", "surrogatepass")) for w in _PART.findall(text.lower())], np.uint64)
    mixed = (hashes[:-1] * np.uint64(0x85EBCA6B) + hashes[1:] * np.uint64(0x9E3779B1)) & np.uint64(0xFFFFFFFF)
    return np.unique(mixed >> np.uint64(32 - PAIR_BITS)).astype(np.int64)


def spam_strings(brands: Sequence[str], phrases: Iterable[str], rng: random.Random) -> list[str]:
    """Return folded strings as the finder sees spam: names, names with numbers, addresses, phrases."""
    found: list[str] = []
    for brand in brands:
        found.append(brand)
        roll = rng.random()
        if roll < 0.12:
            found.append(f"{brand}.{rng.choice(TOP_LEVELS)}")
        elif roll < 0.2:
            found.append(
                f"{brand.rstrip('0123456789') or brand} {rng.choice(('88', '77', '138', '777', '303', '99', '4d'))}"
            )
        elif roll < 0.28:
            found.append(DISGUISES["leet"](brand, rng))
        elif roll < 0.32:
            found.append(f"{rng.choice(('www.', 'https://'))}{brand}.{rng.choice(TOP_LEVELS)}")
    for phrase in phrases:
        found += [phrase.replace("{b}", rng.choice(brands)) for _ in range(6 if "{b}" in phrase else 1)]
    return [text.lower() for text in found]


def fit_grams(
    spam: Sequence[str], tokens: Mapping[str, int], texts: Sequence[str], seed: int, epochs: int = 5, units: int = 16
) -> Arrays:
    """Fit the network over hashed character n-grams: spam strings against the words and short phrases of clean text."""
    rng = random.Random(seed)
    words = sorted(tokens)
    often = [w for w in words for _ in range(min(4, int(np.log2(tokens[w])) // 2))]
    chunks: list[str] = []
    for text in texts:
        parts = text.lower().split()
        for _ in range(min(len(parts) // 12, 25)):
            at, size = rng.randrange(len(parts)), rng.choice((2, 2, 3, 4))
            chunks.append(" ".join(p.strip(".,;:!?()\"'“”") for p in parts[at : at + size]))
    everything = [*words, *often, *chunks, *spam, *spam, *spam]
    target = np.r_[np.zeros(len(everything) - 3 * len(spam), np.int8), np.ones(3 * len(spam), np.int8)]
    order = np.random.default_rng(seed).permutation(len(everything))
    rows, bounds = gram_rows([encoded(everything[at]) for at in order])
    shape = (len(everything), 1 << GRAM_BITS)
    matrix = sparse.csr_matrix((np.ones(len(rows), np.float32), rows.astype(np.int32), bounds), shape=shape)
    matrix.sum_duplicates()
    model = MLPClassifier(
        (units,), alpha=1e-6, learning_rate_init=2e-3, batch_size=1024, max_iter=epochs, random_state=seed
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        model.fit(matrix, target[order])
    first, second = model.coefs_
    scale = 127 / np.quantile(np.abs(first), 0.9995)
    out_scale = 512.0
    return {
        "grams": np.clip(np.rint(first * scale), -127, 127).astype(np.int8),
        "gram_bias": np.rint(model.intercepts_[0] * scale).astype(np.int32),
        "gram_out": np.rint(
            np.r_[second.ravel() * out_scale, model.intercepts_[1] * scale * out_scale, scale * out_scale]
        ).astype(np.int32),
    }


def fit_edges(
    spam: Sequence[str], tokens: Mapping[str, int], most: float, opening: bool = False
) -> npt.NDArray[np.uint8]:
    """Choose which hashed endings (openings) pass stage A: those with the best odds, up to a share of clean tokens.

    An edge of three or two letters that spam has lends some weight to all edges of four that share it.
    """
    total = 1 << KEY_BITS
    edges = Counter(piece[:4] if opening else piece[-4:] for piece in _pieces(spam))
    good: dict[bytes, float] = defaultdict(float, {edge: 100.0 * count for edge, count in edges.items()})
    for size, lent in ((3, 1.0), (2, 0.01)):
        shared: Counter[bytes] = Counter()
        for edge, count in edges.items():
            if edge.isascii():
                shared[edge[:size] if opening else edge[-size:]] += count
        fill = _LETTERS if size == 3 else [one + two for one in _LETTERS for two in _LETTERS]
        for edge, count in shared.items():
            for more in fill:
                good[edge + more if opening else more + edge] += lent * count
    weight = np.zeros(total)
    np.add.at(weight, _buckets(list(good)), np.array(list(good.values())) / 100)
    seen: Counter[bytes] = Counter()
    for word in sorted(tokens):
        for piece in _pieces([word]):
            seen[piece[:4] if opening else piece[-4:]] += tokens[word]
    clean = np.full(total, 0.05)
    np.add.at(clean, _buckets(list(seen)), np.array(list(seen.values()), np.float64))
    order = np.argsort(-weight / clean, kind="stable")
    share = np.cumsum(clean[order]) / clean.sum()
    chosen = np.zeros(total, np.bool_)
    chosen[order[(share <= most) & (weight[order] > 0)]] = True
    return np.packbits(chosen)


_LETTERS = [bytes([b]) for b in b"abcdefghijklmnopqrstuvwxyz0"]


def _pieces(words: Iterable[str]) -> list[bytes]:
    """Return the runs of letters and digits of words, folded as stage A sees them."""
    return [
        run
        for word in words
        for run in word.encode("utf-8", "surrogatepass").translate(FOLDED).split(b"\0")
        if len(run) > 3
    ]


def _buckets(endings: Sequence[bytes]) -> npt.NDArray[np.int64]:
    four = np.frombuffer(b"".join(endings), "<u4")
    return key_of(four).astype(np.int64)


def fit(
    documents: Sequence[Clean],
    brands: Sequence[str] = (),
    phrases: Mapping[str, Sequence[str]] | None = None,
    seed: int = 7,
    copies: int = 1,
    log: Callable[..., None] | None = None,
    without: Container[str] = (),
) -> Arrays:
    """Train everything; return the arrays that `Injected` takes. Deterministic for the same inputs.

    Each document is seen clean and `copies` times with spam in it. Phrases in `without` are kept for measuring.
    """
    say = log or (lambda *_: None)
    rng = random.Random(seed)
    names = [*dict.fromkeys([*brands, *made_up_brands(6000, rng)])]
    lures = {
        lang: [*(p for p in own if p not in without), *(phrases or {}).get(lang, ())] for lang, own in PHRASES.items()
    }
    for lang, more in (phrases or {}).items():
        lures.setdefault(lang, list(more))
    documents = [
        *documents,
        *(
            Clean(text, lang, f"honest {at % 7}")
            for lang, own in HONEST.items()
            for at, text in enumerate(own)
            for _ in range(3)
        ),
    ]
    counts = Counts()
    for document in documents:
        counts.add(document.text)
    say("counted", len(documents), len(counts.tokens))
    everything = [p for lang in sorted(lures) for p in lures[lang]]

    def grams_of(docs: Sequence[Clean], side: Sequence[str], which: int | None) -> Arrays:
        draw = random.Random(seed + 1 + (which or 0))
        tokens: Counter[str] = Counter()
        for d in docs:
            tokens.update(tokens_of(d.text))
        mine = [p for p in everything if which is None or half(p) == which]
        grams = fit_grams(spam_strings(side, mine, draw), tokens, [d.text for d in docs], seed)
        return {**grams, **fit_lures(mine, tokens)}

    halves = []
    for which in (0, 1):
        docs = [d for d in documents if half(d.group) == which]
        halves.append(grams_of(docs, [b for b in names if half(stem_of(b)) == which], which))
        say("grams of half", which, len(docs))
    grams = grams_of(documents, names, None)
    say("grams of all")
    for word in lure_words(everything, grams):
        del counts.tokens[word]  # known only as what spam is made of: looked at wherever it stands
    least_word, least_pair = counts.least_word(), counts.least_pair()
    words, pairs = Words.build(counts.tokens, least_word), np.packbits(counts.pairs >= least_pair, bitorder="little")
    say("least", least_word, least_pair)
    spam = spam_strings(names, everything, random.Random(seed + 9))
    endings, openings = fit_edges(spam, counts.tokens, 0.015), fit_edges(spam, counts.tokens, 0.006, opening=True)
    base: Arrays = {"endings": endings, "openings": openings, **grams, "words": words, "pairs": pairs}
    base["levels"] = _levels(halves, names)
    sides = [[b for b in names if half(stem_of(b)) != which] for which in (0, 1)]
    say("levels", base["levels"].tolist())
    lures_of = [Lures(arrays["lure_words"], arrays["lure_odds"]) for arrays in halves]
    finders = [Injected({**base, **arrays, **_untrained()}) for arrays in halves]
    rows, targets, weights = [], [], []
    for number, document in enumerate(documents):
        which = 1 - half(document.group)
        finder = finders[which]
        finder.lexicon = Without(counts, document.text, least_word, least_pair, lures_of[which])
        side = sides[which]
        draw = random.Random(seed * 1_000_003 + number)
        for copy in range(copies + 1):
            own = [p for p in phrases_of(document.lang, phrases) if half(p) != which and p not in without]
            made = inject(document.text, side, own or list(PHRASES["en"]), draw, lang=document.lang) if copy else None
            text = made.text if made else glued(document.text, draw)
            batch = Batch.of([text])
            candidates, found = finder.look(batch, np.flatnonzero(batch.inked).tolist())
            if not candidates:
                continue
            gold = [(i.start, i.stop) for i in made.injections if i.kind not in ("line", "block")] if made else []
            skip = [(i.start, i.stop) for i in made.injections if i.kind in ("line", "block")] if made else []
            for candidate, row in zip(candidates, found, strict=True):
                start, stop = place_of(batch, candidate)
                if any(a < stop and start < b for a, b in skip):
                    continue
                hit = any(text[a:b].strip() == text[start:stop].strip() and a <= start and stop <= b for a, b in gold)
                near = any(a < stop and start < b for a, b in gold)
                if made and not near:
                    continue  # the clean copy has it
                rows.append(row)
                targets.append((hit, near))
                weights.append(1.0 if hit or near else 3.0)
        if number % 2000 == 0:
            say("looked at", number, len(rows), sum(hit for hit, _ in targets))
    return {**base, **fit_trees(np.array(rows), np.array(targets, np.int8), np.array(weights), seed, say)}


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


def _levels(halves: Sequence[Arrays], brands: Sequence[str]) -> npt.NDArray[np.int32]:
    """Return from which score a token is looked at (97 % of unseen brands reach it), is a likely neighbour, and how
    common a word can be to be looked at.
    """
    scores = [
        score
        for which, arrays in enumerate(halves)
        for score in Grams(arrays["grams"], arrays["gram_bias"], arrays["gram_out"]).scores(
            [brand for brand in brands if half(stem_of(brand)) != which]
        )
    ]
    hot = int(np.quantile(scores, 0.03))
    return np.array([hot, hot - 2 * UNITS, 4], np.int32)


def _untrained() -> Arrays:
    """Return trees that say nothing, for looking at candidates before there are any."""
    arrays: Arrays = {}
    for name in ("bounds", "sureness"):
        arrays |= {f"{name}_{part}": np.zeros(1, np.int32) for part in ("column", "left", "right", "value")}
        arrays |= {f"{name}_threshold": np.zeros(1, np.float32), f"{name}_roots": np.zeros(3, np.int32)}
    return arrays


def fit_trees(
    rows: npt.NDArray[np.float64],
    targets: npt.NDArray[np.int8],
    weights: npt.NDArray[np.float64],
    seed: int,
    say: Callable[..., None],
) -> Arrays:
    """Fit two sets of trees on the features.

    The first tells spans that are spam exactly from all others and draws the boundary; the second, which gives the
    score, tells them from spans of clean text only: how sure we are must not suffer from a doubtful neighbour.
    """
    values = rows.astype(np.float32).astype(np.float64)
    exact, near = targets[:, 0] > 0, targets[:, 1] > 0
    arrays: Arrays = {}
    for name, keep in (("bounds", np.ones(len(rows), np.bool_)), ("sureness", exact | ~near)):
        model = HistGradientBoostingClassifier(
            max_iter=100,
            learning_rate=0.1,
            max_leaf_nodes=15,
            min_samples_leaf=30,
            early_stopping=False,
            random_state=seed,
        )
        model.fit(values[keep], exact[keep], sample_weight=np.where(name == "bounds", weights[keep], 1.0))
        say(name, int(keep.sum()), int(exact.sum()))
        arrays |= _as_arrays(model, name)
    return arrays


def _as_arrays(model: HistGradientBoostingClassifier, name: str) -> Arrays:
    """Return the nodes of all trees in a row; leaves point at themselves."""
    columns, thresholds, lefts, rights, values, roots = [], [], [], [], [], []
    depth = at = 0
    for (tree,) in model._predictors:
        nodes = tree.nodes
        here = np.arange(at, at + len(nodes))
        leaf = nodes["is_leaf"].astype(np.bool_)
        roots.append(at)
        columns.append(np.where(leaf, 0, nodes["feature_idx"]))
        # rows are float32: the largest one that is not greater keeps `<=` what it was
        low = nodes["num_threshold"].astype(np.float32)
        low = np.where(low.astype(np.float64) > nodes["num_threshold"], np.nextafter(low, np.float32(-np.inf)), low)
        thresholds.append(np.where(leaf, np.float32(0), low))
        lefts.append(np.where(leaf, here, nodes["left"].astype(np.int64) + at))
        rights.append(np.where(leaf, here, nodes["right"].astype(np.int64) + at))
        values.append(np.where(leaf, np.rint(nodes["value"] * SCALE), 0))
        depth = max(depth, int(nodes["depth"].max()))
        at += len(nodes)
    base = int(np.rint(float(model._baseline_prediction.ravel()[0]) * SCALE))
    return {
        f"{name}_column": np.concatenate(columns).astype(np.uint8),
        f"{name}_threshold": np.concatenate(thresholds).astype(np.float32),
        f"{name}_left": np.concatenate(lefts).astype(np.uint16),
        f"{name}_right": np.concatenate(rights).astype(np.uint16),
        f"{name}_value": np.concatenate(values).astype(np.int32),
        f"{name}_roots": np.array([*roots, base, depth], np.int32),
    }
