"""The three sides share no brand and no phrase, and phrases that honest texts hold are counted word by word."""

import random

from cleaner.training.inject import made_up_brands
from cleaner.training.material import SIDES, occurrences, side_of


def test_kin_are_on_one_side_and_all_sides_have_some() -> None:
    assert len({side_of(name) for name in ("zupatogel", "zupatoto88", "slotzupa")}) == 1
    assert {side_of(name) for name in made_up_brands(400, random.Random(1))} == set(SIDES)


def test_phrases_are_counted_as_whole_words_in_any_case() -> None:
    texts = ["He plays Online Poker. Online, poker is legal; onlinepoker is a word.", "online pokers"]
    counted = occurrences(["online poker", "is legal", "never said"], texts)
    assert [counted.get(p, 0) for p in ("online poker", "is legal", "never said")] == [2, 1, 0]
