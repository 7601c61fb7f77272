"""Lay out pages as sites do: a text among its furniture, block by block, every line with its label."""

from __future__ import annotations

from collections.abc import Callable

from cleaner.training.article import article_body, contents_of, headings, subheading
from cleaner.training.blocks import Block, Line, labelled, spanned
from cleaner.training.fittings import (
    headline,
    marker,
    repeated,
)
from cleaner.training.guides import guide, notice
from cleaner.training.lists import short_content
from cleaner.training.locales import word
from cleaner.training.margins import (
    button,
    calendar,
    related,
    spam,
)
from cleaner.training.parts import some
from cleaner.training.shops import landing, listing, product
from cleaner.training.site import Site, clause, sentences
from cleaner.training.threads import forum, question


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
    blocks += article_body(site, 1.0, heads)
    blocks += some(site, video=0.08, gallery=0.04, pointer=0.06, closing=0.5, pager=0.04)
    blocks += some(site, tags=0.35, promotion=0.35, share=0.2, biography=0.05)
    if titled and site.chance(0.05):
        blocks.append(repeated(site))
    blocks += some(site, related=0.55, neighbours=0.15)
    blocks += some(site, comment_form=0.12, comments=0.12)
    if site.chance(0.3):
        blocks.append(related(site, 12))
    blocks += some(site, promotion=0.12, menu=0.1, footer=0.4)
    return blocks + some(site, cookies=0.08)


def blog(site: Site) -> list[Block]:
    """Lay out a blog post: loose furniture, comments, archives, neighbours."""
    blocks = [*some(site, menu=0.4), headline(site), *some(site, dateline=0.6, contents=0.15)]
    blocks += article_body(site, 0.5)
    blocks += some(site, tags=0.4, share=0.4, neighbours=0.3, biography=0.2)
    blocks += some(site, related=0.4, comments=0.4, comment_form=0.5)
    if site.chance(0.3):
        months = [site.locale.date(site.rng, "{B} {Y}").strip() for _ in range(site.rng.randrange(3, 12))]
        blocks.append(Block("menu", labelled("navigation", months)))
    if site.chance(0.1):
        blocks.append(calendar(site))
    return blocks + some(site, menu=0.3, promotion=0.3, footer=0.5)


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
    blocks = some(site, menu=0.7, crumbs=0.4)
    dated, teased, named = rng.random() < 0.7, rng.random() < 0.9, rng.random() < 0.3
    more = site.habit("related", "more") if rng.random() < 0.6 else ""
    inline = rng.random() < 0.4
    for paragraph in site.paragraphs[:10]:
        blocks.append(Block("body", [Line(clause(site.sentence()) if rng.random() < 0.5 else site.other_headline())]))
        card = [Line(site.date(), "metadata")] * dated + [Line(site.name(), "credit")] * named
        blocks.append(Block("dateline", card))
        teaser = paragraph[: rng.randrange(120, 500)].rstrip() + rng.choice(("", "...", " […]", "…")) if teased else ""
        if more and inline and teaser and site.spans:
            line = spanned("", "related", teaser, " " + more.strip())
            blocks.append(Block("body", [line]))
        elif teaser:
            blocks += [Block("body", [Line(teaser)]), Block("buttons", labelled("related", [more]))]
    return blocks + some(site, pager=0.6, promotion=0.4, menu=0.4, footer=0.6)


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
    blocks = [*some(site, menu=0.5), headline(site), *some(site, dateline=0.3)]
    if rng.random() < 0.4:
        sign = rng.choice((": ", " ", " | ", "\t"))
        facts = [
            Line(f"{site.tag()}{sign}{rng.choice((site.tag(), site.date(), site.locale.number(rng)))}")
            for _ in range(rng.randrange(2, 9))
        ]
        blocks.append(Block("body", facts))
    blocks.append(Block("body", [Line(site.paragraphs[0])]))
    if rng.random() < 0.5:
        blocks.append(contents_of(site, heads))
    marked = site.spans and rng.random() < 0.7
    mark = _EDIT.get(site.furniture, "[edit]")
    gap = rng.choice(("", "", " "))
    if marked:
        heads = [spanned("", "navigation", head.text, gap + mark) for head in heads]
    blocks += article_body(site, 0.1, heads, opened=False, first=1)
    if rng.random() < 0.5:
        notes: list[Line] = []
        for number in range(1, rng.randrange(2, 8)):
            sign = rng.choice(("^ ", "↑ ", "- ↑ ", f"{number}. ", f"[{number}] "))
            notes.append(Line(f"{sign}{site.name()} ({site.date()}). {site.other_headline()}. {site.site}."))
        blocks.append(Block("body", notes))
    if rng.random() < 0.5:
        blocks.append(Block("tags", labelled("metadata", site.run("metadata", rng.randrange(1, 4), "tags"))))
    if rng.random() < 0.3:
        blocks.append(Block("menu", labelled("navigation", [site.tag() for _ in range(rng.randrange(4, 15))])))
    return blocks + some(site, menu=0.5, footer=0.7)


def recipe(site: Site) -> list[Block]:
    """Lay out a recipe: ingredients and steps are content."""
    site.kind = "pages"
    rng = site.rng
    blocks = [*some(site, menu=0.3), headline(site), *some(site, dateline=0.5, share=0.4)]
    blocks += [button(site)] * (rng.random() < 0.5) + some(site, caption=0.4)
    blocks.append(Block("body", [Line(site.paragraphs[0])]))
    blocks += [short_content(site, 12) for _ in range(rng.randrange(1, 3))]
    if rng.random() < 0.3:
        blocks.append(marker(site))
    steps = [
        Line(f"{number}. {text}" if rng.random() < 0.98 else text)
        for number, text in enumerate(site.paragraphs[1:9], 1)
    ]
    blocks += [Block("body", steps)] + [short_content(site, 4)] * (rng.random() < 0.4)
    blocks += some(site, promotion=0.4, related=0.5, comments=0.4, reviews=0.4)
    return blocks + some(site, comment_form=0.3, footer=0.5)


def documentation(site: Site) -> list[Block]:
    """Lay out a manual's page: sidebar, contents, commands, neighbours, a feedback widget."""
    site.kind = "pages"
    rng = site.rng
    heads = headings(site, rng.choice((1, 2)))[:8]
    blocks = [*some(site, menu=0.7, crumbs=0.4), headline(site)]
    if rng.random() < 0.5:
        blocks.append(contents_of(site, heads))
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
    blocks += [Block("comments", labelled("comment", site.run("comment", rng.randrange(1, 3))))] * (rng.random() < 0.3)
    return blocks + [button(site)] * (rng.random() < 0.3) + some(site, neighbours=0.4, menu=0.3, footer=0.5)


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


LAYOUTS: dict[str, tuple[float, Callable[[Site], list[Block]]]] = {
    "news": (0.42, news),
    "guide": (0.04, guide),
    "notice": (0.03, notice),
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


_NEWS_PAGES = {"news": 0.7, "guide": 0.09, "notice": 0.08, "blog": 0.1, "plain": 0.06}


def pages_of(lang: str) -> dict[str, float]:
    """Say how often each layout meets documents of a language: Indonesian and Malay corpora are news above all."""
    shares = {name: share for name, (share, _) in LAYOUTS.items()}
    if lang not in ("id", "ms"):
        return shares
    return {name: _NEWS_PAGES.get(name, share / 3) for name, share in shares.items()}


def lay_out(site: Site, page: str) -> list[Block]:
    """Lay out a page, now and then with spam lines that someone planted in it."""
    blocks = [block for block in LAYOUTS[page][1](site) if block.lines]
    if site.spans and page != "error" and site.chance(0.06):
        where = site.rng.choice((len(blocks), len(blocks), site.rng.randrange(len(blocks) + 1), 0))
        blocks.insert(where, spam(site))
    return blocks
