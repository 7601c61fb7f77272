"""Hold the phrase books and the made-up names, dates and numbers that fill their placeholders.

A phrase has a label, and a role that its placeholders and length give away: a pointer to a headline, the heading of
a block, a byline, an end mark. Roles need no knowledge of the language, so every language gets them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from cleaner.errors import AnnotationError
from cleaner.taxonomy import FURNITURE

_words = str.split
PLACEHOLDERS = _words("headline site name date time place n tag section url year agency brand")
SPAN_LABELS = ("span-credit-prefix", "span-credit-suffix", "span-related-inline", "span-promotion-inline")
PHRASE_LABELS = frozenset((*map(str, FURNITURE), "content-short", *SPAN_LABELS))

_SLOT = re.compile(r"\{([a-z]+)\}")
_SECTION = re.compile(r"[^\W\d_]+(?: (?:& )?[^\W\d_]+)?")
_LETTER = re.compile(r"[^\W\d_]")
_AD = re.compile(
    r"advert|adverti|iklan|scroll|sponsor|annon[sc]e|anzeige|werbung|publicit|publicid|anuncio|pubblicit|mainos|"
    r"reklam|реклам|إعلان|広告|广告|廣告|광고|quảng cáo|โฆษณา|विज्ञापन|διαφήμι|פרסומת|تبلیغ",
    re.I,
)
_SHARE = re.compile(
    r"facebook|twitter|whatsapp|telegram|pinterest|linkedin|tweet|share|bagi|kongsi|teilen|partag|compart|condivid|"
    r"dela|jaa|del på|udostęp|sdíle|paylaş|подели|شارك|シェア|分享|공유|chia sẻ|แชร์|शेयर|κοινο|שתף",
    re.I,
)

_MORE = re.compile(
    r"\b(?:read|view|see|show|more|full|continue|learn)\b|selengkap|lanjut|baca lebih|seterusnya|weiter|"
    r"lire|suite|leer|leia|ver m|leggi|lees|läs|lue |les mer|læs|więcej|czytaj|více|devam|tovább|citește|"
    r"подроб|читать|детал|المزيد|ادامه|続き|全文|详|詳|更多|더보기|xem thêm|อ่าน|पढ़|περισσότ|קרא",
    re.I,
)

Template = tuple[str, ...]
"""Literal text and placeholder names in turn: `("Read also: ", "headline", "")`."""


def role_of(label: str, text: str) -> str:
    """Say what part a phrase plays in a page, from its placeholders, length and signs.

    >>> role_of("related", "Read also: {headline}"), role_of("related", "* {headline}"), role_of("related", "Seen now")
    ('pointer', 'item', 'heading')
    """
    slots = set(_SLOT.findall(text))
    bare = _SLOT.sub("", text)
    match label:
        case "related":
            if "headline" in slots:
                return "pointer" if _LETTER.search(bare) else "item"
            return "more" if len(bare) <= 32 and _MORE.search(bare) else "heading" if len(bare) <= 40 else ""
        case "metadata":
            if "tag" in slots or "#" in bare:
                return "tags"
            if slots & {"date", "time", "year"} or re.search(r"\d{4}|\d[.:/]\d\d", bare):
                return "date"
            return "count" if "n" in slots or re.search(r"\d", bare) else "fact"
        case "credit":
            if bare[:1] in "([*（【—-/" or (len(bare.strip()) <= 5 and not slots):
                return "mark"
            return "byline" if "name" in slots else "source"
        case "caption":
            return "credited" if slots & {"name", "headline", "agency", "place", "site"} else "placeholder"
        case "promotion":
            if _AD.search(bare):
                return "ad"
            return "share" if len(bare) <= 40 and _SHARE.search(bare) else "call"
        case "navigation":
            if slots & {"section", "headline"} or re.search(r"[>»›/|→]", bare):
                return "crumb"
            return "pages" if re.search(r"\d", bare) or "n" in slots else "menu" if len(bare) <= 24 else "button"
        case "comment":
            return "count" if "n" in slots or re.search(r"\d", bare) else "entry" if "name" in slots else "form"
        case "footer":
            if "year" in slots or "©" in bare:
                return "copyright"
            return "legal" if len(bare) > 60 else "links"
        case "content-short":
            heading = 8 <= len(text) <= 60 and text[0].isalpha() and not text[0].islower() and text[-1] not in ".,;:!"
            return "heading" if heading and not re.search(r"\d", text) else "fact"
        case "span-credit-suffix":
            return "mark" if bare.strip()[:1] in "([*（【/—" or "site" not in slots else "title"
    return ""


class PhraseBook:
    """Hold the phrases of all languages by kind (news or pages), label and role.

    >>> book = PhraseBook({("en", "news"): [("related", "Read also: {headline}")]})
    >>> book.phrases("en", "news", "related", "pointer")
    [('Read also: ', 'headline', '')]
    """

    def __init__(self, rows: Mapping[tuple[str, str], Sequence[tuple[str, str]]]) -> None:
        self._phrases: dict[tuple[str, str], dict[tuple[str, str], list[Template]]] = {}
        for key in sorted(rows):
            by_role: dict[tuple[str, str], list[Template]] = defaultdict(list)
            for label, text in rows[key]:
                template = tuple(_SLOT.split(text))
                by_role[label, ""].append(template)
                role = role_of(label, text)
                if role:
                    by_role[label, role].append(template)
            self._phrases[key] = dict(by_role)
        self.languages = tuple(sorted({lang for lang, _ in rows}))
        self.sections = {lang: self._section_names(lang) for lang in self.languages}

    @classmethod
    def load(cls, folder: str | Path) -> PhraseBook:
        """Read `<lang>.tsv` and `<lang>.pages.tsv` of a folder; raise AnnotationError naming file, line and remedy."""
        rows: dict[tuple[str, str], list[tuple[str, str]]] = {}
        for path in sorted(Path(folder).glob("*.tsv")):
            lang, _, kind = path.name.removesuffix(".tsv").partition(".")
            rows[lang, kind or "news"] = _read_phrases(path)
        if not rows:
            raise AnnotationError(
                f"{folder}: no phrase books (*.tsv) in it: give the folder that holds id.tsv, en.tsv ..."
            )
        return cls(rows)

    def phrases(self, lang: str, kind: str, label: str, role: str = "") -> list[Template]:
        """List templates, falling back from role to label and from pages to news."""
        for kind_ in (kind, "news"):
            found = self._phrases.get((lang, kind_), {})
            for role_ in (role, ""):
                if found.get((label, role_)):
                    return found[label, role_]
        return []

    def _section_names(self, lang: str) -> list[str]:
        names = [template[0] for template in self.phrases(lang, "news", "navigation", "menu") if len(template) == 1]
        return [name for name in names if len(name) <= 18 and _SECTION.fullmatch(name)][:40]


def _read_phrases(path: Path) -> list[tuple[str, str]]:
    rows: list[tuple[str, str]] = []
    try:
        content = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise AnnotationError(f"{path}: cannot be read as UTF-8 text ({error}): mend the file") from None
    for number, line in enumerate(content.split("\n"), 1):
        if not line.strip() or line.startswith("# "):
            continue
        label, tab, text = line.partition("\t")
        if not tab or not text.strip():
            raise AnnotationError(f"{path}:{number}: no phrase after the label: write label<TAB>text")
        if label not in PHRASE_LABELS:
            raise AnnotationError(
                f"{path}:{number}: unknown label {label!r}: use one of {', '.join(sorted(PHRASE_LABELS))}"
            )
        for slot in _SLOT.findall(text):
            if slot not in PLACEHOLDERS:
                raise AnnotationError(
                    f"{path}:{number}: unknown placeholder {{{slot}}}: use one of {', '.join(PLACEHOLDERS)}"
                )
        rows.append((label, text))
    return rows


def fill(template: Template, fillers: Mapping[str, Callable[[], str]]) -> str:
    """Put made-up values in the placeholders of a template."""
    if len(template) == 1:
        return template[0]
    return "".join(fillers[part]() if index % 2 else part for index, part in enumerate(template))


# Month names; a language without a row writes its dates in figures.
_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    "ms": "Januari Februari Mac April Mei Jun Julai Ogos September Oktober November Disember",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "ca": "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "no": "januar februar mars april mai juni juli august september oktober november desember",
    "fi": "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta "
    "marraskuuta joulukuuta",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "cs": "ledna února března dubna května června července srpna září října listopadu prosince",
    "hu": "január február március április május június július augusztus szeptember október november december",
    "ro": "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "hr": "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca",
    "tr": "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
    "az": "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "bg": "януари февруари март април май юни юли август септември октомври ноември декември",
    "sr": "јануар фебруар март април мај јун јул август септембар октобар новембар децембар",
    "el": "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου "
    "Δεκεμβρίου",
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "fa": "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند",
    "he": "בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר",
    "hi": "जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
    "bn": "জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর",
    "ur": "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
    "ta": "ஜனவரி பிப்ரவரி மார்ச் ஏப்ரல் மே ஜூன் ஜூலை ஆகஸ்ட் செப்டம்பர் அக்டோபர் நவம்பர் டிசம்பர்",
    "th": "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม",
    "sw": "Januari Februari Machi Aprili Mei Juni Julai Agosti Septemba Oktoba Novemba Desemba",
    "tl": "Enero Pebrero Marso Abril Mayo Hunyo Hulyo Agosto Setyembre Oktubre Nobyembre Disyembre",
}
_WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "id": "Senin Selasa Rabu Kamis Jumat Sabtu Minggu",
    "ms": "Isnin Selasa Rabu Khamis Jumaat Sabtu Ahad",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "vi": "Thứ hai|Thứ ba|Thứ tư|Thứ năm|Thứ sáu|Thứ bảy|Chủ nhật",
    "tr": "Pazartesi Salı Çarşamba Perşembe Cuma Cumartesi Pazar",
    "ar": "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
}
_DATE_FORMS = {
    "en": "{B} {d}, {Y}|{b} {d}, {Y}|{d} {B} {Y}|{d} {b} {Y}|{B} {d}, {Y}|{m}/{D}/{Y}|{Y}-{m}-{D}|{w}, {B} {d}, {Y}",
    "id": "{d} {B} {Y}|{w}, {d} {B} {Y}|{w}, {D} {b} {Y}|{B} {d}, {Y}|{D}/{m}/{Y}|{d} {b} {Y}|{w} ({D}/{m}/{Y})",
    "de": "{d}. {B} {Y}|{D}.{m}.{Y}|{w}, {d}. {B} {Y}|{D}.{m}.{y}",
    "es": "{d} de {B} de {Y}|{w}, {d} de {B} de {Y}|{D}/{m}/{Y}|{d} {b} {Y}",
    "vi": "{D}/{m}/{Y}|{w}, ngày {D}/{m}/{Y}|{d} tháng {M}, {Y}",
    "zh": "{Y}年{M}月{d}日|{Y}-{m}-{D}|{Y}年{m}月{D}日|{Y}/{M}/{d}|{m}-{D}",
    "ko": "{Y}년 {M}월 {d}일|{Y}.{m}.{D}|{Y}-{m}-{D}",
    "hu": "{Y}. {B} {d}.|{Y}.{m}.{D}.",
    "": "{d} {B} {Y}|{d} {b} {Y}|{D}.{m}.{Y}|{D}/{m}/{Y}|{Y}-{m}-{D}",
}
_LIKE = {
    "ms": "id",
    "jv": "id",
    "su": "id",
    "sw": "id",
    "pt": "es",
    "ca": "es",
    "ja": "zh",
    "zh-hant": "zh",
    "tl": "en",
}
_LIKE |= dict.fromkeys(("da", "no", "fi", "cs", "hr", "sr", "et"), "de")

# Given names | family names | places | what newspapers are called. Chosen freely; no person is meant.
_PEOPLE = {
    "id": "Budi Siti Agus Dewi Rina Andi Joko Putri Rizky Fajar Ayu Hendra Wahyu Nurul Yusuf Maya Dian Eko Ratna Bayu|"
    "Santoso Wijaya Pratama Lestari Hidayat Saputra Nugroho Siregar Kusuma Rahman Setiawan Wulandari Permana Hakim|"
    "Jakarta Bandung Surabaya Medan Semarang Makassar Yogyakarta Palembang Denpasar Pekanbaru Bogor Padang Malang|"
    "Kabar Warta Suara Harian Tribun Berita Pos Lensa Radar Media",
    "ms": "Ahmad Nurul Siti Mohd Aisyah Farah Amirul Hafiz Azlan Khairul|Abdullah Ismail Rahman Hassan Yusof Othman|"
    "Kuala_Lumpur Ipoh Melaka Kuching Kuantan Seremban|Berita Harian Suara Utusan Kosmo Sinar",
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
        self.months = _MONTHS.get(base, "").split()
        days = _WEEKDAYS.get(base, "")
        self.weekdays = days.split("|") if "|" in days else days.split()
        forms = (_DATE_FORMS.get(base) or _DATE_FORMS.get(_LIKE.get(base, ""), _DATE_FORMS[""])).split("|")
        self.date_forms = [
            form
            for form in forms
            if (self.months or ("{B}" not in form and "{b}" not in form)) and (self.weekdays or "{w}" not in form)
        ]
        self.agencies = (_AGENCIES.get(_PEOPLE_LIKE.get(base, base)) or _AGENCIES[""]).replace("_", " ").split(" ")
        self.lang = base

    def name(self, rng: Random) -> str:
        """Make up a person."""
        if self.closed:
            return rng.choice(self.family) + rng.choice(self.given)
        if rng.random() < 0.08:
            return rng.choice(self.given)
        return f"{rng.choice(self.given)} {rng.choice(self.family)}"

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


_CAPITALISED = re.compile(r"(?<=[a-z,;] )[A-ZÀ-ÞА-Я][\w'-]+(?: [A-ZÀ-ÞА-Я][\w'-]+){0,2}")
_WORD = re.compile(r"[^\s\d.,;:!?\"“”‘’()\[\]。、，！？।…«»/-]{4,}")
_CLAUSE = re.compile(r"[.!?。！？।؟:;,，、]")
_SENTENCE = re.compile(r"(?<=[.!?।؟])[\"”’')]*\s+|(?<=[。！？])")
_TLDS = ("com", "net", "org", "co", "news", "info")
_COUNTRY_TLDS = {
    "id": "id",
    "ms": "my",
    "de": "de",
    "fr": "fr",
    "sv": "se",
    "fi": "fi",
    "ru": "ru",
    "pl": "pl",
    "zh": "cn",
}


class Source(NamedTuple):
    """Hold what other documents of a language offer: clauses that serve as headlines, sentences, written headlines."""

    headlines: Sequence[str]
    sentences: Sequence[str]
    written: Sequence[str] = ()


class Site:
    """Draw the habits of one site, and make its phrases."""

    def __init__(
        self, book: PhraseBook, rng: Random, lang: str, furniture: str, forms: str, paragraphs: Sequence[str],
        headline: str, others: Source, spans: bool,
    ) -> None:  # fmt: skip
        self.book, self.rng, self.lang, self.furniture, self.forms = book, rng, lang, furniture, forms
        self.paragraphs, self.headline, self.others, self.spans = list(paragraphs), headline, others, spans
        self.locale = Locale(furniture)
        self.kind = "news"
        self._kept: dict[tuple[str, str, str], list[Template]] = {}
        self.date_form = rng.choice(self.locale.date_forms)
        self.stem = word(rng, 2).capitalize()
        paper = rng.choice(self.locale.papers)
        place = rng.choice(self.locale.places)
        spaced = f"{paper} {self.stem}", f"{self.stem} {paper}", f"{place} {paper}", self.stem + paper, self.stem
        name = rng.choice(spaced)
        tld = rng.choice(
            (_COUNTRY_TLDS.get(furniture, "com"), "com", "co.id" if furniture == "id" else rng.choice(_TLDS))
        )
        ascii_name = "".join(name.split()).lower()
        self.domain = f"{ascii_name if ascii_name.isascii() else self.stem.lower()}.{tld}"
        draw = rng.random()
        self.site = name if draw < 0.55 else self.domain if draw < 0.7 else self.domain.capitalize()
        if rng.random() < 0.15:
            self.site = self.site.upper()
        self.title_case = lang in ("id", "en", "ms") and rng.random() < 0.5
        self.shouted = rng.random() < 0.12
        self._keywords: list[str] | None = None
        choose = rng.choice
        self._fillers: dict[str, Callable[[], str]] = {
            "headline": self.other_headline,
            "site": lambda: self.site,
            "name": self.name,
            "date": self.date,
            "time": lambda: self.locale.clock(self.rng),
            "place": lambda: choose(self.locale.places),
            "n": lambda: self.locale.number(self.rng),
            "tag": self.tag,
            "section": self.section,
            "url": self.url,
            "year": lambda: str(self.rng.randrange(2005, 2027)),
            "agency": lambda: choose(self.locale.agencies),
            "brand": lambda: word(self.rng, 2).capitalize(),
        }
        self._spam_fillers = {**self._fillers, "brand": lambda: gambling_brand(self.rng)}
        names = book.sections.get(furniture, [])
        first = rng.randrange(max(1, len(names) - 16))
        self.sections = names[first : first + 16] or [self.stem]

    def chance(self, share: float) -> bool:
        """Say yes in this share of calls."""
        return self.rng.random() < share

    def name(self) -> str:
        """Make up a person."""
        return self.locale.name(self.rng)

    def date(self) -> str:
        """Make up a date in the site's form."""
        return self.locale.date(self.rng, self.date_form)

    def section(self) -> str:
        """Name a section of the site."""
        return self.rng.choice(self.sections)

    def url(self) -> str:
        """Make up an address on the site."""
        slug = "-".join(word(self.rng, 2) for _ in range(self.rng.randrange(1, 4)))
        return self.rng.choice(
            (f"https://www.{self.domain}/{slug}", self.domain, f"www.{self.domain}", f"https://{self.domain}/")
        )

    def keywords(self) -> list[str]:
        """List names and words of the body, as tags and captions use them."""
        if self._keywords is None:
            text = " ".join(self.paragraphs[:6])[:2500]
            found = list(dict.fromkeys(_CAPITALISED.findall(text)))[:14]
            words = [entry for entry in dict.fromkeys(_WORD.findall(text)) if len(entry) < 16]
            if self.locale.closed and not found:
                words = [entry[: self.rng.randrange(2, 5)] for entry in words]
            if len(words) > 4:
                found += self.rng.sample(words, min(5, len(words)))
            self._keywords = list(dict.fromkeys(found)) or [self.stem]
        return self._keywords

    def tag(self) -> str:
        """Take a tag from the body."""
        return self.rng.choice(self.keywords())

    def other_headline(self) -> str:
        """Take the headline of another document."""
        written = self.others.written if self.others.written and self.rng.random() < 0.8 else self.others.headlines
        found = self.rng.choice(written) if written else self.tag()
        if found == self.headline:
            found = self.tag()
        return _title_case(found) if self.title_case else found

    def sentence(self) -> str:
        """Take a sentence of another document."""
        return self.rng.choice(self.others.sentences) if self.others.sentences else self.tag()

    def templates(self, label: str, role: str = "", lang: str | None = None) -> list[Template]:
        """List the templates of a label and role in the furniture's language, or English where it has none."""
        kind = self.kind if self.kind == "news" or self.chance(0.7) else "news"
        found = self.book.phrases(lang or self.furniture, kind, label, role)
        return found or self.book.phrases("en", kind, label, role)

    def phrase(self, label: str, role: str = "", lang: str | None = None) -> str:
        """Make a phrase anew."""
        found = self.templates(label, role, lang)
        return fill(self.rng.choice(found), self._spam_fillers if label == "spam" else self._fillers) if found else ""

    def habit(self, label: str, role: str = "", choices: int = 1) -> str:
        """Make a phrase from the few templates that the site always uses."""
        key = (label, role, str(choices))
        if key not in self._kept:
            found = self.templates(label, role)
            self._kept[key] = [self.rng.choice(found) for _ in range(choices)] if found else [("",)]
        kept = self._kept[key]
        return fill(kept[0] if choices == 1 else self.rng.choice(kept), self._fillers)

    def run(self, label: str, count: int, role: str = "", lang: str | None = None) -> list[str]:
        """Make phrases that stand near each other in the book, as they do on pages."""
        found = self.templates(label, role, lang)
        if not found:
            return []
        start = self.rng.randrange(max(1, len(found) - 2 * count))
        window = range(start, min(len(found), start + 2 * count + 1))
        return [fill(found[index], self._fillers) for index in sorted(self.rng.sample(window, min(count, len(window))))]


def _title_case(text: str) -> str:
    return " ".join(part[:1].upper() + part[1:] if len(part) > 3 else part for part in text.split(" "))


def clause(text: str, limit: int = 90) -> str:
    """Take the first clause of a paragraph, as a headline or sub-heading.

    >>> clause("The mayor opened the new bridge on Monday, and a choir sang.")
    'The mayor opened the new bridge on Monday'
    """
    text = text.strip()[:limit]
    end = next((match.start() for match in _CLAUSE.finditer(text) if match.start() > 18), 0)
    if end:
        return text[:end].strip("\"'“”‘’ -–")
    words = text.split(" ")
    return (" ".join(words[: min(12, max(1, len(words) - 1))]) if len(words) > 3 else text[:36]).strip("\"'“”‘’ -–")


def sentences(text: str) -> list[str]:
    """Split a paragraph into sentences, roughly."""
    return [part for part in _SENTENCE.split(text) if part and part.strip()]
