"""A profile on disk: a sketch as arrays and a manifest in one file. Loading it executes nothing."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import numpy as np

from cleaner.errors import ProfileError
from cleaner.sketch import ALL, DEPTH, LEAST, MOST, Sketch

KIND, VERSION = "cleaner profile", 1
MAGIC = b"PK\x03\x04"
"""What the file of a profile begins with, as every .npz does."""


def encode(sketch: Sketch) -> bytes:
    """Return the bytes of a profile: equal counts give equal bytes."""
    manifest = json.dumps(manifest_of(sketch)).encode()
    arrays: dict[str, Any] = {"manifest": np.frombuffer(manifest, np.uint8), "counts": sketch.counts.astype("<u4")}
    if sketch.marks is not None:
        arrays |= {"marks": sketch.marks.astype("<u8"), "everywhere": sketch.everywhere.astype("<u8")}
    file = io.BytesIO()
    np.savez_compressed(file, **arrays)
    return file.getvalue()


def manifest_of(sketch: Sketch) -> dict[str, Any]:
    """Return what a profile says of itself."""
    return {
        "kind": KIND,
        "version": VERSION,
        "bits": sketch.bits,
        "depth": DEPTH,
        "documents": sketch.documents,
        "pairs": sketch.pairs,
        "sites": sketch.sites,
        "digest": sketch.digest(),
    }


def read(path: Path) -> Sketch:
    """Return the sketch in a file.

    Raises ProfileError if it is missing, no profile, of another version, or altered.
    """
    try:
        with np.load(path, allow_pickle=False) as archive:
            manifest = json.loads(archive["manifest"].tobytes())
            if manifest["kind"] != KIND:
                raise ProfileError(f"{path}: is no profile: make one with `cleaner profile`")
            if (manifest["version"], manifest["depth"]) != (VERSION, DEPTH):
                raise ProfileError(
                    f"{path}: version {manifest['version']}, this program reads {VERSION}: count the corpus anew"
                )
            sketch = _sketch(archive, manifest)
    except ProfileError:
        raise
    except OSError as error:
        raise ProfileError(f"{path}: cannot be read ({error.strerror or error}): check the path") from None
    except Exception as error:  # a stranger's bytes: json, zipfile and numpy raise whatever they come upon
        said = " ".join(f"{type(error).__name__}: {error}".split())
        raise ProfileError(f"{path}: is no profile, or damaged ({said}): make it with `cleaner profile`") from None
    if sketch.digest() != manifest["digest"]:
        raise ProfileError(f"{path}: was altered (wrong digest): copy it, or count the corpus anew")
    return sketch


def _sketch(archive: Any, manifest: dict[str, Any]) -> Sketch:
    bits, sited = manifest["bits"], manifest["sites"] is not None
    if not isinstance(bits, int) or not LEAST <= bits <= MOST:
        raise ValueError(f"{bits} bits")
    sketch = Sketch(bits, sited)
    sketch.documents, sketch.pairs = int(manifest["documents"]), int(manifest["pairs"])
    sketch.counts = _array(archive, "counts", "u4", (DEPTH, 1 << bits))
    if sited:
        sketch.marks = _array(archive, "marks", "u8", (DEPTH, 1 << bits))
        sketch.everywhere = _array(archive, "everywhere", "u8", (ALL // 64,))
    return sketch


def _array(archive: Any, name: str, kind: str, shape: tuple[int, ...]) -> Any:
    array = archive[name]
    if array.shape != shape or array.dtype != np.dtype(f"<{kind}"):
        raise ValueError(f"{name} is {array.dtype} {array.shape}")
    return array.astype(kind)
