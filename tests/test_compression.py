from __future__ import annotations

import builtins
import gzip
import pickle
from pathlib import Path

import pytest

from cleaner.compression import codec_of, compress, decompress, plain_name, reader
from cleaner.errors import InputError, MissingExtraError


def test_the_name_tells() -> None:
    assert [codec_of(name) for name in ("a.txt", "a.gz", "a.jsonl.ZST", "gz")] == ["", "gzip", "zstd", ""]
    assert [plain_name(name) for name in ("A.txt", "a.jsonl.GZ", "a.gz.zst")] == ["a.txt", "a.jsonl", "a.gz"]


@pytest.mark.parametrize("codec", ["gzip", "zstd"])
@pytest.mark.parametrize("data", [b"", b"x", b"line\n" * 100_000])
def test_there_and_back(tmp_path: Path, codec: str, data: bytes) -> None:
    pytest.importorskip("zstandard")
    packed = compress(data, codec)
    assert packed == compress(data, codec)
    assert decompress(packed + packed, codec) == data + data  # members, or frames, follow each other
    (tmp_path / "a").write_bytes(packed + packed)
    with reader(tmp_path / "a", codec) as handle:
        assert handle.read() == data + data


def test_the_largest_window_of_zstd_is_read() -> None:
    zstandard = pytest.importorskip("zstandard")
    long = zstandard.ZstdCompressionParameters.from_level(1, window_log=31, enable_ldm=True)
    packed = zstandard.ZstdCompressor(compression_params=long).compressobj()  # of unknown size: the window is declared
    data = packed.compress(b"The ferry leaves at noon.\n") + packed.flush()
    assert zstandard.get_frame_parameters(data).window_size == 1 << 31
    assert decompress(data, "zstd") == b"The ferry leaves at noon.\n"


@pytest.mark.parametrize("codec", ["gzip", "zstd"])
@pytest.mark.parametrize("damage", [lambda d: d[:-5], lambda d: b"x" + d, lambda d: d + d[:9]])
def test_damage(codec: str, damage: object) -> None:
    pytest.importorskip("zstandard")
    with pytest.raises(InputError, match=f"no whole {codec} file"):
        decompress(damage(compress(b"some text\n" * 100, codec)), codec)  # type: ignore[operator]


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = builtins.__import__

    def refuse(name: str, *args: object) -> object:
        if name == "zstandard":
            raise ImportError(name)
        return whole(name, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(MissingExtraError, match=r"pip install 'cleaner\[formats\]'") as caught:
        decompress(b"x", "zstd")
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)
    assert decompress(gzip.compress(b"x"), "gzip") == b"x"
