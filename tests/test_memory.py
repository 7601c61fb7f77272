"""What a memory says equals its naive definition in whole numbers, and nothing of another document is in it."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner import memory, network
from cleaner.batch import Ints
from cleaner.memory import FINE, TOP, Memory, remembered
from cleaner.network import EXACT, HIDDEN_TOP, INPUT_TOP
from cleaner.window import running
from tests.arrays import Arrays, memory_of

INPUTS, OUTPUTS = 7, 3
ARRAYS = memory_of("memory", INPUTS, OUTPUTS)
MEMORY = Memory.of(ARRAYS, "memory", INPUTS, OUTPUTS)
SIZES = st.lists(st.integers(0, 12), min_size=1, max_size=6)


def gates_of(lines: int, seed: int, states: int = 3) -> npt.NDArray[np.int16]:
    return np.random.default_rng(seed).integers(-TOP, TOP, (lines, 4 * states), endpoint=True).astype(np.int16)


def walked(gates: npt.NDArray[np.int16]) -> list[list[int]]:
    """Return the states after every line of one document, one by one."""
    states = gates.shape[1] // 4
    found = [[0] * 2 * states for _ in gates]
    for at in range(2 * states):
        state = 0
        for line in range(len(gates)) if at < states else range(len(gates))[::-1]:
            move, towards = int(gates[line, at]) + TOP, int(gates[line, at + 2 * states]) << FINE
            state += (move * (towards - state)) >> FINE
            found[line][at] = min((state + (1 << FINE - 1)) >> FINE, TOP - 1)
    return found


@given(SIZES, st.integers(0, 99))
def test_states_are_those_of_a_walk_over_each_document(sizes: list[int], seed: int) -> None:
    first = running(np.array(sizes))
    gates = gates_of(int(first[-1]), seed)
    expected = [row for begin, end in pairwise(first) for row in walked(gates[begin:end])]
    assert remembered(gates, first).tolist() == expected
    assert memory._remembered(gates, first).tolist() == expected


def test_a_shut_gate_keeps_a_state_and_an_open_one_takes_what_comes() -> None:
    gates = np.full((200, 4), -TOP, np.int16)
    gates[0] = TOP, TOP, 100, 77  # both ways are open at the first line
    gates[-1] = -TOP, TOP, 5, -100  # and the way back at the last one
    states = remembered(gates, running(np.array([200])))
    assert states[:, 0].tolist() == [100] * 200
    assert states[:, 1].tolist() == [77] + [-100] * 199


def test_a_gate_that_is_hardly_open_moves_a_state_in_time() -> None:
    gates = np.tile(np.array([1 - TOP, -TOP, TOP, 0], np.int16), (2000, 1))
    states = remembered(gates, running(np.array([2000])))[:, 0]
    assert states[0] == 1
    assert states[-1] >= TOP - 2
    assert (np.diff(states) >= 0).all()


def naive(inputs: npt.NDArray[np.int16], rows: Ints, size: int) -> npt.NDArray[np.int64]:
    """Return what a memory says of all lines of one document, with sums of 64 bits that may not reach EXACT."""

    def through(values: npt.NDArray[np.int64], at: int) -> npt.NDArray[np.float32]:
        weights, bias = (ARRAYS[f"memory.{part}{at}"].astype(np.int64) for part in ("weights", "bias"))
        assert int((np.abs(values) @ np.abs(weights) + np.abs(bias)).max(initial=0)) < EXACT
        scaled: npt.NDArray[np.float32] = (values @ weights + bias).astype(np.float32) * ARRAYS[f"memory.factor{at}"]
        return np.rint(scaled)

    says = np.zeros((size, len(ARRAYS["memory.bias0"])), np.int64)
    says[rows] = np.clip(through(MEMORY.scaling.apply(inputs).astype(np.int64), 0), 0, HIDDEN_TOP)
    known = says
    for at in range(1, 1 + memory.PASSES):
        gates = np.clip(through(known, at), -TOP, TOP).astype(np.int16)
        known = np.concatenate([says, np.array(walked(gates), np.int64).reshape(size, gates.shape[1] // 2)], axis=1)
    hidden = np.clip(through(known, 1 + memory.PASSES), 0, HIDDEN_TOP).astype(np.int64)
    return through(hidden, 2 + memory.PASSES).astype(np.int64)


@settings(max_examples=50)
@given(SIZES, st.integers(0, 99))
def test_logits_are_those_of_each_document_by_itself(sizes: list[int], seed: int) -> None:
    random, first = np.random.default_rng(seed), running(np.array(sizes))
    lines = int(first[-1])
    rows = np.flatnonzero(random.random(lines) < 0.7)
    inputs = random.integers(-300, 300, (len(rows), INPUTS)).astype(np.int16)
    asked = np.flatnonzero(random.random(lines) < 0.3)
    expected = np.zeros((lines, OUTPUTS), np.int64)
    for begin, end in pairwise(first.tolist()):
        here = (rows >= begin) & (rows < end)
        expected[begin:end] = naive(inputs[here], rows[here] - begin, end - begin)
    assert np.array_equal(MEMORY.logits(inputs, rows, first, asked), expected[asked])


def test_logits_do_not_depend_on_how_many_lines_are_done_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    inputs = np.random.default_rng(4).integers(-300, 300, (90, INPUTS)).astype(np.int16)
    rows, first = np.arange(90), running(np.array([31, 0, 59]))
    expected = MEMORY.logits(inputs, rows, first, rows)
    for size in (1, 7, 64):
        monkeypatch.setattr(network, "_ROWS", size)
        assert np.array_equal(MEMORY.logits(inputs, rows, first, rows), expected)


def test_what_a_line_is_depends_on_what_stands_far_above_and_below() -> None:
    inputs = np.random.default_rng(5).integers(-300, 300, (60, INPUTS)).astype(np.int16)
    rows, first = np.arange(60), running(np.array([60]))
    before = MEMORY.logits(inputs, rows, first, rows)
    inputs[30] = -inputs[30]
    moved = (MEMORY.logits(inputs, rows, first, rows) != before).any(axis=1)
    assert moved[:26].any()
    assert moved[35:].any()


def broken() -> list[tuple[str, Arrays]]:
    """Return arrays that fit each other but for one thing, and what is said of it."""

    def resized(at: int, count: int) -> Arrays:
        weights, bias = f"memory.weights{at}", f"memory.bias{at}"
        return {
            weights: np.resize(ARRAYS[weights], (len(ARRAYS[weights]), count)),
            bias: np.resize(ARRAYS[bias], count),
        }

    after = {"memory.weights2": np.resize(ARRAYS["memory.weights2"], (5 + 5, 8))}
    return [
        ("that take", resized(1, 24)),
        ("of 1 to 256 states", resized(1, 10) | after),  # the next layer fits, but gates and values come in fours
        ("of 1 to 256 states", resized(1, 0)),
        ("of 1 to 256 states", resized(1, 4 * 257)),
        ("that take", {"memory.weights0": ARRAYS["memory.weights0"][1:]}),
        ("has 6 layers", {"memory.weights5": ARRAYS["memory.weights4"]}),
        ("as long as", {"memory.scale": ARRAYS["memory.scale"][1:]}),
        ("has shape", {"memory.bias4": ARRAYS["memory.bias4"][1:]}),
        ("no array of numbers", {"memory.weights2": ARRAYS["memory.weights2"] * np.float32(np.nan)}),
        ("no array of numbers", {"memory.weights2": ARRAYS["memory.weights2"] * 1e300}),
        ("not whole", {"memory.weights2": ARRAYS["memory.weights2"] + np.float32(0.25)}),
        ("too large", {"memory.weights2": ARRAYS["memory.weights2"].astype(np.int32) * 64}),
    ]


@pytest.mark.parametrize(("said", "arrays"), broken())
def test_layers_that_do_not_fit_are_refused(said: str, arrays: Arrays) -> None:
    with pytest.raises(ValueError, match=said):
        Memory.of(ARRAYS | arrays, "memory", INPUTS, OUTPUTS)


def test_other_inputs_and_outputs_are_refused() -> None:
    for inputs, outputs in ((INPUTS + 1, OUTPUTS), (INPUTS, OUTPUTS + 1)):
        with pytest.raises(ValueError, match="layers that take"):
            Memory.of(ARRAYS, "memory", inputs, outputs)


def test_a_layer_that_is_missing_is_named() -> None:
    arrays = {name: array for name, array in ARRAYS.items() if name != "memory.weights3"}
    with pytest.raises(KeyError, match=r"memory\.weights3"):
        Memory.of(arrays, "memory", INPUTS, OUTPUTS)


def test_no_input_at_all_can_make_a_sum_inexact() -> None:
    says = len(ARRAYS["memory.bias0"])
    states = [np.full(len(ARRAYS[f"memory.bias{at}"]) // 2, TOP) for at in (1, 2)]
    line = np.full(says, HIDDEN_TOP)
    taken = [np.full(INPUTS, INPUT_TOP), line, *(np.append(line, some) for some in states)]
    for at, top in enumerate([*taken, np.full(len(ARRAYS["memory.bias3"]), HIDDEN_TOP)]):
        weights, bias = (np.abs(ARRAYS[f"memory.{part}{at}"].astype(np.int64)) for part in ("weights", "bias"))
        assert int((top @ weights + bias).max()) < EXACT
