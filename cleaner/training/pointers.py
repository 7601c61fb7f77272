# ruff: noqa: E501 (lists of phrases)
"""Point at other articles as Indonesian and Malay sites do: cues with headlines glued, listed, torn or bare."""

from __future__ import annotations

from cleaner.training.blocks import Block, Line, labelled, spanned
from cleaner.training.site import Site
from cleaner.training.spin import LINK_START, LINK_STOP, spin

_CUES = {
    "id": """
[Baca|BACA|Simak|Lihat|Tonton|Cek|Dengar|Saksikan] [juga|JUGA|pula|lagi|]
[Baca|Simak|Lihat] [artikel|berita|tulisan|cerita] [lain|lainnya|menarik lainnya|terkait|sebelumnya] [di sini|]
[Sayang|Rugi] [kalau|jika] [terlewat|dilewatkan][, simak|, intip|:|] [yang ini|cerita ini|artikel ini] [ya|!|yuk!|]
[Intip|Cek|Simak] [ini|yang ini] [juga|dulu] [ya|yuk|nih|]
[Anda|Kamu] [juga mungkin|mungkin juga|barangkali] [suka|tertarik|ingin membaca|ingin tahu]
[Mungkin|Mungkin juga] [Anda|kamu] [suka|minati|cari]
[Berita|Artikel|Kabar|Info] [terkait|lainnya|sebelumnya|pilihan|menarik lain]
[Lihat|Simak|Tonton|Saksikan] [juga|pula|] [Video|video|VIDEO|Podcast|Foto-foto]
[TERKAIT|Terkait|Pilihan|PILIHAN|Populer|Rekomendasi] [untukmu|redaksi|]
[See also|See Also|Read also|READ ALSO|Also read|Don't miss|You may also like]
[Kunjungi|Baca] [juga|] [halaman|laman] [ini|berikut]
""",
    "ms": """
[Baca|BACA|Lihat|Tonton|Ketahui] [juga|JUGA|lagi|lanjut]
[Artikel|ARTIKEL|Berita|Perkongsian] [lain|berkaitan|berkenaan|menarik|lain yang menarik]
[Anda|Korang] [mungkin|pasti] [suka|berminat|ingin tahu] [juga|]
[Anda|Korang] [juga|] [mungkin|mesti] [suka|minat] [baca|]
[See also|See Also|Read also|Related|Related post|Also read]
[Semak|Baca|Rujuk] [juga|] [di sini|artikel ini|]
[Terkini|Popular|Pilihan]
""",
}
_SIGNS = (": ", ": ", " : ", ":", ":", " – ", " ", " >> ", " | ", "! ", "!")


def cue(site: Site) -> str:
    """Word the cue that the site always opens its pointers with."""
    lang = "ms" if site.furniture == "ms" else "id"
    found = [line for line in _CUES[lang].split("\n") if line]
    return site.once("pointer cue", lambda: spin(site.rng.choice(found), site.rng, site.fillers))


def pointed(site: Site) -> Block:
    """Lay out one pointer in the site's shape: on a line, torn at its link, over a list, or headlines alone."""
    rng = site.rng
    way = site.once(
        "pointed", lambda: rng.choices(("line", "torn", "list", "glued", "bare", "left"), (5, 4, 3, 2, 2.5, 0.7))[0]
    )
    said, sign = cue(site), site.once("pointer sign", lambda: rng.choice(_SIGNS))
    other = site.other_headline()
    if way == "line":
        text = f"{said}{sign}{LINK_START}{other}{LINK_STOP}"
        return Block(
            "pointer", labelled("related", [text + rng.choice(("", "", "", ".", " di sini", " (klik di sini)"))])
        )
    if way == "torn":
        return Block("pointer", labelled("related", [said + sign.rstrip(), other]))
    if way == "list":
        mark = site.once("pointer mark", lambda: rng.choice(("", "", "- ", "• ", "* ", "» ", "{}. ")))
        texts = [mark.format(number) + site.other_headline() for number in range(1, rng.choice((2, 3, 4, 6)))]
        return Block(
            "pointer", labelled("related", [(said + sign.rstrip()).rstrip("!|>– ") + rng.choice(("", ":")), *texts])
        )
    if way == "glued":
        texts = [site.other_headline() for _ in range(rng.choice((2, 2, 3, 4)))]
        return Block("pointer", labelled("related", [said + sign + rng.choice(("", "", "", " ")).join(texts)]))
    if way == "left":
        # The words of the link went; what stood around it is left.
        texts = [rng.choice((f"{said} di", f"{said}{sign.rstrip()}", "Selengkapnya klik", "Baca lengkapnya di", said))]
        return Block(
            "pointer", labelled("related", [*texts, rng.choice((".", "sini.", "di sini.", "sini", "tautan ini."))])
        )
    return Block("pointer", labelled("related", [site.other_headline() for _ in range(rng.choice((1, 1, 1, 2, 3)))]))


def trailing(site: Site, text: str) -> Line:
    """Glue a pointer, or a list of headlines under its heading, to the end of a paragraph."""
    rng = site.rng
    titles = rng.choice(("", "", " ")).join(site.other_headline() for _ in range(rng.choice((1, 1, 2, 3))))
    return spanned("", "related", text, rng.choice(("", " ", " ")) + cue(site) + rng.choice(_SIGNS) + titles)


def onward(site: Site) -> Block:
    """Lay out the way to the next page of an article."""
    template = """[lanjut|Lanjut|Simak|Baca|Lihat|Bersambung] [berita |artikel |lanjutan |][selengkapnya |lengkapnya |][ke|di|pada] [halaman|laman|page] [berikutnya|selanjutnya|dua|2]
[NEXT|Next|Selanjutnya|BERIKUTNYA|Lanjut][: |:| - | >> ]{headline}
[Halaman|HALAMAN|Page|Hal] [1 2|1 2 3|1 2 3 4|{n} dari {n}] [Selanjutnya|Next|Berikutnya|»|]
[Show|Lihat|Tampilkan] [as one page|semua|satu halaman|all pages] [1 2|1 2 3|]
[Halaman|Laman] [selanjutnya|berikutnya|seterusnya] [»|>>|→|]"""
    return Block("pager", labelled("navigation", [spin(site.rng.choice(template.split("\n")), site.rng, site.fillers)]))
