"""Texts become one buffer of lines: lines end at line feeds only, and nothing depends on the neighbours."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.batch import BOM, Batch, Bytes
from tests.ranges import line_ranges
from tests.strategies import texts

BATCHES = st.lists(texts(), max_size=5)


def test_no_texts_have_no_lines() -> None:
    batch = Batch.of([])
    assert (batch.texts, batch.lines) == ((), ())
    assert batch.first.tolist() == [0]
    assert len(batch.starts) == 1
    assert len(batch.inked) == len(batch.document) == 0


def test_an_empty_text_has_one_blank_line() -> None:
    batch = Batch.of([""])
    assert batch.lines == ("",)
    assert batch.inked.tolist() == [False]
    assert batch.buffer.tobytes() == b"\n\n"
    assert line_ranges("") == [(0, 0, 0)]


@pytest.mark.parametrize("odd", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\r"])
def test_only_a_line_feed_ends_a_line(odd: str) -> None:
    text = f"one{odd}two"
    assert Batch.of([text]).lines == (text,)
    assert line_ranges(text) == [(0, 7, 7)]


@pytest.mark.parametrize(
    ("text", "ranges"),
    [
        ("a", [(0, 1, 1)]),
        ("a\n", [(0, 1, 2), (2, 2, 2)]),
        ("a\r\nb", [(0, 1, 3), (3, 4, 4)]),
        ("a\r\r\n", [(0, 2, 4), (4, 4, 4)]),
        ("\n\n", [(0, 0, 1), (1, 1, 2), (2, 2, 2)]),
        ("\r\n", [(0, 0, 2), (2, 2, 2)]),
        (BOM + "a", [(1, 2, 2)]),
        (BOM, [(1, 1, 1)]),
        ("a" + BOM, [(0, 2, 2)]),
    ],
)
def test_ranges_of_lines(text: str, ranges: list[tuple[int, int, int]]) -> None:
    assert line_ranges(text) == ranges


class Counting:
    """Count the bytes that are taken from a buffer."""

    def __init__(self, buffer: Bytes) -> None:
        self.buffer = buffer
        self.taken = 0

    def __getitem__(self, part: slice) -> Bytes:
        self.taken += len(self.buffer[part])
        return self.buffer[part]


@given(BATCHES, st.data())
def test_offsets_of_bytes(many: list[str], data: st.DataObject) -> None:
    batch = Batch.of(many)
    sizes = [len(line) for line in batch.lines]
    wanted = [(at, data.draw(st.integers(0, size))) for at, size in enumerate(sizes) for _ in range(2)]
    spots = [
        (line, int(batch.starts[line]) + len(batch.lines[line][:offset].encode("utf-8", "surrogatepass")))
        for line, offset in wanted
    ]
    assert list(batch.characters(sorted(spots))) == sorted(wanted)


def test_offsets_of_many_bytes_of_a_line_read_it_once() -> None:
    batch = Batch.of(["é" * 10_000])
    counting = Counting(batch.buffer)
    spots = [(0, 1 + 2 * offset) for offset in range(0, 10_000, 7)]
    found = list(replace(batch, buffer=counting).characters(spots))  # type: ignore[arg-type]
    assert [offset for _, offset in found] == list(range(0, 10_000, 7))
    assert counting.taken <= len(batch.buffer)


def test_layout_of_two_texts() -> None:
    batch = Batch.of(["a\r\n é", BOM + "b\n"])
    assert batch.lines == ("a", " é", "b", "")
    assert batch.first.tolist() == [0, 2, 4]
    assert batch.document.tolist() == [0, 0, 1, 1]
    assert batch.buffer.tobytes() == "\na\n é\nb\n\n".encode()
    assert batch.starts.tolist() == [1, 3, 7, 9, 10]
    assert batch.inked.tolist() == [True, True, True, False]


@given(texts())
def test_ranges_cover_the_text_without_gaps(text: str) -> None:
    at = len(BOM) * text.startswith(BOM)
    for start, stop, end in line_ranges(text):
        assert start == at
        assert text[stop:end] in ("", "\n", "\r\n")
        assert "\n" not in text[start:stop]
        at = end
    assert at == len(text)


@given(texts())
def test_lines_are_those_of_the_ranges(text: str) -> None:
    lines = [text[start:stop] for start, stop, _ in line_ranges(text)]
    # The last line is scored as if a line feed followed: a carriage return at the very end is half an ending.
    lines[-1] = lines[-1].removesuffix("\r")
    assert list(Batch.of([text]).lines) == lines


@given(BATCHES)
def test_the_buffer_holds_every_line_between_line_feeds(many: list[str]) -> None:
    batch = Batch.of(many)
    data = batch.buffer.tobytes()
    assert len(batch.starts) == len(batch.lines) + 1
    for number, line in enumerate(batch.lines):
        start, stop = batch.starts[number], batch.starts[number + 1]
        assert data[start - 1] == data[stop - 1] == ord("\n")
        assert data[start : stop - 1] == line.encode("utf-8", "surrogatepass")
        assert batch.inked[number] == bool(line.strip())


@given(BATCHES)
def test_a_text_has_the_same_lines_in_every_batch(many: list[str]) -> None:
    batch = Batch.of(many)
    for number, text in enumerate(many):
        alone = Batch.of([text])
        start, stop = batch.first[number], batch.first[number + 1]
        assert batch.lines[start:stop] == alone.lines
        assert np.array_equal(batch.inked[start:stop], alone.inked)
        first, last = batch.starts[start], batch.starts[stop]
        assert batch.buffer[first - 1 : last].tobytes() == alone.buffer.tobytes()


@given(BATCHES)
def test_one_kind_of_line_feed_or_the_other_is_the_same(many: list[str]) -> None:
    plain = [text.replace("\r", "") for text in many]
    windows = [text.replace("\n", "\r\n") for text in plain]
    one, other = Batch.of(plain), Batch.of(windows)
    assert one.lines == other.lines
    assert one.buffer.tobytes() == other.buffer.tobytes()
    assert one.starts.tolist() == other.starts.tolist()
