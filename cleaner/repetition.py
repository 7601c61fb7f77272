"""What it says about a line that many documents of a corpus have it: steps to be added to its junk logit.

The `surplus` of a line is the number of documents that it occurs in, for each site that has it, over the same number
for the typical long line of its document (the lower median). A wire report on thirty sites, or a page that was fetched
thirty times, has no surplus: all of it is repeated alike. A footer has one.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from cleaner.batch import Batch, Ints
from cleaner.decide import LONG
from cleaner.ngrams import fold
from cleaner.sketch import Keys, Sketch, keys

LENGTHS = (20, 40, 100)
"""Characters that part lines into four classes; the shortest (a place, a number, a sub-heading) is never raised."""
SURPLUS = (3, 5, 10, 30, 100)
"""Surplus that parts lines into six buckets; below the first nothing is raised: two pages may share a paragraph."""
SHAPE = (len(LENGTHS) + 1, len(SURPLUS) + 1)


class Surplus:
    """Look up lines in a sketch that is finished."""

    def __init__(self, sketch: Sketch) -> None:
        self._sketch = sketch
        self._spare = sketch.noise() - 1

    def cells(self, batch: Batch) -> tuple[Ints, Ints]:
        """Return the class of length and the bucket of surplus of every line with ink."""
        length = batch.sizes[batch.inked]
        surplus = self.of(lines_of(batch), length, batch.document[batch.inked], len(batch.texts))
        return np.searchsorted(LENGTHS, length, "right"), np.searchsorted(SURPLUS, surplus, "right")

    def of(self, lines: Keys, length: Ints, document: Ints, total: int) -> Ints:
        """Return the surplus of every line of `total` documents; what may be noise of the sketch is taken off."""
        counted = np.maximum(self._sketch.documents_with(lines) - self._spare, 0)
        a_site = counted // np.maximum(self._sketch.sites_with(lines), 1)
        longest = np.zeros(total, np.int64)
        np.maximum.at(longest, document, length)
        # Verses, and paragraphs in Chinese, are shorter: where nothing is long, the longer half of the lines speaks.
        long = np.flatnonzero(length >= np.minimum(LONG, longest // 2)[document])
        size = np.bincount(document[long], minlength=total)
        ranked = np.append(a_site[long][np.lexsort((a_site[long], document[long]))], 1)
        middle = np.cumsum(size) - size + (np.maximum(size, 1) - 1) // 2
        typical = np.where(size > 0, ranked[np.minimum(middle, len(long))], 1)
        return a_site // np.maximum(typical, 1)[document]


class Repetition:
    """Hold what was counted and the steps that it is worth, in units of the junk logit.

    `steps` has a row for each class of length and a column for each bucket of surplus. Raises ValueError if they are
    not whole numbers that start at 0 and never fall along a row.
    """

    def __init__(self, sketch: Sketch, steps: npt.NDArray[np.generic]) -> None:
        self._surplus = Surplus(sketch)
        self._steps = checked(steps)

    def raised(self, batch: Batch) -> Ints:
        """Return by how much the junk logit of every line with ink is raised."""
        raised: Ints = self._steps[self._surplus.cells(batch)]
        return raised


def checked(steps: npt.NDArray[np.generic]) -> Ints:
    """Return steps as whole numbers; raise ValueError if they cannot be used."""
    if steps.shape != SHAPE or steps.dtype.kind not in "iu":
        raise ValueError(f"steps are {steps.dtype} {steps.shape}, not whole numbers {SHAPE}")
    whole = steps.astype(np.int64)
    if whole[:, 0].any() or whole[0].any() or (np.diff(whole, axis=1) < 0).any():
        raise ValueError("steps do not start at 0, fall, or raise the shortest lines")
    return whole


def lines_of(batch: Batch) -> Keys:
    """Return the hash of every line with ink: capitals, digits and tabs folded as for n-grams, no spaces around it."""
    data, starts = fold(batch.buffer).tobytes(), batch.starts.tolist()
    return keys(data[starts[at] : starts[at + 1] - 1].strip() for at in np.flatnonzero(batch.inked).tolist())
