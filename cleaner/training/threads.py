"""Lay out pages on which people talk: the posts are content, their authors' cards are not."""

from __future__ import annotations

from cleaner.training.blocks import Block, Line, labelled
from cleaner.training.fittings import (
    tags,
)
from cleaner.training.locales import word
from cleaner.training.parts import some
from cleaner.training.site import Site


def forum(site: Site) -> list[Block]:
    """Lay out a thread: the posts are content, their authors' cards credit and metadata."""
    site.kind = "pages"
    rng = site.rng
    blocks = some(site, menu=0.5, crumbs=0.5, headline=0.85, pager=0.3)
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
        card += labelled("metadata", ranks)
        if numbered:
            card.append(Line(f"#{number}", "metadata"))
        blocks.append(Block("dateline", card))
        if rng.random() < 0.15:
            post[0] = f"@{word(rng, 2)} {post[0]}"
        blocks.append(Block("body", [Line(text) for text in post]))
        blocks.append(Block("buttons", labelled("navigation", links)))
    blocks += some(site, pager=0.3, related=0.4, share=0.2, menu=0.3)
    return blocks + some(site, footer=0.5)


def question(site: Site) -> list[Block]:
    """Lay out a question with its answers."""
    site.kind = "pages"
    rng = site.rng
    asked = Line(site.headline.rstrip(".?") + rng.choice(("?", "?", "")))
    blocks = [*some(site, menu=0.5), Block("headline", [asked]), *some(site, dateline=0.6)]
    counts = site.run("metadata", 2, "count")
    votes, form = rng.random() < 0.5, rng.random() < 0.6
    for index, paragraph in enumerate(site.paragraphs[:12]):
        if votes and index % 2 == 0:
            blocks.append(
                Block("dateline", labelled("metadata", counts[:1] if rng.random() < 0.5 else [str(rng.randrange(40))]))
            )
        blocks.append(Block("body", [Line(paragraph)]))
        if index % 2 == 0 and rng.random() < 0.5:
            blocks.append(Block("dateline", [Line(site.name(), "credit"), Line(site.date(), "metadata")]))
        if form and rng.random() < 0.4:
            blocks.append(Block("comments", labelled("comment", [site.habit("comment", "form")])))
    if rng.random() < 0.4:
        blocks.append(tags(site))
    return blocks + some(site, related=0.6, promotion=0.3, footer=0.5)
