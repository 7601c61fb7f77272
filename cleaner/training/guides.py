"""Lay out articles that are lists: places with their hours, schedules, vacancies, rankings. They are content."""

from __future__ import annotations

from cleaner.training.article import article_body, contents_of, headings
from cleaner.training.blocks import Block, Line
from cleaner.training.fittings import caption, headline, marker, pointer
from cleaner.training.lists import facts, made_list, ranking
from cleaner.training.parts import some
from cleaner.training.site import Site
from cleaner.training.wording import choices


def guide(site: Site) -> list[Block]:
    """Lay out a guide: numbered items, each with a text, a picture and facts; their names on top as links."""
    rng = site.rng
    heads = headings(site)[1:] or headings(site)
    heads = [Line(f"{number}. {head.text.lstrip('0123456789. ')}") for number, head in enumerate(heads, 1)]
    if rng.random() < 0.3:
        heads = [Line(f"#{head.text.replace('. ', ' ', 1)}") for head in heads]
    blocks = [*some(site, crumbs=0.2), headline(site), *some(site, dateline=0.4, caption=0.4)]
    blocks.append(Block("body", [Line(site.paragraphs[0])]))
    if rng.random() < 0.35:
        blocks.append(contents_of(site, heads))
    worded, bare = bool(choices(site.lang, "where")), rng.random() < 0.12
    pictured, pointed, marked = rng.choice((0.0, 0.5, 0.9)), rng.choice((0.0, 0.0, 0.2)), rng.choice((0.0, 0.0, 0.2))
    told = worded and rng.random() < 0.6
    for head, paragraph in zip(heads, site.paragraphs[1:] or site.paragraphs, strict=False):
        blocks.append(Block("body", [head]))
        blocks += [caption(site)] * (rng.random() < pictured)
        blocks += [Block("body", [Line(paragraph)])] * (not bare)
        if told:
            blocks.append(Block("body", [Line(text.strip()) for text in facts(site, 4) if text.strip()]))
        blocks += [pointer(site)] * (rng.random() < pointed) + [marker(site)] * (rng.random() < marked)
    if rng.random() < 0.3:
        blocks.append(Block("body", [Line(text) for text in ranking(site, rng.randrange(2, 12))]))
    blocks += some(site, closing=0.4, tags=0.3, promotion=0.15, related=0.3)
    return blocks + some(site, comment_form=0.1, footer=0.2)


def notice(site: Site) -> list[Block]:
    """Lay out a short text with long lists: a schedule, a vacancy, prices, offices."""
    rng = site.rng
    blocks = [*some(site, crumbs=0.2), *some(site, headline=0.8, dateline=0.4, share=0.1, caption=0.25)]
    site.paragraphs = site.paragraphs[: rng.randrange(2, 7)]
    for index, block in enumerate(article_body(site, 0.8)):
        blocks.append(block)
        if block.role == "body" and (index == 0 or rng.random() < 0.5):
            blocks.append(made_list(site, rng.choice((6, 14, 30))))
    blocks += some(site, pointer=0.15, closing=0.4, tags=0.35, promotion=0.2, related=0.3)
    return blocks + some(site, comment_form=0.1, footer=0.2)
