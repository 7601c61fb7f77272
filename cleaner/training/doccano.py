"""doccano: documents as JSON lines that it imports for sequence labelling, and its export as gold.

Its annotator counts UTF-16 code units, as JavaScript strings do (v-annotator in doccano 1.8.4: `getOffsets` adds up
offsets of the DOM selection, and its `codePointLength` is the `length` of a string); the server stores what it is sent.
A project with the option "count grapheme clusters as one character" counts otherwise, and is not for us. What stands in
a row beside text and label goes through as meta data, and comes back in the export. Empty texts are refused by doccano.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from cleaner.errors import AnnotationError
from cleaner.training.annotations import Annotated, Span, given, of_row, to_row
from cleaner.training.offsets import Offsets, inward, outward

COUNTS = Offsets.UTF16
COLOURS = ("#d32f2f", "#7b1fa2", "#303f9f", "#f57c00", "#0288d1", "#388e3c", "#5d4037", "#616161", "#c2185b", "#00796b")


def to_doccano(document: Annotated, offsets: Offsets = COUNTS) -> dict[str, Any]:
    """Return the row of a document.

    >>> to_doccano(Annotated("a", "AD: x", ((0, 5, "promotion"),)))["label"]
    [[0, 5, 'promotion']]
    """
    row = to_row(document)
    del row["spans"]
    label = [list(span) for span in outward(document.text, document.spans, offsets)]
    return {**row, "document": document.id, "label": label}


def of_doccano(row: Mapping[str, Any], where: str, offsets: Offsets = COUNTS) -> Annotated:
    """Return the document of a row of an export, with relations or without; raise AnnotationError if it is none."""
    marks = next((row[key] for key in ("label", "labels", "entities") if isinstance(row.get(key), list)), None)
    try:
        if marks is None:
            raise KeyError("label")
        spans = inward(row["text"], [_span(mark) for mark in marks], offsets)
    except AnnotationError as error:
        raise AnnotationError(f"{where}: {error}") from None
    except (KeyError, OverflowError, TypeError, ValueError) as error:
        raise AnnotationError(
            f"{where}: not a row of doccano ({type(error).__name__}: {error}): export sequence labelling as JSONL, "
            '{"id", "text", "label": [[start, end, label]]}'
        ) from None
    meta = {key: row[key] for key in ("lang", "source", "publisher", "unsure", "typed") if row.get(key) is not None}
    id = given(row.get("document"), row.get("id"), where)  # the id of an export may be doccano's own
    return of_row({**meta, "id": id, "text": row["text"], "spans": spans}, where)


def labels(names: Iterable[str]) -> list[dict[str, str]]:
    """Return the labels of a project as doccano imports them."""
    return [
        {"text": name, "backgroundColor": colour, "textColor": "#ffffff"}
        for name, colour in zip(names, COLOURS, strict=False)
    ]


def _span(mark: Any) -> Span:
    if isinstance(mark, dict):
        return int(mark["start_offset"]), int(mark["end_offset"]), str(mark["label"])
    start, stop, label = mark
    return int(start), int(stop), str(label)
