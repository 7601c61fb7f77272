"""What lines look like equals a naive reading of each column, whatever stands around them."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner import shape as shapes
from cleaner.batch import Batch
from cleaner.shape import COLUMN, COLUMNS, EARLY, FLAGS, measure
from tests.strategies import texts

ODD_ENDS = [
    ".",
    "...",
    "…",
    "⋯",
    ":",
    "：",
    '."',
    "'!",
    ",)",
    ")",
    "]",
    "|",
    ">",
    "*",
    "7",
    "。",
    "！",
    "”",
    "’",
    "؟",
    "।",
]
ODD_STARTS = [
    '"',
    "(",
    ", ",
    ".",
    "%",
    "-",
    "- ",
    "*",
    "#",
    "@",
    "Read",
    "read",
    "3 ",
    "©",
    "«",
    "Photo credit: ",
    "x" * EARLY + ":",
]
LINE = st.tuples(
    st.one_of(st.sampled_from(ODD_STARTS), st.just("")),
    st.text(st.sampled_from("aZ9 \té日🙂|.(\"'"), max_size=12),
    st.one_of(st.sampled_from(ODD_ENDS), st.just("")),
    st.sampled_from(["", "", " ", "  ", "   "]),
).map("".join)
MANY = st.lists(st.one_of(texts(), st.lists(LINE, max_size=6).map("\n".join)), max_size=3)


def naive(line: str) -> dict[str, int]:
    """Read every column off the bytes of one line."""
    data = line.encode("utf-8", "surrogatepass")
    pairs = list(pairwise(b"\n" + data))
    row = {
        "bytes": len(data),
        "characters": len(line),
        "capitals": sum(65 <= b <= 90 for b in data),
        "digits": sum(48 <= b <= 57 for b in data),
        "spaces": sum(b in b" \t" for b in data),
        "punctuation": sum(b in b".,;!?'\"()" for b in data),
        "separators": sum(b in b"|>/<:*#_=+~[]{}-\\@&" for b in data),
        "continuation": sum(128 <= b < 192 for b in data),
        "titled": sum(before in b" \t\n(\"'" and 65 <= b <= 90 for before, b in pairs),
        "numbers": sum(48 <= b <= 57 and not 48 <= before <= 57 for before, b in pairs),
    }
    end = line
    for _ in range(2):
        if len(end) > 1 and end.endswith(" "):
            end = end[:-1]
    ends = end.endswith
    quoted = end[-1:] in ("'", '"', ")") and end[-2:-1] in (".", "!", "?", ",") and end[-1:] != ""
    start = line[:1]
    flags = {
        "ends_sentence": (ends((".", "!", "?", *"。！？।॥۔؟።”’»」』．｡")) or (quoted and len(end) > 1))
        and not ends(".."),
        "ends_colon": ends((":", "：")),
        "ends_ellipsis": ends(("..", "…", "⋯")),
        "ends_closing": ends(tuple(")]}|>*")),
        "ends_digit": end[-1:] in tuple("0123456789"),
        "starts_capital": "A" <= start <= "Z",
        "starts_lower": "a" <= start <= "z",
        "starts_digit": "0" <= start <= "9",
        "starts_quote": start in tuple("\"'("),
        "starts_symbol": start in tuple("-*#+>|/[{@&<=~_:.\\"),
        "starts_high": start >= "\x80",
        "starts_inside": start in tuple(",.;:)!?%"),
        "early_colon": b":" in data[:EARLY],
    }
    return row | {name: int(flag) for name, flag in flags.items()}


def shape_of(many: list[str]) -> npt.NDArray[np.int64]:
    batch = Batch.of(many)
    return measure(batch.buffer, batch.starts)


def test_no_lines_have_no_shape() -> None:
    assert shape_of([]).shape == (0, len(COLUMNS))


def test_a_blank_line_has_no_features() -> None:
    assert shape_of([""]).tolist() == [[0] * len(COLUMNS)]


def test_a_line_of_prose_has_no_flags_of_furniture() -> None:
    row = dict(zip(COLUMNS, shape_of(["the mayor opened the bridge"])[0].tolist(), strict=True))
    assert [name for name in FLAGS if row[name]] == ["starts_lower"]


@pytest.mark.parametrize(
    ("line", "flags"),
    [
        ("The bridge is open.", {"ends_sentence", "starts_capital"}),
        ("The bridge is open.  ", {"ends_sentence", "starts_capital"}),
        ("The bridge is open.   ", {"starts_capital"}),
        ("“Open”", {"ends_sentence", "starts_high"}),
        ('"Open."', {"ends_sentence", "starts_quote"}),
        ("see more...", {"ends_ellipsis", "starts_lower"}),
        ("lebih…", {"ends_ellipsis", "starts_lower"}),
        ("Read also: x", {"early_colon", "starts_capital"}),
        ("写真：", {"ends_colon", "starts_high"}),
        ("- 3 days", {"starts_symbol"}),
        ("12", {"starts_digit", "ends_digit"}),
        ("| Menu |", {"starts_symbol", "ends_closing"}),
        (", said the mayor", {"starts_inside"}),
        (". It rained", {"starts_inside", "starts_symbol"}),
    ],
)
def test_flags_of_examples(line: str, flags: set[str]) -> None:
    row = shape_of([line])[0]
    assert {name for name in FLAGS if row[COLUMN[name]]} == flags


@given(MANY)
def test_shape_equals_the_naive_definition(many: list[str]) -> None:
    found = shape_of(many)
    for line, row in zip(Batch.of(many).lines, found.tolist(), strict=True):
        assert dict(zip(COLUMNS, row, strict=True)) == naive(line), line


@given(MANY, st.sampled_from([64, 65, 100, 1000]))
def test_chunks_do_not_matter(many: list[str], chunk: int) -> None:
    whole = shape_of(many)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shapes, "_CHUNK", chunk)
        assert np.array_equal(shape_of(many), whole)


@given(MANY)
def test_a_text_has_the_same_shape_in_every_batch(many: list[str]) -> None:
    alone = [shape_of([text]) for text in many]
    assert np.array_equal(shape_of(many), np.concatenate([np.zeros((0, len(COLUMNS)), np.int64), *alone]))


def test_counters_of_long_lines_do_not_overflow() -> None:
    line = "A1 |." * 40_000
    assert dict(zip(COLUMNS, shape_of([line, line])[1].tolist(), strict=True)) == naive(line)
