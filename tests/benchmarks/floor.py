"""Measure `cleaner clean` end to end against the floor: to parse and to write the same records, and do nothing.

    python -m tests.benchmarks.floor [--size MB] [--rounds N] [--corpora FOLDER]

User and system seconds of whole processes, start-up included, medians of interleaved rounds. Wanted: 6 x the floor
where 40 % of the lines are bad, 5 x where 5 % are.
"""

from __future__ import annotations

import sys
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from tests.benchmarks.clock import clean, corpus, medians, run, scratch, table
from tests.benchmarks.options import corpus_options, parser_of

WANTED = {0.4: 6.0, 0.05: 5.0}
ORJSON = """
import sys
from orjson import dumps, loads
with open(sys.argv[1], "rb") as lines, open(sys.argv[2], "wb") as out:
    out.writelines(dumps(loads(line)) + b"\\n" for line in lines)
"""
STANDARD = """
import sys
from json import JSONEncoder, loads
encode = JSONEncoder(ensure_ascii=False).encode
with open(sys.argv[1], "rb") as lines, open(sys.argv[2], "wb") as out:
    out.writelines(encode(loads(line)).encode() + b"\\n" for line in lines)
"""


def main() -> None:
    """Print a table with a row for each share of bad lines."""
    args = parser_of("floor", __doc__, 20.0, 5).parse_args()
    rows = []
    with scratch(args.scratch) as folder:
        one = folder / "one.jsonl"
        one.write_text('{"id": 1, "text": "The bridge is open."}\n')
        for share, wanted in WANTED.items():
            source = corpus(folder, args.size, f"--bad={share}", *corpus_options(args))
            cost = medians(
                {
                    "floor": partial(_floor, source),
                    "floor, start-up": partial(_floor, one),
                    "cleaner": partial(_cleaner, source),
                    "cleaner, start-up": partial(_cleaner, one),
                },
                args.rounds,
            )
            size = source.stat().st_size / 1e6
            bare = (cost["cleaner"] - cost["cleaner, start-up"]) / (cost["floor"] - cost["floor, start-up"])
            rows.append(
                [
                    f"{share:.0%} of the lines bad, {size:.0f} MB",
                    f"{size / cost['floor']:.1f}",
                    f"{size / cost['cleaner']:.2f}",
                    f"{cost['cleaner'] / cost['floor']:.1f} x",
                    f"{wanted:.0f} x",
                    f"{bare:.1f} x",
                ]
            )
    head = ["JSONL in, JSONL out", "floor MB/s", "cleaner MB/s", "of the floor", "wanted", "without start-up"]
    table("`cleaner clean` (clean corpus, change records and summary): CPU of whole processes", head, rows)
    if not find_spec("orjson"):
        print("the floor is that of the standard library; orjson is not installed: pip install orjson")


def _floor(source: Path) -> float:
    code = ORJSON if find_spec("orjson") else STANDARD
    return run([sys.executable, "-c", code, source, source.with_suffix(".floor")]).cpu


def _cleaner(source: Path) -> float:
    return clean(source).cpu


if __name__ == "__main__":
    main()
