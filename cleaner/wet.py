"""WARC files of extracted text (WET): the texts of conversion records are cleaned, every other byte stays.

A changed record has its new length and, where the old ones were right, new digests. The records are split here, not by
a library, because libraries spell headers anew. In a compressed file each record is a member of its own, as readers
of WARC files want it.
"""

from __future__ import annotations

import base64
import hashlib
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import IO

from cleaner import compression
from cleaner.corpus import Source
from cleaner.errors import InputError
from cleaner.files import CHUNK
from cleaner.output import COPIED, Output, rewriting
from cleaner.record import Change
from cleaner.report import Note, Summary
from cleaner.run import Model, encode
from cleaner.settings import Settings

BATCH = 128
"""How many records are cleaned together."""

_header = re.compile(rb"(?im)^([a-z-]+):[ \t]*(.*?)[ \t]*\r?$").finditer


@dataclass(frozen=True, slots=True)
class Warc:
    """Hold the bytes of one record: its head with the blank line after it, its block, and what follows."""

    head: bytes
    block: bytes
    tail: bytes

    def field(self, name: bytes) -> bytes | None:
        """Return the value of the first header of this name."""
        return next((found[2] for found in _header(self.head) if found[1].lower() == name), None)

    @property
    def text(self) -> str | None:
        """Return the text, if this is a record that holds one."""
        if self.field(b"warc-type") != b"conversion" or self.field(b"content-length") != str(len(self.block)).encode():
            return None
        return self.block.decode("utf-8", "surrogateescape")

    @property
    def id(self) -> str | None:
        """Return the id of the record."""
        value = self.field(b"warc-record-id")
        return None if value is None else value.decode("utf-8", "replace")

    def with_block(self, block: bytes) -> Warc:
        """Return the record with another block; a digest that was wrong before stays as it is."""
        head = self.head
        headers = [*_header(head)]
        length = next((found for found in headers if found[1].lower() == b"content-length"), None)
        for found in reversed(headers):
            new = None
            if found is length:  # another one says nothing, and so it stays
                new = str(len(block)).encode()
            elif found[1].lower() in (b"warc-block-digest", b"warc-payload-digest") and found[2] == _sha1(self.block):
                new = _sha1(block)
            if new is not None:
                head = head[: found.start(2)] + new + head[found.end(2) :]
        return Warc(head, block, self.tail)

    def encode(self, codec: str) -> bytes:
        """Return the bytes of the record, compressed by itself."""
        return compression.compress(self.head + self.block + self.tail, codec)


def records(source: Source) -> Iterator[Warc]:
    """Yield the records of a file; joined they are the file. Raises InputError if it is damaged."""
    assert source.path is not None
    try:
        with compression.reader(source.path, source.codec) as handle:
            while (record := _next(handle)) is not None:
                yield record
    except compression.damages(source.codec) as error:
        raise compression.damaged(source.codec, error) from error
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror or error}): check its permissions") from error


def clean_wet(source: Source, output: Output, model: Model, settings: Settings) -> Summary:
    """Clean a WET file; one without findings, or one that is damaged, is copied."""
    summary = Summary()
    with rewriting(source, output, summary) as new:
        numbered = enumerate(records(source), 1)
        while batch := list(islice(numbered, BATCH)):
            texts = {number: text for number, record in batch if (text := record.text) is not None}
            cleanings = dict(zip(texts, model.clean_batch([*texts.values()], settings), strict=True))
            for number, record in batch:
                cleaning, written = cleanings.get(number), record
                if cleaning is not None and cleaning.changed:
                    written = record.with_block(encode(cleaning.text))
                    if written.with_block(record.block) != record:
                        reason = "has the digest of its clean text, so that no change could be undone: mend the digest"
                        summary.failed.append(Note(source.name, number, f"{reason}{COPIED}"))
                        cleaning, written = None, record
                if cleaning is not None:
                    summary.add(cleaning, source.name, number, record.id)
                    if cleaning.changed:
                        about = source.name, model.digest
                        output.record(Change.of(cleaning, *about, record=number, id=record.id, format="wet"))
                new.write(written.encode(source.codec))
    return summary


def _next(handle: IO[bytes]) -> Warc | None:
    """Read a record with the blank lines before it; those at the end of the file are the head of one without a text."""
    head: list[bytes] = []
    while (line := handle.readline()) and not line.strip():
        head.append(line)
    if not line:
        return Warc(b"".join(head), b"", b"") if head else None
    if not line.lstrip().startswith(b"WARC/"):
        raise InputError("is no WARC file (a record does not begin with WARC/): fetch it again, or use --format")
    while line.strip():
        head.append(line)
        line = handle.readline()
    record = Warc(b"".join([*head, line]), b"", b"")
    length = record.field(b"content-length")
    if length is None or not length.isdigit():
        raise InputError("has a WARC record without Content-Length: fetch it again")
    block = _block(handle, length)
    return replace(record, block=block, tail=handle.readline() + handle.readline())


def _block(handle: IO[bytes], length: bytes) -> bytes:
    """Read a block piece by piece: a record can claim any length, and there is memory for what is in the file only."""
    left = int(length) if len(length) < 20 else sys.maxsize  # Python reads no number of thousands of digits
    pieces = []
    while left and (piece := handle.read(min(left, CHUNK))):
        pieces.append(piece)
        left -= len(piece)
    if left:
        raise InputError("ends inside a WARC record: fetch it again")
    return b"".join(pieces)


def _sha1(block: bytes) -> bytes:
    return b"sha1:" + base64.b32encode(hashlib.sha1(block).digest())
