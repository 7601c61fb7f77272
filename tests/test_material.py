"""The three sides share no brand and no phrase, and phrases that honest texts hold are counted word by word."""

import random
from dataclasses import replace

from cleaner.training.annotations import Annotated
from cleaner.training.inject import made_up_brands
from cleaner.training.material import SIDES, good, occurrences, side_of
from cleaner.training.tallies import Clean


def test_kin_are_on_one_side_and_all_sides_have_some() -> None:
    assert len({side_of(name) for name in ("zupatogel", "zupatoto88", "slotzupa")}) == 1
    assert {side_of(name) for name in made_up_brands(400, random.Random(1))} == set(SIDES)


def test_phrases_are_counted_as_whole_words_in_any_case() -> None:
    texts = ["He plays Online Poker. Online, poker is legal; onlinepoker is a word.", "online pokers"]
    counted = occurrences(["online poker", "is legal", "never said"], texts)
    assert [counted.get(p, 0) for p in ("online poker", "is legal", "never said")] == [2, 1, 0]


def test_of_an_annotated_page_the_lines_are_good_that_nothing_touches() -> None:
    page = Annotated(
        "p#x", "A bridge\nRead also: x\nZUPA88 the end\nWho knows\nNobody", ((9, 21, "related"), (22, 29, "spam"))
    )
    doubtful = replace(page, unsure=frozenset({4}), lang="en", group="west.example")
    assert good(doubtful) == Clean("A bridge\nNobody", "en", "west.example")
