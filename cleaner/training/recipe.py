"""Mix the training data: what is annotated, what is composed from phrase books, what comes from catalogues.

Real documents that nobody annotated come along: the network of stage 2 learns what its teacher says of them.
"""

from __future__ import annotations

import hashlib
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from joblib import Parallel, delayed

from cleaner.errors import AnnotationError
from cleaner.training.annotations import Annotated, read
from cleaner.training.catalogue import Catalogue
from cleaner.training.comments import Comment, commented, comments, kept
from cleaner.training.comments import fold_of as comment_fold
from cleaner.training.compose import Body, bodies_from, compose, headlines_from
from cleaner.training.corpora import FOLDS, annotated_files, by_shared_lines, folds, rows, shuffled
from cleaner.training.intruders import spiked
from cleaner.training.phrasebook import PhraseBook
from cleaner.training.train import Part

REAL, OWN, COMPOSED, CATALOGUE, CATALOGUE_UNTYPED = 1.5, 5.0, 0.5, 0.3, 0.25
"""What a line counts: annotated, written or chosen as an example, composed, and put together from catalogues."""
LANGUAGES = {"id": 400.0, "en": 350.0, "ms": 130.0} | dict.fromkeys(("de", "es", "fr", "sv", "zh"), 80.0) | {"fi": 60.0}
"""Shares of languages among composed documents; of some 260 others each has the root of its number of bodies."""
UNLABELLED = 1.0
PER_SITE = 150
PER_SOURCE = 500
LONGEST = 15_000
"""Characters of a document without labels: longer ones would be a few documents with most of the lines."""
SPIKED = 3
"""Composed documents for one that has nothing but spam put into it."""
COMMENTED = 6
"""Composed documents for one with real comments."""
PER_LANGUAGE = 4


@dataclass(frozen=True)
class Recipe:
    """Hold the parts to train on, the fold of every group, and what the data were, by name and digest."""

    parts: tuple[Part, ...]
    fold_of: Mapping[str, int]
    data: tuple[Mapping[str, Any], ...]


def gather(paths: Sequence[Path], corpora: Path | None, seed: int, composed: int) -> Recipe:
    """Read annotated files and folders, and compose `composed` documents a fold if a folder has phrase books.

    A folder is searched for `annotated/*.jsonl`, `annotations/*.jsonl` (stand-off: with `corpora` only) and `phrases`;
    without these for any `.jsonl` and `.jsonl.gz`. Raises AnnotationError if nothing annotated is found.
    """
    files = annotated_files(paths, corpora)
    real: list[tuple[bool, list[Annotated]]] = []
    data: list[Mapping[str, Any]] = []
    for file in files:
        documents = [replace(d, source=_name(file)) for d in read(file, corpora=corpora)]
        real.append((file.parent.name != "annotated", by_shared_lines(documents)))
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        data.append({"name": _name(file), "sha256": digest, "documents": len(documents)})
    everything = [document for _, documents in real for document in documents]
    if not everything:
        raise AnnotationError(f"no annotated documents in {', '.join(map(str, paths))}: give .jsonl files of gold")
    judging = any(judged for judged, _ in real)
    fold_of = {document.group: fold for document, fold in zip(everything, folds(everything), strict=True)}
    parts = [Part(documents, _weight(documents[0].source, judged), judged or not judging) for judged, documents in real]

    said = [comment for comment in comments(corpora) if not kept(comment)] if corpora else []
    if said:
        digest = hashlib.sha256("\0".join(comment.text for comment in said).encode()).hexdigest()
        data.append({"name": "comments", "sha256": digest, "documents": len(said)})
    for folder in (path / "phrases" for path in paths if (path / "phrases").is_dir()):
        digest = hashlib.sha256(b"".join(file.read_bytes() for file in sorted(folder.glob("*.tsv")))).hexdigest()
        work = (
            delayed(_composed)(folder, everything, corpora, fold_of, fold, seed, composed, own)
            for fold, own in enumerate([c for c in said if comment_fold(c) == fold] for fold in range(FOLDS))
        )
        made = Parallel(n_jobs=2)(work)
        data.append({"name": "phrases", "sha256": digest, "documents": sum(map(len, made))})
        parts += [Part(documents, COMPOSED, fold=fold) for fold, documents in enumerate(made)]
    if corpora and (corpora / "i18n").is_dir():
        for fold in range(FOLDS):
            made_up = list(Catalogue(corpora, fold, FOLDS).compose(seed * FOLDS + fold, PER_LANGUAGE))
            parts.append(Part([d for d in made_up if d.typed], CATALOGUE, fold=fold))
            parts.append(Part([d for d in made_up if not d.typed], CATALOGUE_UNTYPED, fold=fold))
    if corpora:
        known = {document.text for document in everything}
        strange = [document for document in _unlabelled(corpora) if document.text not in known]
        of = [fold_of.get(document.group, _drawn(document.group)) for document in strange]
        for fold in range(FOLDS):
            parts.append(Part([d for d, k in zip(strange, of, strict=True) if k == fold], UNLABELLED, fold=fold))
        data.append({"name": "unlabelled", "sha256": _digest(strange), "documents": len(strange)})
    return Recipe(tuple(parts), fold_of, tuple(data))


def _weight(source: str, judged: bool) -> float:
    """Return what a line of a set counts: the few chosen examples much, the many written pages as much as real ones."""
    return REAL if "/written" in source or (judged and not source.endswith("/seeds")) else OWN


def _composed(
    folder: Path,
    real: Sequence[Annotated],
    corpora: Path | None,
    fold_of: Mapping[str, int],
    fold: int,
    seed: int,
    count: int,
    said: Sequence[Comment],
) -> list[Annotated]:
    """Compose the documents of one fold from its own share of phrases and comments, and its own sites' bodies."""
    book = PhraseBook.load(folder, (fold, FOLDS))
    bodies, headlines = _bodies(real, corpora, fold_of, fold)
    made = compose(book, bodies, seed * FOLDS + fold, count, languages=LANGUAGES, headlines=headlines)
    of_fold = f"{seed}-{fold}"
    return [
        *(replace(document, source="composed") for document in made),
        *spiked(bodies, of_fold, count // SPIKED),
        *commented(bodies, said, book, of_fold, count // COMMENTED),
    ]


def _name(file: Path) -> str:
    return f"{file.parent.name}/{file.name.split('.')[0]}"


def _bodies(
    real: Sequence[Annotated], corpora: Path | None, fold_of: Mapping[str, int], fold: int
) -> tuple[list[Body], Mapping[str, Sequence[str]]]:
    """Return clean bodies whose groups lie in a fold, and headlines for pointers, from the same sites alone."""
    found = list(bodies_from(_plain(d) for d in real if fold_of[d.group] == fold and d.typed))
    if corpora is None:
        return found or list(bodies_from(_plain(d) for d in real if d.typed)), {}
    per_site: Counter[str] = Counter()
    articles = []
    for row in shuffled(rows(corpora / "id" / "articles.jsonl.gz"), seed=1):
        per_site[row["site"]] += 1
        if fold_of.get(row["publisher"], _drawn(row["publisher"])) == fold and per_site[row["site"]] <= PER_SITE:
            articles.append(row)
    documents = [row for row in rows(corpora / "i18n" / "content_docs.jsonl.gz") if _drawn(row["id"]) == fold]
    found += [*bodies_from(articles), *bodies_from(shuffled(documents, seed=1)[:4000])]
    for path in sorted((corpora / "keepdrop" / "train").glob("*.residual.jsonl.gz")):
        found += bodies_from(_kept(path, fold_of, fold))
    return found, headlines_from(articles)


def _unlabelled(corpora: Path) -> Iterator[Annotated]:
    """Yield real documents without a label on any line, their group the publisher or page."""
    per_site: Counter[str] = Counter()
    for row in shuffled(rows(corpora / "id" / "articles.jsonl.gz"), seed=5):
        per_site[row["site"]] += 1
        if per_site[row["site"]] <= PER_SITE and len(row["text"]) <= LONGEST:
            yield _without_labels(row, row["text"], row["publisher"])
    for path in sorted((corpora / "keepdrop" / "train").glob("*.jsonl.gz")):
        for row in shuffled(rows(path), seed=5)[:PER_SOURCE]:
            text = "\n".join(line.replace("\n", " ") for line in row["lines"])
            if len(text) <= LONGEST:
                yield _without_labels(row, text, str(row["page"]))


def _without_labels(row: Mapping[str, Any], text: str, group: str) -> Annotated:
    every = frozenset(range(1, text.count("\n") + 2))
    return Annotated(str(row["id"]), text, (), row["lang"], group, "unlabelled", every, False)


def _digest(documents: Sequence[Annotated]) -> str:
    return hashlib.sha256(
        "\0".join(document.text for document in documents).encode("utf-8", "surrogatepass")
    ).hexdigest()


def _plain(document: Annotated) -> dict[str, Any]:
    spans = [list(span) for span in document.spans]
    return {
        "id": document.id,
        "lang": document.lang,
        "publisher": document.group,
        "text": document.text,
        "spans": spans,
    }


def _kept(path: Path, fold_of: Mapping[str, int], fold: int) -> Iterator[dict[str, Any]]:
    seen = set()
    for row in rows(path):
        page = str(row["page"])
        if page not in seen and fold_of.get(page, _drawn(page)) == fold:
            seen.add(page)
            kept = [line for line, label in zip(row["lines"], row["labels"], strict=True) if label == "keep"]
            yield {"id": row["id"], "lang": row["lang"], "page": page, "paragraphs": kept[:40]}


def _drawn(name: str) -> int:
    return zlib.crc32(name.encode()) % FOLDS
