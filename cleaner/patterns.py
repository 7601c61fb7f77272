# ruff: noqa: E501 (a pattern is read as one line)
"""The table of trims: what furniture inside a good line looks like, each row with an example and a near miss.

Patterns are bounded (no unlimited repetition next to another), so that a match costs time linear in the line. Names of
news agencies are data; sites are recognised by shape only. `tests/test_trims.py` walks the table.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

import regex

from cleaner.taxonomy import Label

Place: TypeAlias = Literal["head", "tail", "title", "bracket", "call", "marker", "list", "flat", "pointer"]

AGENCIES = (
    "AP|AFP|AAP|APA|AA|ADN|ADNKronos|Adnkronos|AFP-Relaxnews|AKI|ANI|ANP|ANSA|ANTARA|Antara|ATS|BBC|Belga|BelTA|Bernama|BERNAMA|"
    "Bloomberg|BNS|BTA|CNA|CNN|CTK|ČTK|DHA|DPA|dpa|dpa-AFX|dpa/AFX|EFE|EP|Europa Press|FENA|HINA|IANS|İHA|IHA|Interfax|IPS|"
    "IRNA|ISNA|ITAR-TASS|JTA|KCNA|KUNA|Kyodo|Kyodo News|LUSA|Lusa|MTI|MENA|NAN|NHK|NTB|Notimex|NZPA|PA|PAP|PNA|PTI|RIA|"
    "RIA Novosti|Reuters|REUTERS|rtr|Ritzau|SANA|SDA|sda|sid|SID|SITA|SPA|STA|STT|TASS|Tanjug|TT|UNI|UPI|VNA|TTXVN|VOA|WAM|"
    "Xinhua|XINHUA|Yonhap|Anadolu|MarketWatch|PRNewswire|Business Wire|BUSINESS WIRE|GLOBE NEWSWIRE|AFX|RTTNews|Agencies|AGENCIES"
)
_TLD = (
    "(?i:com|net|org|info|biz|news|tv|fm|online|site|id|my|sg|ph|in|pk|uk|us|au|nz|ca|za|ke|ng|de|at|ch|fr|be|nl|es|mx|cl|pe|"
    "br|pt|it|ro|pl|cz|sk|hu|bg|rs|hr|si|gr|tr|ru|ua|by|kz|se|no|dk|fi|ee|lv|lt|is|cn|tw|hk|jp|kr|vn|th|la|eu|media|today|co)"
)
_DOMAIN = rf"(?:[Ww]{{3}}\.)?[\p{{L}}\d][\p{{L}}\d-]{{1,30}}(?:\s?\.\s?{_TLD}(?![\p{{Ll}}\d])){{1,2}}"
_DASH = r"[-–—―−]"
_WORD = r"\p{Lu}[\p{L}'’]{1,18}\.?"
_TOWN = rf"{_WORD}(?:[ -]{_WORD}){{0,3}}"
_DAY = r"(?:,? ?(?:\p{L}{3,9}\.? \d{1,2}|\d{1,2}\.? \p{L}{3,9}\.?|\d{1,2}/\d{1,2})(?:,? \d{4})?)"
_AGENCY = rf"(?:{AGENCIES}|\p{{Lu}}{{4,12}}|{_DOMAIN})"
_GAP = "[ \t\u00a0\ufffd]*"
_ENDED = r"(?<=[.!?…\"”’'»)\]。！？；])"

_STAMP = r"\p{L}{3,9}, ?\d{1,2} \p{L}{3,9}\.?\s{1,2}\d{4},?\s{1,2}\d{1,2}[:.]\d{2}"

POINTERS: tuple[str, ...] = tuple(
    # Indonesian and Malay, then Germanic, Romance, Slavic and Finno-Ugric, other languages; lower case
    """baca juga|lihat juga|simak juga|tonton juga|cek juga|saksikan juga|ikuti juga|baca pula|lihat pula|simak pula|baca lagi|baca selengkapnya|baca selanjutnya|baca seterusnya
|baca berita terkait|baca artikel terkait|baca artikel|baca berita|baca juga artikel|baca juga berita|lihat juga video|simak juga video|berita terkait|artikel terkait|berita berkaitan|artikel berkaitan
|berita lainnya|artikel lainnya|pilihan editor|selengkapnya baca di sini
|read also|read more|read next|read this|see also|see more|watch also|watch more|listen also|check also|also read|also see|also watch|must read|must watch|related|related story|related stories|related article|related articles
|related news|you may also like|recommended for you|more on this|more on this story|don't miss|don’t miss|click here to read more|recommended
|lesen sie auch|lesen sie hier|lesen sie dazu|lesen sie mehr|lesen sie dazu auch|lesen sie hier mehr|lesen sie hier auch|lies auch|auch interessant|mehr zum thema|mehr dazu hier|mehr dazu lesen sie hier|zum thema|siehe auch|weiterlesen
|lees ook|lees verder|lees meer|bekijk ook|meer lezen|zie ook|lees hier meer|läs också|läs mer|läs även|se även|se också|les også|les mer|se også|læs også|læs mere|læs mere her|les mer her|lue myös|lue lisää|katso myös
|lire aussi|à lire aussi|a lire aussi|lire également|à lire également|voir aussi|à voir aussi|voir également|à voir également|lea también|lea además|lea más|lee también|leer más|leer también|vea también|ver también|mira también|mirá también
|le puede interesar|te puede interesar|te recomendamos|no deje de leer|leia também|leia mais|veja também|veja mais|saiba mais|leggi anche|vedi anche|guarda anche|potrebbe interessarti|citește și|vezi și|citiți și
|читайте также|читайте ещё|читайте еще|смотрите также|по теме|подробнее читайте здесь|см. также|читайте також|дивіться також|czytaj też|czytaj także|czytaj więcej|czytaj również|zobacz też|zobacz także|zobacz również|przeczytaj też
|przeczytaj także|przeczytaj również|čtěte také|přečtěte si také|prečítajte si aj|olvassa el|olvasta már|pročitajte i|pročitajte još|прочитајте и|прочетете още|вижте също|διαβάστε επίσης|διαβάστε ακόμα
|ayrıca bkz|ilgili haber|bunu da oku|bunlar da ilginizi çekebilir|xem thêm|đọc thêm|basahin din|basahin rin|soma pia|tazama pia
|اقرأ أيضا|اقرأ أيضاً|إقرأ أيضا|شاهد أيضا|بیشتر بخوانید|یہ بھی پڑھیں|यह भी पढ़ें|ये भी पढ़ें|इसे भी पढ़ें|আরও পড়ুন|আরো পড়ুন|இதையும் படிங்க|ఇది కూడా చదవండి|อ่านเพิ่มเติม|อ่านต่อ
|相关阅读|延伸阅读|相關閱讀|延伸閱讀|推荐阅读|推薦閱讀|此前报道|関連記事|あわせて読みたい|관련기사|관련 기사|함께 읽기""".replace(
        "\n", ""
    ).split("|")
)
SHOUTED = ("READ", "BACA", "TONTON", "WATCH", "RELATED", "MORE", "LIHAT", "SIMAK")
"""Words that open a pointer only in capitals."""
_PHRASES = "|".join(regex.escape(phrase) for phrase in sorted(POINTERS, key=lambda p: (-len(p), p)))
_POINTER = rf"(?:(?i:{_PHRASES})|{'|'.join(SHOUTED)}|(?<=[(\[])(?:Baca|Simak|Lihat)(?: \p{{L}}+){{1,4}})"
_READ_ON = (
    r"(?i:read (?:more|on|full (?:article|story)|the (?:full|rest of the) (?:article|story|post)|in browser)|continue reading|keep reading|learn more|see more|"
    r"more information|selengkapnya|baca selengkapnya|baca lebih lanjut|baca lagi|seterusnya|sigue leyendo|seguir leyendo|leer más|leer mas|leia mais|continue lendo|saiba mais|"
    r"lire la suite|en savoir plus|lire plus|weiterlesen|mehr lesen|mehr erfahren|lees (?:meer|verder)|läs mer|les mer|læs mere|lue lisää|lue koko juttu|leggi tutto|continua a leggere|"
    r"czytaj (?:więcej|dalej)|číst dále|читать (?:далее|полностью|дальше)|подробнее|читати далі|devamını oku|devamı|xem thêm|citește mai mult|tovább olvasom|阅读全文|查看更多|閱讀全文|続きを読む|더보기|read less)"
)
_EDIT = (
    r"(?i:edit|edit source|sunting|sunting sumber|ubah|ubah sumber|modifier(?: le (?:code|wikicode))?|bearbeiten|quelltext bearbeiten|editar(?: código)?|redigera(?: wikitext)?|rediger(?: kildetekst)?|"
    r"muokkaa(?: wikitekstiä)?|modifica(?: wikitesto)?|bewerken|brontekst bewerken|edytuj(?: kod)?|editovat(?: zdroj)?|szerkesztés|править(?: код)?|ред\.? код|редагувати(?: код)?|değiştir|kaynağı değiştir|"
    r"编辑|編輯|編集|ソースを編集|편집|원본 편집|sửa(?: mã nguồn)?|update|citation needed|butuh rujukan|klarifikasi diperlukan)"
)
_PAPER = r"(?:News|Daily|Times|Star|Post|Sun|Herald|Harian|Metro|Tribune|Gazette|Online|Today|Agensi|Agencies)(?: \p{Lu}\p{L}{2,10})?"
_CALL = (
    r"(?:Ikuti|IKUTI|Simak|Temukan|Dapatkan|Gabung|Bergabunglah|Mari bergabung|Jangan lupa|Yuk,? (?:ikuti|follow|gabung|subscribe)|Jom (?:follow|ikuti)|Unduh|Muat turun|Langgan(?:an)?|Layari|Pantau|Bagikan|Kongsikan|Sila like|"
    r"Follow|Subscribe|Sign up|Join|Download|Like our|Get more|Stay tuned|Support|Click here|Get the latest|For more (?:news|stories)|"
    r"Folgen Sie|Folgt|Abonnieren|Jetzt den|Laden Sie|Unterstützen Sie|Suivez|Abonnez|Rejoignez|Téléchargez|Retrouvez|Síguenos|Suscríbete|Únete|Descarga|Sigue a|Siga|Assine|Curta|Clique aqui|"
    r"Seguici|Iscriviti|Unisciti|Scarica|Volg|Schrijf je|Följ|Prenumerera|Ladda ner|Tilaa|Seuraa|Følg|Meld deg|Last ned|Tilmeld|Hent|Obserwuj|Zapisz się|Dołącz|"
    r"Подписывайтесь|Читайте нас|Присоединяйтесь|Скачайте|Следите за|Підписуйтесь|Mời bạn|Theo dõi)"
)
_CHANNEL = (
    r"(?:(?i:google news|google actualités|google noticias|whats ?app|telegram|facebook|twitter|instagram|you ?tube|tik ?tok|threads|fan ?page|newsletters?|nieuwsbrief|nyhetsbrev|uutiskirje\w*|newsletter\w*|"
    r"hanya di|channel|kanal|saluran|our app|aplikasi|Дзен\w*|соцсет\w+|канал\w*|" + _DOMAIN + r"))"
)


@dataclass(frozen=True, slots=True)
class Trim:
    """Describe one kind of furniture inside a line: where it stands, its pattern, and what it must not match.

    `head` patterns are matched at the start of a line, `tail` patterns backwards from its end, `title` patterns from the
    end of the first line of a document. The others stand anywhere: `bracket` in brackets, `call` after a
    sentence, `flat` in the first characters of an article in one line. A `pointer` pattern finds where a pointer to
    another page opens; the end of the headline it points at is looked for by `trims.headline_end`. `last` names the
    characters that a `tail` can end with, where they are few.
    """

    name: str
    label: Label
    place: Place
    pattern: str
    score: float
    example: str
    removed: str
    near_miss: str
    last: str = ""


TORN_DASH = rf"{_DASH}{{1,2}}\s+(?=[\"“‘(]?\p{{Lu}})"
TORN_PREFIX = rf"(?:{_TOWN}\s?[,/]?\s?)?{_DOMAIN}(?:\s?[,/]\s?{_TOWN})?\s?,?"
TABLE: tuple[Trim, ...] = (
    Trim(
        "prefix-domain",
        Label.CREDIT,
        "head",
        rf"{_DOMAIN}\s?(?:[,/|]\s?{_TOWN}(?:\s?\([\p{{L}}/ ]{{2,15}}\))?)?{_GAP}(?:{_DASH}{{1,2}}|\|){_GAP}(?=\S.{{20}})",
        0.97,
        "HARBOURPOST.COM - The mayor of Westhaven opened the new bridge.",
        "HARBOURPOST.COM - ",
        "Westhaven - The mayor of Westhaven opened the new bridge.",
    ),
    Trim(
        "prefix-domain-glued",
        Label.CREDIT,
        "head",
        rf"{_DOMAIN}, ?\p{{Lu}}\p{{Ll}}{{2,15}}(?: \p{{Lu}}\p{{Ll}}{{2,15}}){{0,2}}(?=[\"“\p{{Lu}}].{{20}})",
        0.95,
        "Harbourpost9.com, WesthavenThe mayor of Westhaven opened the new bridge.",
        "Harbourpost9.com, Westhaven",
        "Harbourpost9.com, Westhaven and two banks have bought the old bridge.",
    ),
    Trim(
        "prefix-place-domain",
        Label.CREDIT,
        "head",
        rf"{_TOWN}\s?(?:[,/|]|{_DASH})?\s?{_DOMAIN}{_GAP}(?:{_DASH}{{1,2}}|[|:]){_GAP}(?=\S.{{20}})",
        0.97,
        "WESTHAVEN, HARBOURPOST.com— The mayor of Westhaven opened the new bridge.",
        "WESTHAVEN, HARBOURPOST.com— ",
        "Westhaven, Harbour County — The mayor of Westhaven opened the new bridge.",
    ),
    Trim(
        "prefix-place-agency",
        Label.CREDIT,
        "head",
        rf"{_TOWN}(?:, ?{_TOWN})?{_DAY}?\s?[(（/]\s?{_AGENCY}(?:/{_AGENCY})?\s?[)）/]{_GAP}(?:{_DASH}{{1,2}}|[:.]){_GAP}(?=\S.{{20}})",
        0.96,
        "WESTHAVEN, March 3 (Reuters) - The mayor of Westhaven opened the new bridge.",
        "WESTHAVEN, March 3 (Reuters) - ",
        "Westhaven (UK) - The mayor of Westhaven opened the new bridge.",
    ),
    Trim(
        "prefix-agency",
        Label.CREDIT,
        "head",
        rf"(?:[(（]\s?(?:{AGENCIES})(?:/(?:{AGENCIES}))?\s?[)）]\.?{_GAP}{_DASH}{{1,2}}|(?:{AGENCIES}){_GAP}[–—]){_GAP}(?:{_TOWN},? \d{{1,2}} \p{{Lu}}{{3,4}} ?{_DASH} ?)?(?=\S.{{20}})",
        0.95,
        "(ANSA) - WESTHAVEN, 12 MAR - The mayor of Westhaven opened the new bridge.",
        "(ANSA) - WESTHAVEN, 12 MAR - ",
        "(BMW) - The mayor of Westhaven opened the new bridge.",
    ),
    Trim(
        "prefix-reporter",
        Label.CREDIT,
        "head",
        r"(?:本[报報网網]|[\p{Han}]{2,5}[社网網报報])[\p{Han}\d]{0,14}[讯訊电電]\s?(?:[（(][^（）()]{0,40}(?:记者|記者)[^（）()]{0,40}[）)])?\s*(?=\S.{8})"
        r"|【[^【】\n]{0,12}(?:記者|记者|共同|時事|報導|报道)[^【】\n]{0,16}】\s*(?=\S.{8})",
        0.95,
        "本报讯（记者 王小明）西港大桥昨日正式通车，市长出席了仪式。",
        "本报讯（记者 王小明）",
        "本报告说明了西港大桥的建设情况，市长出席了仪式。",
    ),
    Trim(
        "end-mark",
        Label.CREDIT,
        "tail",
        rf"(?:{_ENDED}|(?<=[\p{{L}}\d])|^)\s*(?:\(\s?\*{{1,5}}\s?\)|\[\s?\*{{1,3}}\s?\])\s*$|{_ENDED}\s*(?:\*{{2,5}}|■|◼|###|-30-|—30—|\(end\)|\(끝\)|（完）|（了）|انتهى)\s*$",
        0.95,
        "The bridge in Westhaven was opened on Monday.(***)",
        "(***)",
        "The mayor called the critics a bunch of b***",
        last=")]*■◼#-—）】ى",
    ),
    Trim(
        "end-initials",
        Label.CREDIT,
        "tail",
        rf"{_ENDED}\s*\(\s?(?!(?i:his/her|he/she|him/her|and/or|dan/atau|pdf|sic|eds?|red\.|ibid|see|video|foto|lol|etc|wip|tba|tbd|www)\b)(?:\p{{Ll}}{{2,5}}(?:\s?[/|,-]\s?\p{{Ll}}{{2,5}}){{0,3}}|\p{{L}}{{2,12}}\s?/\s?\p{{L}}{{2,12}}|(?:{AGENCIES}))\s?\)\s*$"
        r"|(?<=[\p{L}\d%)])\s\(\s?(?!and/|his/|her/)\p{Ll}{3}\s?/\s?\p{Ll}{3}\s?\)\s*$",
        0.93,
        "“The bridge will stay open,” said the mayor. (hbr/wst)",
        " (hbr/wst)",
        "The bridge will stay open at night (see map)",
        last=")",
    ),
    Trim(
        "end-agency",
        Label.CREDIT,
        "tail",
        rf"{_ENDED}\s*(?:{_DASH}|/|\|)\s?(?:{AGENCIES}|{_DOMAIN}|(?:\p{{Lu}}[\p{{L}}]{{1,12}} ){{0,2}}{_PAPER}|(?<=\.\s?[–—] )\p{{Lu}}{{2,3}})/?\s*$",
        0.92,
        "The bridge in Westhaven was opened on Monday. – Bernama",
        " – Bernama",
        "“A bridge is a promise made of stone.” – William Marl",
    ),
    Trim(
        "end-reporter",
        Label.CREDIT,
        "tail",
        r"[（(【][^（）()【】]{0,8}(?:记者|記者|编辑|編輯|责编|責任編輯|责任编辑)[:：]?\s?[^（）()【】]{1,20}[)）】]\s*$",
        0.93,
        "西港大桥昨日正式通车，市长出席了仪式。(记者 王小明)",
        "(记者 王小明)",
        "西港大桥昨日正式通车，市长出席了仪式（见图）",
        last=")）】",
    ),
    Trim(
        "end-hashtags",
        Label.METADATA,
        "tail",
        r"(?<=[^\s#])(?:\s+#[\p{L}\p{M}\p{N}_]{2,60}){2,}\s*$",
        0.93,
        "The bridge was opened on Monday. #Westhaven #Bridge",
        " #Westhaven #Bridge",
        "The campaign uses the hash tag #Westhaven",
    ),
    Trim(
        "credited-caption",
        Label.CAPTION,
        "tail",
        r"^(?:[^.!?]|[.!?](?!\s+\p{Lu})){15,400}[^\s!?\"”]\s?\("
        r"(?:(?i:foto|photo|dok|credit|image|gambar|sumber foto)\b\s?[:.]?[^()]{0,120}"
        r"|(?i:antara|ap|afp|reuters|epa|getty|xinhua|shutterstock)\b[^()/]{0,25}/[^()]{2,60})\)\s*$",
        0.95,
        "A ferry leaves the old harbour of Westhaven on Monday (AFP/Ines Marl)",
        "A ferry leaves the old harbour of Westhaven on Monday (AFP/Ines Marl)",
        "The agency that sold the picture (AFP) did not answer on Monday",
        last=")",
    ),
    Trim(
        "end-photo-credit",
        Label.CAPTION,
        "tail",
        rf"{_ENDED}\s*[(\[]\s?(?i:foto|photo|fotos|photos|gambar|image|picture|bild|crédit photo|crédits photo|photo credit|picture credit|dok|kuva|zdjęcie|фото)\s?[:/.]\s?[^()\[\]]{{2,70}}[)\]]\s*$",
        0.93,
        "The mayor opened the bridge on Monday. It is the third. (Photo: I. Marl/Harbour Press)",
        " (Photo: I. Marl/Harbour Press)",
        "The mayor opened the bridge on Monday (photo on page 3).",
        last=")]",
    ),
    Trim(
        "end-read-on",
        Label.RELATED,
        "tail",
        rf"(?:{_ENDED}\s*|(?<=\S)\s+(?=[\p{{Lu}}….]))(?:…|\.\.\.|»|>|→)?\s?{_READ_ON}(?:\s?(?:…|\.{{1,3}}|»|>>?|→))?\s*$"
        rf"|(?:(?<=…|\.\.\.)|{_ENDED})\s*(?i:read more (?:at|about|on) )[\p{{L}} ]{{2,50}}\.?\s*$",
        0.9,
        "The mayor of Westhaven opened the new … Read more",
        " … Read more",
        "The mayor wants the children of Westhaven to read more",
    ),
    Trim(
        "end-initials-tags",
        Label.CREDIT,
        "tail",
        rf"{_ENDED}\s*\(\s?\p{{Ll}}{{3}}\s?/\s?\p{{Ll}}{{3}}\s?\)(?: [\p{{Ll}}\d-]+){{1,9}}\s*$",
        0.93,
        "“The bridge will stay open,” said the mayor. (hbr/wst) bridge westhaven",
        " (hbr/wst) bridge westhaven",
        "The bridge will stay open at night. (see map) and the harbour too.",
    ),
    Trim(
        "end-staff",
        Label.CREDIT,
        "tail",
        rf"{_ENDED}\s*\(\s?(?i:(?:additional )?reporting|report|reported|edited|editing|written|answered|translated|compiled|story|words)(?: and \p{{L}}+ing)? by [^()]{{3,120}}\)\s*$",
        0.95,
        "The bridge was opened on Monday. (Reporting by I. Marl; Editing by B. Quay)",
        " (Reporting by I. Marl; Editing by B. Quay)",
        "The bridge was opened on Monday (reported damage was slight).",
        last=")",
    ),
    Trim(
        "end-next-page",
        Label.RELATED,
        "tail",
        rf"{_ENDED}\s*(?:(?:Simak|Baca|Selengkapnya|Lanjut(?:kan)?|Bersambung)[^.!?]{{0,80}}\b(?:halaman (?:berikut\p{{L}}*|selanjutnya)|laman berikut\p{{L}}*)|(?:Continued|Read more|More) on (?:the )?next page)[.…]*\s*$",
        0.92,
        "The bridge was opened on Monday. Continued on next page...",
        " Continued on next page...",
        "The map on the next page shows the bridge.",
    ),
    Trim(
        "end-watch",
        Label.RELATED,
        "call",
        rf"{_ENDED}\s*(?:(?:Tonton|Simak|Lihat|Saksikan)(?: juga)?|(?:Watch|See)(?: also)?) (?:[Vv]ideo|VIDEO)[^.:\n]{{4,110}}:(?=\s*(?:\[|$))",
        0.93,
        "The bridge was opened on Monday. Watch also video 'The first car on the bridge':",
        " Watch also video 'The first car on the bridge':",
        "The bridge was opened on Monday. Watch the first car on the bridge here.",
    ),
    Trim(
        "pointer-list",
        Label.RELATED,
        "list",
        r"(?:(?<=[.!?…\"”’'»)\]:\p{Ll}])|^)\s*(?:Yuk,? (?i:baca|simak|cek|lihat)(?: juga)?(?: (?:artikel|berita) lainnya)?|(?i:baca|simak|lihat|cek|read) (?i:(?:artikel|berita|kabar|yang|other|more)"
        r"(?: (?!lain|stories)\p{L}+)? (?:lain(?:nya)?|stories)(?: juga, yuk!?)?)):?(?=\s?[\p{Lu}\d‘'])(?<=[:!] ?|(?<=\p{Ll})(?=\p{Lu}|\d))(?:[^.\n]|\.(?=\S)){8,900}$",
        0.93,
        "The bridge was opened on Monday.Baca artikel menarik lainnya:Lima Jembatan Terindah10 Kota Pelabuhan Tua",
        "Baca artikel menarik lainnya:Lima Jembatan Terindah10 Kota Pelabuhan Tua",
        "Baca artikel lainnya tentang jembatan itu sebelum menulis.",
    ),
    Trim(
        "flat-byline",
        Label.CREDIT,
        "flat",
        rf"(?<=^.{{15,220}} ){_WORD}(?: {_WORD}){{1,3}} - [\p{{L}}]{{4,24}} (?={_STAMP})",
        0.9,
        "Mayor opens new bridge Ines Marl - harbourNews Monday, 03 Mar 2031 10:15 WIB Westhaven - The mayor spoke.",
        "Ines Marl - harbourNews ",
        "Mayor opens new bridge Ines Marl - harbourNews in March 2031",
    ),
    Trim(
        "flat-stamp",
        Label.METADATA,
        "flat",
        rf"(?<=^.{{10,260}} ){_STAMP}\s+(?:(?:WIB|WITA|WIT|GMT|UTC|EST|CET)\s)?(?=\S)",
        0.92,
        "Mayor opens new bridge Ines Marl - harbourNews Monday, 03 Mar 2031 10:15 WIB Westhaven - The mayor spoke.",
        "Monday, 03 Mar 2031 10:15 WIB ",
        "The mayor opened the new bridge on Monday, 03 Mar 2031 and spoke.",
    ),
    Trim(
        "flat-photo",
        Label.CAPTION,
        "flat",
        rf"(?<={_STAMP}\s+(?:WIB|WITA|WIT|GMT|UTC|EST|CET) )[^.]{{0,140}}?\(?(?:Foto|Photo|Gambar|Dok)\s?: ?[^()\n]{{2,60}}?\)? (?={_TOWN} [-–—] )",
        0.9,
        "Mayor opens bridge Ines Marl - harbourNews Monday, 03 Mar 2031 10:15 WIB The bridge Photo: harbour/marl Westhaven - The mayor spoke.",
        "The bridge Photo: harbour/marl ",
        "Mayor opens bridge Monday, 03 Mar 2031 10:15 WIB The bridge Westhaven - The mayor spoke.",
    ),
    Trim(
        "suffix-domain",
        Label.CREDIT,
        "title",
        rf"(?<=.{{13}})\s*(?:{_DASH}|[|:•»/·])\s?{_DOMAIN}\s*$",
        0.96,
        "Mayor opens new bridge in Westhaven - Harbourpost.com",
        " - Harbourpost.com",
        "Mayor opens new bridge in Westhaven - and closes the old one",
    ),
    Trim(
        "suffix-news",
        Label.CREDIT,
        "title",
        rf"(?<=.{{13}})\s*(?:{_DASH}|[|:•»·])\s?(?:(?:\p{{Lu}}|\d)[\p{{L}}\d'’&.-]{{0,18}} ){{0,3}}(?:News|Newspaper|Online|Times|Tribune|Herald|Gazette|Chronicle|Courier|Daily|Magazine|Blog|Wiki\p{{L}}*|Wikip[eé]dia|Википедия|"
        r"Вікіпедія|Wiki-\p{Lu}\p{L}+|Forum|Forums|Nachrichten|Zeitung|Noticias|Notícias|Notizie|Actualités|Nyheter|Uutiset|Haberleri)\s*$",
        0.92,
        "Mayor opens new bridge in Westhaven: Harbour News",
        ": Harbour News",
        "Mayor opens new bridge in Westhaven: Good news for the harbour",
    ),
    Trim(
        "suffix-bar",
        Label.CREDIT,
        "title",
        r"(?<=[^|｜]{16})\s?[|｜]\s?\p{Lu}[^|｜]{1,38}(?:[|｜][^|｜]{2,30})?(?<![.!?:;,])\s*$",
        0.9,
        "Mayor opens new bridge in Westhaven | The Harbour Post",
        " | The Harbour Post",
        "Name | Age | Town | Bridge",
    ),
    Trim(
        "suffix-underscore",
        Label.CREDIT,
        "title",
        r"(?<=\p{Han}[^_｜]{0,12})(?<=.{8})(?:[_｜]\s?[\p{Han}A-Za-z\d.]{2,14}){1,3}$|(?<=\p{Han}.{7})[-－—][\p{Han}]{0,6}(?:网|網|报|報|社|频道|新闻|新聞|汽车|财经|百科|论坛)\s*$",
        0.93,
        "西港大桥昨日正式通车 市长出席仪式_新闻频道_西港网",
        "_新闻频道_西港网",
        "西港大桥昨日正式通车 市长出席仪式",
    ),
    Trim(
        "player-placeholder",
        Label.CAPTION,
        "bracket",
        r"[ \t\u00a0]*\[\s?(?i:gambas|embed|embedded content|video|image|gallery|caption|foto|youtube|audio|tweet|instagram|gambar)\s?(?::[^\[\]\n]{0,60})?\]",
        0.95,
        "The mayor opened the bridge. [Gambas:Video 20seconds] It was built in two years.",
        " [Gambas:Video 20seconds]",
        "The mayor [of Westhaven] opened the bridge. [3]",
    ),
    Trim(
        "edit-mark",
        Label.NAVIGATION,
        "bracket",
        rf"\s?\[\s?{_EDIT}(?:\s?\|\s?{_EDIT})?\s?\]",
        0.95,
        "History[edit | edit source]",
        "[edit | edit source]",
        "He read the second draft [edited for length] before Monday.",
    ),
    Trim(
        "ad-marker",
        Label.PROMOTION,
        "marker",
        r"(?=[SATLJsta(\[–—-])(?:(?:SCROLL|Scroll) (?:TO|to) (?:CONTINUE|continue) (?:WITH|with|READING|reading)(?: (?:CONTENT|content))?|ADVERTISEMENT(?: - SCROLL TO CONTINUE)?|ADVERTORIAL|"
        r"[-–—] ?(?:Advertisement|ADVERTISEMENT|Anzeige|Iklan|Publicité|Publicidad|Reklama|Mainos|Annons) ?[-–—]|"
        r"[(\[](?:Advertisement|ADVERTISEMENT|Anzeige|Publicité|Publicidad|Publicidade|Pubblicità|Reklam|Reklama|Реклама|Iklan|Quảng cáo|广告|廣告|광고)[)\]]|"
        r"(?i:(?:story|article|text) continues (?:below|after)(?: (?:the )?advertisements?)?)\.?(?! ?\p{Ll})|La suite après la publicité|Juttu jatkuu mainoksen jälkeen\.?|Artikeln fortsätter (?:under|efter) annonsen\.?|"
        r"\(adsbygoogle ?= ?window\.adsbygoogle ?\|\| ?\[\]\)\.push\(\{\}\);?)",
        0.95,
        "The mayor opened the bridge. SCROLL TO CONTINUE WITH CONTENT It was built in two years.",
        " SCROLL TO CONTINUE WITH CONTENT",
        "The advertisement for the bridge asked readers to scroll on.",
    ),
    Trim(
        "closing-call",
        Label.PROMOTION,
        "call",
        rf"{_ENDED}\s*{_CALL}\b[^.!?\n]{{0,110}}{_CHANNEL}(?:[^.!?\n]|\.(?=\p{{Ll}})){{0,90}}(?:[.!](?: (?:Karena,? )?[Kk]alau bukan [^.!?\n]{{2,60}}\?)?|\?|$)(?=\s*$|\p{{Lu}}\p{{Ll}}+,? \p{{Ll}})",
        0.9,
        "The bridge was opened on Monday. Follow the Harbour Post on Google News.",
        " Follow the Harbour Post on Google News.",
        "The bridge was opened on Monday. Follow the signs to the harbour.",
    ),
    Trim(
        "pointer",
        Label.RELATED,
        "pointer",
        rf"(?:{_ENDED}|(?<=\p{{Ll}}|\d)(?=\p{{Lu}})|(?<=\s)(?=[\p{{Lu}}>»→+(\[])|^)[ \t\u00a0]*(?P<open>[(\[（【])?(?:>{{1,3}}|»|→|\+{{3}})?\s?(?:Yuk,? )?{_POINTER}\s?(?:[:：|»›>–]|-(?= ))+\s?",
        0.94,
        "The bridge was opened on Monday. (Read also: Five bridges that changed the coast) It was built in two years.",
        " (Read also: Five bridges that changed the coast)",
        "The mayor told them to read also the small print: it matters.",
    ),
)
