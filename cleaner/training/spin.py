"""Word a phrase in many ways: choices in brackets, made-up values in braces, and marks where links stand.

A template is text with `[one|another|]` for choices, which nest, `{site}` for values, and `<words>` for a link.
Marks of links are kept as control characters until the page is set, where they are torn at or taken out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from random import Random

LINK_START, LINK_STOP = "\x0e", "\x0f"
"""What stands before and after a link in a line of furniture, until `parted` or `joined` takes it out."""
_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{([a-z]+)\}")
_MARK = re.compile(f"[{LINK_START}{LINK_STOP}]")
_SPACES = re.compile(r" {2,}")
_LOOSE = re.compile(r" (?=[.,!?)](?: |$))")


def spin(template: str, rng: Random, fillers: Mapping[str, Callable[[], str]]) -> str:
    """Choose among the choices of a template, and fill its values.

    >>> spin("[Follow|Join] {site} <here>", Random(2), {"site": lambda: "Daily Reef"})
    'Follow Daily Reef \\x0ehere\\x0f'
    """
    found = 1
    while found:
        template, found = _CHOICE.subn(lambda match: rng.choice(match[1].split("|")), template)
    text = _LOOSE.sub("", _SPACES.sub(" ", template)).strip()
    text = text.replace("<", LINK_START).replace(">", LINK_STOP)
    return _SLOT.sub(lambda match: fillers[match[1]](), text)


def joined(text: str) -> str:
    """Take the marks of links out.

    >>> joined("Follow \\x0eus\\x0f.")
    'Follow us.'
    """
    return _MARK.sub("", text)


def parted(text: str, spaced: bool = False) -> list[str]:
    """Part a text at its links, as extractors do that set every link on a line of its own.

    >>> parted("Follow \\x0eus\\x0f.")
    ['Follow', 'us', '.']
    """
    parts = [part.rstrip() if spaced else part.strip() for part in _MARK.split(text)]
    return [part for part in parts if part.strip()]
