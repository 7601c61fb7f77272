"""Lay out pages of shops and services: their short lines are content, their buttons are not."""

from __future__ import annotations

from cleaner.training.addresses import contact, price
from cleaner.training.article import article_body, subheading
from cleaner.training.blocks import Block, Line, labelled
from cleaner.training.fittings import (
    headline,
)
from cleaner.training.lists import short_content, specification
from cleaner.training.locales import word
from cleaner.training.margins import (
    button,
    form,
)
from cleaner.training.offers import offer
from cleaner.training.parts import some
from cleaner.training.shelf import row
from cleaner.training.site import Site, clause, sentences
from cleaner.training.wording import choices


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


def _variants(site: Site) -> Block:
    """Lay out what a product comes in: sizes and colours, each with the same notice, or all run together."""
    rng = site.rng
    notice = site.habit("navigation", "button") if rng.random() < 0.5 else ""
    sizes = rng.choice(("S|M|L|XL", "36|38|40|42|44", "1 lb|2 lbs|5 lbs", "250 g|500 g|1 kg", "A4|A5", "12 V|24 V"))
    values = sizes.split("|") if rng.random() < 0.6 else [site.tag() for _ in range(rng.randrange(2, 6))]
    texts = [f"{value}{notice}" for value in values]
    glue = rng.choice((" ", "", " / "))
    return Block("buttons", labelled("navigation", [glue.join(texts)] if rng.random() < 0.5 else texts))


def product(site: Site) -> list[Block]:
    """Lay out a shop's product page: name, price, specification and description are content."""
    site.kind = "pages"
    rng = site.rng
    name, cost = _product(site), price(site)
    blocks = some(site, promotion=0.2, offer=0.2, menu=0.6, crumbs=0.4)
    blocks.append(Block("headline", [Line(name)]))
    if rng.random() < 0.2:
        blocks.append(Block("crumbs", [Line(name, "navigation")]))
    blocks += some(site, reviews=0.3)
    blocks.append(Block("body", [Line(cost), *([Line(price(site))] if rng.random() < 0.3 else [])]))
    facts = Block("dateline", labelled("metadata", site.run("metadata", rng.randrange(1, 4))))
    blocks += [button(site, count=rng.randrange(1, 5))] * (rng.random() < 0.8) + [facts] * (rng.random() < 0.5)
    if rng.random() < 0.25:
        blocks.append(_variants(site))
    blocks += [button(site, "promotion", rng.randrange(1, 4))] * (rng.random() < 0.6) + some(site, caption=0.3)
    blocks += article_body(site, 0.2, opened=False) + [short_content(site, 10) for _ in range(rng.randrange(3))]
    blocks += [button(site)] * (rng.random() < 0.3) + some(site, share=0.3, reviews=0.5)
    blocks += some(site, offer=0.35, small_print=0.3)
    if rng.random() < 0.6:
        priced = rng.random() < 0.7
        items = [
            text
            for _ in range(rng.randrange(2, 8))
            for text in ((_product(site), price(site)) if priced else (_product(site),))
        ]
        blocks.append(Block("related", labelled("related", [site.phrase("related", "heading"), *items])))
    return blocks + some(site, others=0.15, cards=0.15, promotion=0.3, menu=0.4, footer=0.7)


def listing(site: Site) -> list[Block]:
    """Lay out a shop grid or a directory: its entries are content, buttons and filters are not."""
    site.kind = "pages"
    rng = site.rng
    blocks = some(site, promotion=0.3, menu=0.7, crumbs=0.3)
    blocks += [
        Block("headline", [Line(site.tag().capitalize())]),
        *some(site, pager=0.4),
        button(site, count=rng.randrange(1, 6)),
    ]
    if rng.random() < 0.4:
        blocks.append(Block("body", [Line(site.paragraphs[0])]))
    shop, teased, rated, tagged = rng.random() < 0.65, rng.random() < 0.35, rng.random() < 0.2, rng.random() < 0.2
    cut = rng.random() < 0.12
    worded = choices(site.lang, "values")
    again = [rng.choice([*worded, *choices(site.lang, "fares")]) + rng.choice(("", "", ":"))] if worded else []
    again = again * (rng.random() < 0.2)
    glued, gap = rng.random() < 0.12 and bool(choices(site.lang, "where")), rng.choice(("", " ", " "))
    link = site.habit("navigation", "button") if rng.random() < 0.5 else ""
    link_label = "navigation"
    if link and rng.random() < 0.3:
        link, link_label = site.habit("related", "more"), "related"
    for index in range(rng.randrange(4, 18)):
        if shop:
            entry = [Line(_product(site)), Line(price(site))]
            if rng.random() < 0.15:
                entry.append(Line(price(site)))
        else:
            entry = [
                Line(f"{word(rng, 2).capitalize()} {site.section()}"),
                Line(f"{site.rng.choice(site.locale.places)}, {site.tag()} {rng.randrange(1, 200)}"),
            ]
            if rng.random() < 0.5:
                phone = rng.randrange(10, 99), rng.choice((") ", " ", "-")), rng.randrange(10**5, 10**7)
                entry.append(Line(rng.choice("0+(") + "".join(map(str, phone))))
        # What every entry says again is no furniture: that it ships free, what is off, what is left.
        entry += [Line(text) for text in (again if not cut else [f"-{rng.randrange(1, 15) * 5}%", *again])]
        if glued:
            # Cards come out of a grid as one line, their parts run together.
            entry = [Line(gap.join([line.text for line in entry] + specification(site, 3)))]
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
            blocks.append(Block("comments", labelled("comment", [site.habit("comment", "count")])))
        blocks.append(Block("buttons", labelled(link_label, [link])))
    blocks += some(site, pager=0.6, related=0.25, offer=0.2, cards=0.1)
    if rng.random() < 0.3:
        # What the goods are good for, at the foot of the grid, with questions as headings.
        for paragraph in site.paragraphs[-3:]:
            asked = subheading(site, paragraph).text.rstrip("?:.") + rng.choice(("?", "?", ""))
            blocks.append(Block("body", [Line(asked), Line(paragraph)]))
    return blocks + some(site, promotion=0.2, menu=0.35, small_print=0.2, footer=0.7)


def _voices(site: Site) -> list[Line]:
    """Let customers speak: their words, names and posts are what a service's page says; a carousel says them twice."""
    lines: list[Line] = []
    for _ in range(site.rng.randrange(1, 4)):
        role = site.rng.choice(choices(site.lang, "posts") or [site.tag()])
        lines += [Line(f"“{site.sentence()}”"), Line(site.name()), Line(f"{role}, {word(site.rng, 2).capitalize()}")]
    return lines * site.rng.choice((1, 1, 1, 2))


def landing(site: Site) -> list[Block]:
    """Lay out a company's or a school's page: short headings and texts, buttons, newsletter, footer."""
    site.kind = "pages"
    rng = site.rng
    blocks = [*some(site, promotion=0.3, menu=0.6), headline(site)]
    call, label = rng.choice(
        (("call", "promotion"), ("call", "promotion"), ("menu", "navigation"), ("more", "related"))
    )
    naming = rng.random() < 0.35
    linked, offered = rng.random() < 0.6, rng.choice((0.0, 0.05, 0.15))
    for paragraph in site.paragraphs[:12]:
        texts = row(site, "services", "content-short", 3, "", site.lang) if rng.random() < 0.2 else []
        texts = texts or sentences(paragraph)
        blocks.append(Block("body", [subheading(site, paragraph), Line(" ".join(texts[: rng.randrange(1, 3)]))]))
        if linked and rng.random() < 0.6:
            text = site.habit(label, call, 2)
            if naming and label == "related":
                text = f"{text.rstrip(' .>»→')} {site.tag()}"
            blocks.append(Block("buttons", labelled(label, [text])))
        if rng.random() < 0.1:
            blocks.append(short_content(site))
        if rng.random() < offered:
            blocks.append(offer(site))
    blocks += [Block("body", _voices(site))] * (rng.random() < 0.3) + [form(site)] * (rng.random() < 0.25)
    blocks += some(site, related=0.25, cards=0.2, offer=0.45, promotion=0.3, menu=0.4, small_print=0.25, footer=0.7)
    return blocks + some(site, cookies=0.2)


def stay(site: Site) -> list[Block]:
    """Lay out a hotel's page: address, rooms and rules are content; rates, calls and other hotels are not."""
    site.kind = "pages"
    rng = site.rng
    kind = rng.choice(("Hotel", "Hotel", "Pension", "Villa", ""))
    name = f"{kind} {word(rng, 2).capitalize()} {rng.choice(site.locale.places)}"
    blocks = [*some(site, menu=0.6, crumbs=0.4), Block("headline", [Line(name.strip())])]
    where = [Line(text) for text in contact(site)]
    blocks += [Block("body", where), *some(site, offer=0.4), button(site, count=rng.randrange(1, 4))]
    blocks.append(Block("body", [Line(text) for text in site.paragraphs[: rng.randrange(1, 4)]]))
    for _ in range(rng.randrange(1, 4)):
        # Rooms: what they are is content, what they cost tonight a call.
        facts = row(site, "services", "content-short", rng.randrange(0, 3), "", site.lang)
        blocks.append(Block("body", [subheading(site, rng.choice(site.paragraphs)), *map(Line, facts)]))
        blocks += [short_content(site, 6)] * (rng.random() < 0.4)
        if rng.random() < 0.4:
            blocks.append(Block("promotion", labelled("promotion", row(site, "services", "promotion", 2))))
    blocks += some(site, reviews=0.45, remarks=0.15, offer=0.3)
    if rng.random() < 0.5:
        others = [f"{rng.choice(('Hotel', 'Villa', ''))} {word(rng, 2).capitalize()}".strip() for _ in range(6)]
        rates = [text for other in others for text in (other, price(site))] if rng.random() < 0.5 else others
        blocks.append(Block("related", labelled("related", [site.phrase("related", "heading"), *rates])))
    return blocks + some(site, small_print=0.45, promotion=0.2, menu=0.35, footer=0.6)
