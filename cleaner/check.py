"""Look at files without copying them: report what is found, show it as a diff, or rewrite in place."""

from __future__ import annotations

import hashlib
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, TypeAlias

from cleaner.changelog import LogWriter
from cleaner.choice import Choice
from cleaner.corpus import PLAIN, Record, Source, decode
from cleaner.document import Cleaning, Cut
from cleaner.errors import InputError, UsageError
from cleaner.files import Replacement, chunks, read
from cleaner.formats import places
from cleaner.jsonl import Fields, splice
from cleaner.output import COPIED
from cleaner.patch import unified_diff
from cleaner.printers import Lines, Printer
from cleaner.record import Change
from cleaner.report import NOTES, Mode, Note, Summary
from cleaner.run import Model, Talk, clean_files, cleaned_records, encode, record_change, tasks
from cleaner.settings import Settings
from cleaner.texts import texts_of

Emit: TypeAlias = Callable[[bytes], object]


class Verdict(NamedTuple):
    """Say what is to be rewritten in a text (None: nothing), what is left to report, and why it stays as it is."""

    fix: Cleaning | None
    left: Cleaning
    refused: str | None


@dataclass
class Check:
    """Hold one job of looking at files.

    `emit` is given the output, `talk` the errors, `note` what is good to know. What is rewritten (or shown as a diff)
    goes by `applied`, which may be stricter than `settings`, and without `unsafe` no document is emptied: the rest is
    reported instead.
    """

    model: Model
    settings: Settings
    applied: Settings
    fields: Fields
    mode: Mode
    emit: Emit
    talk: Talk
    note: Talk
    unsure: bool = False
    unsafe: bool = False
    log: LogWriter | None = None
    printer: Printer = field(default_factory=Lines)
    choice: Choice = field(default_factory=Choice)
    summary: Summary = field(default_factory=Summary)
    _noted: Counter[str] = field(default_factory=Counter)

    def run(self, sources: Iterable[Source]) -> Summary:
        """Look at every input and return what was found."""
        for note in self.summary.failed:
            self._print(self.printer.failed(note))
        for task in tasks(sources):
            if task[0].jsonl:
                self._records(task[0])
            elif task[0].kind in PLAIN or self.mode is not Mode.REPORT:
                self._texts(task)
            else:
                self._rows(task[0])
            for source in task:
                self._print(self.printer.looked_at(source.shown))
        self._print(self.printer.end() if self.mode is not Mode.DIFF else "")
        for path, number in self._noted.items():
            if number > NOTES:
                self.talk(f"{path}: {number - NOTES:,} more like these")
        return self.summary

    def _texts(self, sources: Sequence[Source]) -> None:
        taken: list[tuple[Source, str]] = []
        for source in sources:
            try:
                taken.append((source, decode(source, read(source.path))))
            except InputError as error:
                self._fail(Note(source.shown, None, str(error)))
        cleanings = clean_files(self.model, self.applied, [(source.shown, text) for source, text in taken])
        looked = [(source, None, cleaning) for (source, _), cleaning in zip(taken, cleanings, strict=True)]
        for (source, _), verdict in zip(taken, self._judge(looked), strict=True):
            self._count(source, None, verdict)
            self._looked_at(source)
            if self.mode is Mode.DIFF:
                self._diff(source, verdict.left.original, verdict.left.cuts)
                continue
            try:
                if verdict.fix:
                    self._rewrite(source, verdict.fix)
                self._report(source, None, verdict.left)
            except InputError as error:
                self._fail(Note(source.shown, None, str(error)))

    def _rewrite(self, source: Source, cleaning: Cleaning) -> None:
        path = _target(source)
        with Replacement(path, path, source.codec) as new:
            new.write(encode(cleaning.text))
            _refuse_altered(source, hashlib.sha256(encode(cleaning.original)).digest())
            if self.log:
                self.log.add([Change.of(cleaning, source.shown, self.model.digest)])
        self._rewrote(source, len(cleaning.findings))

    def _records(self, source: Source) -> None:
        failed = len(self.summary.failed)
        try:
            if self.mode is Mode.FIX:
                with self.log.all_or_none() if self.log else nullcontext():
                    self._fix_records(source)
            elif self.mode is Mode.DIFF:
                self._diff_records(source)
            else:
                for batch in self._judged(source):
                    for record, verdict in batch:
                        if verdict:
                            self._report(source, record.number, verdict.left)
        except InputError as error:
            self._fail(Note(source.shown, None, str(error)))
        if len(self.summary.failed) == failed:
            self._looked_at(source)

    def _judged(self, source: Source) -> Iterable[list[tuple[Record, Verdict | None]]]:
        """Yield the lines of a JSONL file in batches, each with its verdict if it has a text."""
        part = Summary()
        settings = self.applied.for_file(source.shown)
        for batch in cleaned_records(source, self.model, settings, self.fields, part):
            looked = [(source, record.number, cleaning) for record, cleaning in batch if cleaning is not None]
            verdicts = iter(self._judge(looked))
            judged = [(record, None if cleaning is None else next(verdicts)) for record, cleaning in batch]
            for record, verdict in judged:
                if verdict:
                    self._count(source, record.number, verdict, record.id)
            for note in part.failed:
                self._fail(Note(source.shown, note.record, note.reason.removesuffix(COPIED)))
            part.failed.clear()
            yield judged

    def _rows(self, source: Source) -> None:
        """Report what is in a file of records that are no lines: it can be read, and only `clean` writes it anew."""
        failed = len(self.summary.failed)
        settings = self.applied.for_file(source.shown)
        for batch in texts_of([source], self.fields.text, None, lambda *told: self._fail(Note(*told))):
            cleanings = self.model.clean_batch([text.text for text in batch], settings)
            looked = [(source, text.record, cleaning) for text, cleaning in zip(batch, cleanings, strict=True)]
            for (_, number, _), verdict in zip(looked, self._judge(looked), strict=True):
                self._count(source, number, verdict)
                self._report(source, number, verdict.left)
        if len(self.summary.failed) == failed:
            self._looked_at(source)

    def _judge(self, looked: Sequence[tuple[Source, int | None, Cleaning]]) -> list[Verdict]:
        if self.mode is not Mode.FIX:
            return [Verdict(None, self.choice.narrow(*text), text[2].refused) for text in looked]
        strict = self.applied != self.settings
        fixes: list[Cleaning | None] = []
        for source, number, cleaning in looked:
            mine = self.choice.narrow(source, number, cleaning, fixing=True)
            fixes.append(mine if mine.changed and (self.unsafe or not mine.emptied) else None)
        left = [
            cleaning if fix is None else Cleaning(fix.text) for (_, _, cleaning), fix in zip(looked, fixes, strict=True)
        ]
        if strict or self.choice.accepted or self.choice.changed:  # something may be left that was not to be rewritten
            texts = [(source.shown, cleaning.original) for (source, _, _), cleaning in zip(looked, left, strict=True)]
            left = clean_files(self.model, self.settings, texts)
        return [
            Verdict(fix, self.choice.narrow(source, number, rest, fixed=fix), cleaning.refused or rest.refused)
            for (source, number, cleaning), fix, rest in zip(looked, fixes, left, strict=True)
        ]

    def _fix_records(self, source: Source) -> None:
        path = _target(source)
        found = 0
        seen = hashlib.sha256()
        with Replacement(path, path, source.codec) as new:
            for batch in self._judged(source):
                lines, changes = [], []
                seen.update(encode("\n".join([record.line for record, _ in batch])))
                for record, verdict in batch:
                    line = record.line
                    if verdict and verdict.fix:
                        line, _, raw = splice(line, self.fields.text, verdict.fix)
                        changes.append(record_change(source.shown, record, verdict.fix, self.model, self.fields, raw))
                        found += len(verdict.fix.findings)
                    if verdict:
                        self._report(source, record.number, verdict.left)
                    lines.append(line)
                new.write(encode("\n".join(lines)))
                if self.log and changes:
                    self.log.add(changes)
            if found:
                _refuse_altered(source, seen.digest())
            else:
                new.discard()
        if found:
            self._rewrote(source, found)

    def _diff_records(self, source: Source) -> None:
        pieces: list[str] = []
        cuts: list[Cut] = []
        at = 0
        for batch in self._judged(source):
            for number, (record, verdict) in enumerate(batch):
                if verdict and verdict.left.changed:
                    raw_cuts = splice(record.line, self.fields.text, verdict.left)[1]
                    cuts += [(at + start, at + stop) for start, stop in raw_cuts]
                last = number + 1 == len(batch)
                pieces.append(record.line if last else f"{record.line}\n")
                at += len(pieces[-1])
        self._diff(source, "".join(pieces), tuple(cuts))

    def _diff(self, source: Source, original: str, cuts: tuple[Cut, ...]) -> None:
        if cuts and source.codec:
            self.talk(f"{source.shown}: is compressed, and no diff fits it: leave out --diff to see findings")
        else:
            self.emit(encode(unified_diff(_from_here(source), original, cuts)))

    def _count(self, source: Source, number: int | None, verdict: Verdict, id: str | int | None = None) -> None:
        counted = verdict.fix or verdict.left
        self.summary.add(counted, source.shown, number, id)
        if verdict.fix:
            self.summary.found.update(finding.label for finding in verdict.left.findings)
        if verdict.refused:
            note = Note(source.shown, number, verdict.refused)
            if not counted.refused:
                self.summary.refused.append(note)
            self.note(str(note))

    def _report(self, source: Source, number: int | None, cleaning: Cleaning) -> None:
        shown = [(finding, False) for finding in cleaning.findings]
        if self.unsure:
            shown = sorted(shown + [(finding, True) for finding in cleaning.unsure], key=lambda pair: pair[0].start)
        if shown:
            found = places(cleaning.original, [finding for finding, _ in shown])
            for place, (_, unsure) in zip(found, shown, strict=True):
                self._print(self.printer.found(source.shown, number, place, unsure))

    def _looked_at(self, source: Source) -> None:
        if self.choice.accepted:
            self.choice.accepted.looked_at(source.shown)

    def _rewrote(self, source: Source, findings: int) -> None:
        self.summary.rewritten += 1
        self.note(f"{source.shown}: rewritten, {findings} finding{'s' * (findings != 1)} removed")

    def _fail(self, note: Note) -> None:
        self.summary.failed.append(note)
        self._noted[note.path] += 1
        if self._noted[note.path] <= NOTES:
            self.talk(str(note))
        self._print(self.printer.failed(note))

    def _print(self, text: str) -> None:
        if text and self.mode is not Mode.DIFF:
            self.emit(text.encode())


def _target(source: Source) -> Path:
    """Return the file to rewrite: behind a link, what it points to."""
    if source.path is None:
        raise UsageError("standard input cannot be rewritten: use `cleaner clean -`")
    return source.path.resolve()


def _from_here(source: Source) -> str:
    """Return how a diff names a file: from here on, or from the root on if it lies elsewhere.

    No patch fits a link, or a path with `..`.
    """
    path = _target(source) if source.link else Path(os.path.abspath(source.shown))  # noqa: PTH100 (links stay)
    here = Path.cwd()
    return path.relative_to(here if path.is_relative_to(here) else path.anchor).as_posix()


def _refuse_altered(source: Source, seen: bytes) -> None:
    """Raise InputError if a file is no longer what was checked: what has been written to it meanwhile must stay."""
    now = hashlib.sha256()
    for data in chunks(source.path, source.codec):
        now.update(data)
    if now.digest() != seen:
        raise InputError("was altered while it was checked, and stays as it is: check it again")


def to_standard_output(data: bytes) -> None:
    """Give bytes out, in order with everything else."""
    if data:
        sys.stdout.buffer.write(data)
