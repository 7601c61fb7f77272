"""Windows equal their naive definitions, and no line sees anything of another document."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner import recurrence
from cleaner.batch import Batch, Ints
from cleaner.context import BODY, LIMIT, feature_names, features, root
from cleaner.evidence import Evidence, joined
from cleaner.recurrence import TABLE
from cleaner.shape import COLUMN
from cleaner.stage1 import Stage1
from cleaner.window import FAR, Window
from tests.arrays import stage1_arrays
from tests.strategies import texts

Documents: TypeAlias = list[list[int]]

DOCUMENTS = st.lists(st.lists(st.integers(-900, 900), max_size=9), min_size=1, max_size=5)
FLAGGED = st.one_of(DOCUMENTS, st.integers(0, 3 * FAR).map(lambda size: [[-1] * size, [1] + [-1] * size + [1]]))
STAGE1 = Stage1(stage1_arrays(5))
PAGE = """Home > Region > Westhaven
Ferry to the Islands Runs Again
Posted on 3 March 2031 | 4 min read
The ferry from Westhaven runs again after eleven weeks, the harbour office said on Monday, and the first boat was full \
before the sun was up.

Read also: Five bridges that changed the coast
“We slept in the queue,” said a baker from the north quay, who had brought forty loaves, a dog and a wheel for her \
cousin on the outer island.
Read also: Five bridges that changed the coast
Follow us!
"""


def evidence_of(many: list[str]) -> Evidence:
    return STAGE1.evidence(Batch.of(many))


def window_of(documents: Documents) -> tuple[Window, Ints]:
    sizes = [len(document) for document in documents]
    first = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    return Window(first), np.array([value for document in documents for value in document], np.int64)


def naive(documents: Documents, at: Callable[[list[int], int], int]) -> list[int]:
    """Apply a function of a document and a place to every line."""
    return [at(document, place) for document in documents for place in range(len(document))]


def test_no_lines_have_no_features() -> None:
    for many in ([], ["", "\n\n"]):
        evidence = evidence_of(many)
        matrix, names = features(evidence)
        assert matrix.shape == (0, len(names))


def test_names_of_features_are_distinct() -> None:
    evidence = evidence_of([PAGE])
    _, names = features(evidence)
    assert len(set(names)) == len(names)
    assert feature_names() == names


def test_blank_lines_are_as_if_they_were_not_there() -> None:
    dense = "\n".join(line for line in PAGE.split("\n") if line)
    assert np.array_equal(features(evidence_of([PAGE]))[0], features(evidence_of([dense]))[0])


def test_features_of_a_page() -> None:
    matrix, names = features(evidence_of([PAGE]))
    column = dict(zip(names, matrix.T.tolist(), strict=True))
    assert column["from_start"] == [0, 1, 2, 3, 4, 5, 6, 7]
    assert column["from_end"] == [7, 6, 5, 4, 3, 2, 1, 0]
    assert column["repeats"] == [1, 1, 1, 1, 2, 1, 2, 1]
    assert column["repeat_of_earlier"] == [0, 0, 0, 0, 0, 0, 1, 0]
    assert column["long_since"] == [FAR + 1] * 4 + [1, 2, 1, 2]
    assert column["long_until"] == [3, 2, 1, 2, 1] + [FAR + 1] * 3
    assert column["early_colon"] == [0, 0, 0, 0, 1, 0, 1, 0]


@given(DOCUMENTS, st.integers(-6, 6))
def test_neighbour(documents: Documents, step: int) -> None:
    window, values = window_of(documents)

    def neighbour(document: list[int], at: int) -> int:
        return document[at + step] if 0 <= at + step < len(document) else -7

    assert window.neighbours(values, [step], -7)[:, 0].tolist() == naive(documents, neighbour)
    both = window.neighbours(np.stack([-values, values], axis=1), [0, step], -7)
    assert both[:, 0].tolist() == (-values).tolist()
    assert both[:, 3].tolist() == naive(documents, neighbour)


@given(DOCUMENTS, st.integers(0, 6), st.integers(0, 6))
def test_total(documents: Documents, before: int, after: int) -> None:
    window, values = window_of(documents)
    found = window.total(values, before, after).tolist()
    assert found == naive(documents, lambda document, at: sum(document[max(at - before, 0) : at + after + 1]))
    assert window.total(np.stack([values, values], axis=1), before, after).tolist() == [[n, n] for n in found]


@given(DOCUMENTS)
def test_earlier_and_whole(documents: Documents) -> None:
    window, values = window_of(documents)
    assert window.earlier(values).tolist() == naive(documents, lambda document, at: sum(document[:at]))
    assert window.whole(values).tolist() == naive(documents, lambda document, _: sum(document))


@given(FLAGGED)
def test_since_and_until(documents: Documents) -> None:
    window, values = window_of(documents)

    def since(document: list[int], at: int) -> int:
        return next((min(step, FAR) for step in range(1, at + 1) if document[at - step] > 0), FAR + 1)

    def until(document: list[int], at: int) -> int:
        return next((min(step, FAR) for step in range(1, len(document) - at) if document[at + step] > 0), FAR + 1)

    assert window.since(values > 0).tolist() == naive(documents, since)
    assert window.until(values > 0).tolist() == naive(documents, until)


@given(st.lists(st.integers(0, 1 << 40)))
def test_root_is_eight_times_the_square_root(values: list[int]) -> None:
    found = root(np.array(values, np.int64)).tolist()
    # the largest whole r with (r / 8)^2 <= value
    assert all(r == LIMIT or r * r <= 64 * value < (r + 1) * (r + 1) for r, value in zip(found, values, strict=True))


@settings(max_examples=50)
@given(st.lists(st.one_of(texts(), st.just(PAGE)), max_size=4))
def test_a_document_has_the_same_features_in_every_batch(many: list[str]) -> None:
    evidence = evidence_of(many)
    together, names = features(evidence)
    assert together.dtype == np.int16
    for number, text in enumerate(many):
        alone, same_names = features(evidence_of([text]))
        assert names == same_names
        start, stop = evidence.first[number], evidence.first[number + 1]
        assert np.array_equal(together[start:stop], alone), [
            name
            for name, one, other in zip(names, together[start:stop].T, alone.T, strict=True)
            if (one != other).any()
        ]


@given(texts(), st.integers(0, 1 << 30))
def test_evidence_of_kept_lines_is_as_if_the_others_had_never_been(text: str, choice: int) -> None:
    lines = [line for line in Batch.of([text]).lines if line.strip()]
    kept = [bool(choice >> at & 1) for at in range(len(lines))]
    found = evidence_of([text]).take(np.array(kept, np.bool_))
    expected = evidence_of(["\n" + "".join(line + "\r\n" for line, keep in zip(lines, kept, strict=True) if keep)])
    same(found, expected)


@settings(max_examples=50)
@given(st.lists(texts(), max_size=3), st.lists(texts(), max_size=3))
def test_joined_evidence_is_that_of_one_batch(one: list[str], other: list[str]) -> None:
    parts, together = [evidence_of(one), evidence_of(other)], evidence_of(one + other)
    same(joined(parts, together.first), together)


@settings(max_examples=50)
@given(texts(), st.data())
def test_evidence_of_picked_lines_is_that_of_a_text_of_these_lines(text: str, data: st.DataObject) -> None:
    lines = [line for line in Batch.of([text]).lines if line.strip()]
    if not lines:
        return
    chosen = data.draw(st.lists(st.integers(0, len(lines) - 1), max_size=12))
    split = data.draw(st.integers(0, len(chosen)))
    documents = [[lines[number] + "\r\n" for number in part] for part in (chosen[:split], chosen[split:])]
    first = np.array([0, split, len(chosen)])
    picked = evidence_of([text]).pick(np.array(chosen, np.int64), first)
    same(picked, evidence_of(["\n" + "".join(document) for document in documents]))  # no line takes a mark's place


def same(found: Evidence, expected: Evidence) -> None:
    for name in ("lanes", "shape", "first", "key", "head"):
        assert np.array_equal(_part(found, name), _part(expected, name)), name
    assert [part.tolist() for part in found.shingles] == [part.tolist() for part in expected.shingles]


def _part(evidence: Evidence, name: str) -> npt.NDArray[np.int64]:
    part: npt.NDArray[np.int64] = getattr(evidence, name)
    return part


@settings(max_examples=50)
@given(st.lists(st.one_of(texts(), st.just(PAGE)), max_size=4), st.integers(1, 40))
def test_features_are_the_same_in_blocks_of_any_size(many: list[str], block: int) -> None:
    evidence = evidence_of(many)
    expected = features(evidence)[0]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(recurrence, "_BLOCK", block)
        patch.setattr(recurrence, "KERNEL", None)
        assert np.array_equal(features(evidence)[0], expected)


def test_an_endless_line_is_looked_at_piece_by_piece() -> None:
    line = "The ferry from Westhaven runs again after eleven weeks. " * 80_000
    evidence = evidence_of([line])
    assert sum(part.nbytes for part in evidence.shingles) < len(line)
    tracemalloc.start()
    features(evidence)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 4 * len(line)


@pytest.mark.parametrize("script", ["latin", "日本語の長い文章です。"])
def test_features_stay_in_sixteen_bits(script: str) -> None:
    matrix, _ = features(evidence_of([script * 30_000, "\n".join([script] * 3000)]))
    assert np.abs(matrix.astype(np.int64)).max() <= LIMIT


@settings(max_examples=50)
@given(st.lists(st.one_of(texts(), st.just(PAGE)), max_size=4))
def test_overlap_is_the_share_of_shingles_that_paragraphs_or_the_headline_have(many: list[str]) -> None:
    evidence = evidence_of(many)
    matrix, names = features(evidence)
    found = dict(zip(names, matrix.T.tolist(), strict=True))
    own: list[list[int]] = [[] for _ in evidence.key]
    sizes, rows = evidence.shingles
    for line, row in zip(np.repeat(np.arange(len(sizes)), sizes).tolist(), rows.tolist(), strict=True):
        own[line].append(row % TABLE)
    shape = evidence.shape
    ends = shape[:, COLUMN["ends_sentence"]] > 0
    body = (shape[:, COLUMN["bytes"]] >= BODY) & ends & (evidence.lanes[:, 0] < 0)
    for line, (start, stop) in enumerate(
        zip(evidence.first[evidence.document], evidence.first[1:][evidence.document], strict=True)
    ):
        in_body = {row for other in range(start, stop) if body[other] for row in own[other]}
        for name, seen in (("overlap_body", in_body), ("overlap_headline", set(own[start]))):
            assert found[name][line] == 100 * sum(row in seen for row in own[line]) // max(len(own[line]), 1)
