"""Configuration: where it is found, what it may hold, what wins; and which files are passed over."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from cleaner.config import KEYS, Config, find, read
from cleaner.errors import SettingsError
from cleaner.settings import Settings
from tests.test_cli import Run
from tests.test_run import tree, write

AD = b"AD: x\na\n"


def test_without_a_file_everything_is_default(tmp_path: Path) -> None:
    config = read(None, tmp_path)
    assert config.settings == Settings(root=str(tmp_path))
    assert set(config.origins.values()) == {"default"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("selekt = ['spam']", "cleaner.toml: unknown key 'selekt' (did you mean 'select'?)"),
        ("max_removed = 0.5", "unknown key 'max_removed' (did you mean 'max-removed'?)"),
        ("[tool.cleaner]\nselect = 'spam'", "the keys stand at the top"),
        ("select = 5", "cleaner.toml: select: 5 is no list of strings"),
        ("select = ['spma']", "select: unknown label 'spma' (did you mean 'spam'?)"),
        ("ignore = 'content'", "ignore: unknown label 'content'"),
        ("thresholds = 0.5", "thresholds: 0.5 is no table"),
        ("thresholds = { spam = 'x' }", "thresholds: 'x' is no number"),
        ("thresholds = { spam = 2 }", "thresholds: threshold of spam is 2.0: give a number from 0 to 1"),
        ("thresholds = { spma = 0.2 }", "did you mean 'spam'"),
        ("max-removed = 0", "max-removed: max-removed is 0.0: give a share above 0"),
        ("max-removed = true", "max-removed: True is no number"),
        ("protect = ['(']", "protect: pattern: '(' is no regular expression"),
        ("always-remove = 'x'", "always-remove: 'x' is no list of strings"),
        ("exclude = [1]", "exclude: [1] is no list of strings"),
        ("force-exclude = 1", "force-exclude: 1 is neither true nor false"),
        ("per-file-ignores = { 'a' = 'spma' }", "per-file-ignores: unknown label 'spma'"),
        ("select = ' , '", "select: ' , ' names no label: name some, or write 'all'"),
        ("per-file-ignores = []", "per-file-ignores: [] is no table"),
        ("text-field = ''", "text-field: is empty"),
        ("output-format = 'jsno'", "output-format: 'jsno' is no output format (did you mean 'json'?)"),
        ("max-removed = " + "1" * 401, "max-removed: 1111"),
        ("max-removed = 0x" + "1" * 5000, "max-removed: a value of the type int is too large"),
        ("thresholds = { spam = " + "1" * 401 + " }", "is too large: write a number from 0 to 1"),
        ("max-removed = " + "1" * 5000, "is no TOML"),
        ("select = " + "[" * 5000, "is no TOML"),
        ("select = [", "is no TOML"),
        ("a = 1\na = 2", "is no TOML"),
    ],
)
def test_a_broken_file_names_file_key_and_remedy(run: Run, here: Path, text: str, message: str) -> None:
    write(here, {"cleaner.toml": text.encode(), "a.txt": AD})
    before = tree(here)
    for command in (["check", "--fix", "a.txt"], ["clean", "a.txt", "--output", "o"], ["config"]):
        ran = run(*command)
        assert ran.code == 2
        assert message in ran.err
        assert "cleaner.toml" in ran.err
        assert ran.err.count("\n") == 1
    assert tree(here) == before


@pytest.mark.parametrize("data", [b"\xff = 1", b"tool = 3\nx = [", b"[tool]\ncleaner = 3"])
def test_a_broken_project_file_is_named(run: Run, here: Path, data: bytes) -> None:
    write(here, {"pyproject.toml": data, "a.txt": AD})
    ran = run("check", "a.txt")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "pyproject.toml" in ran.err
    assert run("check", "a.txt", "--no-config").code == 1


def test_a_configuration_that_is_named_must_be_there(run: Run, here: Path) -> None:
    write(here, {"a.txt": AD})
    assert "no such configuration file" in run("check", "a.txt", "--config", "nowhere.toml").err
    assert "do not go together" in run("check", "a.txt", "--config", "x", "--no-config").err
    assert "as in spam=0.9" in run("check", "a.txt", "--threshold", "spam").err
    assert "command line: thresholds: unknown label 'spma'" in run("check", "a.txt", "--threshold", "spma=1").err


def test_the_nearest_folder_counts_and_a_project_without_a_table_does_not(tmp_path: Path) -> None:
    write(tmp_path, {"pyproject.toml": b"[tool.cleaner]\n", "a/pyproject.toml": b"[tool.other]\n", "a/b/c/x": b""})
    assert find(tmp_path / "a/b/c") == tmp_path / "pyproject.toml"
    write(tmp_path, {"a/cleaner.toml": b""})
    assert find(tmp_path / "a/b/c") == tmp_path / "pyproject.toml"  # a shell made it, for what `config` is to print
    write(tmp_path, {"a/cleaner.toml": b"# none\n"})
    assert find(tmp_path / "a/b/c") == tmp_path / "a/cleaner.toml"
    write(tmp_path, {"a/pyproject.toml": b"[tool.cleaner]\n"})
    assert find(tmp_path / "a/b") == tmp_path / "a/cleaner.toml"


def test_the_command_line_wins(run: Run, here: Path) -> None:
    write(here, {"pyproject.toml": b"[tool.cleaner]\nselect = ['footer']\n", "a.txt": b"AD: x\nCopyright\n"})
    assert run("check", "a.txt").out == b"a.txt:2:1: footer 0.70 Copyright\n"
    assert run("check", "a.txt", "--select", "promotion").out == b"a.txt:1:1: promotion 0.97 AD: x\n"
    assert run("check", "a.txt", "--no-config").out.count(b"\n") == 2
    assert run("clean", "a.txt", "--output", "out").code == 0
    assert tree(here / "out/clean") == {"a.txt": b"AD: x\n"}


def test_what_is_in_force_and_where_from(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = 'thresholds = { spam = 0.9 }\nprotect = ["a\\"b", "\\\\d"]\nper-file-ignores = { "d/*" = "spam" }\n'
    write(here, {"cleaner.toml": text.encode(), "sub/x": b""})
    monkeypatch.chdir(here / "sub")
    out = run("config", "--ignore", "credit", "--threshold", "footer=0.8").out.decode()
    lines = dict(zip(KEYS, out.split("\n"), strict=False))
    assert lines["ignore"] == 'ignore = ["credit"]  # command line'
    assert lines["text-field"] == 'text-field = "text"  # default'
    assert lines["protect"] == 'protect = ["a\\"b", "\\\\d"]  # ../cleaner.toml'
    assert lines["max-removed"] == "# max-removed is not set"
    parsed = tomllib.loads(out)
    assert parsed["thresholds"] == {"spam": 0.9, "footer": 0.8}
    write(here, {"sub/cleaner.toml": out.encode()})
    again = run("config").out.decode()
    assert tomllib.loads(again) == parsed


def test_every_key_can_be_given() -> None:
    values = {
        "select": ["spam"],
        "ignore": "footer",
        "thresholds": {"spam": 1},
        "max-removed": 1,
        "protect": ["x"],
        "always-remove": ["y"],
        "exclude": ["*.md"],
        "force-exclude": True,
        "respect-gitignore": False,
        "per-file-ignores": {"*.txt": ["spam"]},
        "text-field": "body",
        "id-field": "url",
        "model": "m",
        "profile": "p",
        "baseline": "b",
        "output-format": "json",
    }
    assert set(values) == set(KEYS)
    config = Config().over(values, "here", Path("root"))
    assert config["model"] == str(Path("root/m"))
    assert tomllib.loads(str(config))["per-file-ignores"] == {"*.txt": ["spam"]}


def test_a_key_that_is_unknown_is_refused_anywhere() -> None:
    with pytest.raises(SettingsError, match="x: unknown key"):
        Config().over({"qqq": 1}, "x")


# which labels, in which file


def test_labels_can_stay_in_some_files(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    toml = b"per-file-ignores = { 'd/*.txt' = ['promotion'], '*.jsonl' = 'spam' }\n"
    both = b"AD: x\nCopyright\n"
    write(
        here,
        {"cleaner.toml": toml, "a.txt": both, "d/b.txt": both, "d/c.jsonl": b'{"text": "AD: ZZSPAM\\nb ZZSPAM"}\n'},
    )
    out = run("check", ".").out.decode()
    assert "d/b.txt:2:1: footer" in out
    assert "d/b.txt:1:1" not in out
    assert "a.txt:1:1: promotion" in out
    assert "c.jsonl:1:1:1: promotion" in out
    assert "spam " not in out
    monkeypatch.chdir(here / "d")
    assert run("check", "b.txt").out == b"b.txt:2:1: footer 0.70 Copyright\n"
    assert run("clean", "b.txt", "c.jsonl", "--output", "../out").code == 0
    assert (here / "out/clean/b.txt").read_bytes() == b"AD: x\n"
    assert (here / "out/clean/c.jsonl").read_bytes() == b'{"text": "b ZZSPAM"}\n'


def test_labels_can_stay_in_a_folder_that_is_named_alone(run: Run, here: Path) -> None:
    toml = b"per-file-ignores = { 'forum/' = ['promotion'], '/notes' = ['footer'] }\n"
    both = b"AD: x\nCopyright\n"
    names = ["a.txt", "forum/a.txt", "d/forum/e/a.txt", "notes/a.txt", "d/notes/a.txt"]
    write(here, {"cleaner.toml": toml, **dict.fromkeys(names, both)})
    found = [line.split(" ")[:2] for line in run("check", ".").out.decode().split("\n")[:-1]]
    promotion, footer = (
        {place.split(":")[0] for place, label in found if label == kind} for kind in ("promotion", "footer")
    )
    assert promotion == {"a.txt", "notes/a.txt", "d/notes/a.txt"}
    assert footer == set(names) - {"notes/a.txt"}


def test_labels_stay_in_files_that_are_reached_through_a_link(run: Run, here: Path) -> None:
    write(here, {"real/cleaner.toml": b"per-file-ignores = { 'forum/*' = ['promotion'] }\n", "real/forum/a.txt": AD})
    (here / "link").symlink_to("real")
    for path in ("real/forum/a.txt", "link/forum/a.txt", here / "link/forum/a.txt", here / "link/forum/../forum"):
        for folder in ("real", "link"):
            assert run("check", "--config", f"{folder}/cleaner.toml", path).code == 0


def test_patterns_from_the_command_line(run: Run, here: Path) -> None:
    write(here, {"a.txt": b"AD: keep\nAD: x\nFOO bar\n"})
    assert run("check", "--fix", "a.txt", "--protect", "keep", "--always-remove", "FOO ").code == 1
    assert (here / "a.txt").read_bytes() == b"AD: keep\nbar\n"
    assert run("check", "--fix", "a.txt", "--protect", "keep", "--always-remove", "FOO ").code == 0


def test_markdown_keeps_its_code(run: Run, here: Path) -> None:
    text = b"---\nAD: meta\n---\nAD: x\n\n```\nAD: code\n```\n"
    write(here, {"a.md": text, "b.txt": text})
    assert run("check", "a.md").out == b"a.md:4:1: promotion 0.97 AD: x\n"
    assert run("check", "b.txt").out.count(b"\n") == 3


# which files


def test_folders_of_tools_alone_are_passed_over_by_default_and_named_ones_are_read(run: Run, here: Path) -> None:
    write(here, {"d/a.txt": AD, ".hidden/b.txt": AD, ".git/c.txt": AD})
    write(here, {".venv/d.txt": AD, "d/node_modules/e.txt": AD, "venv.txt": AD, "build/f.txt": AD})
    ran = run("check", ".")
    assert [line.split(":")[0] for line in ran.out.decode().splitlines()] == [
        ".hidden/b.txt",
        "build/f.txt",
        "d/a.txt",
        "venv.txt",
    ]
    assert run("check", ".venv", "d/node_modules/e.txt").out.count(b"\n") == 2


def test_in_a_folder_of_tools_that_is_named_others_are_read_too(run: Run, here: Path) -> None:
    write(here, {".venv/a.txt": AD, ".venv/lib/site-packages/p/b.txt": AD, ".venv/.git/c.txt": AD})
    assert run("check", ".venv").out.count(b"\n") == 2
    assert run("check", ".venv/lib").out.count(b"\n") == 1


def test_a_folder_of_nothing_but_tools_is_told_not_passed(run: Run, here: Path) -> None:
    write(here, {"d/.venv/a.txt": AD})
    ran = run("check", "d")
    assert ran.code == 2
    assert "d/.venv: passed over as folders of tools" in ran.err


def test_what_a_pattern_passes_over_is_not_told_as_a_folder_of_tools(run: Run, here: Path) -> None:
    write(here, {"a.txt": AD, ".venv/b.txt": AD})
    assert ".venv" not in run("clean", ".", "--output", "../told", "--exclude", ".venv").err


def test_clean_says_which_folders_of_tools_it_passed_over(run: Run, here: Path) -> None:
    write(here, {"d/a.txt": AD, "d/.git/c.txt": AD, "d/.venv/d.txt": AD})
    ran = run("clean", "d", "--output", "out")
    assert ran.code == 0
    assert "d/.venv: passed over as folders of tools: name those that are wanted" in ran.err
    assert not (here / "out" / "clean" / ".venv").exists()
    assert run("clean", "d/.venv", "--output", "out2").code == 0
    assert (here / "out2" / "clean" / "d.txt").exists()


def test_excluded_files_are_passed_over_unless_they_are_named(run: Run, here: Path) -> None:
    write(here, {"cleaner.toml": b"exclude = ['d/', '*.md', '!keep.md']", "d/a.txt": AD, "b.md": AD, "keep.md": AD})
    assert run("check", ".").out == b"keep.md:1:1: promotion 0.97 AD: x\n"
    assert run("check", "d/a.txt", "b.md", "d").out.count(b"\n") == 2
    assert run("check", "d/a.txt", "b.md", "d", "--force-exclude").code == 0
    assert run("check", "d/missing.txt", "--force-exclude").code == 2
    assert run("check", ".", "--exclude", "keep.md").out.count(b"\n") == 2
    assert run("clean", ".", "--output", "../out-of-it").code == 0


def test_a_folder_of_which_everything_is_excluded_is_no_failure(run: Run, here: Path) -> None:
    write(here, {"d/a.txt": AD})
    assert run("check", "d", "--exclude", "*.txt").code == 0
    assert run("check", "d", "--exclude", "*.md").code == 1
    write(here, {"e/x.bin": AD})
    assert run("check", "e", "--exclude", "*.txt").code == 2


def test_gitignore_files_count_in_a_repository_for_check_alone(run: Run, here: Path) -> None:
    files = {".gitignore": b"# built\nbuild/\n*.text\n", "d/.gitignore": b"!keep.text\n/e.txt\r\n"}
    write(here, files | {"build/a.txt": AD, "b.text": AD, "d/keep.text": AD, "d/e.txt": AD, "d/f/e.txt": AD})
    assert run("check", ".").out.count(b"\n") == 5
    write(here, {".git/HEAD": b""})
    assert run("check", ".").out.decode().split("\n")[:-1] == [
        "d/f/e.txt:1:1: promotion 0.97 AD: x",
        "d/keep.text:1:1: promotion 0.97 AD: x",
    ]
    assert run("check", "build", "b.text").out.count(b"\n") == 2
    write(here, {"cleaner.toml": b"respect-gitignore = false"})
    assert run("check", ".").out.count(b"\n") == 5
    assert run("clean", "build", "b.text", "--output", "out").code == 0
    assert set(tree(here / "out/clean")) == {"a.txt", "b.text"}


def test_standard_input_has_a_name_that_can_be_excluded(run: Run, here: Path, feed: object) -> None:
    feed(AD)  # type: ignore[operator]
    assert run("check", "-", "--stdin-filename", "d/x.txt", "--exclude", "d/", "--force-exclude").code == 0
    feed(AD)  # type: ignore[operator]
    assert run("check", "-", "--stdin-filename", "d/x.txt", "--exclude", "d/").code == 1
