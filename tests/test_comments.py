"""Real comments in training: each once, few of one name, some kept for measuring, every line with its label."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from pathlib import Path

import pytest

from cleaner.training.annotations import line_labels
from cleaner.training.bodies import Body
from cleaner.training.comments import Comment, commented, comments, fold_of, kept
from cleaner.training.corpora import FOLDS
from cleaner.training.phrasebook import PhraseBook

NAMES = ("zupa88", "marlo4d", "tarnslot", "holm777", "𝐙𝐔𝐏𝐀𝟖𝟖", "r i n k o 9 9")
DAYS = {"id": ("senin", "selasa", "rabu", "kamis"), "en": ("monday", "tuesday", "wednesday", "thursday")}
BODIES = [Body(lang, lang, f"Bridge of {lang}", ("The bridge is open.", "It is long."), "site") for lang in DAYS]
BOOK = PhraseBook({("id", "news"): [("comment", "{n} komentar")], ("en", "news"): [("comment", "{n} comments")]})


def write(folder: Path, rows: list[tuple[str, int, str]]) -> Path:
    (folder / "spam").mkdir()
    with gzip.open(folder / "spam" / "comments.jsonl.gz", "wt", encoding="utf-8") as handle:
        for text, label, lang in rows:
            handle.write(json.dumps({"text": text, "label": label, "lang": lang}) + "\n")
    return folder


@pytest.fixture
def said(tmp_path: Path) -> list[Comment]:
    rows = [(f"{day} play at {name}", 1, lang) for lang, days in DAYS.items() for day in days for name in NAMES]
    rows += [(f"{day} was a good day, {day}", 0, lang) for lang, days in DAYS.items() for day in days]
    return comments(write(tmp_path, rows))


def test_a_folder_without_comments_has_none(tmp_path: Path) -> None:
    assert comments(tmp_path) == []


def test_the_same_words_about_another_name_are_the_same(said: list[Comment]) -> None:
    assert Counter((comment.lang, comment.spam) for comment in said) == {
        ("id", True): 4,
        ("en", True): 4,
        ("id", False): 4,
        ("en", False): 4,
    }


def test_few_comments_praise_one_name_in_whatever_letters(tmp_path: Path) -> None:
    words = [a + b + c for a in "bdfgklmnprs" for b in "aeiou" for c in "klmnr"]
    rows = [(f"{word} {name}", 1, "id") for name in ("zupa88", "𝐙𝐔𝐏𝐀𝟖𝟖", "z u p a 8 8") for word in words]
    found = comments(write(tmp_path, rows))
    assert len(found) == 150
    assert {comment.stem for comment in found} == {"zupa"}
    assert len({fold_of(comment) for comment in found}) == 1
    assert len({kept(comment) for comment in found}) == 1


def test_honest_comments_about_gambling_are_left_out_and_entities_are_signs(tmp_path: Path) -> None:
    rows = [("stop judi online", 0, "id"), ("rock &amp; roll", 0, "en"), ("two\nlines", 0, "en")]
    assert [comment.text for comment in comments(write(tmp_path, rows))] == ["rock & roll", "two lines"]


def test_every_name_has_a_fold_and_some_are_kept() -> None:
    found = [Comment(f"play at {name}", "id", True, name) for name in (f"zupa{n}" for n in range(200))]
    assert {fold_of(comment) for comment in found} == set(range(FOLDS))
    assert 10 < sum(map(kept, found)) < 60


def test_every_line_of_a_comment_has_its_label(said: list[Comment]) -> None:
    made = list(commented(BODIES, said, BOOK, "seed", 80))
    assert made == list(commented(BODIES, said, BOOK, "seed", 80))
    assert len(made) == 80
    labels = {comment.text: "spam" if comment.spam else "comment" for comment in said}
    seen: Counter[str | None] = Counter()
    chatted: Counter[str | None] = Counter()
    for document in made:
        for line, label in zip(document.text.split("\n"), line_labels(document), strict=True):
            seen[label] += 1
            known = next((labels[text] for text in labels if text in line), None)
            if known:
                assert label == known or (label, known) == ("content", "comment")
                chatted[label] += known == "comment"
            elif line in ("The bridge is open.", "It is long.") or line.startswith("Bridge of"):
                assert label == "content"
    assert set(seen) == {"content", "comment", "spam", "credit"}
    assert min(chatted["content"], chatted["comment"]) > 60  # who chats is not guilty


def test_without_bodies_or_comments_there_is_nothing(said: list[Comment]) -> None:
    assert list(commented([], said, BOOK, "seed", 5)) == []
    assert list(commented(BODIES, [], BOOK, "seed", 5)) == []
