"""Measure what cleaning does for text extractors: their output before and after, and whole pages beside them.

In gold of keep and drop, a document whose id is a page is all text of that page, one with the id `page#extractor`
is what an extractor left of it. Both have a verdict on each of their lines.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

import numpy as np

from cleaner.batch import Flags, Ints
from cleaner.errors import UsageError
from cleaner.training.columns import figure, lay_out
from cleaner.training.evaluate import Judged
from cleaner.training.resample import bootstrap
from cleaner.training.score import added, as_findings, count, figures, ratio

SURE_INK = 25
"""Ink from which a line that stands anywhere inside an output is no accident."""

_MARK = "#"


def pairs(judged: Sequence[Judged]) -> dict[tuple[str, str], list[tuple[Judged, Judged]]]:
    """Return, by source and extractor, what the extractor left of every page and the whole page."""
    pages = {(j.document.source, j.document.id): j for j in judged if not j.document.typed}
    found: dict[tuple[str, str], list[tuple[Judged, Judged]]] = defaultdict(list)
    for j in judged:
        page, mark, extractor = j.document.id.partition(_MARK)
        whole = pages.get((j.document.source, page))
        if mark and not j.document.typed and whole is not None:
            found[j.document.source, extractor].append((j, whole))
    if not found:
        raise UsageError("nothing to compare: --uplift needs keep/drop gold of whole pages and of extractors' output")
    return dict(sorted(found.items()))


def uplift(judged: Sequence[Judged], samples: int) -> list[dict[str, Any]]:
    """Return precision, recall and F1 over characters of every extractor before and after cleaning, and the gain.

    Characters are ink. Of an output, what stands in keep lines is right, in drop lines wrong; recall is what is right
    as a share of the keep lines of the whole page (at most all of them). Unsure lines are left out of both.
    """
    rows = []
    for (source, extractor), both in pairs(judged).items():
        counts = np.array([_ink(output, page) for output, page in both], np.int64)
        rows.append(
            {
                "source": source,
                "extractor": extractor,
                "pages": len(both),
                **_gain(counts.sum(axis=0).tolist()),
                "gain_interval": bootstrap(counts, _gain, samples).get("gain"),
            }
        )
    return rows


def _ink(output: Judged, page: Judged) -> list[int]:
    lines, whole = output.lines, page.lines
    keep, drop = lines.scored & (lines.gold == 0), lines.scored & (lines.gold > 0)
    left = lines.ink - lines.guess_ink
    gold = int(whole.ink[whole.scored & (whole.gold == 0)].sum())
    row = [gold]
    for ink in (lines.ink, left):
        right, wrong = int(ink[keep].sum()), int(ink[drop].sum())
        row += [right, wrong, min(right, gold)]
    return row


def _gain(total: Sequence[int]) -> dict[str, float]:
    gold, *rest = total
    found = {}
    for when, (right, wrong, hit) in (("before", rest[:3]), ("after", rest[3:])):
        precision, recall = ratio(right, right + wrong), ratio(hit, gold)
        found[f"precision_{when}"], found[f"recall_{when}"] = precision, recall
        found[f"f1_{when}"] = ratio(2 * precision * recall, precision + recall)
    return {**found, "gain": found["f1_after"] - found["f1_before"]}


def whole_pages(judged: Sequence[Judged]) -> list[dict[str, Any]]:
    """Return the line and content F1 of the model on whole pages, beside those of each extractor on the same pages.

    An extractor keeps a line of a page that its output repeats: as a line, inside a line (25 or more characters of
    ink), or in pieces that make up 90 % of the line's ink.
    """
    rows = []
    for (source, extractor), both in pairs(judged).items():
        ours = figures(added(page.counts for _, page in both))
        theirs = figures(added(_verdict(output, page) for output, page in both))
        row: dict[str, Any] = {"source": source, "extractor": extractor, "pages": len(both)}
        for name in ("line_f1", "content_f1", "content_loss"):
            row[f"{name}_extractor"], row[f"{name}_model"] = theirs[name], ours[name]
        rows.append(row)
    return rows


def _verdict(output: Judged, page: Judged) -> Ints:
    given = [squeezed for line in output.document.text.split("\n") if (squeezed := "".join(line.split()))]
    together, alone = "\n".join(given), frozenset(given)
    kept = partial(_kept, together=together, alone=alone)
    lines = page.document.text.split("\n")
    junk: Flags = np.array([not kept("".join(line.split())) for line in lines], np.bool_)
    return count(page.document, as_findings(page.lines, junk))


def _kept(line: str, together: str, alone: frozenset[str]) -> bool:
    if line in alone:
        return True
    if len(line) < SURE_INK:
        return False
    return line in together or sum(len(piece) for piece in alone if piece in line) >= 0.9 * len(line)


def as_text(uplifts: Sequence[Mapping[str, Any]], pages: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Yield both tables as lines of text."""
    yield "extractors before and after cleaning, over characters"
    names = [f"{name}_{when}" for name in ("precision", "recall", "f1") for when in ("before", "after")]
    heads = ["source", "extractor", "pages", "precision", "after", "recall", "after", "f1", "after", "gain", "interval"]
    cells = []
    for row in uplifts:
        bounds = row["gain_interval"]
        shown = f"{bounds[0]:+.3f} {bounds[1]:+.3f}" if bounds else ""
        values = [figure(row[name]) for name in names]
        gain = figure(row["gain"])
        cells.append([row["source"], row["extractor"], str(row["pages"]), *values, gain, shown])
    yield from lay_out(heads, cells)
    yield from ("", "whole pages, each extractor beside the model on the same pages")
    names = [f"{name}_{who}" for name in ("line_f1", "content_f1", "content_loss") for who in ("extractor", "model")]
    heads = ["source", "extractor", "pages", "line_f1", "model", "content_f1", "model", "loss", "model"]
    cells = [
        [row["source"], row["extractor"], str(row["pages"]), *(figure(row[name]) for name in names)] for row in pages
    ]
    yield from lay_out(heads, cells)
