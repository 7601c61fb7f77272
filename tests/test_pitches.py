"""Phrases of spam that are put together from parts: what they look like, and that they are the same everywhere."""

import pytest

from cleaner.training.pitches import SOLID, pitches
from cleaner.training.wares import WARES
from cleaner.training.wares_world import WARES_WORLD

PHRASES = [(lang, phrase) for lang, own in pitches().items() for phrase in own]


def test_there_are_phrases_in_many_languages() -> None:
    assert len({*WARES, *WARES_WORLD}) >= 30
    assert all(len(pitches()[lang]) >= 40 for lang in (*WARES, *WARES_WORLD))


def test_no_part_is_left_over() -> None:
    assert not [phrase for _, phrase in PHRASES if set("|/\n") & set(phrase) or "-" in phrase.split()]


def test_phrases_have_two_words_where_words_have_spaces() -> None:
    assert all(len(phrase) > 1 for _, phrase in PHRASES)
    short = [(lang, p) for lang, p in PHRASES if lang not in SOLID and len(p.split()) < 2]
    assert len(short) <= 45  # whole ones that we wrote as they are


@pytest.mark.parametrize("phrase", ["casino", "loan now now", "buy - viagra"])
def test_what_is_no_phrase_is_not_made(phrase: str) -> None:
    assert phrase not in pitches()["en"]
