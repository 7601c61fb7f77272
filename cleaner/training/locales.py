"""Make up names, places, dates and numbers as a language writes them: none is anybody's."""

from __future__ import annotations

from random import Random

from cleaner.training.calendars import calendar_of

_words = str.split
# Given names | family names | places | what newspapers are called. Chosen freely; no person is meant.
_PEOPLE = {
    "id": "Budi Siti Agus Dewi Rina Andi Joko Putri Rizky Fajar Ayu Hendra Wahyu Nurul Yusuf Maya Dian Eko Ratna Bayu "
    "Adhi Aditya Ahmad Aisyah Akbar Aldi Alfian Amelia Anggi Anisa Ardi Arief Arif Asep Astri Aulia Bagas Bagus "
    "Benny Bima Cahyo Cici Citra Dadang Danang Darma Dedi Deni Desi Didik Dimas Dina Dodi Edi Elvira Endang Erna Erwin "
    "Fadli Faisal Fandi Farida Febri Ferry Fitri Galih Gilang Gita Guntur Gusti Hamzah Hani Haris Heri Ika Ilham Imam "
    "Indah Indra Intan Irfan Irma Irwan Iwan Jihan Kadek Ketut Komang Kurnia Laila Lina Lukman Lusi Luthfi Made Melati "
    "Mega Mira Muhammad Mulyadi Nadia Nanda Nia Novi Oki Panji Prima Puji Raden Rahma Rani Reza Ridwan Rini Robi Rudi "
    "Salma Sandi Sari Satria Sinta Slamet Sri Suci Surya Syaiful Tania Taufik Teguh Tika Tini Tono Tri Ujang Umar Vina "
    "Wati Wayan Widya Wisnu Yanti Yoga Yudi Yuni Zaenal Zahra Zulfikar|"
    "Santoso Wijaya Pratama Lestari Hidayat Saputra Nugroho Siregar Kusuma Rahman Setiawan Wulandari Permana Hakim "
    "Adriansyah Amalia Anggraini Anwar Ardiansyah Arifin Aritonang Asmara Astuti Azhari Batubara Budiman Cahyani "
    "Darmawan Daulay Fauzi Firmansyah Fitriani Gunawan Handayani Harahap Hasanah Hasibuan Haryanto Hermawan Hutapea "
    "Indrawan Irawan Iskandar Ismail Jayanti Kartika Kurniawan Laksana Lubis Maharani Mahendra Manurung Marpaung "
    "Maulana Mulyana Nababan Nasution Novitasari Nurhayati Nurjanah Oktaviani Pamungkas Panjaitan Pangestu Prabowo "
    "Pradana Prasetyo Purnama Purwanto Puspitasari Putra Rachman Rahayu Rahmawati Ramadhan Ramadhani Rosadi Rusdi "
    "Safitri Salsabila Sanjaya Saragih Sembiring Sihombing Simanjuntak Sinaga Siswanto Sitorus Subekti Sudarsono "
    "Sugiarto Suharto Sulistyo Sumarno Sunarya Suparman Supriyadi Suryani Susanti Sutrisno Syahputra Syamsuddin "
    "Tambunan Tanjung Utami Wibisono Wibowo Wicaksono Widodo Wirawan Yulianti Yusran Zulkarnain|"
    "Jakarta Bandung Surabaya Medan Semarang Makassar Yogyakarta Palembang Denpasar Pekanbaru Bogor Padang Malang "
    "Bekasi Depok Tangerang Tangerang_Selatan Solo Surakarta Sleman Bantul Cirebon Sukabumi Karawang Purwakarta "
    "Tasikmalaya Garut Cianjur Serang Cilegon Lebak Pandeglang Banyumas Cilacap Tegal Brebes Pekalongan Kudus Jepara "
    "Pati Blora Klaten Magelang Temanggung Wonosobo Kebumen Purworejo Madiun Ngawi Kediri Blitar Tulungagung Jember "
    "Banyuwangi Lumajang Probolinggo Pasuruan Sidoarjo Gresik Lamongan Tuban Bojonegoro Sumenep Pamekasan Bangkalan "
    "Banda_Aceh Lhokseumawe Binjai Deli_Serdang Pematangsiantar Batam Tanjungpinang Dumai Jambi Bengkulu Lampung "
    "Bandar_Lampung Pangkalpinang Bukittinggi Payakumbuh Pontianak Singkawang Banjarmasin Banjarbaru Samarinda "
    "Balikpapan Tarakan Palangka_Raya Manado Gorontalo Palu Kendari Mamuju Ambon Ternate Sorong Manokwari Jayapura "
    "Merauke Kupang Mataram Lombok_Timur Sumbawa Bima Labuan_Bajo Badung Gianyar Buleleng Jakarta_Selatan "
    "Jakarta_Timur Jakarta_Barat Kabupaten_Bandung Kota_Malang|"
    "Kabar Warta Suara Harian Tribun Berita Pos Lensa Radar Media Info Fokus Sinar Nusantara Bisnis Cakrawala Gema "
    "Jurnal Koran Liputan Mata Rakyat Portal Pikiran Sorot Terkini Metro Otomotif Bola Hits Kini Aktual Jendela",
    "ms": "Ahmad Nurul Siti Mohd Aisyah Farah Amirul Hafiz Azlan Khairul Abdul Adam Afiq Aina Alif Aliff Aminah Anis "
    "Ariff Asyraf Azizah Azman Badrul Danial Diana Faizal Fatimah Fauzi Hakim Halim Hanis Haziq Husna Idris Iman Irfan "
    "Izzati Jamilah Kamal Liyana Lim Mei Muhammad Nabila Nadia Najwa Nik Norhayati Nor Nur Rashid Razak Rohana Rosli "
    "Roslan Sabri Shahrul Shamsul Sharifah Suhaimi Suraya Syafiq Syed Tan Wan Wei Zainab Zakaria Zulkifli Kumar Devi "
    "Ganesh Priya Chong|"
    "Abdullah Ismail Rahman Hassan Yusof Othman Aziz Bakar Daud Ghani Hamid Hamzah Harun Hashim Husin Ibrahim Idris "
    "Jaafar Kadir Karim Latif Mahmud Mansor Mohamad Mokhtar Mustafa Nordin Omar Ramli Razali Saad Salleh Samad Shafie "
    "Sulaiman Talib Yahya Yaacob Zainal Zakaria Ling Wong Lee Raj Subramaniam|"
    "Kuala_Lumpur Ipoh Melaka Kuching Kuantan Seremban Johor_Bahru Kota_Bharu Alor_Setar Shah_Alam Putrajaya "
    "Kota_Kinabalu George_Town Kuala_Terengganu Klang Petaling_Jaya Kajang Muar Batu_Pahat Taiping Sungai_Petani "
    "Kangar Sandakan Tawau Miri Sibu Bintulu Temerloh Langkawi Kluang Rawang Cyberjaya Bangi|"
    "Berita Harian Suara Utusan Kosmo Sinar Info Semasa Portal Kini Warta Buletin Gema Nadi Media Dunia Cerita",
    "en": "James Mary Robert Linda Sarah David Emma Tom Grace Daniel Laura Peter Amy Chris Olivia Mark Helen Jack|"
    "Smith Brown Taylor Wilson Clark Evans Walker Hughes Carter Reid Morgan Foster Bennett Cole Hart Singh Lopez Kerr|"
    "London Chicago Leeds Sydney Toronto Boston Denver Dublin Nairobi Lagos Austin Perth|"
    "Post Times Herald Gazette Tribune Courier Journal Chronicle Observer Daily News",
    "de": "Anna Lukas Julia Jan Stefan Katrin Peter Lena Markus Petra|Müller Schmidt Weber Fischer Wagner Becker Koch|"
    "Berlin Hamburg Köln Leipzig Wien Zürich Bremen|Zeitung Anzeiger Kurier Tageblatt Nachrichten Bote",
    "fr": "Marie Julien Claire Luc Sophie Paul Camille Antoine|Martin Durand Bernard Petit Moreau Leroy Roux Fournier|"
    "Paris Lyon Nantes Lille Bruxelles Dakar Toulouse|Journal Courrier Dépêche Écho Tribune Voix",
    "es": "María José Carmen Luis Ana Javier Lucía Pablo João Giulia|García López Martínez Sánchez Pérez Silva Rossi|"
    "Madrid Bogotá Lima Sevilla Lisboa Roma Milano Quito|Diario Noticias Correo Mundo Voz Jornal Gazzetta",
    "sv": "Anna Erik Lars Karin Johan Maria Anders Ingrid Mikko Aino|Andersson Nilsson Berg Lund Hansen Virtanen|"
    "Stockholm Oslo Göteborg Helsinki Bergen Malmö Tampere|Tidning Nyheter Posten Bladet Sanomat Avis",
    "pl": "Jan Anna Piotr Ewa Marek Katarzyna Tomáš Jana Ivan Ana|Kowalski Nowak Novák Horvat Popescu Nagy Kovács|"
    "Warszawa Praha Kraków Brno Zagreb Budapest București|Gazeta Dziennik Noviny Kurier Hírlap Ziarul",
    "ru": "Анна Иван Сергей Ольга Мария Дмитрий Елена Павел|Иванов Петров Смирнов Кузнецов Шевченко Димитров|"
    "Москва Киев София Минск Казань Белград|Вести Новости Газета Время Голос Труд",
    "tr": "Ayşe Mehmet Fatma Ali Zeynep Emre Elif Murat|Yılmaz Kaya Demir Şahin Çelik Əliyev Məmmədov|"
    "İstanbul Ankara İzmir Bakı Bursa|Haber Gazete Günlük Postası",
    "ar": "محمد أحمد فاطمة علي سارة خالد مريم يوسف|الحسن العلي إبراهيم حسين سعيد منصور رضا|"
    "القاهرة بغداد الرياض بيروت طهران عمان|"
    "أخبار صحيفة اليوم الخبر صدى",
    "he": "דוד שרה יוסי רחל משה נועה|כהן לוי מזרחי פרץ ביטון|ירושלים חיפה באר_שבע אילת|חדשות היום ידיעות",
    "hi": "राम सीता अजय प्रिया सुनील पूजा|शर्मा वर्मा सिंह गुप्ता यादव|दिल्ली मुंबई पटना लखनऊ काठमांडू|समाचार खबर जागरण दैनिक",
    "bn": "রহিম করিম সুমন মিতা রিনা|আহমেদ হোসেন দাস রায়|ঢাকা কলকাতা চট্টগ্রাম সিলেট|খবর সংবাদ দৈনিক",
    "th": "สมชาย สุดา วิชัย มาลี|ใจดี ศรีสุข ทองดี|กรุงเทพ เชียงใหม่ ขอนแก่น|ข่าว เดลี่ ไทยนิวส์",
    "vi": "Minh Lan Hùng Hoa Nam Thảo|Nguyễn Trần Lê Phạm Vũ|Hà_Nội Huế Đà_Nẵng Cần_Thơ|Báo Tin Thời_báo",
    "zh": "伟 芳 建国 丽 明 静 磊 小红|王 李 张 刘 陈 林|北京 上海 广州 成都 台北|日报 晚报 新闻网 时报 在线",
    "ja": "太郎 花子 健一 美咲 翔 由美|佐藤 鈴木 高橋 田中 山本|東京 大阪 名古屋 札幌 福岡|新聞 ニュース 通信 日報",
    "ko": "민준 서연 지훈 수빈 영호|김 이 박 최 정|서울 부산 대구 광주|일보 뉴스 신문 저널",
    "el": "Γιώργος Μαρία Νίκος Ελένη|Παπαδόπουλος Γεωργίου Νικολάου|Αθήνα Θεσσαλονίκη Πάτρα|Νέα Βήμα Εφημερίδα",
    "sw": "Amina Juma Asha Baraka Neema Chidi Ngozi Thabo|Mwangi Otieno Hassan Mushi Okafor Dlamini|"
    "Nairobi Dodoma Mombasa Kano Durban|Habari Mwananchi Leo Taifa",
}
_PEOPLE_LIKE = {
    "jv": "id",
    "su": "id",
    "min": "id",
    "nl": "de",
    "it": "es",
    "pt": "es",
    "ca": "es",
    "ro": "pl",
    "gl": "es",
}
_PEOPLE_LIKE |= {
    "da": "sv",
    "no": "sv",
    "nn": "sv",
    "fi": "sv",
    "et": "sv",
    "cs": "pl",
    "hu": "pl",
    "hr": "pl",
    "lt": "pl",
}
_PEOPLE_LIKE |= {
    "uk": "ru",
    "bg": "ru",
    "sr": "ru",
    "kk": "ru",
    "az": "tr",
    "uz": "tr",
    "fa": "ar",
    "ur": "ar",
    "ps": "ar",
}
_PEOPLE_LIKE |= {"ckb": "ar", "ne": "hi", "mr": "hi", "zh-hant": "zh", "ha": "sw", "ig": "sw", "yo": "sw", "zu": "sw"}
# How names of more than two words open, where most bylines have them.
_TITLES = {
    "id": _words("Moch. Muh. M. St. H. Hj. Dr. I Ni Nur Siti Abdul"),
    "ms": _words("Dr. Datuk Tan Nur Siti Wan Nik"),
}
_LONG_NAMES = frozenset(_TITLES)
_CLOSED = frozenset({"zh", "ja", "ko"})
_AGENCIES = {
    "id": "ANTARA Antara AFP Reuters",
    "ms": "Bernama BERNAMA Reuters",
    "de": "dpa AFP",
    "fr": "AFP Belga",
    "es": "EFE Lusa ANSA",
    "sv": "TT NTB STT",
    "ru": "ТАСС РИА_Новости",
    "zh": "新华社 中新社 中央社",
    "ja": "共同 時事",
    "ko": "연합뉴스 뉴시스",
    "": "AP Reuters AFP Xinhua DPA",
}
_STARTS = _words("b b br c d d f g gr h j k k l m m n p p r r s s st t t tr v w z")
_VOWELS = _words("a e i o u a e i o u a i o ai ee oo")
_ENDS = ["", "", "", "n", "r", "l", "s", "t", "m", "x", "nd", "rt", "ck"]
_LUCK = _words("dewa raja mega super asia king sultan golden lucky royal dragon star naga bola vip pro gem koin")
_BETS = _words("togel slot bet toto 4d 88 99 77 138 303 365 poker win play casino bola qq gacor jp hoki spin")


def word(rng: Random, syllables: int) -> str:
    """Make up a word.

    >>> word(Random(1), 2).isalpha()
    True
    """
    return "".join(rng.choice(_STARTS) + rng.choice(_VOWELS) for _ in range(syllables)) + rng.choice(_ENDS)


def gambling_brand(rng: Random) -> str:
    """Make up the name of a gambling site, in one of the many ways they write themselves."""
    stem = rng.choice(_LUCK) if rng.random() < 0.12 else word(rng, rng.choice((1, 2, 2, 3)))
    tail = rng.choice(_BETS)
    if rng.random() < 0.2 and not tail.isdigit():
        tail += rng.choice(("88", "77", "99", "4d", "188", "303", "138", str(rng.randrange(10, 999))))
    gap = " " if rng.random() < 0.12 else "-" if rng.random() < 0.03 else ""
    draw = rng.random()
    if draw < 0.42:
        return (stem + gap + tail).upper()
    if draw < 0.62:
        return stem + gap + tail
    if draw < 0.92:
        return stem.capitalize() + gap + (tail.capitalize() if rng.random() < 0.5 else tail)
    return (
        " ".join((stem + tail).upper()) if draw < 0.94 else (stem + tail).upper() + rng.choice((".com", ".net", ".vip"))
    )


class Locale:
    """Make up names, places, dates and numbers as a language writes them."""

    def __init__(self, lang: str) -> None:
        base = lang.split("-")[0] if lang != "zh-hant" else lang
        people = _PEOPLE.get(base) or _PEOPLE.get(_PEOPLE_LIKE.get(base, ""), _PEOPLE["en"])
        parts = [[entry.replace("_", " ") for entry in part.split()] for part in people.split("|")]
        self.given, self.family, self.places, self.papers = parts
        self.closed = _PEOPLE_LIKE.get(base, base) in _CLOSED
        self.months, self.weekdays, self.date_forms = calendar_of(base)
        self.agencies = (_AGENCIES.get(_PEOPLE_LIKE.get(base, base)) or _AGENCIES[""]).replace("_", " ").split(" ")
        self.lang = base

    def name(self, rng: Random) -> str:
        """Make up a person."""
        if self.closed:
            return rng.choice(self.family) + rng.choice(self.given)
        draw = rng.random()
        if draw < 0.08:
            return rng.choice(self.given)
        name = f"{rng.choice(self.given)} {rng.choice(self.family)}"
        if self.lang not in _LONG_NAMES or draw < 0.6:
            return name
        if draw < 0.82:
            return f"{rng.choice(self.given)} {name}"
        if draw < 0.9:
            return f"{rng.choice(_TITLES[self.lang])} {name}"
        return f"{name} {rng.choice(self.family)}" if draw < 0.96 else f"{name[0]}. {rng.choice(self.family)}"

    def date(self, rng: Random, form: str) -> str:
        """Make up a date in one of `date_forms`."""
        day, month, year = rng.randrange(1, 29), rng.randrange(12), rng.randrange(2006, 2027)
        name = self.months[month] if self.months else ""
        return form.format(
            d=day, D=f"{day:02}", M=month + 1, m=f"{month + 1:02}", Y=year, y=f"{year % 100:02}", B=name, b=name[:3],
            w=rng.choice(self.weekdays) if self.weekdays else "",
        )  # fmt: skip

    def clock(self, rng: Random) -> str:
        """Make up a time of day."""
        hour, minute = rng.randrange(24), rng.randrange(60)
        if self.lang == "en" and rng.random() < 0.6:
            return f"{hour % 12 or 12}:{minute:02} {rng.choice(('am', 'pm', 'AM', 'PM', 'p.m.'))}"
        return f"{hour:02}{'.' if self.lang in ('id', 'fi', 'da') and rng.random() < 0.4 else ':'}{minute:02}"

    def number(self, rng: Random) -> str:
        """Make up a count."""
        draw = rng.random()
        if draw < 0.6:
            return str(rng.randrange(1, 60))
        if draw < 0.8:
            return str(rng.randrange(60, 2000))
        mark = "," if self.lang in ("en", "zh", "ja", "ko", "th", "ms") else "."
        return (
            f"{rng.randrange(1, 99)}{mark}{rng.randrange(1000):03}"
            if draw < 0.93
            else f"{rng.randrange(1, 99)}{mark}{rng.randrange(1, 9)}K"
        )
