"""Clean bodies that whole lines of spam have got into, with honest lines about the same matters beside them.

The corpora have next to no such lines; and of spam alone a model would learn that the words are guilty.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from cleaner.training.annotations import Annotated
from cleaner.training.bodies import Body
from cleaner.training.inject import inject, made_up_brands, phrases_of
from cleaner.training.lures import LINES
from cleaner.training.said import READ

_BRANDS = 3000
_PARAGRAPHS = 12
_SPOKEN = 0.7
"""How often a body is of a language that we have lines of spam in; the others are of any, as they come."""
_ENGLISH = 0.1
"""How often the spam is English whatever the body is."""
_HONEST = 0.6
"""How often honest lines stand there, too."""
_FORMS = (str, str, str.title, str.upper)
_LISTED = 0.15
"""How often the spam is no line that somebody wrote but phrases as people look for them, alone or in a row."""
_LISTS = (
    "{p}",
    "{p}",
    "{p}, {p}, {p}",
    "{p} | {p} | {p} | {p}",
    "{p}\n{p}\n{p}",
    "{b} {p}",
    "{p}: {b}",
    "{b}, {b}, {b}, {b}",
)


def spiked(bodies: Sequence[Body], seed: str, count: int) -> Iterator[Annotated]:
    """Yield `count` documents with spam among their paragraphs, every line of it marked."""
    random = Random(seed)
    brands = made_up_brands(_BRANDS, random)
    by_language: dict[str, list[Body]] = {}
    for body in bodies:
        by_language.setdefault(body.lang, []).append(body)
    spoken = [lang for lang in LINES if lang in by_language]
    weights = [len(LINES[lang]) for lang in spoken]
    for number in range(count):
        known = spoken and random.random() < _SPOKEN
        body = random.choice(by_language[random.choices(spoken, weights)[0]] if known else bodies)
        lang = "en" if random.random() < _ENGLISH else body.lang
        lines = [*([body.headline] if body.headline else []), *list(body.paragraphs)[:_PARAGRAPHS]]
        if random.random() < _HONEST:
            _add_honest(lines, body.lang, random)
        forms = {lang: _LISTS} if random.random() < _LISTED else LINES
        kinds = ("line", "line", "block")
        made = inject("\n".join(lines), brands, phrases_of(lang), random, kinds=kinds, lang=lang, lines=forms)
        spans = tuple((i.start, i.stop - made.text[i.start : i.stop].endswith("\n"), "spam") for i in made.injections)
        yield Annotated(f"spiked-{seed}-{number}", made.text, spans, body.lang, body.group, "spiked")


def _add_honest(lines: list[str], lang: str, random: Random) -> None:
    """Put one to three honest lines into a text, as they are or as headings: in its language, or not at all."""
    own = [text for spoken, text in READ if spoken == lang]
    for text in random.sample(own, min(random.choice((1, 1, 2, 3)), len(own))):
        lines.insert(random.randrange(len(lines) + 1), random.choice(_FORMS)(text))
