"""Where in a batch a trim could be: a prefilter over its bytes, cheap, with false alarms, and rarely wrong.

Marks and brackets are found once for the whole batch; the four bytes beside each are looked up in tables of what calls,
pointers and placeholders begin or end with. Only what passes is looked at with patterns (`trims.py`). Whether a line
is suspected depends on its own bytes: what reaches over its edges is no hit, be it only a hash that collides.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from cleaner.batch import Batch, Bytes, Flags, Ints
from cleaner.phrases import AGENCIES
from cleaner.trim import Place

FLAT = 400
"""Bytes and characters in which an article in one line has its byline, date and picture."""
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
_TAKEN = (
    "foto,fotos,hoto,bild,kuva,kép,ęcie,fot.,ğraf,afía,afia,ảnh,Ảnh,ẢNH,фото,имка,φωτο,αφία,"
    "صورة,وير,عکس,ोटो,ছবি,ภาพ,사진"
)
_CLOSED = (
    "more,wser,endo,más,mas,mais,uite,plus,esen,hren,meer,rder, mer,mere,isää,uttu,utto,gere,"
    "cej,alej,dále,алее,стью,льше,бнее,далі,oku,amı,hêm,mult,som,全文,更多,読む,보기,less,info,com,net,.id,org,page,ikut"
)
_CLOSED_LONG = (
    " read on,ead more, article,ll story,he story,the post, reading,ormation,ngkapnya,terusnya,h lanjut,aca lagi,"
    "more on ,log post"
)


class Suspects(NamedTuple):
    """Hold the lines that could have a trim, sorted, and for some places the byte of the batch where it would be."""

    lines: Ints
    bytes: Ints | None = None


def _keys(words: str, last: bool = False, folded: bool = True) -> Flags:
    """Return a table that tells whether a hash may be that of the first (last) four bytes of one of the words."""
    table = np.zeros(1 << _KEY_BITS, np.bool_)
    whole = [word.encode() for word in words.split(",") if word]
    edges = [word[-4:].rjust(4) if last else word[:4].ljust(4) for word in whole]
    table[_hash(np.frombuffer(b"".join(edges), "<u4"), folded)] = True
    return table


def _hash(four: npt.NDArray[np.uint32], folded: bool = True) -> npt.NDArray[np.uint32]:
    return ((four | np.uint32(0x20202020) if folded else four) * _KEY_MULTIPLIER) >> np.uint32(32 - _KEY_BITS)


_AGENCY_KEYS = _keys(",".join(f"{name}–,{name} –,{name}  " for name in AGENCIES.split("|")), folded=False)
_BRACKET_KEYS, _CALL_KEYS, _MARKER_KEYS = _keys(_BRACKETED), _keys(_CALLED, folded=False), _keys(_MARKED, folded=False)
_POINT_KEYS, _CLOSE_KEYS, _LIST_KEYS = _keys(_POINTING, last=True), _keys(_CLOSED, last=True), _keys(_LISTED, last=True)
_TAKEN_KEYS = _keys(_TAKEN, last=True)
_LONG_KEYS = np.sort(np.array([int.from_bytes(w.encode()[-8:], "little") for w in _CLOSED_LONG.split(",")], np.uint64))
_TRIGGER = bytes(int(byte in b'.!?:|>([#"-_/\xe2\xef') for byte in range(256))
_TAIL_BYTES = np.zeros(256, np.bool_)
_TAIL_BYTES[list(b")*]#\xa0\x89\x91")] = True  # the last two end a full-width bracket
_AFTER_DOMAIN = np.zeros(256, np.bool_)
_AFTER_DOMAIN[list(b",-|/:\xe2")] = True
_SKIPPED = np.zeros(256, np.bool_)
_SKIPPED[list(b" .>\xc2\xbb\xe2\x80\xa6\x86\x92\xa0\t")] = True
_FULL_HEADS = np.sort(np.array([int.from_bytes(sign.encode(), "big") for sign in "本【（中新据人"], np.uint32))


def suspects(batch: Batch) -> dict[Place, Suspects]:
    """Return, for each place, where a trim could stand."""
    buffer = np.concatenate([batch.buffer, np.full(8, 10, np.uint8)])
    four = np.ndarray((len(buffer) - 4,), "<u4", buffer, strides=(1,))
    starts, count = batch.starts, len(batch.lines)
    at = np.flatnonzero(np.frombuffer(batch.buffer.tobytes().translate(_TRIGGER), np.bool_))
    line = np.repeat(np.arange(count), np.diff(np.searchsorted(at, starts)))
    byte, before, behind = buffer[at], buffer[at - 1], buffer[at + 1]
    offset, left = at - starts[line], starts[line + 1] - at
    first = starts[:-1]

    signs = (byte == 0xE2) & (behind == 0x80)
    third = buffer[at + 2]
    dot, colon, round_ = byte == 0x2E, byte == 0x3A, byte == 0x28
    hyphen = (byte == 0x2D) | signs & (third >= 0x93) & (third <= 0x95)
    wide = (byte == 0xE2) | (byte == 0xEF)
    ended = dot | (byte == 0x21) | (byte == 0x3F) | (byte == 0x22)
    ended |= signs & ((third == 0x99) | (third == 0x9D) | (third == 0xA6))

    after = at + np.where(wide, 3, 1)
    after = after + (buffer[after] == 0x20)
    opening = four[after]
    opener, shouted = _hash(opening), _hash(opening, folded=False)
    back = at - 4 - (before == 0x20)
    closer = _hash(four[np.maximum(back, 0)])

    early = np.flatnonzero(offset < _HEAD)
    spaced = (before == 0x20) | (before == 0x29) | (before == 0xA0) | (before == 0xBD)
    domain = dot & (behind > 0x40) & ((before > 0x40) | (buffer[at - 2] > 0x40)) & (offset > 0)
    reached = at[early, None] - np.arange(3, 6)
    glued = ((buffer[reached] == 0x2E) & (reached >= first[line[early], None])).any(axis=1)  # a domain before a dash
    reached = at[early, None] + np.arange(3, 9)
    follows = (_AFTER_DOMAIN[buffer[reached]] & (reached < starts[line[early] + 1, None])).any(axis=1)
    joint = hyphen[early] & (spaced[early] | glued) | (byte[early] == 0x7C) | colon[early]
    near = early[joint | domain[early] & follows & (offset[early] < 40)]
    reach = np.full(count, -1)
    reach[line[near]] = offset[near]  # the last of them
    words = np.diff(starts) > 4
    head = _AGENCY_KEYS[_hash(four[first], folded=False)] & words
    head[line[(dot | round_ | (byte == 0x2F) | (byte == 0xEF)) & (offset <= reach[line])]] = True
    high = np.flatnonzero(buffer[first] >= 0xE3)
    head[high[_among(four[first[high]].byteswap() >> np.uint32(8), _FULL_HEADS)]] = True

    last = starts[1:] - 2
    last = last - (buffer[last] == 0x20)
    closed = _TAIL_BYTES[buffer[last]]
    for _ in range(4):
        last = last - _SKIPPED[buffer[last]]
    fours = four[np.maximum(last - 7, 0)], four[np.maximum(last - 3, 0)]
    eight = (fours[0] | np.uint32(0x20202020)).astype(np.uint64) | (fours[1] | np.uint32(0x20202020)).astype(
        np.uint64
    ) << np.uint64(32)
    onward = _CLOSE_KEYS[_hash(fours[1])] & (last - first > 2) | _among(eight, _LONG_KEYS)
    onward[line[ended & (opener == _READ) & (left < 90)]] = True  # Read more at ...
    following, sign = opening.astype(np.uint8), opening & np.uint32(0xFFFFFF)
    short = left < 60
    mark = (byte == 0x23) & short
    dashed = (sign >= 0x9380E2) & (sign <= 0x9580E2) & ((sign & np.uint32(0xFFFF)) == 0x80E2) | (sign == 0x9288E2)
    signed = np.zeros(count, np.bool_)
    signed[line[ended & short & ((following == 0x2D) | dashed | (following == 0x2F) | (following == 0x7C))]] = True
    mark |= (
        round_
        & (left < 90)
        & (left > 8)
        & ((buffer[at + 4] == 0x2F) | (buffer[at + 6] == 0x2F) | (left > 20) & (offset > 0) & (buffer[at - 2] == 0x2E))
    )
    closed[line[mark]] = True

    apart = (before == 0x20) | (behind == 0x20) | (before >= 0x80)
    barred = (byte == 0x7C) | (byte == 0x5F) | wide | colon | (byte == 0x2D) & apart | domain
    title = np.zeros(count, np.bool_)
    title[line[barred & (left < 70) & (left > 3)]] = True

    stamp = np.flatnonzero(colon & (offset < FLAT) & (left > 100))
    stamp = stamp[_digits(before[stamp]) & _digits(behind[stamp])]
    room, inside = after - at + 4 < left, back >= first[line]
    called = np.flatnonzero(ended & _CALL_KEYS[shouted] & room)
    marked = np.flatnonzero(_MARKER_KEYS[shouted] & room)
    heads = np.flatnonzero(_MARKER_KEYS[_hash(four[first], folded=False)] & words)
    places, spots = np.concatenate([line[marked], heads]), np.concatenate([at[marked], first[heads]])
    order = np.lexsort([spots, places])
    pointing = np.flatnonzero(_POINT_KEYS[closer] & ~(dot | (byte == 0x21) | (byte == 0x3F) | (byte == 0x22)))
    pointing = pointing[(byte[pointing] != 0x5B) & ~round_[pointing] & inside[pointing]]
    pointing = pointing[(byte[pointing] != 0x2D) | (behind[pointing] == 0x20)]
    return {
        "head": Suspects(np.flatnonzero(head)),
        "tail": Suspects(np.flatnonzero(closed)),
        "onward": Suspects(np.flatnonzero(onward)),
        "signed": Suspects(np.flatnonzero(signed)),
        "photo": Suspects(_once(line[colon & _TAKEN_KEYS[closer] & (left < 100) & inside])),
        "title": Suspects(np.flatnonzero(title)),
        "bracket": Suspects(_once(line[((byte == 0x5B) | round_) & _BRACKET_KEYS[opener] & room])),
        "call": Suspects(line[called], at[called]),
        "marker": Suspects(places[order], spots[order]),
        "list": Suspects(_once(line[colon & _LIST_KEYS[closer] & inside | ended & (opener == _YUK) & room])),
        "flat": Suspects(_once(line[stamp])),
        "pointer": Suspects(line[pointing], at[pointing]),
    }


def _among(values: npt.NDArray[Any], known: npt.NDArray[Any]) -> Flags:
    """Tell which values are among the sorted `known` ones; `np.isin` would import a lot."""
    found: Flags = known[np.minimum(np.searchsorted(known, values), len(known) - 1)] == values
    return found


def _once(sorted_lines: Ints) -> Ints:
    """Return sorted numbers without those that repeat."""
    return sorted_lines[np.flatnonzero(np.diff(sorted_lines, prepend=-1))]


def _digits(byte: Bytes) -> Flags:
    return (byte >= 0x30) & (byte <= 0x39)


_YUK = int(_hash(np.frombuffer(b"yuk,", "<u4"))[0])
_READ = int(_hash(np.frombuffer(b"read", "<u4"))[0])
