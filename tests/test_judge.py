"""The second look is asked about doubtful lines alone, and settings or a profile change nothing else."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner import judge as judging
from cleaner import memory
from cleaner.alike import judge_alike, runs
from cleaner.batch import Batch, Ints
from cleaner.calibration import chances
from cleaner.context import alone, feature_names, features
from cleaner.decide import LONG
from cleaner.evidence import Evidence
from cleaner.judge import CLOSED, DOUBTFUL, FARTHEST, FIRST, JOINED, SAID, SECOND, Judge
from cleaner.memory import Memory
from cleaner.network import LOGIT, Network
from cleaner.shape import COLUMN
from cleaner.stage1 import Stage1, open_lines
from cleaner.taxonomy import FURNITURE, Label
from cleaner.torn import judge_as_one
from cleaner.training.gated import Sizes
from tests.arrays import Arrays, memory_of, model_arrays, network_of
from tests.strategies import texts

ARRAYS = model_arrays() | network_of(f"{FIRST}junk", (len(feature_names()), 8, 1), seed=5, gain=12)
JUDGE, STAGE1 = Judge(ARRAYS), Stage1(ARRAYS)
PAGE = """Home > Region > Westhaven
Ferry to the Islands Runs Again
Posted on 3 March 2031 | 4 min read
The ferry from Westhaven runs again after eleven weeks, the harbour office said on Monday, and the boat was full.
Get the
latest of the harbour
on our channel
Read also: Five bridges that changed the coast
“We slept in the queue,” said a baker from the north quay, who had brought forty loaves, a dog and a wheel.
Follow us!
"""
MANY = st.lists(st.one_of(texts(), st.just(PAGE), st.just(PAGE + "Follow us!\n" * 6)), max_size=4)


def evidence_of(many: list[str]) -> Evidence:
    return STAGE1.evidence(Batch.of(many))


def naive(evidence: Evidence, arrays: Arrays = ARRAYS) -> tuple[Ints, Ints, Ints]:
    """Return which lines are looked at again, and the logits, with every network asked about every line."""
    context, _ = features(evidence)
    closed = ~open_lines(evidence.lanes)
    networks = [Network.of(arrays, f"{FIRST}{name}") for name in ("junk", "kind")]
    junk = np.where(closed, CLOSED, networks[0].logits(context)[:, 0])
    judge_alike(junk, runs(evidence))
    kinds = networks[1].logits(context)
    kinds[closed] = 0
    doubtful = chances(junk, arrays[f"{FIRST}calibration"]) >= DOUBTFUL
    behind = np.maximum(kinds - kinds.max(axis=1, keepdims=True), -FARTHEST)
    said = np.column_stack([np.clip(junk, -FARTHEST, FARTHEST), np.where(doubtful[:, None], behind, -FARTHEST)])
    inputs = np.concatenate([context[:, alone()], said], axis=1, dtype=np.int16)
    second = np.zeros((len(junk), SAID), np.int64)
    net, opened = Memory.of(arrays, f"{SECOND}memory", inputs.shape[1], SAID), np.flatnonzero(~closed)
    second[opened] = net.logits(inputs[opened], opened, evidence.first, opened)
    again = doubtful & (kinds.argmax(axis=1) != FURNITURE.index(Label.SPAM))
    both = (junk + second[:, 0]) // 2
    long = evidence.shape[:, COLUMN["characters"]] >= LONG
    junk = np.where(again & ~(long & (both > junk)), both, junk)
    kinds = np.where(again[:, None], (kinds + second[:, 1:]) // 2, kinds)
    judge_alike(junk, runs(evidence))
    judge_as_one(kinds, evidence, np.flatnonzero(chances(junk, arrays[f"{SECOND}calibration"]) >= JOINED))
    judge_alike(kinds, runs(evidence))
    return np.flatnonzero(again), junk, kinds


@given(MANY)
def test_opinions_are_those_of_both_looks(many: list[str]) -> None:
    evidence = evidence_of(many)
    _, junk, kinds = naive(evidence)
    _, _, found, labels = JUDGE.opinions(evidence, least=0.0)
    assert np.array_equal(found, junk)
    assert np.array_equal(labels, kinds)


@given(MANY, st.sampled_from([0.001, 0.02, 0.2, 0.35, 0.5, 0.9, 1.0]))
def test_what_is_asked_for_changes_no_answer(many: list[str], least: float) -> None:
    """Thresholds come from settings: no score and no label that reaches them may depend on where they lie."""
    evidence = evidence_of(many)
    everything, some = JUDGE.opinions(evidence, least=0.0), JUDGE.opinions(evidence, least=least)
    named = chances(some.junk, ARRAYS[f"{SECOND}calibration"]) >= least
    assert np.array_equal(some.junk, everything.junk)
    assert np.array_equal(some.kinds[named], everything.kinds[named])


@given(MANY, st.data())
def test_what_a_profile_adds_moves_its_own_line_alone(many: list[str], data: st.DataObject) -> None:
    evidence = evidence_of(many)
    plain = JUDGE.opinions(evidence, least=0.0)
    raised = np.array([data.draw(st.sampled_from([0, 1, 4 * LOGIT])) for _ in plain.junk], np.int64)
    found = JUDGE.opinions(evidence, raised, least=0.0)
    assert np.array_equal(found.junk, plain.junk + raised)
    assert np.array_equal(found.kinds, plain.kinds)


def test_a_paragraph_is_never_surer_to_be_junk_for_what_stands_around_it() -> None:
    first, second = np.array([100, 100, -9, 5]), np.array([300, 0, 300, -300])
    shape = np.zeros((4, len(COLUMN)), np.int32)
    assert judging.weighed(first, second, shape).tolist() == [200, 50, 145, -148]
    shape[:, COLUMN["characters"]] = LONG
    assert judging.weighed(first, second, shape).tolist() == [100, 50, -9, -148]


def test_a_line_that_is_raised_has_a_kind() -> None:
    arrays = dict(ARRAYS)
    never = -6 * LOGIT  # the first look takes every line for content
    weights = arrays[f"{FIRST}junk.weights1"]
    arrays[f"{FIRST}junk.weights1"] = np.zeros_like(weights)
    bias = round(never / float(arrays[f"{FIRST}junk.factor1"]))
    arrays[f"{FIRST}junk.bias1"] = np.full_like(arrays[f"{FIRST}junk.bias1"], bias)
    evidence = evidence_of([PAGE])
    opened = open_lines(evidence.lanes)
    raised = np.where(opened, 8 * LOGIT, 0)
    assert not Judge(arrays).opinions(evidence).kinds.any()
    assert Judge(arrays).opinions(evidence, raised).kinds[opened].any(axis=1).all()


def test_the_page_has_lines_of_every_sort() -> None:
    evidence = evidence_of([PAGE] * 3)
    again, junk, _ = naive(evidence)
    first = JUDGE.first.junk.logits(features(evidence)[0])[open_lines(evidence.lanes), 0]
    assert 0 < len(again) <= len(judging.likely(first, JUDGE.first.calibration, DOUBTFUL)) < len(first) < len(junk)


def test_what_was_said_of_a_line_fits_into_two_bytes() -> None:
    junk, kinds = np.array([100_000, -100_000, 0]), np.zeros((3, len(FURNITURE)), np.int64)
    kinds[:, 1:] = -100_000
    sure = np.ones(3)
    assert judging.said(junk, kinds, sure)[:, 0].tolist() == [FARTHEST, -FARTHEST, 0]
    assert judging.said(junk, kinds, sure)[:, 1:].tolist() == [[0] + [-FARTHEST] * (len(FURNITURE) - 1)] * 3
    assert (judging.said(junk, kinds, sure * 0)[:, 1:] == -FARTHEST).all()


@pytest.mark.parametrize("kernel", [memory.KERNEL, None])
def test_a_text_of_many_lines_is_not_held_thrice(kernel: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a memory of the size that is shipped."""
    arrays = ARRAYS | memory_of(f"{SECOND}memory", len(alone()) + SAID, SAID, sizes=Sizes())
    evidence = evidence_of([PAGE * (4000 if kernel else 400)])
    context, _ = features(evidence)
    monkeypatch.setattr(memory, "KERNEL", kernel)
    tracemalloc.start()
    Judge(arrays).opinions(evidence)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 3 * context.nbytes


@pytest.mark.parametrize("name", ["first.junk", "first.kind"])
@pytest.mark.parametrize("part", ["center", "bias1"])
def test_a_network_of_other_sizes_is_refused(name: str, part: str) -> None:
    shorter = dict(ARRAYS)
    if part == "center":
        for other in ("center", "scale"):
            shorter[f"{name}.{other}"] = shorter[f"{name}.{other}"][1:]
        shorter[f"{name}.weights0"] = shorter[f"{name}.weights0"][1:]
    else:
        for other in ("weights1", "bias1"):
            array = shorter[f"{name}.{other}"]
            shorter[f"{name}.{other}"] = np.concatenate([array, array], axis=-1)
    with pytest.raises(ValueError, match="a network takes"):
        Judge(shorter)
