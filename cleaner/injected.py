"""Injected spam inside good lines: brand names, phrases and addresses that a stranger put into somebody's sentence.

Nothing is decided by a list of names. Few tokens look like spam (`tokens.py`); each of them, with the neighbours that
look alike, is a candidate span; numbers about the span and its context (does the sentence read on without it, is the
word known, is it what the document talks about) go through boosted trees.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import regex

from cleaner.batch import Batch, Flags
from cleaner.candidates import (
    ENDING,
    LEFT_OPEN,
    NAMED,
    PART,
    QUOTES,
    RIGHT_SHUT,
    Candidate,
    Page,
    Token,
    widened,
    windows,
)
from cleaner.decide import Span
from cleaner.disguise import unleet
from cleaner.taxonomy import Label
from cleaner.tokens import UNITS, Grams, Lures, Runs, Words, disguised, pair_row
from cleaner.trees import SCALE, Trees

_LONGEST = 6  # tokens in a span
_COMMON = 6  # words in 32 documents and more that no spam phrase has are not scored: they are clean
_DOMAIN = regex.compile(r"(?:https?://|www\.)|[a-z0-9-]{3,}\.(?:[a-z]{2,6})(?:/\S*)?$", regex.IGNORECASE)
_MONEY = regex.compile(
    r"(?:rp|rm|us|usd|eur|gbp|sgd|myr|idr|aud|jpy|krw|cny|thb|hkd|cad|chf|inr|php|vnd|nzd|twd|sar|aed|zar|ksh|sh|rs)\.?\d[\d.,]*",
    regex.IGNORECASE,
)
"""A price with its currency glued on: the commonest honest word that looks like a brand with a number."""
_JOINT = regex.compile(r"[./:-]")
_CAMEL = regex.compile(r"\p{Ll}\p{Lu}")
_CODE = regex.compile(r"[_@#\\/=]|\(\)|::|\p{Ll}\p{Lu}\p{Ll}+\p{Lu}")


class Lexicon:
    """Tell how common words and pairs of neighbours are in clean text. `own` rows are taken out once (for training)."""

    def __init__(self, words: npt.NDArray[np.uint16], pairs: npt.NDArray[np.uint8], lures: Lures) -> None:
        self._words, self._pairs, self._lures = Words(words), pairs, lures

    def known(self, word: str) -> int:
        """Return the rounded log (base 2) of the number of documents with the word."""
        return self._words.known(word)

    def lure(self, word: str) -> int:
        """Return how much more often (log 2) a word stands in phrases of spam than in clean text."""
        return self._lures.odds(word)

    def pair(self, left: str, right: str) -> int:
        """Tell whether the two words stand side by side in clean text."""
        row = pair_row(left, right)
        return int(self._pairs[row >> 3] >> (row & 7) & 1)


FEATURES = [
    "grams",
    "grown_grams",
    "best",
    "worst",
    "left_grams",
    "right_grams",
    "tokens",
    "length",
    "digits",
    "upper",
    "title",
    "camel",
    "start",
    "end",
    "bracketed",
    "quoted",
    "glued",
    "domain",
    "code",
    "symbol",
    "known_least",
    "known_most",
    "known_left",
    "known_right",
    "pair_clean",
    "pair_page",
    "joins_left",
    "joins_right",
    "repeats",
    "hot_repeats",
    "hot_types",
    "hot_others",
    "disguised",
    "leet",
    "left_capital",
    "right_capital",
    "line_upper",
    "line_tokens",
    "left_ends",
    "right_ends",
    "ascii_line",
    "language",
    "lure_first",
    "lure_last",
    "lure_left",
    "lure_right",
    "lure_least",
]


class Injected:
    """Find injected spam with trained arrays: `endings`, `grams`, `words`, `pairs`, and two sets of trees.

    `find` returns spans sorted by place; the result for a document depends on that document alone.
    """

    def __init__(self, arrays: Mapping[str, npt.NDArray[Any]]) -> None:
        self.endings: Flags = np.unpackbits(arrays["endings"]).astype(np.bool_)
        self.openings: Flags = np.unpackbits(arrays["openings"]).astype(np.bool_)
        self.grams = Grams(arrays["grams"], arrays["gram_bias"], arrays["gram_out"])
        self.lexicon = Lexicon(arrays["words"], arrays["pairs"], Lures(arrays["lure_words"], arrays["lure_odds"]))
        self.hot, self.warm, self.common = (int(v) for v in arrays["levels"])
        self.bounds, self.sureness = Trees(arrays, "bounds"), Trees(arrays, "sureness")

    def find(self, batch: Batch, numbers: Sequence[int], least: float = 0.3) -> list[Span]:
        """Return the spans of injected spam in the lines with these numbers whose score is `least` or more."""
        candidates, rows = self.look(batch, numbers)
        if not candidates:
            return []
        exact, near = self.judge(rows).T
        spans = [
            _span(candidate, batch.lines[candidate.line], score, row)
            for candidate, score, row in _best(candidates, exact, near, rows, least)
        ]
        return sorted(spans, key=lambda span: (span.line, span.start))

    def look(self, batch: Batch, numbers: Sequence[int]) -> tuple[list[Candidate], npt.NDArray[np.float64]]:
        """Return the candidate spans of these lines, and their features, one row each."""
        wanted = np.zeros(len(batch.lines), np.bool_)
        wanted[np.asarray(numbers, np.int64)] = True
        places = self._hot(batch, wanted)
        if not places:
            return [], np.zeros((0, len(FEATURES)))
        nearby = [
            (number, tokens) for number, offsets in places.items() for tokens in windows(batch.lines[number], offsets)
        ]
        everything = [token for _, tokens in nearby for token in tokens]
        self._weigh(everything)
        candidates = [candidate for number, tokens in nearby for candidate in self._spans(number, tokens)]
        for candidate, score in zip(candidates, self.grams.scores([c.text for c in candidates]), strict=True):
            candidate.score = score
        document = np.searchsorted(batch.first, [c.line for c in candidates], "right") - 1
        pages: dict[int, Page] = {}
        hot: dict[int, Counter[str]] = {}
        for number, tokens in nearby:
            text = int(np.searchsorted(batch.first, number, "right") - 1)
            hot.setdefault(text, Counter()).update(t.core for t in tokens if t.core and self._is_hot(t))
        rows = np.zeros((len(candidates), len(FEATURES)))
        for at, (candidate, text) in enumerate(zip(candidates, document.tolist(), strict=True)):
            if text not in pages:
                pages[text] = Page(batch.lines[batch.first[text] : batch.first[text + 1]])
            rows[at] = self._features(candidate, batch.lines[candidate.line], pages[text], hot[text])
        return candidates, rows

    def judge(self, rows: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Return, for each span, the probabilities that its bounds are right, and that it is spam if they are.

        Shape (spans, 2). All is comparisons and sums of integers up to the last, monotone step.
        """
        values = rows.astype(np.float32)
        total = np.stack([self.bounds.scores(values), self.sureness.scores(values)], axis=1) / SCALE
        probability: npt.NDArray[np.float64] = np.round(1 / (1 + np.exp(-np.clip(total, -30, 30))), 6)
        return probability

    def _hot(self, batch: Batch, wanted: Flags) -> dict[int, list[int]]:
        """Return, by line, the offsets (code points) of tokens that look like spam or wear a disguise."""
        runs = Runs(batch)
        at = runs.chosen(self.endings, self.openings)
        line = np.searchsorted(batch.starts, runs.starts[at], "right") - 1
        keep = wanted[np.minimum(line, len(wanted) - 1)]
        at, line = at[keep], line[keep]
        data = batch.buffer.tobytes()
        pieces = [data[a : b + 1] for a, b in zip(runs.starts[at].tolist(), runs.ends[at].tolist(), strict=True)]
        word_of = {p: p.decode("utf-8", "ignore").lower() for p in dict.fromkeys(pieces)}
        rare = [word for word in word_of.values() if self.lexicon.known(word) < self.common]
        hot = {w for w, score in zip(rare, self.grams.scores(rare), strict=True) if score >= self.hot}
        odd = [w for w in rare if w not in hot and not w.isalpha()]
        hot |= {
            w for w, score in zip(odd, self.grams.scores([unleet(w) for w in odd]), strict=True) if score >= self.hot
        }
        good = np.array([word_of[p] in hot for p in pieces], np.bool_)
        spots = list(zip(line[good].tolist(), runs.starts[at[good]].tolist(), strict=True))
        spaced = runs.spaced()
        hidden = np.concatenate([disguised(batch, runs.odd), runs.starts[spaced]])
        where = np.searchsorted(batch.starts, hidden, "right") - 1
        ok = (where >= 0) & (where < len(wanted))
        hidden, where = hidden[ok], where[ok]
        ok = wanted[where]
        spots += zip(where[ok].tolist(), hidden[ok].tolist(), strict=True)
        places: dict[int, list[int]] = {}
        for number, byte in sorted(set(spots)):
            begin = int(batch.starts[number])
            offset = byte - begin
            if len(batch.lines[number]) != int(batch.starts[number + 1]) - begin - 1:
                offset = len(data[begin:byte].decode("utf-8", "ignore"))
            places.setdefault(number, []).append(offset)
        return places

    def _is_hot(self, token: Token) -> bool:
        return token.score >= self.hot and token.known < self.common and not NAMED.match(token.raw)

    def _weigh(self, tokens: Sequence[Token]) -> None:
        """Set the n-gram score (the better of a word and its leet reading) and the frequency of tokens."""
        for token in tokens:
            token.known, token.lure = self.lexicon.known(token.core), self.lexicon.lure(token.core)
        odd = [t for t in tokens if t.core and (t.known < _COMMON or t.lure > -8 or t.seen)]
        readings = [_readings(token.core) for token in odd]
        scores = iter(self.grams.scores([reading for own in readings for reading in own]))
        for token, own in zip(odd, readings, strict=True):
            token.score = max([next(scores) for _ in own])

    def _spans(self, number: int, tokens: list[Token]) -> Iterator[Candidate]:
        """Yield candidate spans: runs of tokens that hold a hot one, grown over neighbours that look alike."""
        warm = [t.score >= self.warm or t.symbol or t.core.isdigit() or t.lure > 0 or bool(t.seen) for t in tokens]
        hot = [bool(t.core) and (self._is_hot(t) or bool(t.seen)) for t in tokens]
        words = [t.known for t in tokens if t.core and not t.core.isdigit()]
        language = sum(words) / max(len(words), 1)
        reached = {at for at, on in enumerate(hot) if on for at in range(at - _LONGEST + 1, at + 1) if at >= 0}
        for first in sorted(reached):
            if not warm[first]:
                continue
            alike = burning = 0
            for last in range(first, min(first + _LONGEST, len(tokens))):
                if last > first and any(c in ENDING for c in tokens[last - 1].right):
                    break
                alike, burning = alike + warm[last], burning + hot[last]
                size = last - first + 1
                if size - alike > 1 + (size - 1) // 3:
                    break
                if burning and warm[last] and not (tokens[first].symbol or tokens[last].symbol):
                    yield _with_symbols(number, tokens, first, last, language)

    def _features(self, c: Candidate, line: str, page: Page, hot: Counter[str]) -> list[float]:
        inside, before, after = c.inside, c.before, c.after
        cores = [t for t in inside if t.core] or inside
        raw = line[inside[0].start : inside[-1].stop]
        letters, upper = sum(map(str.isalpha, raw)), sum(map(str.isupper, raw))
        best = max(cores, key=lambda t: t.score)
        left = before.core if before else ""
        right = after.core if after else ""
        one = left if left.isalpha() else (PART.findall(left) or [""])[-1]
        two = right if right.isalpha() else (PART.findall(right) or [""])[0]
        pair = bool(one and two)
        parts = PART.findall(c.text)
        repeats = sum(page.count(w) - parts.count(w) for w in parts) / max(len(parts), 1)
        name = best.core if best.core.isalnum() else (PART.findall(best.core) or [""])[0]
        first, last = (parts or [""])[0], (parts or [""])[-1]
        others = sum(hot.values()) - sum(n for t, n in hot.items() if any(t == i.core for i in inside))
        window = line[max(inside[0].start - 60, 0) : inside[-1].stop + 60]
        capitals = sum(map(str.isupper, window)) - upper
        return [
            c.score,
            c.score - best.score,
            best.score,
            min(t.score for t in cores),
            before.score if before else -15 * UNITS,
            after.score if after else -15 * UNITS,
            len(inside),
            min(len(c.text), 40),
            sum(map(str.isdigit, c.text)),
            upper / max(letters, 1),
            sum(t.raw[:1].isupper() or (t.left != "" and t.raw.strip("([{<«【*~\"'“")[:1].isupper()) for t in cores)
            / len(cores),
            bool(_CAMEL.search(raw)),
            before is None,
            after is None,
            bool(inside[0].left and inside[0].left[-1] in LEFT_OPEN and inside[-1].right[:1] in RIGHT_SHUT),
            any(ch in QUOTES for ch in inside[0].left + inside[-1].right),
            len(parts) > len(cores),
            bool(_DOMAIN.search(raw)),
            bool(_CODE.search(raw)),
            any(t.symbol for t in inside),
            min(t.known for t in cores),
            max(t.known for t in cores),
            before.known if before else -1,
            after.known if after else -1,
            self.lexicon.pair(one, two) if pair else 0,
            min(page.count(f"{one} {two}"), 3) if pair else 0,
            self.lexicon.pair(one, first) if one else 0,
            self.lexicon.pair(last, two) if two else 0,
            min(repeats, 8),
            min(page.count(name) - 1, 8) if name else 0,
            min(len(hot), 12),
            min(others, 20),
            min(sum(len(t.seen) for t in inside), 6),
            any(
                t.score > 0
                and unleet(t.core) != t.core
                and any(ch.isdigit() for ch in t.core)
                and t.core[-1:].isalpha()
                for t in cores
            ),
            bool(before and before.raw[:1].isupper()),
            bool(after and after.raw[:1].isupper()),
            capitals / max(len(window), 1),
            min(len(c.tokens), 12),
            bool(before and before.right and before.right[-1] in ENDING),
            bool(inside[-1].right and inside[-1].right[0] in ENDING),
            line.isascii(),
            c.language,
            cores[0].lure,
            cores[-1].lure,
            before.lure if before else -8,
            after.lure if after else -8,
            min(t.lure for t in cores),
        ]


def _with_symbols(number: int, tokens: list[Token], first: int, last: int, language: float) -> Candidate:
    """Return the span of tokens with the emoji around it: they came with it."""
    text = " ".join(t.core for t in tokens[first : last + 1] if t.core)
    while first > 0 and tokens[first - 1].symbol:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].symbol:
        last += 1
    return Candidate(number, tokens, first, last, text, 0, language)


def _readings(core: str) -> list[str]:
    """Return the ways a token is read: as it stands, with digits for letters, and, in an address, its parts.

    >>> _readings("dewa88.com")
    ['dewa88.com', 'dewabb.com', 'dewa88']
    """
    if not core or core.isalpha():
        return [core] if core else []
    parts = [part for part in PART.findall(core) if len(part) > 4] if _JOINT.search(core) else []
    return [*dict.fromkeys([core, unleet(core), *parts])]


def _best(
    candidates: Sequence[Candidate],
    exact: npt.NDArray[np.float64],
    near: npt.NDArray[np.float64],
    rows: npt.NDArray[np.float64],
    least: float,
) -> Iterator[tuple[Candidate, float, npt.NDArray[np.float64]]]:
    """Yield the best bounded of overlapping candidates with spam; ties go to the longer, then the earlier."""
    taken: dict[int, list[tuple[int, int]]] = {}
    likely = np.flatnonzero(np.maximum(exact, near) >= 0.05).tolist()
    for at in sorted(
        likely, key=lambda i: (-exact[i], -len(candidates[i].inside), candidates[i].line, candidates[i].first)
    ):
        candidate = candidates[at]
        start, stop = candidate.inside[0].start, candidate.inside[-1].stop
        used = taken.setdefault(candidate.line, [])
        if all(stop <= a or b <= start for a, b in used):
            used.append((start, stop))
            if near[at] >= least:
                yield candidate, float(near[at]), rows[at]


def _span(candidate: Candidate, line: str, score: float, row: npt.NDArray[np.float64]) -> Span:
    """Return the span to cut: the spam, punctuation that belongs to the sentence left standing, and one space."""
    inside = candidate.inside
    start, stop = widened(line, *candidate.range)
    value = dict(zip(FEATURES, row.tolist(), strict=True))
    cues = ["token:shape"] if len(inside) == 1 else ["phrase"]
    cues += sorted({f"disguise:{name}@{a}-{b}" for token in inside for name, a, b in token.seen})
    cues += [
        name
        for name, on in (
            ("domain", value["domain"]),
            ("bracketed", value["bracketed"]),
            ("pair-occurs", value["pair_page"]),
            ("pair-common", value["pair_clean"]),
            ("unknown-word", value["known_least"] <= 0),
            ("digits", value["digits"]),
        )
        if on
    ]
    return Span(candidate.line, start, stop, Label.SPAM, round(score, 4), tuple(cues))
