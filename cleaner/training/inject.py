"""Put spam into clean documents, seeded, and keep exact gold: what any cleaner can be measured with.

rng = random.Random(7)
brands = made_up_brands(500, rng)
injected = inject(text, brands, PHRASES, rng)
assert delete(injected.text, cuts) == text
"""

from __future__ import annotations

import random
import unicodedata
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import regex

from cleaner.document import Cut, delete, merge
from cleaner.training.brands import CODAS, ENDINGS, ONSETS, OPENINGS, STEMS, TOP_LEVELS
from cleaner.training.disguises import DISGUISES
from cleaner.training.lures import LINES, PHRASES, Texts

KINDS = ("token", "number", "phrase", "bracketed", "domain", "disguised", "line", "block")
WEIGHTS = (34, 8, 20, 6, 6, 20, 3, 3)


@dataclass(frozen=True, slots=True)
class Injection:
    """Say what was put in: `text[start:stop]` with one adjacent space, its kind, disguise and where in the sentence."""

    start: int
    stop: int
    kind: str
    disguise: str
    place: str
    spam: str


@dataclass(frozen=True, slots=True)
class Injected:
    """Hold a document with spam in it; deleting the injections gives back the clean text."""

    text: str
    injections: tuple[Injection, ...]

    @property
    def cuts(self) -> tuple[Cut, ...]:
        """Return the ranges that were put in."""
        return merge([(i.start, i.stop) for i in self.injections])

    @property
    def clean(self) -> str:
        """Return the text as it was."""
        return delete(self.text, self.cuts)


def made_up_brands(count: int, rng: random.Random, words: Sequence[str] = ()) -> list[str]:
    """Return brand names that sound like gambling sites and are made of parts.

    With `words`, two in three are built around one of these, or around syllables that mean nothing.
    """
    brands: dict[str, None] = {}
    while len(brands) < count:
        stem = _stem(words, rng) if words else rng.choice(STEMS)
        roll = rng.random()
        if roll < 0.55:
            name = stem + rng.choice(ENDINGS)
        elif roll < 0.75:
            name = stem + rng.choice(STEMS) + rng.choice(ENDINGS)
        elif roll < 0.88:
            name = rng.choice(OPENINGS) + stem + rng.choice(("", *ENDINGS))
        else:
            name = stem + rng.choice(ENDINGS) + rng.choice(ENDINGS)
        if rng.random() < 0.06:
            name += rng.choice(("jp", "vip", "x", "id", "new", "1", "2"))
        if 5 <= len(name) <= 18:
            brands[name] = None
    return list(brands)


def _stem(words: Sequence[str], rng: random.Random) -> str:
    roll = rng.random()
    if roll < 0.4:
        return rng.choice(words)
    if roll < 0.65:
        syllables = [rng.choice(ONSETS) + rng.choice("aaeiou") for _ in range(rng.choice((2, 2, 3)))]
        return "".join(syllables) + (rng.choice(CODAS) if rng.random() < 0.7 else "")
    return rng.choice(STEMS)


_NUMBER = regex.compile(r"\d+")
_AFFIX = regex.compile(
    r"^(?:slot|togel|toto|bet|judi|agen|situs|idn|mpo|pg|rtp|poker|casino|link|qq|gacor)(?=\w{3})|"
    r"(?<=\w{3})(?:togel|toto|slots?|bets?|gacor|poker|casino|win|jp|play|hoki|vip|qq|4d|d|online|club|games?|gaming|bola|asia|id|link|login|jitu|maxwin|sport)$"
)


def stem_of(brand: str) -> str:
    """Return what is left of a brand without numbers and the usual endings, so that kin share it.

    >>> stem_of("dewatogel88") == stem_of("slotdewa")
    True
    """
    stem = _NUMBER.sub("", brand.lower())
    while True:
        shorter = _AFFIX.sub("", stem)
        if shorter == stem:
            return stem or brand.lower()
        stem = shorter


def held_out(brand: str, share: float = 0.2) -> bool:
    """Tell whether a brand belongs to the test side: decided by its stem alone, the same in every process."""
    return zlib.crc32(stem_of(brand).encode()) % 1000 < share * 1000


def curated(brands: Iterable[str], known: Callable[[str], bool]) -> list[str]:
    """Return the usable names of a scraped brand list: letters and digits, not too short, not an ordinary word."""
    kept: dict[str, None] = {}
    for raw in brands:
        brand = raw.strip().lower()
        letters = sum(c.isalpha() for c in brand)
        if not regex.fullmatch(r"[a-z0-9]{5,20}", brand) or letters < 3 or known(brand):
            continue
        if letters == len(brand) and len(brand) < 6 and not _AFFIX.search(brand):
            continue
        kept[brand] = None
    return list(kept)


_ODD = regex.compile(r"[^\p{L}\p{M}\p{N} &'’.-]")


def curated_phrases(phrases: Iterable[str], known: Callable[[str], bool], marks: regex.Pattern[str]) -> list[str]:
    """Return the usable phrases of a scraped list: two to five words, one of them a mark of spam, none a torso."""
    kept: dict[str, None] = {}
    for raw in phrases:
        phrase = " ".join(raw.split()).lower()
        words = phrase.split()
        if not 2 <= len(words) <= 5 or len(phrase) > 45 or _ODD.search(phrase) or not marks.search(phrase):
            continue
        if all(known(word) or marks.search(word) or any(c.isdigit() for c in word) for word in words):
            kept[phrase] = None
    return list(kept)


def cased(name: str, rng: random.Random) -> str:
    """Return a name in one of the cases that spam is written in."""
    roll = rng.random()
    if roll < 0.4:
        return name.upper()
    if roll < 0.72:
        return name.lower()
    if roll < 0.92:
        return name[:1].upper() + name[1:]
    for ending in ENDINGS:
        if name.endswith(ending) and len(name) > len(ending) + 2:
            return name[: -len(ending)].capitalize() + ending.upper()
    return name.capitalize()


def spam_of(kind: str, brands: Sequence[str], phrases: Sequence[str], rng: random.Random) -> tuple[str, str]:
    """Return a piece of spam of this kind, and the name of its disguise ("" for none)."""
    brand = rng.choice(brands)
    if kind == "token":
        return cased(brand, rng), ""
    if kind == "number":
        bare = brand.rstrip("0123456789")
        bare = bare if _AFFIX.search(bare) else brand
        number = rng.choice(("88", "77", "138", "777", "303", "99", "4d", "123", str(rng.randrange(10, 999))))
        return f"{cased(bare, rng)}{rng.choice((' ', ' ', '', '-'))}{number}", ""
    if kind == "phrase":
        phrase = rng.choice(phrases).replace("{b}", brand)
        roll = rng.random()
        return (phrase.upper() if roll < 0.2 else phrase.title() if roll < 0.4 else phrase), ""
    if kind == "bracketed":
        inner = cased(brand, rng) if rng.random() < 0.6 else rng.choice(phrases).replace("{b}", brand)
        left, right = rng.choice(("()", "()", "[]", "{}", "【】", "<>", "**", "~~"))
        return f"{left}{inner}{right}", ""
    if kind == "domain":
        name = brand.lower()
        opening, path = (
            rng.choice(("", "", "www.", "https://", "http://www.")),
            rng.choice(("", "", "/", "/daftar", "/?ref=1")),
        )
        site = f"{opening}{name}.{rng.choice(TOP_LEVELS)}{path}"
        roll = rng.random()
        return (site if roll < 0.75 else site.upper() if roll < 0.82 else f"{cased(brand, rng)} ({site})"), ""
    disguise = rng.choice(list(DISGUISES))
    name = cased(brand, rng)
    return DISGUISES[disguise](name, rng), disguise


_CLOSED = 15
"""Characters for each space, from which a line is one of a language that is written without them."""
_GAP = regex.compile(r"(?<=[\p{L}\p{N},;]) (?=[\p{L}\p{N}“\"(])")
_END = regex.compile(r"(?<=[\p{L}\p{N}])(?=[.!?]+(?:\s|$))")


def _gap(line: str, rng: random.Random) -> tuple[int, str] | None:
    """Return `(offset, place)` of a gap in a line where spam can stand, or None."""
    roll = rng.random()
    if roll < 0.12:
        return 0, "start"
    if roll < 0.26:
        ends = [m.start() for m in _END.finditer(line)]
        return (rng.choice(ends), "end") if ends else (len(line), "end")
    gaps = [m.end() for m in _GAP.finditer(line)]
    return (rng.choice(gaps), "middle") if gaps else None


def inject(
    text: str,
    brands: Sequence[str],
    phrases: Sequence[str],
    rng: random.Random,
    count: int | None = None,
    kinds: Sequence[str] = KINDS,
    lang: str = "id",
    lines: Texts = LINES,
) -> Injected:
    """Return a clean text with `count` pieces of spam in it (one to three where it is not given).

    Whole lines are made of `lines` of the language, or else of English ones.
    """
    starts, at = [], 0
    for line in text.split("\n"):
        words = len(line.split())
        if words > 5 or len(line) > _CLOSED * words > 0:
            starts.append((at, line.rstrip("\r")))
        at += len(line) + 1
    if not starts:
        return Injected(text, ())
    weights = [WEIGHTS[KINDS.index(kind)] for kind in kinds]
    pieces: dict[int, tuple[str, str, str, str, str]] = {}
    for _ in range(count or rng.choice((1, 1, 1, 2, 2, 3))):
        kind = rng.choices(kinds, weights)[0]
        start, line = rng.choice(starts)
        if kind in ("line", "block"):
            forms = lines.get(lang) or lines["en"]
            made = "\n".join(
                _line(forms, brands, phrases, rng) for _ in range(1 if kind == "line" else rng.randrange(2, 6))
            )
            if start not in pieces:
                pieces[start] = (made + "\n", kind, "", "line", made)
            continue
        gap = _gap(line, rng)
        if gap is None or start + gap[0] in pieces:
            continue
        spam, disguise = spam_of(kind, brands, phrases, rng)
        piece = f" {spam}" if gap[1] == "end" else f"{spam} "
        pieces[start + gap[0]] = (piece, kind, disguise, gap[1], spam)
    out, injections, done, shift = [], [], 0, 0
    for at, (piece, kind, disguise, place, spam) in sorted(pieces.items()):
        out += [text[done:at], piece]
        injections.append(Injection(at + shift, at + shift + len(piece), kind, disguise, place, spam))
        done, shift = at, shift + len(piece)
    return Injected("".join([*out, text[done:]]), tuple(injections))


def _line(forms: Sequence[str], brands: Sequence[str], phrases: Sequence[str], rng: random.Random) -> str:
    made = rng.choice(forms).replace("{b}", cased(rng.choice(brands), rng))
    while "{p}" in made:
        made = made.replace("{p}", rng.choice(phrases).replace("{b}", rng.choice(brands)), 1)
    return made.replace("{y}", str(rng.randrange(2022, 2032)))


def phrases_of(lang: str, extra: Mapping[str, Sequence[str]] | None = None, book: Texts = PHRASES) -> list[str]:
    """Return the phrases to inject into texts of a language: its own, and English ones for half of the draws."""
    own = [*book.get(lang, ()), *(extra or {}).get(lang, ())]
    english = [*book["en"], *(extra or {}).get("en", ())]
    return (
        own if lang in ("id", "ms", "en") and own else [*own, *english] if not own else [*own, *english[: 2 * len(own)]]
    )


def normalised(name: str) -> str:
    """Return a name without case and marks, for reports."""
    return unicodedata.normalize("NFKC", name).casefold()
