"""Folding: honest writing stays what it is; a disguise is undone, and its place is known."""

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner import disguise
from cleaner.disguise import SUSPECT, ZERO_WIDTH, Folded, fold, spelled
from cleaner.training.disguises import DISGUISES

HONEST = ["harbour", "Ελληνικά", "Jembatan", "naïve", "Đà Nẵng", "München", "東京", "สวัสดี", "a1b2", "émigré", "c’est"]


@pytest.mark.parametrize("word", HONEST)
def test_honest_words_are_only_lowered(word: str) -> None:
    assert fold(word).text == word.lower()
    assert fold(word).seen == ()


@pytest.mark.parametrize("text", ["J.R.R. Marl wrote it", "A - B", "x = 1, y = 2", "I. Marl", "The U.S. is big"])
def test_initials_are_not_spelled_out(text: str) -> None:
    assert not spelled(text)


@pytest.mark.parametrize("text", ["7 Lady Tarn – Holm S 4 d 2 2 d 16,9", "R L k 0 k 3 1", "1 2 2 B 3 1", "0 1 1 0 1"])
def test_rows_of_results_are_not_spelled_out(text: str) -> None:
    assert not spelled(text)


@pytest.mark.parametrize("name", sorted(set(DISGUISES) - {"spaced", "dotted", "dashed", "leet", "emoji"}))
def test_disguises_fold_back(name: str) -> None:
    for seed in range(8):
        worn = DISGUISES[name]("Zupatoget", random.Random(seed))
        folded = fold(worn)
        assert SUSPECT.search(worn)
        assert folded.text == "zupatoget"
        assert folded.seen


@pytest.mark.parametrize(
    ("worn", "name"),
    [
        ("ZUP\U0001d400TOGE\U00010297", "zupatoget"),
        ("ZU\U0001d5ddЯИ", "zujrn"),
        ("DО\u042f\U0001d63c\U0001d7e97", "dora77"),
        ("ZUPATOGEL8\ufe0f\u20e3", "zupatogel8"),
        ("\U0001d419UPA❼❽", "zupa78"),
        ("ZΛPΛTO", "zapato"),
        ("\U0001d419up8\ufe0f\u20e38\ufe0f\u20e3", "zup88"),
    ],
)
def test_letters_of_several_alphabets_and_boxed_digits_fold_back(worn: str, name: str) -> None:
    assert fold(worn).text == name
    assert fold(worn).seen


NUMBERS = ["1\ufe0f\u20e3", "1\ufe0f\u20e30\ufe0f\u20e3", "2\ufe0f\u20e3-1\ufe0f\u20e3", "\u2764\ufe0f"]


@pytest.mark.parametrize("text", [*NUMBERS, "Дина", "Индия", "λ", "X5Д", "H5N1-и"])
def test_boxed_numbers_and_few_letters_of_another_script_wear_no_disguise(text: str) -> None:
    assert fold(text).seen == ()


def test_a_number_in_a_circle_makes_no_word_beside_it_a_latin_one() -> None:
    assert fold("\u2776Индия").text == "1индия"
    assert {name for name, *_ in fold("\u2776Индия").seen} == {"circled"}


@pytest.mark.parametrize("name", ["spaced", "dotted", "dashed"])
def test_spelled_out_names_are_seen(name: str) -> None:
    worn = DISGUISES[name]("zupatoget", random.Random(1))
    assert spelled(f"the mayor {worn} of Westhaven") == [(10, 10 + len(worn))]


@given(st.text(max_size=40))
def test_map_is_ordered_and_covers_the_text(text: str) -> None:
    folded = fold(text)
    assert len(folded.starts) == len(folded.text) + 1
    assert list(folded.starts) == sorted(folded.starts)
    assert folded.starts[-1] == len(text)
    assert all(0 <= start < stop <= len(text) for _, start, stop in folded.seen)


def is_mark(char: str) -> bool:
    return unicodedata.category(char) in ("Mn", "Me")


def slowly(raw: str) -> Folded:
    """Fold as the definition says: the whole text is asked again about each place."""
    forms = [(c, *disguise._plain(c)) for c in raw]
    latin = any("a" <= plain <= "z" and kind != "homoglyph" for _, plain, kind in forms)
    beside = sum("a" <= plain <= "z" and c not in disguise._STYLED for c, plain, _ in forms)
    foreign = [c for c in raw if c.isalpha() and not ("a" <= c.lower() <= "z" and len(c.lower()) == 1)]
    alike = bool(foreign) and not latin and len(raw) > 3 and all(c in disguise._HOMOGLYPHS for c in foreign)
    pairs: list[tuple[str, int]] = []
    seen: list[tuple[str, int, int]] = []
    for at, char in enumerate(raw):
        plain, kind = disguise._plain(char)
        if char in ZERO_WIDTH:
            plain, kind = "", "zero-width"
        elif is_mark(char) and pairs and pairs[-1][0] in "abcdefghijklmnopqrstuvwxyz0123456789":
            plain, kind = "", "boxed" if char in "\ufe0f\u20e3" else "combining"
        elif kind == "homoglyph" and (not (latin or alike) or (char in disguise._STYLED and beside < 3)):
            plain, kind = char.lower(), ""
        pairs += [(letter, at) for letter in plain]
        if kind:
            seen.append((kind, at, at + 1))

    def worn(name: str) -> bool:
        if name in ("combining", "small", "small-caps", "letterlike"):
            return sum(one[0] == name for one in seen) >= max(3, 0.4 * sum(c.isalnum() for c in raw))
        if name == "boxed":
            return any(c.isalpha() for c in raw)
        if name == "zero-width":
            return any(c in ZERO_WIDTH and c != "\u00ad" for c in raw) or raw.count("\u00ad") > 1
        return True

    joined = disguise._joined([one for one in seen if worn(one[0])])
    return Folded("".join(letter for letter, _ in pairs), (*(at for _, at in pairs), len(raw)), joined)


MARKS, HIDDEN, ALIKE = "\u0301\u0308\u0327", "\u00ad\u200b\u200d\ufeff", "\u0430\u0435\u0440\u03bf"
ALIKE += "\u044f\u03bb\u277c\u20e3\ufe0f"
ODD = MARKS + HIDDEN + ALIKE + "\u1d00\u02b0\u212b\uff33\U0001d5d4" + "ab1 \u00e9\u6771"


@given(st.one_of(st.text(ODD, max_size=24), st.text(st.sampled_from("ab\u0301\u00ad\u200b\u0430\u0440"), max_size=12)))
def test_a_disguise_is_judged_as_by_its_definition(text: str) -> None:
    assert fold(text) == slowly(text)


@pytest.mark.parametrize(
    ("mark", "name"), [("\u0301", "combining"), ("\u00ad", "zero-width"), ("\u1d00", "small-caps")]
)
def test_a_long_word_with_a_mark_after_every_letter_is_judged_once_for_each_kind(
    monkeypatch: pytest.MonkeyPatch, mark: str, name: str
) -> None:
    asked: list[str] = []
    worn = disguise._worn
    monkeypatch.setattr(disguise, "_worn", lambda *given: bool(asked.append(given[0])) or worn(*given))
    size = 2_000
    folded = fold(f"a{mark}" * size)
    assert asked == [name]
    assert folded.seen == ((name, 1, 2 * size),)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz0123456789 .,-", max_size=60))
def test_plain_text_is_untouched(text: str) -> None:
    assert fold(text).text == text
    assert fold(text).seen == ()
