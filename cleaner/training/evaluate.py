"""Run a model over annotated sets and report its figures: per set, language, source and label, with intervals.

`judge` runs the model and counts; `report` turns the counts into plain values, which `as_text` shows as tables.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from operator import attrgetter
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from cleaner.batch import Batch, Flags, Ints
from cleaner.decide import Probabilities
from cleaner.document import Finding
from cleaner.errors import OutputError, UsageError
from cleaner.run import Model as CleaningModel
from cleaner.training.annotations import Annotated
from cleaner.training.columns import figure, interval, lay_out
from cleaner.training.curves import Floats, average_precision, reliability
from cleaner.training.resample import bootstrap
from cleaner.training.score import (
    KINDS,
    Lines,
    added,
    confusion,
    count,
    figures,
    label_f1,
    label_figures,
    lines_of,
)

SUFFIXES = (".jsonl", ".jsonl.gz")
DIVISIONS = ("lang", "source", "label")
"""What figures can be divided by, beside sets."""
CHUNK = 1 << 18
"""Characters that the model is given at once."""


class Model(CleaningModel, Protocol):
    """What evaluation needs of a model: what a job needs, and its probabilities."""

    def lines(self, batch: Batch) -> Probabilities:
        """Return the probability of every label for every line."""


@dataclass(frozen=True, slots=True)
class Judged:
    """Hold one document of a set, what the model found in it, and how that compares with gold.

    `chance` is the model's probability, at its first look, that a line is junk, one entry a line.
    """

    set: str
    document: Annotated
    findings: tuple[Finding, ...]
    lines: Lines
    counts: Ints
    chance: Floats

    @classmethod
    def of(cls, name: str, document: Annotated, findings: tuple[Finding, ...], chance: Floats) -> Judged:
        """Compare findings with the gold of a document."""
        lines = lines_of(document, findings)
        return cls(name, document, findings, lines, count(document, findings, lines), chance)


def files_of(data: Iterable[Path]) -> dict[str, Path]:
    """Return the gold files that are named or lie in folders, by the shortest name that tells them apart."""
    found: list[Path] = []
    for path in data:
        if path.is_dir():
            inside = sorted(file for file in path.rglob("*") if file.name.endswith(SUFFIXES) and file.is_file())
            if not inside:
                raise UsageError(f"{path}: no gold in this folder: give one with .jsonl or .jsonl.gz files")
            found += inside
        else:
            found.append(path)
    found = list(dict.fromkeys(found))
    short = Counter(_stem(path) for path in found)
    middle = Counter(f"{path.parent.name}/{_stem(path)}" for path in found)
    named = {}
    for path in found:
        longer = f"{path.parent.name}/{_stem(path)}"
        named[_stem(path) if short[_stem(path)] == 1 else longer if middle[longer] == 1 else str(path)] = path
    return named


def _stem(path: Path) -> str:
    return path.name.removesuffix(".gz").removesuffix(".jsonl")


def judge(
    model: Model, sets: Mapping[str, Iterable[Annotated]], progress: Callable[[int], object] = lambda _: None
) -> list[Judged]:
    """Run the model over every document of the sets; `progress` is told how many were done."""
    judged = []
    for name, documents in sets.items():
        for chunk in _chunks(documents):
            texts = [document.text for document in chunk]
            batch = Batch.of(texts)
            chance = np.split(1 - model.lines(batch)[:, 0], batch.first[1:-1])
            for document, cleaning, part in zip(chunk, model.clean_batch(texts), chance, strict=True):
                judged.append(Judged.of(name, document, cleaning.findings, part))
            progress(len(chunk))
    return judged


def _chunks(documents: Iterable[Annotated]) -> Iterator[list[Annotated]]:
    chunk: list[Annotated] = []
    size = 0
    for document in documents:
        chunk.append(document)
        size += len(document.text)
        if size >= CHUNK:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def report(model: Model, judged: Sequence[Judged], by: Collection[str], samples: int) -> dict[str, Any]:
    """Return every figure as plain values, ready for JSON but for nan.

    Typed gold and gold of keep and drop are never pooled: the second follows the policies of its sources.
    """
    return {
        "model": {"name": model.name, "digest": model.digest},
        "groups": [_group(*group, "label" in by, samples) for group in _groups(judged, by)],
        "kinds": list(KINDS),
        "confusion": {kind: confusion(added(j.counts for j in part)) for kind, part in pooled(judged)},
        "reliability": [_reliability(name, part) for name, part in _parts(judged, lambda j: j.set)],
    }


def pooled(judged: Sequence[Judged]) -> list[tuple[str, list[Judged]]]:
    """Return all documents with typed gold, and all with gold of keep and drop."""
    found = _parts(judged, lambda j: "typed" if j.document.typed else "keep/drop")
    return sorted(found, reverse=True)


def _parts(judged: Iterable[Judged], name: Callable[[Judged], str]) -> list[tuple[str, list[Judged]]]:
    parts: dict[str, list[Judged]] = defaultdict(list)
    for one in judged:
        parts[name(one)].append(one)
    return list(parts.items())


def _groups(judged: Sequence[Judged], by: Collection[str]) -> Iterator[tuple[str, str, str, list[Judged]]]:
    for name, part in _parts(judged, lambda j: j.set):
        kinds = [kind for kind, _ in pooled(part)]
        yield "set", name, kinds[0] if len(kinds) == 1 else "mixed", part
    for kind, everything in pooled(judged):
        if len({j.set for j in everything}) > 1:
            yield "all", f"all {kind}", kind, everything
        for division in ("lang", "source"):
            if division in by:
                for name, part in sorted(_parts(everything, attrgetter(f"document.{division}"))):
                    yield division, name, kind, part


def _group(by: str, name: str, gold: str, part: Sequence[Judged], labels: bool, samples: int) -> dict[str, Any]:
    rows = np.stack([j.counts for j in part])
    total = rows.sum(axis=0)
    found: dict[str, Any] = {
        "by": by,
        "name": name,
        "gold": gold,
        "figures": figures(total),
        "intervals": bootstrap(rows, figures, samples),
    }
    if labels and by in ("set", "all") and gold == "typed":
        bounds = bootstrap(rows, label_f1, samples)
        found["labels"] = {
            label: {**values, "f1_interval": bounds.get(label)} for label, values in label_figures(total).items()
        }
    return found


def chances(judged: Iterable[Judged]) -> tuple[Floats, Flags]:
    """Return, for every scored line, the model's probability of junk and whether it is."""
    pairs = [(j.chance[j.lines.scored], j.lines.gold[j.lines.scored] > 0) for j in judged]
    return np.concatenate([chance for chance, _ in pairs]), np.concatenate([junk for _, junk in pairs])


def _reliability(name: str, part: Sequence[Judged]) -> dict[str, Any]:
    chance, junk = chances(part)
    return {
        "set": name,
        "average_precision": average_precision(chance, junk),
        **asdict(reliability(chance, junk)),
    }


def dump(judged: Iterable[Judged], model: Model, path: Path) -> None:
    """Write a change record for every document with findings: where and what, none of its text."""
    try:
        with path.open("w", encoding="utf-8", newline="\n") as handle:
            for j in judged:
                if j.findings:
                    found = [
                        {"start": f.start, "stop": f.stop, "label": f.label.value, "score": f.score} for f in j.findings
                    ]
                    row = {"path": j.set, "id": j.document.id, "findings": found, "model": model.digest}
                    handle.write(json.dumps(row) + "\n")
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror}): name another file") from None


_WHOLE = ("line_f1", "line_precision", "line_recall", "content_f1", "mcc", "content_loss", "junk_survival", "untouched")
_TYPED = ("label_accuracy", "macro_f1", "span_precision", "span_recall")
_HEADS = {"line_precision": "precision", "line_recall": "recall", "label_accuracy": "label_acc", "content_loss": "loss"}
_HEADS |= {"junk_survival": "survival", "span_precision": "span_prec"}


def as_text(found: Mapping[str, Any]) -> Iterator[str]:
    """Yield the report as lines of text; under a figure stands its 95 % interval, `-` is what cannot be measured."""
    yield f"model {found['model']['name']} {found['model']['digest'][:12]}"
    for by in ("set", "lang", "source"):
        groups = [group for group in found["groups"] if group["by"] in ((by, "all") if by == "set" else (by,))]
        if groups:
            yield from ("", *_figures(by, groups, _WHOLE, ("documents", "lines", "junk_lines")))
        typed = [group for group in groups if "macro_f1" in group["figures"]]
        if typed:
            yield from ("", *_figures(by, typed, _TYPED))
    for group in found["groups"]:
        if group.get("labels"):
            yield from ("", *_labels(group))
    for kind, matrix in found["confusion"].items():
        yield from ("", *_confusion(kind, matrix))
    yield ""
    yield from lay_out(
        ["probabilities", "lines", "brier", "calibration error", "average precision"],
        [
            [r["set"], str(sum(r["lines"])), figure(r["brier"]), figure(r["error"]), figure(r["average_precision"])]
            for r in found["reliability"]
        ],
    )


def _figures(
    by: str, groups: Sequence[Mapping[str, Any]], names: Sequence[str], counts: Sequence[str] = ()
) -> list[str]:
    rows = []
    for group in groups:
        values, bounds = group["figures"], group["intervals"]
        shown = group["name"] if group["gold"] != "keep/drop" or by == "set" else f"{group['name']} (keep/drop)"
        rows.append([shown, *(figure(values[name]) for name in (*counts, *names))])
        if any(name in bounds for name in names):
            rows.append(["", *("" for _ in counts), *(interval(bounds.get(name)) for name in names)])
    return lay_out([by, *(name.removesuffix("_lines") for name in counts), *(_HEADS.get(n, n) for n in names)], rows)


def _labels(group: Mapping[str, Any]) -> list[str]:
    names = ("lines", "precision", "recall", "f1")
    rows = [
        [label, *(figure(values[name]) for name in names), interval(values["f1_interval"]), figure(values["kept"])]
        for label, values in group["labels"].items()
    ]
    return lay_out([f"label ({group['name']})", *names, "interval", "kept"], rows)


def _confusion(kind: str, matrix: Sequence[Sequence[int]]) -> list[str]:
    down = [at for at in range(len(KINDS)) if any(matrix[at])]
    across = [at for at in range(len(KINDS)) if any(row[at] for row in matrix)]
    rows = [[KINDS[at], *(str(matrix[at][to]) for to in across)] for at in down]
    return lay_out([f"gold ({kind}), found:", *(KINDS[at] for at in across)], rows)
