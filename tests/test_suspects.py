"""The prefilter: no word of the tables may be lost, in small letters or in capitals; no line decides about another."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from cleaner.batch import Batch
from cleaner.patterns import TABLE
from cleaner.phrases import (
    ADS,
    BRACKETED,
    CALLS,
    CONTINUED,
    EDITS,
    NEXT_PAGES,
    PLAYERS,
    POINTERS,
    READ_ONS,
    SHOUTED,
    TAKERS,
    WATCHES,
)
from cleaner.suspects import suspects
from cleaner.trims import propose, trims_of

OPENED = "The mayor opened the bridge on Monday."
BREAKS = [
    "SCROLL TO CONTINUE WITH CONTENT",
    "Scroll to continue reading",
    "ADVERTORIAL",
    "ADVERTISEMENT - SCROLL TO CONTINUE",
    "La suite après la publicité",
    "Juttu jatkuu mainoksen jälkeen.",
    "Artikeln fortsätter under annonsen.",
    "(adsbygoogle = window.adsbygoogle || []).push({});",
]
LISTS = [
    "Baca artikel menarik lainnya:",
    "Simak berita lain:",
    "Read other stories:",
    "Lihat artikel lainnya juga, yuk:",
    "Cek berita lainnya juga, yuk!",
    "Yuk, baca artikel lainnya:",
    "Yuk simak:",
]
END_MARKS = ["(***)", "[*]", "***", "■", "◼", "###", "-30-", "—30—", "(end)", "(끝)", "（完）", "（了）", "انتهى"]
PHRASES: list[tuple[str, list[str], list[str]]] = [
    (
        "pointer",
        [*POINTERS, *SHOUTED],
        [OPENED + " {}: Five Bridges of the Coast", "{} | Five Bridges of the Coast", OPENED + "[{} – Five Bridges]"],
    ),
    ("pointer", [f"{word} kisah lama kota ini" for word in BRACKETED], [OPENED + " ({}: Lima Jembatan) It was built."]),
    ("end-read-on", [*READ_ONS], [OPENED + " {}", OPENED + " … {}...", OPENED + "{} →", OPENED + " {} >> "]),
    ("end-next-page", [*NEXT_PAGES], [OPENED + " Simak di {}...", OPENED + " Continued on {}", OPENED + " Baca {}."]),
    ("edit-mark", [*EDITS], ["History[{}]", "History [ {} | edit ] of the bridge"]),
    ("player-placeholder", [*PLAYERS], [OPENED + " [{}: the first car] It was built.", "[{}]"]),
    ("closing-call", [*CALLS], [OPENED + " {} the Harbour Post on Google News.", OPENED + "{} Telegram"]),
    ("end-watch", [*WATCHES], [OPENED + " {} video 'The first car on the bridge':", OPENED + "{} juga video pertama:"]),
    ("end-signed-photo", [*TAKERS], [f"{OPENED} {OPENED} {{}}: Ines Marl", f"{OPENED} {OPENED}{{}}：周小港"]),
    ("ad-marker", [*ADS], ["-{}-", "– {} –", "({})", OPENED + " [{}] It was built."]),
    ("ad-marker", [f"{word} continues below" for word in CONTINUED], ["{}", OPENED + " {}", OPENED + " ({}) It is."]),
    ("ad-marker", BREAKS, ["{}", OPENED + " {} It was built in two years."]),
    ("pointer-list", LISTS, [OPENED + " {} Lima Jembatan", OPENED + "{}Lima Jembatan", "{} Lima Jembatan"]),
    ("end-mark", END_MARKS, [OPENED + " {}", OPENED + "{} ", OPENED + " {}\u00a0"]),
]  # fmt: skip


def _forms(phrases: Iterable[str]) -> set[str]:
    return {form for phrase in phrases for form in (phrase, phrase.capitalize(), phrase.title(), phrase.upper())}


@pytest.mark.parametrize(
    ("name", "phrases", "lines"), PHRASES, ids=[f"{name}-{words[0]}" for name, words, _ in PHRASES]
)
def test_every_phrase_is_found_in_every_form_that_its_pattern_takes(
    name: str, phrases: list[str], lines: list[str]
) -> None:
    written = [line.format(form) for form in sorted(_forms(phrases)) for line in lines]
    wanted = [[(start, stop) for start, stop, row in trims_of(line) if row.name == name] for line in written]
    batch = Batch.of(["Headline\n" + "\n".join(written)])
    found = propose(batch, range(1, len(batch.lines)))
    lost = [
        line
        for number, (line, ranges) in enumerate(zip(written, wanted, strict=True), 1)
        for start, stop in ranges
        if not any(span.line == number and span.start <= start and stop <= span.stop for span in found)
    ]
    assert lost == []
    matched = [line for line, ranges in zip(written, wanted, strict=True) if ranges]
    unfit = [phrase for phrase in phrases if not any(form in line for form in _forms([phrase]) for line in matched)]
    assert unfit == [], "the lines of this test do not fit these phrases"


def test_end_marks_are_those_of_the_table() -> None:
    (row,) = (row for row in TABLE if row.name == "end-mark")
    assert {mark[-1] for mark in END_MARKS} == set(row.last)


def test_words_that_collide_behind_the_end_of_a_line_are_no_hit() -> None:
    """The four bytes of a newline and `el9` have the hash of those of `read`."""
    for following in ("el9 of the harbour", "The harbour"):
        assert suspects(Batch.of([OPENED, following]))["onward"].lines.tolist() == []


def test_what_a_text_is_found_to_hold_does_not_depend_on_the_next() -> None:
    line = OPENED + " Read more about it."
    alone = propose(Batch.of([line]), [0])
    for following in ("el9 of the harbour", "mer", "さ"):
        assert propose(Batch.of([line, following]), [0]) == alone
