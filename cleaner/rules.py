"""What the user decides before the model does: text that always stays, and text that always goes.

A pattern sees one line at a time, without its ending, so that nothing it says depends on what is cut from other lines.
A match protects exactly itself, and keeps its line from going as a whole; spans beside it may still go. What stays
beats what goes. A match without ink (nothing, or white space) says nothing. Markdown is protected by whole lines:
front matter, fenced and indented code.

What is protected is a function of the text as it stands in a pass, so that cleaning clean text finds nothing; that a
cut has not taken away what a pattern looked back at is tested by the walk (`draft.py`), which then leaves the document
alone.

`regex` searches by backtracking, which some patterns turn into exponential time. A search of one line that takes longer
than `PATIENCE` is an error that names the pattern, never a match that is passed over: the result must not depend on
the speed of the machine.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from cleaner.document import Cut, merge
from cleaner.errors import SettingsError
from cleaner.lazy import Pattern
from cleaner.settings import Settings

PATIENCE = 5.0
"""Seconds."""

_FENCE = Pattern(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?:(?P<mark>`{3,})[^`]*|(?P<mark>~{3,}).*)")
_BLOCK = Pattern(r" {0,3}(?:#{1,6}(?:[ \t].*)?|(?P<mark>[-_*])(?:[ \t]*(?P=mark)){2,}[ \t]*)")
"""A heading or a break: no line after it goes on with it, so that an indented one is code."""
_UNDERLINE = Pattern(r" {0,3}(?:=+|-+)[ \t]*")
"""What makes a heading of the paragraph above it."""
_CLOSING = Pattern(r"[ \t>]*(?P<mark>`{3,}|~{3,})[ \t]*")


class Rules:
    """Apply the patterns of some settings to lines."""

    def __init__(self, settings: Settings) -> None:
        self._protect = compile_all("protect", settings.protect)
        self._remove = compile_all("always-remove", settings.always_remove)
        self._markdown = settings.markdown

    def __bool__(self) -> bool:
        return bool(self._protect or self._remove or self._markdown)

    def protected(self, lines: Sequence[str]) -> dict[int, tuple[Cut, ...]]:
        """Return the ranges that stay, by the number of their line in the `lines` of one text."""
        found: dict[int, tuple[Cut, ...]] = {}
        if self._protect:
            for number, line in enumerate(lines):
                if ranges := merge([cut for pattern in self._protect for cut in _matches("protect", pattern, line)]):
                    found[number] = ranges
        if self._markdown:
            found |= {number: ((0, len(lines[number])),) for number in code_lines(lines)}
        return found

    def removed(self, line: str) -> Iterator[tuple[int, int, str]]:
        """Yield `(start, stop, pattern)` of what always goes."""
        for pattern in self._remove:
            for start, stop in _matches("always-remove", pattern, line):
                yield start, stop, pattern.pattern


@cache
def rules_of(protect: tuple[str, ...], always_remove: tuple[str, ...], markdown: bool) -> Rules:
    """Return the rules of settings; each pattern is compiled once in a process."""
    return Rules(Settings(protect=protect, always_remove=always_remove, markdown=markdown))


def compile_all(key: str, patterns: Sequence[str]) -> tuple[Any, ...]:
    """Compile patterns; raise SettingsError for one that is none."""
    if not patterns:
        return ()
    import regex

    compiled = []
    for pattern in patterns:
        try:
            compiled.append(regex.compile(pattern))
        except regex.error as error:
            raise SettingsError(f"{key}: {pattern!r} is no regular expression ({error}): mend or remove it") from None
    return tuple(compiled)


def _matches(key: str, pattern: Any, line: str) -> Iterator[Cut]:
    try:
        for match in pattern.finditer(line, timeout=PATIENCE):
            if match[0].strip():
                yield match.span()
    except TimeoutError:
        raise SettingsError(
            f"{key}: {pattern.pattern!r} takes more than {PATIENCE:g} s on a line of {len(line):,} characters: "
            "write it without nested repetition"
        ) from None


def code_lines(lines: Sequence[str]) -> Iterator[int]:
    """Yield the numbers of the lines of a Markdown text that are front matter or code, blank ones left out.

    >>> list(code_lines(["text", "```", "x = 1", "```", "", "    y = 2"]))
    [1, 2, 3, 5]
    """
    start = _front_matter(lines)
    yield from (number for number in range(start) if lines[number].strip())
    fence = ""
    code, paragraph = False, False
    for number in range(start, len(lines)):
        line = lines[number]
        if not line.strip():
            paragraph = False
            continue
        if fence:
            yield number
            if (closing := _CLOSING.fullmatch(line)) and closing["mark"].startswith(fence):
                fence = ""
            continue
        if opening := _FENCE.fullmatch(line):
            yield number
            fence, code, paragraph = opening["mark"], False, False
            continue
        code = line[:4].expandtabs(4).startswith("    ") and not paragraph
        if code:
            yield number
        heading = _BLOCK.fullmatch(line) or (paragraph and _UNDERLINE.fullmatch(line))
        paragraph = not code and not heading


def _front_matter(lines: Sequence[str]) -> int:
    """Return how many lines the front matter has: YAML between `---` and `---` or `...`, TOML between `+++`."""
    first = lines[0].rstrip() if lines else ""
    ends = {"---": ("---", "..."), "+++": ("+++",)}.get(first)
    if ends:
        for number in range(1, len(lines)):
            if lines[number].rstrip() in ends:
                return number + 1
    return 0
