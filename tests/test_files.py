from __future__ import annotations

import errno
import gzip
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cleaner.compression import decompress
from cleaner.errors import InputError, MissingExtraError, OutputError
from cleaner.files import TEMPORARY, Replacement, chunks, copy, read, replace, rest, unwritable


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_what_cannot_be_read_says_why(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read(tmp_path / "missing")
    with pytest.raises(InputError, match="cannot be read"):
        read(tmp_path)
    with pytest.raises(InputError, match="no such file"):
        list(chunks(tmp_path / "missing"))


@pytest.mark.parametrize("damage", [lambda d: d[:-5], lambda d: b"x" + d, lambda d: d[:20] + b"\xff\xff" + d[22:]])
def test_a_damaged_gzip_file(tmp_path: Path, damage: object) -> None:
    data = damage(gzip.compress(b"some text\n" * 100))  # type: ignore[operator]
    (tmp_path / "a.gz").write_bytes(data)
    with pytest.raises(InputError, match="gzip"):
        decompress(data, "gzip")
    with pytest.raises(InputError, match="gzip"):
        list(chunks(tmp_path / "a.gz", "gzip"))


@pytest.mark.parametrize("data", [b"", b"a", b"\n", b"a\nb", b"a\nb\n", b"\n" * 30, b"x" * 50 + b"\n" + b"y" * 50])
@pytest.mark.parametrize("codec", ["", "gzip", "zstd"])
def test_chunks_end_at_newlines_and_are_the_file(tmp_path: Path, data: bytes, codec: str) -> None:
    if codec == "zstd":
        pytest.importorskip("zstandard", reason="the extra `formats` is not installed")
    with Replacement(tmp_path / "a", codec=codec) as new:
        new.write(data)
    found = list(chunks(tmp_path / "a", codec, 7))
    assert b"".join(found) == data
    assert all(chunk.endswith(b"\n") for chunk in found[:-1])


@pytest.mark.parametrize("taken", [0, 1, 2, 3, 9])
def test_what_is_left_of_standard_input_begins_with_the_piece_at_hand(
    feed: Callable[[bytes], None], taken: int
) -> None:
    feed(b"one\ntwo\nthree")
    given = chunks(None, size=4)
    done = [piece for _, piece in zip(range(taken), given, strict=False)]
    done = done[:-1] if taken < 4 else done  # at the last one it stopped, unless it went on to the end
    assert b"".join([*done, *rest()]) == b"one\ntwo\nthree"


def test_a_file_that_is_read_meanwhile_takes_nothing_from_standard_input(
    tmp_path: Path, feed: Callable[[bytes], None]
) -> None:
    (tmp_path / "other").write_bytes(b"other")
    feed(b"one\ntwo\n")
    given = chunks(None, size=4)
    assert next(given) == b"one\n"
    assert list(chunks(tmp_path / "other")) == [b"other"]
    assert b"".join(rest()) == b"one\ntwo\n"


def test_an_exception_leaves_everything_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    for error in (ValueError, KeyboardInterrupt):
        with pytest.raises(error), Replacement(tmp_path / "a") as new:
            new.write(b"new")
            raise error
    assert (tmp_path / "a").read_bytes() == b"old"
    assert names(tmp_path) == ["a"]


def test_a_discarded_file_leaves_no_trace(tmp_path: Path) -> None:
    with Replacement(tmp_path / "b", codec="gzip") as new:
        new.write(b"new")
        new.discard()
    assert names(tmp_path) == []


def test_a_file_appears_only_when_it_is_whole(tmp_path: Path) -> None:
    with Replacement(tmp_path / "deep/er/a") as new:
        new.write(b"one")
        assert not (tmp_path / "deep/er/a").exists()
        new.write(b"two")
    assert (tmp_path / "deep/er/a").read_bytes() == b"onetwo"
    assert names(tmp_path / "deep/er") == ["a"]


def test_a_full_disk_or_a_folder_in_the_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(OutputError, match="cannot be written"):
        replace(tmp_path / "a", b"x")
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError, match="cannot be written"):
        replace(tmp_path / "file" / "b", b"x")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="No space left"):
        replace(tmp_path / "c", b"x")
    assert names(tmp_path) == ["a", "file"]


@pytest.mark.parametrize(
    ("error", "advice"),
    [
        (errno.ENOSPC, "free space or choose another place"),
        (errno.EDQUOT, "free space or choose another place"),
        (errno.EACCES, "check the permissions or choose another place"),
        (errno.EPERM, "check the permissions or choose another place"),
        (errno.EEXIST, "choose another place"),
        (errno.EROFS, "choose another place"),
    ],
)
def test_the_advice_fits_the_error(error: int, advice: str) -> None:
    said = str(unwritable(Path("a"), OSError(error, os.strerror(error))))
    assert said == f"a: cannot be written ({os.strerror(error)}): {advice}"


def test_what_cannot_be_read_is_not_always_forbidden(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError, match="check that it is a file"):
        read(tmp_path)

    def forbidden(path: Path) -> bytes:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", forbidden)
    with pytest.raises(InputError, match="check its permissions"):
        read(tmp_path / "a")


def test_what_a_killed_process_of_the_same_number_left_is_in_nobodys_way(tmp_path: Path) -> None:
    """In a container every run has the same number."""
    killed = """
import os, sys
from pathlib import Path
from cleaner.files import Replacement

os.getpid = lambda: 7
new = Replacement(Path(sys.argv[1]))
new.write(b"x")
if sys.argv[2] == "killed":
    os._exit(0)
new.__exit__(None, None, None)
"""
    for fate in ("killed", "lives"):
        subprocess.run([sys.executable, "-c", killed, str(tmp_path / "a"), fate], check=True)
    assert (tmp_path / "a").read_bytes() == b"x"


def test_permissions_are_kept(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    (tmp_path / "a").chmod(0o640)
    replace(tmp_path / "b", b"y", tmp_path / "a")
    assert (tmp_path / "b").stat().st_mode & 0o777 == 0o640
    replace(tmp_path / "a", b"z", tmp_path / "a")
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640
    copy(tmp_path / "a", tmp_path / "c")
    assert (tmp_path / "c").read_bytes() == b"z"
    assert (tmp_path / "c").stat().st_mode & 0o777 == 0o640


def test_a_name_as_long_as_a_name_can_be(tmp_path: Path) -> None:
    replace(tmp_path / ("n" * 255), b"x")
    assert names(tmp_path) == ["n" * 255]


def test_equal_contents_are_equal_gzip_files(tmp_path: Path) -> None:
    for name in ("a.gz", "b.gz"):
        with Replacement(tmp_path / name, codec="gzip") as new:
            new.write(b"text")
    assert (tmp_path / "a.gz").read_bytes() == (tmp_path / "b.gz").read_bytes()
    assert gzip.decompress((tmp_path / "a.gz").read_bytes()) == b"text"


def test_rollback(tmp_path: Path) -> None:
    with Replacement(tmp_path / "a") as new:
        new.write(b"one")
        mark = new.mark()
        new.write(b"two")
        new.rollback(mark)
        new.write(b"three")
    assert (tmp_path / "a").read_bytes() == b"onethree"


def test_no_piece_reaches_beyond_where_a_part_stops(tmp_path: Path) -> None:
    """The last line may have grown since the parts of a file were chosen."""
    data = b"one\ntwo\nthree and more\nfour\n"
    (tmp_path / "a").write_bytes(data)
    for stop in range(len(data) + 1):
        for size in (1, 3, 100):
            assert b"".join(chunks(tmp_path / "a", size=size, stop=stop or None)) == data[: stop or None]


def test_what_is_private_stays_so_while_it_is_rewritten(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(0o600)
    with Replacement(path, path) as new:
        new.write(b"new")
        [temporary] = tmp_path.glob(TEMPORARY)
        assert temporary.stat().st_mode & 0o077 == 0
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o600)


def test_a_codec_that_is_not_there_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object) -> None:
        raise MissingExtraError("zstd", "formats")

    monkeypatch.setattr("cleaner.compression.writer", missing)
    with pytest.raises(MissingExtraError):
        Replacement(tmp_path / "a.zst", None, "zstd")
    assert not list(tmp_path.iterdir())
