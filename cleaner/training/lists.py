"""Lay out content that looks guilty: places with their hours, schedules, prices, vacancies, ingredients, casts."""

from __future__ import annotations

from collections.abc import Callable

from cleaner.training.addresses import address, few, hours, name, phone, price, say
from cleaner.training.blocks import Block, Line
from cleaner.training.locales import word
from cleaner.training.site import Site, clause
from cleaner.training.wording import choices


def short_content(site: Site, most: int = 7) -> Block:
    """Lay out content that looks guilty: a made list, or phrases of the book, or clauses of the text."""
    if site.chance(0.5):
        block = made_list(site, most)
        if block.lines:
            return block
    texts = site.run(
        "content-short", site.rng.randrange(1, most), lang=site.lang if site.lang in site.book.languages else None
    )
    if site.chance(0.3) or site.lang not in site.book.languages:
        texts = [clause(site.rng.choice(site.paragraphs), 60) for _ in range(min(6, len(texts) or 3))]
    return _content(_marked(site, texts))


def made_list(site: Site, most: int = 12) -> Block:
    """Lay out a list of a kind that the site chooses; no lines where its language has no wording."""
    kinds = site.once("lists", lambda: site.rng.choices(list(_KINDS), list(_KINDS.values()), k=2))
    if not choices(site.lang, "where"):
        return Block("body", [])
    return _content(site.rng.choice(kinds)(site, max(2, site.rng.randrange(1, max(3, most)))))


def _content(texts: list[str]) -> Block:
    return Block("body", [Line(text.strip()) for text in texts if text.strip()])


def _marked(site: Site, texts: list[str]) -> list[str]:
    """Mark the items with numbers or bullets, or leave them bare."""
    draw = site.rng.random()
    if draw < 0.15:
        return [f"{number}. {text}" for number, text in enumerate(texts, 1)]
    if draw < 0.3:
        sign = site.rng.choice("-•*–")
        return [f"{sign} {text}" for text in texts]
    if draw < 0.34:
        return [part for number, text in enumerate(texts, 1) for part in (f"{number}.", text)]
    return texts


def _pairs(site: Site, pairs: list[tuple[str, str]]) -> list[str]:
    """Join labels and values in the site's way: in one line, or in turns."""
    way = site.once("pairs", lambda: site.rng.choice((": ", ": ", " : ", ":\n", "\n", " - ", " – ", "\t", ":")))
    return [text for label, value in pairs for text in f"{label}{way}{value}".split("\n")]


def _labels(site: Site) -> list[tuple[str, str]]:
    """Choose which facts the site tells of a place, each with the row that words its label."""
    rows = sorted(site.rng.sample(range(len(_FACTS)), site.rng.choice((1, 2, 2, 3, 4))))
    return [(list(_FACTS)[row], say(site, list(_FACTS)[row])) for row in rows]


def facts(site: Site, count: int) -> list[str]:
    """List the facts of one place: its address, hours, price, number."""
    labels = site.once("place facts", lambda: _labels(site))
    return _pairs(site, [(label, _FACTS[row](site)) for row, label in labels[:count]])


def places(site: Site, count: int) -> list[str]:
    """List places, each with facts under it."""
    found: list[str] = []
    for number in range(1, max(2, count // 2)):
        found.append(f"{number}. {name(site)}" if site.shouted or site.chance(0.6) else name(site))
        found += facts(site, 5)
    return found


def schedule(site: Site, count: int) -> list[str]:
    """List matches or sessions by date."""
    rng = site.rng
    mark, sign = rng.choice(".::"), rng.choice(("", "", "* ", "- ", "• "))
    gap, matches = rng.choice((" ", " | ", " - ", ": ", " – ")), rng.random() < 0.6
    zone, versus = say(site, "zone"), rng.choice((" vs ", " vs. ", " - ", " v ", " Vs "))
    found: list[str] = []
    for _ in range(max(1, count // 3)):
        found.append(site.date())
        for _ in range(rng.randrange(1, 5)):
            clock = f"{rng.randrange(7, 24):02}{mark}{rng.choice(('00', '15', '30', '45'))} {zone}".strip()
            event = versus.join((name(site), name(site))) if matches else say(site, "bouts")
            found.append(f"{sign}{event}{gap}{clock}" if site.shouted else f"{sign}{clock}{gap}{event}")
    return found


def fares(site: Site, count: int) -> list[str]:
    """List prices: of tickets, or of sizes."""
    if site.chance(0.6):
        return _pairs(site, [(label, price(site)) for label in _marked(site, few(site, "fares", count))])
    unit = say(site, "units") if site.chance(0.5) else site.rng.choice(("gram", "kg", "ml", "GB", "cm"))
    sizes = sorted(site.rng.sample((1, 2, 3, 5, 10, 25, 50, 100, 250, 500, 1000), min(11, count)))
    return _pairs(site, [(f"{size} {unit}", price(site)) for size in sizes])


def figures(site: Site, count: int) -> list[str]:
    """List figures under names: results, sales, measures."""
    labels = few(site, "figures", site.rng.randrange(1, 6))
    unit = site.rng.choice(("", "", "", "x", " kg", " cm", " unit", "%"))
    found: list[str] = []
    for _ in range(max(1, count // 2)):
        found.append(name(site))
        found += _pairs(site, [(label, site.locale.number(site.rng) + unit) for label in labels])
    return found


def specification(site: Site, count: int) -> list[str]:
    """List the features of a thing."""
    values = (lambda: say(site, "values"), lambda: f"{site.locale.number(site.rng)} mm", lambda: name(site))
    labels = _marked(site, few(site, "features", count))
    return _pairs(site, [(label, site.rng.choice(values)()) for label in labels])


def ranking(site: Site, count: int) -> list[str]:
    """List numbers with little or nothing beside them, as galleries and rankings do."""
    sign, first = site.rng.choice(("#{}", "{}.", "{}", "No. {}", "#{}.", "{})")), site.rng.randrange(1, 9)
    bare = site.chance(0.4)
    numbers = [sign.format(number) for number in range(first, first + count)]
    return [number if bare else f"{number} {name(site)}" for number in numbers]


def vacancy(site: Site, count: int) -> list[str]:
    """List posts and what they ask for."""
    posts = few(site, "posts", site.rng.randrange(1, max(2, count // 2 + 1)))
    head = say(site, "heads") + site.rng.choice(("", ":", " :"))
    return [*posts, head, *_marked(site, few(site, "needs", count))]


def institutions(site: Site, count: int) -> list[str]:
    """List offices with telephone, mail and address on the web."""
    labels = few(site, "contacts", site.rng.randrange(2, 5))
    together = site.chance(0.3)
    found: list[str] = []
    for _ in range(max(1, count // 3)):
        house = word(site.rng, 2)
        found.append(say(site, "offices").format(name(site)))
        if site.chance(0.6):
            found.append(address(site))
        mail = f"{word(site.rng, 1)}{site.rng.choice(('@', '@', '[@]', '(at)'))}{house}.org"
        lines = [f"{label}: {phone(site)}" for label in labels[:2]]
        found += [" ".join(lines)] if together else lines
        found += [f"{label}: {mail}" for label in labels[2:3]]
        web = f"http://www.{house}.org"
        found += [f"{label}:\n{web}" if together else f"{label}: {web}" for label in labels[3:]]
    return [part for text in found for part in text.split("\n")]


def ingredients(site: Site, count: int) -> list[str]:
    """List ingredients, or things that come with their number."""
    found = [
        f"{site.rng.choice(('1', '2', '3', '100', '250', '1/2', '½', '5'))} {say(site, 'units')} {food}"
        for food in few(site, "foods", count)
    ]
    if site.locale.closed:
        found = ["".join(text.split(" ")[::-1]) for text in found]
    return [say(site, "heads") + ":", *_marked(site, found)] if site.chance(0.4) else _marked(site, found)


def terms(site: Site, count: int) -> list[str]:
    """List the dates of a school year or of an application."""
    found = []
    for label in few(site, "terms", count):
        dates = site.date() if site.chance(0.4) else f"{site.date()} {say(site, 'until')} {site.date()}"
        found.append((label, dates))
    return _pairs(site, found)


def nominations(site: Site, count: int) -> list[str]:
    """List awards with their nominees, or a cast with its parts."""
    sign = say(site, "as")
    joined = sign if sign == ":" else f" {sign}"
    if site.chance(0.5):
        return _marked(site, [f"{site.name()}{joined} {name(site)}" for _ in range(count)])
    found: list[str] = []
    for award in few(site, "awards", max(1, count // 3)):
        found.append(award)
        found += [f'{site.name()} - "{name(site)}"' for _ in range(site.rng.randrange(2, 5))]
    return found


def answers(site: Site, count: int) -> list[str]:
    """List short questions with their answers, or addresses to go to."""
    if site.chance(0.4):
        return [
            text for _ in range(max(1, count // 2)) for text in (f"{name(site)} –", f"https://{site.stem.lower()}.org")
        ]
    found: list[str] = []
    for question in few(site, "asked", max(1, count // 2)):
        answer = site.rng.choice(
            (site.date() + ".", price(site) + ".", f"{say(site, 'at')} https://{word(site.rng, 2)}.org")
        )
        found += [question, answer]
    return found


def line_up(site: Site, count: int) -> list[str]:
    """List who plays, or a table of results in one line each."""
    if site.chance(0.5):
        dots = site.rng.choice(("; ", ", ", " – "))
        return [
            f"{name(site)} ({site.rng.choice(('4-3-3', '3-5-2', '4-4-2'))}): "
            + dots.join(site.locale.name(site.rng).split(" ")[-1] for _ in range(site.rng.randrange(5, 11)))
            for _ in range(2)
        ]
    numbers = range(1, count + 1)
    return [f"{n}. {name(site)} {' '.join(str(site.rng.randrange(40)) for _ in range(4))}" for n in numbers]


def table(site: Site, count: int) -> list[str]:
    """List rows of a table as extractors write them, between bars."""
    heads = [site.tag().capitalize() for _ in range(site.rng.randrange(2, 5))]
    cells = (lambda: name(site), lambda: site.locale.number(site.rng), lambda: say(site, "values"), lambda: "")
    rows = [heads, *([site.rng.choice(cells)() for _ in heads] for _ in range(count))]
    tight = site.chance(0.2)
    found = ["|" + "|".join(row) + "|" if tight else "| " + " | ".join(row) + " |" for row in rows]
    if site.chance(0.6):
        found.insert(1, "|" + "---|" * len(heads))
    return found


def torn_table(site: Site, count: int) -> list[str]:
    """Read out a table cell by cell, a line each: standings, results, prices."""
    rng = site.rng
    letters = rng.sample(
        ("P", "W", "D", "L", "M", "S", "K", "GF", "GA", "+/-", "Pts", "%", "No", "Pos"), rng.randrange(2, 7)
    )
    heads = letters if site.chance(0.5) else few(site, "figures", rng.randrange(2, 6))
    ranked, signed = site.chance(0.6), site.chance(0.2)
    numbers: tuple[Callable[[], str], ...] = (
        lambda: str(rng.randrange(30)),
        lambda: site.locale.number(rng),
        lambda: f"{rng.choice('+-')}{rng.randrange(20)}" if signed else str(rng.randrange(100)),
    )
    value = rng.choice(numbers)
    found = [*(["#"] if ranked and site.chance(0.4) else []), *([site.tag().capitalize()] * site.chance(0.5)), *heads]
    for rank in range(1, rng.randrange(3, 5 + 2 * count)):
        found += [str(rank)] if ranked else []
        found += [name(site), *(value() for _ in heads)]
    return found


def entries(site: Site, count: int) -> list[str]:
    """List names in the order of the alphabet, as directories and reading lists do."""
    return _marked(site, sorted(name(site) for _ in range(count)))


_FACTS: dict[str, Callable[[Site], str]] = {
    "where": address,
    "when": hours,
    "cost": price,
    "call": phone,
    "about": name,
}

_KINDS: dict[Callable[[Site, int], list[str]], float] = {
    places: 3.0,
    facts: 2.0,
    schedule: 2.5,
    fares: 2.0,
    figures: 2.0,
    specification: 2.0,
    ranking: 1.5,
    vacancy: 1.5,
    institutions: 1.5,
    ingredients: 2.0,
    terms: 1.5,
    nominations: 1.5,
    answers: 1.0,
    line_up: 1.0,
    table: 1.5,
    torn_table: 2.0,
    entries: 1.5,
}
