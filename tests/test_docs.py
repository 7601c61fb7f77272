"""Documents and program cannot drift: commands, options, labels, files and targets that are named exist."""

from __future__ import annotations

import re
import shlex
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path

import pytest

from cleaner import cli
from cleaner.model import Model
from cleaner.taxonomy import DEFINITIONS, Definition

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
PRIVATE = re.compile(
    r"(?<![\w.])/(?:home|root|work|Users|mnt|media|private)/|[A-Z]:\\|\.\./shared|localhost", re.MULTILINE
)
OPERATORS = {"|", ">", ">>", "<", "&&", "||", ";", "&"}


def documents() -> list[Path]:
    """Return what a reader or a machine gets to see beside the code."""
    named = ["Makefile", "pyproject.toml", ".pre-commit-config.yaml", ".pre-commit-hooks.yaml", ".ci/run"]
    folders = [ROOT, ROOT / "docs", ROOT / "data", ROOT / "models" / "default"]
    found = [ROOT / name for name in named] + [path for folder in folders for path in sorted(folder.glob("*.md"))]
    return [path for path in found if path.is_file()]


def blocks(text: str, *languages: str) -> Iterator[str]:
    for language, block in re.findall(r"^```(\w*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        if language in languages:
            yield block


def commands(text: str) -> Iterator[list[str]]:
    """Yield every command of the shell blocks, cut at pipes and redirections, without what it is redirected to."""
    for block in blocks(text, "console", "sh"):
        prompted = [line[2:] for line in block.split("\n") if line.startswith("$ ")]
        for line in prompted or block.split("\n"):
            lexer = shlex.shlex(line, posix=True, punctuation_chars=True)
            lexer.whitespace_split = True
            command: list[str] = []
            target = False
            for token in [*lexer, ";"]:
                if token in OPERATORS:
                    if command and not target:
                        yield command
                    command, target = [], token in (">", ">>", "<")
                elif target:
                    target = False
                else:
                    command.append(token)


def ours(text: str) -> list[list[str]]:
    return [command[1:] for command in commands(text) if command[0] == "cleaner"]


def options() -> set[str]:
    """Return every long option of every command."""
    found = {"--version", "--help"}
    for command in cli.COMMANDS.values():
        parser = ArgumentParser()
        command.prepare(parser)
        found.update(option for option in parser._option_string_actions if option.startswith("--"))
    return found


def test_no_document_names_a_private_machine() -> None:
    found = {str(path.relative_to(ROOT)): PRIVATE.findall(path.read_text("utf-8")) for path in documents()}
    assert {name: matches for name, matches in found.items() if matches} == {}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("ls", [["ls"]]),
        ("cat a.txt | cleaner clean - > b.txt", [["cat", "a.txt"], ["cleaner", "clean", "-"]]),
        ("pip install '.[train]'   # why", [["pip", "install", ".[train]"]]),
    ],
)
def test_commands_are_read_from_blocks(line: str, expected: list[list[str]]) -> None:
    assert list(commands(f"```sh\n{line}\n```\n")) == expected
    assert list(commands(f"```console\n$ {line}\noutput > of it\n```\n")) == expected
    assert list(commands(f"```yaml\n{line}\n```\n")) == []


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_each_command_is_in_the_readme(name: str) -> None:
    assert f"| `cleaner {name}" in README


@pytest.mark.parametrize("definition", DEFINITIONS, ids=lambda definition: definition.label)
def test_each_label_is_in_the_readme_as_it_is_defined(definition: Definition) -> None:
    cells = [f"`{definition.label}`", definition.meaning, definition.example.replace("|", r"\|"), definition.near_miss]
    assert f"| {' | '.join(cells)} |" in README


@pytest.mark.parametrize("argv", ours(README) + ours(CONTRIBUTING), ids=" ".join)
def test_commands_in_documents_parse(argv: list[str]) -> None:
    parser, _ = cli._parser(argv)
    parser.parse_args(argv)
    for argument in argv:
        if argument.startswith("data"):
            assert (ROOT / argument).exists()


def test_options_in_the_readme_exist() -> None:
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", README))
    assert named - options() == set()


def test_exit_codes_are_in_the_readme() -> None:
    for code in (0, 1, 2):
        assert f"\n| {code} | " in README


def test_targets_in_documents_exist() -> None:
    targets = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))
    phony = set(re.findall(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)[0].split())
    assert phony == targets
    assert {"run", "test", "test-all", "model", "benchmark", "clean", "help"} <= targets
    for text in (README, CONTRIBUTING):
        named = {command[1] for command in commands(text) if command[0] == "make"}
        named |= set(re.findall(r"`make\s+([a-z-]+)", text))
        assert named <= targets


def test_links_in_documents_lead_somewhere() -> None:
    for path in documents():
        for link in re.findall(r"\]\(([^)#]+)\)", path.read_text("utf-8")) if path.suffix == ".md" else ():
            assert link.startswith("https://") or (path.parent / link).exists(), f"{path.name}: {link}"


def test_files_of_the_output_are_in_the_readme() -> None:
    from cleaner.output import CHANGES, CLEAN, MANIFEST, PATCH, SUMMARY

    for name in (f"{CLEAN}/", CHANGES, PATCH, SUMMARY, MANIFEST):
        assert f"| `{name}` |" in README


def test_hooks_in_the_readme_are_the_hooks() -> None:
    hooks = re.findall(r"^- id: (\S+)$", (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"), re.MULTILINE)
    assert hooks == ["cleaner-check", "cleaner-fix"]
    assert sorted(re.findall(r"- id: (\S+)", README)) == hooks


def test_the_version_is_the_same_everywhere() -> None:
    import cleaner

    declared = re.findall(r'^version = "(.+)"$', (ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE)
    assert declared == [cleaner.__version__]
    assert re.findall(r"rev: v(\S+)", README) == declared
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert "## [Unreleased]" in changelog or f"## [{cleaner.__version__}]" in changelog


def test_python_in_the_readme_runs(shipped: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    for block in blocks(README[: README.index("## In other programs")], "python"):  # tests/engines runs the others
        exec(compile(block, "README.md", "exec"), {})
