"""Injected spam inside good lines: brand names, phrases and addresses that a stranger put into somebody's sentence.

Nothing is decided by a list of names. Few tokens look like spam (`tokens.py`, `grams.py`); each of them, with the
neighbours that look alike, is a candidate span; numbers about the span and its context (does the sentence read on
without it, is the word known, is it what the document talks about: `clues.py`) go through boosted trees.
"""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from cleaner.batch import Batch, Flags, Ints
from cleaner.candidates import ENDING, NAMED, PART, Candidate, Page, Token, widened, windows
from cleaner.clues import CLUES, Surroundings, clues
from cleaner.decide import Span
from cleaner.disguise import unleet
from cleaner.grams import LOWEST, Grams
from cleaner.layout import refuse_other
from cleaner.lazy import Pattern
from cleaner.lexicon import NOT_LURE, Lexicon
from cleaner.mentions import on_the_matter
from cleaner.quiet import Quiet
from cleaner.taxonomy import Label
from cleaner.tokens import Sieve, listed, once, sift
from cleaner.trees import SCALE, Trees

LEAST = 0.3
"""Score below which a span is not worth a doubt: no threshold of a model is as low."""
_LONGEST = 6  # tokens in a span
_WIDEST = 200  # characters of a span: what is longer is data, and no name
_COMMON = 6  # words in 32 documents and more that no spam phrase has are not scored: they are clean
_REMEMBERED = 1 << 15  # runs of which it is remembered whether they look like spam
_JOINT = Pattern(r"[./:-]")
_NAMES = {
    "domain": "domain",
    "bracketed": "bracketed",
    "pair-occurs": "pair_page",
    "pair-common": "pair_clean",
    "digits": "digits",
}
_COLUMN = {name: number for number, name in enumerate(CLUES)}


class Window(NamedTuple):
    """Hold what a piece of a line has by itself: candidates, cores of hot tokens, and what its words are like."""

    candidates: list[Candidate]
    hot: list[str]
    around: Surroundings


class Injected:
    """Find injected spam with trained arrays.

    `find` returns spans sorted by place; the result for a document depends on that document alone. Raises ValueError
    if an array is not what it must be.
    """

    def __init__(self, arrays: Mapping[str, npt.NDArray[Any]]) -> None:
        refuse_other(arrays)
        odds = arrays["lure_odds"]
        lures = np.maximum(odds, 0).astype(np.uint8)
        self.sieve = Sieve(arrays["endings"], arrays["openings"], arrays["ordinary"], arrays["lure_keys"], lures)
        self.grams = Grams(arrays["grams"], arrays["gram_bias"], arrays["gram_out"])
        self.lexicon = Lexicon(arrays)
        self.hot, self.warm, self.common, self.alone, self.together = (int(v) for v in arrays["levels"])
        self.trees = Trees(arrays)
        self._looks: dict[bytes, bool] = {}

    def find(
        self,
        batch: Batch,
        numbers: Sequence[int],
        least: float = LEAST,
        quiet: Quiet | None = None,
        witnesses: Flags | None = None,
    ) -> list[Span]:
        """Return the spans of injected spam in the lines with these numbers whose score is `least` or more.

        Lines that are known to be `quiet` are not looked at again; what is found out about the others is noted there.
        Other words that look like spam count where they stand in lines that are `witnesses`, by default in the same.
        """
        candidates, rows = self.look(batch, numbers, quiet, witnesses)
        if not candidates:
            return []
        exact, near = self.judge(rows).T
        best = [found for found in _best(candidates, exact, near, rows, least) if not found[0].quoted]
        spans = list(_proposed(batch, best))
        if not spans:
            return []
        texts = np.searchsorted(batch.first, [span.line for span in spans], "right") - 1
        own = np.zeros(len(batch.texts), np.bool_)
        own[texts] = True
        content = np.asarray(numbers, np.int64)
        content = content[own[np.searchsorted(batch.first, content, "right") - 1]]
        known = on_the_matter(batch, content.tolist(), spans, self.lexicon)
        strange = [span for span, text in zip(spans, texts.tolist(), strict=True) if text not in known]
        return sorted(strange, key=lambda span: (span.line, span.start))

    def look(
        self, batch: Batch, numbers: Sequence[int], quiet: Quiet | None = None, witnesses: Flags | None = None
    ) -> tuple[list[Candidate], npt.NDArray[np.float64]]:
        """Return the candidate spans of these lines, and their clues, one row each."""
        wanted = np.zeros(len(batch.lines), np.bool_)
        wanted[np.asarray(numbers, np.int64)] = True
        heard = wanted if witnesses is None else witnesses
        near = self._near(batch, wanted | heard, quiet)
        texts = (np.searchsorted(batch.first, list(near), "right") - 1).tolist()
        hot: dict[int, Counter[str]] = {}
        for text, (number, own) in zip(texts, near.items(), strict=True):
            tokens = (core for window in own for core in window.hot)
            hot.setdefault(text, Counter()).update(tokens if heard[number] else ())
        pages: dict[int, Page] = {}
        candidates, rows = [], []
        for text, (number, own) in zip(texts, near.items(), strict=True):
            for window in own if wanted[number] else ():
                if window.candidates and text not in pages:
                    pages[text] = Page(batch.lines[batch.first[text] : batch.first[text + 1]])
                for c in (replace(candidate, line=number) for candidate in window.candidates):
                    candidates.append(c)
                    rows.append(clues(c, batch.lines[number], window.around, pages[text], hot[text], self.lexicon))
        return candidates, np.array(rows, np.float64).reshape(-1, len(CLUES))

    def judge(self, rows: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Return, for each span, the probabilities that its bounds are right, and that it is spam if they are.

        Shape (spans, 2). All is comparisons and sums of integers up to the last, monotone step.
        """
        total = self.trees.scores(rows.astype(np.float32)) / SCALE
        probability: npt.NDArray[np.float64] = np.round(1 / (1 + np.exp(-np.clip(total, -30, 30))), 6)
        return probability

    def _near(self, batch: Batch, wanted: Flags, quiet: Quiet | None) -> dict[int, list[Window]]:
        """Return, by line, the windows with candidates or hot tokens; all others have no part in what follows."""
        lines = np.flatnonzero(wanted if quiet is None else wanted & ~quiet.words)
        known: dict[str, list[Window]] = {} if quiet is None else quiet.near
        seen = [number for number in lines.tolist() if batch.lines[number] in known] if known else []
        found = {number: known[batch.lines[number]] for number in seen}
        wanted[seen] = False
        lines = lines[wanted[lines]]
        for number, window in self._windows(batch, lines):
            found.setdefault(number, []).append(window)
        if quiet is not None:
            quiet.words[lines] = True
            quiet.words[list(found)] = False
            known.update((batch.lines[number], own) for number, own in found.items())
        return dict(sorted(found.items()))

    def _windows(self, batch: Batch, lines: Ints) -> Iterator[tuple[int, Window]]:
        """Yield the windows of these lines that hold a candidate or a hot token, with the number of the line."""
        places, odd = self._places(batch, lines)
        nearby = [
            (number, tokens)
            for number, offsets in places.items()
            for tokens in windows(batch.lines[number], offsets, number in odd)
        ]
        self._weigh([token for _, tokens in nearby for token in tokens])
        found = [list(self._spans(number, tokens)) for number, tokens in nearby]
        self._score([candidate for candidates in found for candidate in candidates])
        for (number, tokens), candidates in zip(nearby, found, strict=True):
            hot = [token.core for token in tokens if token.core and self._is_hot(token)]
            if candidates or hot:
                yield number, Window(candidates, hot, Surroundings.of(tokens))

    def _places(self, batch: Batch, lines: Ints) -> tuple[dict[int, list[int]], set[int]]:
        """Return, by line, the offsets (code points) of what has to be looked at, and the lines with odd letters."""
        chosen, lured, hidden = sift(batch, lines, self.sieve, self.alone, self.together)
        data = batch.buffer.tobytes()
        hot = self._hot(data[first : last + 1] for first, last in chosen.tolist())
        spots = once(np.concatenate([chosen[hot, 0], lured, hidden]))
        places: dict[int, list[int]] = {}
        numbers = np.searchsorted(batch.starts, spots, "right") - 1
        for number, offset in batch.characters(zip(numbers.tolist(), spots.tolist(), strict=True)):
            places.setdefault(number, []).append(offset)
        for number in [n for n, offsets in places.items() if listed(batch.lines[n], offsets, _LONGEST)]:
            del places[number]
        return places, set((np.searchsorted(batch.starts, hidden, "right") - 1).tolist())

    def _hot(self, runs: Iterable[bytes]) -> Flags:
        """Tell which runs are no common words and look like spam, as they stand or with digits for letters."""
        asked, looks = list(runs), self._looks
        new = {run: run.decode("utf-8", "ignore").lower() for run in asked if run not in looks}
        rare = {run: word for run, word in new.items() if self.lexicon.known(word) < self.common}
        readings = [*rare.values(), *(unleet(word) for word in rare.values() if not word.isalpha())]
        scores = dict(zip(readings, self.grams.scores(readings), strict=True))
        hot = {run: max(scores[word], scores.get(unleet(word), LOWEST)) >= self.hot for run, word in rare.items()}
        looks.update(dict.fromkeys(new, False) | hot)  # at once: another thread may read them
        if len(looks) > _REMEMBERED:
            self._looks = {}
        return np.fromiter((looks[run] for run in asked), np.bool_, len(asked))

    def _is_hot(self, token: Token) -> bool:
        return token.score >= self.hot and token.known < self.common and not NAMED.match(token.raw)

    def _weigh(self, tokens: Sequence[Token]) -> None:
        """Set the n-gram score (the better of a word and its leet reading) and the frequency of tokens."""
        for token in tokens:
            token.known, token.lure = self.lexicon.known(token.core), self.lexicon.lure(token.core)
        odd = [t for t in tokens if t.core and (t.known < _COMMON or t.lure > NOT_LURE or t.seen)]
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
                if tokens[last].stop - tokens[first].start > _WIDEST:
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
            candidate.shorter = (tail, head) if " " in candidate.text else (LOWEST, LOWEST)


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
        used = taken.setdefault(candidate.line, [(-1, -1), (sys.maxsize, sys.maxsize)])
        place = bisect_left(used, (start, stop))
        if used[place - 1][1] <= start and stop <= used[place][0]:
            used.insert(place, (start, stop))
            if near[at] >= least:
                yield candidate, float(near[at]), rows[at]


def _proposed(batch: Batch, best: Sequence[tuple[Candidate, float, npt.NDArray[np.float64]]]) -> Iterator[Span]:
    """Yield the spans to cut: the spam, punctuation that belongs to the sentence left standing, and one space each."""
    ordered = sorted(best, key=lambda found: (found[0].line, found[0].range))
    for number, found in groupby(ordered, key=lambda found: found[0].line):
        own = list(found)
        ranges = widened(batch.lines[number], [candidate.range for candidate, _, _ in own])
        for (candidate, score, row), (start, stop) in zip(own, ranges, strict=True):
            yield Span(number, start, stop, Label.SPAM, round(score, 4), _cues(candidate, row))


def _cues(candidate: Candidate, row: npt.NDArray[np.float64]) -> tuple[str, ...]:
    """Name what speaks for spam in a span, and the disguises in it with their places."""
    inside = candidate.inside
    cues = ["token:shape"] if len(inside) == 1 else ["phrase"]
    cues += sorted({f"disguise:{name}@{a}-{b}" for token in inside for name, a, b in token.seen})
    cues += [cue for cue, clue in _NAMES.items() if row[_COLUMN[clue]]]
    cues += ["unknown-word"] * bool(row[_COLUMN["known_least"]] <= 0)
    return tuple(cues)
