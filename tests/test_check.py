"""`cleaner check`: what is safe to fix, how findings are printed, and what is said beside them."""

from __future__ import annotations

import gzip
import json
import os
import pickle
import pty
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

import cleaner.cli
from cleaner.changelog import ChangeLog
from cleaner.document import Cleaning
from cleaner.formats import FORMATS
from cleaner.profile import encode
from cleaner.settings import Settings
from cleaner.sketch import Sketch
from cleaner.taxonomy import FURNITURE, Label
from tests.fakes import FakeModel
from tests.test_cli import Run
from tests.test_run import tree, write
from tests.test_wet import record

ODD = 'd/ünï ,:%"<&>.txt'
DIRTY = {
    "a.txt": b'AD: <x> & "y"\x0b]]>\nThe ZZSPAM bridge\nMaybe a date\n',
    "b.jsonl": b'{"text": "fine"}\n{"text": "x\\nAD: y"}\n',
    "clean.txt": b"fine\n",
    ODD: "AD: \uffff\U0001f600 \udcff 100%,:\n".encode("utf-8", "surrogateescape"),
}


class Careful(FakeModel):
    """A fake model whose manifest says what is safe."""

    manifest = {"safe": {"promotion": 0.9, "spam": 0.5}}  # noqa: RUF012


@pytest.fixture
def careful(monkeypatch: pytest.MonkeyPatch, run: Run) -> Run:
    monkeypatch.setattr(cleaner.cli, "load_model", lambda path: Careful())
    return run


# safe and unsafe


def test_settings_without_limits_are_the_same() -> None:
    settings = Settings.of(select="spam")
    assert settings.safe(None, {}) is settings
    assert settings.safe({"spam": 0.3}, dict.fromkeys(FURNITURE, 0.6)) is settings


def test_limits_only_ever_make_settings_stricter() -> None:
    settings = Settings.of(thresholds={"spam": 0.7, "footer": 0.2}, ignore="credit")
    strict = settings.safe({"spam": 0.5, "footer": 0.9, "caption": 0.8}, dict.fromkeys(FURNITURE, 0.6))
    assert {label: score for label, score in strict.lines.items() if score <= 1} == {
        Label.FOOTER: 0.9,
        Label.CAPTION: 0.8,
    }
    unsafe = {label for label, score in strict.lines.items() if score > 1}
    assert unsafe == set(FURNITURE) - {Label.SPAM, Label.FOOTER, Label.CAPTION, Label.CREDIT}
    assert (strict.thresholds, strict.removable) == (settings.thresholds, settings.removable)
    assert pickle.loads(pickle.dumps(strict)) == strict


def test_what_is_cut_inside_a_line_is_safe_where_lines_of_its_label_are_not(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Doubtful(FakeModel):
        manifest = {"safe": {"promotion": 0.9}}  # noqa: RUF012

    monkeypatch.setattr(cleaner.cli, "load_model", lambda path: Doubtful())
    write(here, {"a.txt": b"The ZZSPAM end\nRead also: y\n"})
    assert run("check", "--fix", "a.txt").code == 1
    assert (here / "a.txt").read_bytes() == b"The end\nRead also: y\n"


def test_fix_applies_what_is_safe_and_prints_the_rest_where_it_now_stands(careful: Run, here: Path) -> None:
    files = {
        "a.txt": b"AD: x\nFollow us\nRead also: y\nThe ZZSPAM end\n",
        "b.jsonl": b'{"text": "AD: x\\nFollow us\\nb"}\n',
    }
    write(here, files)
    ran = careful("check", "--fix", "a.txt", "b.jsonl", "--changes", "log")
    assert ran.code == 1
    assert ran.out.decode().split("\n")[:-1] == [
        "a.txt:1:1: promotion 0.80 Follow us",
        "a.txt:2:1: related 0.90 Read also: y",
        "b.jsonl:1:1:1: promotion 0.80 Follow us",
    ]
    assert (here / "a.txt").read_bytes() == b"Follow us\nRead also: y\nThe end\n"
    assert (here / "b.jsonl").read_bytes() == b'{"text": "Follow us\\nb"}\n'
    again = careful("check", "--fix", "a.txt", "b.jsonl")
    assert (again.code, again.out, again.err) == (0, ran.out, "")
    assert careful("restore", ".", "--changes", "log", "--output", "back").code == 0
    assert tree(here / "back") == files
    assert careful("check", "--fix", "--unsafe-fixes", "a.txt").code == 1
    assert (here / "a.txt").read_bytes() == b"The end\n"


def test_what_always_goes_is_safe(careful: Run, here: Path) -> None:
    write(here, {"a.txt": b"a\nFOO\n"})
    assert careful("check", "--fix", "a.txt", "--always-remove", "FOO").code == 1
    assert (here / "a.txt").read_bytes() == b"a\n"


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.jsonl.gz"])
def test_a_crash_leaves_every_file_as_it_was(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    class Crashing(FakeModel):
        def clean_batch(self, texts: Sequence[str], settings: Settings | None = None) -> list[Cleaning]:
            if any("CRASH" in text for text in texts):
                raise RuntimeError
            return super().clean_batch(texts, settings)

    monkeypatch.setattr(cleaner.cli, "load_model", lambda path: Crashing())
    text = b"".join(b'{"text": "AD: x\\nline %d"}\n' % number for number in range(30_000)) + b'{"text": "CRASH"}\n'
    text = text if "jsonl" in name else text.replace(b"{", b"")
    write(here, {name: gzip.compress(text) if name.endswith(".gz") else text})
    before = tree(here)
    with pytest.raises(RuntimeError):
        run("check", "--fix", name)
    assert tree(here) == before


# what others write meanwhile


class Edited(FakeModel):
    """Write to a file while it is checked, once."""

    edits: ClassVar[dict[Path, bytes]] = {}

    def clean_batch(self, texts: Sequence[str], settings: Settings | None = None) -> list[Cleaning]:
        while self.edits:
            path, data = self.edits.popitem()
            path.write_bytes(data)
        return super().clean_batch(texts, settings)


@pytest.mark.parametrize("name", ["a.txt", "a.txt.gz", "a.jsonl", "a.jsonl.gz"])
def test_what_is_written_to_a_file_meanwhile_stays(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    given = b'{"text": "AD: x\\na"}\n' if "jsonl" in name else b"AD: x\na\n"
    given, edited = (
        gzip.compress(data) if name.endswith(".gz") else data for data in (given, given.replace(b"a", b"b"))
    )
    monkeypatch.setattr(cleaner.cli, "load_model", lambda path: Edited())
    write(here, {name: given, "z.txt": b"AD: x\nz\n"})
    Edited.edits[here / name] = edited
    ran = run("check", "--fix", name, "z.txt", "--changes", "log")
    assert ran.code == 2
    assert f"{name}: was altered while it was checked, and stays as it is: check it again" in ran.err
    assert [(here / name).read_bytes(), (here / "z.txt").read_bytes()] == [edited, b"z\n"]
    assert list(ChangeLog(here / "log")) == ["z.txt"]
    assert set(tree(here)) == {name, "z.txt", "log"}


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
def test_a_file_that_is_gone_meanwhile_is_said(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    class Gone(FakeModel):
        def clean_batch(self, texts: Sequence[str], settings: Settings | None = None) -> list[Cleaning]:
            (here / name).unlink(missing_ok=True)
            return super().clean_batch(texts, settings)

    monkeypatch.setattr(cleaner.cli, "load_model", lambda path: Gone())
    write(here, {name: b'{"text": "AD: x\\na"}\n' if name == "a.jsonl" else b"AD: x\na\n"})
    ran = run("check", "--fix", name)
    assert (ran.code, tree(here)) == (2, {})
    assert f"{name}: no such file" in ran.err


def test_of_many_records_without_a_text_some_are_named(run: Run, here: Path) -> None:
    write(here, {"a.jsonl": b'{"body": "AD: x"}\n' * 25 + b'{"text": "AD: x\\na"}\n'})
    ran = run("check", "a.jsonl")
    assert (ran.code, ran.out) == (2, b"a.jsonl:26:1:1: promotion 0.97 AD: x\n")
    assert ran.err.count("no field 'text' (it has body)") == 10
    assert ran.err.endswith("cleaner: a.jsonl: 15 more like these\n")


# what it does not rewrite


def test_files_of_records_are_looked_at_if_named(run: Run, here: Path) -> None:
    data = b"".join([record("warcinfo", b"AD: x\r\n"), record("conversion", b"A\nAD: y\n")])
    write(here, {"a.wet": data, "b.wet.gz": gzip.compress(data), "bad.wet": b"AD: x\n"})
    found = run("check", "a.wet").out.decode().splitlines()
    assert found == ["a.wet:2:2:1: promotion 0.97 AD: y"]
    assert [line.replace("b.wet.gz", "a.wet") for line in run("check", "b.wet.gz").out.decode().splitlines()] == found
    assert run("baseline", "a.wet").code == 0
    assert run("check", "a.wet", "--baseline", "cleaner-baseline.json").code == 0
    ran = run("check", "bad.wet", "a.wet")
    assert (ran.code, ran.out.decode().splitlines()) == (2, found)
    assert "bad.wet: is no WARC file" in ran.err


def test_rows_of_parquet_are_looked_at_if_named(run: Run, here: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    parquet.write_table(pa.table({"text": ["fine", None, "b\nAD: buy"]}), here / "a.parquet", row_group_size=1)
    assert run("check", "a.parquet").out.decode().splitlines() == ["a.parquet:3:2:1: promotion 0.97 AD: buy"]
    assert "no columns 'body'" in run("check", "a.parquet", "--text-field", "body").err


@pytest.mark.parametrize("command", [["check", "--diff"], ["check", "--fix"]])
def test_only_a_named_file_that_it_cannot_rewrite_is_an_error(run: Run, here: Path, command: list[str]) -> None:
    write(here, {"mix/a.txt": b"The ferry leaves.\n", "mix/b.parquet": b"PAR1", "mix/c.wet": b"WARC/1.0\r\n"})
    ran = run(*command, "mix")
    assert ran.code == 0
    assert "mix: passed over 2 files that `check` reads only if named (b.parquet, c.wet)" in ran.err
    named = run(*command, "mix", "mix/c.wet")
    assert named.code == 2
    assert "mix/c.wet: is wet, of which no diff is shown" in named.err
    assert "mix/b.parquet: " not in named.err


# what would be overwritten


@pytest.mark.parametrize(
    "argv",
    [
        ["check", "--output-file", "a.txt", "a.txt"],
        ["check", "--output-file", "link.txt", "."],
        ["check", "--fix", "--changes", "a.txt", "a.txt"],
        ["check", "--fix", "--changes", "a.txt", "."],
        ["check", "--fix", "--changes", "log", "--output-file", "./log", "a.txt"],
        ["baseline", "a.txt", "--output", "a.txt"],
    ],
)
def test_an_input_or_a_log_is_never_replaced_by_an_output(run: Run, here: Path, argv: list[str]) -> None:
    write(here, {"a.txt": b"AD: x\na\n"})
    (here / "link.txt").symlink_to("a.txt")
    ran = run(*argv)
    assert (ran.code, ran.out) == (2, b"")
    assert "would replace" in ran.err
    assert ran.err.count("\n") == 1
    assert tree(here) == dict.fromkeys(["a.txt", "link.txt"], b"AD: x\na\n")


@pytest.mark.parametrize(
    "argv",
    [
        ["check", "--output-file", "accepted.json", "a.txt"],
        ["check", "--output-file", "cleaner.toml", "a.txt"],
        ["check", "--fix", "--changes", "corpus.profile", "a.txt"],
        ["baseline", "--output", "cleaner.toml", "a.txt"],
        ["baseline", "--output", "corpus.profile", "a.txt"],
        ["clean", "--changes", "accepted.json", "-"],
    ],
)
def test_what_is_in_force_is_never_replaced_by_an_output(run: Run, here: Path, argv: list[str]) -> None:
    files = {
        "a.txt": b"AD: x\na\n",
        "cleaner.toml": b"baseline = 'accepted.json'\nprofile = 'corpus.profile'\n",
        "accepted.json": b"{}",
        "corpus.profile": encode(Sketch(8)),
    }
    write(here, files)
    ran = run(*argv)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, b"", 1)
    assert "would replace the " in ran.err
    assert tree(here) == files


def test_a_baseline_may_be_written_anew(run: Run, here: Path) -> None:
    write(here, {"a.txt": b"AD: x\na\n", "cleaner.toml": b"baseline = 'accepted.json'\n"})
    for _ in range(2):
        assert run("baseline", "a.txt").code == 0
    assert run("check", "a.txt").code == 0


@pytest.mark.parametrize(
    "argv", [["check", "--output-file", "pipe", "a.txt"], ["check", "--fix", "--changes", "d", "a.txt"]]
)
def test_what_is_no_regular_file_is_no_output(run: Run, here: Path, argv: list[str]) -> None:
    write(here, {"a.txt": b"AD: x\na\n", "d/b.txt": b"b\n"})
    os.mkfifo(here / "pipe")
    ran = run(*argv)
    assert (ran.code, ran.err.count("is no regular file")) == (2, 1)
    assert (here / "pipe").is_fifo()
    assert (here / "a.txt").read_bytes() == b"AD: x\na\n"


def test_an_output_goes_through_a_link(run: Run, here: Path) -> None:
    write(here, {"a.txt": b"AD: x\na\n", "d/found": b"", "d/list.json": b'{"version": 1, "findings": []}'})
    for name in ("found", "list.json"):
        (here / name).symlink_to(f"d/{name}")
    run("check", "--output-file", "found", "a.txt")
    assert run("baseline", "--output", "list.json", "a.txt").code == 0
    assert (here / "found").is_symlink() and (here / "list.json").is_symlink()
    assert b"promotion" in (here / "d/found").read_bytes()
    assert b"promotion" in (here / "d/list.json").read_bytes()


# links


@pytest.mark.parametrize("argv", [["."], ["b.txt", "a.txt"], ["0.txt", "./b.txt", "a.txt"]])
def test_what_has_several_names_is_fixed_once_under_its_own(run: Run, here: Path, argv: list[str]) -> None:
    write(here, {"a.txt": b"AD: x\na\n"})
    for name in ("0.txt", "b.txt"):
        (here / name).symlink_to("a.txt")
    assert len(run("check", ".").out.splitlines()) == 3
    ran = run("check", "--fix", "--changes", "log", *argv)
    assert (ran.code, ran.err) == (1, "cleaner: a.txt: rewritten, 1 finding removed\n")
    assert [(here / name).read_bytes() for name in ("0.txt", "a.txt", "b.txt")] == [b"a\n"] * 3
    assert [(here / name).is_symlink() for name in ("0.txt", "a.txt", "b.txt")] == [True, False, True]
    assert list(ChangeLog(here / "log")) == ["a.txt"]


def test_a_diff_is_of_the_file_behind_a_link(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(here, {"d/a.txt": b"AD: x\na\n"})
    (here / "d/b.txt").symlink_to("a.txt")
    (here / "link.txt").symlink_to("d/a.txt")
    whole = run("check", "--diff", "d/a.txt").out
    for named in ("d", ".", "link.txt", "d/b.txt"):
        assert run("check", "--diff", named).out == whole


def test_a_link_that_leads_out_of_the_folder_is_not_rewritten_unless_named(run: Run, here: Path) -> None:
    write(here, {"d/a.txt": b"AD: x\na\n", "e/b.txt": b"AD: x\nb\n"})
    for name, target in (("out", "../e/b.txt"), ("in", "a.txt")):
        (here / f"d/{name}.txt").symlink_to(target)
    assert run("check", "d").out.count(b"promotion") == 3
    ran = run("check", "--fix", "d")
    assert ran.code == 1
    assert "d/out.txt: links to a file outside of d, and stays: name it if it is meant" in ran.err
    assert (here / "d/a.txt").read_bytes() == b"a\n"
    assert (here / "e/b.txt").read_bytes() == b"AD: x\nb\n"
    assert run("check", "--fix", "d/out.txt").code == 1
    assert (here / "e/b.txt").read_bytes() == b"b\n"


# formats


def test_a_format_that_the_name_does_not_tell_is_fixed_and_undone(run: Run, here: Path) -> None:
    files = {"dump.log": b'{"text": "AD: x\\na"}\n'}
    write(here, files)
    assert run("check", "--format", "jsonl", "dump.log").out.startswith(b"dump.log:1:1:1: promotion")
    assert run("check", "--fix", "--format", "jsonl", "--changes", "log", "dump.log").code == 1
    assert (here / "dump.log").read_bytes() == b'{"text": "a"}\n'
    assert run("restore", ".", "--changes", "log", "--output", "back").code == 0
    assert tree(here / "back") == files
    assert run("baseline", "--format", "jsonl", "back/dump.log").code == 0
    assert run("check", "--format", "jsonl", "back", "--baseline", "cleaner-baseline.json").code == 2
    assert run("check", "--format", "jsonl", "back/dump.log", "--baseline", "cleaner-baseline.json").code == 0
    assert "is no WARC file" in run("check", "--format", "wet", "dump.log").err


# the brake


@pytest.mark.parametrize("unsafe", [[], ["--unsafe-fixes"]])
def test_how_much_may_be_removed_hides_no_findings(run: Run, here: Path, unsafe: list[str]) -> None:
    files = {"a.txt": b"AD: x\na\n", "b.jsonl": b'{"text": "AD: x\\na"}\n'}
    write(here, files)
    brake = ("--max-removed", "0.1")
    found = run("check", ".").out
    assert run("check", ".", *brake).out == found
    assert run("check", ".", "--diff", *brake).out == b""
    ran = run("check", ".", "--fix", "--statistics", *unsafe, *brake)
    assert (ran.code, ran.out) == (0, found)
    assert ran.err.count("more than max-removed allows") == 2
    assert "2 left untouched" in ran.err
    assert tree(here) == files
    assert run("baseline", ".", *brake).code == 0
    assert run("check", ".", "--baseline", "cleaner-baseline.json", *brake).code == 0


# diffs


@pytest.mark.parametrize("name", ["../a.txt", "d/../../a.txt", "../b.jsonl"])
def test_a_diff_of_what_lies_outside_can_be_applied(run: Run, here: Path, monkeypatch: Any, name: str) -> None:
    write(here, {"a.txt": b"AD: x\na\n", "b.jsonl": b'{"text": "AD: x\\na"}\n', "in/d/c.txt": b"c\n"})
    monkeypatch.chdir(here / "in")
    ran = run("check", "--diff", name)
    subprocess.run(["git", "apply", "--unsafe-paths", "--directory=/"], cwd="/", input=ran.out, check=True)
    assert b"AD" not in (here / Path(name).name).read_bytes()
    assert b".." not in ran.out


def test_a_diff_of_what_lies_here_has_the_name_from_here_on(run: Run, here: Path) -> None:
    write(here, {"d/a.txt": b"AD: x\na\n"})
    for name in ("d/a.txt", "./d/a.txt", "d/../d/a.txt", here / "d/a.txt"):
        assert run("check", "--diff", name).out.startswith(b"diff --git a/d/a.txt b/d/a.txt\n")


@pytest.mark.parametrize("name", ["a.txt.gz", "a.jsonl.gz"])
def test_no_diff_fits_a_compressed_file(run: Run, here: Path, name: str) -> None:
    text = b'{"text": "AD: x\\na"}\n' if "jsonl" in name else b"AD: x\na\n"
    write(here, {name: gzip.compress(text), "fine.txt.gz": gzip.compress(b"fine\n"), "z.txt": b"AD: x\nz\n"})
    ran = run("check", "--diff", ".")
    assert ran.code == 1
    assert ran.err == f"cleaner: {name}: is compressed, and no diff fits it: leave out --diff to see findings\n"
    subprocess.run(["git", "apply"], cwd=here, input=ran.out, check=True)
    assert (here / "z.txt").read_bytes() == b"z\n"


# formats


@pytest.mark.parametrize(("format", "out"), [("text", b""), ("json", b"[]\n"), ("jsonl", b""), ("github", b"")])
def test_clean_files_print_nothing(run: Run, here: Path, format: str, out: bytes) -> None:
    write(here, {"a.txt": b"fine\n"})
    ran = run("check", "a.txt", "--output-format", format)
    assert (ran.code, ran.out, ran.err) == (0, out, "")


def test_a_diff_has_no_other_format(run: Run, here: Path) -> None:
    write(here, {"a.txt": b"AD: x\na\n"})
    assert "leave out --output-format" in run("check", "--diff", "a.txt", "--output-format", "json").err
    write(here, {"cleaner.toml": b"output-format = 'sarif'"})
    assert run("check", "--diff", "a.txt").out.startswith(b"diff --git")


def printed(run: Run, here: Path, format: str, *more: str) -> str:
    write(here, DIRTY)
    return run("check", "a.txt", "b.jsonl", "clean.txt", ODD, "--output-format", format, *more).out.decode()


@pytest.mark.parametrize("format", ["json", "jsonl"])
def test_json_has_everything(run: Run, here: Path, format: str) -> None:
    out = printed(run, here, format, "--unsure")
    found: list[dict[str, Any]] = (
        json.loads(out) if format == "json" else [json.loads(line) for line in out.split("\n")[:-1]]
    )
    assert len(found) == 5
    assert found[1] == {
        "path": "a.txt",
        "record": None,
        "line": 2,
        "column": 4,
        "start": 21,
        "stop": 28,
        "label": "spam",
        "score": 0.95,
        "unsure": False,
        "text": " ZZSPAM",
        "cues": ["token"],
    }
    assert found[2]["unsure"]
    assert (found[3]["record"], found[3]["line"]) == (2, 2)
    assert found[4]["path"] == ODD
    assert found[4]["text"] == "AD: \uffff\U0001f600 \udcff 100%,:"


def test_github_commands_stay_on_their_line(run: Run, here: Path) -> None:
    lines = printed(run, here, "github", "--unsure").split("\n")[:-1]
    assert lines[0].startswith("::error file=a.txt,line=1,col=1,endColumn=18,title=cleaner (promotion)::a.txt:1:1: ")
    assert lines[1].endswith("::a.txt:2:4: spam 0.95 The[- ZZSPAM-] bridge")
    assert lines[2].startswith("::notice file=a.txt,line=3,")
    assert lines[3].startswith("::error file=b.jsonl,line=2,title=")
    assert lines[4].startswith('::error file=d/ünï %2C%3A%25"<&>.txt,line=1,col=1,')
    assert "100%25,:" in lines[4]


def test_sarif_says_what_the_standard_asks_for(run: Run, here: Path) -> None:
    log = json.loads(printed(run, here, "sarif", "--unsure"))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    [made] = log["runs"]
    assert set(made) == {"tool", "columnKind", "invocations", "results"}
    rules = [rule["id"] for rule in made["tool"]["driver"]["rules"]]
    assert rules == [label.value for label in FURNITURE]
    assert [(r["ruleId"], r["level"]) for r in made["results"]] == [
        ("promotion", "error"),
        ("spam", "error"),
        ("metadata", "note"),
        ("promotion", "error"),
        ("promotion", "error"),
    ]
    for result in made["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["message"]["text"]
        [location] = result["locations"]
        region = location["physicalLocation"]["region"]
        assert region["startLine"] >= 1
        assert region.get("endColumn", 2) > region.get("startColumn", 1) >= 1
        assert location["physicalLocation"]["artifactLocation"]["uri"].isascii()
    assert made["results"][3]["locations"][0]["physicalLocation"]["region"] == {"startLine": 2}
    assert unquote(made["results"][4]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]) == ODD


def test_sarif_fits_its_schema(run: Run, here: Path) -> None:
    """No package ships the schema itself; this one has classes that were made from it."""
    made_from_schema = pytest.importorskip("pydantic_sarif.model")
    for more in ((), ("--unsure",)):
        out = printed(run, here, "sarif", *more)
        made_from_schema.StaticAnalysisResultsFormatSarifVersion210JsonSchema.model_validate_json(out)


def test_junit_is_read_back(run: Run, here: Path) -> None:
    suites = ElementTree.fromstring(printed(run, here, "junit", "--unsure"))
    cases = list(suites.iter("testcase"))
    assert suites.attrib == {"tests": "5", "failures": "4", "errors": "0"}
    assert [(case.get("classname"), case.get("name"), case.find("failure") is not None) for case in cases] == [
        ("a.txt", "1:1 promotion", True),
        ("a.txt", "2:4 spam", True),
        ("b.jsonl", "2:2:1 promotion", True),
        (ODD, "1:1 promotion", True),
        ("clean.txt", "clean", False),
    ]
    failure = cases[0].find("failure")
    assert failure is not None
    assert failure.get("message") == 'a.txt:1:1: promotion 0.97 AD: <x> & "y"\\x0b]]>'


def test_inputs_that_fail_are_in_the_reports(run: Run, here: Path) -> None:
    write(here, {"bad.txt": b"\0", "b.jsonl": b"{\n"})
    inputs = ("bad.txt", "b.jsonl", "missing.txt")
    sarif = run("check", *inputs, "--output-format", "sarif")
    assert sarif.code == 2
    [invocation] = json.loads(sarif.out)["runs"][0]["invocations"]
    assert not invocation["executionSuccessful"]
    assert len(invocation["toolExecutionNotifications"]) == 3
    junit = ElementTree.fromstring(run("check", *inputs, "--output-format", "junit").out)
    assert (junit.get("errors"), junit.get("tests")) == ("3", "3")
    assert run("check", *inputs, "--output-format", "github").out.count(b"::error file=") == 3


@pytest.mark.parametrize("format", FORMATS)
def test_output_goes_to_a_file(run: Run, here: Path, format: str) -> None:
    out = printed(run, here, format)
    ran = run("check", "a.txt", "b.jsonl", "clean.txt", ODD, "--output-format", format, "--output-file", "d/report")
    assert (ran.code, ran.out) == (1, b"")
    assert (here / "d/report").read_bytes().decode() == out


def test_a_diff_goes_to_a_file_and_one_that_cannot_be_written_is_an_error(run: Run, here: Path) -> None:
    write(here, {"a.txt": b"AD: x\na\n"})
    assert run("check", "--diff", "a.txt", "--output-file", "p").code == 1
    subprocess.run(["git", "apply", "p"], cwd=here, check=True)
    assert (here / "a.txt").read_bytes() == b"a\n"
    assert run("check", "a.txt", "--output-file", "a.txt/report").code == 2


# what is said


def test_quiet_says_findings_and_errors_only(run: Run, here: Path) -> None:
    write(here, {"a.txt": b"AD: x\na\n", "b.txt": b"\0"})
    ran = run("check", "--fix", "--quiet", "a.txt", "b.txt")
    assert ran.code == 2
    assert ran.err.startswith("cleaner: b.txt: is binary")
    assert ran.err.count("\n") == 1


def test_statistics_are_counted_on_standard_error(run: Run, here: Path) -> None:
    write(here, {"a.txt": b"AD: x\nAD: y\nCopyright\na\n"})
    plain = run("check", "a.txt")
    ran = run("check", "a.txt", "--statistics")
    assert ran.out == plain.out
    assert ran.err.split("\n")[:2] == ["cleaner:      2 promotion", "cleaner:      1 footer"]
    assert "1 document, 1 changed" in ran.err


def shown_on_a_terminal(here: Path, **environment: str) -> bytes:
    code = (
        "import sys, cleaner.cli; from tests.fakes import FakeModel\n"
        "cleaner.cli.load_model = lambda path: FakeModel()\n"
        "sys.exit(cleaner.cli.main(['check', 'a.txt']))"
    )
    clean = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TERM")}
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=here,
        stdout=theirs,
        env={**clean, "TERM": "xterm", "PYTHONPATH": str(Path(__file__).parent.parent), **environment},
    )
    os.close(theirs)
    data = b""
    try:
        while piece := os.read(ours, 1000):
            data += piece
    except OSError:  # the end, on Linux
        pass
    os.close(ours)
    assert process.wait() == 1
    return data


def test_colour_only_on_a_terminal(run: Run, here: Path) -> None:
    write(here, {"a.txt": b"The ZZSPAM bridge\n"})
    assert b"\x1b" not in run("check", "a.txt").out
    assert b"\x1b[31m[- ZZSPAM-]\x1b[0m" in shown_on_a_terminal(here)
    assert b"\x1b" not in shown_on_a_terminal(here, NO_COLOR="1")
    assert b"\x1b" not in shown_on_a_terminal(here, TERM="dumb")
