"""Learn what it is worth that many documents of a corpus have a line, and measure it.

The steps are fitted on out-of-fold junk logits, so the networks stay as they are, and a model without a profile gives
what it gave before: `logit(junk) = a + b * logit + step[length, surplus]` by maximum likelihood with a ridge on the
increments (Hoerl and Kennard 1970), which may not be negative, so that steps never fall.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from cleaner.batch import Batch, Ints
from cleaner.errors import AnnotationError
from cleaner.judge import CLOSED
from cleaner.network import LOGIT
from cleaner.repetition import SHAPE, Surplus, checked, lines_of
from cleaner.sketch import Keys, Sketch
from cleaner.training.corpora import rows
from cleaner.training.figures import out_of_fold
from cleaner.training.judge import Scores
from cleaner.training.train import Trained

CORPUS = ("id/articles.jsonl.gz", "gold/indonesian.jsonl.gz")
"""What is counted: articles as scraped, and the gold that was taken out of them."""
CAPS = np.array([0, 2, 4, 4]) * LOGIT
"""The most that a class of length may be raised: sub-headings and places recur, too, and must not go for that alone."""
RIDGE = 1.0
"""Price of a squared increment, in lines: a step that rests on one line of one publisher stays small."""
BATCH = 256


@dataclass(frozen=True)
class Lines:
    """Hold judged lines: class of length, bucket of surplus, junk logit out of fold, whether they are junk.

    `publisher` is the group that the document belongs to, `key` is equal for equal lines, `at` the place in the table.
    """

    length: Ints
    bucket: Ints
    junk: Ints
    target: npt.NDArray[np.bool_]
    publisher: npt.NDArray[np.str_]
    key: npt.NDArray[np.uint32]
    at: Ints

    def take(self, chosen: npt.NDArray[np.bool_]) -> Lines:
        """Return some of the lines."""
        return Lines(*(values[chosen] for values in vars(self).values()))

    @property
    def weight(self) -> npt.NDArray[np.float64]:
        """Return what each line counts: all equal lines of a publisher together count as one."""
        _, publisher = np.unique(self.publisher, return_inverse=True)
        _, same, times = np.unique(np.stack([publisher, self.key]), axis=1, return_inverse=True, return_counts=True)
        return 1 / times[same.ravel()]


def fit(lines: Lines) -> Ints:
    """Return the steps, in units of the junk logit, from the lines that are not closed: the others never go."""
    lines = lines.take(lines.junk != CLOSED)
    classes, buckets = SHAPE
    weight, target, logit = lines.weight, lines.target.astype(np.float64), lines.junk / LOGIT

    def steps_of(increments: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        risen = np.cumsum(increments.reshape(classes, buckets - 1), axis=1)
        return np.concatenate([np.zeros((classes, 1)), risen], axis=1)

    def loss(values: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
        raised = steps_of(values[2:])[lines.length, lines.bucket]
        z = values[0] + values[1] * logit + raised
        error = weight * (1 / (1 + np.exp(-z)) - target)
        cell = np.zeros(SHAPE)
        np.add.at(cell, (lines.length, lines.bucket), error)
        above = cell[:, ::-1].cumsum(axis=1)[:, ::-1][:, 1:].ravel()  # an increment raises every later bucket, too
        slope = np.concatenate([[error.sum(), (error * logit).sum()], above + 2 * RIDGE * values[2:]])
        return float((weight * (np.logaddexp(0, z) - target * z)).sum() + RIDGE * (values[2:] ** 2).sum()), slope

    start = np.zeros(2 + classes * (buckets - 1))
    start[1] = 1
    bounds = [(None, None), (0.2, 5.0), *[(0.0, None)] * (len(start) - 2)]
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds).x
    steps = np.round(LOGIT * steps_of(found[2:]) / found[1])
    return checked(np.minimum(steps, CAPS[:, None]).astype(np.int64))


def held_out(lines: Lines) -> Ints:
    """Return by how much each line is raised with the steps that the other publishers' lines give."""
    raised = np.zeros(len(lines.at), np.int64)
    for name in np.unique(lines.publisher):
        own = lines.publisher == name
        raised[own] = fit(lines.take(~own))[lines.length[own], lines.bucket[own]]
    return raised


def count(documents: Sequence[Mapping[str, Any]]) -> Sketch:
    """Return the sketch of rows with a text and a site."""
    sketch = Sketch(sited=True)
    for first in range(0, len(documents), BATCH):
        part = documents[first : first + BATCH]
        batch = Batch.of([row["text"] for row in part])
        sketch.add(lines_of(batch), batch.document[batch.inked], len(part), [row["site"] for row in part])
    return sketch


def gather(trained: Trained, documents: Sequence[Mapping[str, Any]]) -> Lines:
    """Return the judged lines of the training run that stand in the documents, looked up in their sketch.

    Raises AnnotationError if there are none.
    """
    surplus = Surplus(count(documents))
    known = {row["id"] for row in documents}
    table = trained.table
    first = table.evidence.first
    parts: list[Lines] = []
    for number, document in enumerate(table.documents):
        at = np.arange(first[number], first[number + 1])
        if document.id in known and trained.judged[at].any():
            batch = Batch.of([document.text])
            length, bucket = surplus.cells(batch)
            key: Keys = lines_of(batch)
            publisher = np.full(len(at), document.group)
            junk, target = trained.scores.junk[at], table.label[at] > 0
            parts.append(Lines(length, bucket, junk, target, publisher, key[:, 0], at).take(trained.judged[at]))
    if not parts:
        raise AnnotationError(
            f"no judged document of the training run stands in {' or '.join(CORPUS)}: give that corpus"
        )
    return Lines(*(np.concatenate([vars(part)[name] for part in parts]) for name in vars(parts[0])))


@dataclass(frozen=True)
class Learned:
    """Hold the steps, and figures by set without a profile and with one whose steps come from other publishers."""

    steps: Ints
    without: Mapping[str, Any]
    with_profile: Mapping[str, Any]

    @property
    def array(self) -> npt.NDArray[np.int16]:
        """Return the steps as they stand in a model."""
        return self.steps.astype(np.int16)

    @property
    def plain(self) -> dict[str, Any]:
        """Return what the manifest says of it."""
        return {"corpus": list(CORPUS), "without": self.without, "with": self.with_profile}

    def __str__(self) -> str:
        """Return what a profile gains, a line for each set."""
        lines = []
        for name, before in self.without.items():
            after = self.with_profile[name]
            gains = (f"{key} {before[key]:.4f} -> {after[key]:.4f}" for key in ("line_f1", "content_loss"))
            lines.append(f"with a profile, {name}: {', '.join(gains)}")
        return "\n".join(lines)


def learn(trained: Trained, corpora: Path) -> Learned:
    """Fit the steps on everything, and measure them with every publisher left out."""
    lines = gather(trained, [row for name in CORPUS for row in rows(corpora / name)])
    judged, junk = np.zeros(len(trained.judged), np.bool_), trained.scores.junk.copy()
    judged[lines.at] = True
    junk[lines.at] += held_out(lines)
    without = out_of_fold(replace(trained, judged=judged))
    raised = replace(trained, judged=judged, scores=Scores(junk, trained.scores.kinds))
    return Learned(fit(lines), without, out_of_fold(raised))
