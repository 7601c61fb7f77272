"""Letters in disguise: fold Unicode tricks to plain lower-case letters, with a map back to the raw code points.

Folding is for detection only; what is cut are always the raw code points. A letter counts as disguised only where plain
writing would not put it: a Cyrillic or Greek letter in a word that also has Latin ones, a combining mark that does not
compose, a box around a digit in a word, a zero-width character inside one, a compatibility letter or digit
(mathematical, full-width, circled).
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from cleaner.lazy import Pattern

_PLAIN = "abcdefghijklmnopqrstuvwxyz0123456789"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SMALL = dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnopqrstuvwyz", strict=True)) | {"ǫ": "q"}
_HOMOGLYPHS = dict(
    zip(
        "авекмнорстухіјѕԁһԛԝӏіѵԍпгьАВЕКМНОРСТУХІЈЅԌӀҮЗЬαβγεηικνορτυχωАΑΒΕΖΗΙΚΜΝΟΡΤΥΧօոսցհյԱՏ",
        "abekmhopctyxijsdhqwlivgnrbabekmhopctyxijsglyzbabyenikvoptuxwaabezhikmnoptyxonugnjus",
        strict=True,
    )
)
_STYLED = dict(zip("яЯиИдДλΛΣΞ𐊗", "rrnnddaaeet", strict=True))
_BESIDE = 3
"""Letters that merely remind of Latin ones, and how many that are Latin, or pass for it, must stand beside them."""
_BLOCKS = ((0x1F150, "circled"), (0x1F170, "squared"), (0x1F1E6, "flag"))
_CIRCLED_DIGITS = (0x2776, 0x2780, 0x278A)
"""Where the ones of the dingbats stand that no normalization reads."""
_BOX = "\ufe0f\u20e3"
"""What makes a box around a digit: alone it is an honest number of a list, behind a word a disguise."""
ZERO_WIDTH = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff\u180e\u034f")
_KINDS = (
    (0x2100, 0x2150, "letterlike"),
    (0x2460, 0x2500, "circled"),
    (0xFF00, 0xFFEF, "fullwidth"),
    (0x1D400, 0x1D800, "mathematical"),
    (0x1F100, 0x1F150, "squared"),
    (0x1D00, 0x1DC0, "small"),
    (0x02B0, 0x0300, "small"),
    (0x2070, 0x20A0, "small"),
)
SUSPECT = Pattern(
    r"[\u00ad\u02b0-\u036f\u1ab0-\u1aff\u1d00-\u1dff\u200b-\u200f\u2060-\u2064\u2070-\u209f\u20e3\u2100-\u214f\u2460-\u24ff\u2776-\u2793\ua730-\ua7ffѕӏԁԛԝһ"
    r"\ufeff\uff10-\uff5a\U0001d400-\U0001d7ff\U0001f100-\U0001f1ff]|(?:[A-Za-z]\p{M}*[\p{Cyrillic}\p{Greek}\p{Armenian}]|[\p{Cyrillic}\p{Greek}\p{Armenian}]\p{M}*[A-Za-z])"
)
_SPACED = Pattern(
    r"(?<![^\s\W]|\p{M})(?:[\p{L}\p{N}](?P<gap> ?[ .·•_*|~-] ?))"
    r"(?:[\p{L}\p{N}](?P=gap)){2,18}[\p{L}\p{N}](?![\p{L}\p{N}])"
)
_ROW = Pattern(  # three letters of one case, or any four: rows of results have fewer
    r"\p{Lu}(?P<gap>[^\p{L}\p{N}]+)\p{Lu}(?P=gap)\p{Lu}|\p{Ll}(?P<gap>[^\p{L}\p{N}]+)\p{Ll}(?P=gap)\p{Ll}"
    r"|\p{L}(?P<gap>[^\p{L}\p{N}]+)(?:\p{L}(?P=gap)){2}\p{L}"
)
_LEET = str.maketrans("013457@$!8", "oieastasib")


def spelled(text: str) -> list[tuple[int, int]]:
    """Return where names are spelled out letter by letter, some letters of them in a row.

    >>> spelled("play Z U P A 8 8 now; S 4 d 2 2 d 16")
    [(5, 16)]
    """
    return [match.span() for match in _SPACED.finditer(text) if _ROW.search(match.group())]


@dataclass(frozen=True, slots=True)
class Folded:
    """Hold a folded text, for each of its characters where its raw ones start, and the disguises that were seen.

    `starts` has one more item than `text` has characters. `seen` holds `(name, start, stop)` in raw offsets.
    """

    text: str
    starts: tuple[int, ...]
    seen: tuple[tuple[str, int, int], ...] = ()


def fold(raw: str) -> Folded:
    """Return `raw` in plain lower-case letters.

    >>> fold("ＳＬＯＴ").text
    'slot'
    """
    forms = [_plain(c) for c in raw]
    latin = any(kind != "homoglyph" and plain.isalpha() and plain.isascii() for plain, kind in forms)
    beside = sum(
        c not in _STYLED and plain.isalpha() and plain.isascii() for c, (plain, _) in zip(raw, forms, strict=True)
    )
    letters: list[str] = []
    starts: list[int] = []
    seen: list[tuple[str, int, int]] = []
    foreign = [c for c in raw if c.isalpha() and c.lower() not in _LETTERS]
    lookalike = bool(foreign) and not latin and len(raw) > 3 and all(c in _HOMOGLYPHS for c in foreign)
    for at, (char, (plain, kind)) in enumerate(zip(raw, forms, strict=True)):
        if char in ZERO_WIDTH:
            seen.append(("zero-width", at, at + 1))
            continue
        if ord(char) > 0x2FF and letters and letters[-1] in _PLAIN and unicodedata.category(char) in ("Mn", "Me"):
            seen.append(("boxed" if char in _BOX else "combining", at, at + 1))
            continue
        if kind == "homoglyph" and (not (latin or lookalike) or (char in _STYLED and beside < _BESIDE)):
            plain, kind = char.lower(), ""
        if kind:
            seen.append((kind, at, at + 1))
        for letter in plain:
            letters.append(letter)
            starts.append(at)
    # Decided once for each kind, not for each place: a word may be of any length, and hold a mark after every letter.
    worn = {name for name, times in Counter(name for name, _, _ in seen).items() if _worn(name, times, raw)}
    return Folded("".join(letters), (*starts, len(raw)), _joined([one for one in seen if one[0] in worn]))


def _worn(name: str, times: int, raw: str) -> bool:
    """Tell whether a word wears a disguise seen so many times: what some languages write anyway must be all over it."""
    if name == "boxed":
        return any(map(str.isalpha, raw))
    if name not in ("combining", "small", "small-caps", "letterlike"):
        return name != "zero-width" or any(c in ZERO_WIDTH and c != "\u00ad" for c in raw) or raw.count("\u00ad") > 1
    return times >= max(3, 0.4 * sum(map(str.isalnum, raw)))


def unleet(word: str) -> str:
    """Return a word with the digits and signs that stand for letters turned back."""
    return word.translate(_LEET)


@lru_cache(1 << 14)
def _plain(char: str) -> tuple[str, str]:
    """Return the plain form of one character and the name of its disguise, if it wears one."""
    code = ord(char)
    if code < 0x80:
        return char.lower(), ""
    if char in _SMALL:
        return _SMALL[char], "small-caps"
    if char in _HOMOGLYPHS or char in _STYLED:
        return _HOMOGLYPHS.get(char) or _STYLED[char], "homoglyph"
    for first, name in _BLOCKS:
        if first <= code < first + 26:
            return _LETTERS[code - first], name
    for first in _CIRCLED_DIGITS:
        if first <= code < first + 9:
            return str(code - first + 1), "circled"
    for low, high, name in _KINDS:
        if low <= code < high:
            plain = unicodedata.normalize("NFKC", char).lower()
            if plain.isalnum() and plain.isascii():
                return plain, name
    return char.lower(), ""


def _joined(seen: list[tuple[str, int, int]]) -> tuple[tuple[str, int, int], ...]:
    """Join touching ranges of one disguise."""
    joined: list[tuple[str, int, int]] = []
    for name, start, stop in sorted(seen):
        if joined and joined[-1][0] == name and start <= joined[-1][2] + 1:
            joined[-1] = (name, joined[-1][1], stop)
        else:
            joined.append((name, start, stop))
    return tuple(joined)
