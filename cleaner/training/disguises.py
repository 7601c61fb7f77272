"""The disguises that names of spam wear: letters of other alphabets, joints between letters, marks, emoji, digits."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping


def _mapped(first_upper: int, first_lower: int, digit: int = 0) -> Callable[[str, random.Random], str]:
    def disguise(name: str, rng: random.Random) -> str:
        upper = rng.random() < 0.5
        out = []
        for c in name:
            if "a" <= c.lower() <= "z":
                base = first_upper if upper or not first_lower else first_lower
                out.append(chr(base + ord(c.lower()) - 97))
            elif c.isdigit() and digit:
                out.append(chr(digit + int(c)))
            else:
                out.append(c)
        return "".join(out)

    return disguise


def _letters(table: Mapping[str, str], share: float = 1.0) -> Callable[[str, random.Random], str]:
    def disguise(name: str, rng: random.Random) -> str:
        out = [table[c] if c in table and rng.random() < share else c for c in name]
        if "".join(out) == name:  # at least one letter must be disguised
            out = [table.get(c, c) for c in name]
        return "".join(out)

    return disguise


_CYRILLIC = dict(zip("abcehikmopstxyABCEHIKMOPSTXY", "аьсеһікморѕтхуАВСЕНІКМОРЅТХУ", strict=True)) | {"n": "п"}
_GREEK = dict(zip("aeikopuvABEHIKMNOPTXYZ", "αεικορυνΑΒΕΗΙΚΜΝΟΡΤΧΥΖ", strict=True))
_SMALL = dict(zip("abcdefghijklmnopqrstuvwyz", "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡʏᴢ", strict=True))
_LEET = {"a": "4", "e": "3", "i": "1", "o": "0", "s": "5", "t": "7"}
_MARKS = "\u0336\u0335\u0332\u0338\u0307\u0323\u0331\u035f"
_EMOJI = ["🔥", "💰", "🎰", "⭐", "✅", "🏆", "💎", "🎲", "⚡", "👉", "🚀", "🤑"]


def _between(joint: str) -> Callable[[str, random.Random], str]:
    return lambda name, rng: joint.join(name)


def _combining(name: str, rng: random.Random) -> str:
    mark = rng.choice(_MARKS)
    return "".join(c + mark for c in name)


def _zero_width(name: str, rng: random.Random) -> str:
    joint = rng.choice("\u200b\u200c\u200d\u2060\u00ad")
    if rng.random() < 0.5:
        return joint.join(name)
    at = rng.randrange(1, len(name))
    return name[:at] + joint.replace("\u00ad", "\u200b") + name[at:]  # one soft hyphen is honest


def _emoji(name: str, rng: random.Random) -> str:
    sign = rng.choice(_EMOJI)
    gap = rng.choice(("", " "))
    return rng.choice((f"{sign}{gap}{name}{gap}{sign}", f"{sign}{gap}{name}", f"{name}{gap}{sign}"))


def _leet(name: str, rng: random.Random) -> str:
    return _letters(_LEET, 0.7)(name.lower(), rng)


DISGUISES: dict[str, Callable[[str, random.Random], str]] = {
    "bold": _mapped(0x1D400, 0x1D41A, 0x1D7CE),
    "italic": _mapped(0x1D468, 0x1D482, 0x1D7CE),
    "sans": _mapped(0x1D5D4, 0x1D5EE, 0x1D7EC),
    "script": _mapped(0x1D4D0, 0x1D4EA),
    "fraktur": _mapped(0x1D56C, 0x1D586),
    "mono": _mapped(0x1D670, 0x1D68A, 0x1D7F6),
    "fullwidth": _mapped(0xFF21, 0xFF41, 0xFF10),
    "circled": _mapped(0x24B6, 0x24D0),
    "squared": _mapped(0x1F130, 0),
    "negative": _mapped(0x1F170, 0),
    "small-caps": lambda name, rng: _letters(_SMALL)(name.lower(), rng),
    "cyrillic": _letters(_CYRILLIC, 0.6),
    "greek": _letters(_GREEK, 0.6),
    "combining": _combining,
    "zero-width": _zero_width,
    "spaced": _between(" "),
    "dotted": _between("."),
    "dashed": _between("-"),
    "leet": _leet,
    "emoji": _emoji,
}
