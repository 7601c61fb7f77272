"""Polars needs no adapter: a frame is Arrow already, and comes back from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from cleaner.engines.arrow import clean_batches
from tests.engines.corpus import TEXTS, by_command_line
from tests.fakes import FakeModel

polars = pytest.importorskip("polars")
pytest.importorskip("pyarrow")
pytestmark = pytest.mark.slow


@pytest.mark.parametrize("rows", [3, 1000])
def test_any_slices_give_what_the_command_line_gives(tmp_path: Path, rows: int) -> None:
    frame = polars.DataFrame({"id": range(len(TEXTS)), "text": TEXTS})
    tables = (part.to_arrow() for part in frame.iter_slices(rows))
    clean = polars.concat([polars.from_arrow(table) for table in clean_batches(tables, FakeModel(), findings="found")])
    assert clean["text"].to_list() == by_command_line(tmp_path)
    assert clean["id"].equals(frame["id"])
    assert clean["found"][0][1]["text"] == "AD: buy"
