"""Label Studio: documents as tasks with annotations or predictions, its labelling interface, and its export as gold.

It counts code points: `charsToCodePoints` in `selection-tools.js` of its editor (label-studio 1.23.2) makes them of the
offsets of a DOM selection, "for python and other modern tools". Each `\\n` and each `\\r` is a line break of length 1
there, so that `\\r\\n` counts as two, as here. A file that counts UTF-16 code units, as an editor without that function
does, is known by the texts that its regions repeat.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from xml.sax.saxutils import quoteattr

from cleaner.errors import AnnotationError
from cleaner.training.annotations import Annotated, Span, given, of_row, to_row
from cleaner.training.doccano import COLOURS
from cleaner.training.offsets import Offsets, inward, outward

COUNTS = Offsets.CODE_POINTS
FROM, TO = "label", "text"
"""The names of the tags in the labelling interface."""

_break = re.compile(r"\r|\n|\\n")


def interface(names: Iterable[str]) -> str:
    """Return the labelling interface of a project, as XML."""
    labels = [
        f"    <Label value={quoteattr(name)} background={quoteattr(colour)}/>"
        for name, colour in zip(names, COLOURS, strict=False)
    ]
    head, tail = (
        f'<View>\n  <Labels name="{FROM}" toName="{TO}">',
        f'  </Labels>\n  <Text name="{TO}" value="$text"/>\n</View>',
    )
    return "\n".join([head, *labels, tail, ""])


def to_label_studio(
    document: Annotated, scores: Sequence[float] = (), model: str = "", offsets: Offsets = COUNTS
) -> dict[str, Any]:
    """Return the task of a document: with an annotation, or where a `model` has found the spans, a prediction.

    >>> task = to_label_studio(Annotated("a", "AD: x", ((0, 5, "promotion"),)))
    >>> task["annotations"][0]["result"][0]["value"]
    {'start': 0, 'end': 5, 'text': 'AD: x', 'labels': ['promotion']}
    """
    row = to_row(document)
    del row["spans"], row["id"]
    result: list[dict[str, Any]] = []
    counted = outward(document.text, document.spans, offsets)
    for number, ((start, stop, label), (first, last, _)) in enumerate(zip(counted, document.spans, strict=True)):
        value = {"start": start, "end": stop, "text": document.text[first:last], "labels": [label]}
        region = {"id": f"r{number}", "from_name": FROM, "to_name": TO, "type": "labels", "value": value}
        result.append({**region, "score": scores[number]} if scores else region)
    data = {"document": document.id, **row}
    if not model:
        return {"data": data, "annotations": [{"result": result}]}
    return {
        "data": data,
        "predictions": [{"model_version": model, "score": min(scores, default=1.0), "result": result}],
    }


def of_label_studio(task: Mapping[str, Any], where: str, offsets: Offsets | None = None) -> Annotated | None:
    """Return the document of a task of an export (JSON or JSON-MIN); None if nobody has annotated it.

    Of several annotations the ground truth counts, else the one that was updated last; cancelled ones do not. Without
    `offsets` they are code points, unless the text of a region says otherwise. Raises AnnotationError.
    """
    try:
        data = task.get("data", task)
        text = data["text"]
        values = _values(task)
        if values is None:
            return None
        spans = [(int(value["start"]), int(value["end"]), _label(value)) for value in values]
        known = [value.get("text") for value in values]
        found = inward(text, spans, offsets) if offsets else _fitting(text, spans, known)
    except AnnotationError as error:
        raise AnnotationError(f"{where}: {error}") from None
    except (AttributeError, KeyError, OverflowError, TypeError, ValueError) as error:
        raise AnnotationError(
            f"{where}: not a task of Label Studio ({type(error).__name__}: {error}): export a project with a tag Text "
            "and a tag Labels as JSON"
        ) from None
    meta = {key: data[key] for key in ("lang", "source", "publisher", "unsure", "typed") if data.get(key) is not None}
    id = given(data.get("document"), task.get("id"), where)
    return of_row({**meta, "id": id, "text": text, "spans": found}, where)


def _values(task: Mapping[str, Any]) -> list[Mapping[str, Any]] | None:
    """Return the values of the regions of a task."""
    if "data" not in task:  # JSON-MIN: one annotation, its regions under the name of the tag
        return list(task.get(FROM) or [])
    done = [annotation for annotation in task.get("annotations") or [] if not annotation.get("was_cancelled")]
    if not done:
        return None
    done.sort(key=lambda annotation: (bool(annotation.get("ground_truth")), str(annotation.get("updated_at") or "")))
    return [region["value"] for region in done[-1]["result"] if region.get("type") == "labels"]


def _label(value: Mapping[str, Any]) -> str:
    labels = value["labels"]
    if len(labels) != 1:
        raise AnnotationError(f"a region has {len(labels)} labels ({', '.join(map(str, labels))}): keep one of them")
    return str(labels[0])


def _fitting(text: str, spans: list[Span], known: Sequence[str | None]) -> list[Span]:
    """Return spans in code points, whichever way of counting gives the texts that the regions repeat."""
    for offsets in Offsets:
        try:
            found = inward(text, spans, offsets)
        except AnnotationError:
            continue
        if all(
            there is None or _same(text[start:stop], there)
            for (start, stop, _), there in zip(found, known, strict=True)
        ):
            return found
    wrong = next(_differing(text, spans, known), "a region")
    raise AnnotationError(f"{wrong} is not at its offsets: export the task anew, or say how they count with --offsets")


def _differing(text: str, spans: list[Span], known: Sequence[str | None]) -> Iterator[str]:
    for (start, stop, _), there in zip(spans, known, strict=True):
        if there is not None and not _same(text[start:stop], there):
            yield f"the region [{start}, {stop}] {there[:40]!r}"


def _same(text: str, repeated: str) -> bool:
    """Tell whether a region repeats this text; its line breaks may be spelled as a backslash and an n."""
    return _break.sub("\n", text) == _break.sub("\n", repeated)
