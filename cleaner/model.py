"""The trained model as arrays and a manifest: load, verify, score. Nothing of scikit-learn, nothing that executes."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from cleaner.batch import Batch
from cleaner.clean import clean_batch
from cleaner.clues import CLUES
from cleaner.decide import Probabilities, Thresholds
from cleaner.document import Cleaning
from cleaner.errors import ModelError
from cleaner.evidence import LANE_NAMES
from cleaner.injected import Injected
from cleaner.judge import DOUBTFUL, Judge
from cleaner.ngrams import ORDERS, ROW_BITS
from cleaner.packing import unpacked
from cleaner.profile import read
from cleaner.reader import Reader
from cleaner.repetition import Repetition, checked
from cleaner.settings import Settings
from cleaner.sketch import Sketch
from cleaner.stage1 import HEAD, TAIL_SIZE, Arrays, Stage1
from cleaner.taxonomy import LABELS, Label

FORMAT = 6
SHIPPED = "default"
"""The name of the model that comes with the package."""
SPAM = "spam."
"""What the names of the arrays start with that find injected words."""
STEPS = "profile.steps"
"""The array of what repetition across documents is worth; a model may lack it."""


class Model:
    """Hold the two stages, the calibration and the thresholds, and clean texts with them.

    `digest` names all that decides what is cleaned: the weights, the thresholds, what is safe to fix, and the profile.
    The one in the `manifest` is that of the weights alone: the file is verified by it. A model pickles as what it was
    made of: small, whatever it has remembered of texts since. Raises ValueError (or what else an array raises that is
    of the wrong kind) if arrays and manifest do not fit each other.
    """

    def __init__(self, arrays: Arrays, manifest: Mapping[str, Any], profile: Sketch | None = None) -> None:
        self._made_of = arrays, manifest, profile
        arrays = unpacked(arrays)
        self.manifest = manifest
        self.name = str(manifest["name"])
        self.digest = identity_of(manifest, profile)
        self.stage1 = Stage1(arrays)
        self.judge = Judge(arrays)
        limits = manifest["thresholds"]
        self.thresholds = _thresholds(limits, _thresholds(limits["malay"]) if "malay" in limits else None)
        spam = {name.removeprefix(SPAM): array for name, array in arrays.items() if name.startswith(SPAM)}
        self.injected = Injected(spam) if spam else None
        self.steps = checked(arrays[STEPS]) if STEPS in arrays else None
        self.repetition = None if profile is None or self.steps is None else Repetition(profile, self.steps)
        if manifest.get("safe") is not None:
            _scores(manifest["safe"])

    def __reduce__(self) -> tuple[Any, ...]:
        return _arrived, self._made_of

    def with_profile(self, profile: Sketch) -> Model:
        """Return this model with what a profile knows of lines.

        Raises ModelError if the model was never told what repetition is worth.
        """
        if self.steps is None:
            raise ModelError(
                f"the model {self.name!r} cannot use a profile, it has no {STEPS}: add it with "
                "`python -m cleaner.training.profiles`, take another --model, or leave out --profile"
            )
        arrays, manifest, _ = self._made_of
        return Model(arrays, manifest, profile)

    def clean(self, text: str, settings: Settings | None = None) -> Cleaning:
        """Clean one text."""
        return clean_batch([text], self, settings)[0]

    def clean_batch(self, texts: Sequence[str], settings: Settings | None = None) -> list[Cleaning]:
        """Clean many texts at once: the same results, faster."""
        return clean_batch(texts, self, settings)

    def reader(self, settings: Settings | None = None) -> Reader:
        """Return what reads the passes over one batch; no label is asked for below all thresholds of `settings`."""
        return Reader(self, DOUBTFUL if settings is None else self.thresholds.under(settings).least)

    def lines(self, batch: Batch) -> Probabilities:
        """Return the probability of every label for every line of the batch; blank lines are content."""
        return self.reader().read(batch).probabilities


def _thresholds(limits: Mapping[str, Mapping[str, float]], malay: Thresholds | None = None) -> Thresholds:
    """Return the thresholds of a manifest; spans and long lines have the others' where theirs are missing."""
    spans, long = (_scores(limits.get(kind, {})) for kind in ("spans", "long"))
    return Thresholds(_scores(limits["remove"]), _scores(limits["unsure"]), spans, long, malay)


def _scores(table: Mapping[str, float]) -> dict[Label, float]:
    """Return the scores of a table of labels; raise ValueError for one that is none."""
    for name, score in table.items():
        if not isinstance(score, int | float) or not math.isfinite(score):
            raise ValueError(f"the score of {name} is {score!r}")
    return {Label(name): float(score) for name, score in table.items()}


def identity_of(manifest: Mapping[str, Any], profile: Sketch | None = None) -> str:
    """Return the SHA-256 of all that decides; names, figures and what a model was trained on do not."""
    decides = {name: manifest.get(name) for name in ("digest", "thresholds", "safe")}
    decides["profile"] = profile and profile.digest()
    return hashlib.sha256(json.dumps(decides, sort_keys=True).encode()).hexdigest()


def digest_of(arrays: Arrays) -> str:
    """Return the SHA-256 of arrays by name, type, shape and little-endian bytes, independent of the file format."""
    sha = hashlib.sha256()
    for name in sorted(arrays):
        array = np.ascontiguousarray(arrays[name])
        little = array.astype(array.dtype.newbyteorder("<"), copy=False)
        sha.update(f"{name} {array.dtype.kind}{array.dtype.itemsize} {array.shape}\n".encode())
        sha.update(little.tobytes())
    return sha.hexdigest()


def default_path() -> Path:
    """Return the folder of the shipped model: inside the package, or in the checkout of an editable install."""
    here = Path(__file__).resolve().parent
    for folder in (here / "models" / SHIPPED, here.parent / "models" / SHIPPED):
        if (folder / "manifest.json").is_file():
            return folder
    raise ModelError(f"no model beside {here}: install the package again, or train one with `cleaner train`")


def load(path: str | Path | None = None, profile: str | Path | None = None) -> Model:
    """Return the model in the folder `path`, or the shipped one (None or "default"); nothing in it is executed.

    With the file `profile` it also goes by how often lines occur elsewhere. Raises ModelError if files are missing,
    altered, of another format version, or do not fit each other; ProfileError if the profile cannot be used.
    """
    if profile is not None:
        return load(path).with_profile(read(Path(profile)))
    folder = Path(path) if path is not None and path != SHIPPED else default_path()
    try:
        manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
        _refuse_foreign(manifest, str(folder))
        with np.load(folder / "weights.npz", allow_pickle=False) as archive:
            arrays = {name: archive[name] for name in archive.files}
        if digest_of(arrays) != manifest["digest"]:
            raise ModelError(f"{folder}: weights.npz is not that of manifest.json (wrong digest): copy the folder anew")
        model = Model(arrays, manifest)
        model.lines(Batch.of(["\n.\n"]))  # a trial: arrays that do not fit each other are refused here
        if model.injected:
            model.injected.judge(np.zeros((1, len(CLUES))))
    except ModelError:
        raise
    except OSError as error:
        what = f"cannot read {error.filename}: {error.strerror}" if error.filename else f"damaged model ({error})"
        raise ModelError(f"{folder}: {what}: check the path, copy the folder or train the model anew") from None
    except Exception as error:  # a stranger's bytes: json, zipfile and numpy raise whatever they come upon
        said = " ".join(f"{type(error).__name__}: {error}".split())
        raise ModelError(f"{folder}: damaged model ({said}): copy the folder or train the model anew") from None
    return model


def _arrived(arrays: Arrays, manifest: Mapping[str, Any], profile: Sketch | None) -> Model:
    """Return a model that was pickled; raise ModelError if another version has sent it."""
    _refuse_foreign(manifest, f"the pickled model {manifest['name']!r}")
    return Model(arrays, manifest, profile)


def _refuse_foreign(manifest: Mapping[str, Any], where: str) -> None:
    """Raise ModelError if a model was made for another version of this program."""
    if manifest["format"] != FORMAT:
        raise ModelError(f"{where}: format {manifest['format']}, this version reads {FORMAT}: train the model anew")
    for name, here in (("kernel", kernel_parameters()), ("labels", [label.value for label in LABELS])):
        if manifest[name] != here:
            raise ModelError(f"{where}: its {name} differ from those of this version: train the model anew")


def kernel_parameters() -> dict[str, Any]:
    """Return what weights depend on; a model made with other values would be nonsense here."""
    return {"orders": list(ORDERS), "row_bits": ROW_BITS, "ends": [HEAD, TAIL_SIZE], "lanes": list(LANE_NAMES)}
