"""Say what languages call months and days, and how they write dates."""

from __future__ import annotations

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


def calendar_of(lang: str) -> tuple[list[str], list[str], list[str]]:
    """Return months, weekdays and forms of dates of a language; a form never has a name that the language lacks."""
    months = _MONTHS.get(lang, "").split()
    named = _WEEKDAYS.get(lang, "")
    days = named.split("|") if "|" in named else named.split()
    forms = (_DATE_FORMS.get(lang) or _DATE_FORMS.get(_LIKE.get(lang, ""), _DATE_FORMS[""])).split("|")
    nameless = [*(() if months else ("{B}", "{b}")), *(() if days else ("{w}",))]
    return months, days, [form for form in forms if not any(slot in form for slot in nameless)]
