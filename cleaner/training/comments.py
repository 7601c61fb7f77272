"""Real comments, honest ones and spam: below clean bodies, and spam among their paragraphs as on hacked pages.

Made-up spam tells how spam is phrased; only real spam tells how people who sell a gambling site write when they pretend
to chat, and in how many alphabets they write its name.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from html import unescape
from pathlib import Path
from random import Random
from typing import NamedTuple

import regex

from cleaner.disguise import fold
from cleaner.training.annotations import Annotated
from cleaner.training.bodies import Body
from cleaner.training.corpora import FOLDS, rows
from cleaner.training.inject import stem_of
from cleaner.training.locales import word
from cleaner.training.phrasebook import PhraseBook, fill

_MOST = 150
"""Comments that praise one name: some are praised by thousands."""
_LONGEST = 500
_ENGLISH = 0.12
_PARAGRAPHS = 8
_AGO = {
    "id": ("jam lalu", "jam yang lalu", "hari lalu", "minggu lalu", "bulan yang lalu", "tahun lalu", "j", "h"),
    "en": ("hours ago", "days ago", "weeks ago", "months ago", "years ago", "h", "d ago"),
}
_FORUMS, _AMONG = 0.4, 0.45
"""How often the comments are the page; and how often, of the others, they stand among the paragraphs."""
_TOPIC = regex.compile(r"\b(?:jud(?:i|ol)|wd|depo)\b|slot|togel|gacor|maxwin|jackpot")
_HARMLESS = ("flag", "zero-width")
"""What looks like a disguise and is part of emoji."""
_SPELLED = regex.compile(r"(?<=\b[\p{L}\p{N}])[ .*·•_-]{1,2}(?=[\p{L}\p{N}]\b)")
_NAME = regex.compile(
    r"\b(?=(?:\d*[a-z]){3})[a-z0-9]*[a-z]\d{2,4}d?\b|\b[a-z]{3,}(?:\d[a-z]|toto|togel|bet|slot|win|hoki)\b"
)


class Comment(NamedTuple):
    """Hold a comment in one line, its language, whether it is spam, and the stem of the name that it praises."""

    text: str
    lang: str
    spam: bool
    stem: str


def comments(corpora: Path) -> list[Comment]:
    """Return the comments of a corpora folder that others labelled, without repetitions.

    Labels err: what is labelled honest but speaks of gambling or wears a disguise is left out, and so is Indonesian
    that is labelled spam and has neither these nor a name.
    """
    found: dict[tuple[str, bool], Comment] = {}
    praised: Counter[str] = Counter()
    file = corpora / "spam" / "comments.jsonl.gz"
    for row in rows(file) if file.exists() else ():
        text, spam = " ".join(unescape(row["text"]).replace("\ufeff", "").split()), bool(row["label"])
        words = [fold(word) for word in text.split()]
        plain = _SPELLED.sub("", " ".join(word.text for word in words))
        name = _NAME.search(plain) if spam else None
        disguised = any(kind not in _HARMLESS for word in words for kind, *_ in word.seen)
        suspicious = bool(name or disguised or _TOPIC.search(plain))
        if not 3 <= len(text) <= _LONGEST or (suspicious != spam and (suspicious or row["lang"] == "id")):
            continue
        stem = stem_of(name.group()) if name else ""
        said = " ".join(regex.findall(r"\p{L}+", plain.replace(name.group(), "") if name else plain)) or text
        if (said, spam) in found or (stem and praised[stem] == _MOST):
            continue
        praised[stem] += 1
        found[said, spam] = Comment(text, row["lang"], spam, stem)
    return list(found.values())


def kept(comment: Comment) -> bool:
    """Tell whether a comment is kept for measuring: one name in six, the same in every process."""
    return zlib.crc32(f"kept {comment.stem or comment.text}".encode()) % 6 == 0


def fold_of(comment: Comment) -> int:
    """Return the fold that a comment is learned from: that of the name that it praises."""
    return zlib.crc32((comment.stem or comment.text).encode()) % FOLDS


def commented(
    bodies: Sequence[Body], said: Sequence[Comment], book: PhraseBook, seed: str, count: int
) -> Iterator[Annotated]:
    """Yield `count` bodies in Indonesian, Malay or English with comments, every line of these marked.

    Nothing, if one of these languages lacks bodies, honest comments, or spam.

    A third have no spam. Where people talk in the text itself, honest comments are content: in a forum, and between
    paragraphs that quote them, as news does. Of spam alone a model would learn that whoever chats is guilty.
    """
    random = Random(seed)
    spoken = {
        lang: ([c for c in said if c.lang == lang and not c.spam], [c for c in said if c.lang == lang and c.spam])
        for lang in ("id", "en")
    }
    pages = {
        lang: [body for body in bodies if body.lang in own] for lang, own in (("id", ("id", "ms")), ("en", ("en",)))
    }
    if not all(pages.values()) or not all(map(all, spoken.values())):
        return
    counts = {lang: book.phrases(lang, "news", "comment", "count") for lang in pages}
    headings = {lang: [t for t in found if set(t[1::2]) <= {"n"}] or [("Comments",)] for lang, found in counts.items()}
    for number in range(count):
        lang = "en" if random.random() < _ENGLISH else "id"
        body, (honest, spam) = random.choice(pages[lang]), spoken[lang]
        forum = random.random() < _FORUMS
        lines = [] if forum else [(text, "") for text in body.paragraphs[: random.randrange(1, _PARAGRAPHS)]]
        if body.headline:
            lines.insert(0, (body.headline, ""))
        spammers = (
            [] if random.random() < 1 / 3 else random.sample(spam, min(random.choice((1, 1, 2, 3, 6)), len(spam)))
        )
        sizes = random.choice((3, 6, 12) if forum else (0, 2, 4, 8)), random.choice((1, 2, 3, 5))
        chosen = random.sample(honest, min(sum(sizes), len(honest)))
        chatting, quoted = chosen[: sizes[0]], chosen[sizes[0] :]
        if not forum and random.random() < _AMONG:
            for one in (*spammers, *quoted):
                place = random.randrange(bool(body.headline), len(lines) + 1)
                lines.insert(place, (one.text, "spam") if one.spam else (_said(one.text, random), ""))
            spammers = []
        # Who chats below a text without a heading or a name may be its author: that is in doubt, and content.
        announced = not forum and bool(chatting) and random.random() < 0.6
        if announced:
            heading = fill(random.choice(headings[lang]), {"n": lambda: str(random.randrange(1, 60))})
            lines.append((heading, "comment"))
        talk = [*chatting, *spammers]
        random.shuffle(talk)
        headed = random.choice((*("", "") * (forum or announced), "name", "dated", "colon"))
        for one in talk:
            label = "spam" if one.spam else "" if forum else "comment"
            ago = random.choice(_AGO[lang])
            lines += _entry(one.text, label, headed, ago, "credit" if forum else "comment", random)
        yield _document(f"commented-{seed}-{number}", lines, body)


def _said(text: str, random: Random) -> str:
    """Quote a comment, or let it stand as it is: half of them."""
    name = f"@{word(random, 2)}{random.randrange(100)}"
    forms = ("{text}", "{text}", "“{text}”", '"{text}" – {name}', '{name}: "{text}"', "- {text}")
    return random.choice(forms).format(text=text, name=name)


def _entry(text: str, label: str, headed: str, ago: str, head: str, random: Random) -> list[tuple[str, str]]:
    """Head a comment with the name of who wrote it, or not."""
    name = word(random, random.choice((1, 2, 3))) + random.choice(("", "", str(random.randrange(2000))))
    name = random.choice((f"@{name}", name.capitalize(), f"{name.capitalize()} {word(random, 2).capitalize()}"))
    if headed == "colon":
        return [(f"{name}: {text}", label)]
    if headed == "dated":
        return [(f"{name} {random.choice(('•', '-', '|'))} {random.randrange(1, 12)} {ago}", head), (text, label)]
    return [(name, head), (text, label)] if headed else [(text, label)]


def _document(name: str, lines: Sequence[tuple[str, str]], body: Body) -> Annotated:
    spans, at = [], 0
    for text, label in lines:
        if label:
            spans.append((at, at + len(text), label))
        at += len(text) + 1
    return Annotated(name, "\n".join(text for text, _ in lines), tuple(spans), body.lang, body.group, "commented")
