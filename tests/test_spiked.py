"""`cleaner inject`: exact gold, the same for the same seed, whatever stands beside a document."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cleaner.cli import main
from cleaner.document import delete

TEXTS = {
    "a.txt": "Petugas taman menanam dua puluh pohon di tepi danau kota pada Sabtu pagi.\n",
    "b.txt": "Perpustakaan desa membuka ruang baca untuk anak-anak setelah jam sekolah.\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    clean = tmp_path / "clean"
    clean.mkdir()
    for name, text in TEXTS.items():
        (clean / name).write_text(text, "utf-8")
    return clean


def rows(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_an_unknown_kind_is_refused(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inject", str(folder), "--output", str(tmp_path / "x.jsonl"), "--kinds", "tokn"]) == 2
    assert "tokn" in capsys.readouterr().err
    assert not (tmp_path / "x.jsonl").exists()


def test_a_missing_input_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    assert main(["inject", str(tmp_path / "none.txt"), "--output", str(tmp_path / "x.jsonl")]) == 2
    assert not (tmp_path / "x.jsonl").exists()


def test_deleting_the_gold_gives_back_the_text(folder: Path, tmp_path: Path) -> None:
    assert main(["inject", str(folder), "--output", str(tmp_path / "x.jsonl"), "--seed", "3"]) == 0
    found = rows(tmp_path / "x.jsonl")
    assert [row["id"] for row in found] == list(TEXTS)
    for row in found:
        cuts = tuple((start, stop) for start, stop, _ in row["spans"])  # type: ignore[attr-defined]
        assert cuts
        assert delete(str(row["text"]), cuts) == TEXTS[str(row["id"])]


def test_a_document_is_spiked_the_same_way_alone(folder: Path, tmp_path: Path) -> None:
    main(["inject", str(folder), "--output", str(tmp_path / "both.jsonl")])
    main(["inject", str(folder / "b.txt"), "--output", str(tmp_path / "one.jsonl")])
    assert rows(tmp_path / "both.jsonl")[1] == rows(tmp_path / "one.jsonl")[0]
