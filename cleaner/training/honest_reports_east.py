# ruff: noqa: E501 (lists of sentences)
"""The like of `honest_reports.py` in the languages of the East and South-East of Europe."""

REPORTS_EAST: dict[str, tuple[str, ...]] = {
    language: tuple(text.strip().split("\n"))
    for language, text in {
        "pl": """
Na przejętej przez hakerów witrynie parafii pojawiły się hasła „darmowe spiny” i „chwilówki bez BIK”.
Prokuratura zarzuca mu, że przez trzy lata sprzedawał podróbki zegarków i torebek na bazarze w Lipowcu.
Czy bukmacher może odmówić wypłaty wygranej po zakończeniu meczu?
Serwis randkowy dla wdowców, prowadzony za darmo przez bibliotekarkę z Jarzębin, skojarzył już dziewięć małżeństw.
Szybka pożyczka przez internet kosztowała emerytkę z Dębinek więcej niż nowy dach.
Po lekach na potencję kupionych bez recepty trafił na oddział kardiologiczny.
Kaucję za mieszkanie, dwa tysiące złotych w gotówce, zgubiono razem z umową.
Ruletka, blackjack i automaty zniknęły z uzdrowiska w 1939 roku, pisze autor przewodnika.
Kamerkę internetową przy bocianim gnieździe wyłączono na czas remontu komina.
Za udział w olimpiadzie uczniowie dostaną bonus w postaci dodatkowych punktów.
Wśród rzeczy znalezionych w tramwaju były los na loterię, proteza i skrzypce.
""",
        "cs": """
Návštěvníkům stránek obecní knihovny v Horní Lhotce se místo katalogu otevíralo kasino s bonusem bez vkladu.
Soud uložil majiteli herny s výherními automaty pokutu 300 tisíc korun.
Jak poznat, že rychlá půjčka bez registru je podvod?
Diplomovou práci na zakázku odhalil vedoucí podle toho, že v ní chyběly překlepy.
Padělky hodinek a kabelek skončily ve spalovně, oznámila celní správa ve středu.
Za každou přečtenou knihu dostanou žáci bonusový bod do celoroční soutěže.
Sázkové kanceláře vypsaly kurzy i na to, kdy přijde první sníh.
Kupování sledujících i falešných recenzí přiznala majitelka pekárny až před inspekcí.
Sildenafil je lék na předpis, a ne doplněk stravy, zdůrazňuje lékárnice Jitka Povolná.
Na seznamce pro dospělé vystupoval jako chirurg, ve skutečnosti seděl ve vazbě.
Živý přenos z čapího hnízda sledovalo v květnu osmdesát tisíc lidí.
""",
        "sk": """
Web materskej školy v Podhájí napadli hekeri a rodičom ukazoval reklamy na automaty zadarmo a pôžičky bez registra.
Úrad pre reguláciu hazardu zablokoval ďalších sedem stránok so stávkami.
Prečo banka zamietla žiadosť o úver, hoci žena nikdy nič nedlhovala?
Falošné hodinky ukrýval vodič v náhradnom kolese kamióna.
Obchodovanie s binárnymi opciami pripravilo manželov z Javoriny o celé dôchodkové sporenie.
Tabletky na chudnutie z internetu mu zničili pečeň, hovorí lekár z nemocnice v Slatine.
Sprievod policajných motoriek, po anglicky escort, viedol cyklistov až do cieľa.
Tipovanie výsledkov patrilo k jeho záľubám, kým neprehral otcovo auto.
Na poslednej strane našla tiket do lotérie z roku 1968.
Vstup je zadarmo, online prihlasovanie sa končí 12. septembra.
Poker o zápalky hrávali drevorubači celú zimu, spomína kronikár.
""",
        "hu": """
A plébánia feltört honlapja napokig ingyenes pörgetéseket és gyorskölcsönt kínált a hívőknek.
Az escortszolgálatnak álcázott cég valójában idős embereket zsarolt, közölte a rendőrség.
Lehet-e panaszt tenni, ha az online kaszinó nem fizeti ki a nyereményt?
Szakdolgozatot pénzért írni eddig is tilos volt, mostantól azonban a megrendelőt is büntetik.
Az orvos szerint a vény nélkül vett potencianövelő okozta a rosszullétet.
A lottó ötös nyertese három hétig a hűtő tetején tartotta a szelvényt.
Nyerőgépek, rulettasztalok és egy kitömött medve kerültek kalapács alá Kővárszegen.
Ingyen és regisztráció nélkül olvasható a legjobb online madárhatározó.
Hitel helyett adományból épült meg a falu új kútja, amelyre 2019 óta gyűjtöttek.
Bónuszpontot kap az a diák, aki hibátlanul elmondja a verset.
A tét nélküli pókerversenyen nyolcvanan indultak, a fődíj egy kenyérsütő volt.
""",
        "ro": """
Vizitatorii site-ului spitalului din Valea Rece ajungeau, după atac, pe pagini cu rotiri gratuite și bonus fără depunere.
Un robot de tranzacționare, promovat printr-un clip fals cu ministrul, a golit conturile a 60 de pensionari.
Cât costă, de fapt, un credit rapid numai cu buletinul?
Judecătoarea a respins cererea casei de pariuri de a nu plăti câștigul de 41.000 de lei.
Printre bunurile confiscate se numără ceasuri replică, genți false și parfumuri fără timbru.
Farmacistul a refuzat să vândă tramadol fără rețetă și a chemat poliția.
Transmisiunea live a concertului este gratuită, fără cont și fără reclame.
Aparatele de tip slot machine au dispărut din gară, iar în locul lor s-a deschis o librărie.
La loteria de Crăciun a școlii, premiul cel mare a fost o bicicletă reparată de elevi.
Magazinul outlet al fabricii de sticlă se mută, din 1 iunie, în fosta moară.
Jucătorii de poker din romanul ei pierd, pe rând, bani, case și iluzii.
""",
        "tr": """
Belediyenin nikâh randevusu sayfasını açanlar, saldırının ardından deneme bonusu veren siteler listesiyle karşılaştı.
Mahkeme, kaçak bahis oynatan kahvehane sahibine iki yıl dört ay hapis cezası verdi.
Reçetesiz viagra satan market çalışanı, ilaçları deterjan kutularında saklıyormuş.
Eskort ilanlarında komşusunun telefon numarasını paylaşan adam hakkında dava açıldı.
Anında kredi vaadiyle aranan emekli öğretmen, 80 bin lirasını dolandırıcılara kaptırdı.
Forex sinyalleri satan kanalın yöneticisi, lise mezunu bir kuaför çıktı.
Çekiliş için ücretsiz kayıt, okulun internet sitesinden 20 Mayıs'a kadar yapılabilecek.
Eski kumarhanenin rulet masası şimdi bir köy kütüphanesinde okuma masası olarak kullanılıyor.
Replika saatler ve sahte çantalar, gümrükteki bir muz konteynerinden çıktı.
En iyi çevrim içi ansiklopedi ödülünü, kuş seslerini toplayan bir çoban aldı.
Takipçi satın alan fenomene reklam kurulundan ceza geldi.
""",
        "ru": """
На сайте районной поликлиники после взлома появились ссылки на слоты, фриспины и «виагру без рецепта».
Букмекерскую контору на улице Заречной закрыли по решению суда за приём ставок у несовершеннолетних.
Можно ли вернуть деньги, потраченные на бинарные опционы, спрашивает читательница из Верхнеольховска.
Дипломные работы на заказ он писал двенадцать лет, а свою так и не защитил.
Раскрутка сайта и покупка ссылок обошлись депутату дороже, чем сам ремонт приёмной.
Быстрые займы без проверки кредитной истории составили треть всех жалоб финансовому уполномоченному.
Бесплатная прямая трансляция матча начнётся в 19:30, регистрация не нужна.
За победу в олимпиаде школа начисляет бонусы, которые можно обменять на экскурсию.
Казино, о котором пишет мемуарист, стояло на месте нынешнего рыбного рынка.
Торговый робот, обещавший удвоить биткоины, оказался обычной таблицей, показала экспертиза.
Эскорт из двух буксиров проводил ледокол до выхода из бухты.
""",
        "uk": """
Замість розкладу уроків батьки бачили на зламаному сайті ліцею безкоштовні спіни та кредити без відмови.
Суддя визнала недійсним договір, за яким мікропозика зросла до 94 тисяч гривень.
Форекс-сигнали, за які вчитель платив по сто доларів, генерував звичайний калькулятор.
Сайт знайомств для вівчарів запрацював навесні й уже подарував громаді три весілля.
Ставки на спорт він уперше зробив у чотирнадцять років, на телефоні брата.
Лотерейний квиток пролежав у кишені старого пальта до останнього дня виплат.
Вебкамера на дзвіниці показує лелече гніздо безкоштовно й цілодобово.
Без рецепта трамадол не відпускають, нагадала аптекарка в Малій Липівці.
Ставка на молодь виправдалася: команда виграла шість матчів поспіль.
У колишньому казино «Бурштинова підкова» відкрили дитячу музичну школу.
Бонусні бали за волонтерство врахують під час вступу, повідомляє міністерство.
""",
        "bg": """
Читалищният сайт в Горно Бряст беше превзет и предлагаше безплатни завъртания вместо програма на хора.
Съдът осъди собственик на букмейкърски пункт да върне заложените от ученик 3200 лева.
Защо бързите кредити само с лична карта излизат толкова скъпо?
„Безплатен видеочат за възрастни“ гласеше съобщението, което всъщност крадеше пароли.
Хапчетата за отслабване бяха изтеглени от пазара на 14 февруари.
Онлайн аптеката, наказана през март, е изпращала силденафил като хранителна добавка.
Най-доброто безплатно приложение за гъбари е направено от две ученички.
Ротативките от стария хотел днес са експонати в музея на играчките.
Часовият слот за преглед се запазва по телефона или на гишето.
Дядо ми играеше покер за орехи и винаги губеше нарочно.
Билетът от лотарията, според завещанието, остава за съседката.
""",
        "sr": """
На сајту дома здравља у Горњем Липовцу данима су искакале рекламе за казино бонусе и таблете за мршављење.
Кладионице не смеју бити ближе од двеста метара од школе, прописује нови закон.
Да ли је позајмица без провере заиста бесплатна ако се врати за недељу дана?
Трговање на форексу, представљено као лака зарада, оставило је без куће породицу из Брезја.
Еротски огласи објављени под именом учитељице били су освета, утврдила је полиција.
Без рецепта је купио ксанакс и заспао за воланом.
Најбоља бесплатна апликација за учење ћирилице има само једну мелодију.
Улог у овој утакмици није новац, рекао је тренер, него опстанак у лиги.
У партији покера на рибарском броду изгубљен је, кажу, цео један виноград.
Срећку лутрије чувала је у књизи рецепата своје мајке.
Трговац је на суду признао да је куповао пратиоце и лажне оцене.
""",
        "hr": """
Stranica gradskog muzeja hakirana je uoči Noći kulture i nudila je besplatne vrtnje umjesto ulaznica.
Kladionica mora isplatiti dobitak od 18.000 eura, presudio je sud u Starigradu.
Što učiniti kad brzi kredit bez provjere preraste plaću?
Robot za trgovanje kriptovalutama obećavao je dvostruki povrat, a donio samo dug.
Video chat za odrasle, prijavila je majka, iskočio je usred crtanog filma.
Tablete za mršavljenje s interneta sadržavale su lijek povučen još 2010. godine.
Najbolji besplatni online rječnik otočnih govora uređuje umirovljena poštarica.
Vatrogasci su na tomboli dijelili pršut, a glavni zgoditak bio je janjac.
Ulog učenika u školsku zadrugu iznosi tri eura godišnje.
O pokeru, kartašima i propalim grofovima govori njezin treći roman.
Brod pratnje dočekao je jedrilicu devet milja od obale.
""",
        "el": """
Όσοι έψαχναν εφημερεύοντα ιατρεία στη σελίδα του δήμου έβλεπαν, μετά την επίθεση, δωρεάν περιστροφές και μπόνους χωρίς κατάθεση.
Πρόστιμο 120.000 ευρώ επιβλήθηκε σε στοιχηματική εταιρεία που δεχόταν πονταρίσματα από ανηλίκους.
Υπηρεσίες συνοδών διαφημίζονταν με φωτογραφίες φοιτητριών που δεν γνώριζαν τίποτα, λέει η δικογραφία.
Τα φρουτάκια κρύβονταν πίσω από ένα ψυγείο με παγωτά, ανακοίνωσε η αστυνομία.
Ψεύτικοι ακόλουθοι, αγορασμένοι με τη χιλιάδα, φούσκωσαν τη δημοτικότητα του υποψηφίου.
Γρήγορο δάνειο χωρίς ελέγχους υποσχόταν το μήνυμα, και ο συνταξιούχος έδωσε τον κωδικό του.
Η κάμερα στο λιμάνι δείχνει ζωντανά και δωρεάν την κίνηση των πλοίων.
Το στοίχημα του προπονητή ήταν να παίξει με τρεις εφήβους, και το κέρδισε.
Χωρίς συνταγή γιατρού το τραμαντόλ δεν χορηγείται, υπενθυμίζει ο σύλλογος.
Με τα χρήματα του λαχείου επισκεύασε το καμπαναριό του χωριού.
Η ζωντανή μετάδοση της παράστασης είναι δωρεάν, με ηλεκτρονική εγγραφή έως τις 8 Ιουλίου.
""",
    }.items()
}
