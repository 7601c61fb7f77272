"""Measure inputs that could be slow: each makes some part of the program look at every byte, or at every pair.

    python -m tests.benchmarks.hostile [--size MB] [--rounds N] [--only NAME...]

Wanted: at most five times the time a byte of ordinary pages. The last column says how the time grows when the input
doubles: 2 is linear.
"""

from __future__ import annotations

import os
import sys

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from collections.abc import Callable
from functools import partial
from random import Random

import cleaner
from tests.benchmarks.clock import corpus, medians, scratch, seconds, table
from tests.benchmarks.corpus import texts_of
from tests.benchmarks.options import corpus_options, parser_of

WANTED = 5.0
HOPELESS = 100.0
"""From this many times the ordinary on, a larger input is not waited for."""
TASTE = 1 << 13
"""Bytes of the first, small input."""
LINE_TIMES = 10
"""How many times longer the one endless line is than the other inputs."""
_split = str.split
_WORDS = _split("the mayor opened a new bridge over the river in Westhaven and the harbour was full of boats")


def _filled(piece: str) -> Callable[[int], str]:
    return lambda size: (piece * (size // len(piece.encode()) + 1))[:size]


def _sentences(make: Callable[[Random, int], str], end: str = "\n") -> Callable[[int], str]:
    def text(size: int) -> str:
        random, found, length = Random(3), [], 0
        while length < size:
            found.append(make(random, len(found)))
            length += len(found[-1].encode()) + 1
        return end.join(found)

    return text


def _clause(random: Random, number: int = 0) -> str:
    return " ".join(random.choices(_WORDS, k=9)).capitalize()


def _brand(random: Random) -> str:
    stem = "".join(random.choices(("zupa", "mero", "togel", "slot", "gacor", "dewa", "raja", "bet"), k=2))
    return f"{stem}{random.randrange(100)}"


def _mixed(word: str) -> str:
    return word.translate(str.maketrans("aeopc", "аеорс"))


HOSTILE: dict[str, Callable[[int], str]] = {
    "inline pointers": _sentences(lambda r, _: f"{_clause(r)}. Read also: {_clause(r)} {_clause(r)}."),
    "bracketed pointers": _sentences(lambda r, _: f"{_clause(r)}. (Baca juga: {_clause(r)}) {_clause(r)}."),
    "publisher prefixes": _sentences(lambda r, n: f"HARBOURPOST.COM, Westhaven {n} - {_clause(r)}."),
    "calls": _sentences(
        lambda r, _: f"{_clause(r)}. Follow us on Telegram! {_clause(r)}. Subscribe to our newsletter!"
    ),
    "end marks": _sentences(lambda r, _: f"{_clause(r)}. (abc/def)"),
    "brands in every clause": _sentences(lambda r, _: f"{_clause(r)} {_brand(r).upper()} {_clause(r)} {_brand(r)}."),
    "nothing but brands": _sentences(lambda r, _: " ".join(_brand(r) for _ in range(12))),
    "letters of another script": _sentences(lambda r, _: " ".join(_mixed(w) for w in _clause(r).split())),
    "spelled out letters": _sentences(lambda r, _: " ".join("".join(r.choices(_WORDS, k=4)))),
    "one endless line of a letter": lambda size: "a" * (LINE_TIMES * size),
    "one endless line of words": lambda size: _sentences(_clause, " ")(LINE_TIMES * size),
    "one endless line of brands": _sentences(lambda r, _: f"{_clause(r)} {_brand(r)}", " "),
    "one endless line of pointers": _sentences(lambda r, _: f"{_clause(r)}. Read also: {_clause(r)}.", " "),
    "one endless word of random letters": lambda size: "".join(
        Random(3).choices("abcdefghijklmnop0123456789-", k=size)
    ),
    "one endless word of brands": _sentences(lambda r, _: _brand(r), "-"),
    "nested brackets": lambda size: "(" * (size // 2) + ")" * (size // 2),
    "brackets in lines": _sentences(lambda r, _: "([{" * 20 + _clause(r) + "}])" * 20),
    "@ and # and addresses": _sentences(
        lambda r, n: f"@user{n} #topic{n} https://w{n}.example/a?b={n} me{n}@mail.example"
    ),
    "zero-width letters": _filled("\u200b\u200c\u200d"),
    "words with zero-width letters": _sentences(lambda r, _: "\u200b".join(_clause(r))),
    "combining marks": _filled("a\u0301\u0302\u0303"),
    "punctuation": _filled(".,;:!?-–—…()[]{}|/»›>\"'“”"),
    "punctuation in lines": _sentences(lambda r, _: "".join(r.choices(".,;:!?-–—…()[]{}|/»›>\"'“”", k=70))),
    "colons and arrows": _sentences(lambda r, _: ": ".join(_clause(r).split()) + " » › : |"),
    "emoji": _filled("🔥🎰💰"),
    "digits": _sentences(lambda r, _: " ".join(str(r.randrange(10**6)) for _ in range(9))),
    "empty lines": _filled("\n"),
    "lines of one letter": _filled("a\n"),
    "one line over and over": _filled("Read also: The mayor opens the bridge\n"),
    "white space": _filled(" "),
    "capitals": _sentences(lambda r, _: _clause(r).upper()),
}


def main() -> None:
    """Print a row for each input, the slowest first."""
    parser = parser_of("hostile", __doc__, 0.5, 1)
    parser.add_argument("--only", nargs="*", default=list(HOSTILE), metavar="NAME", help="which inputs (default: all)")
    args = parser.parse_args()
    with scratch(args.scratch) as folder:
        normal = texts_of(corpus(folder, max(args.size, 1.0), *corpus_options(args)), max(args.size, 1.0))
    model = cleaner.load()
    model.clean_batch(normal[:20])
    whole = "\n".join(normal)
    ordinary = _pace(partial(model.clean_batch, normal), whole, args.rounds)
    one = _pace(partial(model.clean, whole), whole, args.rounds)
    found = []
    for name in args.only:
        pace, grown, size = measured(model, HOSTILE[name], args.size, ordinary, args.rounds)
        found.append((pace, name, size, grown))
        print(f"{name}: {pace / ordinary:.1f} x", file=sys.stderr, flush=True)
    rows = [
        ["ordinary pages", f"{ordinary:,.0f}", "1.0 x", "", ""],
        ["... in one document", f"{one:,.0f}", f"{one / ordinary:.1f} x", "", f"{len(whole.encode()) / 1e6:.1f} MB"],
    ]
    for pace, name, size, grown in sorted(found, reverse=True):
        slow = ", too slow" if pace > WANTED * ordinary else ""
        cells = [name, f"{pace:,.0f}", f"{pace / ordinary:.1f} x", f"{grown:.1f} x", f"{size / 1e6:.2f} MB{slow}"]
        rows.append(cells)
    title = f"one document each, wanted within {WANTED:.0f} x of ordinary pages"
    table(title, ["", "ns/byte", "of ordinary", "doubled", "of"], rows)


def measured(
    model: cleaner.Model, make: Callable[[int], str], megabytes: float, ordinary: float, rounds: int
) -> tuple[float, float, int]:
    """Return nanoseconds a byte, how the time grew when the input doubled, and the size of the last one."""
    before = grown = 0.0
    size = TASTE
    while True:
        text = make(min(size, int(megabytes * 1e6)))
        length = len(text.encode())
        pace = _pace(partial(model.clean, text), text, rounds)
        grown = pace * length / before if before else 0.0
        before = pace * length
        if size >= megabytes * 1e6 or pace > HOPELESS * ordinary:
            return pace, grown, length
        size *= 2


def _pace(step: Callable[[], object], text: str, rounds: int) -> float:
    """Return the nanoseconds that a byte takes."""
    return medians({"": partial(seconds, step)}, rounds)[""] / len(text.encode()) * 1e9


if __name__ == "__main__":
    main()
