from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.engines.corpus import TEXTS, by_command_line
from tests.fakes import FakeModel

pytest.importorskip("datatrove")
pytestmark = pytest.mark.slow


@pytest.mark.parametrize(("tasks", "size"), [(1, 256), (3, 7)])
def test_any_tasks_give_what_the_command_line_gives(tmp_path: Path, tasks: int, size: int) -> None:
    from datatrove.executor import LocalPipelineExecutor
    from datatrove.pipeline.readers import JsonlReader
    from datatrove.pipeline.writers import JsonlWriter

    from cleaner.engines.datatrove import Cleaner

    given = tmp_path / "given"
    given.mkdir()
    for part in range(3):
        rows = [json.dumps({"id": str(n), "text": text}) for n, text in enumerate(TEXTS) if n % 3 == part and text]
        (given / f"{part}.jsonl").write_text("\n".join(rows))
    removed = JsonlWriter(str(tmp_path / "removed"), compression=None)
    pipeline = [
        JsonlReader(str(given)),
        Cleaner(FakeModel(), findings_writer=removed, batch_size=size),
        JsonlWriter(str(tmp_path / "clean"), compression=None),
    ]
    LocalPipelineExecutor(pipeline, tasks=tasks, workers=1, logging_dir=str(tmp_path / "logs")).run()

    def rows(folder: str) -> dict[int, dict[str, object]]:
        lines = [line for path in (tmp_path / folder).glob("*.jsonl") for line in path.read_text().split("\n") if line]
        return {int(row["id"]): row for row in map(json.loads, lines)}

    clean, found = rows("clean"), rows("removed")
    after = {n: row.get("text", "") for n, row in clean.items()}  # its writer leaves empty texts out
    assert after == {n: text for n, text in enumerate(by_command_line(tmp_path)) if TEXTS[n]}
    assert {n: row["text"] for n, row in found.items()} == {n: TEXTS[n] for n in after if after[n] != TEXTS[n]}
    assert found[4]["metadata"]["findings"] == [[0, 8, "promotion", 0.97]]  # type: ignore[index]
    statistics = json.loads((tmp_path / "logs/stats.json").read_text())[1]["stats"]
    assert statistics["documents"] == 64
    assert statistics["changed"] == len(found)
