"""The command line as a function, and once as a process."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import cleaner.cli
from cleaner import taxonomy
from tests.conftest import Ran
from tests.test_run import FILES, plain, tree, write

Run = Callable[..., Ran]


# usage


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        ([], "required: COMMAND"),
        (["celan"], "invalid choice"),
        (["clean"], "required: INPUT"),
        (["clean", "a.txt"], "--output"),
        (["clean", "a.txt", "--output", "o", "--changes", "c"], "changes.jsonl of its own"),
        (["clean", "-", "a.txt", "--output", "o"], "stands alone"),
        (["clean", "-", "--output", "o"], "leave out --output"),
        (["clean", "missing", "--output", "o"], "nothing to clean"),
        (["clean", "a.txt", "--output", "o", "--max-removed", "2"], "up to 1"),
        (["clean", "a.txt", "--output", "o", "--max-removed", "x"], "invalid float"),
        (["clean", "a.txt", "d/a.txt", "--output", "o"], "would both be written"),
        (["clean", "a.txt", "--output", "o", "--jobs", "-1"], "number of processes"),
        (["clean", "a.txt", "--output", "o", "--force", "--resume"], "not allowed with"),
        (["clean", "a.txt", "--output", "d", "--resume"], "no job to resume"),
        (["check", "a.txt", "--select", "spma"], "did you mean 'spam'"),
        (["check", "a.txt", "--diff", "--fix"], "not allowed with"),
        (["check", "a.txt", "--changes", "c"], "use it with --fix"),
        (["check", "a.txt", "--unsafe-fixes"], "use it with --fix"),
        (["check", "--fix", "-"], "cleaner clean -"),
        (["clean", "-", "--format", "parquet"], "standard input cannot be read as parquet"),
        (["profile", "-", "--stdin-filename", "x.wet", "--output", "o"], "standard input cannot be read as wet"),
        (["restore", "out"], "--output"),
        (["restore", "-"], "--changes"),
        (["restore", "missing", "--output", "o"], "no folder clean"),
    ],
)
def test_usage_errors_are_exit_2_and_change_nothing(run: Run, here: Path, argv: list[str], message: str) -> None:
    write(here, {"a.txt": b"AD: x\n", "d/a.txt": b"AD: x\n"})
    ran = run(*argv)
    assert ran.code == 2
    assert message in ran.err
    assert ran.out == b""
    assert tree(here) == {"a.txt": b"AD: x\n", "d/a.txt": b"AD: x\n"}


def test_a_model_that_is_missing_is_exit_2(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("cleaner.model")
    write(here, {"a.txt": b"x"})
    assert cleaner.cli.main(["check", "a.txt", "--model", "nowhere"]) == 2
    assert "nowhere" in capsys.readouterr().err


def test_help_and_version_are_exit_0(run: Run) -> None:
    assert run("--version").out.startswith(b"cleaner ")
    for name in cleaner.cli.COMMANDS:
        assert name.encode() in run("--help").out
    for name in ("clean", "check", "restore", "labels"):
        assert b"usage: cleaner " + name.encode() in run(name, "--help").out
    assert b"(default: text); in JSONL also a.b" in b" ".join(run("clean", "--help").out.split())


# check


def test_a_clean_file_is_silent(run: Run, here: Path) -> None:
    write(here, {"a.txt": b"fine\n", "b.jsonl": b'{"text": "fine"}\n', "e.txt": b""})
    for options in ([], ["--diff"], ["--fix"], ["--unsure"]):
        assert run("check", here, *options) == Ran(0, b"", "")


def test_findings_one_a_line(run: Run, here: Path) -> None:
    write(here, {"a.txt": b"T\r\nAD: buy\r\nThe ZZSPAM bridge", "b.jsonl": b'\n{"text": "x\\nAD: y"}\n'})
    ran = run("check", "a.txt", "b.jsonl")
    assert ran.code == 1
    assert ran.err == ""
    assert ran.out.decode().split("\n") == [
        "a.txt:2:1: promotion 0.97 AD: buy",
        "a.txt:3:4: spam 0.95 The[- ZZSPAM-] bridge",
        "b.jsonl:2:2:1: promotion 0.97 AD: y",
        "",
    ]
    assert run("check", "a.txt", "--exit-zero").code == 0


def test_labels_switch(run: Run, here: Path) -> None:
    write(here, {"a.txt": b"AD: x\nCopyright\n"})
    assert run("check", "a.txt", "--ignore", "promotion").out == b"a.txt:2:1: footer 0.70 Copyright\n"
    assert run("check", "a.txt", "--select", "promotion").out == b"a.txt:1:1: promotion 0.97 AD: x\n"
    assert run("check", "a.txt", "--select", "spam,credit") == Ran(0, b"", "")


def test_unsure_findings_are_shown_on_demand_and_are_no_failure(run: Run, here: Path) -> None:
    write(here, {"a.txt": b"Maybe 3 March\n"})
    assert run("check", "a.txt") == Ran(0, b"", "")
    assert run("check", "--unsure", "a.txt") == Ran(0, b"a.txt:1:1: metadata? 0.45 Maybe 3 March\n", "")


def test_diff_of_text_and_of_raw_records(run: Run, here: Path) -> None:
    original = {"a.txt": b"T\nAD: buy", "b.jsonl": b'{"n": 1}\n{"text": "\\u0041D: x\\ny", "n": 2}\n'}
    write(here, original)
    ran = run("check", "--diff", "a.txt", "b.jsonl")
    assert ran.code == 2  # the record without a text
    (here / "p").write_bytes(ran.out)
    subprocess.run(["git", "apply", "p"], cwd=here, check=True)
    assert (here / "a.txt").read_bytes() == b"T\n"
    assert (here / "b.jsonl").read_bytes() == b'{"n": 1}\n{"text": "y", "n": 2}\n'
    subprocess.run(["git", "apply", "-R", "p"], cwd=here, check=True)
    assert {name: tree(here)[name] for name in original} == original


def test_fix_rewrites_keeps_what_restore_needs_and_is_quiet_the_second_time(run: Run, here: Path) -> None:
    write(here / "in", FILES)
    ran = run("check", "--fix", "in", "--changes", "log")
    assert ran.code == 1
    assert "in/a.txt: rewritten, 3 findings removed" in ran.err
    assert (here / "in/a.txt").read_bytes() == b"Title\r\n\r\nThe bridge.\r\n"
    assert (here / "in/emptied.txt").read_bytes() == b"AD: only\n"
    assert ran.out == b"in/emptied.txt:1:1: promotion 0.97 AD: only\n"
    assert run("check", "--fix", "in").code == 0
    assert run("restore", ".", "--changes", "log", "--output", "back").code == 0
    back = tree(here / "back/in")
    assert plain(back) == plain({name: FILES[name] for name in back})
    assert len(back) == 6


def test_unsafe_fixes_empty_a_file(run: Run, here: Path) -> None:
    write(here, {"a.txt": b"AD: x\n"})
    assert run("check", "--fix", "--unsafe-fixes", "a.txt").code == 1
    assert (here / "a.txt").read_bytes() == b""


def test_fixes_of_two_runs_are_undone_together(run: Run, here: Path) -> None:
    files = {
        "a.txt": b"AD: x\nZZSPAM b\n",
        "b.jsonl": b'{"text": "AD: x\\nZZSPAM b"}\n{"text": "ZZSPAM b"}\n',
        "c.txt": b"AD: x\nc\n",
    }
    write(here, files)
    for label in ("promotion", "spam"):
        run("check", "--fix", here, "--select", label, "--changes", here / "log")
    assert (here / "b.jsonl").read_bytes() == b'{"text": "b"}\n{"text": "b"}\n'
    assert run("restore", here, "--changes", here / "log", "--output", here / "back").code == 0
    assert tree(here / "back") == files


def test_a_change_that_was_recorded_but_never_made_does_no_harm(run: Run, here: Path) -> None:
    files = {"a.txt": b"AD: x\na\n", "b.jsonl": b'{"text": "AD: x\\nb"}\n'}
    write(here, files)
    run("check", "--fix", ".", "--changes", "log")
    write(here, files)  # as if a crash had come between the record and the file
    assert run("restore", ".", "--changes", "log", "--output", "back").code == 0
    assert tree(here / "back") == files


def test_fix_writes_through_a_link_and_keeps_permissions(run: Run, here: Path) -> None:
    write(here, {"d/a.txt": b"AD: x\na\n"})
    (here / "d/a.txt").chmod(0o604)
    (here / "link.txt").symlink_to("d/a.txt")
    assert run("check", "--fix", "link.txt").code == 1
    assert (here / "link.txt").is_symlink()
    assert (here / "d/a.txt").read_bytes() == b"a\n"
    assert (here / "d/a.txt").stat().st_mode & 0o777 == 0o604


def test_fix_does_not_touch_files_without_findings(run: Run, here: Path) -> None:
    write(here, {"a.txt": b"a\r\n", "b.jsonl": b'{"text":"b"}', "c.jsonl.gz": gzip.compress(b'{"text":"c"}')})
    before = {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in here.iterdir()}
    assert run("check", "--fix", here).code == 0
    assert {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in here.iterdir()} == before


def test_bad_inputs_are_said_and_are_exit_2(run: Run, here: Path) -> None:
    write(here, {"a.txt": b"AD: x\n", "b.txt": b"\0", "c.jsonl": b'{"text": "AD: x"}\n{\n', "d.jsonl": b"\0"})
    ran = run("check", "a.txt", "b.txt", "c.jsonl", "d.jsonl", "missing.txt", "--exit-zero")
    assert ran.code == 2
    assert ran.out.count(b"promotion") == 2
    for message in ("b.txt: is binary", "c.jsonl:2: broken JSON", "d.jsonl: is binary", "missing.txt: no such file"):
        assert f"cleaner: {message}" in ran.err


def test_standard_input_is_checked_under_its_name(run: Run, feed: Callable[[bytes], None]) -> None:
    feed(b"a\nAD: x\n")
    assert run("check", "-") == Ran(1, b"-:2:1: promotion 0.97 AD: x\n", "")
    feed(b'{"text": "AD: x"}')
    assert run("check", "-", "--stdin-filename", "x.jsonl").out == b"x.jsonl:1:1:1: promotion 0.97 AD: x\n"


def test_odd_names_and_texts_stay_on_one_line(run: Run, here: Path) -> None:
    name = os.fsdecode(b"new\nline \xff.txt")
    write(here, {name: b"AD: \x1b[31m\xff\n"})
    assert run("check", name).out == b"new\\nline \\udcff.txt:1:1: promotion 0.97 AD: \\x1b[31m\\udcff\n"
    assert run("clean", name, "--output", "out").code == 0
    assert run("restore", "out", "--output", "back").code == 0
    assert tree(here / "back") == {name: b"AD: \x1b[31m\xff\n"}


# clean and restore


def test_clean_and_restore(run: Run, here: Path) -> None:
    write(here / "in", FILES)
    ran = run("clean", "in", "--output", "out")
    assert (ran.code, ran.out) == (0, b"")
    assert "13 documents, 8 changed" in ran.err
    summary = json.loads((here / "out/summary.json").read_bytes())
    assert summary["model"] == {"name": "fake", "digest": "fa" * 32}
    assert summary["emptied"] == [{"path": "emptied.txt", "record": None, "id": None}]
    assert summary["settings"]["max_removed"] is None
    assert run("restore", "out", "--output", "back").code == 0
    assert plain(tree(here / "back")) == plain(FILES)


def test_clean_is_exit_2_where_an_input_was_bad_and_force_replaces(run: Run, here: Path) -> None:
    write(here, {"a.txt": b"AD: x\na\n", "b.txt": b"\0"})
    ran = run("clean", "a.txt", "b.txt", "missing.txt", "--output", "out")
    assert ran.code == 2
    assert tree(here / "out/clean") == {"a.txt": b"a\n", "b.txt": b"\0"}
    assert json.loads((here / "out/summary.json").read_bytes())["failed"][0]["path"] == "missing.txt"
    assert "not empty" in run("clean", "a.txt", "--output", "out").err
    assert run("clean", "a.txt", "--output", "out", "--force").code == 0
    assert tree(here / "out/clean") == {"a.txt": b"a\n"}


def test_a_damaged_output_is_exit_2(run: Run, here: Path) -> None:
    write(here, {"a.txt": b"AD: x\na\n"})
    run("clean", "a.txt", "--output", "out")
    write(here, {"out/clean/a.txt": b"b\n"})
    ran = run("restore", "out", "--output", "back")
    assert ran.code == 2
    assert "a.txt: the digest" in ran.err
    assert tree(here / "back") == {}


def test_other_fields(run: Run, here: Path) -> None:
    line = b'{"body": "AD: x\\na", "url": "u", "text": 1}\n'
    write(here, {"a.jsonl": line})
    assert run("clean", "a.jsonl", "--output", "out", "--text-field", "body", "--id-field", "url").code == 0
    change = json.loads((here / "out/changes.jsonl").read_bytes())
    assert (change["id"], change["field"]) == ("u", "body")
    assert run("restore", "out", "--output", "back").code == 0
    assert tree(here / "back") == {"a.jsonl": line}


@pytest.mark.parametrize(
    ("name", "data", "clean"),
    [
        ("-", b"", b""),
        ("-", b"fine\r\n\xff", b"fine\r\n\xff"),
        ("-", b"T\nAD: x\nThe ZZSPAM end", b"T\nThe end"),
        ("x.jsonl", b'{"text": "AD: x\\na"}\n\n{"text": "\\u00e9 ZZSPAM"}', b'{"text": "a"}\n\n{"text": "\\u00e9"}'),
    ],
)
def test_standard_input_to_standard_output_and_back(
    run: Run, here: Path, feed: Callable[[bytes], None], name: str, data: bytes, clean: bytes
) -> None:
    feed(data)
    assert run("clean", "-", "--stdin-filename", name, "--changes", "log") == Ran(0, clean, "")
    feed(clean)
    assert run("restore", "-", "--stdin-filename", name, "--changes", "log") == Ran(0, data, "")
    assert set(tree(here)) == {"log"}


def test_binary_standard_input_goes_through_untouched(run: Run, here: Path, feed: Callable[[bytes], None]) -> None:
    feed(b"AD: x\n\0")
    ran = run("clean", "-")
    assert (ran.code, ran.out) == (2, b"AD: x\n\0")
    assert "is binary" in ran.err
    assert tree(here) == {}


@pytest.mark.parametrize(
    "data",
    [
        b'{"text":"a\0"}\n{"text": "AD: x\\nb"}\n',
        gzip.compress(b'{"text": "AD: x\\nb"}\n', mtime=1),
        b"\0" + b"0123456\n" * 200_000,
        b"\0" * 9000,
    ],
    ids=["short", "gzip", "long", "no newline"],
)
def test_binary_records_on_standard_input_go_through_untouched(
    run: Run, here: Path, feed: Callable[[bytes], None], data: bytes
) -> None:
    feed(data)
    ran = run("clean", "-", "--stdin-filename", "x.jsonl", "--changes", "log")
    assert (ran.code, ran.out) == (2, data)
    assert "is binary" in ran.err
    feed(data)
    assert run("restore", "-", "--stdin-filename", "x.jsonl", "--changes", "log") == Ran(0, data, "")


def test_what_format_said_of_standard_input_is_undone(run: Run, here: Path, feed: Callable[[bytes], None]) -> None:
    for data, format, name in (
        (b'{"text": "AD: x\\na"}\n', "jsonl", "-"),
        (b"AD: x\na\n", "text", "x.jsonl"),
        (b"fine\n", "text", "x.jsonl"),
    ):
        feed(data)
        ran = run("clean", "-", "--format", format, "--stdin-filename", name, "--changes", "log")
        feed(ran.out)
        assert run("restore", "-", "--stdin-filename", name, "--changes", "log") == Ran(0, data, "")


def test_altered_streams_and_records_are_refused(run: Run, here: Path, feed: Callable[[bytes], None]) -> None:
    for data, name, before, after in (
        (b'{"text": "AD: \\/\\na"}\n', "x.jsonl", b'"raw": ["A', b'"raw": ["\\u0001'),
        (b"AD: x\na\n", "x.txt", b'"removed": ["A', b'"removed": ["\\ud800'),
    ):
        feed(data)
        out = run("clean", "-", "--stdin-filename", name, "--changes", "log").out
        (here / "log").write_bytes((here / "log").read_bytes().replace(before, after))
        feed(out)
        ran = run("restore", "-", "--stdin-filename", name, "--changes", "log")
        assert (ran.code, ran.out) == (2, b"")
        assert "altered" in ran.err


def test_standard_input_is_not_replaced_by_its_changes(here: Path) -> None:
    write(here, {"a.txt": b"fine\n"})
    with (here / "a.txt").open("rb") as handle:
        done = subprocess.run(
            [sys.executable, "-m", "cleaner", "clean", "-", "--changes", "a.txt"],
            stdin=handle,
            capture_output=True,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
        )
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"would replace the input" in done.stderr
    assert tree(here) == {"a.txt": b"fine\n"}


# labels


def test_labels_explains_each_label(run: Run) -> None:
    out = run("labels").out.decode()
    for definition in taxonomy.DEFINITIONS:
        for part in (definition.label.value, definition.meaning, definition.example, definition.near_miss):
            assert part in out
    assert run("labels", "--select", "spam").out.decode().startswith("spam\n")
    assert "\ncaption\n" not in run("labels", "--ignore", "caption").out.decode()


# the process


def test_an_interrupt_is_exit_130(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(here, {"a.txt": b"AD: x\n"})

    def interrupt(path: str | None) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cleaner.cli, "load_model", interrupt)
    assert run("clean", "a.txt", "--output", "out").code == 130
    assert tree(here) == {"a.txt": b"AD: x\n"}


def test_as_a_process() -> None:
    done = subprocess.run([sys.executable, "-m", "cleaner", "labels"], capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"promotion" in done.stdout


def test_a_closed_pipe_is_quiet() -> None:
    code = "import sys, time; from cleaner.cli import main; time.sleep(0.3); sys.exit(main(['labels']))"
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 141


@pytest.mark.parametrize(
    ("command", "message"),
    [
        ("labels >/dev/full", "standard output: cannot be used (No space left"),
        ("labels >&-", "standard output: cannot be used (Bad file descriptor)"),
        ("restore - --changes log <&-", "cannot be read (Bad file descriptor)"),
        ("labels --select spma 2>&-", ""),
        ("labels >/dev/full 2>/dev/full", ""),
    ],
)
def test_a_standard_stream_that_is_closed_or_full_is_exit_2(here: Path, command: str, message: str) -> None:
    if "/dev/full" in command and not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full")
    write(here, {"log": b""})
    done = subprocess.run(["sh", "-c", f'"{sys.executable}" -m cleaner {command}'], capture_output=True)
    assert (done.returncode, done.stdout) == (2, b"")
    assert message in done.stderr.decode()
    assert done.stderr.count(b"\n") == bool(message)


# jobs and formats


def test_resume_says_again_what_failed(run: Run, here: Path) -> None:
    write(here, {"in/a.txt": b"AD: x\nkept\n"})
    assert run("clean", "in", "--output", "out").code == 0
    for _ in range(2):
        ran = run("clean", "in", "missing", "--output", "out", "--resume")
        assert ran.code == 2
        assert "missing: no such file" in ran.err
        assert "1 not readable" in ran.err


def test_resume_and_force(run: Run, here: Path) -> None:
    write(here, {"in/a.txt": b"AD: x\nkept\n"})
    assert run("clean", "in", "--output", "out", "--resume").code == 0
    first = tree(here / "out")
    assert "nothing left to do" in run("clean", "in", "--output", "out", "--resume").err
    assert "--resume if it was interrupted" in run("clean", "in", "--output", "out").err
    assert run("clean", "in", "--output", "out", "--force").code == 0
    assert tree(here / "out") == first


@pytest.mark.slow
def test_processes_give_the_same(run: Run, here: Path) -> None:
    write(here / "in", FILES)
    assert run("clean", "in", "--output", "one").code == run("clean", "in", "--output", "two", "--jobs", "2").code
    assert tree(here / "one") == tree(here / "two")


def test_a_format_that_the_name_does_not_tell(run: Run, here: Path) -> None:
    write(here, {"a.log": b'{"d": {"text": "x\\nAD: y"}}\n'})
    ran = run("clean", "a.log", "--output", "out", "--format", "jsonl", "--text-field", "d.text")
    assert ran.code == 0
    assert (here / "out/clean/a.log").read_bytes() == b'{"d": {"text": "x\\n"}}\n'
    assert run("restore", "out", "--output", "back").code == 0
    assert (here / "back/a.log").read_bytes() == (here / "a.log").read_bytes()
