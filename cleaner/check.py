"""Look at files without copying them: report what is found, show it as a diff, or rewrite in place."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from cleaner.corpus import Record, Source, decode
from cleaner.document import Cleaning, Cut
from cleaner.errors import InputError, UsageError
from cleaner.files import Replacement, read, replace, unwritable
from cleaner.formats import FORMATS, Format, places
from cleaner.jsonl import Fields, splice
from cleaner.patch import unified_diff
from cleaner.record import Change
from cleaner.report import Mode, Note, Summary
from cleaner.run import Model, Talk, cleaned_records, encode, record_change, tasks
from cleaner.settings import Settings

Emit: TypeAlias = Callable[[bytes], object]


class Log:
    """Append change records to a file, each on disk before its document is rewritten."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def add(self, changes: Sequence[Change]) -> None:
        """Append records: an earlier run's stay, for they are needed to undo it."""
        try:
            with self._path.open("ab") as handle:
                handle.write(b"".join([change.encode() for change in changes]))
                handle.flush()
                os.fsync(handle.fileno())
        except OSError as error:
            raise unwritable(self._path, error) from error


@dataclass
class Check:
    """Hold one job of looking at files.

    `emit` is given the output, `talk` the messages. Without `unsafe` no document is emptied in place: its findings
    are reported instead.
    """

    model: Model
    settings: Settings
    fields: Fields
    mode: Mode
    emit: Emit
    talk: Talk
    unsure: bool = False
    unsafe: bool = False
    log: Log | None = None
    format: Format = FORMATS["text"]
    summary: Summary = field(default_factory=Summary)

    def run(self, sources: Iterable[Source]) -> Summary:
        """Look at every input and return what was found."""
        for task in tasks(sources):
            if task[0].jsonl:
                self._records(task[0])
            else:
                self._texts(task)
        return self.summary

    def _texts(self, sources: Sequence[Source]) -> None:
        taken: list[tuple[Source, str]] = []
        for source in sources:
            try:
                taken.append((source, decode(source, read(source.path))))
            except InputError as error:
                self._fail(Note(source.shown, None, str(error)))
        cleanings = self.model.clean_batch([text for _, text in taken], self.settings)
        for (source, _), cleaning in zip(taken, cleanings, strict=True):
            self._count(source, None, cleaning)
            if self.mode is Mode.DIFF:
                self.emit(encode(unified_diff(source.shown.lstrip("/"), cleaning.original, cleaning.cuts)))
            elif self._fixes(cleaning):
                if self.log:
                    self.log.add([Change.of(cleaning, source.shown, self.model.digest)])
                path = _target(source)
                if source.compressed:
                    with Replacement(path, path, compressed=True) as new:
                        new.write(encode(cleaning.text))
                else:
                    replace(path, encode(cleaning.text), path)
                self._rewrote(source, len(cleaning.findings))
            else:
                self._report(source, None, cleaning)

    def _records(self, source: Source) -> None:
        part = Summary()
        try:
            if self.mode is Mode.FIX:
                self._fix_records(source, part)
            elif self.mode is Mode.DIFF:
                self._diff_records(source, part)
            else:
                for batch in cleaned_records(source, self.model, self.settings, self.fields, part):
                    for record, cleaning in batch:
                        if cleaning is not None:
                            self._report(source, record, cleaning)
        except InputError as error:
            part.failed.append(Note(source.name, None, str(error)))
        for note in part.failed:
            self.talk(str(Note(source.shown, note.record, note.reason)))
        for note in part.refused:
            self.talk(str(Note(source.shown, note.record, note.reason)))
        self.summary += part

    def _fix_records(self, source: Source, part: Summary) -> None:
        path = _target(source)
        found = 0
        with Replacement(path, path, source.compressed) as new:
            for batch in cleaned_records(source, self.model, self.settings, self.fields, part):
                lines, changes = [], []
                for record, cleaning in batch:
                    line = record.line
                    if cleaning is not None and self._fixes(cleaning):
                        line, _, raw = splice(line, self.fields.text, cleaning)
                        changes.append(record_change(source.shown, record, cleaning, self.model, self.fields, raw))
                        found += len(cleaning.findings)
                    elif cleaning is not None:
                        self._report(source, record, cleaning)
                    lines.append(line)
                new.write(encode("\n".join(lines)))
                if self.log and changes:
                    self.log.add(changes)
            if not found:
                new.discard()
        if found:
            self._rewrote(source, found)

    def _diff_records(self, source: Source, part: Summary) -> None:
        pieces: list[str] = []
        cuts: list[Cut] = []
        at = 0
        for batch in cleaned_records(source, self.model, self.settings, self.fields, part):
            for number, (record, cleaning) in enumerate(batch):
                if cleaning is not None and cleaning.changed:
                    raw_cuts = splice(record.line, self.fields.text, cleaning)[1]
                    cuts += [(at + start, at + stop) for start, stop in raw_cuts]
                last = number + 1 == len(batch)
                pieces.append(record.line if last else f"{record.line}\n")
                at += len(pieces[-1])
        self.emit(encode(unified_diff(source.shown.lstrip("/"), "".join(pieces), tuple(cuts))))

    def _fixes(self, cleaning: Cleaning) -> bool:
        return self.mode is Mode.FIX and cleaning.changed and (self.unsafe or not cleaning.emptied)

    def _count(self, source: Source, record: Record | None, cleaning: Cleaning) -> None:
        number = record.number if record else None
        self.summary.add(cleaning, source.shown, number, record.id if record else None)
        if cleaning.refused:
            self.talk(str(Note(source.shown, number, cleaning.refused)))

    def _report(self, source: Source, record: Record | None, cleaning: Cleaning) -> None:
        shown = [(finding, False) for finding in cleaning.findings]
        if self.unsure:
            shown = sorted(shown + [(finding, True) for finding in cleaning.unsure], key=lambda pair: pair[0].start)
        if shown:
            number = record.number if record else None
            found = places(cleaning.original, [finding for finding, _ in shown])
            lines = [
                self.format(source.shown, number, place, unsure)
                for place, (_, unsure) in zip(found, shown, strict=True)
            ]
            self.emit("".join([f"{line}\n" for line in lines]).encode())

    def _rewrote(self, source: Source, findings: int) -> None:
        self.summary.rewritten += 1
        self.talk(f"{source.shown}: rewritten, {findings} finding{'s' * (findings != 1)} removed")

    def _fail(self, note: Note) -> None:
        self.summary.failed.append(note)
        self.talk(str(note))


def _target(source: Source) -> Path:
    """Return the file to rewrite: behind a link, what it points to."""
    if source.path is None:
        raise UsageError("standard input cannot be rewritten: use `cleaner clean -`")
    return source.path.resolve()


def to_standard_output(data: bytes) -> None:
    """Give bytes out, in order with everything else."""
    if data:
        sys.stdout.buffer.write(data)
