"""Let readers speak: a word of praise, a story of their own, a rating. The page decides whether that is content."""

from __future__ import annotations

from cleaner.training.blocks import Block, Line, labelled
from cleaner.training.locales import word
from cleaner.training.shelf import own, row, say
from cleaner.training.site import Site

_SIGNS = ("!", "!!", "!!!", " :)", " :-)", "...", " 🙂", " ❤", " 👍", " xx", "?", " ;)", "?!")


def remark(site: Site) -> str:
    """Say what a reader says: a few chatty words, a story, or sentences on the matter."""
    rng = site.rng
    short = [say(site, "voices", "comment", "form", site.lang) for _ in range(rng.choice((1, 1, 2)))]
    draw = rng.random()
    if not short[0]:
        parts = [site.sentence() for _ in range(rng.choice((1, 1, 2, 3)))]
        parts[0] = parts[0].rstrip(".") + rng.choice(_SIGNS) if draw < 0.3 else parts[0]
    elif draw < 0.36:
        parts = short
    elif draw < 0.55:
        parts = [*short, *_told(site, rng.choice((1, 1, 2)))]
    elif draw < 0.8:
        parts = _told(site, rng.choice((1, 2, 3, 4, 6)))
    else:
        parts = [*short[: rng.randrange(2)], *(site.sentence() for _ in range(rng.choice((1, 2, 3))))]
    text = ("" if site.locale.closed else " ").join(part for part in parts if part)
    if rng.random() < 0.14:
        text = text.lower()
    if rng.random() < 0.2:
        text = text.rstrip(".!") + rng.choice(_SIGNS)
    if rng.random() < 0.07:
        text = f"@{nickname(site)}{rng.choice((' ', ': ', ', '))}{text}"
    return text


def _told(site: Site, count: int) -> list[str]:
    found = own(site, "voices", "content-short", "", site.lang)
    return row(site, "voices", "content-short", count, "", site.lang) if found else [site.sentence()]


def nickname(site: Site) -> str:
    """Name a reader as readers name themselves."""
    draw, rng = site.rng.random(), site.rng
    if draw < 0.35:
        return site.name()
    if draw < 0.55:
        return site.name().split(" ")[0]
    if draw < 0.7:
        return site.name().lower().replace(" ", rng.choice(("", "_", ".")))
    made = word(rng, rng.choice((1, 2, 2, 3)))
    return rng.choice((made, made.capitalize(), made.upper())) + rng.choice(("", "", str(rng.randrange(2000)), "_x"))


def _ended(site: Site, text: str, name: str) -> list[str]:
    """Let a reader sign, or write in more than one line."""
    draw = site.rng.random()
    if draw < 0.08 and name:
        return [text, site.rng.choice(("", "- ", "/", "~")) + name.split(" ")[0]]
    if draw < 0.16:
        return [text, remark(site)]
    return [text]


def _head(site: Site) -> list[str]:
    """Head a comment in the site's way: not at all, with a name, a date, both, or a phrase of the book."""
    rng, name = site.rng, nickname(site)
    clock = site.locale.clock(rng)
    ways = ("", "", "", "name", "name", "both", "lines", "lines", "date", "entry", "entry", "colon", "number")
    way = site.once("comment heads", lambda: rng.choice(ways))
    forms = {
        "name": [name],
        "both": [
            f"{name}{site.once('comment sign', lambda: rng.choice((', ', ' - ', ' | ', ' ', ' · ')))}{site.date()}"
        ],
        "lines": [
            name,
            f"{site.date()} {clock}" if site.once("comment clock", lambda: rng.random() < 0.5) else site.date(),
        ],
        "date": [f"{site.date()} {clock}"],
        "entry": [site.habit("comment", "entry")],
        "colon": [f"{name}:"],
        "number": [f"{rng.randrange(1, 40)}. {name}", site.date()],
    }
    return forms.get(way, [])


def remarks(site: Site, most: int = 14) -> Block:
    """Lay out readers' comments below a text, mostly without a heading, often without names."""
    rng = site.rng
    texts = [site.phrase("comment", "count", site.forms)] if rng.random() < 0.25 else []
    answered, linked = rng.random() < 0.3, site.habit("comment", "form") if rng.random() < 0.3 else ""
    liked = rng.choice(("", "", "", "{}", "+{}", "👍 {}", "▲ {} ▼")) if linked else ""
    author = site.name()
    for _ in range(rng.choice((1, 2, 3, 4, 6, 8, most))):
        name = nickname(site)
        texts += [*_head(site), *_ended(site, remark(site), name)]
        if linked and rng.random() < 0.8:
            texts += [liked.format(rng.randrange(40)), linked]
        if answered and rng.random() < 0.5:
            thanks = say(site, "voices", "comment", "entry", site.lang) or f"@{name} {site.sentence()}"
            texts += [*([author] * (rng.random() < 0.4)), thanks]
    if rng.random() < 0.12:
        where = f"{word(rng, 2).capitalize()} {site.tag()}"
        texts += [rng.choice(("Pingback: ", "Pingback: ", "Trackback: ", "")) + f"{site.other_headline()} « {where}"]
    if rng.random() < 0.15:
        texts += site.run("comment", rng.randrange(1, 5), "form", site.forms)
    return Block("comments", labelled("comment", texts))


def stars(site: Site) -> str:
    """Rate something in the site's way."""
    count = site.rng.choice((1, 2, 3, 4, 4, 5, 5, 5))
    forms = (
        "★" * count + "☆" * (5 - count),
        "★" * count,
        f"{count}/5",
        f"{count}.0",
        f"{count * 2},{count}",
        str(count),
    )
    return forms[site.once("stars", lambda: site.rng.randrange(len(forms)))]


def voted(site: Site, most: int = 7) -> list[list[Line]]:
    """Let buyers and guests rate: for each a title or none, words, stars, votes; words without a label."""
    rng = site.rng
    titled, starred, named, counted = (rng.random() < share for share in (0.45, 0.5, 0.6, 0.35))
    votes = say(site, "voices", "comment", "count") if counted else ""
    first = rng.random() < 0.6
    found: list[list[Line]] = []
    for _ in range(rng.randrange(1, most)):
        title = say(site, "voices", "comment", "form", site.lang) if titled else ""
        name = [Line(nickname(site), "credit")] * named + [Line(site.date(), "metadata")] * (
            named and rng.random() < 0.7
        )
        lines = name if first else []
        lines = [*lines, *([Line(stars(site), "comment")] if starred else [])]
        lines += [Line(text) for text in (title, remark(site)) if text]
        found.append([*lines, *([] if first else name), *labelled("comment", [votes])])
        votes = say(site, "voices", "comment", "count") if counted else ""
    return found


def ratings(site: Site) -> Block:
    """Lay out buyers' ratings below a product: all of them comments."""
    return Block("comments", [line._replace(label="comment") for entry in voted(site) for line in entry if line.text])
