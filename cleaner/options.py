"""Options that several commands share, and the settings that they make."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from cleaner.jsonl import Fields
from cleaner.settings import Settings


def add_labels(parser: ArgumentParser) -> None:
    """Add the options that switch labels."""
    group = parser.add_argument_group("labels")
    group.add_argument("--select", metavar="LABEL,...", help="only these labels (default: all; see `cleaner labels`)")
    group.add_argument("--ignore", metavar="LABEL,...", help="not these labels")


def add_model(parser: ArgumentParser) -> None:
    """Add the option that chooses the model."""
    parser.add_argument("--model", metavar="PATH", help="folder of another model than the one that is shipped")


def add_fields(parser: ArgumentParser) -> None:
    """Add the options that name the fields of a JSONL record."""
    group = parser.add_argument_group("JSONL")
    group.add_argument("--text-field", metavar="NAME", default="text", help="field of the text (default: text)")
    group.add_argument("--id-field", metavar="NAME", default="id", help="field of the id (default: id)")


def settings_of(args: Namespace) -> Settings:
    """Return the settings that the command line gives; what it does not name keeps its default."""
    names = ("select", "ignore", "max_removed")
    return Settings.of(**{name: value for name in names if (value := getattr(args, name, None)) is not None})


def fields_of(args: Namespace) -> Fields:
    """Return the names of the fields of a JSONL record."""
    return Fields(args.text_field, args.id_field)
