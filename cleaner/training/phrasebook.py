"""Hold the phrase books: what pages say, by language, label and role.

A phrase has a label, and a role that its placeholders and length give away: a pointer to a headline, the heading of
a block, a byline, an end mark. Roles need no knowledge of the language, so every language gets them.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from cleaner.errors import AnnotationError
from cleaner.taxonomy import FURNITURE

_words = str.split
PLACEHOLDERS = _words("headline site name date time place n tag section url year agency brand")
SPAN_LABELS = ("span-credit-prefix", "span-credit-suffix", "span-related-inline", "span-promotion-inline")
PHRASE_LABELS = frozenset((*map(str, FURNITURE), "content-short", *SPAN_LABELS))
_SLOT = re.compile(r"\{([a-z]+)\}")
_SECTION = re.compile(r"[^\W\d_]+(?: (?:& )?[^\W\d_]+)?")
_CLOSING = ".,;:!。।”»」"
_LETTER = re.compile(r"[^\W\d_]")
_AD = re.compile(
    r"advert|adverti|iklan|scroll|sponsor|annon[sc]e|anzeige|werbung|publicit|publicid|anuncio|pubblicit|mainos|"
    r"reklam|реклам|إعلان|広告|广告|廣告|광고|quảng cáo|โฆษณา|विज्ञापन|διαφήμι|פרסומת|تبلیغ",
    re.I,
)
_SHARE = re.compile(
    r"facebook|twitter|whatsapp|telegram|pinterest|linkedin|tweet|share|bagi|kongsi|teilen|partag|compart|condivid|"
    r"dela|jaa|del på|udostęp|sdíle|paylaş|подели|شارك|シェア|分享|공유|chia sẻ|แชร์|शेयर|κοινο|שתף",
    re.I,
)
_MORE = re.compile(
    r"\b(?:read|view|see|show|more|full|continue|learn)\b|selengkap|lanjut|baca lebih|seterusnya|weiter|"
    r"lire|suite|leer|leia|ver m|leggi|lees|läs|lue |les mer|læs|więcej|czytaj|více|devam|tovább|citește|"
    r"подроб|читать|детал|المزيد|ادامه|続き|全文|详|詳|更多|더보기|xem thêm|อ่าน|पढ़|περισσότ|קרא",
    re.I,
)
Template = tuple[str, ...]
"""Literal text and placeholder names in turn: `("Read also: ", "headline", "")`."""


def role_of(label: str, text: str) -> str:
    """Say what part a phrase plays in a page, from its placeholders, length and signs.

    >>> role_of("related", "Read also: {headline}"), role_of("related", "* {headline}"), role_of("related", "Seen now")
    ('pointer', 'item', 'heading')
    """
    slots = set(_SLOT.findall(text))
    bare = _SLOT.sub("", text)
    match label:
        case "related":
            if "headline" in slots:
                return "pointer" if _LETTER.search(bare) else "item"
            return "more" if len(bare) <= 32 and _MORE.search(bare) else "heading" if len(bare) <= 40 else ""
        case "metadata":
            if "tag" in slots or "#" in bare:
                return "tags"
            if slots & {"date", "time", "year"} or re.search(r"\d{4}|\d[.:/]\d\d", bare):
                return "date"
            return "count" if "n" in slots or re.search(r"\d", bare) else "fact"
        case "credit":
            if bare[:1] in "([*（【—-/" or (len(bare.strip()) <= 5 and not slots):
                return "mark"
            return "byline" if "name" in slots else "source"
        case "caption":
            return "credited" if slots & {"name", "headline", "agency", "place", "site"} else "placeholder"
        case "promotion":
            if _AD.search(bare):
                return "ad"
            return "share" if len(bare) <= 40 and _SHARE.search(bare) else "call"
        case "navigation":
            if slots & {"section", "headline"} or re.search(r"[>»›/|→]", bare):
                return "crumb"
            return "pages" if re.search(r"\d", bare) or "n" in slots else "menu" if len(bare) <= 24 else "button"
        case "comment":
            return "count" if "n" in slots or re.search(r"\d", bare) else "entry" if "name" in slots else "form"
        case "footer":
            if "year" in slots or "©" in bare:
                return "copyright"
            return "legal" if len(bare) > 60 else "links"
        case "content-short":
            heading = 8 <= len(text) <= 60 and text[0].isalpha() and not text[0].islower() and text[-1] not in _CLOSING
            return "heading" if heading and not re.search(r"\d", text) else "fact"
        case "span-credit-suffix":
            return "mark" if bare.strip()[:1] in "([*（【/—" or "site" not in slots else "title"
    return ""


class PhraseBook:
    """Hold the phrases of all languages by kind (news or pages), label and role.

    >>> book = PhraseBook({("en", "news"): [("related", "Read also: {headline}")]})
    >>> book.phrases("en", "news", "related", "pointer")
    [('Read also: ', 'headline', '')]
    """

    def __init__(self, rows: Mapping[tuple[str, str], Sequence[tuple[str, str]]]) -> None:
        self._phrases: dict[tuple[str, str], dict[tuple[str, str], list[Template]]] = {}
        for key in sorted(rows):
            by_role: dict[tuple[str, str], list[Template]] = defaultdict(list)
            for label, text in rows[key]:
                template = tuple(_SLOT.split(text))
                by_role[label, ""].append(template)
                role = role_of(label, text)
                if role:
                    by_role[label, role].append(template)
            self._phrases[key] = dict(by_role)
        self.languages = tuple(sorted({lang for lang, _ in rows}))
        self.sections = {lang: self._section_names(lang) for lang in self.languages}

    @classmethod
    def load(cls, folder: str | Path, part: tuple[int, int] | None = None) -> PhraseBook:
        """Read `<lang>.tsv` and `<lang>.pages.tsv` of a folder; raise AnnotationError naming file, line and remedy.

        `part` (k, n) keeps one of n disjoint parts of the phrases: those whose crc32(label TAB text) % n is k, so that
        the folds of an experiment can see different phrases.
        """
        if part is not None and not 0 <= part[0] < part[1]:
            raise AnnotationError(f"part {part}: no such part of the phrases: give (k, n) with 0 <= k < n")
        rows: dict[tuple[str, str], list[tuple[str, str]]] = {}
        for path in sorted(Path(folder).glob("*.tsv")):
            lang, _, kind = path.name.removesuffix(".tsv").partition(".")
            found = _read_phrases(path)
            rows[lang, kind or "news"] = [row for row in found if part is None or _in_part(row, *part)]
        if not rows:
            raise AnnotationError(
                f"{folder}: no phrase books (*.tsv) in it: give the folder that holds id.tsv, en.tsv ..."
            )
        return cls(rows)

    def phrases(self, lang: str, kind: str, label: str, role: str = "") -> list[Template]:
        """List templates, falling back from role to label and from pages to news."""
        for kind_ in (kind, "news"):
            found = self._phrases.get((lang, kind_), {})
            for role_ in (role, ""):
                if found.get((label, role_)):
                    return found[label, role_]
        return []

    def _section_names(self, lang: str) -> list[str]:
        names = [template[0] for template in self.phrases(lang, "news", "navigation", "menu") if len(template) == 1]
        return [name for name in names if len(name) <= 18 and _SECTION.fullmatch(name)][:40]


def _in_part(row: tuple[str, str], part: int, parts: int) -> bool:
    return zlib.crc32("\t".join(row).encode()) % parts == part


def _read_phrases(path: Path) -> list[tuple[str, str]]:
    rows: list[tuple[str, str]] = []
    try:
        content = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise AnnotationError(f"{path}: cannot be read as UTF-8 text ({error}): mend the file") from None
    for number, line in enumerate(content.split("\n"), 1):
        if not line.strip() or line.startswith("# "):
            continue
        label, tab, text = line.partition("\t")
        if not tab or not text.strip():
            raise AnnotationError(f"{path}:{number}: no phrase after the label: write label<TAB>text")
        if label not in PHRASE_LABELS:
            raise AnnotationError(
                f"{path}:{number}: unknown label {label!r}: use one of {', '.join(sorted(PHRASE_LABELS))}"
            )
        for slot in _SLOT.findall(text):
            if slot not in PLACEHOLDERS:
                raise AnnotationError(
                    f"{path}:{number}: unknown placeholder {{{slot}}}: use one of {', '.join(PLACEHOLDERS)}"
                )
        rows.append((label, text))
    return rows


def fill(template: Template, fillers: Mapping[str, Callable[[], str]]) -> str:
    """Put made-up values in the placeholders of a template."""
    if len(template) == 1:
        return template[0]
    return "".join(fillers[part]() if index % 2 else part for index, part in enumerate(template))
