"""Injected spam inside good lines: brand names, phrases and addresses that a stranger put into somebody's sentence.

Nothing is decided by a list of names. Few tokens look like spam (`tokens.py`, `grams.py`); each of them, with the
neighbours that look alike, is a candidate span; numbers about the span and its context (does the sentence read on
without it, is the word known, is it what the document talks about: `clues.py`) go through boosted trees.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import regex

from cleaner.batch import Batch, Flags, Ints
from cleaner.candidates import ENDING, NAMED, PART, Candidate, Page, Token, widened, windows
from cleaner.clues import CLUES, Surroundings, clues
from cleaner.decide import Span
from cleaner.disguise import unleet
from cleaner.grams import UNITS, Grams
from cleaner.lexicon import Lexicon
from cleaner.mentions import on_the_matter
from cleaner.taxonomy import Label
from cleaner.tokens import Runs, Sieve, disguised
from cleaner.trees import SCALE, Trees

_LONGEST = 6  # tokens in a span
_COMMON = 6  # words in 32 documents and more that no spam phrase has are not scored: they are clean
_JOINT = regex.compile(r"[./:-]")
_CUES = {
    "domain": "domain",
    "bracketed": "bracketed",
    "pair-occurs": "pair_page",
    "pair-common": "pair_clean",
    "digits": "digits",
}
_COLUMN = {name: number for number, name in enumerate(CLUES)}


class Injected:
    """Find injected spam with trained arrays.

    `find` returns spans sorted by place; the result for a document depends on that document alone.
    """

    def __init__(self, arrays: Mapping[str, npt.NDArray[Any]]) -> None:
        odds = arrays["lure_odds"]
        lures = np.maximum(odds, 0).astype(np.uint8)
        self.sieve = Sieve(arrays["endings"], arrays["openings"], arrays["ordinary"], arrays["lure_keys"], lures)
        self.grams = Grams(arrays["grams"], arrays["gram_bias"], arrays["gram_out"])
        self.lexicon = Lexicon(arrays)
        self.hot, self.warm, self.common, self.alone, self.together = (int(v) for v in arrays["levels"])
        self.trees = Trees(arrays)

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
        known = on_the_matter(batch, numbers, spans, self.lexicon)
        texts = np.searchsorted(batch.first, [span.line for span in spans], "right") - 1
        strange = [span for span, text in zip(spans, texts.tolist(), strict=True) if text not in known]
        return sorted(strange, key=lambda span: (span.line, span.start))

    def look(self, batch: Batch, numbers: Sequence[int]) -> tuple[list[Candidate], npt.NDArray[np.float64]]:
        """Return the candidate spans of these lines, and their clues, one row each."""
        wanted = np.zeros(len(batch.lines), np.bool_)
        wanted[np.asarray(numbers, np.int64)] = True
        places, odd = self._places(batch, wanted)
        if not places:
            return [], np.zeros((0, len(CLUES)))
        nearby = [
            (number, tokens)
            for number, offsets in places.items()
            for tokens in windows(batch.lines[number], offsets, number in odd)
        ]
        self._weigh([token for _, tokens in nearby for token in tokens])
        found = [(c, tokens) for number, tokens in nearby for c in self._spans(number, tokens)]
        candidates = [candidate for candidate, _ in found]
        self._score(candidates)
        texts = np.searchsorted(batch.first, [c.line for c in candidates], "right") - 1
        pages: dict[int, Page] = {}
        hot: dict[int, Counter[str]] = {}
        for number, tokens in nearby:
            text = int(np.searchsorted(batch.first, number, "right") - 1)
            hot.setdefault(text, Counter()).update(t.core for t in tokens if t.core and self._is_hot(t))
        around: dict[int, Surroundings] = {}
        rows = np.zeros((len(candidates), len(CLUES)))
        for at, ((candidate, tokens), text) in enumerate(zip(found, texts.tolist(), strict=True)):
            if text not in pages:
                pages[text] = Page(batch.lines[batch.first[text] : batch.first[text + 1]])
            if id(tokens) not in around:
                around[id(tokens)] = Surroundings.of(tokens)
            line = batch.lines[candidate.line]
            rows[at] = clues(candidate, line, around[id(tokens)], pages[text], hot[text], self.lexicon)
        return candidates, rows

    def judge(self, rows: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Return, for each span, the probabilities that its bounds are right, and that it is spam if they are.

        Shape (spans, 2). All is comparisons and sums of integers up to the last, monotone step.
        """
        total = self.trees.scores(rows.astype(np.float32)) / SCALE
        probability: npt.NDArray[np.float64] = np.round(1 / (1 + np.exp(-np.clip(total, -30, 30))), 6)
        return probability

    def _places(self, batch: Batch, wanted: Flags) -> tuple[dict[int, list[int]], set[int]]:
        """Return, by line, the offsets (code points) of what has to be looked at, and the lines with odd letters."""
        runs = Runs(batch)
        at, line = _within(runs.starts, runs.chosen(self.sieve), batch.starts, wanted)
        data = batch.buffer.tobytes()
        pieces = [data[a : b + 1] for a, b in zip(runs.starts[at].tolist(), runs.ends[at].tolist(), strict=True)]
        hot = self._looks(dict.fromkeys(pieces))
        good = np.array([piece in hot for piece in pieces], np.bool_)
        lured, where = _within(runs.starts, runs.lured(self.sieve, self.alone, self.together), batch.starts, wanted)
        hidden = np.concatenate([disguised(batch, runs.odd), runs.starts[runs.spaced()]])
        at_hidden, covered = _within(hidden, np.arange(len(hidden)), batch.starts, wanted)
        spots = {*zip(line[good].tolist(), runs.starts[at[good]].tolist(), strict=True)}
        spots.update(zip(where.tolist(), runs.starts[lured].tolist(), strict=True))
        spots.update(zip(covered.tolist(), hidden[at_hidden].tolist(), strict=True))
        places: dict[int, list[int]] = {}
        for number, byte in sorted(spots):
            begin = int(batch.starts[number])
            offset = byte - begin
            if len(batch.lines[number]) != int(batch.starts[number + 1]) - begin - 1:
                offset = len(data[begin:byte].decode("utf-8", "ignore"))
            places.setdefault(number, []).append(offset)
        return places, set(covered.tolist())

    def _looks(self, pieces: Mapping[bytes, object]) -> set[bytes]:
        """Return the runs that are no common words and look like spam, as they stand or with digits for letters."""
        known = {piece: piece.decode("utf-8", "ignore").lower() for piece in pieces}
        rare = {piece: word for piece, word in known.items() if self.lexicon.known(word) < self.common}
        readings = [*rare.values(), *(unleet(word) for word in rare.values() if not word.isalpha())]
        looks = dict(zip(readings, self.grams.scores(readings), strict=True))
        return {piece for piece, word in rare.items() if max(looks[word], looks.get(unleet(word), -999)) >= self.hot}

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
        hot = [bool(t.core) and (self._is_hot(t) or bool(t.seen) or t.lure >= self.alone) for t in tokens]
        for at in range(len(tokens) - 1):
            one, two = tokens[at].lure, tokens[at + 1].lure
            if one > 0 and two > 0 and one + two >= self.together:
                hot[at if one >= two else at + 1] = True
        lured = [on and t.lure > 0 for on, t in zip(hot, tokens, strict=True)]
        reached = {at for at, on in enumerate(hot) if on for at in range(at - _LONGEST + 1, at + 1) if at >= 0}
        for first in sorted(reached):
            if not warm[first] and not lured[min(first + 1, len(tokens) - 1)]:
                continue
            alike = burning = 0
            for last in range(first, min(first + _LONGEST, len(tokens))):
                if last > first and any(c in ENDING for c in tokens[last - 1].right):
                    break
                alike, burning = alike + warm[last], burning + hot[last]
                size = last - first + 1
                if size - alike > 1 + (size - 1) // 3:
                    break
                if not warm[last] and (not warm[first] or last == first or not lured[last - 1]):
                    continue  # a word like any other may stand at one end, beside one of spam phrases
                if burning and not (tokens[first].symbol or tokens[last].symbol or not tokens[last].core):
                    yield _with_symbols(number, tokens, first, last)

    def _score(self, candidates: Sequence[Candidate]) -> None:
        """Set the n-gram scores of candidates, and of what is left of them without their first or last word."""
        texts = [text for c in candidates for text in (c.text, c.text.partition(" ")[2], c.text.rpartition(" ")[0])]
        scores = iter(self.grams.scores(texts))
        for candidate in candidates:
            whole, tail, head = next(scores), next(scores), next(scores)
            candidate.score = whole
            candidate.shorter = (tail, head) if " " in candidate.text else (-15 * UNITS, -15 * UNITS)


def _within(starts: Ints, at: Ints, lines: Ints, wanted: Flags) -> tuple[Ints, Ints]:
    """Return those of `starts[at]` that lie in wanted lines (as places in `starts`), and their lines."""
    line = np.searchsorted(lines, starts[at], "right") - 1
    keep = (line >= 0) & (line < len(wanted))
    keep[keep] = wanted[line[keep]]
    return at[keep], line[keep]


def _with_symbols(number: int, tokens: list[Token], first: int, last: int) -> Candidate:
    """Return the span of tokens with the emoji around it: they came with it."""
    text = " ".join(t.core for t in tokens[first : last + 1] if t.core)
    while first > 0 and tokens[first - 1].symbol:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].symbol:
        last += 1
    return Candidate(number, tokens, first, last, text)


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
    cues = ["token:shape"] if len(inside) == 1 else ["phrase"]
    cues += sorted({f"disguise:{name}@{a}-{b}" for token in inside for name, a, b in token.seen})
    cues += [cue for cue, clue in _CUES.items() if row[_COLUMN[clue]]]
    cues += ["unknown-word"] * bool(row[_COLUMN["known_least"]] <= 0)
    return Span(candidate.line, start, stop, Label.SPAM, round(score, 4), tuple(cues))
