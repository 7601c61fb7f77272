"""Read annotated documents: typed gold, keep/drop gold and stand-off gold, as one type.

>>> [label for label in line_labels(Annotated("a", "Read also: X\\nA sentence.", ((0, 12, "related"),)))]
['related', 'content']
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cleaner.errors import AnnotationError
from cleaner.taxonomy import FURNITURE, Label
from cleaner.texts import host_of
from cleaner.training.rows import rows

Span = tuple[int, int, str]

DROP = "drop"
"""The one label of gold that says only keep or drop."""
COVERED = 0.9
"""Share of a line's ink that findings have to cover to make it a line of furniture (as in the yardstick)."""
_TYPED = frozenset(str(label) for label in FURNITURE)
_VERDICTS = ("keep", DROP, "unsure")


@dataclass(frozen=True, slots=True)
class Annotated:
    """Hold one document with its gold: spans of what is not content, in code points, half-open.

    `group` names the publisher, host or page: documents of one group never stand on both sides of a split.
    `unsure` holds the numbers (from 1) of lines that are not scored. `typed` is False for gold of keep and drop.
    Raises AnnotationError for unknown labels, offsets out of range and overlapping spans.
    """

    id: str
    text: str
    spans: tuple[Span, ...]
    lang: str = "und"
    group: str = ""
    source: str = ""
    unsure: frozenset[int] = frozenset()
    typed: bool = True

    def __post_init__(self) -> None:
        object.__setattr__(self, "spans", _checked(self))


def _checked(document: Annotated) -> tuple[Span, ...]:
    spans = tuple(sorted(document.spans))
    known = _TYPED if document.typed else {DROP}
    length, last = len(document.text), 0
    for start, stop, label in spans:
        where = f"document {document.id!r}: span [{start}, {stop}, {label!r}]"
        if label not in known:
            hint = "content is what no span covers; drop the span" if label == Label.CONTENT else "mend the label"
            raise AnnotationError(f"{where} has an unknown label: use one of {', '.join(sorted(known))} ({hint})")
        if not 0 <= start < stop <= length:
            raise AnnotationError(
                f"{where} does not fit a text of {length} code points: offsets count code points from 0 and "
                "the stop comes after the start; annotate this text anew"
            )
        if start < last:
            raise AnnotationError(f"{where} overlaps the span before it, which ends at {last}: merge or shorten one")
        last = stop
    return spans


def line_labels(annotated: Annotated) -> list[str | None]:
    """Say for each line what it is: a label, `content`, or None where it is blank or unsure.

    A line is furniture if spans cover 90 % of its ink; where several kinds share it, the longest part names it.
    """
    found: list[str | None] = []
    spans, first, start = annotated.spans, 0, 0
    for number, line in enumerate(annotated.text.split("\n"), 1):
        stop = start + len(line)
        while first < len(spans) and spans[first][1] <= start:
            first += 1
        if number in annotated.unsure or not line.strip():
            found.append(None)
        elif first == len(spans) or spans[first][0] >= stop:
            found.append(str(Label.CONTENT))
        else:
            found.append(_label_of(line, start, spans[first:]))
        start = stop + 1
    return found


def _label_of(line: str, start: int, spans: tuple[Span, ...]) -> str:
    covered: Counter[str] = Counter()
    for from_, to, label in spans:
        if from_ >= start + len(line):
            break
        covered[label] += _ink(line[max(from_ - start, 0) : max(to - start, 0)])
    if covered.total() < COVERED * _ink(line):
        return str(Label.CONTENT)
    return max(sorted(covered), key=lambda label: covered[label])


def _ink(text: str) -> int:
    return len("".join(text.split()))


def of_row(row: Mapping[str, Any], where: str) -> Annotated:
    """Return the document of one row that holds its text; raise AnnotationError, which begins with `where`."""
    return _of_row(row, _Texts(Path(), None, None), where, False)


def to_row(document: Annotated) -> dict[str, Any]:
    """Return the row of typed gold that `read` makes this document of."""
    row: dict[str, Any] = {
        "id": document.id,
        "lang": document.lang,
        "source": document.source,
        "publisher": document.group,
        "text": document.text,
        "spans": [list(span) for span in document.spans],
    }
    if document.unsure:
        row["unsure"] = sorted(document.unsure)
    if not document.typed:
        row["typed"] = False
    return row


def read(
    path: str | Path, *, corpora: str | Path | None = None, seeds: str | Path | None = None, skip_doubt: bool = False
) -> Iterator[Annotated]:
    """Yield the documents of one `.jsonl` or `.jsonl.gz` file of gold, whatever its form.

    Rows with "text" and "spans" are typed gold ("typed": false with "drop" as the only label); rows with "lines" and
    "labels" say keep or drop; rows with "document" are stand-off: their text is `<corpora>/<corpus>.jsonl.gz` by id,
    the folder `<corpora>/<corpus>`, the folder `seeds` (or the one beside `corpora`) for corpus "seeds", or the file of
    that name beside `path`. `skip_doubt` makes doubtful lines unsure. Raises AnnotationError, naming file and line.
    """
    path = Path(path)
    texts = _Texts(path, Path(corpora) if corpora else None, Path(seeds) if seeds else None)
    texts.want(row for _, row in rows(path))
    number = 0
    for number, row in rows(path):
        yield _of_row(row, texts, f"{path}:{number}", skip_doubt)
    if not number:
        raise AnnotationError(f"{path}: no documents in it: give a file with one JSON object a line")


def _of_row(row: Mapping[str, Any], texts: _Texts, where: str, skip_doubt: bool) -> Annotated:
    try:
        return _annotated(row, texts, where, skip_doubt)
    except AnnotationError as error:
        raise error if str(error).startswith(where) else AnnotationError(f"{where}: {error}") from None
    except (AttributeError, KeyError, OverflowError, TypeError, ValueError) as error:
        raise AnnotationError(
            f"{where}: not a row of gold ({type(error).__name__}: {error}): write "
            '{"id", "text", "spans": [[start, stop, label]]}, {"id", "lines", "labels"} or '
            '{"document", "sha256", "spans": [[start, stop, label]]}'
        ) from None


def _annotated(row: Mapping[str, Any], texts: _Texts, where: str, skip_doubt: bool) -> Annotated:
    unsure = set(row.get("unsure") or ())
    if skip_doubt:
        unsure |= set(row.get("doubt") or ())
    spanned = "labels" not in row
    if spanned:
        text = row["text"] if "text" in row else texts.find(row, where)
        spans = tuple((int(start), int(stop), str(label)) for start, stop, label in row["spans"])
    else:
        text, spans, doubtful = _kept_and_dropped(row)
        unsure |= doubtful
    if not isinstance(text, str):
        raise TypeError("the text is no string")
    if not all(isinstance(number, int) for number in unsure):
        raise TypeError("unsure lines are not named by their numbers")
    name = given(row.get("id"), row.get("document"))
    if name is None:
        raise KeyError("id")
    return Annotated(
        id=str(name),
        text=text,
        spans=spans,
        lang=str(row.get("lang") or "und"),
        group=group_of(row),
        source=str(row.get("source") or row.get("corpus") or Path(where.rpartition(":")[0]).name.split(".")[0]),
        unsure=frozenset(unsure),
        typed=spanned and row.get("typed") is not False,
    )


def _kept_and_dropped(row: Mapping[str, Any]) -> tuple[str, tuple[Span, ...], set[int]]:
    lines, labels = _joined_lines(row), row["labels"]
    if len(lines) != len(labels):
        raise AnnotationError(f"{len(lines)} lines but {len(labels)} labels: give one label a line")
    spans: list[Span] = []
    unsure, start = set(), 0
    for number, (line, label) in enumerate(zip(lines, labels, strict=True), 1):
        if label not in _VERDICTS:
            raise AnnotationError(f"line {number} has the unknown label {label!r}: use one of {', '.join(_VERDICTS)}")
        if label == "unsure":
            unsure.add(number)
        elif label == DROP and line:
            spans.append((start, start + len(line), DROP))
        start += len(line) + 1
    return "\n".join(lines), tuple(spans), unsure


def _joined_lines(row: Mapping[str, Any]) -> list[str]:
    return [line.replace("\n", " ") for line in row["lines"]]


def group_of(row: Mapping[str, Any]) -> str:
    """Name the publisher, host or page of a row, so that a split can keep it whole.

    >>> group_of({"site": "https://www.westhaven.example/news/1", "id": "a#1"})
    'westhaven.example'
    """
    if row.get("publisher"):
        return str(row["publisher"])
    for key in ("host", "site", "url"):
        if row.get(key):
            return host_of(str(row[key])).removeprefix("www.")
    name = given(row.get("page"), row.get("id"), row.get("document"))
    return "" if name is None else str(name).split("#")[0]


def given(*values: Any) -> Any:
    """Return the first value that is there, else None: nothing and an empty name are no value, but 0 is one."""
    return next((value for value in values if value is not None and value != ""), None)


class _Texts:
    """Find the text of a stand-off row, and check that it is the one that was annotated."""

    def __init__(self, path: Path, corpora: Path | None, seeds: Path | None) -> None:
        self.beside, self.corpora = path.parent, corpora
        self.seeds = seeds or (corpora.parent / "seeds" if corpora else path.parent)
        self.wanted: dict[str, set[str]] = defaultdict(set)
        self.held: dict[str, dict[str, str]] = {}

    def want(self, rows: Iterator[dict[str, Any]]) -> None:
        # A corpus file is read once, and only the texts that are asked for are held.
        for row in rows:
            if "text" not in row and "lines" not in row and row.get("corpus"):
                self.wanted[str(row["corpus"])].add(str(row.get("document")))

    def find(self, row: Mapping[str, Any], where: str) -> str:
        name, corpus = str(row["document"]), row.get("corpus")
        if corpus is None:
            text, digest = self._file(self.beside, name, where)
        elif corpus == "seeds":
            text, digest = self._file(self.seeds, name, where)
        else:
            if self.corpora is None:
                raise AnnotationError(f"{where}: corpus {corpus!r} is not here: say where it is with corpora=FOLDER")
            packed = self.corpora / f"{corpus}.jsonl.gz"
            if packed.is_file():
                text = self._record(packed, str(corpus), name, where)
                digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
            else:
                text, digest = self._file(self.corpora / str(corpus), name, where)
        if digest != row["sha256"]:
            raise AnnotationError(
                f"{where}: the text of {name!r} is not the one that was annotated (sha256 {digest[:12]}..., annotated "
                f"{str(row['sha256'])[:12]}...): get the text of then, or annotate it anew"
            )
        return text

    def _record(self, packed: Path, corpus: str, name: str, where: str) -> str:
        if corpus not in self.held:
            wanted = self.wanted[corpus]
            self.held[corpus] = {
                str(row["id"]): row["text"] if "text" in row else "\n".join(_joined_lines(row))
                for _, row in rows(packed)
                if row.get("id") in wanted
            }
        if name not in self.held[corpus]:
            raise AnnotationError(f"{where}: {packed} has no document {name!r}: use the corpus that was annotated")
        return self.held[corpus][name]

    def _file(self, folder: Path, name: str, where: str) -> tuple[str, str]:
        try:
            content = (folder / name).read_bytes()
        except OSError as error:
            raise AnnotationError(
                f"{where}: cannot read {folder / name} ({error.strerror}): put the text there"
            ) from None
        return content.decode("utf-8", "surrogateescape"), hashlib.sha256(content).hexdigest()
