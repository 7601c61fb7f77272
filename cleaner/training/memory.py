"""Train the network that reads a page forth and back, and turn it into whole numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from cleaner.batch import Flags, Ints
from cleaner.context import Features
from cleaner.memory import TOP
from cleaner.network import HIDDEN_TOP, INPUT_TOP, LOGIT, Floats, Scaling, Sums
from cleaner.training.gated import GATE, HIGHEST, NAMES, Piece, Weights, learn, shapes
from cleaner.training.networks import scaling
from cleaner.training.quantise import quantised_layer
from cleaner.training.table import UNKNOWN, Table
from cleaner.window import running

EPOCHS = 12
RATE, WARM, LARGEST, DECAY = 3e-3, 50, 1.0, 0.02
"""Highest rate; steps until it is reached; how long the slopes of a step may be; weight decay."""
LINES = 4096
"""Lines of a step."""
LENGTHS = np.array([8, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512])
"""Documents that are learned from side by side have lengths between two of these; longer ones are cut into pieces."""


class Lines(NamedTuple):
    """Hold all that is learned from: inputs in whole numbers, which lines are open, label and weight, first lines."""

    inputs: npt.NDArray[np.int8]
    open: Flags
    label: npt.NDArray[np.int8]
    weight: Floats
    first: Ints


def lines_of(inputs: Features, table: Table, opened: Flags) -> tuple[Lines, Scaling]:
    """Return what a memory learns from; `inputs` has a row for each line of the table."""
    to_inputs = scaling(inputs[opened])
    whole = np.empty(inputs.shape, np.int8)
    for start in range(0, len(inputs), LINES):
        whole[start : start + LINES] = to_inputs.apply(inputs[start : start + LINES])
    label = np.where(opened, table.label, UNKNOWN).astype(np.int8)  # nobody asks what a closed line is
    return Lines(whole, opened, label, table.weight, table.evidence.first), to_inputs


def fit(lines: Lines, inside: Flags, seed: int) -> Weights:
    """Return the weights of a network that has learned from the documents whose lines are `inside`.

    By Adam with weight decay apart (Loshchilov and Hutter 2019), at a rate that rises once and falls like a cosine.
    """
    sizes = shapes(lines.inputs.shape[1])
    ends = np.cumsum([int(np.prod(size)) for size in sizes.values()])

    def parts(vector: Floats) -> Weights:
        pieces = np.split(vector, ends[:-1])
        return {name: piece.reshape(size) for (name, size), piece in zip(sizes.items(), pieces, strict=True)}

    random = np.random.default_rng(seed)
    weights, slopes = np.zeros(ends[-1], np.float32), np.zeros(ends[-1], np.float32)
    for name, part in parts(weights).items():
        if part.ndim == 2:
            part[...] = random.standard_normal(part.shape, np.float32) / np.float32(len(part) ** 0.5)
        elif name.removesuffix(".bias") in NAMES:  # some states are slow from the start
            part[: part.size // 2] = np.tile(np.linspace(-2, 1, part.size // 4, dtype=np.float32), 2)
    begin, end = _pieces(lines, inside)
    total = EPOCHS * sum(1 for _ in _steps(begin, end, random))
    moment, square = np.zeros_like(weights), np.zeros_like(weights)
    done = 0
    for _ in range(EPOCHS):
        for chosen in _steps(begin, end, random):
            done += 1
            learn(parts(weights), parts(slopes), _piece(lines, begin[chosen], end[chosen]), random)
            slopes *= np.float32(min(1.0, LARGEST / max(float(np.linalg.norm(slopes)), 1e-9)))
            moment += np.float32(0.1) * (slopes - moment)
            square += np.float32(0.001) * (slopes * slopes - square)
            rate = RATE * min(1.0, done / WARM) * (0.51 + 0.49 * np.cos(np.pi * done / total))
            step = moment / np.float32(1 - 0.9**done) / (np.sqrt(square / np.float32(1 - 0.999**done)) + 1e-8)
            weights -= np.float32(rate) * (step + np.float32(DECAY) * weights)
    return parts(weights)


def arrays_of(weights: Weights, to_inputs: Scaling, prefix: str) -> dict[str, npt.NDArray[Any]]:
    """Return the arrays of a memory in whole numbers that does what the network of floats does."""
    given = {name: len(weights[f"{name}.bias"]) for name in ("enter", *NAMES, "hidden")}
    says, hidden = (_values(given[name], HIDDEN_TOP / HIGHEST, HIDDEN_TOP) for name in ("enter", "hidden"))
    known = [says, *(_joined(says, _values(given[name] // 2, TOP, TOP)) for name in NAMES)]
    layers = [("enter", _values(len(to_inputs.center), INPUT_TOP, INPUT_TOP), HIDDEN_TOP / HIGHEST)]
    layers += [(name, known[at], 1.0) for at, name in enumerate(NAMES)]
    layers += [("hidden", known[-1], HIDDEN_TOP / HIGHEST), ("last", hidden, LOGIT)]
    arrays: dict[str, npt.NDArray[Any]] = {f"{prefix}.center": to_inputs.center, f"{prefix}.scale": to_inputs.scale}
    for at, (name, values, steps) in enumerate(layers):
        weight, bias = weights[name], weights[f"{name}.bias"]
        if name in NAMES:
            slope = np.repeat([2 * GATE * TOP, TOP], len(bias) // 2)
            weight, bias = weight * slope, bias * slope
        arrays |= quantised_layer(weight, bias, values, steps, (prefix, at))
    return arrays


def _joined(one: tuple[Sums, Sums], other: tuple[Sums, Sums]) -> tuple[Sums, Sums]:
    return np.concatenate([one[0], other[0]]), np.concatenate([one[1], other[1]])


def _values(count: int, steps: float, top: int) -> tuple[Sums, Sums]:
    """Return what a step of each value is worth, where one is so many steps, and how many steps the highest has."""
    return np.full(count, 1 / steps), np.full(count, float(top))


def _pieces(lines: Lines, inside: Flags) -> tuple[Ints, Ints]:
    """Return the first line and the end of each document, or piece of one, in which a line is known."""
    sizes = np.diff(lines.first)
    pieces = -(-sizes // LENGTHS[-1])
    begin = np.repeat(lines.first[:-1], pieces)
    begin += (np.arange(len(begin)) - np.repeat(running(pieces)[:-1], pieces)) * LENGTHS[-1]
    end = np.minimum(begin + LENGTHS[-1], np.repeat(lines.first[1:], pieces))
    known = running((lines.label != UNKNOWN) & inside)
    used = known[end] > known[begin]
    return begin[used], end[used]


def _steps(begin: Ints, end: Ints, random: np.random.Generator) -> Iterator[Ints]:
    """Yield the numbers of pieces of about the same length, for as many lines as a step has; each piece once."""
    order = random.permutation(len(begin))
    sort = np.searchsorted(LENGTHS, end[order] - begin[order])
    steps = []
    for number, length in enumerate(LENGTHS.tolist()):
        some, count = order[sort == number], LINES // length
        steps += [some[start : start + count] for start in range(0, len(some), count)]
    return (steps[at] for at in random.permutation(len(steps)))


def _piece(lines: Lines, begin: Ints, end: Ints) -> Piece:
    """Return the lines of some documents."""
    sizes = end - begin
    document = np.repeat(np.arange(len(sizes)), sizes)
    step = np.arange(len(document)) - running(sizes)[document]
    at = begin[document] + step
    inputs = lines.inputs[at].astype(np.float32) / np.float32(INPUT_TOP)
    where = step, document, int(sizes.max()), len(sizes)
    return Piece(inputs, lines.open[at], lines.label[at], lines.weight[at], *where)
