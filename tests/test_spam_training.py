"""Training the finder of injected spam: the same arrays for the same texts, and they find what they were shown."""

import random

import numpy as np
import pytest
from sklearn.ensemble import HistGradientBoostingClassifier

from cleaner.batch import Batch
from cleaner.clues import CLUES
from cleaner.injected import Injected
from cleaner.training.forest import COMMON, PHRASE, SURER, fit_trees, nodes_of, together
from cleaner.training.inject import inject, made_up_brands
from cleaner.training.said import UNSEEN, counted, said
from cleaner.training.spam import fit, glued, half
from cleaner.training.tallies import Clean
from cleaner.trees import SCALE, Trees

SAID = (
    "the mayor of westhaven opened a new bridge on monday morning and nobody had hoped for more than that said she "
    "because old ferries were slow while children sang by harbour wall until rain came over hills from north sea"
)
WORDS = SAID.split()


def clean_documents(count: int) -> list[Clean]:
    rng = random.Random(3)
    return [
        Clean(
            "\n".join(" ".join(rng.choices(WORDS, k=14)).capitalize() + "." for _ in range(6)), "en", f"paper {n % 9}"
        )
        for n in range(count)
    ]


def test_halves_are_the_same_in_every_process() -> None:
    assert [half(name) for name in ("a", "b", "c", "d")] == [half(name) for name in ("a", "b", "c", "d")]
    assert {half(f"paper {n}") for n in range(9)} == {0, 1}


def test_gluing_loses_spaces_only() -> None:
    text = clean_documents(1)[0].text
    assert glued(text, random.Random(1)).replace(" ", "") == text.replace(" ", "")


def test_only_sentences_whose_words_were_counted_are_taken_out_of_the_counts() -> None:
    known = {document.text.lower() for document in counted()}
    sentences = list(said())
    assert all(counted == (document.text.lower() in known) for document, counted in sentences)
    assert {counted for _, counted in sentences} == {True, False}
    assert not {document.text for document, _ in sentences} & set(UNSEEN)


def test_phrases_of_common_words_must_be_surer() -> None:
    rng = np.random.default_rng(3)
    rows, spam = rng.normal(size=(300, len(CLUES))), rng.random(300) < 0.5
    lure, known = CLUES.index("lure_most"), CLUES.index("known_least")
    rows[:, [lure, known]] = 0  # nothing to learn from them
    trees = Trees(fit_trees(rows, np.stack([spam, spam], axis=1).astype(np.int8), np.ones(300), 7, lambda *_: None))
    given = rows[:20].astype(np.float32)
    for lured, common, less in ((PHRASE, COMMON, round(SURER * SCALE)), (PHRASE, 0, 0), (0, COMMON, 0)):
        other = given.copy()
        other[:, lure], other[:, known] = lured, common
        assert (trees.scores(given) - trees.scores(other)).tolist() == [[0, less]] * 20


def test_trees_say_what_their_teacher_says() -> None:
    """Arrays hold each number in few bytes: the log-odds are those of scikit-learn up to the rounding of the leaves."""
    rng = np.random.default_rng(5)
    rows = np.round(rng.normal(size=(400, len(CLUES))), 2)
    model = HistGradientBoostingClassifier(max_iter=20, max_leaf_nodes=96, min_samples_leaf=3).fit(rows, rows[:, 1] > 0)
    found = Trees(together([nodes_of(model)] * 2)).scores(rows.astype(np.float32)) / SCALE
    assert np.abs(found - model.decision_function(rows.astype(np.float32))[:, None]).max() < 0.02


@pytest.mark.parametrize(("name", "value"), [("right", 256), ("value", 1 << 15)])
def test_trees_that_do_not_fit_are_refused(name: str, value: int) -> None:
    leaf = {key: np.zeros(1, np.int64) for key in ("column", "threshold", "right", "value", "root", "base", "depth")}
    with pytest.raises(ValueError, match="fit smaller trees"):
        together([leaf | {name: np.array([value])}])


@pytest.mark.slow
def test_a_fit_finds_unseen_names_and_is_the_same_twice() -> None:
    documents = clean_documents(240)
    first, second = (fit(documents, copies=1) for _ in range(2))
    assert first.keys() == second.keys()
    assert all(np.array_equal(first[name], second[name]) for name in first)
    finder = Injected(first)
    found = clean = 0
    for number, document in enumerate(documents[:40]):
        brand = made_up_brands(1, random.Random(1000 + number))
        made = inject(document.text, brand, ["play slots"], random.Random(number), 1, ("token",))
        (injection,) = made.injections
        batch, plain = Batch.of([made.text]), Batch.of([document.text])
        spans = finder.find(batch, list(range(len(batch.lines))), 0.8)
        offsets = np.cumsum([0, *(len(line) + 1 for line in batch.lines)])
        found += any(int(offsets[s.line]) + s.start == injection.start for s in spans)
        clean += len(finder.find(plain, list(range(len(plain.lines))), 0.8))
    assert found >= 30
    assert clean == 0
