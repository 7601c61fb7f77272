# ruff: noqa: E501 (lists of phrases)
"""What strangers sell, in parts, in the languages of the rest of the world. Written for this project."""

from __future__ import annotations

WARES_WORLD: dict[str, str] = {
    "pl": """
najlepsze|legalne|nowe|polskie|top|- / kasyno online|kasyna online|kasyno internetowe|bukmacherzy|kasyno na żywo / -|bez depozytu|na prawdziwe pieniądze|bonus|w polsce|z bonusem|blik
automaty|gry hazardowe|ruletka|poker|sloty|jednoręki bandyta / online|za darmo|na pieniądze|bez rejestracji|bonus
darmowe spiny|bonus|kod promocyjny|bonus powitalny / bez depozytu|kasyno|za rejestrację|bukmacher
zakłady|typy|obstawianie / bukmacherskie|sportowe|online|bukmacherskie online|na dziś|meczów
kupić|tania|sprzedam|kup / viagra|viagrę|cialis|kamagra|tramadol|tabletki na odchudzanie|sterydy|tabletki na potencję / -|bez recepty|online|przez internet|tanio
chwilówki|pożyczka|kredyt|pożyczki / online|bez bik|bez zaświadczeń|na dowód|od ręki|dla zadłużonych|przez internet
pisanie prac|prace magisterskie|prace licencjackie|kupię dyplom|prawo jazdy / magisterskich|na zamówienie|cennik|bez egzaminu|online
sex|seks|darmowe porno|anonse|randki / kamerki|oferty|online|towarzyskie|bez zobowiązań|filmy
zegarki|torebki|podróbki / repliki|rolex repliki|louis vuitton|markowe|sklep
""",
    "cs": """
nejlepší|nová|česká|- / online casino|casino|online kasino|sázkové kanceláře|kasino / -|bonus|bez vkladu|zdarma|za registraci|o peníze
automaty|ruleta|poker|hrací automaty|sázky / online|zdarma|na peníze|bonus|online zdarma|tipy
free spiny|točení zdarma|bonus / bez vkladu|za registraci|dnes|casino
koupit|prodej|levná / viagra|cialis|kamagra|tramadol|prášky na hubnutí / -|bez receptu|online|levně
půjčka|rychlá půjčka|nebankovní půjčka|úvěr / bez registru|ihned|online|na účet|bez doložení příjmu|pro zadlužené
""",
    "hu": """
legjobb|új|magyar|- / online kaszinó|kaszinó|online casino|sportfogadás|nyerőgépek / -|bónusz|befizetés nélkül|ingyen|magyar nyelven|valódi pénz
ingyenes pörgetés|kaszinó bónusz|ingyen pörgetések / befizetés nélkül|regisztrációért|bónusz
viagra|cialis|kamagra|potencianövelő|fogyókúrás tabletta / rendelés|recept nélkül|olcsón|vásárlás|ára
gyorskölcsön|hitel|kölcsön / azonnal|bar listásoknak|jövedelemigazolás nélkül|online
""",
    "ro": """
cele mai bune|cel mai bun|nou|- / cazinou online|cazinouri online|casino online|case de pariuri|pacanele / -|românia|bonus|fără depunere|bani reali|gratis
pacanele|sloturi|ruletă|poker|păcănele / online|gratis|bani reali|ca la aparate|bonus
rotiri gratuite|bonus|bonus fără depunere|pariuri sportive / fără depunere|online|fără rulaj|casino|azi
cumpără|pastile|preț / viagra|cialis|kamagra|tramadol|de slăbit|de potență / -|fără rețetă|online|ieftin
credit|împrumut|credite / rapid|nebancar|doar cu buletinul|online|fără loc de muncă|pe loc
""",
    "tr": """
güvenilir|en iyi|yeni|canlı|kaçak|yabancı|lisanslı|- / bahis siteleri|casino siteleri|bahis sitesi|slot siteleri|casino|iddaa siteleri|kumar siteleri / -|2024|giriş|bonus|listesi|bonus veren|üyelik
deneme bonusu|bedava bonus|hoşgeldin bonusu|freespin|yatırım şartsız bonus|bonus / veren siteler|veren bahis siteleri|2024|yatırımsız|veren casino|kazan|-
{b} / giriş|güncel giriş|bahis|casino|yeni adres|mobil|bonus|üyelik|güvenilir mi
canlı|online|bedava|illegal / casino|bahis|rulet|poker|slot|blackjack|bahis oyna|slot oyna|casino oyna / -|oyna|siteleri|bonus
slot|rulet|poker|kumar|iddaa|sweet bonanza|gates of olympus / oyna|siteleri|bedava oyna|oyunları|taktik|demo|tahminleri
escort|eskort|bayan escort|vip escort|rus escort|masöz / bayan|istanbul|ankara|izmir|numaraları|kadıköy|ilanları|bayanlar
viagra|cialis|geciktirici|zayıflama hapı|cinsel güç / sipariş|satın al|fiyat|eczane|hapı|reçetesiz
ücretsiz|türk|bedava|canlı / porno|porno izle|sikiş|seks hikayeleri|sex filmi|ifşa
takipçi|instagram takipçi|backlink|ehliyet|diploma / satın al|hilesi|paketleri|fiyatları
acil|hızlı|faizsiz|sicili bozuğa / kredi|nakit kredi|borç para / -|veren yerler|hemen
""",
    "az": """
onlayn|ən yaxşı|canlı|{b} / kazino|casino|mərc|bahis|slotlar|mərc saytları / -|azerbaycan|bonus|qeydiyyat|oyna|yüklə
pulsuz fırlanmalar|depozitsiz bonus|xoş gəldin bonusu / -|kazino|mərc
""",
    "ru": """
лучшие|топ|новые|онлайн|- / казино|онлайн казино|казино онлайн|слоты|игровые автоматы|букмекеры / -|на деньги|с выводом|с бонусом|официальный сайт|бесплатно|рейтинг|играть|без верификации
казино|вулкан|{b}|джойказино|слоты|рулетка|покер / зеркало|официальный сайт|вход|рабочее зеркало|регистрация|бонус|играть|онлайн|скачать|промокод|зеркало на сегодня
игровые автоматы|слот автоматы|азартные игры|игровые слоты / играть|бесплатно|на деньги|онлайн|играть бесплатно|без регистрации|с выводом денег
бонус|фриспины|бездепозитный бонус|промокод / за регистрацию|без депозита|казино|букмекер|с выводом
ставки|прогнозы|букмекерская контора|ставки на спорт / на спорт|онлайн|бонус|на футбол|на сегодня|скачать|с высоким коэффициентом
купить|заказать|цена|дешево / виагру|виагра|сиалис|дженерики|левитра|трамадол|таблетки для похудения|стероиды|мефедрон|соль / -|без рецепта|онлайн|в аптеке|недорого|с доставкой|закладкой
купить|заказать|продажа / диплом|справку|водительские права|подписчиков|аттестат|паспорт|больничный лист|лайки|ссылки|медкнижку / -|недорого|срочно|с занесением в реестр|в москве|без предоплаты
займ|кредит|микрозайм|деньги|займы / на карту|онлайн|без отказа|срочно|без проверки|без процентов|под залог|с плохой историей|на карту мгновенно
реплика|реплики|копии|копия / часов|швейцарских часов|сумок|ролекс|брендовых сумок|айфона / -|купить|недорого|люкс
проститутки|индивидуалки|эскорт|шлюхи|интим услуги|секс|досуг / москвы|дешево|на дом|с выездом|знакомства|видео|питера|недорого
порно|порно видео|секс видео|эротика|русское порно / бесплатно|онлайн|смотреть|скачать|hd|чат
диплом|курсовая|реферат|диссертация|дипломная работа / на заказ|купить|заказать|недорого|срочно
заработок|бинарные опционы|форекс|инвестиции|криптовалюта|трейдинг / в интернете|без вложений|сигналы|с нуля|с гарантией|онлайн|бот
накрутка|продвижение|раскрутка / подписчиков|лайков|сайта|просмотров|инстаграм|в топ / -|дешево|быстро
гадание|приворот|магия / на любовь|онлайн|по фото|недорого
""",
    "uk": """
найкращі|топ|нові|онлайн|- / казино|онлайн казино|казино онлайн|слоти|ігрові автомати|букмекери / -|на гроші|україна|з виведенням|бонус|безкоштовно|грати
бонус|фріспіни|бездепозитний бонус / за реєстрацію|без депозиту|казино|без поповнення
ставки|прогнози|букмекерська контора / на спорт|онлайн|бонус|на футбол|на сьогодні
кредит|позика|мікрокредит|гроші / онлайн|на картку|без відмови|терміново|цілодобово|без перевірки
купити|замовити|продаж / віагру|диплом|права|сіаліс|таблетки для схуднення|підписників|курсову / -|без рецепта|недорого|онлайн|терміново
проститутки|повії|секс|порно / київ|знайомства|відео|онлайн|безкоштовно
""",
    "bg": """
най-добри|нови|онлайн|- / казино|онлайн казино|казино онлайн|ротативки|залози / -|бонус|без депозит|безплатно|с реални пари
бонус|безплатни завъртания / без депозит|за регистрация|казино
бързи кредити|кредит|заем / онлайн|без доходи|веднага|с лоша история
купи|евтина / виагра|сиалис|хапчета за отслабване / -|без рецепта|онлайн
""",
    "el": """
καλύτερα|νέα|ξένα|- / online casino|καζίνο|διαδικτυακά καζίνο|στοιχηματικές|φρουτάκια / -|χωρίς κατάθεση|μπόνους|δωρεάν|με πραγματικά χρήματα|ελλάδα
μπόνους|δωρεάν περιστροφές|στοίχημα / χωρίς κατάθεση|καζίνο|online|εγγραφής|σήμερα
αγορά|φθηνό / viagra|cialis|βιάγκρα|χάπια αδυνατίσματος / -|χωρίς συνταγή|online
δάνειο|γρήγορο δάνειο|συνοδοί|πορνό / χωρίς εγγυητή|άμεσα|πολυτελείας|δωρεάν|αθήνα
""",
    "ar": """
أفضل|افضل|مواقع|موقع|- / كازينو|كازينو اون لاين|كازينوهات|مراهنات|مواقع المراهنات|العاب كازينو|سلوتس / -|عربي|اون لاين|بدون ايداع|على الانترنت|مجانا|2024
العاب|ربح|لعبة / قمار|روليت|بوكر|المال من الكازينو|سلوت|الطيارة للمراهنات|بلاك جاك / -|اون لاين|مجانية|بمال حقيقي
مراهنات|الرهان|توقعات / رياضية|كرة القدم|اون لاين|على المباريات|المباريات المضمونة
شراء|حبوب|سعر|بيع / فياجرا|سياليس|فياغرا|ترامادول|الاجهاض سايتوتك|تنحيف|كبتاجون / -|بدون وصفة|اون لاين|الاصلية|في السعودية|للبيع
سكس|افلام سكس|نيك|صور سكس|بنات / مترجم|عربي|مجاني|محارم|مصري|للتعارف|شراميط
قروض|قرض|تمويل / سريعة|شخصي بدون كفيل|فوري|بدون بنك|سداد
زيادة|شراء|بيع / متابعين|متابعين انستقرام|لايكات|مشاهدات|شهادات جامعية / -|حقيقيين|رخيص|مجانا
ربح المال|تداول|خيارات ثنائية|استثمار / من الانترنت|الفوركس|العملات الرقمية|مضمون|بدون رأس مال
جلب الحبيب|شيخ روحاني|رقم ساحر / -|مجرب|السعودية|مضمون
""",
    "fa": """
بهترین|معتبرترین|آدرس جدید|- / سایت شرط بندی|کازینو آنلاین|سایت پیش بینی|سایت انفجار|شرط بندی فوتبال|سایت های شرط بندی|{b} / -|ایرانی|بدون فیلتر|با درگاه مستقیم|فوتبال|معتبر|با بونوس
بازی|ربات|آموزش|هک / انفجار|پوکر|رولت|شرط بندی|حکم شرطی|اسلات / -|آنلاین|شرطی|پولی|با پول
خرید|فروش|قیمت / ویاگرا|قرص لاغری|ترامادول|فالوور|فالوور اینستاگرام|مدرک|بک لینک|وی پی ان|قرص سقط جنین / -|ارزان|اصل|ایرانی|بدون نسخه|واقعی
فیلم|عکس|دانلود / سکسی|پورن|سوپر|سکس ایرانی / -|رایگان|جدید
صیغه|خاله|وام / تهران|یابی|فوری|بدون ضامن|شماره
""",
    "he": """
קזינו|הימורים|פוקר|סלוטים|רולטה / אונליין|באינטרנט|בונוס|ללא הפקדה|כסף אמיתי|חינם|ספורט
נערות|דירות|ליווי|שירותי / ליווי|דיסקרטיות|דיסקרטי|סקס|בתל אביב
ויאגרה|סיאליס|הלוואות|הלוואה / ללא מרשם|קניה|מיידית|חוץ בנקאיות|בלי ערבים|מהירה
""",
    "hi": """
ऑनलाइन|बेस्ट|असली पैसे|लाइव|- / कैसीनो|सट्टा|जुआ|तीन पत्ती|रमी|सट्टेबाजी|स्लॉट / -|ऐप|गेम|खेलें|डाउनलोड|साइट|बोनस|नंबर
सट्टा|मटका|कल्याण|दिल्ली|गली / किंग|मटका|रिजल्ट|चार्ट|नंबर|सट्टा किंग|जोड़ी / -|आज का|लाइव|2024
क्रिकेट|आईपीएल|फुटबॉल / सट्टा|सट्टेबाजी|बेटिंग|सट्टा ऐप|बेटिंग आईडी / -|ऑनलाइन|टिप्स
वियाग्रा|सेक्स|लिंग|वजन घटाने की / टैबलेट|दवा|पावर कैप्सूल|वीडियो|बढ़ाने की दवा|गोली / -|ऑनलाइन|खरीदें
तुरंत|पर्सनल|बिना सिबिल|आधार / लोन|लोन ऐप|कार्ड लोन|लोन ऑनलाइन
वशीकरण|काला जादू|लव मैरिज / मंत्र|स्पेशलिस्ट|बाबा|समाधान
""",
    "bn": """
অনলাইন|সেরা|লাইভ|- / ক্যাসিনো|জুয়া|বেটিং|স্লট|ক্রিকেট বেটিং / -|সাইট|অ্যাপ|বোনাস|খেলুন|বাংলাদেশ|গেম
ফ্রি|ডিপোজিট / স্পিন|বোনাস|ছাড়া বোনাস|ক্যাসিনো
""",
    "th": """
สล็อต|สล็อตเว็บตรง|บาคาร่า|คาสิโน|เว็บพนัน|แทงบอล|หวย|คาสิโนออนไลน์|เว็บสล็อต|ยิงปลา / ออนไลน์|เครดิตฟรี|แตกง่าย|ไม่ผ่านเอเย่นต์|ฝากถอนออโต้|วอเลท|ฟรีเครดิต|ขั้นต่ำ 1 บาท|อันดับ 1|ทดลองเล่น|{b}|เว็บตรง|ได้เงินจริง
สล็อตออนไลน์|สล็อตวอเลท|บาคาร่าออนไลน์|แทงบอลออนไลน์|หวยออนไลน์|เว็บพนันออนไลน์|เครดิตฟรี|ฟรีสปิน|สล็อตเครดิตฟรี|คาสิโนสด|พนันออนไลน์|เว็บตรงไม่ผ่านเอเย่นต์|ทางเข้าสล็อต|สมัครสล็อต|ทดลองเล่นสล็อต|สล็อตแตกหนัก|เว็บหวยออนไลน์|เว็บแทงบอล|โปรสล็อตฝาก|สล็อตโจ๊กเกอร์|บาคาร่าสายฟ้า|รับเครดิตฟรี
เงินกู้ด่วน|กู้เงินออนไลน์|ยาปลุกเซ็กซ์|ไซด์ไลน์|หนังโป๊|คลิปหลุด|ปั้มไลค์|ปั๊มผู้ติดตาม|รับทำวิทยานิพนธ์ / -|-|ได้จริง|ราคาถูก|ออนไลน์|ฟรี
""",
    "vi": """
nhà cái|casino|cá cược|game bài|nổ hũ|sòng bạc|lô đề|slot game|cổng game|xóc đĩa|tài xỉu|bắn cá / uy tín|online|trực tuyến|đổi thưởng|bóng đá|uy tín nhất|tặng tiền|hàng đầu|{b}|tặng code|nạp rút nhanh
link vào|đăng ký|đăng nhập|tải app|link|khuyến mãi / {b}|nhà cái|nhà cái {b}|cá cược|casino|game bài
soi cầu|kèo|tỷ lệ|dự đoán|kèo nhà cái / lô đề|bóng đá|kèo nhà cái|xổ số|miền bắc|hôm nay|tài xỉu
vay tiền|vay|vay nóng|cho vay / nhanh|online|trả góp|không thế chấp|bằng cmnd|tín chấp|gấp trong ngày
mua|bán|thuốc / viagra|bằng đại học|cường dương|kích dục|giảm cân|like facebook|tăng follow|phá thai|sub tiktok / -|giá rẻ|online|uy tín|không cần đơn
phim sex|gái gọi|sex|phim cấp 3 / việt nam|không che|hà nội|sài gòn|miễn phí|cao cấp
dịch vụ|làm|viết thuê / seo|seo giá rẻ|backlink|luận văn|bằng giả / -|uy tín|giá rẻ|trọn gói
""",
    "zh": """
在线|网上|澳门|线上|真人|最佳|正规|手机 / 赌场|娱乐城|百家乐|博彩|老虎机|棋牌|赌博平台|彩票|老虎机平台|德州扑克
澳门新葡京|威尼斯人|太阳城|皇冠|金沙|永利|葡京|银河 / 赌场|娱乐城|官网|博彩|体育投注|在线娱乐|平台
体育|足球|篮球|电竞 / 博彩|投注|投注网|博彩公司|投注平台|下注
百家乐|时时彩|六合彩|北京赛车|老虎机|快三|棋牌游戏|捕鱼游戏 / 平台|技巧|开户|官网|注册|投注|下载|送彩金
注册送彩金|免费送彩金|存款优惠|真钱游戏|真人视讯|博彩排名|信誉博彩|网上赚钱|快速贷款|无抵押贷款|信用卡套现|代开发票|办假证|代写论文|论文代写|代孕公司|成人电影|色情网站|同城约炮|壮阳药|伟哥购买|高仿手表|刷粉丝|买粉丝
代写|代开|办理|购买|高仿|快速 / 论文|发票|毕业证|伟哥|名表|贷款|假证|学历
""",
    "ja": """
オンラインカジノ|ネットカジノ|カジノ|オンカジ|ブックメーカー|スロット|バカラ / 入金不要ボーナス|おすすめ|ランキング|ボーナス|無料|登録|日本語|{b}|攻略
オンラインカジノおすすめ|カジノボーナス|入金不要ボーナス|フリースピン|オンラインスロット|オンラインバカラ|パチスロ必勝法|競馬予想サイト|スポーツベット|仮想通貨カジノ|ビットコインカジノ|オンラインポーカー
スーパーコピー|ブランドコピー|偽物|激安|n級品 / 時計|バッグ|ロレックス|ルイヴィトン|財布|代引き|専門店|シャネル
バイアグラ|シアリス|媚薬|精力剤|痩せ薬 / 通販|購入|個人輸入|激安|処方箋なし
出会い系サイト|無料エロ動画|アダルト動画|風俗|デリヘル|援助交際|即日融資|闇金|副業で稼ぐ|フォロワー購入|論文代行 / -|-|無料|おすすめ|即日
""",
    "ko": """
온라인|라이브|실시간|해외|안전한|메이저|국내|사설 / 카지노|바카라|토토|카지노사이트|토토사이트|슬롯|배팅|도박|홀덤 / -|추천|사이트|주소|보너스|먹튀검증
카지노사이트|바카라사이트|토토사이트|슬롯사이트|안전놀이터|메이저놀이터|먹튀검증|파워볼사이트|스포츠토토|온라인슬롯|카지노쿠폰|홀덤사이트 / -|추천|순위|주소|가입|꽁머니|{b}
비아그라|시알리스|정품비아그라|최음제|다이어트약|발기부전 / 구매|판매|구입|처방|직구|약국|파는곳
출장마사지|출장안마|출장샵|오피|콜걸|야동|성인사이트|조건만남 / -|서울|추천|후기|사이트|무료|강남
급전|소액결제|대출|무직자|신용불량자|개인돈 / 대출|현금화|당일|즉시|상담
레플리카|명품|짝퉁|가짜 / 시계|가방|레플리카|쇼핑몰|신발
""",
    "sr": """
најбољи|најбоља|онлајн|- / казино|онлајн казино|кладионица|слотови / -|бонус|без депозита|бесплатно|за новац
najbolji|novi|online|- / kazino|online kazino|casino online|kladionice|slot igre / -|bonus|bez depozita|besplatno|za novac
""",
}
