"""Make a corpus to measure on: JSON lines of pages in several scripts, with a known share of bad lines.

    python -m tests.benchmarks.corpus OUT.jsonl [--size MB] [--bad SHARE] [--corpora FOLDER] [--seed N] [--distinct MB]

Pages are composed from the phrase books around the project's own sentences, with names and numbers drawn anew, or
around the texts of a corpora folder. A seed gives the same bytes everywhere. The median line has about 70 characters.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random

from cleaner.training.annotations import Annotated, line_labels
from cleaner.training.bodies import Body, bodies_from, headlines_from
from cleaner.training.compose import compose
from cleaner.training.corpora import rows, shuffled
from cleaner.training.phrasebook import PhraseBook
from cleaner.training.site import sentences

DATA = Path(__file__).resolve().parents[2] / "data"
SHARE = 0.4
DISTINCT = 24.0
"""Megabytes after which the pages come again, with other ids: composing takes longer than most of what is measured."""
LANGUAGES = {"id": 30.0, "en": 25.0, "ms": 10.0, "ru": 6.0, "ar": 5.0, "zh": 5.0, "de": 5.0, "es": 5.0, "fr": 5.0}
FURNISHED = {"full": 1.0, "some": 0.4, "usual": 0.4, "ends": 0.2}
LEAN = {"clean": 0.6, "few": 0.4}
SHORT = 36
"""Characters. Composed menus have many lines shorter than this, extractors leave fewer."""
KEPT = {"content": 0.06, "bad": 0.42}
"""The share of short lines that stay."""
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}")
_DIGIT = re.compile(r"\d")
_split = str.split
_SYLLABLES = _split("ba ka ta la ma na ra sa wi do len mor tis var pel gan hul sen rit kor ves tam nor bel dra fin")


@dataclass(frozen=True, slots=True)
class Page:
    """Hold a made page: its text, and which of its lines with ink are bad."""

    id: str
    lang: str
    text: str
    lines: tuple[tuple[str, bool], ...]

    @property
    def size(self) -> int:
        return len(self.text.encode())

    def record(self, copy: int = 0) -> bytes:
        values = {"id": f"{self.id}-{copy}", "lang": self.lang, "source": "benchmark", "text": self.text}
        return json.dumps(values, ensure_ascii=False).encode() + b"\n"


def pages(seed: int = 7, share: float = SHARE, corpora: Path | None = None) -> Iterator[Page]:
    """Yield pages without end; of all their lines with ink the `share` is bad, from the first pages on."""
    book = PhraseBook.load(DATA / "phrases")
    bodies, headlines = (_bodies(corpora), headlines_from(_articles(corpora))) if corpora else (_own(seed), {})
    weights = {} if corpora else LANGUAGES
    streams = {
        bad: compose(book, bodies, seed + bad, 1 << 40, regimes=regimes, languages=weights, headlines=headlines)
        for bad, regimes in ((False, LEAN), (True, FURNISHED))
    }
    random = Random(f"{seed}/lines")
    total = found = 0
    while True:
        page = _page(next(streams[found <= share * total]), random)
        bad = sum(bad for _, bad in page.lines)
        if page.lines and (found <= share * total or bad <= share * len(page.lines)):
            total, found = total + len(page.lines), found + bad
            yield page


def _page(made: Annotated, random: Random) -> Page:
    """Thin the short lines of a composed page, until it looks like what an extractor leaves."""
    kept: list[tuple[str, bool]] = []
    for line, label in zip(made.text.split("\n"), line_labels(made), strict=True):
        bad = label not in (None, "content")
        if not line.strip() or len(line) >= SHORT or random.random() < KEPT["bad" if bad else "content"]:
            kept.append((_renamed(line, random), bad))
    return Page(made.id, made.lang, "\n".join(line for line, _ in kept), tuple(k for k in kept if k[0].strip()))


def _renamed(line: str, random: Random) -> str:
    """Draw numbers and some names anew: words that never come twice are what caches and tables see in real texts."""
    line = _DIGIT.sub(lambda _: random.choice("0123456789"), line)
    return _NAME.sub(lambda m: _name(random) if random.random() < 0.5 else m[0], line)


def _name(random: Random) -> str:
    return "".join(random.choices(_SYLLABLES, k=random.choice((2, 2, 3)))).capitalize()


def _own(seed: int, count: int = 1000) -> list[Body]:
    """Lay the project's own sentences out as bodies: paragraphs as long as those of real pages."""
    by_lang: dict[str, list[str]] = defaultdict(list)
    for name in ("examples", "synthetic"):
        written = (
            json.loads(row) for row in (DATA / "annotated" / f"{name}.jsonl").read_text("utf-8").split("\n") if row
        )
        for body in bodies_from(written):
            by_lang[body.lang] += [s.strip() for p in body.paragraphs for s in sentences(p) if len(s.strip()) > 20]
    random = Random(f"{seed}/bodies")
    langs = [lang for lang in LANGUAGES if by_lang[lang]]
    made = []
    for number in range(count):
        lang = random.choices(langs, [LANGUAGES[lang] for lang in langs])[0]
        paragraphs = []
        for _ in range(random.randrange(4, 16)):
            wanted, paragraph = random.lognormvariate(4.75, 0.55), random.choice(by_lang[lang])
            while len(paragraph) < wanted:
                paragraph += ("" if lang == "zh" else " ") + random.choice(by_lang[lang])
            paragraphs.append(_renamed(paragraph, random))
        made.append(Body(str(number), lang, None, tuple(paragraphs), str(number)))
    return made


def _articles(corpora: Path) -> list[dict[str, object]]:
    return list(islice(rows(corpora / "id" / "articles.jsonl.gz"), 6000))


def _bodies(corpora: Path) -> list[Body]:
    """Return bodies of real articles, and of documents in hundreds of languages."""
    documents = shuffled(islice(rows(corpora / "i18n" / "content_docs.jsonl.gz"), 20000), seed=1)[:6000]
    return [*bodies_from(_articles(corpora)), *bodies_from(documents)]


def write(path: Path, size: float, share: float, corpora: Path | None, seed: int, distinct: float = DISTINCT) -> None:
    """Write `size` megabytes of text as JSON lines."""
    made: list[Page] = []
    source, written, fresh, copy = pages(seed, share, corpora), 0, 0, 0
    with path.open("wb") as out:
        while written < size * 1e6:
            if fresh < distinct * 1e6:
                made.append(next(source))
                fresh += made[-1].size
                again = made[-1:]
            else:
                copy, again = copy + 1, made
            for page in again:
                out.write(page.record(copy))
                written += page.size
                if written >= size * 1e6:
                    break


def texts_of(path: Path, most: float = float("inf")) -> list[str]:
    """Return the texts of a file of records, at most `most` megabytes of them."""
    texts, size = [], 0
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            texts.append(json.loads(line)["text"])
            size += len(texts[-1].encode())
            if size >= most * 1e6:
                break
    return texts


def labelled(count: int, seed: int = 11) -> list[tuple[str, bool]]:
    """Return lines with their gold, other ones than those of the default seed, to train peers on."""
    found: list[tuple[str, bool]] = []
    for page in pages(seed):
        found += page.lines
        if len(found) >= count:
            return found[:count]
    return found


def main(argv: Sequence[str] | None = None) -> None:
    """Write a corpus."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("output", type=Path)
    parser.add_argument("--size", type=float, default=20.0)
    parser.add_argument("--bad", type=float, default=SHARE)
    parser.add_argument("--corpora", type=Path)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--distinct", type=float, default=DISTINCT)
    args = parser.parse_args(argv)
    write(args.output, args.size, args.bad, args.corpora, args.seed, args.distinct)


if __name__ == "__main__":
    main()
