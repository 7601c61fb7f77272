"""How much work is done, by counting it: what is clean is looked at once, what an earlier pass has seen not again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner import clean as walk
from cleaner import cuts, draft, judge, ngrams, stage1
from cleaner.batch import Batch
from cleaner.context import feature_names, features
from cleaner.decide import decide
from cleaner.document import Finding
from cleaner.model import Model
from cleaner.reader import Reader
from cleaner.settings import Settings
from cleaner.stage1 import open_lines
from cleaner.taxonomy import FURNITURE, Label
from tests.arrays import manifest_of, model_arrays, network_of
from tests.fakes import FakeModel
from tests.strategies import texts
from tests.test_model import PAGE

ARRAYS = model_arrays()
MODEL = Model(ARRAYS, manifest_of(ARRAYS))
BODY = "The ferry from Westhaven runs again after eleven weeks, the harbour office said on Monday."


class Counter:
    """Count the calls of a function, and what `size` makes of their arguments."""

    def __init__(self, function: Callable[..., Any], size: Callable[..., int] = lambda *_: 1) -> None:
        self.function, self.size = function, size
        self.sizes: list[int] = []

    def __call__(self, *args: Any) -> Any:
        self.sizes.append(self.size(*args))
        return self.function(*args)


def test_a_clean_text_is_laid_out_once_and_never_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    laid = Counter(Batch.of, len)
    monkeypatch.setattr(walk, "Batch", type("Counted", (), {"of": laid}))
    monkeypatch.setattr(draft, "cuts_of", lambda *_: pytest.fail("looked for cuts"))
    monkeypatch.setattr(draft, "Offsets", lambda *_: pytest.fail("mapped offsets"))
    many = [f"{BODY}\n{number}" for number in range(50)]
    assert all(cleaning.text is text for cleaning, text in zip(FakeModel().clean_batch(many), many, strict=True))
    assert laid.sizes == [50]


def test_only_texts_that_changed_go_round_again(monkeypatch: pytest.MonkeyPatch) -> None:
    laid = Counter(Batch.of, len)
    monkeypatch.setattr(walk, "Batch", type("Counted", (), {"of": laid}))
    pops = "\n".join(["The bridge is open.", *["POP"] * 3])  # the fake model finds one in each pass
    FakeModel().clean_batch([BODY, f"{BODY}\nAD: buy", pops, BODY])
    assert laid.sizes == [4, 2, 1, 1]


def test_every_byte_is_scored_once_in_all_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    scanned = Counter(ngrams.scan, lambda buffer, starts, tables: int(starts[-1]) - len(starts))
    monkeypatch.setattr(stage1, "scan", scanned)
    reader = MODEL.reader()
    lines = [f"{BODY} {number}" for number in range(20)]
    reader.read(Batch.of(["\n".join(lines)]))
    reader.read(Batch.of(["\n".join(lines[3:])]))
    reader.read(Batch.of(["\n".join([*lines[5:], "new"])]))
    first, new = scanned.sizes
    assert first == sum(map(len, lines))
    assert new < 8


@pytest.mark.parametrize("number", [10, 1000])
def test_cuts_are_looked_for_around_findings_only(number: int) -> None:
    class Text(str):
        looked = 0

        def __getitem__(self, place: Any) -> str:
            Text.looked += 1
            return str.__getitem__(self, place)

    text = Text("\n".join([BODY] * number + ["", "AD: buy", ""] + [BODY] * number))
    at = text.find("AD")
    assert cuts.cuts_of(text, [Finding(at, at + 7, Label.PROMOTION, 0.9)])[1] == ((at, at + 9),)
    assert Text.looked < 20


@given(texts(), st.floats(0, 1), st.sampled_from(FURNITURE))
def test_kinds_that_nobody_asks_for_never_matter(text: str, threshold: float, label: Label) -> None:
    batch, settings = Batch.of([text]), Settings(thresholds={label: threshold})
    assert decide(batch, MODEL.reader(settings), settings) == decide(batch, Reader(MODEL, 0.0), settings)


def test_kinds_are_asked_of_lines_that_a_threshold_could_take(monkeypatch: pytest.MonkeyPatch) -> None:
    batch = Batch.of(["\n".join(f"{line} {number}" for number in range(30) for line in PAGE.split("\n"))])
    arrays = ARRAYS | network_of(f"{judge.FIRST}junk", (len(feature_names()), 8, 1), seed=5, gain=12)
    model = Model(arrays, manifest_of(arrays))
    evidence, look = model.stage1.evidence(batch), model.judge.first
    kinds, junk = look.kind, look.junk.logits(features(evidence)[0][open_lines(evidence.lanes)])[:, 0]
    asked = Counter(type(kinds).logits, lambda _, rows: len(rows))
    monkeypatch.setattr(look, "kind", type("Counted", (), {"logits": lambda _, rows: asked(kinds, rows)})())
    for threshold in (0.9, 0.02):
        asked.sizes.clear()
        model.reader(Settings(thresholds=dict.fromkeys(FURNITURE, threshold))).read(batch)
        least = min([threshold, *model.thresholds.unsure.values(), judge.DOUBTFUL])
        assert asked.sizes == [len(judge.likely(junk, look.calibration, least / 2))]
        assert 0 < asked.sizes[0] < len(junk)
