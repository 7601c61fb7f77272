"""Lay out words that stand for themselves: logs, glossaries, verses, talks, letters. Their odd lines are content."""

from __future__ import annotations

from collections.abc import Callable

from cleaner.training.blocks import Block, Line, labelled
from cleaner.training.locales import word
from cleaner.training.shelf import say
from cleaner.training.site import Site, clause, sentences
from cleaner.training.teasers import title


def thing(site: Site) -> str:
    """Name a firm, a club, a ship, a film: a made word and a word of the text."""
    made = word(site.rng, 2).capitalize()
    return site.rng.choice(
        (made, f"{made} {site.tag()}", f"{site.tag()} {made}", f"{made} & {word(site.rng, 1).capitalize()}")
    )


def log(site: Site) -> list[Block]:
    """List what happened when: states of a service, changes of a program, reports of faults, rates of the day."""
    rng = site.rng
    made = word(rng, 2)
    kinds: dict[str, Callable[[], str]] = {
        "state": lambda: f"{site.locale.clock(rng)} {rng.choice(('-', 'UTC -', '|', ':'))} {site.sentence()}",
        "stamp": lambda: f"[{site.date()} {site.locale.clock(rng)}] {clause(site.sentence(), 100)}",
        "fault": lambda: f"#{rng.randrange(100, 99999)} {clause(site.sentence(), 90)}",
        "ticket": lambda: f"{made.upper()}-{rng.randrange(10, 9999)}: {clause(site.sentence(), 90)}",
        "change": lambda: f"- {clause(site.sentence(), 70)} ({rng.choice(('#', 'r', 'gh-'))}{rng.randrange(10, 9999)})",
        "rate": lambda: (
            f"1 {rng.choice(('USD', 'EUR', 'GBP', 'SEK'))} = {rng.randrange(1, 90)}.{rng.randrange(1000, 9999)} "
            f"{rng.choice(('JPY', 'CHF', 'PLN', 'NOK'))} ({site.date()})"
        ),
        "size": lambda: f"{made}-{rng.randrange(9)}.{rng.randrange(20)}.tar.gz {site.date()} {rng.randrange(1, 999)}K",
        "name": lambda: f"{site.date()} {site.name()} <{word(rng, 2)}@{made}.org>",
    }
    kind = rng.choice(list(kinds))
    lines: list[Line] = []
    for _ in range(rng.randrange(4, 22)):
        if rng.random() < 0.12:
            lines.append(Line(rng.choice((site.date(), f"{made} {rng.randrange(9)}.{rng.randrange(30)}", site.tag()))))
        lines.append(Line(kinds[kind if rng.random() < 0.85 else "state"]()))
    return [Block("body", lines)]


def words(site: Site) -> list[Block]:
    """List words with what they mean, works with their authors, ships and prizes, births and weddings."""
    rng = site.rng
    signs = ("(n.)", "(v.)", "[adj]", "s.", "m.", "–", ":", "=", "-")

    def year() -> str:
        return str(rng.randrange(1850, 2026))

    kinds: dict[str, Callable[[], str]] = {
        "word": lambda: f"{site.tag().lower()} {rng.choice(signs)} {clause(site.sentence(), 110)}",
        "work": lambda: f"{site.name()} ({year()}). {title(site)}. {thing(site)}, {rng.randrange(9, 400)}-{year()}.",
        "note": lambda: f"[{rng.randrange(1, 60)}] {site.name()}: {title(site)}, {year()}, p. {rng.randrange(400)}",
        "mark": lambda: f"^ {title(site)}, {thing(site)}, {site.date()}",
        "ship": lambda: f"{thing(site)} ({year()}) {rng.choice(('-', '–', ','))} {site.locale.number(rng)} t",
        "prize": lambda: f"{title(site)}: {site.name()}",
        "born": lambda: f"{site.name()}{rng.choice((' & ', ' - ', ', ', ' + '))}{site.name()}, {site.date()}",
        "year": lambda: f"{year()} {rng.choice(('', '- ', '– ', ': '))}{clause(site.sentence(), 120)}",
        "fact": lambda: f"{rng.choice('-•*')} {site.tag()}: {clause(site.sentence(), 50)}",
        "name": lambda: f"{site.name()}{rng.choice((', ', ' – ', ' ('))}{site.tag()}",
    }
    kind = rng.choice(list(kinds))
    mark = rng.choice(("", "", "- ", "- • ", "* ", "• "))
    lines = [Line(mark + kinds[kind]()) for _ in range(rng.randrange(4, 26))]
    return [Block("body", [Line(sentences(site.paragraphs[0])[0])] * (rng.random() < 0.4) + lines)]


def verses(site: Site) -> list[Block]:
    """Set words as verses: short lines without stops, stanzas, a refrain that comes again."""
    rng = site.rng
    text = " ".join(site.paragraphs[:6])
    parts = text if site.locale.closed else text.split(" ")
    at, step, glue = 0, (8, 16) if site.locale.closed else (2, 8), "" if site.locale.closed else " "
    stanzas: list[list[str]] = []
    while at < len(parts) and len(stanzas) < 9:
        stanza: list[str] = []
        for _ in range(rng.choice((2, 4, 4, 6, 8))):
            size = rng.randrange(*step)
            stanza.append(glue.join(parts[at : at + size]).strip(" ,.;:。，"))
            at += size
        stanzas.append([line[:1].upper() + line[1:] for line in stanza if line])
    refrain = rng.choice(stanzas) if rng.random() < 0.4 else []
    label = rng.choice(("", "", "[Chorus]", "Refrain:", "(x2)", "[Verse 1]", "II", "2."))
    blocks = []
    for stanza in stanzas:
        blocks.append(Block("body", [Line(line) for line in ([label] * bool(label and refrain)) + stanza]))
        blocks += [Block("body", [Line(line) for line in refrain])] * (bool(refrain) and rng.random() < 0.5)
    return blocks


def talk(site: Site) -> list[Block]:
    """Write down who said what: a transcript with noises in brackets, an interview, a numbered chain letter."""
    rng = site.rng
    names = [site.name().upper() if rng.random() < 0.5 else site.name().split(" ")[0] for _ in range(2)]
    noises = ("(SOUNDBITE OF MUSIC)", "(LAUGHTER)", "[applause]", "(inaudible)", "[...]", "(APPLAUSE)", "♪")
    kind = rng.choice(("named", "named", "asked", "numbered", "timed"))
    lines: list[Line] = []
    for number, part in enumerate((text for paragraph in site.paragraphs for text in sentences(paragraph)), 1):
        if number > 30:
            break
        if kind == "named":
            lines.append(Line(f"{names[number % 2]}: {part}"))
            if rng.random() < 0.12:
                lines.append(Line(rng.choice(noises)))
        elif kind == "timed":
            lines += [Line(f"{number // 2:02}:{rng.randrange(60):02}"), Line(part)]
        else:
            asked = say(site, "services", "content-short", "heading", site.lang) or clause(part, 50)
            asked = asked.rstrip(".!:?") + "?"
            answer = rng.choice((part, site.tag(), clause(part, 30), thing(site)))
            if kind == "numbered":
                lines.append(Line(f"{number}. {asked} {answer}"))
            else:
                lines += [Line(asked), Line(answer)]
    return [Block("body", lines)]


def letters(site: Site) -> list[Block]:
    """Print a message of a mailing list: its head is metadata, quoted lines and the letter are content."""
    rng = site.rng
    mail = f"{word(rng, 2)}{rng.choice(('@', ' at ', ' (at) '))}{word(rng, 2)}.org"
    heads = [
        f"From: {site.name()} <{mail}>",
        f"Date: {site.date()} {site.locale.clock(rng)}",
        f"Subject: Re: {title(site)}",
    ]
    heads += [
        f"To: {word(rng, 2)}-{rng.choice(('list', 'users', 'dev', 'bugs'))}",
        f"Message-ID: <{rng.randrange(10**9)}@{word(rng, 2)}>",
    ]
    chosen = sorted(rng.sample(range(len(heads)), rng.randrange(2, 6)))
    blocks = [Block("dateline", labelled("metadata", [heads[index] for index in chosen]))]
    for paragraph in site.paragraphs[:8]:
        quoted = rng.random() < 0.3
        parts = sentences(paragraph) if quoted else [paragraph]
        if quoted and rng.random() < 0.4:
            blocks.append(Block("body", [Line(f"{site.name()} <{mail}> wrote:")]))
        blocks.append(Block("body", [Line(f"{'> ' * quoted}{part}") for part in parts]))
    sign = [Line("--", "credit")] * (rng.random() < 0.5) + [Line(site.name(), "credit")]
    return [*blocks, Block("closing", sign)]
