"""Furniture inside good lines that has a shape: prefixes, suffixes, end marks, pointers, placeholders, calls.

A prefilter over the bytes of the whole batch picks the few lines where a row of the table (`patterns.py`) could match,
so that clean text costs almost nothing; only those lines are looked at with regular expressions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, get_args

import numpy as np
import numpy.typing as npt
import regex

from cleaner.batch import Batch, Bytes, Flags, Ints
from cleaner.decide import Span
from cleaner.patterns import POINTERS, SHOUTED, TABLE, TORN_DASH, TORN_PREFIX, Place, Trim
from cleaner.taxonomy import Label

_LAST = 420  # characters at the end of a line in which a call to the reader is looked for
_FLAT = 400  # bytes and characters in which an article in one line has its byline, date and picture
_HEAD = 72  # bytes from the start of a line in which a prefix must have its dash
_KEY_BITS = 16
_KEY_MULTIPLIER = np.uint32(0x9E3779B1)

_BRACKETED = (
    "gamb,embe,vide,imag,gall,capt,foto,yout,audi,twee,inst,edit,sunt,ubah,modi,bear,quel,redi,muok,bewe,bron,"
    "edyt,szer,прав,ред,"
    "деği,kayn,upda,cita,butu,klar,adve,anze,publ,pubb,rekl,рекл,ikla,quản,广告,廣告,광고,编辑,編輯,編集,ソース,편집,원본,sửa,"
    "değ,adsb,stor,arti,text"
)
_CALLED = (
    "Ikut,IKUT,Sima,Temu,Dapa,Gaba,Gabu,Berg,Mari,Jang,Yuk ,Yuk,Jom ,Undu,Muat,Lang,Laya,Pant,Bagi,Kong,Sila,"
    "Foll,Subs,Sign,Join,Down,Like,Get ,Stay,Supp,Clic,Folg,Abon,Jetz,Lade,Unte,Suiv,Rejo,Tél,Retr,Síg,Susc,"
    "Únet,Desc,Sigu,Siga,Assi,Curt,Cliq,Segu,Iscr,Unis,Scar,Volg,Schr,Följ,Pren,Ladd,Tila,Seur,Følg,Meld,Last,"
    "Tilm,Hent,Obse,Zapi,Dołą,Подп,Чита,Прис,Скач,След,Підп,Mời,Theo,Tont,Liha,Saks,Watc,See ,"
)
_MARKED = "SCRO,Scro,ADVE,Adve,La s,Jutt,Anze,Ikla,Publ,Pubb,Rekl,Рекл,Quản,广告,廣告,광고,adsb,- Ad,- AD,- An,- Ik,–Ad"
_LISTED = "nnya,ries"
_POINTING = (
    "juga,pula,lagi,nnya,kait,itan,deo,also,more,next,this,read,see,atch,isten,heck,lated,tory,icle,like,"
    "fror you,issi,auch,hier,dazu,mehr,sant,hema,"
    "esen,ook,rder,meer,ezen,ckså,även,mer,også,mere,myös,isää,ussi,ment,bién,emás,más,esar,amos,mbém,mais,"
    "nche,arti, și,акже,ещё,еще,теме,акож,"
    "też,akże,ięcej,nież,aké,i si,elő,još,и,bkz,aber,oku,thêm,din,rin,pia,baca,nton,ditor,nyet,baca,rkait,"
    "eksti,ضا,ضاً,نید,ھیں,ढ़ें,ड़ें,ুন,ங்க,ండి,ติม,ต่อ,阅读,閱讀,报道,記事,たい,기사,읽기"
)
_CLOSED = (
    "more, on,icle,tory,post,wser,ding,tion,pnya,njut,lagi,snya,endo,más,mas,mais,uite,plus,esen,hren,meer,"
    "rder, mer,mere,isää,uttu,utto,gere,"
    "cej,alej,dále,алее,стью,льше,бнее,далі,oku,amı,hêm,mult,som,全文,更多,読む,보기,less,info,com,net,.id,org,page,ikut"
)


def propose(batch: Batch, numbers: Sequence[int]) -> list[Span]:
    """Return the trims inside the lines of `batch` with these numbers, sorted; a line may be covered as a whole."""
    if not len(numbers):
        return []
    wanted = np.zeros(len(batch.lines), np.bool_)
    wanted[np.asarray(numbers)] = True
    places: dict[int, list[Place]] = {}
    for place, lines in _suspects(batch).items():
        for number in np.unique(lines).tolist():
            if wanted[number]:
                places.setdefault(number, []).append(place)
    spans = list(_leftovers(batch, wanted))
    for number, found in places.items():
        spans += _disjoint(
            [
                Span(number, start, stop, row.label, row.score, (f"trim:{row.name}",))
                for start, stop, row in _matches(batch.lines[number], found)
            ]
        )
    return sorted(spans, key=lambda span: (span.line, span.start))


def _leftovers(batch: Batch, wanted: Flags) -> Iterator[Span]:
    """Yield the dash that opens a line where a publisher prefix was torn in two: the line before is a bare prefix."""
    opens = batch.buffer[batch.starts[:-1]]
    for number in np.flatnonzero(wanted & ((opens == 0x2D) | (opens == 0xE2))).tolist():
        match = _compiled(TORN_DASH).match(batch.lines[number])
        before = number - 1
        while before >= 0 and not batch.inked[before]:
            before -= 1
        if match and before >= 0 and _compiled(TORN_PREFIX).fullmatch(batch.lines[before].strip()):
            yield Span(number, 0, match.end(), Label.CREDIT, 0.93, ("trim:torn-prefix",))


def trims_of(line: str, title: bool = False) -> list[tuple[int, int, Trim]]:
    """Return `(start, stop, row)` of every trim in one line, without the prefilter."""
    return list(_matches(line, [place for place in get_args(Place) if title or place != "title"]))


@cache
def _rows(place: Place) -> tuple[tuple[Trim, Any], ...]:
    """Return the rows of a place with their compiled patterns: compiled when first needed, most runs need few."""
    return tuple(
        (row, regex.compile(row.pattern, regex.REVERSE if place in _LAST_PLACES else 0))
        for row in TABLE
        if row.place == place
    )


def _matches(line: str, places: Sequence[Place]) -> Iterator[tuple[int, int, Trim]]:
    for place in places:
        if place == "pointer":
            yield from _pointers(line)
            continue
        last = line.rstrip()[-1:] if place == "tail" else ""
        for row, pattern in _rows(place):
            if last and row.last and last not in row.last:
                continue
            if place == "head" or place in _LAST_PLACES:  # the latter are matched backwards, from the end
                match = pattern.match(line)
                if match:
                    yield match.start(), match.end(), row
                continue
            begin = max(len(line) - _LAST, 0) if place == "call" else 0
            for match in pattern.finditer(line, begin, _FLAT if place == "flat" else len(line)):
                spaced = place == "marker" and line[match.start() - 1 : match.start()] == " "
                yield match.start() - spaced, match.end(), row


def _pointers(line: str) -> Iterator[tuple[int, int, Trim]]:
    windows = list(_pointing(line))
    for row, pattern in _rows("pointer") if windows else ():
        for low, high in windows:
            match = pattern.search(line, low, high)
            stop = headline_end(line, match.end(), match.group("open")) if match else None
            if match and stop is not None:
                yield match.start(), stop, row


def _pointing(line: str) -> Iterator[tuple[int, int]]:
    """Yield the windows of the line in which a phrase that points elsewhere stands before a colon or an arrow."""
    for mark in _compiled(r"[:：|»›>–-]+").finditer(line):
        before = line[max(mark.start() - 40, 0) : mark.start()].rstrip()
        bracket = max(before.rfind("("), before.rfind("["))
        if (
            before.lower().endswith(POINTERS)
            or before.endswith(SHOUTED)
            or (bracket >= 0 and before[bracket + 1 :].startswith(("Baca ", "Simak ", "Lihat ")))
        ):
            yield max(mark.start() - 60, 0), mark.end() + 1


def _disjoint(spans: list[Span]) -> list[Span]:
    """Keep the outermost of overlapping spans."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.stop)):
        if not kept or span.start >= kept[-1].stop:
            kept.append(span)
    return kept


_LAST_PLACES = ("tail", "title")


@cache
def _compiled(pattern: str) -> Any:
    return regex.compile(pattern)


_CLOSING = {"(": ")", "[": "]", "（": "）", "【": "】"}
_LONGEST = 170
_STARTERS = (
    ""
    "Sementara|Namun|Menurut|Dalam|Selain|Pada|Untuk|Kata|Dia|Ia|Hal|Adapun|Meski|Karena|Oleh|Dengan|Di|Sebelumnya|Kemudian|Setelah|Tapi|Tetapi|Bahkan|Lalu|Saat|Jika|"
    ""
    "The|He|She|It|They|We|In|On|At|But|However|According|Meanwhile|After|When|This|That|Der|Die|Das|Er|Sie|Es|Im|In|Le|La|Les|Il|Elle|El|Los|Las|En|O|A|Os|As|No|Na"
)
_BOUNDARY = (
    r"(?<=[\p{Ll}\d%)”’'!?])(?=[\"“]|\p{Lu}\p{Ll})"  # glued: ...HeadlineNext sentence
    r"|(?<=[!?])(?=\s+\p{Lu})|(?=\s{2,})|(?=\ufffd)|(?=\s+[\"“])"
    r"|(?<=[\p{L}\d)])(?=\s+(?:" + _STARTERS + r") \p{Ll})"
)


def headline_end(line: str, start: int, opened: str | None) -> int | None:
    """Return where the headline that a pointer names ends, or None where that cannot be told.

    A bracket opened by the pointer closes it; else the end is where the next sentence is glued on, two spaces, a quote
    or a usual first word; else the end of a line that is short enough to be a headline.
    """
    if opened:
        close = line.find(_CLOSING[opened], start, start + _LONGEST)
        return close + 1 if close >= 0 else None
    at = start
    while True:
        boundary = _compiled(_BOUNDARY).search(line, at + 8, min(len(line), at + _LONGEST))
        if boundary is None:
            rest = line[at:].rstrip()
            if 8 <= len(rest) <= _LONGEST and (at > start or "." not in rest[:-1].replace("...", "")):
                return at if at > start and "." in rest[:-1] else len(line)
            return at if at > start else None
        at = int(boundary.start())
        following = line[at : at + 60]
        if following[:1].isspace() or _capitals(following) < 0.7:
            return at


def _capitals(piece: str) -> float:
    """Return the share of the words of four letters and more, the first left out, that open with a capital."""
    words = [word for word in piece.split()[1:-1] if len(word) > 3]
    return sum(word[0].isupper() or word[0].isdigit() for word in words) / len(words) if len(words) > 2 else 0.0


def _titles(batch: Batch) -> Ints:
    """Return the number of the first line with ink of every text."""
    inked = np.flatnonzero(batch.inked)
    at = np.searchsorted(inked, batch.first[:-1])
    at = at[at < len(inked)]
    return inked[at]


def _keys(words: str, last: bool = False, folded: bool = True) -> Flags:
    """Return a table that tells whether a hash may be that of the first (last) four bytes of one of the words."""
    table = np.zeros(1 << _KEY_BITS, np.bool_)
    for word in filter(None, words.split(",")):
        data = word.encode()
        four = data[-4:].rjust(4) if last else data[:4].ljust(4)
        table[_hash(np.frombuffer(four, "<u4"), folded)] = True
    return table


def _hash(four: npt.NDArray[np.uint32], folded: bool = True) -> npt.NDArray[np.uint32]:
    return ((four | np.uint32(0x20202020) if folded else four) * _KEY_MULTIPLIER) >> np.uint32(32 - _KEY_BITS)


_BRACKET_KEYS, _CALL_KEYS, _MARKER_KEYS = _keys(_BRACKETED), _keys(_CALLED, folded=False), _keys(_MARKED, folded=False)
_POINT_KEYS, _CLOSE_KEYS, _LIST_KEYS = _keys(_POINTING, last=True), _keys(_CLOSED, last=True), _keys(_LISTED, last=True)
_TRIGGER = bytes(int(byte in b'.!?:|>([#"-_\xe2\xef') for byte in range(256))
_TAIL_BYTES = np.zeros(256, np.bool_)
_TAIL_BYTES[list(b")*]#\xa0\x89\x91")] = True  # the last two end a full-width bracket
_SKIPPED = np.zeros(256, np.bool_)
_SKIPPED[list(b" .>\xc2\xbb\xe2\x80\xa6\x86\x92\xa0\t")] = True
_FULL_HEADS = (0xE69CAC, 0xE38090, 0xEFBC88, 0xE4B8AD, 0xE696B0, 0xE68DAE, 0xE4BABA)  # 本【（中新据人


def _suspects(batch: Batch) -> dict[Place, Ints]:
    """Return, for each place, the lines that could have a trim there (unsorted, repeated): cheap, and rarely wrong."""
    buffer = np.concatenate([batch.buffer, np.full(8, 10, np.uint8)])
    four = np.ndarray((len(buffer) - 4,), "<u4", buffer, strides=(1,))
    starts = batch.starts
    at = np.flatnonzero(np.frombuffer(batch.buffer.tobytes().translate(_TRIGGER), np.bool_))
    line = np.repeat(np.arange(len(batch.lines)), np.diff(np.searchsorted(at, starts)))
    byte, before = buffer[at], buffer[at - 1]
    offset, left = at - starts[line], starts[line + 1] - at
    first, every = starts[:-1], np.arange(len(batch.lines))

    signs = (byte == 0xE2) & (buffer[at + 1] == 0x80)
    third = buffer[at + 2]
    dash = ((byte == 0x2D) | signs & (third >= 0x93) & (third <= 0x95)) & (offset < _HEAD)
    spaced = (before == 0x20) | (before == 0x29) | (before == 0xA0) | (before == 0xBD)
    head = dash & (spaced | (buffer[at - 4] == 0x2E) | (buffer[at - 3] == 0x2E))
    head |= (byte == 0x2E) & (offset < 40) & (buffer[at + 1] > 0x40)
    head |= (byte == 0x28) & (offset == 0)
    full = np.isin(four[first].byteswap() >> np.uint32(8), _FULL_HEADS)

    last = starts[1:] - 2
    last = last - (buffer[last] == 0x20)
    closed = _TAIL_BYTES[buffer[last]]
    for _ in range(4):
        last = last - _SKIPPED[buffer[last]]
    closed |= _CLOSE_KEYS[_hash(four[np.maximum(last - 3, 0)])]
    wide = (byte == 0xE2) | (byte == 0xEF)
    after = at + np.where(wide, 3, 1)
    after = after + (buffer[after] == 0x20)
    following, opening = buffer[after], four[after]
    opener, shouted = _hash(opening), _hash(opening, folded=False)
    ended = (
        signs & ((third == 0x99) | (third == 0x9D) | (third == 0xA6))
        | (byte == 0x2E)
        | (byte == 0x21)
        | (byte == 0x3F)
        | (byte == 0x22)
    )
    tail = (byte == 0x23) & (left < 60)
    tail |= (
        ended & (left < 60) & ((following == 0x2D) | (following == 0xE2) | (following == 0x2F) | (following == 0x7C))
    )
    tail |= (byte == 0x28) & (left < 60) & (left > 20) & (buffer[at - 2] == 0x2E) & closed[line]
    tail |= (byte == 0x28) & (left < 90) & (left > 8) & (buffer[at + 4] == 0x2F)  # (abc/def)

    bracket = ((byte == 0x5B) | (byte == 0x28)) & _BRACKET_KEYS[opener]
    previous = np.maximum(at - 1 - (before == 0x20) - 3, 0)
    closer = _hash(four[previous])
    pointing = ~((byte == 0x2E) | (byte == 0x21) | (byte == 0x3F) | (byte == 0x22) | (byte == 0x5B) | (byte == 0x28))
    stamp = (byte == 0x3A) & (offset < _FLAT) & (left > 100) & _digits(buffer[at - 1]) & _digits(buffer[at + 1])
    barred = (
        (left < 70)
        & (left > 3)
        & ((byte == 0x7C) | (byte == 0x3A) | (byte == 0x2D) | wide | (byte == 0x2E) | (byte == 0x5F))
    )
    return {
        "head": np.concatenate([line[head], every[full]]),
        "tail": np.concatenate([line[tail], every[closed]]),
        "title": np.intersect1d(_titles(batch), line[barred]),
        "bracket": line[bracket],
        "call": line[ended & _CALL_KEYS[shouted]],
        "marker": np.concatenate([line[_MARKER_KEYS[shouted]], every[_MARKER_KEYS[_hash(four[first], folded=False)]]]),
        "list": line[(byte == 0x3A) & _LIST_KEYS[closer] | ended & (opener == _YUK)],
        "flat": line[stamp],
        "pointer": line[pointing & _POINT_KEYS[closer]],
    }


def _digits(byte: Bytes) -> Flags:
    return (byte >= 0x30) & (byte <= 0x39)


_YUK = int(_hash(np.frombuffer(b"yuk,", "<u4"))[0])
