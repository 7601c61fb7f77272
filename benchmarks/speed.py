"""Measure how fast this machine cleans: megabytes of text a second, and seconds until the first result.

Usage: python benchmarks/speed.py [SECONDS]. Figures depend on the machine; no test looks at them.
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import cleaner
from cleaner.batch import Batch
from cleaner.context import features
from cleaner.ngrams import fold, scan
from cleaner.shape import measure

EXAMPLES = Path(__file__).resolve().parent.parent / "data" / "examples"


def main() -> None:
    """Print one line for each thing that is measured."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 3.0
    model = cleaner.load()
    texts = [path.read_bytes().decode() for path in sorted(EXAMPLES.iterdir()) if path.suffix != ".jsonl"] * 20
    size = sum(len(text.encode()) for text in texts)
    batch = Batch.of(texts)
    buffer, evidence = fold(batch.buffer), model.stage1.evidence(batch)
    print(f"{len(texts):,} documents, {len(batch.lines):,} lines, {size / 1e6:.2f} MB, one process")
    steps: dict[str, Callable[[], object]] = {
        "layout": lambda: Batch.of(texts),
        "n-gram kernel": lambda: scan(buffer, batch.starts, model.stage1.tables),
        "shape": lambda: measure(batch.buffer, batch.starts),
        "context": lambda: features(evidence),
        "lines": lambda: model.lines(batch),
        "clean": lambda: model.clean_batch(texts),
    }
    for name, step in steps.items():
        took = best_of(step, seconds)
        print(f"  {name:<14}{size / took / 1e6:8.1f} MB/s {took / len(batch.lines) * 1e6:8.2f} us/line")
    command = [sys.executable, "-m", "cleaner", "check", "--exit-zero", str(EXAMPLES / "12_clean_harbour_essay.txt")]
    took = best_of(lambda: subprocess.run(command, check=True, capture_output=True), seconds)
    print(f"  check one small file, new process: {took:.2f} s")


def best_of(step: Callable[[], object], seconds: float) -> float:
    """Return the shortest time that a step took in so many seconds of trying: the least disturbed one."""
    best, end = float("inf"), time.perf_counter() + seconds
    while True:
        start = time.perf_counter()
        step()
        stop = time.perf_counter()
        best = min(best, stop - start)
        if stop > end:
            return best


if __name__ == "__main__":
    main()
