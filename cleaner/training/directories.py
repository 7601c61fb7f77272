"""Lay out pages whose short lines are what they exist for: addresses, links, dates, steps, terms, records."""

from __future__ import annotations

from collections.abc import Callable

from cleaner.training.addresses import contact, contact_fields
from cleaner.training.article import subheading
from cleaner.training.blocks import Block, Line, labelled
from cleaner.training.fittings import headline
from cleaner.training.lists import made_list
from cleaner.training.locales import word
from cleaner.training.margins import button
from cleaner.training.parts import some
from cleaner.training.sayings import letters, log, talk, thing, verses, words
from cleaner.training.shelf import row, say
from cleaner.training.site import Site, clause, sentences
from cleaner.training.teasers import beginning, title


def directory(site: Site) -> list[Block]:
    """List firms and people with address and telephone, buttons between them."""
    rng = site.rng
    link, told = site.habit("navigation", "button") if rng.random() < 0.4 else "", rng.random() < 0.4
    blocks: list[Block] = []
    for _ in range(rng.randrange(3, 15)):
        name = site.name() if site.once("people listed", lambda: rng.random() < 0.3) else thing(site)
        blocks.append(Block("body", [Line(text) for text in (name, *contact(site))]))
        blocks += [Block("body", [Line(site.sentence())])] * told
        blocks.append(Block("buttons", labelled("navigation", [link])))
    return blocks


def towns(site: Site) -> list[Block]:
    """List where something is to be had, town by town under their country, often run together."""
    rng = site.rng
    glue, mark = rng.choice(("", ", ", " ", " | ")), rng.choice(("", "- ", "• "))
    lines: list[Line] = []
    for _ in range(rng.randrange(2, 12)):
        names = sorted(word(rng, rng.choice((1, 2))).capitalize() for _ in range(rng.randrange(2, 20)))
        lines.append(Line(f"{mark}{rng.choice(site.locale.places)}{glue}{glue.join(names)}"))
    return [Block("body", lines)]


def links(site: Site) -> list[Block]:
    """List addresses of other places that the page recommends, with a word on each: they are its content."""
    rng = site.rng
    way = rng.choice(("{t} - {s}", "{t}: {s}", "{t}", "{t} ({u})", "{u}\n{s}", "{t}\n{s}", "- {t}\n{u}", "{t} | {s}"))
    lines: list[Line] = []
    for _ in range(rng.randrange(4, 25)):
        if rng.random() < 0.12:
            lines.append(Line(site.tag().capitalize()))
        name = title(site) if rng.random() < 0.5 else thing(site)
        text = way.format(t=name, s=clause(site.sentence(), 120), u=f"http://www.{word(rng, 2)}{word(rng, 1)}.org/")
        lines += [Line(part) for part in text.split("\n")]
    return [Block("body", lines)]


def agenda(site: Site) -> list[Block]:
    """List events by date: day, time, place, a sentence; buttons to book."""
    rng = site.rng
    button_, told = site.habit("navigation", "button") if rng.random() < 0.35 else "", rng.random() < 0.5
    joined = rng.choice(("", ": ", " - ", " | ", ", "))
    blocks: list[Block] = []
    for _ in range(rng.randrange(3, 16)):
        when, what = site.date(), title(site)
        if rng.random() < 0.4:
            when += rng.choice((" ", ", ", " kl. ", " @ ")) + site.locale.clock(rng)
        texts = [f"{when}{joined}{what}"] if joined else [when, what] if site.shouted else [what, when]
        texts += [f"{thing(site)}, {rng.choice(site.locale.places)}"] * (rng.random() < 0.5)
        blocks.append(Block("body", [Line(text) for text in texts + [site.sentence()] * told]))
        blocks.append(Block("buttons", labelled("navigation", [button_])))
    return blocks


def steps(site: Site) -> list[Block]:
    """Say how a service works: what to do, what then comes, whom to ask. The imperative is the page's own."""
    rng = site.rng
    numbered = rng.random() < 0.4
    blocks: list[Block] = []
    for number, paragraph in enumerate(site.paragraphs[: rng.randrange(2, 7)], 1):
        texts = row(site, "services", "content-short", rng.randrange(1, 5), "", site.lang) or sentences(paragraph)[:3]
        head = subheading(site, paragraph, number if numbered else 0)
        blocks.append(Block("body", [head] * (rng.random() < 0.6) + [Line(text) for text in texts]))
        blocks += [Block("body", [Line(paragraph)])] * (rng.random() < 0.5)
        blocks += [button(site, "promotion")] * (rng.random() < 0.12)
    return blocks


def terms(site: Site) -> list[Block]:
    """Print conditions as a page of their own: numbered headings, clauses; what is small print elsewhere is content."""
    rng = site.rng
    blocks: list[Block] = []
    for number, paragraph in enumerate(site.paragraphs[:10], 1):
        head = Line(f"{rng.choice(('', '§ ', ''))}{number}. {site.tag().capitalize()}")
        legal = row(site, "services", "footer", 2) or site.run("footer", 1, "legal")
        legal = [text for text in legal if len(text) > 60][: rng.randrange(3)]
        blocks.append(
            Block("body", [head, *(Line(f"{number}.{at} {text}") for at, text in enumerate([*legal, paragraph], 1))])
        )
    return blocks


def teasings(site: Site) -> list[Block]:
    """List what a category holds: title, beginning, a link to read on after each. The entries are content."""
    rng = site.rng
    more, inline = site.habit("related", "more"), rng.random() < 0.5
    dated = rng.random() < 0.4
    blocks: list[Block] = []
    for _ in range(rng.randrange(3, 14)):
        head, begun = title(site), beginning(site)
        blocks.append(Block("body", [Line(head)]))
        blocks += [Block("dateline", [Line(site.date(), "metadata")])] * dated
        if inline and site.spans and more:
            text = f"{begun} {more}"
            blocks.append(Block("body", [Line(text, None, ((len(begun), len(text), "related"),))]))
        else:
            blocks += [Block("body", [Line(begun)]), Block("buttons", labelled("related", [more]))]
    return blocks


def records(site: Site) -> list[Block]:
    """Show records of a register: the same fields for each entry, many of them with the same value or none."""
    rng = site.rng
    sign = rng.choice((": ", " : ", ":", " ", "\t", " - "))
    fields = [site.tag().capitalize() for _ in range(rng.randrange(2, 8))]
    fields = contact_fields(site) + fields if rng.random() < 0.3 else fields
    none = (
        say(site, "services", "content-short", "", site.lang)[:40]
        if rng.random() < 0.2
        else rng.choice(("-", "#N/A", "n/a", "?"))
    )
    lines: list[Line] = []
    for _ in range(rng.randrange(1, 7)):
        lines.append(Line(site.name() if site.shouted else thing(site)))
        for field in dict.fromkeys(fields):
            value = rng.choice((site.tag(), site.date(), site.locale.number(rng), none, site.name(), thing(site)))
            lines.append(Line(f"{field}{sign}{value}"))
    return [Block("body", lines)]


def fixtures(site: Site) -> list[Block]:
    """List who meets whom and when: a line each, all of the same form."""
    rng = site.rng
    versus, clock = rng.choice((" at ", " - ", " vs ", " v ", " – ")), rng.random() < 0.5
    played = rng.random() < 0.4
    lines: list[Line] = []
    for number in range(rng.randrange(4, 24)):
        if number % 8 == 0 and rng.random() < 0.5:
            lines.append(Line(site.date()))
        score = f" {rng.randrange(6)}{rng.choice('-:')}{rng.randrange(6)}" if played else ""
        when = f", {site.locale.clock(rng)}" if clock and not played else ""
        lines.append(Line(f"{thing(site)}{versus}{thing(site)}{score}{when}"))
    return [Block("body", lines)]


def rows(site: Site) -> list[Block]:
    """List threads, jobs or files as an index does: a title, who, how many, when; each row is an entry."""
    rng = site.rng
    way = rng.choice(
        ("{t}\n{n}\n{c}", "{t}\n{c} - {d}", "{t} {c} {d}", "{t}\n{n}, {d}", "{t}", "{t} | {c} | {n}", "{t}\n{d}")
    )
    lines: list[Line] = []
    for _ in range(rng.randrange(5, 22)):
        text = way.format(t=title(site), n=site.name(), c=site.locale.number(rng), d=site.date())
        lines += [Line(part, "metadata" if at else None) for at, part in enumerate(text.split("\n"))]
    return [Block("body", lines)]


_KINDS: dict[Callable[[Site], list[Block]], float] = {
    directory: 2.0,
    towns: 0.4,
    links: 1.6,
    agenda: 1.6,
    log: 1.4,
    words: 2.2,
    verses: 1.4,
    talk: 1.6,
    steps: 2.0,
    terms: 0.8,
    teasings: 2.0,
    rows: 1.0,
    records: 1.0,
    fixtures: 0.8,
    letters: 0.6,
}


def register(site: Site) -> list[Block]:
    """Lay out a page of short lines that are content, among little or much furniture."""
    site.kind = "pages"
    rng = site.rng
    blocks = some(site, menu=0.6, crumbs=0.3, promotion=0.15, offer=0.1)
    blocks += [headline(site)] * (rng.random() < 0.85) + some(site, dateline=0.15, share=0.15)
    if rng.random() < 0.5:
        blocks.append(Block("body", [Line(site.paragraphs[0])]))
    for kind in rng.choices(list(_KINDS), list(_KINDS.values()), k=rng.choice((1, 1, 1, 2))):
        blocks += kind(site)
    blocks += [made_list(site, 10)] * (rng.random() < 0.15)
    if rng.random() < 0.3:
        blocks.append(Block("body", [Line(text) for text in site.paragraphs[-2:]]))
    blocks += some(site, pager=0.25, share=0.15, tags=0.1, remarks=0.12, others=0.35, offer=0.25, small_print=0.15)
    return blocks + some(site, menu=0.45, promotion=0.25, footer=0.5)
