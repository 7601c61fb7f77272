"""Training the finder of injected spam: the same arrays for the same texts, and they find what they were shown."""

import random

import numpy as np
import pytest

from cleaner.batch import Batch
from cleaner.injected import Injected
from cleaner.training.honest import HONEST
from cleaner.training.inject import inject, made_up_brands
from cleaner.training.said import UNSEEN, said
from cleaner.training.spam import fit, glued, half
from cleaner.training.tallies import Clean

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
    known = {text.lower() for own in HONEST.values() for text in own}
    sentences = list(said())
    assert all(counted == (document.text.lower() in known) for document, counted in sentences)
    assert {counted for _, counted in sentences} == {True, False}
    assert not {document.text for document, _ in sentences} & set(UNSEEN)


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
