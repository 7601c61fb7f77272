"""The table of trims: what furniture inside a good line looks like, each row with an example and a near miss.

Patterns are bounded (no unlimited repetition next to another), so that a match costs time linear in the line.
`tests/test_trims.py` walks the table.
"""

from __future__ import annotations

from cleaner.edges import EDGES
from cleaner.inlays import INLAYS
from cleaner.phrases import DASH, DOMAIN, TOWN
from cleaner.trim import Trim

TORN_DASH = rf"{DASH}{{1,2}}\s+(?=[\"“‘(]?\p{{Lu}})"
TORN_PREFIX = rf"(?:{TOWN}\s?[,/]?\s?)?{DOMAIN}(?:\s?[,/]\s?{TOWN})?\s?,?"

TABLE: tuple[Trim, ...] = (*EDGES, *INLAYS)
