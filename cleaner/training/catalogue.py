"""Put strings of public translation catalogues into real documents of their language, hundreds of languages.

Interface strings alone would teach that short lines are bad: headings, headlines and list items of the same languages
stand among them as content.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

from cleaner.training.annotations import DROP, Annotated
from cleaner.training.corpora import rows

LABEL_OF: Mapping[str, str] = {
    "comment_form": "comment",
    "share_follow": "promotion",
    "related_links": "related",
    "navigation": "navigation",
    "footer_legal": "footer",
    "subscribe_ad": "promotion",
    "metadata": "metadata",
    "error_ui": "footer",
}
"""What the catalogues' categories are in our taxonomy; the others mix several kinds and train content or not only."""

Strings = dict[str, dict[str, list[str]]]
"""language -> label -> strings"""


class Catalogue:
    """Hold the strings, short content and documents of every language, one fold of the strings' keys at a time."""

    def __init__(self, corpora: Path, fold: int | None, folds: int, languages: frozenset[str] | None = None) -> None:
        folder = corpora / "i18n"
        self.strings: Strings = defaultdict(lambda: defaultdict(list))
        for row in rows(folder / "boilerplate.jsonl.gz"):
            inside = fold is None or zlib.crc32(str(row["key"]).encode()) % folds == fold
            wanted = languages is None or row["lang"] in languages
            if inside and wanted and row["kind"] != "template" and row["tier"] < 3 and "\n" not in row["text"]:
                self.strings[row["lang"]][LABEL_OF.get(row["category"], DROP)].append(row["text"].strip())
        self.short: dict[str, list[str]] = defaultdict(list)
        for row in rows(folder / "content_short.jsonl.gz"):
            if fold is None or zlib.crc32(row["text"].encode()) % folds == fold:
                self.short[row["lang"]].append(row["text"].strip())
        self.sentences: dict[str, list[str]] = defaultdict(list)
        for row in rows(folder / "content.jsonl.gz"):
            if fold is None or zlib.crc32(row["text"].encode()) % folds == fold:
                self.sentences[row["lang"]].append(row["text"].strip())
        self.documents: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for row in rows(folder / "content_docs.jsonl.gz"):
            inside = fold is None or zlib.crc32(str(row["id"]).encode()) % folds == fold
            if inside and row["lang"] in self.strings:
                self.documents[row["lang"]].append(row)

    def compose(self, seed: int, per_language: int) -> Iterator[Annotated]:
        """Yield up to `per_language` documents of every language, with strings at their ends and between paragraphs."""
        for lang in sorted(self.documents):
            random = Random(f"{seed}/{lang}")
            documents = self.documents[lang]
            for row in random.sample(documents, min(per_language, len(documents))):
                yield self._document(row, lang, random)
        for lang in sorted(self.sentences):
            random = Random(f"{seed}/small/{lang}")
            for number in range(2 * per_language):
                yield self._small(f"{lang}-{number}", lang, random)

    def _small(self, name: str, lang: str, random: Random) -> Annotated:
        """Make a few sentences and short lines into a document, seldom with one piece of furniture at an end."""
        lines: list[tuple[str, str | None]] = []
        for _ in range(random.choice((1, 1, 2, 3, 3, 4, 5, 7))):
            short = self.short[lang] if random.random() < 0.3 else None
            lines.append((random.choice(short or self.sentences[lang]).replace("\n", " "), None))
        if lang in self.strings and random.random() < 0.3:
            block = self._block(lang, True, random)[:1]
            lines = block + lines if random.random() < 0.4 else lines + block
        text, spans = _laid_out(lines)
        return Annotated(f"catalogue:{name}", text, spans, lang, f"catalogue:{name}", "catalogue")

    def _document(self, row: Mapping[str, Any], lang: str, random: Random) -> Annotated:
        paragraphs = [p.replace("\n", " ").strip() for p in row["paragraphs"] if p.strip()]
        start = random.randrange(max(len(paragraphs) - 8, 1))
        lines: list[tuple[str, str | None]] = [(p, None) for p in paragraphs[start : start + random.randint(3, 14)]]
        if row.get("title") and random.random() < 0.7:
            lines.insert(0, (row["title"].replace("\n", " ").strip(), None))
        for text in _some(self.short[lang], random, 3):
            lines.insert(random.randint(0, len(lines)), (text, None))
        typed = random.random() < 0.75
        if random.random() < 0.85:
            for place in random.sample(("top", "middle", "bottom"), random.choice((1, 1, 2, 3))):
                block = self._block(lang, typed, random)
                at = {"top": 0, "bottom": len(lines)}.get(place, random.randint(0, len(lines)))
                lines[at:at] = block
        text, spans = _laid_out(lines)
        group = f"{row.get('source')}:{row['id']}"
        return Annotated(f"catalogue:{row['id']}", text, spans, lang, group, "catalogue", frozenset(), typed)

    def _block(self, lang: str, typed: bool, random: Random) -> list[tuple[str, str | None]]:
        strings = self.strings[lang]
        labels = sorted(label for label in strings if (label != DROP) == typed) or sorted(strings)
        found: list[tuple[str, str | None]] = []
        label = random.choice(labels)
        for _ in range(random.choice((1, 1, 1, 2, 3, 5, 8))):
            if random.random() < 0.3:
                label = random.choice(labels)
            found.append((random.choice(strings[label]), label if typed and label != DROP else DROP))
        return [(line, label) for line, label in found if typed == (label != DROP)]


def _laid_out(lines: Sequence[tuple[str, str | None]]) -> tuple[str, tuple[tuple[int, int, str], ...]]:
    spans, text = [], ""
    for line, label in lines:
        if label and line:
            spans.append((len(text), len(text) + len(line), label))
        text += line + "\n"
    return text, tuple(spans)


def _some(items: Sequence[str], random: Random, most: int) -> list[str]:
    return random.sample(items, min(random.randint(0, most), len(items)))
