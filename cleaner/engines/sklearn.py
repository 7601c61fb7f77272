"""A scikit-learn transformer: texts in, clean texts out, at the head of a `Pipeline`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Self

import numpy as np
import numpy.typing as npt
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils.validation import check_is_fitted

from cleaner.engines.arrow import loaded
from cleaner.run import Model
from cleaner.settings import Settings


class TextCleaner(TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """Clean texts with a model: one that is given, one in a folder, or the shipped one, with the profile in a file.

    The other parameters are those of `Settings`.

    >>> make_pipeline(TextCleaner(ignore="comment"), TfidfVectorizer(), LogisticRegression())  # doctest: +SKIP
    """

    def __init__(
        self,
        model: Model | str | Path | None = None,
        select: str | Iterable[str] = "all",
        ignore: str | Iterable[str] = "",
        max_removed: float | None = None,
        thresholds: Mapping[str, float] | None = None,
        protect: Iterable[str] = (),
        always_remove: Iterable[str] = (),
        profile: str | Path | None = None,
    ) -> None:
        self.model = model
        self.select = select
        self.ignore = ignore
        self.max_removed = max_removed
        self.thresholds = thresholds
        self.protect = protect
        self.always_remove = always_remove
        self.profile = profile

    def fit(self, X: Iterable[str], y: object = None) -> Self:  # noqa: N803
        """Load the model and check the settings; nothing is learned from the texts."""
        self.settings_ = Settings.of(
            select=self.select,
            ignore=self.ignore,
            max_removed=self.max_removed,
            thresholds={} if self.thresholds is None else self.thresholds,
            protect=self.protect,
            always_remove=self.always_remove,
        )
        self.model_ = loaded(self.model, self.profile)
        return self

    def transform(self, X: Iterable[str]) -> npt.NDArray[Any]:  # noqa: N803
        """Return an array of the clean texts."""
        check_is_fitted(self)
        texts = X if isinstance(X, list) else list(X)
        if isinstance(X, str) or not all(isinstance(text, str) for text in texts):
            raise ValueError("TextCleaner wants a list, an array or a column of strings: give it the texts alone")
        return np.array([cleaning.text for cleaning in self.model_.clean_batch(texts, self.settings_)], dtype=object)

    def __sklearn_tags__(self) -> Any:
        """Say that the input is a list of strings, and that there is nothing to fit."""
        tags = super().__sklearn_tags__()
        tags.input_tags.string, tags.input_tags.two_d_array = True, False
        tags.transformer_tags.preserves_dtype = []
        tags.requires_fit = True
        tags.no_validation = True
        return tags
