"""Whether a text is about gambling itself is told by its beginning, at a cost that does not grow with a book."""

from __future__ import annotations

from collections import Counter
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cleaner import clues
from cleaner.batch import Batch
from cleaner.candidates import PAGE, Page
from cleaner.decide import Span
from cleaner.mentions import TELLING, on_the_matter
from cleaner.taxonomy import Label

FILLER = "The mayor opened the bridge on Monday and counted the herons of the old pier.\n"
MATTER = "The police closed a casino; slot machines, the casino, the slot and the casino are gone.\n"
SPAM = "ZZSPAM The ferry runs.\n"
COUNTS = st.dictionaries(st.text("abc", min_size=1, max_size=4), st.integers(1, 30), max_size=60)


class Lures:
    """Know two telling words, and count how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def lure(self, word: str) -> int:
        self.asked += 1
        return TELLING if word in ("casino", "slot") else -8


def told(text: str, lures: Lures | None = None) -> bool:
    batch = Batch.of([text])
    numbers = [number for number, line in enumerate(batch.lines) if line]
    spans = [Span(n, 0, 7, Label.SPAM, 0.9) for n in numbers if batch.lines[n].startswith("ZZSPAM")]
    lexicon: Any = lures or Lures()
    return bool(on_the_matter(batch, numbers, spans, lexicon))


def test_a_text_without_spans_is_not_asked() -> None:
    lures = Lures()
    assert not told(MATTER, lures)
    assert not lures.asked


def test_what_is_spam_itself_does_not_tell() -> None:
    assert not told("ZZSPAM casino slot\n")
    assert told(SPAM + MATTER)
    assert not told("".join(f"{line}\n" for line in ["ZZSPAM"] * 9) + FILLER)


def test_the_beginning_tells() -> None:
    long = FILLER * (PAGE // len(FILLER) + 1)
    assert told(SPAM + MATTER * 90 + long)
    assert not told(SPAM + long + MATTER * 900)


def test_a_book_is_not_read_to_its_end() -> None:
    asked = []
    for size in (PAGE, 8 * PAGE):
        lures = Lures()
        told(SPAM + " ".join(f"{chr(97 + n % 26)}{'xyz'[n % 3] * (n % 50)}" for n in range(size // 20)), lures)
        asked.append(lures.asked)
    assert asked[1] <= 2 * asked[0]


def test_a_page_takes_no_more_lines_than_it_counts() -> None:
    class Lines(list[str]):
        taken = 0

        def __iter__(self) -> Any:
            for line in super().__iter__():
                self.taken += 1
                yield line

    lines = Lines([FILLER] * 50_000)
    assert Page(lines).count("herons") == (" ".join([FILLER] * 50_000))[:PAGE].count("herons")
    assert lines.taken < 4 * PAGE // len(FILLER)
    assert Page(["One two", "two x three"]).count("two") == 2


@given(COUNTS, st.sets(st.text("abc", min_size=1, max_size=4), max_size=6))
def test_others_are_the_hot_tokens_but_the_own(hot: dict[str, int], own: set[str]) -> None:
    expected = sum(count for token, count in hot.items() if token not in own)
    assert clues._others(Counter(hot), own) == min(expected, 20)


def test_the_hot_tokens_of_a_book_are_not_added_up() -> None:
    class Never(Counter[str]):
        def total(self) -> int:
            raise AssertionError("added up")

    assert clues._others(Never({str(n): 1 for n in range(1000)}), {"1"}) == 20
