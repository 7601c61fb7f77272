# ruff: noqa: E501 (lists of phrases)
"""Lay out content that looks like furniture on Indonesian and Malay pages: schedules, posts held, subjects, cells, talk."""

from __future__ import annotations

from collections.abc import Callable

from cleaner.training.asides import details, farewell, language, made_name, posts, steps
from cleaner.training.blocks import Block, Line
from cleaner.training.locales import word
from cleaner.training.site import Site, clause, sentences

_POSTS_HELD = {
    "id": "Ketua|Wakil Ketua|Sekretaris|Sekretaris Jenderal|Bendahara|Anggota|Penasihat|Pembina|Bidang Humas|Seksi Acara|Komisi {}|Badan {}|Panitia {}|Fraksi {}|Mahkamah {}|Dewan {}|Pelatih kepala|Kiper|Bek|Gelandang|Penyerang",
    "ms": "Pengerusi|Timbalan Pengerusi|Setiausaha|Bendahari|Ahli Jawatankuasa|Penasihat|Biro {}|Unit {}|Jabatan {}|Penolong Pengarah",
}
_SUBJECTS = {
    "id": "Pendidikan {}|Teknik {}|Ilmu {}|Manajemen|Akuntansi|Hukum|Kedokteran|Agribisnis|Farmasi|TEKNISI {}|OPERATOR {}|STAF {}|Sastra {}|Kecamatan {}|Kelurahan {}|Desa {}|SMA Negeri {}|Stasiun {}|Simpang {}|Rute {}|Kapal {}",
    "ms": "Diploma {}|Sijil {}|Bahasa {}|Matematik|Sains|Sejarah|Daerah {}|Mukim {}|Kolej {}|SMK {}|Lebuhraya {}|Guru {}|Juruteknik {}|Operator {}",
}


def fixtures(site: Site) -> list[str]:
    """List days with what takes place on them, and when it is broadcast."""
    rng = site.rng
    zone = "" if language(site) == "ms" else rng.choice((" WIB", " WIB", " WITA", ""))
    shape = rng.choice(
        (
            "{a} vs {b} | {t}{z}",
            "{t}{z} – {a} vs {b}",
            "{t}{z}: {a} vs {b} ({c})",
            "{e} {y}: {a} hari ke-{n}, laga {m} | {t}{z}",
            "{a} {n}-{m} {b}",
            "{D} {a} vs {b} {n}-{m} ({e})",
            "{a} vs {b}\n{t}{z}\n{c}",
            "Live {c}: {a} vs {b} pukul {t}{z}",
        )
    )
    head = rng.choice(("", "Pekan {n}: ", "Matchday {n} – ", "Hari ke-{n}: ", "Grup {g}\n", "[{e}] "))
    event, channel = (
        f"{word(rng, 1).capitalize()} {rng.choice(('Cup', 'Tour', 'Open', 'Liga', 'League', 'GP'))}",
        f"{word(rng, 2).upper()} TV",
    )
    values: dict[str, Callable[[], object]] = {
        "a": lambda: _team(site), "b": lambda: _team(site), "c": lambda: channel, "e": lambda: event, "g": lambda: rng.choice("ABCD"),
        "n": lambda: rng.randrange(0, 9), "m": lambda: rng.randrange(0, 5), "t": lambda: site.locale.clock(rng), "z": lambda: zone, "y": lambda: 2025, "D": site.date,
    }  # fmt: skip
    found: list[str] = []
    for _ in range(rng.randrange(1, 5)):
        found.append(head.format_map({key: value() for key, value in values.items()}) + site.date())
        found += [shape.format_map({key: value() for key, value in values.items()}) for _ in range(rng.randrange(1, 5))]
    return [part for text in found for part in text.split("\n")]


def posts_held(site: Site) -> list[str]:
    """List who holds which post, or which bodies there are."""
    rng = site.rng
    mark, named = rng.choice(("", "- ", "• ", "{}. ")), rng.random() < 0.5
    names = _POSTS_HELD[language(site)].split("|")
    chosen = rng.sample(names, rng.randrange(2, min(9, len(names))))
    return [
        mark.format(number) + text.format(word(rng, 2).capitalize()) + (f": {site.name()}" if named else "")
        for number, text in enumerate(chosen, 1)
    ]


def subjects(site: Site) -> list[str]:
    """List subjects, places, lines or vacancies: a word or two a line."""
    rng = site.rng
    form = rng.choice(_SUBJECTS[language(site)].split("|"))
    mixed = rng.random() < 0.4
    mark = rng.choice(("", "", "", "- ", "{}. "))
    forms = _SUBJECTS[language(site)].split("|")
    found = [(rng.choice(forms) if mixed else form).format(made_name(site)) for _ in range(rng.randrange(3, 14))]
    return [mark.format(number) + text for number, text in enumerate(dict.fromkeys(found), 1)]


def cells(site: Site) -> list[str]:
    """Read out a table cell by cell: a league's, a price list's or a specification's."""
    rng = site.rng
    heads = rng.choice(
        (
            ("No", "Tim", "Main", "Menang", "Poin"),
            ("Pos", "Klub", "M", "P"),
            ("Model", "Harga"),
            ("Tanggal", "Acara", "Lokasi"),
            ("Jenis", "Ukuran", "Berat"),
            ("Varian", "OTR"),
            ("No", "Tim", "M", "M", "S", "K", "+/-", "Poin"),
            ("Peringkat", "Negara", "P", "W", "D", "L", "SG", "Pts"),
        )
    )
    rows = [
        [
            _team(site) if number == 1 or (len(heads) == 2 and not number) else str(rng.randrange(1, 90))
            for number, _ in enumerate(heads)
        ]
        for _ in range(rng.choice((2, 3, 4, 5, 6, 10, 18)))
    ]
    joint = rng.choice(("\n", "\n", "\n", "\n", " ", "\t", " | ", ""))
    return [part for row in [list(heads), *rows] for part in joint.join(row).split("\n")]


def chat(site: Site) -> list[str]:
    """Quote talk: who says what, a line each."""
    names = [site.name().split(" ")[-1], site.name().split(" ")[-1]]
    form = site.rng.choice(("{}: {}", "{} : {}", "[{}] {}", "{} — {}", "{}: “{}”"))
    said = [part.strip() for text in site.paragraphs[-2:] for part in sentences(text)][:8]
    return [form.format(names[number % 2], clause(text, 80)) for number, text in enumerate(said)]


def decoy(site: Site) -> Block:
    """Lay out one kind of content that looks guilty; a text keeps to a kind or two."""
    kinds = site.once("decoys", lambda: site.rng.choices(list(_KINDS), list(_KINDS.values()), k=2))
    return Block("body", [Line(text.strip()) for text in site.rng.choice(kinds)(site) if text.strip()])


def goodbye(site: Site) -> Block:
    """Lay out the author's last words."""
    return Block("body", [Line(text) for text in farewell(site)])


def _team(site: Site) -> str:
    """Name a team or a country."""
    made = site.rng.choice((word(site.rng, 2).capitalize(), site.rng.choice(site.locale.places)))
    return made + site.rng.choice(("", "", " FC", " United", " U-17", " City"))


_KINDS: dict[Callable[[Site], list[str]], float] = {
    steps: 3.0,
    farewell: 2.0,
    posts: 3.0,
    details: 2.5,
    fixtures: 3.0,
    posts_held: 1.5,
    subjects: 1.5,
    cells: 4.0,
    chat: 1.0,
}
