# ruff: noqa: E501 (lists of phrases)
"""What injected spam says: phrases and lines by language. Written for this project.

`{b}` stands for a brand. The phrases are used to make training and test data, never to decide: what is spam is decided
by the trained weights, in context.
"""

from __future__ import annotations

PHRASES: dict[str, tuple[str, ...]] = {
    language: tuple(filter(None, (piece.strip() for piece in text.replace("\n", "|").split("|"))))
    for language, text in {
        "id": """slot gacor|situs slot gacor|slot online|judi slot|slot gacor hari ini|situs judi online terpercaya|daftar situs slot|link alternatif {b}|daftar {b}|{b} login|login {b}|rtp slot gacor|rtp live {b}|agen togel
agen togel terpercaya|bandar togel online|bandar slot gacor|slot deposit pulsa|slot deposit dana|slot gacor maxwin|situs slot terpercaya|bocoran slot gacor|slot deposit 10 ribu|slot bonus new member 100|link slot gacor
slot demo pragmatic|akun pro thailand|slot server thailand|judi bola online|agen sbobet|poker online terpercaya|togel hongkong|togel singapore|keluaran hk malam ini|prediksi togel jitu|bo slot terpercaya|situs {b}
link {b}|{b} slot|{b} link alternatif|{b} rtp slot|situs slot gacor terbaru|slot qris|toto macau|situs toto macau|toto slot|agen judi online|judi casino online|bonus new member|slot thailand gacor|slot gampang menang
daftar slot gacor|daftar judi online|main slot online|situs judi bola|slot pragmatic play|scatter hitam mahjong|mahjong ways gacor|pola gacor olympus|situs gacor malam ini|obat kuat pria|pinjaman online tanpa jaminan cair cepat""",
        "ms": """slot online malaysia|kasino dalam talian|judi online malaysia|mega888 apk download|link {b}|daftar {b}|{b} login|free kredit tanpa deposit|kasino online terpercaya|slot game malaysia|pinjaman wang segera|judi bola sepak online
slot kasino gacor|main slot dalam talian|e-wallet slot malaysia|bonus deposit pertama kasino|agen judi terpercaya|pinjaman peribadi lulus segera|ubat kuat lelaki""",
        "en": """online casino|best online casino|best online casino bonus|casino bonus codes|no deposit casino bonus|free spins no deposit|online slots real money|play slots online|sports betting sites|online poker real money|live casino games
crypto casino|bitcoin casino|casino online free spins|mobile casino no deposit|top betting sites|bet online|{b} casino|{b} login|{b} bonus code|buy viagra online|cheap viagra|viagra without prescription|generic cialis|buy cialis online
canadian pharmacy|online pharmacy no prescription|cheap tramadol online|order xanax online|buy modafinil online|weight loss pills|cbd gummies for sale|male enhancement pills|payday loans|payday loans online|instant payday loan|bad credit loans
quick cash loans|personal loans no credit check|cash advance online|essay writing service|cheap essay writing service|buy essay online|write my essay|write my paper for me|custom essay writing|dissertation help online|do my homework for me
replica watches|cheap replica watches|replica rolex|replica handbags|cheap louis vuitton|louis vuitton outlet|michael kors outlet|cheap jordans|nike air max cheap|cheap nfl jerseys|ugg boots sale|ray ban outlet|moncler outlet
adult dating site|live sex cams|free porn videos|escort service|escorts near me|hookup sites|porn tube|seo services|buy backlinks|cheap backlinks|buy instagram followers|buy youtube views|forex signals|binary options trading
make money online fast|work from home jobs earn|bitcoin doubler|crypto trading bot""",
        "de": """online casino|beste online casinos|online casino bonus|casino bonus ohne einzahlung|freispiele ohne einzahlung|online spielautomaten echtgeld|sportwetten bonus|viagra kaufen|viagra rezeptfrei kaufen|cialis generika|kredit ohne schufa|sofortkredit
ghostwriter hausarbeit|bachelorarbeit schreiben lassen|replica uhren|casino ohne lizenz|book of ra online|erotik chat kostenlos|sexkontakte privat""",
        "fr": """casino en ligne|meilleur casino en ligne|casino en ligne france|bonus casino sans dépôt|machines à sous en ligne|tours gratuits sans dépôt|paris sportifs en ligne|achat viagra en ligne|viagra sans ordonnance|acheter cialis
crédit rapide sans justificatif|montre replique|rédaction mémoire pas cher|rencontre coquine|plan cul gratuit|sac louis vuitton pas cher""",
        "es": """casino online|mejores casinos online|bono de casino sin depósito|tragamonedas gratis|apuestas deportivas online|giros gratis sin depósito|comprar viagra|viagra sin receta|comprar cialis online|préstamos rápidos|créditos rápidos sin nómina
relojes replica|casinos en línea|ruleta online dinero real|escorts baratas|hacer tareas por dinero""",
        "pt": """cassino online|casino online|melhor cassino online|bônus de cassino sem depósito|caça níqueis online|jogo do tigrinho|fortune tiger|apostas esportivas|comprar viagra online|viagra sem receita|empréstimo rápido online|réplica de relógios
acompanhantes de luxo|rodadas grátis sem depósito""",
        "it": """casinò online|migliori casino online|bonus casinò senza deposito|slot machine gratis|scommesse sportive online|giri gratis senza deposito|viagra senza ricetta|comprare cialis online|prestiti veloci online|orologi replica
casino non aams|incontri per adulti""",
        "nl": """online casino|beste online casino|casino bonus zonder storting|gratis spins|online gokkasten|viagra kopen zonder recept|snel geld lenen|sportweddenschappen bonus|sekscontacten""",
        "sv": """casino utan licens|casino online|bästa casino bonus|free spins utan insättning|spelautomater på nätet|köpa viagra|snabblån utan uc|betting utan svensk licens""",
        "fi": """nettikasino|paras nettikasino|ilmaiskierrokset ilman talletusta|kasinobonus ilman talletusta|pikalaina heti|vedonlyönti bonus|osta viagra netistä|pikakasinot""",
        "pl": """kasyno online|najlepsze kasyno online|bonus bez depozytu|darmowe spiny|zakłady bukmacherskie online|automaty do gier online|chwilówki online|viagra bez recepty|pisanie prac magisterskich""",
        "tr": """canlı casino|deneme bonusu|deneme bonusu veren siteler|kaçak bahis siteleri|bahis siteleri|güvenilir casino siteleri|slot siteleri|casino siteleri|{b} giriş|{b} güncel giriş|escort bayan|bedava bonus""",
        "ru": """онлайн казино|лучшие онлайн казино|казино онлайн|игровые автоматы|игровые автоматы на деньги|бездепозитный бонус|бездепозитный бонус казино|ставки на спорт|букмекерская контора бонус|купить виагру|виагра без рецепта|займ на карту
займы онлайн без отказа|купить диплом|реплика часов|проститутки|вулкан казино|зеркало казино|{b} зеркало|{b} казино|заказать дипломную работу|накрутка подписчиков""",
        "uk": """онлайн казино|казино онлайн|ігрові автомати|бездепозитний бонус|ставки на спорт|кредит онлайн на картку|купити диплом|найкращі онлайн казино""",
        "ar": """كازينو اون لاين|أفضل كازينو اون لاين|مراهنات رياضية|العاب قمار|شراء فياجرا|سكس مترجم|ماكينات القمار""",
        "fa": """شرط بندی|سایت شرط بندی|کازینو آنلاین|سایت پیش بینی فوتبال|بازی انفجار""",
        "hi": """ऑनलाइन कैसीनो|सट्टा मटका|सट्टा किंग|क्रिकेट सट्टा|ऑनलाइन सट्टेबाजी""",
        "th": """สล็อตเว็บตรง|สล็อตออนไลน์|บาคาร่าออนไลน์|คาสิโนออนไลน์|เว็บพนันออนไลน์|แทงบอลออนไลน์|เครดิตฟรี|หวยออนไลน์|สล็อตแตกง่าย|ฝากถอนไม่มีขั้นต่ำ|เว็บสล็อต|ทางเข้า {b}""",
        "vi": """nhà cái uy tín|cá cược bóng đá|casino trực tuyến|game bài đổi thưởng|nổ hũ đổi thưởng|tài xỉu online|link vào {b}|cá độ bóng đá|vay tiền nhanh|lô đề online|nhà cái {b}""",
        "zh": """在线赌场|网上赌场|真人百家乐|百家乐|博彩公司|体育博彩|线上娱乐城|老虎机|六合彩|时时彩平台|代孕|办证|成人视频|买伟哥|澳门赌场官网|棋牌游戏下载|彩票平台""",
        "ja": """オンラインカジノ|ネットカジノ|オンカジ|カジノボーナス|スロット オンライン|入金不要ボーナス|スーパーコピー 時計|ブランドコピー|出会い系サイト|バイアグラ 通販""",
        "ko": """온라인 카지노|바카라사이트|카지노사이트|토토사이트|먹튀검증|안전놀이터|사설토토|슬롯사이트|비아그라 구매|출장마사지|슬롯 커뮤니티""",
    }.items()
}

LINES: dict[str, tuple[str, ...]] = {
    "id": (
        "{b} adalah situs slot gacor terpercaya dengan rtp live tertinggi hari ini.",
        "Daftar {b} sekarang dan dapatkan bonus new member 100% tanpa syarat.",
        "{b}: link alternatif slot online gampang menang {y}",
        "SITUS SLOT GACOR {b} MAXWIN HARI INI DEPOSIT PULSA TANPA POTONGAN",
        "Main di {b} pasti jp, withdraw cepat, admin ramah, gas login!",
        "Bergabunglah dengan {b}, bandar togel online resmi dengan hadiah 4D terbesar.",
        "{p} {p} {p} {b}",
        "{b} | {p} | {p} | daftar sekarang",
    ),
    "en": (
        "{b} is the best online casino with 200 free spins no deposit bonus.",
        "Play slots online at {b} and win real money today!",
        "Buy cheap viagra online without prescription, fast delivery worldwide.",
        "Need cash fast? Apply for payday loans online, no credit check, approved in minutes.",
        "Get your essay written by experts: cheap essay writing service, 24/7 support.",
        "Cheap replica watches and louis vuitton handbags outlet, free shipping.",
        "{p}, {p}, {p}",
        "Click here for {p} - {p} {y}",
    ),
}
