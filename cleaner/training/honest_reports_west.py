# ruff: noqa: E501 (lists of sentences)
"""The like of `honest_reports.py` in the languages of the West and North of Europe."""

REPORTS_WEST: dict[str, tuple[str, ...]] = {
    language: tuple(text.strip().split("\n"))
    for language, text in {
        "en": """
The parish newsletter's website was hacked in the night and showed adverts for no deposit casino bonus codes until Tuesday noon.
For nine days, visitors to the town library's catalogue were met with links for cheap replica watches and buy viagra without prescription.
Someone had broken into the choir's old blog and filled every post with phrases such as "best online casino" and "payday loans no credit check".
The district hospital took its site offline after a patient looking for visiting hours landed on a page of free spins.
Hidden text reading "buy essay online cheap" was found in the footer of the planning department's pages, the council's auditor reported.
A forgotten plug-in let intruders add several hundred backlinks for adult dating and escort pages to the museum's events calendar.
Online casino operators must show a clock on every screen, under rules that take effect on 1 March.
The tribunal held that a casino bonus which cannot be withdrawn within thirty days is not a gift but a loan.
She told the inquest that her brother had opened accounts with fourteen betting sites in a single weekend.
Slot machines were first brought to the island in 1931 by a retired ship's purser named Edgar Pellow.
Under the settlement, the lender will write off 9,300 payday loans and apologise to each borrower in writing.
What the leaflet called "free spins" turned out to be three turns of a cardboard wheel at the school fête.
Replica watches, fake handbags and forty cartons of untaxed cigarettes were found behind a false wall in the laundrette.
The coroner recorded that the pills, bought from an online pharmacy, held nearly four times the stated dose of sildenafil.
Quick loan without checks, the poster said, and underneath a pupil had written in red: read the small print.
Nobody at Thornleigh College could explain how twelve students had handed in the same essay on Macbeth.
Lecturers now ask for handwritten drafts because an essay writing service can no longer be spotted by style alone.
Two of the three candidates admitted that they had paid an agency to buy followers during the primary.
Binary options have been barred from sale to private savers in the country since 2018, yet complaints keep coming.
The retired teacher lost £61,000 to a forex signals group whose members, it emerged, were all the same man.
A so-called bitcoin doubler sent back twice the sum on the first day and nothing at all afterwards, victims said.
Magistrates heard that the trading bot existed only as a picture on the defendant's telephone.
Can a lottery syndicate sue a member who forgot to buy the ticket, a reader from Ansford asks.
Poker night at the veterans' hall raised £840 for a new boiler, and the chips were chocolate coins.
Wearing the number seven shirt without the name of any bookmaker on it, Dorrigan scored twice in the second half.
The league will let its clubs keep sports betting sponsors on their sleeves until the summer of 2027.
Diet pills containing a banned stimulant have been recalled in four counties, the food safety office said on Wednesday.
Anyone who took tramadol bought from a stranger at the festival should see a doctor, even if they feel well.
In the fourth chapter the detective follows an escort girl to a casino and loses both her and his hat.
Xanax is prescribed less often than ten years ago, while the number of forged prescriptions has doubled.
Porn sites will have to check the age of visitors from July, and small ones fear the cost.
Detectives say the webcam models were told they would be selling perfume.
The agency sold SEO services to undertakers, florists and, as the receivers discovered, to itself.
Backlinks from the paper's own archive were cut when the address of the site changed, the editor explained.
Booking a slot at the recycling centre takes two minutes online, and the van drivers like it.
If the memory module does not click into slot B2, take it out, turn it round and try again.
Pupils earn a bonus point for each book they read aloud to a younger child before Easter.
The landlord must return the cash deposit within ten days of the tenant handing back the keys.
Entry is free online until midnight on Sunday, after which late runners pay £5 at the gate.
Before it became a factory outlet, the brick hall on Canal Street turned out hats for half of Europe.
Thousands watched the live stream of the osprey's nest, and most of them saw the second egg hatch.
Tugs and an escort vessel waited off Cape Hallow while the damaged ferry was pumped dry.
The best online encyclopedia of mosses is kept by a postman and his two daughters.
Our ten favourite free online games for a rainy half-term include one about running a bakery on the moon.
Spin the dial slowly to the left, and stop when the light above the loan desk turns green.
The striker's bonus depends on goals, clean sheets and, oddly, attendance at the club's cookery class.
Gamble on the weather and you lose, as the organisers of the Brackley air show learned again.
A jackpot of 3.2 million went unclaimed because the winner had used the ticket as a bookmark.
Roulette, blackjack and baccarat will be taught to prospective croupiers at the technical college from September.
Blackjack, the miller's dog, found his way home after eleven weeks and two hundred miles.
The Supreme Court refused on Thursday to hear the appeal of three online poker companies.
Customers were told they could withdraw their winnings at any time, but a clause on page 31 said otherwise.
According to the indictment, Marlow Tench laundered the money through slot machines at two seaside arcades.
Doctors at the gambling clinic treat more people for online slots than for horse racing and cards together.
The minister called betting adverts during children's programmes "a disgrace" and promised a ban by autumn.
Kelvane, a bookmaker with 200 shops, was ordered to repay bets placed by a fourteen-year-old.
Asked whether the video was real, the newsreader said she had never set foot in a casino.
The picture of a cheque for the "casino winner of Lower Dray" was made by a computer, our check found.
False: the health ministry has not approved a weight loss gummy sold on social media.
The claim that the bank gives instant loans to anyone who forwards the message is untrue.
Never pay a fee in advance for a loan, the ombudsman repeats, however urgent the caller sounds.
A guaranteed loan approval letter is worth nothing unless it names the lender's licence number.
Parents asked why an advert for a dating app had appeared between two cartoons.
The single farmers' dating evening in the village hall was sold out by Tuesday, and extra chairs were borrowed.
Dating the bones proved harder than the team had hoped, because the cave had been flooded twice.
His thesis for sale at the flea market, price two pounds, was a blow the professor took with good humour.
The degree certificates, printed in a garage, were sold to nurses, drivers and at least one school head.
It is an offence to buy or sell a doctoral thesis under the new higher education act.
Crypto exchange Veltrado froze withdrawals on Friday, leaving some 40,000 customers without access to their coins.
How do I stop the program from opening a casino page each time I start the browser?
Remove any extension you do not know, since many of them redirect searches to betting and pharmacy pages.
Reviewers loved the game's card battles but disliked the loot boxes, which they compared to slot machines.
The free version has no adverts, no casino mini-game and only one save slot.
In the third level you gamble your last coins at a poker table run by raccoons.
Set the bonus multiplier to 2 in the options menu if the boss fight is too long.
Goods bought at our outlet in Marsh Lane can be exchanged there within thirty days, but not refunded in cash.
Prescription medicines cannot be returned to the pharmacy, whether they were ordered online or at the counter.
Viagra was the word most often blocked by the school's mail filter, ahead of "casino" and "lottery".
A nurse who ordered sleeping pills without prescription in her neighbours' names has been struck off.
Generic sildenafil costs a tenth of what it did, a pharmacist in Holm told the committee.
Women were promised work as waitresses and then advertised as escorts, the court in Velsby heard.
Police Warn of Fake Lottery Letters
Betting Firm Loses Licence Over Unpaid Winnings
Quick Loans, Slow Ruin: A Town Counts Its Debts
Fake Handbags Burn for Three Days at Port Incinerator
Online Pharmacy Raid Turns Up Two Tonnes of Pills
Bets on the outcome of the by-election, some placed by candidates' aides, are being looked into by the regulator.
The charity turned down £50,000 from a casino owner, its treasurer said, and sold cakes instead.
Not one of the fifteen "VIP casino hosts" interviewed for the study had been trained to recognise addiction.
From behind the counter of his pawnshop, Osric Vane has watched payday lenders come and go.
Her first novel, about a girl who wins the lottery and tells no one, is out in paperback.
The village with no cash machine has a casino, two bookmakers and a chapel.
To verify your account, the library asks for a card number and never for a deposit.
Live dealer games, in which a camera films the table, account for a fifth of the firm's income.
The watchdog found "risk-free bet" to be misleading in 26 of the 30 adverts it looked at.
Half of all messages sent to the helpline last year mentioned slots, loans or both.
Crash, a betting game in which a rocket climbs until it explodes, is popular among apprentices, the survey says.
Cheap flights, cheap pills and cheap watches were the three baits used in the phishing campaign.
Members of the ring sold steroids, growth hormone and diet pills from a gym in Carrow.
Real money was never used at the wartime casino; officers played for buttons and tinned peaches.
Top ten lists of betting sites are often paid for by the sites themselves, the consumer group wrote.
The mobile game asked children to buy coins, spin a wheel and invite three friends.
Sign up online for the free first-aid course by 14 May, and bring a pillow.
Likes can be bought for less than a cent each, as our reporter showed with a picture of a potato.
The ministry's account was taken over at dawn and promised followers double their bitcoin.
Her late husband's betting slips, 11,000 of them, are now part of an exhibition on luck.
Tenants with bad credit were charged a larger deposit, which the housing court declared unlawful last month.
Massage parlours near the station were inspected on Friday night, and two were closed for lack of a licence.
Goalkeeper Ansel Rudd was banned for eight months for placing 126 bets on matches in his own league.
Readers who see an advert for pills or poker in the middle of an article are asked to write to the editor.
""",
        "de": """
Über Wochen fand sich auf der Seite des Tierheims versteckter Text wie „Online Casino ohne Lizenz“ und „Viagra rezeptfrei bestellen“.
Rund 4,7 Millionen Euro verspielte der frühere Kassenwart an Automaten und beim Online-Poker, stellte die Kammer fest.
Sofortkredit trotz negativer Auskunft: So erkennen Sie unseriöse Kreditvermittler
Wer eine Hausarbeit schreiben lässt und sie als eigene abgibt, riskiert nach der neuen Prüfungsordnung die Exmatrikulation.
Die Abnehmtabletten, die eine Influencerin aus Lindtal anpries, enthielten laut Labor das verbotene Sibutramin.
Im Werksverkauf gab es am Samstag Wollsocken mit kleinen Fehlern, im Outlet nebenan Mäntel aus dem Vorjahr.
Stecken Sie die Speicherkarte in den oberen Slot, bis sie hörbar einrastet.
„Bonus sichern, jetzt einzahlen“, stand auf dem Plakat, das der Ortsbeirat vor der Berufsschule abhängen ließ.
Den Begleitservice für ältere Patienten, kostenlos und ohne Anmeldung, bietet das Klinikum seit dem 3. Juni an.
Ob Buchmacher die Wettsteuer von den Gewinnen abziehen dürfen, muss nun der Bundesgerichtshof klären.
Bei der Tombola des Kleingartenvereins war der Hauptgewinn kein Jackpot, sondern eine Schubkarre voller Kartoffeln.
""",
        "fr": """
Pendant deux jours, la page d'accueil de la mairie de Vaulnay a renvoyé vers un site de casino avec bonus sans dépôt.
Le tribunal a jugé que les tours gratuits offerts au joueur ne constituaient pas un gain imposable.
Faut-il interdire la publicité pour les paris sportifs avant 22 heures, demande une députée de l'opposition ?
Saisis dans un garage de Merlimont, les 800 faux sacs à main seront détruits en avril.
« Crédit rapide sans enquête, réponse en cinq minutes » : derrière la petite annonce se cachait un réseau d'escrocs.
Les étudiants qui paient pour faire rédiger leur mémoire s'exposent à l'exclusion, rappelle le règlement de l'université.
Une caution de deux mois, versée en espèces, n'a jamais été rendue à la locataire.
L'escorte du convoi, deux vedettes et un remorqueur, a quitté le port avant l'aube.
Gratuit et sans inscription, le meilleur dictionnaire en ligne de l'occitan a été complété par des retraités.
Jouée au poker entre amis, la ferme familiale a changé de mains trois fois au cours du siècle.
Les coupe-faim vendus sur les réseaux, souvent présentés comme naturels, contiennent parfois des amphétamines.
""",
        "es": """
Quien buscaba el horario de la piscina municipal acababa en una página de tragaperras con giros gratis.
La Audiencia confirmó la multa de 90.000 euros a una casa de apuestas que regalaba bonos a menores.
¿Se puede reclamar un préstamo rápido con intereses abusivos? Lo explica nuestra abogada de consumo.
Tras comprar sildenafilo sin receta en una farmacia online, el paciente ingresó con una arritmia.
Los trabajos de fin de grado por encargo, a 600 euros cada uno, se anunciaban en las farolas del campus.
Inserte la tarjeta de memoria en la ranura inferior y espere a que se encienda la luz verde.
La señal de 500 euros por el piso se devuelve si el banco niega la hipoteca.
Opciones binarias, señales de forex y un supuesto robot de inversión: así funcionaba la estafa de Villarén.
Con la lotería del colegio se pagó el viaje a Teruel y sobró para un balón.
El outlet de muebles cierra los lunes, según el cartel, y los demás días a las ocho.
Habló en su conferencia de acompañantes, casinos y espías en la Tánger de los años cuarenta.
""",
        "pt": """
Durante o feriado, o portal da câmara de Ribeira Funda exibiu anúncios de caça-níqueis online e de remédio para emagrecer.
O goleiro admitiu ter feito apostas esportivas em jogos do próprio time e foi suspenso por um ano.
Comprar TCC pronto pode custar o diploma, avisa a reitora em carta aos formandos.
Duzentas bolsas falsificadas e réplicas de relógios foram apreendidas numa loja do centro na terça-feira.
Segundo a perícia, o robô de investimentos que prometia dobrar bitcoins nunca executou uma única ordem.
Cada livro devolvido no prazo vale um ponto de bônus na gincana da escola.
O depósito do aluguel deve ser devolvido em até trinta dias, decidiu o tribunal de Várzea Clara.
Rodadas grátis e saque imediato, dizia a propaganda, mas o dinheiro da aposentada jamais voltou.
Tadalafila, tramadol e clonazepam sem receita eram oferecidos num grupo de mensagens com 3 mil participantes.
Pela transmissão ao vivo, os avós assistiram à formatura da neta do outro lado do oceano.
Ganhou na loteria, comprou um barco e continua vendendo pastéis na mesma esquina.
""",
        "it": """
Sul portale della biblioteca di Montelupara, violato domenica, comparivano inserzioni di «viagra senza ricetta» e «migliori casinò online».
I giri gratis promessi ai nuovi iscritti valgono solo dopo trenta puntate, ha accertato l'autorità per la concorrenza.
Tesi di laurea su commissione: denunciati due dottorandi e un tipografo
Può un sito di scommesse trattenere la vincita per un errore nella quota?
Alle pillole dimagranti, comprate da un'amica, la ragazza aveva aggiunto un lassativo, raccontano i medici.
Lo slot per l'atterraggio delle 7.40 è stato assegnato a una compagnia sarda.
Mia nonna giocava al lotto ogni sabato e non vinse mai più di un ambo.
Per il deposito cauzionale bastano due mensilità, spiega lo sportello degli inquilini.
Prestiti veloci, finte garanzie e minacce: in cinque a processo per usura a Borgo Sereno.
L'outlet della vecchia filanda impiega quaranta persone, quasi tutte donne del paese.
Chi compra follower rischia la chiusura del profilo, si legge nelle nuove condizioni d'uso.
""",
        "nl": """
Op de gekaapte site van de voetbalclub stonden opeens links naar gokkasten, escortbureaus en goedkope potentiepillen.
De rechter vond dat het casino de verslaafde bakker al in 2021 had moeten weigeren.
Mag een online bookmaker mijn account sluiten als ik te vaak win?
Scriptie laten schrijven door een ander: hogescholen zien het aantal gevallen verdubbelen
Negen koffers met namaakhorloges en valse merktassen stonden onbeheerd in de vertrekhal.
Voor het tijdslot van half elf zijn nog vier kaartjes over, meldt het museum.
Zonder recept kreeg de vrouw via een chatgroep tramadol, oxazepam en slaappillen thuisbezorgd.
De borg van 900 euro, contant betaald, bleek spoorloos toen de huurder vertrok.
Snel geld lenen kan bij de leenbank ook, maar dan zitten er boren en ladders in het depot.
Op zaterdag begeleiden twee escorteschepen de oude klipper naar de haven van Zoutkamperzijl.
Wie vrienden uitnodigde voor de tradingbot, kreeg een bonus die nooit werd uitbetaald.
""",
        "sv": """
Bygdegårdens gamla webbadress togs över av okända och ledde i våras till sidor med casinobonusar och spelautomater.
Spelinspektionen förbjöd på tisdagen tre bolag att erbjuda vadslagning till svenska kunder.
Får man lämna tillbaka receptfria läkemedel som man har köpt på ett nätapotek?
Tolv falska klockor och en väska av okänt märke såldes vidare som äkta, enligt åtalet.
”Snabblån utan UC” var den vanligaste sökningen bland dem som senare hamnade hos kronofogden.
Uppsatsen hade köpts för 4 000 kronor, och studenten stängdes av i ett halvår.
Minneskortet sitter i den vänstra facköppningen, bredvid uttaget för hörlurar.
Efter pokerkvällen i församlingshemmet kunde scouterna betala sitt nya tält.
På outleten utanför Granvik säljs porslin med små skönhetsfel till halva priset.
Depositionen för lägenheten ska sättas in på ett spärrat konto, skriver hyresgästföreningen.
Bland de största vinnarna på lotteriet fanns en busschaufför som trodde att brevet var reklam.
""",
        "da": """
Menighedsrådets side blev i weekenden fyldt med links til gratis spins, kviklån og potenspiller.
Byretten fandt det bevist, at den 34-årige havde solgt kopiure og falske tasker fra sin campingvogn.
Hvorfor er det så svært at stoppe med væddemål, når først man har vundet?
Kviklån med lynhurtig udbetaling er ifølge forbrugerrådet den dyreste måde at købe julegaver på.
Receptpligtig medicin, heriblandt tramadol, lå frit fremme i kiosken ved Nordhavnsvej.
Eleverne får et bonuspoint, hver gang de cykler til skole i regnvejr.
Specialet var købt på nettet, viste undersøgelsen, og kandidatgraden er nu trukket tilbage.
Under lodtrækningen til pokalturneringen fik Tranebjerg B hjemmebane mod de forsvarende mestre.
Webkameraet på havnemolen viser hele døgnet, om der er plads i lystbådehavnen.
Gratis streaming af alle håndboldkampe, lovede appen, men den stjal i stedet brugernes kortoplysninger.
Casinoet på strandvejen, tegnet i 1926, skal ombygges til ungdomsboliger.
""",
        "no": """
I flere uker viste nettsiden til Fjellvik skolekorps skjulte lenker til casino uten innskudd og billige slankepiller.
Lotteritilsynet ba bankene stanse betalinger til elleve utenlandske spillselskaper.
Hvor lang tid tar det å bli gjeldfri etter ti forbrukslån, spør en leser.
Masteroppgaven til salgs på nettet var skrevet av en pensjonert lektor, viste det seg.
Kopiklokker, falske vesker og 60 kilo sølvpapir ble funnet i en container på Sørkaia.
Beste gratis nettsted for bunadsmønstre er ifølge juryen laget av en rørlegger i Hålandsbygd.
«Gratisspinn til alle nye kunder» var ulovlig markedsføring, slo retten fast i går.
Bonusen fra kraftlaget ble delt likt mellom de 214 husstandene i dalen.
Den påståtte handelsroboten tok imot bitcoin fra 320 sparere og kjøpte en hytte, heter det i tiltalen.
Losbåten og et eskortefartøy fulgte tankskipet helt inn til raffineriet.
Viagra på resept hjalp ikke mot høydesyke, konkluderte fjellklatrerne etter forsøket.
""",
        "fi": """
Kyläyhdistyksen sivuille oli ujutettu mainoksia pikavipeistä, kolikkopeleistä ja reseptivapaasta Viagrasta.
Deittisovelluksessa tavattu ”öljyinsinööri” pyysi ensin lahjakortteja ja sitten bitcoineja, poliisi kuvailee.
Voiko verkkoapteekista tilata reseptilääkkeitä sairaan naapurin puolesta, kysyy lukija?
Pikalainan korkokatto laskee lokakuussa, mutta velkaneuvojien jonot eivät lyhene.
Pokerikerho kokoontuu kirjaston takahuoneessa, ja panoksina käytetään kuivattuja herneitä.
Opiskelija oli ostanut gradunsa netistä 1 500 eurolla, yliopisto kertoo.
Panosten nostaminen neuvotteluissa oli virhe, myönsi liiton puheenjohtaja perjantaina.
Arpajaisten pääpalkinto, sähköpyörä, meni jälleen samalle perheelle Koivusalmelle.
Muistikortti työnnetään laitteen alareunassa olevaan paikkaan etiketti ylöspäin.
”Talleta kympin, saat satasen bonusta”, luki viestissä, jonka poika näytti äidilleen.
Tehtaanmyymälässä myytiin lauantaina loppuun sekä villasukat että vedonlyönnin historiasta kertovat muistelmat.
""",
    }.items()
}
