"""Parquet files: other columns, schema and row groups stay; what was cut comes back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cleaner.undo import restore_folder
from tests.fakes import FakeModel
from tests.test_run import clean, tree

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

TEXTS = ["A\nAD: x\nB", None, "", "fine", "The ZZSPAM bridge", "é\u2028AD: no\nAD: yes\n"]


def make(path: Path, kind: object = None, texts: list[str | None] = TEXTS, **options: object) -> object:
    columns = {
        "id": pa.array(range(len(texts))),
        "text": pa.array(texts, kind or pa.string()),
        "more": pa.array([{"a": [1, 2]}] * len(texts)),
    }
    table = pa.table(columns).replace_schema_metadata({"who": "me"})
    path.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(table, path, row_group_size=2, **options)
    return table


def test_a_clean_file_is_copied(tmp_path: Path) -> None:
    make(tmp_path / "in/a.parquet", texts=["fine", None])
    summary, said = clean(tmp_path / "in", tmp_path / "out")
    assert tree(tmp_path / "out/clean") == tree(tmp_path / "in")
    assert (summary.documents, summary.changed, said) == (1, 0, [])


@pytest.mark.parametrize("kind", ["string", "large_string", "string_view"])
@pytest.mark.parametrize("compression", ["snappy", "zstd", "none", "gzip"])
def test_only_the_texts_change(tmp_path: Path, kind: str, compression: str) -> None:
    table = make(tmp_path / "in/a.parquet", getattr(pa, kind)(), compression=compression)
    summary, said = clean(tmp_path / "in", tmp_path / "out")
    new = pq.read_table(tmp_path / "out/clean/a.parquet")
    assert new.schema.equals(table.schema, check_metadata=False)
    assert new.schema.metadata[b"who"] == b"me"
    assert new.drop(["text"]).equals(table.drop(["text"]))
    assert new["text"].to_pylist() == [None if text is None else FakeModel().clean(text).text for text in TEXTS]
    old_file, new_file = (pq.ParquetFile(tmp_path / name) for name in ("in/a.parquet", "out/clean/a.parquet"))
    assert new_file.num_row_groups == old_file.num_row_groups == 3
    group = new_file.metadata.row_group(0)
    assert group.column(0).compression == old_file.metadata.row_group(0).column(0).compression
    assert (summary.documents, summary.changed, said) == (5, 3, [])
    changes = [json.loads(line) for line in (tmp_path / "out/changes.jsonl").read_bytes().splitlines()]
    assert [(change["record"], change["id"]) for change in changes] == [(1, 0), (5, 4), (6, 5)]
    assert restore_folder(tmp_path / "out", tmp_path / "back", print) == (1, [])
    assert pq.read_table(tmp_path / "back/a.parquet").equals(
        pq.read_table(tmp_path / "in/a.parquet"), check_metadata=True
    )


def test_no_rows(tmp_path: Path) -> None:
    make(tmp_path / "in/a.parquet", texts=[])
    assert clean(tmp_path / "in", tmp_path / "out")[0].documents == 0


def test_what_cannot_be_read_is_copied_and_said(tmp_path: Path) -> None:
    make(tmp_path / "in/a.parquet")
    make(tmp_path / "in/numbers.parquet", pa.int64(), [1, 2])  # type: ignore[list-item]
    (tmp_path / "in/broken.parquet").write_bytes(b"PAR1 not")
    pq.write_table(pa.table({"txt": ["AD: x"]}), tmp_path / "in/other.parquet")
    pq.write_table(pa.table({"txt": ["AD: x"]}), tmp_path / "in/torn.parquet", store_schema=False)
    torn = (tmp_path / "in/torn.parquet").read_bytes().replace(b"txt", b"t\xfft")
    (tmp_path / "in/torn.parquet").write_bytes(torn)
    _, said = clean(tmp_path / "in", tmp_path / "out")
    assert len(said) == 4
    assert "no Parquet file" in said[3]
    assert "no Parquet file" in said[0]
    assert "holds int64" in said[1]
    assert "no columns 'text' (it has txt)" in said[2]
    out, given = tree(tmp_path / "out/clean"), tree(tmp_path / "in")
    assert out.pop("a.parquet") != given.pop("a.parquet")
    assert out == given


@pytest.mark.parametrize(
    ("ids", "expected"),
    [
        ([pa.array([7, 8]), pa.array(["a", "b"])], "a.parquet:2"),
        ([pa.array([2**62, 0], pa.timestamp("us"))], "a.parquet:2"),
        ([pa.array([True, False])], "a.parquet:2"),
        ([pa.array(["a", "b"]).dictionary_encode()], "b"),
        ([pa.array([b"\xff", b"b\xff"]).view(pa.string())], "b\ufffd"),
    ],
)
def test_no_id_keeps_a_text_from_being_cleaned(tmp_path: Path, ids: list[object], expected: str) -> None:
    texts = pa.array(["fine", "AD: x\nB"])
    (tmp_path / "in").mkdir()
    pq.write_table(pa.table([*ids, texts], names=["id"] * len(ids) + ["text"]), tmp_path / "in/a.parquet")
    _, said = clean(tmp_path / "in", tmp_path / "out")
    assert said == []
    change = json.loads((tmp_path / "out/changes.jsonl").read_bytes())
    assert (change["record"], change["id"]) == (2, expected)
    assert restore_folder(tmp_path / "out", tmp_path / "back", print) == (1, [])
    back, given = (pq.ParquetFile(tmp_path / name).read() for name in ("back/a.parquet", "in/a.parquet"))
    assert back.equals(given)
