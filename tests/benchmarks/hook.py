"""Measure how long a commit hook waits: `cleaner check` on three and on a thousand small files, in a new process.

    python -m tests.benchmarks.hook [SECONDS]

Wanted: less than 0.5 s and less than 4 s.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parents[2] / "data" / "examples"


def main() -> None:
    """Print one line for each number of files."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 5.0
    texts = [path.read_bytes() for path in sorted(EXAMPLES.glob("*.txt"))]
    with tempfile.TemporaryDirectory() as folder:
        for number in range(1000):
            (Path(folder) / f"{number}.txt").write_bytes(texts[number % len(texts)])
        for count in (3, 1000):
            files = [f"{number}.txt" for number in range(count)]
            command = [sys.executable, "-m", "cleaner", "check", "--exit-zero", *files]
            best, end = float("inf"), time.perf_counter() + seconds
            while time.perf_counter() < end:
                start = time.perf_counter()
                subprocess.run(command, cwd=folder, check=True, capture_output=True)
                best = min(best, time.perf_counter() - start)
            print(f"check {count:,} files, new process: {best:.2f} s")


if __name__ == "__main__":
    main()
