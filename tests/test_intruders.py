"""Lines of spam in training: all of them marked, none of them held back, and honest lines beside them that stay."""

from cleaner.training.annotations import line_labels
from cleaner.training.bodies import Body
from cleaner.training.intruders import spiked
from cleaner.training.lures import LINES, PHRASES, UNSEEN_LINES
from cleaner.training.said import READ, UNSEEN, UNSEEN_TRADE

PARAGRAPHS = {
    "en": [
        "The mayor opened the new bridge in Westhaven on Monday.",
        "It took three years to build and nobody knows why.",
    ],
    "de": [
        "Die Bürgermeisterin hat am Montag die neue Brücke eröffnet.",
        "Drei Jahre lang wurde an ihr gebaut, sagt sie.",
    ],
    "zh": ["市长星期一早上打开了西港的新桥梁，没有人知道该说什么。"],
    "gl": ["A alcaldesa abriu a nova ponte de Westhaven o luns pola mañá."],
}
BODIES = [Body(lang, lang, None, paragraphs, f"{lang}.example") for lang, paragraphs in PARAGRAPHS.items()]
DOCUMENTS = list(spiked(BODIES, "seed", 300))


def test_the_same_seed_gives_the_same_documents() -> None:
    assert list(spiked(BODIES, "seed", 300)) == DOCUMENTS
    assert list(spiked(BODIES, "other", 300)) != DOCUMENTS


def test_all_but_the_body_and_honest_lines_is_marked() -> None:
    honest = {form(text) for _, text in READ for form in (str, str.title, str.upper)}
    own = {paragraph for body in BODIES for paragraph in body.paragraphs}
    seen = set()
    for document in DOCUMENTS:
        for line, label in zip(document.text.split("\n"), line_labels(document), strict=True):
            assert label in ("content", "spam", None)
            assert (line in own or line in honest) == (label == "content"), line
            seen.add((document.lang, label))
    assert {(lang, label) for lang in PARAGRAPHS for label in ("content", "spam")} <= seen


def test_what_is_kept_for_measuring_is_in_no_training() -> None:
    unseen = [line for lines in UNSEEN_LINES.values() for line in lines]
    assert len(unseen) > 150
    assert not set(unseen) & {line for lines in LINES.values() for line in lines}
    text = "\n".join(document.text for document in DOCUMENTS)
    assert not [line for line in unseen if "{" not in line and line in text]
    assert not [sentence for sentence in (*UNSEEN, *UNSEEN_TRADE) if sentence in text]


def test_texts_of_spam_have_a_language_and_known_blanks_only() -> None:
    for book in (PHRASES, LINES, UNSEEN_LINES):
        for lang, texts in book.items():
            assert lang.replace("-", "").isalpha() and lang == lang.lower()
            assert len(set(texts)) == len(texts)
            for text in texts:
                assert text == text.strip()
                assert "{" not in text.replace("{b}", "").replace("{p}", "").replace("{y}", "")
