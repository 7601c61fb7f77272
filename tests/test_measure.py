"""What is counted of spam in whole lines: found when half of a line goes, as spam when it goes as that."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

import pytest

from cleaner.document import Cleaning, Finding
from cleaner.model import Model
from cleaner.taxonomy import Label
from cleaner.training.comments import Comment
from cleaner.training.measure import unwanted, whole_lines
from cleaner.training.tallies import Clean
from tests.fakes import FakeModel

LINES = "The mayor opened the new bridge in Westhaven on Monday.\nIt took three years to build and nobody knows why."
DOCUMENTS = [Clean(LINES, "en", "a")] * 4
FAKE = cast("Model", FakeModel())


def said(*texts: str, spam: bool = True) -> list[Comment]:
    return [Comment(text, "en", spam, "") for text in texts]


def counted(texts: Sequence[str], spam: bool = True) -> dict[str, Any]:
    return {name: tuple(pair) for name, pair in unwanted(FAKE, DOCUMENTS, said(*texts, spam=spam)).recall.items()}


def test_a_comment_is_found_when_half_of_it_goes_and_touched_when_any_does() -> None:
    found = counted(["nothing to see", "AD: a whole line", "ZZSPAM ZZSPAM x", "a little ZZSPAM in a long line"])
    assert found["spam comment"] == (2, 4)
    assert found["spam comment, as spam"] == (1, 4)  # half of the first of them
    assert found["spam comment, touched"] == (3, 4)
    below, between = (found.get(f"spam comment, {place}", (0, 0)) for place in ("below", "between lines"))
    assert (below[0] + between[0], below[1] + between[1]) == (2, 4)


def test_of_honest_comments_what_goes_as_spam_counts() -> None:
    found = counted(["nothing to see", "AD: it goes, but not as spam", "one ZZSPAM"], spam=False)
    assert found == {"honest comment, as spam": (1, 3)}


class Finder:
    """Find every line but those of the documents, as spam but for lines without a space."""

    def clean(self, text: str) -> Cleaning:
        found, start = [], 0
        for line in text.split("\n"):
            if line not in LINES.split("\n"):
                label = Label.SPAM if " " in line else Label.PROMOTION
                found.append(Finding(start, start + len(line), label, 0.9))
            start += len(line) + 1
        return Cleaning(text, tuple(found))


@pytest.mark.parametrize(("model", "share"), [(FAKE, 0), (cast("Model", Finder()), 1)])
def test_lines_that_no_training_reads_are_put_in_and_counted_one_by_one(model: Model, share: int) -> None:
    figures = whole_lines(model, DOCUMENTS, ["zupa88"], {})
    found, lines = figures.recall["whole line"]
    as_spam, again = figures.recall["whole line, as spam"]
    assert lines == again >= len(DOCUMENTS)
    assert found == share * lines
    assert as_spam <= found
    assert len(figures.missed) == lines - found
