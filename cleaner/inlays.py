# ruff: noqa: E501 (a pattern is read as one line)
"""Trims that stand anywhere in a line: placeholders, ad markers, calls, pointers, the head of an article in one line."""

from __future__ import annotations

from cleaner.phrases import (
    ADS,
    CALL,
    CHANNEL,
    CONTINUED,
    EDIT,
    ENDED,
    PLAYERS,
    POINTER,
    STAMP,
    TOWN,
    WATCHES,
    WORD,
    any_of,
)
from cleaner.taxonomy import Label
from cleaner.trim import Trim

CONTINUES = rf"(?i:(?:{any_of(CONTINUED)}) continues (?:below|after)(?: (?:the )?advertisements?)?)\.?"

INLAYS: tuple[Trim, ...] = (
    Trim(
        "end-watch",
        Label.RELATED,
        "call",
        rf"{ENDED}\s*(?:{any_of(WATCHES)})(?: juga| also)? (?:[Vv]ideo|VIDEO)[^.:\n]{{4,110}}:(?=\s*(?:\[|$))",
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
        rf"(?<=^.{{15,220}} ){WORD}(?: {WORD}){{1,3}} - [\p{{L}}]{{4,24}} (?={STAMP})",
        0.9,
        "Mayor opens new bridge Ines Marl - harbourNews Monday, 03 Mar 2031 10:15 WIB Westhaven - The mayor spoke.",
        "Ines Marl - harbourNews ",
        "Mayor opens new bridge Ines Marl - harbourNews in March 2031",
    ),
    Trim(
        "flat-stamp",
        Label.METADATA,
        "flat",
        rf"(?<=^.{{10,260}} ){STAMP}\s+(?:(?:WIB|WITA|WIT|GMT|UTC|EST|CET)\s)?(?=\S)",
        0.92,
        "Mayor opens new bridge Ines Marl - harbourNews Monday, 03 Mar 2031 10:15 WIB Westhaven - The mayor spoke.",
        "Monday, 03 Mar 2031 10:15 WIB ",
        "The mayor opened the new bridge on Monday, 03 Mar 2031 and spoke.",
    ),
    Trim(
        "flat-photo",
        Label.CAPTION,
        "flat",
        rf"(?<={STAMP}\s+(?:WIB|WITA|WIT|GMT|UTC|EST|CET) )[^.]{{0,140}}?\(?(?:Foto|Photo|Gambar|Dok)\s?: ?[^()\n]{{2,60}}?\)? (?={TOWN} [-–—] )",
        0.9,
        "Mayor opens bridge Ines Marl - harbourNews Monday, 03 Mar 2031 10:15 WIB The bridge Photo: harbour/marl Westhaven - The mayor spoke.",
        "The bridge Photo: harbour/marl ",
        "Mayor opens bridge Monday, 03 Mar 2031 10:15 WIB The bridge Westhaven - The mayor spoke.",
    ),
    Trim(
        "player-placeholder",
        Label.CAPTION,
        "bracket",
        rf"[ \t\u00a0]*\[\s?(?i:{any_of(PLAYERS)})\s?(?::[^\[\]\n]{{0,60}})?\]",
        0.95,
        "The mayor opened the bridge. [Gambas:Video 20seconds] It was built in two years.",
        " [Gambas:Video 20seconds]",
        "The mayor [of Westhaven] opened the bridge. [3]",
    ),
    Trim(
        "edit-mark",
        Label.NAVIGATION,
        "bracket",
        rf"\s?\[\s?{EDIT}(?:\s?\|\s?{EDIT})?\s?\]",
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
        rf"[-–—] ?(?:{any_of(ADS)}) ?[-–—]|[(\[](?:{any_of(ADS)})[)\]]|"
        rf"[(\[]{CONTINUES}[)\]]|{CONTINUES}(?! ?\p{{Ll}})|"
        r"La suite après la publicité|Juttu jatkuu mainoksen jälkeen\.?|Artikeln fortsätter (?:under|efter) annonsen\.?|"
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
        rf"{ENDED}\s*{CALL}\b[^.!?\n]{{0,110}}{CHANNEL}(?:[^.!?\n]|\.(?=\p{{Ll}})){{0,90}}(?:[.!](?: (?:Karena,? )?[Kk]alau bukan [^.!?\n]{{2,60}}\?)?|\?|$)(?=\s*$|\p{{Lu}}\p{{Ll}}+,? \p{{Ll}})",
        0.9,
        "The bridge was opened on Monday. Follow the Harbour Post on Google News.",
        " Follow the Harbour Post on Google News.",
        "The bridge was opened on Monday. Follow the signs to the harbour.",
    ),
    Trim(
        "pointer",
        Label.RELATED,
        "pointer",
        rf"(?:{ENDED}|(?<=\p{{Ll}}|\d)(?=\p{{Lu}})|(?<=\s)(?=[\p{{Lu}}>»→+(\[])|^)[ \t\u00a0]*(?P<open>[(\[（【])?(?:>{{1,3}}|»|→|\+{{3}})?\s?(?:Yuk,? )?{POINTER}\s?(?:[:：|»›>–]|-(?= ))+\s?",
        0.94,
        "The bridge was opened on Monday. (Read also: Five bridges that changed the coast) It was built in two years.",
        " (Read also: Five bridges that changed the coast)",
        "The mayor told them to read also the small print: it matters.",
    ),
)
