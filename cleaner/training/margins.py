"""Lay out the furniture at the edges of a page: menus, lists of other texts, comments, footers, spam."""

from __future__ import annotations

from cleaner.training.blocks import Block, labelled
from cleaner.training.locales import gambling_brand, word
from cleaner.training.menus import big_menu
from cleaner.training.phrasebook import fill
from cleaner.training.site import Site
from cleaner.training.teasers import others
from cleaner.training.voices import ratings, remarks
from cleaner.training.wording import choices


def worldly(site: Site, share: float) -> float:
    """Say how often a part of whole pages stands in for one of news sites: Indonesian and Malay corpora have few."""
    return share / 3 if site.lang in ("id", "ms") else share


def menu(site: Site, most: int = 14) -> Block:
    """Lay out a menu: a link a line, or all on one line, or one of the long ones."""
    if site.chance(worldly(site, 0.42)):
        return big_menu(site)
    count = site.rng.randrange(3, most)
    names = [site.section() for _ in range(count)] if site.chance(0.45) else site.run("navigation", count)
    draw = site.rng.random()
    if draw < 0.18:
        names = [site.rng.choice((" ", " | ", "  ", " · ", "")).join(names[:9])]
    elif draw < 0.3:
        names = [name.upper() for name in names]
    elif draw < 0.36:
        names = [f"- {name}" for name in names]
    return Block("menu", labelled("navigation", names))


def crumbs(site: Site) -> Block:
    """Lay out breadcrumbs or the section's name above the headline."""
    draw = site.rng.random()
    if draw < 0.35:
        name = site.rng.choice((site.section(), site.section(), site.section().upper(), site.site))
        return Block("crumbs", labelled("navigation", [name] if site.chance(0.85) else [name, site.site]))
    if draw < 0.6:
        return Block("crumbs", labelled("navigation", [site.phrase("navigation", "crumb")]))
    sign = site.rng.choice((" > ", " / ", " » ", " › ", " | ", " ", ">"))
    parts = [site.phrase("navigation", "menu"), *(site.section() for _ in range(site.rng.randrange(1, 3)))]
    if site.chance(0.4):
        parts.append(site.headline if site.chance(0.6) else site.headline[:30].rstrip() + "...")
    if site.chance(0.2):
        return Block("crumbs", labelled("navigation", parts))
    return Block("crumbs", labelled("navigation", [sign.join(parts)]))


def related(site: Site, most: int = 9) -> Block:
    """Lay out a list of other headlines: with or without heading, sections, dates, teasers, numbers."""
    rng = site.rng
    if rng.random() < worldly(site, 0.4):
        return others(site, most + 2)
    texts: list[str] = []
    if rng.random() < 0.65:
        heading = site.phrase("related", "heading")
        texts.append(heading.upper() if site.shouted else heading)
    mark = rng.choice(("", "", "", "", "- ", "* ", "• ", "» ", "> ", "·", "{n}. ", "{n} ", "#{n}\n", "{n}\n"))
    item = rng.random()
    section_before, date_after, date_before = rng.random() < 0.15, rng.random() < 0.2, rng.random() < 0.1
    teaser, more = rng.random() < 0.15, rng.random() < 0.08
    more_text = site.habit("related", "more") if more else ""
    ago = site.templates("metadata", "date")
    aside = fill(rng.choice(ago), site.fillers) if ago and rng.random() < 0.5 else ""
    for number in range(1, rng.randrange(2, most) + 1):
        if section_before:
            texts.append(site.section())
        if date_before:
            texts.append(site.date())
        text = site.habit("related", "item") if item < 0.12 else site.other_headline()
        if item > 0.93:
            text += rng.choice((" ", " - ", "", " | ")) + (aside or site.date())
        texts += (mark.format(n=number) + text).split("\n")
        if date_after:
            texts.append(aside if aside and rng.random() < 0.5 else site.date())
        if teaser:
            texts.append(site.sentence()[: rng.randrange(60, 200)].rstrip() + rng.choice(("", "...", "…", " [...]")))
        if more_text:
            texts.append(more_text)
    if rng.random() < 0.08:
        texts.append(site.phrase("related", "more"))
    return Block("related", labelled("related", texts))


def neighbours(site: Site) -> Block:
    """Lay out links to the previous and the next article."""
    before, after = site.other_headline(), site.other_headline()
    draw = site.rng.random()
    if draw < 0.3:
        return Block("neighbours", labelled("related", [f"← {before}", f"{after} →"]))
    if draw < 0.45:
        return Block("neighbours", labelled("related", [f"« {before}", f"{after} »"]))
    if draw < 0.6:
        return Block("neighbours", labelled("related", [before, after]))
    return Block(
        "neighbours", labelled("related", [site.phrase("related", "pointer"), site.phrase("related", "pointer")])
    )


def promotion(site: Site) -> Block:
    """Lay out calls to follow, subscribe or install."""
    count = site.rng.choice((1, 1, 1, 2, 3, 4))
    texts = site.run("promotion", count, "call")
    if len(texts) > 1 and site.chance(worldly(site, 0.2)):
        texts = [" ".join(texts)]
    return Block("promotion", labelled("promotion", texts))


def comment_form(site: Site) -> Block:
    """Lay out a comment form or its remains."""
    texts = site.run("comment", site.rng.choice((1, 1, 2, 3, 5)), lang=site.forms)
    return Block("comments", labelled("comment", texts))


def comments(site: Site) -> Block:
    """Lay out readers' comments: names, dates, texts, reply links; now and then one is spam."""
    rng = site.rng
    if rng.random() < worldly(site, 0.6):
        return remarks(site)
    lines = labelled("comment", [site.phrase("comment", "count", site.forms)]) if rng.random() < 0.6 else []
    reply = site.habit("comment", "form") if rng.random() < 0.7 else ""
    named, dated, same = rng.random() < 0.8, rng.random() < 0.6, rng.random() < 0.4
    spammed = rng.random() < 0.15
    for _ in range(rng.randrange(1, 6)):
        name, date = site.name(), site.date()
        if rng.random() < 0.3:
            name = name.lower().replace(" ", "") + str(rng.randrange(100))
        head = [f"{name}{rng.choice((', ', ' - ', ' ', ' · '))}{date}"] if named and dated and same else []
        if not same:
            head = [name] * named + [date] * dated
        lines += labelled("comment", head)
        if spammed and rng.random() < 0.5:
            lines += spam(site, 2).lines
        else:
            text = site.sentence()
            lines += labelled("comment", [text.lower() if rng.random() < 0.15 else text])
        lines += labelled("comment", [reply])
    if rng.random() < 0.1:
        cue = rng.choice(("Pingback: ", "Pingback: ", "Trackback: ", "Ping: "))
        lines += labelled(
            "comment",
            [f"{cue}{site.other_headline()} | {word(rng, 2).capitalize()}" for _ in range(rng.randrange(1, 5))],
        )
    return Block("comments", lines)


def reviews(site: Site) -> Block:
    """Lay out buyers' reviews, or the form and counters of a review section."""
    if site.chance(0.5):
        return ratings(site)
    texts = site.run("comment", site.rng.randrange(1, 5))
    if site.chance(0.35):
        for _ in range(site.rng.randrange(1, 4)):
            texts += [site.name(), site.sentence()] if site.chance(0.6) else [site.sentence()]
    return Block("comments", labelled("comment", texts))


def footer(site: Site, most: int = 8) -> Block:
    """Lay out a footer: links, copyright, legal lines."""
    texts: list[str] = []
    if site.chance(0.6):
        texts += site.run("footer", site.rng.randrange(1, most), "links")
        if site.chance(0.25):
            texts = [site.rng.choice((" ", " | ", " · ", "")).join(texts)]
    if site.chance(0.75):
        texts.append(site.phrase("footer", "copyright"))
    if site.chance(0.2):
        texts.append(site.phrase("footer", "legal"))
    if not texts:
        texts.append(site.phrase("footer"))
    return Block("footer", labelled("footer", texts))


def cookies(site: Site) -> Block:
    """Lay out a legal notice."""
    return Block("legal", labelled("footer", site.run("footer", site.rng.choice((1, 1, 2, 4)), "legal")))


def pager(site: Site) -> Block:
    """Lay out pagination."""
    draw = site.rng.random()
    if draw < 0.5:
        return Block("pager", labelled("navigation", [site.phrase("navigation", "pages")]))
    last = site.rng.randrange(2, 9)
    numbers = [str(number) for number in range(1, last + 1)]
    if draw < 0.75:
        return Block("pager", labelled("navigation", [site.rng.choice((" ", " | ", "")).join(numbers)]))
    return Block("pager", labelled("navigation", [site.phrase("navigation", "menu"), *numbers]))


def calendar(site: Site) -> Block:
    """Lay out the calendar of an archive: its days are links."""
    first, width = site.rng.randrange(1, 8), 7
    weeks = [[str(day) for day in range(max(1, at), min(31, at + width))] for at in range(first - width, 31, width)]
    rows = [" ".join(week) for week in weeks if week]
    days = [day[:2] for day in site.locale.weekdays]
    head = [site.locale.date(site.rng, "{B} {Y}").strip(), *([" ".join(days)] if site.chance(0.5) else days)]
    if site.chance(0.3):
        rows = [day for row in rows for day in row.split(" ")]
    return Block("menu", labelled("navigation", [*head, *rows, f"« {site.locale.date(site.rng, '{b}').strip()}"]))


def form(site: Site) -> Block:
    """Lay out the fields of a contact form: notes that nobody wrote for readers."""
    heads, fields = choices(site.furniture, "contacts"), choices(site.furniture, "call")
    star = site.rng.choice(("*", " *", ":", ": *", " (*)"))
    labels = [f"{label}{star}" for label in (*fields, *heads)][: site.rng.randrange(2, 8)]
    return Block("legal", labelled("footer", [*labels, site.phrase("footer", "legal")]))


def spam(site: Site, most: int = 9) -> Block:
    """Lay out lines of injected spam: one phrase a line, names, or several phrases in one line."""
    rng = site.rng
    lang = rng.choice((site.furniture, site.lang, "en", "id"))
    texts = [site.phrase("spam", "", lang) for _ in range(rng.randrange(1, most))]
    draw = rng.random()
    if draw < 0.2:
        texts = [rng.choice((" ", ", ", " | ", " - ")).join(texts[:5])]
    elif draw < 0.35:
        texts = [gambling_brand(rng) for _ in texts]
    elif draw < 0.42:
        texts = [
            "https://" + gambling_brand(rng).lower().replace(" ", "") + rng.choice((".com", ".xyz", ".vip", ""))
            for _ in texts
        ]
    return Block("spam", labelled("spam", texts))


def button(site: Site, label: str = "navigation", count: int = 1) -> Block:
    """Lay out one or more buttons of a label."""
    texts = site.run(label, count)
    if len(texts) > 1 and site.chance(0.2):
        texts = [" ".join(f"[ {text} ]" for text in texts) if site.chance(0.4) else " | ".join(texts)]
    return Block("buttons", labelled(label, texts))


def related_box(site: Site) -> Block:
    """Lay out a short list of other headlines between paragraphs."""
    return related(site, 4)
