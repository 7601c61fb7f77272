"""Set blocks as text: lines and blank lines, torn, glued, wrapped or flattened."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from cleaner.training.blocks import Block, InlineSpan, Line
from cleaner.training.spin import joined, parted
from cleaner.training.tears import WHOLE, Habit, tear, tear_opening


def typeset(
    blocks: Sequence[Block], rng: Random, closed: bool, torn: Habit = WHOLE
) -> tuple[str, tuple[InlineSpan, ...]]:
    """Set blocks as text: lines and blank lines, torn, glued, wrapped or flattened."""
    flat = rng.random() < 0.08
    links = 0.0 if flat else 0.35 if torn == WHOLE else 0.85
    blocks = _unlinked(blocks, rng, links, torn.spaced)
    if flat:
        return _flattened([line for block in blocks for line in block.lines], rng)
    wrapped = rng.choice((60, 72, 80, 100)) if rng.random() < 0.03 and not closed else 0
    blank = rng.random()
    gap = 0 if blank < 0.64 else 1 if blank < 0.92 else 2
    each = gap and rng.random() < 0.4
    lines: list[Line] = []
    for block in blocks:
        if lines and gap:
            lines += [Line("")] * gap
        for index, line in enumerate(block.lines):
            if each and index and rng.random() < 0.9:
                lines += [Line("")] * gap
            if wrapped and not line.spans:
                lines += [Line(part, line.label) for part in _wrap(line.text, wrapped)]
            elif torn != WHOLE and block.role != "headline":
                lines += [part for piece in tear_opening(line, rng, torn) for part in tear(piece, rng, torn)]
            else:
                lines.append(line)
    if rng.random() < 0.04:
        lines = _glued(lines, rng)
    if rng.random() < 0.05:
        lines = [_ragged(line, rng) for line in lines]
    text: list[str] = []
    spans: list[InlineSpan] = []
    at = 0
    for line in lines:
        if line.label and line.text:
            spans.append((at, at + len(line.text), line.label))
        else:
            spans += [(at + start, at + stop, label) for start, stop, label in line.spans]
        text.append(line.text)
        at += len(line.text) + 1
    return "\n".join(text), tuple(spans)


def _unlinked(blocks: Sequence[Block], rng: Random, share: float, spaced: bool) -> list[Block]:
    """Take out the marks of links: in this share of documents every link comes to stand on a line of its own."""
    if not any(line.label and joined(line.text) != line.text for block in blocks for line in block.lines):
        return list(blocks)
    apart = rng.random() < share
    found = []
    for block in blocks:
        lines: list[Line] = []
        for line in block.lines:
            pieces = [line.text] if not line.label else parted(line.text, spaced) if apart else [joined(line.text)]
            lines += [line._replace(text=piece) for piece in pieces]
        found.append(block._replace(lines=lines))
    return found


def _ragged(line: Line, rng: Random) -> Line:
    """Leave white space at the ends of a line, as indented markup does."""
    if not line.text or rng.random() > 0.3:
        return line
    if line.spans or rng.random() < 0.4:
        return line._replace(text=line.text + rng.choice((" ", "  ", "\u00a0")))
    return line._replace(text=rng.choice((" ", "  ", "\t", "    ")) + line.text)


def _wrap(text: str, width: int) -> list[str]:
    parts: list[str] = []
    while len(text) > width:
        cut = text.rfind(" ", 0, width)
        if cut <= 0:
            break
        parts.append(text[:cut])
        text = text[cut + 1 :]
    return [*parts, text]


def _glued(lines: list[Line], rng: Random) -> list[Line]:
    """Glue a few neighbouring lines together, with or without a space."""
    space = rng.choice(("", " "))
    share = rng.uniform(0.05, 0.4)
    found: list[Line] = []
    for line in lines:
        before = found[-1] if found else None
        if before is None or not before.text or not line.text or rng.random() > share:
            found.append(line)
        elif before.label and line.label:
            longest = before.label if len(before.text) >= len(line.text) else line.label
            found[-1] = Line(before.text + space + line.text, longest)
        else:
            found[-1] = _joined(before, line, space)
    return found


def _joined(before: Line, line: Line, space: str) -> Line:
    """Join two lines of which one at least is content; furniture becomes a span that takes the space."""
    shift = len(before.text) + len(space)
    text = before.text + space + line.text
    head: list[InlineSpan] = [(0, shift, before.label)] if before.label else list(before.spans)
    if line.label:
        return Line(text, None, (*head, (len(before.text), len(text), line.label)))
    return Line(text, None, (*head, *((start + shift, stop + shift, label) for start, stop, label in line.spans)))


def _flattened(lines: Sequence[Line], rng: Random) -> tuple[str, tuple[InlineSpan, ...]]:
    """Join everything by spaces: what was a line of furniture becomes a span."""
    glue = "" if rng.random() < 0.12 else " "
    whole = Line("")
    for line in lines:
        if not line.text:
            continue
        if not whole.text:
            whole = line if not line.label else Line(line.text, None, ((0, len(line.text), line.label),))
            continue
        whole = _joined(whole, line, glue)
    spans: list[InlineSpan] = []
    if whole.spans and whole.spans[0][0] == 0:
        # Furniture at the head takes the space after it, so that the text opens with its first word.
        lead = 0
        shifted = list(whole.spans)
        while lead < len(shifted) and shifted[lead][0] == (shifted[lead - 1][1] if lead else 0):
            lead += 1
        for index in range(lead):
            start = shifted[index][0] + (1 if index and glue else 0)
            stop = shifted[index][1]
            if glue and stop < len(whole.text):
                stop += 1
            spans.append((start, stop, shifted[index][2]))
        spans += shifted[lead:]
    else:
        spans = list(whole.spans)
    merged: list[InlineSpan] = []
    for span in spans:
        if merged and merged[-1][1] == span[0] and merged[-1][2] == span[2]:
            merged[-1] = (merged[-1][0], span[1], span[2])
        else:
            merged.append(span)
    return whole.text, tuple(merged)
