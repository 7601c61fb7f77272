"""Arrow batches: all kinds of strings, no rows, one huge row, any cut into batches; nothing but the texts changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from cleaner.columns import findings_type
from cleaner.engines.arrow import clean_batches, loaded
from cleaner.errors import InputError, ProfileError, UsageError
from cleaner.model import load
from cleaner.profile import encode
from cleaner.sketch import Sketch
from tests.engines.corpus import TEXTS, by_command_line
from tests.fakes import FakeModel
from tests.test_model_folder import save
from tests.test_profiling import quiet

pa = pytest.importorskip("pyarrow")


def batch(texts: list[str | None], kind: object = None) -> object:
    return pa.record_batch({"n": range(len(texts)), "text": pa.array(texts, kind or pa.string())})


def test_clean_texts_are_the_same_batch() -> None:
    given = batch(["fine", None, ""])
    [clean] = clean_batches([given], FakeModel())
    assert clean is given


@pytest.mark.parametrize("kind", ["string", "large_string", "string_view"])
@pytest.mark.parametrize("rows", [1, 2, 7, 100])
def test_any_batches_give_what_the_command_line_gives(tmp_path: Path, kind: str, rows: int) -> None:
    given = [batch(TEXTS[at : at + rows], getattr(pa, kind)()) for at in range(0, len(TEXTS), rows)]
    clean = list(clean_batches(given, FakeModel()))
    assert [text for part in clean for text in part["text"].to_pylist()] == by_command_line(tmp_path)
    for old, new in zip(given, clean, strict=True):
        assert new.schema.equals(old.schema)
        assert new["n"].equals(old["n"])


@pytest.mark.parametrize("kind", ["string", "large_string", "string_view"])
def test_nulls_empty_texts_and_no_rows(kind: str) -> None:
    texts = [None, "", "AD: x\n", None]
    given = [batch(texts, getattr(pa, kind)()), batch([], getattr(pa, kind)()), batch([None], getattr(pa, kind)())]
    clean = list(clean_batches(given, FakeModel(), findings="found"))
    assert [part["text"].to_pylist() for part in clean] == [[None, "", "", None], [], [None]]
    assert {part.schema.field("found").type for part in clean} == {findings_type()}
    found = {"start": 0, "stop": 5, "label": "promotion", "score": 0.97, "text": "AD: x"}
    assert [part["found"].to_pylist() for part in clean] == [[None, [], [found], None], [], [None]]


def test_a_model_and_a_profile_may_be_paths(tmp_path: Path) -> None:
    arrays = quiet()
    folder = save(tmp_path / "model", arrays)
    (tmp_path / "p").write_bytes(encode(Sketch(8)))
    plain, profiled = loaded(folder), loaded(str(folder), tmp_path / "p")
    assert loaded(folder) is plain
    assert loaded(str(folder), tmp_path / "p") is profiled
    assert (plain.digest, profiled.digest) == (load(folder).digest, load(folder, tmp_path / "p").digest)
    assert plain.digest != profiled.digest
    with pytest.raises(UsageError, match="takes no other profile"):
        loaded(FakeModel(), tmp_path / "p")
    [clean] = clean_batches([batch(["fine"])], folder, profile=tmp_path / "p")
    assert clean["text"].to_pylist() == ["fine"]
    with pytest.raises(ProfileError, match="nowhere"):
        list(clean_batches([batch(["fine"])], folder, profile=tmp_path / "nowhere"))


def test_one_huge_row() -> None:
    text = "word " * 2_000_000
    [clean] = clean_batches([batch(["x", f"{text}\nAD: x", "AD: x\ny"])], FakeModel())
    assert clean["text"].to_pylist() == ["x", f"{text}\n", "y"]


def test_tables_and_slices() -> None:
    table = pa.table({"text": pa.chunked_array([["AD: x\na"], ["b", "AD: y\nc"]])})
    [clean] = clean_batches([table.slice(1)], FakeModel())
    assert clean["text"].to_pylist() == ["b", "c"]


@pytest.mark.parametrize(
    ("columns", "options", "reason"),
    [
        ({"txt": ["x"]}, {}, "no columns 'text' .it has txt"),
        ({"text": [1]}, {}, "holds int64"),
        ({"text": ["x"], "found": [1]}, {"findings": "found"}, "there already"),
    ],
)
def test_errors_name_the_column(columns: dict[str, object], options: dict[str, str], reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        list(clean_batches([pa.table(columns)], FakeModel(), **options))  # type: ignore[arg-type]
