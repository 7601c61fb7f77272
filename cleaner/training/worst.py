"""Pick the worst errors of a model: what it was surest of, and wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from cleaner.training.annotations import DROP
from cleaner.training.columns import lay_out
from cleaner.training.evaluate import Judged
from cleaner.training.score import KINDS, spans_of

WRONGS = {
    "lost": "lines of content that were removed",
    "left": "lines of junk that were kept",
    "confused": "lines of junk that were given another label",
    "cut": "spans that were cut out of content and should not have been",
    "missed": "spans inside content that were not found",
}
SHOWN = 100


@dataclass(frozen=True, slots=True)
class Wrong:
    """Hold one error: its kind, where it is, what gold and model say of it, and how sure the model was."""

    kind: str
    set: str
    id: str
    line: int
    gold: str
    found: str
    sure: float
    text: str

    def plain(self) -> dict[str, Any]:
        """Return the error as values for JSON."""
        return asdict(self)


def worst(judged: Iterable[Judged], most: int) -> list[Wrong]:
    """Return up to `most` errors of every kind, the surest first, of equally sure ones the longest."""
    kinds: dict[str, list[Wrong]] = defaultdict(list)
    for one in judged:
        for wrong in _wrongs(one):
            kinds[wrong.kind].append(wrong)
    for wrongs in kinds.values():
        wrongs.sort(key=lambda w: (-w.sure, -len(w.text), w.set, w.id, w.line))
    return [wrong for kind in WRONGS for wrong in kinds[kind][:most]]


def _wrongs(one: Judged) -> Iterator[Wrong]:
    document, lines = one.document, one.lines

    def at(kind: str, number: int, start: int, stop: int, gold: str, found: str, sure: float) -> Wrong:
        text = document.text[start:stop]
        return Wrong(kind, one.set, document.id, number + 1, gold, found, round(sure, 4), text)

    for number in lines.scored.nonzero()[0].tolist():
        gold, guess = KINDS[lines.gold[number]], KINDS[lines.guess[number]]
        if gold == guess or (gold == DROP and lines.guess[number]):
            continue
        start, stop = int(lines.start[number]), int(lines.stop[number])
        # What a later look found is as sure as its finding, whatever the first look thought.
        found = [f.score for f in one.findings if f.start < stop and start < f.stop]
        sure = max(found, default=float(one.chance[number]))
        kind = "lost" if not lines.gold[number] else "confused" if lines.guess[number] else "left"
        yield at(kind, number, start, stop, gold, guess, 1 - sure if kind == "left" else sure)
    if not document.typed:
        return
    missed, cut = spans_of(document, one.findings, lines)
    labels = {(start, stop): label for start, stop, label in document.spans}
    scores = {(f.start, f.stop): f for f in one.findings}
    for start, stop, hit in missed:
        if not hit:
            number = int(lines.start.searchsorted(start, "right")) - 1
            yield at("missed", number, start, stop, labels[start, stop], KINDS[0], 1 - float(one.chance[number]))
    for start, stop, hit in cut:
        if not hit:
            number = int(lines.start.searchsorted(start, "right")) - 1
            finding = scores[start, stop]
            yield at("cut", number, start, stop, KINDS[0], finding.label, finding.score)


def as_text(wrongs: Iterable[Wrong]) -> Iterator[str]:
    """Yield the errors as lines of text, kind by kind."""
    kinds: dict[str, list[Wrong]] = defaultdict(list)
    for wrong in wrongs:
        kinds[wrong.kind].append(wrong)
    for kind, listed in kinds.items():
        yield from ("", f"{kind}: {WRONGS[kind]}")
        heads = lay_out(
            ["sure", "gold", "found"],
            [[f"{w.sure:.2f}", w.gold, w.found] for w in listed],
        )[1:]
        places = lay_out([""], [[f"  {w.set}:{w.id}:{w.line}: {w.text[:SHOWN]}"] for w in listed])[1:]
        yield from (head + place for head, place in zip(heads, places, strict=True))
