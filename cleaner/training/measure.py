"""Measure the finder of injected spam: recall by kind, repair byte for byte, false alarms in clean text."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from cleaner.batch import Batch
from cleaner.decide import Span
from cleaner.document import Cleaning, delete, merge
from cleaner.injected import Injected
from cleaner.model import Model
from cleaner.taxonomy import Label
from cleaner.training.comments import Comment
from cleaner.training.inject import KINDS, inject
from cleaner.training.lures import PHRASES, UNSEEN_LINES
from cleaner.training.tallies import Clean, group_of


@dataclass
class Figures:
    """Hold what was counted: `(found, all)` by group, repaired documents, and what was missed."""

    recall: dict[str, list[int]] = field(default_factory=dict)
    documents: int = 0
    repaired: int = 0
    missed: list[tuple[str, str, str]] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)

    def note(self, names: Iterable[str], hit: bool) -> None:
        """Count one injection under several names."""
        for name in names:
            pair = self.recall.setdefault(name, [0, 0])
            pair[0] += hit
            pair[1] += 1

    def lines(self) -> list[str]:
        """Return the figures as lines of text."""
        rows = [f"{name:28} {a / n:.3f}  {a}/{n}" for name, (a, n) in sorted(self.recall.items())]
        if not self.documents:
            return rows
        return [*rows, f"repaired exactly {self.repaired / max(self.documents, 1):.3f} of {self.documents}"]


def cuts_in(finder: Injected, text: str, threshold: float) -> list[tuple[int, int]]:
    """Return what the finder would cut out of one text in one pass."""
    batch = Batch.of([text])
    starts = np.concatenate([[0], np.cumsum([len(line) + 1 for line in batch.lines])])
    spans = finder.find(batch, np.flatnonzero(batch.inked).tolist(), threshold)
    return [(int(starts[s.line]) + s.start, int(starts[s.line]) + s.stop) for s in spans]


def recall(
    finder: Injected,
    documents: Sequence[Clean],
    brands: Sequence[str],
    phrases: Mapping[str, Sequence[str]],
    threshold: float,
    seed: int = 11,
    kinds: Sequence[str] = KINDS[:6],
) -> Figures:
    """Inject spam into every document and count what is found, and what is repaired byte for byte."""
    figures = Figures()
    for number, document in enumerate(documents):
        rng = random.Random(seed * 1_000_003 + number)
        own = list(phrases.get(document.lang, ())) or list(phrases.get("en", PHRASES["en"]))
        made = inject(document.text, brands, own, rng, kinds=kinds, lang=document.lang)
        if not made.injections:
            continue
        text, changed = made.text, True
        left = list(made.injections)
        cuts = cuts_in(finder, text, threshold)
        figures.documents += 1
        clean, rounds = delete(text, merge(cuts)), 0
        while changed and rounds < 4:
            again = cuts_in(finder, clean, threshold)
            changed, rounds = bool(again), rounds + 1
            clean = delete(clean, merge(again))
        figures.repaired += clean == document.text
        for injection in left:
            spam = (injection.start, injection.stop)
            hit = any(min(b, spam[1]) - max(a, spam[0]) >= 0.5 * (spam[1] - spam[0]) for a, b in cuts)
            size = len(injection.spam)
            case = "upper" if injection.spam.isupper() else "lower" if injection.spam.islower() else "mixed"
            names = [f"kind {injection.kind}", f"place {injection.place}"]
            if injection.kind == "phrase":
                names += [
                    f"phrase lang {group_of(document.lang)}",
                    f"phrase words {min(len(injection.spam.split()), 5)}",
                ]
            if injection.kind == "token":
                names += [f"case {case}", f"length {size // 4 * 4}-{size // 4 * 4 + 3}"]
                names.append(f"lang {document.lang if document.lang in ('id', 'ms', 'en') else 'other'}")
            if injection.disguise:
                names.append(f"disguise {injection.disguise}")
            figures.note(names, hit)
            if not hit:
                figures.missed.append((injection.kind, injection.disguise, injection.spam))
        figures.extra += [
            text[a - 20 if a > 20 else 0 : b + 20] for a, b in cuts if not any(a < i.stop and i.start < b for i in left)
        ]
    return figures


def whole_lines(
    model: Model,
    documents: Sequence[Clean],
    brands: Sequence[str],
    phrases: Mapping[str, Sequence[str]],
    seed: int = 13,
) -> Figures:
    """Put whole lines of spam into documents, and count what the whole model (line networks and spans) removes.

    The lines are such that no training has read, in the language of the document or in English.
    A line counts as found when half of it goes, under whatever label, and `as spam` when it goes as spam.
    """
    figures = Figures()
    for number, document in enumerate(documents):
        rng = random.Random(seed * 1_000_003 + number)
        own = list(phrases.get(document.lang, ())) or list(phrases.get("en", PHRASES["en"]))
        made = inject(document.text, brands, own, rng, 1, ("line", "block"), document.lang, UNSEEN_LINES)
        if not made.injections:
            continue
        cleaning = model.clean(made.text)
        (injection,) = made.injections
        start = injection.start
        for line in injection.spam.split("\n"):
            stop = start + len(line)
            hit = _goes(cleaning, start, stop)
            figures.note(["whole line", f"whole line, {group_of(document.lang)}"], hit)
            figures.note(["whole line, as spam"], _goes(cleaning, start, stop, Label.SPAM))
            if not hit:
                figures.missed.append(("line", "", line))
            start = stop + 1
    return figures


def _goes(cleaning: Cleaning, start: int, stop: int, label: Label | None = None) -> bool:
    """Tell whether half of a range or more goes: as this label, if one is given."""
    ranges = [(f.start, f.stop) for f in cleaning.findings if label in (None, f.label)]
    return 2 * sum(max(min(b, stop) - max(a, start), 0) for a, b in merge(ranges)) >= stop - start


def unwanted(model: Model, documents: Sequence[Clean], said: Sequence[Comment], seed: int = 17) -> Figures:
    """Put a comment into each document, between two lines or below the last, and count what is found of it.

    Spam counts as found when half of it goes, `as spam` when it goes as that, `touched` when any of it does; of honest
    comments those count of which anything goes as spam.
    """
    figures = Figures()
    for number, (document, comment) in enumerate(zip(documents, said, strict=False)):
        rng = random.Random(seed * 1_000_003 + number)
        lines = document.text.split("\n")
        place = "between lines" if len(lines) > 1 and rng.random() < 0.5 else "below"
        at = rng.randrange(1, len(lines)) if place == "between lines" else len(lines)
        start = sum(len(line) + 1 for line in lines[:at])
        stop = start + len(comment.text)
        cleaning = model.clean("\n".join([*lines[:at], comment.text, *lines[at:]]))
        own = {f.label for f in cleaning.findings if f.start < stop and f.stop > start}
        if comment.spam:
            figures.note(["spam comment", f"spam comment, {place}"], _goes(cleaning, start, stop))
            figures.note(["spam comment, as spam"], _goes(cleaning, start, stop, Label.SPAM))
            figures.note(["spam comment, touched"], bool(own))
        else:
            figures.note(["honest comment, as spam"], Label.SPAM in own)
    return figures


def alarms(finder: Injected, texts: Sequence[str], least: float, size: int = 200) -> tuple[int, list[tuple[Span, str]]]:
    """Return the number of tokens (between white space) in clean texts, and every finding with its line."""
    found: list[tuple[Span, str]] = []
    tokens = 0
    for at in range(0, len(texts), size):
        batch = Batch.of(texts[at : at + size])
        tokens += sum(len(text.split()) for text in batch.texts)
        spans = finder.find(batch, np.flatnonzero(batch.inked).tolist(), least)
        found += [(span, batch.lines[span.line]) for span in spans]
    return tokens, found


def per_million(scores: Sequence[float], tokens: int, thresholds: Sequence[float]) -> Counter[float]:
    """Return false alarms per million tokens at some thresholds."""
    return Counter({t: round(1e6 * sum(s >= t for s in scores) / max(tokens, 1), 2) for t in thresholds})
