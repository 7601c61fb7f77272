"""What the finder of injected spam is trained, tuned and tested on: documents, brands and phrases in three sides.

Publishers, brand stems and phrases of one side are on no other. What is tuned (thresholds, forms) is tuned on the side
`CHOOSE`; figures are of the side `REPORT`, on which nothing was chosen. The texts and lists stay outside the project:
only weights come of them.
"""

from __future__ import annotations

import gzip
import random
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import regex

from cleaner.training.corpora import rows
from cleaner.training.inject import curated, curated_phrases, stem_of
from cleaner.training.lures import COINED
from cleaner.training.tallies import Clean, tokens_of

TRAIN, CHOOSE, REPORT = SIDES = ("train", "choose", "report")
_PER_SITE = 500
_TOPIC = regex.compile(
    r"(?i)\b(?:judi|judol|casino|kasino|togel|slot|taruhan|perjudian|berjudi|poker|gambling|bandar)\b"
)
_MARK = regex.compile(
    r"casino|kasino|slot|togel|judi|poker|betting|gambl|jackpot|roulette|blackjack|viagra|cialis|levitra|tramadol|xanax|pharmac|"
    r"pills?\b|loans?\b|payday|credit|essay|thesis|dissertation|replica|rolex|vuitton|gucci|outlet|\bugg\b|escort|porn|sex|dating|"
    r"\bseo\b|backlink|bitcoin|crypto|forex|bonus|gacor|rtp|sbobet|maxwin|казино|автомат|виагр|займ|ставк|카지노|바카라|슬롯|토토|"
    r"カジノ|スロット|สล็อต|บาคาร่า|พนัน|คาสิโน"
)
_LURE = regex.compile(
    r"\b(?:buy|cheap|online|best|free|bonus|order|discount|sale|outlet|generic|without|prescription|fast|instant|no|check|services?|"
    r"writing|real|money|play|win|jackpot|top|live|sites?|games?|casinos?|slots?|spins?|poker|betting|escorts?|pharmacy|payday|"
    r"replica|viagra|cialis|backlinks|cams?|tube|watches|handbags)\b"
)
_LISTS = {
    "id": ("id",),
    "en": ("en", "en.adult", "en.casino", "en.crypto", "en.essay", "en.loans", "en.pharma", "en.replica", "en.seo"),
}


@dataclass(frozen=True, slots=True)
class Side:
    """Hold what one side has: documents, sentences of all languages, brands, and phrases by language."""

    documents: list[Clean]
    sentences: list[str]
    brands: list[str]
    phrases: dict[str, list[str]]


def material(corpora: Path, seed: int = 5) -> dict[str, Side]:
    """Collect everything from a corpora folder; articles that `hard_negatives` quotes are left out on all sides."""
    documents: dict[str, list[Clean]] = {side: [] for side in SIDES}
    for document, side in _documents(corpora):
        documents[side].append(document)
    for own in documents.values():
        random.Random(seed).shuffle(own)
    tokens: Counter[str] = Counter()
    for document in documents[TRAIN][:6000]:
        tokens.update(tokens_of(document.text))
    known: Callable[[str], bool] = lambda word: tokens[word] >= 3  # noqa: E731
    with (corpora / "spam" / "brands.txt").open(encoding="utf-8") as handle:
        brands = curated(handle, known)
    honest = [d.text for d in documents[TRAIN] if d.lang in ("id", "ms", "en")]
    scraped = _scraped(corpora, known, honest)
    sentences: dict[str, list[str]] = {side: [] for side in SIDES}
    for row in rows(corpora / "i18n" / "content.jsonl.gz"):
        if (part := _part(row["text"])) > 5:
            sentences[CHOOSE if part < 8 else REPORT].append(row["text"])
    found = {}
    for side in SIDES:
        phrases = {lang: [p for p in own if side_of(p) == side] for lang, own in scraped.items()}
        if side != TRAIN:  # our own phrases come on top of what is trained on, unless they are held out
            for lang, written in COINED.items():
                phrases[lang] = [*(p for p in written if side_of(p) == side), *phrases.get(lang, ())]
            phrases["ms"] = [*phrases["ms"], *phrases["id"]]  # the same gangs
        found[side] = Side(documents[side], sentences[side], [b for b in brands if side_of(b) == side], phrases)
    return found


def side_of(name: str) -> str:
    """Return the side of a brand or phrase: decided by its stem alone, the same in every process."""
    part = zlib.crc32(stem_of(name).encode()) % 1000
    return CHOOSE if part < 200 else REPORT if part < 350 else TRAIN


def _scraped(corpora: Path, known: Callable[[str], bool], honest: Sequence[str]) -> dict[str, list[str]]:
    """Return the usable phrases of the scraped lists, without what honest texts say as well."""
    found: dict[str, list[str]] = {}
    for lang, names in _LISTS.items():
        own: set[str] = set()
        for name in names:
            with gzip.open(corpora / "spam" / "phrases" / f"{name}.txt.gz", "rt", encoding="utf-8") as handle:
                own.update(curated_phrases(handle, known, _MARK))
        if lang == "en":
            own = {p for p in own if len(set(_LURE.findall(p))) >= 2}
        template = sorted(p for p in own if p.endswith("rtp slot"))  # most of one scraped list
        kept = set(random.Random(3).sample(template, min(300, len(template))))
        found[lang] = sorted(p for p in own if not p.endswith("rtp slot") or p in kept)
    said = occurrences([p for own_phrases in found.values() for p in own_phrases], honest)
    return {lang: [p for p in phrases if said[p] < 2] for lang, phrases in found.items()}


def occurrences(phrases: Sequence[str], texts: Sequence[str]) -> Mapping[str, int]:
    """Return how often phrases stand in texts, word by word, whatever the case."""
    openings: dict[str, list[tuple[str, list[str]]]] = {}
    for phrase in phrases:
        if words := _WORD.findall(phrase.lower()):
            openings.setdefault(words[0], []).append((phrase, words))
    counted: Counter[str] = Counter()
    for text in texts:
        words = _WORD.findall(text.lower())
        for at, word in enumerate(words):
            for phrase, wanted in openings.get(word, ()):
                counted[phrase] += words[at : at + len(wanted)] == wanted
    return counted


_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")


def _publisher_side(name: str) -> str:
    part = _part("pub" + name)
    return CHOOSE if part < 3 else REPORT if part in (6, 8) else TRAIN


def _documents(corpora: Path) -> Iterator[tuple[Clean, str]]:
    """Yield clean documents with their sides: by publisher, or by document where there is none."""
    hard = {row["doc"] for row in rows(corpora / "spam" / "hard_negatives.jsonl.gz")}
    seen: Counter[str] = Counter()
    for row in rows(corpora / "id" / "articles.jsonl.gz"):
        if row["id"] in hard:
            continue
        side = _publisher_side(row["publisher"])
        seen[row["site"]] += 1
        if seen[row["site"]] <= _PER_SITE * (1 + (side != TRAIN)) or _TOPIC.search(row["text"]):
            yield Clean(row["text"], row["lang"], row["publisher"]), side
    for row in rows(corpora / "gold" / "indonesian.jsonl.gz"):
        kept, start = [], 0
        for line in row["text"].split("\n"):
            if not any(a < start + len(line) and b > start for a, b, _ in row["spans"]):
                kept.append(line)
            start += len(line) + 1
        yield Clean("\n".join(kept), row["lang"], row["publisher"]), _publisher_side(row["publisher"])
    for row in rows(corpora / "i18n" / "content_docs.jsonl.gz"):
        part, hashed = _part(row["id"]), zlib.crc32(row["id"].encode())
        if part < 7 or hashed // 10 % 2 == 0:
            side = REPORT if part == 8 else CHOOSE if part == 9 else TRAIN
            yield Clean("\n".join(row["paragraphs"]), row["lang"], f"{row['source']}{hashed % 64}"), side
    yield from _sentences(corpora)
    for path in sorted((corpora / "keepdrop").glob("*/*.residual.jsonl.gz")):
        taken = 0
        for row in rows(path):
            if zlib.crc32(row["page"].encode()) % 3 == 0 and taken < 700:
                text = "\n".join(
                    line for line, label in zip(row["lines"], row["labels"], strict=True) if label == "keep"
                )
                taken += 1
                if len(text) > 200:
                    yield (
                        Clean(text[:20000], row["lang"], row["page"]),
                        TRAIN if path.parent.name == "train" else REPORT,
                    )


def _sentences(corpora: Path) -> Iterator[tuple[Clean, str]]:
    """Yield most of the sentences of all languages, a dozen to a document; the others are for measuring."""
    held: dict[str, list[str]] = {}
    for row in rows(corpora / "i18n" / "content.jsonl.gz"):
        if _part(row["text"]) < 6:
            own = held.setdefault(row["lang"], [])
            own.append(row["text"])
            if len(own) == 12:
                yield Clean("\n".join(own), row["lang"], f"sentences {zlib.crc32(own[0].encode()) % 64}"), TRAIN
                own.clear()


def _part(name: str) -> int:
    return zlib.crc32(name.encode()) % 10
