"""Texts in Indonesian and Malay are told from all others, and go by their own thresholds."""

from __future__ import annotations

import numpy as np
import pytest

from cleaner.batch import Batch
from cleaner.clean import clean
from cleaner.decide import LONG, Thresholds
from cleaner.malay import EVERY, TASTE, is_malay
from cleaner.settings import Settings
from cleaner.taxonomy import FURNITURE, LABELS, Label
from tests.fakes import FakeModel

INDONESIAN = "Jembatan yang baru itu dibuka untuk umum pada hari Senin, kata petugas dari pelabuhan dengan senang."
MALAY = "Jambatan baharu yang dibina itu akan dibuka untuk orang ramai tidak lama lagi."
OTHERS = [
    "",
    " ",
    "yang",
    "The harbour office said that the bridge is open again, and that boats are let through on Mondays.",
    "De haven is weer open, zei het kantoor, en dan varen de boten ook op maandag uit, dan en wan.",
    "Il ponte di Porto Vecchio è di nuovo aperto, dice l'ufficio di porto di Roccabianca.",
    "Jembatan sing anyar kuwi wis dibukak kanggo wong akeh dina Senen, jarene petugas pelabuhan.",
    "Jambatan nu anyar téh geus dibuka pikeun umum dina poé Senén, ceuk patugas palabuhan.",
    "橋は月曜日に再び開通したと港湾事務所は述べた。",
    "And so it went on, and on, and on. " * 20 + "They call it yang or yin." + " And so it went on. " * 40,
]


@pytest.mark.parametrize("text", OTHERS)
def test_other_languages_are_not_malay(text: str) -> None:
    assert not is_malay(text)


@pytest.mark.parametrize("text", [INDONESIAN, MALAY, INDONESIAN + "\n" + "x" * (EVERY // 2)])
def test_indonesian_and_malay_are(text: str) -> None:
    assert is_malay(text)


def test_only_the_beginning_of_a_long_text_is_looked_at() -> None:
    assert not is_malay("x" * TASTE + INDONESIAN)
    assert is_malay((INDONESIAN + " ") * (TASTE // len(INDONESIAN) + 1) + "x" * 10 * TASTE)


def test_endings_do_not_matter() -> None:
    for filler in range(3 * EVERY):
        text = f"{INDONESIAN}\nx\n{'x' * filler}\n"
        assert is_malay(text) == is_malay(text.replace("\n", "\r\n"))


def test_a_language_has_its_own_thresholds_for_whole_lines() -> None:
    own = Thresholds(dict.fromkeys(FURNITURE, 0.3), long=dict.fromkeys(FURNITURE, 0.5))
    limits = Thresholds(dict.fromkeys(FURNITURE, 0.7), long=dict.fromkeys(FURNITURE, 0.9), malay=own)
    batch = Batch.of([f"{INDONESIAN}\nshort", f"english\n{'long ' * (LONG // 4)}"])
    best = np.full(len(batch.lines), LABELS.index(Label.RELATED))

    def reached(limits: Thresholds, *wanted: float) -> bool:
        """Tell whether each of the four lines goes from the score on that is wanted for it, and not below."""
        return all(
            limits.reached(batch, best, np.array(wanted) - under).tolist() == [under == 0] * 4 for under in (0, 1e-9)
        )

    assert reached(limits, 0.5, 0.3, 0.7, 0.9)
    assert reached(Thresholds(limits.remove, long=limits.long), 0.9, 0.7, 0.7, 0.9)
    assert limits.least == 0.3
    assert reached(limits.under(Settings.of(thresholds={"related": 0.8})), *[0.8] * 4)


def test_a_line_is_removed_by_the_thresholds_of_its_text() -> None:
    model = FakeModel()
    model.thresholds = Thresholds(  # type: ignore[misc]
        dict.fromkeys(FURNITURE, 0.99), malay=Thresholds(dict.fromkeys(FURNITURE, 0.6))
    )
    furniture = "Follow us"
    assert clean(f"{INDONESIAN}\n{furniture}", model).text.strip() == INDONESIAN
    english = f"The bridge is open.\n{furniture}"
    assert clean(english, model).text == english
