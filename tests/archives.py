"""Archives of arrays that a stranger might send: none is executed, none ends in anything but a message."""

from __future__ import annotations

import io
import struct
import zipfile


def member(shape: str, data: bytes = b"", kind: str = "|u1") -> bytes:
    """Return an array as a file whose header says whatever is wanted."""
    header = f"{{'descr': '{kind}', 'fortran_order': False, 'shape': {shape}, }}".encode()
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header) + 1) + header + b"\n" + data


def archive(name: str, data: bytes) -> bytearray:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as new:
        new.writestr(f"{name}.npy", data)
    return bytearray(file.getvalue())


def hostile(name: str) -> dict[str, bytes]:
    """Return archives with one array of this name, by what is wrong with them."""
    deep = b"[" * 200_000
    found = {
        "64 TiB": archive(name, member(f"({1 << 46},)")),
        "deep": archive(name, member(f"({len(deep)},)", deep)),
        "code": archive(name, member("__import__('os').abort()")),
        "open string": archive(name, member("'''")),
        "open brackets": archive(name, member("(" * 5000)),
        "objects": archive(name, member("(1,)", b"\x80\x04N.", "|O")),
    }
    for what, at, value in (("encrypted", 6, 1), ("method 99", 8, 99), ("lzma", 8, 14), ("bzip2", 8, 12)):
        data = archive(name, member("(1,)", b"0"))
        data[at] = data[data.index(b"PK\x01\x02") + at + 2] = value
        found[what] = data
    return {what: bytes(data) for what, data in found.items()}
