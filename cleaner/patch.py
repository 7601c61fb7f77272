"""Changes as text: a unified diff that `git apply` and `patch -p1` accept, also without a final newline."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import TypeAlias

from cleaner.document import Cut

Edit: TypeAlias = tuple[int, int, str]

CONTEXT = 3


def unified_diff(path: str, original: str, cuts: tuple[Cut, ...], context: int = CONTEXT) -> str:
    """Return the diff from `original` to `original` without `cuts`, empty if nothing is deleted.

    Lines end at `\\n` only. The diff is made from the cuts, not searched for: it costs one pass over the lines.
    """
    starts = _line_starts(original)
    edits = list(_edits(original, starts, cuts))
    if not edits:
        return ""
    tab = "\t" if " " in path else ""  # without it `patch` ends the name at the space
    old, new = _quoted(f"a/{path}"), _quoted(f"b/{path}")
    parts = [f"diff --git {old} {new}\n--- {old}{tab}\n+++ {new}{tab}\n"]
    shift = 0
    for group in _grouped(edits, context):
        top, bottom = max(group[0][0] - context, 0), min(group[-1][1] + context, len(starts) - 1)
        body: list[str] = []
        at, grown = top, 0
        for first, after, left in group:
            body += _signed(" ", original[starts[at] : starts[first]])
            body += _signed("-", original[starts[first] : starts[after]])
            added = _signed("+", left)
            body += added
            grown += len(added) - (after - first)
            at = after
        body += _signed(" ", original[starts[at] : starts[bottom]])
        parts.append(f"@@ -{_range(top, bottom - top)} +{_range(top + shift, bottom - top + grown)} @@\n")
        parts += body
        shift += grown
    return "".join(parts)


def _line_starts(text: str) -> list[int]:
    """Return where lines start, and the length of the text at the end."""
    starts, at = [0], text.find("\n") + 1
    while at:
        starts.append(at)
        at = text.find("\n", at) + 1
    if starts[-1] != len(text):
        starts.append(len(text))
    return starts


def _edits(text: str, starts: list[int], cuts: tuple[Cut, ...]) -> Iterator[Edit]:
    """Yield `(first line, line after the last, what is left of them)` for each run of lines that the cuts change."""
    index = 0
    while index < len(cuts):
        first = bisect_right(starts, cuts[index][0]) - 1
        at, stop = starts[first], starts[first + 1]
        left: list[str] = []
        while True:
            while index < len(cuts) and cuts[index][0] < stop:
                left.append(text[at : cuts[index][0]])
                at = cuts[index][1]
                index += 1
                stop = max(stop, starts[bisect_left(starts, at)])
            left.append(text[at:stop])
            at = stop
            ending = next((piece[-1] for piece in reversed(left) if piece), "\n")
            if ending == "\n" or stop == len(text):
                break
            stop = starts[bisect_left(starts, stop) + 1]  # the newline was cut: the next line joins this one
        yield first, bisect_left(starts, stop), "".join(left)


def _grouped(edits: list[Edit], context: int) -> Iterator[list[Edit]]:
    group = [edits[0]]
    for edit in edits[1:]:
        if edit[0] - group[-1][1] > 2 * context:
            yield group
            group = []
        group.append(edit)
    yield group


def _signed(sign: str, text: str) -> list[str]:
    """Return the lines of `text` with their sign, and git's mark after a last one without a newline."""
    lines = text.split("\n")
    last = lines.pop()
    signed = [f"{sign}{line}\n" for line in lines]
    return [*signed, f"{sign}{last}\n\\ No newline at end of file\n"] if last else signed


def _range(start: int, length: int) -> str:
    return f"{start + 1 if length else start},{length}"


def _quoted(path: str) -> str:
    """Quote a path as git does where it has characters that would end or change it."""
    if all(" " <= c <= "~" and c not in '"\\' for c in path):
        return path
    data = path.encode("utf-8", "surrogateescape")
    plain = [chr(b) if 0x20 <= b < 0x7F else f"\\{b:03o}" for b in data]
    return '"' + "".join(f"\\{c}" if c in '"\\' else c for c in plain) + '"'
