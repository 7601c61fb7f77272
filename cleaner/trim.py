"""What a trim is: one kind of furniture inside a good line, with an example and a near miss."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from cleaner.taxonomy import Label

Place: TypeAlias = Literal[
    "head", "tail", "onward", "signed", "photo", "title", "bracket", "call", "marker", "list", "flat", "pointer"
]


@dataclass(frozen=True, slots=True)
class Trim:
    """Describe one kind of furniture inside a line: where it stands, its pattern, and what it must not match.

    `head` patterns are matched at the start of a line; `tail` patterns backwards from its end, as are `onward` ones,
    which lead to the rest of a text, `signed` ones, which follow a dash, and `photo` ones, which say who took a
    picture; `title` patterns from the end of the first line of a document. The others stand anywhere: `bracket` in
    brackets, `call` after a sentence, `flat` in the first characters of an article in one line. A `pointer` pattern
    finds where a pointer to another page opens; the end of the headline it points at is looked for by
    `headlines.headline_end`. `last` names the characters that a `tail` can end with, where they are few. `needs` are
    pieces of text, one of which every match at an edge of a line holds.
    """

    name: str
    label: Label
    place: Place
    pattern: str
    score: float
    example: str
    removed: str
    near_miss: str
    last: str = ""
    needs: tuple[str, ...] = ()
