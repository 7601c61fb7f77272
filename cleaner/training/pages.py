"""Lay out pages as sites do: a text among its furniture, block by block, every line with its label."""

from __future__ import annotations

from collections.abc import Callable

from cleaner.training.article import article_body, contents_of, headings, subheading
from cleaner.training.blocks import Block, Line, labelled, spanned
from cleaner.training.debris import scattered
from cleaner.training.directories import register
from cleaner.training.fittings import (
    headline,
    repeated,
)
from cleaner.training.guides import guide, notice
from cleaner.training.lists import short_content
from cleaner.training.locales import word
from cleaner.training.manuals import documentation, recipe, wiki
from cleaner.training.margins import (
    calendar,
    related,
    spam,
    worldly,
)
from cleaner.training.parts import some
from cleaner.training.shops import landing, listing, product, stay
from cleaner.training.site import Site, clause, sentences
from cleaner.training.teasers import beginning, interposed, others, title
from cleaner.training.threads import forum, guestbook, question


def news(site: Site) -> list[Block]:
    """Lay out a news article."""
    blocks = some(site, menu=0.3, crumbs=0.45, tags=0.1)
    titled = site.chance(0.8)
    if titled:
        blocks.append(headline(site))
        if site.chance(0.1):
            blocks.append(repeated(site))
    blocks += some(site, dateline=0.65, share=0.3, caption=0.55)
    if site.chance(0.06):
        blocks.append(related(site, 4))
    blocks += some(site, marker=0.06)
    heads = headings(site, 2)[:8] if site.chance(0.05) else None
    if heads:
        blocks.append(contents_of(site, heads))
    blocks += interposed(site, article_body(site, 1.0, heads), worldly(site, 0.08))
    blocks += some(site, video=0.08, gallery=0.04, pointer=0.06, closing=0.5, pager=0.04)
    blocks += some(site, tags=0.35, promotion=0.35, share=0.2, biography=0.05)
    if titled and site.chance(0.05):
        blocks.append(repeated(site))
    blocks += some(site, related=0.55, neighbours=0.15)
    blocks += some(site, comment_form=0.12, comments=0.12)
    if site.chance(0.3):
        blocks.append(related(site, 12))
    blocks += some(site, promotion=0.12, menu=worldly(site, 0.3), footer=0.4)
    return blocks + some(site, cookies=0.08)


def blog(site: Site) -> list[Block]:
    """Lay out a blog post: loose furniture, comments, archives, neighbours."""
    blocks = [*some(site, menu=0.4), headline(site), *some(site, dateline=0.6, contents=0.15)]
    blocks += interposed(site, article_body(site, 0.5), 0.12)
    blocks += some(site, tags=0.4, share=0.4, neighbours=0.3, biography=0.2)
    blocks += some(site, related=0.3, comments=0.3, remarks=0.4, comment_form=0.4, others=0.4)
    if site.chance(0.3):
        months = [site.locale.date(site.rng, "{B} {Y}").strip() for _ in range(site.rng.randrange(3, 12))]
        blocks.append(Block("menu", labelled("navigation", months)))
    if site.chance(0.1):
        blocks.append(calendar(site))
    return blocks + some(site, menu=0.3, promotion=0.3, others=0.25, footer=0.5)


def release(site: Site) -> list[Block]:
    """Lay out a press release: about the company and contacts are content."""
    rng = site.rng
    blocks = [*some(site, crumbs=0.3), headline(site), *some(site, dateline=0.5, share=0.3)]
    blocks += article_body(site, 0.3)
    name = f"{word(rng, 2).capitalize()} {rng.choice(('Group', 'Ltd', 'Foundation', 'PT', 'GmbH', 'S.A.'))}"
    ending = [Line(f"{site.tag()} {name}"), Line(site.sentence())]
    if rng.random() < 0.5:
        ending += [
            Line(site.name()),
            Line(f"{word(rng, 2)}@{site.domain}"),
            Line(f"+{rng.randrange(1, 99)} {rng.randrange(10**6, 10**8)}"),
        ]
    blocks += [Block("body", ending)] * (rng.random() < 0.6) + some(site, closing=0.4, tags=0.3)
    return blocks + some(site, related=0.4, promotion=0.3, footer=0.4)


def index(site: Site) -> list[Block]:
    """Lay out a blog's or section's front page: the entries that it exists for are content."""
    rng = site.rng
    blocks = some(site, menu=0.7, crumbs=0.4, promotion=0.1)
    dated, teased, named, sectioned = (rng.random() < share for share in (0.6, 0.85, 0.3, 0.25))
    more = site.habit("related", "more") if rng.random() < 0.6 else ""
    inline, counted, begun = rng.random() < 0.4, rng.random() < 0.2, rng.random() < 0.5
    entries, filed = site.paragraphs[:10], rng.choice((0, 0, 0, 0, 1, 2, 3))
    topic = rng.choice(("", "", "", "", "{}", "{}", "{} / {}", "{}{}", "{} · {}"))
    if begun:
        entries = [beginning(site) for _ in range(rng.randrange(3, 14))]
    for number, paragraph in enumerate(entries):
        if sectioned and number % 3 == 0:
            blocks.append(Block("crumbs", labelled("navigation", [site.section()])))
        blocks.append(Block("tags", labelled("metadata", [topic.format(site.section(), site.section())])))
        blocks.append(Block("body", [Line(clause(site.sentence()) if rng.random() < 0.3 else title(site))]))
        card = [Line(site.date(), "metadata")] * dated + [Line(site.name(), "credit")] * named
        blocks.append(Block("dateline", card))
        cut = paragraph[: rng.randrange(120, 500)].rstrip() + rng.choice(("", "...", " […]", "…"))
        teaser = (paragraph if begun else cut) if teased else ""
        if more and inline and teaser and site.spans:
            line = spanned("", "related", teaser, " " + more.strip())
            blocks.append(Block("body", [line]))
        elif teaser:
            blocks += [Block("body", [Line(teaser)]), Block("buttons", labelled("related", [more]))]
        if counted:
            blocks.append(Block("comments", labelled("comment", [site.habit("comment", "count")])))
        if filed:
            glued = "".join(site.section() for _ in range(rng.randrange(1, 4)))
            facts = (site.phrase("metadata", "tags"), f"{site.date()} {site.phrase('comment', 'count')} {glued}", glued)
            blocks.append(Block("tags", labelled("metadata", [facts[filed - 1]])))
        if rng.random() < 0.04:
            blocks += some(site, others=0.5, offer=0.5)
    return blocks + some(site, pager=0.6, promotion=0.4, others=0.2, menu=0.5, footer=0.6)


def plain(site: Site) -> list[Block]:
    """Lay out text full of short lines that are content: lists, verses, dialogues, questions and answers."""
    rng = site.rng
    blocks = some(site, headline=0.6, dateline=0.25)
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
    blocks += some(site, closing=0.3, tags=0.2, related=0.2, footer=0.2)
    return blocks + some(site, comments=0.1)


def error(site: Site) -> list[Block]:
    """Lay out a page that is not there, or shut: footer, with or without menus."""
    site.kind = "pages"
    texts = site.run("footer", site.rng.randrange(1, 5), site.rng.choice(("", "legal")))
    return [*some(site, menu=0.4), Block("legal", labelled("footer", texts)), *some(site, menu=0.3, footer=0.3)]


def scrap(site: Site) -> list[Block]:
    """Leave next to nothing: one paragraph or a few lines, with a rest of furniture at one end, or none."""
    rng = site.rng
    rest = some(site, menu=0.2, crumbs=0.2, dateline=0.3, tags=0.15, promotion=0.25, remarks=0.15, footer=0.25)
    rest = [block._replace(lines=block.lines[: rng.randrange(1, 4)]) for block in rest if block.lines]
    text = [Line(paragraph) for paragraph in site.paragraphs[: rng.choice((1, 1, 2, 3))]]
    body = [*([headline(site)] if rng.random() < 0.4 else []), Block("body", text)]
    return [*body, *rest] if rng.random() < 0.7 else [*rest, *body]


def portal(site: Site) -> list[Block]:
    """Lay out a page that only leads elsewhere: menus, lists, calls; hardly a sentence of its own."""
    site.kind = "pages"
    blocks = [*some(site, menu=0.9, crumbs=0.3), *some(site, headline=0.4, offer=0.4)]
    for _ in range(site.rng.randrange(1, 4)):
        blocks += [others(site), *some(site, menu=0.3, cards=0.25, promotion=0.2)]
    if site.chance(0.5):
        blocks.append(Block("body", [Line(site.paragraphs[0])]))
    return blocks + some(site, big_menu=0.5, offer=0.3, small_print=0.4, footer=0.7)


LAYOUTS: dict[str, tuple[float, Callable[[Site], list[Block]]]] = {
    "news": (0.26, news),
    "guide": (0.04, guide),
    "notice": (0.03, notice),
    "blog": (0.15, blog),
    "forum": (0.06, forum),
    "question": (0.03, question),
    "guestbook": (0.03, guestbook),
    "product": (0.06, product),
    "listing": (0.05, listing),
    "register": (0.11, register),
    "index": (0.05, index),
    "wiki": (0.05, wiki),
    "recipe": (0.03, recipe),
    "documentation": (0.04, documentation),
    "landing": (0.06, landing),
    "stay": (0.025, stay),
    "release": (0.02, release),
    "plain": (0.05, plain),
    "scrap": (0.045, scrap),
    "portal": (0.02, portal),
    "error": (0.01, error),
}
"""Every layout with its share; `pages` of compose() overrides the shares."""


_NEWS_PAGES = {
    "register": 0.02,
    "guestbook": 0.005,
    "scrap": 0.02,
    "portal": 0.003,
    "news": 0.7,
    "guide": 0.09,
    "notice": 0.08,
    "blog": 0.1,
    "plain": 0.06,
}


def pages_of(lang: str) -> dict[str, float]:
    """Say how often each layout meets documents of a language: Indonesian and Malay corpora are news above all."""
    shares = {name: share for name, (share, _) in LAYOUTS.items()}
    if lang not in ("id", "ms"):
        return shares
    return {name: _NEWS_PAGES.get(name, share / 3) for name, share in shares.items()}


def lay_out(site: Site, page: str) -> list[Block]:
    """Lay out a page, now and then with spam lines that someone planted in it."""
    blocks = LAYOUTS[page][1](site)
    if page not in ("error", "scrap") and site.lang not in ("id", "ms"):
        # Whole pages open with notices and close with calls, whatever they are about.
        blocks = [*some(site, small_print=0.08, offer=0.06), *blocks, *some(site, offer=0.14, small_print=0.14)]
    blocks = scattered(site, [block for block in blocks if block.lines])
    if site.spans and page != "error" and site.chance(0.06):
        where = site.rng.choice((len(blocks), len(blocks), site.rng.randrange(len(blocks) + 1), 0))
        blocks.insert(where, spam(site))
    return blocks
