"""Measure the peak memory of `cleaner clean`: of a small and a large corpus, and of one endless line.

    python -m tests.benchmarks.memory [--size MB] [--large MB] [--corpora FOLDER]

Wanted: the same for both corpora, below 150 MB, and below 1.5 GB for a line of 100 MB.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.clock import CLEANER, Cost, clean, corpus, run, scratch, table
from tests.benchmarks.options import corpus_options, parser_of

FLAT = 150e6
LINE = 1.5e9


def main() -> None:
    """Print a row for each input."""
    parser = parser_of("memory", __doc__, 20.0, 1)
    parser.add_argument(
        "--large", type=float, default=500.0, help="megabytes of the large input (default: %(default)s)"
    )
    parser.add_argument("--line", type=float, default=100.0, help="megabytes of the one line (default: %(default)s)")
    args = parser.parse_args()
    rows = []
    with scratch(args.scratch) as folder:
        for name, cost, wanted in measured(folder, args.size, args.large, args.line, corpus_options(args)):
            about = f"{cost.cpu:.1f} s" if cost.whole else f"ended after {cost.wall:.0f} s"
            print(f"{name}: {cost.peak / 1e6:,.0f} MB, {about}", file=sys.stderr, flush=True)
            rows.append([name, f"{cost.peak / 1e6:,.0f} MB", f"{wanted / 1e6:,.0f} MB" if wanted else "", about])
    table("peak memory of the process", ["", "peak", "wanted below", "CPU"], rows)


def measured(
    folder: Path, size: float, large: float, line: float, options: list[str]
) -> Iterator[tuple[str, Cost, float | None]]:
    """Yield what is measured, what it cost, and what is wanted."""
    one = folder / "one.jsonl"
    one.write_text('{"id": 1, "text": "The bridge is open."}\n')
    yield "one short record", clean(one), None
    for megabytes in (size, large):
        source = corpus(folder, megabytes, *options)
        yield f"{megabytes:,.0f} MB of records", clean(source), FLAT
    text = folder / "small.txt"
    text.write_text("\n".join(_texts(source, size * 1e6)))
    yield f"{size:,.0f} MB of text in one file", clean(text), None
    words = "".join(" ".join(text for text in _texts(source, 40e6) if text.isascii()).split("\n"))[:4_000_000]
    endless = folder / "line.txt"
    with endless.open("w", encoding="utf-8") as out:
        for _ in range(max(round(line * 1e6 / len(words)), 1)):
            out.write(words)
    yield f"one line of {line:,.0f} MB, a text file", clean(endless), LINE
    record = folder / "line.jsonl"
    record.write_text(json.dumps({"id": 1, "text": endless.read_text("utf-8")}) + "\n", "utf-8")
    yield f"one line of {line:,.0f} MB, a record", clean(record), LINE
    yield "... looked at with `check`", run([*CLEANER, "check", "--no-config", record], expected=(0, 1)), LINE


def _texts(source: Path, most: float) -> Iterator[str]:
    """Yield the texts of records until they are `most` bytes."""
    size = 0
    with source.open(encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)["text"]
            yield text
            size += len(text.encode())
            if size > most:
                return


if __name__ == "__main__":
    main()
