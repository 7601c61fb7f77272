# ruff: noqa: E501 (lists of phrases)
"""Lay out the calls of Indonesian and Malay publishers: to their channels, apps, shows and shops.

Every publisher words its call anew, so a call is spun from choices; links are marked, for extractors tear at them.
"""

from __future__ import annotations

from cleaner.training.blocks import Block, labelled
from cleaner.training.locales import word
from cleaner.training.site import Site
from cleaner.training.spin import joined, spin

_ID = """
[Kabar|Berita] [terbaru|pagi ini|paling hangat] dari {site} [kini|sekarang|bisa] [masuk|sampai] ke <[Telegram|WhatsApp]> [Anda|kamu]. [Buka|Klik|Ketuk] [tautan|link] <{tele}>, [lalu|setelah itu] [pilih|tekan] [gabung|join|ikuti]. [Syaratnya|Sebelumnya], [pasang|unduh|instal] [dulu|lebih dahulu] aplikasinya di [gawai|handphone|ponsel] [Anda|kamu].
[Mau|Ingin|Butuh] <[kabar ringkas|liputan khusus|berita terkini]> [dan|juga|serta] <[ulasan mendalam|sajian redaksi|info {topic}]> tanpa [ribet|mencari]? [Masuk|Bergabunglah] ke [saluran|kanal] {site} di <[WhatsApp|Telegram|Viber]> : <{wa}>. [Jangan lupa|Sebaiknya] [nyalakan|aktifkan] [loncengnya|notifikasi] [ya|terlebih dahulu|].
[Supaya|Biar|Agar] [enggak|nggak|tidak] [kudet|tertinggal|kehabisan cerita] [soal|seputar] {topic}, [langsung|buruan|yuk] [intip|gabung di|pantau] <[saluran|channel|kanal] [WhatsApp|Telegram] {site}>[, {fans}|]! [Tinggal|Cukup] [klik|tekan] <[di sini|tautan ini|tombol ini]>[ saja|].
[Ikuti|Follow|Kunjungi] [kami di|akun|halaman] [Google News|<Google News>|Facebook|Instagram] {site} [untuk|dan] [mendapatkan|dapatkan|baca] [berita|informasi|artikel] [terbaru|menarik lainnya|terkini] [setiap hari|lainnya|].
[Cek|Baca|Dapatkan] [berita|artikel|informasi] [dan artikel|] [lainnya|menarik lainnya|pilihan] [hanya|] di <[Google News|saluran kami|WhatsApp]> [dan <Telegram>|].
[Gabung|Bergabung] [dengan|bersama] [{many} pembaca lain|komunitas {site}|{fans}] di [grup|saluran|kanal] <[WhatsApp|Telegram|Discord] {site}>[. Gratis!|.| sekarang juga.]
[Update|Info] [terus|selalu|] berita [terbaru|terkini] [{topic}|dari {place}] [dengan|lewat|melalui] [mengikuti|follow] [akun|kanal] [TikTok|Instagram|X|YouTube] <@{handle}>.
[Jangan lewatkan|Jangan ketinggalan] [berita|informasi|update] [{topic}|terbaru|terkini] [dari kami|lainnya|]! [Aktifkan|Nyalakan] [notifikasi|lonceng] [browser|aplikasi {site}] [Anda|kamu|] [sekarang|].
[Unduh|Download|Instal|Pasang] [aplikasi|app] <{site}> di [Play Store|Google Play|App Store|<Google Play Store> dan <App Store>] [untuk|agar] [baca|akses|menikmati] [berita|konten] [tanpa iklan|lebih cepat|lebih nyaman|pilihan].
[Tonton|Saksikan|Nonton] [terus|langsung|live|] [program|acara|tayangan] ["{show}"|<{show}>] [setiap|tiap] [Senin-Jumat|hari kerja|Sabtu|hari], [pukul|jam] {time} WIB[,|] [hanya|langsung|live|] di [{site}|TikTok {site}|YouTube {site}]. ["{show}, {slogan}"|]
"{show}, {slogan}"
[Bersama|Ditemani] [pembawa acara|host] {name}, <{show}> [mengupas|membahas] {topic} [tiap|setiap] [pagi|petang|akhir pekan]. [Jangan terlewat|Selamat menyaksikan|Sampai jumpa]!
[Langganan|Berlangganan] [newsletter|buletin] [kami|{site}|gratis {site}] [dan terima|untuk menerima] [berita pilihan|rangkuman|kurasi] [setiap pagi|langsung di email|tiap akhir pekan]. [<Daftar>|Isi emailmu di bawah ini|]
[Masih banyak|Ada] [ulasan|tulisan|tips] [{topic}|seru] lain [hanya|] di {site}. [{slogan}.|]
[Mau|Pengin|Ingin] [tahu|baca|dapat] [info|berita|artikel] [{topic}|terbaru] [lebih cepat|lebih dulu|tanpa ribet]? [Langsung|Yuk,|] [gabung|follow|klik] <[saluran WhatsApp|channel WA|kanal Telegram] [kami|{site}]> [yuk|ya|di sini|].
[Punya|Ada] [informasi|foto|video|cerita|keluhan|pengalaman] [menarik|] [di sekitarmu|seputar {topic}|untuk dibagikan]? [Kirim|Kirimkan] [ke|lewat] [WhatsApp|WA|email] [redaksi|kami|{site}] [di|ke|] {phone}.
[Tulis|Kirim] [artikelmu|opinimu|ceritamu] [sendiri|] di {site}. [Klik|Daftar] <di sini>!
[Suka|Senang dengan] [artikel|tulisan|konten] [ini|seperti ini]? [Bagikan|Share] [ke|kepada] [teman|keluarga]mu [ya|dan ikuti kami] [di <Instagram>|di <Facebook>|!]
[Dukung|Bantu] [jurnalisme|kerja] [independen|kami|{site}] [lewat|dengan|melalui] [donasi|berlangganan] [di|] <[sini|Trakteer|Saweria|{url}]>.
[Ingin|Mau|Butuh] [konsultasi|berkonsultasi|tanya-tanya] [soal|tentang|seputar] {topic}? [Hubungi|Chat|Klik] [tim|admin|dokter] kami [di|lewat|melalui] <{phone}> [atau <klik di sini>|].
[Pesan|Order|Beli|Booking] [sekarang|segera] [di|lewat|melalui] [<{url}>|WA {phone}|marketplace kesayangan Anda] [dan dapatkan|dapatkan] [diskon|potongan|promo] [{n} persen|khusus pembaca {site}|menarik].
[Kenali|Lihat|Dukung] [para|kisah|profil] [finalis|pemenang|nominasi] [{show}|{site} Award] <[di sini|di tautan ini]>
[Yuk|Ayo], [ikutan|ikut|daftar] [{show}|lomba|event|webinar] [bersama|dari|bareng] {site}! [Info|Pendaftaran] [lengkap|selengkapnya] [di|cek] <{url}>
[Kamu|Anda] [bisa|dapat] [membaca|mengikuti] [berita|artikel] [ini|kami] [juga|] [di|lewat|melalui] <[Google News|Telegram|Flipboard] {site}>
[Pantau|Ikuti] [terus|] [perkembangan|kabar] [terbaru|{topic}|lainnya] [hanya|] [di|melalui] {site}.
[Kini|Sekarang] [berita|artikel] {site} [hadir|ada|bisa dibaca] [juga|] di [WhatsApp|Telegram|Google News]. [Ikuti|Klik|Gabung] <{wa}>
[Konten|Artikel] [ini|] [hanya|eksklusif] untuk [pelanggan|pembaca setia] {site}[+| Plus| Premium|]. [Berlangganan|Login|Masuk] untuk [melanjutkan|membaca selengkapnya].
[Lanjutkan|Teruskan] [membaca|baca] [di|lewat] [aplikasi|app] {site}
Follow [juga|kami|us] [di|on] [sosmed|media sosial|] [kami|{site}] [ya|]: [Instagram|IG] <@{handle}> [dan|,|/] [Facebook|TikTok|X] <{site}>
[Klaim|Raih] [info|berita] [teraktual|terhangat|terupdate] [dari|seputar] {place} [dan sekitarnya|] [di|dengan mengikuti] [saluran|grup] [WA|WhatsApp] [berikut|ini] : <{wa}>
[Jadilah|Jadi] [anggota|member|kontributor] {site} [dan|untuk] [nikmati|dapatkan] [artikel tanpa batas|e-paper gratis|poin setiap hari]. <[Daftar|Gabung] [sekarang|gratis]>
"""
_MS = """
[Ikuti|Sertai|Follow] [kami di|] [saluran|channel|kumpulan] <[WhatsApp|Telegram|TikTok] {site}> [untuk|bagi mendapatkan] [berita|info|maklumat] [terkini|terbaru|semasa] [dan pantas|setiap hari|].
[Nak|Mahu] [tahu|dapat] [pengumuman|berita|info] [{topic}|terkini] [lebih awal|setiap hari]? [Sila|Boleh] [sertai|masuk] [kumpulan|saluran] [Telegram|WhatsApp] kami: <{tele}> [dan|untuk] [hidupkan notifikasi|dapat makluman] [tentang|mengenai] <[{topic}|tawaran baharu]> [yang akan datang|].
[Jangan|Tak nak] [ketinggalan|terlepas] [berita|info|peluang] [terkini|terbaru]? [Jom|Mari] [sertai|join|ikuti] [Telegram|WhatsApp Channel] <{site}> [sekarang|di sini]!
[Jom|Mari] [like|follow|ikuti] [page|laman] [Facebook|Instagram] <{site}> [untuk|bagi] [info|berita|perkongsian] [{topic}|menarik] [lain|seterusnya].
[Pasukan|Staf|Doktor] kami [sedia|mesra dan sedia] [membantu|melayan] [anda|puan|tuan dan puan] [setiap hari|sehingga lewat malam]. [Hubungi|WhatsApp|Call] [kami|klinik] [di|] <{phone}> [untuk|bagi] [buat|tempah] [temujanji|appointment].
[Muat turun|Download] [aplikasi|app] <{site}> [di|dari] [App Store, Google Play|<Google Play> dan <App Store>|AppGallery] [sekarang|untuk berita pantas|].
[Langgan|Dapatkan] [akhbar|edisi] [digital|cetak] {site} [di|melalui] <{url}>
[Sebarang|Ada] [pertanyaan|soalan]? [Boleh|Sila] [hubungi|whatsapp|PM] kami di <{phone}> [atau <klik sini>|].
[Kongsikan|Share|Sebarkan] [artikel|info|perkongsian] ini [kepada|dengan] [rakan|keluarga|kawan-kawan] [anda|yang memerlukan].
[Baca|Semak] [berita|cerita] [penuh|lanjut] [hanya|] di {site}. [Sahih|Pantas|Tepat]. [{slogan}.|]
[Berminat|Nak tempah|Nak beli]? [Klik|Tekan] <[sini|link ini|pautan ini]> [untuk|dan] [order|tempah|beli] [sekarang|terus|].
[Tonton|Saksikan] [video|siaran] [penuh|langsung] [di|melalui] [YouTube|TikTok|Facebook] <{site}>. [Jangan lupa subscribe!|]
[Terima kasih|Kalau suka] [kerana|] [membaca|singgah] [di {site}|]. [Sokong|Bantu] kami [dengan|melalui] <[derma ikhlas|belanja kopi|klik iklan]>.
"""
_TOPICS = {
    "id": "hiburan tanah air|film dan musik|sepak bola|otomotif|properti dan investasi|kesehatan|pendidikan|kuliner|teknologi|politik|Korea|K-Pop dan drakor|wisata|zodiak|resep masakan|parenting|ekonomi|kriminal|Jakarta dan sekitarnya|UMKM|pertanian|beasiswa|lowongan kerja|kehamilan|gadget|Timnas",
    "ms": "biasiswa|kerja kosong|bantuan kerajaan|kesihatan|sukan|hiburan|kehamilan|resipi|semakan keputusan|motosikal|kereta|gajet|agama|pendidikan",
}
_SLOGANS = {
    "id": "Bangun Lebih Awal!|Lebih Dekat, Lebih Cepat|Apa Adanya|Berani Beda|Tahu Lebih Dulu|Teman Setiap Hari|Jernih dan Berimbang|Dari Kita untuk Kita|Bikin Hari Lebih Seru|Suara Warga",
    "ms": "Sentiasa Di Hati|Lebih Dekat|Pilihan Keluarga|Tahu Dulu|Suara Kita",
}
_SHOWS = "{} Pagi|Obrolan {}|{} Sore|Sapa {}|Kupas {}|{} Awards|Podcast {}|Kilas {}|{} Talks|Bincang {}"


def call(site: Site) -> str:
    """Word one call in the site's language, its links marked."""
    lang = "ms" if site.furniture == "ms" else "id"
    templates = [text for text in (_MS if lang == "ms" else _ID).split("\n") if text]
    rng = site.rng
    handle = f"{site.stem.lower()}{rng.choice(('', 'com', '_id', '.official', 'news', 'update'))}"
    slug = "".join(rng.choices("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz0123456789", k=22))
    tele = rng.choice((f"https://t.me/{handle}", f"t.me/{handle}", f"t.me/joinchat/{handle}", "di sini", "ini"))
    fans = rng.choice(("Sobat {}", "{}ers", "Sahabat {}", "Kawan {}", "{} Lovers", "Teman {}")).format(site.stem)
    fillers = {
        **site.fillers,
        "topic": lambda: rng.choice(_TOPICS[lang].split("|")),
        "slogan": lambda: rng.choice(_SLOGANS[lang].split("|")),
        "show": lambda: rng.choice(_SHOWS.split("|")).format(site.stem),
        "handle": lambda: handle,
        "fans": lambda: fans,
        "many": lambda: f"{rng.randrange(1, 99)}.000",
        "tele": lambda: tele,
        "wa": lambda: rng.choice(
            (f"https://www.whatsapp.com/channel/{slug}", f"https://whatsapp.com/channel/{slug}", "klik di sini")
        ),
        "phone": lambda: phone(site),
    }
    return spin(rng.choice(templates), rng, fillers)


_BREAKS = """
[Scroll|Swipe|Scroll down|Keep scrolling] to [continue|resume|keep] [reading|with the story|the article|with this article]
[Scroll|Scroll down|Keep scrolling] [for|to see|to read] [more|the rest|more content|the full story]
[Continue reading|Keep reading|Read on] [below|after] [this ad|the advertisement|the break|]
[Story|Article|News|Content] [continues|resumes] [after|below] [ad|advertisement|this ad|the break]
[Lanjut|Lanjutkan] [membaca|baca] di bawah [ini|iklan|iklan ini]
[Gulir|Geser|Scroll] [untuk|buat|ke bawah untuk|ke atas untuk] [lanjut|melanjutkan|membuka] [konten|bacaan|membaca|artikel|berita]
[Advertisement|Ads|Sponsored|Iklan] [by {brand}|break|bar|]
[Artikel|Berita|Konten|Cerita] [masih|akan|] [lanjut|berlanjut|bersambung] [setelah|usai|selepas] [iklan|pesan|jeda] [berikut|ini|]
"""


def ad_mark(site: Site) -> Block:
    """Lay out what the site puts where an advertisement stood: always the same line or two."""
    rng = site.rng

    def draw() -> list[str]:
        texts = [spin(rng.choice([text for text in _BREAKS.split("\n") if text]), rng, site.fillers)]
        if rng.random() < 0.35:
            texts.insert(0, site.habit("promotion", "ad"))
        return [text.upper() for text in texts] if rng.random() < 0.45 else texts

    texts = site.once("ad mark", draw)
    return Block("marker", labelled("promotion", texts if rng.random() < 0.8 else texts[-1:]))


def phone(site: Site) -> str:
    """Make up a telephone number as Indonesian and Malay sites write them."""
    rng = site.rng
    if site.furniture == "ms":
        area, digits = rng.choice(("03", "04", "05", "07", "088", "011", "012", "019")), rng.randrange(10**6, 10**8)
        return rng.choice((f"{area}-{digits}", f"{area}{digits}", f"{area}-{str(digits)[:4]} {str(digits)[4:]}"))
    area, digits = (
        rng.choice(("021", "022", "031", "0274", "0812", "0857", "0878", "0821")),
        rng.randrange(10**6, 10**8),
    )
    return rng.choice((f"{area}-{digits}", f"{area}{digits}", f"+62 {area[1:]} {digits}", f"({area}) {digits}"))


def channel_call(site: Site) -> Block:
    """Lay out the call that the site always makes, in brackets or not, once or with another."""
    text = site.once("channel call", lambda: call(site))
    if site.once("channel in brackets", lambda: site.chance(0.2)):
        text = f"({text})"
    if len(text) < 90 and site.once("channel shouted", lambda: site.chance(0.06)):
        text = joined(text).upper()
    texts = [text, call(site)] if site.chance(0.12) else [text]
    return Block("marker", labelled("promotion", texts))


def inline_call(site: Site) -> str:
    """Word a short call that closes a paragraph."""
    return joined(call(site)).split(". ")[0].rstrip(".") + "."


_OFFICES = {
    "id": "Klinik|Kantor|Toko|Yayasan|Rumah Sakit|LBH|Redaksi|PT|CV|Bengkel|Sekolah|Pesantren|Griya",
    "ms": "Klinik|Poliklinik|Pejabat|Kedai|Syarikat|Pusat|Bengkel|Taska|Kolej",
}
_ROADS = {
    "id": "Jl. {0} No. {1}|Jalan {0} Raya {1}|Ruko {0} Blok B-{1}|Gedung {0} Lt. {1}|Jl. Raya {0} KM {1}",
    "ms": "Jalan {0} {1}|Taman {0}|No. {1}, Jalan {0}|Lot {1}, Taman {0}|{1}A, Kampung {0}",
}
_ASKS = {
    "id": "Hubungi kami:|Alamat Redaksi|Kontak|Informasi dan pendaftaran:|Untuk konsultasi hubungi|Alamat kami",
    "ms": "Sebarang pertanyaan boleh hubungi kami:|Hubungi kami di|Untuk temujanji:|Alamat klinik|Lokasi kami",
}


def imprint(site: Site) -> Block:
    """Lay out where an office, a clinic or a shop is found: name, address and numbers, a piece a line."""
    rng, lang = site.rng, "ms" if site.furniture == "ms" else "id"
    made = site.once("imprint", lambda: word(rng, 2).capitalize())
    name = f"{rng.choice(_OFFICES[lang].split('|'))} {made}" + rng.choice(("", "", ","))
    road = rng.choice(_ROADS[lang].split("|")).format(word(rng, 2).capitalize(), rng.randrange(1, 120))
    place = rng.choice(site.locale.places)
    more = (
        f"atau whatsapp {phone(site)}",
        f"atau WhatsApp\n{phone(site)}",
        f"https://wa.me/6{rng.randrange(10**9, 10**10)}",
        f"Telp. {phone(site)}",
        f"E-mail: info@{made.lower()}.com",
        f"Fax {phone(site)}",
        f"www.{made.lower()}.com",
        f"https://www.facebook.com/{made.lower()}{rng.randrange(99)}",
    )
    texts = [name, f"{road}{rng.choice((', ', chr(10)))}{place}", phone(site), *rng.sample(more, rng.choice((0, 1, 2)))]
    if rng.random() < 0.3:
        texts.insert(0, rng.choice(_ASKS[lang].split("|")))
    if rng.random() < 0.3:
        texts = [text for text in texts if rng.random() < 0.7] or texts
    return Block("footer", labelled("footer", [part for text in texts for part in text.split("\n")]))
