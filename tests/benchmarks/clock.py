"""Measure processes and functions in CPU time, interleaved, and print tables: wall time lies on a shared machine.

A section of the benchmark runs in a process of its own that stays small: the peak memory of a child is never less than
what its parent held when it started it.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LIMIT = 900.0
"""Seconds after which a process is ended."""
CLEANER = (sys.executable, "-m", "cleaner")


@dataclass(frozen=True, slots=True)
class Cost:
    """Hold what a process cost: user and system seconds, wall seconds, peak bytes; `whole` if it ended by itself."""

    cpu: float
    wall: float
    peak: int
    whole: bool = True


def environment() -> dict[str, str]:
    """Return the environment of a user: one thread for BLAS is left to the program, compiled modules are kept."""
    ours = ("OPENBLAS_NUM_THREADS", "PYTHONDONTWRITEBYTECODE")
    return {name: value for name, value in os.environ.items() if name not in ours}


def run(command: Sequence[str | Path], expected: Sequence[int] = (0,), limit: float = LIMIT) -> Cost:
    """Run a process to its end and return what it cost, its children included; end it after `limit` seconds."""
    started = time.perf_counter()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=said, env=environment())
        alarm = threading.Timer(limit, process.kill)
        alarm.start()
        _, status, used = os.wait4(process.pid, 0)
        alarm.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - started
        whole = wall < limit
        if whole and process.returncode not in expected:
            said.seek(0)
            raise RuntimeError(f"{command} ended with {process.returncode}: {said.read().decode()[-2000:]}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss * unit, whole)


def clean(source: Path, *options: str) -> Cost:
    """Run `cleaner clean` on a file into a folder that is thrown away."""
    with tempfile.TemporaryDirectory(dir=source.parent) as folder:
        return run([*CLEANER, "clean", source, "--output", Path(folder) / "out", "--no-config", *options])


def corpus(folder: Path, size: float, *options: str) -> Path:
    """Make a corpus of `size` megabytes in a process of its own, for what it holds in memory is not to be measured."""
    path = folder / f"corpus-{size:g}{''.join(options).replace('/', '-')}.jsonl"
    if not path.exists():
        run([sys.executable, "-m", "tests.benchmarks.corpus", path, "--size", f"{size:g}", *options])
    return path


def seconds(step: Callable[[], object]) -> float:
    """Return the CPU seconds that a function takes."""
    started = time.process_time()
    step()
    return time.process_time() - started


def medians(steps: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, float]:
    """Return the median of what each step gives; the rounds are interleaved, so that a busy spell hits all alike."""
    taken: dict[str, list[float]] = {name: [] for name in steps}
    for _ in range(rounds):
        for name, step in steps.items():
            taken[name].append(step())
    return {name: statistics.median(values) for name, values in taken.items()}


@contextmanager
def scratch(given: Path | None) -> Iterator[Path]:
    """Give a folder to work in: the one that is named, which stays, or one that is thrown away."""
    if given:
        given.mkdir(parents=True, exist_ok=True)
        yield given.resolve()
    else:
        with tempfile.TemporaryDirectory(prefix="cleaner-benchmark-") as folder:
            yield Path(folder)


def table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows under a title, the first column to the left, the others to the right."""
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    print(f"\n{title}")
    for row in (head, *rows):
        cells = [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
        print("  ".join([row[0].ljust(widths[0]), *cells]).rstrip(), flush=True)
