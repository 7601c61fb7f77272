"""Documents of one site never stand in two folds, and the same rows give the same documents in the same order."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cleaner.training.annotations import Annotated
from cleaner.training.corpora import FOLDS, by_shared_lines, folds, rows, shuffled

LONG = "The ferry from Westhaven runs again after eleven weeks, the harbour office said. {}"


def write(path: Path, records: Iterable[Mapping[str, Any]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8") as handle:
        handle.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def document(name: str, text: str = "", group: str = "", source: str = "gold/one") -> Annotated:
    return Annotated(name, text, (), "en", group or name, source)


def test_rows_are_read_line_by_line(tmp_path: Path) -> None:
    records = [{"text": "a\u2028b"}, {"text": "c\u0085\r"}]
    write(tmp_path / "x.jsonl.gz", records)
    assert list(rows(tmp_path / "x.jsonl.gz")) == records


def test_documents_that_share_a_long_line_are_of_one_group() -> None:
    texts = [LONG.format(1), LONG.format(1) + "\n" + LONG.format(2), "short\n" + LONG.format(2), "short", "short"]
    found = by_shared_lines([document(str(number), text) for number, text in enumerate(texts)])
    groups = [d.group for d in found]
    assert groups[0] == groups[1] == groups[2]
    assert len(set(groups)) == 3
    assert [d.id for d in found] == ["0", "1", "2", "3", "4"]


def test_a_group_is_joined_with_all_its_documents() -> None:
    found = by_shared_lines(
        [document("a", "one", "x"), document("b", LONG, "x"), document("c", LONG, "y"), document("d", "two", "y")]
    )
    assert len({d.group for d in found}) == 1


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 20), st.sampled_from(["gold/a", "own/b"])), max_size=40))
def test_a_group_is_in_one_fold(made: list[tuple[int, int, str]]) -> None:
    documents = [document(str(n), "\n" * lines, f"g{group}", source) for n, (group, lines, source) in enumerate(made)]
    found = folds(documents)
    assert len(found) == len(documents)
    assert all(0 <= fold < FOLDS for fold in found)
    of: dict[str, set[int]] = {}
    for one, fold in zip(documents, found, strict=True):
        of.setdefault(one.group, set()).add(fold)
    assert all(len(each) == 1 for each in of.values())
    assert folds(documents) == found


def test_every_source_is_spread_over_the_folds() -> None:
    documents = [document(f"{source}{n}", "a\nb", source=source) for source in ("gold/x", "own/y") for n in range(20)]
    found = folds(documents)
    for part in (found[:20], found[20:]):
        assert [part.count(fold) for fold in range(FOLDS)] == [4] * FOLDS


def test_the_order_depends_on_the_seed_alone() -> None:
    assert shuffled(range(50), 1) == shuffled(iter(range(50)), 1) != shuffled(range(50), 2)
    assert sorted(shuffled(range(50), 1)) == list(range(50))
