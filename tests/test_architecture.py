"""A file imports only from files above it in this list, so no circle can exist; a new file must be entered here."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import cleaner
from cleaner.model import Model

HOUSE = Path(cleaner.__file__).parent

LAYERS = {
    "ground": ["taxonomy", "errors", "globs", "lazy"],
    "vocabulary": ["document", "settings"],
    "trades": [
        "batch",
        "quiet",
        "compiled",
        "ngrams",
        "shape",
        "disguise",
        "tokens",
        "grams",
        "lexicon",
        "trees",
        "window",
        "evidence",
        "recurrence",
        "context",
        "torn",
        "alike",
        "network",
        "memory",
        "phrases",
        "trim",
        "edges",
        "inlays",
        "patterns",
        "rules",
        "shield",
        "tables",
        "malay",
        "decide",
        "calibration",
        "sketch",
        "repetition",
        "headlines",
        "marks",
        "suspects",
        "teasers",
        "trims",
        "candidates",
        "clues",
        "mentions",
        "layout",
        "injected",
        "cuts",
        "patch",
        "report",
    ],
    "walk": ["draft", "clean"],
    "model": ["stage1", "packing", "profile", "judge", "reader", "model"],
    "doors": [
        "formats",
        "compression",
        "files",
        "jsonl",
        "exclude",
        "config",
        "corpus",
        "options",
        "printers",
        "baseline",
        "changed",
        "choice",
        "record",
        "changelog",
        "dolma",
        "output",
        "run",
        "columns",
        "parquet",
        "wet",
        "texts",
        "dispatch",
        "shards",
        "manifest",
        "parts",
        "folder",
        "progress",
        "job",
        "profiling",
        "check",
        "lint",
        "undo",
        "engines",
        "training",
    ],
    "top": ["__init__", "cli", "__main__"],
}
ORDER = [name for layer in LAYERS.values() for name in layer]
NUMPY_FREE = [
    "cleaner",
    "cleaner.document",
    "cleaner.settings",
    "cleaner.undo",
    "cleaner.run",
    "cleaner.job",
    "cleaner.check",
]
HEAVY = ("sklearn", "scipy", "joblib", "pyarrow", "tqdm", "matplotlib", "zstandard")


def files() -> list[Path]:
    return sorted(path for path in HOUSE.rglob("*.py"))


def room(path: Path) -> str:
    parts = path.relative_to(HOUSE).with_suffix("").parts
    return parts[0]


def imports(path: Path) -> set[str]:
    """Return the rooms that a file imports, also inside functions; what only type checkers see does not count."""
    tree = ast.parse(path.read_text("utf-8"))
    hidden = {
        child
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        for child in ast.walk(node)
    }
    found = set()
    for node in ast.walk(tree):
        if node in hidden:
            continue
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names = [f"{node.module}.{alias.name}" for alias in node.names] if node.module == "cleaner" else []
            names += [node.module or ""]
        else:
            continue
        for name in names:
            parts = name.split(".")
            if parts[0] == "cleaner" and len(parts) > 1 and parts[1] in {room(path) for path in files()}:
                found.add(parts[1])
    return found


@pytest.mark.parametrize("path", files(), ids=lambda path: str(path.relative_to(HOUSE)))
def test_a_file_imports_only_from_lower_ones(path: Path) -> None:
    name = room(path)
    assert name in ORDER, f"enter {name} in LAYERS"
    too_high = {other for other in imports(path) - {name} if ORDER.index(other) > ORDER.index(name)}
    assert not too_high


def test_the_list_names_only_files_that_exist() -> None:
    assert set(ORDER) <= {room(path) for path in files()}


@pytest.mark.parametrize("path", files(), ids=lambda path: str(path.relative_to(HOUSE)))
def test_only_training_and_engines_import_scikit_learn(path: Path) -> None:
    if room(path) not in ("training", "engines"):
        source = path.read_text("utf-8")
        assert "import sklearn" not in source
        assert "from sklearn" not in source


@pytest.mark.parametrize("path", files(), ids=lambda path: str(path.relative_to(HOUSE)))
def test_lines_end_at_newlines_only(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    called = {node.func.attr for node in ast.walk(tree) if isinstance(node, ast.Call) and hasattr(node.func, "attr")}
    assert "splitlines" not in called


def modules_after(code: str) -> set[str]:
    """Return the modules that a fresh interpreter has loaded after running `code`."""
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint(*sys.modules, file=sys.stderr)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stderr.split())


@pytest.mark.parametrize("module", NUMPY_FREE)
def test_importing_is_cheap(module: str) -> None:
    loaded = modules_after(f"import {module}")
    assert not loaded & {"numpy", "regex", *HEAVY}


@pytest.mark.parametrize(
    "argv", [["--help"], ["clean", "--help"], ["check", "--help"], ["config"], ["labels"], ["--version"]]
)
def test_help_imports_not_even_numpy(argv: list[str]) -> None:
    loaded = modules_after(f"from cleaner.cli import main\nmain({argv})")
    assert not loaded & {"numpy", "regex", *HEAVY}


@pytest.mark.parametrize("name", ["12_clean_harbour_essay.txt", "01_banjir_sungai.txt", "20_records.jsonl"])
def test_looking_at_a_small_file_imports_little(name: str, shipped: Model) -> None:
    """`numpy.ma` alone would take as long as a third of numpy: `np.isin` and `np.unique` import it.

    Patterns are compiled when they are used: on a clean text, none is.
    """
    example = HOUSE.parent / "data" / "examples" / name
    if not example.exists():
        pytest.skip("not a checkout")
    loaded = modules_after(f"from cleaner.cli import main\nmain(['check', '--no-config', {str(example)!r}])")
    assert "numpy" in loaded
    assert ("regex" in loaded) == ("clean" not in name)
    assert not loaded & {"numpy.ma", "numpy.random", "asyncio", "subprocess", "logging", *HEAVY}


def test_the_public_names_are_there() -> None:
    assert set(cleaner.__all__) <= set(dir(cleaner))
    assert cleaner.restore("ab", (), ()) == "ab"
    assert cleaner.Label.SPAM == "spam"
    with pytest.raises(AttributeError):
        cleaner.nothing  # noqa: B018


def test_no_file_takes_the_name_of_a_public_function() -> None:
    """Importing such a file would put the module in the function's place."""
    assert not {room(path) for path in files()} & set(cleaner.__all__)


def test_the_version_is_that_of_the_project() -> None:
    import tomllib

    project = HOUSE.parent / "pyproject.toml"
    if not project.exists():
        pytest.skip("not a checkout")
    assert tomllib.loads(project.read_text("utf-8"))["project"]["version"] == cleaner.__version__
