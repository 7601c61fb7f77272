"""Take phrases from the books' further shelves: what readers say, what menus hold, what services ask and offer.

A shelf is a file `<language>.<shelf>.tsv` beside the book of a language. Not every language has every shelf.
"""

from __future__ import annotations

from cleaner.training.phrasebook import Template, fill
from cleaner.training.site import Site


def own(site: Site, shelf: str, label: str, role: str = "", lang: str | None = None) -> list[Template]:
    """List what a shelf holds; nothing, where the book would fall back to its news."""
    lang = lang or site.furniture
    found = site.book.phrases(lang, shelf, label, role)
    return [] if found is site.book.phrases(lang, "news", label, role) else found


def say(site: Site, shelf: str, label: str, role: str = "", lang: str | None = None) -> str:
    """Make one phrase of a shelf, or an empty text."""
    found = own(site, shelf, label, role, lang)
    return fill(site.rng.choice(found), site.fillers) if found else ""


def row(site: Site, shelf: str, label: str, count: int, role: str = "", lang: str | None = None) -> list[str]:
    """Make phrases that stand near each other on a shelf, in its order."""
    found = own(site, shelf, label, role, lang)
    start = site.rng.randrange(max(1, len(found) - 2 * count)) if found else 0
    window = range(start, min(len(found), start + 2 * count + 1))
    chosen = sorted(site.rng.sample(window, min(count, len(window))))
    return [fill(found[index], site.fillers) for index in chosen]
