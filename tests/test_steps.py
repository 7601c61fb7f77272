"""What repetition is worth is learned without overrating it, and added to a model that stays the same without."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from pathlib import Path

import joblib
import numpy as np
import pytest

from cleaner.errors import AnnotationError
from cleaner.model import STEPS, load
from cleaner.network import LOGIT
from cleaner.repetition import SHAPE
from cleaner.sketch import Sketch
from cleaner.taxonomy import FURNITURE
from cleaner.training import profiles
from cleaner.training.judge import Scores
from cleaner.training.publish import publish_trained
from cleaner.training.steps import CAPS, CORPUS, Lines, fit, held_out, learn
from cleaner.training.table import build
from cleaner.training.train import Trained
from tests.arrays import model_arrays
from tests.test_train import page

TEXTS = [page(number).text for number in range(60)]


def lines(repeated_junk: float, same: bool = False, publishers: int = 6, count: int = 3000) -> Lines:
    """Return lines of which half are repeated; junk is as likely as the logit says, repeated junk as said here."""
    random = np.random.default_rng(5)
    junk = random.normal(-1, 2, count)
    bucket = random.integers(0, SHAPE[1], count) * (random.random(count) < 0.5)
    chance = np.where(bucket > 0, repeated_junk, 1 / (1 + np.exp(-junk)))
    publisher = np.array([f"paper{n % publishers}" for n in range(count)])
    key = np.where(same & (bucket > 0), 7, np.arange(count)).astype(np.uint32)
    length = random.integers(0, SHAPE[0], count)
    target = random.random(count) < chance
    return Lines(length, bucket, (junk * LOGIT).astype(np.int64), target, publisher, key, np.arange(count))


def test_what_says_nothing_is_worth_nothing() -> None:
    assert fit(lines(0.0)).max() == 0


def test_steps_rise_up_to_their_caps() -> None:
    steps = fit(lines(0.95))
    assert (steps[1:, 1] > LOGIT).all()
    assert (np.diff(steps, axis=1) >= 0).all()
    assert (steps <= CAPS[:, None]).all()
    assert not steps[0].any()


def test_one_line_of_one_publisher_is_not_trusted() -> None:
    assert fit(lines(0.95, same=True, publishers=1))[1:, 1].max() < fit(lines(0.95))[1:, 1].min()


def test_a_publisher_is_measured_without_itself() -> None:
    given = lines(0.95, publishers=2)
    own = given.publisher == "paper0"
    spoiled = Lines(*(values.copy() for values in vars(given).values()))
    spoiled.target[own] = ~spoiled.target[own]
    assert (held_out(given)[own] == held_out(spoiled)[own]).all()
    assert (held_out(given)[~own] != held_out(spoiled)[~own]).any()


@pytest.fixture(scope="module")
def small() -> Trained:
    """Return a training run whose networks have learned nothing, and whose scores out of fold lean the right way."""
    documents = [page(number) for number in range(60)]
    table = build(documents, [0] * 60, [1.0] * 60)
    random = np.random.default_rng(5)
    junk = random.normal(-LOGIT, LOGIT, len(table.label)).astype(np.int64) + LOGIT * (table.label > 0)
    kinds = random.integers(0, LOGIT, (len(table.label), len(FURNITURE)))
    limits = {kind: dict.fromkeys(FURNITURE, 0.6) for kind in ("remove", "long", "unsure")}
    return Trained(model_arrays(), limits, replace(table, rows={}), Scores(junk, kinds), table.label >= 0)


def corpora(folder: Path, ids: str = "p") -> Path:
    rows = [{"id": f"{ids}{n}", "text": text, "site": f"site{n % 15}"} for n, text in enumerate(TEXTS)]
    for name, part in zip(CORPUS, (rows[:40], rows[40:]), strict=True):
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_bytes(gzip.compress("".join(json.dumps(row) + "\n" for row in part).encode()))
    return folder


def test_a_corpus_without_the_documents_is_refused(small: Trained, tmp_path: Path) -> None:
    with pytest.raises(AnnotationError, match="give that corpus"):
        learn(small, corpora(tmp_path, "other"))


def test_a_model_gets_its_steps_by_one_command(
    small: Trained, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, kept = tmp_path / "model", tmp_path / "trained"
    publish_trained(folder, small, {}, [], 0, 0.01, "made up")
    joblib.dump(small, kept)
    before = load(folder)
    argv = ["profiles", str(corpora(tmp_path / "corpora")), str(kept), str(folder)]
    monkeypatch.setattr("sys.argv", argv)
    profiles.main()
    assert "with a profile, made/up: line_f1" in capsys.readouterr().out
    after = load(folder)
    assert before.steps is None
    assert after.steps is not None
    assert after.digest != before.digest
    assert after.clean_batch(TEXTS) == before.clean_batch(TEXTS)
    assert after.with_profile(Sketch(8)).clean_batch(TEXTS) == before.clean_batch(TEXTS)
    assert "With a profile of the corpus" in (folder / "MODEL_CARD.md").read_text("utf-8")
    publish_trained(tmp_path / "trained anew", small, {}, [], 0, 0.01, "made up", learn(small, tmp_path / "corpora"))
    assert load(tmp_path / "trained anew").digest == after.digest
    with np.load(folder / "weights.npz") as archive:
        assert archive[STEPS].dtype == np.int16
