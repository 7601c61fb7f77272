"""Make up what lists are made of: prices, names of places, hours, addresses, telephone numbers."""

from __future__ import annotations

from cleaner.training.locales import word
from cleaner.training.site import Site
from cleaner.training.wording import choices

_CURRENCIES = {"id": "Rp {}.000", "ms": "RM{}.00", "en": "${}.99", "ja": "¥{}00", "zh": "￥{}.00", "sv": "{} kr"}
_CURRENCIES |= {"no": "{},-", "pl": "{},99 zł", "ru": "{}0 ₽", "tr": "{},90 TL", "th": "{}0 บาท", "ko": "{},000원"}


def price(site: Site) -> str:
    """Make up a price."""
    form = _CURRENCIES.get(site.locale.lang, "{},90 €")
    text = form.format(site.rng.randrange(5, 400))
    return text.replace(" ", "") if site.chance(0.2 if site.locale.lang != "id" else 0.7) else text


def say(site: Site, row: str) -> str:
    """Choose a wording of a row."""
    return site.rng.choice(choices(site.lang, row))


def few(site: Site, row: str, count: int) -> list[str]:
    """Choose different wordings of a row, in the order of the row."""
    found = choices(site.lang, row)
    chosen = set(site.rng.sample(found, min(count, len(found))))
    return [text for text in found if text in chosen]


def name(site: Site) -> str:
    """Name a place or a thing."""
    if site.locale.closed:
        return site.rng.choice(site.locale.places) + site.tag()[:4]
    made = word(site.rng, 2).capitalize()
    known = site.rng.choice(site.names() or [site.stem])
    return site.rng.choice((made, f"{made} {word(site.rng, 2).capitalize()}", f"{known} {made}", known))


def hours(site: Site) -> str:
    """Say when a place is open."""
    mark = "." if site.lang in ("id", "fi") or site.chance(0.2) else ":"
    first, last = site.rng.randrange(6, 12), site.rng.randrange(15, 24)
    dash = site.rng.choice(("-", "–", " - "))
    zone = say(site, "zone")
    text = f"{first:02}{mark}{site.rng.choice(('00', '30'))}{dash}{last:02}{mark}00 {zone}"
    return f"{say(site, 'hours')}{site.rng.choice((' ', ': ', ', '))}{text}".strip()


def address(site: Site) -> str:
    """Say where a place is."""
    text = say(site, "street").format(name(site), site.rng.randrange(1, 200))
    return text + (f", {site.rng.choice(site.locale.places)}" if site.chance(0.6) else "")


def phone(site: Site) -> str:
    """Make up a telephone number."""
    digits = str(site.rng.randrange(10**6, 10**8))
    area = site.rng.randrange(11, 999)
    return site.rng.choice(
        (f"0{area}-{digits}", f"(0{area}) {digits}", f"+{area} {digits[:4]} {digits[4:]}", f"0{area}{digits}")
    )


def contact(site: Site) -> list[str]:
    """Say where something is and how to reach it, in the site's way."""
    rng = site.rng
    worded = bool(choices(site.lang, "where"))
    street = address(site) if worded else f"{word(rng, 2).capitalize()} {rng.randrange(1, 200)}"
    town = f"{rng.randrange(1000, 99999)} {rng.choice(site.locale.places)}"
    labelled = worded and site.once("labelled", lambda: rng.random() < 0.5)
    label = rng.choice(choices(site.lang, "contacts")[:2]) if labelled else ""
    number = f"{label}: {phone(site)}" if label else phone(site)
    mail = f"{word(rng, 1)}@{word(rng, 2)}.org"
    ways = (
        [street, town, number], [f"{street}, {town}", number], [f"{street}, {town}, {number}"], [town], [number, mail],
        [street, f"{number}, {mail}"], [f"{town} | {number}"], [street, town, f"www.{word(rng, 2)}.org"],
    )  # fmt: skip
    return ways[site.once("contact", lambda: rng.randrange(len(ways)))]


def contact_fields(site: Site) -> list[str]:
    """Name the fields of an address."""
    return few(site, "contacts", 4)
