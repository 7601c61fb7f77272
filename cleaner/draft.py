"""A text while it is being cleaned: what is left of it, and what was found, in offsets of the original."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace

from cleaner.cuts import cuts_of
from cleaner.document import Cleaning, Cut, Finding, Offsets, delete, merge
from cleaner.settings import Settings


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
        if not (ranges or self._kept):
            return True
        before = Offsets(self.cuts)
        now = merge([before.original(*cut) for cut in merge(list(ranges))])
        starts = [start for start, _ in now]
        if not all((at := bisect_right(starts, start)) and stop <= now[at - 1][1] for start, stop in self._kept):
            self.refused = "a protect pattern would no longer match beside what is removed"
            return False
        self._kept = now
        return True

    def cut(self, found: Sequence[Finding], unsure: Sequence[Finding]) -> bool:
        """Cut out what this pass found; tell whether the text changed and has to be looked at again."""
        self.passes += 1
        before = Offsets(self.cuts) if self.cuts else None
        self.unsure = [_moved(finding, before) for finding in unsure] if before else list(unsure)
        cuttable, cuts = cuts_of(self.text, found) if found else ((), ())
        if not cuts:
            return False
        if before:
            self.findings += [_moved(finding, before) for finding in cuttable]
            self.cuts = merge([*self.cuts, *(before.original(*cut) for cut in cuts)])
        else:
            self.findings += cuttable
            self.cuts = cuts
        self.text = delete(self.text, cuts)
        return True

    def finish(self, settings: Settings) -> Cleaning:
        """Return the result; a text that never settled, or that would lose more than allowed, is left untouched."""
        if not (self.cuts or self.refused):
            return Cleaning(self.original, unsure=tuple(self.unsure), passes=self.passes)
        if settings.max_removed is not None and not self.refused:
            share = sum(_size(self.original[start:stop]) for start, stop in self.cuts) / max(_size(self.original), 1)
            if share > settings.max_removed:
                self.refused = f"{share:.0%} would be removed, more than max-removed allows"
        if self.refused:
            return Cleaning(self.original, passes=self.passes, refused=self.refused)
        findings = _outermost(self.findings)
        return Cleaning(self.original, findings, self.cuts, tuple(self.unsure), self.passes)


def _size(text: str) -> int:
    """Count the characters of a text; an ending counts once, whatever it is."""
    return len(text) - text.count("\r\n")


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


def only(cleaning: Cleaning, wanted: Callable[[Finding], bool], unsure: Sequence[Finding]) -> Cleaning:
    """Return the cleaning that removes the wanted findings alone, and doubts `unsure`."""
    findings = [finding for finding in cleaning.findings if wanted(finding)]
    if len(findings) == len(cleaning.findings):
        return replace(cleaning, unsure=tuple(unsure))
    kept, cuts = cuts_of(cleaning.original, findings)
    return replace(cleaning, findings=kept, cuts=cuts, unsure=tuple(unsure))
