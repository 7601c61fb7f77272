# ruff: noqa: E501 (a pattern is read as one line)
"""The words that furniture inside lines is made of, as pieces of patterns: agencies, domains, pointers, calls.

Names of news agencies are data; sites are recognised by shape only. What `suspects.py` looks up by its first or last
bytes is a tuple of words, from which both the pattern and the keys are made.
"""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of these words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _split(words: str) -> tuple[str, ...]:
    return tuple(words.replace("\n", "").split("|"))


AGENCIES = (
    "AP|AFP|AAP|APA|AA|ADN|ADNKronos|Adnkronos|AFP-Relaxnews|AKI|ANI|ANP|ANSA|ANTARA|Antara|ATS|BBC|Belga|BelTA|Bernama|BERNAMA|"
    "Bloomberg|BNS|BTA|CNA|CNN|CTK|ČTK|DHA|DPA|dpa|dpa-AFX|dpa/AFX|EFE|EP|Europa Press|FENA|HINA|IANS|İHA|IHA|Interfax|IPS|"
    "IRNA|ISNA|ITAR-TASS|JTA|KCNA|KUNA|Kyodo|Kyodo News|LUSA|Lusa|MTI|MENA|NAN|NHK|NTB|Notimex|NZPA|PA|PAP|PNA|PTI|RIA|"
    "RIA Novosti|Reuters|REUTERS|rtr|Ritzau|SANA|SDA|sda|sid|SID|SITA|SPA|STA|STT|TASS|Tanjug|TT|UNI|UPI|VNA|TTXVN|VOA|WAM|"
    "Xinhua|XINHUA|Yonhap|Anadolu|MarketWatch|PRNewswire|Business Wire|BUSINESS WIRE|GLOBE NEWSWIRE|AFX|RTTNews|Agencies|AGENCIES"
)
TLD = (
    "(?i:com|net|org|info|biz|news|tv|fm|online|site|id|my|sg|ph|in|pk|uk|us|au|nz|ca|za|ke|ng|de|at|ch|fr|be|nl|es|mx|cl|pe|"
    "br|pt|it|ro|pl|cz|sk|hu|bg|rs|hr|si|gr|tr|ru|ua|by|kz|se|no|dk|fi|ee|lv|lt|is|cn|tw|hk|jp|kr|vn|th|la|eu|media|today|co)"
)
DOMAIN = rf"(?:[Ww]{{3}}\.)?[\p{{L}}\d][\p{{L}}\d-]{{1,30}}(?:\s?\.\s?{TLD}(?![\p{{Ll}}\d])){{1,2}}"
DASH = r"[-–—―−]"
WORD = r"\p{Lu}[\p{L}'’]{1,18}\.?"
TOWN = rf"{WORD}(?:[ -]{WORD}){{0,3}}"
DAY = r"(?:,? ?(?:\p{L}{3,9}\.? \d{1,2}|\d{1,2}\.? \p{L}{3,9}\.?|\d{1,2}/\d{1,2})(?:,? \d{4})?)"
AGENCY = rf"(?:{AGENCIES}|\p{{Lu}}{{4,12}}|{DOMAIN})"
GAP = "[ \t\u00a0\ufffd]*"
ENDED = r"(?<=[.!?…\"”’'»)\]。！？；])"

STAMP = r"\p{L}{3,9}, ?\d{1,2} \p{L}{3,9}\.?\s{1,2}\d{4},?\s{1,2}\d{1,2}[:.]\d{2}"

POINTERS = _split(
    # Indonesian and Malay, then Germanic, Romance, Slavic and Finno-Ugric, other languages; lower case
    """baca juga|lihat juga|simak juga|tonton juga|cek juga|saksikan juga|ikuti juga|baca pula|lihat pula|simak pula|baca lagi|baca selengkapnya|baca selanjutnya|baca seterusnya
|baca berita terkait|baca artikel terkait|baca artikel|baca berita|baca juga artikel|baca juga berita|lihat juga video|simak juga video|berita terkait|artikel terkait|berita berkaitan|artikel berkaitan
|berita lainnya|artikel lainnya|pilihan editor|selengkapnya baca di sini
|read also|read more|read next|read this|see also|see more|watch also|watch more|listen also|check also|also read|also see|also watch|must read|must watch|related|related story|related stories|related article|related articles
|related news|you may also like|recommended for you|more on this|more on this story|don't miss|don’t miss|click here to read more
|lesen sie auch|lesen sie hier|lesen sie dazu|lesen sie mehr|lesen sie dazu auch|lesen sie hier mehr|lesen sie hier auch|lies auch|auch interessant|mehr zum thema|mehr dazu hier|mehr dazu lesen sie hier|zum thema|siehe auch|weiterlesen
|lees ook|lees verder|lees meer|bekijk ook|meer lezen|zie ook|lees hier meer|läs också|läs mer|läs även|se även|se också|les også|les mer|se også|læs også|læs mere|læs mere her|les mer her|lue myös|lue lisää|katso myös
|lire aussi|à lire aussi|a lire aussi|lire également|à lire également|voir aussi|à voir aussi|voir également|à voir également|lea también|lea además|lea más|lee también|leer más|leer también|vea también|ver también|mira también|mirá también
|le puede interesar|te puede interesar|te recomendamos|no deje de leer|leia também|leia mais|veja também|veja mais|saiba mais|leggi anche|vedi anche|guarda anche|potrebbe interessarti|citește și|vezi și|citiți și
|читайте также|читайте ещё|читайте еще|смотрите также|по теме|подробнее читайте здесь|см. также|читайте також|дивіться також|czytaj też|czytaj także|czytaj więcej|czytaj również|zobacz też|zobacz także|zobacz również|przeczytaj też
|przeczytaj także|przeczytaj również|čtěte také|přečtěte si také|prečítajte si aj|olvassa el|olvasta már|pročitajte i|pročitajte još|прочитајте и|прочетете още|вижте също|διαβάστε επίσης|διαβάστε ακόμα
|ayrıca bkz|ilgili haber|bunu da oku|bunlar da ilginizi çekebilir|xem thêm|đọc thêm|basahin din|basahin rin|soma pia|tazama pia
|اقرأ أيضا|اقرأ أيضاً|إقرأ أيضا|شاهد أيضا|بیشتر بخوانید|یہ بھی پڑھیں|यह भी पढ़ें|ये भी पढ़ें|इसे भी पढ़ें|আরও পড়ুন|আরো পড়ুন|இதையும் படிங்க|ఇది కూడా చదవండి|อ่านเพิ่มเติม|อ่านต่อ
|相关阅读|延伸阅读|相關閱讀|延伸閱讀|推荐阅读|推薦閱讀|此前报道|関連記事|あわせて読みたい|관련기사|관련 기사|함께 읽기"""
)
SHOUTED = ("READ", "BACA", "TONTON", "WATCH", "RELATED", "MORE", "LIHAT", "SIMAK", "İLGİLİ HABER")
"""What opens a pointer only in capitals; the Turkish ones have small letters that no folding finds."""
BRACKETED = ("Baca", "Simak", "Lihat")
"""What opens a pointer behind a bracket, whatever words follow."""
POINTER = rf"(?:(?i:{any_of(POINTERS)})|{any_of(SHOUTED)}|(?<=[(\[])(?:{any_of(BRACKETED)})(?: \p{{L}}+){{1,4}})"
READ_ONS = _split(
    """read more|read on|read full article|read full story|read the full article|read the full story|read the full post|read the rest of the article|read the rest of the story|read the rest of the post|read in browser
|continue reading|keep reading|learn more|see more|more information|selengkapnya|baca selengkapnya|baca lebih lanjut|baca lagi|seterusnya|sigue leyendo|seguir leyendo|leer más|leer mas|leia mais|continue lendo
|saiba mais|lire la suite|en savoir plus|lire plus|weiterlesen|mehr lesen|mehr erfahren|lees meer|lees verder|läs mer|les mer|læs mere|lue lisää|lue koko juttu|leggi tutto|continua a leggere|czytaj więcej
|czytaj dalej|číst dále|читать далее|читать полностью|читать дальше|подробнее|читати далі|devamını oku|devamı|xem thêm|citește mai mult|tovább olvasom|阅读全文|查看更多|閱讀全文|続きを読む|더보기|read less"""
)
READ_ON = rf"(?i:{any_of(READ_ONS)})"
EDITS = _split(
    """edit|edit source|sunting|sunting sumber|ubah|ubah sumber|modifier le code|modifier le wikicode|modifier|bearbeiten|quelltext bearbeiten|editar código|editar|redigera wikitext|redigera|rediger kildetekst|rediger
|muokkaa wikitekstiä|muokkaa|modifica wikitesto|modifica|bewerken|brontekst bewerken|edytuj kod|edytuj|editovat zdroj|editovat|szerkesztés|править код|править|ред. код|ред код|редагувати код|редагувати|değiştir
|kaynağı değiştir|编辑|編輯|編集|ソースを編集|편집|원본 편집|sửa mã nguồn|sửa|update|citation needed|butuh rujukan|klarifikasi diperlukan"""
)
EDIT = rf"(?i:{any_of(EDITS)})"
PAPER = r"(?:News|Daily|Times|Star|Post|Sun|Herald|Harian|Metro|Tribune|Gazette|Online|Today|Agensi|Agencies)(?: \p{Lu}\p{L}{2,10})?"
CALLS = _split(
    """Ikuti|IKUTI|Simak|Temukan|Dapatkan|Gabung|Bergabunglah|Mari bergabung|Jangan lupa|Yuk, ikuti|Yuk, follow|Yuk, gabung|Yuk, subscribe|Yuk ikuti|Yuk follow|Yuk gabung|Yuk subscribe|Jom follow|Jom ikuti|Unduh
|Muat turun|Langganan|Langgan|Layari|Pantau|Bagikan|Kongsikan|Sila like|Follow|Subscribe|Sign up|Join|Download|Like our|Get more|Stay tuned|Support|Click here|Get the latest|For more news|For more stories
|Folgen Sie|Folgt|Abonnieren|Jetzt den|Laden Sie|Unterstützen Sie|Suivez|Abonnez|Rejoignez|Téléchargez|Retrouvez|Síguenos|Suscríbete|Únete|Descarga|Sigue a|Siga|Assine|Curta|Clique aqui|Seguici|Iscriviti
|Unisciti|Scarica|Volg|Schrijf je|Följ|Prenumerera|Ladda ner|Tilaa|Seuraa|Følg|Meld deg|Last ned|Tilmeld|Hent|Obserwuj|Zapisz się|Dołącz|Подписывайтесь|Читайте нас|Присоединяйтесь|Скачайте|Следите за
|Підписуйтесь|Mời bạn|Theo dõi"""
)
CALL = rf"(?:{any_of(CALLS)})"
CHANNEL = (
    r"(?:(?i:google news|google actualités|google noticias|whats ?app|telegram|facebook|twitter|instagram|you ?tube|tik ?tok|threads|fan ?page|newsletters?|nieuwsbrief|nyhetsbrev|uutiskirje\w*|newsletter\w*|"
    r"hanya di|channel|kanal|saluran|our app|aplikasi|Дзен\w*|соцсет\w+|канал\w*|" + DOMAIN + r"))"
)
PICTURE = (
    r"(?i:foto(?:s|graf(?:ía|ia|ie|i)?|ğraf)?|photo(?:s|graph|graphie)?|picture|image|imagen|imagem|immagine|bild(?:er)?|kuvat?|kép|fotó|"
    r"fot\.|zdj(?:\.|ęcie)|gambar|ảnh|hình|фото(?:графия)?|снимка|світлина|φωτο(?:γραφία)?|صورة|الصورة|تصوير|عکس|تصویر|फोटो|छायाचित्र|ছবি|படம்|ภาพ|写真|照片|图片|图源|圖片|사진)"
)
"""What a picture is called in front of the name of who took it."""
PICTURES = r"(?i:unsplash|pexels|pixabay|freepik|i?stock(?:photo)?|shutterstock|flickr|wikimedia(?: commons)?|canva|instagram|getty ?images)(?:\.com)?"
"""Where pictures come from: sites that are named with an address and a name."""
TAKERS = _split(
    """Fotos|Fotoğraf|Fotografía|Fotografia|Foto|FOTO|Photo|PHOTO|Bild|Kuva|Kép|Zdjęcie|Fot.|Ảnh|ẢNH|Hình ảnh|Фото|ФОТО|Снимка|Φωτογραφία|Φωτο|صورة|تصوير|عکس|फोटो|ছবি|ภาพ|사진"""
)
"""What a picture is called in front of the name of who took it, at the end of a line."""
PLAYERS = _split("gambas|embed|embedded content|video|image|gallery|caption|foto|youtube|audio|tweet|instagram|gambar")
"""What a placeholder in square brackets stands for."""
WATCHES = ("Tonton", "Simak", "Lihat", "Saksikan", "Watch", "See")
"""What sends the reader to a film."""
ADS = _split(
    """Advertisement|ADVERTISEMENT|Anzeige|Publicité|Publicidad|Publicidade|Pubblicità|Reklam|Reklama|Реклама|Iklan|Mainos|Annons|Quảng cáo|广告|廣告|광고"""
)
"""What is said between dashes or in brackets where an advertisement stood."""
BREAKS = ("SCROLL", "Scroll", "ADVERTORIAL", "La suite", "Juttu", "Artikeln")
"""How what announces an advertisement between two paragraphs begins."""
CONTINUED = ("story", "article", "text")
"""What is said to continue below an advertisement."""
NEXT_PAGES = ("next page", "halaman berikut", "halaman berikutnya", "halaman selanjutnya", "laman berikutnya")
"""What ends a line that sends the reader to the next page, in its usual forms."""
