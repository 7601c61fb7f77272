"""Parts that made-up brand names of spam are made of. Written for this project."""

from __future__ import annotations

_PARTS = {
    "stems": """
        dewa raja mega naga zeus hoki cuan jaya mahkota kaisar sultan bandar istana garuda harimau macan singa
        elang rajawali kuda gajah panda koi bola liga gol kartu domino dadu kiu kasino jackpot maxwin olympus
        petir badai angin api air bumi langit bintang bulan mentari surya indo asia nusa bali java sumatra
        borneo tokyo macau vegas monte texas roma paris london sydney hongkong siam manila lucky gold golden
        silver royal king queen prince star sun moon dragon tiger lion wolf eagle phoenix ninja samurai titan
        hero legend super ultra maxi mini turbo nitro hyper alpha omega delta sigma neo nova xtra viral hot fire
        ice neon cyber pixel magic mystic mami papi tante om bos juragan boss master pro guru sakti mantra dukun
        jin peri dewi putri ratu pangeran ksatria satria jenderal panglima untung rejeki berkah makmur sejahtera
        sukses jitu pasti gampang mudah kilat cepat laju maju merdeka abadi setia sahabat teman rumah gudang
        toko pasar kebun sawah hutan gunung pantai pulau danau sungai samudra laguna kota desa kampung apel
        jeruk mangga durian nanas kelapa kopi teh gula susu madu coklat vanila melati mawar anggrek teratai kilo
        zeta beta gama tera giga nano piko sembilan delapan tujuh lima tiga dua satu kembar duo trio quad joker
        wild scatter spin reel ace jack clover cherry diamond ruby zamrud mutiara permata intan berlian mas emas
        perak perunggu oxo wak kpk jkt bdg sby mdn plg ipo ovo gcr vio dna lux rex max fox zen kiko mimi lolo
        ruru yoyo
    """,
    "endings": """
        togel toto slot bet 4d qq poker gacor win jp play hoki cuan vip 88 77 99 138 777 303 888 168 123 365 69
        33 55 188 555 casino game games bola slots bets club online net asia indo pools jitu maxwin zeus link
        4dp wap spin luck gaming sport
    """,
    "onsets": """
        b c d f g h j k l m n p r s t w y z br dr gr kl kr pr st tr ng ny sh ch
    """,
    "codas": """
        n ng r s t x k l m z
    """,
    "openings": """
        slot togel toto bet judi agen situs raja dewa idn mpo pg rtp poker casino link qq win hoki gacor
    """,
    "top levels": """
        com net org vip xyz site online club live top pro fun lol store click asia win bet cc me info shop space
        one link
    """,
}
STEMS, ENDINGS, ONSETS, CODAS, OPENINGS, TOP_LEVELS = (parts.split() for parts in _PARTS.values())
