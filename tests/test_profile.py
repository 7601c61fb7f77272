"""A profile on disk is data: equal counts are equal bytes; what is damaged or altered is refused with a message."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from cleaner.errors import ProfileError
from cleaner.profile import VERSION, encode, manifest_of, read
from tests.archives import hostile
from tests.test_sketch import counted, same

GIVEN = [("north.example", ["a", "b"]), ("south.example", ["b", "c"])]


def spoil(path: Path, **changed: Any) -> Path:
    """Write a profile with other arrays, or another manifest."""
    with np.load(path) as archive:
        arrays = {name: archive[name] for name in archive.files}
    manifest = json.loads(arrays["manifest"].tobytes()) | changed.pop("manifest", {})
    arrays["manifest"] = np.frombuffer(json.dumps(manifest).encode(), np.uint8)
    np.savez(path.open("wb"), **(arrays | changed))
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "a.profile").write_bytes(encode(counted(GIVEN)))
    return tmp_path / "a.profile"


@pytest.mark.parametrize("sited", [True, False])
def test_what_is_written_is_read(tmp_path: Path, sited: bool) -> None:
    sketch = counted(GIVEN, sited=sited)
    (tmp_path / "a.profile").write_bytes(encode(sketch))
    again = read(tmp_path / "a.profile")
    assert same(again, sketch)
    assert again.sites == sketch.sites
    assert encode(again) == encode(sketch) == encode(counted(GIVEN[::-1], sited=sited))
    assert same(again.merge(counted(GIVEN, sited=sited)), counted(GIVEN * 2, sited=sited))


def test_the_manifest_says_what_was_counted() -> None:
    sketch = counted(GIVEN)
    assert manifest_of(sketch) == {
        "kind": "cleaner profile",
        "version": VERSION,
        "bits": 8,
        "depth": 4,
        "documents": 2,
        "pairs": 4,
        "sites": 2,
        "digest": sketch.digest(),
    }


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"manifest": {"kind": "letter"}}, "is no profile: make one with `cleaner profile`"),
        ({"manifest": {"version": VERSION + 1}}, "version 2, this program reads 1: count the corpus anew"),
        ({"manifest": {"depth": 5}}, "count the corpus anew"),
        ({"manifest": {"bits": 9}}, "counts is uint32 (4, 256)"),
        ({"manifest": {"bits": 60}}, "60 bits"),
        ({"manifest": {"documents": float("inf")}}, "damaged"),
        ({"manifest": {"documents": 3}}, "was altered (wrong digest)"),
        ({"manifest": {"digest": "0" * 64}}, "was altered (wrong digest)"),
        ({"counts": np.ones((4, 256), "<u4")}, "was altered (wrong digest)"),
        ({"counts": np.ones((4, 256), "<f4")}, "counts is float32"),
        ({"marks": np.array([None])}, "damaged"),
    ],
)
def test_what_does_not_fit_is_refused(path: Path, changed: dict[str, Any], message: str) -> None:
    with pytest.raises(ProfileError) as raised:
        read(spoil(path, **changed))
    assert message in str(raised.value)
    assert str(path) in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"\x93NUMPY", b"line one\nline two\n", b"PK\x05\x06" + bytes(18)])
def test_other_files_are_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.profile").write_bytes(data)
    with pytest.raises(ProfileError, match="make it with `cleaner profile`"):
        read(tmp_path / "a.profile")


@pytest.mark.parametrize("data", hostile("manifest").values(), ids=list(hostile("manifest")))
def test_hostile_files_are_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.profile").write_bytes(data)
    with pytest.raises(ProfileError, match=r"a.profile: (is no profile|cannot be read)"):
        read(tmp_path / "a.profile")


def test_damage_is_refused(path: Path) -> None:
    data = path.read_bytes()
    for at in range(0, len(data), max(len(data) // 40, 1)):
        path.write_bytes(data[:at])
        with pytest.raises(ProfileError):
            read(path)


def test_a_missing_profile_is_named(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match=r"nowhere: cannot be read \(No such file or directory\): check the path"):
        read(tmp_path / "nowhere")
    with pytest.raises(ProfileError, match="cannot be read"):
        read(tmp_path)
