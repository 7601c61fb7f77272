"""WET files: whole records stay as they are, changed ones stay records that other readers take."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
from pathlib import Path

import pytest

from cleaner.compression import compress, decompress
from cleaner.undo import restore_folder
from tests.test_run import clean, tree, write


def record(kind: str, block: bytes, digest: bytes | None = None, id: int = 0) -> bytes:
    found = base64.b32encode(hashlib.sha1(block if digest is None else digest).digest()).decode()
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:{id}>\r\nwarc-block-digest:  sha1:{found}\r\n"
        f"Content-Type: text/plain\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


BLOCKS = ["fine", "A\nAD: x\nB\n", "é ZZSPAM\r\n\r\nmore", "", "AD: only\n"]
RECORDS = [
    record("warcinfo", b"AD: software\r\n", id=9),
    *[record("conversion", block.encode(), id=number) for number, block in enumerate(BLOCKS)],
    record("conversion", b"caf\xe9\nAD: wrong digest\n", b"other", id=8),
]


@pytest.mark.parametrize(("name", "codec"), [("a.warc.wet", ""), ("a.warc.wet.gz", "gzip"), ("a.warc.wet.zst", "zstd")])
def test_records_stay_records(tmp_path: Path, name: str, codec: str) -> None:
    pytest.importorskip("zstandard")
    given = b"".join([compress(data, codec) for data in RECORDS])
    write(tmp_path / "in", {name: given, f"clean-{name}": compress(RECORDS[1], codec)})
    summary, said = clean(tmp_path / "in", tmp_path / "out")
    new = [
        *RECORDS[:2],
        *[record("conversion", block, id=id) for id, block in ((1, b"A\nB\n"), (2, "é\r\n\r\nmore".encode()))],
        RECORDS[4],
        record("conversion", b"", id=4),
        record("conversion", b"caf\xe9\n", b"other", id=8),
    ]
    out = tree(tmp_path / "out/clean")
    assert decompress(out[name], codec) if codec else out[name] == b"".join(new)
    assert out[name] == b"".join([compress(data, codec) for data in new])
    assert out[f"clean-{name}"] == compress(RECORDS[1], codec)
    assert (summary.documents, summary.changed, said) == (7, 4, [])
    assert restore_folder(tmp_path / "out", tmp_path / "back", print) == (2, [])
    assert tree(tmp_path / "back")[name] == given


@pytest.mark.parametrize("codec", ["", "gzip"])
@pytest.mark.parametrize("blank", [b"\n", b"\r\n\r\n", b" \n\n\n"])
def test_blank_lines_between_and_after_records_stay(tmp_path: Path, blank: bytes, codec: str) -> None:
    name = "a.wet.gz" if codec else "a.wet"
    write(tmp_path / "in", {name: compress(blank.join([b"", *RECORDS[:3], b""]), codec)})
    summary, said = clean(tmp_path / "in", tmp_path / "out")
    assert (summary.documents, summary.changed, said) == (2, 1, [])
    out = tree(tmp_path / "out/clean")[name]
    new = blank.join([b"", *RECORDS[:2], record("conversion", b"A\nB\n", id=1), b""])
    assert (decompress(out, codec) if codec else out) == new
    assert restore_folder(tmp_path / "out", tmp_path / "back", print) == (1, [])
    back = tree(tmp_path / "back")[name]
    assert (decompress(back, codec) if codec else back) == blank.join([b"", *RECORDS[:3], b""])


def test_another_reader_takes_the_output(tmp_path: Path) -> None:
    fastwarc = pytest.importorskip("fastwarc.warc")
    write(tmp_path / "in", {"a.wet.gz": b"".join([gzip.compress(data) for data in RECORDS[:-1]])})
    clean(tmp_path / "in", tmp_path / "out")
    data = io.BytesIO((tmp_path / "out/clean/a.wet.gz").read_bytes())
    read = [found.reader.read() for found in fastwarc.ArchiveIterator(data, verify_digests=True)]
    assert read == [b"AD: software\r\n", b"fine", b"A\nB\n", "é\r\n\r\nmore".encode(), b"", b""]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"AD: x\nno archive\n", "no WARC file"),
        (RECORDS[2][:-9], "ends inside"),
        (b"WARC/1.0\r\nWARC-Type: conversion\r\n\r\nAD: x\n", "without Content-Length"),
        *[
            (RECORDS[2].replace(b"Content-Length: 10", b"Content-Length: " + length), "ends inside")
            for length in (b"9999999999999", b"9" * 23, b"9" * 5000)
        ],
    ],
)
def test_damage_is_said_and_the_file_copied(tmp_path: Path, data: bytes, reason: str) -> None:
    write(tmp_path / "in", {"a.wet": data})
    _, said = clean(tmp_path / "in", tmp_path / "out")
    assert reason in said[0]
    assert tree(tmp_path / "out/clean") == {"a.wet": data}


def test_only_the_length_that_counts_is_written_anew(tmp_path: Path) -> None:
    given = RECORDS[2].replace(b"Content-Length: 10", b"Content-Length: 10\r\nContent-Length: 7")
    write(tmp_path / "in", {"a.wet": given})
    clean(tmp_path / "in", tmp_path / "out")
    assert b"Content-Length: 4\r\nContent-Length: 7\r\n" in tree(tmp_path / "out/clean")["a.wet"]
    assert restore_folder(tmp_path / "out", tmp_path / "back", print) == (1, [])
    assert tree(tmp_path / "back")["a.wet"] == given


def test_a_record_whose_change_could_not_be_undone_is_said_and_copied(tmp_path: Path) -> None:
    given = record("conversion", b"A\nAD: x\nB\n", digest=b"A\nB\n") + RECORDS[2]
    write(tmp_path / "in", {"a.wet": given})
    summary, said = clean(tmp_path / "in", tmp_path / "out")
    assert (summary.documents, summary.changed, len(said)) == (1, 1, 1)
    assert "a.wet:1: has the digest of its clean text" in said[0]
    assert restore_folder(tmp_path / "out", tmp_path / "back", print) == (1, [])
    assert tree(tmp_path / "back")["a.wet"] == given
