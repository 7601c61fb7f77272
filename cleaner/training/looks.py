"""What spam looks like: strings as the finder sees them, the network over their n-grams, their edges, their words."""

from __future__ import annotations

import random
import warnings
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt
from scipy import sparse
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

from cleaner.batch import Ints
from cleaner.grams import GRAM_BITS, Grams, lines_of
from cleaner.lexicon import crc
from cleaner.ngrams import chunks
from cleaner.tokens import KEY_BITS, key_of, keys_of, pieces
from cleaner.training.brands import TOP_LEVELS
from cleaner.training.disguises import DISGUISES
from cleaner.training.tallies import group_of

Arrays = dict[str, npt.NDArray[np.generic]]
_FREQUENT, _SHARED = 100, 7
"""Documents from which a word is frequent, and the odds that such a word has at most."""
_LETTERS = [bytes([b]) for b in b"abcdefghijklmnopqrstuvwxyz0"]


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
    spam: Sequence[str], tokens: Mapping[str, int], texts: Sequence[str], seed: int, epochs: int = 6, units: int = 6
) -> Arrays:
    """Fit the network over hashed character n-grams: spam strings against the words and short phrases of clean text."""
    rng = random.Random(seed)
    words = sorted(tokens)
    often = [w for w in words for _ in range(min(4, int(np.log2(tokens[w])) // 2))]
    pieces_of: list[str] = []
    for text in texts:
        parts = text.lower().split()
        for _ in range(min(len(parts) // 12, 25)):
            at, size = rng.randrange(len(parts)), rng.choice((2, 2, 3, 4))
            pieces_of.append(" ".join(p.strip(".,;:!?()\"'“”") for p in parts[at : at + size]))
    everything = [*words, *often, *pieces_of, *spam, *spam, *spam]
    target = np.r_[np.zeros(len(everything) - 3 * len(spam), np.int8), np.ones(3 * len(spam), np.int8)]
    order = np.random.default_rng(seed).permutation(len(everything))
    rows, bounds = gram_rows([everything[at] for at in order])
    shape = (len(everything), 1 << GRAM_BITS)
    matrix = sparse.csr_matrix((np.ones(len(rows), np.float32), rows.astype(np.int32), bounds), shape=shape)
    matrix.sum_duplicates()
    model = MLPClassifier(
        (units,), alpha=1e-6, learning_rate_init=5e-3, batch_size=4096, max_iter=epochs, random_state=seed
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


def gram_rows(texts: Sequence[str]) -> tuple[Ints, Ints]:
    """Return the rows of the n-grams of texts, and where each text's begin."""
    buffer, starts = lines_of(texts)
    rows, which = [], []
    for start, stop, orders in chunks(buffer, starts, GRAM_BITS):
        of = np.searchsorted(starts, np.arange(start, stop), "right") - 1
        for row, invalid in orders:
            valid = np.ones(stop - start, np.bool_)
            valid[invalid] = False
            rows.append(row[valid].astype(np.int64))
            which.append(of[valid])
    text = np.concatenate(which)
    order = np.argsort(text, kind="stable")
    return np.concatenate(rows)[order], np.searchsorted(text[order], np.arange(len(texts) + 1))


def grams_in(arrays: Arrays) -> Grams:
    """Return the network in these arrays."""
    return Grams(arrays["grams"], arrays["gram_bias"], arrays["gram_out"])  # type: ignore[arg-type]


def fit_edges(
    spam: Sequence[str], tokens: Mapping[str, int], most: float, opening: bool = False
) -> npt.NDArray[np.uint8]:
    """Choose which hashed endings (openings) are looked at: those with the best odds, up to a share of clean tokens.

    An edge of three or two letters that spam has lends some weight to all edges of four that share it.
    """
    total = 1 << KEY_BITS
    edges = Counter(piece[:4] if opening else piece[-4:] for piece in pieces(spam) if len(piece) > 3)
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
        for piece in pieces([word]):
            if len(piece) > 3:
                seen[piece[:4] if opening else piece[-4:]] += tokens[word]
    clean = np.full(total, 0.05)
    np.add.at(clean, _buckets(list(seen)), np.array(list(seen.values()), np.float64))
    order = np.argsort(-weight / clean, kind="stable")
    share = np.cumsum(clean[order]) / clean.sum()
    chosen = np.zeros(total, np.bool_)
    chosen[order[(share <= most) & (weight[order] > 0)]] = True
    return np.packbits(chosen)


def _buckets(edges: Sequence[bytes]) -> npt.NDArray[np.int64]:
    four = np.frombuffer(b"".join(edges), "<u4").astype(np.uint32)
    return key_of(four).astype(np.int64)


def ordinary_keys(
    tokens: Mapping[str, int], least: int, endings: npt.NDArray[np.uint8], openings: npt.NDArray[np.uint8]
) -> npt.NDArray[np.uint32]:
    """Return the keys of words of `least` documents and more that would be looked at for their edges."""
    runs = sorted({word.encode() for word, count in tokens.items() if count >= least and word.isalpha()})
    runs = [folded for run in runs if (folded := b"".join(pieces([run.decode()]))) and len(folded) > 3]
    ends, opens = np.unpackbits(endings).astype(np.bool_), np.unpackbits(openings).astype(np.bool_)
    passed = ends[_buckets([run[-4:] for run in runs])] | opens[_buckets([run[:4] for run in runs])]
    return np.unique(keys_of([run for run, on in zip(runs, passed.tolist(), strict=True) if on]))


def fit_lures(phrases: Mapping[str, Sequence[str]], clean: Mapping[str, Mapping[str, int]]) -> Arrays:
    """Return how much more often (log 2, -8 to 12) words stand in spam phrases than in clean text of the language.

    `clean` counts words by group of languages. A word counts as clean as in the group where it is commonest; frequent
    words, and those of languages that we have few phrases of, are worth something only beside others.
    """
    totals = {group: max(sum(counts.values()), 1) for group, counts in clean.items()}
    held: dict[str, Counter[str]] = {}
    for lang, own in phrases.items():
        words = (word for phrase in sorted(set(own)) for word in set(phrase.split()))
        held.setdefault(group_of(lang), Counter()).update(w for w in words if "{" not in w and not w.isdigit())
    odds: dict[str, int] = {}
    for group, words_held in held.items():
        total = sum(words_held.values())
        for word, count in words_held.items():
            if count < (1 if group == "other" else 2) or len(word) < 2:
                continue
            share = max((clean[g].get(word, 0) + 0.5) / totals[g] for g in clean if g in (group, "en", "id"))
            most = _SHARED if group == "other" or max(c.get(word, 0) for c in clean.values()) >= _FREQUENT else 12
            value = int(np.clip(np.rint(np.log2(count / total) - np.log2(share)), -8, most))
            odds[word] = max(value, odds.get(word, -8))
    rows = sorted({crc(word): (word, value) for word, value in sorted(odds.items())}.items())
    keys = [b"".join(pieces([word])) or b" " for _, (word, _) in rows]
    return {
        "lure_words": np.array([row for row, _ in rows], np.uint32),
        "lure_odds": np.array([value for _, (_, value) in rows], np.int8),
        "lure_keys": keys_of(keys),
    }


def lure_words(phrases: Iterable[str], grams: Arrays) -> list[str]:
    """Return the words of phrases that look like spam on their own."""
    words = sorted({word for phrase in phrases for word in phrase.split() if len(word) > 3 and "{" not in word})
    return [word for word, score in zip(words, grams_in(grams).scores(words), strict=True) if score >= 0]
