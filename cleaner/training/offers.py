"""Lay out what shops, hotels and services say to make readers act, and what their forms add in small print."""

from __future__ import annotations

from cleaner.training.addresses import price
from cleaner.training.blocks import Block, labelled
from cleaner.training.shelf import row, say
from cleaner.training.site import Site


def _called(site: Site, count: int) -> list[str]:
    found = row(site, "services", "promotion", count)
    return found if found and site.chance(0.75) else site.run("promotion", count, site.rng.choice(("call", "call", "")))


def offer(site: Site) -> Block:
    """Lay out an offer: a call or several, some with a price, a button under it."""
    rng = site.rng
    texts = _called(site, rng.choice((1, 1, 2, 3, 4, 6)))
    if rng.random() < 0.2:
        texts.insert(rng.randrange(len(texts) + 1), price(site))
    if rng.random() < 0.35:
        texts = _joined(site, texts)
    if rng.random() < 0.12:
        texts.insert(0, f"{texts[0] if texts else ''} {site.sentence()[:200]}")
    return Block("promotion", labelled("promotion", texts))


def _joined(site: Site, texts: list[str]) -> list[str]:
    """Run short calls or clauses together to longer lines, as one box of a page holds them."""
    glue = "" if site.locale.closed else site.rng.choice((" ", " ", " ", ". ", " – ", " | "))
    size = site.rng.choice((2, 2, 3, 4))
    return [glue.join(texts[at : at + size]) for at in range(0, len(texts), size)]


def cards(site: Site) -> Block:
    """Lay out advertised things one after another: a name, words about it, a price, the same button each time."""
    rng = site.rng
    button = say(site, "services", "promotion", "") or site.phrase("promotion", "call")
    button = button if len(button) < 40 else ""
    worded, priced = rng.random() < 0.35, rng.random() < 0.5
    texts: list[str] = []
    for _ in range(rng.randrange(2, 7)):
        texts += [site.other_headline() if rng.random() < 0.4 else f"{site.stem} {site.tag()}"]
        texts += [site.sentence()[:120]] * worded + [price(site)] * priced + [button]
    return Block("promotion", labelled("promotion", texts))


def small_print(site: Site, most: int = 4) -> Block:
    """Lay out consents, conditions, checks of forms, notices without scripts."""
    count = site.rng.randrange(1, most)
    texts = row(site, "services", "footer", count)
    if not texts or site.chance(0.2):
        texts = site.run("footer", count, "legal")
    if site.chance(0.35):
        texts = _joined(site, texts)
    return Block("legal", labelled("footer", texts))
