"""Measure how long a person waits for the first finding: `cleaner check` on a small file, against importing numpy.

    python -m tests.benchmarks.startup [--rounds N]

The best of the rounds, interleaved, with compiled modules as an installation has them. Wanted: at most twice the wall
time of `python -c 'import numpy'`.
"""

from __future__ import annotations

import compileall
import sys

from tests.benchmarks.clock import CLEANER, ROOT, Cost, run, table
from tests.benchmarks.options import parser_of

WANTED = 2.0
EXAMPLE = ROOT / "data" / "examples" / "12_clean_harbour_essay.txt"
SPAMMED = ROOT / "data" / "examples" / "01_banjir_sungai.txt"
NUMPY = "python -c 'import numpy'"


def main() -> None:
    """Print a row for each command."""
    args = parser_of("startup", __doc__, 0.0, 20).parse_args()
    compileall.compile_dir(ROOT / "cleaner", quiet=1)
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        NUMPY: [sys.executable, "-c", "import numpy"],
        "cleaner --help": [*CLEANER, "--help"],
        "cleaner check CLEAN.txt": [*CLEANER, "check", EXAMPLE],
        "cleaner check DIRTY.txt": [*CLEANER, "check", SPAMMED],
    }
    taken: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(args.rounds):
        for name, command in commands.items():
            taken[name].append(run(command, expected=(0, 1)))
    wall = {name: min(cost.wall for cost in costs) for name, costs in taken.items()}
    cpu = {name: min(cost.cpu for cost in costs) for name, costs in taken.items()}
    rows = [
        [
            name,
            f"{wall[name] * 1000:.0f} ms",
            f"{cpu[name] * 1000:.0f} ms",
            f"{wall[name] / wall[NUMPY]:.2f} x",
            f"{cpu[name] / cpu[NUMPY]:.2f} x",
            f"{WANTED} x" if "check" in name else "",
        ]
        for name in commands
    ]
    table(f"best of {args.rounds}", ["", "wall", "CPU", "wall, of numpy", "CPU, of numpy", "wanted"], rows)


if __name__ == "__main__":
    main()
