# ruff: noqa: E501 (lists of phrases)
"""Close a text as Indonesian and Malay newspapers do: who wrote, edited and first published it."""

from __future__ import annotations

from collections.abc import Callable

from cleaner.training.blocks import Block, labelled
from cleaner.training.site import Site
from cleaner.training.spin import spin

_LETTERS = "aabcdeefghiijklmnnoprrsstuwyz"
_MARKS = (
    "***", "**", "*", "(*)", "(**)", "(***)", "[*]", "[***]", "(red)", "(Red)", "(RED)", "(adv)", "(Adv)", "(rls)", "(ADV)", "-", "--", "—",
    "###", "#", "/*", "[]", "(tim)", "(Tim/Red)", "(bersambung)", "(habis)", "(rilis)", "SELESAI", "(R1)", "-o-", "(Hms)", "oo0oo",
)  # fmt: skip
_ID = """
([Ditulis|Penulis|Disusun|Laporan] [oleh|:|] {name})
([Penulis|Reporter|Pewarta|Rep]: {name} [/|\u2502|-|&] [Editor|Red|Ed]: {name})
[Penulis|Reporter|Pewarta|Wartawan|Kontributor|Laporan]: {name}
[Editor|Redaktur|Penyunting|Copy Editor|Pengunggah] : {name}
([Editor|Red]: {name})
({name})
( {name})
{upper}
{name}
[Sumber|SUMBER|Source] : {house}
([Sumber|SUMBER|sumber]: {house})
[via|Via|VIA]: {house}
lewat {name} di [Facebook|Instagram|X]: {url}
via: {url}
[Dikutip|Disadur|Dilansir|Diolah|Disarikan|Diterjemahkan] dari [artikel|laman|situs|] <[{house}|{url}]>
[Tulisan|Artikel|Berita] ini [sudah|telah|pernah] [lebih dulu|lebih dahulu|] [terbit|tayang|dimuat|hadir|diterbitkan] di <{house}>[ dengan judul <{headline}>|, klik <di sini> [untuk|buat] [membacanya|selengkapnya].|. Selengkapnya klik di <sini.>|.| dan bisa dibaca selengkapnya <di sini.>]
[Artikel|Naskah|Konten] ini [adalah|merupakan] [kerja sama|hasil kolaborasi|bagian kerja sama] [antara|dengan] {site} [dan|serta] <{house}>.
[Artikel|Tulisan] ini [ditulis|disusun|dibuat] [oleh|bersama] {name}[, {role}|, {role} di {site}|].
[Penulis|* Penulis|*) Penulis] [adalah|merupakan] {role}[, tinggal di {place}| di {place}|.|]
[* |]{name}, {role}
{name}{role}
[Tentang penulis|Profil Penulis]: {name} [adalah|ialah] {role} yang [gemar|senang] menulis soal [sosial|budaya|olahraga|ekonomi].
[Simak|Lihat|Baca] [tulisan|artikel] [lain|lainnya] dari <{name}>
[Foto|Teks|Video] [dan video|dan foto|] : {name}
[Kontributor|Penulis] [{place}|]: {name}[, {name}|]
[Laporan|Reporter] {name} [dari|,] {place}
[Hak cipta|Materi] [foto|naskah] milik {house}
"""
_MS = """
([SUMBER|Sumber]: {house})
[Sumber|SUMBER|sumber]: {house}
[Kredit|Credit|Sumber gambar]: {house}
[Oleh|OLEH] {upper}
Oleh {name}
- {house}
— {agency}
[Artikel|Laporan] [oleh|daripada] {name} [bagi|untuk] {house}
[Artikel|Perkongsian|Tulisan] [ini|] [asal|] [disiarkan|diterbitkan|dipetik] [di|dari|daripada] <{house}>[.|]
[via|Via]: <{url}>
melalui {name} di [Facebook|Instagram]: {url}
[Penulis|Pengarang] [adalah|merupakan] {role}[ di {place}|.|]
([Penulis|Editor]: {name})
{name}, {role}
[Terima kasih|Thanks] [kepada|to] {name} [kerana|for] [berkongsi|sending] [gambar|cerita|these photos]
"""
_ROLES = {
    "id": "peserta magang|mahasiswa Ilmu Komunikasi|dosen Fakultas Hukum|pengamat kebijakan publik|tenaga ahli dewan|guru SMA|peneliti|pegiat literasi|wartawan|kolumnis|aktivis lingkungan|alumnus universitas di {}|ASN|pemerhati sepak bola|dokter gigi|Direktur Lembaga {}",
    "ms": "pensyarah kanan|guru sekolah|pengamal media|penyelidik|peguam|doktor pakar|penulis bebas|jurutera|penganalisis politik|Timbalan Pengarah {}",
}


def initials(site: Site) -> str:
    """Write the initials of reporter and editor as the site does."""
    rng = site.rng
    sizes = site.once("initials", lambda: rng.choice(((3, 3), (3, 3), (3, 3), (2, 2), (3,), (2,), (3, 3, 3), (4, 3))))
    parts = ["".join(rng.choices(_LETTERS, k=size)) for size in sizes]
    if len(parts) > 1 and rng.random() < 0.3:
        parts[1] = parts[0]
    if len(parts) > 1 and site.once("initials house", lambda: site.chance(0.25)):
        parts[0] = site.once("initials of the house", lambda: parts[0])
    if rng.random() < 0.04:
        parts[-1] = parts[-1][:2] + str(rng.randrange(1, 10))
    text = "/".join(parts)
    text = text.upper() if site.once("initials upper", lambda: site.chance(0.15)) else text
    left, right = site.once(
        "initials in", lambda: rng.choice(("()", "()", "()", "()", "[]", ("/", "/"), ("", ""), ("*", "")))
    )
    return f"{left}{text}{right}"


def signature(site: Site) -> Block:
    """Lay out how the site signs: initials, a mark, names, or where the text came from."""
    rng, lang = site.rng, "ms" if site.furniture == "ms" else "id"
    way = site.once(
        "signature", lambda: rng.choices(("initials", "mark", "line", "two", "source"), (3, 1, 4, 1.5, 1))[0]
    )
    if way == "initials":
        return Block("closing", labelled("credit", [initials(site)]))
    if way == "mark":
        return Block("closing", labelled("credit", [rng.choice(_MARKS)]))
    if way == "source":
        cue = rng.choice(("Sumber:", "sumber:", "Sumber", "SUMBER :", "Sumber :", "Via:", "Sumber berita:", "Source:"))
        return Block(
            "closing", labelled("credit", [cue, _house(site) if rng.random() < 0.6 else site.other_headline()])
        )
    found = [line for line in (_MS if lang == "ms" else _ID).split("\n") if line]
    texts = [site.once("signed", lambda: rng.choice(found))]
    if way == "two":
        texts.append(rng.choice(found))
    return Block("closing", labelled("credit", [spin(text, rng, _fillers(site, lang)) for text in texts]))


def end_mark(site: Site) -> str:
    """Make a mark that closes the last paragraph."""
    text = initials(site) if site.chance(0.4) else site.rng.choice(_MARKS)
    return text if site.once("end glued", lambda: site.chance(0.35)) else f" {text}"


def _house(site: Site) -> str:
    return site.rng.choice((site.rng.choice(site.locale.agencies), _other(site), _other(site), site.site))


def _other(site: Site) -> str:
    """Name another publisher."""
    rng = site.rng
    paper, place = rng.choice(site.locale.papers), rng.choice(site.locale.places)
    tail = rng.choice((".com", ".co.id", ".id", ".net", "", "", f".{site.stem.lower()}.com", ".com.my"))
    names = (f"{paper} {place}", f"{paper}{place}".replace(" ", ""), f"{paper.lower()}{place.lower()}".replace(" ", ""))
    name = rng.choice(names)
    return name if " " in name else name + tail


def _fillers(site: Site, lang: str) -> dict[str, Callable[[], str]]:
    place = site.rng.choice(site.locale.places)
    return {
        **site.fillers,
        "house": lambda: _house(site),
        "upper": lambda: site.name().upper(),
        "role": lambda: site.rng.choice(_ROLES[lang].split("|")).format(place),
    }
