"""Measure how fast this machine cleans, beside the floor and a peer, interleaved in one run.

    python benchmarks/speed.py [CORPUS.jsonl[.gz]...] [ROUNDS]

The floor is to parse and to write the same records as JSON and do nothing with them (orjson where it is installed, else
the standard library). The peer scores the same lines with scikit-learn (hashed character n-grams of 2 to 5, linear).
CPU seconds of this process; medians of the rounds. Figures depend on the machine; no test looks at them.
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import gzip
import io
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import redirect_stderr
from pathlib import Path

import cleaner
from cleaner.batch import Batch
from cleaner.cli import main as command
from cleaner.context import features
from cleaner.ngrams import fold, scan
from cleaner.shape import measure

DATA = Path(__file__).resolve().parent.parent / "data"
COPIES = 40
MOST = 4_000_000


def main() -> None:
    """Print one line for each thing that is measured."""
    given = [Path(argument) for argument in sys.argv[1:] if not argument.isdigit()]
    rounds = next((int(argument) for argument in sys.argv[1:] if argument.isdigit()), 5)
    for name, texts in [(str(path), corpus(path)) for path in given] or [("our own examples", examples())]:
        size = sum(len(text.encode("utf-8", "surrogatepass")) for text in texts)
        print(f"\n{name}: {len(texts):,} documents, {size / 1e6:.2f} MB")
        steps = steps_of(texts)
        times: dict[str, list[float]] = {step: [] for step in steps}
        for _ in range(rounds):
            for step, run in steps.items():
                started = time.process_time()
                run()
                times[step].append(time.process_time() - started)
        floor = statistics.median(times["floor: JSON in, JSON out"])
        for step, taken in times.items():
            seconds = statistics.median(taken)
            rate = f"{size / seconds / 1e6:8.1f} MB/s {seconds / size * 1e9:8.1f} ns/byte"
            print(f"{step:34s} {rate} {seconds / floor:7.1f} x floor")


def examples() -> list[str]:
    """Return the written examples, many times over, but for the one about gambling: it is full of suspects."""
    rows = [json.loads(line) for line in (DATA / "annotated" / "examples.jsonl").read_text("utf-8").splitlines()]
    return [row["text"] for row in rows if not row["id"].startswith("07")] * COPIES


def corpus(path: Path) -> list[str]:
    """Return the first megabytes of a JSONL file with texts."""
    texts, size = [], 0
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            texts.append(row["text"] if "text" in row else "\n".join(row["lines"]))
            size += len(texts[-1])
            if size > MOST:
                break
    return texts


def steps_of(texts: list[str]) -> dict[str, Callable[[], object]]:
    """Return what is measured, by name."""
    model = cleaner.load()
    batch = Batch.of(texts[:200])
    part = len(texts[:200]) / len(texts)
    buffer, evidence = fold(batch.buffer), model.stage1.evidence(batch)
    folder = Path(tempfile.mkdtemp(prefix="cleaner-speed-"))
    source = folder / "corpus.jsonl"
    source.write_text("".join(json.dumps({"id": n, "text": t}, ensure_ascii=False) + "\n" for n, t in enumerate(texts)))

    def repeated(step: Callable[[], object]) -> Callable[[], object]:
        return lambda: [step() for _ in range(round(1 / part))]

    def whole() -> object:
        with redirect_stderr(io.StringIO()):
            return command(["clean", str(source), "--output", str(folder / "out"), "--force"])

    steps: dict[str, Callable[[], object]] = {
        "floor: JSON in, JSON out": lambda: floor(source, folder / "floor.jsonl"),
        "cleaner clean, end to end": whole,
        "clean_batch": repeated(lambda: model.clean_batch(texts[:200])),
        "  evidence (stage 1)": repeated(lambda: model.stage1.evidence(batch)),
        "  one table of n-grams": repeated(lambda: scan(buffer, batch.starts, model.stage1.whole.tables[:1])),
        "  shape": repeated(lambda: measure(batch.buffer, batch.starts)),
        "  context features": repeated(lambda: features(evidence)),
    }
    try:
        from sklearn.feature_extraction.text import HashingVectorizer
        from sklearn.linear_model import SGDClassifier
    except ImportError:
        return steps
    lines = [line for text in texts[:200] for line in text.split("\n") if line.strip()]
    vectors = HashingVectorizer(analyzer="char", ngram_range=(2, 5), n_features=1 << 18)
    peer = SGDClassifier(max_iter=5, tol=None).fit(vectors.transform(lines), [n % 2 for n in range(len(lines))])
    steps["peer: scikit-learn, characters 2-5"] = repeated(lambda: peer.predict(vectors.transform(lines)))
    return steps


def floor(source: Path, target: Path) -> None:
    """Parse and write every record, as fast as Python can."""
    try:
        from orjson import dumps, loads
    except ImportError:
        encode = json.JSONEncoder(ensure_ascii=False).encode
        target.write_text("".join(encode(json.loads(line)) + "\n" for line in source.read_text().split("\n") if line))
        return
    with source.open("rb") as lines, target.open("wb") as out:
        out.writelines(dumps(loads(line)) + b"\n" for line in lines)


if __name__ == "__main__":
    main()
