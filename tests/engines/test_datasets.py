from __future__ import annotations

from pathlib import Path

import pytest

from cleaner.profile import encode
from cleaner.settings import Settings
from cleaner.sketch import Sketch
from tests.engines.corpus import TEXTS, by_command_line
from tests.fakes import FakeModel
from tests.test_model_folder import save
from tests.test_profiling import quiet

datasets = pytest.importorskip("datasets")
pytestmark = pytest.mark.slow


@pytest.mark.parametrize(("rows", "processes"), [(1, None), (7, None), (1000, 2)])
def test_any_batches_give_what_the_command_line_gives(tmp_path: Path, rows: int, processes: int | None) -> None:
    from cleaner.engines.datasets import clean_dataset

    data = datasets.Dataset.from_dict({"id": range(len(TEXTS)), "text": TEXTS})
    clean = clean_dataset(data, FakeModel(), findings="found", batch_size=rows, num_proc=processes)
    assert clean["text"][:] == by_command_line(tmp_path)
    assert clean["id"][:] == list(range(len(TEXTS)))
    assert clean[0]["found"][1]["text"] == "AD: buy"


def test_the_second_run_hits_the_cache(tmp_path: Path) -> None:
    from cleaner.engines.datasets import clean_dataset

    datasets.Dataset.from_dict({"text": TEXTS}).save_to_disk(tmp_path / "data")

    class Once(FakeModel):
        calls = 0

        def clean_batch(self, *args: object) -> object:  # type: ignore[override]
            type(self).calls += 1
            return super().clean_batch(*args)  # type: ignore[arg-type]

    fingerprints = []
    for ignore in ("", "", "promotion"):
        data = datasets.load_from_disk(tmp_path / "data")
        clean = clean_dataset(data, Once(), Settings.of(ignore=ignore))
        fingerprints.append((clean._fingerprint, Once.calls))
    assert fingerprints[0] == fingerprints[1]
    assert fingerprints[2][0] != fingerprints[0][0]
    assert fingerprints[2][1] > fingerprints[1][1]


@pytest.mark.parametrize("form", [{}, {"type": "numpy"}, {"type": "pandas", "columns": ["text"]}])
def test_the_format_stays(form: dict[str, object]) -> None:
    from cleaner.engines.datasets import clean_dataset

    data = datasets.Dataset.from_dict({"id": range(len(TEXTS)), "text": TEXTS}).with_format(**form)
    for findings in (None, "found"):
        clean = clean_dataset(data, FakeModel(), findings=findings)
        added = [findings] if findings else []
        assert clean.format == {**data.format, "columns": [*data.format["columns"], *added]}
        assert clean.column_names == ["id", "text", *added]


def test_all_splits_are_cleaned(tmp_path: Path) -> None:
    from cleaner.engines.datasets import clean_dataset
    from cleaner.errors import UsageError

    splits = {"train": datasets.Dataset.from_dict({"text": TEXTS}), "test": datasets.Dataset.from_dict({"text": ["a"]})}
    clean = clean_dataset(datasets.DatasetDict(splits), FakeModel())
    assert isinstance(clean, datasets.DatasetDict)
    assert clean["train"]["text"][:] == by_command_line(tmp_path)
    assert clean["test"]["text"][:] == ["a"]
    with pytest.raises(UsageError, match="new_fingerprint is for one split"):
        clean_dataset(datasets.DatasetDict(splits), FakeModel(), new_fingerprint="x")


@pytest.mark.parametrize("form", [None, "numpy"])
@pytest.mark.parametrize("findings", [None, "found"])
def test_what_is_streamed_is_cleaned_as_it_is_read(tmp_path: Path, form: str | None, findings: str | None) -> None:
    from cleaner.engines.datasets import clean_dataset

    whole = datasets.Dataset.from_dict({"id": range(len(TEXTS)), "text": TEXTS})
    data = whole.to_iterable_dataset(2).with_format(form)
    clean = clean_dataset(datasets.IterableDatasetDict({"train": data}), FakeModel(), findings=findings)["train"]
    assert clean.features == clean_dataset(whole, FakeModel(), findings=findings).features
    rows = list(clean)
    assert [row["text"] for row in rows] == by_command_line(tmp_path)
    assert type(rows[0]["id"]) is type(next(iter(data))["id"])


def test_a_stream_of_unknown_columns_is_cleaned() -> None:
    from cleaner.engines.datasets import clean_dataset

    data = datasets.IterableDataset.from_generator(lambda: iter([{"text": "AD: x\na"}, {"text": "b"}]))
    assert list(clean_dataset(data, FakeModel())) == [{"text": "a"}, {"text": "b"}]


def test_a_profile_is_another_entry_of_the_cache(tmp_path: Path) -> None:
    from cleaner.engines.datasets import clean_dataset

    folder = save(tmp_path / "model", quiet())
    (tmp_path / "p").write_bytes(encode(Sketch(8)))
    data = datasets.Dataset.from_dict({"text": TEXTS})
    names = {clean_dataset(data, folder, profile=profile)._fingerprint for profile in (None, tmp_path / "p")}
    assert len(names) == 2
