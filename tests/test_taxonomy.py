from __future__ import annotations

from cleaner.taxonomy import DEFINITIONS, FURNITURE, LABELS, Label


def test_every_label_is_defined_once_in_order() -> None:
    assert tuple(definition.label for definition in DEFINITIONS) == LABELS


def test_content_comes_first_and_is_never_removed() -> None:
    assert LABELS[0] is Label.CONTENT
    assert Label.CONTENT not in FURNITURE
    assert len(FURNITURE) == len(LABELS) - 1


def test_definitions_are_written_out() -> None:
    for definition in DEFINITIONS:
        assert definition.meaning
        assert definition.example
        assert any(label in definition.near_miss for label in LABELS)
