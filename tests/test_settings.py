from __future__ import annotations

import pytest

from cleaner.errors import SettingsError
from cleaner.settings import Settings, nearest, parse_labels
from cleaner.taxonomy import FURNITURE, Label


def test_the_default_removes_every_label() -> None:
    assert Settings().removable == frozenset(FURNITURE)
    assert Settings.of() == Settings()


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"selekt": "spam"}, "did you mean 'select'"),
        ({"select": "spamm"}, "did you mean 'spam'"),
        ({"ignore": ["content"]}, "unknown label 'content'"),
        ({"thresholds": {"spam": 1.5}}, "from 0 to 1"),
        ({"thresholds": {"spaam": 0.5}}, "did you mean 'spam'"),
        ({"max_removed": 0}, "above 0"),
        ({"max_removed": 1.1}, "up to 1"),
    ],
)
def test_refused_values_say_what_to_do(values: dict[str, object], message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        Settings.of(**values)


def test_labels_switch_one_by_one() -> None:
    settings = Settings.of(select="spam, footer,credit", ignore=["credit"])
    assert settings.removable == {Label.SPAM, Label.FOOTER}
    assert parse_labels("all") == FURNITURE
    assert Settings.of(ignore="all").removable == frozenset()


def test_settings_are_values() -> None:
    assert Settings.of(select="spam") == Settings(select=frozenset({Label.SPAM}))
    with pytest.raises(AttributeError):
        Settings().max_removed = 0.5  # type: ignore[misc]


def test_nearest_is_silent_about_strangers() -> None:
    assert nearest("qqqq", ["select"]) == ""


def test_settings_go_to_other_processes() -> None:
    import pickle

    chosen = Settings.of(thresholds={"spam": 0.5}, ignore="comment", protect=["x"])
    assert pickle.loads(pickle.dumps(chosen)) == chosen
