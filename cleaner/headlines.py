"""Where the headline ends that a pointer inside a line names: nothing marks it but what follows."""

from __future__ import annotations

from cleaner.lazy import Pattern

_CLOSING = {"(": ")", "[": "]", "（": "）", "【": "】"}
_LONGEST = 170
_STARTERS = (
    "Sementara|Namun|Menurut|Dalam|Selain|Pada|Untuk|Kata|Dia|Ia|Hal|Adapun|Meski|Karena|Oleh|Dengan|Di|Sebelumnya|Kemudian|Setelah|Tapi|Tetapi|Bahkan|Lalu|Saat|Jika|"
    "The|He|She|It|They|We|In|On|At|But|However|According|Meanwhile|After|When|This|That|Der|Die|Das|Er|Sie|Es|Im|In|Le|La|Les|Il|Elle|El|Los|Las|En|O|A|Os|As|No|Na"
)
_BOUNDARY = Pattern(
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
        boundary = _BOUNDARY.search(line, at + 8, min(len(line), at + _LONGEST))
        if boundary is None:
            rest = _rest(line, at)
            if 8 <= len(rest) <= _LONGEST and (at > start or "." not in rest[:-1].replace("...", "")):
                return at if at > start and "." in rest[:-1] else len(line)
            return at if at > start else None
        at = int(boundary.start())
        following = line[at : at + 60]
        if following[:1].isspace() or _capitals(following) < 0.7:
            return at


def _rest(line: str, at: int) -> str:
    """Return what follows in the line without spaces at its end; if that is too long for a headline, not all of it."""
    stop = at + _LONGEST
    while stop < len(line) and line[stop].isspace():
        stop += 1
    return line[at : stop + 1].rstrip()


def _capitals(piece: str) -> float:
    """Return the share of the words of four letters and more, the first left out, that open with a capital."""
    words = [word for word in piece.split()[1:-1] if len(word) > 3]
    return sum(word[0].isupper() or word[0].isdigit() for word in words) / len(words) if len(words) > 2 else 0.0
