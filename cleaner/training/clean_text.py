"""Clean documents to train and test the spam finder on, and curated lists of brands and phrases, from a corpora folder.

    python -m cleaner.training.clean_text CORPORA OUT.npz [--all]

trains on two thirds of the publishers and four fifths of the brand stems, prints figures on the others and writes the
arrays; with `--all` nothing is held out. The texts and lists stay outside the project: only weights come of them.
"""

from __future__ import annotations

import argparse
import gzip
import random
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import regex

from cleaner.injected import Injected
from cleaner.training.corpora import rows
from cleaner.training.inject import curated, curated_phrases, held_out
from cleaner.training.lures import PHRASES
from cleaner.training.measure import alarms, per_million, recall
from cleaner.training.spam import Arrays, Clean, Counts, fit

THRESHOLDS = (0.5, 0.7, 0.8, 0.85, 0.88, 0.9, 0.92, 0.95)
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
class Material:
    """Hold what is trained on and what is held out: documents by publisher, brands and phrases by stem."""

    train: list[Clean]
    test: list[Clean]
    brands: list[str]
    test_brands: list[str]
    phrases: dict[str, list[str]]
    test_phrases: dict[str, list[str]]


def material(corpora: Path, seed: int = 5) -> Material:
    """Collect everything from a corpora folder; articles that `hard_negatives` quotes are left out on both sides."""
    train: list[Clean] = []
    test: list[Clean] = []
    for document, is_test in _documents(corpora):
        (test if is_test else train).append(document)
    random.Random(seed).shuffle(train)
    random.Random(seed).shuffle(test)
    counts = Counts()
    for document in train[:6000]:
        counts.add(document.text)
    known: Callable[[str], bool] = lambda word: counts.tokens[word] >= 3  # noqa: E731
    honest = "\n".join(d.text.lower() for d in train if d.lang in ("id", "ms", "en"))
    with (corpora / "spam" / "brands.txt").open(encoding="utf-8") as handle:
        brands = curated(handle, known)
    phrases = {lang: _phrases(corpora, names, known, honest) for lang, names in _LISTS.items()}
    written = {lang: [p for p in own if held_out(p)] for lang, own in PHRASES.items()}
    test_phrases = {lang: [*own, *(p for p in phrases.get(lang, ()) if held_out(p))] for lang, own in written.items()}
    test_phrases["ms"] += test_phrases["id"]  # the same gangs
    return Material(
        train,
        test,
        [b for b in brands if not held_out(b)],
        [b for b in brands if held_out(b)],
        {lang: [p for p in own if not held_out(p)] for lang, own in phrases.items()},
        test_phrases,
    )


def _phrases(corpora: Path, names: tuple[str, ...], known: Callable[[str], bool], honest: str) -> list[str]:
    found: list[str] = []
    for name in names:
        with gzip.open(corpora / "spam" / "phrases" / f"{name}.txt.gz", "rt", encoding="utf-8") as handle:
            found += curated_phrases(handle, known, _MARK)
    if names[0] == "en":
        found = [p for p in found if len(set(_LURE.findall(p))) >= 2]
    found = [p for p in sorted(set(found)) if honest.count(p) < 2]  # what honest texts say as well is no sign of spam
    template = [p for p in found if p.endswith("rtp slot")]  # most of one scraped list
    kept = set(random.Random(3).sample(template, min(300, len(template))))
    return [p for p in found if not p.endswith("rtp slot") or p in kept]


def _documents(corpora: Path) -> Iterator[tuple[Clean, bool]]:
    """Yield clean documents, and whether they are held out: by publisher, or by document where there is none."""
    hard = {row["doc"] for row in rows(corpora / "spam" / "hard_negatives.jsonl.gz")}
    seen: Counter[str] = Counter()
    for row in rows(corpora / "id" / "articles.jsonl.gz"):
        if row["id"] in hard:
            continue
        is_test = _part("pub" + row["publisher"]) < 3
        seen[row["site"]] += 1
        if seen[row["site"]] <= _PER_SITE * (1 + is_test) or _TOPIC.search(row["text"]):
            yield Clean(row["text"], row["lang"], row["publisher"]), is_test
    for row in rows(corpora / "gold" / "indonesian.jsonl.gz"):
        kept, start = [], 0
        for line in row["text"].split("\n"):
            if not any(a < start + len(line) and b > start for a, b, _ in row["spans"]):
                kept.append(line)
            start += len(line) + 1
        yield Clean("\n".join(kept), row["lang"], row["publisher"]), _part("pub" + row["publisher"]) < 3
    for row in rows(corpora / "i18n" / "content_docs.jsonl.gz"):
        part, hashed = _part(row["id"]), zlib.crc32(row["id"].encode())
        if part < 8 or (part == 9 and hashed // 10 % 2 == 0):
            yield Clean("\n".join(row["paragraphs"]), row["lang"], f"{row['source']}{hashed % 64}"), part == 9
    yield from _sentences(corpora)
    for path in sorted((corpora / "keepdrop" / "train").glob("*.residual.jsonl.gz")):
        taken = 0
        for row in rows(path):
            if zlib.crc32(row["page"].encode()) % 3 == 0 and taken < 700:
                text = "\n".join(
                    line for line, label in zip(row["lines"], row["labels"], strict=True) if label == "keep"
                )
                taken += 1
                if len(text) > 200:
                    yield Clean(text[:20000], row["lang"], row["page"]), False


def _sentences(corpora: Path) -> Iterator[tuple[Clean, bool]]:
    """Yield half of the sentences of all languages, a dozen to a document; the others are for measuring."""
    held: dict[str, list[str]] = {}
    for row in rows(corpora / "i18n" / "content.jsonl.gz"):
        if _part(row["text"]) < 5:
            own = held.setdefault(row["lang"], [])
            own.append(row["text"])
            if len(own) == 12:
                yield Clean("\n".join(own), row["lang"], f"sentences {zlib.crc32(own[0].encode()) % 64}"), False
                own.clear()


def _part(name: str) -> int:
    return zlib.crc32(name.encode()) % 10


def report(finder: Injected, found: Material, corpora: Path, threshold: float) -> None:
    """Print recall by kind, disguise, case, length and language, exact repair, and every false alarm."""
    sentences = [row["text"] for row in rows(corpora / "i18n" / "content.jsonl.gz") if _part(row["text"]) > 5]
    hard = [row["text"] for row in rows(corpora / "spam" / "hard_negatives.jsonl.gz")]
    for name, texts in (("articles", [d.text for d in found.test]), ("sentences", sentences), ("hard negatives", hard)):
        tokens, spans = alarms(finder, texts, THRESHOLDS[0])
        rates = per_million([span.score for span, _ in spans], tokens, THRESHOLDS)
        print(f"{name}: {tokens} tokens; false alarms a million by threshold {dict(rates)}")
        for span, line in sorted(spans, key=lambda pair: -pair[0].score):
            if span.score >= threshold:
                around = (
                    line[max(span.start - 25, 0) : span.start],
                    line[span.start : span.stop],
                    line[span.stop : span.stop + 25],
                )
                print(f"  {span.score:.3f} {around[0]}[{around[1]}]{around[2]} {', '.join(span.cues)}")
    own = [d for d in found.test if d.lang in ("id", "ms")][:1000]
    other = [d for d in found.test if d.lang not in ("id", "ms")][:300]
    figures = recall(finder, own + other, found.test_brands, found.test_phrases, threshold)
    print("\n".join(figures.lines()))


def fit_all(corpora: Path, copies: int = 1) -> Arrays:
    """Train on everything, with nothing held out: what a model ships with."""
    found = material(corpora)
    phrases = {lang: [*own, *found.test_phrases.get(lang, ())] for lang, own in found.phrases.items()}
    documents, brands = [*found.train, *found.test], [*found.brands, *found.test_brands]
    return fit(documents, brands, phrases, copies=copies)


def main() -> None:
    """Train, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("corpora", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--all", action="store_true", help="hold nothing out (no figures)")
    parser.add_argument("--copies", type=int, default=1)
    parser.add_argument("--threshold", type=float, default=0.88)
    options = parser.parse_args()
    found = material(options.corpora)
    if options.all:
        arrays = fit_all(options.corpora, options.copies)
    else:
        taken = {p for own in found.test_phrases.values() for p in own}
        arrays = fit(found.train, found.brands, found.phrases, copies=options.copies, log=print, without=taken)
        report(Injected(arrays), found, options.corpora, options.threshold)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(options.out, **{name: arrays[name] for name in sorted(arrays)})  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
