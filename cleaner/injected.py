"""Injected spam inside good lines: brand names, phrases and addresses that a stranger put into somebody's sentence.

Nothing is decided by a list of names. Few tokens look like spam (`tokens.py`); each of them, with the neighbours that
look alike, is a candidate span; numbers about the span and its context (does the sentence read on without it, is the
word known, is it what the document talks about) go through a small network of integers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
import regex

from cleaner.batch import Batch, Flags
from cleaner.decide import Span
from cleaner.disguise import SPACED, SUSPECT, Folded, fold, unleet
from cleaner.taxonomy import Label
from cleaner.tokens import UNITS, Grams, Runs, disguised, pair_row, word_row

_LIMIT = 9  # words in 256 documents and more are never looked at
_STRONG = 3 * UNITS  # what a word must score that is not rare
_LONGEST = 6  # tokens in a span
_TOKEN = regex.compile(r"\S+")
_CORE = regex.compile(r"[\p{L}\p{N}](?:.*[\p{L}\p{N}\p{M}])?", regex.DOTALL)
_PART = regex.compile(r"[\p{L}\p{M}\p{N}]+")
_LEFT_OPEN = frozenset("([{<«【*~")
_RIGHT_SHUT = frozenset(")]}>»】*~")
_QUOTES = frozenset("\"'“”‘’„‚«»「」『』")
_KEPT_LEFT = "".join(_QUOTES) + "([{"
_ENDING = frozenset(".,;:!?…。，！？；：")
_KEPT_RIGHT = "".join(_QUOTES | _ENDING) + ")]}"
_DOMAIN = regex.compile(r"(?:https?://|www\.)|[a-z0-9-]{3,}\.(?:[a-z]{2,6})(?:/\S*)?$", regex.IGNORECASE)
_CAMEL = regex.compile(r"\p{Ll}\p{Lu}")
_CODE = regex.compile(r"[_@#\\/=]|\(\)|::|\p{Ll}\p{Lu}\p{Ll}+\p{Lu}")


@dataclass(slots=True)
class Token:
    """Hold one token between white space: where it stands, its core without punctuation, folded, and its n-gram score."""

    start: int
    stop: int
    raw: str
    core: str
    left: str
    right: str
    seen: tuple[tuple[str, int, int], ...] = ()
    score: int = 0
    known: int = 0

    @property
    def symbol(self) -> bool:
        """Tell whether the token has no letters or digits and is no punctuation: an emoji, a star."""
        return not self.core and not any(c in _ENDING or c in _QUOTES or c in "-–—&+/()[]|" for c in self.raw)


@dataclass(slots=True)
class Candidate:
    """Hold a span of tokens of one line with its neighbours."""

    line: int
    tokens: list[Token]
    first: int
    last: int
    text: str
    score: int = 0
    cues: list[str] = field(default_factory=list)

    @property
    def inside(self) -> list[Token]:
        return self.tokens[self.first : self.last + 1]

    @property
    def before(self) -> Token | None:
        return self.tokens[self.first - 1] if self.first else None

    @property
    def after(self) -> Token | None:
        return self.tokens[self.last + 1] if self.last + 1 < len(self.tokens) else None

    @property
    def range(self) -> tuple[int, int]:
        """Return where the spam starts and stops; punctuation that belongs to the sentence is left standing."""
        inside = self.inside
        start, stop = inside[0].start, inside[-1].stop
        left, right = inside[0].left, inside[-1].right
        if left and right and left[-1] in _LEFT_OPEN and right[0] in _RIGHT_SHUT:
            start += len(left) - 1
            right = right[1:]
        else:
            start += len(left) - len(left.lstrip(_KEPT_LEFT))
        if inside[-1].core:
            stop -= len(right) - len(right.rstrip(_KEPT_RIGHT))
        return start, stop


class Page:
    """Say how often words stand in a document, for the few documents with candidates."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._body = " ".join(lines).lower()
        self._counts: dict[str, int] = {}

    def count(self, text: str) -> int:
        """Return how often a folded word, or two words with a space, occurs."""
        if text not in self._counts:
            self._counts[text] = self._body.count(text)
        return self._counts[text]


class Lexicon:
    """Tell how common words and pairs of neighbours are in clean text. `own` rows are taken out once (for training)."""

    def __init__(self, words: npt.NDArray[Any], pairs: npt.NDArray[np.uint8]) -> None:
        self._words, self._pairs = words, pairs

    def known(self, word: str) -> int:
        """Return the rounded log (base 2) of the number of documents with the word."""
        return int(self._words[word_row(word)])

    def pair(self, left: str, right: str) -> int:
        """Tell whether the two words stand side by side in clean text."""
        row = pair_row(left, right)
        return int(self._pairs[row >> 3] >> (row & 7) & 1)


FEATURES = (
    "grams grown_grams best worst left_grams right_grams tokens length digits upper title camel start end "
    "bracketed quoted glued domain code symbol known_least known_most known_left known_right pair_clean pair_page "
    "joins_left joins_right repeats hot_repeats hot_types hot_others disguised leet left_capital right_capital line_upper "
    "line_tokens left_ends right_ends ascii_line"
).split()


class Injected:
    """Find injected spam with trained arrays: `endings`, `grams`, `words`, `pairs`, and the network's layers.

    `find` returns spans sorted by place; the result for a document depends on that document alone.
    """

    def __init__(self, arrays: Mapping[str, npt.NDArray[Any]]) -> None:
        self.endings: Flags = np.unpackbits(arrays["endings"]).astype(np.bool_)
        self.grams = Grams(arrays["grams"], arrays["gram_bias"], arrays["gram_out"])
        self.lexicon = Lexicon(arrays["words"], arrays["pairs"])
        self.hot, self.warm, self.common = (int(v) for v in arrays["levels"])
        self.layers = [arrays[name].astype(np.int64) for name in ("in_weights", "in_bias", "out_weights", "out_bias")]
        self.centre, self.width = arrays["centre"].astype(np.float64), arrays["width"].astype(np.float64)
        self.scale = float(arrays["scale"][0])

    def find(self, batch: Batch, numbers: Sequence[int], least: float = 0.3) -> list[Span]:
        """Return the spans of injected spam in the lines with these numbers whose score is `least` or more."""
        candidates, rows = self.look(batch, numbers)
        if not candidates:
            return []
        scores = self.judge(rows)
        return [
            _span(candidate, batch.lines[candidate.line], score, row)
            for candidate, score, row in _best(candidates, scores, rows, least)
        ]

    def look(self, batch: Batch, numbers: Sequence[int]) -> tuple[list[Candidate], npt.NDArray[np.float64]]:
        """Return the candidate spans of these lines, and their features, one row each."""
        wanted = np.zeros(len(batch.lines), np.bool_)
        wanted[np.asarray(numbers, np.int64)] = True
        places = self._hot(batch, wanted)
        if not places:
            return [], np.zeros((0, len(FEATURES)))
        windows = [(number, tokens) for number, offsets in places.items() for tokens in _windows(batch.lines[number], offsets)]
        everything = [token for _, tokens in windows for token in tokens]
        self._weigh(everything)
        candidates = [candidate for number, tokens in windows for candidate in self._spans(number, tokens)]
        for candidate, score in zip(candidates, self.grams.scores([c.text for c in candidates]), strict=True):
            candidate.score = score
        document = np.searchsorted(batch.first, [c.line for c in candidates], "right") - 1
        pages: dict[int, Page] = {}
        hot: dict[int, Counter[str]] = {}
        for number, tokens in windows:
            text = int(np.searchsorted(batch.first, number, "right") - 1)
            hot.setdefault(text, Counter()).update(t.core for t in tokens if t.core and self._is_hot(t))
        rows = np.zeros((len(candidates), len(FEATURES)))
        for at, (candidate, text) in enumerate(zip(candidates, document.tolist(), strict=True)):
            if text not in pages:
                pages[text] = Page(batch.lines[batch.first[text] : batch.first[text + 1]])
            rows[at] = self._features(candidate, batch.lines[candidate.line], pages[text], hot[text])
        return candidates, rows

    def judge(self, rows: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Return the probability that each span is injected spam: integers up to the last, monotone step."""
        inputs = np.clip(np.rint((rows - self.centre) / self.width * 16), -127, 127).astype(np.int64)
        weights, bias, out_weights, out_bias = self.layers
        hidden = np.maximum(inputs @ weights + bias, 0) >> 7
        total = (hidden @ out_weights + out_bias).ravel()
        return np.round(1 / (1 + np.exp(-np.clip(total / self.scale, -30, 30))), 6)

    def _hot(self, batch: Batch, wanted: Flags) -> dict[int, list[int]]:
        """Return, by line, the offsets (code points) of tokens that look like spam or wear a disguise."""
        runs = Runs(batch)
        at = np.flatnonzero(self.endings[runs.keys()])
        line = np.searchsorted(batch.starts, runs.starts[at], "right") - 1
        keep = wanted[np.minimum(line, len(wanted) - 1)] & (runs.ends[at] - runs.starts[at] >= 3)
        at, line = at[keep], line[keep]
        data = batch.buffer.tobytes()
        pieces = [data[a : b + 1] for a, b in zip(runs.starts[at].tolist(), runs.ends[at].tolist(), strict=True)]
        rare = {p: self._hot_word(p.decode("utf-8", "ignore").lower()) for p in dict.fromkeys(pieces)}
        scored = [word for word in rare.values() if word]
        hot = {w for w, score in zip(scored, self.grams.scores(scored), strict=True) if score >= (self.hot if self.lexicon.known(w) < self.common else _STRONG)}
        good = np.array([rare[p] in hot for p in pieces], np.bool_)
        spots = list(zip(line[good].tolist(), runs.starts[at[good]].tolist(), strict=True))
        spaced = runs.spaced()
        hidden = np.concatenate([disguised(batch), runs.starts[spaced]])
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

    def _hot_word(self, word: str) -> str:
        return word if self.lexicon.known(word) < _LIMIT else ""

    def _is_hot(self, token: Token) -> bool:
        return token.score >= (self.hot if token.known < self.common else _STRONG)

    def _weigh(self, tokens: Sequence[Token]) -> None:
        """Set the n-gram score (the better of a word and its leet reading) and the frequency of tokens."""
        read = [unleet(t.core) if not t.core.isalpha() else t.core for t in tokens]
        scores = self.grams.scores([*(t.core for t in tokens), *read])
        for token, one, other in zip(tokens, scores, scores[len(tokens) :], strict=False):
            token.score = max(one, other) if token.core else 0
            token.known = self.lexicon.known(token.core)

    def _spans(self, number: int, tokens: list[Token]) -> Iterator[Candidate]:
        """Yield candidate spans: runs of tokens that hold a hot one, grown over neighbours that look alike."""
        warm = [t.score >= self.warm or t.symbol or t.core.isdigit() or bool(t.seen) for t in tokens]
        hot = [bool(t.core) and (self._is_hot(t) or bool(t.seen)) for t in tokens]
        reached = {at for at, on in enumerate(hot) if on for at in range(at - _LONGEST + 1, at + 1) if at >= 0}
        for first in sorted(reached):
            if not tokens[first].core and not tokens[first].symbol:
                continue
            alike = burning = 0
            for last in range(first, min(first + _LONGEST, len(tokens))):
                if last > first and any(c in _ENDING for c in tokens[last - 1].right):
                    break
                alike, burning = alike + warm[last], burning + hot[last]
                size = last - first + 1
                if size - alike > 1 + (size - 1) // 3:
                    break
                if burning and (last == first or tokens[last].core or tokens[last].symbol):
                    yield Candidate(number, tokens, first, last, " ".join(t.core for t in tokens[first : last + 1] if t.core))

    def _features(self, c: Candidate, line: str, page: Page, hot: Counter[str]) -> list[float]:
        inside, before, after = c.inside, c.before, c.after
        cores = [t for t in inside if t.core] or inside
        raw = line[inside[0].start : inside[-1].stop]
        letters, upper = sum(map(str.isalpha, raw)), sum(map(str.isupper, raw))
        best = max(cores, key=lambda t: t.score)
        left = before.core if before else ""
        right = after.core if after else ""
        parts_left, parts_right = _PART.findall(left), _PART.findall(right)
        one, two = (parts_left or [""])[-1], (parts_right or [""])[0]
        pair = bool(one and two)
        first, last = (_PART.findall(cores[0].core) or [""])[0], (_PART.findall(cores[-1].core) or [""])[-1]
        held = Counter(_PART.findall(c.text))
        repeats = sum(page.count(w) - n for w, n in held.items()) / max(len(held), 1)
        name = (_PART.findall(best.core) or [""])[0]
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
            sum(t.raw[:1].isupper() or t.left != "" and t.raw.strip("([{<«【*~\"'“")[:1].isupper() for t in cores) / len(cores),
            bool(_CAMEL.search(raw)),
            before is None,
            after is None,
            bool(inside[0].left and inside[0].left[-1] in _LEFT_OPEN and inside[-1].right[:1] in _RIGHT_SHUT),
            any(ch in _QUOTES for ch in inside[0].left + inside[-1].right),
            any(len(_PART.findall(t.core)) > 1 for t in cores),
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
            any(t.score > 0 and unleet(t.core) != t.core and any(ch.isdigit() for ch in t.core) and t.core[-1:].isalpha() for t in cores),
            bool(before and before.raw[:1].isupper()),
            bool(after and after.raw[:1].isupper()),
            capitals / max(len(window), 1),
            min(len(c.tokens), 12),
            bool(before and before.right and before.right[-1] in _ENDING),
            bool(inside[-1].right and inside[-1].right[0] in _ENDING),
            line.isascii(),
        ]


def _windows(line: str, offsets: list[int]) -> Iterator[list[Token]]:
    """Yield the tokens around the given offsets, windows that touch being joined."""
    groups: list[list[int]] = []
    for offset in offsets:
        low, high = max(offset - 40, 0), min(offset + 64, len(line))
        if groups and low <= groups[-1][1]:
            groups[-1][1] = high
        else:
            groups.append([low, high])
    for low, high in groups:
        while low > 0 and not line[low - 1].isspace() and low > offsets[0] - 160:
            low -= 1
        while high < len(line) and not line[high].isspace() and high < offsets[-1] + 260:
            high += 1
        yield _tokens(line, low, high)


def _tokens(line: str, low: int, high: int) -> list[Token]:
    """Split a piece of a line at white space; letters spelled out one by one are one token."""
    piece = line[low:high]
    spelled = [(m.start() + low, m.end() + low) for m in SPACED.finditer(piece)] if SPACED.search(piece) else []
    suspect = SUSPECT.search(piece) is not None
    tokens: list[Token] = []
    for match in _TOKEN.finditer(piece):
        start, stop = match.start() + low, match.end() + low
        if spelled and start >= spelled[0][1]:
            spelled.pop(0)
        if spelled and start >= spelled[0][0]:
            if tokens and tokens[-1].seen and tokens[-1].seen[-1][0] == "spelled" and tokens[-1].stop > start:
                continue
            stop = max(spelled[0][1], stop if start == spelled[0][0] and stop >= spelled[0][1] else spelled[0][1])
            raw = line[start:stop]
            core = "".join(_PART.findall(fold(raw).text))
            tokens.append(Token(start, stop, raw, core, "", "", (("spelled", start, stop),)))
            continue
        tokens.append(_token(line[start:stop], start, suspect))
    return tokens


def _token(raw: str, start: int, suspect: bool) -> Token:
    folded = fold(raw) if suspect and not raw.isascii() else None
    text = folded.text if folded else raw.lower()
    match = _CORE.search(text)
    if match is None:
        return Token(start, start + len(raw), raw, "", "", raw)
    low, high = (folded.starts[match.start()], _stop(folded, match.end())) if folded else match.span()
    seen = tuple((name, a + start, b + start) for name, a, b in folded.seen if a >= low and b <= high) if folded else ()
    return Token(start, start + len(raw), raw, match.group(), raw[:low], raw[high:], seen)


def _stop(folded: Folded, end: int) -> int:
    return folded.starts[end]


def _best(
    candidates: Sequence[Candidate], scores: npt.NDArray[np.float64], rows: npt.NDArray[np.float64], least: float
) -> Iterator[tuple[Candidate, float, npt.NDArray[np.float64]]]:
    """Yield the best of overlapping candidates, best first; ties go to the longer, then to the earlier."""
    taken: dict[int, list[tuple[int, int]]] = {}
    order = sorted(range(len(candidates)), key=lambda i: (-scores[i], -len(candidates[i].inside), candidates[i].line, candidates[i].first))
    for at in order:
        if scores[at] < least:
            return
        candidate = candidates[at]
        start, stop = candidate.inside[0].start, candidate.inside[-1].stop
        used = taken.setdefault(candidate.line, [])
        if all(stop <= a or b <= start for a, b in used):
            used.append((start, stop))
            yield candidate, float(scores[at]), rows[at]


def _span(candidate: Candidate, line: str, score: float, row: npt.NDArray[np.float64]) -> Span:
    """Return the span to cut: the spam, punctuation that belongs to the sentence left standing, and one space."""
    inside = candidate.inside
    start, stop = widened(line, *candidate.range)
    value = dict(zip(FEATURES, row.tolist(), strict=True))
    cues = ["token:shape"] if len(inside) == 1 else ["phrase"]
    cues += sorted({f"disguise:{name}@{a}-{b}" for token in inside for name, a, b in token.seen})
    cues += [name for name, on in (
        ("domain", value["domain"]), ("bracketed", value["bracketed"]), ("pair-occurs", value["pair_page"]),
        ("pair-common", value["pair_clean"]), ("unknown-word", value["known_least"] <= 0), ("digits", value["digits"]),
    ) if on]
    return Span(candidate.line, start, stop, Label.SPAM, round(score, 4), tuple(cues))


def widened(line: str, start: int, stop: int) -> tuple[int, int]:
    """Return the range with one adjacent space, so that what is left reads as before the injection."""
    if line[stop : stop + 1] == " " and (start == 0 or line[start - 1].isspace()):
        return start, stop + 1
    if line[start - 1 : start] == " ":
        return start - 1, stop
    return start, stop + (line[stop : stop + 1] == " ")

