"""The first pass over a corpus: in how many documents, and on how many sites, each line occurs.

Shards are counted in one process or many, and profiles are merged: the sum has no order, so the bytes are the same.
"""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cleaner.config import Config
from cleaner.corpus import Source
from cleaner.errors import OutputError, ProfileError, UsageError, WorkerError
from cleaner.files import replace
from cleaner.options import add_format, add_standard_input, config_of, sources_of
from cleaner.profile import MAGIC, encode, read
from cleaner.report import Note, Summary
from cleaner.run import Talk, tasks
from cleaner.shards import plan, shard_size
from cleaner.sketch import BITS, LEAST, MOST, Sketch
from cleaner.texts import texts_of

_NAME, _FIRST = 30, b"manifest.npy"
"""Where the name of the first member of an archive stands (PKWARE APPNOTE 4.3.7), and what it is in a profile."""


@dataclass(frozen=True, slots=True)
class Counting:
    """Say what is counted: the fields of text and site (None: no sites), and the width of the sketch."""

    text: str = "text"
    site: str | None = None
    bits: int = BITS

    def count(self, sources: Sequence[Source]) -> tuple[Sketch, list[Note]]:
        """Return the sketch of the inputs, and what could not be read."""
        from cleaner.batch import Batch
        from cleaner.repetition import lines_of

        sketch = Sketch(self.bits, self.site is not None)
        failed: list[Note] = []
        for task in tasks(sources):
            for texts in texts_of(task, self.text, self.site, lambda *told: failed.append(Note(*told))):
                batch = Batch.of([text.text for text in texts])
                sites = [text.site for text in texts] if self.site is not None else []
                sketch.add(lines_of(batch), batch.document[batch.inked], len(texts), sites)
        return sketch, failed


def count(sources: Sequence[Source], counting: Counting, jobs: int = 1) -> tuple[Sketch, list[Note]]:
    """Return the sketch of the inputs, the same for any number of processes, and what could not be read.

    Raises WorkerError if a process is killed.
    """
    if jobs == 1 or any(source.path is None for source in sources):
        return counting.count(sources)
    from joblib import Parallel, delayed
    from joblib.externals.loky.process_executor import TerminatedWorkerError

    shards = [shard.sources for shard in plan(sources, shard_size(sources))]
    groups = [[source for shard in shards[first::jobs] for source in shard] for first in range(min(jobs, len(shards)))]
    try:
        parts = Parallel(len(groups), "loky")(delayed(_there)(Path.cwd(), counting, group) for group in groups)
    except TerminatedWorkerError as error:
        raise WorkerError(
            "a process was killed from outside (out of memory?) while it counted: take fewer --jobs, or fewer --bits"
        ) from error
    sketch, failed = parts[0]
    for other, more in parts[1:]:
        sketch.merge(other)
        failed += more
    return sketch, failed


def _there(place: Path, counting: Counting, sources: Sequence[Source]) -> tuple[Sketch, list[Note]]:
    os.chdir(place)  # a process that is used again may be elsewhere
    return counting.count(sources)


def add_profile(parser: ArgumentParser) -> None:
    """Add the arguments of `cleaner profile`."""
    parser.epilog = "Profiles among the inputs are added up: parts can be counted anywhere, and a corpus may grow."
    parser.add_argument(
        "inputs", nargs="+", metavar="INPUT", help="a file, a folder, - for standard input, or a profile"
    )
    parser.add_argument(
        "--output", "-o", metavar="FILE", required=True, help="the new profile (may replace an old one)"
    )
    parser.add_argument("--jobs", "-j", metavar="N", type=int, default=1, help="processes (default: 1; 0: all cores)")
    parser.add_argument(
        "--bits",
        metavar="N",
        type=int,
        help=f"2**N counters a row, {LEAST} to {MOST} (default: {BITS}, 48 MiB with sites)",
    )
    parser.add_argument("--text-field", metavar="NAME", help="JSONL and Parquet: field of the text (default: text)")
    parser.add_argument(
        "--site-field", metavar="NAME", help="JSONL and Parquet: field of the site or address; sites are counted, too"
    )
    add_standard_input(parser)
    add_format(parser)
    parser.add_argument("--exclude", metavar="GLOB", action="append", help="pass these over, as .gitignore writes them")
    parser.add_argument("--config", metavar="FILE", help="this configuration, not the one of the nearest folder")
    parser.add_argument("--no-config", action="store_true", help="no configuration at all")


def run_profile(args: Namespace, talk: Talk) -> int:
    """Run `cleaner profile`: count, add up, write."""
    config = config_of(args)
    jobs = (os.cpu_count() or 1) if args.jobs == 0 else args.jobs
    if jobs < 1:
        raise UsageError(f"--jobs is {args.jobs}: give a number of processes, or 0 for all cores")
    if args.bits is not None and not LEAST <= args.bits <= MOST:
        raise UsageError(f"--bits is {args.bits}: give a number from {LEAST} to {MOST}")
    output = Path(args.output)
    _refuse(output)
    summary = Summary()
    sources = sources_of(args, config, summary, talk, talk)
    old = [source.path for source in sources if source.path and _is_profile(source.path)]
    sketch = _merged(old)
    if sketch is not None:
        _refuse_contradiction(args, sketch)
    fresh = [source for source in sources if source.path not in old]
    if fresh:
        counted, failed = count(fresh, _counting(args, config, sketch), jobs)
        for note in failed:
            talk(str(note))
        summary.failed += failed
        sketch = counted if sketch is None else sketch.merge(counted)
    if sketch is None or not sketch.documents:
        raise UsageError("nothing to count: name at least one file that can be read")
    replace(output.resolve(), encode(sketch))
    sites = "" if sketch.sites is None else f" on about {sketch.sites:,} sites"
    talk(f"{sketch.documents:,} documents{sites}, {sketch.pairs:,} lines; see {output}")
    if (noise := sketch.noise()) > 1:
        talk(
            f"counts below {noise:,} may be chance and will not be used: count with --bits {min(sketch.bits + 2, MOST)}"
        )
    return 2 if summary.failed else 0


def _counting(args: Namespace, config: Config, old: Sketch | None) -> Counting:
    """Return how to count; what is to be added to a profile is counted as that was."""
    bits = args.bits if args.bits is not None else old.bits if old else BITS
    return Counting(config["text-field"], args.site_field, bits)


def _refuse_contradiction(args: Namespace, old: Sketch) -> None:
    """Raise UsageError if the profiles among the inputs were not counted as the options say."""
    if args.bits not in (None, old.bits):
        raise UsageError(
            f"--bits is {args.bits}, but the profiles among the inputs have {old.bits}: "
            "leave it out, or count their corpus anew"
        )
    if args.site_field is not None and old.sites is None:
        raise UsageError(
            "--site-field is given, but the profiles among the inputs have no sites: "
            "leave it out, or count their corpus anew"
        )


def _merged(paths: Sequence[Path]) -> Sketch | None:
    sketch: Sketch | None = None
    for path in paths:
        other = read(path)
        try:
            sketch = other if sketch is None else sketch.merge(other)
        except ProfileError as error:
            raise ProfileError(f"{path}: {error}") from None
    return sketch


def _refuse(output: Path) -> None:
    """Raise OutputError if something else than a profile would be lost."""
    if os.path.lexists(output) and not _is_profile(output):
        raise OutputError(f"{output} is there and is no profile: choose another name")


def _is_profile(path: Path) -> bool:
    """Tell whether a file begins as a profile does: an archive whose first member is the manifest, not just any."""
    try:
        with path.open("rb") as handle:
            head = handle.read(_NAME + len(_FIRST))
            return head.startswith(MAGIC) and head.endswith(_FIRST)
    except OSError:
        return False
