"""Add what repetition is worth to a model that was trained before: `python -m cleaner.training.profiles`.

`cleaner train --corpora` does it by itself; this is for a model whose training run was kept, and changes nothing else.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import joblib
import numpy as np

from cleaner.model import STEPS, digest_of, load
from cleaner.training.publish import card_of, publish
from cleaner.training.steps import Learned, learn


def add_to(folder: Path, learned: Learned) -> None:
    """Put the steps into a model folder, with a new digest, manifest and card."""
    load(folder)  # refuses a damaged one
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    with np.load(folder / "weights.npz", allow_pickle=False) as archive:
        arrays = {name: archive[name] for name in archive.files}
    arrays[STEPS] = learned.array
    manifest |= {"digest": digest_of(arrays), "profile": learned.plain}
    publish(folder, arrays, manifest, card_of(manifest))
    load(folder)


def main() -> None:
    """Learn the steps from a training run that was kept, print what they gain, and add them to a model."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("corpora", type=Path, help="folder with id/ and gold/")
    parser.add_argument(
        "trained", type=Path, help="a `Trained`, kept with joblib.dump; loading it runs its code: your own only"
    )
    parser.add_argument(
        "model", type=Path, nargs="?", help="folder of the model that gets the steps (none: only print)"
    )
    options = parser.parse_args()
    learned = learn(joblib.load(options.trained), options.corpora)
    print(learned.steps)
    print(learned)
    if options.model:
        add_to(options.model, learned)


if __name__ == "__main__":
    main()
