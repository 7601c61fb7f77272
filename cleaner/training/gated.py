"""The network of memory.py in floats, and how each of its weights moves what it says; scikit-learn has none like it.

Lines go through the layers one below the other, and only the states line after line, many documents side by side.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from cleaner.batch import Flags, Ints
from cleaner.memory import PASSES
from cleaner.network import Floats
from cleaner.taxonomy import LABELS
from cleaner.training.table import UNKNOWN

GATE = 0.25
"""The slope of a gate: it is half open at zero, and shut or wide open two away from it."""
HIGHEST = 6
"""The highest value of a layer (ReLU6: Krizhevsky 2010), so that it can be counted in few steps."""
DROPPED = 0.15
"""Share of what lines and states say that is left out by chance while the network learns (Srivastava et al. 2014)."""
KINDS = 0.5
"""What an error about the kind of junk weighs, where one about junk weighs one."""

Weights: TypeAlias = dict[str, Floats]
"""A matrix for each layer (inputs, outputs), and its bias."""
Scan: TypeAlias = tuple[Floats, Floats, Floats]
"""How far states move, towards what, and where they come to: each of shape (steps, documents, directions, states)."""
NAMES = tuple(f"pass{at}" for at in range(PASSES))


class Sizes(NamedTuple):
    """Say how large a network is: values that a line says; states of each direction, for each pass; the last layers."""

    says: int = 32
    states: tuple[int, ...] = (48,) * PASSES
    hidden: int = 32
    outputs: int = len(LABELS)


SIZES = Sizes()


class Course(NamedTuple):
    """Hold what becomes of lines on their way through a network, for `learn` needs it on the way back.

    `opened` and `kept` are factors: zero for what is left out. `said`, `sums` and `middle` are the sums of the first
    layer, of each pass and of the hidden layer; `known` is what each pass, and the hidden layer, sees.
    """

    opened: Floats
    kept: list[Floats]
    said: Floats
    known: list[Floats]
    sums: list[Floats]
    scans: list[Scan]
    middle: Floats
    hidden: Floats
    logits: Floats


class Piece(NamedTuple):
    """Hold the lines of some documents: what is known of each (-1 to 1; a line that is not open passes), label, weight.

    A line is the one at `step` in `document`; there are `steps` and `documents` at most.
    """

    inputs: Floats
    open: Flags
    label: npt.NDArray[np.int8]
    weight: Floats
    step: Ints
    document: Ints
    steps: int
    documents: int


def shapes(inputs: int, sizes: Sizes = SIZES) -> dict[str, tuple[int, ...]]:
    """Return the shapes of the weights."""
    known = [sizes.says, *(sizes.says + 2 * states for states in sizes.states)]
    layers = {"enter": (inputs, sizes.says)}
    layers |= {name: (known[at], 4 * sizes.states[at]) for at, name in enumerate(NAMES)}
    layers |= {"hidden": (known[-1], sizes.hidden), "last": (sizes.hidden, sizes.outputs)}
    return layers | {f"{name}.bias": shape[1:] for name, shape in layers.items()}


def course(weights: Weights, piece: Piece, random: np.random.Generator | None = None) -> Course:
    """Return what becomes of the lines of some documents. `random` says what is left out; without it nothing is."""
    lines, width = len(piece.label), weights["enter"].shape[1]
    opened = _kept(random, (lines, width)) * piece.open[:, None]
    kept = [_kept(random, (lines, weights[name].shape[1] // 2)) for name in NAMES]
    said = _through(piece.inputs, weights, "enter")
    says = np.clip(said, 0, HIGHEST) * opened
    known, sums, scans = [says], [], []
    for at, name in enumerate(NAMES):
        sums.append(_through(known[at], weights, name))
        scans.append(_scan(sums[at], piece))
        known.append(np.concatenate([says, _placed(scans[at][2], piece) * kept[at]], axis=1))
    middle = _through(known[-1], weights, "hidden")
    hidden = np.clip(middle, 0, HIGHEST)
    return Course(opened, kept, said, known, sums, scans, middle, hidden, _through(hidden, weights, "last"))


def learn(weights: Weights, slopes: Weights, piece: Piece, random: np.random.Generator | None = None) -> float:
    """Return the loss on some documents, and write into `slopes` how each weight moves it."""
    way, width = course(weights, piece, random), weights["enter"].shape[1]
    loss, slope = losses(way.logits, piece.label, piece.weight)
    slope = _back(slope, way.hidden, weights, slopes, "last") * _between(way.middle)
    slope = _back(slope, way.known[-1], weights, slopes, "hidden")
    of_says = slope[:, :width]
    for at in reversed(range(len(NAMES))):
        slope = _unscan(slope[:, width:] * way.kept[at], way.sums[at], way.scans[at], piece)
        slope = _back(slope, way.known[at], weights, slopes, NAMES[at])
        of_says = of_says + slope[:, :width]
    _back(of_says * way.opened * _between(way.said), piece.inputs, weights, slopes, "enter")
    return loss


def losses(logits: Floats, label: npt.NDArray[np.int8], weight: Floats) -> tuple[float, Floats]:
    """Return the mean loss and its slopes: the first logit says whether a line is junk, the others of which kind."""
    slope = np.zeros_like(logits)
    junk = logits[:, 0]
    share = weight * (label != UNKNOWN)
    share /= max(float(share.sum()), 1e-9)
    loss = float((share * (np.logaddexp(0, junk) - junk * (label > 0))).sum())
    slope[:, 0] = share * (0.5 + 0.5 * np.tanh(junk / 2) - (label > 0))

    typed = np.flatnonzero((label > 0) & (label < len(LABELS)))
    share = weight[typed] * np.float32(KINDS / max(float(weight[typed].sum()), 1e-9))
    chance = logits[typed, 1:] - logits[typed, 1:].max(axis=1, keepdims=True)
    chance -= np.log(np.exp(chance).sum(axis=1, keepdims=True))
    right = np.arange(len(typed)), label[typed] - 1
    loss -= float((share * chance[right]).sum())
    chance = np.exp(chance)
    chance[right] -= 1
    slope[typed, 1:] = chance * share[:, None]
    return loss, slope


def gates(sums: Floats) -> tuple[Floats, Floats]:
    """Return how far states move (0 to 1), and towards what (-1 to 1)."""
    half = sums.shape[1] // 2
    return np.clip(sums[:, :half] * np.float32(GATE) + np.float32(0.5), 0, 1), np.clip(sums[:, half:], -1, 1)


def _kept(random: np.random.Generator | None, shape: tuple[int, int]) -> Floats:
    if random is None:
        return np.ones(shape, np.float32)
    kept = random.random(shape, np.float32) >= DROPPED
    return kept.astype(np.float32) / np.float32(1 - DROPPED)


def _between(values: Floats) -> Flags:
    flags: Flags = (values > 0) & (values < HIGHEST)
    return flags


def _through(values: Floats, weights: Weights, layer: str) -> Floats:
    sums: Floats = values @ weights[layer] + weights[f"{layer}.bias"]
    return sums


def _back(slope: Floats, values: Floats, weights: Weights, slopes: Weights, layer: str) -> Floats:
    """Write the slopes of a layer from those of its sums, and return those of the values that it took."""
    slopes[layer][...] = values.T @ slope
    slopes[f"{layer}.bias"][...] = slope.sum(axis=0)
    back: Floats = slope @ weights[layer].T
    return back


def _scan(sums: Floats, piece: Piece) -> Scan:
    """Let the states go forth and back over the documents."""
    moves, towards = (_laid(values, piece) for values in gates(sums))
    states = np.empty_like(moves)
    state = np.zeros_like(moves[0])
    for step in range(piece.steps):
        state = state + moves[step] * (towards[step] - state)
        states[step] = state
    return moves, towards, states


def _unscan(slope: Floats, sums: Floats, scan: Scan, piece: Piece) -> Floats:
    """Return the slopes of the sums that made the gates, from those of the states."""
    moves, towards, states = scan
    total = _laid(slope, piece)
    for step in reversed(range(piece.steps - 1)):
        total[step] += total[step + 1] * (1 - moves[step + 1])
    before = np.concatenate([np.zeros_like(states[:1]), states[:-1]])
    moved, drawn = _placed(total * (towards - before), piece), _placed(total * moves, piece)
    half = sums.shape[1] // 2
    shut = np.abs(sums[:, :half]) * GATE >= 0.5
    moved[shut] = 0
    drawn[np.abs(sums[:, half:]) >= 1] = 0
    return np.concatenate([moved * np.float32(GATE), drawn], axis=1)


def _laid(values: Floats, piece: Piece) -> Floats:
    """Return the values of lines as (steps, documents, directions, states), where nothing moves beyond a document."""
    laid = np.zeros((piece.steps, piece.documents, 2, values.shape[1] // 2), values.dtype)
    forth, back = np.split(values, 2, axis=1)
    laid[piece.step, piece.document, 0] = forth
    laid[piece.steps - 1 - piece.step, piece.document, 1] = back
    return laid


def _placed(laid: Floats, piece: Piece) -> Floats:
    """Return what `_laid` was made of."""
    forth, back = laid[piece.step, piece.document, 0], laid[piece.steps - 1 - piece.step, piece.document, 1]
    return np.concatenate([forth, back], axis=1)
