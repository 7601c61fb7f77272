"""The compiled kernel gives the same whole numbers as numpy, is not needed, and refuses what does not fit."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cleaner
from cleaner import compiled, context, memory, ngrams, recurrence, shape, tokens, trees
from cleaner.batch import Batch
from cleaner.evidence import LANE_NAMES, Evidence
from cleaner.ngrams import LANES, ROW_BITS, Tables, fold, scan, score
from cleaner.quiet import Part
from cleaner.shape import COLUMN
from cleaner.stage1 import Stage1
from cleaner.tokens import KEY_BITS, Sieve, Sifted
from cleaner.trees import Trees
from cleaner.window import Window, running
from tests.arrays import stage1_arrays
from tests.strategies import texts

BATCHES = st.lists(texts(), max_size=4)
WEIGHTS = np.random.default_rng(7).integers(-128, 128, (10, 1 << ROW_BITS)).astype(np.int8)
TABLES, OTHERS = Tables(WEIGHTS[:4]), Tables(WEIGHTS)
STAGE1 = Stage1(stage1_arrays(4))
LONG = "Petani menjual jungle 4,000 ke Koperasi; the (Harbour) is open 24h, 日本. " * 40
KERNEL: Any = compiled.KERNEL
WITH_KERNEL = (context, memory, ngrams, recurrence, shape, tokens, trees)

needs_kernel = pytest.mark.skipif(KERNEL is None, reason="the kernel is not built")


def with_numpy(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in WITH_KERNEL:
        monkeypatch.setattr(module, "KERNEL", None)


def both(many: list[str]) -> list[dict[str, npt.NDArray[Any]]]:
    """Return all that stage 1 tells of texts, from the kernel and from numpy."""
    batch = Batch.of(many)
    found = []
    for without in (False, True):
        with pytest.MonkeyPatch.context() as patch:
            if without:
                with_numpy(patch)
            evidence = STAGE1.evidence(batch)
            total, (line, row) = scan(fold(batch.buffer), batch.starts, TABLES)
            first, length = batch.starts[:-1], np.diff(batch.starts) - 1
            part = score(fold(batch.buffer), first + length // 3, length // 2, OTHERS)
            columns = {"total": total, "line": line, "row": row, "part": part, "first": evidence.first}
            columns |= {"lanes": evidence.lanes, "shape": evidence.shape, "key": evidence.key, "head": evidence.head}
            columns |= {"shingle line": evidence.shingles[0], "shingle row": evidence.shingles[1]}
            found.append(columns | {"measured": shape.measure(batch.buffer, batch.starts)})
    return found


@needs_kernel
@settings(max_examples=60)
@given(BATCHES)
def test_the_kernel_equals_numpy(many: list[str]) -> None:
    ours, numpys = both(many)
    for name, values in ours.items():
        assert values.dtype == numpys[name].dtype, name
        assert values.shape == numpys[name].shape, name
        assert values.tolist() == numpys[name].tolist(), name


@needs_kernel
def test_the_kernel_equals_numpy_on_long_lines() -> None:
    edges = ["x" * size for size in (62, 63, 64, 65, 127, 128, 129, 255, 256)]
    ours, numpys = both([LONG, "\n".join(edges), "\n\n".join([LONG * 30, "", LONG[:63], LONG[:64]])])
    assert all(values.tolist() == numpys[name].tolist() for name, values in ours.items())


RUNS = [
    "buy pills",
    "a b c d e f",
    "b0la",
    "x0",
    "abcd",
    "abcde togel",
    "ＡＢ",
    "́a̶b̶c̶",
    "аb",
    "bа",
    "é",
    "“a”",
    "🔥a🔥",
    "\u200bz",
    "abc12",
    "ab12",
    "日12",
    "MAZMUR1388",
    "abc1",
    "abcd12x",
    "€50",
    "a❽",
    "a8\ufe0f\u20e3",
]
SIGNS = st.text(st.sampled_from("ab0 .-❽➓\ufe0f\u20e3\n\r\u00ad\u200bаΩé̶̶“〜🔥ᴀɪʀ𝐀🄰ﻋꜱⓐⒶ｡Ａ日\udce2"), max_size=12)
KEYS = tokens.keys_of(tokens.pieces(["buy", "pills", "abcd", "é", "a", "b0la"]))


def sieve(density: float) -> Sieve:
    """Return tables in which so many of the keys are set."""
    random = np.random.default_rng(5)
    edges = [np.packbits(random.random(1 << KEY_BITS) < density) for _ in range(2)]
    return Sieve(*edges, random.integers(0, 1 << 32, 9999, np.uint32), KEYS, np.array([3, 4, 5, 2, 9, 7], np.uint8))


SIEVES = [sieve(0.0), sieve(0.3), sieve(1.0)]


@needs_kernel
@settings(max_examples=300)
@given(st.lists(st.lists(st.sampled_from(RUNS) | SIGNS, max_size=9).map("".join), max_size=3), st.data())
def test_the_kernel_sifts_as_numpy_does(many: list[str], data: st.DataObject) -> None:
    batch = Batch.of(many)
    lines = np.array([number for number in range(len(batch.lines)) if data.draw(st.integers(0, 3))], np.int64)
    for table in SIEVES:
        ours, numpys = tokens.sift(batch, lines, table, 5, 7), tokens._sift(batch, Part.of(batch, lines), table, 5, 7)
        for name, values, others in zip(Sifted._fields, ours, numpys, strict=True):
            assert values.tolist() == others.tolist(), name


@needs_kernel
def test_tables_of_another_size_are_not_sifted_with() -> None:
    batch, line = Batch.of(["abcd"]), numbers(0)
    room = [np.zeros(5, np.int64) for _ in range(3)]
    found, levels = np.zeros(3, np.int64), numbers(5, 7)
    asked = [batch.buffer, batch.starts[:-1], np.diff(batch.starts) - 1, *SIEVES[1].tables, levels, *room, found]
    assert KERNEL.sift(*asked) == 0
    for at in (*range(1, 3), *range(3, 9), 9, 10, 11, 12, 13, 14, 15):
        with pytest.raises(ValueError, match="fit"):
            KERNEL.sift(*asked[:at], asked[at][:-1].copy(), *asked[at + 1 :])
    with pytest.raises(ValueError, match="fit"):
        KERNEL.sift(batch.buffer, line + 3, line + 9, *asked[3:])


@needs_kernel
@settings(max_examples=60)
@given(BATCHES, st.data())
def test_the_kernel_finds_the_overlap_that_numpy_finds(many: list[str], data: st.DataObject) -> None:
    evidence = STAGE1.evidence(Batch.of(many))
    lines = len(evidence.key)
    body = np.array([data.draw(st.booleans()) for _ in range(lines)], np.bool_)
    sizes = np.array([data.draw(st.integers(0, 4)) for _ in range(lines)], np.int64)
    near = st.sampled_from([0, 1, 2, recurrence.TABLE - 1, recurrence.TABLE, recurrence.TABLE + 1])
    rows = np.array([data.draw(near) for _ in range(int(sizes.sum()))], np.uint16)
    for shingles in (evidence.shingles, (sizes, rows)):
        own = replace(evidence, shingles=shingles)
        ours, numpys = np.zeros((2, 2, lines), np.int64)
        KERNEL.overlap(own.first, *shingles, body, ours)
        recurrence._share(own, Window(own.first), body, numpys)
        assert ours.tolist() == numpys.tolist()


@needs_kernel
@settings(max_examples=100)
@given(st.lists(st.integers(0, 12), max_size=4), st.integers(0, 99), st.sampled_from([1, 3, 400, 40_000]))
def test_the_kernel_has_the_features_that_numpy_has(sizes: list[int], seed: int, longest: int) -> None:
    random, lines = np.random.default_rng(seed), sum(sizes)
    shape_of = random.integers(0, 3, (lines, len(COLUMN)))
    shape_of[:, 0] = random.integers(0, longest, lines)
    lanes = random.integers(-1023, 1024, (lines, len(LANE_NAMES)))
    first, key = np.cumsum([0, *sizes]), random.integers(0, 3, lines)
    shingles = np.zeros(lines, np.int64), np.zeros(0, np.uint16)
    evidence = Evidence(lanes.astype(np.int16), shape_of.astype(np.int32), first, key, key % 2, shingles)
    asked = np.flatnonzero(random.random(lines) < 0.7)
    ours, numpys = context.features(evidence, asked), context._features(evidence, asked)
    assert ours[1] == numpys[1] == context.feature_names()
    assert ours[0].dtype == numpys[0].dtype
    for column, (one, other) in zip(ours[1], zip(ours[0].T, numpys[0].T, strict=True), strict=True):
        assert one.tolist() == other.tolist(), column


@needs_kernel
def test_evidence_that_does_not_fit_is_refused() -> None:
    def rows(columns: int) -> npt.NDArray[np.int16]:
        return np.zeros((2, columns), np.int16)

    widths = len(LANE_NAMES), 2 * len(COLUMN), 10, 6
    asked = [numbers(0, 1, 1, 2), *map(rows, widths), numbers(0, 1), rows(len(context.feature_names()))]
    assert KERNEL.features(*asked) == 0
    for at, other in (
        *((0, numbers(*first)) for first in ([], [0], [0, 3], [1, 2], [0, 3, 2], [0, -1, 2], [0, 2**62])),
        *((at, asked[at][:1].copy()) for at in (1, 2, 3, 4, 6)),
        *((5, numbers(*lines)) for lines in ([0], [1, 0], [0, 0], [0, 2], [-1, 0])),
        *((at, None) for at in range(7)),
    ):
        with pytest.raises(ValueError, match="fit"):
            KERNEL.features(*asked[:at], other, *asked[at + 1 :])


@needs_kernel
@settings(max_examples=100)
@given(st.lists(st.integers(0, 60), max_size=4), st.integers(1, 40), st.integers(0, 99))
def test_the_kernel_remembers_what_numpy_remembers(sizes: list[int], states: int, seed: int) -> None:
    first = running(np.array(sizes, np.int64))
    drawn = np.random.default_rng(seed).integers(-memory.TOP, memory.TOP, (sum(sizes), 4 * states), endpoint=True)
    gates, ours = drawn.astype(np.int16), np.zeros((sum(sizes), 2 * states), np.int8)
    KERNEL.remember(first, gates, ours)
    assert ours.tolist() == memory._remembered(gates, first).tolist()


@needs_kernel
def test_gates_that_do_not_fit_are_refused() -> None:
    gates, states = np.zeros((2, 12), np.int16), np.zeros((2, 6), np.int8)
    asked = [numbers(0, 1, 1, 2), gates, states]
    assert KERNEL.remember(*asked) == 0
    for at, other in (
        *((0, numbers(*first)) for first in ([], [0], [1, 2], [0, 3, 2], [0, -1, 2], [0, -(2**62)], [0, 2**62])),
        *((at, asked[at][:1].copy()) for at in (1, 2)),
        (1, np.zeros(49, np.int8)[1:]),
        (2, states[:, :5].copy()),
        *((at, None) for at in range(3)),
    ):
        with pytest.raises(ValueError, match="fit"):
            KERNEL.remember(*asked[:at], other, *asked[at + 1 :])
    none = np.zeros((0, 4), np.int16), np.zeros((0, 2), np.int8)
    assert KERNEL.remember(numbers(0, 0), *none) == 0
    with pytest.raises(ValueError, match="fit"):
        KERNEL.remember(numbers(0, 2**62), *none)
    wide = np.zeros((1, 4 * 257), np.int16), np.zeros((1, 2 * 257), np.int8)
    with pytest.raises(ValueError, match="fit"):
        KERNEL.remember(numbers(0, 1), *wide)


@needs_kernel
def test_samples_that_do_not_fit_are_refused() -> None:
    rows, body, shared = np.zeros(5, np.uint16), np.zeros(2, np.bool_), np.zeros((2, 2), np.int64)
    asked = [numbers(0, 1, 1, 2), numbers(3, 2), rows, body, shared]
    assert KERNEL.overlap(*asked) == 0
    for at, other in (
        *((0, numbers(*first)) for first in ([], [0], [0, 3], [1, 2], [0, 3, 2], [0, -1, 2])),
        *((1, numbers(*sizes)) for sizes in ([5], [3, 3], [6, -1], [2**62, 2**62], [3, 1])),
        *((2, rows[:4].copy()), (2, np.zeros(9, np.uint8)), (3, body[:1].copy()), (4, shared[0].copy())),
        *((at, None) for at in range(5)),
    ):
        with pytest.raises(ValueError, match="fit"):
            KERNEL.overlap(*asked[:at], other, *asked[at + 1 :])


@needs_kernel
@settings(max_examples=100)
@given(BATCHES, st.integers(1, 18), st.integers(0, 99))
def test_the_kernel_equals_numpy_on_tables_of_any_size(many: list[str], bits: int, seed: int) -> None:
    drawn = np.random.default_rng(seed).integers(-128, 128, (6, 1 << bits)).astype(np.int8)
    batch, tables = Batch.of(many), Tables(drawn)
    first, length = batch.starts[:-1], np.diff(batch.starts) - 1
    ours = score(batch.buffer, first, length, tables)
    assert ours.tolist() == scan(*ngrams.extract(batch.buffer, first, length), tables)[0].tolist()
    with pytest.MonkeyPatch.context() as patch:
        with_numpy(patch)
        assert ours.tolist() == score(batch.buffer, first, length, tables).tolist()


@needs_kernel
@settings(max_examples=100)
@given(st.lists(st.integers(1, 3), min_size=1, max_size=3), st.integers(0, 9), st.integers(0, 99))
def test_the_kernel_walks_trees_as_numpy_does(sets: list[int], asked: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    model = Trees(grown(sets, random))
    rows = random.integers(-2, 3, (asked, 3)).astype(np.float32)
    total = np.empty((asked, len(sets)), np.int64)
    model._walk(rows, total)
    assert model.scores(rows).tolist() == (total + model.base).tolist()


def grown(sets: list[int], random: np.random.Generator) -> dict[str, npt.NDArray[Any]]:
    """Return sets of random trees over three columns, with so many trees each."""
    right: list[int] = []
    roots = []

    def grow(depth: int) -> None:
        at = len(right)
        right.append(0)
        if depth < 6 and random.random() < 0.7:
            grow(depth + 1)
            right[at] = len(right) - at
            grow(depth + 1)

    for _ in range(sum(sets)):
        roots.append(len(right))
        grow(0)
    count = len(right)
    return {
        "tree_column": random.integers(0, 3, count).astype(np.uint8),
        "tree_threshold": random.integers(0, 4, count).astype(np.uint16),
        "tree_thresholds": np.array([-1.5, -0.5, 0, 1], np.float32),
        "tree_right": np.array(right, np.uint8),
        "tree_value": random.integers(-(2**15), 2**15, count).astype(np.int16),
        "tree_roots": np.array(roots, np.uint16),
        "tree_sets": np.array(sets, np.int32),
        "tree_base": np.array([*range(len(sets)), 7], np.int32),
    }


@needs_kernel
def test_trees_that_do_not_fit_are_refused() -> None:
    rows, column, right = np.ones((2, 3), np.float32), np.zeros(3, np.uint8), np.array([2, 0, 0], np.uint8)
    values = np.zeros(3, np.float32), right, np.zeros(3, np.int16)
    asked = [rows, column, *values, numbers(0), numbers(0, 1), np.zeros((2, 1), np.int64)]
    assert KERNEL.walk(*asked) == 0
    for at, other in (
        *((at, asked[at][:1].copy()) for at in (1, 2, 3, 4)),
        (0, np.zeros(5, np.float32)),
        (0, np.zeros(25, np.uint8)[1:]),
        (1, np.full(3, 3, np.uint8)),
        (3, np.array([3, 0, 0], np.uint8)),
        *((5, numbers(root)) for root in (3, -1, 2**62)),
        *((6, numbers(*first)) for first in ([], [0], [0, 2], [1, 1], [0, -1])),
        (7, np.zeros(4, np.int64)),
        *((at, None) for at in range(8)),
    ):
        with pytest.raises(ValueError, match="fit"):
            KERNEL.walk(*asked[:at], other, *asked[at + 1 :])


@needs_kernel
@pytest.mark.parametrize("weight", [-128, 127])
def test_no_lane_overflows(weight: int) -> None:
    batch = Batch.of(["x" * 100_000])
    total = scan(fold(batch.buffer), batch.starts, Tables(np.full((8, 1 << ROW_BITS), weight, np.int8)))[0]
    assert total.tolist() == [[weight * int(ngrams.counts(np.diff(batch.starts))[0])] * 8]


@pytest.mark.parametrize("kernel", [pytest.param(KERNEL, marks=needs_kernel), None], ids=["compiled", "numpy"])
def test_a_model_cleans_alike_with_either(kernel: object, shipped: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    page = (Path(__file__).parent / "test_model.py").read_text("utf-8")
    expected = shipped.clean_batch([page, LONG])
    for module in WITH_KERNEL:
        monkeypatch.setattr(module, "KERNEL", kernel)
    assert shipped.clean_batch([page, LONG]) == expected


def numbers(*values: int) -> npt.NDArray[np.int64]:
    return np.array(values, np.int64)


@needs_kernel
@pytest.mark.parametrize(
    ("first", "length", "tables", "size"),
    [
        (numbers(-1), numbers(1), TABLES.rows, LANES),
        (numbers(0), numbers(-1), TABLES.rows, LANES),
        (numbers(4), numbers(2), TABLES.rows, LANES),
        (numbers(2**62), numbers(2**62), TABLES.rows, LANES),
        (numbers(0, 1), numbers(1), TABLES.rows, 2 * LANES),
        (numbers(0), numbers(1), TABLES.rows[:5], LANES),
        (numbers(0), numbers(1), TABLES.rows, LANES - 1),
        (numbers(0), numbers(1), np.zeros((1 << ROW_BITS, 12), np.uint8), 12),
        (numbers(0), numbers(1), np.zeros((1 << ROW_BITS, 40), np.uint8), 40),
        (numbers(0), numbers(1), TABLES.rows[:-1], LANES),
        (numbers(0), numbers(1), np.zeros((1, LANES), np.uint8), LANES),
        (numbers(0), numbers(1), TABLES.rows, 0),
    ],
)
def test_what_does_not_fit_is_refused(
    first: npt.NDArray[np.int64], length: npt.NDArray[np.int64], tables: npt.NDArray[np.uint8], size: int
) -> None:
    text = np.frombuffer(b"\nabc\n", np.uint8)
    with pytest.raises(ValueError, match="fit"):
        KERNEL.sums(text, first, length, np.ascontiguousarray(tables), np.zeros(size, np.int64), None, None)


@needs_kernel
def test_a_sample_without_room_and_other_kinds_of_arrays_are_refused() -> None:
    text, one, four = np.frombuffer(b"\nabc\n", np.uint8), numbers(1), np.zeros(LANES, np.int64)
    with pytest.raises(ValueError, match="fit"):
        KERNEL.sums(text, one, numbers(3), TABLES.rows, four, np.zeros(2, np.uint16), one.copy())
    with pytest.raises(ValueError, match="fit"):
        KERNEL.sums(text, one, one, np.zeros((1 << 19, LANES), np.uint8), four, np.zeros(9, np.uint16), one.copy())
    with pytest.raises(ValueError, match="size"):
        KERNEL.sums(text, np.zeros(3, np.uint8), one, TABLES.rows, four, None, None)
    with pytest.raises(ValueError, match="read-only"):
        KERNEL.sums(text, one, one, TABLES.rows, np.frombuffer(bytes(8 * LANES), np.int64), None, None)
    with pytest.raises(ValueError, match="fit"):
        table, before = shape._TABLE, shape._BEFORE
        KERNEL.classes(text, one, numbers(3), before + np.uint16(600), table, np.zeros(8, np.int64))
    with pytest.raises(TypeError):
        KERNEL.sums(text)


def test_it_can_be_switched_off_and_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLEANER_KERNEL", "numpy")
    assert compiled.find() is None
    monkeypatch.delenv("CLEANER_KERNEL")
    monkeypatch.setitem(__import__("sys").modules, "cleaner._kernel", None)
    monkeypatch.delattr(cleaner, "_kernel", raising=False)
    assert compiled.find() is None


@needs_kernel
def test_a_kernel_of_other_sources_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    assert compiled.find() is KERNEL
    monkeypatch.setattr(compiled, "VERSION", compiled.VERSION + 1)
    assert compiled.find() is None


def test_the_kernel_has_the_constants_of_the_specification() -> None:
    sources = [path.read_text("utf-8") for path in Path(compiled.__file__).parent.glob("_*.[ch]")]
    lines = (line.split(maxsplit=2) for line in "".join(sources).split("\n") if line.startswith("#define "))
    defined = {line[1]: line[2] for line in lines if len(line) == 3}
    assert int(defined["MULTIPLIER"].rstrip("u"), 16) == ngrams.MULTIPLIER
    assert int(defined["PRIME"].rstrip("u"), 16) == ngrams.PRIME
    assert int(defined["ROW_BITS"].split()[0]) == ROW_BITS
    assert int(defined["SEGMENT"].split()[0]) == ngrams.SEGMENT
    assert [int(defined[name]) for name in ("LANES", "OFFSET", "SAMPLE")] == [LANES, ngrams.OFFSET, ngrams.SAMPLE]
    sizes = {"KEY_BITS": tokens.KEY_BITS, "NAME_BITS": tokens.NAME_BITS, "LURE_BITS": tokens.LURE_BITS}
    assert {name: int(defined[name]) for name in sizes} == sizes
    assert defined["TABLE"] == f"(1 << {recurrence.TABLE.bit_length() - 1})"
    assert int(defined["OTHER"].rstrip("u"), 16) == tokens._OTHER_MULTIPLIER
    assert int(defined["SIZE"].rstrip("u"), 16) == tokens._SIZE_MULTIPLIER
    assert int(defined["VERSION"].split()[0]) == compiled.VERSION
