"""Calls behind cut-off teasers: found by recurring, in any language; a refrain and an afterthought stay."""

from __future__ import annotations

import numpy as np
import pytest

from cleaner.batch import Batch
from cleaner.teasers import LONG, TIMES, recurring
from cleaner.trims import propose

LINES = [
    "The ferry to Westhaven leaves the old harbour on Monday morning with nine passengers and…",
    "A small boat house under the cliffs, with a stove, two beds and a view of the bay that ...",
    "Nobody remembers when the lighthouse was painted last, but the mayor of Marl says that...",
]


def found(*texts: str) -> list[tuple[int, str]]:
    batch = Batch.of(texts)
    spans = recurring(batch, np.ones(len(batch.lines), np.bool_))
    return [(span.line, batch.lines[span.line][span.start : span.stop]) for span in spans]


@pytest.mark.parametrize("call", ["Details", "[Leer más]", "Zum Angebot", "[もっと見る]", "Detaljer och pris "])
def test_a_call_that_recurs_is_found(call: str) -> None:
    assert found("\n".join(f"{line} {call}" for line in LINES)) == [(at, f" {call}") for at in range(len(LINES))]


@pytest.mark.parametrize(
    "lines",
    [
        [f"{line} Details" for line in LINES[: TIMES - 1]],
        [f"{line} {word}" for line, word in zip(LINES, ("Bay", "Coast", "Marl"), strict=True)],
        [f"{line} and so on" for line in LINES],
        [f"{line} 等等" for line in LINES],
        [f"Monday {'.' * 70} Closed"] * 3,
        [f"The old king in the second act of the play ……… {'…' * 40} Ida Marl"] * 3,
        [*(f"{line} [Laughter]" for line in LINES), *LINES * 3],
        [f"{line} Details. Or not" for line in LINES],
        ["Oh the sea, the sea... Come Back"] * 9,
        [f"{'o' * (LONG - 1)}… Come Back"] * 9,
        LINES,
    ],
    ids=[
        "twice",
        "other words",
        "an afterthought",
        "one without case",
        "leaders",
        "more leaders",
        "now and then",
        "a sentence",
        "a refrain",
        "too short",
        "nothing behind",
    ],
)
def test_what_does_not_recur_behind_long_lines_stays(lines: list[str]) -> None:
    assert found("\n".join(lines)) == []


def test_each_text_counts_for_itself() -> None:
    two = "\n".join(f"{line} Details" for line in LINES[:2])
    assert found(two, two) == []


def test_trims_hold_them_and_keep_the_ellipsis() -> None:
    text = "\n".join(f"{line} Zum Angebot" for line in LINES)
    batch = Batch.of([text])
    spans = propose(batch, range(len(batch.lines)))
    assert [(s.line, s.start, s.stop, s.cues) for s in spans] == [
        (at, len(line), len(line) + 12, ("trim:teaser-call",)) for at, line in enumerate(LINES)
    ]
    assert [span.line for span in propose(batch, [0, 2])] == [0, 2]


def test_an_endless_line_is_looked_at_only_at_its_end() -> None:
    assert found("\n".join(["x... Details " * 100_000 + "… Details"] * TIMES)) == [
        (at, " Details") for at in range(TIMES)
    ]
