"""Lay out pages that people look things up in: wikis, recipes, manuals."""

from __future__ import annotations

from cleaner.training.article import article_body, contents_of, headings
from cleaner.training.blocks import Block, Line, labelled, spanned
from cleaner.training.fittings import headline, marker
from cleaner.training.lists import short_content
from cleaner.training.locales import word
from cleaner.training.margins import button
from cleaner.training.parts import some
from cleaner.training.site import Site

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


def _listed(site: Site, contents: Block) -> Block:
    """Write a contents list with bullets, as extractors do; some entries lie a level deeper."""
    if site.chance(0.5):
        return contents
    sign, deep = site.rng.choice("-*•"), site.chance(0.4)
    numbers = [0, 0]
    lines = []
    for line in contents.lines:
        below = deep and numbers[0] > 0 and site.chance(0.4)
        numbers = [numbers[0], numbers[1] + 1] if below else [numbers[0] + 1, 0]
        number = f"{numbers[0]}.{numbers[1]}" if below else str(numbers[0])
        lines.append(line._replace(text=f"{sign} {number} {line.text.lstrip('0123456789. ')}"))
    return contents._replace(lines=[*contents.lines[:1], *lines[1:]])


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
        blocks.append(_listed(site, contents_of(site, heads)))
    marked = site.spans and rng.random() < 0.7
    mark = _EDIT.get(site.furniture, rng.choice(("[edit]", "[edit | edit source]")))
    mark = f"[{mark[1:-1].split(' | ')[0]}]" if rng.random() < 0.4 else mark
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
        filed = site.run("metadata", rng.randrange(1, 4), "tags")
        if rng.random() < 0.4:
            filed = [rng.choice(("- ", "- ", "* ", "")) + site.tag() for _ in range(rng.randrange(1, 8))]
        blocks.append(Block("tags", labelled("metadata", filed)))
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
