"""Lay out the text itself: paragraphs, sub-headings and what interrupts them."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.training.blocks import Block, Line, labelled, spanned
from cleaner.training.channels import channel_call, imprint, inline_call
from cleaner.training.decoys import decoy, goodbye
from cleaner.training.fittings import (
    caption,
    gallery,
    marker,
    pointer,
    video,
)
from cleaner.training.lists import made_list, short_content
from cleaner.training.margins import (
    promotion,
    related_box,
)
from cleaner.training.pictures import credited
from cleaner.training.pointers import onward, trailing
from cleaner.training.prefixes import opened as prefixed
from cleaner.training.signatures import end_mark
from cleaner.training.site import PRESS, Site, clause, sentences
from cleaner.training.suspicious import heading, rate_of, said
from cleaner.training.wording import choices


def article_body(
    site: Site, furnished: float = 1.0, heads: Sequence[Line] | None = None, opened: bool = True, first: int = 0
) -> list[Block]:
    """Lay out the paragraphs: prefixes and end marks as spans, sub-headings, pointers and markers between them."""
    rng = site.rng
    every = rng.choice((1, 2, 3)) if heads is None else max(1, -(-len(site.paragraphs) // max(1, len(heads))))
    # Half of the articles of the archipelago's press have no short line of their own.
    press = site.lang in PRESS
    if heads is None and rng.random() < (0.14 if press else 0.35):
        heads = headings(site, every)
    rate = rng.choice((0.0, 0.1, 0.2, 0.35)) * furnished
    shares = {pointer: 4, marker: 4, caption: 5, promotion: 1, related_box: 1, gallery: 0.4, video: 0.6}
    if press:
        rate = rng.choice((0.0, 0.15, 0.25, 0.4, 0.5)) * furnished
        shares |= {pointer: 7, marker: 7, related_box: 0.5}
    kinds = rng.choices(list(shares), list(shares.values()), k=rng.choice((1, 2, 2, 3) if press else (1, 1, 2, 3)))
    span_rate = (0.06 if rng.random() < 0.35 else 0.0) if site.spans else 0.0
    listed = rng.choice((0.0, 0.0, 0.0, 0.03, 0.1, 0.2) if not press else (0.0, 0.0, 0.0, 0.0, 0.0, 0.03, 0.12))
    guilty = rng.choice((0.0, 0.0, 0.0, 0.0, 0.0, 0.05, 0.15)) if press else 0.0
    suspicious = rate_of(site)
    blocks: list[Block] = []
    last = len(site.paragraphs) - 1
    for index, paragraph in enumerate(site.paragraphs):
        if index < first:
            continue
        if heads and index % every == 0 and (index or heads[0].text[:1] == "1") and index // every < len(heads):
            blocks.append(Block("body", [heads[index // every]]))
            if rng.random() < rate / 3:
                blocks.append(caption(site))
        line = Line(paragraph)
        if index == 0 and opened:
            blocks += _opened(site, line)
        elif index == last and site.spans and rng.random() < (0.25 if press else 0.15):
            blocks.append(Block("body", [_ended(site, line)]))
        elif rng.random() < span_rate:
            blocks.append(Block("body", [_interrupted(site, line)]))
        elif rng.random() < suspicious:
            blocks.append(Block("body", [Line(text) for text in said(site, paragraph)]))
        else:
            blocks.append(Block("body", [line]))
        if rng.random() < listed:
            blocks += _announced(site, short_content(site))
        if index < last and rng.random() < guilty:
            blocks.append(decoy(site))
        if index < last and rng.random() < rate:
            blocks.append(rng.choice(kinds)(site))
    if rng.random() < (0.06 if press else 0.14):
        blocks += _announced(site, short_content(site, 5) if rng.random() < 0.5 else made_list(site, 14))
    return blocks + _finished(site, furnished)


def _announced(site: Site, block: Block) -> list[Block]:
    """Say before a list what it is, in three texts of five: in a clause that ends with a colon, or as a sub-heading."""
    if not block.lines or not site.once("announced", lambda: site.chance(0.6)):
        return [block]
    above = site.rng.choice(site.paragraphs)
    if site.chance(0.35):
        return [Block("body", [subheading(site, above)]), block]
    text = clause(site.rng.choice(sentences(above)), site.rng.choice((40, 60, 90))).rstrip(" .,:;!?。，：！？।")
    colon = "：" if site.locale.closed else ":"
    return [Block("body", [Line(text[:1].upper() + text[1:] + colon)]), block]


def _finished(site: Site, furnished: float) -> list[Block]:
    """Finish a text as the press of the archipelago does: last words, the way onward, calls, an office's address."""
    blocks: list[Block] = []
    if site.lang in PRESS:
        blocks += [goodbye(site)] * site.chance(0.08)
    if site.furniture in PRESS:
        blocks += [onward(site)] * site.chance(0.05 * furnished) + [channel_call(site)] * site.chance(0.12 * furnished)
        blocks += [imprint(site)] * site.chance(0.05 * furnished)
    return blocks


def headings(site: Site, every: int = 1) -> list[Line]:
    """Make the sub-headings of the body, numbered or not."""
    numbered = site.chance(0.25)
    return [
        subheading(site, paragraph, number if numbered else 0)
        for number, paragraph in enumerate(site.paragraphs[::every], 1)
    ]


def subheading(site: Site, following: str, number: int = 0) -> Line:
    """Make a sub-heading: from the book, or from the words of the paragraph that it heads."""
    text = heading(site) or _headed(site, following)
    if number and site.chance(0.9):
        text = f"{number}. {text}"
    return Line(text.upper() if site.shouted else text)


def _headed(site: Site, following: str) -> str:
    if site.lang in site.book.languages and site.chance(0.45):
        return site.phrase("content-short", "heading" if site.chance(0.8) else "", site.lang).strip()
    if site.chance(0.6):
        # Not the words it opens with: what repeats the next line would look like a link.
        text = clause(sentences(following)[-1], 60)
        words = text.split(" ")
        if len(words) > 4:
            text = " ".join(words[site.rng.randrange(1, 3) : site.rng.randrange(4, 9)])
        return text[:1].upper() + text[1:] + site.rng.choice(("", "", "", "?", ":"))
    return site.tag() + site.rng.choice(("", "", "?", ":"))


def contents(site: Site) -> Block:
    """Lay out a contents list of headings that do not follow: navigation all the same."""
    return contents_of(site, headings(site, 2)[:8])


def contents_of(site: Site, heads: Sequence[Line]) -> Block:
    """Lay out a contents list of the headings that follow."""
    texts = [head.text for head in heads]
    if site.chance(0.4):
        texts = [f"{number}{site.rng.choice(('. ', ' '))}{text}" for number, text in enumerate(texts, 1)]
    if site.lang in PRESS and site.chance(0.12):
        # Under every entry the same few, as guides repeat them: they come back as labels of facts.
        below = [site.rng.choice(choices(site.lang, row)) for row in site.rng.sample(("where", "when", "cost"), 2)]
        texts = [text for entry in texts for text in (entry, *below)]
    title = site.phrase("navigation", "menu") if site.chance(0.3) else ""
    named = choices(site.furniture, "contents")
    if named and site.chance(0.7):
        title = site.rng.choice(named)
    if title and site.chance(0.15):
        texts.insert(0, site.headline)
    return Block("contents", labelled("navigation", [title, *texts]))


def _opened(site: Site, line: Line) -> list[Block]:
    """Open the first paragraph with a publisher's prefix (a span), a bare place (content), or as it is."""
    draw = site.rng.random()
    place = site.rng.choice(site.locale.places)
    if site.spans and site.furniture in PRESS and draw < 0.2:
        return prefixed(site, line.text)
    if site.spans and draw < (0.3 if site.furniture in PRESS else 0.22):
        prefix = site.phrase("span-credit-prefix")
        if not prefix:
            return [Block("body", [line])]
        if site.chance(0.1):
            prefix = prefix.rstrip()
        if site.chance(0.08) and " - " in prefix:
            # Some extractors tear the prefix off and leave its dash behind.
            return [
                Block("closing", [Line(prefix.replace(" - ", " ").strip(), "credit")]),
                Block("body", [spanned("- ", "credit", line.text, "")]),
            ]
        return [Block("body", [spanned(prefix, "credit", line.text, "")])]
    if draw < (0.4 if site.furniture in PRESS else 0.34):
        dash = site.rng.choice((" - ", " – ", " — ", "- ", ", ", " -- "))
        place = place.upper() if site.chance(0.3) else place
        if site.chance(0.15):
            return [Block("body", [Line(place), Line("-"), line])]
        return [Block("body", [Line(place + dash + line.text)])]
    return [Block("body", [line])]


def _ended(site: Site, line: Line) -> Line:
    """Close the last paragraph with an end mark, hash tags or the publisher's call, as a span."""
    draw = site.rng.random()
    if draw < 0.7:
        mark = site.phrase("span-credit-suffix", "mark")
        if site.furniture in PRESS and site.chance(0.5):
            return spanned("", "credit", line.text, end_mark(site))
        if site.chance(0.2):
            mark = mark.strip()
        return spanned("", "credit", line.text, mark)
    if draw < 0.82:
        chosen = site.rng.sample(site.keywords(), min(len(site.keywords()), site.rng.randrange(1, 5)))
        marks = " ".join("#" + "".join(tag.split()) for tag in chosen)
        return spanned("", "metadata", line.text, " " + marks)
    call = site.phrase("span-promotion-inline").strip()
    if site.furniture in PRESS and site.chance(0.4):
        call = inline_call(site)
    return spanned("", "promotion", line.text, f" {call}" if call else "")


def _interrupted(site: Site, line: Line) -> Line:
    """Put a pointer, a call or a photo credit behind a sentence of a paragraph."""
    draw = site.rng.random()
    if site.furniture in PRESS and site.chance(0.25):
        return trailing(site, line.text) if draw < 0.6 else credited(site, line.text)
    if draw < 0.7:
        label, text = "related", site.habit("span-related-inline").strip()
    elif draw < 0.88:
        label, text = "promotion", site.phrase("span-promotion-inline").strip()
    else:
        credit = site.phrase("caption", "credited").strip("() ")
        label, text = "caption", f"({credit})" if len(credit) < 60 else ""
    if not text:
        return line
    parts = sentences(line.text)
    if len(parts) < 2 or site.chance(0.5):
        return spanned("", label, line.text, " " + text)
    head = line.text[: line.text.index(parts[site.rng.randrange(1, len(parts))])].rstrip()
    return Line(f"{head} {text}{line.text[len(head) :]}", None, ((len(head), len(head) + 1 + len(text), label),))
