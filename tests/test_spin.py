"""Spun phrases leave no bracket behind, and part at their links without losing a word."""

from __future__ import annotations

from random import Random

import pytest

from cleaner.training.spin import LINK_START, LINK_STOP, joined, parted, spin

FILLERS = {"site": lambda: "Kabar Melati"}


def test_choices_nest_and_may_be_empty() -> None:
    found = {spin("[Ikuti|Baca [juga|lagi]|] {site}[!|]", Random(seed), FILLERS) for seed in range(200)}
    says = ("Ikuti ", "Baca juga ", "Baca lagi ", "")
    assert found == {f"{said}Kabar Melati{end}" for said in says for end in ("!", "")}


def test_an_empty_choice_leaves_no_double_space_and_none_before_a_stop() -> None:
    assert spin("Ikuti [] kami [].", Random(1), {}) == "Ikuti kami."
    assert spin("Saluran : [a] , b", Random(1), {}) == "Saluran : a, b"


def test_values_are_not_spun() -> None:
    assert spin("{site}", Random(1), {"site": lambda: "[a|b] <c>"}) == "[a|b] <c>"


@pytest.mark.parametrize(
    ("template", "parts"),
    [
        ("Ikuti <kami>.", ["Ikuti", "kami", "."]),
        ("<Klik> <di sini>", ["Klik", "di sini"]),
        ("Tanpa tautan", ["Tanpa tautan"]),
        ("", []),
    ],
)
def test_links_part_a_text(template: str, parts: list[str]) -> None:
    text = spin(template, Random(1), {})
    assert parted(text) == parts
    assert "".join("".join(parted(text)).split()) == "".join(joined(text).split())
    assert LINK_START not in joined(text) and LINK_STOP not in joined(text)


def test_a_spaced_part_keeps_the_space_after_its_link() -> None:
    assert parted(spin("Ikuti <kami> ya", Random(1), {}), spaced=True) == ["Ikuti", "kami", " ya"]
