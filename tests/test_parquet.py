"""Parquet files: other columns, schema and row groups stay; what was cut comes back."""

from __future__ import annotations

import json
from datetime import datetime
from decimal import Decimal
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


OLD_SPELLINGS: list[dict[str, object]] = [
    {"use_deprecated_int96_timestamps": True},
    {"use_deprecated_int96_timestamps": True, "store_schema": False},
    {"use_compliant_nested_type": False, "compression": "zstd"},
    {"store_decimal_as_integer": True, "use_compliant_nested_type": False, "version": "1.0"},
]


def make_old(path: Path, when: object, **options: object) -> None:
    columns = {
        "text": pa.array(["AD: x\nThe ferry leaves.\n"] * len(when)),  # type: ignore[arg-type]
        "when": when,
        "tags": pa.array([["a" * 50, None]] * len(when)),  # type: ignore[arg-type]
        "fare": pa.array([Decimal("7.50")] * len(when), pa.decimal128(9, 2)),  # type: ignore[arg-type]
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(pa.table(columns), path, **options)


def spelled(path: Path) -> tuple[object, list[tuple[str, str, str]]]:
    """Return the other columns, their dates in microseconds, and how each column is spelled."""
    with pq.ParquetFile(path, coerce_int96_timestamp_unit="us") as file:
        group = file.metadata.row_group(0)
        columns = [group.column(number) for number in range(group.num_columns)]
        return file.read().drop(["text"]), [(c.path_in_schema, c.physical_type, c.compression) for c in columns]


@pytest.mark.parametrize("options", OLD_SPELLINGS)
def test_what_older_programs_wrote_keeps_its_spelling_and_its_values(
    tmp_path: Path, options: dict[str, object]
) -> None:
    days = [datetime(1, 1, 1), datetime(1969, 12, 31, 23, 59, 59, 999999), None, datetime(9999, 12, 31)]
    make_old(tmp_path / "in/a.parquet", pa.array(days, pa.timestamp("us")), **options)
    given = spelled(tmp_path / "in/a.parquet")
    summary, said = clean(tmp_path / "in", tmp_path / "out")
    assert (summary.changed, said) == (4, [])
    assert spelled(tmp_path / "out/clean/a.parquet") == given
    assert restore_folder(tmp_path / "out", tmp_path / "back", print) == (1, [])
    assert spelled(tmp_path / "back/a.parquet") == given


def test_what_is_no_number_beside_an_old_time_is_no_finer_time(tmp_path: Path) -> None:
    kind = pa.struct([("when", pa.timestamp("us")), ("depth", pa.float64())])
    tides = pa.array([{"when": datetime(2020, 1, 1), "depth": float("nan")}], kind)
    (tmp_path / "in").mkdir()
    columns = {"text": pa.array(["AD: x\nThe ferry leaves.\n"]), "tide": tides}
    pq.write_table(pa.table(columns), tmp_path / "in/a.parquet", use_deprecated_int96_timestamps=True)
    summary, said = clean(tmp_path / "in", tmp_path / "out")
    assert (summary.changed, said) == (1, [])


def test_what_cannot_be_written_back_the_same_is_copied_and_said(tmp_path: Path) -> None:
    moments = pa.array([1_000, 1_001], pa.timestamp("ns"))
    make_old(tmp_path / "in/a.parquet", moments, use_deprecated_int96_timestamps=True)
    make_old(tmp_path / "in/b.parquet", pa.array([1, 2]), store_schema=False)
    hive = (tmp_path / "in/b.parquet").read_bytes().replace(b"\x04list", b"\x04bags")
    (tmp_path / "in/b.parquet").write_bytes(hive)
    summary, said = clean(tmp_path / "in", tmp_path / "out")
    assert (summary.documents, summary.changed) == (0, 0)
    assert [Path(line.split(": ")[0]).name for line in said] == ["a.parquet", "b.parquet"]
    assert "has times finer than a microsecond as INT96 (when): write them as INT64" in said[0]
    assert "has columns that cannot be written back as they are ('tags.bags.element')" in said[1]
    assert tree(tmp_path / "out/clean") == tree(tmp_path / "in")
    assert (tmp_path / "out/changes.jsonl").read_bytes() == b""


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
