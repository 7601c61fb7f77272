# ruff: noqa: E501 (lists of phrases)
"""Word what authors say in furniture's words: steps of a guide, farewells, quoted posts and hoaxes, addresses and prices.

What a line says is no proof: an article that explains an app, quotes a hoax or answers a fan sounds like a call to follow.
"""

from __future__ import annotations

from collections.abc import Callable

from cleaner.training.channels import phone
from cleaner.training.locales import word
from cleaner.training.site import Site, clause
from cleaner.training.spin import joined, spin

_STEPS = {
    "id": """
[Unduh|Download|Instal|Pasang] aplikasi {app} [di|melalui|lewat] [Play Store|Google Play Store atau App Store|App Store|ponsel Anda]
[Buka|Akses|Kunjungi] [aplikasi|situs|laman|website] {app} [di {link}|melalui browser|]
[Klik|Tekan|Pilih|Ketuk] [menu|tombol|opsi|ikon] ["{menu}"|'{menu}'|{menu}] [di pojok kanan atas|di halaman utama|]
[Masukkan|Isi|Ketik] [NIK|nomor HP|nama lengkap|alamat email|kata sandi|nomor rekening|kode OTP] [dan {menu}|sesuai KTP|yang aktif]
[Login|Masuk|Daftar|Registrasi] [menggunakan|dengan] [akun Google|email|NIK dan kata sandi|nomor ponsel]
[Unggah|Upload] [foto KTP|swafoto|dokumen persyaratan|bukti bayar] [dengan ukuran maksimal {n} MB|]
[Simak|Perhatikan|Baca] [syarat|ketentuan|informasi] yang [muncul|tertera], [lalu|kemudian] [klik|pilih] [Lanjut|Setuju|"{menu}"]
[Ikuti|Follow] akun [Instagram|media sosial] @{nick} [dan|lalu] [bagikan|unggah ulang] [poster|video] [lomba|kegiatan]
[Hubungi|Chat] [nomor|call center|layanan WhatsApp] {phone} [jika|bila] [mengalami kendala|butuh bantuan]
[Bagikan|Kirim] [tautan|link] [undangan|grup] [kepada|ke] [teman|keluarga]
[Selesai|Tunggu beberapa saat], [hasilnya akan muncul|akun Anda sudah aktif|saldo otomatis bertambah]
[Aktifkan|Nyalakan|Matikan] [notifikasi|mode pesawat|lokasi] [di|pada] pengaturan [ponsel|aplikasi|]
Salin [tautan|link] [video|unggahan] [lalu|dan] tempel di [kolom|kotak] yang [tersedia|disediakan]
""",
    "ms": """
[Muat turun|Buka|Pasang] aplikasi {app} [di|melalui] [Google Play|App Store|telefon anda]
[Layari|Buka|Lawati] [laman web|portal|sesawang] [rasmi|] {app} di {link}
[Klik|Tekan|Pilih] [butang|menu|pautan] ["{menu}"|{menu}] [di bahagian atas|]
[Masukkan|Isi|Taip] [nombor kad pengenalan|No. MyKad|emel|kata laluan|alamat] [dan {menu}|anda]
[Log masuk|Daftar] [menggunakan|dengan] [ID pengguna|No. kad pengenalan]
[Hubungi|Call] {phone} [jika|sekiranya] [ada masalah|perlukan bantuan]
[Semak|Sahkan] [maklumat|keputusan] yang [dipaparkan|tertera] dan [cetak|simpan]
""",
}
_FAREWELLS = {
    "id": """
[Demikian|Itulah|Itu dia|Nah, itulah] [informasi|ulasan|penjelasan|daftar|pembahasan] [mengenai|soal|tentang] {tag}. [Semoga|Mudah-mudahan] [bermanfaat|membantu|menambah wawasan][!|.| ya!]
[Semoga|Mudah-mudahan] [informasi|artikel|tulisan|tips] [ini|di atas] [bermanfaat|berguna|membantu][ ya|.|!| untuk kamu.]
[Semoga|Moga] [bermanfaat|lekas sembuh|berhasil|sukses][.|!| ya!|]
[Selamat|Met] [mencoba|menonton|berlibur|membaca|berbelanja|menikmati][!|, ya!|.]
[Jadi|Gimana|Bagaimana], [tertarik|siap|sudah tahu|kamu tim mana|pilih yang mana][?| mencobanya?]
[Terima kasih|Makasih] [sudah|telah] [membaca|hadir|mendukung] [sampai akhir|].
[Yuk|Ayo], [jaga|cek|catat|siapkan] [kesehatan|tanggalnya|dari sekarang][!|.]
[Sampai jumpa|Sampai ketemu] [lagi|minggu depan|di stadion][!|.]
[Tetap|Jangan lupa] [jaga kesehatan|berdoa|gunakan masker|bawa payung][!| ya.]
[Simak|Lihat|Tonton] [trailer|cuplikan|penjelasan|pernyataan|daftar|jadwal] [lengkap|lengkapnya|selengkapnya|] [{tag}|] [di bawah ini|berikut ini|berikut][:|.]
Berikut [daftar|jadwal|rincian|ulasan|cara|selengkapnya] [lengkap|singkatnya|] [{tag}|][:|.]
""",
    "ms": """
[Semoga|Moga] [perkongsian|artikel|info] [ini|di atas] [bermanfaat|membantu|berguna][.|!| untuk anda sekeluarga.]
[Semoga|Moga] [bermanfaat|dipermudahkan|berjaya] [dan|serta] [selamat sampai|jumpa lagi|kekal sihat]
[Selamat|] [mencuba|menjawab|berpuasa|maju jaya][!|.]
[Berikut|Di bawah] [adalah|ialah] [senarai|jadual|langkah|maklumat] [lengkap|] [{tag}|]:
[Rujuk|Jumpa] [doktor|pakar|klinik] [jika|kalau|sekiranya] [belum lega|tidak pasti|demam].
[Jangan|Elakkan] [biarkan|tinggalkan] [bayi|kereta|pintu|kipas|barang] [sendirian|terlalu lama|terbuka|di tempat panas]
[Bagaimana|Macam mana] pula dengan anda?
[Sila|] [rujuk|semak] laman web [rasmi|] [berkaitan|masing-masing] untuk maklumat lanjut.
""",
}
_POSTS = {
    "id": """
"[Ya ampun|Astaga|Keren|Lucu|Gemes] [banget|sih|deh|pol] [{tag}|ini]😭," [canda|tulis|kata|celetuk|ujar] akun @{nick}***.
[Min|Bang|Gais], [tolong|infonya|kapan] {tag} [dong|ya] [🙏|😂|🔥|] [#{hash}|] pic.twitter.com/{code}
[Akun|Pengguna] [Facebook|X|TikTok|Instagram] ["{name}"|@{nick}] [pada|tanggal] {date} [menyebarkan|mengunggah] [foto|video|tangkapan layar] [dengan teks|dengan keterangan|bertuliskan]:
"[DAFTAR|LINK|INFO|PENDAFTARAN] [ONLINE|RESMI|BANTUAN|LOWONGAN] {caps} [GRATIS|TAHUN {year}] [SILAKAN KLIK DAFTAR|BURUAN SEBELUM DITUTUP|KUOTA TERBATAS]"
"[Selamat|Segera], [Anda|nomor Anda] [mendapat|memenangkan] [hadiah|bantuan|saldo] Rp {n} juta. [Klik|Buka] {link} [sebelum|hari ini|untuk klaim]"
— {name} (@{nick}) {date}
[Introducing|Thank you|So excited for] {tag}! [Learn more|More soon] 👀 https://t.co/{code} pic.twitter.com/{code}
#{hash} #{hash} [✨|🔥|⚽|] https://t.co/{code}
"[Mohon|Tolong] [viralkan|sebarkan|bagikan]! {claim}"
[Sumber|Tautan]: [Facebook|TikTok|X] {link} [(tangkapan layar)|]
[Faktanya|Hasil cek fakta|Kesimpulan][:|, {claim}.|]
"{claim}," [tulis|cuit|balas] [warganet|netizen|@{nick}] [lainnya|].
[Bersama|Menurut] [akun|pemilik akun] @{nick}, {claim}
""",
}
_POSTS["ms"] = _POSTS["id"]
_FACTS = {
    "id": """
[Laman|Situs|Link pendaftaran|Info|Tautan|Website]: {link}
{link}
[Call center|WhatsApp|Telepon|Kontak|Hotline]: {phone}
[Harga|Tiket|Biaya]: Rp {n}.000[ (sebelum diskon Rp {n}.000)|/orang|]
(Harga [normal|semula|eceran] Rp {n}.000)
[Kualifikasi|Syarat|Persyaratan|Ketentuan] [umum|khusus|]:
[Genre|Durasi|Sutradara|Pemain|Rating|Platform|Rilis|Ukuran]: {tag}
[Lokasi|Tempat|Titik kumpul]: [Jalan|Gedung|Lapangan] {made} [{place}|]
Pendaftaran [dibuka|ditutup] {date}
[Kuota|Formasi|Posisi]: {n} [orang|kursi|unit]
""",
    "ms": """
[Laman web|Laman Web|Pautan|Portal|Semakan]: {link}
{link}
[Telefon|No. Tel|Talian|WhatsApp]: {phone}
[Harga|Yuran|Bayaran]: RM{n}
[Tarikh|Masa|Tempat|Syarat|Kelayakan] [tutup|permohonan|]: [{date}|{place}|]
{d} [Disember|Mac|Jun|Julai] : [belum pasti|cuti umum|{tag}]
Genre: {tag}
[Diploma|Sijil|Ijazah Sarjana Muda] [Perniagaan|Teknologi Maklumat|Kejuruteraan|Pendidikan] [{tag}|]
[Lebuhraya|Jambatan|Hospital|Kolej] {made} ({short})
""",
}


def language(site: Site) -> str:
    """Say which of the two languages the text is in."""
    return "ms" if site.lang == "ms" else "id"


def _say(site: Site, rows: dict[str, str]) -> str:
    found = [line for line in rows[language(site)].split("\n") if line]
    return joined(spin(site.rng.choice(found), site.rng, _fillers(site)))


def steps(site: Site) -> list[str]:
    """List the steps of a guide that has readers install, click and follow."""
    rng = site.rng
    sign = rng.choice(("{}. ", "{}. ", "{}) ", "- ", "• ", "", "Langkah {}: "))
    end = rng.choice(("", "", ".", ";"))
    return [sign.format(number) + _say(site, _STEPS) + end for number in range(1, rng.randrange(3, 9))]


def farewell(site: Site) -> list[str]:
    """Take leave of the reader, or lead over to what follows: the author's own words."""
    return [_say(site, _FAREWELLS)]


def posts(site: Site) -> list[str]:
    """Quote what people posted, or a hoax that the text takes apart."""
    return [_say(site, _POSTS) for _ in range(site.rng.choice((1, 1, 2, 3, 5)))]


def details(site: Site) -> list[str]:
    """Give addresses, prices and numbers that the text is about."""
    return [_say(site, _FACTS) for _ in range(site.rng.choice((1, 1, 2, 3, 4)))]


def made_name(site: Site) -> str:
    """Name a place, a thing or a person, made up or of the text."""
    return site.rng.choice((word(site.rng, 2).capitalize(), site.tag(), site.rng.choice(site.locale.places)))


def _fillers(site: Site) -> dict[str, Callable[[], str]]:
    rng = site.rng
    app = site.once(
        "decoy app", lambda: f"{word(rng, 2).capitalize()}{rng.choice(('', 'ku', 'Pay', ' Mobile', 'App', ' Online'))}"
    )
    host = app.lower().replace(" ", "")
    ends = ("go.id", "gov.my", "com", "ac.id", "org", "edu.my", "co.id", "id")
    return {
        **site.fillers,
        "app": lambda: app,
        "link": lambda: rng.choice(
            (
                "https://{}.{}",
                "http://www.{}.{}/",
                "{}.{}",
                "https://www.{}.{}/daftar",
                "bit.ly/{}",
                "https://{}.{}/permohonan",
            )
        ).format(host, rng.choice(ends)),
        "menu": lambda: rng.choice(
            [
                "Daftar",
                "Login",
                "Cek Status",
                "Kirim",
                "Lanjutkan",
                "Selanjutnya",
                "Profil",
                "Bayar",
                "Simpan",
                "Beranda",
                "Unduh",
                "Permohonan",
                "Semak",
                "Hantar",
                "Layanan",
            ]
        ),
        "nick": lambda: f"{word(rng, 2)}{rng.choice(('', '_', str(rng.randrange(99))))}",
        "phone": lambda: phone(site),
        "hash": lambda: "".join(site.tag().split()),
        "code": lambda: "".join(rng.choices("abcdefghjkmnpqrstuvwxyzABCDEFGHJK0123456789", k=10)),
        "caps": lambda: site.tag().upper(),
        "claim": lambda: clause(rng.choice(site.paragraphs), 130),
        "made": lambda: made_name(site),
        "short": lambda: "".join(rng.choices("ABDEKLMNPRSTU", k=rng.choice((3, 4)))),
        "d": lambda: str(rng.randrange(1, 31)),
    }
