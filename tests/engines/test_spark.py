from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.engines.corpus import TEXTS, by_command_line
from tests.fakes import FakeModel

pyspark_sql = pytest.importorskip("pyspark.sql")
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def spark() -> Iterator[object]:
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java")
    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["PYTHONPATH"] = str(Path(__file__).parent.parent.parent)  # the workers load FakeModel
    builder = pyspark_sql.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    session = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", "7").getOrCreate()
    yield session
    session.stop()
    del os.environ["PYSPARK_PYTHON"], os.environ["PYTHONPATH"]


@pytest.mark.parametrize("partitions", [1, 3])
def test_any_partitions_give_what_the_command_line_gives(tmp_path: Path, spark: object, partitions: int) -> None:
    from cleaner.engines.spark import clean_frame

    rows = list(enumerate([*TEXTS, None]))
    frame = spark.createDataFrame(rows, "id long, text string").repartition(partitions)  # type: ignore[attr-defined]
    clean = clean_frame(frame, FakeModel(), findings="found").orderBy("id").collect()
    assert [row.text for row in clean] == [*by_command_line(tmp_path), None]
    assert clean[0].found[1].text == "AD: buy"
    plain = clean_frame(frame, FakeModel()).orderBy("id").collect()
    assert [row.asDict() for row in plain] == [{"id": row.id, "text": row.text} for row in clean]
