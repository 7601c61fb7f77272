"""The examples in the README run as they stand, and write what the command line writes."""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from cleaner import cli
from cleaner.model import Model
from tests.engines.corpus import TEXTS
from tests.test_docs import README, blocks

pytestmark = pytest.mark.slow

SECTION = README[README.index("## In other programs") : README.index("## In a commit hook")]
EXAMPLES = {re.findall(r"cleaner\.engines\.(\w+)", block)[0]: block for block in blocks(SECTION, "python")}
NEEDED = {"arrow": "polars"}
PAGES = [
    *[text for text in TEXTS if text],
    "Home > Region > Westhaven\r\nThe mayor opened the bridge on Monday.\r\n\U0001f600 Read also: Five bridges\r\n",
    *[
        f"The harbour had {number} ships.\nFollow us on WhatsApp\n© 2031 Westhaven Courier. All rights reserved.\n"
        for number in range(9)
    ],
]


def test_every_engine_has_an_example() -> None:
    files = Path(cli.__file__).parent.joinpath("engines").glob("[!_]*.py")
    assert set(EXAMPLES) == {path.stem for path in files}


@pytest.mark.parametrize("engine", EXAMPLES)
def test_an_example_writes_what_the_command_line_writes(tmp_path: Path, shipped: Model, engine: str) -> None:
    needed = NEEDED.get(engine, engine).replace("spark", "pyspark")
    if find_spec(needed) is None:
        pytest.skip(f"{needed} is not installed")
    if engine == "spark" and shutil.which("java") is None:
        pytest.skip("Spark needs Java")
    rows = [{"id": f"d{number}", "text": text} for number, text in enumerate(PAGES)]
    (tmp_path / "corpus.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert cli.main(["clean", str(tmp_path / "corpus.jsonl"), "--output", str(tmp_path / "out")]) == 0
    expected = texts_of(tmp_path / "out/clean")
    assert expected != {row["id"]: row["text"] for row in rows}
    (tmp_path / "example.py").write_text(f'if __name__ == "__main__":\n{_indented(EXAMPLES[engine])}')
    environment = {**os.environ, "PYSPARK_PYTHON": sys.executable, "HF_HOME": str(tmp_path / "cache")}
    done = subprocess.run([sys.executable, "example.py"], cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-3000:]
    written = texts_of(tmp_path / "clean") | texts_of(tmp_path, "clean.jsonl")
    if engine == "datatrove":  # its writer leaves the field of an empty text out
        assert {id for id, text in written.items() if not text} <= {id for id, text in expected.items() if not text}
        expected, written = ({id: text for id, text in texts.items() if text} for texts in (expected, written))
    assert written == expected


def texts_of(folder: Path, pattern: str = "[!.]*.json*") -> dict[str, str]:
    """Return the texts of all rows by id."""
    found = {}
    for path in folder.glob(pattern):
        data = path.read_bytes()
        for line in (gzip.decompress(data) if path.suffix == ".gz" else data).decode().split("\n"):
            if line:
                row = json.loads(line)
                found[row["id"]] = row.get("text", "")
    return found


def _indented(block: str) -> str:
    return "".join(f"    {line}\n" if line else "\n" for line in block.split("\n"))
