"""Jobs: the same bytes with any number of processes and after any kill; errors that say what was lost: nothing."""

from __future__ import annotations

import gzip
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pytest

from cleaner.check import Check
from cleaner.corpus import discover
from cleaner.document import Cleaning
from cleaner.errors import OutputError, UsageError, WorkerError
from cleaner.files import alone
from cleaner.folder import Folder
from cleaner.job import Job
from cleaner.jsonl import Fields
from cleaner.report import Mode, Summary
from cleaner.settings import Settings
from cleaner.undo import restore_folder
from tests.fakes import FakeModel
from tests.test_run import FILES, tree, write

SIZE = 2000


def corpus(folder: Path, records: int = 200) -> Path:
    rng = random.Random(7)
    lines = []
    for number in range(records):
        text = "\n".join(rng.choice(["A bridge.", "AD: buy", "The ZZSPAM town", "Read also: x"]) for _ in range(9))
        lines.append(json.dumps({"id": number, "text": text}))
    lines[3] = "{broken"
    files = {"big.jsonl": "\n".join(lines).encode(), "more.jsonl": ("\n".join(lines[:50]) + "\n").encode(), **FILES}
    for number in range(30):
        files[f"many/{number:02}.txt"] = f"Title {number}\nAD: x\nbody {'word ' * number}\n".encode()
    return write(folder, files)


def run(
    source: Path,
    output: Path,
    jobs: int = 1,
    resume: bool = False,
    load: Callable[[], FakeModel] = FakeModel,
    size: int = SIZE,
    said: list[str] | None = None,
) -> Summary:
    sources = discover([str(source)], lambda *_: None, print)
    folder = Folder(output)
    folder.refuse([str(source)], sources, False, resume)
    talk = print if said is None else said.append
    return Job(folder, load, Settings(), Fields(), talk, jobs, size).run(sources, Summary(), resume)


class Counting(FakeModel):
    """Stop after some batches, as a kill would."""

    left = 0

    def clean_batch(self, texts: Sequence[str], settings: Settings | None = None) -> list[Cleaning]:
        type(self).left -= 1
        if type(self).left < 0:
            raise KeyboardInterrupt
        return super().clean_batch(texts, settings)


class Killed(FakeModel):
    """End its process at a certain text while a file is there, as a system that is out of memory does."""

    digest = "dead" * 16  # else a worker would take a FakeModel that it has

    def __init__(self, flag: Path) -> None:
        self.flag = flag

    def clean_batch(self, texts: Sequence[str], settings: Settings | None = None) -> list[Cleaning]:
        if self.flag.exists() and any("Title 17" in text for text in texts):
            os.kill(os.getpid(), signal.SIGKILL)
        return super().clean_batch(texts, settings)


def test_a_job_can_be_run_again(tmp_path: Path) -> None:
    corpus(tmp_path / "in")
    sources = discover([str(tmp_path / "in")], lambda *_: None, print)
    job = Job(Folder(tmp_path / "out"), FakeModel, Settings(), Fields(), print, 1, SIZE)
    first = job.run(sources, Summary())
    once = tree(tmp_path / "out")
    assert job.run(sources, Summary()) == first
    assert tree(tmp_path / "out") == once


@pytest.mark.parametrize("size", [300, SIZE, 1 << 24])
def test_the_size_of_shards_changes_nothing(tmp_path: Path, size: int) -> None:
    corpus(tmp_path / "in")
    first = run(tmp_path / "in", tmp_path / "one", size=1 << 30)
    second = run(tmp_path / "in", tmp_path / "two", size=size)
    one, two = tree(tmp_path / "one"), tree(tmp_path / "two")
    del one["manifest.jsonl"], two["manifest.jsonl"]  # it says what kind of job it was
    assert one == two
    assert first == second
    assert json.loads(one["summary.json"])["failed"][0]["record"] == 4


def test_what_is_written_can_be_undone(tmp_path: Path) -> None:
    corpus(tmp_path / "in")
    run(tmp_path / "in", tmp_path / "out")
    assert restore_folder(tmp_path / "out", tmp_path / "back", print)[1] == []
    assert tree(tmp_path / "back")["big.jsonl"] == (tmp_path / "in/big.jsonl").read_bytes()


@pytest.mark.slow
@pytest.mark.parametrize("jobs", [2, 3])
def test_the_number_of_processes_changes_nothing(tmp_path: Path, jobs: int) -> None:
    corpus(tmp_path / "in")
    said: list[list[str]] = [[], []]
    first = run(tmp_path / "in", tmp_path / "one", said=said[0])
    second = run(tmp_path / "in", tmp_path / "two", jobs, said=said[1])
    assert tree(tmp_path / "one") == tree(tmp_path / "two")
    assert first == second
    assert sorted(said[0]) == sorted(said[1])


@pytest.mark.slow
def test_tiny_and_huge_files_come_out_in_order(tmp_path: Path) -> None:
    huge = b"".join(b"Title %d\nAD: x\nThe ZZSPAM end\n" % number for number in range(2000))
    files = {f"tiny/{number:03}.txt": b"Title\nAD: x\n" for number in range(150)}
    write(tmp_path / "in", {"a.txt": b"AD: x\n", "b.txt": huge, "c.txt.gz": gzip.compress(huge * 2), **files})
    first = run(tmp_path / "in", tmp_path / "one", size=1 << 30)
    second = run(tmp_path / "in", tmp_path / "two", 2, size=30_000)
    one, two = tree(tmp_path / "one"), tree(tmp_path / "two")
    del one["manifest.jsonl"], two["manifest.jsonl"]
    assert one == two
    assert first == second


def test_one_shard_starts_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus(tmp_path / "in", 20)
    monkeypatch.setitem(sys.modules, "joblib", None)  # importing it is an error
    assert run(tmp_path / "in", tmp_path / "out", 8, size=1 << 30).documents > 0


@pytest.mark.parametrize("after", [0, 1, 2, 5, 9, 14])
def test_a_job_goes_on_where_it_was_interrupted(tmp_path: Path, after: int) -> None:
    corpus(tmp_path / "in")
    whole = run(tmp_path / "in", tmp_path / "whole")
    Counting.left = after
    with pytest.raises(KeyboardInterrupt):
        run(tmp_path / "in", tmp_path / "out", load=Counting)
    assert not (tmp_path / "out/changes.jsonl").exists()
    Counting.left = 10_000
    assert run(tmp_path / "in", tmp_path / "out", resume=True, load=Counting) == whole
    assert tree(tmp_path / "out") == tree(tmp_path / "whole")


def test_resume_begins_where_nothing_is_and_does_nothing_where_all_is_done(tmp_path: Path) -> None:
    corpus(tmp_path / "in")
    said: list[str] = []
    first = run(tmp_path / "in", tmp_path / "out", resume=True)
    before = tree(tmp_path / "out")
    assert run(tmp_path / "in", tmp_path / "out", resume=True, said=said) == first
    assert said == ["nothing left to do: the job was finished"]
    assert tree(tmp_path / "out") == before


def test_a_finished_job_is_not_that_of_inputs_that_changed_since(tmp_path: Path) -> None:
    write(tmp_path / "in", {"a.txt": b"AD: x\nkept\n"})
    run(tmp_path / "in", tmp_path / "out")
    before = tree(tmp_path / "out")
    (tmp_path / "in/a.txt").write_bytes(b"AD: x\nKEPT\n")
    os.utime(tmp_path / "in/a.txt", ns=(0, 0))  # also if the new one is older
    with pytest.raises(UsageError, match=r"another job .*--force"):
        run(tmp_path / "in", tmp_path / "out", resume=True)
    assert tree(tmp_path / "out") == before


def test_only_the_same_job_is_resumed(tmp_path: Path) -> None:
    corpus(tmp_path / "in")
    Counting.left = 3
    with pytest.raises(KeyboardInterrupt):
        run(tmp_path / "in", tmp_path / "out", load=Counting)
    (tmp_path / "in/a.txt").write_bytes(b"new\n")
    before = tree(tmp_path / "out")
    with pytest.raises(UsageError, match="another job"):
        run(tmp_path / "in", tmp_path / "out", resume=True)
    assert tree(tmp_path / "out") == before
    write(tmp_path / "other", {"mine.txt": b"mine"})
    with pytest.raises(OutputError, match="no job to resume"):
        run(tmp_path / "in", tmp_path / "other", resume=True)


def test_a_job_of_another_version_is_not_resumed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus(tmp_path / "in", 20)
    Counting.left = 2
    with pytest.raises(KeyboardInterrupt):
        run(tmp_path / "in", tmp_path / "out", load=Counting)
    monkeypatch.setattr("cleaner.job.__version__", "99.0")
    with pytest.raises(UsageError, match=r"another job \(inputs, model, settings or version differ\)"):
        run(tmp_path / "in", tmp_path / "out", resume=True)


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no locks there")
def test_two_jobs_do_not_write_to_one_folder_at_once(tmp_path: Path) -> None:
    source, output = corpus(tmp_path / "in"), tmp_path / "out"
    with alone(output), pytest.raises(OutputError, match="another job is at work there"):
        run(source, output)
    assert not list(output.iterdir())
    run(source, output)
    assert (output / "summary.json").exists()


def test_a_torn_manifest_line_is_done_again(tmp_path: Path) -> None:
    corpus(tmp_path / "in")
    whole = run(tmp_path / "in", tmp_path / "whole")
    Counting.left = 9
    with pytest.raises(KeyboardInterrupt):
        run(tmp_path / "in", tmp_path / "out", load=Counting)
    manifest = tmp_path / "out/manifest.jsonl"
    manifest.write_bytes(manifest.read_bytes()[:-20])
    assert run(tmp_path / "in", tmp_path / "out", resume=True) == whole
    assert tree(tmp_path / "out") == tree(tmp_path / "whole")


@pytest.mark.parametrize("stage", ["_join", "close"])
def test_a_kill_while_the_parts_are_put_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stage: str) -> None:
    corpus(tmp_path / "in")
    whole = run(tmp_path / "in", tmp_path / "whole")
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        joined = getattr(Folder, stage)
        calls = iter([False, True])

        def stop(*args: object) -> None:
            if stage == "close" or next(calls):
                raise KeyboardInterrupt
            joined(*args)

        patch.setattr(Folder, stage, stop)
        run(tmp_path / "in", tmp_path / "out")
    assert run(tmp_path / "in", tmp_path / "out", resume=True) == whole
    assert tree(tmp_path / "out") == tree(tmp_path / "whole")


@pytest.mark.slow
def test_a_killed_worker_is_an_error_that_names_the_shard(tmp_path: Path) -> None:
    corpus(tmp_path / "in")
    load = partial(Killed, tmp_path / "flag")
    whole = run(tmp_path / "in", tmp_path / "whole", load=load, size=300)
    (tmp_path / "flag").touch()
    with pytest.raises(WorkerError, match=r"out of memory.*shard \d+ \(.*many/\d\d.txt.*--resume"):
        run(tmp_path / "in", tmp_path / "out", 2, load=load, size=300)
    (tmp_path / "flag").unlink()
    with pytest.raises(UsageError, match="another job"):  # shards of another size are another job
        run(tmp_path / "in", tmp_path / "out", resume=True, load=load)
    assert run(tmp_path / "in", tmp_path / "out", 2, resume=True, load=load, size=300) == whole
    assert tree(tmp_path / "out") == tree(tmp_path / "whole")


CHILD = """
import sys
from pathlib import Path
from tests.test_job import run
run(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), resume=True)
"""


def child(tmp_path: Path, jobs: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", CHILD, tmp_path / "in", tmp_path / "out", str(jobs)],
        cwd=Path(__file__).parent.parent,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


@pytest.mark.slow
@pytest.mark.parametrize("jobs", [1, 2])
def test_kill_9_at_random_moments(tmp_path: Path, jobs: int) -> None:
    corpus(tmp_path / "in", 1500)
    run(tmp_path / "in", tmp_path / "whole")
    rng = random.Random(jobs)
    kills = 0
    began = time.monotonic()
    process = child(tmp_path, jobs)
    assert process.wait() == 0
    span = time.monotonic() - began
    for _ in range(20):
        process = child(tmp_path, jobs)
        time.sleep(rng.uniform(0.1, 0.5) * span)
        if process.poll() is None:
            kills += 1
            if rng.random() < 0.5:
                os.killpg(process.pid, signal.SIGKILL)  # the workers, too
            else:
                process.kill()
        process.wait()
        time.sleep(0.3)
        if process.returncode == 0:
            assert tree(tmp_path / "out") == tree(tmp_path / "whole")
            subprocess.run(["rm", "-r", tmp_path / "out"], check=True)
    assert kills >= 5
    assert child(tmp_path, jobs).wait() == 0
    assert tree(tmp_path / "out") == tree(tmp_path / "whole")


@pytest.fixture
def small_disk(tmp_path: Path) -> Path:
    """Return a folder on a disk of its own that is nearly full at once."""
    disk = tmp_path / "disk"
    disk.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk], capture_output=True, check=False)
    if done.returncode:
        pytest.skip("this user may not mount a small disk")
    yield disk  # type: ignore[misc]
    subprocess.run(["umount", disk], check=True)


@pytest.mark.parametrize("jobs", [1, pytest.param(2, marks=pytest.mark.slow)])
def test_a_full_disk(tmp_path: Path, small_disk: Path, jobs: int) -> None:
    corpus(tmp_path / "in", 400)
    before = tree(tmp_path / "in")
    with pytest.raises(OutputError, match=r"No space left.*free space"):
        run(tmp_path / "in", small_disk / "out", jobs)
    assert tree(tmp_path / "in") == before
    subprocess.run(["mount", "-o", "remount,size=8m", small_disk], check=True)
    run(tmp_path / "in", small_disk / "out", resume=True)
    run(tmp_path / "in", tmp_path / "whole")
    assert tree(small_disk / "out") == tree(tmp_path / "whole")


@pytest.mark.parametrize("jobs", [1, pytest.param(2, marks=pytest.mark.slow)])
def test_a_disk_that_can_only_be_read(tmp_path: Path, small_disk: Path, jobs: int) -> None:
    corpus(tmp_path / "in", 40)
    (small_disk / "out").mkdir()
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    with pytest.raises(OutputError, match=r"out.*cannot be written \(Read-only file system\): choose another place"):
        run(tmp_path / "in", small_disk / "out", jobs)
    assert tree(small_disk) == {}


@pytest.mark.parametrize("option", ["size=32k", "ro"])
def test_a_file_stays_whole_where_it_cannot_be_rewritten(small_disk: Path, option: str) -> None:
    given = b"AD: x\n" + b"A bridge.\n" * 3000
    (small_disk / "a.txt").write_bytes(given)
    subprocess.run(["mount", "-o", f"remount,{option}", small_disk], check=True)
    settings = Settings()
    check = Check(FakeModel(), settings, settings, Fields(), Mode.FIX, print, print, print, unsafe=True)
    with pytest.raises(OutputError, match="cannot be written"):
        check.run(discover([str(small_disk / "a.txt")], lambda *_: None, print))
    assert tree(small_disk) == {"a.txt": given}


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    corpus(tmp_path / "in")
    (tmp_path / "out").write_bytes(b"a file")
    with pytest.raises(OutputError, match="choose another"):
        run(tmp_path / "in", tmp_path / "out")
    locked = Path("/proc/nothing")  # read-only also for root
    with pytest.raises(OutputError, match="cannot be written"):
        run(tmp_path / "in", locked)
