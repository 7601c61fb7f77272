"""Lay out the furniture that stands close to a text: byline, caption, pointers, tags, end."""

from __future__ import annotations

from cleaner.training.blocks import Block, Line, labelled
from cleaner.training.channels import ad_mark, channel_call
from cleaner.training.keywords import keywords as key_words
from cleaner.training.pictures import embedded, picture, pictures
from cleaner.training.pointers import pointed
from cleaner.training.signatures import signature
from cleaner.training.site import PRESS, Site, clause, sentences

_NETWORKS = (
    "Facebook",
    "Twitter",
    "WhatsApp",
    "Telegram",
    "LinkedIn",
    "Pinterest",
    "X",
    "Email",
    "LINE",
    "Reddit",
    "Copy Link",
)


def _pressed(site: Site, key: str, share: float) -> bool:
    """Say whether this site lays out a part as the press of the archipelago does: a habit that it keeps."""
    return site.furniture in PRESS and site.once(f"press {key}", lambda: site.chance(share))


def _untitled(site: Site) -> bool:
    """Say whether an extractor took the headline for a field of its own: so it mostly was in Indonesian texts."""
    return site.lang in PRESS and site.kind == "news" and site.once("untitled", lambda: site.chance(0.6))


def headline(site: Site) -> Block:
    """Lay out the headline: content, once in a while with the site's name after it."""
    if _untitled(site):
        return Block("headline", [])
    text = site.headline
    if site.spans and site.chance(0.1):
        suffix = site.phrase("span-credit-suffix", "title")
        return Block("headline", [Line(text + suffix, None, ((len(text), len(text + suffix), "credit"),))])
    return Block("headline", [Line(text)])


def repeated(site: Site) -> Block:
    """Lay out the headline once more: its exact repetition is a link."""
    return Block("crumbs", [] if _untitled(site) else [Line(site.headline, "navigation")])


def dateline(site: Site) -> Block:
    """Lay out byline and date in one of the ways sites have."""
    draw, name, date = site.rng.random(), site.name(), site.phrase("metadata", "date")
    plain = site.date() + (
        "" if site.chance(0.5) else site.rng.choice((" ", ", ", " | ", " - ")) + site.locale.clock(site.rng)
    )
    if site.locale.lang == "id" and site.chance(0.4):
        plain += " WIB"
    rows: list[tuple[str, str]]
    if draw < 0.2:
        rows = [("metadata", site.rng.choice((date, plain)))]
    elif draw < 0.4:
        rows = [("credit", site.phrase("credit", "byline")), ("metadata", site.rng.choice((date, plain)))]
    elif draw < 0.5:
        rows = [("metadata", site.rng.choice((date, plain))), ("credit", site.phrase("credit", "byline"))]
    elif draw < 0.58:
        rows = [("credit", f"{name} - {site.site}"), ("metadata", plain)]
    elif draw < 0.68:
        rows = [("credit", name), ("metadata", plain)]
    elif draw < 0.74:
        rows = [
            ("credit", site.habit("credit", "byline")),
            ("credit", site.habit("credit", "byline")),
            ("metadata", plain),
        ]
    elif draw < 0.8:
        rows = [
            (
                "metadata",
                site.rng.choice((f"{name}, {plain}", f"{name} | {plain}", f"{plain} - {name}", f"{name} {plain}")),
            )
        ]
    elif draw < 0.9:
        rows = [("metadata", date), ("metadata", site.phrase("metadata", "count"))]
    else:
        rows = [("credit", site.phrase("credit", "byline"))]
    return Block("dateline", [Line(text.strip(), label) for label, text in rows if text.strip()])


def share(site: Site) -> Block:
    """Lay out a share bar."""
    draw = site.rng.random()
    names = site.rng.sample(_NETWORKS, site.rng.randrange(2, 6))
    if draw < 0.3:
        return Block("share", labelled("promotion", names))
    if draw < 0.5:
        return Block("share", labelled("promotion", [site.rng.choice((" ", "", " | ", ", ")).join(names)]))
    head = [site.phrase("promotion", "share")]
    if site.chance(0.3):
        head += names
    return Block("share", labelled("promotion", head))


def caption(site: Site) -> Block:
    """Lay out a caption, with or without a credit, or a bare placeholder."""
    if _pressed(site, "caption", 0.55):
        return picture(site)
    draw = site.rng.random()
    if draw < 0.25:
        return Block("caption", labelled("caption", [site.habit("caption", "placeholder")]))
    if draw < 0.55:
        return Block("caption", labelled("caption", [site.habit("caption", "credited", 2)]))
    about = site.tag()
    if site.chance(0.7):
        shown = site.rng.choice(site.paragraphs)
        parts = sentences(shown)
        # A whole paragraph again would be a repetition, not a caption.
        about = clause(shown, 120) if len(parts) < 2 or site.chance(0.6) else parts[-1].strip()[:180].rstrip(".")
    if draw < 0.68:
        return Block("caption", labelled("caption", [about + site.rng.choice(("", "", "."))]))
    credit = site.habit("caption", "credited", 2)
    name = site.name()
    shapes = (
        f"{about} ({credit.strip('()')})",
        f"{about}. {credit}",
        f"{about} {credit}",
        f"{about} / {credit}",
        f"{about}({site.site})",
        f"{about} (credit: {site.domain})",
        f"{about} © {site.site}",
        f"{about} (Image by {name.lower()})",
        # Extractors glue the credit to the caption that follows it.
        f"{credit}{about}",
        f"{site.domain}{about}",
        f"{site.site}/{name.upper()}{about}",
        f"Dok. {site.stem}{about}",
        f"dok.{site.stem}{about}",
    )
    shape = site.once("caption", lambda: site.rng.randrange(len(shapes)))
    lines = labelled("caption", [shapes[shape if site.chance(0.7) else site.rng.randrange(len(shapes))]])
    if site.chance(0.12):
        lines *= 2
    return Block("caption", lines)


def gallery(site: Site) -> Block:
    """Lay out a few pictures: short captions in a row, now and then each of them twice."""
    if _pressed(site, "gallery", 0.6):
        return pictures(site)
    count, twice = site.rng.randrange(2, 7), site.chance(0.3)
    named, credited = site.chance(0.5), site.chance(0.5)
    texts = []
    for _ in range(count):
        about = site.tag() if named else clause(site.rng.choice(site.paragraphs), 60)
        texts += [f"{about} (credit: {site.domain})" if credited else about] * (2 if twice else 1)
    return Block("caption", labelled("caption", texts))


def video(site: Site) -> Block:
    """Lay out a video: a headline before the placeholder of its player."""
    if _pressed(site, "video", 0.65):
        return embedded(site)
    title = site.other_headline()
    if site.chance(0.5):
        title = f"Video: {title}" if site.chance(0.6) else f"Video {title}"
    player = site.habit("caption", "placeholder") if site.chance(0.7) else ""
    return Block("caption", labelled("caption", [title] * site.rng.choice((1, 1, 2)) + [player]))


def pointer(site: Site) -> Block:
    """Lay out a read-also pointer between paragraphs, in the site's own way."""
    if _pressed(site, "pointer", 0.5):
        return pointed(site)
    draw = site.rng.random()
    if site.once("pointer torn", lambda: site.chance(0.3)):
        # The cue is a line, the headline that it points at the next one.
        texts = site.habit("related", "pointer", 1, parted=True).split("\n")
        more = [site.other_headline()] * site.chance(0.12)
        return Block("pointer", labelled("related", [*texts, *more]))
    if draw < 0.5:
        text = site.habit("related", "pointer")
        if site.once("pointer glued", lambda: site.chance(0.15)):
            text = text.replace(": ", ":", 1)
        return Block("pointer", labelled("related", [text]))
    heading = site.habit("related", "heading") if site.chance(0.8) else ""
    heading = heading.upper() if site.shouted else heading
    if draw < 0.6:
        return Block("pointer", labelled("related", [heading]))
    items = [site.other_headline() for _ in range(site.rng.choice((1, 1, 1, 2, 3)))]
    if site.chance(0.2):
        items = [f"{site.rng.choice('-*•»')} {item}" for item in items]
    return Block("pointer", labelled("related", [heading, *items]))


def marker(site: Site) -> Block:
    """Lay out an advertisement marker or a call between paragraphs."""
    if _pressed(site, "marker", 0.6):
        return ad_mark(site) if site.chance(0.7) else channel_call(site)
    draw = site.rng.random()
    if draw < 0.65:
        return Block("marker", labelled("promotion", [site.habit("promotion", "ad", 2)]))
    call = site.habit("promotion", "call", 2)
    if len(call) > 30 and site.once("calls in brackets", lambda: site.chance(0.3)):
        call = f"({call})"
    return Block("marker", labelled("promotion", [call]))


def closing(site: Site) -> Block:
    """Lay out who made the text: initials, end mark, editor, source."""
    if _pressed(site, "closing", 0.5):
        played = embedded(site).lines if site.once("played last", lambda: site.chance(0.15)) else []
        return Block("closing", [*played, *signature(site).lines])
    if site.furniture in ("id", "ms") and site.chance(0.35):
        letters = "abcdefhijklmnprstuwyz"
        pair = ["".join(site.rng.choices(letters, k=site.rng.choice((2, 3, 3, 3, 4)))) for _ in range(2)]
        if site.chance(0.4):
            pair[1] = pair[0]
        return Block("closing", [Line(f"({'/'.join(pair)})", "credit")])
    if site.chance(0.06):
        return Block("closing", labelled("credit", [f"({site.phrase('credit', 'byline').strip('()')})"]))
    roles = site.rng.choice(
        (["mark"], ["mark"], ["byline"], ["source"], ["byline", "byline"], ["source", "byline"], ["source", "mark"])
    )
    return Block("closing", labelled("credit", [site.phrase("credit", role) for role in roles]))


def biography(site: Site) -> Block:
    """Lay out a line or two about the author."""
    name = site.name()
    texts = [site.phrase("credit", "byline"), f"{name} {site.sentence()[:1].lower()}{site.sentence()[1:]}"]
    return Block("closing", labelled("credit", texts[site.rng.randrange(2) :]))


def tags(site: Site) -> Block:
    """Lay out tags: one line, or a heading and a tag a line."""
    if _pressed(site, "tags", 0.6):
        return key_words(site)
    keywords = site.keywords()
    found = site.rng.sample(keywords, min(len(keywords), site.rng.randrange(2, 9)))
    if site.chance(0.6):
        found = [tag.lower() for tag in found]
    if site.chance(0.3) and not site.locale.closed:
        found = [" ".join(dict.fromkeys((tag, site.tag().lower()))) if site.chance(0.4) else tag for tag in found]
    draw = site.rng.random()
    if draw < (0.12 if site.lang in ("id", "ms") else 0.3):
        return Block("tags", labelled("metadata", [site.phrase("metadata", "tags")]))
    if draw < 0.6:
        return Block("tags", labelled("metadata", found))
    heading = (
        site.rng.choice(("Tags:", "Tag:", "TAGS", "Topik:", "Tags", "Label:", "#", ""))
        if site.chance(0.6)
        else site.phrase("metadata", "fact")
    )
    if draw < 0.72:
        return Block("tags", labelled("metadata", [heading, *found]))
    if draw < 0.86:
        return Block(
            "tags", labelled("metadata", [f"{heading} {site.rng.choice((', ', ' ', ' | ', ' / ')).join(found)}"])
        )
    marked = ["#" + "".join(tag.split()) for tag in found]
    return Block("tags", labelled("metadata", marked if site.chance(0.4) else [" ".join(marked)]))
