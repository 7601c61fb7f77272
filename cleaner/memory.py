"""A small recurrent network that reads a page line by line, forth and back, and remembers what it has seen.

Whether a reply or a title is content depends on what it stands among: a heading twenty lines above, a form below. Each
pass holds states that every line may keep, or move towards values of its own (minimal gated units: Feng et al. 2024,
`Were RNNs All We Needed?`): how far is decided by what the line says alone, so that only a sum is left to be done line
after line. Everything is in whole numbers, as in network.py, with gates that are pieces of straight lines.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from cleaner.batch import Ints
from cleaner.compiled import KERNEL
from cleaner.context import Features
from cleaner.network import HIDDEN_TOP, INPUT_TOP, Floats, Layer, Scaling, blocks
from cleaner.window import running

Gates: TypeAlias = npt.NDArray[np.int16]
States: TypeAlias = npt.NDArray[np.int8]
Says: TypeAlias = npt.NDArray[np.uint8]

TOP = 128
"""What one is in the whole numbers of gates and states."""
FINE = 8
"""Bits that a state has below those that are read off it: a gate that is hardly open moves it all the same."""
PASSES = 2
MOST = 256
"""States of one direction of a pass, as in _memory.c."""


@dataclass(frozen=True, slots=True)
class Memory:
    """Say of lines what they are, by what all lines of their documents say.

    `enter` makes whole numbers of what is known of a line; each of `passes` makes the gates and values of both
    directions from these and from the states of the pass before; `answer` the logits, from these and the last states.
    """

    scaling: Scaling
    enter: Layer
    passes: tuple[Layer, ...]
    answer: tuple[Layer, Layer]

    @classmethod
    def of(cls, arrays: Mapping[str, npt.NDArray[Any]], prefix: str, inputs: int, outputs: int) -> Memory:
        """Build a memory from the arrays of a model whose names start with `prefix`.

        Raises KeyError or ValueError if an array is missing, or does not fit the others or so many inputs and outputs.
        """
        count = sum(name.startswith(f"{prefix}.weights") for name in arrays)
        if count > PASSES + 3:
            raise ValueError(f"{prefix} has {count} layers, not {PASSES + 3}")
        scaling, layers = Scaling.of(arrays, prefix), [Layer.of(arrays, prefix, at) for at in range(PASSES + 3)]
        enter, *passes, hidden, last = layers
        if any(len(layer.bias) % 4 or not 0 < len(layer.bias) <= 4 * MOST for layer in passes):
            sizes = [len(layer.bias) for layer in passes]
            raise ValueError(f"{prefix} has passes of {sizes} outputs, not four for each of 1 to {MOST} states")
        says = np.full(len(enter.bias), HIDDEN_TOP)
        known = [says, *(np.append(says, np.full(len(layer.bias) // 2, TOP)) for layer in passes)]
        tops = [np.full(inputs, INPUT_TOP), *known, np.full(len(hidden.bias), HIDDEN_TOP)]
        taken, given = [len(layer.weights) for layer in layers], len(last.bias)
        if (taken, given, len(scaling.center)) != ([len(top) for top in tops], outputs, inputs):
            raise ValueError(f"{prefix} has layers that take {taken} values, the last of which gives {given}")
        for at, (layer, top) in enumerate(zip(layers, tops, strict=True)):
            if not layer.exact(top):
                raise ValueError(f"{prefix}.weights{at} are too large for sums that are exact")
        return cls(scaling, enter, tuple(passes), (hidden, last))

    def logits(self, inputs: Features, rows: Ints, first: Ints, asked: Ints) -> Ints:
        """Return log-odds times `LOGIT` of the lines `asked`, shape (asked, outputs).

        `inputs` are those of the lines `rows`; other lines say nothing, but pass. Both are sorted. The first line of
        document `d` is `first[d]`; a document with no line that is asked about is not read.
        """
        read = np.repeat(np.diff(np.searchsorted(asked, first)) > 0, np.diff(first))
        place = running(read)
        used = np.flatnonzero(read[rows])
        says = np.zeros((int(place[-1]), self.enter.weights.shape[1]), np.uint8)
        for some in blocks(len(used)):
            at = used[some]
            says[place[rows[at]]] = self.enter.values(self.scaling.apply(inputs[at]))
        states = np.empty((len(says), 0), np.int8)
        for layer in self.passes:
            states = remembered(_gates(says, states, layer), place[first])
        lines, (hidden, last) = place[asked], self.answer
        result = np.empty((len(asked), len(last.bias)), np.int64)
        for some in blocks(len(asked)):
            result[some] = last.logits(hidden.values(_joined(says, states, lines[some])))
        return result


def _gates(says: Says, states: States, layer: Layer) -> Gates:
    """Return how far every line opens the gates of both directions, and the values that it lets in: -TOP to TOP."""
    gates = np.empty((len(says), len(layer.bias)), np.int16)
    for some in blocks(len(says)):
        gates[some] = layer.values(_joined(says, states, some), -TOP, TOP)
    return gates


def remembered(gates: Gates, first: Ints) -> States:
    """Return the states after every line, shape (lines, states): half are of the way forth, half of the way back.

    `gates` has how far each state moves, from -TOP (not at all) to TOP (all the way), then towards which value.
    """
    if not KERNEL:
        return _remembered(gates, first)
    states = np.empty((len(gates), gates.shape[1] // 2), np.int8)
    KERNEL.remember(first, gates, states)
    return states


def _remembered(gates: Gates, first: Ints) -> States:
    """Return what `remembered` does, from numpy: the specification of the compiled one."""
    sizes = np.diff(first)
    longest = np.argsort(-sizes, kind="stable")
    begin, end, shorter = first[:-1][longest], first[1:][longest], -sizes[longest]
    lines, each = len(gates), gates.shape[1] // 4
    moves, towards = (part.reshape(lines, 2, each) for part in np.split(gates, 2, axis=1))
    states: States = np.empty((lines, 2, each), np.int8)
    state = np.zeros((2, len(sizes), each), np.int32)
    for step in range(int(sizes.max(initial=0))):
        pages = int(np.searchsorted(shorter, -step))  # those that have more lines than this
        for way, at in enumerate((begin[:pages] + step, end[:pages] - 1 - step)):
            now = state[way, :pages]
            far = (towards[at, way].astype(np.int32) << FINE) - now
            now += (far * (moves[at, way].astype(np.int32) + TOP)) >> FINE
            states[at, way] = np.minimum((now + (1 << FINE - 1)) >> FINE, TOP - 1)
    return states.reshape(lines, 2 * each)


def _joined(says: Says, states: States, lines: Ints | slice) -> Floats:
    return np.concatenate([says[lines], states[lines]], axis=1, dtype=np.float32)
