"""Let a text use the words of furniture honestly: it may be about newsletters, cookies and comments.

Bodies are picked without such words, lest furniture be taken for content; with nothing to say against it, a model
would learn that the words alone are guilty.
"""

from __future__ import annotations

from cleaner.training.shelf import own, say
from cleaner.training.site import Site

_SHELF = "guilty"


def rate_of(site: Site) -> float:
    """Draw how often this text speaks of such things: mostly never."""
    rated: float = site.rng.choice((0.0, 0.0, 0.0, 0.0, 0.0, 0.06, 0.2))
    return rated if own(site, _SHELF, "content-short", lang=site.lang) else 0.0


def said(site: Site, paragraph: str) -> list[str]:
    """Return a paragraph with a sentence about such things in or beside it: content, whatever it sounds like."""
    sentence = say(site, _SHELF, "content-short", "fact", site.lang)
    if not sentence:
        return [paragraph]
    space = "" if site.locale.closed else " "
    ways = (
        [sentence, paragraph],
        [paragraph, sentence],
        [paragraph + space + sentence],
        [sentence + space + paragraph],
    )
    return list(site.rng.choice(ways))


def heading(site: Site) -> str:
    """Head a paragraph with such words, if this site does: `Share the Work`. Else with nothing."""
    if not site.once("guilty headings", lambda: site.chance(0.3)) or site.chance(0.4):
        return ""
    return say(site, _SHELF, "content-short", "heading", site.lang)
