# ruff: noqa: E501 (lists of phrases)
"""Lay out pictures and videos as Indonesian and Malay sites leave them: credits, captions, alt texts, doubled titles."""

from __future__ import annotations

from collections.abc import Callable

from cleaner.training.blocks import Block, Line, labelled, spanned
from cleaner.training.locales import word
from cleaner.training.site import Site, clause, sentences
from cleaner.training.spin import spin

_STOCK = "freepik|Freepik|FREEPIK|Pexels|PIXABAY|pixabay|SHUTTERSTOCK|Shutterstock|shutterstock|UNSPLASH|Unsplash|Dok. Freepik|iStockphoto|Getty Images|GETTY IMAGES|canva|Thinkstock|dreamstime|AFP|REUTERS|ANTARA FOTO|AP|EPA|Instagram|Wikimedia Commons|wikipedia.org|Google Maps|YouTube|X.com|TikTok|Netflix|IMDb"
_CREDITS = """
[Dok.|dok.|Dok|DOK.|Dokumentasi] [{maker}|{stem}|Istimewa|Pribadi|{name}|Humas {place}|Polres {place}|Pemkot {place}]
[dok.|Dok.]{maker}
{stock}
{stock}/{upper}
{stock}/{name}
{stock}/{nick}
{house}/{name}
{house}/{upper}
{house}/{initials}
Instagram[.com|]/[@|]{nick}
instagram.com/{nick}[/|]
{name}/{house}
{maker}
{maker}
Tangkapan layar [YouTube|TikTok|video] {stem}
[Istimewa|istimewa|ist|Ist|IST]
"""
_SHAPES = """
{about} ({credit})
{about} ({credit})
{about}. ({credit})
{about} ([Foto|foto|Sumber|Credit|credit|Kredit|Sumber foto|Sumber gambar|Gambar]:[ |]{credit})
{about} ([Foto|foto|FOTO] [:|]{credit})
{about} [Foto|foto|FOTO|Gambar]: {credit}
{about}. [Foto|Gambar|Sumber]: {credit}
{about} (Image by {nick} on [Instagram|Freepik|Pexels])
{about} [©|/|-|–||] {credit}
{about} © [instagram.com/{nick}|{house}]
{about}. [Foto:|]([{name}/{house}|{credit}])
[*|**|][Foto|Ilustrasi|Potret|Gambar] {about}
({credit})
[Foto|Sumber foto|Gambar|Sumber gambar|Kredit foto]: {credit}
{credit}
"""
_GLUED = """
{credit}{about}
{credit}{about}
{stock}/{upper}{about}
{credit}{about}.
{about}{credit}
Foto: {credit}{about}
"""
_ABOUT = {
    "id": """
Ilustrasi [{thing}|{tag}|{thing} dan {thing}]
Ilustrasi {thing}. {claim}
[Suasana|Potret|Kondisi|Penampakan|Lokasi] [{thing}|{tag}] [di {place}|saat {event}|usai {event}|]
{name} [saat|ketika|usai|di sela] {event} [di {place}|, {day}|]
{role} {name} [saat|ketika|usai|di sela] {event} [di {place}|, {day}|di {place}, {day}]
[Warga|Petugas|Polisi|Sejumlah warga|Pekerja|Pengunjung|Siswa|Tim SAR] [melintas di|berada di|mendatangi|membersihkan|memeriksa|menunggu] {thing} [di {place}|, {day}|di {place}, {day}].
[Tampilan|Fitur|Desain|Bentuk] {thing} {maker} {model}
{maker} {model}
{thing} {maker} {model} [warna baru|2025|tampak samping|di {place}]
Poster [film|drama|serial] {title}
[Film|Drama China|Drama Korea|Series] {title}
{name} dan {name}
{name} [Resmi|Akhirnya|Kini] [Menikah|Cetak Sejarah|Rilis Lagu Baru|Kembali ke Panggung]
{claim}
{claim}
""",
    "ms": """
Gambar [sekadar|] hiasan
[Gambar|Foto] hiasan
[Suasana|Keadaan|Lokasi] {thing} [di {place}|ketika {event}]
{name} [ketika|semasa|selepas] {event} [di {place}|, {day}|]
{role} {name} [ketika|semasa|selepas] {event} [di {place}|]
{maker} {model}
{thing} {maker} {model}
Berikan {thing} [kepada anak|yang sesuai]
*{maker} {model}
{name}
{claim}
""",
}
_ALT = """
[Detail|Close-up|A look|Another look|Inside] [of|at] the {part}
[Left|Right|Rear|Front|Top|Back] [side|view|angle|{part}]
{maker} {model} {part}
{maker} {model} [in red|in white|in black|on display|from the rear|front|parked outside]
{maker} {model} {part} and {part}
{part}[ and {part}|]
[{name}|Our friend {name}] [and|with|on|holding] the {maker} {model}
{name} and {name} [at|in] {place}
The [new|old|finished|final] {part}
The {maker} {model} [at|in|near] {place}
[{model}|{maker}] [brochure|poster|packaging|box contents|logo|menu]
[Photo|Image|Picture] [by|from|credit] {name}
[Before|After|Step {n}|Fig. {n}]
[Screenshot|Screen shot] [of|from] {maker} {model}
"""
_THINGS = {
    "id": "rumah|mobil listrik|jalan rusak|banjir|pasar|uang|emas batangan|tidur siang|zodiak|anak sekolah|pelaku UMKM|sapi kurban|kereta api|bus|stasiun|gedung pengadilan|kampus|dapur|kue|ban mobil|sepeda motor|kendaraan|pesawat|bandara|jembatan|tambang|sawah|gunung|pantai|hotel|makanan|kopi|nasi goreng|hujan deras|belanja online|layanan kesehatan|vaksin|ibu hamil|pemilu|borgol|pinjaman online|olahraga",
    "ms": "rumah|motosikal|kereta|banjir|pasar|wang|susu badan|vitamin|murid sekolah|doktor|bayi|jalan raya|balai polis|mahkamah|hospital|masjid|jambatan|makanan|peperiksaan|temuduga",
}
_EVENTS = {
    "id": "konferensi pers|jumpa pers|rapat kerja|latihan|pertandingan melawan {0}|kunjungan kerja|sidang perdana|peluncuran produk|upacara|pembukaan pameran|apel pagi|penandatanganan kerja sama|gladi resik|panen raya|wawancara",
    "ms": "sidang media|majlis perasmian|latihan|perlawanan menentang {0}|lawatan kerja|pelancaran|mesyuarat|program gotong-royong",
}
_JOBS = {
    "id": "Kapolres|Bupati|Wali Kota|Gubernur|Menteri|Ketua DPRD|Pelatih|Pemain|Aktris|Penyanyi|Direktur Utama|Kepala Desa|Rektor|Juru bicara",
    "ms": "Menteri Besar|Ketua Polis Daerah|Pengarah|Jurulatih|Pelakon|Ketua Pegawai Eksekutif|Speaker|Timbalan Menteri",
}
_PARTS = "engine|seat|dashboard|wheel|display|camera|charging port|keyboard|screen|lens|speaker|kitchen|bedroom|lobby|pool|garden|balcony|stage|counter|bread|sauce|dough|filling|box|cable|battery|sensor|switch|cover|rear lamp|front panel|gear lever|boot space|roof|stairs"


def about(site: Site) -> str:
    """Say what a picture shows: as prose of its own, not in words of the text."""
    rng, lang = site.rng, "ms" if site.furniture == "ms" else "id"
    if rng.random() < 0.3:
        shown = sentences(rng.choice(site.paragraphs))
        return rng.choice((clause(shown[-1], 120), shown[-1].strip()[:190].rstrip(".")))
    return spin(rng.choice([line for line in _ABOUT[lang].split("\n") if line]), rng, _fillers(site, lang)).replace(
        " ,", ","
    )


def alt(site: Site) -> str:
    """Make the alt text of a picture in English."""
    text = spin(site.rng.choice([line for line in _ALT.split("\n") if line]), site.rng, _fillers(site, "id"))
    return text[:1].upper() + text[1:]


def credit(site: Site) -> str:
    """Make a photo credit."""
    return spin(site.rng.choice([line for line in _CREDITS.split("\n") if line]), site.rng, _fillers(site, "id"))


def picture(site: Site) -> Block:
    """Lay out one caption in the site's shape; now and then extractors glue its credit to it."""
    rng = site.rng
    glued = site.once("picture glued", lambda: site.chance(0.25))
    shape = site.once("picture shape", lambda: _shape(site, glued))
    if rng.random() < 0.25:
        shape = _shape(site, glued)
    if rng.random() < 0.06:
        shape = "{about}"
    values = {"about": lambda: about(site), "credit": lambda: credit(site), **_fillers(site, "id")}
    return Block("caption", labelled("caption", [spin(shape, rng, values)] * (2 if rng.random() < 0.06 else 1)))


def pictures(site: Site) -> Block:
    """Lay out what each of a series of pictures shows: alt texts in English, or short captions."""
    rng = site.rng
    count = rng.randrange(2, 9)
    foreign = rng.random() < 0.45
    maker, model = _maker(site), _model(site)
    texts = [alt(site) if foreign else about(site)[:90] for _ in range(count)]
    if rng.random() < 0.4:
        texts = [f"{maker} {model} {text[:1].lower()}{text[1:]}" if rng.random() < 0.7 else text for text in texts]
    return Block("caption", labelled("caption", texts))


def embedded(site: Site) -> Block:
    """Lay out an embedded video: its title once or twice, with what is left of its player."""
    rng = site.rng
    title = site.other_headline()
    cue = site.once(
        "video cue",
        lambda: rng.choice(
            ("Video: {}", "Video {}", "Video: {}", "VIDEO: {}", "{}", "Tonton: {}", "[Video] {}", "VIDEO - {}")
        ),
    )
    said = cue.format(title)
    frame = site.once(
        "video frame",
        lambda: rng.choice(
            (
                "",
                "",
                "[Gambas:Video {}]",
                "[Video: {} detik]",
                "[Video {}]",
                "00:00",
                "Play",
                "[embed]",
                "[Gambas:Youtube]",
            )
        ),
    )
    frame = frame.format(site.once("video house", lambda: rng.choice((site.stem, site.stem.lower(), site.site))))
    order = site.once("video order", lambda: rng.choice(("t", "t", "tt", "tf", "tf", "ttf", "ft", "tmf", "xt")))
    order = "tf" if order == "t" and said == title else order
    rows = {"t": said, "f": frame, "m": f"{rng.randrange(10):02}:{rng.randrange(60):02}", "x": title}
    return Block("caption", labelled("caption", [rows[letter] for letter in order]))


def credited(site: Site, text: str) -> Line:
    """Glue the credit and caption of the next picture to the end of a paragraph."""
    shape = site.rng.choice(
        ("{credit}{about}", "{about} ({credit})", " ({credit})", " (Foto: {credit})", "{stock}/{upper}{about}")
    )
    values = {"about": lambda: about(site), "credit": lambda: credit(site), **_fillers(site, "id")}
    return spanned("", "caption", text, (" " if shape[0] == " " else "") + spin(shape, site.rng, values))


def _shape(site: Site, glued: bool) -> str:
    return site.rng.choice([line for line in (_GLUED if glued else _SHAPES).split("\n") if line])


def _maker(site: Site) -> str:
    return word(site.rng, site.rng.choice((1, 2, 2))).capitalize()


def _model(site: Site) -> str:
    letters = "".join(site.rng.choices("ABCDEGMNRSTVXZ", k=site.rng.choice((1, 2, 3))))
    return site.rng.choice(
        (
            f"{letters}{site.rng.randrange(1, 999)}",
            f"{letters}-{site.rng.randrange(1, 99)}",
            f"{word(site.rng, 2).capitalize()} {letters}",
        )
    )


def _fillers(site: Site, lang: str) -> dict[str, Callable[[], str]]:
    rng = site.rng
    nick = lambda: f"{word(rng, 2)}{rng.choice(('', '', '_', '.', '_official', str(rng.randrange(99))))}"  # noqa: E731
    return {
        **site.fillers,
        "stock": lambda: rng.choice(_STOCK.split("|")),
        "maker": lambda: _maker(site),
        "model": lambda: _model(site),
        "stem": lambda: site.stem,
        "house": lambda: rng.choice((site.domain, site.domain.upper(), site.site, rng.choice(site.locale.agencies))),
        "upper": lambda: site.name().upper(),
        "nick": nick,
        "initials": lambda: "".join(rng.choices("ABDEFHIKLMNRSTYZ", k=rng.choice((2, 3)))),
        "thing": lambda: rng.choice(_THINGS[lang].split("|")),
        "event": lambda: rng.choice(_EVENTS[lang].split("|")).format(word(rng, 2).capitalize()),
        "role": lambda: rng.choice(_JOBS[lang].split("|")),
        "part": lambda: rng.choice(_PARTS.split("|")),
        "day": lambda: (
            f"{rng.choice(site.locale.weekdays or ['Senin'])} ({rng.randrange(1, 29)}/{rng.randrange(1, 13)}/{rng.randrange(2015, 2027)})"
        ),
        "claim": lambda: (site.sentence() if rng.random() < 0.5 else site.other_headline())[:160].rstrip("."),
        "title": lambda: clause(site.other_headline(), 40).upper(),
    }
