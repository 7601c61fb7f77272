"""Draw the habits of one site, and fill its phrases."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random
from typing import NamedTuple, TypeVar, cast

from cleaner.training.locales import Locale, gambling_brand, word
from cleaner.training.phrasebook import PhraseBook, Template, fill

T = TypeVar("T")
PRESS = ("id", "ms")
"""Languages whose furniture has files of its own: their pages are most of what is cleaned here."""

_CAPITALISED = re.compile(r"(?<=[a-z,;] )[A-ZÀ-ÞА-Я][\w'-]+(?: [A-ZÀ-ÞА-Я][\w'-]+){0,2}")
_WORD = re.compile(r"[^\s\d.,;:!?\"“”‘’()\[\]。、，！？।…«»/-]{4,}")
_CLAUSE = re.compile(r"[.!?。！？।؟:;,，、]")
_SENTENCE = re.compile(r"(?<=[.!?।؟])[\"”’')]*\s+|(?<=[。！？])")
_TLDS = ("com", "net", "org", "co", "news", "info")
_COUNTRY_TLDS = {
    "id": "id",
    "ms": "my",
    "de": "de",
    "fr": "fr",
    "sv": "se",
    "fi": "fi",
    "ru": "ru",
    "pl": "pl",
    "zh": "cn",
}


class Source(NamedTuple):
    """Hold what other documents of a language offer: clauses that serve as headlines, sentences, written headlines."""

    headlines: Sequence[str]
    sentences: Sequence[str]
    written: Sequence[str] = ()


class Site:
    """Draw the habits of one site, and make its phrases."""

    def __init__(
        self, book: PhraseBook, rng: Random, lang: str, furniture: str, forms: str, paragraphs: Sequence[str],
        headline: str, others: Source, spans: bool,
    ) -> None:  # fmt: skip
        self.book, self.rng, self.lang, self.furniture, self.forms = book, rng, lang, furniture, forms
        self.paragraphs, self.headline, self.others, self.spans = list(paragraphs), headline, others, spans
        self.locale = Locale(furniture)
        self.kind = "news"
        self._drawn: dict[str, object] = {}
        self._kept: dict[tuple[str, str, str], list[Template]] = {}
        self.date_form = rng.choice(self.locale.date_forms)
        self.stem = word(rng, 2).capitalize()
        paper = rng.choice(self.locale.papers)
        place = rng.choice(self.locale.places)
        spaced = f"{paper} {self.stem}", f"{self.stem} {paper}", f"{place} {paper}", self.stem + paper, self.stem
        name = rng.choice(spaced)
        tld = rng.choice(
            (_COUNTRY_TLDS.get(furniture, "com"), "com", "co.id" if furniture == "id" else rng.choice(_TLDS))
        )
        ascii_name = "".join(name.split()).lower()
        self.domain = f"{ascii_name if ascii_name.isascii() else self.stem.lower()}.{tld}"
        draw = rng.random()
        self.site = name if draw < 0.55 else self.domain if draw < 0.7 else self.domain.capitalize()
        if rng.random() < 0.15:
            self.site = self.site.upper()
        self.title_case = lang in ("id", "en", "ms") and rng.random() < 0.5
        self.shouted = rng.random() < 0.12
        self._keywords: list[str] | None = None
        self._names: list[str] = []
        choose = rng.choice
        self.fillers: dict[str, Callable[[], str]] = {
            "headline": self.other_headline,
            "site": lambda: self.site,
            "name": self.name,
            "date": self.date,
            "time": lambda: self.locale.clock(self.rng),
            "place": lambda: choose(self.locale.places),
            "n": lambda: self.locale.number(self.rng),
            "tag": self.tag,
            "section": self.section,
            "url": self.url,
            "year": lambda: str(self.rng.randrange(2005, 2027)),
            "agency": lambda: choose(self.locale.agencies),
            "brand": lambda: word(self.rng, 2).capitalize(),
        }
        self._spam_fillers = {**self.fillers, "brand": lambda: gambling_brand(self.rng)}
        names = book.sections.get(furniture, [])
        first = rng.randrange(max(1, len(names) - 16))
        self.sections = names[first : first + 16] or [self.stem]

    def chance(self, share: float) -> bool:
        """Say yes in this share of calls."""
        return self.rng.random() < share

    def name(self) -> str:
        """Make up a person."""
        return self.locale.name(self.rng)

    def date(self) -> str:
        """Make up a date in the site's form."""
        return self.locale.date(self.rng, self.date_form)

    def once(self, key: str, draw: Callable[[], T]) -> T:
        """Draw something the first time, and keep it: sites have habits."""
        if key not in self._drawn:
            self._drawn[key] = draw()
        return cast(T, self._drawn[key])

    def section(self) -> str:
        """Name a section of the site."""
        return self.rng.choice(self.sections)

    def url(self) -> str:
        """Make up an address on the site."""
        slug = "-".join(word(self.rng, 2) for _ in range(self.rng.randrange(1, 4)))
        return self.rng.choice(
            (f"https://www.{self.domain}/{slug}", self.domain, f"www.{self.domain}", f"https://{self.domain}/")
        )

    def keywords(self) -> list[str]:
        """List names and words of the body, as tags and captions use them."""
        if self._keywords is None:
            text = " ".join(self.paragraphs[:6])[:2500]
            found = list(dict.fromkeys(_CAPITALISED.findall(text)))[:14]
            self._names = list(found)
            words = [entry for entry in dict.fromkeys(_WORD.findall(text)) if len(entry) < 16]
            if self.locale.closed and not found:
                words = [entry[: self.rng.randrange(2, 5)] for entry in words]
            if len(words) > 4:
                found += self.rng.sample(words, min(5, len(words)))
            self._keywords = list(dict.fromkeys(found)) or [self.stem]
        return self._keywords

    def names(self) -> list[str]:
        """List the proper names of the body: capitalised words that open no sentence."""
        self.keywords()
        return self._names

    def tag(self) -> str:
        """Take a tag from the body."""
        return self.rng.choice(self.keywords())

    def other_headline(self) -> str:
        """Take the headline of another document."""
        written = self.others.written if self.others.written and self.rng.random() < 0.8 else self.others.headlines
        found = self.rng.choice(written) if written else self.tag()
        if found == self.headline:
            found = self.tag()
        return _title_case(found) if self.title_case else found

    def sentence(self) -> str:
        """Take a sentence of another document."""
        return self.rng.choice(self.others.sentences) if self.others.sentences else self.tag()

    def templates(self, label: str, role: str = "", lang: str | None = None) -> list[Template]:
        """List the templates of a label and role in the furniture's language, or English where it has none."""
        kind = self.kind if self.kind == "news" or self.chance(0.7) else "news"
        found = self.book.phrases(lang or self.furniture, kind, label, role)
        return found or self.book.phrases("en", kind, label, role)

    def phrase(self, label: str, role: str = "", lang: str | None = None) -> str:
        """Make a phrase anew."""
        found = self.templates(label, role, lang)
        return fill(self.rng.choice(found), self._spam_fillers if label == "spam" else self.fillers) if found else ""

    def habit(self, label: str, role: str = "", choices: int = 1, parted: bool = False) -> str:
        """Make a phrase from the few templates that the site always uses; `parted` breaks it before its headline."""
        key = (label, role, str(choices))
        if key not in self._kept:
            found = self.templates(label, role)
            self._kept[key] = [self.rng.choice(found) for _ in range(choices)] if found else [("",)]
        kept = self._kept[key]
        template = kept[0] if choices == 1 else self.rng.choice(kept)
        if parted and "headline" in template:
            at = template.index("headline")
            template = (*template[: at - 1], template[at - 1] + "\n", *template[at:])
        return fill(template, self.fillers)

    def run(self, label: str, count: int, role: str = "", lang: str | None = None) -> list[str]:
        """Make phrases that stand near each other in the book, as they do on pages."""
        found = self.templates(label, role, lang)
        if not found:
            return []
        start = self.rng.randrange(max(1, len(found) - 2 * count))
        window = range(start, min(len(found), start + 2 * count + 1))
        return [fill(found[index], self.fillers) for index in sorted(self.rng.sample(window, min(count, len(window))))]


def _title_case(text: str) -> str:
    return " ".join(part[:1].upper() + part[1:] if len(part) > 3 else part for part in text.split(" "))


def clause(text: str, limit: int = 90) -> str:
    """Take the first clause of a paragraph, as a headline or sub-heading.

    >>> clause("The mayor opened the new bridge on Monday, and a choir sang.")
    'The mayor opened the new bridge on Monday'
    """
    text = text.strip()[:limit]
    end = next((match.start() for match in _CLAUSE.finditer(text) if match.start() > 18), 0)
    if end:
        return text[:end].strip("\"'“”‘’ -–")
    words = text.split(" ")
    return (" ".join(words[: min(12, max(1, len(words) - 1))]) if len(words) > 3 else text[:36]).strip("\"'“”‘’ -–")


def sentences(text: str) -> list[str]:
    """Split a paragraph into sentences, roughly."""
    return [part for part in _SENTENCE.split(text) if part and part.strip()]
