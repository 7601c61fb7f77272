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
from cleaner.training.site import Site


def some(site: Site, **shares: float) -> list[Block]:
    """Lay out parts in this order, each in its share of pages."""
    return [_PARTS[name](site) for name, share in shares.items() if site.chance(share)]


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
        gallery,
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
        video,
    )
}
