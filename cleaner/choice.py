"""Which findings of a check count: not those that are accepted, nor those on lines that did not change."""

from __future__ import annotations

from dataclasses import dataclass

from cleaner.baseline import Accepted
from cleaner.changed import Changed
from cleaner.corpus import Source
from cleaner.document import Cleaning, Finding, Offsets


@dataclass
class Choice:
    """Hold which findings count: not those that are accepted, nor those on lines that did not change.

    What is accepted is used up by what is reported. A line with anything accepted is never rewritten: under stricter
    settings something else may be found there.
    """

    accepted: Accepted | None = None
    changed: Changed | None = None

    def narrow(
        self,
        source: Source,
        number: int | None,
        cleaning: Cleaning,
        fixed: Cleaning | None = None,
        fixing: bool = False,
    ) -> Cleaning:
        """Return the cleaning with the findings that count; `fixed` is what the text was before it was rewritten."""
        accepted = self.accepted
        if not (accepted or self.changed) or not (cleaning.findings or cleaning.unsure):
            return cleaning
        from cleaner.draft import only

        text, kept, spared = cleaning.original, set(), dict[int, bool]()
        for finding in cleaning.findings:
            start = text.rfind("\n", 0, finding.start) + 1
            stop = text.find("\n", finding.stop)
            line = text[start : stop if stop >= 0 else len(text)].removeprefix("\ufeff")
            if accepted and fixing and start not in spared:
                spared[start] = accepted.spares(source.shown, line)
            if spared.get(start) or (accepted and not fixing and accepted.takes(source.shown, finding.label, line)):
                continue
            if self._counts(source, number, finding, cleaning, fixed):
                kept.add(finding)
        unsure = [finding for finding in cleaning.unsure if self._counts(source, number, finding, cleaning, fixed)]
        return only(cleaning, kept.__contains__, unsure)

    def _counts(
        self, source: Source, number: int | None, finding: Finding, cleaning: Cleaning, fixed: Cleaning | None
    ) -> bool:
        if not self.changed or source.path is None:
            return True
        at, text = finding.start, cleaning.original
        if fixed:
            at, text = Offsets(fixed.cuts).original(finding.start, finding.stop)[0], fixed.original
        return self.changed.has(source.path, number or text.count("\n", 0, at) + 1)
