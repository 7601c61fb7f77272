from __future__ import annotations

import sys

import pytest

from cleaner import progress
from cleaner.progress import Progress
from cleaner.report import Summary


def part(documents: int = 10) -> Summary:
    return Summary(documents=documents, characters=1000, removed_characters=81)


def test_a_short_job_says_nothing() -> None:
    said: list[str] = []
    with Progress(said.append, 100) as shown:
        shown.add(100, part())
    assert said == []


def test_a_long_job_says_a_line_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])
    said: list[str] = []
    with Progress(said.append, 400_000_000) as shown:
        shown.skip(100_000_000, part(5))
        for _ in range(4):
            now[0] += 5.0
            shown.add(50_000_000, part())
    assert said == [
        "25 documents, 10.0 MB/s, 8.1% removed, 0:00:20 left",
        "45 documents, 10.0 MB/s, 8.1% removed, 0:00:10 left",
    ]


def test_a_terminal_has_a_bar(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("tqdm")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    with Progress(print, 100) as shown:
        shown.skip(50, part())
        shown.add(50, part())
    err = capsys.readouterr().err
    assert "20 documents, 8.1% removed" in err
    assert "100%" in err
