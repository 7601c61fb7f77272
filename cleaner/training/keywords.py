"""Lay out the key words of a text as sites list them: names, matters and products, one a line or in a row."""

from __future__ import annotations

import re

from cleaner.training.blocks import Block, labelled
from cleaner.training.locales import word
from cleaner.training.site import Site

_words = str.split
_STOP = frozenset(
    _words(
        "yang dan di ke dari untuk dengan pada dalam ini itu adalah akan juga oleh karena sebagai tidak bisa telah "
        "sudah ada mereka saya kami kita ia dia hari kata atau agar saat tersebut para lebih bahwa serta hingga antara "
        "setelah the and of to in a for is on that with as was at by it from be are an has have bagi kepada daripada"
    )
)
_WORDS = re.compile(r"[^\W\d_][\w-]+|\d{3,4}")
_NAMES = re.compile(r"(?:[A-Z][\w-]+ ){1,3}[A-Z][\w-]+")
_MATTERS = (
    "{} vs {}", "timnas {}", "kasus {}", "harga {}", "jadwal {}", "gempa {}", "liga {}", "hasil {}", "profil {}",
    "berita {}", "{} 2025", "{} hari ini", "wisata {}", "kuliner {}", "kecelakaan di {}", "polres {}", "pilkada {}",
    "{} terbaru", "info {}", "bupati {}", "{} {}", "pt {}", "universitas {}", "pasar {}", "kota {}",
)  # fmt: skip


_WAYS = {"lines": 9.0, "headed": 2.0, "comma": 1.5, "marks": 1.0, "marked lines": 0.7, "row": 0.7}
_HEADINGS = ("Tag", "Tags:", "TAGS", "Topik:", "TAG :", "Topik Terkait", "Kata Kunci:", "Label:")


def keyword(site: Site) -> str:
    """Make one key word: a name or neighbouring words of the text or of a headline, or a matter made up."""
    rng = site.rng
    draw = rng.random()
    text = rng.choice(site.paragraphs) if draw < 0.72 else site.headline if draw < 0.93 else site.other_headline()
    names = _NAMES.findall(text)
    if names and rng.random() < 0.5:
        return str(rng.choice(names))
    if draw > 0.95:
        place = rng.choice(site.locale.places)
        return rng.choice(_MATTERS).format(
            rng.choice((place, word(rng, 2), site.tag())), rng.choice(site.locale.places)
        )
    found = _WORDS.findall(text)
    if not found:
        return site.tag()
    first = rng.randrange(len(found))
    words = [each for each in found[first : first + rng.choice((1, 2, 2, 3, 4))] if each.lower() not in _STOP]
    return " ".join(words) or site.tag()


def product(site: Site) -> str:
    """Make the name of a product, as shops and reviews tag it."""
    rng = site.rng
    maker = site.once("maker", lambda: word(rng, 2).capitalize())
    letters = "".join(rng.choices("ABCEFGKLMNRSTVXYZ", k=rng.choice((1, 2, 3))))
    number = rng.choice((100, 125, 150, 155, 250, 400, 650, 1000, rng.randrange(1, 99)))
    shapes = (
        f"{letters}{number}",
        f"{maker} {letters}{number}",
        maker,
        f"{letters}-{number}{letters[:1]}",
        f"{number}cc",
    )
    return rng.choice((*shapes, f"{maker} {word(rng, 2).capitalize()}", f"{maker} {site.locale.places[0]}"))


def keywords(site: Site) -> Block:
    """Lay out the key words of a page: in small letters a line each, as products, headed, in a row, as marks."""
    rng = site.rng
    products = site.once("products", lambda: site.chance(0.15))
    count = rng.choice((1, 2, 3, 3, 4, 5, 6, 8, 12))
    found = list(dict.fromkeys((product if products and rng.random() < 0.7 else keyword)(site) for _ in range(count)))
    if not products and site.once("keywords small", lambda: site.chance(0.85)):
        found = [text.lower() for text in found]
    way = site.once("keywords", lambda: rng.choices(list(_WAYS), list(_WAYS.values()))[0])
    heading = site.once("tags heading", lambda: rng.choice(_HEADINGS))
    if way == "lines":
        texts = found
    elif way == "headed":
        texts = [heading, *found]
    elif way == "comma":
        texts = [(f"{heading} " if rng.random() < 0.6 else "") + ", ".join(found)]
    elif way == "row":
        texts = [" ".join(found)]
    else:
        marks = ["#" + "".join(text.split()) for text in found]
        texts = marks if way == "marked lines" else [" ".join(marks)]
    return Block("tags", labelled("metadata", texts))
