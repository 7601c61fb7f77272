"""Lay out pages as sites do: a body among its furniture, block by block, every line with its label."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from cleaner.training.phrasebook import Site, clause, fill, gambling_brand, sentences, word

InlineSpan = tuple[int, int, str]

_NETWORKS = (
    "Facebook",
    "Twitter",
    "WhatsApp",
    "Telegram",
    "LinkedIn",
    "Pinterest",
    "X",
    "Email",
    "LINE",
    "Reddit",
    "Copy Link",
)


class Line(NamedTuple):
    """Hold one line: its text, its label (None for content), and its spans if it is content."""

    text: str
    label: str | None = None
    spans: tuple[InlineSpan, ...] = ()


class Block(NamedTuple):
    """Hold lines that a page shows together; `place` says where a block of furniture stands."""

    role: str
    lines: list[Line]


def _labelled(label: str, texts: Sequence[str]) -> list[Line]:
    return [Line(text.strip(), label) for text in texts if text.strip()]


# --- furniture -------------------------------------------------------------------------------------------------


def menu(site: Site, most: int = 14) -> Block:
    """Lay out a menu: a link a line, or all on one line."""
    count = site.rng.randrange(3, most)
    names = [site.section() for _ in range(count)] if site.chance(0.45) else site.run("navigation", count)
    draw = site.rng.random()
    if draw < 0.18:
        names = [site.rng.choice((" ", " | ", "  ", " · ", "")).join(names[:9])]
    elif draw < 0.3:
        names = [name.upper() for name in names]
    elif draw < 0.36:
        names = [f"- {name}" for name in names]
    return Block("menu", _labelled("navigation", names))


def crumbs(site: Site) -> Block:
    """Lay out breadcrumbs or the section's name above the headline."""
    draw = site.rng.random()
    if draw < 0.35:
        return Block("crumbs", _labelled("navigation", [site.section()]))
    if draw < 0.6:
        return Block("crumbs", _labelled("navigation", [site.phrase("navigation", "crumb")]))
    sign = site.rng.choice((" > ", " / ", " » ", " › ", " | ", " ", ">"))
    parts = [site.phrase("navigation", "menu"), *(site.section() for _ in range(site.rng.randrange(1, 3)))]
    if site.chance(0.4):
        parts.append(site.headline if site.chance(0.6) else site.headline[:30].rstrip() + "...")
    if site.chance(0.2):
        return Block("crumbs", _labelled("navigation", parts))
    return Block("crumbs", _labelled("navigation", [sign.join(parts)]))


def headline(site: Site) -> Block:
    """Lay out the headline: content, once in a while with the site's name after it."""
    text = site.headline
    if site.spans and site.chance(0.1):
        suffix = site.phrase("span-credit-suffix", "title")
        return Block("headline", [Line(text + suffix, None, ((len(text), len(text + suffix), "credit"),))])
    return Block("headline", [Line(text)])


def dateline(site: Site) -> Block:
    """Lay out byline and date in one of the ways sites have."""
    draw, name, date = site.rng.random(), site.name(), site.phrase("metadata", "date")
    plain = site.date() + (
        "" if site.chance(0.5) else site.rng.choice((" ", ", ", " | ", " - ")) + site.locale.clock(site.rng)
    )
    if site.locale.lang == "id" and site.chance(0.4):
        plain += " WIB"
    rows: list[tuple[str, str]]
    if draw < 0.2:
        rows = [("metadata", site.rng.choice((date, plain)))]
    elif draw < 0.4:
        rows = [("credit", site.phrase("credit", "byline")), ("metadata", site.rng.choice((date, plain)))]
    elif draw < 0.5:
        rows = [("metadata", site.rng.choice((date, plain))), ("credit", site.phrase("credit", "byline"))]
    elif draw < 0.58:
        rows = [("credit", f"{name} - {site.site}"), ("metadata", plain)]
    elif draw < 0.68:
        rows = [("credit", name), ("metadata", plain)]
    elif draw < 0.74:
        rows = [
            ("credit", site.habit("credit", "byline")),
            ("credit", site.habit("credit", "byline")),
            ("metadata", plain),
        ]
    elif draw < 0.8:
        rows = [
            (
                "metadata",
                site.rng.choice((f"{name}, {plain}", f"{name} | {plain}", f"{plain} - {name}", f"{name} {plain}")),
            )
        ]
    elif draw < 0.9:
        rows = [("metadata", date), ("metadata", site.phrase("metadata", "count"))]
    else:
        rows = [("credit", site.phrase("credit", "byline"))]
    return Block("dateline", [Line(text.strip(), label) for label, text in rows if text.strip()])


def share(site: Site) -> Block:
    """Lay out a share bar."""
    draw = site.rng.random()
    names = site.rng.sample(_NETWORKS, site.rng.randrange(2, 6))
    if draw < 0.3:
        return Block("share", _labelled("promotion", names))
    if draw < 0.5:
        return Block("share", _labelled("promotion", [site.rng.choice((" ", "", " | ", ", ")).join(names)]))
    head = [site.phrase("promotion", "share")]
    if site.chance(0.3):
        head += names
    return Block("share", _labelled("promotion", head))


def caption(site: Site) -> Block:
    """Lay out a caption, with or without a credit, or a bare placeholder."""
    draw = site.rng.random()
    if draw < 0.25:
        return Block("caption", _labelled("caption", [site.habit("caption", "placeholder")]))
    if draw < 0.55:
        return Block("caption", _labelled("caption", [site.habit("caption", "credited", 2)]))
    about = site.tag()
    if site.chance(0.7):
        shown = site.rng.choice(site.paragraphs)
        parts = sentences(shown)
        # A whole paragraph again would be a repetition, not a caption.
        about = clause(shown, 120) if len(parts) < 2 or site.chance(0.6) else parts[-1].strip()[:180].rstrip(".")
    if draw < 0.68:
        return Block("caption", _labelled("caption", [about + site.rng.choice(("", "", "."))]))
    credit = site.habit("caption", "credited", 2)
    shapes = (
        f"{about} ({credit.strip('()')})",
        f"{about}. {credit}",
        f"{about} {credit}",
        f"{about} / {credit}",
        f"{about}({site.site})",
    )
    lines = _labelled("caption", [site.rng.choice(shapes)])
    if site.chance(0.1):
        lines *= 2
    return Block("caption", lines)


def pointer(site: Site) -> Block:
    """Lay out a read-also pointer between paragraphs, in the site's own way."""
    draw = site.rng.random()
    if draw < 0.5:
        return Block("pointer", _labelled("related", [site.habit("related", "pointer")]))
    heading = site.habit("related", "heading") if site.chance(0.8) else ""
    heading = heading.upper() if site.shouted else heading
    if draw < 0.6:
        return Block("pointer", _labelled("related", [heading]))
    items = [site.other_headline() for _ in range(site.rng.choice((1, 1, 1, 2, 3)))]
    if site.chance(0.2):
        items = [f"{site.rng.choice('-*•»')} {item}" for item in items]
    return Block("pointer", _labelled("related", [heading, *items]))


def marker(site: Site) -> Block:
    """Lay out an advertisement marker or a call between paragraphs."""
    draw = site.rng.random()
    if draw < 0.65:
        return Block("marker", _labelled("promotion", [site.habit("promotion", "ad", 2)]))
    return Block("marker", _labelled("promotion", [site.habit("promotion", "call", 2)]))


def closing(site: Site) -> Block:
    """Lay out who made the text: end mark, editor, source."""
    roles = site.rng.choice(
        (["mark"], ["mark"], ["byline"], ["source"], ["byline", "byline"], ["source", "byline"], ["source", "mark"])
    )
    return Block("closing", _labelled("credit", [site.phrase("credit", role) for role in roles]))


def tags(site: Site) -> Block:
    """Lay out tags: one line, or a heading and a tag a line."""
    keywords = site.keywords()
    found = site.rng.sample(keywords, min(len(keywords), site.rng.randrange(2, 9)))
    if site.chance(0.5):
        found = [tag.lower() for tag in found]
    draw = site.rng.random()
    if draw < 0.3:
        return Block("tags", _labelled("metadata", [site.phrase("metadata", "tags")]))
    if draw < 0.6:
        return Block("tags", _labelled("metadata", found))
    heading = (
        site.rng.choice(("Tags:", "Tag:", "TAGS", "Topik:", "Tags", "Label:", "#", ""))
        if site.chance(0.6)
        else site.phrase("metadata", "fact")
    )
    if draw < 0.72:
        return Block("tags", _labelled("metadata", [heading, *found]))
    if draw < 0.86:
        return Block(
            "tags", _labelled("metadata", [f"{heading} {site.rng.choice((', ', ' ', ' | ', ' / ')).join(found)}"])
        )
    marked = ["#" + "".join(tag.split()) for tag in found]
    return Block("tags", _labelled("metadata", marked if site.chance(0.4) else [" ".join(marked)]))


def related(site: Site, most: int = 9) -> Block:
    """Lay out a list of other headlines: with or without heading, sections, dates, teasers, numbers."""
    rng = site.rng
    texts: list[str] = []
    if rng.random() < 0.65:
        heading = site.phrase("related", "heading")
        texts.append(heading.upper() if site.shouted else heading)
    mark = rng.choice(("", "", "", "", "- ", "* ", "• ", "» ", "> ", "·", "{n}. ", "{n} ", "#{n}\n", "{n}\n"))
    item = rng.random()
    section_before, date_after, date_before = rng.random() < 0.15, rng.random() < 0.2, rng.random() < 0.1
    teaser, more = rng.random() < 0.15, rng.random() < 0.08
    more_text = site.habit("related", "more") if more else ""
    ago = site.templates("metadata", "date")
    aside = fill(rng.choice(ago), site._fillers) if ago and rng.random() < 0.5 else ""
    for number in range(1, rng.randrange(2, most) + 1):
        if section_before:
            texts.append(site.section())
        if date_before:
            texts.append(site.date())
        text = site.habit("related", "item") if item < 0.12 else site.other_headline()
        if item > 0.93:
            text += rng.choice((" ", " - ", "", " | ")) + (aside or site.date())
        texts += (mark.format(n=number) + text).split("\n")
        if date_after:
            texts.append(aside if aside and rng.random() < 0.5 else site.date())
        if teaser:
            texts.append(site.sentence()[: rng.randrange(60, 200)].rstrip() + rng.choice(("", "...", "…", " [...]")))
        if more_text:
            texts.append(more_text)
    if rng.random() < 0.08:
        texts.append(site.phrase("related", "more"))
    return Block("related", _labelled("related", texts))


def neighbours(site: Site) -> Block:
    """Lay out links to the previous and the next article."""
    before, after = site.other_headline(), site.other_headline()
    draw = site.rng.random()
    if draw < 0.3:
        return Block("neighbours", _labelled("related", [f"← {before}", f"{after} →"]))
    if draw < 0.45:
        return Block("neighbours", _labelled("related", [f"« {before}", f"{after} »"]))
    if draw < 0.6:
        return Block("neighbours", _labelled("related", [before, after]))
    return Block(
        "neighbours", _labelled("related", [site.phrase("related", "pointer"), site.phrase("related", "pointer")])
    )


def promotion(site: Site) -> Block:
    """Lay out calls to follow, subscribe or install."""
    count = site.rng.choice((1, 1, 1, 2, 3, 4))
    return Block("promotion", _labelled("promotion", site.run("promotion", count, "call")))


def comment_form(site: Site) -> Block:
    """Lay out a comment form or its remains."""
    texts = site.run("comment", site.rng.choice((1, 1, 2, 3, 5)), lang=site.forms)
    return Block("comments", _labelled("comment", texts))


def comments(site: Site) -> Block:
    """Lay out readers' comments: names, dates, texts, reply links; now and then one is spam."""
    rng = site.rng
    lines = _labelled("comment", [site.phrase("comment", "count", site.forms)]) if rng.random() < 0.6 else []
    reply = site.habit("comment", "form") if rng.random() < 0.7 else ""
    named, dated, same = rng.random() < 0.8, rng.random() < 0.6, rng.random() < 0.4
    spammed = rng.random() < 0.15
    for _ in range(rng.randrange(1, 6)):
        name, date = site.name(), site.date()
        if rng.random() < 0.3:
            name = name.lower().replace(" ", "") + str(rng.randrange(100))
        head = [f"{name}{rng.choice((', ', ' - ', ' ', ' · '))}{date}"] if named and dated and same else []
        if not same:
            head = [name] * named + [date] * dated
        lines += _labelled("comment", head)
        if spammed and rng.random() < 0.5:
            lines += spam(site, 2).lines
        else:
            text = site.sentence()
            lines += _labelled("comment", [text.lower() if rng.random() < 0.15 else text])
        lines += _labelled("comment", [reply])
    return Block("comments", lines)


def footer(site: Site, most: int = 8) -> Block:
    """Lay out a footer: links, copyright, legal lines."""
    texts: list[str] = []
    if site.chance(0.6):
        texts += site.run("footer", site.rng.randrange(1, most), "links")
        if site.chance(0.25):
            texts = [site.rng.choice((" ", " | ", " · ", "")).join(texts)]
    if site.chance(0.75):
        texts.append(site.phrase("footer", "copyright"))
    if site.chance(0.2):
        texts.append(site.phrase("footer", "legal"))
    if not texts:
        texts.append(site.phrase("footer"))
    return Block("footer", _labelled("footer", texts))


def cookies(site: Site) -> Block:
    """Lay out a legal notice."""
    return Block("legal", _labelled("footer", site.run("footer", site.rng.choice((1, 1, 2, 4)), "legal")))


def pager(site: Site) -> Block:
    """Lay out pagination."""
    draw = site.rng.random()
    if draw < 0.5:
        return Block("pager", _labelled("navigation", [site.phrase("navigation", "pages")]))
    last = site.rng.randrange(2, 9)
    numbers = [str(number) for number in range(1, last + 1)]
    if draw < 0.75:
        return Block("pager", _labelled("navigation", [site.rng.choice((" ", " | ", "")).join(numbers)]))
    return Block("pager", _labelled("navigation", [site.phrase("navigation", "menu"), *numbers]))


def biography(site: Site) -> Block:
    """Lay out a line or two about the author."""
    name = site.name()
    texts = [site.phrase("credit", "byline"), f"{name} {site.sentence()[:1].lower()}{site.sentence()[1:]}"]
    return Block("closing", _labelled("credit", texts[site.rng.randrange(2) :]))


def spam(site: Site, most: int = 9) -> Block:
    """Lay out lines of injected spam: one phrase a line, names, or several phrases in one line."""
    rng = site.rng
    lang = rng.choice((site.furniture, site.lang, "en", "id"))
    texts = [site.phrase("spam", "", lang) for _ in range(rng.randrange(1, most))]
    draw = rng.random()
    if draw < 0.2:
        texts = [rng.choice((" ", ", ", " | ", " - ")).join(texts[:5])]
    elif draw < 0.35:
        texts = [gambling_brand(rng) for _ in texts]
    elif draw < 0.42:
        texts = [
            "https://" + gambling_brand(rng).lower().replace(" ", "") + rng.choice((".com", ".xyz", ".vip", ""))
            for _ in texts
        ]
    return Block("spam", _labelled("spam", texts))


def button(site: Site, label: str = "navigation", count: int = 1) -> Block:
    """Lay out one or more buttons of a label."""
    return Block("buttons", _labelled(label, site.run(label, count)))


def short_content(site: Site, most: int = 7) -> Block:
    """Lay out content that looks guilty: a list, facts, a dialogue, sub-headings in a row."""
    texts = site.run(
        "content-short", site.rng.randrange(1, most), lang=site.lang if site.lang in site.book.languages else None
    )
    if site.chance(0.3) or site.lang not in site.book.languages:
        texts = [clause(site.rng.choice(site.paragraphs), 60) for _ in range(min(6, len(texts) or 3))]
    draw = site.rng.random()
    if draw < 0.15:
        texts = [f"{number}. {text}" for number, text in enumerate(texts, 1)]
    elif draw < 0.3:
        sign = site.rng.choice("-•*")
        texts = [f"{sign} {text}" for text in texts]
    return Block("body", [Line(text.strip()) for text in texts if text.strip()])


def subheading(site: Site, following: str, number: int = 0) -> Line:
    """Make a sub-heading: from the book, or from the words of the paragraph that it heads."""
    if site.lang in site.book.languages and site.chance(0.45):
        text = site.phrase("content-short", "heading" if site.chance(0.8) else "", site.lang).strip()
    elif site.chance(0.6):
        # Not the words it opens with: what repeats the next line would look like a link.
        text = clause(sentences(following)[-1], 60)
        words = text.split(" ")
        if len(words) > 4:
            text = " ".join(words[site.rng.randrange(1, 3) : site.rng.randrange(4, 9)])
        text = text[:1].upper() + text[1:] + site.rng.choice(("", "", "", "?", ":"))
    else:
        text = site.tag() + site.rng.choice(("", "", "?", ":"))
    if number and site.chance(0.9):
        text = f"{number}. {text}"
    return Line(text.upper() if site.shouted else text)


# --- bodies among furniture --------------------------------------------------------------------------------------


def article_body(
    site: Site, furnished: float = 1.0, heads: Sequence[Line] | None = None, opened: bool = True, first: int = 0
) -> list[Block]:
    """Lay out the paragraphs: prefixes and end marks as spans, sub-headings, pointers and markers between them."""
    rng = site.rng
    every = rng.choice((1, 2, 3)) if heads is None else max(1, -(-len(site.paragraphs) // max(1, len(heads))))
    if heads is None and rng.random() < 0.35:
        heads = headings(site, every)
    rate = rng.choice((0.0, 0.1, 0.2, 0.35)) * furnished
    shares = {pointer: 4, marker: 3, caption: 4, promotion: 1, _related_box: 1}
    kinds = rng.choices(list(shares), list(shares.values()), k=rng.choice((1, 1, 2, 3)))
    span_rate = (0.06 if rng.random() < 0.35 else 0.0) if site.spans else 0.0
    listed = rng.choice((0.0, 0.0, 0.03, 0.15))
    blocks: list[Block] = []
    last = len(site.paragraphs) - 1
    for index, paragraph in enumerate(site.paragraphs):
        if index < first:
            continue
        if heads and index % every == 0 and (index or heads[0].text[:1] == "1") and index // every < len(heads):
            blocks.append(Block("body", [heads[index // every]]))
            if rng.random() < rate / 3:
                blocks.append(caption(site))
        line = Line(paragraph)
        if index == 0 and opened:
            blocks += _opened(site, line)
        elif index == last and site.spans and rng.random() < 0.15:
            blocks.append(Block("body", [_ended(site, line)]))
        elif rng.random() < span_rate:
            blocks.append(Block("body", [_interrupted(site, line)]))
        else:
            blocks.append(Block("body", [line]))
        if rng.random() < listed:
            blocks.append(short_content(site))
        if index < last and rng.random() < rate:
            blocks.append(rng.choice(kinds)(site))
    if rng.random() < 0.05:
        blocks.append(short_content(site, 3))
    return blocks


def headings(site: Site, every: int = 1) -> list[Line]:
    """Make the sub-headings of the body, numbered or not."""
    numbered = site.chance(0.25)
    return [
        subheading(site, paragraph, number if numbered else 0)
        for number, paragraph in enumerate(site.paragraphs[::every], 1)
    ]


def _opened(site: Site, line: Line) -> list[Block]:
    """Open the first paragraph with a publisher's prefix (a span), a bare place (content), or as it is."""
    draw = site.rng.random()
    place = site.rng.choice(site.locale.places)
    if site.spans and draw < 0.22:
        prefix = site.phrase("span-credit-prefix")
        if not prefix:
            return [Block("body", [line])]
        if site.chance(0.1):
            prefix = prefix.rstrip()
        if site.chance(0.08) and " - " in prefix:
            # Some extractors tear the prefix off and leave its dash behind.
            return [
                Block("closing", [Line(prefix.replace(" - ", " ").strip(), "credit")]),
                Block("body", [_spanned("- ", "credit", line.text, "")]),
            ]
        return [Block("body", [_spanned(prefix, "credit", line.text, "")])]
    if draw < 0.34:
        dash = site.rng.choice((" - ", " – ", " — ", "- ", ", ", " -- "))
        place = place.upper() if site.chance(0.3) else place
        if site.chance(0.15):
            return [Block("body", [Line(place), Line("-"), line])]
        return [Block("body", [Line(place + dash + line.text)])]
    return [Block("body", [line])]


def _spanned(before: str, label: str, text: str, after: str) -> Line:
    span = (0, len(before), label) if before else (len(text), len(text) + len(after), label)
    return Line(before + text + after, None, (span,) if span[0] < span[1] else ())


def _ended(site: Site, line: Line) -> Line:
    """Close the last paragraph with an end mark, hash tags or the publisher's call, as a span."""
    draw = site.rng.random()
    if draw < 0.7:
        mark = site.phrase("span-credit-suffix", "mark")
        if site.chance(0.2):
            mark = mark.strip()
        return _spanned("", "credit", line.text, mark)
    if draw < 0.82:
        chosen = site.rng.sample(site.keywords(), min(len(site.keywords()), site.rng.randrange(1, 5)))
        marks = " ".join("#" + "".join(tag.split()) for tag in chosen)
        return _spanned("", "metadata", line.text, " " + marks)
    call = site.phrase("span-promotion-inline").strip()
    return _spanned("", "promotion", line.text, f" {call}" if call else "")


def _interrupted(site: Site, line: Line) -> Line:
    """Put a pointer, a call or a photo credit behind a sentence of a paragraph."""
    draw = site.rng.random()
    if draw < 0.7:
        label, text = "related", site.habit("span-related-inline").strip()
    elif draw < 0.88:
        label, text = "promotion", site.phrase("span-promotion-inline").strip()
    else:
        credit = site.phrase("caption", "credited").strip("() ")
        label, text = "caption", f"({credit})" if len(credit) < 60 else ""
    if not text:
        return line
    parts = sentences(line.text)
    if len(parts) < 2 or site.chance(0.5):
        return _spanned("", label, line.text, " " + text)
    head = line.text[: line.text.index(parts[site.rng.randrange(1, len(parts))])].rstrip()
    return Line(f"{head} {text}{line.text[len(head) :]}", None, ((len(head), len(head) + 1 + len(text), label),))


def _related_box(site: Site) -> Block:
    return related(site, 4)


def _some(site: Site, **shares: float) -> list[Block]:
    """Lay out parts in this order, each in its share of pages."""
    return [_PARTS[name](site) for name, share in shares.items() if site.chance(share)]


def _repeated(site: Site) -> Block:
    return Block("crumbs", [Line(site.headline, "navigation")])


def news(site: Site) -> list[Block]:
    """Lay out a news article."""
    blocks = _some(site, menu=0.3, crumbs=0.45, tags=0.1)
    titled = site.chance(0.8)
    if titled:
        blocks.append(headline(site))
        if site.chance(0.1):
            blocks.append(_repeated(site))
    blocks += _some(site, dateline=0.65, share=0.3, caption=0.45)
    if site.chance(0.06):
        blocks.append(related(site, 4))
    blocks += _some(site, marker=0.06)
    blocks += article_body(site)
    blocks += _some(site, pointer=0.06, closing=0.5, pager=0.04)
    blocks += _some(site, tags=0.35, promotion=0.25, share=0.2, biography=0.05)
    if titled and site.chance(0.05):
        blocks.append(_repeated(site))
    blocks += _some(site, related=0.55, neighbours=0.15)
    blocks += _some(site, comment_form=0.12, comments=0.12)
    if site.chance(0.3):
        blocks.append(related(site, 12))
    blocks += _some(site, promotion=0.12, menu=0.1, footer=0.4)
    return blocks + _some(site, cookies=0.08)


def blog(site: Site) -> list[Block]:
    """Lay out a blog post: loose furniture, comments, archives, neighbours."""
    blocks = [*_some(site, menu=0.4), headline(site), *_some(site, dateline=0.6, contents=0.15)]
    blocks += article_body(site, 0.5)
    blocks += _some(site, tags=0.4, share=0.4, neighbours=0.3, biography=0.2)
    blocks += _some(site, related=0.4, comments=0.4, comment_form=0.5)
    if site.chance(0.3):
        months = [site.locale.date(site.rng, "{B} {Y}").strip() for _ in range(site.rng.randrange(3, 12))]
        blocks.append(Block("menu", _labelled("navigation", months)))
    return blocks + _some(site, menu=0.3, promotion=0.3, footer=0.5)


def forum(site: Site) -> list[Block]:
    """Lay out a thread: the posts are content, their authors' cards credit and metadata."""
    site.kind = "pages"
    rng = site.rng
    blocks = _some(site, menu=0.5, crumbs=0.5, headline=0.85, pager=0.3)
    named, dated, ranked, numbered, linked = (rng.random() < share for share in (0.75, 0.7, 0.35, 0.3, 0.4))
    ranks = site.run("metadata", rng.randrange(1, 4)) if ranked else []
    links = site.run("navigation", rng.randrange(1, 3)) if linked else []
    date_first = rng.random() < 0.5
    rest = list(site.paragraphs)
    if len(rest) < 3:
        rest += [site.sentence() for _ in range(rng.randrange(1, 4))]
    number = 0
    while rest:
        number += 1
        size = rng.choice((1, 1, 1, 2, 3))
        post, rest = rest[:size], rest[size:]
        name = site.name()
        if rng.random() < 0.6:
            name = (word(rng, 2) + rng.choice(("", "_", "")) + rng.choice(("", str(rng.randrange(100))))).strip()
        card = [Line(name, "credit")] * named
        stamp = [
            Line(site.date() + ", " * (numbered or rng.random() < 0.5) + site.locale.clock(rng), "metadata")
        ] * dated
        card = stamp + card if date_first else card + stamp
        card += _labelled("metadata", ranks)
        if numbered:
            card.append(Line(f"#{number}", "metadata"))
        blocks.append(Block("dateline", card))
        if rng.random() < 0.15:
            post[0] = f"@{word(rng, 2)} {post[0]}"
        blocks.append(Block("body", [Line(text) for text in post]))
        blocks.append(Block("buttons", _labelled("navigation", links)))
    blocks += _some(site, pager=0.3, related=0.4, share=0.2, menu=0.3)
    return blocks + _some(site, footer=0.5)


def question(site: Site) -> list[Block]:
    """Lay out a question with its answers."""
    site.kind = "pages"
    rng = site.rng
    asked = Line(site.headline.rstrip(".?") + rng.choice(("?", "?", "")))
    blocks = [*_some(site, menu=0.5), Block("headline", [asked]), *_some(site, dateline=0.6)]
    counts = site.run("metadata", 2, "count")
    votes, form = rng.random() < 0.5, rng.random() < 0.6
    for index, paragraph in enumerate(site.paragraphs[:12]):
        if votes and index % 2 == 0:
            blocks.append(
                Block("dateline", _labelled("metadata", counts[:1] if rng.random() < 0.5 else [str(rng.randrange(40))]))
            )
        blocks.append(Block("body", [Line(paragraph)]))
        if index % 2 == 0 and rng.random() < 0.5:
            blocks.append(Block("dateline", [Line(site.name(), "credit"), Line(site.date(), "metadata")]))
        if form and rng.random() < 0.4:
            blocks.append(Block("comments", _labelled("comment", [site.habit("comment", "form")])))
    if rng.random() < 0.4:
        blocks.append(tags(site))
    return blocks + _some(site, related=0.6, promotion=0.3, footer=0.5)


_CURRENCIES = {"id": "Rp {}.000", "ms": "RM{}.00", "en": "${}.99", "ja": "¥{}00", "zh": "￥{}.00", "sv": "{} kr"}
_CURRENCIES |= {"no": "{},-", "pl": "{},99 zł", "ru": "{}0 ₽", "tr": "{},90 TL", "th": "{}0 บาท", "ko": "{},000원"}


def _price(site: Site) -> str:
    form = _CURRENCIES.get(site.locale.lang, "{},90 €")
    price = form.format(site.rng.randrange(5, 400))
    return price.replace(" ", "") if site.chance(0.2) else price


def _product(site: Site) -> str:
    """Name a product: from the book, or made up from words of the body."""
    text = site.phrase("content-short", "", site.lang) if site.lang in site.book.languages and site.chance(0.6) else ""
    if not 8 < len(text) < 50 or text[-1] in ".?!" or not text[0].isalpha() or any(sign in text for sign in ":|=,"):
        text = " ".join(
            (
                word(site.rng, 2).capitalize(),
                site.tag(),
                site.rng.choice(("", "Pro", "XL", "2.0", "30 cm", "500 ml", "A4")),
            )
        )
    return text.strip()


def product(site: Site) -> list[Block]:
    """Lay out a shop's product page: name, price, specification and description are content."""
    site.kind = "pages"
    rng = site.rng
    name, price = _product(site), _price(site)
    blocks = _some(site, promotion=0.3, menu=0.6, crumbs=0.4)
    blocks.append(Block("headline", [Line(name)]))
    if rng.random() < 0.2:
        blocks.append(Block("crumbs", [Line(name, "navigation")]))
    blocks += _some(site, reviews=0.3)
    blocks.append(Block("body", [Line(price), *([Line(_price(site))] if rng.random() < 0.3 else [])]))
    facts = Block("dateline", _labelled("metadata", site.run("metadata", rng.randrange(1, 4))))
    blocks += [button(site, count=rng.randrange(1, 5))] * (rng.random() < 0.8) + [facts] * (rng.random() < 0.5)
    blocks += [button(site, "promotion", rng.randrange(1, 4))] * (rng.random() < 0.6) + _some(site, caption=0.3)
    blocks += article_body(site, 0.2, opened=False) + [short_content(site, 10) for _ in range(rng.randrange(3))]
    blocks += [button(site)] * (rng.random() < 0.3) + _some(site, share=0.3, reviews=0.5)
    if rng.random() < 0.6:
        priced = rng.random() < 0.7
        items = [
            text
            for _ in range(rng.randrange(2, 8))
            for text in ((_product(site), _price(site)) if priced else (_product(site),))
        ]
        blocks.append(Block("related", _labelled("related", [site.phrase("related", "heading"), *items])))
    return blocks + _some(site, promotion=0.4, menu=0.3, footer=0.7)


def reviews(site: Site) -> Block:
    """Lay out buyers' reviews, or the form and counters of a review section."""
    texts = site.run("comment", site.rng.randrange(1, 5))
    if site.chance(0.35):
        for _ in range(site.rng.randrange(1, 4)):
            texts += [site.name(), site.sentence()] if site.chance(0.6) else [site.sentence()]
    return Block("comments", _labelled("comment", texts))


def listing(site: Site) -> list[Block]:
    """Lay out a shop grid or a directory: its entries are content, buttons and filters are not."""
    site.kind = "pages"
    rng = site.rng
    blocks = _some(site, promotion=0.3, menu=0.7, crumbs=0.3)
    blocks += [
        Block("headline", [Line(site.tag().capitalize())]),
        *_some(site, pager=0.4),
        button(site, count=rng.randrange(1, 6)),
    ]
    if rng.random() < 0.4:
        blocks.append(Block("body", [Line(site.paragraphs[0])]))
    shop, teased, rated, tagged = rng.random() < 0.65, rng.random() < 0.35, rng.random() < 0.2, rng.random() < 0.2
    link = site.habit("navigation", "button") if rng.random() < 0.5 else ""
    link_label = "navigation"
    if link and rng.random() < 0.3:
        link, link_label = site.habit("related", "more"), "related"
    for index in range(rng.randrange(4, 18)):
        if shop:
            entry = [Line(_product(site)), Line(_price(site))]
            if rng.random() < 0.15:
                entry.append(Line(_price(site)))
        else:
            entry = [
                Line(f"{word(rng, 2).capitalize()} {site.section()}"),
                Line(f"{site.rng.choice(site.locale.places)}, {site.tag()} {rng.randrange(1, 200)}"),
            ]
            if rng.random() < 0.5:
                phone = rng.randrange(10, 99), rng.choice((") ", " ", "-")), rng.randrange(10**5, 10**7)
                entry.append(Line(rng.choice("0+(") + "".join(map(str, phone))))
        blocks.append(Block("body", entry if rng.random() < 0.9 else entry[:1]))
        if teased:
            blocks.append(
                Block(
                    "body", [Line(clause(site.paragraphs[index % len(site.paragraphs)]) + rng.choice(("", "...", "…")))]
                )
            )
        if tagged:
            blocks.append(Block("dateline", [Line(" / ".join(site.section() for _ in range(2)), "metadata")]))
        if rated:
            blocks.append(Block("comments", _labelled("comment", [site.habit("comment", "count")])))
        blocks.append(Block("buttons", _labelled(link_label, [link])))
    blocks += _some(site, pager=0.6, related=0.3)
    return blocks + _some(site, promotion=0.3, footer=0.7)


def index(site: Site) -> list[Block]:
    """Lay out a blog's or section's front page: the entries that it exists for are content."""
    rng = site.rng
    blocks = _some(site, menu=0.7, crumbs=0.4)
    dated, teased, named = rng.random() < 0.7, rng.random() < 0.9, rng.random() < 0.3
    more = site.habit("related", "more") if rng.random() < 0.6 else ""
    inline = rng.random() < 0.4
    for paragraph in site.paragraphs[:10]:
        blocks.append(Block("body", [Line(clause(site.sentence()) if rng.random() < 0.5 else site.other_headline())]))
        card = [Line(site.date(), "metadata")] * dated + [Line(site.name(), "credit")] * named
        blocks.append(Block("dateline", card))
        teaser = paragraph[: rng.randrange(120, 500)].rstrip() + rng.choice(("", "...", " […]", "…")) if teased else ""
        if more and inline and teaser and site.spans:
            line = _spanned("", "related", teaser, " " + more.strip())
            blocks.append(Block("body", [line]))
        elif teaser:
            blocks += [Block("body", [Line(teaser)]), Block("buttons", _labelled("related", [more]))]
    return blocks + _some(site, pager=0.6, promotion=0.4, menu=0.4, footer=0.6)


_EDIT = {
    "en": "[edit]",
    "ms": "[sunting]",
    "es": "[editar]",
    "ja": "[編集]",
    "zh": "[编辑]",
    "ru": "[править | править код]",
}
_EDIT |= {
    "id": "[sunting | sunting sumber]",
    "de": "[Bearbeiten | Quelltext bearbeiten]",
    "fi": "[muokkaa | muokkaa wikitekstiä]",
}
_EDIT |= {
    "fr": "[modifier | modifier le code]",
    "sv": "[redigera | redigera wikitext]",
    "tr": "[değiştir | kaynağı değiştir]",
}


def wiki(site: Site) -> list[Block]:
    """Lay out a wiki page: contents list, edit marks, infobox rows, references, categories."""
    site.kind = "pages"
    rng = site.rng
    heads = headings(site, 2)[: rng.randrange(2, 9)]
    blocks = [*_some(site, menu=0.5), headline(site), *_some(site, dateline=0.3)]
    if rng.random() < 0.4:
        sign = rng.choice((": ", " ", " | ", "\t"))
        facts = [
            Line(f"{site.tag()}{sign}{rng.choice((site.tag(), site.date(), site.locale.number(rng)))}")
            for _ in range(rng.randrange(2, 9))
        ]
        blocks.append(Block("body", facts))
    blocks.append(Block("body", [Line(site.paragraphs[0])]))
    if rng.random() < 0.5:
        blocks.append(_contents_of(site, heads))
    marked = site.spans and rng.random() < 0.7
    mark = _EDIT.get(site.furniture, "[edit]")
    gap = rng.choice(("", "", " "))
    if marked:
        heads = [_spanned("", "navigation", head.text, gap + mark) for head in heads]
    blocks += article_body(site, 0.1, heads, opened=False, first=1)
    if rng.random() < 0.5:
        notes: list[Line] = []
        for number in range(1, rng.randrange(2, 8)):
            sign = rng.choice(("^ ", "↑ ", "- ↑ ", f"{number}. ", f"[{number}] "))
            notes.append(Line(f"{sign}{site.name()} ({site.date()}). {site.other_headline()}. {site.site}."))
        blocks.append(Block("body", notes))
    if rng.random() < 0.5:
        blocks.append(Block("tags", _labelled("metadata", site.run("metadata", rng.randrange(1, 4), "tags"))))
    if rng.random() < 0.3:
        blocks.append(Block("menu", _labelled("navigation", [site.tag() for _ in range(rng.randrange(4, 15))])))
    return blocks + _some(site, menu=0.5, footer=0.7)


def contents(site: Site) -> Block:
    """Lay out a contents list of headings that do not follow: navigation all the same."""
    return _contents_of(site, headings(site, 2)[:8])


def _contents_of(site: Site, heads: Sequence[Line]) -> Block:
    texts = [head.text for head in heads]
    if site.chance(0.4):
        texts = [f"{number}{site.rng.choice(('. ', ' '))}{text}" for number, text in enumerate(texts, 1)]
    title = site.phrase("navigation", "menu") if site.chance(0.3) else ""
    return Block("contents", _labelled("navigation", [title, *texts]))


def recipe(site: Site) -> list[Block]:
    """Lay out a recipe: ingredients and steps are content."""
    site.kind = "pages"
    rng = site.rng
    blocks = [*_some(site, menu=0.3), headline(site), *_some(site, dateline=0.5, share=0.4)]
    blocks += [button(site)] * (rng.random() < 0.5) + _some(site, caption=0.4)
    blocks.append(Block("body", [Line(site.paragraphs[0])]))
    blocks += [short_content(site, 12) for _ in range(rng.randrange(1, 3))]
    if rng.random() < 0.3:
        blocks.append(marker(site))
    steps = [
        Line(f"{number}. {text}" if rng.random() < 0.98 else text)
        for number, text in enumerate(site.paragraphs[1:9], 1)
    ]
    blocks += [Block("body", steps)] + [short_content(site, 4)] * (rng.random() < 0.4)
    blocks += _some(site, promotion=0.4, related=0.5, comments=0.4, reviews=0.4)
    return blocks + _some(site, comment_form=0.3, footer=0.5)


def documentation(site: Site) -> list[Block]:
    """Lay out a manual's page: sidebar, contents, commands, neighbours, a feedback widget."""
    site.kind = "pages"
    rng = site.rng
    heads = headings(site, rng.choice((1, 2)))[:8]
    blocks = [*_some(site, menu=0.7, crumbs=0.4), headline(site)]
    if rng.random() < 0.5:
        blocks.append(_contents_of(site, heads))
    for block in article_body(site, 0.1, heads, opened=False):
        blocks.append(block)
        if block.role == "body" and rng.random() < 0.25:
            name = word(rng, 2)
            code = [f"{name} --{word(rng, 1)} {word(rng, 2)}.txt", f"{name}.{word(rng, 2)}({rng.randrange(9)})"]
            code += [
                f"$ pip install {name}",
                f"{name}: {word(rng, 1)}",
                f"GET /v{rng.randrange(1, 4)}/{name}",
                f"import {name}",
            ]
            blocks.append(Block("body", [Line(text) for text in rng.sample(code, rng.randrange(1, 4))]))
    blocks += [Block("comments", _labelled("comment", site.run("comment", rng.randrange(1, 3))))] * (rng.random() < 0.3)
    return blocks + [button(site)] * (rng.random() < 0.3) + _some(site, neighbours=0.4, menu=0.3, footer=0.5)


def landing(site: Site) -> list[Block]:
    """Lay out a company's or a school's page: short headings and texts, buttons, newsletter, footer."""
    site.kind = "pages"
    rng = site.rng
    blocks = [*_some(site, promotion=0.3, menu=0.6), headline(site)]
    call, label = rng.choice(
        (("call", "promotion"), ("call", "promotion"), ("menu", "navigation"), ("more", "related"))
    )
    linked = rng.random() < 0.6
    for paragraph in site.paragraphs[:12]:
        texts = sentences(paragraph)
        blocks.append(Block("body", [subheading(site, paragraph), Line(" ".join(texts[: rng.randrange(1, 3)]))]))
        if linked and rng.random() < 0.6:
            text = site.habit(label, call, 2)
            blocks.append(Block("buttons", _labelled(label, [text])))
        if rng.random() < 0.1:
            blocks.append(short_content(site))
    blocks += _some(site, related=0.3, promotion=0.5, menu=0.3, footer=0.7)
    return blocks + _some(site, cookies=0.2)


def release(site: Site) -> list[Block]:
    """Lay out a press release: about the company and contacts are content."""
    rng = site.rng
    blocks = [*_some(site, crumbs=0.3), headline(site), *_some(site, dateline=0.5, share=0.3)]
    blocks += article_body(site, 0.3)
    name = f"{word(rng, 2).capitalize()} {rng.choice(('Group', 'Ltd', 'Foundation', 'PT', 'GmbH', 'S.A.'))}"
    ending = [Line(f"{site.tag()} {name}"), Line(site.sentence())]
    if rng.random() < 0.5:
        ending += [
            Line(site.name()),
            Line(f"{word(rng, 2)}@{site.domain}"),
            Line(f"+{rng.randrange(1, 99)} {rng.randrange(10**6, 10**8)}"),
        ]
    blocks += [Block("body", ending)] * (rng.random() < 0.6) + _some(site, closing=0.4, tags=0.3)
    return blocks + _some(site, related=0.4, promotion=0.3, footer=0.4)


def plain(site: Site) -> list[Block]:
    """Lay out text full of short lines that are content: lists, verses, dialogues, questions and answers."""
    rng = site.rng
    blocks = _some(site, headline=0.6, dateline=0.25)
    kind = rng.randrange(5)
    names = [site.name(), site.name()]
    for index_, paragraph in enumerate(site.paragraphs):
        parts = sentences(paragraph)
        if kind == 0:
            blocks += [Block("body", [Line(paragraph)]), short_content(site, 9)]
        elif kind == 1:
            blocks.append(Block("body", [Line(part.strip()) for part in parts]))
        elif kind == 2:
            blocks.append(
                Block("body", [Line(f"{names[turn % 2]}: {part.strip()}") for turn, part in enumerate(parts)])
            )
        elif kind == 3:
            words = paragraph.split(" ")[:28]
            step = rng.randrange(3, 7)
            verse = [" ".join(words[at : at + step]).strip(",.;") for at in range(0, len(words), step)]
            blocks.append(Block("body", [Line(text) for text in verse if text]))
        else:
            asked = subheading(site, paragraph, index_ + 1 if site.shouted else 0).text.rstrip("?:") + "?"
            blocks.append(Block("body", [Line(asked), Line(paragraph)]))
    blocks += _some(site, closing=0.3, tags=0.2, related=0.2, footer=0.2)
    return blocks + _some(site, comments=0.1)


def error(site: Site) -> list[Block]:
    """Lay out a page that is not there, or shut: footer, with or without menus."""
    site.kind = "pages"
    texts = site.run("footer", site.rng.randrange(1, 5), site.rng.choice(("", "legal")))
    return [*_some(site, menu=0.4), Block("legal", _labelled("footer", texts)), *_some(site, menu=0.3, footer=0.3)]


_PARTS: dict[str, Callable[[Site], Block]] = {
    part.__name__: part
    for part in (
        biography,
        caption,
        closing,
        comment_form,
        comments,
        contents,
        cookies,
        crumbs,
        dateline,
        footer,
        headline,
        marker,
        menu,
        neighbours,
        pager,
        pointer,
        promotion,
        related,
        reviews,
        share,
        tags,
    )
}

LAYOUTS: dict[str, tuple[float, Callable[[Site], list[Block]]]] = {
    "news": (0.42, news),
    "blog": (0.1, blog),
    "forum": (0.06, forum),
    "question": (0.03, question),
    "product": (0.06, product),
    "listing": (0.05, listing),
    "index": (0.03, index),
    "wiki": (0.05, wiki),
    "recipe": (0.03, recipe),
    "documentation": (0.04, documentation),
    "landing": (0.05, landing),
    "release": (0.02, release),
    "plain": (0.06, plain),
    "error": (0.01, error),
}
"""Every layout with its share; `pages` of compose() overrides the shares."""


def lay_out(site: Site, page: str) -> list[Block]:
    """Lay out a page, now and then with spam lines that someone planted in it."""
    blocks = [block for block in LAYOUTS[page][1](site) if block.lines]
    if site.spans and page != "error" and site.chance(0.06):
        where = site.rng.choice((len(blocks), len(blocks), site.rng.randrange(len(blocks) + 1), 0))
        blocks.insert(where, spam(site))
    return blocks
