"""Texts with every odd line ending and code point, mixed with what the fake model finds."""

from __future__ import annotations

from hypothesis import strategies as st

from cleaner.document import Cut, merge

ENDINGS = ["\n", "\n", "\n", "\r\n", "\n\n", "\r", "\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c", ""]
PIECES = [
    "AD: buy now",
    "AD? perhaps",
    "Read also: five bridges",
    "Follow us",
    "Copyright 2031",
    "Maybe a date",
    "POP",
    "ZZSPAM",
    "a ZZSPAM b",
    "word",
    "The bridge is open.",
    " ",
    "\t",
    "\u00a0",
    "\ufeff",
    "\u200b",
    "é",
    "e\u0301",
    "日本",
    "\U0001d400",
    "\U0001f600",
    '"',
    "\\",
    "/",
    "\x7f",
]
SURROGATES = ["\udce2", "\udc82", "\udcff", "\ud83d", "\ude00"]


def texts(surrogates: bool = True) -> st.SearchStrategy[str]:
    """Return texts of lines; with `surrogates` also ones that have no UTF-8."""
    pieces = st.sampled_from(PIECES + (SURROGATES if surrogates else []))
    odd = st.text(st.characters(exclude_categories=() if surrogates else ("Cs",)), max_size=4)
    line = st.lists(st.one_of(pieces, pieces, pieces, odd), max_size=4).map("".join)
    lines = st.lists(st.tuples(line, st.sampled_from(ENDINGS)).map("".join), max_size=12).map("".join)
    return st.tuples(st.sampled_from(["", "", "", "\ufeff"]), lines).map("".join)


def file_bytes() -> st.SearchStrategy[bytes]:
    """Return bytes of text files: UTF-8, with or without bytes that are none, never NUL."""
    bad = st.lists(st.sampled_from([b"\xff", b"\xe2\x82", b"\xc3", b"\x80", b"\xed\xa0\xbd"]), max_size=3)
    parts = st.lists(st.one_of(texts(False).map(str.encode), bad.map(b"".join)), max_size=4)
    return parts.map(b"".join).map(lambda data: data.replace(b"\0", b""))


@st.composite
def cut_texts(draw: st.DrawFn, surrogates: bool = True) -> tuple[str, tuple[Cut, ...]]:
    """Return a text and ranges of it: sorted, disjoint, not empty."""
    text = draw(texts(surrogates))
    edges = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    return text, merge([(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False)])
