"""What speaks for and against a span being injected: numbers about it, its neighbours, its line and its page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from cleaner.candidates import ENDING, LEFT_OPEN, PART, QUOTES, RIGHT_SHUT, Candidate, Page, Token
from cleaner.disguise import unleet
from cleaner.grams import LOWEST
from cleaner.lazy import Pattern
from cleaner.lexicon import NOT_LURE, Lexicon

_DOMAIN = Pattern(r"(?i)(?:https?://|www\.)|(?<![a-z0-9-])[a-z0-9-]{3,63}\.(?:[a-z]{2,6})(?:/\S*)?$")
_CAMEL = Pattern(r"\p{Ll}\p{Lu}")
_CODE = Pattern(r"[_@#\\/=]|\(\)|::|\p{Ll}\p{Lu}\p{Ll}+\p{Lu}")
_OPENERS = "([{<«【*~\"'“"
_NO_SEAM = -40
_NEAR = 60
"""Characters around a span that belong to its surroundings."""
_MOST = 20
"""Hot tokens elsewhere in the document, from which more of them say no more."""

CLUES = (
    "grams",
    "grown_grams",
    "best",
    "worst",
    "left_grams",
    "right_grams",
    "first_gain",
    "last_gain",
    "tokens",
    "length",
    "digits",
    "upper",
    "title",
    "camel",
    "case_agrees",
    "case_left",
    "case_right",
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
    "seam",
    "seam_left",
    "seam_right",
    "seam_inside",
    "gain_left",
    "gain_right",
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
    "other_script",
    "language",
    "known_share",
    "lure_first",
    "lure_last",
    "lure_left",
    "lure_right",
    "lure_least",
    "lure_most",
    "lure_sum",
    "lures_near",
    "first_number",
    "last_number",
    "number_left",
    "number_right",
    "pairs_inside",
)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Hold what all candidates in one window share: how well its words are known, and how many of them are lures."""

    language: float
    known_share: float
    lures: int

    @classmethod
    def of(cls, tokens: list[Token]) -> Surroundings:
        """Look at the tokens of a window."""
        words = [token.known for token in tokens if token.core and not token.core.isdigit()]
        size = max(len(words), 1)
        lures = sum(token.lure >= _LURE for token in tokens)
        return cls(sum(words) / size, sum(known > 0 for known in words) / size, lures)


_LURE = 3


def clues(
    c: Candidate, line: str, around: Surroundings, page: Page, hot: Counter[str], lexicon: Lexicon
) -> list[float]:
    """Return the numbers named in `CLUES`; `hot` counts the tokens of the document that look like spam."""
    inside, before, after = c.inside, c.before, c.after
    cores = [t for t in inside if t.core] or inside
    head, tail = inside[0], inside[-1]
    raw = line[head.start : tail.stop]
    letters, upper = sum(map(str.isalpha, raw)), _capitals(raw)
    best = max(cores, key=_score)
    one = _edge(before.core, -1) if before else ""
    two = _edge(after.core, 0) if after else ""
    parts = c.text.split() if c.text.replace(" ", "").isalnum() else PART.findall(c.text)
    first, last = (parts[0], parts[-1]) if parts else ("", "")
    pair = bool(one and two)
    repeats = sum(page.count(w) - parts.count(w) for w in parts) / max(len(parts), 1)
    name = _edge(best.core, 0)
    own = {t.core for t in inside}
    window = line[max(head.start - _NEAR, 0) : tail.stop + _NEAR]
    capitals = _capitals(window) - upper
    seam = lexicon.seam(one, two) if pair else _NO_SEAM
    left = lexicon.seam(one, first) if one and first else _NO_SEAM
    right = lexicon.seam(last, two) if two and last else _NO_SEAM
    within = [lexicon.seam(a, b) for a, b in pairwise(parts)]
    lures = [t.lure for t in cores]
    cases = [_case(t) for t in cores]
    found = {
        "grams": c.score,
        "grown_grams": c.score - best.score,
        "best": best.score,
        "worst": min(t.score for t in cores),
        "left_grams": before.score if before else LOWEST,
        "right_grams": after.score if after else LOWEST,
        "first_gain": c.score - c.shorter[0],
        "last_gain": c.score - c.shorter[1],
        "tokens": len(inside),
        "length": min(len(c.text), 40),
        "digits": sum(map(str.isdigit, c.text)),
        "upper": upper / max(letters, 1),
        "title": sum(_titled(t) for t in cores) / len(cores),
        "camel": bool(_CAMEL.search(raw)),
        "case_agrees": len(set(cases) - {3}) < 2,
        "case_left": before is not None and _case(before) == cases[0],
        "case_right": after is not None and _case(after) == cases[-1],
        "start": before is None,
        "end": after is None,
        "bracketed": bool(head.left and head.left[-1] in LEFT_OPEN and tail.right[:1] in RIGHT_SHUT),
        "quoted": any(ch in QUOTES for ch in head.left + tail.right),
        "glued": len(parts) > len(cores),
        "domain": bool(_DOMAIN.search(raw)),
        "code": bool(_CODE.search(raw)),
        "symbol": any(t.symbol for t in inside),
        "known_least": min(t.known for t in cores),
        "known_most": max(t.known for t in cores),
        "known_left": before.known if before else -1,
        "known_right": after.known if after else -1,
        "pair_clean": lexicon.pair(one, two) if pair else 0,
        "pair_page": min(page.count(f"{one} {two}"), 3) if pair else 0,
        "joins_left": lexicon.pair(one, first) if one else 0,
        "joins_right": lexicon.pair(last, two) if two else 0,
        "seam": seam,
        "seam_left": left,
        "seam_right": right,
        "seam_inside": sum(within) / len(within) if within else 0,
        "gain_left": seam - left,
        "gain_right": seam - right,
        "repeats": min(repeats, 8),
        "hot_repeats": min(page.count(name) - 1, 8) if name else 0,
        "hot_types": min(len(hot), 12),
        "hot_others": _others(hot, own),
        "disguised": min(sum(len(t.seen) for t in inside), 6),
        "leet": any(_leet(t) for t in cores),
        "left_capital": bool(before and before.raw[:1].isupper()),
        "right_capital": bool(after and after.raw[:1].isupper()),
        "line_upper": capitals / max(len(window), 1),
        "line_tokens": min(len(c.tokens), 12),
        "left_ends": bool(before and before.right and before.right[-1] in ENDING),
        "right_ends": bool(tail.right and tail.right[0] in ENDING),
        "ascii_line": window.isascii(),
        "other_script": raw.isascii() and _foreign(before) + _foreign(after),
        "language": around.language,
        "known_share": around.known_share,
        "lure_first": lures[0],
        "lure_last": lures[-1],
        "lure_left": before.lure if before else NOT_LURE,
        "lure_right": after.lure if after else NOT_LURE,
        "lure_least": min(lures),
        "lure_most": max(lures),
        "lure_sum": sum(lures),
        "lures_near": around.lures - sum(lure >= _LURE for lure in lures),
        "first_number": cores[0].core.isdigit(),
        "last_number": cores[-1].core.isdigit(),
        "number_left": bool(before and before.core[:1].isdigit()),
        "number_right": bool(after and after.core[:1].isdigit()),
        "pairs_inside": sum(lexicon.pair(a, b) for a, b in pairwise(parts)) / max(len(parts) - 1, 1),
    }
    return [found[name] for name in CLUES]


def _others(hot: Counter[str], own: Collection[str]) -> int:
    """Count the tokens that are hot but not of the span itself, up to `_MOST`."""
    if len(hot) >= _MOST + len(own):  # each counts once or more: what all of a book has is never added up
        return _MOST
    return min(hot.total() - sum(hot[token] for token in own), _MOST)


_score = attrgetter("score")
_CAPITAL_BYTES = bytes(range(ord("A"), ord("Z") + 1))


def _capitals(text: str) -> int:
    """Count the capital letters of a text."""
    if text.isascii():
        return len(text) - len(text.encode().translate(None, _CAPITAL_BYTES))
    return sum(map(str.isupper, text))


def _edge(core: str, at: int) -> str:
    """Return the first (0) or last (-1) run of letters and digits of a token."""
    if core.isalnum():
        return core
    found = PART.findall(core)
    return found[at] if found else ""


def _case(token: Token) -> int:
    raw = token.raw
    return 2 if raw.isupper() else 0 if raw.islower() else 1 if raw.istitle() else 3


def _titled(token: Token) -> bool:
    return token.raw[:1].isupper() or (token.left != "" and token.raw.strip(_OPENERS)[:1].isupper())


def _leet(token: Token) -> bool:
    core = token.core
    return token.score > 0 and core[-1:].isalpha() and any(map(str.isdigit, core)) and unleet(core) != core


def _foreign(token: Token | None) -> bool:
    """Tell whether a token is written in another script than the Latin one."""
    return token is not None and any(ch.isalpha() and ch > "\u024f" for ch in token.core)
