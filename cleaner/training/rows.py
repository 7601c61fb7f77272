"""Read a file of JSON lines, plain or gzipped: the objects in it, each with the number of its line."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cleaner.errors import AnnotationError


def rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the objects of a file of JSON lines with their line numbers; raise AnnotationError if it has others."""
    try:
        with gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb") as handle:
            for number, line in enumerate(handle, 1):
                if not line.strip():
                    continue
                try:
                    row = json.loads(line)
                except (ValueError, RecursionError) as error:
                    raise AnnotationError(f"{path}:{number}: not JSON ({error}): mend or remove the line") from None
                if not isinstance(row, dict):
                    raise AnnotationError(f"{path}:{number}: not a JSON object: one document a line is wanted")
                yield number, row
    except (OSError, EOFError, zlib.error) as error:
        raise AnnotationError(f"{path}: cannot be read ({error}): check the path, or fetch the file again") from None
