from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner import jsonl
from cleaner.document import Cleaning, Cut, delete
from cleaner.errors import InputError, RestoreError
from cleaner.jsonl import Fields, locate, parse, splice, unsplice
from tests.strategies import cut_texts

FIELDS = Fields()


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("", "broken JSON"),
        ("{", "broken JSON"),
        ('{"text": "a"} x', "broken JSON .Extra data at column 15"),
        ('{"text": "a\tb"}', "Invalid control character"),
        ('{"text": "a\0b"}', "Invalid control character"),
        ("[" * 100_000, "nested too deeply"),
        ('{"n": ' + "1" * 5000 + "}", "broken JSON"),
        ("[1]", "a list"),
        ("null", "null"),
        ("7", "a number"),
        ('"a"', "a string"),
        ('{"txt": "a"}', "--text-field"),
        ('{"text": null}', "holds null, no string"),
        ('{"text": 7}', "holds a number"),
        ('{"text": {"text": "a"}}', "holds an object"),
        ('{"text": "a", "text": true}', "holds true or false"),
    ],
)
def test_a_line_without_a_text_is_refused_with_the_reason(line: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        parse(line, FIELDS)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('{"text": ""}', ("", None)),
        ('\ufeff{"text": "a"}\r', ("a", None)),
        ('{"text": "a", "id": "x"}', ("a", "x")),
        ('{"text": "a", "id": 7}', ("a", 7)),
        ('{"text": "a", "id": true}', ("a", None)),
        ('{"text": "a", "id": [1]}', ("a", None)),
        ('{"text": "a", "id": 1.5}', ("a", None)),
        ('{"text": "\\ud83d"}', ("\ud83d", None)),
        ('{"text": "a", "text": "b"}', ("b", None)),
    ],
)
def test_parse(line: str, expected: tuple[str, object]) -> None:
    assert parse(line, FIELDS) == expected


def nested(depth: int, inner: str = "1") -> str:
    """Return a record with a text that is nested so deep; its own braces count."""
    return f'{{"x": {"[" * (depth - 1)}{inner}{"]" * (depth - 1)}, "text": "a"}}'


def under(frames: int, line: str) -> object:
    """Parse with so many frames more on the stack."""
    if frames:
        return under(frames - 1, line)
    try:
        return parse(line, FIELDS)
    except InputError as error:
        return str(error)


@pytest.mark.parametrize("depth", [1, 2, 499, 500, 501, 700, 940])
def test_how_deep_a_record_may_be_does_not_hang_on_the_stack(depth: int) -> None:
    for line in (nested(depth), nested(depth)[:-1], nested(depth, '{"x": 1, "x": "]"}')):
        results = {under(frames, line) for frames in (0, 30, 300)}
        assert len(results) == 1
        assert ("nested too deeply (more than 500" in str(*results)) == (depth + (line.count("{") > 1) > 500)


@pytest.mark.parametrize(
    "inner", ['"' + "[{" * 600 + '"', r'"\"' + "[" * 600 + r'\\", "' + "[" * 600 + '"', ", ".join(["[{}]"] * 600)]
)
def test_brackets_in_strings_or_beside_each_other_are_no_depth(inner: str) -> None:
    assert parse(nested(498, inner), FIELDS) == ("a", None)


def test_fields_can_have_other_names() -> None:
    assert parse('{"body": "a", "url": "u", "text": 1}', Fields("body", "url")) == ("a", "u")


@pytest.mark.parametrize("plain", [True, False])
def test_escapes_of_a_plainly_spelled_text_are_not_walked_one_by_one(
    plain: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    walked: list[str] = []
    walk = jsonl._escaped
    monkeypatch.setattr(jsonl, "_escaped", lambda inner: walked.append(inner) or walk(inner))
    text = '"Brücke"\n\tö/ü\\' * 50
    for ascii_only in (True, False):
        line = json.dumps({"text": text}, ensure_ascii=ascii_only)
        cut(line if plain else line.replace("/", "\\/"), (3, 9), (12, 13))
    assert bool(walked) != plain


def cut(line: str, *cuts: Cut, field: str = "text") -> str:
    """Splice, check that undoing gives the same line, and return the new one."""
    text, _ = parse(line, Fields(field))
    cleaning = Cleaning(text, cuts=cuts)
    new, raw_cuts, raw = splice(line, field, cleaning)
    assert delete(line, raw_cuts) == new
    assert parse(new, Fields(field))[0] == cleaning.text
    assert unsplice(new, field, cuts, cleaning.removed, raw) == (line, text)
    return new


@pytest.mark.parametrize(
    ("line", "cuts", "new"),
    [
        ('{"text": "abc"}', [(1, 2)], '{"text": "ac"}'),
        ('{"text": "abc"}', [(0, 3)], '{"text": ""}'),
        (' { "text" :\t"abc" , "n":1.50e0 } \r', [(1, 2)], ' { "text" :\t"ac" , "n":1.50e0 } \r'),
        ('\ufeff{"text":"abc"}', [(0, 1)], '\ufeff{"text":"bc"}'),
        ('{"te\\u0078t": "abc"}', [(0, 1)], '{"te\\u0078t": "bc"}'),
        ('{"text": "x", "text": "abc"}', [(0, 1)], '{"text": "x", "text": "bc"}'),
        ('{"a": {"text": "abc"}, "text": "abc"}', [(0, 1)], '{"a": {"text": "abc"}, "text": "bc"}'),
        ('{"text": "abc", "a": {"text": "abc"}}', [(0, 1)], '{"text": "bc", "a": {"text": "abc"}}'),
        ('{"a": "\\"text\\": \\"abc\\"", "text": "abc"}', [(0, 1)], '{"a": "\\"text\\": \\"abc\\"", "text": "bc"}'),
        ('{"text": "a\\nb\\nc"}', [(2, 4)], '{"text": "a\\nc"}'),
        ('{"text": "\\u00e9\\u00E9é\\/\\t"}', [(1, 2)], '{"text": "\\u00e9é\\/\\t"}'),
        ('{"text": "\\ud83d\\ude00\\uD83D\\uDE00x"}', [(1, 2)], '{"text": "\\ud83d\\ude00x"}'),
        ('{"text": "\\ud83dx\\ude00"}', [(0, 1)], '{"text": "x\\ude00"}'),
        ('{"text": "\\\\u0041b"}', [(0, 1)], '{"text": "u0041b"}'),
        ('{"text": "a\u2028b\x7f"}', [(0, 1)], '{"text": "\u2028b\x7f"}'),
        ('{"text": "a\udcffb"}', [(0, 1)], '{"text": "\udcffb"}'),
        (
            '{"x": [1, {"y": "}"}], "text": "abc", "z": null}',
            [(2, 3)],
            '{"x": [1, {"y": "}"}], "text": "ab", "z": null}',
        ),
    ],
)
def test_only_the_cut_leaves_the_line(line: str, cuts: list[Cut], new: str) -> None:
    assert cut(line, *cuts) == new


def test_plain_spelling_needs_no_raw_pieces() -> None:
    line = '{"text": "a\\n\\"é\\u0001"}'
    assert splice(line, "text", Cleaning('a\n"é\x01', cuts=((1, 5),)))[2] is None
    assert splice('{"text": "a\\u000ab"}', "text", Cleaning("a\nb", cuts=((1, 2),)))[2] == ("\\u000a",)


def test_a_cut_that_joins_half_characters_is_refused() -> None:
    with pytest.raises(InputError):
        splice('{"text": "\\ud83dx\\ude00"}', "text", Cleaning("\ud83dx\ude00", cuts=((1, 2),)))


@pytest.mark.parametrize(
    ("line", "removed", "raw"),
    [
        ("{", ("b",), None),
        ('{"text": "ac"}', ("b",), ("\\u0063",)),
        ('{"text": "ac"}', ("b",), ("b", "c")),
        ('{"text": "ac"}', ("b", "c"), None),
        ('{"text": ""}', ("b",), None),
    ],
)
def test_a_record_that_does_not_fit_is_refused(
    line: str, removed: tuple[str, ...], raw: tuple[str, ...] | None
) -> None:
    with pytest.raises(RestoreError):
        unsplice(line, "text", ((1, 2),), removed, raw)


@st.composite
def spelled(draw: st.DrawFn) -> tuple[str, tuple[Cut, ...]]:
    """Return a line whose text is spelled with any mixture of escapes, and cuts of the text."""
    text, cuts = draw(cut_texts(surrogates=False))
    style = draw(st.sampled_from(["plain", "ascii", "mixed"]))
    if style == "mixed":
        units = draw(st.lists(st.booleans(), min_size=len(text), max_size=len(text)))
        inner = "".join(
            "".join(
                f"\\u{int.from_bytes(code.encode('utf-16-be')[at : at + 2]):04X}"
                for at in range(0, len(code.encode("utf-16-be")), 2)
            )
            if escape
            else json.dumps(code, ensure_ascii=False)[1:-1]
            for code, escape in zip(text, units, strict=True)
        )
        value = f'"{inner}"'
    else:
        value = json.dumps(text, ensure_ascii=style == "ascii")
    before, after = (
        draw(st.sampled_from(["", '"a": "text", ', '"text": "x", '])),
        draw(st.sampled_from(["", ', "z": []'])),
    )
    return f'{{{before}"text": {value}{after}}}', cuts


@given(spelled())
def test_any_spelling_is_spliced_and_restored(line_cuts: tuple[str, tuple[Cut, ...]]) -> None:
    line, cuts = line_cuts
    if cuts:
        cut(line, *cuts)


NESTED = [
    ('{"a": {"b": "x\\nAD: y"}, "text": "no"}', "a.b", '{"a": {"b": "x\\n"}, "text": "no"}'),
    ('{"a.b": "x\\nAD: y", "a": {"b": "no"}}', "a.b", '{"a.b": "x\\n", "a": {"b": "no"}}'),
    ('{"a": {"b": 1}, "a": {"b": "no", "b": "x\\nAD: y"}}', "a.b", '{"a": {"b": "no", "b": "x\\n"}}'),
    ('\ufeff { "a" : { "c" : [{"b": "no"}] , "b" : { "d": "x\\nAD: y" } } }', "a.b.d", None),
]


@pytest.mark.parametrize(("line", "field", "clean"), NESTED)
def test_a_text_inside_of_objects(line: str, field: str, clean: str | None) -> None:
    fields = Fields(field, field)
    text, id = parse(line, fields)
    assert text == id == "x\nAD: y"
    new, _, raw = splice(line, field, Cleaning(text, cuts=((2, 7),)))
    assert clean is None or new.endswith(clean[-20:])
    assert parse(new, fields)[0] == "x\n"
    assert unsplice(new, field, ((2, 7),), ("AD: y",), raw) == (line, text)


@pytest.mark.parametrize("line", ['{"a": 1}', '{"a": {"c": 1}}', '{"b": "x"}', '{"a": [{"b": "x"}]}'])
def test_a_text_that_is_not_inside_of_objects(line: str) -> None:
    with pytest.raises(InputError, match="--text-field"):
        parse(line, Fields("a.b"))


VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text(max_size=6)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.sampled_from("ab"), inner, max_size=2)),
    max_leaves=5,
)


@given(
    st.dictionaries(st.sampled_from(["text", "id", "te\\xt", "a.b"]), VALUES, max_size=4),
    st.booleans(),
    st.sampled_from([None, 1]),
    st.sampled_from(["", " ", "\t", "x", ",", "\r"]),
)
def test_a_walk_over_the_keys_reads_what_the_parser_reads(
    record: dict[str, object], ascii: bool, indent: int | None, after: str
) -> None:
    line = json.dumps(record, ensure_ascii=ascii, indent=indent) + after
    walked, places = jsonl._walk(line)
    try:
        expected = json.loads(line)
    except ValueError:
        assert walked is None
        return
    assert walked == (expected or None)
    for key, (start, stop) in places.items():
        if isinstance(expected[key], str):
            assert json.loads(line[start - 1 : stop + 1]) == expected[key]


@pytest.mark.parametrize("line", ['{"text": "a",}', '{"text" "a"}', '{"text": }', '{text: "a"}', '{"text": "a"', "{,}"])
def test_what_is_no_json_is_not_walked(line: str) -> None:
    assert jsonl._walk(line) == (None, {})
    with pytest.raises(InputError, match="broken JSON"):
        parse(line, FIELDS)


def test_a_text_that_was_found_when_it_was_read_is_not_looked_for_again(monkeypatch: pytest.MonkeyPatch) -> None:
    line = '{"other": "abc", "text": "old", "text": "a\\nbc"}'
    text, _, token = locate(line, FIELDS)
    expected = splice(line, "text", Cleaning(text, cuts=((1, 2),)))
    monkeypatch.setattr(jsonl, "_token", lambda line, field: pytest.fail("looked for it"))
    assert splice(line, "text", Cleaning(text, cuts=((1, 2),)), token) == expected
    assert locate('{"a": {"text": "x"}}', Fields("a.text"))[::2] == ("x", None)
