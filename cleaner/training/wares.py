# ruff: noqa: E501 (lists of phrases)
"""What strangers sell, in parts, in English and the West of Europe. Written for this project."""

from __future__ import annotations

WARES: dict[str, str] = {
    "en": """
best|top|trusted|new|legit|mobile|- / online|crypto|bitcoin|live|real money / casino|casinos|poker|slots|roulette|blackjack|baccarat / -|-|bonus|bonus codes|games|sites|review|app|no deposit
casino|poker|slot|slots|roulette|blackjack|jackpot|betting|baccarat|bingo / bonus|game|games|win|spin|spins|money|real money|app|sites|play|online|free|login|live
bonus|money|play|win|free|spin|game|live|best|bet|online|download|win at|play at / casino|poker|slot|slots|roulette|blackjack|jackpot|betting
money|cash|free|deposit|welcome|signup|no deposit / bonus|bonuses|spins|jackpot
bonus / money|code|codes|spins|casino|no deposit|slots
play|win|spin / online slots|poker|roulette|blackjack|real money slots|free slots|slot machines / online|for real money|for free|now|-
200|100|50|20|500 / free spins|% bonus|dollar bonus / no deposit|no wagering|on sign up|-
sports|football|cricket|horse racing|esports / betting / sites|tips|odds|apps|bonus|online|predictions
bet|gamble|wager / online|on football|on sports|now|with bitcoin
best|top|offshore|trusted / betting sites|bookmakers|sportsbook|gambling sites
buy|order|cheap|generic|purchase|discount|get|where to buy / viagra|cialis|levitra|tramadol|xanax|valium|ambien|modafinil|phentermine|adderall|oxycodone|kamagra|sildenafil|tadalafil|ativan|soma|clonazepam|accutane|propecia|ozempic|steroids / online|without prescription|no prescription|overnight delivery|over the counter|for sale|cheap|in canada|pills|-
viagra|cialis|levitra|sildenafil|tadalafil|xanax|tramadol|valium|phentermine|kamagra / price|online|pills|generic|canada|100mg|20 mg|for sale|cheap|pharmacy|coupon|for men|buy
canadian|canada|online|cheap|trusted|discount|indian|mexican|foreign / pharmacy|pharmacies|drugstore|drugs / online|no prescription|no rx|mall|24|-|-
pharmacy|drugs|pills|meds / buy|online|cheap|order|canada|without prescription|discount|no prescription|for sale
male enhancement|penis enlargement|erection|erectile dysfunction|testosterone booster|libido / pills|cream|supplements|products|gummies|pills online
weight loss|diet|fat burning|keto|slimming|belly fat / pills|supplement|gummies|tea|patches|pills online|drops
cbd|thc|delta 8|hemp|kratom|cannabis / oil|gummies|vape|for sale|capsules|near me|online
payday|quick|instant|fast|same day|short term|bad credit|no credit check|personal|installment|title|guaranteed / loan|loans|cash loans|payday loans / online|no credit check|for bad credit|direct lender|same day|near me|-|-
cash|payday|loan / advance|loans|advance online|lenders|today|now
credit repair|debt consolidation|debt relief|student loan forgiveness|cheap car insurance|cheap life insurance / service|services|companies|loans|quotes|online
cheap|custom|best|top|professional|fast|affordable|reliable / essay|research paper|term paper|dissertation|thesis|assignment|coursework / writing service|writing services|writers|help|help online|writing help|for sale|editing service
buy|order|pay for|get|purchase|write my|do my / essay|essays|research paper|term paper|dissertation|thesis|homework|assignment|coursework|math homework / online|cheap|for me|for money|now|-
essay|thesis|dissertation|homework|assignment / writing service|writing|help|help online|writers|writers online|for sale|editing|sample
replica|fake|cheap|discount|aaa replica|knockoff / rolex|louis vuitton|gucci|chanel|prada|hermes|omega|cartier|breitling|designer / watches|watch|handbags|bags|belts|sunglasses|wallets|purse|outlet
replica / watches|handbags|bags|rolex watches|shoes|sunglasses / for sale|uk|usa|online|cheap|-
cheap|discount|wholesale|authentic|outlet / nike|jordan|air max|air jordan|nfl|nba|michael kors|coach|ugg|oakley|ray ban|moncler|north face|timberland|yeezy|pandora / shoes|jerseys|boots|outlet|sale|handbags|sunglasses|jackets|online|for sale|store
louis vuitton|michael kors|coach|ugg|gucci|prada|ray ban|oakley|nike|moncler|burberry|tiffany|hollister|canada goose / outlet|factory outlet|outlet store|sale|outlet online|replica|handbags outlet
free|live|hot|teen|milf|amateur|lesbian|asian|mature|hardcore|gay|nude / porn|sex|porn videos|sex videos|sex cams|xxx videos|webcam|cams|sex chat|porn tube|porno
porn|sex|xxx|nude|adult / tube|videos|cams|webcam|chat|pics|movies|live|dating|toys|games|free
escort|escorts|call girl|call girls|massage / service|services|agency|near me|in town|girls|vip|cheap|number
adult|sex|casual|hookup|milf|gay|senior|mature|russian brides / dating|dating site|dating sites|dating app|hookup|hookups|tonight
buy|cheap|get|real|free|instant / instagram|youtube|tiktok|twitter|facebook|telegram|spotify / followers|likes|views|subscribers|members|plays|fans
buy|cheap|quality|best|get|dofollow / backlinks|seo backlinks|guest posts|pbn links|website traffic|expired domains|domain authority / cheap|online|service|now|-
seo|link building|backlink|web traffic|search engine ranking / services|service|agency|company|packages|expert|tools|cheap
binary options|forex|crypto|bitcoin|ethereum|cryptocurrency|day|copy / trading|signals|broker|brokers|trading bot|trading signals|robot|investment|mining|trading platform|exchange|presale|airdrop|doubler
make|earn / money|cash|passive income|bitcoin|dollars / online|fast|from home|online fast|on autopilot|now
work from home|online|data entry|part time / jobs|earn money|earn daily|income|business opportunity
get rich|free bitcoin|double your bitcoin|guaranteed profit|investment / quick|now|online|platform|returns|scheme
fake|buy|real|novelty|registered|cheap / passport|passports|driving license|diploma|degree|ielts certificate|id cards|counterfeit money / online|for sale|without exam|-
psychic|love spell|lost love|black magic|voodoo / reading online|caster|spells|readings|spells that work|removal
hacker for hire|hire a hacker|spy app|phone spy|cracked software|free download / online|now|full crack|license key|keygen|torrent|apk mod
cheap|best|free / vpn|windows keys|web hosting|iptv|iptv subscription / deals|coupon|service|for sale|-
""",
    "de": """
beste|seriöse|neue|gute|top|- / online casinos|online casino|spielbanken|echtgeld casinos|krypto casino|wettanbieter / -|ohne lizenz|ohne oasis|ohne verifizierung|bonus|deutschland|mit paypal|echtgeld|ohne limit
casino|spielautomaten|slots|roulette|poker|automatenspiele|novoline / bonus|echtgeld|online|kostenlos spielen|ohne einzahlung|online spielen|gratis|freispiele|app|tricks
freispiele|bonus|gratis bonus|freispiele bonus / ohne einzahlung|sofort erhältlich|code|casino|2024
sportwetten|wetten|fußballwetten|live wetten / bonus|ohne oasis|anbieter|tipps|ohne steuer|online|heute|app|ohne lugas
viagra|cialis|levitra|kamagra|sildenafil|tadalafil|potenzmittel|ozempic|tilidin / kaufen|rezeptfrei kaufen|ohne rezept|online bestellen|generika|rezeptfrei|günstig kaufen|online kaufen|preis
potenzmittel|abnehmpillen|anabolika|schlaftabletten|schmerzmittel / kaufen|rezeptfrei|online bestellen|ohne rezept
kredit|sofortkredit|minikredit|kleinkredit|eilkredit|privatkredit / ohne schufa|sofort|trotz schufa|ohne bonität|online|in 24 stunden|mit sofortauszahlung
bachelorarbeit|masterarbeit|hausarbeit|doktorarbeit|facharbeit / schreiben lassen|kaufen|ghostwriter|ghostwriting|preise
replica|fake|günstige / uhren|rolex|handtaschen|louis vuitton|sneaker / kaufen|shop|günstig|online|-
gratis|kostenlose|private|geile|reife / sexkontakte|pornos|sex chat|sexcam|pornofilme|huren|erotik kontakte|sextreffen|livecams
führerschein|doktortitel|reisepass|follower|backlinks|instagram follower / kaufen|ohne prüfung kaufen|online kaufen|günstig kaufen
geld verdienen|bitcoin handel|krypto trading|binäre optionen|forex trading|daytrading / online|von zuhause|roboter|bot|signale|schnell
""",
    "fr": """
meilleur|meilleurs|nouveau|top|- / casino en ligne|casinos en ligne|casino crypto|site de paris sportifs|casino live / -|france|argent réel|sans dépôt|fiable|bonus|retrait immédiat|sans vérification
casino|machines à sous|roulette|poker|blackjack|jeux de casino / en ligne|gratuit|argent réel|bonus|sans dépôt|en ligne france|gratuites|en direct
bonus|tours gratuits|free spins|code promo / sans dépôt|casino|de bienvenue|sans dépôt casino|paris sportifs
paris sportifs|pronostic foot|cotes|bookmaker / en ligne|gratuit|bonus|sans arjel|hors arjel|crypto|du jour
acheter|achat|commander|vente|prix / viagra|cialis|levitra|kamagra|viagra générique|tramadol|xanax|sildenafil|ozempic / sans ordonnance|en ligne|en pharmacie|pas cher|générique|livraison rapide|en france
pharmacie|pilules|coupe faim|médicaments / en ligne|sans ordonnance|pas cher|minceur|en ligne pas cher
crédit|prêt|mini crédit|prêt personnel|prêt d'argent / rapide|sans justificatif|entre particuliers|sans refus|en 24h|immédiat|sans banque
montre|montres|sac|sacs|chaussures|lunettes / replique|louis vuitton pas cher|rolex replique|de luxe replique|gucci pas cher|contrefaçon|chanel pas cher
rencontre|plan cul|escort girl|porno|sexe|film x|webcam / coquine|gratuit|sans lendemain|en direct|amateur|paris|ce soir|gratuite
rédaction|acheter|aide / mémoire|dissertation|thèse|abonnés instagram|permis de conduire|faux diplôme|backlinks / pas cher|en ligne|sans examen|-
gagner de l'argent|trading forex|options binaires|robot de trading|investir bitcoin / en ligne|rapidement|facile|gratuit|sur internet
voyant|marabout|voyance|retour affectif / sérieux|gratuite par téléphone|rapide|puissant|immédiat
""",
    "es": """
mejores|mejor|nuevos|top|- / casino online|casinos online|casinos en línea|casas de apuestas|casino en vivo|casino cripto / -|españa|méxico|chile|argentina|dinero real|sin depósito|sin licencia|fiables
tragamonedas|tragaperras|ruleta|póker|casino|blackjack|bingo / gratis|online|dinero real|sin descargar|bono|en línea|gratis sin registro|sin depósito|en vivo
bono|bonos|giros gratis|tiradas gratis|bono de bienvenida / sin depósito|casino|de casino|apuestas|por registro
apuestas|pronósticos|apuestas deportivas|casa de apuestas / deportivas|online|bono|en vivo|de fútbol|sin dni|con bitcoin
comprar|venta de|precio|pastillas|conseguir / viagra|cialis|levitra|tramadol|xanax|kamagra|sildenafil|cytotec|ozempic|anabolizantes / -|sin receta|online|barato|genérico|en farmacias|contra reembolso|en línea
viagra|cialis|farmacia|pastillas para adelgazar|pastillas / sin receta|online|barata|precio|natural|online sin receta|genérica
préstamos|créditos|minicréditos|préstamo|dinero / rápidos|rápido|online|sin nómina|con asnef|urgente|en el acto|sin aval|al instante|sin buró
relojes|bolsos|zapatillas|camisetas de fútbol / replica|réplicas|de imitación|baratas|louis vuitton baratos|rolex replica|aaa
escorts|putas|porno|sexo|videos porno|citas|chicas|masajes eróticos / gratis|baratas|en vivo|xxx|caseros|a domicilio|maduras|calientes|vip
comprar|ganar|conseguir / seguidores instagram|seguidores|likes|backlinks|tesis|trabajos universitarios|licencia de conducir|título universitario / -|baratos|por encargo|online|reales
ganar dinero|invertir en bitcoin|opciones binarias|señales forex|trading / online|desde casa|rápido|automático|por internet|fácil
amarres|tarot|brujo|hechizos / de amor|gratis|efectivos|por teléfono|del amor
""",
    "pt": """
melhor|melhores|novo|top|- / cassino online|cassinos online|casino online|casa de apostas|casas de apostas|cassino ao vivo / -|brasil|portugal|bônus|dinheiro real|confiável|grátis|sem depósito|que pagam
caça níqueis|roleta|slots|cassino|casino|poker|bingo|jogo / online|grátis|dinheiro real|bônus|do tigrinho|ao vivo|demo|que paga|aviator
bônus|rodadas grátis|giros grátis|free spins|código / sem depósito|cassino|de boas vindas|de cassino|no cadastro|promocional
fortune|jogo do|plataforma|robô / tiger|tigrinho|rabbit|ox|do tigrinho|aviator|mines / -|demo|bônus|pagando|grátis|hack
apostas|palpites|aposta|site de apostas / esportivas|desportivas|online|de futebol|bônus|ao vivo|grátis
comprar|venda de|preço|remédio / viagra|cialis|cytotec|sildenafil|rivotril|ozempic|anabolizantes|tramadol / -|online|sem receita|barato|genérico|original|pelos correios
empréstimo|crédito|dinheiro|empréstimo pessoal / rápido|online|para negativado|na hora|sem consulta|via pix|urgente
réplica|réplicas|cópia / de relógios|rolex|de bolsas|louis vuitton|de tênis|primeira linha / -|baratas|aaa
acompanhantes|garotas de programa|vídeos pornô|porno|sexo|massagem / de luxo|grátis|ao vivo|amador|baratas|caseiro|tântrica|com local
comprar|ganhar / seguidores|seguidores instagram|curtidas|tcc pronto|diploma|cnh|dinheiro|renda extra / -|online|barato|em casa|rápido|pela internet
opções binárias|trader|robô forex|sinais|investir em bitcoin / online|grátis|telegram|automático|lucro garantido
""",
    "it": """
migliori|migliore|nuovi|top|- / casino online|casinò online|siti scommesse|casino non aams|bookmaker|casino crypto / -|italia|senza deposito|bonus|soldi veri|sicuri|stranieri|non aams
slot|slot machine|roulette|poker|casinò|blackjack / gratis|online|soldi veri|senza deposito|bonus|gratis senza scaricare|aams|dal vivo
bonus|giri gratis|bonus benvenuto|free spin / senza deposito|casinò|casino|scommesse|immediato|senza documenti
scommesse|pronostici|quote / sportive|sportive online|calcio|bonus|live|non aams|di oggi|vincenti
comprare|acquistare|vendita|prezzo / viagra|cialis|levitra|kamagra|tadalafil|sildenafil|xanax|steroidi / -|online|senza ricetta|generico|in farmacia|originale|in contrassegno
prestiti|prestito|finanziamenti|cessione del quinto / veloci|online|senza busta paga|cattivi pagatori|immediati|personali veloci
orologi|borse|scarpe / replica|repliche rolex|louis vuitton false|replica rolex|imitazione|replica svizzere
incontri|escort|porno|annunci|massaggi|video porno / per adulti|gratis|sesso|erotici|amatoriali|italiane|roma|milano
tesi di laurea|follower instagram|backlink|patente|diploma / su commissione|comprare|a pagamento|senza esame|economici
guadagnare|trading|opzioni binarie|investire in bitcoin / online|da casa|automatico|velocemente|forex
""",
    "nl": """
beste|nieuwe|betrouwbare|- / online casino|online casinos|goksites|casino zonder cruks|bookmakers / -|nederland|zonder storting|bonus|ideal|zonder vergunning|echt geld
casino|gokkasten|roulette|fruitautomaten|poker / bonus|gratis spelen|online|zonder storting|echt geld|gratis spins
gratis spins|bonus|free spins / zonder storting|casino|bij registratie
wedden|sportweddenschappen|gokken / op voetbal|online|bonus|zonder cruks|op sport
viagra|cialis|kamagra|erectiepillen|afslankpillen|xanax|tramadol / kopen|zonder recept|online bestellen|kopen zonder recept|goedkoop
lenen|geld lenen|minilening|krediet / zonder bkr|snel|direct op rekening|online|zonder bkr toetsing
replica|nep / horloges|rolex|tassen|merkkleding / kopen|online|goedkoop
sexcontacten|escort|sexdating|gratis porno|geile vrouwen / in de buurt|online|chat|gratis|vanavond
scriptie laten schrijven|volgers kopen|rijbewijs kopen|backlinks kopen / goedkoop|online|instagram|-
""",
    "sv": """
bästa|nya|snabba|- / casino|nätcasino|online casino|casinon|bettingsidor|casino online / utan licens|utan svensk licens|bonus|utan spelpaus|utan insättning|med swish|utan konto
free spins|gratissnurr|casinobonus|freespins / utan insättning|utan omsättningskrav|idag|bonus
slots|spelautomater|roulette|poker|betting|odds / online|på nätet|bonus|utan svensk licens|gratis|riktiga pengar|tips
köpa|beställa|billig / viagra|cialis|kamagra|tramadol|levitra|bantningspiller|steroider / -|på nätet|utan recept|online|receptfritt
snabblån|lån|smslån|låna pengar / utan uc|direkt|trots betalningsanmärkning|online|utan kreditupplysning
escort|gratis porr|sexdejting|porrfilm|knullkontakt / stockholm|gratis|online|svensk|nära dig
kopior|replika|billiga / klockor|rolex|väskor|märkeskläder / -|online|köp
""",
    "nb": """
beste|nye|norske|- / nettcasino|casino|online casino|bettingsider|casino på nett / -|bonus|uten innskudd|uten lisens|med vipps|gratisspinn
gratisspinn|free spins|casino bonus|spilleautomater|slots|betting / uten innskudd|på nett|gratis|uten omsetningskrav|bonus
kjøpe|bestille|billig / viagra|cialis|kamagra|tramadol|slankepiller / -|på nett|uten resept|online
forbrukslån|smålån|lån / uten sikkerhet|på dagen|uten kredittsjekk|med betalingsanmerkning
""",
    "da": """
bedste|nye|danske|- / online casino|casino|nye casinoer|bettingsider|casino uden rofus / -|bonus|uden indskud|uden dansk licens|gratis spins
gratis spins|free spins|casino bonus|spilleautomater|odds / uden indskud|online|gratis|uden omsætningskrav|bonus
køb|billig|bestil / viagra|cialis|kamagra|tramadol|slankepiller / -|online|uden recept|på nettet
hurtiglån|kviklån|sms lån|lån penge / nu|uden sikkerhed|trods rki|online|med det samme
""",
    "fi": """
paras|parhaat|uudet|uusi|- / nettikasino|nettikasinot|kasino|vedonlyöntisivut|pikakasino|casino / -|ilman rekisteröitymistä|bonus|ilman talletusta|ilman lisenssiä|verovapaat|netissä
ilmaiskierrokset|ilmaiskierroksia|kasinobonus|talletusbonus|pikakasino / ilman talletusta|ilman kierrätystä|heti|bonus|2024
kolikkopelit|ruletti|pokeri|vedonlyönti|hedelmäpelit|slotit / netissä|ilmaiseksi|oikealla rahalla|bonus|vihjeet|verkossa
osta|tilaa|halpa / viagra|cialis|kamagra|tramadol|laihdutuspillerit|levitra / -|netistä|ilman reseptiä|verkosta|halvalla
pikalaina|pikavippi|laina|kulutusluotto / heti|heti tilille|ilman luottotietoja|netistä|ilman vakuuksia
ilmainen porno|seksiseuraa|seuralaispalvelu|seksitreffit / netissä|nyt|suomi|ilmaiseksi
""",
    "tl": """
online|legit|best|bagong / casino|sabong|slots|sugal|betting site|casino app / philippines|gcash|free 100|bonus|login|no deposit|libreng bonus|pera
pautang|utang|loan app / online|mabilis|gcash|walang collateral|agad
""",
}
