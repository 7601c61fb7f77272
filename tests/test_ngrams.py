"""The kernel equals a plain reading of its specification, bit for bit, in every batch and at every chunk border."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner import ngrams
from cleaner.batch import Batch
from cleaner.ngrams import FOLD, LANES, ORDERS, ROW_BITS, SAMPLE, Tables, counts, ends, extract, fold, groups, scan
from tests.strategies import texts

ROWS = 1 << ROW_BITS
BATCHES = st.lists(texts(), max_size=4)
SMALL_CHUNKS = st.sampled_from([64, 65, 100, 127, 1000])
"""Chunks are longer than the deepest n-gram and may end anywhere, inside a piece or a character."""


def hash_of(gram: bytes) -> int:
    """h_1 = byte * MULTIPLIER; h_o(p) = h_(o-1)(p-1) * PRIME + byte(p) * MULTIPLIER, modulo 2**32."""
    value = 0
    for byte in gram:
        value = (value * 0x01000193 + byte * 0x9E3779B1) % 2**32
    return value


def rows_of(line: bytes, order: int) -> Iterator[int]:
    """Yield the row of every n-gram: a newline stands before and after the line, capitals, digits, tabs are folded."""
    folded = bytearray(b"\n")
    for byte in line:
        if ord("A") <= byte <= ord("Z"):
            folded.append(byte + 32)
        elif ord("0") <= byte <= ord("9"):
            folded.append(ord("0"))
        else:
            folded.append(ord(" ") if byte == ord("\t") else byte)
    folded += b"\n"
    for start in range(len(folded) - order + 1):
        yield hash_of(bytes(folded[start : start + order])) >> (32 - 18)


def reference(line: bytes, weights: npt.NDArray[np.int8]) -> list[int]:
    rows = [row for order in (2, 3, 4, 5) for row in rows_of(line, order)]
    return [sum(int(lane[row]) for row in rows) for lane in weights]


def weights_of(lanes: int) -> npt.NDArray[np.int8]:
    """Return weights by a formula, so that golden vectors need no file: all values of a byte, no pattern in sight."""
    rows = np.arange(ROWS, dtype=np.uint64)
    mixed = [(rows * np.uint64(2 * lane + 0x9E3779B1) >> np.uint64(7)) % np.uint64(256) for lane in range(lanes)]
    return (np.stack(mixed).astype(np.int16) - 128).astype(np.int8)


WEIGHTS = weights_of(6)
TABLES = Tables(WEIGHTS)


def scores(
    many: Sequence[str], tables: Tables = TABLES, chunk: int | None = None, lanes: int = len(WEIGHTS)
) -> npt.NDArray[np.int64]:
    batch = Batch.of(many)
    with pytest.MonkeyPatch.context() as patch:
        if chunk:
            patch.setattr(ngrams, "_CHUNK", chunk)
        return scan(fold(batch.buffer), batch.starts, tables)[0][:, :lanes]


def test_no_lines_have_no_scores() -> None:
    batch = Batch.of([])
    total, (size, row) = scan(fold(batch.buffer), batch.starts, TABLES)
    assert total.shape == (0, 2 * LANES)
    assert len(size) == len(row) == 0


def test_no_tables_give_no_columns_but_the_sample() -> None:
    batch = Batch.of(["The bridge is open."])
    with_tables = scan(fold(batch.buffer), batch.starts, TABLES)[1]
    total, without = scan(fold(batch.buffer), batch.starts, Tables(WEIGHTS[:0]))
    assert total.shape == (1, 0)
    assert [part.tolist() for part in without] == [part.tolist() for part in with_tables]


def test_weights_of_zero_score_zero() -> None:
    assert not scores(["The bridge\nis open."], Tables(np.zeros((4, ROWS), np.int8))).any()


def test_lanes_that_are_filled_up_score_zero() -> None:
    batch = Batch.of(["The bridge is open.\n\nÉ"])
    total = scan(fold(batch.buffer), batch.starts, TABLES)[0]
    assert total.shape == (3, 8)
    assert not total[:, len(WEIGHTS) :].any()


def test_folding_changes_capitals_digits_and_tabs_only() -> None:
    for byte in range(256):
        char = bytes([byte])
        expected = b"0" if char.isdigit() else b" " if char == b"\t" else char.lower()
        assert FOLD[byte : byte + 1] == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [("Read Also: 17", "read also: 90"), ("a\tb", "a b")],
)
def test_folded_lines_score_alike(one: str, other: str) -> None:
    assert scores([one]).tolist() == scores([other]).tolist()


@pytest.mark.parametrize(
    ("gram", "row"),
    [
        (b"\n\n", 202209),
        (b"ab", 52511),
        (b"\nread", 74719),
        ("é!".encode(), 248133),
    ],
)
def test_golden_rows(gram: bytes, row: int) -> None:
    assert hash_of(gram) >> (32 - ROW_BITS) == row
    assert row in {found for _, _, orders in _chunks(gram) for found in orders[len(gram) - 2][0].tolist()}


def _chunks(gram: bytes) -> Iterator[tuple[int, int, list[tuple[npt.NDArray[np.uint32], npt.NDArray[np.int64]]]]]:
    batch = Batch.of([gram.strip(b"\n").decode()])
    return ngrams.chunks(fold(batch.buffer), batch.starts)


GOLDEN = {
    "": [115, -54, 34, 121, -47, 40],
    "a": [275, 147, 22, 150, 22, 151],
    "Read also: Five bridges that changed the coast": [400, -2960, -179, -470, -501, -25],
    "NYIURTOGEL": [-642, -226, 188, 602, -264, -106],
    "日本 🙂 é": [-796, 223, -33, 469, -45, -302],
    "© 2031 " * 40: [8865, 4996, -19941, 6318, -8261, -52498],
}


@pytest.mark.parametrize("line", GOLDEN)
def test_golden_scores(line: str) -> None:
    assert scores([line]).tolist() == [GOLDEN[line]]
    assert reference(line.encode(), WEIGHTS) == GOLDEN[line]


@given(BATCHES, SMALL_CHUNKS)
def test_the_kernel_equals_the_reference(many: list[str], chunk: int) -> None:
    expected = [reference(line.encode("utf-8", "surrogatepass"), WEIGHTS) for line in Batch.of(many).lines]
    assert scores(many).tolist() == expected
    assert scores(many, chunk=chunk).tolist() == expected


@given(BATCHES)
def test_the_number_of_ngrams_equals_the_reference(many: list[str]) -> None:
    batch = Batch.of(many)
    lines = [line.encode("utf-8", "surrogatepass") for line in batch.lines]
    expected = [sum(1 for order in ORDERS for _ in rows_of(line, order)) for line in lines]
    assert counts(np.diff(batch.starts)).tolist() == expected


@given(BATCHES, SMALL_CHUNKS)
def test_the_sample_is_every_ngram_with_a_divisible_row(many: list[str], chunk: int) -> None:
    batch = Batch.of(many)
    expected = [
        (number, row // SAMPLE)
        for number, line in enumerate(batch.lines)
        for row in rows_of(line.encode("utf-8", "surrogatepass"), max(ORDERS))
        if row % SAMPLE == 0
    ]
    with pytest.MonkeyPatch.context() as patch:
        for size in (ngrams._CHUNK, chunk):
            patch.setattr(ngrams, "_CHUNK", size)
            patch.setattr(ngrams, "_GROUP", size)
            sizes, row = scan(fold(batch.buffer), batch.starts, TABLES)[1]
            line = np.repeat(np.arange(len(batch.lines)), sizes)
            assert list(zip(line.tolist(), row.tolist(), strict=True)) == expected


@given(BATCHES, st.integers(1, 60))
def test_groups_part_no_line_and_are_as_large_as_allowed(many: list[str], size: int) -> None:
    starts = Batch.of(many).starts
    found = list(groups(starts, size))
    assert [line for lines in found for line in range(len(starts) - 1)[lines]] == list(range(len(starts) - 1))
    for lines in found:
        assert starts[lines.stop] - starts[lines.start] <= size or lines.stop == lines.start + 1
        assert lines.stop == len(starts) - 1 or starts[lines.stop + 1] - starts[lines.start] > size


def test_room_for_the_sample_does_not_grow_with_the_text() -> None:
    batch = Batch.of(["The bridge over the river is open again.\n" * 400_000])
    buffer = fold(batch.buffer)
    tracemalloc.start()
    scan(buffer, batch.starts, TABLES)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 8 * len(buffer)


@settings(max_examples=30)
@given(BATCHES)
def test_a_line_has_the_same_scores_in_every_batch(many: list[str]) -> None:
    together = scores(many).tolist()
    assert together == [row for text in many for row in scores([text]).tolist()]
    assert together == [scores([f"\n{line}\r\n"]).tolist()[1] for line in Batch.of(many).lines]


def test_lines_across_the_real_chunk_border() -> None:
    line = "Petani menjual jagung ke koperasi; the harbour is open, 日本. "
    text = "\n".join([line, line * 3000, line, "", line * 17] * 2)
    assert len(text.encode()) > 4 * ngrams._CHUNK
    found = scores([text])
    once = {piece: reference(piece.encode(), WEIGHTS) for piece in (line, "", line * 17)}
    # A line of n copies scores linearly in n from two copies on: only the seams and the ends differ.
    two, three = (reference((line * n).encode(), WEIGHTS) for n in (2, 3))
    once[line * 3000] = [a + 2998 * (b - a) for a, b in zip(two, three, strict=True)]
    assert found.tolist() == [once[piece] for piece in text.split("\n")]


@pytest.mark.parametrize("weight", [-128, 127])
def test_extreme_weights_do_not_overflow_a_lane(weight: int) -> None:
    text = "x" * 200_000 + "\n\n" + "y" * 63
    expected = [[weight * n] * 8 for n in counts(np.diff(Batch.of([text]).starts)).tolist()]
    assert scores([text], Tables(np.full((8, ROWS), weight, np.int8)), lanes=8).tolist() == expected


def lines_of(buffer: npt.NDArray[np.uint8], starts: npt.NDArray[np.int64]) -> list[bytes]:
    """Return the lines of a buffer, after a look at the newline before, between and after them."""
    data = buffer.tobytes()
    assert data[:1] == b"\n"
    assert all(data[start - 1 : start] == b"\n" for start in starts.tolist())
    assert len(data) == starts[-1]
    return [data[start : stop - 1] for start, stop in zip(starts[:-1].tolist(), starts[1:].tolist(), strict=True)]


@given(BATCHES, st.integers(1, 30), st.integers(1, 30))
def test_ends_are_the_first_and_last_bytes_of_every_line(many: list[str], first: int, last: int) -> None:
    batch = Batch.of(many)
    lines = [line.encode("utf-8", "surrogatepass") for line in batch.lines]
    head, tail = ends(batch.buffer, batch.starts, first, last)
    assert lines_of(*head) == [line[:first] for line in lines]
    assert lines_of(*tail) == [line[-last:] for line in lines]


@given(BATCHES, st.data())
def test_extract_takes_pieces_of_lines(many: list[str], data: st.DataObject) -> None:
    batch = Batch.of(many)
    lines = [line.encode("utf-8", "surrogatepass") for line in batch.lines]
    chosen = data.draw(st.lists(st.integers(0, len(lines) - 1), max_size=8)) if lines else []
    pieces = [sorted(data.draw(st.tuples(*[st.integers(0, len(lines[number]))] * 2))) for number in chosen]
    first = np.array([batch.starts[n] + start for n, (start, _) in zip(chosen, pieces, strict=True)], np.int64)
    length = np.array([stop - start for start, stop in pieces], np.int64)
    found = lines_of(*extract(batch.buffer, first, length))
    assert found == [lines[number][start:stop] for number, (start, stop) in zip(chosen, pieces, strict=True)]
    total = scan(*extract(fold(batch.buffer), first, length), TABLES)[0]
    assert total[:, : len(WEIGHTS)].tolist() == [reference(piece, WEIGHTS) for piece in found]
