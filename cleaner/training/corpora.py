"""Read corpora, group documents that belong to one site, and split them into folds.

`data/` alone trains a small model. A corpora folder adds real documents, none of whose text is written anywhere:
`gold/{indonesian,multilingual}.jsonl.gz` (typed gold), `id/articles.jsonl.gz` (bodies), `i18n/{boilerplate,content,
content_short,content_docs}.jsonl.gz` (strings and texts in hundreds of languages), `keepdrop/train/*.residual.jsonl.gz`
(bodies, and the texts of stand-off gold), `spam/` (brands, phrases, comments, honest lines about gambling).
"""

from __future__ import annotations

import gzip
import json
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from cleaner.errors import AnnotationError
from cleaner.training.annotations import Annotated

FOLDS = 5


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the JSON objects of a gzipped file, one a line."""
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as handle:
        for line in handle:
            yield json.loads(line)


def annotated_files(paths: Iterable[Path], corpora: Path | None) -> list[Path]:
    """Return the files of annotated documents in files and folders laid out as `data/` is, and those of the corpora.

    Raises AnnotationError for a path that is not there.
    """
    found = [file for path in paths for file in _files_in(path, corpora)]
    if corpora:
        found += [corpora / "gold" / f"{name}.jsonl.gz" for name in ("indonesian", "multilingual")]
    return found


def _files_in(path: Path, corpora: Path | None) -> Iterator[Path]:
    if not path.exists():
        raise AnnotationError(f"{path}: no such file or folder: give annotated .jsonl files, or a folder of them")
    if path.is_file():
        yield path
        return
    kinds = ["annotated", *(["annotations"] if corpora else [])]
    folders = [path / kind for kind in kinds if (path / kind).is_dir()] or [path]
    for folder in folders:
        yield from sorted(file for file in folder.iterdir() if file.name.endswith((".jsonl", ".jsonl.gz")))


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
