"""What every engine is given, and what the command line makes of it."""

from __future__ import annotations

import json
from pathlib import Path

from tests.test_run import clean, write

TEXTS = [
    "The bridge is open.\nFollow us!\nAD: buy\n",
    "",
    "The ZZSPAM bridge\r\nRead also: more\r\nis é\u2028open",
    "nothing",
    "AD: only\n",
    *[f"Title {number}\nAD: x\nbody {'word ' * number}\n" for number in range(60)],
]


def by_command_line(folder: Path) -> list[str]:
    """Return the texts as `cleaner clean` writes them."""
    lines = [json.dumps({"id": number, "text": text}) for number, text in enumerate(TEXTS)]
    clean(write(folder / "in", {"a.jsonl": "\n".join(lines).encode()}), folder / "out")
    return [json.loads(line)["text"] for line in (folder / "out/clean/a.jsonl").read_bytes().split(b"\n")]
