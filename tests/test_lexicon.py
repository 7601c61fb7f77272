"""What clean text knows: counts are logs, frequent words are their own class, and a seam holds where words belong."""

from typing import Any

import numpy as np
import numpy.typing as npt

from cleaner.lexicon import FREQUENT, Lexicon, Lures, Words, class_of
from cleaner.training.tallies import Counts, Without

TEXTS = ["the harbour bridge was opened", "the harbour was closed", "a bridge of stone", "the harbour bridge is old"]


def lexicon(texts: list[str]) -> Lexicon:
    counts = Counts()
    for text in texts:
        counts.add(text)
    counts.add_seams(texts)
    lures: dict[str, npt.NDArray[Any]]
    lures = {"lure_words": np.zeros(0, np.uint32), "lure_odds": np.zeros(0, np.int8)}
    return Lexicon({**counts.arrays(), **lures})


def test_unknown_words_are_not_known() -> None:
    table = Words(Words.build({"bridge": 5, "harbour": 300, "stone": 2}, 3))
    assert [table.known(word) for word in ("bridge", "harbour", "stone", "zupatogel", "")] == [3, 9, 0, 0, 0]


def test_lures_have_odds_and_others_the_least() -> None:
    lures = Lures(np.array([], np.uint32), np.array([], np.int8))
    assert lures.odds("bridge") == -8


def test_rare_words_share_a_class_with_their_ending() -> None:
    assert class_of("lending", 2) == class_of("mending", 0) != class_of("mending", FREQUENT)
    assert class_of("1987", 3) == class_of("22", 0)


def test_a_seam_holds_where_words_stand_side_by_side() -> None:
    clean = lexicon(TEXTS * 3)
    assert clean.seam("harbour", "bridge") > 0 > clean.seam("bridge", "harbour")


def test_a_document_can_be_taken_out_again() -> None:
    counts = Counts()
    for text in TEXTS * 3:
        counts.add(text)
    counts.add_seams(TEXTS * 3)
    lures = Lures(np.array([], np.uint32), np.array([], np.int8))
    without = Without(counts, TEXTS[2], (1, 1), lures)
    assert (without.known("stone"), without.known("harbour")) == (2, 4)
    assert without.seam("harbour", "bridge") > without.seam("bridge", "harbour")
