"""Take furniture out of a page again, as extractors do."""

from __future__ import annotations

from random import Random

from cleaner.training.blocks import Block, Line

REGIMES = ("clean", "few", "usual", "some", "ends", "full")
"""How much furniture is left: none; one to three lines; what good extractors leave, a kind or two of what stands close
to the text; some blocks; one end of the page; the whole page."""
_SHARES = {"clean": 0.09, "few": 0.15, "usual": 0.12, "some": 0.2, "ends": 0.13, "full": 0.31}
# Indonesian and Malay corpora were extracted well: most of their documents bear a few lines of furniture, or none.
_RESIDUAL = {"clean": 0.2, "few": 0.22, "usual": 0.4, "some": 0.07, "ends": 0.05, "full": 0.06}

# Extractors leave what stands close to the text: weights of what survives in nearly clean documents.
_CLOSE = {"pointer": 5.0, "caption": 6.5, "marker": 5.0, "closing": 4.5, "dateline": 4.0, "tags": 2.5, "related": 2.5}
_CLOSE |= {
    "promotion": 4.0,
    "share": 1.5,
    "comments": 1.5,
    "crumbs": 1.5,
    "spam": 1.0,
    "neighbours": 1.0,
    "buttons": 2.0,
    "contents": 2.0,
}
# Other extractors of other pages leave more of what stands further off.
_FAR = {"menu": 2.0, "footer": 2.0, "legal": 2.0, "related": 4.0, "comments": 3.0, "neighbours": 1.5, "share": 2.0}
_OF_NEWS = ("news", "guide", "notice", "recipe", "release", "plain")


def shares_of(lang: str) -> dict[str, float]:
    """Say how often each regime meets documents of a language."""
    return dict(_RESIDUAL if lang in ("id", "ms") else _SHARES)


def thin(blocks: list[Block], regime: str, rng: Random, page: str) -> list[Block]:
    """Take furniture out again, as extractors do."""
    if page in ("error", "scrap", "portal"):
        return blocks
    close = _CLOSE if page in _OF_NEWS else _CLOSE | _FAR
    bad = [index for index, block in enumerate(blocks) if block.lines[0].label]
    good = [index for index, block in enumerate(blocks) if not block.lines[0].label]
    if regime == "full" or not good:
        return blocks
    kept: dict[int, list[Line]] = {index: blocks[index].lines for index in good}
    if regime == "few":
        left = rng.choice((1, 1, 1, 2, 2, 3))
        weights = [close.get(blocks[index].role, 0.5) for index in bad]
        while left > 0 and bad and any(weights):
            chosen = rng.choices(range(len(bad)), weights)[0]
            weights[chosen] = 0.0
            lines = blocks[bad[chosen]].lines
            size = min(len(lines), left if rng.random() < 0.75 else 3)
            start = 0 if rng.random() < 0.6 else rng.randrange(len(lines) - size + 1)
            kept[bad[chosen]] = _piece(lines, start, start + size, blocks[bad[chosen]].role)
            left -= size
    elif regime == "usual":
        kept |= _of_kinds(blocks, bad, rng, close)
    elif regime == "some":
        share = rng.uniform(0.2, 0.8) if page in _OF_NEWS else rng.uniform(0.3, 0.9)
        for index in bad:
            if rng.random() < share:
                lines = blocks[index].lines
                kept[index] = lines if rng.random() < 0.7 else lines[: rng.randrange(1, len(lines) + 1)]
    elif regime == "ends" and good:
        top = rng.random() < 0.4
        kept |= {index: blocks[index].lines for index in bad if (index < good[0] if top else index > good[-1])}
    if "headline" in {block.role for block in blocks} and regime in ("few", "some", "clean") and rng.random() < 0.35:
        # Many extractors drop the headline; a later repetition of it would then be its only mention.
        kept = {
            index: lines for index, lines in kept.items()
            if blocks[index].role != "headline" and not any(line.label == "navigation" for line in lines)
        } or kept  # fmt: skip
    return [Block(blocks[index].role, kept[index]) for index in sorted(kept)]


def _of_kinds(blocks: list[Block], bad: list[int], rng: Random, close: dict[str, float]) -> dict[int, list[Line]]:
    """Keep what an extractor takes for text: all blocks of one to three kinds, lists of other texts cut short."""
    roles = sorted({blocks[index].role for index in bad})
    weights = [close.get(role, 0.3) for role in roles]
    chosen = set(rng.choices(roles, weights, k=rng.choice((2, 2, 3, 4)))) if roles else set()
    kept: dict[int, list[Line]] = {}
    most = rng.choice((4, 6, 8, 12))
    for index in bad:
        lines = blocks[index].lines
        if blocks[index].role in chosen and most > 0:
            kept[index] = _piece(lines, 0, min(len(lines), most), blocks[index].role)
            most -= len(kept[index])
    return kept


def _piece(lines: list[Line], start: int, stop: int, role: str) -> list[Line]:
    """Take a piece of a block that still shows what it is.

    A date or a name alone says nothing of the list of headlines or the comments that it stood in.
    """
    if role in ("related", "comments") and all(len(line.text) < 25 for line in lines[start:stop]):
        stop = next((index + 1 for index in range(stop, len(lines)) if len(lines[index].text) >= 25), stop)
        start = max(start, stop - 3)
    return lines[start:stop]
