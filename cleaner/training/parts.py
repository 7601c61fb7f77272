"""Name the parts of a page, so that a page can say how often it has them."""

from __future__ import annotations

from collections.abc import Callable

from cleaner.training.article import contents
from cleaner.training.blocks import Block
from cleaner.training.fittings import (
    biography,
    caption,
    closing,
    dateline,
    gallery,
    headline,
    marker,
    pointer,
    share,
    tags,
    video,
)
from cleaner.training.margins import (
    comment_form,
    comments,
    cookies,
    crumbs,
    footer,
    menu,
    neighbours,
    pager,
    promotion,
    related,
    reviews,
)
from cleaner.training.menus import big_menu
from cleaner.training.offers import cards, offer, small_print
from cleaner.training.site import Site
from cleaner.training.teasers import others
from cleaner.training.voices import remarks


def some(site: Site, **shares: float) -> list[Block]:
    """Lay out parts in this order, each in its share of pages."""
    return [_PARTS[name](site) for name, share in shares.items() if site.chance(share)]


_PARTS: dict[str, Callable[[Site], Block]] = {
    part.__name__: part
    for part in (
        big_menu,
        biography,
        caption,
        cards,
        closing,
        comment_form,
        comments,
        contents,
        cookies,
        crumbs,
        dateline,
        footer,
        gallery,
        headline,
        marker,
        menu,
        neighbours,
        offer,
        others,
        pager,
        pointer,
        promotion,
        related,
        remarks,
        reviews,
        share,
        small_print,
        tags,
        video,
    )
}
