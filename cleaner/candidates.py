"""The words around a suspicious token: tokens with their edges, candidate spans of them, and the page they stand on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise, takewhile

from cleaner.disguise import SUSPECT, fold, spelled
from cleaner.document import Cut
from cleaner.grams import LOWEST
from cleaner.lazy import Pattern

_CORE = Pattern(r"(?s)[\p{L}\p{N}](?:.*[\p{L}\p{N}\p{M}])?")
PART = Pattern(r"[\p{L}\p{M}\p{N}]+")
LEFT_OPEN = frozenset("([{<«【*~")
RIGHT_SHUT = frozenset(")]}>»】*~")
QUOTES = frozenset("\"'“”‘’„‚«»「」『』")
ENDING = frozenset(".,;:!?…。，！？；：")
_KEPT_LEFT = "".join(sorted(QUOTES)) + "([{"
_KEPT_RIGHT = "".join(sorted(QUOTES | ENDING)) + ")]}"
_OPENED = {")": "(", "]": "[", "}": "{"}

NAMED = Pattern(
    r"[\"'“‘(\[]*(?:[@#]\S|[\p{L}\p{N}.-]{1,40}(?:[_=][\p{L}\p{N}]|@[^\s@]{1,40}\.\p{L})|\p{Lu}{1,4}\d{1,4}-\p{Lu}{1,4}\d{0,4}(?!\w)"
    r"|(?:USD|EUR|GBP|CHF|JPY|AUD|SGD|IDR|MYR|Rp|RM|US\$|S\$|[$€£¥])\.?\d|\p{L}{1,40}(?:19|20)\d\d(?!\w))"
)
"""User names, tags, mail addresses, assignments, part numbers, prices and glued years, whatever they sound like."""


@dataclass(slots=True)
class Token:
    """Hold one token between white space: its place, its core without punctuation, folded, and its n-gram score."""

    start: int
    stop: int
    raw: str
    core: str
    left: str
    right: str
    seen: tuple[tuple[str, int, int], ...] = ()
    score: int = LOWEST
    known: int = 0
    lure: int = -8

    @property
    def symbol(self) -> bool:
        """Tell whether the token has no letters or digits and is no punctuation: an emoji, a star."""
        return not self.core and not any(c in ENDING or c in QUOTES or c in "-–—&+/()[]|" for c in self.raw)


@dataclass(slots=True)
class Candidate:
    """Hold a span of tokens of one line with its neighbours."""

    line: int
    tokens: list[Token]
    first: int
    last: int
    text: str
    score: int = 0
    shorter: tuple[int, int] = (0, 0)
    """The scores without the first, and without the last token."""

    @property
    def inside(self) -> list[Token]:
        """Return the tokens of the span."""
        return self.tokens[self.first : self.last + 1]

    @property
    def before(self) -> Token | None:
        """Return the token before the span."""
        return self.tokens[self.first - 1] if self.first else None

    @property
    def after(self) -> Token | None:
        """Return the token after the span."""
        return self.tokens[self.last + 1] if self.last + 1 < len(self.tokens) else None

    @property
    def quoted(self) -> bool:
        """Tell whether quotation marks stand right around the span: it is mentioned, not put in."""
        left, right = self.inside[0].left, self.inside[-1].right
        if not (left or right) and self.before and self.after and not (self.before.core or self.after.core):
            left, right = self.before.raw, self.after.raw
        return left[-1:] in QUOTES and right[:1] in QUOTES

    @property
    def range(self) -> tuple[int, int]:
        """Return where the spam starts and stops; punctuation that belongs to the sentence is left standing."""
        inside = self.inside
        start, stop = inside[0].start, inside[-1].stop
        left, right = inside[0].left, inside[-1].right
        if left and right and left[-1] in LEFT_OPEN and right[0] in RIGHT_SHUT:
            start += len(left) - 1
            right = right[1:]
        else:
            start += len(left) - len(left.lstrip(_KEPT_LEFT))
        if inside[-1].core:
            opened = "".join(token.left for token in inside[1:]) + inside[0].raw[len(left) :]
            kept = "".join(c for c in _KEPT_RIGHT if _OPENED.get(c, "") not in opened or c not in _OPENED)
            stop -= len(right) - len(right.rstrip(kept))
        return start, stop


PAGE = 1 << 17
"""Characters of a document whose words are counted."""


class Page:
    """Say how often words stand in a document, for the few documents with candidates."""

    def __init__(self, lines: Sequence[str]) -> None:
        sizes = accumulate(map(len, lines), initial=0)
        self._body = " ".join([line[:PAGE] for line, _ in zip(lines, takewhile(PAGE.__gt__, sizes), strict=False)])
        self._body = self._body[:PAGE].lower()
        self._counts: dict[str, int] = {}

    def count(self, text: str) -> int:
        """Return how often a folded word, or two words with a space, occurs, be it in longer words."""
        if text not in self._counts:
            self._counts[text] = self._body.count(text)
        return self._counts[text]


def windows(line: str, offsets: list[int], odd: bool = True) -> Iterator[list[Token]]:
    """Yield the tokens around the given offsets, windows that touch being joined.

    Letters that are spelled out or in disguise are read only where a line is `odd`.
    """
    groups: list[list[int]] = []
    for offset in offsets:
        low, high = max(offset - 50, 0), min(offset + 70, len(line))
        if groups and low <= groups[-1][1]:
            groups[-1][1] = high
        else:
            groups.append([low, high])
    for first, last in groups:
        low, high = first, last  # a word at the edge is read to its end, unless there is none in sight
        while low > 0 and not line[low - 1].isspace() and low > first - 110:
            low -= 1
        while high < len(line) and not line[high].isspace() and high < last + 190:
            high += 1
        yield _tokens(line, low, high, odd)


def _tokens(line: str, low: int, high: int, odd: bool) -> list[Token]:
    """Split a piece of a line at white space; letters spelled out one by one are one token."""
    piece = line[low:high]
    apart = [(start + low, stop + low) for start, stop in spelled(piece)] if odd else []
    suspect = odd and SUSPECT.search(piece) is not None
    tokens: list[Token] = []
    stop = low
    for raw in piece.split():
        start = line.find(raw, stop, high)
        stop = start + len(raw)
        if apart and start >= apart[0][1]:
            apart.pop(0)
        if apart and start >= apart[0][0]:
            if tokens and tokens[-1].seen and tokens[-1].seen[-1][0] == "spelled" and tokens[-1].stop > start:
                continue
            end = apart[0][1]
            raw = line[start:end]
            core = "".join(PART.findall(fold(raw).text))
            tokens.append(Token(start, end, raw, core, "", "", (("spelled", start, end),)))
            continue
        tokens.append(_token(raw, start, suspect))
    return tokens


def _token(raw: str, start: int, suspect: bool) -> Token:
    stop = start + len(raw)
    if not suspect or raw.isascii():
        if raw.isalpha():
            return Token(start, stop, raw, raw.lower(), "", "")
        if raw[:-1].isalpha() and raw[-1] in ENDING:
            return Token(start, stop, raw, raw[:-1].lower(), "", raw[-1])
    folded = fold(raw) if suspect and not raw.isascii() else None
    text = folded.text if folded else raw.lower()
    match = _CORE.search(text)
    if match is None:
        return Token(start, stop, raw, "", "", raw)
    low, high = (folded.starts[match.start()], folded.starts[match.end()]) if folded else match.span()
    seen = tuple((name, a + start, b + start) for name, a, b in folded.seen if a >= low and b <= high) if folded else ()
    return Token(start, stop, raw, match.group(), raw[:low], raw[high:], seen)


def widened(line: str, ranges: Sequence[Cut]) -> Iterator[Cut]:
    """Yield sorted, disjoint ranges of a line, each with one adjacent space, so that the rest reads as before.

    No two take the same space: where only one is cut, or all, the rest still has as many as it had.

    >>> line = "the A B, and C"
    >>> [line[start:stop] for start, stop in widened(line, [(4, 5), (6, 7), (13, 14)])]
    [' A', ' B', ' C']
    """
    free = 0  # from where on spaces are left
    for (start, stop), (after, _) in pairwise([*ranges, (len(line) + 1, 0)]):
        left, right = start > free and line[start - 1] == " ", line[stop : stop + 1] == " "
        if left and (not right or after == stop + 1):
            start -= 1
        elif right:
            stop += 1
        yield start, stop
        free = stop
