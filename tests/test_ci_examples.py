"""The examples for CI and for the shell in the README are run, with a fake model."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from cleaner.config import Config
from tests.test_docs import README, ROOT, blocks
from tests.test_run import write

SECTION = README.partition("## In a commit hook and in CI")[2].partition("\n## ")[0]
COMMAND = f"""#!{sys.executable}
import sys
sys.path.insert(0, {str(ROOT)!r})
import cleaner.cli
from tests.fakes import FakeModel
cleaner.cli.load_model = lambda path: FakeModel()
sys.exit(cleaner.cli.main())
"""


@pytest.fixture
def shell(tmp_path: Path) -> object:
    """Run lines of shell in a repository with a branch `origin/main`, and `cleaner` on the path."""
    write(tmp_path / "bin", {"cleaner": COMMAND.encode()})
    (tmp_path / "bin/cleaner").chmod(0o755)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    person = {f"GIT_{role}_{what}": "a@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    more = {"PATH": f"{tmp_path / 'bin'}:{kept['PATH']}", "GITHUB_BASE_REF": "main", "GIT_CONFIG_GLOBAL": os.devnull}
    work = tmp_path / "work"

    def call(script: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["bash", "-c", script], cwd=work, env={**kept, **person, **more}, capture_output=True, text=True
        )

    write(work, {"texts/old.txt": b"AD: old\n", "page.md": b"Two words\nAD: x\n"})
    done = call("git init -q && git add --all && git commit -qm x && git update-ref refs/remotes/origin/main HEAD")
    assert done.returncode == 0, done.stderr
    return call


def test_github_actions(shell, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    yaml = pytest.importorskip("yaml")
    [workflow] = [block for block in map(yaml.safe_load, blocks(SECTION, "yaml")) if "jobs" in block]
    [job] = workflow["jobs"].values()
    [step] = [step["run"] for step in job["steps"] if step.get("run", "").startswith("cleaner")]
    done = shell(step)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    write(tmp_path / "work", {"texts/new.txt": b"fine\nAD: new\n"})
    assert shell("git add --all && git commit -qm y").returncode == 0
    done = shell(step)
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=texts/new.txt,line=2,col=1,")


def test_pipes(shell, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    write(tmp_path / "work", {"texts/spam.txt": b"The ZZSPAM bridge\n"})
    pipes, baseline = blocks(SECTION, "sh")
    words, findings, files = pipes.strip().split("\n")
    assert shell(words).stdout.strip() == "2"
    assert shell(findings).returncode == 0
    assert json.loads((tmp_path / "work/spam.jsonl").read_bytes())["line"] == 1
    done = shell(files)
    assert (done.returncode, done.stdout) == (123, "texts/old.txt:1:1: promotion 0.97 AD: old\n")
    done = shell(f"set -e\n{baseline}")
    assert (done.returncode, done.stdout) == (0, "")


def test_the_configuration_is_one() -> None:
    [text] = blocks(SECTION, "toml")
    config = Config().over(tomllib.loads(text)["tool"]["cleaner"], "README.md")
    assert config.settings.max_removed == 0.8
