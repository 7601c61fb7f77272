"""What the press of the archipelago lays out: right labels, no signs of templates, varied, the same for a seed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from cleaner.training.article import article_body, contents_of
from cleaner.training.asides import details, farewell, posts, steps
from cleaner.training.blocks import Block, Line
from cleaner.training.channels import ad_mark, channel_call, imprint, inline_call, phone
from cleaner.training.decoys import decoy, goodbye
from cleaner.training.keywords import keywords
from cleaner.training.locales import Locale
from cleaner.training.phrasebook import PhraseBook
from cleaner.training.pictures import credited, embedded, picture, pictures
from cleaner.training.pointers import onward, pointed, trailing
from cleaner.training.prefixes import opened
from cleaner.training.signatures import end_mark, initials, signature
from cleaner.training.site import Site, Source
from cleaner.training.spin import joined
from cleaner.training.texture import typeset

PARAGRAPHS = (
    "Warga Desa Melati di Kabupaten Serayu mulai memanen padi sejak Senin lalu, kata Kepala Desa Sutarno.",
    "Hasil panen tahun ini naik karena Bendungan Kali Anyar mengairi sawah sepanjang musim kemarau. Petani senang.",
    "Pemerintah daerah berjanji membeli gabah dengan harga Rp 6.500 per kilogram. Aturannya terbit pekan depan.",
)
TITLES = [f"Harga Cabai di Pasar Kenanga Naik {number} Persen Jelang Lebaran" for number in range(30)]
BLOCKS: dict[str, tuple[Callable[[Site], Block], str | None]] = {
    "channel_call": (channel_call, "promotion"),
    "ad_mark": (ad_mark, "promotion"),
    "imprint": (imprint, "footer"),
    "picture": (picture, "caption"),
    "pictures": (pictures, "caption"),
    "embedded": (embedded, "caption"),
    "pointed": (pointed, "related"),
    "onward": (onward, "navigation"),
    "signature": (signature, "credit"),
    "keywords": (keywords, "metadata"),
    "decoy": (decoy, None),
    "goodbye": (goodbye, None),
}
SIGNS = re.compile(r"[{}\x00-\x08\x0b-\x1f]|\|\||\[\w+\|")


@pytest.fixture(scope="module")
def book() -> PhraseBook:
    return PhraseBook.load(Path(__file__).parent.parent / "data" / "phrases")


def site(book: PhraseBook, seed: int, lang: str = "id") -> Site:
    others = Source(TITLES, ["Ia berharap harga tetap."], TITLES)
    return Site(book, Random(seed), lang, lang, lang, PARAGRAPHS, "Panen di Desa Melati Naik", others, True)


@pytest.mark.parametrize("lang", ["id", "ms"])
@pytest.mark.parametrize("name", list(BLOCKS))
def test_every_block_has_one_label_and_no_template_signs(book: PhraseBook, name: str, lang: str) -> None:
    lay_out, label = BLOCKS[name]
    seen: Counter[str] = Counter()
    for seed in range(300):
        block = lay_out(site(book, seed, lang))
        assert block.lines
        for line in block.lines:
            assert line.label == label
            assert line.text.strip()
            assert not SIGNS.search(joined(line.text)), line.text
            assert "\n" not in line.text
            seen[line.text] += 1
        assert block == lay_out(site(book, seed, lang))
    assert len(seen) > (8 if name in ("onward", "goodbye") else 100)
    assert seen.most_common(1)[0][1] < 90


def test_a_site_keeps_to_its_call_and_its_pointer(book: PhraseBook) -> None:
    for seed in range(50):
        one = site(book, seed)
        assert channel_call(one).lines[0] == channel_call(one).lines[0]
        assert phone(one)


@pytest.mark.parametrize("make", [trailing, credited])
def test_what_closes_a_paragraph_is_a_span_to_its_end(book: PhraseBook, make: Callable[[Site, str], Line]) -> None:
    for seed in range(200):
        line = make(site(book, seed), PARAGRAPHS[0])
        assert line.label is None
        ((start, stop, label),) = line.spans
        assert (line.text[:start], stop) == (PARAGRAPHS[0], len(line.text))
        assert label == ("related" if make is trailing else "caption")


def test_a_publishers_prefix_is_credit_however_it_is_torn(book: PhraseBook) -> None:
    shapes = set()
    for seed in range(400):
        blocks = opened(site(book, seed), PARAGRAPHS[0])
        lines = [line for block in blocks for line in block.lines]
        assert lines[-1].label is None
        assert lines[-1].text.endswith(PARAGRAPHS[0])
        assert all(line.label == "credit" for line in lines[:-1])
        assert [block.role for block in blocks[:-1]] == ["closing"] * (len(blocks) - 1)
        # What stands before the paragraph in its own line is a span, but for a dash that tore off with nothing else.
        before = lines[-1].text[: -len(PARAGRAPHS[0])]
        covered = sum(stop - start for start, stop, _ in lines[-1].spans)
        assert covered == len(before) or (len(lines) > 1 and len(before) <= 3)
        shapes.add((len(lines), bool(lines[-1].spans)))
    assert shapes >= {(1, True), (2, True), (2, False), (3, False)}


def test_calls_are_torn_at_their_links_or_left_whole(book: PhraseBook) -> None:
    ways = set()
    for seed in range(300):
        block = channel_call(site(book, seed))
        text, spans = typeset([block], Random(seed), False)
        assert "\x0e" not in text and "\x0f" not in text
        assert all(label == "promotion" for _, _, label in spans)
        ways.add(text.count("\n") >= len(block.lines))
    assert ways == {True, False}


def test_marks_of_links_go_from_flattened_text_too(book: PhraseBook) -> None:
    blocks = [Block("body", [Line(PARAGRAPHS[0])]), channel_call(site(book, 4)), pointed(site(book, 4))]
    for seed in range(200):
        text, _ = typeset(blocks, Random(seed), False)
        assert "\x0e" not in text and "\x0f" not in text


@pytest.mark.parametrize("lang", ["id", "ms"])
def test_asides_are_worded_in_full(book: PhraseBook, lang: str) -> None:
    for make in (steps, farewell, posts, details):
        for seed in range(300):
            assert not any(SIGNS.search(text) for text in make(site(book, seed, lang)))


def test_last_words_are_not_furniture(book: PhraseBook) -> None:
    labels = Counter(
        line.label for seed in range(200) for block in article_body(site(book, seed)) for line in block.lines
    )
    assert labels[None] > sum(count for label, count in labels.items() if label)


def test_a_contents_list_repeats_its_headings(book: PhraseBook) -> None:
    heads = [Line(f"{number}. Warung Kenanga {number}") for number in range(1, 6)]
    lengths = set()
    for seed in range(200):
        block = contents_of(site(book, seed), heads)
        assert all(line.label == "navigation" for line in block.lines)
        lengths.add(len(block.lines))
    assert max(lengths) >= 15


def test_initials_and_end_marks(book: PhraseBook) -> None:
    assert all(re.search(r"[a-zA-Z]", initials(site(book, seed))) for seed in range(100))
    marks = {end_mark(site(book, seed)) for seed in range(300)}
    assert len(marks) > 60 and all(mark.strip() for mark in marks)
    assert all("\x0e" not in inline_call(site(book, seed)) for seed in range(100))


@pytest.mark.parametrize("lang", ["id", "ms"])
def test_names_are_of_many_shapes(lang: str) -> None:
    locale, rng = Locale(lang), Random(1)
    names = [locale.name(rng) for _ in range(2000)]
    assert len(set(names)) > 1500
    words = Counter(len(name.split(" ")) for name in names)
    assert words[2] > words[3] > words[1] > 50
