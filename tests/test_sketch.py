"""A sketch is a sum: parts in any order give the whole, and no line is ever counted too rarely."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.errors import ProfileError
from cleaner.sketch import DEPTH, FULL, LEAST, TOP, Sketch, keys

Document = tuple[str, list[str]]
"""A site and the lines of a document."""

LINES = [f"line {number}" for number in range(40)]
documents = st.lists(
    st.tuples(st.sampled_from(["north.example", "south.example", "west.example"]), st.lists(st.sampled_from(LINES))),
    max_size=12,
)


def counted(given: Sequence[Document], bits: int = LEAST, sited: bool = True) -> Sketch:
    """Return the sketch of documents, counted at once."""
    sketch = Sketch(bits, sited)
    lines = [line.encode() for _, own in given for line in own]
    document = np.repeat(np.arange(len(given)), [len(own) for _, own in given])
    sketch.add(keys(lines), document, len(given), [site for site, _ in given] if sited else [])
    return sketch


def of(lines: Sequence[str]) -> np.ndarray:
    return keys(line.encode() for line in lines)


def same(one: Sketch, other: Sketch) -> bool:
    return one.digest() == other.digest() and (one.documents, one.pairs) == (other.documents, other.pairs)


def test_nothing_is_counted_of_nothing() -> None:
    sketch = counted([])
    assert (sketch.documents, sketch.pairs, sketch.sites, sketch.noise()) == (0, 0, 0, 1)
    assert sketch.documents_with(of(LINES)).tolist() == sketch.sites_with(of(LINES)).tolist() == [0] * len(LINES)
    assert sketch.documents_with(of([])).tolist() == []


@pytest.mark.parametrize(("bits", "sited"), [(LEAST + 1, True), (LEAST, False)])
def test_different_sketches_do_not_add_up(bits: int, sited: bool) -> None:
    with pytest.raises(ProfileError, match="same --bits and --site-field"):
        counted([]).merge(counted([], bits, sited))


@given(documents, st.integers(0, 12), st.integers(0, 12))
def test_parts_in_any_order_are_the_whole(given: list[Document], one: int, two: int) -> None:
    first, second = sorted((one, two))
    parts = [given[:first], given[first:second], given[second:]]
    whole = counted(given)
    a, b, c = map(counted, parts)
    assert same(counted(parts[0]).merge(counted(parts[1])).merge(counted(parts[2])), whole)
    assert same(a.merge(b.merge(c)), whole)
    c, b, a = (counted(part) for part in reversed(parts))
    assert same(c.merge(b).merge(a), whole)
    assert same(counted(given[::-1]), whole)


@given(documents)
def test_no_line_is_counted_too_rarely(given: list[Document]) -> None:
    sketch = counted(given)
    found, on = sketch.documents_with(of(LINES)), sketch.sites_with(of(LINES))
    for line, count, sites in zip(LINES, found.tolist(), on.tolist(), strict=True):
        with_it = [site for site, own in given if line in own]
        assert count >= len(with_it)
        assert bool(sites) >= bool(with_it)
    assert sketch.pairs == sum(len(set(own)) for _, own in given)


def test_a_line_counts_once_a_document() -> None:
    sketch = counted([("north.example", ["a", "b", "a", "a"]), ("north.example", ["a"])])
    assert sketch.documents_with(of(["a", "b", "c"])).tolist() == [2, 1, 0]
    assert (sketch.documents, sketch.pairs) == (2, 3)


def test_errors_stay_within_their_bound() -> None:
    """Cormode and Muthukrishnan 2005, theorem 1: too high by more than e / width * pairs with probability e**-depth."""
    given = [("north.example", [f"{number}-{line}" for line in range(20)]) for number in range(200)]
    lines = [line for _, own in given for line in own] + [f"unseen {number}" for number in range(4000)]
    sketch = counted(given)
    error = sketch.documents_with(of(lines)) - np.repeat([1, 0], 4000)
    assert (error >= 0).all()
    assert (error > math.e / (1 << LEAST) * sketch.pairs).mean() <= math.exp(-DEPTH)


def test_collisions_are_told_as_noise() -> None:
    given = [("north.example", [f"{number}-{line}" for line in range(20)]) for number in range(200)]
    crowded, roomy = counted(given), counted(given, 18)
    unseen = of([f"unseen {number}" for number in range(5000)])
    assert roomy.noise() == 1
    assert crowded.noise() > 1
    assert (crowded.documents_with(unseen) >= crowded.noise()).mean() < 0.001
    assert (roomy.documents_with(unseen) == 0).all()


def test_sites_are_told_apart() -> None:
    given = [(f"site{number}.example", ["everywhere", f"only {number % 5}"]) for number in range(50)]
    sketch = counted(given, 12)
    assert sketch.sites == 50
    assert abs(int(sketch.sites_with(of(["everywhere"]))[0]) - 50) < 15
    assert all(7 <= count <= 12 for count in sketch.sites_with(of([f"only {number}" for number in range(5)])))
    many = counted([(f"site{number}.example", ["everywhere"]) for number in range(2000)])
    assert many.sites_with(of(["everywhere"])).tolist() == [FULL]


def test_without_sites_every_line_is_on_one() -> None:
    sketch = counted([("", ["a"])], sited=False)
    assert sketch.sites is None
    assert sketch.sites_with(of(["a", "b"])).tolist() == [1, 1]


def test_counters_stay_at_the_top() -> None:
    sketch = counted([("north.example", ["a"])])
    sketch.counts[sketch.counts > 0] = TOP
    assert sketch.merge(counted([("north.example", ["a"])])).documents_with(of(["a"])).tolist() == [TOP]
    sketch.add(of(["a"]), np.zeros(1, np.int64), 1, ["north.example"])
    assert sketch.documents_with(of(["a"])).tolist() == [TOP]


def test_hashes_are_fixed() -> None:
    """A profile is read by later versions, too."""
    assert keys([b"all rights reserved"]).tolist() == [[3935430824, 1211598505, 323726988, 2668158438]]
    assert counted([("north.example", ["a", "b"])]).digest()[:16] == "07942a965cfbb369"
