"""Dolma's own mixer, given our attributes, writes the texts that the command line writes."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from tests.engines.corpus import TEXTS, by_command_line
from tests.test_dolma import run

dolma = pytest.importorskip("dolma.dolma")
pytestmark = pytest.mark.slow


@pytest.mark.parametrize("suffix", ["", ".gz"])
def test_the_mixer_writes_what_the_command_line_writes(tmp_path: Path, suffix: str) -> None:
    given = [*TEXTS, "\U0001f600\U0001d400 bridge\r\nAD: x\r\n\r\nAD: y\r\nThe ZZSPAM é end\nAD: z"]
    documents = tmp_path / "corpus/documents"
    documents.mkdir(parents=True)
    lines = "".join(json.dumps({"id": str(number), "text": text}) + "\n" for number, text in enumerate(given)).encode()
    (documents / f"a.jsonl{suffix}").write_bytes(gzip.compress(lines) if suffix else lines)
    run(documents, tmp_path / "out")
    (tmp_path / "out/attributes").rename(tmp_path / "corpus/attributes")
    stream = {
        "name": "mixed",
        "documents": [f"{documents}/*"],
        "attributes": ["cleaner"],
        "output": {"path": str(tmp_path / "mixed"), "max_size_in_bytes": 10**8},
        "span_replacement": [{"span": "$.attributes.cleaner__cut", "min_score": 0.0, "replacement": ""}],
    }
    work = {"input": str(tmp_path / "work/input"), "output": str(tmp_path / "work/output")}
    dolma.mixer_entrypoint(json.dumps({"streams": [stream], "processes": 1, "work_dir": work}))
    mixed = [gzip.decompress(path.read_bytes()).decode() for path in sorted((tmp_path / "mixed").glob("*.gz"))]
    rows = [json.loads(line) for part in mixed for line in part.split("\n") if line]
    assert [row["id"] for row in rows] == [str(number) for number in range(len(given))]
    clean = json.loads((tmp_path / "out/summary.json").read_bytes())
    assert clean["changed"] > 60
    ours = (tmp_path / f"out/clean/a.jsonl{suffix}").read_bytes()
    texts = [json.loads(line)["text"] for line in (gzip.decompress(ours) if suffix else ours).decode().split("\n")[:-1]]
    assert [row["text"] for row in rows] == texts
    assert texts[: len(TEXTS)] == by_command_line(tmp_path / "again")
