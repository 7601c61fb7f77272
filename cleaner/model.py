"""The trained model as arrays and a manifest: load, verify, score. Nothing of scikit-learn, nothing that executes."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from cleaner.batch import Batch, Ints
from cleaner.clean import clean_batch
from cleaner.context import (
    FAR,
    LANE_NAMES,
    WHOLE,
    Evidence,
    Features,
    feature_names,
    features,
    joined,
    verdict_features,
)
from cleaner.decide import Probabilities, Span, Thresholds
from cleaner.document import Cleaning
from cleaner.errors import ModelError
from cleaner.injected import Injected
from cleaner.network import LOGIT, Network
from cleaner.ngrams import LANES, ORDERS, ROW_BITS, counts, ends, extract, fold, pack, scan
from cleaner.settings import Settings
from cleaner.shape import measure
from cleaner.taxonomy import FURNITURE, LABELS, Label
from cleaner.trims import propose

FORMAT = 1
SPAM = "spam."
"""What the names of the arrays start with that find injected words."""
Arrays = Mapping[str, npt.NDArray[Any]]


class View:
    """Score one view of lines (whole, head or tail) with its own n-gram weights."""

    def __init__(self, arrays: Arrays, name: str) -> None:
        weights = arrays[f"{name}.weights"]
        if weights.dtype != np.int8 or weights.ndim != 2 or weights.shape[1] != 1 << ROW_BITS:
            raise ValueError(f"{name}.weights is {weights.dtype} {weights.shape}, not int8 (lanes, {1 << ROW_BITS})")
        for part, kind in (("step", "f"), ("offset", "i")):
            array = arrays[f"{name}.{part}"]
            if array.shape != weights.shape[:1] or array.dtype.kind != kind or not np.isfinite(array).all():
                raise ValueError(f"{name}.{part} does not hold one number for each of {len(weights)} lanes")
        self.tables = pack(weights)
        self.step = arrays[f"{name}.step"].astype(np.float64)
        self.offset = arrays[f"{name}.offset"].astype(np.int64)

    def lanes(self, sums: Ints, starts: Ints, lanes: slice) -> Ints:
        """Return normalised lanes: log-odds times `LOGIT` from sums over the root of the number of n-grams."""
        root = np.sqrt(counts(np.diff(starts)).astype(np.float64))
        step, offset = self.step[lanes], self.offset[lanes]
        scaled = np.floor(sums[:, : len(step)] * step / root[:, None]).astype(np.int64)
        clipped: Ints = np.clip(scaled + offset, -LANE_LIMIT, LANE_LIMIT)
        return clipped


class Stage1:
    """Score lines by their own words: whole-number lanes from the hashed n-gram kernel."""

    def __init__(self, arrays: Arrays) -> None:
        self.whole, self.head, self.tail = (View(arrays, name) for name in VIEWS)

    def evidence(self, batch: Batch) -> Evidence:
        """Return what is known of every line with ink by itself.

        The first four lanes of each view are scored for all lines, the others only for lines that may be furniture.
        """
        buffer, starts = fold(batch.buffer), batch.starts
        head, tail = ends(buffer, starts, HEAD, TAIL_SIZE)
        sums, shingles = scan(buffer, starts, self.whole.tables[:1])
        lanes = np.zeros((len(batch.lines), len(LANE_NAMES)), np.int64)
        lanes[:, WHOLE_FIRST] = self.whole.lanes(sums, starts, slice(LANES))
        lanes[:, HEAD_FIRST] = self.head.lanes(scan(*head, self.head.tables[:1])[0], head[1], slice(LANES))
        lanes[:, TAIL_LANES] = self.tail.lanes(scan(*tail, self.tail.tables)[0], tail[1], slice(LANES))
        doubtful = np.flatnonzero(settle(lanes) & batch.inked)
        length = np.diff(starts)[doubtful] - 1
        for view, place, size in ((self.whole, WHOLE_REST, length), (self.head, HEAD_REST, np.minimum(length, HEAD))):
            part = extract(buffer, starts[doubtful], size)
            lanes[doubtful, place] = view.lanes(scan(*part, view.tables[1:])[0], part[1], slice(LANES, None))
        shape = measure(batch.buffer, starts)
        keys = _keys(sums, np.diff(starts))
        return Evidence(lanes, shape, batch.first, keys, _heads(buffer, starts), shingles).take(batch.inked)


def settle(lanes: Ints) -> npt.NDArray[np.bool_]:
    """Tell which lines may be furniture by their first lanes; for the others, set the rest to what says no.

    Sure content is most of all bytes: it is not worth scoring twice. Training settles its lanes the same way.
    """
    doubtful: npt.NDArray[np.bool_] = lanes[:, DOUBT_LANES].max(axis=1) >= SURE
    for rest in (WHOLE_REST, HEAD_REST):
        lanes[~doubtful, rest] = UNASKED
    return doubtful


VIEWS = ("whole", "head", "tail")
HEAD, TAIL_SIZE = 24, 40
"""Bytes of a line's head and tail: a call opens with a few words, a photo credit closes with more."""
SURE = -2 * LOGIT
"""A line whose first lanes all lie below this is content as far as its own words tell."""
UNASKED = -4 * LOGIT
WHOLE_FIRST, WHOLE_REST = slice(0, LANES), slice(LANES, len(WHOLE))
HEAD_FIRST, HEAD_REST = slice(len(WHOLE), len(WHOLE) + LANES), slice(len(WHOLE) + LANES, 2 * len(WHOLE))
TAIL_LANES = slice(2 * len(WHOLE), None)
DOUBT_LANES = [LANE_NAMES.index(name) for name in ("junk", "head:junk", "tail:junk")]
LANE_LIMIT = 1023
UNLIKELY = 0.02
"""Lines less likely than this to be junk are not asked for their kind; a user's threshold may lie below the model's."""


def _keys(sums: Ints, lengths: Ints) -> Ints:
    """Return a number that is equal for equal lines: a mix of their sums and lengths."""
    mixed = lengths.astype(np.uint64)
    for column in sums.T:
        mixed = (mixed ^ column.astype(np.uint64)) * np.uint64(0x9E3779B97F4A7C15)
        mixed ^= mixed >> np.uint64(29)
    return mixed.astype(np.int64)


def _heads(buffer: npt.NDArray[np.uint8], starts: Ints) -> Ints:
    """Return the first six bytes of every line as one number; a shorter line counts as its own kind by length."""
    head = np.zeros(len(starts) - 1, np.int64)
    for at in range(6):
        place = np.minimum(starts[:-1] + at, starts[1:] - 1)
        head = head << 8 | buffer[place]
    return head


class Model:
    """Hold the two stages, the calibration and the thresholds, and clean texts with them."""

    def __init__(self, arrays: Arrays, manifest: Mapping[str, Any]) -> None:
        self.manifest = manifest
        self.name = str(manifest["name"])
        self.digest = str(manifest["digest"])
        self.stage1 = Stage1(arrays)
        self.first = Network.of(arrays, "first")
        self.second = Network.of(arrays, "second")
        self.kind = Network.of(arrays, "kind")
        self.calibration = _chances(arrays["calibration"])
        limits = manifest["thresholds"]
        self.thresholds = Thresholds(
            {Label(k): float(v) for k, v in limits["remove"].items()},
            {Label(k): float(v) for k, v in limits["unsure"].items()},
            {Label(k): float(v) for k, v in limits.get("spans", {}).items()},
            {Label(k): float(v) for k, v in limits.get("long", {}).items()},
        )
        spam = {name.removeprefix(SPAM): array for name, array in arrays.items() if name.startswith(SPAM)}
        self.injected = Injected(spam) if spam else None
        least = min([*self.thresholds.remove.values(), *self.thresholds.unsure.values(), UNLIKELY])
        self.lowest = int(np.searchsorted(self.calibration, least)) - len(self.calibration) // 2

    def clean(self, text: str, settings: Settings | None = None) -> Cleaning:
        """Clean one text."""
        return clean_batch([text], self, settings)[0]

    def clean_batch(self, texts: Sequence[str], settings: Settings | None = None) -> list[Cleaning]:
        """Clean many texts at once: the same results, faster."""
        return clean_batch(texts, self, settings)

    def reader(self) -> Reader:
        """Return what reads the passes over one batch."""
        return Reader(self)

    def lines(self, batch: Batch) -> Probabilities:
        """Return the probability of every label for every line of the batch; blank lines are content."""
        return self.reader().lines(batch)

    def opinions(self, evidence: Evidence) -> tuple[Features, Ints, Ints]:
        """Return the context of every line with ink, its junk logit, and the logits of the labels but content.

        The kind of a line is asked only where the line may be junk at all; elsewhere its logits are zero.
        """
        context, _ = features(evidence)
        first = self.first.logits(context)[:, 0]
        around, _ = verdict_features(first, evidence.first)
        everything = np.concatenate([context, around], axis=1)
        junk = self.second.logits(everything)[:, 0]
        kinds = np.zeros((len(junk), len(FURNITURE)), np.int64)
        doubtful = np.flatnonzero(junk >= self.lowest)
        kinds[doubtful] = self.kind.logits(everything[doubtful])
        return everything, junk, kinds


class Reader:
    """Read the passes over one batch: a line that an earlier pass has seen is not scored by its words again."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.thresholds = model.thresholds
        self._seen: tuple[list[str], Evidence] | None = None
        self._rows: Ints = np.zeros(0, np.int64)
        self._context: Features = np.zeros((0, 0), np.int16)

    def lines(self, batch: Batch) -> Probabilities:
        """Return the probability of every label for every line of the batch; blank lines are content."""
        self._context, junk, kinds = self.model.opinions(self._evidence(batch))
        self._rows = np.cumsum(batch.inked) - 1
        probabilities = np.zeros((len(batch.lines), len(LABELS)))
        probabilities[:, 0] = 1.0
        probabilities[batch.inked] = probabilities_of(junk, kinds, self.model.calibration)
        return probabilities

    def cues(self, batch: Batch, numbers: Sequence[int]) -> list[tuple[str, ...]]:
        """Name the strongest reasons why the lines with these numbers look as they do, from the batch read last."""
        rows = self._context[self._rows[list(numbers)]]
        flags = np.stack([rows[:, column] > least for _, column, least in CUES], axis=1)
        names = np.array([name for name, _, _ in CUES], dtype=object)
        return [tuple(dict.fromkeys(names[flag])) or ("context",) for flag in flags]

    def spans(self, batch: Batch, content: Sequence[int]) -> list[Span]:
        """Propose spans inside the lines with these numbers, which are content as a whole."""
        found = propose(batch, content)
        return found + self.model.injected.find(batch, content) if self.model.injected else found

    def _evidence(self, batch: Batch) -> Evidence:
        lines = [line for line, inked in zip(batch.lines, batch.inked.tolist(), strict=True) if inked]
        if self._seen is None:
            evidence = self.model.stage1.evidence(batch)
            self._seen = lines, evidence
            return evidence
        known, evidence = self._seen
        place = dict(zip(known, range(len(known)), strict=True))
        new = [line for line in dict.fromkeys(lines) if line not in place]
        if new:
            # An ending of two characters: no `\r` of a line may pass for a part of it, no line for one with a mark.
            added = self.model.stage1.evidence(Batch.of(["\n" + "".join(f"{line}\r\n" for line in new)]))
            place.update(zip(new, range(len(known), len(known) + len(new)), strict=True))
            evidence = joined([evidence, added], evidence.first)
            self._seen = known + new, evidence
        first: Ints = np.zeros(len(batch.inked) + 1, np.int64)
        np.cumsum(batch.inked, out=first[1:])
        return evidence.pick(np.array([place[line] for line in lines], np.int64), first[batch.first])


def _chances(calibration: npt.NDArray[Any]) -> npt.NDArray[np.float64]:
    if calibration.ndim != 1 or calibration.dtype.kind != "f" or len(calibration) % 2 == 0:
        raise ValueError("calibration is no odd number of chances")
    if not ((calibration >= 0) & (calibration <= 1)).all() or (np.diff(calibration) < 0).any():
        raise ValueError("calibration leaves the range from 0 to 1, or falls")
    return calibration.astype(np.float64)


def _cues() -> list[tuple[str, int, int]]:
    """Return what a cue is called, the feature that it reads, and the value above which it speaks."""
    names = feature_names()
    found = [("words", "junk", 0), ("opening", "head:junk", 0), ("closing", "tail:junk", 0), ("repeated", "repeats", 1)]
    found += [("neighbours", "junk+1", 0), ("neighbours", "junk-1", 0), ("after-text", "body_until", FAR)]
    return [(cue, names.index(name), least) for cue, name, least in found]


CUES = _cues()


def probabilities_of(junk: Ints, kinds: Ints, calibration: npt.NDArray[np.float64]) -> Probabilities:
    """Return rows that sum to 1: content from the calibrated junk logit, the rest shared by the labels' logits.

    `calibration[i]` is the probability of junk at logit `i - len(calibration) // 2`; it never falls.
    """
    chance = calibration[np.clip(junk + len(calibration) // 2, 0, len(calibration) - 1)]
    scaled = np.exp((kinds - kinds.max(axis=1, keepdims=True)) / LOGIT)
    share = scaled / scaled.sum(axis=1, keepdims=True)
    return np.concatenate([1 - chance[:, None], chance[:, None] * share], axis=1)


def digest_of(arrays: Arrays) -> str:
    """Return the SHA-256 of arrays by name, type, shape and little-endian bytes, independent of the file format."""
    sha = hashlib.sha256()
    for name in sorted(arrays):
        array = np.ascontiguousarray(arrays[name])
        little = array.astype(array.dtype.newbyteorder("<"))
        sha.update(f"{name} {array.dtype.kind}{array.dtype.itemsize} {array.shape}\n".encode())
        sha.update(little.tobytes())
    return sha.hexdigest()


def default_path() -> Path:
    """Return the folder of the shipped model: inside the package, or in the checkout of an editable install."""
    here = Path(__file__).resolve().parent
    for folder in (here / "models" / "default", here.parent / "models" / "default"):
        if (folder / "manifest.json").is_file():
            return folder
    raise ModelError(f"no model beside {here}: install the package again, or train one with `cleaner train`")


def load(path: str | Path | None = None) -> Model:
    """Return the model in the folder `path`, or the one that is shipped; nothing in it is executed.

    Raises ModelError if files are missing, altered, of another format version, or do not fit each other.
    """
    folder = Path(path) if path is not None else default_path()
    try:
        manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
        if manifest["format"] != FORMAT:
            raise ModelError(
                f"{folder}: format {manifest['format']}, this version reads {FORMAT}: train the model anew"
            )
        for name, here in (("kernel", kernel_parameters()), ("labels", [label.value for label in LABELS])):
            if manifest[name] != here:
                raise ModelError(f"{folder}: its {name} differ from those of this version: train the model anew")
        with np.load(folder / "weights.npz", allow_pickle=False) as archive:
            arrays = {name: archive[name] for name in archive.files}
        if digest_of(arrays) != manifest["digest"]:
            raise ModelError(f"{folder}: weights.npz is not that of manifest.json (wrong digest): copy the folder anew")
        model = Model(arrays, manifest)
        model.lines(Batch.of(["\n.\n"]))  # a trial: networks that do not fit the features are refused here
    except OSError as error:
        what = f"cannot read {error.filename}: {error.strerror}" if error.filename else f"damaged model ({error})"
        raise ModelError(f"{folder}: {what}: check the path, copy the folder or train the model anew") from None
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, EOFError, BadZipFile, zlib.error) as error:
        said = " ".join(f"{type(error).__name__}: {error}".split())
        raise ModelError(f"{folder}: damaged model ({said}): copy the folder or train the model anew") from None
    return model


def kernel_parameters() -> dict[str, Any]:
    """Return what weights depend on; a model made with other values would be nonsense here."""
    return {"orders": list(ORDERS), "row_bits": ROW_BITS, "ends": [HEAD, TAIL_SIZE], "lanes": list(LANE_NAMES)}
