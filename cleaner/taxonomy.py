"""The labels: what a line or a span of extracted text can be. Defined here and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Label(StrEnum):
    """Name what a piece of text is. The order is the order of the model's columns."""

    CONTENT = "content"
    SPAM = "spam"
    CAPTION = "caption"
    RELATED = "related"
    PROMOTION = "promotion"
    COMMENT = "comment"
    NAVIGATION = "navigation"
    METADATA = "metadata"
    CREDIT = "credit"
    FOOTER = "footer"

    __hash__ = str.__hash__  # that of Enum is slow, and not that of the equal string


@dataclass(frozen=True, slots=True)
class Definition:
    """Say what a label means, with an example and a near miss that is something else."""

    label: Label
    meaning: str
    example: str
    near_miss: str


DEFINITIONS: tuple[Definition, ...] = (
    Definition(
        Label.CONTENT,
        "what the author wrote for the reader: headline, sub-heading, paragraph, quotation, list of facts",
        "What happens to the harbour now?",
        "the same headline a second time, as a link (navigation)",
    ),
    Definition(
        Label.SPAM,
        "promotion that a third party injected: gambling, pharma, adult, loans, essay mills, replicas, link farms",
        "The mayor of ZUPATOGEL Westhaven opened the bridge.",
        "an article about gambling (content); the publisher's own advertising (promotion)",
    ),
    Definition(
        Label.CAPTION,
        "text that belongs to a picture, video or audio: captions, photo credits, alt text, placeholders",
        "A ferry leaves Westhaven on Monday. (Photo: Harbour Press/I. Marl)",
        "a paragraph that describes a photo in running prose (content)",
    ),
    Definition(
        Label.RELATED,
        "pointers to other pages: read-also lines, lists of other headlines, most read, next and previous article",
        "Read also: Five bridges that changed the coast",
        "a sentence that cites another report (content)",
    ),
    Definition(
        Label.PROMOTION,
        "the publisher's own calls: follow, share, subscribe, newsletter, app, donate, paywall, ad markers",
        "Follow the Westhaven Courier on WhatsApp",
        "a call to action that is the topic of the text (content)",
    ),
    Definition(
        Label.COMMENT,
        "the comment section: forms, counters, reply links, readers' comments below an article",
        "Your e-mail address will stay hidden. Required fields are marked *",
        "posts of a forum thread (content)",
    ),
    Definition(
        Label.NAVIGATION,
        "menus, breadcrumbs, section names, pagination, search, login, contents lists, tag clouds as links",
        "Home > Region > Westhaven",
        "a sub-heading of the text (content)",
    ),
    Definition(
        Label.METADATA,
        "facts about the page: date, time, tags, categories, reading time, view and share counts",
        "Posted on 3 March 2031 | 4 min read",
        "a date inside a sentence (content)",
    ),
    Definition(
        Label.CREDIT,
        "who made the text: byline, reporter, editor, initials, source, publisher prefix or suffix, end mark",
        "COURIER.EXAMPLE - The mayor opened the bridge.(***)",
        "a place dateline alone, or a source named in a sentence (content)",
    ),
    Definition(
        Label.FOOTER,
        "copyright, legal, privacy and cookie notices, disclaimers, contact and address blocks, technical notices",
        "© 2031 Westhaven Courier. All rights reserved.",
        "a law quoted in an article (content)",
    ),
)

LABELS: tuple[Label, ...] = tuple(Label)
FURNITURE: tuple[Label, ...] = LABELS[1:]
"""Every label that can be removed: all but content."""
