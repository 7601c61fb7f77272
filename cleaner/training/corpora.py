"""Collect annotated documents from the project's own data and, where they are present, from larger corpora.

`data/` alone trains a small model. A corpora folder (laid out as its README says: gold, keepdrop, i18n, id) adds real
documents; none of their text is ever written anywhere but into a cache of features.
"""

from __future__ import annotations

import gzip
import json
import random
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from cleaner.training.annotations import Annotated, group_of, read

FOLDS = 5


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the JSON objects of a gzipped file, one a line."""
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as handle:
        for line in handle:
            yield json.loads(line)


def gold(corpora: Path) -> list[Annotated]:
    """Return the typed gold of a corpora folder; documents without a site are grouped by the long lines they share."""
    found = []
    for name in ("indonesian", "multilingual"):
        documents = list(read(corpora / "gold" / f"{name}.jsonl.gz"))
        found += [replace(d, source=f"gold/{name}") for d in by_shared_lines(documents)]
    return found


def own(data: Path, corpora: Path | None) -> list[Annotated]:
    """Return what is annotated in the project: whole documents, and stand-off ones whose texts are at hand."""
    found = []
    for path in sorted((data / "annotated").glob("*.jsonl")):
        found += [replace(d, source=f"annotated/{path.stem}") for d in read(path)]
    for path in sorted((data / "annotations").glob("*.jsonl")) if corpora else ():
        documents = list(read(path, corpora=corpora))
        found += [replace(d, source=f"annotations/{path.stem}") for d in by_shared_lines(documents)]
    return found


def keepdrop(corpora: Path, taken: set[str], residuals: int = 2) -> list[Annotated]:
    """Return keep/drop documents: of every page the full text where there is one, and `residuals` extractions.

    Pages whose id or long lines are among `taken` are left out.
    """
    by_page: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for path in sorted((corpora / "keepdrop" / "train").glob("*.jsonl.gz")):
        for row in rows(path):
            by_page[f"{row['source']}:{row['page']}"].append(row)
    found = []
    for page, documents in sorted(by_page.items()):
        if page in taken or any(line in taken for row in documents for line in row["lines"] if len(line) > 80):
            continue
        documents.sort(key=lambda row: zlib.crc32(f"{row['id']}".encode()))
        full = [row for row in documents if row["mode"] == "fullpage"][:1]
        rest = [row for row in documents if row["mode"] != "fullpage"][:residuals]
        found += [_untyped(row, page) for row in full + rest]
    return found


def _untyped(row: dict[str, Any], page: str) -> Annotated:
    lines = [line.replace("\n", " ") for line in row["lines"]]
    spans, unsure, start = [], set(), 0
    for number, (line, label) in enumerate(zip(lines, row["labels"], strict=True), 1):
        if label == "drop" and line:
            spans.append((start, start + len(line), "drop"))
        elif label == "unsure":
            unsure.add(number)
        start += len(line) + 1
    source = f"keepdrop/{row['source']}.{row['mode']}"
    return Annotated(
        row["id"],
        "\n".join(lines),
        tuple(spans),
        row["lang"] or "und",
        group_of(row) or page,
        source,
        frozenset(unsure),
        False,
    )


def by_shared_lines(documents: list[Annotated]) -> list[Annotated]:
    """Join the groups of documents that share a line of more than 60 characters: they are of one site."""
    parent: dict[str, str] = {}

    def top(group: str) -> str:
        while parent.setdefault(group, group) != group:
            group = parent[group]
        return group

    owner: dict[str, str] = {}
    for document in documents:
        for line in document.text.split("\n"):
            if len(line) > 60:
                other = owner.setdefault(line, document.group)
                parent[top(document.group)] = top(other)
    return [replace(document, group=top(document.group)) for document in documents]


def long_lines(documents: Iterable[Annotated]) -> set[str]:
    """Return the lines of more than 80 characters: what tells a page from others."""
    return {line for document in documents for line in document.text.split("\n") if len(line) > 80}


def folds(documents: list[Annotated], count: int = FOLDS) -> list[int]:
    """Give every document a fold, a group never in two, each source spread evenly by its lines."""
    sizes: dict[tuple[str, str], int] = defaultdict(int)
    for document in documents:
        sizes[_family(document), document.group] += document.text.count("\n") + 1
    fold: dict[str, int] = {}
    load: dict[tuple[str, int], int] = defaultdict(int)
    for (family, group), size in sorted(sizes.items(), key=lambda item: (-item[1], item[0])):
        if group not in fold:
            fold[group] = min(range(count), key=lambda k: (load[family, k], k))
        load[family, fold[group]] += size
    return [fold[document.group] for document in documents]


def _family(document: Annotated) -> str:
    return "indonesian" if "indonesian" in document.source else document.source.split("/")[0]


def shuffled(items: Iterable[Any], seed: int) -> list[Any]:
    """Return items in an order that depends on the seed alone."""
    listed = list(items)
    random.Random(seed).shuffle(listed)
    return listed
