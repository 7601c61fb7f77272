"""Injected spam: honest text first; then any name at any gap, and the text as it was."""

import random
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Self

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.batch import Batch
from cleaner.candidates import widened, windows
from cleaner.document import delete, merge
from cleaner.injected import Injected
from cleaner.model import Model
from cleaner.training.disguises import DISGUISES
from cleaner.training.inject import made_up_brands

EXAMPLES = Path(__file__).parents[1] / "data" / "examples"
SURE = 0.85
"""The score from which the shipped model cuts injected words."""

HONEST = [
    "Polisi menangkap tiga tersangka kasus judi online di sebuah rumah kontrakan pada Selasa malam.",
    "Menurut jaksa, terdakwa mempromosikan situs slot lewat akun Instagram miliknya sejak Januari.",
    "Tekan tombol togel pada panel untuk menyalakan lampu, lalu geser ke kanan.",
    "Korban mengaku menghabiskan Rp40 juta untuk bermain slot dan togel selama dua tahun.",
    "The function initOgelRegistrations() was renamed on Monday by the harbour team.",
    "The compound 4-bromo-toluene was dissolved in 2-methylbutane and left to cool.",
    "Part number TX480-88B fits the older pump, and LX77 fits the newer one.",
    "The UNHCR and the OECD met in Westhaven, said @harbour_post on Monday #bridges.",
    "She won a poker tournament in Westhaven and gave half of the prize to the harbour school.",
    "Kartu memori dimasukkan ke slot kedua di sisi kiri telepon, kata petugas toko itu.",
    "Harga telepon itu USD499 atau sekitar Rp8 juta, lebih murah daripada pesaingnya.",
    "Die Behörde warnt vor Online-Casinos ohne deutsche Lizenz, sagte ein Sprecher am Montag.",
    "Город открыл новый мост в понедельник утром, сообщила мэрия.",
    "นายกเทศมนตรีเปิดสะพานใหม่เมื่อวันจันทร์",
    "",
    "   ",
]
SENTENCES = [
    "Pemimpin kota itu membuka jembatan baru pada hari Senin, kata juru bicara kantor wali kota.",
    "Warga desa berharap jalan menuju pasar segera diperbaiki sebelum musim hujan datang.",
    "The mayor of the town opened the new bridge on Monday, and the children sang for an hour.",
    "Para nelayan kembali ke pelabuhan setelah badai reda, dan harga ikan turun keesokan harinya.",
]


@pytest.fixture(scope="module")
def finder(shipped: Model) -> Injected:
    if shipped.injected is None:
        pytest.skip("the shipped model finds no injected words")
    return shipped.injected


def cuts(finder: Injected, text: str) -> list[tuple[int, int]]:
    batch = Batch.of([text])
    starts = np.concatenate([[0], np.cumsum([len(line) + 1 for line in batch.lines])]).tolist()
    spans = finder.find(batch, list(range(len(batch.lines))), SURE)
    return [(starts[s.line] + s.start, starts[s.line] + s.stop) for s in spans]


@pytest.mark.parametrize("text", HONEST)
def test_honest_text_is_not_touched(finder: Injected, text: str) -> None:
    assert cuts(finder, text) == []


@pytest.mark.parametrize("sentence", SENTENCES)
def test_plain_sentences_are_not_touched(finder: Injected, sentence: str) -> None:
    assert cuts(finder, sentence) == []


@pytest.mark.parametrize("marks", ['""', "“”", "«»", "„“", "‘’", ("« ", " »"), ('" ', ' "')])
def test_what_is_quoted_is_mentioned(finder: Injected, marks: tuple[str, str]) -> None:
    left, right = marks
    text = "Menteri itu bertemu dengan pemimpin Korea {}ZUPATOGEL{} Utara pada Sabtu. Kata dia, Korea Utara setuju."
    assert cuts(finder, text.format("", ""))
    assert cuts(finder, text.format(left, right)) == []


def test_what_stands_between_quotations_is_not_quoted(finder: Injected) -> None:
    text = "Menteri itu bertemu dengan “pemimpin Korea” ZUPATOGEL “Utara” pada Sabtu. Kata dia, Korea Utara setuju."
    assert cuts(finder, text)


def test_what_is_looked_at_around_many_places_of_an_endless_word_is_bounded() -> None:
    """Each place has a window of its own: that all reached back to the first one made a picture's data take minutes."""
    places = list(range(0, 100_000, 500))
    pieces = [token.raw for tokens in windows("x" * 100_000, places) for token in tokens]
    assert max(map(len, pieces)) <= 500
    assert sum(map(len, pieces)) <= 500 * len(places)


def test_a_name_is_no_longer_than_a_line(finder: Injected) -> None:
    text = f"Petani menjual {'ZUPATOGEL-' * 40}88 jagung dan {'zupatogel ' * 40}88 di pasar."
    assert all(stop - start <= 210 for start, stop in cuts(finder, text))


def test_the_example_of_the_design(finder: Injected) -> None:
    text = "Menteri itu bertemu dengan pemimpin Korea ZUPATOGEL Utara pada Sabtu. Kata dia, Korea Utara setuju."
    assert delete(text, merge(cuts(finder, text))) == text.replace("ZUPATOGEL ", "")


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("spam", ["ZUPATOGEL", "morvaslot88", "dewakelun4d", "QUIBBATOTO", "zupabet777"])
def test_name_at_every_gap_is_cut_and_the_text_is_as_before(finder: Injected, sentence: str, spam: str) -> None:
    words = sentence.split(" ")
    undone = 0
    for gap in range(len(words)):
        text = " ".join([*words[:gap], spam, *words[gap:]])
        undone += delete(text, merge(cuts(finder, text))) == sentence
    assert undone >= 0.8 * len(words)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10**6), st.sampled_from(SENTENCES), st.integers(0, 99))
def test_whatever_is_found_is_the_name_alone(finder: Injected, seed: int, sentence: str, gap: int) -> None:
    name = made_up_brands(1, random.Random(seed))[0]
    words = sentence.split(" ")
    gap %= len(words)
    text = " ".join([*words[:gap], name.upper(), *words[gap:]])
    found = cuts(finder, text)
    assert delete(text, merge(found)) in (sentence, text)


@pytest.mark.parametrize("name", sorted(DISGUISES))
def test_disguised_names_are_cut_whole(finder: Injected, name: str) -> None:
    undone = 0
    for seed, sentence in enumerate(SENTENCES * 2):
        words = sentence.split(" ")
        worn = DISGUISES[name]("TUNGKUTOGEL", random.Random(seed))
        text = " ".join([*words[:4], worn, *words[4:]])
        undone += delete(text, merge(cuts(finder, text))) == sentence
    assert undone >= (3 if name == "leet" else 5)


def test_cues_name_the_disguise_and_its_place(finder: Injected) -> None:
    text = "Wali kota membuka ＺＵＰＡＴＯＧＥＬ jembatan baru pada hari Senin pagi."
    (span,) = finder.find(Batch.of([text]), [0], SURE)
    assert text[span.start : span.stop] == "ＺＵＰＡＴＯＧＥＬ "
    assert "disguise:fullwidth@18-27" in span.cues


def test_neighbours_in_the_batch_change_nothing(finder: Injected) -> None:
    texts = [f"{sentence[:20]} ZUPATOGEL {sentence[20:]}" for sentence in SENTENCES] + HONEST
    batch = Batch.of(texts)
    together = [(s.start, s.stop, s.score) for s in finder.find(batch, list(range(len(batch.lines))), 0.3)]
    alone = [(s.start, s.stop, s.score) for text in texts for s in finder.find(Batch.of([text]), [0], 0.3)]
    assert together == alone


@given(st.text(max_size=120))
@settings(max_examples=80, deadline=None)
def test_any_text_is_survived_and_spans_lie_inside(finder: Injected, text: str) -> None:
    batch = Batch.of([text])
    for span in finder.find(batch, list(range(len(batch.lines))), 0.0):
        assert 0 <= span.start < span.stop <= len(batch.lines[span.line])


def test_one_space_goes_with_the_spam() -> None:
    for line, spam, rest in (
        ("a X b", "X", "a b"),
        ("X b", "X", "b"),
        ("a X.", "X", "a."),
        ("a X", "X", "a"),
        ("aXb", "X", "ab"),
        ("a\tX b", "X", "a\tb"),
        ("(X b)", "X", "(b)"),
        ("a X Y b", "XY", "a b"),
        ("a X Y.", "XY", "a."),
        ("X Y b", "XY", "b"),
        ("X Y.", "XY", "."),
        ("a X Y Z", "XYZ", "a"),
        ("a X b Y.", "XY", "a b."),
    ):
        ranges = [(line.index(letter), line.index(letter) + 1) for letter in spam]
        assert delete(line, tuple(widened(line, ranges))) == rest


@given(st.text("ab .", max_size=12), st.data())
def test_no_two_pieces_of_spam_take_the_same_space(line: str, data: st.DataObject) -> None:
    places = [at for at, char in enumerate(line) if char in "ab"]
    chosen = sorted(data.draw(st.sets(st.sampled_from(places)) if places else st.just(set[int]())))
    ranges = [(at, at + 1) for at in chosen]
    wide = list(widened(line, ranges))
    assert all(one[1] <= other[0] for one, other in pairwise(wide))
    assert all(a <= start and stop <= b and b - a <= 2 for (start, stop), (a, b) in zip(ranges, wide, strict=True))


def test_names_in_a_text_about_gambling_are_mentions(finder: Injected) -> None:
    report = (EXAMPLES / "07_razia_judi_daring.txt").read_text("utf-8")
    assert report.count("RAJAWANATOGEL") > 1
    assert cuts(finder, report) == []
    elsewhere = (EXAMPLES / "12_clean_harbour_essay.txt").read_text("utf-8").replace(" the ", " RAJAWANATOGEL the ", 1)
    assert len(cuts(finder, elsewhere)) == 1


@pytest.mark.parametrize("size", [7, 12, 30])
def test_a_line_of_little_but_names_is_no_injection(finder: Injected, size: int) -> None:
    names = [name.upper() for name in made_up_brands(size, random.Random(4))]
    batch = Batch.of(["\n".join([SENTENCES[0], " ".join(names), SENTENCES[1]])])
    assert finder.look(batch, range(3))[0] == []
    assert finder.look(Batch.of([f"{SENTENCES[0]} {' '.join(names[:2])} {SENTENCES[1]}"]), [0])[0] != []


def test_a_name_that_is_spelled_out_is_no_list(finder: Injected) -> None:
    line = "Wali kota membuka jembatan baru Z U P A T O G E L S L O T M A X kemarin"
    assert [line[s.start : s.stop] for s in finder.find(Batch.of([line]), [0])] == ["Z U P A T O G E L S L O T M A X "]


def test_a_whole_line_of_six_words_of_spam_is_still_looked_at(finder: Injected) -> None:
    assert finder.look(Batch.of([" ".join(["ZUPATOGEL"] * 6)]), [0])[0] != []


def test_what_is_found_in_a_line_does_not_depend_on_which_others_are_asked_for(finder: Injected) -> None:
    """A looser threshold for whole lines takes lines away: their words still bear witness, or fewer spans would go."""
    lines = ["Warga NYIURTOGEL88 menanam padi.", "Main di TEPIANSLOT77 sekarang", "Hujan NYIURTOGEL88 turun lagi."]
    batch = Batch.of(["\n".join(lines)])
    heard = np.ones(len(lines), np.bool_)
    every = {(c.line, c.range): tuple(row) for c, row in zip(*finder.look(batch, [0, 1, 2], None, heard), strict=True)}
    some = {(c.line, c.range): tuple(row) for c, row in zip(*finder.look(batch, [0], None, heard), strict=True)}
    alone = {(c.line, c.range): tuple(row) for c, row in zip(*finder.look(batch, [0]), strict=True)}
    assert some == {place: row for place, row in every.items() if place[0] == 0}
    assert some.keys() == alone.keys()
    assert some != alone


def test_what_is_remembered_of_words_is_never_half_written(finder: Injected, monkeypatch: pytest.MonkeyPatch) -> None:
    """Threads share a model: who reads in between must not find that a hot word is none."""

    class Watched(dict[bytes, bool]):
        def update(self, *values: Mapping[bytes, bool]) -> None:  # type: ignore[override]
            super().update(*values)
            seen.append(dict(self))

        def __ior__(self, values: Mapping[bytes, bool]) -> Self:  # type: ignore[override,misc]
            self.update(values)
            return self

    seen: list[dict[bytes, bool]] = []
    monkeypatch.setattr(finder, "_looks", Watched())
    finder.find(Batch.of(["Warga NYIURTOGEL88 menanam padi di TEPIANSLOT77."]), [0])
    assert any(seen[-1].values())
    assert all(one.items() <= seen[-1].items() for one in seen)
