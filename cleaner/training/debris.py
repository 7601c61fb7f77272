"""Leave in a page what extraction leaves: a headline with the menu glued on, a card in one line, empty table cells."""

from __future__ import annotations

from collections.abc import Callable

from cleaner.training.blocks import Block, Line, spanned
from cleaner.training.site import Site

_CARD = ("dateline", "share", "crumbs", "tags")
_CELLS = ("| | |", "| |", "|", "| | | |", "||", "|---|---|", "| --- |", "|  |  |")


def crowned(site: Site, blocks: list[Block]) -> list[Block]:
    """Glue the last words above a headline, or the first below it, to it: they become a span."""
    at = next((index for index, block in enumerate(blocks) if block.role == "headline"), -1)
    if at < 0 or blocks[at].lines[0].spans or blocks[at].lines[0].label:
        return blocks
    title = blocks[at].lines[0].text
    glue = site.rng.choice((" ", " ", "", " | ", " - ", ": "))
    above, below = blocks[at - 1].lines if at else [], blocks[at + 1].lines if at + 1 < len(blocks) else []
    if above and above[-1].label and len(above[-1].text) < 80 and site.chance(0.6):
        line = spanned(above[-1].text + glue, above[-1].label, title, "")
        left = [*blocks[: at - 1], blocks[at - 1]._replace(lines=above[:-1])]
        return [block for block in (*left, Block("headline", [line]), *blocks[at + 1 :]) if block.lines]
    if below and below[0].label and len(below[0].text) < 120:
        line = spanned("", below[0].label, title, glue + below[0].text)
        right = [blocks[at + 1]._replace(lines=below[1:]), *blocks[at + 2 :]]
        return [block for block in (*blocks[:at], Block("headline", [line]), *right) if block.lines]
    return blocks


def lined(site: Site, blocks: list[Block]) -> list[Block]:
    """Write byline, date and share buttons that stand together in one line: it takes the longest part's label."""
    found: list[Block] = []
    glue = site.rng.choice((" ", " ", " | ", "", " • ", " / ", ", "))
    for block in blocks:
        short = bool(found) and max(len(block.lines), len(found[-1].lines)) < 5
        if short and block.role in _CARD and found[-1].role in _CARD:
            lines = [*found[-1].lines, *block.lines]
            mixed = {line.label for line in lines} >= {"credit", "metadata"}
            longest = max(lines, key=lambda line: len(line.text)).label
            text = glue.join(line.text for line in lines)
            found[-1] = Block("dateline", [Line(text, "metadata" if mixed else longest)])
        else:
            found.append(block)
    return found


def carried(site: Site, blocks: list[Block]) -> list[Block]:
    """Carry dates, counts and buttons over into the short line that follows them, as a span at its head."""
    if not site.spans:
        return blocks
    share, glue = site.rng.choice((0.2, 0.5, 0.9)), site.rng.choice((" ", " ", " | ", "", ": "))
    found: list[Block] = []
    for block in blocks:
        before, first = found[-1] if found else block, block.lines[0]
        odd = len(before.lines) == 1 and before.role in ("dateline", "comments", "tags", "buttons")
        short = not first.label and not first.spans and len(first.text) < 110
        if odd and short and before.lines[0].label and site.chance(share):
            line = spanned(before.lines[0].text + glue, before.lines[0].label, first.text, "")
            found[-1] = block._replace(lines=[line, *block.lines[1:]])
        else:
            found.append(block)
    return found


def celled(site: Site, blocks: list[Block]) -> list[Block]:
    """Leave empty cells of the tables that once laid the page out: footer among furniture, content in the text."""
    cell, share = site.rng.choice(_CELLS), site.rng.choice((0.05, 0.15, 0.4))
    found: list[Block] = []
    for block in blocks:
        label = "footer" if block.lines[0].label else None
        if site.chance(share):
            found.append(Block(block.role, [Line(cell, label)] * site.rng.choice((1, 1, 2, 3))))
        if site.chance(share / 2) and len(block.lines) == 1 and not block.lines[0].spans:
            text = f"| {block.lines[0].text} |" if site.chance(0.5) else f"|{block.lines[0].text}"
            block = block._replace(lines=[block.lines[0]._replace(text=text)])
        found.append(block)
    return found


def twice(site: Site, blocks: list[Block]) -> list[Block]:
    """Repeat a menu or a list: pages for small screens carry theirs once more."""
    doubled = [block for block in blocks if block.role in ("menu", "related", "buttons", "promotion")]
    if not doubled:
        return blocks
    again = site.rng.choice(doubled)
    at = site.rng.choice((0, len(blocks), len(blocks), blocks.index(again) + 1))
    return [*blocks[:at], again, *blocks[at:]]


_KINDS: dict[Callable[[Site, list[Block]], list[Block]], float] = {
    crowned: 0.05,
    lined: 0.1,
    carried: 0.04,
    celled: 0.015,
    twice: 0.05,
}


def scattered(site: Site, blocks: list[Block]) -> list[Block]:
    """Leave some debris in a page, or none."""
    for kind, share in _KINDS.items():
        if site.chance(share) and (site.spans or kind is not crowned):
            blocks = kind(site, blocks)
    return blocks
