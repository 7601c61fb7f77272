"""A model reads a line alike in every batch and every pass, and its walk ends where nothing more is found."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.batch import Batch
from cleaner.calibration import probabilities_of
from cleaner.context import FAR_LANES
from cleaner.document import delete
from cleaner.errors import ModelError
from cleaner.evidence import LANE_NAMES
from cleaner.model import STEPS, Model
from cleaner.network import LOGIT
from cleaner.reader import CUES
from cleaner.repetition import SHAPE
from cleaner.settings import Settings
from cleaner.sketch import Sketch
from cleaner.stage1 import SURE, UNASKED, Stage1, open_lines, settle
from cleaner.taxonomy import FURNITURE, LABELS
from tests.arrays import manifest_of, model_arrays, stage1_arrays
from tests.strategies import cut_texts, texts

ARRAYS = model_arrays()
MODEL = Model(ARRAYS, manifest_of(ARRAYS))
PAGE = """Home > Region > Westhaven
Ferry to the Islands Runs Again
Posted on 3 March 2031 | 4 min read
The ferry from Westhaven runs again after eleven weeks, the harbour office said on Monday, and the boat was full.\r

Read also: Five bridges that changed the coast
“We slept in the queue,” said a baker from the north quay, who had brought forty loaves, a dog and a wheel.\r\r
Follow us!
日本の港は今日も静かです。
© 2031 The Westhaven Post
"""
LINES = st.lists(st.sampled_from(PAGE.split("\n")), min_size=2, max_size=14).map("\n".join)
TEXTS = st.one_of(texts(), LINES)
CUE_NAMES = {name for name, _, _ in CUES} | {"context"}


@st.composite
def passes(draw: st.DrawFn) -> list[list[str]]:
    """Return batches as a walk makes them: each with some of the texts of the one before, pieces of them cut out."""
    batches = [draw(st.lists(TEXTS, min_size=1, max_size=4))]
    for _ in range(draw(st.integers(1, 3))):
        left = []
        for text in batches[-1]:
            if draw(st.booleans()):
                edges = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
                cuts = [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False) if a < b]
                left.append(delete(text, tuple(dict.fromkeys(cuts))))
        batches.append(left)
    return batches


def test_these_tests_have_something_to_look_at() -> None:
    lines = Batch.of([PAGE])
    found = 1 - MODEL.lines(lines)[lines.inked, 0]
    assert 0.1 < (found > 0.5).mean() < 0.9
    asked = settle(MODEL.stage1.evidence(lines).lanes)
    assert 0 < asked.sum() < len(asked)
    cleaning = MODEL.clean(PAGE)
    assert cleaning.findings
    assert cleaning.text.strip()


@settings(max_examples=60)
@given(st.lists(TEXTS, max_size=4))
def test_a_text_is_read_alike_in_every_batch(many: list[str]) -> None:
    batch = Batch.of(many)
    together = MODEL.lines(batch)
    assert together.shape == (len(batch.lines), len(LABELS))
    assert np.allclose(together.sum(axis=1), 1)
    assert (together[~batch.inked, 0] == 1).all()
    for number, text in enumerate(many):
        start, stop = batch.first[number], batch.first[number + 1]
        assert np.array_equal(together[start:stop], MODEL.lines(Batch.of([text])))


@settings(max_examples=100)
@given(passes())
def test_what_a_reader_remembers_never_matters(batches: list[list[str]]) -> None:
    reader = MODEL.reader()
    for many in batches:
        batch = Batch.of(many)
        found, fresh = reader.read(batch), MODEL.reader().read(batch)
        assert np.array_equal(found.probabilities, fresh.probabilities)
        numbers = np.flatnonzero(batch.inked).tolist()
        assert found.cues(numbers) == fresh.cues(numbers)


@pytest.mark.parametrize("text", ["Follow us!\r\r\n", "Follow us!\r\r", "\ufeffFollow us!", "\ufeff\ufeffFollow us!"])
def test_a_line_with_half_an_ending_or_a_mark_is_remembered_as_it_is(text: str) -> None:
    reader = MODEL.reader()
    reader.read(Batch.of(["Something else."]))
    batch = Batch.of([text, text + "\nmore"])
    assert np.array_equal(reader.read(batch).probabilities, MODEL.lines(batch))


@settings(max_examples=60)
@given(st.one_of(TEXTS, cut_texts().map(lambda pair: pair[0])))
def test_cues_are_names(text: str) -> None:
    batch = Batch.of([text])
    reading = MODEL.reader().read(batch)
    numbers = np.flatnonzero(batch.inked).tolist()
    cues = reading.cues(numbers)
    assert len(cues) == len(numbers)
    for found in cues:
        assert found
        assert set(found) <= CUE_NAMES
        assert len(set(found)) == len(found)
        assert all(type(name) is str for name in found)
    assert reading.cues([]) == []


@settings(max_examples=60)
@given(TEXTS)
def test_a_clean_text_is_clean(text: str) -> None:
    result = MODEL.clean(text)
    again = MODEL.clean(result.text)
    assert again.text == result.text
    if not result.refused:
        assert not again.findings


@settings(max_examples=40)
@given(st.lists(TEXTS, max_size=4), st.integers(0, 4))
def test_a_text_is_cleaned_alike_in_every_batch(many: list[str], split: int) -> None:
    alone = [MODEL.clean(text) for text in many]
    assert MODEL.clean_batch(many) == alone
    assert MODEL.clean_batch(many[:split]) + MODEL.clean_batch(many[split:]) == alone


@given(st.integers(0, 1 << 30), st.integers(0, 20))
def test_settling_twice_is_settling_once(seed: int, count: int) -> None:
    lanes = np.random.default_rng(seed).integers(3 * SURE, -SURE, (count, len(LANE_NAMES)))
    before = lanes.copy()
    doubtful = settle(lanes)
    once = lanes.copy()
    assert np.array_equal(settle(lanes), doubtful)
    assert np.array_equal(lanes, once)
    assert np.array_equal(once[doubtful], before[doubtful])
    changed = (once != before).any(axis=0)
    assert not changed[[LANE_NAMES.index(name) for name in (*FAR_LANES, "tail:junk")]].any()
    assert (once[:, changed][~doubtful] == UNASKED).all()


@given(LINES)
def test_a_line_that_is_content_by_its_own_words_never_goes(text: str) -> None:
    """Not even where a profile has seen it a million times: closed lines have no context, and no label."""
    batch = Batch.of([text])
    evidence = MODEL.stage1.evidence(batch)
    closed = ~open_lines(evidence.lanes)
    _, _, junk, kinds = MODEL.judge.opinions(evidence, np.full(len(closed), 8 * LOGIT), least=0.0)
    assert (junk[closed] < -4 * LOGIT).all()
    assert not kinds[closed].any()
    assert (MODEL.lines(batch)[batch.inked, 0][closed] > 0.99).all()


def test_evidence_is_settled() -> None:
    evidence = MODEL.stage1.evidence(Batch.of([PAGE] * 2))
    lanes = evidence.lanes.copy()
    settle(lanes)
    assert np.array_equal(lanes, evidence.lanes)


def test_lanes_of_doubtful_lines_are_those_of_a_full_scan() -> None:
    """Without the short cut for sure content, the same lanes come out."""
    arrays = stage1_arrays()
    every = np.array([20 * LOGIT, 0, 0, 0])  # makes all lines doubtful
    sure = {**arrays, "tail.offset": arrays["tail.offset"] + every}
    found, full = (Stage1(a).evidence(Batch.of([PAGE])).lanes for a in (arrays, sure))
    doubtful = settle(found.copy())
    others = [number for number, name in enumerate(LANE_NAMES) if name != "tail:junk"]
    assert 0 < doubtful.sum() < len(doubtful)
    assert np.array_equal(found[doubtful][:, others], full[doubtful][:, others])


def test_probabilities() -> None:
    junk, kinds = np.array([-5000, -10, 0, 10, 5000]), np.zeros((5, len(FURNITURE)), np.int64)
    kinds[:, 3] = 4 * LOGIT
    calibration = np.linspace(0.0, 1.0, 101)
    found = probabilities_of(junk, kinds, calibration)
    assert found[:, 0] == pytest.approx([1.0, 0.6, 0.5, 0.4, 0.0])
    assert np.allclose(found.sum(axis=1), 1)
    assert (found[1:, 1:].argmax(axis=1) == 3).all()


@pytest.mark.parametrize("least", [0.0, 0.003, 0.02, 0.2, 0.5])
def test_a_kind_is_known_wherever_a_user_may_ask_for_it(least: float) -> None:
    """Thresholds of the settings may lie below those of the model, and below what is looked at twice."""
    wanted = Settings.of(thresholds=dict.fromkeys((label.value for label in FURNITURE), least))
    batch = Batch.of([PAGE])
    asked, all_asked = (
        MODEL.reader(own).read(batch).probabilities for own in (wanted, Settings.of(thresholds={"spam": 0.0}))
    )
    named = 1 - asked[:, 0] >= least
    assert named[batch.inked].any()
    assert np.array_equal(asked[named].argmax(axis=1), all_asked[named].argmax(axis=1))
    assert np.array_equal(asked[:, 0], all_asked[:, 0])


def test_the_shipped_model_reads_a_page_alike_through_its_memory(shipped: Model) -> None:
    reader = shipped.reader()
    for text in (PAGE, PAGE.replace("Read also: ", ""), PAGE[40:]):
        assert np.array_equal(reader.read(Batch.of([text])).probabilities, shipped.lines(Batch.of([text])))


def profiled() -> Model:
    arrays = ARRAYS | {STEPS: np.tile(np.arange(SHAPE[1]) * LOGIT, (SHAPE[0], 1)) * (np.arange(SHAPE[0]) > 0)[:, None]}
    profile = Sketch(8)
    profile.counts += np.uint32(50)
    return Model(arrays, manifest_of(arrays)).with_profile(profile)


@pytest.mark.parametrize("again", [lambda model: pickle.loads(pickle.dumps(model)), copy.copy, copy.deepcopy])
@pytest.mark.parametrize("make", [lambda: MODEL, profiled])
def test_a_model_that_went_elsewhere_is_the_same(make: Callable[[], Model], again: Callable[[Model], Model]) -> None:
    model = make()
    other = again(model)
    assert other.clean(PAGE) == model.clean(PAGE)
    assert (other.name, other.digest, other.manifest) == (model.name, model.digest, model.manifest)


def test_a_model_travels_without_what_it_has_found_out(shipped: Model) -> None:
    page = PAGE.replace("the boat was full", "the ZUPATOGEL88 boat was full")
    before = pickle.dumps(shipped)
    found = shipped.clean(page)
    assert len(pickle.dumps(shipped)) == len(before) < 5_500_000
    assert pickle.loads(before).clean(page) == found


def test_a_model_of_another_version_is_refused_where_it_arrives(monkeypatch: pytest.MonkeyPatch) -> None:
    sent = pickle.dumps(MODEL)
    monkeypatch.setattr("cleaner.model.FORMAT", 0)
    with pytest.raises(ModelError, match=r"the pickled model 'fake': format \d+, this version reads 0: "):
        pickle.loads(sent)


def test_the_digest_covers_all_that_decides() -> None:
    def of(arrays: dict[str, Any] = ARRAYS, **changed: Any) -> str:
        return Model(arrays, manifest_of(arrays) | changed).digest

    limits = manifest_of(ARRAYS, remove=0.7)["thresholds"]
    other = stage1_arrays(4)
    assert of() == MODEL.digest == of(name="another", figures={"f1": 0.9})
    assert of(thresholds=dict(reversed(limits.items()))) == of(thresholds=limits)
    digests = [of(), of(ARRAYS | other), of(thresholds=limits), of(safe={"spam": 0.9}), of(safe={"spam": 0.8})]
    digests.append(profiled().digest)
    assert len(set(digests)) == len(digests)
    assert profiled().digest == profiled().digest
