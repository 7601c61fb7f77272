"""Compressed files: gzip, and zstd through the package zstandard, which is imported only when it is used."""

from __future__ import annotations

import gzip
import io
import zlib
from pathlib import Path
from typing import IO, Any

from cleaner.errors import InputError, MissingExtraError

GZIP, ZSTD = "gzip", "zstd"
SUFFIXES = {".gz": GZIP, ".zst": ZSTD}
LEVELS = {GZIP: 6, ZSTD: 3}
"""What `gzip` and `zstd` use when they are not told otherwise."""


def codec_of(name: str) -> str:
    """Return how a file of this name is compressed, or nothing.

    >>> codec_of("a.jsonl.GZ"), codec_of("a.txt")
    ('gzip', '')
    """
    return next((codec for suffix, codec in SUFFIXES.items() if name.lower().endswith(suffix)), "")


def plain_name(name: str) -> str:
    """Return a name in lower case without the suffix of its compression."""
    name = name.lower()
    return next((name.removesuffix(suffix) for suffix in SUFFIXES if name.endswith(suffix)), name)


def decompress(data: bytes, codec: str) -> bytes:
    """Return what the bytes of a compressed file hold; raise InputError if they are damaged."""
    try:
        return gzip.decompress(data) if codec == GZIP else _Frames(io.BytesIO(data)).readall()
    except damages(codec) as error:
        raise damaged(codec, error) from error


def compress(data: bytes, codec: str) -> bytes:
    """Return the bytes as a compressed file, or as they are."""
    if codec == GZIP:
        return gzip.compress(data, LEVELS[GZIP], mtime=0)
    if codec == ZSTD:
        return zstd().ZstdCompressor(level=LEVELS[ZSTD], write_checksum=True).compress(data)  # type: ignore[no-any-return]
    return data


def reader(path: Path, codec: str) -> IO[bytes]:
    """Open a file to read what it holds."""
    if codec == GZIP:
        return gzip.open(path, "rb")  # type: ignore[return-value]
    if codec == ZSTD:
        zstd()
        return io.BufferedReader(_Frames(path.open("rb")), 1 << 17)
    return path.open("rb")


def writer(file: IO[bytes], codec: str) -> IO[bytes]:
    """Return what compresses into an open file; the same contents give the same bytes."""
    if codec == GZIP:
        return gzip.GzipFile("", "wb", LEVELS[GZIP], file, mtime=0)  # type: ignore[return-value]
    if codec == ZSTD:
        compressor = zstd().ZstdCompressor(level=LEVELS[ZSTD], write_checksum=True)
        return compressor.stream_writer(file, closefd=False)  # type: ignore[no-any-return]
    return file


def damages(codec: str) -> tuple[type[Exception], ...]:
    """Return the exceptions that mean a damaged file."""
    if codec == ZSTD:
        return (zstd().ZstdError, EOFError)
    return (gzip.BadGzipFile, EOFError, zlib.error)


def damaged(codec: str, error: Exception) -> InputError:
    """Return the error that says so."""
    return InputError(f"is no whole {codec} file ({error}): fetch or compress it again")


def zstd() -> Any:
    """Return the package zstandard; raise MissingExtraError if it is not installed."""
    try:
        import zstandard
    except ImportError as error:
        raise MissingExtraError("a .zst file", "formats") from error
    return zstandard


def _decoder() -> Any:
    """Return what decompresses one frame, also of `zstd --long`, whose window is larger than what goes unasked."""
    return zstd().ZstdDecompressor(max_window_size=1 << zstd().WINDOWLOG_MAX).decompressobj()


class _Frames(io.RawIOBase):
    """Read the frames of a zstd file one after the other; a torn last one is an EOFError, not a short file."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._decoder: Any = None
        self._raw = self._ready = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._ready:
            self._raw = self._raw or self._file.read(1 << 17)
            if not self._raw:
                if self._decoder is not None:
                    raise EOFError("it ends too early")
                return 0
            self._decoder = self._decoder or _decoder()
            self._ready = self._decoder.decompress(self._raw)
            self._raw = self._decoder.unused_data
            if self._decoder.eof:
                self._decoder = None
        taken, self._ready = self._ready[: len(buffer)], self._ready[len(buffer) :]
        buffer[: len(taken)] = taken
        return len(taken)

    def close(self) -> None:
        self._file.close()
        super().close()
