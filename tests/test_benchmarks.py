"""What is measured is the same for everybody: a seed gives the same corpus. No test looks at a clock."""

from __future__ import annotations

import statistics
from functools import cache
from itertools import islice
from pathlib import Path

import pytest

from tests.benchmarks.__main__ import SECTIONS, main
from tests.benchmarks.corpus import Page, pages, texts_of, write
from tests.benchmarks.peers import lines_of


@cache
def drawn(seed: int, share: float) -> list[Page]:
    return list(islice(pages(seed, share), 240))


@pytest.mark.parametrize("share", [0.4, 0.05])
def test_pages_have_the_share_of_bad_lines_that_is_asked_for(share: float) -> None:
    lines = [line for page in drawn(7, share) for line in page.lines]
    assert sum(bad for _, bad in lines) / len(lines) == pytest.approx(share, abs=0.03)
    assert 50 <= statistics.median(len(line) for line, _ in lines) <= 120


def test_a_seed_gives_the_same_pages() -> None:
    assert list(islice(pages(7, 0.4), 5)) == drawn(7, 0.4)[:5]


def test_lines_with_ink_are_those_of_the_text() -> None:
    for page in drawn(7, 0.4):
        assert [line for line, _ in page.lines] == lines_of(page.text)


def test_a_corpus_is_as_large_as_asked_and_has_no_record_twice(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    write(path, 0.1, 0.4, None, 7, distinct=0.03)
    texts = texts_of(path)
    assert 100_000 <= sum(len(text.encode()) for text in texts) < 120_000
    assert len(texts) > len(set(texts))
    assert len(set(path.read_bytes().split(b"\n"))) == len(texts) + 1


def test_every_section_is_a_file() -> None:
    folder = Path(__file__).parent / "benchmarks"
    assert all((folder / f"{section}.py").is_file() for section in SECTIONS)
    with pytest.raises(SystemExit):
        main(["nothing"])
