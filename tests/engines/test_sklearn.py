"""TextCleaner obeys the law of scikit-learn."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import joblib
import numpy as np
import pytest

sklearn = pytest.importorskip("sklearn")

from sklearn.base import clone  # noqa: E402
from sklearn.exceptions import NotFittedError  # noqa: E402
from sklearn.feature_extraction.text import CountVectorizer  # noqa: E402
from sklearn.linear_model import LogisticRegression  # noqa: E402
from sklearn.pipeline import make_pipeline  # noqa: E402
from sklearn.utils.estimator_checks import parametrize_with_checks  # noqa: E402
from sklearn.utils.validation import check_is_fitted, validate_data  # noqa: E402

from cleaner.engines.sklearn import TextCleaner  # noqa: E402
from cleaner.errors import SettingsError  # noqa: E402
from cleaner.model import Model  # noqa: E402
from tests.engines.corpus import TEXTS, by_command_line  # noqa: E402
from tests.fakes import FakeModel  # noqa: E402


class Spelled(TextCleaner):
    """Take the numbers of the generic checks as texts, and give numbers back.

    For estimators of strings scikit-learn skips its checks but one, because their data are numbers. Spelled out they
    are texts without findings, so that what comes back must be what was given.
    """

    def fit(self, X: object, y: object = None) -> Spelled:  # noqa: N803
        return super().fit(_spelled(validate_data(self, X)), y)

    def transform(self, X: object) -> np.ndarray:  # noqa: N803
        check_is_fitted(self)
        texts = _spelled(validate_data(self, X, reset=False))
        return np.array([text.split() for text in super().transform(texts)], dtype=float)

    def __sklearn_tags__(self) -> object:
        tags = super().__sklearn_tags__()
        tags.input_tags.string, tags.input_tags.two_d_array, tags.no_validation = False, True, False
        return tags


def _spelled(rows: np.ndarray) -> list[str]:
    return [" ".join(map(repr, row)) for row in rows.tolist()]


EXPECTED_FAILURES: dict[str, str] = {}
"""What cannot hold for texts, with the reason: nothing, so far as the checks reach."""


@parametrize_with_checks(
    [TextCleaner(FakeModel()), Spelled(FakeModel())], expected_failed_checks=lambda _: EXPECTED_FAILURES
)
def test_the_checks_of_scikit_learn(estimator: TextCleaner, check: Callable[[object], None]) -> None:
    check(estimator)


@pytest.mark.parametrize("kind", [list, tuple, np.array, lambda texts: np.array(texts, object), iter])
def test_texts_come_out_as_the_command_line_writes_them(tmp_path: Path, kind: object) -> None:
    clean = TextCleaner(FakeModel()).fit([]).transform(kind(TEXTS))  # type: ignore[operator]
    assert clean.tolist() == by_command_line(tmp_path)


def test_clone_parameters_and_dump(tmp_path: Path) -> None:
    cleaner = TextCleaner("models/mine", ignore=["promotion"], max_removed=0.9)
    copy = clone(cleaner)
    assert copy.get_params() == cleaner.get_params()
    assert copy.set_params(ignore="").ignore == ""
    joblib.dump(cleaner.set_params(model=FakeModel()).fit(TEXTS), tmp_path / "cleaner")
    again = joblib.load(tmp_path / "cleaner")
    assert again.transform(["a\nAD: x\nRead also: y\n"]).tolist() == ["a\nAD: x\n"]


def test_a_pipeline_with_a_model_can_be_dumped(tmp_path: Path, shipped: Model) -> None:
    pipeline = make_pipeline(TextCleaner(shipped)).fit(TEXTS)
    joblib.dump(pipeline, tmp_path / "pipeline")
    assert joblib.load(tmp_path / "pipeline").transform(TEXTS).tolist() == pipeline.transform(TEXTS).tolist()


def test_all_settings_can_be_given() -> None:
    text = ["a\nAD: x\nAD: keep\nRead also: y\nFOO b\n"]
    cleaner = TextCleaner(FakeModel(), thresholds={"related": 0.95}, protect=["keep"], always_remove=("FOO ",))
    assert cleaner.fit([]).transform(text).tolist() == ["a\nAD: keep\nRead also: y\nb\n"]
    assert clone(cleaner).fit([]).settings_ == cleaner.settings_
    with pytest.raises(SettingsError, match="did you mean 'related'"):
        TextCleaner(FakeModel(), thresholds={"relatd": 0.95}).fit([])


def test_in_a_pipeline() -> None:
    pipeline = make_pipeline(TextCleaner(FakeModel()), CountVectorizer(), LogisticRegression())
    texts = ["good town\nAD: same", "bad road\nAD: same"] * 3
    assert pipeline.fit(texts, [1, 0] * 3).predict(["good\nAD: bad bad bad"]).tolist() == [1]
    assert "ad" not in pipeline[1].vocabulary_


def test_misuse_is_said() -> None:
    with pytest.raises(NotFittedError):
        TextCleaner(FakeModel()).transform(["x"])
    with pytest.raises(SettingsError, match="did you mean 'spam'"):
        TextCleaner(FakeModel(), ignore="spma").fit([])
    for wrong in ("one text", [1, 2], [None], np.zeros((2, 2))):
        with pytest.raises(ValueError, match="strings"):
            TextCleaner(FakeModel()).fit([]).transform(wrong)  # type: ignore[arg-type]
