"""A headline inside a line ends where what follows says so, and a long line is not gone through for it."""

from __future__ import annotations

from typing import Any

import pytest

from cleaner.headlines import headline_end

NAMED = "Five bridges that changed the coast"


@pytest.mark.parametrize("after", ["", " ", "\n", "\x1c" * 400])
def test_a_short_rest_is_the_headline(after: str) -> None:
    line = f"Read also: {NAMED}{after}"
    assert headline_end(line, 10, None) == len(line)


@pytest.mark.parametrize("line", ["so on " * 40, NAMED + "." + " a" * 99, NAMED + " x" * 60 + "\x1c" * 300 + "x"])
def test_the_end_of_a_long_rest_cannot_be_told(line: str) -> None:
    assert headline_end(line, 0, None) is None


def test_two_spaces_a_quote_or_the_next_sentence_end_it() -> None:
    for after in ("  x", ' "Yes," he said.', "The mayor came late to the old pier."):
        assert headline_end(f"{NAMED}{after}{' a' * 99}", 0, None) == len(NAMED)


def test_no_more_than_a_headline_is_read_of_a_long_line() -> None:
    class Counted(str):
        taken = 0

        def __getitem__(self, part: Any) -> str:
            piece = super().__getitem__(part)
            Counted.taken += len(piece)
            return piece

    line = Counted(f"{NAMED} and so on without an end" + " a" * 100_000)
    assert headline_end(line, 0, None) is None
    assert 0 < Counted.taken < 1000
