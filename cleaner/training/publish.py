"""Write a trained model as a folder: arrays, a manifest, and the card that is made from the manifest."""

from __future__ import annotations

import json
import platform
import tempfile
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import IO, Any
from zipfile import ZipFile, ZipInfo

import numpy as np

from cleaner.decide import LONG
from cleaner.errors import OutputError
from cleaner.model import FORMAT, SPAM, STEPS, digest_of, identity_of, kernel_parameters
from cleaner.packing import packed
from cleaner.taxonomy import FURNITURE, LABELS, Label
from cleaner.training.figures import out_of_fold, safe_scores
from cleaner.training.lanes import Arrays
from cleaner.training.steps import Learned
from cleaner.training.train import Trained

SPANS = {label.value: 0.98 if label == Label.SPAM else 0.5 for label in FURNITURE}
"""Scores from which a span goes: trims are patterns with a fixed score, injected words have a calibrated one."""
LIBRARIES = ("numpy", "scipy", "scikit-learn")


def publish_trained(
    folder: Path,
    trained: Trained,
    spam: Arrays,
    data: Sequence[Mapping[str, Any]],
    seed: int,
    loss: float,
    command: str,
    profile: Learned | None = None,
) -> None:
    """Write what a training run made, with the figures of its out-of-fold scores; `spam` finds injected words.

    `profile` is what the run learned of repetition across documents.
    """
    arrays = packed({**trained.arrays, **{SPAM + name: array for name, array in spam.items()}})
    training = {"seed": seed, "loss": loss, "command": command, "data": list(data)}
    if profile:
        arrays[STEPS] = profile.array
    figures, safe = out_of_fold(trained), safe_scores(trained)
    manifest = manifest_of(folder.resolve().name, arrays, trained.thresholds, training, figures, safe)
    if profile:
        manifest["profile"] = profile.plain
    publish(folder, arrays, manifest, card_of(manifest))


def manifest_of(
    name: str,
    arrays: Arrays,
    thresholds: Mapping[str, Any],
    training: Mapping[str, Any],
    figures: Mapping[str, Any],
    safe: Mapping[str, float],
) -> dict[str, Any]:
    """Return the manifest of a model: all that is needed to load it, and how it was made."""
    versions = {library: version(library) for library in LIBRARIES} | {"python": platform.python_version()}
    return {
        "format": FORMAT,
        "name": name,
        "digest": digest_of(arrays),
        "labels": [label.value for label in LABELS],
        "kernel": kernel_parameters(),
        "thresholds": {**thresholds, "spans": SPANS},
        "safe": safe,
        "training": {**training, "versions": versions},
        "figures": figures,
    }


def publish(folder: Path, arrays: Arrays, manifest: Mapping[str, Any], card: str) -> None:
    """Write weights.npz, manifest.json and MODEL_CARD.md, each whole or not at all, the manifest last."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, suffix=".tmp", delete=False) as handle:
            _write(handle, arrays)
        Path(handle.name).replace(folder / "weights.npz")
        (folder / "weights.npz").chmod(0o644)
        for name, text in (("MODEL_CARD.md", card), ("manifest.json", json.dumps(manifest, indent=1) + "\n")):
            temporary = folder / f".{name}.tmp"
            temporary.write_text(text, "utf-8")
            temporary.replace(folder / name)
    except OSError as error:
        raise OutputError(
            f"{folder}: cannot write the model: {error.strerror}: give a folder that can be written"
        ) from None


def _write(handle: IO[bytes], arrays: Arrays) -> None:
    """Write arrays as `np.savez` does, the same bytes each time.

    Nothing is deflated: to inflate it would take time at every start, and a wheel is packed as a whole.
    """
    with ZipFile(handle, "w") as archive:
        for name in sorted(arrays):
            with archive.open(ZipInfo(f"{name}.npy"), "w", force_zip64=True) as file:
                np.lib.format.write_array(file, arrays[name], allow_pickle=False)


def card_of(manifest: Mapping[str, Any], measured: Sequence[str] = ()) -> str:
    """Return the model card: what the model is, how it was made, what was measured and how to measure it again."""
    training = manifest["training"]
    lines = [
        f"# Model card: {manifest['name']}",
        "",
        "Finds lines of extracted plain text that are not content, and says what they are. Two stages: linear models",
        "on hashed character n-grams of a line, of its head and of its tail; then small neural networks on those",
        "scores, the shape of the line and its neighbours. Lines in doubt are looked at twice: the second time by a",
        "recurrent network that reads the page forth and back, and knows what was first said of each line. Trained",
        "with scikit-learn, the recurrent network with numpy; run with numpy alone, in whole numbers.",
        "",
        f"- format {manifest['format']}, digest `{identity_of(manifest)[:16]}` (as change records name the model; "
        f"of the weights alone `{manifest['digest'][:16]}`), seed {training['seed']}",
        f"- stated loss of content when thresholds were chosen: {training['loss']:.2%}",
        f"- libraries: {', '.join(f'{k} {v}' for k, v in training['versions'].items())}",
        f"- command: `{training['command']}`",
        *([f"- {training['note']}"] if "note" in training else []),
        "",
        "## Thresholds",
        "",
        f"Lines of {LONG} characters or more have thresholds of their own: with them more is lost.",
        "",
        *(["Texts in Indonesian and Malay have their own, too.", ""] if "malay" in manifest["thresholds"] else []),
        "| label | removed from | long lines | Malay | long | spans | reported as unsure from | safe to fix from |",
        "|---|---|---|---|---|---|---|---|",
    ]
    limits = manifest["thresholds"]
    malay = limits.get("malay", limits)
    kinds = [limits["remove"], limits["long"], malay["remove"], malay["long"], limits["spans"], limits["unsure"]]
    kinds.append(manifest["safe"])
    names = manifest["thresholds"]["remove"]
    lines += [f"| {name} | {' | '.join(str(kind.get(name, '-')) for kind in kinds)} |" for name in names]
    lines += ["", "## Figures", "", *_figures(manifest["figures"]), *measured]
    lines += [*_profile(manifest["profile"]), ""] if "profile" in manifest else []
    lines += ["## Training data", ""]
    lines += ["| name | documents | SHA-256 |", "|---|---|---|"]
    lines += [f"| {row['name']} | {row['documents']} | `{row['sha256'][:16]}` |" for row in training["data"]]
    lines += [
        "",
        "The project keeps none of the texts of others that it was trained on: only these weights, and annotations by",
        "identifier, digest and offsets.",
        "",
        "## Limits",
        "",
        "Most of what is missed on sites left out are unmarked lists of other headlines, captions without a credit,",
        "lists of tags, and short calls inside shop pages; what is doubtful stays. No native reader has checked most",
        "phrase books.",
        "",
    ]
    return "\n".join(lines)


def _profile(profile: Mapping[str, Any]) -> list[str]:
    """Return what a profile gains, as far as it was measured."""
    cells = [
        f"| {name} | {' | '.join(f'{of[name][key]:.4f}' for key in ('line_f1', 'content_loss') for of in pair)} |"
        for pair in [(profile["without"], profile["with"])]
        for name in profile["without"]
    ]
    return [
        "With a profile of the corpus (`--profile`), its steps fitted without the publisher that is measured:",
        "",
        "| set | line_f1 without | with | content_loss without | with |",
        "|---|---|---|---|---|",
        *cells,
    ]


def _figures(figures: Mapping[str, Any]) -> list[str]:
    columns = ("lines", "junk_lines", "line_f1", "content_loss", "mcc", "macro_f1")
    lines = [
        "Whole lines, out of fold: every document was scored by models that saw none of its site (one pass, lines",
        "only).",
        "",
        f"| set | {' | '.join(columns)} |",
        f"|---|{'---|' * len(columns)}",
    ]
    for name, row in figures.items():
        cells = [f"{row[c]:.4f}" if isinstance(row[c], float) else str(row[c]) for c in columns]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return [*lines, ""]
