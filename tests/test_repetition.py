"""What is repeated more than its page is raised; what a page shares as a whole, and what is short, is not."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.batch import Batch
from cleaner.repetition import LENGTHS, SHAPE, SURPLUS, Repetition, Surplus, checked, lines_of
from cleaner.sketch import Sketch
from tests.strategies import texts

STEPS = np.outer(range(SHAPE[0]), range(SHAPE[1])) * 10
FOOTER = "Westhaven Courier, 4 Harbour Road, Westhaven"


def body(number: int) -> str:
    """Return a paragraph that no other document has."""
    word = "".join(chr(97 + int(digit)) for digit in str(number))
    return (
        f"The ferry {word} left the harbour before noon and came back with nobody on board, the office of {word} said."
    )


def sketch_of(pages: Sequence[str], sites: Sequence[str] = ()) -> Sketch:
    sketch, batch = Sketch(12, bool(sites)), Batch.of(pages)
    sketch.add(lines_of(batch), batch.document[batch.inked], len(pages), sites)
    return sketch


def raised(pages: Sequence[str], page: str, sites: Sequence[str] = ()) -> list[int]:
    return Repetition(sketch_of(pages, sites), STEPS).raised(Batch.of([page])).tolist()


def test_nothing_is_raised_that_occurs_once() -> None:
    pages = [f"Title {body(n)}\n\n{body(n)}\n{FOOTER} {body(n)}" for n in range(40)]
    assert raised(pages, pages[0]) == [0, 0, 0]
    assert raised(pages, "") == raised(pages, "\n \n") == []
    assert raised([], pages[0]) == [0, 0, 0]


def test_a_paragraph_in_two_documents_is_not_raised() -> None:
    assert raised([body(1), f"{body(1)}\n{body(2)}"], f"{body(1)}\n{body(2)}") == [0, 0]


def test_a_page_that_was_fetched_often_is_not_raised() -> None:
    page = f"{body(1)}\n{body(2)}\n{body(3)}\n{FOOTER}"
    assert raised([page] * 60, page) == [0, 0, 0, 0]


def test_a_song_that_was_fetched_often_is_not_raised() -> None:
    song = (
        "Row the ferry to the harbour\nRow it, row it, row\nAll the lamps of Westhaven\nTell you where to go\n" + FOOTER
    )
    assert raised([song] * 60, song) == [0] * 5
    assert raised(["\n".join([body(n)[:60], FOOTER]) for n in range(60)], f"{body(3)[:60]}\n{FOOTER}")[1] > 0


def test_a_report_on_many_sites_is_not_raised() -> None:
    report, sites = "The ferry runs again, and it is blue", [f"site{n}.example" for n in range(40)]
    pages = [f"{report}\n{body(n)}" for n in range(40)]
    assert raised(pages, pages[0], sites) == [0, 0]
    assert raised(pages, pages[0], ["north.example"] * 40) > [0, 0]


def test_short_lines_are_never_raised() -> None:
    pages = [f"Westhaven\n{body(n)}\n-\nConclusion" for n in range(500)]
    assert raised(pages, pages[0]) == [0, 0, 0, 0]


def test_a_footer_is_raised_by_length_and_surplus() -> None:
    pages = [f"{body(n)}\n{FOOTER} {2000 + n}" for n in range(29)]
    assert raised(pages, pages[0]) == [0, STEPS[2, 3]]
    assert raised(pages[:4], pages[0]) == [0, STEPS[2, 1]]
    assert raised(pages[:2], pages[0]) == [0, 0]


def test_lines_are_folded() -> None:
    batch = Batch.of(["Page 12 of 20\n  page 99 OF 31\t\r\n", "page 1 of 20"])
    found = lines_of(batch).tolist()
    assert found[0] == found[1] != found[2]


def test_a_crowded_sketch_raises_less() -> None:
    pages = [f"{body(n)}\n{FOOTER}" for n in range(12)]
    sketch = sketch_of(pages)
    before = Repetition(sketch, STEPS).raised(Batch.of(pages[:1])).sum()
    sketch.counts += 9
    assert sketch.noise() == 10
    assert Repetition(sketch, STEPS).raised(Batch.of(pages[:1]))[0] == 0
    assert Repetition(sketch, STEPS).raised(Batch.of(pages[:1])).sum() <= before


@given(st.lists(texts(), max_size=5), st.lists(texts(), max_size=3))
def test_a_document_is_raised_alike_alone_and_in_a_batch(pages: list[str], others: list[str]) -> None:
    known = Repetition(sketch_of([*pages, *pages, *pages, *others]), STEPS)
    together = known.raised(Batch.of(pages)).tolist()
    alone = [step for page in pages for step in known.raised(Batch.of([page])).tolist()]
    assert together == alone


@given(st.integers(0, 400), st.integers(0, 400), st.integers(1, 5))
def test_more_documents_never_lower_a_line(one: int, more: int, typical: int) -> None:
    class Counts(Sketch):
        def documents_with(self, lines: object) -> np.ndarray:
            return np.array([one, one + more, typical])

        def sites_with(self, lines: object) -> np.ndarray:
            return np.ones(3, np.int64)

    found = Surplus(Counts(8)).of(np.zeros((3, 4), np.uint32), np.array([50, 50, 200]), np.zeros(3, np.int64), 1)
    assert found[0] <= found[1]


@pytest.mark.parametrize(
    "steps",
    [
        STEPS.astype(np.float32),
        STEPS[1:],
        -STEPS,
        STEPS + 1,
        STEPS[::-1],
        np.where(STEPS == 20, 5, STEPS),
    ],
)
def test_steps_that_make_no_sense_are_refused(steps: np.ndarray) -> None:
    with pytest.raises(ValueError, match="steps"):
        checked(steps)


def test_the_classes_are_in_order() -> None:
    assert list(LENGTHS) == sorted(LENGTHS)
    assert list(SURPLUS) == sorted(SURPLUS)
    assert SURPLUS[0] > 2
