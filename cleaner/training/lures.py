"""What injected spam says: phrases and lines by language. Written for this project.

They are used to make training and test data, never to decide: what is spam is decided by the trained weights, in
context. `lures.tsv` has phrases as gangs coin them, `offers.tsv` phrases of ordinary words in strange company, one a
row; `lines.tsv` has lines, or blocks of lines joined by `\\n`: the language, and the words. `{b}` stands for a brand,
`{p}` for a phrase, `{y}` for a year.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from pathlib import Path

Texts = Mapping[str, tuple[str, ...]]


def _rows(name: str) -> list[tuple[str, str]]:
    rows = Path(__file__).with_name(name).read_text("utf-8").removesuffix("\n").split("\n")
    return [(lang, text.replace("\\n", "\n")) for lang, _, text in (row.partition("\t") for row in rows)]


def _by_language(rows: list[tuple[str, str]]) -> Texts:
    found: dict[str, list[str]] = {}
    for lang, text in rows:
        found.setdefault(lang, []).append(text)
    return {lang: tuple(texts) for lang, texts in found.items()}


def _held_back(text: str) -> bool:
    """Tell whether a line is kept for measuring, one in six of those without a phrase: the same in every process."""
    return "{p}" not in text and zlib.crc32(text.encode()) % 6 == 0


_COINED = _rows("lures.tsv")
COINED = _by_language(_COINED)
"""The phrases that the finder of injected words learns from."""
PHRASES = _by_language([*_COINED, *_rows("offers.tsv")])
_LINES = _rows("lines.tsv")
LINES = _by_language([row for row in _LINES if not _held_back(row[1])])
UNSEEN_LINES = _by_language([row for row in _LINES if _held_back(row[1])])
"""Lines and blocks of spam that no training reads."""
