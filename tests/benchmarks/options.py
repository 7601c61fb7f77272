"""The options that every section of the benchmark has."""

from __future__ import annotations

import argparse
from pathlib import Path


def parser_of(section: str, about: str | None, size: float, rounds: int) -> argparse.ArgumentParser:
    """Return a parser with the shared options and the section's defaults."""
    parser = argparse.ArgumentParser(f"python -m tests.benchmarks.{section}", description=(about or "").split("\n")[0])
    parser.add_argument("--size", type=float, default=size, help="megabytes of text (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=rounds, help="how often (default: %(default)s)")
    parser.add_argument("--corpora", type=Path, help="compose around the texts of this folder")
    parser.add_argument("--scratch", type=Path, help="keep what is made in this folder, and use it again")
    return parser


def corpus_options(args: argparse.Namespace) -> list[str]:
    """Return what the generator of corpora has to be told."""
    return [f"--corpora={args.corpora.resolve()}"] if args.corpora else []
