"""The plan: every input in order, every byte once, cuts only behind newlines, the same plan for the same files."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cleaner.corpus import Source
from cleaner.shards import FILE, LEAST, MOST, PIECES, plan, shard_size

SIZE = 3 * FILE


def make(folder: Path, **files: bytes) -> list[Source]:
    sources = []
    for name, data in files.items():
        name = name.replace("_", ".")
        (folder / name).write_bytes(data)
        sources.append(Source(folder / name, name))
    return sources


def test_nothing_is_no_shard() -> None:
    assert list(plan([], SIZE)) == []


def test_small_inputs_go_together_and_large_jsonl_is_cut(tmp_path: Path) -> None:
    sources = make(tmp_path, a_txt=b"x", b_txt=b"y", c_jsonl=b"{}\n" * SIZE, d_txt=b"z", e_jsonl=b"{}\n")
    shards = list(plan(sources, SIZE))
    names = [[source.name for source in shard.sources] for shard in shards]
    assert names == [["a.txt", "b.txt"], ["c.jsonl"], ["c.jsonl"], ["c.jsonl"], ["d.txt", "e.jsonl"]]
    assert [shard.number for shard in shards] == sorted({shard.number for shard in shards})
    assert sum(shard.size for shard in shards) == sum(source.size for source in sources)
    assert str(shards[0]) == f"shard 0 ({tmp_path / 'a.txt'} and 1 more)"
    assert str(shards[2]) == f"shard 2 ({tmp_path / 'c.jsonl'}, bytes {SIZE:,} to {2 * SIZE:,})"


def test_what_is_large_and_cannot_be_cut_goes_first(tmp_path: Path) -> None:
    sources = make(tmp_path, a_txt=b"x", b_txt=b"x" * 2 * SIZE, c_jsonl=b"{}\n" * SIZE, d_txt=b"x" * 3 * SIZE)
    shards = list(plan(sources, SIZE))
    assert [shard.sources[0].name for shard in shards] == ["d.txt", "b.txt", "a.txt", *["c.jsonl"] * 3]
    in_order = [shard.sources[0].name for shard in sorted(shards, key=lambda shard: shard.number)]
    assert in_order == ["a.txt", "b.txt", *["c.jsonl"] * 3, "d.txt"]


def test_the_size_of_shards_follows_the_corpus(tmp_path: Path) -> None:
    class Sized(Source):
        @property
        def size(self) -> int:
            return int(self.name)

    def many(number: int, size: int) -> int:
        sources = [Sized(None, str(size))] * number
        return len(list(plan(sources, shard_size(sources))))

    assert shard_size([]) == shard_size([Sized(None, "1000")]) == LEAST
    assert many(1000, 100) == -(-1000 // (LEAST // (FILE + 100)))  # tiny files count, not only their bytes
    assert PIECES <= many(100_000, 1000) <= PIECES + 1
    assert shard_size([Sized(None, str(1 << 40))]) == MOST


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.jsonl.zst", "a.txt"])
def test_what_has_no_records_at_known_places_stays_whole(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"{}\n" * 99)
    assert [shard.sources for shard in plan([Source(tmp_path / name, name)], 10)] == [(Source(tmp_path / name, name),)]


def test_binary_or_missing_files_are_left_to_the_workers(tmp_path: Path) -> None:
    sources = make(tmp_path, a_jsonl=b"\0\n" * 99)
    missing = Source(tmp_path / "gone.jsonl", "gone.jsonl")
    assert [shard.sources for shard in plan([*sources, missing], 10)] == [(sources[0],), (missing,)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.sampled_from([b"\n", b"{}\n", b"{}", b"{  }\r\n"])), max_size=4), st.integers(1, 30))
def test_ranges_are_the_file(tmp_path: Path, files: list[list[bytes]], size: int) -> None:
    data = {f"f{number}_jsonl": b"".join(lines) for number, lines in enumerate(files)}
    sources = make(tmp_path, **data)
    planned = [source for shard in plan(sources, size) for source in shard.sources]
    for (name, pieces), content in zip(groupby(planned, lambda source: source.name), data.values(), strict=True):
        at, first = 0, 1
        for piece in pieces:
            if piece.range is None:
                at = len(content)
                continue
            assert (piece.range.start, piece.range.first) == (at, first), name
            part = content[at : piece.range.stop]
            at, first = piece.range.stop, first + part.count(b"\n")
            assert part.endswith(b"\n") or at == len(content)
        assert at == len(content)
