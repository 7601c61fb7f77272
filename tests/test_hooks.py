"""The hooks as a project uses them: real pre-commit, real commits; without a network once they are installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.test_run import tree, write

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ("cleaner", "models", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
CONFIG = b"""select = []  # what the model finds is not tested here
always-remove = ['^AD: .*']
exclude = ['excluded/']
"""
CLEAN = {"fine.txt": b"The bridge is open.\r\n", "d/\xe6\xa9\x8b \xc3\xbc.md": b"---\nAD: meta\n---\nIt is open."}
DIRTY = {"dirty.txt": b"The bridge is open.\nAD: buy\n", "d/\xe6\xa9\x8b.jsonl": b'{"text": "a\\nAD: b", "id": 1}\n'}
PASSED_OVER = {"excluded/x.txt": b"AD: x\na\n", "code.py": b"AD: x\n"}
MENDED = {"dirty.txt": b"The bridge is open.\n", "d/\xe6\xa9\x8b.jsonl": b'{"text": "a\\n", "id": 1}\n'}


def named(files: dict[str, bytes]) -> dict[str, bytes]:
    """Return files whose names are given as the Latin-1 of their UTF-8."""
    return {name.encode("latin-1").decode(): data for name, data in files.items()}


@dataclass
class Repository:
    """Run programs in a repository."""

    path: Path
    environment: dict[str, str]

    def __call__(self, *command: object, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(part) for part in command],
            cwd=self.path,
            env=self.environment | more,
            capture_output=True,
            text=True,
            timeout=900,
        )

    def git(self, *arguments: object) -> str:
        done = self("git", *arguments)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def pre_commit(self, *arguments: object, **more: str) -> subprocess.CompletedProcess[str]:
        return self(sys.executable, "-m", "pre_commit", *arguments, **more)


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    pytest.importorskip("pre_commit")
    dropped = ("GIT_", "PRE_COMMIT", "VIRTUAL_ENV", "PYTHONPATH", "SKIP")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(dropped)}
    person = {f"GIT_{role}_{what}": "a@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    home = tmp_path_factory.mktemp("pre-commit")
    return {
        **kept,
        **person,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "PRE_COMMIT_HOME": str(home),
        "PRE_COMMIT_COLOR": "never",
    }


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> Path:
    """Return a repository with what is shipped."""
    if not (ROOT / ".pre-commit-hooks.yaml").exists():
        pytest.skip("not a checkout")
    if not (ROOT / "models/default/manifest.json").exists():
        pytest.skip("no shipped model")
    path = tmp_path_factory.mktemp("project")
    for name in SHIPPED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, path / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif (ROOT / name).exists():
            shutil.copy(ROOT / name, path / name)
    repository = Repository(path, environment)
    repository.git("init", "-q")
    repository.git("add", "--all")
    repository.git("commit", "-qm", "x")
    return path


@pytest.fixture
def scratch(tmp_path: Path, environment: dict[str, str]) -> Repository:
    """Return a repository of texts in which everything is added and nothing committed."""
    repository = Repository(tmp_path, environment)
    repository.git("init", "-q")
    write(tmp_path, named({"cleaner.toml": CONFIG, **CLEAN, **PASSED_OVER}))
    return repository


def installed(done: subprocess.CompletedProcess[str]) -> subprocess.CompletedProcess[str]:
    """Return what a hook did; skip where it could not be installed."""
    said = done.stdout + done.stderr
    if "An unexpected error has occurred" in said and "pip" in said:
        pytest.skip(f"pip cannot install here: {said[-400:]}")
    return done


def configured(scratch: Repository, project: Path, hook: str) -> None:
    """Install a hook for every commit; what it needs is fetched now, and nothing later."""
    revision = Repository(project, scratch.environment).git("rev-parse", "HEAD")
    text = f"repos:\n  - repo: {project}\n    rev: {revision}\n    hooks:\n      - id: {hook}\n"
    write(scratch.path, {".pre-commit-config.yaml": text.encode()})
    assert installed(scratch.pre_commit("install", "--install-hooks")).returncode == 0


def commit(scratch: Repository) -> subprocess.CompletedProcess[str]:
    scratch.git("add", "--all")
    nowhere = "http://127.0.0.1:9"
    return scratch("git", "commit", "-qm", "x", PIP_NO_INDEX="1", http_proxy=nowhere, https_proxy=nowhere)


@pytest.mark.parametrize(("hook", "rewrites"), [("cleaner-check", False), ("cleaner-fix", True)])
def test_try_repo(scratch: Repository, project: Path, hook: str, rewrites: bool) -> None:
    scratch.git("add", "--all")
    done = installed(scratch.pre_commit("try-repo", project, hook, "--all-files"))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Passed" in done.stdout
    write(scratch.path, named(DIRTY))
    scratch.git("add", "--all")
    done = installed(scratch.pre_commit("try-repo", project, hook, "--all-files"))
    assert done.returncode == 1, done.stdout + done.stderr
    assert "dirty.txt" in done.stdout
    assert "橋.jsonl" in done.stdout
    texts = tree(scratch.path)
    for name, data in named({**CLEAN, **PASSED_OVER, **(MENDED if rewrites else DIRTY)}).items():
        assert texts[name] == data


def test_a_commit_is_checked(scratch: Repository, project: Path) -> None:
    configured(scratch, project, "cleaner-check")
    done = commit(scratch)
    assert done.returncode == 0, done.stdout + done.stderr
    write(scratch.path, named(DIRTY))
    done = commit(scratch)
    assert done.returncode == 1
    assert "dirty.txt:2:1: spam 1.00 AD: buy" in done.stdout + done.stderr
    assert "excluded/x.txt" not in done.stdout + done.stderr
    assert {name: tree(scratch.path)[name] for name in named(DIRTY)} == named(DIRTY)
    assert scratch.git("rev-list", "--count", "HEAD") == "1"
    assert scratch("git", "commit", "-qm", "x", "--no-verify").returncode == 0


def test_a_commit_is_mended_and_then_goes_through(scratch: Repository, project: Path) -> None:
    configured(scratch, project, "cleaner-fix")
    write(scratch.path, named(DIRTY))
    done = commit(scratch)
    assert done.returncode == 1
    assert "dirty.txt: rewritten, 1 finding removed" in done.stdout + done.stderr
    assert {name: tree(scratch.path)[name] for name in named(DIRTY)} == named(MENDED)
    done = commit(scratch)
    assert done.returncode == 0, done.stdout + done.stderr
    assert scratch.git("status", "--porcelain") == ""


def test_a_broken_configuration_stops_a_commit_with_one_line(scratch: Repository, project: Path) -> None:
    configured(scratch, project, "cleaner-fix")
    write(scratch.path, {"cleaner.toml": b"selekt = []\n"} | named(DIRTY))
    done = commit(scratch)
    assert done.returncode == 1
    assert "cleaner.toml: unknown key 'selekt' (did you mean 'select'?)" in done.stdout + done.stderr
    assert {name: tree(scratch.path)[name] for name in named(DIRTY)} == named(DIRTY)
