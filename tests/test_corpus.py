from __future__ import annotations

import gzip
import os
from dataclasses import replace
from pathlib import Path

import pytest

from cleaner.corpus import PLAIN, Record, Source, decode, discover, read_records, refuse_collisions, standard
from cleaner.errors import InputError, UsageError
from cleaner.exclude import Exclude
from cleaner.jsonl import Fields


def found(*inputs: Path) -> tuple[list[str], list[str]]:
    """Return the names that are discovered, and what was said."""
    said: list[str] = []
    sources = discover(
        [str(path) for path in inputs], lambda path, reason: said.append(f"{path}: {reason}"), said.append
    )
    return [source.name for source in sources], said


def make(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"x\n")
    return folder


def test_inputs_that_yield_nothing_are_said_and_the_others_go_on(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "empty/x.png")
    names, said = found(tmp_path / "missing.txt", tmp_path / "empty", tmp_path / "a.txt")
    assert names == ["a.txt"]
    assert ["no such file" in said[0], "no file that ends in .txt" in said[1]] == [True, True]


@pytest.mark.parametrize(
    ("name", "format", "kind"), [("-", "parquet", "parquet"), ("-", "wet", "wet"), ("x.wet", None, "wet")]
)
def test_what_is_read_from_a_file_only_is_no_standard_input(name: str, format: str | None, kind: str) -> None:
    with pytest.raises(UsageError, match=f"cannot be read as {kind}: save it to a file"):
        standard(name, format)
    assert standard("x.wet", "text") == Source(None, "x.wet", "text")


def test_a_folder_is_walked_by_suffix_in_the_order_of_names(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a/z.md", "a/y.text.gz", "a.jsonl", "a/é x.TXT", "x.png", "y.gz", "c/d/e.jsonl.GZ", "txt")
    assert found(tmp_path) == (
        ["a/y.text.gz", "a/z.md", "a/é x.TXT", "a.jsonl", "b.txt", "c/d/e.jsonl.GZ"],
        [f"{tmp_path}: passed over 3 files of other names (.gz 1, no suffix 1, .png 1): name those that are wanted"],
    )
    assert discover([str(tmp_path)], print, pytest.fail, kinds=PLAIN)  # a linter meets too many of them


@pytest.mark.parametrize(
    ("data", "records"),
    [
        (b'{"id": 1}\n{"id": 2}\n', True),
        (b'\xef\xbb\xbf\n {"id": 1, "text": "a"}\r\n\r\n{"id": 2}\r\nmore', True),
        (b'{"text": "a"}', True),
        (b'{"id": 1} is an object.\n', False),
        (b'{"id": 1}\nThis is an object.\n', False),
        (b"{\n", False),
        (b'[1]\n{"id": 1}\n', False),
        (b"{}\n{}\n", False),
        (b"", False),
    ],
)
def test_lines_of_json_are_not_taken_for_text(tmp_path: Path, data: bytes, records: bool) -> None:
    for source in (Source(tmp_path / "part-00000", "part-00000"), Source(None, "-")):
        if records:
            with pytest.raises(InputError, match=r"lines of JSON by its looks: add --format jsonl, or --format text"):
                decode(source, data)
        else:
            assert decode(source, data) == data.decode()
        assert decode(replace(source, format="text"), data) == data.decode()


def test_what_a_command_does_not_read_is_passed_over_in_folders_and_said(tmp_path: Path) -> None:
    make(tmp_path, "d/a.txt", "d/b.parquet", "d/e/c.wet.gz", "only/b.parquet", "out/b.parquet")
    said: list[str] = []
    folders = [str(tmp_path / name) for name in ("d", "only")]
    exclude = Exclude(tmp_path / "d", ["c.wet.gz"])
    sources = discover([*folders, str(tmp_path / "out/b.parquet")], print, said.append, None, exclude, ("text",))
    assert [source.name for source in sources] == ["a.txt", "b.parquet"]
    assert said == [
        f"{tmp_path}/d: passed over 1 file that `check` reads only if named (b.parquet)",
        f"{tmp_path}/only: passed over 1 file that `check` reads only if named (b.parquet)",
    ]


def test_of_many_files_that_are_passed_over_some_are_named(tmp_path: Path) -> None:
    make(tmp_path, *[f"d/{number}.wet" for number in range(7)])
    said: list[str] = []
    assert discover([str(tmp_path / "d")], print, said.append, kinds=("text",)) == []
    assert said == [f"{tmp_path}/d: passed over 7 files that `check` reads only if named (0.wet, 1.wet, 2.wet, ...)"]


def test_a_named_file_may_have_any_suffix(tmp_path: Path) -> None:
    make(tmp_path, "README", "a.rst")
    assert found(tmp_path / "README", tmp_path / "a.rst") == (["README", "a.rst"], [])


def test_the_same_file_counts_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "a.txt", "d/b.txt")
    monkeypatch.chdir(tmp_path)
    assert found(Path("a.txt"), tmp_path / "a.txt", Path("d/../a.txt"), tmp_path, Path("d")) == (
        ["a.txt", "d/b.txt"],
        [],
    )


def test_links(tmp_path: Path) -> None:
    make(tmp_path, "d/a.txt", "elsewhere/b.txt")
    (tmp_path / "d/link.txt").symlink_to(tmp_path / "elsewhere/b.txt")
    (tmp_path / "d/folder").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "d/loop").symlink_to(tmp_path / "d")
    (tmp_path / "d/broken.txt").symlink_to(tmp_path / "gone")
    names, said = found(tmp_path / "d")
    assert names == ["a.txt", "link.txt"]
    assert len([line for line in said if "not followed" in line]) == 2
    assert len([line for line in said if "broken.txt" in line]) == 1
    (tmp_path / "given").symlink_to(tmp_path / "elsewhere")
    assert found(tmp_path / "given") == (["b.txt"], [])


def test_a_pipe_in_a_folder_is_not_read(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    names, said = found(tmp_path)
    assert names == ["a.txt"]
    assert "pipe.txt" in said[0]


@pytest.mark.parametrize("names", [("a.txt", "a.txt"), ("a.txt", "a.txt/b.txt"), ("a.txt/b/c.txt", "a.txt")])
def test_collisions_are_refused(names: tuple[str, str]) -> None:
    with pytest.raises(UsageError, match="would"):
        refuse_collisions([Source(Path(str(number)) / name, name) for number, name in enumerate(names)])


def test_different_names_do_not_collide() -> None:
    refuse_collisions([Source(Path(name), name) for name in ("a.txt", "a/a.txt", "a.txt.gz", "b")])


@pytest.mark.parametrize(
    ("name", "jsonl", "compressed"),
    [
        ("a.txt", False, False),
        ("a.json", False, False),
        ("a.jsonl", True, False),
        ("a.ndjson.gz", True, True),
        ("a.JSONL.gz", True, True),
        ("a.md.GZ", False, True),
    ],
)
def test_formats(name: str, jsonl: bool, compressed: bool) -> None:
    source = Source(Path(name), name)
    assert (source.jsonl, bool(source.codec)) == (jsonl, compressed)


TEXT = Source(Path("a.txt"), "a.txt")


def test_binary_files_are_refused() -> None:
    with pytest.raises(InputError, match="NUL"):
        decode(TEXT, b"a" * 100_000 + b"\0")
    with pytest.raises(InputError, match="NUL"):
        decode(TEXT, "text".encode("utf-16"))


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"\xe2\x82", b"a\r\nb\rc\n", b"\xef\xbb\xbfa", "\u2028".encode()])
def test_every_byte_is_kept(data: bytes) -> None:
    assert decode(TEXT, data).encode("utf-8", "surrogateescape") == data


def records(tmp_path: Path, data: bytes, name: str = "a.jsonl") -> tuple[list[Record], list[tuple[int | None, str]]]:
    (tmp_path / name).write_bytes(data)
    said: list[tuple[int | None, str]] = []
    source = Source(tmp_path / name, name)
    batches = list(read_records(source, Fields(), lambda record, reason: said.append((record, reason))))
    pieces = ["\n".join(record.line for record in batch) for batch in batches]
    content = gzip.decompress(data) if name.endswith(".gz") else data
    assert "".join(pieces).encode("utf-8", "surrogateescape") == content
    return [record for batch in batches for record in batch if record.text is not None], said


def test_an_empty_file_has_no_records(tmp_path: Path) -> None:
    assert records(tmp_path, b"") == ([], [])
    assert records(tmp_path, b"\n \n\r\n") == ([], [])


def test_a_broken_line_is_said_and_the_others_go_on(tmp_path: Path) -> None:
    found, said = records(tmp_path, b'{"text": "a"}\n{\n\n{"txt": 1}\n{"text": "b"}')
    assert [(record.number, record.text) for record in found] == [(1, "a"), (5, "b")]
    assert [number for number, _ in said] == [2, 4]


def test_record_numbers_count_physical_lines_over_batches(tmp_path: Path) -> None:
    line = b'{"text": "%s"}\r\n' % (b"x" * 1000)
    found, said = records(tmp_path, b"\n" + line * 2000 + b'{"text": "last"}')
    assert said == []
    assert [record.number for record in found] == list(range(2, 2003))


def test_compressed_records(tmp_path: Path) -> None:
    found, _ = records(tmp_path, gzip.compress(b'{"text": "a", "id": 1}\n'), "a.jsonl.gz")
    assert found == [Record(1, '{"text": "a", "id": 1}', "a", 1)]


def test_bytes_that_are_not_utf_8_and_a_byte_order_mark(tmp_path: Path) -> None:
    found, said = records(tmp_path, b'\xef\xbb\xbf{"text": "a\xff"}\n')
    assert [record.text for record in found] == ["a\udcff"]
    assert said == []


def test_a_binary_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="NUL"):
        records(tmp_path, b"PK\0\0")


def test_a_nul_later_on_breaks_its_line_only(tmp_path: Path) -> None:
    found, said = records(tmp_path, b'{"text": "a"}\n' * 1000 + b'{"text": "\0"}\n{"text": "b"}\n')
    assert len(found) == 1001
    assert [number for number, _ in said] == [1001]
