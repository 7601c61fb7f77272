"""The walk: texts in, cleanings out. Pure: it never opens, prints or exits. Start reading here.

A pass scores the lines of every text that is still changing, decides what does not belong, and cuts it. What is left
is scored again, until nothing more is found: cleaning a clean text therefore finds nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from cleaner.batch import Batch
from cleaner.cuts import cuts_of
from cleaner.decide import Scorer, Shield, decide
from cleaner.document import Cleaning, Cut, Finding, Offsets, delete, merge
from cleaner.rules import Rules, rules_of
from cleaner.settings import Settings

MAX_PASSES = 16


def clean_batch(texts: Sequence[str], scorer: Scorer, settings: Settings | None = None) -> list[Cleaning]:
    """Clean many texts at once; each result depends on its own text, the scorer and the settings only."""
    settings = settings or Settings()
    rules = rules_of(settings.protect, settings.always_remove, settings.markdown)
    drafts = [Draft(text) for text in texts]
    changing = drafts
    reader = scorer.reader()
    for _ in range(MAX_PASSES):
        if not changing:
            break
        batch = Batch.of([draft.text for draft in changing])
        shield = _shield(batch, rules) if rules else {}
        verdicts = decide(batch, reader, settings, rules, shield)
        kept = _by_text(batch, shield) if shield else [()] * len(changing)
        changing = [
            draft
            for draft, verdict, ranges in zip(changing, verdicts, kept, strict=True)
            if draft.keep(ranges) and draft.cut(*verdict)
        ]
    for draft in changing:
        draft.refused = f"no stable result after {MAX_PASSES} passes"
    return [draft.finish(settings) for draft in drafts]


def clean(text: str, scorer: Scorer, settings: Settings | None = None) -> Cleaning:
    """Clean one text."""
    return clean_batch([text], scorer, settings)[0]


def only(cleaning: Cleaning, wanted: Callable[[Finding], bool], unsure: Sequence[Finding]) -> Cleaning:
    """Return the cleaning that removes the wanted findings alone, and doubts `unsure`."""
    findings = [finding for finding in cleaning.findings if wanted(finding)]
    if len(findings) == len(cleaning.findings):
        return replace(cleaning, unsure=tuple(unsure))
    kept, cuts = cuts_of(cleaning.original, findings)
    return replace(cleaning, findings=kept, cuts=cuts, unsure=tuple(unsure))


def _shield(batch: Batch, rules: Rules) -> Shield:
    """Return what must stay in the texts as they are now."""
    shield: dict[int, tuple[Cut, ...]] = {}
    for first, stop in pairwise(batch.first.tolist()):
        found = rules.protected(batch.lines[first:stop])
        shield.update((first + number, ranges) for number, ranges in found.items())
    return shield


def _by_text(batch: Batch, shield: Shield) -> list[tuple[Cut, ...]]:
    """Return what must stay, text by text, in code points of the text."""
    kept: list[list[Cut]] = [[] for _ in batch.texts]
    document = batch.document
    for number, ranges in sorted(shield.items()):
        at = int(batch.offsets[number])
        kept[document[number]] += [(at + start, at + stop) for start, stop in ranges]
    return [tuple(ranges) for ranges in kept]


class Draft:
    """Hold one text while it is being cleaned: what is left of it, and what was found, in original offsets."""

    def __init__(self, original: str) -> None:
        self.original = self.text = original
        self.findings: list[Finding] = []
        self.unsure: list[Finding] = []
        self.cuts: tuple[Cut, ...] = ()
        self.passes = 0
        self.refused: str | None = None
        self._kept: tuple[Cut, ...] = ()

    def keep(self, ranges: Sequence[Cut]) -> bool:
        """Note what must stay; refuse the text if a cut took away what a pattern looked at beside its match."""
        before = Offsets(self.cuts)
        now = merge([before.original(*cut) for cut in merge(list(ranges))])
        if not all(any(a <= start and stop <= b for a, b in now) for start, stop in self._kept):
            self.refused = "a protect pattern would no longer match beside what is removed"
            return False
        self._kept = now
        return True

    def cut(self, found: list[Finding], unsure: list[Finding]) -> bool:
        """Cut out what this pass found; tell whether the text changed and has to be looked at again."""
        self.passes += 1
        before = Offsets(self.cuts)
        self.unsure = [_moved(finding, before) for finding in unsure]
        if not found:
            return False
        cuttable, cuts = cuts_of(self.text, found)
        if not cuts:
            return False
        if self.cuts:
            self.findings += [_moved(finding, before) for finding in cuttable]
            self.cuts = merge([*self.cuts, *(before.original(*cut) for cut in cuts)])
        else:
            self.findings += cuttable
            self.cuts = cuts
        self.text = delete(self.text, cuts)
        return True

    def finish(self, settings: Settings) -> Cleaning:
        """Return the result; a text that never settled, or that would lose more than allowed, is left untouched."""
        share = sum(stop - start for start, stop in self.cuts) / max(len(self.original), 1)
        if settings.max_removed is not None and share > settings.max_removed and not self.refused:
            self.refused = f"{share:.0%} would be removed, more than max-removed allows"
        if self.refused:
            return Cleaning(self.original, passes=self.passes, refused=self.refused)
        findings = _outermost(self.findings)
        return Cleaning(self.original, findings, self.cuts, tuple(self.unsure), self.passes)


def _moved(finding: Finding, before: Offsets) -> Finding:
    start, stop = before.original(finding.start, finding.stop)
    return Finding(start, stop, finding.label, finding.score, finding.cues)


def _outermost(findings: list[Finding]) -> tuple[Finding, ...]:
    """Return findings sorted and disjoint: one of a later pass absorbs those that lie inside it."""
    kept: list[Finding] = []
    for finding in sorted(findings, key=lambda f: (f.start, -f.stop)):
        if not kept or finding.start >= kept[-1].stop:
            kept.append(finding)
    return tuple(kept)
