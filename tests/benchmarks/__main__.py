"""Run the benchmarks, each in a process of its own, and print their tables.

    python -m tests.benchmarks [SECTION...] [--size MB] [--rounds N] [--corpora FOLDER] [--large MB] [--picture FILE]

Without sections all of them run, in a few minutes. Figures depend on the machine; no test looks at them.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.clock import ROOT, scratch

SECTIONS = {
    "startup": "the time until the first file has been looked at",
    "floor": "`cleaner clean` against reading and writing the same JSON",
    "peers": "decisions on the same documents, against other tools",
    "memory": "peak memory of small and large inputs, and of one endless line",
    "scaling": "more processes, larger inputs, longer documents and lines",
    "hostile": "inputs that could be slow",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the sections and return 0, or 1 if one could not be run."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks",
        description=__doc__.split("\n")[0],
        epilog="\n".join(f"{name:10s}{about}" for name, about in SECTIONS.items()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("sections", nargs="*", choices=[[], *SECTIONS], metavar="SECTION", help="which (default: all)")
    parser.add_argument("--size", type=float, help="megabytes of text (each section has its default)")
    parser.add_argument("--rounds", type=int, help="how often; the median counts (each section has its default)")
    parser.add_argument("--corpora", type=Path, help="compose around the texts of this folder, not our own sentences")
    parser.add_argument("--large", type=float, help="memory: megabytes of the large input")
    parser.add_argument("--picture", type=Path, help="scaling: where the PNG goes")
    parser.add_argument("--scratch", type=Path, help="keep what is made in this folder, and use it again")
    args = parser.parse_args(argv)
    failed = 0
    with scratch(args.scratch) as folder:
        for section in args.sections or SECTIONS:
            options = [f"--scratch={folder}"]
            names = ["size", "rounds", "corpora", *{"memory": ["large"], "scaling": ["picture"]}.get(section, [])]
            options += [f"--{name}={getattr(args, name)}" for name in names if getattr(args, name) is not None]
            print(f"\n== {section}: {SECTIONS[section]}", flush=True)
            command = [sys.executable, "-m", f"tests.benchmarks.{section}", *options]
            failed |= subprocess.run(command, cwd=ROOT, env={**os.environ, "OPENBLAS_NUM_THREADS": "1"}).returncode
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
