from __future__ import annotations

import json

import pytest

from cleaner.document import Cleaning
from cleaner.report import Mode, Named, Note, Report, Summary, plain_settings
from cleaner.settings import Settings
from cleaner.taxonomy import FURNITURE, Label
from tests.fakes import FakeModel


def summary_of(*texts: str) -> Summary:
    summary = Summary()
    for number, text in enumerate(texts):
        summary.add(FakeModel().clean(text), f"{number}.txt")
    return summary


def test_nothing_is_nothing() -> None:
    assert Report(Mode.REPORT, Summary()).exit_code == 0
    assert str(Summary()) == "0 documents, 0 changed, 0.0% of characters removed"
    assert Summary().plain()["removed"]["spam"] == {"findings": 0, "characters": 0}


@pytest.mark.parametrize(
    ("mode", "texts", "exit_zero", "failed", "code"),
    [
        (Mode.COPY, ["AD: a"], False, False, 0),
        (Mode.REPORT, ["a"], False, False, 0),
        (Mode.REPORT, ["Maybe"], False, False, 0),  # unsure is no finding
        (Mode.REPORT, ["AD: a"], False, False, 1),
        (Mode.DIFF, ["AD: a"], False, False, 1),
        (Mode.FIX, ["AD: a"], False, False, 0),  # found, but not rewritten
        (Mode.REPORT, ["AD: a"], True, False, 0),
        (Mode.REPORT, ["AD: a"], True, True, 2),
        (Mode.COPY, ["a"], False, True, 2),
        (Mode.FIX, ["AD: a"], False, True, 2),
    ],
)
def test_exit_codes(mode: Mode, texts: list[str], exit_zero: bool, failed: bool, code: int) -> None:
    summary = summary_of(*texts)
    if failed:
        summary.failed.append(Note("x", None, "missing"))
    assert Report(mode, summary, exit_zero).exit_code == code


def test_a_rewritten_file_is_exit_1() -> None:
    assert Report(Mode.FIX, Summary(rewritten=1)).exit_code == 1


@pytest.mark.parametrize(("text", "lines"), [("", 0), ("a", 1), ("a\n", 1), ("a\nb", 2), ("\n\n", 2), ("a\u2028b", 1)])
def test_lines(text: str, lines: int) -> None:
    assert summary_of(text).lines == lines


def test_counts() -> None:
    summary = summary_of("AD: a\nZZSPAM b\n", "AD: a\n", "Maybe\n", "start\n" + "POP\n" * 20)
    assert (summary.documents, summary.changed, summary.removed_characters) == (4, 2, 6 + 7 + 6)
    assert summary.found == {Label.PROMOTION: 2, Label.SPAM: 1}
    assert summary.found_characters == {Label.PROMOTION: 10, Label.SPAM: 7}
    assert summary.emptied == [Named("1.txt")]
    assert summary.unsure == 1
    assert [note.path for note in summary.refused] == ["3.txt"]
    assert "1 emptied, 1 left untouched" in str(summary)


def test_parts_add_up() -> None:
    texts = ["AD: a\nb", "ZZSPAM b\n", "AD: a\n", "x"]
    whole, parts = Summary(), [Summary(), Summary()]
    for number, text in enumerate(texts):
        cleaning = FakeModel().clean(text)
        whole.add(cleaning, str(number))
        parts[number // 2].add(cleaning, str(number))
    total = Summary()
    for part in parts:
        total += part
    assert total == whole


def test_a_summary_is_json() -> None:
    summary = summary_of("AD: a")
    summary.failed.append(Note("x", 3, "broken"))
    assert json.loads(json.dumps(summary.plain()))["failed"] == [{"path": "x", "record": 3, "reason": "broken"}]
    assert list(summary.plain()["removed"]) == [label.value for label in FURNITURE]
    assert str(Note("x", 3, "broken")) == "x:3: broken"


def test_settings_are_written_in_a_fixed_order() -> None:
    one = plain_settings(Settings.of(select="footer,spam", thresholds={"spam": 0.5}))
    assert one["select"] == ["spam", "footer"]
    assert one["thresholds"] == {"spam": 0.5}
    assert json.dumps(one) == json.dumps(plain_settings(Settings.of(select="spam,footer", thresholds={"spam": 0.5})))


def test_the_id_of_an_emptied_record() -> None:
    summary = Summary()
    for record, id in ((1, 7), (2, None), (None, None)):
        summary.add(Cleaning("x", cuts=((0, 1),)), "a.jsonl", record, id)
    assert summary.emptied == [Named("a.jsonl", 1, 7), Named("a.jsonl", 2), Named("a.jsonl")]
    assert Summary.of(json.loads(json.dumps(summary.plain()))) == summary
