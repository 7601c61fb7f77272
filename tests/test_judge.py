"""The second look is asked about doubtful lines alone, and settings or a profile change nothing else."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner import judge as judging
from cleaner.batch import Batch, Ints
from cleaner.calibration import chances
from cleaner.context import feature_names, features
from cleaner.decide import LONG
from cleaner.evidence import Evidence
from cleaner.judge import CLOSED, DOUBTFUL, FIRST, JOINED, SECOND, Judge
from cleaner.network import LOGIT, Network
from cleaner.shape import COLUMN
from cleaner.stage1 import Stage1, open_lines
from cleaner.taxonomy import FURNITURE, Label
from cleaner.torn import judge_as_one
from cleaner.verdicts import verdicts
from tests.arrays import Arrays, model_arrays, network_of
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
MANY = st.lists(st.one_of(texts(), st.just(PAGE)), max_size=4)


def evidence_of(many: list[str]) -> Evidence:
    return STAGE1.evidence(Batch.of(many))


def naive(evidence: Evidence, arrays: Arrays = ARRAYS) -> tuple[Ints, Ints, Ints]:
    """Return which lines are looked at again, and the logits, with every network asked about every line."""
    context, _ = features(evidence)
    closed = ~open_lines(evidence.lanes)
    networks = {f"{look}{name}": Network.of(arrays, f"{look}{name}") for look in (FIRST, SECOND) for name in KINDS}
    junk = np.where(closed, CLOSED, networks[f"{FIRST}junk"].logits(context)[:, 0])
    kinds = networks[f"{FIRST}kind"].logits(context)
    kinds[closed] = 0
    calibration = arrays[f"{FIRST}calibration"]
    around = verdicts(junk, kinds, calibration, evidence.first, np.arange(len(junk)))
    inputs = np.concatenate([context, around], axis=1)
    again = (chances(junk, calibration) >= DOUBTFUL) & (kinds.argmax(axis=1) != FURNITURE.index(Label.SPAM))
    both = (2 * junk + networks[f"{SECOND}junk"].logits(inputs)[:, 0]) // 3
    long = evidence.shape[:, COLUMN["characters"]] >= LONG
    junk = np.where(again & ~(long & (both > junk)), both, junk)
    kinds = np.where(again[:, None], (2 * kinds + networks[f"{SECOND}kind"].logits(inputs)) // 3, kinds)
    judge_as_one(kinds, evidence, np.flatnonzero(chances(junk, arrays[f"{SECOND}calibration"]) >= JOINED))
    return np.flatnonzero(again), junk, kinds


KINDS = ("junk", "kind")


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
    assert judging.weighed(first, second, shape).tolist() == [166, 66, 94, -97]
    shape[:, COLUMN["characters"]] = LONG
    assert judging.weighed(first, second, shape).tolist() == [100, 66, -9, -97]


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
    assert 0 < len(again) <= len(JUDGE.first.likely(first, DOUBTFUL)) < len(first) < len(junk)


@settings(max_examples=20)
@given(MANY, st.integers(1, 9))
def test_lines_are_looked_at_again_in_blocks_of_any_size(many: list[str], block: int) -> None:
    evidence = evidence_of(many)
    expected = JUDGE.opinions(evidence)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(judging, "BLOCK", block)
        for one, other in zip(JUDGE.opinions(evidence), expected, strict=True):
            assert np.array_equal(one, other)


def test_a_text_of_many_lines_is_not_held_twice() -> None:
    evidence = evidence_of([PAGE * 4000])
    context, _ = features(evidence)
    tracemalloc.start()
    JUDGE.opinions(evidence)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 3 * context.nbytes


@pytest.mark.parametrize("name", ["first.junk", "first.kind", "second.junk", "second.kind"])
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
