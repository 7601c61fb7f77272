"""The slopes of a network that reads pages are those of its loss, and it learns what only a memory can know."""

from __future__ import annotations

import numpy as np
import pytest

from cleaner.memory import Memory
from cleaner.network import INPUT_TOP, LOGIT, Scaling
from cleaner.taxonomy import LABELS
from cleaner.training import memory
from cleaner.training.gated import HIGHEST, Piece, Sizes, Weights, course, learn, losses, shapes
from cleaner.training.memory import LENGTHS, Lines, arrays_of, fit
from cleaner.training.table import UNKNOWN

SMALL = Sizes(6, (4, 3), 5)
JUNK, STEP = 1, 1e-6


def lines_of(sizes: list[int], seed: int = 0, inputs: int = 4) -> Lines:
    random, count = np.random.default_rng(seed), sum(sizes)
    label = random.integers(UNKNOWN, len(LABELS) + 1, count).astype(np.int8)
    values = random.integers(-INPUT_TOP, INPUT_TOP, (count, inputs)).astype(np.int8)
    weight = random.random(count, np.float32) + np.float32(0.1)
    return Lines(values, random.random(count) < 0.8, label, weight, np.cumsum([0, *sizes]))


def piece_of(lines: Lines) -> Piece:
    return memory._piece(lines, *memory._pieces(lines, np.ones(len(lines.label), np.bool_)))


def some_weights(seed: int, inputs: int = 4) -> Weights:
    random = np.random.default_rng(seed)
    weights = {name: random.standard_normal(shape) / 2 for name, shape in shapes(inputs, SMALL).items()}
    for name in ("enter", "hidden"):
        weights[name] *= 9  # so that some values are the highest that there are
    return weights


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("dropped", [False, True])
def test_slopes_are_those_of_the_loss(seed: int, dropped: bool) -> None:
    random, piece, weights = np.random.default_rng(seed), piece_of(lines_of([5, 1, 9], seed)), some_weights(seed)
    piece = piece._replace(inputs=piece.inputs.astype(np.float64), weight=piece.weight.astype(np.float64))
    slopes, unused = ({name: np.zeros_like(part) for name, part in weights.items()} for _ in range(2))

    def loss(into: Weights) -> float:
        return learn(weights, into, piece, np.random.default_rng(seed) if dropped else None)

    way = course(weights, piece)
    assert (way.said > HIGHEST).any()
    assert (way.middle > HIGHEST).any()
    loss(slopes)
    for name, part in weights.items():
        for _ in range(6):
            at = tuple(random.integers(0, size) for size in part.shape)
            there, beside = part[at], []
            for step in (STEP, -STEP):
                part[at] = there + step
                beside.append(loss(unused))
            part[at] = there
            assert (beside[0] - beside[1]) / 2 / STEP == pytest.approx(slopes[name][at], rel=1e-3, abs=1e-5)


def test_a_line_of_which_nothing_is_known_moves_nothing() -> None:
    label = np.array([UNKNOWN, 0, JUNK, len(LABELS)], np.int8)
    logits = np.random.default_rng(3).standard_normal((4, len(LABELS))).astype(np.float32)
    _, slope = losses(logits, label, np.ones(4, np.float32))
    assert not slope[0].any()
    assert slope[1, 0] > 0 > slope[2, 0]
    assert not slope[1, 1:].any()  # content is of no kind
    assert slope[3, 0] < 0
    assert not slope[3, 1:].any()  # junk of a kind that nobody named


def test_documents_are_cut_into_pieces_and_none_is_lost() -> None:
    longest = int(LENGTHS[-1])
    lines = lines_of([3, 0, longest, 2 * longest + 1, 7])
    lines.label[-7:] = UNKNOWN  # nothing is to be learned from the last one
    begin, end = memory._pieces(lines, np.ones(len(lines.label), np.bool_))
    assert (end - begin).tolist() == [3, longest, longest, longest, 1]
    outside = np.arange(len(lines.label)) >= 3  # all but the first document
    assert (memory._pieces(lines, outside)[0] >= 3).all()
    steps = list(memory._steps(begin, end, np.random.default_rng(1)))
    assert sorted(np.concatenate(steps).tolist()) == list(range(len(begin)))


def pages(count: int, seed: int) -> Lines:
    """Return pages of lines that all look alike, but for a first one that says whether the others are junk."""
    random = np.random.default_rng(seed)
    junk = random.integers(0, 2, count)
    sizes = random.integers(12, 30, count)
    first = np.cumsum([0, *sizes])
    inputs = random.integers(-9, 9, (int(first[-1]), 3)).astype(np.int8)
    inputs[first[:-1], 0] = np.where(junk, INPUT_TOP, -INPUT_TOP)
    label = np.repeat(np.where(junk, JUNK, 0), sizes).astype(np.int8)
    return Lines(inputs, np.ones(len(label), np.bool_), label, np.ones(len(label), np.float32), first)


def test_documents_that_are_left_out_teach_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "EPOCHS", 1)
    lines = lines_of([5, 8, 12, 30], inputs=3)
    inside = np.arange(len(lines.label)) >= 13
    before = fit(lines, inside, 1)
    lines.label[:13], lines.inputs[:13] = JUNK, 0
    after = fit(lines, inside, 1)
    assert all(np.array_equal(part, after[name]) for name, part in before.items())
    lines.label[13:] = 0
    assert not np.array_equal(fit(lines, inside, 1)["last"], before["last"])


def test_whole_numbers_say_what_floats_say() -> None:
    lines = lines_of([40, 1, 25] * 20, inputs=5)
    weights = {name: part.astype(np.float32) for name, part in some_weights(4, inputs=5).items()}
    scaling = Scaling(np.zeros(5, np.float32), np.ones(5, np.float32))
    net = Memory.of(arrays_of(weights, scaling, "net"), "net", 5, len(LABELS))
    opened, everything = np.flatnonzero(lines.open), np.arange(len(lines.open))
    found = net.logits(lines.inputs[opened].astype(np.int16), opened, lines.first, everything) / LOGIT
    expected = course(weights, memory._piece(lines, lines.first[:-1], lines.first[1:])).logits
    difference = np.abs(found - expected)
    assert difference.mean() < 0.02 * expected.std()
    assert np.quantile(difference, 0.99) < 0.1 * expected.std()


def test_what_a_page_starts_with_is_remembered_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "LINES", 512)  # few lines a step are many steps
    seen, unseen = pages(600, 1), pages(60, 2)
    inside = np.ones(len(seen.label), np.bool_)
    scaling = Scaling(np.zeros(3, np.float32), np.ones(3, np.float32))
    arrays = arrays_of(fit(seen, inside, 5), scaling, "net")
    net, rows = Memory.of(arrays, "net", 3, len(LABELS)), np.arange(len(unseen.label))
    logits = net.logits(unseen.inputs.astype(np.int16), rows, unseen.first, rows)[:, 0]
    last = unseen.first[1:] - 1
    assert ((logits[last] > LOGIT) == (unseen.label[last] > 0)).all()
    again = arrays_of(fit(seen, inside, 5), scaling, "net")
    assert all(np.array_equal(array, again[name]) for name, array in arrays.items())
