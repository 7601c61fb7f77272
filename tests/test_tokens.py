"""The sieve of runs: what passes is exact, ordinary words do not, and neighbours in the batch change nothing."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cleaner.batch import Batch
from cleaner.tokens import KEY_BITS, Runs, Sieve, disguised, key_of, keys_of, listed, pieces


def sieve(endings: list[str] = [], ordinary: list[str] = [], lures: dict[str, int] | None = None) -> Sieve:  # noqa: B006
    edges = np.zeros(1 << KEY_BITS, np.bool_)
    for ending in endings:
        edges[key_of(np.frombuffer(ending.encode(), "<u4").astype(np.uint32))] = True
    lures = lures or {}
    return Sieve(
        np.packbits(edges),
        np.packbits(np.zeros(1 << KEY_BITS, np.bool_)),
        keys_of(pieces(ordinary)),
        keys_of(pieces(lures)),
        np.array(list(lures.values()), np.uint8),
    )


def words(text: str, at: np.ndarray, runs: Runs) -> list[str]:
    data = f"\n{text}\n".encode()
    return [data[a : b + 1].decode() for a, b in zip(runs.starts[at], runs.ends[at], strict=True)]


def test_runs_with_an_ending_pass_but_ordinary_words_do_not() -> None:
    text = "The mayor saw ZUPATOGEL, zupatogel88 and one plain mistogel on Monday; ogel was not long enough: gel."
    runs = Runs(Batch.of([text]))
    found = runs.chosen(sieve(["ogel"], ["mistogel"]))
    assert words(text, found, runs) == ["ZUPATOGEL", "zupatogel88", "ogel"]


def test_words_with_a_number_glued_to_them_pass_though_words_of_that_look_are_ordinary() -> None:
    text = (
        "In 2024 MAZMUR1388, place303779 and zupa88 won; ab12, 1388abc, abc1, Rp5000, €50, −12, 第12 and né12 did not."
    )
    runs = Runs(Batch.of([text]))
    found = runs.chosen(sieve(["pa88"], ["zupa88"]))
    assert words(text, found, runs) == ["MAZMUR1388", "place303779", "zupa88"]


def test_a_digit_between_letters_passes_whatever_the_ending() -> None:
    text = "Main sl0tku di rumah, kata 40 orang dan B0LAKU."
    runs = Runs(Batch.of([text]))
    assert words(text, runs.chosen(sieve()), runs) == ["sl0tku", "B0LAKU"]


def test_two_words_of_spam_phrases_side_by_side_pass() -> None:
    text = "They buy pills and buy-pills, or pills. Buy on Monday, or BUY PILLS."
    runs = Runs(Batch.of([text]))
    found = runs.lured(sieve(lures={"buy": 3, "pills": 4}), 9, 7)
    assert words(text, found, runs) == ["buy", "buy", "BUY"]
    assert not len(runs.lured(sieve(lures={"buy": 3, "pills": 4}), 9, 8))
    assert words(text, runs.lured(sieve(lures={"buy": 3, "pills": 4}), 4, 99), runs) == [
        "pills",
        "pills",
        "pills",
        "PILLS",
    ]


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=20), max_size=5))
def test_keys_of_runs_are_those_of_their_words(texts: list[str]) -> None:
    runs = Runs(Batch.of(texts))
    folded = [runs.folded[a : b + 1].tobytes() for a, b in zip(runs.starts, runs.ends, strict=True)]
    assert runs.keys().tolist() == (keys_of(folded).tolist() if folded else [])


@given(st.lists(st.text("abz08 🔥ＡаТs.-\u0336\n", max_size=30), min_size=1, max_size=4))
def test_disguises_are_noticed_in_any_batch(texts: list[str]) -> None:
    together = Batch.of(texts)
    places = disguised(together, Runs(together).odd)
    counted = [int(((places >= a) & (places < b)).sum()) for a, b in zip(*_bounds(together), strict=True)]
    alone = [Batch.of([text]) for text in texts]
    assert counted == [len(disguised(batch, Runs(batch).odd)) for batch in alone]


def _bounds(batch: Batch) -> tuple[list[int], list[int]]:
    starts = batch.starts[batch.first].tolist()
    return starts[:-1], starts[1:]


def test_a_line_is_a_list_if_three_in_four_words_are_worth_a_look() -> None:
    line = "  aa bb cc dd ee  f g hh"
    assert [line[at] for at in (2, 5, 8, 11, 14, 18, 20, 22)] == list("abcdefgh")
    assert listed(line, [2, 5, 8, 11, 14], 4)
    assert listed(line, [3, 6, 9, 12, 22], 4)
    assert not listed(line, [2, 5, 8, 11, 14], 5)
    assert not listed(line, [2, 3, 5, 6, 8], 4)
    assert not listed(line, [2, 5, 8, 18, 20], 4)
    assert not listed(f"{line} ii jj", [2, 5, 8, 11, 14], 4)
    assert not listed("", [], 0)
