"""The walk: texts in, cleanings out. Pure: it never opens, prints or exits. Start reading here.

A pass scores the lines of every text that is still changing, decides what does not belong, and cuts it. What is left
is scored again, until nothing more is found: cleaning a clean text therefore finds nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.batch import Batch
from cleaner.cuts import cuts_of
from cleaner.decide import Scorer, decide
from cleaner.document import Cleaning, Cut, Finding, Offsets, delete, merge
from cleaner.settings import Settings

MAX_PASSES = 16


def clean_batch(texts: Sequence[str], scorer: Scorer, settings: Settings | None = None) -> list[Cleaning]:
    """Clean many texts at once; each result depends on its own text, the scorer and the settings only."""
    settings = settings or Settings()
    drafts = [Draft(text) for text in texts]
    changing = drafts
    for _ in range(MAX_PASSES):
        if not changing:
            break
        verdicts = decide(Batch.of([draft.text for draft in changing]), scorer, settings)
        changing = [draft for draft, verdict in zip(changing, verdicts, strict=True) if draft.cut(*verdict)]
    for draft in changing:
        draft.refused = f"no stable result after {MAX_PASSES} passes"
    return [draft.finish(settings) for draft in drafts]


def clean(text: str, scorer: Scorer, settings: Settings | None = None) -> Cleaning:
    """Clean one text."""
    return clean_batch([text], scorer, settings)[0]


class Draft:
    """Hold one text while it is being cleaned: what is left of it, and what was found, in original offsets."""

    def __init__(self, original: str) -> None:
        self.original = self.text = original
        self.findings: list[Finding] = []
        self.unsure: list[Finding] = []
        self.cuts: tuple[Cut, ...] = ()
        self.passes = 0
        self.refused: str | None = None

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
