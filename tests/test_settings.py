from __future__ import annotations

from pathlib import Path
from typing import Any

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
        ({"max_removed": "0.5"}, "'0.5' is no number: write one from 0 to 1"),
        ({"max_removed": 10**400}, "is too large: write a number from 0 to 1"),
        ({"max_removed": 10**5000}, "a value of the type int is too large"),
        ({"thresholds": {"spam": "x"}}, "'x' is no number"),
        ({"thresholds": {"spam": True}}, "True is no number"),
        ({"thresholds": {7: 0.5}}, "unknown label 7"),
        ({"thresholds": 0.5}, "thresholds is 0.5: give a table"),
        ({"ignore": [1]}, "unknown label 1"),
        ({"select": 5}, "5 is no list of labels"),
        ({"select": None}, "None is no list of labels"),
        ({"protect": "Dow"}, "protect is 'Dow': give a list of patterns, also if there is only one"),
        ({"always_remove": "Dow"}, "always-remove is 'Dow': give a list of patterns"),
        ({"always_remove": [b"Dow"]}, "give a list of patterns"),
        ({"protect": None}, "give a list of patterns"),
        ({"select": ""}, "'' names no label: name some, or write 'all'"),
        ({"select": " , "}, "names no label"),
        ({"markdown": "no"}, "markdown is 'no': give True or False"),
        ({"max_removed": True}, "True is no number"),
        ({"per_file_ignores": {"*.txt": "spma"}}, "did you mean 'spam'"),
        ({"per_file_ignores": "*.txt"}, r"per-file-ignores is '\*.txt': give a table of patterns and labels"),
        ({"per_file_ignores": {5: "spam"}}, "give a table of patterns and labels"),
        ({"root": 5}, "root is 5: give a string"),
    ],
)
def test_refused_values_say_what_to_do(values: dict[str, object], message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        Settings.of(**values)


def test_one_pattern_is_no_list_of_letters() -> None:
    with pytest.raises(SettingsError, match="give a list of patterns"):
        Settings(protect="Dow")  # type: ignore[arg-type]
    assert Settings.of(protect=["Dow"], always_remove=("x",)) == Settings(protect=("Dow",), always_remove=("x",))


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"ignore": ["spam"]}, r"ignore is \['spam'\]: give a set of labels, or call Settings.of"),
        ({"select": "spam"}, "select is 'spam': give a set of labels"),
        ({"select": frozenset({"spma"})}, "unknown label 'spma' .did you mean 'spam'"),
        ({"thresholds": {"spam": "0.5"}}, "'0.5' is no number"),
        ({"thresholds": {"spma": 0.5}}, "unknown label 'spma' .did you mean 'spam'"),
        ({"thresholds": [("spam", 0.5)]}, "give a table of labels and numbers"),
        ({"max_removed": "0.5"}, "'0.5' is no number"),
        ({"markdown": None}, "markdown is None: give True or False"),
        ({"per_file_ignores": {"*.txt": frozenset()}}, "give a table of patterns and labels"),
        ({"per_file_ignores": (("*.txt", "spam"),)}, "per-file-ignores is 'spam': give a set of labels"),
        ({"profile": None}, "profile is None: give a string"),
    ],
)
def test_the_constructor_refuses_them_too(values: dict[str, Any], message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        Settings(**values)


def test_plain_values_become_labels() -> None:
    assert Settings.of(select="spam, all").removable == Settings.of(select=["spam ", " all "]).removable
    assert Settings.of(select=[]).removable == frozenset()  # for patterns that always remove, alone
    given = Settings.of(per_file_ignores={"*.txt": ["spam"], "d/": "footer, credit"})
    assert given.for_file("d/a.txt").ignore == {Label.SPAM, Label.FOOTER, Label.CREDIT}
    assert given == Settings.of(per_file_ignores=given.per_file_ignores)


def test_a_file_behind_a_link_is_ignored_by_both_of_its_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "store/forum").mkdir(parents=True)
    (tmp_path / "data").symlink_to(tmp_path / "store")
    monkeypatch.chdir(tmp_path)
    for folder in ("data", "store"):
        given = Settings.of(per_file_ignores={f"{folder}/forum/": "spam"}, root=str(tmp_path))
        assert given.for_file("data/forum/a.txt").ignore == {Label.SPAM}


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
