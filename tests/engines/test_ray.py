from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.engines.corpus import TEXTS, by_command_line
from tests.fakes import FakeModel

ray = pytest.importorskip("ray")
ray_data = pytest.importorskip("ray.data")
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def cluster() -> Iterator[None]:
    root = str(Path(__file__).parent.parent.parent)
    ray.init(num_cpus=2, include_dashboard=False, runtime_env={"env_vars": {"PYTHONPATH": root}})
    yield
    ray.shutdown()


@pytest.mark.parametrize(("blocks", "rows"), [(1, None), (4, 7)])
def test_any_blocks_give_what_the_command_line_gives(
    tmp_path: Path, cluster: None, blocks: int, rows: int | None
) -> None:
    from cleaner.engines.ray import clean_dataset

    items = [{"id": number, "text": text} for number, text in enumerate(TEXTS)]
    data = ray_data.from_items(items, override_num_blocks=blocks)
    clean = clean_dataset(data, FakeModel(), findings="found", batch_size=rows).take_all()
    clean.sort(key=lambda row: row["id"])
    assert [row["text"] for row in clean] == by_command_line(tmp_path)
    assert clean[0]["found"][1]["text"] == "AD: buy"
