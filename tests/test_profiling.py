"""`cleaner profile` counts every input that `clean` reads, in any parts; `clean --profile` goes by it."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import numpy as np
import pytest

import cleaner.cli
from cleaner.judge import FIRST, SECOND
from cleaner.memory import PASSES
from cleaner.model import STEPS, Model
from cleaner.network import LOGIT
from cleaner.profile import read
from cleaner.repetition import SHAPE
from cleaner.sketch import Sketch, keys
from tests.arrays import Arrays, manifest_of, model_arrays
from tests.conftest import Ran
from tests.test_repetition import FOOTER, body
from tests.test_run import tree, write
from tests.test_wet import record

Run = Callable[..., Ran]
SITE = {f"page{n}.txt": f"Westhaven\n{body(n)}\n{FOOTER}\n".encode() for n in range(12)}


def quiet(steps: bool = True) -> Arrays:
    """Return a model that doubts every line and finds none, and what repetition is worth to it."""
    arrays = model_arrays()
    for network, last in ((f"{FIRST}junk", 1), (f"{SECOND}memory", PASSES + 2)):
        bias = round(-LOGIT / float(arrays[f"{network}.factor{last}"]))
        arrays[f"{network}.weights{last}"] = np.zeros_like(arrays[f"{network}.weights{last}"])
        arrays[f"{network}.bias{last}"] = np.full_like(arrays[f"{network}.bias{last}"], bias)
    if steps:
        arrays[STEPS] = np.zeros(SHAPE, np.int16)
        arrays[STEPS][1:, 3:] = 3 * LOGIT
    return arrays


QUIET, WITHOUT = (Model(arrays, manifest_of(arrays)) for arrays in (quiet(), quiet(False)))


def load_quiet(path: str | None) -> Model:
    return QUIET


@pytest.fixture
def ran(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command line with the model that finds nothing by itself."""
    monkeypatch.setattr(cleaner.cli, "load_model", load_quiet)

    def call(*argv: object) -> Ran:
        small = ["--bits", 12] if argv[0] == "profile" and "--bits" not in argv else []
        return run(*argv, *small)

    return call


def count(sketch: Sketch, *lines: str) -> list[int]:
    return sketch.documents_with(keys(line.encode() for line in lines)).tolist()


def jsonl(pages: dict[str, bytes], site: str | None = "site") -> bytes:
    rows = [
        {"text": text.decode(), **({site: f"https://www.{name}/a"} if site else {})} for name, text in pages.items()
    ]
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


# what is refused


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["profile"], "required: INPUT"),
        (["profile", "site"], "--output"),
        (["profile", "site", "--output", "p", "--bits", "3"], "--bits is 3: give a number from 8 to 26"),
        (["profile", "site", "--output", "p", "--jobs", "-1"], "number of processes"),
        (["profile", "missing", "--output", "p"], "nothing to count"),
        (["profile", "site", "--output", "site/page1.txt"], "is there and is no profile: choose another name"),
        (["profile", "site", "--output", "p", "--site-field", "site"], "has no field of a site"),
        (["clean", "site", "--output", "o", "--profile", "missing"], "missing: cannot be read"),
        (["check", "site", "--profile", "site/page1.txt"], "site/page1.txt: is no profile"),
        (["clean", "-", "--profile", "missing"], "missing: cannot be read"),
    ],
)
def test_usage_errors_are_exit_2_and_change_nothing(ran: Run, here: Path, argv: list[str], message: str) -> None:
    write(here / "site", SITE)
    found = ran(*argv)
    assert (found.code, found.out) == (2, b"")
    assert message in found.err
    assert tree(here / "site") == SITE
    assert not (here / "p").exists()
    assert not (here / "o").exists()


def test_a_model_without_steps_says_how_to_get_them(ran: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(here / "site", SITE)
    assert ran("profile", "site", "--output", "p").code == 0
    monkeypatch.setattr(cleaner.cli, "load_model", lambda path: WITHOUT)
    found = ran("clean", "site", "--output", "o", "--profile", "p")
    assert found.code == 2
    assert "'fake' cannot use a profile" in found.err
    assert "python -m cleaner.training.profiles" in found.err
    assert not (here / "o").exists()
    assert ran("clean", "site", "--output", "o").code == 0


def test_profiles_that_do_not_add_up_are_named(ran: Run, here: Path) -> None:
    write(here, {"a.jsonl": jsonl(SITE)})
    for name, more in (("a", []), ("b", ["--bits", "9"]), ("c", ["--site-field", "site"])):
        assert ran("profile", "a.jsonl", "--output", name, *more).code == 0
    for other in "bc":
        found = ran("profile", "a", other, "--output", "d")
        assert found.code == 2
        assert f"{other}: profiles of 12 bits without sites and of" in found.err
    assert not (here / "d").exists()


def test_what_cannot_be_read_is_said_and_the_rest_counted(ran: Run, here: Path) -> None:
    rows = b'{"text": "a line", "site": "x"}\n{"text": 3}\n{"text": "another"}\nnonsense\n'
    write(here / "in", {"a.jsonl": rows, "b.txt": b"\0", "c.txt": b"a line"})
    found = ran("profile", "in", "--output", "p")
    assert found.code == 2
    assert "in/a.jsonl:2: field 'text' holds a number" in found.err
    assert "in/a.jsonl:4: broken JSON" in found.err
    assert "b.txt: is binary" in found.err
    assert count(read(here / "p"), "a line", "another") == [2, 1]
    found = ran("profile", "in/a.jsonl", "--output", "p", "--site-field", "site")
    assert "in/a.jsonl:3: no site in the field 'site'" in found.err
    assert (read(here / "p").documents, read(here / "p").sites) == (1, 1)


def test_what_cannot_be_read_is_named_as_it_was_given(ran: Run, here: Path) -> None:
    write(here, {"in/x.txt": b"\0", "a.txt": b"a line", "b.txt": b"\0"})
    found = ran("profile", "in", "a.txt", here / "b.txt", "--output", "p")
    assert (found.code, read(here / "p").documents) == (2, 1)
    assert "cleaner: in/x.txt: is binary" in found.err
    assert f"cleaner: {here}/b.txt: is binary" in found.err


def test_an_archive_that_is_no_profile_is_an_input_like_others(ran: Run, here: Path) -> None:
    with ZipFile(here / "z.txt", "w") as archive:
        archive.writestr("other.txt", b"\0")
    write(here, {"a.txt": b"a line"})
    found = ran("profile", here, "--output", here / "p")
    assert (found.code, read(here / "p").documents) == (2, 1)
    assert f"{here}/z.txt: is binary" in found.err
    assert "is there and is no profile" in ran("profile", "a.txt", "--output", "z.txt").err


def test_options_that_contradict_a_profile_are_refused(ran: Run, here: Path) -> None:
    write(here, {"a.jsonl": jsonl(SITE)})
    assert ran("profile", "a.jsonl", "--output", "p").code == 0
    for more, message in (
        (["--bits", 13], "--bits is 13, but the profiles among the inputs have 12"),
        (["--site-field", "site"], "--site-field is given, but the profiles among the inputs have no sites"),
    ):
        for inputs in (["p"], ["p", "a.jsonl"]):
            found = ran("profile", *inputs, "--output", "new", *more)
            assert (found.code, found.err.count("\n"), (here / "new").exists()) == (2, 1, False)
            assert message in found.err


# what is counted


def test_all_formats_count_alike(ran: Run, here: Path) -> None:
    write(here / "txt", SITE)
    write(here / "gz", {f"{name}.gz": gzip.compress(data) for name, data in SITE.items()})
    wet = [record("warcinfo", b"x"), *(record("conversion", data) for data in SITE.values())]
    nested = "".join(json.dumps({"page": {"body": data.decode()}}) + "\n" for data in SITE.values()).encode()
    write(here, {"a.jsonl": jsonl(SITE), "b.jsonl.gz": gzip.compress(nested), "c.warc.wet": b"".join(wet)})
    pages = {}
    for name, more in (("txt", []), ("gz", []), ("a.jsonl", []), ("c.warc.wet", []), ("b.jsonl.gz", ["page.body"])):
        assert ran("profile", name, "--output", "p", *(["--text-field", *more] if more else [])).code == 0
        pages[name] = (here / "p").read_bytes()
    assert len(set(pages.values())) == 1
    assert count(read(here / "p"), FOOTER.lower().replace("4", "0"), "westhaven", "nothing") == [12, 12, 0]


def test_parquet_counts_alike(ran: Run, here: Path) -> None:
    pa, pq = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    texts, sites = [data.decode() for data in SITE.values()], list(SITE)
    pq.write_table(pa.table({"text": [*texts, None], "site": [*sites, None]}), here / "a.parquet", row_group_size=5)
    write(here, {"a.jsonl": jsonl(SITE)})
    for name in ("a.parquet", "a.jsonl"):
        assert ran("profile", name, "--output", f"{name}.p", "--site-field", "site").code == 0
    assert (here / "a.parquet.p").read_bytes() == (here / "a.jsonl.p").read_bytes()
    assert "no columns 'body'" in ran("profile", "a.parquet", "--output", "p", "--text-field", "body").err


def test_sites_are_hosts(ran: Run, here: Path) -> None:
    head = b"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://North.example/1\r\nContent-Length: 6\r\n\r\n"
    write(
        here, {"a.wet": head + b"a line\r\n\r\n", "a.jsonl": b'{"text": "a line", "u": "http://www.north.example/2"}'}
    )
    found = ran("profile", "a.wet", "a.jsonl", "--output", "p", "--site-field", "u")
    assert (found.code, found.err) == (0, "cleaner: 2 documents on about 1 sites, 2 lines; see p\n")


def test_a_broken_address_is_a_site_of_its_own(ran: Run, here: Path) -> None:
    rows = [b'{"text": "a line", "u": "http://%s/1"}\n' % host for host in (b"[bad", b"north.example")]
    write(here, {"a.jsonl": b"".join(rows)})
    found = ran("profile", "a.jsonl", "--output", "p", "--site-field", "u")
    assert (found.code, found.err) == (0, "cleaner: 2 documents on about 2 sites, 2 lines; see p\n")


def test_standard_input_is_counted(ran: Run, here: Path, feed: Callable[[bytes], None]) -> None:
    feed(jsonl(SITE))
    assert ran("profile", "-", "--stdin-filename", "a.jsonl", "--output", "p", "--jobs", "2").code == 0
    assert read(here / "p").documents == 12


def test_parts_give_the_same_bytes(ran: Run, here: Path) -> None:
    pages = list(SITE.items())
    write(here, {"all.jsonl": jsonl(SITE), "a.jsonl": jsonl(dict(pages[:5])), "b.jsonl": jsonl(dict(pages[5:]))})
    for name in ("all", "a", "b"):
        assert ran("profile", f"{name}.jsonl", "--output", f"{name}.p", "--site-field", "site").code == 0
    assert ran("profile", "b.p", "a.p", "--output", "merged").code == 0
    assert ran("profile", "a.p", "b.jsonl", "--output", "a.p", "--site-field", "site").code == 0
    wanted = (here / "all.p").read_bytes()
    assert [(here / name).read_bytes() == wanted for name in ("merged", "a.p")] == [True, True]


# what it changes


def test_a_footer_of_a_site_goes_and_what_repeats_by_right_stays(ran: Run, here: Path) -> None:
    refrain, report = "Row, row to Westhaven", "A report of the harbour office that two papers printed in full, " * 3
    pages = {name: data + f"{refrain}\n".encode() * 20 for name, data in SITE.items()}
    pages["page1.txt"] += report.encode()
    pages["page2.txt"] += report.encode()
    mirrored = {
        f"mirror{n}.txt": f"{body(99)}\nSeen from the old lighthouse in Westhaven\n".encode() for n in range(30)
    }
    song = {"song.txt": f"{refrain}\n".encode() * 30}
    write(here / "in", {**{k: v.replace(f"{refrain}\n".encode(), b"") for k, v in pages.items()}, **mirrored, **song})
    assert ran("profile", "in", "--output", "p").code == 0
    assert ran("clean", "in", "--output", "without").code == 0
    assert tree(here / "without/clean") == tree(here / "in")
    assert ran("clean", "in", "--output", "with", "--profile", "p").code == 0
    expected = {name: data.replace(f"{FOOTER}\n".encode(), b"") for name, data in tree(here / "in").items()}
    assert tree(here / "with/clean") == expected
    assert ran("clean", "with/clean", "--output", "again", "--profile", "p").code == 0
    assert tree(here / "again/clean") == expected
    assert ran("restore", "with", "--output", "back").code == 0
    assert tree(here / "back") == tree(here / "in")


def test_records_and_summary_say_so(ran: Run, here: Path) -> None:
    write(here / "in", SITE)
    assert ran("profile", "in", "--output", "p").code == 0
    digest = read(here / "p").digest()
    assert ran("clean", "in", "--output", "o", "--profile", "p").code == 0
    assert json.loads((here / "o/summary.json").read_bytes())["settings"]["profile"] == digest
    changes = [json.loads(line) for line in (here / "o/changes.jsonl").read_bytes().split(b"\n") if line]
    assert all("profile" in finding["cues"] for change in changes for finding in change["findings"])
    assert {change["model"] for change in changes} == {QUIET.with_profile(read(here / "p")).digest}
    assert ran("clean", "in", "--output", "o", "--profile", "p", "--resume").code == 0
    assert "holds another job" not in ran("clean", "in", "--output", "o", "--resume", "--profile", "p").err
    assert ran("clean", "in", "--output", "n").code == 0
    assert "profile" not in json.loads((here / "n/summary.json").read_bytes())["settings"]


def test_check_and_configuration_go_by_it_too(ran: Run, here: Path, feed: Callable[[bytes], None]) -> None:
    write(here / "in", SITE)
    assert ran("profile", "in", "--output", "p").code == 0
    assert ran("check", "in").code == 0
    found = ran("check", "in", "--profile", "p")
    assert (found.code, found.out.count(FOOTER.encode())) == (1, 12)
    write(here, {"cleaner.toml": b"profile = 'p'\n"})
    assert ran("check", "in").out == found.out
    feed(SITE["page1.txt"])
    assert ran("clean", "-").out == SITE["page1.txt"].replace(f"{FOOTER}\n".encode(), b"")


@pytest.mark.slow
def test_processes_go_by_it_too(ran: Run, here: Path) -> None:
    write(here, {f"in/{name}": data for name, data in SITE.items()} | {"a.jsonl": jsonl(SITE), "b.jsonl": jsonl(SITE)})
    for jobs in (1, 2):
        assert ran("profile", "a.jsonl", "b.jsonl", "--output", f"p{jobs}", "--jobs", jobs).code == 0
    assert (here / "p1").read_bytes() == (here / "p2").read_bytes()
    assert ran("profile", "in", "--output", "p").code == 0
    for jobs in (1, 2):
        assert ran("clean", "in", "--output", f"o{jobs}", "--profile", "p", "--jobs", jobs).code == 0
    assert tree(here / "o1/clean") == tree(here / "o2/clean") != SITE
