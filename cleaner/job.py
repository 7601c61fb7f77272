"""A job over an output folder: shards in one process or many, resumed after any kill, the same bytes in every case.

Workers read and write themselves; only counters come back. What a shard counted goes to the manifest once its files
are on disk, and the summary of the job is the sum of what stands there.
"""

from __future__ import annotations

import hashlib
import json
import os
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from cleaner import __version__
from cleaner.corpus import Source
from cleaner.dispatch import clean_sources
from cleaner.errors import ModelError, UsageError, WorkerError
from cleaner.files import alone
from cleaner.folder import Folder
from cleaner.jsonl import Fields
from cleaner.output import SUMMARY
from cleaner.progress import Progress
from cleaner.report import NOTES, Note, Summary, plain_settings
from cleaner.run import Model, Talk
from cleaner.settings import Settings
from cleaner.shards import Shard, plan, shard_size

_models: dict[str, Model] = {}  # of this process, by digest


@dataclass
class Job:
    """Hold one job: where it writes, what loads its model (also in other processes), and how it cleans.

    `size` is how much input a shard has; by default as much as is good for these inputs.
    """

    folder: Folder
    load: Callable[[], Model]
    settings: Settings
    fields: Fields
    talk: Talk
    jobs: int = 1
    size: int | None = None

    def run(self, sources: Sequence[Source], failed: Summary, resume: bool = False) -> Summary:
        """Clean every input and return what happened, `failed` included.

        Raises OutputError if the folder cannot be written or another job is at work there, WorkerError if a process
        is killed; what is finished by then stays, and `resume` goes on from there.
        """
        model = self.load()
        with alone(self.folder.path):
            return self._run(model, sources, failed, resume)

    def _run(self, model: Model, sources: Sequence[Source], failed: Summary, resume: bool) -> Summary:
        size = self.size or shard_size(sources)
        about = [__version__, model.digest, plain_settings(self.settings), self.fields.text, self.fields.id, size]
        about += ["attributes"] * self.folder.attributes
        job = _fingerprint(sources, about)
        manifest = self.folder.manifest
        if resume and manifest.find("finished") == job:
            self.folder.close(job)
            self.talk("nothing left to do: the job was finished")
            summary = self.folder.summary()
            summary.failed += [note for note in failed.failed if note not in summary.failed]
            return summary
        if resume and manifest.path.exists():
            if manifest.find("job") != job:
                raise UsageError(
                    f"{self.folder.path} holds another job (inputs, model, settings or version differ): "
                    "give the same as before, or start anew with --force"
                )
            self.folder.resume()
        else:
            self.folder.remove_earlier()
            self.folder.begin(job, sources)
        done = manifest.shards()
        ranged: dict[str, list[Shard]] = {}
        progress = Progress(self.talk, sum(source.size for source in sources))
        with progress:
            for shard, part, notes in self._cleaned(_left(plan(sources, size), ranged, done, progress), model):
                manifest.add(shard.number, part)
                progress.add(shard.size, part)
                for note in notes:
                    self.talk(note)
        done = manifest.shards()
        summary = Summary()
        for part in [failed, *(done[number] for number in sorted(done))]:
            summary += part
        model_of = {"name": model.name, "digest": model.digest}
        values = {"model": model_of, "settings": plain_settings(self.settings), **summary.plain()}
        self.folder.finish(ranged, done, values)
        self.folder.close(job)
        return summary

    def _cleaned(self, shards: Iterator[Shard], model: Model) -> Iterator[tuple[Shard, Summary, list[str]]]:
        first = list(islice(shards, self.jobs))
        shards = chain(first, shards)
        if len(first) < 2:  # a process of its own would load the model once more, for nothing
            for shard in shards:
                yield _clean_shard(shard, model, self.folder, self.settings, self.fields)
            return
        from joblib import Parallel, delayed
        from joblib.externals.loky.process_executor import TerminatedWorkerError

        begun: dict[int, Shard] = {}
        parent = Parent(os.getpid(), Path.cwd())

        def calls() -> Iterator[object]:
            for shard in shards:
                begun[shard.number] = shard
                about = self.load, model.digest, self.folder, self.settings, self.fields
                yield delayed(_work)(shard, *about, parent)

        try:
            yield from Parallel(len(first), "loky", return_as="generator_unordered", batch_size=1)(calls())
        except TerminatedWorkerError as error:
            hit = " or ".join(str(begun[number]) for number in sorted(self.folder.running() & set(begun)))
            raise WorkerError(
                f"a process was killed from outside (out of memory?) while it cleaned {hit or 'a shard'}: "
                "go on with --resume, and with fewer --jobs if memory was short"
            ) from error


def _left(
    shards: Iterable[Shard], ranged: dict[str, list[Shard]], done: dict[int, Summary], progress: Progress
) -> Iterator[Shard]:
    """Yield the shards that are not finished, and note in `ranged` which belong to one file."""
    for shard in shards:
        if shard.sources[0].range:
            ranged.setdefault(shard.sources[0].name, []).append(shard)
        if shard.number in done:
            progress.skip(shard.size, done[shard.number])
        else:
            yield shard


class Parent(NamedTuple):
    """Name the process that started this one, and where it works."""

    id: int
    place: Path


def _work(
    shard: Shard,
    load: Callable[[], Model],
    digest: str,
    folder: Folder,
    settings: Settings,
    fields: Fields,
    parent: Parent,
) -> tuple[Shard, Summary, list[str]]:
    """Clean a shard in a process of its own."""
    os.chdir(parent.place)  # a process that is used again may be elsewhere
    if digest not in _models:
        threading.Thread(target=_end_with, args=[parent.id], daemon=True).start()
        model = load()
        if model.digest != digest:
            raise ModelError("the model was altered while the job ran: start anew with --force")
        _models[digest] = model
    return _clean_shard(shard, _models[digest], folder, settings, fields)


def _end_with(parent: int) -> None:
    """End this process soon after its parent was killed: a resumed job must find nobody at work."""
    while os.getppid() == parent:
        time.sleep(0.1)
    os._exit(1)


def _clean_shard(
    shard: Shard, model: Model, folder: Folder, settings: Settings, fields: Fields
) -> tuple[Shard, Summary, list[str]]:
    with folder.part(shard.number) as part:
        summary = clean_sources(shard.sources, part, model, settings, fields)
    shown = {source.name: source.shown for source in shard.sources}
    notes = [Note(shown[note.path], note.record, note.reason) for note in [*summary.failed, *summary.refused]]
    return shard, summary, list(_few(notes))


def _few(notes: Iterable[Note]) -> Iterator[str]:
    """Yield what is said of a shard: of each file the first notes, and how many more there are."""
    number = Counter[str]()
    for note in notes:
        number[note.path] += 1
        if number[note.path] <= NOTES:
            yield str(note)
    for path, noted in number.items():
        if noted > NOTES:
            yield f"{path}: {noted - NOTES:,} more like these; {SUMMARY} has all"


def _fingerprint(sources: Iterable[Source], about: object) -> str:
    """Return a digest that differs where inputs (also their times of change), model, settings or this program do."""
    sha = hashlib.sha256(json.dumps(about).encode())
    for source in sources:
        changed = source.path.stat().st_mtime_ns if source.path and source.path.exists() else 0
        sha.update(json.dumps([source.name, source.kind, source.size, changed]).encode())
    return sha.hexdigest()
