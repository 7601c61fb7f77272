"""Rows of tables are told by their cells and by what stands around them, text by text."""

import pytest

from cleaner.batch import Batch
from cleaner.tables import rows_of_tables

TABLE = ["Club | Won | Lost", "Westhaven | 5 | 4", "Marl United | 3 | 10"]


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        (TABLE, [0, 1, 2]),
        (["A title", "", *TABLE, "", "The end | of it | all"], [2, 3, 4]),
        (["Club\tWon\tLost", "Westhaven\t5\t4", "", "Marl United\t3\t10%"], [0, 1, 3]),
        (["| Club | Won |", "| Westhaven | 5 |"], []),  # two cells
        (["Home | News | Sport", "Shop | Games | Help"], []),
        (["1 | 2 | 3", "4 | 5 | 6"], []),  # a calendar, or pages
        (["Anna Berg | 12 March | 3 comments", "Jo Marl | 13 March | 4 comments"], []),
        ([TABLE[0], TABLE[1]], []),  # one row is none
        ([TABLE[1], "Marl United | 3 | 10 | 7"], []),
        ([TABLE[1], "a line between", TABLE[2]], []),
        ([TABLE[1], f"{'x' * 300} | 3 | 10"], []),
        ([], []),
    ],
)
def test_rows(lines: list[str], rows: list[int]) -> None:
    text = "\n".join(lines)
    assert rows_of_tables(Batch.of([text])) == rows
    assert rows_of_tables(Batch.of(["x", text.replace("\n", "\r\n"), "y"])) == [row + 1 for row in rows]


def test_a_table_does_not_reach_into_the_next_text() -> None:
    assert rows_of_tables(Batch.of([TABLE[1], TABLE[2]])) == []
