"""A model folder is data: what is damaged, altered or does not fit is refused with a message, nothing is executed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

import cleaner.model
from cleaner.batch import Batch
from cleaner.errors import ModelError
from cleaner.grams import GRAM_BITS
from cleaner.layout import LAYOUT
from cleaner.model import FORMAT, SPAM, Model, default_path, digest_of, load
from cleaner.taxonomy import LABELS
from cleaner.training.forest import untrained
from tests.archives import hostile
from tests.arrays import Arrays, manifest_of, model_arrays

TEXTS = [
    "Menu\nThe ferry runs again.\nRead also: Five bridges\n",
    "",
    "Follow us!\n\n© 2031",
    "A line.\r\nAnother.\r\n",
]


def save(folder: Path, arrays: Arrays, **changed: Any) -> Path:
    """Write a model folder whose digest fits; `changed` replaces entries of the manifest, None drops them."""
    folder.mkdir(exist_ok=True)
    manifest = {name: value for name, value in (manifest_of(arrays) | changed).items() if value is not None}
    np.savez(folder / "weights.npz", **arrays)
    (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    return folder


ARRAYS = model_arrays()
HIDDEN, LURES = 2, 3
SPAM_ARRAYS = {f"{SPAM}{name}": np.zeros(size or LURES, kind) for name, (kind, size) in LAYOUT.items()} | {
    f"{SPAM}grams": np.zeros((1 << GRAM_BITS, HIDDEN), np.int8),
    f"{SPAM}gram_bias": np.zeros(HIDDEN, np.int32),
    f"{SPAM}gram_out": np.array([1, 1, 0, 9], np.int32),
    **{f"{SPAM}{name}": array for name, array in untrained().items()},
}


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save(tmp_path_factory.mktemp("models") / "fake", ARRAYS)


@pytest.fixture
def folder(saved: Path, tmp_path: Path) -> Path:
    """Return a good model folder that a test may spoil."""
    return Path(shutil.copytree(saved, tmp_path / "fake"))


def refused(folder: Path, *parts: str) -> None:
    """Assert that a model is refused on one line that names the folder and every one of `parts`."""
    with pytest.raises(ModelError) as raised:
        load(folder)
    message = str(raised.value)
    assert str(folder) in message
    assert "\n" not in message
    for part in parts:
        assert part in message


def test_a_good_folder_is_loaded(folder: Path) -> None:
    model = load(folder)
    assert (model.name, model.manifest["digest"]) == ("fake", digest_of(ARRAYS))
    assert load(str(folder)).digest == load(folder).digest == model.digest


def test_a_loaded_model_cleans_each_text_alike_alone_and_in_a_batch(saved: Path) -> None:
    model = load(saved)
    assert model.clean_batch([]) == []
    assert model.clean_batch(TEXTS) == [model.clean(text) for text in TEXTS]
    probabilities = model.lines(Batch.of(TEXTS))
    assert np.allclose(probabilities.sum(axis=1), 1)
    assert (probabilities >= 0).all()


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    refused(tmp_path / "nowhere", "No such file")


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "model").write_bytes(b"")
    refused(tmp_path / "model")


@pytest.mark.parametrize("name", ["manifest.json", "weights.npz"])
def test_a_missing_file_is_refused(folder: Path, name: str) -> None:
    (folder / name).unlink()
    refused(folder, name, "No such file")


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b'"format"', b"{}", b'{"format": 1}', b"\xff\xfe", b'{"format": [1]}', b"[" * 200_000],
)
def test_a_damaged_manifest_is_refused(folder: Path, content: bytes) -> None:
    (folder / "manifest.json").write_bytes(content)
    refused(folder)


@pytest.mark.parametrize("name", ["format", "kernel", "labels", "digest", "name", "thresholds"])
def test_a_manifest_that_lacks_an_entry_is_refused(folder: Path, name: str) -> None:
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    del manifest[name]
    (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    refused(folder, name)


@pytest.mark.parametrize("version", [0, FORMAT + 1, "1", 99])
def test_another_format_version_is_refused(tmp_path: Path, version: object) -> None:
    refused(save(tmp_path / "m", ARRAYS, format=version), "format", str(version), str(FORMAT))


def test_other_labels_are_refused(tmp_path: Path) -> None:
    refused(save(tmp_path / "m", ARRAYS, labels=[str(label) for label in reversed(LABELS)]), "labels")


def test_another_kernel_is_refused(tmp_path: Path) -> None:
    refused(save(tmp_path / "m", ARRAYS, kernel={"orders": [1, 2], "row_bits": 10}), "kernel")


@pytest.mark.parametrize(
    "thresholds",
    [
        {},
        [],
        {"remove": {"spam": 0.5}},
        {"remove": {"advert": 0.5}, "unsure": {}},
        {"remove": {"spam": "high"}, "unsure": {}},
        {"remove": {"spam": None}, "unsure": {}},
        {"remove": {"spam": float("nan")}, "unsure": {}},
        {"remove": {"spam": 0.5}, "unsure": {"spam": "0.3"}},
        {"remove": {"spam": 0.5}, "unsure": {}, "malay": 7},
        {"remove": {"spam": 0.5}, "unsure": {}, "spans": {"spam": 10**400}},
    ],
)
def test_thresholds_that_cannot_be_used_are_refused(tmp_path: Path, thresholds: object) -> None:
    refused(save(tmp_path / "m", ARRAYS, thresholds=thresholds))


@pytest.mark.parametrize("safe", [[], "spam", 7, {"spam": "high"}, {"advert": 0.9}, {"spam": None}, {"spam": {}}])
def test_safe_scores_that_cannot_be_used_are_refused(tmp_path: Path, safe: object) -> None:
    refused(save(tmp_path / "m", ARRAYS, safe=safe))


def test_altered_weights_are_refused(folder: Path) -> None:
    altered = dict(ARRAYS)
    altered["whole.weights"] = altered["whole.weights"].copy()
    altered["whole.weights"][0, 0] ^= 1
    np.savez(folder / "weights.npz", **altered)
    refused(folder, "digest", "copy")


def test_a_manifest_with_another_digest_is_refused(tmp_path: Path) -> None:
    refused(save(tmp_path / "m", ARRAYS, digest="0" * 64), "digest")


@pytest.mark.parametrize("keep", [0, 1, 100, 5000, -30, -1])
def test_a_torn_archive_is_refused(folder: Path, keep: int) -> None:
    path = folder / "weights.npz"
    path.write_bytes(path.read_bytes()[:keep])
    refused(folder)


@pytest.mark.parametrize("at", [5000, 500_000])
def test_an_archive_with_a_flipped_byte_is_refused(folder: Path, at: int) -> None:
    path = folder / "weights.npz"
    data = bytearray(path.read_bytes())
    data[at] ^= 0xFF
    path.write_bytes(data)
    refused(folder)


@pytest.mark.parametrize("content", [b"not an archive", b"\x80\x04N.", b"\x93NUMPY"])
def test_what_is_no_archive_is_refused(folder: Path, content: bytes) -> None:
    (folder / "weights.npz").write_bytes(content)
    refused(folder)


def test_a_single_array_in_place_of_the_archive_is_refused(folder: Path) -> None:
    with (folder / "weights.npz").open("wb") as handle:
        np.save(handle, np.zeros(3))
    refused(folder)


@pytest.mark.parametrize("content", hostile("whole.weights").values(), ids=list(hostile("whole.weights")))
def test_a_hostile_archive_is_refused(folder: Path, content: bytes) -> None:
    (folder / "weights.npz").write_bytes(content)
    refused(folder, "copy the folder")


class Bomb:
    """An object whose unpickling would be noticed."""

    exploded = False

    def __reduce__(self) -> tuple[Callable[[], None], tuple[()]]:
        return explode, ()


def explode() -> None:
    Bomb.exploded = True


def test_a_pickled_array_is_refused_and_not_executed(folder: Path) -> None:
    np.savez(folder / "weights.npz", **ARRAYS, extra=np.array([Bomb()], object))
    refused(folder)
    assert not Bomb.exploded


@pytest.mark.parametrize("name", ARRAYS)
def test_a_missing_array_is_refused(tmp_path: Path, name: str) -> None:
    refused(save(tmp_path / "m", {other: array for other, array in ARRAYS.items() if other != name}))


@pytest.mark.parametrize("name", [name for name, array in ARRAYS.items() if array.ndim])
@pytest.mark.parametrize("axis", [0, -1])
def test_an_array_of_another_length_is_refused(tmp_path: Path, name: str, axis: int) -> None:
    # Two shorter: the calibration, too, is one that nobody could have meant (its middle is log-odds of zero).
    array = ARRAYS[name]
    shorter = np.delete(array, [0] if array.shape[axis] < 3 or name.endswith("calibration") else [0, 1], axis)
    refused(save(tmp_path / "m", ARRAYS | {name: shorter}))


@pytest.mark.parametrize("name", ARRAYS)
def test_an_array_with_a_dimension_too_many_is_refused(tmp_path: Path, name: str) -> None:
    refused(save(tmp_path / "m", ARRAYS | {name: ARRAYS[name][None, ..., None]}))


@pytest.mark.parametrize("name", ARRAYS)
def test_an_array_of_text_is_refused(tmp_path: Path, name: str) -> None:
    refused(save(tmp_path / "m", ARRAYS | {name: np.full(ARRAYS[name].shape[-1:], "x")}))


def test_a_model_that_finds_injected_words_is_loaded(tmp_path: Path) -> None:
    model = load(save(tmp_path / "m", ARRAYS | SPAM_ARRAYS))
    assert model.injected
    assert model.clean_batch(TEXTS) == [model.clean(text) for text in TEXTS]


@pytest.mark.parametrize("name", LAYOUT)
@pytest.mark.parametrize(
    "change",
    [
        lambda array: array[:-1],
        lambda array: np.concatenate([array, array]),
        lambda array: array[None],
        lambda array: array.astype(np.float32),
    ],
)
def test_what_injected_words_are_found_by_is_checked(
    tmp_path: Path, name: str, change: Callable[[npt.NDArray[Any]], npt.NDArray[Any]]
) -> None:
    array = change(SPAM_ARRAYS[SPAM + name])
    if name == "ordinary" and array.ndim == 1 and array.dtype == np.uint32:
        pytest.skip("there may be any number of ordinary words")
    refused(save(tmp_path / "m", ARRAYS | SPAM_ARRAYS | {SPAM + name: array}), name.partition("_")[0])


@pytest.mark.parametrize("unit", [0, -1])
def test_log_odds_without_a_unit_are_refused(tmp_path: Path, unit: int) -> None:
    refused(save(tmp_path / "m", ARRAYS | SPAM_ARRAYS | {f"{SPAM}gram_out": np.array([1, 1, 0, unit], np.int32)}))


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("tree_right", lambda array: array.astype(np.uint16)),
        ("tree_value", lambda array: array.astype(np.int32)),
        ("tree_column", lambda array: array.astype(np.int16)),
        ("tree_column", lambda array: array + np.uint8(200)),
        ("tree_right", lambda array: array + np.uint8(200)),
        ("tree_sets", lambda array: array * 0),
        ("tree_sets", lambda array: array * 2),
        ("tree_base", lambda array: array[:-1]),
        ("gram_bias", lambda array: np.zeros(33, np.int32)),
    ],
)
def test_trees_of_another_form_are_refused(
    tmp_path: Path, name: str, change: Callable[[npt.NDArray[Any]], npt.NDArray[Any]]
) -> None:
    changed = {SPAM + name: change(SPAM_ARRAYS[SPAM + name])}
    if name == "gram_bias":
        changed |= {f"{SPAM}grams": np.zeros((1 << GRAM_BITS, 33), np.int8), f"{SPAM}gram_out": np.ones(35, np.int32)}
    refused(save(tmp_path / "m", ARRAYS | SPAM_ARRAYS | changed), name.removeprefix("tree_"))


def test_trees_that_are_cut_short_are_refused(tmp_path: Path, shipped: Model) -> None:
    with np.load(default_path() / "weights.npz") as archive:
        trees = {name: archive[name] for name in archive.files if name.startswith(f"{SPAM}tree_")}
    nodes = [name for name in trees if name.endswith(("column", "threshold", "value"))]
    assert nodes
    for name in nodes:
        refused(save(tmp_path / "m", ARRAYS | SPAM_ARRAYS | trees | {name: trees[name][:0]}))


@pytest.mark.parametrize("name", ["tree_column", "tree_right"])
def test_trees_that_ask_for_what_there_is_not_are_refused(tmp_path: Path, name: str) -> None:
    """Only a text that comes by there would notice it: with the clues of another span, or with an error."""
    spoilt = SPAM_ARRAYS[SPAM + name].copy()
    spoilt[-1] = 250
    refused(save(tmp_path / "m", ARRAYS | SPAM_ARRAYS | {SPAM + name: spoilt}), name)


@pytest.mark.parametrize(
    "name", ["whole.step", "second.calibration", "second.memory.scale", "first.kind.center", "first.junk.factor0"]
)
def test_an_array_with_something_that_is_no_number_is_refused(tmp_path: Path, name: str) -> None:
    spoilt = np.full_like(ARRAYS[name], np.nan)
    refused(save(tmp_path / "m", ARRAYS | {name: spoilt}))


def test_the_digest_does_not_depend_on_order_layout_or_byte_order() -> None:
    other: Arrays = {name: ARRAYS[name] for name in reversed(ARRAYS)}
    other["whole.weights"] = np.asfortranarray(other["whole.weights"])
    other["whole.offset"] = other["whole.offset"].astype(">i8")
    assert digest_of(other) == digest_of(ARRAYS)


@pytest.mark.parametrize(
    "change",
    [
        lambda array: array + 1,
        lambda array: array.astype(np.int32),
        lambda array: array[:-1],
        lambda array: array.reshape(1, -1),
    ],
)
def test_the_digest_depends_on_values_type_and_shape(change: Callable[[npt.NDArray[Any]], npt.NDArray[Any]]) -> None:
    name = "whole.offset"
    assert digest_of(ARRAYS | {name: change(ARRAYS[name])}) != digest_of(ARRAYS)
    renamed = {("x" if other == name else other): array for other, array in ARRAYS.items()}
    assert digest_of(renamed) != digest_of(ARRAYS)


def test_the_shipped_model_has_a_name(shipped: Model) -> None:
    assert load("default").digest == load(None).digest == shipped.digest


def test_without_a_shipped_model_the_message_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cleaner.model, "__file__", str(tmp_path / "cleaner" / "model.py"))
    with pytest.raises(ModelError, match=r"cleaner train"):
        load()


@pytest.mark.parametrize("place", ["cleaner/models/default", "models/default"])
def test_the_model_is_found_in_the_package_and_in_a_checkout(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    (tmp_path / place).parent.mkdir(parents=True)
    folder.rename(tmp_path / place)
    monkeypatch.setattr(cleaner.model, "__file__", str(tmp_path / "cleaner" / "model.py"))
    assert default_path().resolve() == (tmp_path / place).resolve()
    assert load().name == "fake"
