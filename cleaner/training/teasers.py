"""Lay out lists of other posts as blogs and portals have them: bare titles, cut-off beginnings, other blogs."""

from __future__ import annotations

from cleaner.training.blocks import Block, labelled
from cleaner.training.locales import word
from cleaner.training.shelf import say
from cleaner.training.site import Site, clause


def title(site: Site) -> str:
    """Title another post in the site's way: a headline, a few witty words, a clause."""
    rng = site.rng
    way = site.once("titles", lambda: rng.choice(("headline", "headline", "short", "chat", "mixed")))
    way = rng.choice(("headline", "short", "chat")) if way == "mixed" else way
    if way == "headline":
        return site.other_headline()
    if way == "chat":
        text, used = say(site, "voices", "comment", "form", site.lang), site.once("chatty titles", lambda: set[str]())
        if text and len(text) < 60 and text not in used:
            used.add(text)
            return text
    if site.locale.closed:
        return clause(site.sentence(), rng.randrange(6, 16))
    words = site.sentence().split(" ")
    start = rng.randrange(max(1, len(words) - 4))
    text = " ".join(words[start : start + rng.randrange(1, 6)]).strip(".,;:()\"'“”«»")
    return text[:1].upper() + text[1:] + rng.choice(("", "", "", ".", "!", "?", "..."))


def beginning(site: Site) -> str:
    """Begin another post: whole sentences, or cut off within a word."""
    text = site.sentence()
    if site.chance(0.5):
        text += ("" if site.locale.closed else " ") + site.sentence()
    if site.chance(0.6):
        end = site.rng.choice(("...", "...", "…", " [...]", " […]", " ...", ""))
        return text[: site.rng.randrange(50, 260)].rstrip(" .,") + end
    return text


def posts(site: Site, most: int = 16) -> Block:
    """Lay out titles of other posts, one a line, mostly without a heading."""
    rng = site.rng
    texts = [site.phrase("related", "heading")] if rng.random() < 0.25 else []
    mark = rng.choice(("{}", "{}", "{}", "- {}", "* {}", "• {}", "» {}", "{} »", "· {}", "[{}]", "▶ {}"))
    after = rng.choice(("", "", "", "", "date", "date", "name", "count", "section", "own date"))
    for _ in range(rng.choice((2, 3, 4, 5, 7, 10, most))):
        text = mark.format(title(site))
        extra = {"name": site.name(), "count": f"({rng.randrange(40)})", "section": site.section()}.get(
            after, site.date()
        )
        if after in ("own date", "section"):
            texts += [extra, text] if rng.random() < 0.5 else [text, extra]
        else:
            texts.append(f"{text}{rng.choice((' ', ' - ', ', '))}{extra}" if after else text)
    return Block("related", labelled("related", texts))


def teased(site: Site, most: int = 6) -> Block:
    """Lay out other posts with how they begin, and links to read on."""
    rng = site.rng
    titled, dated, sectioned, named = (rng.random() < share for share in (0.85, 0.35, 0.2, 0.15))
    more = site.habit("related", "more") if rng.random() < 0.7 else ""
    inline, naming = rng.random() < 0.4, rng.random() < 0.3
    glued = rng.choice(("", "", "", "", " ", ": ", " - ")) if site.locale.closed else rng.choice((*[""] * 6, " ", ": "))
    texts = [site.phrase("related", "heading")] if rng.random() < 0.25 else []
    for _ in range(rng.randrange(1, most)):
        texts += [site.section()] * sectioned
        head = title(site)
        texts += [head] * titled + [site.date()] * dated + [site.name()] * named
        begun = beginning(site)
        link = f"{more.rstrip(' .>»→')}{rng.choice((': ', ' ', ' about '))}{head}" if more and naming else more
        if titled and glued:
            texts[-1 - dated - named] = f"{head}{glued}{begun}"
            texts += [link]
        else:
            texts += [f"{begun} {link}".strip()] if inline else [begun, link]
    return Block("related", labelled("related", texts))


def lately(site: Site) -> Block:
    """Lay out the latest comments of a blog: who spoke of which post, now and then how."""
    rng = site.rng
    sign = rng.choice((" on ", " - ", ": ", " » ", " in ", " » ", ", "))
    quoted = rng.random() < 0.3
    texts = [site.phrase("related", "heading")] if rng.random() < 0.5 else []
    for _ in range(rng.randrange(2, 8)):
        said = say(site, "voices", "comment", "form", site.lang) or site.sentence()[:60] + "..."
        texts.append(f"{site.name()}{sign}{said if quoted else title(site)}")
    return Block("related", labelled("related", texts))


def blogroll(site: Site) -> Block:
    """Lay out links to other blogs and sites: made names, some with an address."""
    rng = site.rng
    forms = ("{a} {b}", "{A}", "{A} {B}", "{a}.com", "The {A} Blog", "{A}s {B}", "{b} & {a}", "{A} {t}", "{n}")
    texts = [site.phrase("related", "heading")] if rng.random() < 0.4 else []
    for _ in range(rng.choice((3, 5, 8, 14, 24))):
        a, b = word(rng, 2), word(rng, rng.choice((1, 2)))
        texts.append(
            rng.choice(forms).format(a=a, b=b, A=a.capitalize(), B=b.capitalize(), t=site.tag(), n=site.name())
        )
    return Block("related", labelled("related", texts))


def others(site: Site, most: int = 16) -> Block:
    """Lay out one of the lists of other posts."""
    draw = site.rng.random()
    if draw < 0.45:
        return posts(site, most)
    if draw < 0.8:
        return teased(site)
    return lately(site) if draw < 0.9 else blogroll(site)


def interposed(site: Site, blocks: list[Block], share: float) -> list[Block]:
    """Put a list of other posts between two paragraphs in a share of pages: the text resumes after it."""
    places = [at for at in range(1, len(blocks)) if blocks[at].role == blocks[at - 1].role == "body"]
    if not places or not site.chance(share):
        return blocks
    at = site.rng.choice(places)
    return [*blocks[:at], others(site, 6), *blocks[at:]]
