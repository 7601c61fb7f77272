"""Fixtures: the shipped model, a fake one, and the command line as a function; Hypothesis without chance or clock."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from cleaner.errors import ModelError
from cleaner.model import Model, default_path, load
from tests.fakes import FakeModel

settings.register_profile(
    "deterministic",
    derandomize=True,
    deadline=None,
    database=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("deterministic")


@dataclass
class Ran:
    code: int
    out: bytes
    err: str


@pytest.fixture(scope="session")
def shipped() -> Model:
    """Return the model that is shipped; tests that need it are skipped where it has not been trained."""
    try:
        folder = default_path()
    except ModelError as error:
        pytest.skip(f"no shipped model: {error}")
    return load(folder)


@pytest.fixture
def model() -> FakeModel:
    return FakeModel()


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Callable[..., Ran]:
    """Run the command line with the fake model."""
    import cleaner.cli

    monkeypatch.setattr(cleaner.cli, "load_model", lambda path: FakeModel())

    def call(*argv: object) -> Ran:
        capfdbinary.readouterr()
        code = cleaner.cli.main([str(argument) for argument in argv])
        out, err = capfdbinary.readouterr()
        return Ran(code, out, err.decode())

    return call


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def feed(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    """Put bytes on standard input."""

    def put(data: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

    return put
