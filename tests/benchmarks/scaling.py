"""Measure how speed changes: with two processes, larger inputs, larger single files, longer documents and lines.

    python -m tests.benchmarks.scaling [--size MB] [--rounds N] [--corpora FOLDER] [--picture FILE]

Where matplotlib is installed, the curves are also drawn (to `speed.png` beside the scratch files, or to `--picture`).
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from tests.benchmarks.clock import CLEANER, Cost, clean, corpus, medians, run, scratch, seconds, table
from tests.benchmarks.corpus import texts_of
from tests.benchmarks.options import corpus_options, parser_of
from tests.benchmarks.peers import cleaner

DOCUMENTS = (100, 1000, 10_000, 100_000, 1_000_000, 10_000_000)
LINES = (20, 70, 200, 1000, 10_000, 100_000, 1_000_000)
HOPELESS = 10.0
"""Once the speed has fallen this many times, larger inputs are not waited for."""
Curve = list[tuple[float, float]]


def main() -> None:
    """Print the tables, and draw the curves."""
    parser = parser_of("scaling", __doc__, 4.0, 3)
    parser.add_argument("--picture", type=Path, help="where the PNG goes")
    args = parser.parse_args()
    with scratch(args.scratch) as folder:
        options = corpus_options(args)
        sizes = [args.size * times for times in (1, 2, 4, 8)]
        doubled = doubling("the input of `cleaner clean`", [(size, corpus(folder, size, *options)) for size in sizes])
        doubling("one text file", one_file(folder, sizes, options))
        processes(corpus(folder, args.size * 8, *options), folder)
        texts = texts_of(corpus(folder, args.size * 8, *options))
        size = int(args.size * 1e6)
        curves = {
            "characters in a document": by_document(texts, size, args.rounds),
            "characters in a line": by_line(texts, size, args.rounds),
            "megabytes of input": doubled,
        }
        picture = args.picture or folder / "speed.png"
        if draw(curves, picture) and (args.picture or args.scratch):
            print(f"drawn to {picture}")


def one_file(folder: Path, sizes: Sequence[float], options: Sequence[str]) -> Iterator[tuple[float, Path]]:
    """Yield text files of so many megabytes: documents joined to one."""
    for size in sizes:
        source = folder / f"one-{size:g}.txt"
        source.write_text("\n\n".join(texts_of(corpus(folder, size, *options))), "utf-8")
        yield size, source


def doubling(what: str, sources: Iterable[tuple[float, Path]]) -> Curve:
    """Clean inputs, each twice the one before: the time of the process must not more than double."""
    rows, curve, before = [], [], None
    for megabytes, source in sources:
        cost = clean(source)
        grown = f"{cost.cpu / before:.2f} x" if before else ""
        before = cost.cpu
        curve.append((megabytes, source.stat().st_size / cost.cpu / 1e6))
        rows.append(
            [f"{megabytes:g} MB", f"{cost.cpu:.2f} s", grown, f"{curve[-1][1]:.2f}", f"{cost.peak / 1e6:.0f} MB"]
        )
    table(f"doubling {what}", ["input", "CPU", "grown by", "MB/s", "peak memory"], rows)
    return curve


def processes(source: Path, folder: Path) -> None:
    """Clean with one and two processes: the same bytes."""
    rows, outputs = [], []
    for jobs in (1, 2):
        output = folder / f"jobs-{jobs}"
        cost = run([*CLEANER, "clean", source, "--output", output, "--force", "--no-config", f"--jobs={jobs}"])
        outputs.append(dict(_digests(output)))
        rows.append([f"--jobs {jobs}", f"{cost.wall:.2f} s", f"{cost.cpu:.2f} s", _rate(source, cost)])
    same = "the same bytes" if outputs[0] == outputs[1] else "DIFFERENT BYTES"
    title = f"{source.stat().st_size / 1e6:.0f} MB in one and two processes ({os.cpu_count()} cores): {same}"
    table(title, ["", "wall", "CPU", "MB/s of wall time"], rows)


def _digests(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield str(path.relative_to(folder)), hashlib.sha256(path.read_bytes()).hexdigest()


def _rate(source: Path, cost: Cost) -> str:
    return f"{source.stat().st_size / cost.wall / 1e6:.2f}"


def by_document(texts: Sequence[str], size: int, rounds: int) -> Curve:
    """Clean the same lines, cut into documents of other sizes."""
    whole = "\n".join(texts)
    return _curve("documents of", DOCUMENTS, lambda each: [*_cut(whole[: max(size, each)], each)], len(whole), rounds)


def by_line(texts: Sequence[str], size: int, rounds: int) -> Curve:
    """Clean the same words, laid out in lines of other lengths, in documents of about 20 lines."""
    words = " ".join(texts)[:size].split()
    return _curve("lines of", LINES, lambda each: [*_laid_out(words, each)], size, rounds)


def _curve(what: str, sizes: Sequence[int], texts_of_size: Callable[[int], list[str]], most: int, rounds: int) -> Curve:
    """Measure size by size; the larger ones are left out once it is hopeless."""
    decide = cleaner(())
    rows: list[list[str]] = []
    curve: Curve = []
    for size in sizes:
        if size > most or (curve and curve[-1][1] * HOPELESS < max(rate for _, rate in curve)):
            break
        texts = texts_of_size(size)
        total = sum(len(text.encode()) for text in texts)
        taken = medians({"": partial(seconds, partial(decide, texts))}, rounds)[""]
        curve.append((size, total / taken / 1e6))
        rows.append([f"{size:,}", f"{len(texts):,}", f"{curve[-1][1]:.2f}", f"{taken / total * 1e9:,.0f}"])
    table(f"clean_batch, {what} about so many characters", ["", "documents", "MB/s", "ns/byte"], rows)
    return curve


def _cut(whole: str, size: int) -> Iterator[str]:
    at = 0
    while at < len(whole):
        stop = whole.find("\n", at + size)
        stop = len(whole) if stop < 0 else stop + 1
        yield whole[at:stop]
        at = stop


def _laid_out(words: Sequence[str], size: int) -> Iterator[str]:
    lines: list[str] = []
    line: list[str] = []
    length = 0
    for word in words:
        line.append(word)
        length += len(word) + 1
        if length > size:
            lines.append(" ".join(line))
            line, length = [], 0
            if len(lines) == 20:
                yield "\n".join(lines)
                lines = []
    yield "\n".join([*lines, " ".join(line)])


def draw(curves: dict[str, Curve], picture: Path) -> bool:
    """Draw each curve in a panel of its own; tell whether that could be done."""
    try:
        import matplotlib as mpl

        mpl.use("agg")
        from matplotlib import pyplot
    except ImportError:
        print("not drawn: matplotlib is not installed: pip install matplotlib")
        return False
    figure, panels = pyplot.subplots(1, len(curves), figsize=(4 * len(curves), 3.2), sharey=True)
    for panel, (name, curve) in zip(panels, curves.items(), strict=True):
        panel.plot([x for x, _ in curve], [y for _, y in curve], marker="o")
        panel.set(xscale="log", xlabel=name)
        panel.set_xticks([x for x, _ in curve], [f"{x:g}" for x, _ in curve])
        panel.minorticks_off()
        panel.grid(alpha=0.3)
    panels[0].set_ylim(0, 1.05 * max(rate for curve in curves.values() for _, rate in curve))
    panels[0].set_ylabel("MB/s (CPU, one core)")
    figure.tight_layout()
    figure.savefig(picture, dpi=120)
    return True


if __name__ == "__main__":
    main()
