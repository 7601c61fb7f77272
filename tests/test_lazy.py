"""A pattern that is compiled late is the pattern, and costs nothing before it is used."""

from __future__ import annotations

import pytest
import regex

from cleaner.lazy import Pattern


def test_it_does_what_the_compiled_pattern_does() -> None:
    late, compiled = Pattern(r"(?i)\p{Lu}+"), regex.compile(r"(?i)\p{Lu}+")
    for _ in range(2):
        assert late.search("1aB").span() == compiled.search("1aB").span() == (1, 3)
        assert late.findall("a 1 B") == compiled.findall("a 1 B")
    assert late.pattern == compiled.pattern


def test_an_attribute_that_a_pattern_lacks_is_missing() -> None:
    for name in ("_private", "nothing"):
        with pytest.raises(AttributeError):
            getattr(Pattern("a"), name)
