"""Compose annotated documents: real or written bodies, laid out among furniture from the phrase books.

Document `i` of a seed depends on the seed, the book and the bodies alone, never on hash seeds or on other documents.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from random import Random
from typing import Any, NamedTuple

from cleaner.errors import AnnotationError
from cleaner.training.annotations import Annotated, group_of
from cleaner.training.layouts import LAYOUTS, Block, InlineSpan, Line, lay_out
from cleaner.training.phrasebook import PhraseBook, Site, Source, clause, sentences


class Body(NamedTuple):
    """Hold clean text to lay out: paragraphs that are content, with their language and group."""

    id: str
    lang: str
    headline: str | None
    paragraphs: Sequence[str]
    group: str = ""


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

REGIMES = ("clean", "few", "some", "ends", "full")
"""How much furniture is left: none; one to three lines; some blocks; one end of the page; the whole page."""
_REGIME_SHARES = {"clean": 0.17, "few": 0.36, "some": 0.2, "ends": 0.08, "full": 0.19}

# Extractors leave what stands close to the text: weights of what survives in nearly clean documents.
_CLOSE = {"pointer": 5.0, "caption": 4.0, "marker": 4.0, "closing": 4.0, "dateline": 4.0, "tags": 2.5, "related": 3.0}
_CLOSE |= {
    "promotion": 3.0,
    "share": 1.5,
    "comments": 1.5,
    "crumbs": 1.5,
    "spam": 1.0,
    "neighbours": 1.0,
    "buttons": 2.0,
}


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
    languages of the bodies; languages without a weight share by their number of bodies to the power `flatten`, and so
    do the groups of a language, lest one publisher rules.
    `headlines` are written headlines by language (see headlines_from); clauses of other bodies stand in for them.
    The group of a document is that of its body. Raises AnnotationError if there is no body to lay out.
    """
    usable = [body for body in bodies if any(paragraph.strip() for paragraph in body.paragraphs)]
    if not usable:
        raise AnnotationError("no bodies with text to compose from: give at least one with a paragraph")
    draw_regime = _drawer({**_REGIME_SHARES, **(regimes or {})}, REGIMES, "regime")
    draw_page = _drawer({**{name: share for name, (share, _) in LAYOUTS.items()}, **(pages or {})}, LAYOUTS, "layout")
    by_lang: dict[str, list[Body]] = defaultdict(list)
    for body in usable:
        by_lang[body.lang].append(body)
    shares = {lang: len(by_lang[lang]) ** flatten for lang in sorted(by_lang)}
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
        page, regime = draw_page(rng), draw_regime(rng)
        body = rng.choice(groups[lang](rng))
        document_id = f"composed-{seed}-{index}-{page}-{regime}"
        yield _document(book, body, sources[lang], rng, page, regime, document_id)


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
    most = rng.choice((3, 6, 10, 16, 30))
    if len(paragraphs) > most:
        first = 0 if rng.random() < 0.7 else rng.randrange(len(paragraphs) - most)
        paragraphs = paragraphs[first : first + most]
    headline = (body.headline or _made_headline(paragraphs, rng)).strip() or "-"
    site = Site(book, rng, body.lang, furniture, forms, paragraphs, headline, source, spans=regime != "clean")
    blocks = _thin(lay_out(site, page), regime, rng, page)
    text, spans = _set(blocks, rng, closed=site.locale.closed)
    return Annotated(document_id, text, spans, body.lang, body.group, "composed")


def _made_headline(paragraphs: Sequence[str], rng: Random) -> str:
    """Make a headline of words that stand further down: the opening words would only be said twice."""
    text = clause(rng.choice(sentences(paragraphs[min(1, len(paragraphs) - 1)])[-2:] or paragraphs[:1]), 110)
    return text[:1].upper() + text[1:]


# --- how much is left --------------------------------------------------------------------------------------------


def _thin(blocks: list[Block], regime: str, rng: Random, page: str) -> list[Block]:
    """Take furniture out again, as extractors do."""
    if page == "error":
        return blocks
    bad = [index for index, block in enumerate(blocks) if block.lines[0].label]
    good = [index for index, block in enumerate(blocks) if not block.lines[0].label]
    if regime == "full":
        return blocks
    kept: dict[int, list[Line]] = {index: blocks[index].lines for index in good}
    if regime == "few":
        left = rng.choice((1, 1, 1, 2, 2, 3))
        weights = [_CLOSE.get(blocks[index].role, 0.5) for index in bad]
        while left > 0 and bad and any(weights):
            chosen = rng.choices(range(len(bad)), weights)[0]
            weights[chosen] = 0.0
            lines = blocks[bad[chosen]].lines
            size = min(len(lines), left if rng.random() < 0.75 else 3)
            start = 0 if rng.random() < 0.6 else rng.randrange(len(lines) - size + 1)
            kept[bad[chosen]] = _piece(lines, start, start + size, blocks[bad[chosen]].role)
            left -= size
    elif regime == "some":
        share = rng.uniform(0.2, 0.8)
        for index in bad:
            if rng.random() < share:
                lines = blocks[index].lines
                kept[index] = lines if rng.random() < 0.7 else lines[: rng.randrange(1, len(lines) + 1)]
    elif regime == "ends" and good:
        top = rng.random() < 0.4
        kept |= {index: blocks[index].lines for index in bad if (index < good[0] if top else index > good[-1])}
    if "headline" in {block.role for block in blocks} and regime in ("few", "some", "clean") and rng.random() < 0.35:
        # Many extractors drop the headline; a later repetition of it would then be its only mention.
        kept = {
            index: lines for index, lines in kept.items()
            if blocks[index].role != "headline" and not any(line.label == "navigation" for line in lines)
        } or kept  # fmt: skip
    return [Block(blocks[index].role, kept[index]) for index in sorted(kept)]


def _piece(lines: list[Line], start: int, stop: int, role: str) -> list[Line]:
    """Take a piece of a block that still shows what it is.

    A date or a name alone says nothing of the list of headlines or the comments that it stood in.
    """
    if role in ("related", "comments") and all(len(line.text) < 25 for line in lines[start:stop]):
        stop = next((index + 1 for index in range(stop, len(lines)) if len(lines[index].text) >= 25), stop)
        start = max(start, stop - 3)
    return lines[start:stop]


# --- how it is set -----------------------------------------------------------------------------------------------


def _set(blocks: Sequence[Block], rng: Random, closed: bool) -> tuple[str, tuple[InlineSpan, ...]]:
    """Set blocks as text: lines and blank lines, torn, glued, wrapped or flattened."""
    if rng.random() < 0.05:
        return _flattened([line for block in blocks for line in block.lines], rng)
    torn = rng.choice((0.06, 0.15, 0.3)) if rng.random() < 0.13 and not closed else 0.0
    wrapped = rng.choice((60, 72, 80, 100)) if rng.random() < 0.03 and not closed else 0
    blank = rng.random()
    gap = 0 if blank < 0.64 else 1 if blank < 0.92 else 2
    each = gap and rng.random() < 0.4
    lines: list[Line] = []
    for block in blocks:
        if lines and gap:
            lines += [Line("")] * gap
        for index, line in enumerate(block.lines):
            if each and index and rng.random() < 0.9:
                lines += [Line("")] * gap
            if wrapped and not line.spans:
                lines += [Line(part, line.label) for part in _wrap(line.text, wrapped)]
            elif torn and not line.spans and rng.random() < (torn if not line.label else torn / 4):
                lines += _torn(line, rng)
            else:
                lines.append(line)
    if rng.random() < 0.04:
        lines = _glued(lines, rng)
    if rng.random() < 0.05:
        lines = [_ragged(line, rng) for line in lines]
    text: list[str] = []
    spans: list[InlineSpan] = []
    at = 0
    for line in lines:
        if line.label and line.text:
            spans.append((at, at + len(line.text), line.label))
        else:
            spans += [(at + start, at + stop, label) for start, stop, label in line.spans]
        text.append(line.text)
        at += len(line.text) + 1
    return "\n".join(text), tuple(spans)


def _ragged(line: Line, rng: Random) -> Line:
    """Leave white space at the ends of a line, as indented markup does."""
    if not line.text or rng.random() > 0.3:
        return line
    if line.spans or rng.random() < 0.4:
        return line._replace(text=line.text + rng.choice((" ", "  ", "\u00a0")))
    return line._replace(text=rng.choice((" ", "  ", "\t", "    ")) + line.text)


def _wrap(text: str, width: int) -> list[str]:
    parts: list[str] = []
    while len(text) > width:
        cut = text.rfind(" ", 0, width)
        if cut <= 0:
            break
        parts.append(text[:cut])
        text = text[cut + 1 :]
    return [*parts, text]


def _torn(line: Line, rng: Random) -> list[Line]:
    """Tear a line where a link or a bold word stood: its fragments keep its label."""
    places = [index for index, char in enumerate(line.text) if char == " " and 0 < index < len(line.text) - 1]
    if len(places) < 3:
        return [line]
    first = rng.randrange(len(places) - 1)
    start, stop = places[first], places[min(len(places) - 1, first + rng.randrange(1, 4))]
    parts = [line.text[:start], line.text[start + 1 : stop], line.text[stop + rng.randrange(2) :]]
    return [Line(part, line.label) for part in parts if part.strip()]


def _glued(lines: list[Line], rng: Random) -> list[Line]:
    """Glue a few neighbouring lines together, with or without a space."""
    space = rng.choice(("", " "))
    share = rng.uniform(0.05, 0.4)
    found: list[Line] = []
    for line in lines:
        before = found[-1] if found else None
        if before is None or not before.text or not line.text or rng.random() > share:
            found.append(line)
        elif before.label and line.label:
            longest = before.label if len(before.text) >= len(line.text) else line.label
            found[-1] = Line(before.text + space + line.text, longest)
        else:
            found[-1] = _joined(before, line, space)
    return found


def _joined(before: Line, line: Line, space: str) -> Line:
    """Join two lines of which one at least is content; furniture becomes a span that takes the space."""
    shift = len(before.text) + len(space)
    text = before.text + space + line.text
    head: list[InlineSpan] = [(0, shift, before.label)] if before.label else list(before.spans)
    if line.label:
        return Line(text, None, (*head, (len(before.text), len(text), line.label)))
    return Line(text, None, (*head, *((start + shift, stop + shift, label) for start, stop, label in line.spans)))


def _flattened(lines: Sequence[Line], rng: Random) -> tuple[str, tuple[InlineSpan, ...]]:
    """Join everything by spaces: what was a line of furniture becomes a span."""
    glue = "" if rng.random() < 0.12 else " "
    whole = Line("")
    for line in lines:
        if not line.text:
            continue
        if not whole.text:
            whole = line if not line.label else Line(line.text, None, ((0, len(line.text), line.label),))
            continue
        whole = _joined(whole, line, glue)
    spans: list[InlineSpan] = []
    if whole.spans and whole.spans[0][0] == 0:
        # Furniture at the head takes the space after it, so that the text opens with its first word.
        lead = 0
        shifted = list(whole.spans)
        while lead < len(shifted) and shifted[lead][0] == (shifted[lead - 1][1] if lead else 0):
            lead += 1
        for index in range(lead):
            start = shifted[index][0] + (1 if index and glue else 0)
            stop = shifted[index][1]
            if glue and stop < len(whole.text):
                stop += 1
            spans.append((start, stop, shifted[index][2]))
        spans += shifted[lead:]
    else:
        spans = list(whole.spans)
    merged: list[InlineSpan] = []
    for span in spans:
        if merged and merged[-1][1] == span[0] and merged[-1][2] == span[2]:
            merged[-1] = (merged[-1][0], span[1], span[2])
        else:
            merged.append(span)
    return whole.text, tuple(merged)


# --- where bodies come from --------------------------------------------------------------------------------------

_CUE = re.compile(
    r"baca juga|baca selengkapnya|simak (?:juga|video)|lihat juga|gambas|advertisement|iklan|scroll|google news|follow|"
    r"whatsapp|subscribe|ikuti kami|ikuti terus|read (?:also|more)|click here|all rights|copyright|©|foto:|"
    r"photo:|editor:|penulis:|http|www\.",
    re.I,
)
_SENTENCE_END = re.compile(r"[.!?。！？।؟…][\"”’')\]]*$")
_PUBLISHER = re.compile(r"^.{0,50}\.(?:com|co|id|net|my|org)\b|^.{0,60}\([^)]{2,30}\)\s*[-–—]", re.I)


def bodies_from(rows: Iterable[Mapping[str, Any]]) -> Iterator[Body]:
    """Take bodies from rows of paragraphs, of scraped articles, or of typed gold.

    Rows with "paragraphs" are taken as they are. Rows with "text" and "spans" give their content lines. Rows with
    "text" alone are not annotated: only long lines that end as sentences do and bear no cue of furniture are taken.
    """
    for row in rows:
        title = _mended(str(row.get("title") or "")).replace("_", " ") or None
        if "paragraphs" in row:
            paragraphs = [str(paragraph) for paragraph in row["paragraphs"]]
        elif "spans" in row:
            paragraphs = _content_lines(str(row["text"]), row["spans"])
            title, paragraphs = _headed(title, paragraphs)
        elif row.get("flat") or row.get("glued") or row.get("fragmented"):
            continue
        else:
            lines = str(row["text"]).split("\n")
            paragraphs = [line.strip() for line in lines if _is_paragraph(line)]
            if not title and lines and _is_headline(lines[0]):
                title = lines[0].strip()
        paragraphs = [text for text in map(_mended, paragraphs) if text]
        if paragraphs:
            yield Body(str(row.get("id", "")), str(row.get("lang") or "und"), title, tuple(paragraphs), group_of(row))


def _mended(text: str) -> str:
    """Take out what tables of texts leave behind: byte order marks, doubled quotes, end signs."""
    text = text.replace("\ufeff", "").strip()
    if '""' in text:
        text = text.removeprefix('"').replace('""', '"')
    return text.removesuffix("##").rstrip()


def _content_lines(text: str, spans: Iterable[Sequence[Any]]) -> list[str]:
    marked = sorted((int(start), int(stop)) for start, stop, *_ in spans)
    lines: list[str] = []
    at = 0
    for line in text.split("\n"):
        if line.strip() and not any(start < at + len(line) and stop > at for start, stop in marked):
            lines.append(line.strip())
        at += len(line) + 1
    return lines


def _headed(title: str | None, lines: list[str]) -> tuple[str | None, list[str]]:
    if not title and len(lines) > 2 and _is_headline(lines[0]):
        return lines[0], lines[1:]
    return title, lines


def _is_headline(line: str) -> bool:
    line = line.strip()
    return 25 <= len(line) <= 110 and line[-1] not in ".,:;" and not _CUE.search(line) and not _PUBLISHER.search(line)


def _is_paragraph(line: str) -> bool:
    line = line.strip()
    if len(line) < 80 or line[0] in ",.;:)" or line[0].islower() or not _SENTENCE_END.search(line):
        return False
    return not _CUE.search(line) and not _PUBLISHER.search(line)


_READ_ALSO = re.compile(
    r"^\W*(?:baca juga|baca|simak juga|lihat juga|read also|also read|read more|lire aussi|lea también|leia também|"
    r"lees ook|läs också|lue myös|читайте также|mehr zum thema)\s*[:|]\s*",
    re.I,
)


def headlines_from(rows: Iterable[Mapping[str, Any]]) -> dict[str, tuple[str, ...]]:
    """Collect written headlines by language: titles, headlines of short content, and what read-also lines point at."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for row in rows:
        lang = str(row.get("lang") or "und")
        candidates = [_mended(str(row["title"]))] if row.get("title") else []
        if row.get("genre") == "headline":
            candidates.append(_mended(str(row["text"])))
        elif "text" in row and not row.get("flat"):
            lines = str(row["text"]).split("\n")
            for number, line in enumerate(lines):
                cue = _READ_ALSO.match(line)
                if cue:
                    rest = line[cue.end() :].strip()
                    candidates.append(rest if rest or number + 1 == len(lines) else lines[number + 1].strip())
        found[lang].update(dict.fromkeys(text.strip() for text in candidates if 20 <= len(text.strip()) <= 130))
    return {lang: tuple(found[lang]) for lang in sorted(found) if found[lang]}
