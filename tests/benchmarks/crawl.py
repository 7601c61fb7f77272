"""Measure what a crawl of any size costs: print the two tables of docs/scale.md, what is measured and what follows.

    python -m tests.benchmarks.crawl [--size MB] [--rounds N] [--corpora FOLDER] [--crawl TB]

Speeds are CPU seconds, so that they hold on a shared machine; wall time only where it is said.
"""

from __future__ import annotations

import gzip
import json
import statistics
from dataclasses import dataclass
from pathlib import Path

from cleaner.corpus import Source
from cleaner.shards import MOST, plan
from tests.benchmarks.clock import CLEANER, Cost, corpus, run, scratch, seconds
from tests.benchmarks.options import corpus_options, parser_of

SHARES = (0.05, 0.4)
"""The shares of bad lines that are measured: what a good extractor leaves, and what a plain one does."""
CORES = 64


@dataclass(frozen=True, slots=True)
class Figures:
    """Hold what was measured: speeds in MB of text a CPU second, sizes in bytes a byte of text, memory in MB."""

    start: float
    speed: dict[float, float]
    two: dict[float, float]
    memory: dict[float, float]
    written: dict[float, dict[str, float]]
    planning: float
    gunzip: float
    gzip: float


def main() -> None:
    """Measure and print."""
    parser = parser_of("crawl", __doc__, 24.0, 3)
    parser.add_argument(
        "--crawl", type=float, default=100.0, help="terabytes of text to plan for (default: %(default)s)"
    )
    args = parser.parse_args()
    with scratch(args.scratch) as folder:
        figures = measure(folder, args.size, args.rounds, corpus_options(args))
    print("\n".join([*as_table(figures, args.size), "", *cost_of(figures, args.crawl * 1e12)]))


def measure(folder: Path, size: float, rounds: int, options: list[str]) -> Figures:
    """Clean corpora of several sizes and shares of bad lines, and look at what is written."""
    one = folder / "one.jsonl"
    one.write_text('{"id": 1, "text": "The bridge is open."}\n')
    start = statistics.median(_clean(one, folder)[0].cpu for _ in range(rounds))
    speed, two, memory, written = {}, {}, {}, {}
    for share in SHARES:
        source = corpus(folder, size, *options, f"--bad={share}")
        texts = text_bytes(source)
        costs = [_clean(source, folder)[0].cpu - start for _ in range(rounds)]
        speed[share] = texts / statistics.median(costs) / 1e6
        cost, output = _clean(source, folder, "--jobs=2", "--findings-format=dolma")
        two[share] = texts / (cost.cpu - 3 * start) / 1e6  # the parent and two workers
        written[share] = sizes(output, texts)
    for megabytes in (size / 6, size, size * 4):
        source = corpus(folder, megabytes, *options, f"--bad={SHARES[-1]}")
        memory[megabytes] = _clean(source, folder)[0].peak / 1e6
    planning = statistics.median(
        seconds(lambda: list(plan([Source(source, source.name)], MOST))) for _ in range(rounds)
    )
    planned = source.stat().st_size / planning / 1e6
    data = source.read_bytes()[: int(size * 1e6)]
    packed = gzip.compress(data, 6)
    unpacking = statistics.median(seconds(lambda: gzip.decompress(packed)) for _ in range(rounds))
    packing = statistics.median(seconds(lambda: gzip.compress(data, 6)) for _ in range(rounds))
    return Figures(start, speed, two, memory, written, planned, len(data) / unpacking / 1e6, len(data) / packing / 1e6)


def _clean(source: Path, folder: Path, *options: str) -> tuple[Cost, Path]:
    output = folder / "out"
    return run([*CLEANER, "clean", source, "--output", output, "--force", "--no-config", *options]), output


def text_bytes(source: Path) -> int:
    """Return how many bytes of text the records hold."""
    with source.open(encoding="utf-8") as lines:
        return sum(len(json.loads(line)["text"].encode()) for line in lines)


def sizes(output: Path, texts: int) -> dict[str, float]:
    """Return the bytes of each thing that was written, for each byte of text."""
    record = (output / "changes.jsonl").read_bytes()
    changes = [json.loads(line) for line in record.split(b"\n") if line]

    def spelled(*names: str) -> int:
        return sum(
            len(json.dumps({name: change[name] for name in names}, ensure_ascii=False).encode()) for change in changes
        )

    found = {
        "record": len(record),
        "findings in it": spelled("findings"),
        "cuts and removed text in it": spelled("cuts", "removed"),
        "record, gzip": len(gzip.compress(record, 6)),
        "Dolma attributes": sum(path.stat().st_size for path in (output / "attributes").rglob("*.jsonl")),
    }
    return {name: size / texts for name, size in found.items()}


def as_table(figures: Figures, size: float) -> list[str]:
    """Return the rows of what was measured."""
    clean = "`cleaner clean`"
    rows = [
        ("start of a process", f"{figures.start:.2f} s", f"{clean} of one short record"),
        *(
            (f"speed of one core, {share:.0%} bad lines", f"{speed:.1f} MB/s", f"{clean} of {size:g} MB, CPU time")
            for share, speed in figures.speed.items()
        ),
        *(
            (
                f"the same in two processes, with attributes, {share:.0%}",
                f"{speed:.1f} MB/s a core",
                "`cleaner clean --jobs 2 --findings-format dolma`, CPU time",
            )
            for share, speed in figures.two.items()
        ),
        *(
            (f"peak memory, {megabytes:g} MB of records", f"{peak:.0f} MB", f"{clean}, maximum resident set")
            for megabytes, peak in figures.memory.items()
        ),
        *(
            (f"{name}, {share:.0%} bad lines", f"{bytes_:.3f} B a byte of text", "size of the file")
            for share, written in figures.written.items()
            for name, bytes_ in written.items()
        ),
        ("planning: JSONL cut into ranges", f"{figures.planning:,.0f} MB/s", "`cleaner.shards.plan` of the same"),
        ("gzip, reading", f"{figures.gunzip:.0f} MB/s", "`gzip.decompress` of the records"),
        ("gzip, writing", f"{figures.gzip:.0f} MB/s", "`gzip.compress`, level 6"),
    ]
    return ["| figure | measured | with |", "|---|---|---|", *(f"| {' | '.join(row)} |" for row in rows)]


def cost_of(figures: Figures, crawl: float) -> list[str]:
    """Return the rows of what a crawl of so many bytes of text costs."""
    rows = [
        f"| {crawl / 1e12:g} TB of text | {' | '.join(f'{share:.0%} bad lines' for share in SHARES)} |",
        "|---|---|---|",
    ]

    def row(name: str, value: dict[float, str]) -> None:
        rows.append(f"| {name} | {' | '.join(value[share] for share in SHARES)} |")

    cores = {share: crawl / figures.speed[share] / 1e6 / 3600 for share in SHARES}
    packed = {share: 3.6e3 * cores[share] + crawl / 1e6 * (1 / figures.gunzip + 1 / figures.gzip) for share in SHARES}
    row("core hours, plain files", {share: f"{hours:,.0f}" for share, hours in cores.items()})
    row("core hours, gzip in and out", {share: f"{time / 3600:,.0f}" for share, time in packed.items()})
    row(f"days on {CORES} cores, plain files", {share: f"{hours / CORES / 24:.1f}" for share, hours in cores.items()})
    row("memory of these", dict.fromkeys(SHARES, f"{max(figures.memory.values()) * CORES / 1e3:.0f} GB"))
    row("record", {share: f"{figures.written[share]['record'] * crawl / 1e12:.1f} TB" for share in SHARES})
    row("record, gzip", {share: f"{figures.written[share]['record, gzip'] * crawl / 1e12:.2f} TB" for share in SHARES})
    row(
        "Dolma attributes",
        {share: f"{figures.written[share]['Dolma attributes'] * crawl / 1e12:.1f} TB" for share in SHARES},
    )
    reading = {share: figures.speed[share] * CORES for share in SHARES}
    row(
        f"reading, and about as much writing, of {CORES} cores",
        {share: f"{rate:,.0f} MB/s" for share, rate in reading.items()},
    )
    return rows


if __name__ == "__main__":
    main()
