"""Gold in all its forms is read as one type, and bad gold is refused with file, line and remedy."""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from cleaner.errors import AnnotationError
from cleaner.training.annotations import Annotated, group_of, line_labels, read

TEXT = "Read also: The new ferry\n\nThe mayor opened the bridge.(***)\nA choir sang."
SPANS = [[0, 24, "related"], [54, 59, "credit"]]


def write(path: Path, *rows: dict[str, Any]) -> Path:
    content = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()
    path.write_bytes(gzip.compress(content) if path.suffix == ".gz" else content)
    return path


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def test_a_document_without_spans_is_content() -> None:
    assert line_labels(Annotated("a", "One.\n\nTwo.", ())) == ["content", None, "content"]


def test_a_line_takes_the_label_that_covers_its_ink() -> None:
    assert line_labels(Annotated("a", TEXT, ((0, 24, "related"), (54, 59, "credit")))) == [
        "related",
        None,
        "content",
        "content",
    ]


@pytest.mark.parametrize(
    ("stop", "label"),
    [(8, "content"), (9, "footer"), (10, "footer")],
)
def test_nine_tenths_of_the_ink_are_enough(stop: int, label: str) -> None:
    assert line_labels(Annotated("a", "abcdefghij", ((0, stop, "footer"),))) == [label]


def test_where_kinds_share_a_line_the_longest_names_it() -> None:
    both = Annotated("a", "Home 3 March 2031", ((0, 5, "navigation"), (5, 17, "metadata")))
    assert line_labels(both) == ["metadata"]


def test_a_span_may_run_over_lines() -> None:
    assert line_labels(Annotated("a", "One\nTwo\nThree", ((0, 7, "footer"),))) == ["footer", "footer", "content"]


def test_unsure_lines_have_no_label() -> None:
    assert line_labels(Annotated("a", "One\nTwo", (), unsure=frozenset({2}))) == ["content", None]


def test_lines_end_at_line_feeds_only() -> None:
    assert len(line_labels(Annotated("a", "One\x0bTwo\u2028Three\nFour", ()))) == 2


def test_an_id_of_nought_is_an_id(tmp_path: Path) -> None:
    (found,) = read(write(tmp_path / "gold.jsonl", {"id": 0, "text": TEXT, "spans": []}))
    assert (found.id, found.group) == ("0", "0")


@pytest.mark.parametrize("name", ["gold.jsonl", "gold.jsonl.gz"])
def test_typed_gold_is_read(tmp_path: Path, name: str) -> None:
    row = {"id": "x", "text": TEXT, "spans": SPANS, "lang": "en", "publisher": "westhaven", "doubt": [4]}
    (found,) = read(write(tmp_path / name, row))
    assert found == Annotated(
        "x", TEXT, ((0, 24, "related"), (54, 59, "credit")), "en", "westhaven", "gold", frozenset(), True
    )
    (found,) = read(tmp_path / name, skip_doubt=True)
    assert found.unsure == {4}


def test_keep_and_drop_gold_is_read(tmp_path: Path) -> None:
    row = {
        "id": "x#tool",
        "source": "set",
        "page": "x",
        "lines": ["Menu", "", "A\nB", "?"],
        "labels": ["drop", "drop", "keep", "unsure"],
    }
    (found,) = read(write(tmp_path / "gold.jsonl", row))
    assert found.text == "Menu\n\nA B\n?"
    assert (found.spans, found.unsure, found.typed, found.group) == (((0, 4, "drop"),), {4}, False, "x")
    assert line_labels(found) == ["drop", None, "content", None]


def test_stand_off_gold_finds_its_text(tmp_path: Path) -> None:
    seeds, corpora = tmp_path / "seeds", tmp_path / "corpora"
    (corpora / "set" / "loose").mkdir(parents=True)
    seeds.mkdir()
    for folder in (seeds, corpora / "set" / "loose", tmp_path):
        (folder / "a.txt").write_bytes(TEXT.encode())
    write(
        corpora / "set" / "packed.jsonl.gz",
        {"id": "p1", "text": TEXT},
        {"id": "p2", "lines": TEXT.split("\n"), "labels": []},
    )
    common = {"sha256": digest(TEXT), "spans": SPANS}
    gold = write(
        tmp_path / "gold.jsonl",
        {**common, "document": "a.txt"},
        {**common, "document": "a.txt", "corpus": "seeds"},
        {**common, "document": "a.txt", "corpus": "set/loose"},
        {**common, "document": "p1", "corpus": "set/packed"},
        {**common, "document": "p2", "corpus": "set/packed", "host": "www.westhaven.example"},
    )
    found = list(read(gold, corpora=corpora))
    assert [document.text for document in found] == [TEXT] * 5
    assert found[4].group == "westhaven.example"
    assert found[4].source == "set/packed"


@pytest.mark.parametrize(
    ("row", "group"),
    [
        ({"publisher": "p", "host": "h", "id": "i"}, "p"),
        ({"host": "www.h.example", "page": "x"}, "h.example"),
        ({"site": "http://h.example/a?b", "id": "i"}, "h.example"),
        ({"site": "news.h.example", "id": "i"}, "news.h.example"),
        ({"page": "x", "id": "i"}, "x"),
        ({"id": "i-3#tool"}, "i-3"),
        ({"id": 0}, "0"),
        ({"url": "http://[westhaven", "id": "i"}, "http://[westhaven"),
    ],
)
def test_a_group_is_publisher_host_or_page(row: dict[str, Any], group: str) -> None:
    assert group_of(row) == group


@pytest.mark.parametrize(
    ("spans", "message"),
    [
        ([[0, 4, "advert"]], "unknown label: use one of"),
        ([[0, 4, "content"]], "drop the span"),
        ([[0, 400, "footer"]], "does not fit a text of"),
        ([[-1, 4, "footer"]], "does not fit a text of"),
        ([[4, 4, "footer"]], "does not fit a text of"),
        ([[0, 4, "footer"], [3, 6, "footer"]], "overlaps the span before it"),
        ([[0, 4]], "not a row of gold"),
        ([["a", 4, "footer"]], "not a row of gold"),
        ([[0, float("inf"), "footer"]], "not a row of gold"),
    ],
)
def test_bad_spans_are_refused_with_file_and_line(tmp_path: Path, spans: list[Any], message: str) -> None:
    good = {"id": "good", "text": TEXT, "spans": []}
    gold = write(tmp_path / "gold.jsonl", good, {"id": "bad", "text": TEXT, "spans": spans})
    with pytest.raises(AnnotationError, match=message) as raised:
        list(read(gold))
    assert str(raised.value).startswith(f"{gold}:2: ")


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"id": "x"}, "not a row of gold"),
        ({"id": "x", "text": TEXT}, "not a row of gold"),
        ({"id": "", "text": TEXT, "spans": []}, "not a row of gold"),
        ({"id": "x", "text": ["abc"], "spans": []}, "not a row of gold .*the text is no string"),
        ({"id": "x", "text": TEXT, "spans": [], "unsure": [1, "a"]}, "not a row of gold .*unsure lines"),
        ({"id": "x", "lines": [1], "labels": ["keep"]}, "not a row of gold"),
        ({"id": "x", "lines": ["a"], "labels": []}, "1 lines but 0 labels"),
        ({"id": "x", "lines": ["a"], "labels": ["lose"]}, "line 1 has the unknown label 'lose'"),
        ({"document": "a.txt", "sha256": "0", "spans": []}, "is not the one that was annotated"),
        ({"document": "b.txt", "sha256": "0", "spans": []}, "put the text there"),
        ({"document": "a", "corpus": "c", "sha256": "0", "spans": []}, "say where it is with corpora=FOLDER"),
    ],
)
def test_bad_rows_are_refused(tmp_path: Path, row: dict[str, Any], message: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    gold = write(tmp_path / "gold.jsonl", row)
    with pytest.raises(AnnotationError, match=message) as raised:
        list(read(gold))
    assert str(raised.value).startswith(f"{gold}:1: ")


def test_a_document_that_the_corpus_lacks_is_named(tmp_path: Path) -> None:
    write(tmp_path / "c.jsonl.gz", {"id": "other", "text": TEXT})
    gold = write(tmp_path / "gold.jsonl", {"document": "x", "corpus": "c", "sha256": digest(TEXT), "spans": []})
    with pytest.raises(AnnotationError, match="has no document 'x'"):
        list(read(gold, corpora=tmp_path))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "no documents in it"),
        (b"{]\n", ":1: not JSON"),
        (b"[]\n", ":1: not a JSON object"),
    ],
)
def test_bad_files_are_refused(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "gold.jsonl").write_bytes(content)
    with pytest.raises(AnnotationError, match=message):
        list(read(tmp_path / "gold.jsonl"))


def test_a_file_that_is_not_there_or_not_gzip_is_refused(tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl.gz").write_bytes(b"plain")
    for name in ("none.jsonl", "gold.jsonl.gz"):
        with pytest.raises(AnnotationError, match="cannot be read"):
            list(read(tmp_path / name))


def test_a_damaged_gzip_file_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "gold.jsonl.gz", *({"id": n, "text": digest(str(n)), "spans": []} for n in range(500)))
    whole = path.read_bytes()
    for damaged in (whole[:-9], whole[:12] + b"\xff" * 40 + whole[52:]):
        path.write_bytes(damaged)
        with pytest.raises(AnnotationError, match=r"gold\.jsonl\.gz: cannot be read"):
            list(read(path))
