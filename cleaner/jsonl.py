"""Lines of JSON: read the text of a record, and delete cuts from its own bytes without writing the rest anew.

A record stays the line that it was: the raw ranges of the cuts inside the string token of the text are deleted, and
every other escape, space, key and number keeps its spelling. Lines are handled as decoded strings; bytes that are not
UTF-8 stand in them as surrogate escapes.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate, chain, islice, pairwise
from json import decoder, encoder
from typing import Any

from cleaner.document import Cleaning, Cut, restore
from cleaner.errors import InputError, RestoreError

_scan_string: Callable[[str, int, bool], tuple[str, int]] = decoder.scanstring  # type: ignore[attr-defined]
_scan_value: Callable[[str, int], tuple[Any, int]] = json.JSONDecoder().scan_once  # type: ignore[attr-defined]
_MISSING = object()
_encode: Callable[[str], str] = encoder.encode_basestring
_encode_ascii: Callable[[str], str] = encoder.encode_basestring_ascii
_space = re.compile(r"[ \t\n\r]*").match
_steps = {ord("["): 1, ord("{"): 1, ord("]"): -1, ord("}"): -1}
_no_brackets = bytes(byte for byte in range(256) if byte not in _steps)
_escapes = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|[^u])").finditer

_SHOWN = 8  # names of fields in a message
_HEAD = 100  # characters in which a text that is lines of JSON has opened the first

DEPTH = 500
"""How deep a record may be nested. The parser of the standard library goes as deep as the stack that is left to it: a
result must not depend on who calls, or in which process."""


@dataclass(frozen=True, slots=True)
class Fields:
    """Name the fields of a record that hold its text and its id; `a.b` is the field b of the object in field a."""

    text: str = "text"
    id: str = "id"


def parse(line: str, fields: Fields) -> tuple[str, str | int | None]:
    """Return the text and the id of a record; the id is None where it is missing, or neither string nor integer.

    >>> parse('{"id": 7, "text": "a"}', Fields())
    ('a', 7)

    Raises InputError if the line is no JSON object with a text.
    """
    text, id, _ = locate(line, fields)
    if text is None:
        raise InputError(f"field {fields.text!r} holds null, no string")
    return text, id


def locate(line: str, fields: Fields) -> tuple[str | None, str | int | None, Cut | None]:
    """Return what `parse` does, and where the string of the text stands, as far as that was seen in passing.

    A field that is null has no text, and nothing is wrong with it. Most records are flat: one walk over their keys
    reads them and finds the text. All others, and all that is wrong with a line, are left to the parser of the
    standard library.
    """
    record, places = _walk(line)
    if record is None:
        record = _load(line)
    text = _value(record, fields.text)
    if text is _MISSING:
        known = ", ".join([*record][:_SHOWN]) + ", ..." * (len(record) > _SHOWN)
        raise InputError(f"no field {fields.text!r} (it has {known}): name the one of the text with --text-field")
    if not isinstance(text, str | None):
        raise InputError(f"field {fields.text!r} holds {_kind(text)}, no string: name another one with --text-field")
    id = _value(record, fields.id)
    return text, id if isinstance(id, str | int) and not isinstance(id, bool) else None, places.get(fields.text)


def is_records(text: str) -> bool:
    """Tell whether a text is lines of JSON rather than text: its first two lines with ink are objects, or its only one.

    >>> is_records('{"id": 1}\\n\\n{"id": 2}\\n'), is_records('{"id": 1} was the answer.'), is_records("{")
    (True, False, False)
    """
    start = text[:_HEAD].removeprefix("\ufeff").lstrip()
    if not start.startswith("{"):
        return False
    inked = (line for line in io.StringIO(text.removeprefix("\ufeff"), newline="\n") if not line.isspace())
    return all(_walk(line)[0] for line in islice(inked, 2))


def _walk(line: str) -> tuple[dict[str, Any] | None, dict[str, Cut]]:
    """Return the object in a line and where its values stand, strings without quotes; None if that is not plain."""
    record: dict[str, Any] = {}
    places: dict[str, Cut] = {}
    try:
        at = _skip(line, 0)
        if line[at] != "{":
            return None, {}
        while line[at] != "}":
            at = _skip(line, at + 1)
            if line[at] != '"':
                return None, {}
            key, at = _scan_string(line, at + 1, True)
            at = _skip(line, at)
            if line[at] != ":":
                return None, {}
            at = _skip(line, at + 1)
            record[key], stop = _scan_value(line, at)
            if stop - at > DEPTH and line[at] != '"' and _too_deep(line):
                return None, {}
            places[key] = at + 1, stop - 1
            at = _skip(line, stop)
            if line[at] not in ",}":
                return None, {}
    except (ValueError, IndexError, StopIteration, RecursionError):
        return None, {}
    return (None, {}) if line[at + 1 :].strip(" \t\n\r") else (record, places)


def _load(line: str) -> dict[str, Any]:
    """Return the object in a line; raise InputError if there is none."""
    if _too_deep(line):
        raise InputError(f"nested too deeply (more than {DEPTH} levels): flatten or remove the record")
    try:
        record = json.loads(line.removeprefix("\ufeff"))
    except RecursionError as error:
        raise InputError("nested too deeply for the stack that is left: call with less on it") from error
    except json.JSONDecodeError as error:
        what = error.msg.removesuffix(" at")
        raise InputError(f"broken JSON ({what} at column {error.pos + 1}): repair or remove the line") from error
    except ValueError as error:
        raise InputError(f"broken JSON ({error}): repair or remove the line") from error
    if not isinstance(record, dict):
        raise InputError(f"no JSON object but {_kind(record)}: give each record a line of its own, as an object")
    return record


def _too_deep(line: str) -> bool:
    """Tell whether a line is nested more deeply than `DEPTH`; brackets in strings do not count."""
    if line.count("[") + line.count("{") <= DEPTH:
        return False
    outside = "".join(line.replace("\\\\", "").replace('\\"', "").split('"')[::2])
    brackets = outside.encode("ascii", "ignore").translate(None, _no_brackets)
    return max(accumulate(map(_steps.__getitem__, brackets)), default=0) > DEPTH


def splice(
    line: str, field: str, cleaning: Cleaning, token: Cut | None = None
) -> tuple[str, tuple[Cut, ...], tuple[str, ...] | None]:
    r"""Return the line without the cuts, the raw cuts, and the raw pieces where `restore` would spell them otherwise.

    >>> splice('{"text": "a\\/b\\u0063"}', "text", Cleaning("a/bc", cuts=((1, 3),)))
    ('{"text": "a\\u0063"}', ((11, 14),), ('\\/b',))

    `token` is where the string of the text stands, if that is known. Raises InputError if the shortened line does not
    parse to the clean text.
    """
    start, stop = token or _token(line, field)
    pieces = _pieces(line[start:stop], cleaning.original, [*chain.from_iterable(cleaning.cuts)])
    edges = [*accumulate(map(len, pieces), initial=start)]
    new = "".join([line[:start], *pieces[::2], line[stop:]])
    if _scan_string(new, start, True)[0] != cleaning.text:
        raise InputError("the cut cannot be made inside this JSON string: please report the line")
    raw = tuple(pieces[1::2])
    plain = raw == tuple(_encode(piece)[1:-1] for piece in cleaning.removed)
    return new, tuple(zip(edges[1:-1:2], edges[2::2], strict=False)), None if plain else raw


def unsplice(
    line: str, field: str, cuts: tuple[Cut, ...], removed: tuple[str, ...], raw: tuple[str, ...] | None
) -> tuple[str, str]:
    """Return the line as it was before `splice`, and its text; raise RestoreError if the record does not fit it."""
    try:
        text, _ = parse(line, Fields(field))
    except InputError as error:
        raise RestoreError(f"the clean record was altered: {error}") from error
    if raw is not None and len(raw) != len(removed):
        raise RestoreError(f"{len(removed)} removed but {len(raw)} raw pieces: the change record is damaged")
    spelled = removed if raw is None else tuple(_scan_string(f'{piece}"', 0, True)[0] for piece in raw)
    if _recorded(spelled) != _recorded(removed):
        raise RestoreError("the raw pieces are not the removed ones: the change record was altered")
    original = restore(text, cuts, spelled)
    start, stop = _token(line, field)
    gone = accumulate((b - a for a, b in cuts), initial=0)
    kept = _pieces(line[start:stop], text, [a - before for (a, _), before in zip(cuts, gone, strict=False)])
    raw = raw if raw is not None else tuple(_encode(piece)[1:-1] for piece in removed)
    pieces = [piece for pair in zip(kept, [*raw, ""], strict=True) for piece in pair]
    old = "".join([line[:start], *pieces, line[stop:]])
    if _scan_string(old, start, True)[0] != original:
        raise RestoreError("the raw pieces are not the removed ones: the change record was altered")
    return old, original


def _recorded(pieces: tuple[str, ...]) -> list[str]:
    """Return the pieces as a change record holds them: of two halves of a character it makes one."""
    return [piece.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass") for piece in pieces]


def _value(record: dict[str, Any], field: str) -> Any:
    """Return the value of a field; a key that has the dots in its name goes first."""
    if field in record:
        return record[field]
    value: Any = record
    for key in field.split("."):
        if not isinstance(value, dict) or key not in value:
            return _MISSING
        value = value[key]
    return value


def _token(line: str, field: str) -> Cut:
    """Return where the string of a field stands, without its quotes."""
    at = _skip(line, int(line.startswith("\ufeff")))
    return _string(line, at, [field]) or _string(line, at, field.split(".")) or (0, 0)


def _string(line: str, at: int, keys: list[str]) -> Cut | None:
    """Return where the string behind `keys` stands in the object at `at`; the last of equal keys counts."""
    found = None
    at = _skip(line, at + 1)
    while line[at] != "}":
        key, at = _scan_string(line, at + 1, True)
        at = _skip(line, _skip(line, at) + 1)
        value, stop = _scan_value(line, at)
        if key == keys[0] and len(keys) > 1:
            found = _string(line, at, keys[1:]) if isinstance(value, dict) else None
        elif key == keys[0]:
            found = (at + 1, stop - 1) if isinstance(value, str) else None
        at = _skip(line, stop)
        if line[at] == ",":
            at = _skip(line, at + 1)
    return found


def _skip(line: str, at: int) -> int:
    return at if line[at] not in " \t\n\r" else _space(line, at).end()  # type: ignore[union-attr]


def _pieces(inner: str, text: str, offsets: list[int]) -> list[str]:
    """Split the raw string `inner` at offsets of the `text` that it spells; `offsets` are sorted.

    Most are spelled in one of the two plainest ways: their pieces are spelled anew, and compared.
    """
    spell = _encode_ascii if "\\u" in inner else _encode
    spelled = [spell(text[a:b])[1:-1] for a, b in pairwise([0, *offsets, len(text)])]
    if "".join(spelled) == inner:
        return spelled
    edges = [0, *_raw_offsets(inner, offsets), len(inner)]
    return [inner[a:b] for a, b in pairwise(edges)]


def _raw_offsets(inner: str, offsets: list[int]) -> list[int]:
    """Return where offsets of the text stand in the raw string that spells it; `offsets` are sorted."""
    raw, shift, index = [], 0, 0
    for start, stop in _escaped(inner):
        while index < len(offsets) and offsets[index] <= start - shift:
            raw.append(offsets[index] + shift)
            index += 1
        if index == len(offsets):
            break
        shift += stop - start - 1
    return raw + [offset + shift for offset in offsets[index:]]


def _escaped(inner: str) -> Iterator[Cut]:
    """Yield where the characters stand that are spelled as escapes."""
    if "\\u" in inner:
        for escape in _escapes(inner):
            yield escape.span()
        return
    at = inner.find("\\")
    while at >= 0:
        yield at, at + 2
        at = inner.find("\\", at + 2)


def _kind(value: object) -> str:
    names = {dict: "an object", list: "a list", str: "a string", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")
