"""Compose annotated documents: real or written bodies, laid out among furniture from the phrase books.

Document `i` of a seed depends on the seed, the book and the bodies alone, never on hash seeds or on other documents.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from random import Random

from cleaner.errors import AnnotationError
from cleaner.training.annotations import Annotated
from cleaner.training.blocks import Block
from cleaner.training.bodies import Body, bodies_from, headlines_from
from cleaner.training.pages import LAYOUTS, lay_out, pages_of
from cleaner.training.phrasebook import PhraseBook
from cleaner.training.regimes import REGIMES, shares_of, thin
from cleaner.training.site import PRESS, Site, Source, clause, sentences
from cleaner.training.tears import habit
from cleaner.training.texture import typeset

__all__ = ["REGIMES", "Body", "bodies_from", "compose", "headlines_from"]

# Languages whose readers meet another language's furniture, where a language has no book of its own.
_NEIGHBOUR = {
    lang: near
    for near, langs in {
        "id": "min ban ace bjn bug mad bbc btk",
        "tl": "ceb ilo pag war",
        "es": "gl qu gn ay ast eu",
        "fr": "oc br ht ln wo bm",
        "no": "nn",
        "da": "fo is",
        "cs": "sk",
        "hr": "sl bs",
        "bg": "mk",
        "ru": "be tt ky tg ba",
        "hi": "mai awa bho mag hne sa",
        "bn": "as",
        "fa": "azb prs",
        "ar": "ars arz",
        "zh-hant": "yue",
        "zu": "st xh ss",
        "sw": "rw rn lg",
        "de": "lb",
        "it": "lij vec fur scn sc",
        "th": "lo",
    }.items()
    for lang in langs.split()
}
BRIEF = 0.1
"""Share of texts that are notes: a sentence a line; the archipelago's press has half as many."""
_OF_ONE_TEXT = ("news", "guide", "notice", "release", "recipe", "scrap", "error", "portal")


def compose(
    book: PhraseBook,
    bodies: Sequence[Body],
    seed: int,
    count: int,
    *,
    start: int = 0,
    regimes: Mapping[str, float] | None = None,
    pages: Mapping[str, float] | None = None,
    languages: Mapping[str, float] | None = None,
    headlines: Mapping[str, Sequence[str]] | None = None,
    flatten: float = 0.5,
) -> Iterator[Annotated]:
    """Yield `count` synthetic documents, numbered from `start`; the same arguments give the same documents.

    `regimes` weighs how much furniture is left (see REGIMES), `pages` the layouts (see LAYOUTS), `languages` the
    languages of the bodies; languages without a weight share by their number of bodies to the power `flatten` and by
    what the books know of them; the groups of a language share by that power, too, lest one publisher rules.
    `headlines` are written headlines by language (see headlines_from); clauses of other bodies stand in for them.
    The group of a document is that of its body. Raises AnnotationError if there is no body to lay out.
    """
    usable = [body for body in bodies if any(paragraph.strip() for paragraph in body.paragraphs)]
    if not usable:
        raise AnnotationError("no bodies with text to compose from: give at least one with a paragraph")
    by_lang: dict[str, list[Body]] = defaultdict(list)
    for body in usable:
        by_lang[body.lang].append(body)
    draws: dict[str, tuple[Callable[[Random], str], Callable[[Random], str]]] = {
        lang: (
            _drawer({**pages_of(lang), **(pages or {})}, LAYOUTS, "layout"),
            _drawer({**shares_of(lang), **(regimes or {})}, REGIMES, "regime"),
        )
        for lang in sorted(by_lang)
    }
    shares = {lang: len(by_lang[lang]) ** flatten * _worth(book, lang) for lang in sorted(by_lang)}
    shares |= {lang: share for lang, share in (languages or {}).items() if lang in shares}
    draw_lang = _drawer(shares, shares, "language")
    sources: dict[str, Source] = {}
    groups: dict[str, Callable[[Random], Sequence[Body]]] = {}
    for index in range(start, start + count):
        rng = Random(f"{seed}:{index}")
        lang = draw_lang(rng)
        if lang not in sources:
            sources[lang] = _source(by_lang[lang], (headlines or {}).get(lang, ()))
            groups[lang] = _grouped(by_lang[lang], flatten)
        page, regime = (draw(rng) for draw in draws[lang])
        body = rng.choice(groups[lang](rng))
        if page not in _OF_ONE_TEXT and lang not in ("id", "ms") and rng.random() < 0.6:
            body = _longer(body, groups[lang], rng)
        document_id = f"composed-{seed}-{index}-{page}-{regime}"
        yield _document(book, body, sources[lang], rng, page, regime, document_id)


def _worth(book: PhraseBook, lang: str) -> float:
    """Weigh a language by what the books know of its furniture: hundreds have none, and would drown the others."""
    if lang.split("-")[0] not in book.languages:
        return 0.5
    shelved = book.phrases(lang, "voices", "comment")
    return 4.0 if shelved and shelved is not book.phrases(lang, "news", "comment") else 1.0


def _drawer(shares: Mapping[str, float], known: Iterable[str], what: str) -> Callable[[Random], str]:
    names, known = list(shares), list(known)
    for name in names:
        if name not in known:
            raise AnnotationError(f"unknown {what} {name!r}: use one of {', '.join(known)}")
    sums = list(accumulate(max(0.0, shares[name]) for name in names))
    if not sums or sums[-1] <= 0:
        raise AnnotationError(f"no {what} has a weight above 0: give one")
    return lambda rng: names[min(bisect_right(sums, rng.random() * sums[-1]), len(names) - 1)]


def _grouped(bodies: Sequence[Body], flatten: float) -> Callable[[Random], Sequence[Body]]:
    by_group: dict[str, list[Body]] = defaultdict(list)
    for body in bodies:
        by_group[body.group].append(body)
    draw = _drawer({name: len(held) ** flatten for name, held in by_group.items()}, by_group, "group")
    return lambda rng: by_group[draw(rng)]


def _longer(body: Body, groups: Callable[[Random], Sequence[Body]], rng: Random) -> Body:
    """Lengthen a short text by paragraphs of others: whole pages are long, and speak of more than one thing."""
    wanted = rng.choice((6, 12, 20, 30))
    paragraphs = list(body.paragraphs)
    for _ in range(6):
        if len(paragraphs) >= wanted:
            break
        paragraphs += rng.choice(groups(rng)).paragraphs[: rng.randrange(1, 9)]
    return body._replace(paragraphs=tuple(paragraphs))


def _source(bodies: Sequence[Body], written: Sequence[str]) -> Source:
    """Collect headlines and sentences that pages of one language can point at."""
    titles = (body.headline.strip() for body in bodies[:6000] if body.headline)
    written = [*written, *(title for title in titles if len(title) >= 15 or (len(title) > 7 and not title.isascii()))]
    headlines: list[str] = []
    teasers: list[str] = []
    for body in bodies[:6000]:
        headlines += [clause(paragraph) for paragraph in body.paragraphs[:3]]
        if body.paragraphs:
            teasers += sentences(body.paragraphs[-1])[:2]
    return Source(
        [text for text in headlines if len(text) > 8] or headlines,
        [text[:300] for text in teasers if text.strip()],
        written if len(written) >= 20 else (),
    )


def _furniture_language(book: PhraseBook, lang: str, rng: Random) -> tuple[str, str]:
    """Choose the languages of furniture and of comment forms: mostly the body's own, now and then English."""
    own = next((tag for tag in (lang, lang.split("-")[0]) if tag in book.languages), None)
    draw = rng.random()
    if own is None:
        near = _NEIGHBOUR.get(lang.split("-")[0], "en")
        own = near if near in book.languages and draw < 0.6 else "en"
    elif own == "ms" and draw < 0.15:
        own = "id"
    elif draw > 0.92 and own != "en":
        own = "en"
    if own not in book.languages:
        own = book.languages[0]
    forms = "en" if "en" in book.languages and rng.random() < 0.25 else own
    return own, forms


def _document(
    book: PhraseBook, body: Body, source: Source, rng: Random, page: str, regime: str, document_id: str
) -> Annotated:
    furniture, forms = _furniture_language(book, body.lang, rng)
    paragraphs = [" ".join(paragraph.split()) for paragraph in body.paragraphs if paragraph.strip()]
    if rng.random() < (BRIEF / 2 if body.lang in PRESS else BRIEF):
        paragraphs = _sentences_apart(paragraphs)
    most = rng.choice((3, 8, 12, 20, 40))
    if len(paragraphs) > most:
        first = 0 if rng.random() < 0.7 else rng.randrange(len(paragraphs) - most)
        paragraphs = paragraphs[first : first + most]
    headline = (body.headline or _made_headline(paragraphs, rng)).strip() or "-"
    site = Site(book, rng, body.lang, furniture, forms, paragraphs, headline, source, spans=regime != "clean")
    blocks = thin(_inked(lay_out(site, page)), regime, rng, page)
    often = body.lang in ("id", "ms") and page in ("news", "blog", "guide", "notice", "plain")
    # Links stand on names, italics on words of another tongue: hardly ever on the word that opens a sentence.
    terms = site.names() + [tag for tag in site.keywords() if tag.islower() and len(tag) > 5][:2]
    if site.locale.closed:
        terms = site.keywords()
    torn = habit(rng, 0.27 if often else 0.09, terms, site.locale.closed)
    text, spans = typeset(blocks, rng, site.locale.closed, torn)
    if not often and rng.random() < 0.02:
        text = _misread(text, rng)
    return Annotated(document_id, text, spans, body.lang, body.group, "composed")


def _sentences_apart(paragraphs: Sequence[str]) -> list[str]:
    """Make every short sentence a paragraph: notes have no long lines that would tell where the text is."""
    apart = [part.strip() for paragraph in paragraphs for part in sentences(paragraph)]
    return [part for part in apart if 15 <= len(part) <= 110] or list(paragraphs)


def _misread(text: str, rng: Random) -> str:
    """Lose letters beyond ASCII, as a wrong guess at the encoding does; offsets stay."""
    sign = rng.choice("\ufffd\ufffd?")
    return "".join(sign if "\x80" <= letter < "\u0250" else letter for letter in text)


def _inked(blocks: Sequence[Block]) -> list[Block]:
    """Take out what a small book left empty: furniture without words, spans without length, blocks without lines."""
    filled = []
    for block in blocks:
        lines = [line for line in block.lines if line.text.strip() or not line.label]
        lines = [line._replace(spans=tuple(span for span in line.spans if span[0] < span[1])) for line in lines]
        filled.append(block._replace(lines=lines))
    return [block for block in filled if block.lines]


def _made_headline(paragraphs: Sequence[str], rng: Random) -> str:
    """Make a headline of words that stand further down: the opening words would only be said twice."""
    text = clause(rng.choice(sentences(paragraphs[min(1, len(paragraphs) - 1)])[-2:] or paragraphs[:1]), 110)
    return text[:1].upper() + text[1:]
