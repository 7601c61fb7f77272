"""Lay out the long menus of whole pages: nested, described, counted; of languages, letters, months, headings."""

from __future__ import annotations

from collections.abc import Callable

from cleaner.training.blocks import Block, labelled
from cleaner.training.shelf import row
from cleaner.training.site import Site, clause

_LANGUAGES = (
    "Afrikaans|العربية|Azərbaycanca|Български|বাংলা|Català|Čeština|Dansk|Deutsch|Ελληνικά|English|Español|Eesti|Euskara|"
    "فارسی|Suomi|Français|Galego|עברית|हिन्दी|Hrvatski|Magyar|Bahasa Indonesia|Italiano|日本語|한국어|Lietuvių|"
    "Bahasa Melayu|Nederlands|Norsk bokmål|Polski|Português|Română|Русский|Slovenčina|Slovenščina|Српски|Svenska|ไทย|"
    "Türkçe|Українська|Tiếng Việt|简体中文|繁體中文"
)
_CODES = "af|ar|az|bg|bn|ca|cs|da|de|el|en|es|et|eu|fa|fi|fr|gl|he|hi|hr|hu|id|it|ja|ko|lt|ms|nl|no|pl|pt|ro|ru|sk"
_COUNTRIES = (
    "Argentina|Australia|Austria|Belgium|Brazil|Canada|Chile|Czech Republic|Denmark|Finland|France|Germany|Hong Kong|"
    "India|Ireland|Italy|Japan|Mexico|Netherlands|New Zealand|Norway|Poland|Portugal|Singapore|South Africa|Spain|"
    "Sweden|Switzerland|Turkey|United Kingdom|United States (USD $)|Österreich|Schweiz|Sverige|España|Italia"
)


def _items(site: Site, count: int) -> list[str]:
    """Name what a menu leads to: from the shelf of menus, from the sections, from the words of the body."""
    found = row(site, "menus", "navigation", count)
    if not found or site.chance(0.2):
        found = site.run("navigation", count, site.rng.choice(("menu", "menu", "button", "")))
    if len(found) < count:
        found += [site.section() if site.chance(0.5) else site.tag() for _ in range((count - len(found)) // 2)]
    return found


def long_menu(site: Site) -> list[str]:
    """List six to sixty links, as the head and the foot of a page hold them."""
    return _items(site, site.rng.choice((6, 8, 10, 12, 16, 20, 32)))


def nested(site: Site) -> list[str]:
    """List groups of links, each under its name, now and then with a sentence that says what waits there."""
    described = site.chance(0.25)
    found: list[str] = []
    for _ in range(site.rng.randrange(2, 7)):
        found.append(site.section().upper() if site.shouted else site.section())
        for name in _items(site, site.rng.randrange(2, 8)):
            found.append(name)
            if described and site.chance(0.7):
                about = row(site, "menus", "related", 1) if site.chance(0.3) else []
                about = about or [site.sentence()[:160]]
                found += [f"{name} {about[0]}"] if site.once("described in line", lambda: site.chance(0.2)) else about
    return found


def counted(site: Site) -> list[str]:
    """List tags, categories or months with how often they occur."""
    months = site.chance(0.45)
    form = site.rng.choice(("{} ({})", "{} ({})", "{} [{}]", "{} {}", "{}"))
    count = site.rng.choice((5, 8, 12, 20, 30))
    date = site.rng.choice(("{B} {Y}", "{B} {Y}", "{b} {Y}"))
    names = [site.locale.date(site.rng, date).strip() if months else site.tag() for _ in range(count)]
    return [form.format(name, site.rng.randrange(1, 90)) for name in names]


def tongues(site: Site) -> list[str]:
    """List languages or countries to switch to."""
    coded = site.chance(0.14)
    names = (_LANGUAGES if coded or site.chance(0.65) else _COUNTRIES).split("|")
    start, count = site.rng.randrange(len(names) - 8), site.rng.choice((3, 5, 8, 14, 30, 44))
    found = names[start : start + count]
    return [f"{name} ({code})" for name, code in zip(found, _CODES.split("|"), strict=False)] if coded else found


def letters(site: Site) -> list[str]:
    """List the letters of the alphabet."""
    found = ["0-9", *"ABCDEFGHIJKLMNOPQRSTUVWXYZ"][site.rng.randrange(2) :]
    return [site.rng.choice((" ", " | ", "")).join(found)] if site.chance(0.6) else found


def outline(site: Site) -> list[str]:
    """List headings with numbers of two levels, cut off from a text that may not follow."""
    found: list[str] = []
    for number in range(1, site.rng.randrange(3, 9)):
        found.append(f"{number} {clause(site.rng.choice(site.paragraphs), 40)}")
        below = site.rng.randrange(1, 5) if site.chance(0.35) else 0
        found += [f"{number}.{part} {site.tag()}" for part in range(1, below + 1)]
    return found


def facets(site: Site) -> list[str]:
    """List what a shop filters by: names of properties, values with counts."""
    numbered = site.chance(0.6)
    found: list[str] = []
    for _ in range(site.rng.randrange(2, 6)):
        heads = row(site, "menus", "metadata", 1) or [site.tag()]
        found.append(heads[0] + site.once("facet sign", lambda: site.rng.choice(("", "", ":", " +", " -"))))
        for _ in range(site.rng.randrange(2, 8)):
            value = site.rng.choice((site.tag(), site.section(), *row(site, "menus", "navigation", 1)))
            found.append(f"{value} ({site.rng.randrange(1, 400)})" if numbered else value)
    return found


_KINDS: dict[Callable[[Site], list[str]], float] = {
    long_menu: 5.0,
    nested: 3.5,
    counted: 2.0,
    tongues: 1.2,
    letters: 0.5,
    outline: 1.0,
    facets: 1.2,
}


def big_menu(site: Site) -> Block:
    """Lay out a long menu of one kind or two, in the site's way of marking links."""
    rng = site.rng
    texts: list[str] = []
    for kind in rng.choices(list(_KINDS), list(_KINDS.values()), k=rng.choice((1, 1, 1, 1, 2))):
        texts += kind(site)
    mark = site.once(
        "menu mark",
        lambda: rng.choice(("{}", "{}", "{}", "{}", "- {}", "* {}", "• {}", "» {}", "{} »", "+ {}", "> {}", "· {}")),
    )
    draw = rng.random()
    if draw < 0.06:
        joined = rng.choice((" ", " | ", "  ", " - ", " · ", ""))
        size = rng.choice((6, 10, 40))
        texts = [joined.join(texts[at : at + size]) for at in range(0, len(texts), size)]
    elif draw < 0.12:
        texts = [text.upper() for text in texts]
    return Block("menu", labelled("navigation", [mark.format(text) for text in texts]))
