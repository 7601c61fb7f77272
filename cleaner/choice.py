"""Which findings of a check count: not those that are accepted, nor those on lines that did not change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cleaner.baseline import Accepted
from cleaner.changed import Changed, within
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

        kept, spared = set(), dict[int, bool]()
        for finding, start, line in _lined(cleaning):
            if accepted and fixing and start not in spared:
                spared[start] = accepted.spares(source.shown, line)
            if spared.get(start) or (accepted and not fixing and accepted.takes(source.shown, finding.label, line)):
                continue
            kept.add(finding)
        kept &= set(self._on_changed(source, number, cleaning.findings, cleaning, fixed))
        unsure = list(self._on_changed(source, number, cleaning.unsure, cleaning, fixed))
        return only(cleaning, kept.__contains__, unsure)

    def _on_changed(
        self,
        source: Source,
        number: int | None,
        findings: Sequence[Finding],
        cleaning: Cleaning,
        fixed: Cleaning | None,
    ) -> Iterator[Finding]:
        """Yield the findings (sorted) on lines that changed; the line of a record is that of its file."""
        if not self.changed or source.path is None:
            yield from findings
            return
        lines, text = self.changed.lines(source.path), fixed.original if fixed else cleaning.original
        before = Offsets(fixed.cuts) if fixed else None
        line, seen = 1, 0
        for finding in findings:
            at = before.original(finding.start, finding.stop)[0] if before else finding.start
            line, seen = line + text.count("\n", seen, at), at
            if within(lines, number or line):
                yield finding


def _lined(cleaning: Cleaning) -> Iterator[tuple[Finding, int, str]]:
    """Yield the findings (sorted), each with where its line starts, and the line as a baseline knows it."""
    text, start, stop, line = cleaning.original, 0, -1, ""
    for finding in cleaning.findings:
        if finding.stop > stop:
            start = text.rfind("\n", 0, finding.start) + 1
            stop = text.find("\n", finding.stop)
            stop = stop if stop >= 0 else len(text)
            line = text[start:stop].removeprefix("\ufeff")
        yield finding, start, line
