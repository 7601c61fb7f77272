"""Honest sentences with the words of spam, our own: the shipped model leaves them alone, in any capitals."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cleaner.model import Model
from cleaner.training.honest import HONEST
from cleaner.training.honest_press import PRESS
from cleaner.training.honest_press_world import PRESS_WORLD

SENTENCES = [text for said in (HONEST, PRESS, PRESS_WORLD) for own in said.values() for text in own]


@pytest.mark.parametrize("form", [str, str.title, str.upper], ids=["as it is", "as a headline", "in capitals"])
def test_no_honest_sentence_is_taken_for_spam(form: Callable[[str], str], shipped: Model) -> None:
    """The model was trained on them: this says that it still knows, not how it does elsewhere."""
    cleaned = shipped.clean_batch([form(text) for text in SENTENCES])
    spam = [(c.original[f.start : f.stop], c.original) for c in cleaned for f in c.findings if f.label == "spam"]
    assert not spam


def test_no_sentence_is_there_twice() -> None:
    assert len(SENTENCES) == len(set(SENTENCES)) > 400
