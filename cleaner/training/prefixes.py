"""Open a text as Indonesian and Malay newspapers do: place, publisher and a dash, whole, torn over lines or glued."""

from __future__ import annotations

from cleaner.training.blocks import Block, Line, spanned
from cleaner.training.site import Site

_DASHES = (" - ", " - ", " – ", " — ", " -- ", "- ", " -", ": ", " | ", ", ", "– ", "—")


def opened(site: Site, text: str) -> list[Block]:
    """Open the first paragraph with the publisher's prefix, in the shape that the site always gives it."""
    rng = site.rng
    house = site.once("house", lambda: _house(site))
    place = rng.choice(site.locale.places)
    place = place.upper() if site.once("place upper", lambda: site.chance(0.55)) else place
    dash = site.once("prefix dash", lambda: rng.choice(_DASHES))
    order = site.once(
        "prefix order", lambda: rng.choice(("place", "place", "house", "house", "agency", "alone", "bar"))
    )
    comma = site.once("prefix comma", lambda: rng.choice((", ", ", ", ", ", ",", " ")))
    head = {
        "place": f"{place}{comma}{house}",
        "house": f"{house}{comma}{place}",
        "agency": f"{place} ({rng.choice((house, rng.choice(site.locale.agencies)))})",
        "alone": house,
        "bar": f"{house} | {place}",
    }[order]
    way = site.once("prefix torn", lambda: rng.choices(("whole", "torn", "glued", "split"), (6, 4, 1, 1.5))[0])
    if way == "whole":
        return [Block("body", [spanned(head + dash, "credit", text, "")])]
    if way == "glued":
        # The prefix stood in an element of its own, and nothing was put between it and the text.
        return [Block("body", [spanned(head, "credit", text, "")])]
    mark = dash.strip()
    if way == "torn":
        draw = rng.random()
        if draw < 0.35 or not mark:
            return [Block("closing", [Line(f"{head}{dash}".rstrip(), "credit")]), Block("body", [Line(text)])]
        if draw < 0.7:
            return [Block("closing", [Line(head, "credit")]), Block("body", [spanned(f"{mark} ", "credit", text, "")])]
        return [Block("closing", [Line(head, "credit"), Line(mark, "credit")]), Block("body", [Line(text)])]
    # A link stands on the place or on the publisher: the other part opens the next line.
    first, _, rest = head.partition(comma)
    if order not in ("place", "house") or not rest:
        return [Block("closing", [Line(head, "credit")]), Block("body", [Line(f"{mark} {text}".strip())])]
    if rng.random() < 0.5:
        rest = f"{comma.strip() or ','} {rest}{dash}".rstrip()
        return [Block("closing", [Line(first, "credit"), Line(rest, "credit")]), Block("body", [Line(text)])]
    lines = [Line(first + comma.rstrip(), "credit"), Line(rest, "credit")]
    return [Block("closing", lines), Block("body", [spanned(f"{mark} ", "credit", text, "") if mark else Line(text)])]


def _house(site: Site) -> str:
    """Write the site's name as its prefix does: with or without its address, in capitals or not."""
    stem = site.stem
    tail = site.rng.choice((".com", ".com", ".co.id", ".id", ".net", " News", " Online", "", ".CO", ".my"))
    name = site.rng.choice(
        (stem, stem.upper(), stem.upper(), site.site, f"{site.rng.choice(site.locale.papers)}{stem}")
    )
    if "." in name:
        return name
    return name + (tail if site.chance(0.75) else tail.upper())
