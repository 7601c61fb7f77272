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


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("--kinds", b"", "--kinds ',' names none: use some of token, "),
        ("--brands", b"Zupatoget\n\xff\n", "list: is not UTF-8 (byte 10)"),
        ("--phrases", b"\xff", "list: is not UTF-8 (byte 0)"),
        ("--brands", b" \n", "list: is empty"),
        ("--brands", None, "list: no such file"),
        ("binary.txt", b"\0", "binary.txt: is binary"),
        ("broken.jsonl", b'{"text": "x"}\nnonsense\n', "broken.jsonl:2: broken JSON"),
        ("binary.jsonl", b"\0", "binary.jsonl: is binary"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes | None, message: str
) -> None:
    named = folder / ("list" if name.startswith("-") else name)
    if content is not None:
        named.write_bytes(content)
    more = [name, "," if name == "--kinds" else str(named)] if name.startswith("-") else []
    assert main(["inject", str(folder), "--output", str(folder / "x"), *more]) == 2
    err = capsys.readouterr().err
    assert (message in err, err.count("\n"), (folder / "x").exists()) == (True, 1, False), err


def test_an_input_is_not_replaced(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = next(path for path in sorted(folder.rglob("*")) if path.is_file())
    before = text.read_bytes()
    assert main(["inject", str(folder), "--output", str(text)]) == 2
    assert "would replace the input" in capsys.readouterr().err
    assert text.read_bytes() == before


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
