"""Find clean text to lay out, and headlines to point at, in rows of corpora."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from cleaner.training.annotations import group_of


class Body(NamedTuple):
    """Hold clean text to lay out: paragraphs that are content, with their language and group."""

    id: str
    lang: str
    headline: str | None
    paragraphs: Sequence[str]
    group: str = ""


_CUE = re.compile(
    r"baca juga|baca selengkapnya|simak (?:juga|video)|lihat juga|gambas|advertisement|iklan|scroll|google news|follow|"
    r"whatsapp|subscribe|ikuti kami|ikuti terus|read (?:also|more)|click here|all rights|copyright|©|foto:|"
    r"photo:|editor:|penulis:|http|www\.",
    re.I,
)
_SENTENCE_END = re.compile(r"[.!?。！？।؟…][\"”’')\]]*$")
# A credit that was glued to the caption or the paragraph which follows it, and captions that read as prose.
_GLUED = re.compile(
    r"^\W*(?:dok(?:umentasi)?[.:/]|dok\. |shutterstock|freepik|pixabay|pexels|unsplash|getty ?images|istock|"
    r"ilustrasi\b|(?:afp|reuters|antara|epa|istimewa|instagram|youtube)[/:(]|tangkapan layar|"
    r"[\w-]+\.(?:com|id|co\.id|net)/)|"
    r"\((?:dok|foto|photo|ist|istimewa|credit|sumber foto)\b[^()]*\)\W*$|\bpic\.twitter|(?:telah|lebih dulu) tayang di",
    re.I,
)
_PUBLISHER = re.compile(r"^.{0,50}\.(?:com|co|id|net|my|org)\b|^.{0,60}\([^)]{2,30}\)\s*[-–—]", re.I)


def bodies_from(rows: Iterable[Mapping[str, Any]]) -> Iterator[Body]:
    """Take bodies from rows of paragraphs, of scraped articles, or of typed gold.

    Rows with "paragraphs" are taken as they are. Rows with "text" and "spans" give their content lines. Rows with
    "text" alone are not annotated: only long lines that end as sentences do and bear no cue of furniture are taken.
    """
    for row in rows:
        title = _mended(str(row.get("title") or "")).replace("_", " ") or None
        if "paragraphs" in row:
            paragraphs = [str(paragraph) for paragraph in row["paragraphs"]]
        elif "spans" in row:
            paragraphs = _content_lines(str(row["text"]), row["spans"])
            title, paragraphs = _headed(title, paragraphs)
        elif row.get("flat") or row.get("glued") or row.get("fragmented"):
            continue
        else:
            lines = str(row["text"]).split("\n")
            paragraphs = [line.strip() for line in lines if _is_paragraph(line)]
            if not title and lines and _is_headline(lines[0]):
                title = lines[0].strip()
        paragraphs = [text for text in map(_mended, paragraphs) if text]
        if paragraphs:
            yield Body(str(row.get("id", "")), str(row.get("lang") or "und"), title, tuple(paragraphs), group_of(row))


def _mended(text: str) -> str:
    """Take out what tables of texts leave behind: byte order marks, doubled quotes, end signs."""
    text = text.replace("\ufeff", "").strip()
    if '""' in text:
        text = text.removeprefix('"').replace('""', '"')
    return text.removesuffix("##").rstrip()


def _content_lines(text: str, spans: Iterable[Sequence[Any]]) -> list[str]:
    marked = sorted((int(start), int(stop)) for start, stop, *_ in spans)
    lines: list[str] = []
    at = 0
    for line in text.split("\n"):
        if line.strip() and not any(start < at + len(line) and stop > at for start, stop in marked):
            lines.append(line.strip())
        at += len(line) + 1
    return lines


def _headed(title: str | None, lines: list[str]) -> tuple[str | None, list[str]]:
    if not title and len(lines) > 2 and _is_headline(lines[0]):
        return lines[0], lines[1:]
    return title, lines


def _is_headline(line: str) -> bool:
    line = line.strip()
    return 25 <= len(line) <= 110 and line[-1] not in ".,:;" and not _CUE.search(line) and not _PUBLISHER.search(line)


def _is_paragraph(line: str) -> bool:
    line = line.strip()
    if len(line) < 80 or line[0] in ",.;:)" or line[0].islower() or not _SENTENCE_END.search(line):
        return False
    return not _CUE.search(line) and not _PUBLISHER.search(line) and not _GLUED.search(line)


_READ_ALSO = re.compile(
    r"^\W*(?:baca juga|baca|simak juga|lihat juga|read also|also read|read more|lire aussi|lea también|leia também|"
    r"lees ook|läs också|lue myös|читайте также|mehr zum thema)\s*[:|]\s*",
    re.I,
)


def headlines_from(rows: Iterable[Mapping[str, Any]]) -> dict[str, tuple[str, ...]]:
    """Collect written headlines by language: titles, headlines of short content, and what read-also lines point at."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for row in rows:
        lang = str(row.get("lang") or "und")
        candidates = [_mended(str(row["title"]))] if row.get("title") else []
        if row.get("genre") == "headline":
            candidates.append(_mended(str(row["text"])))
        elif "text" in row and not row.get("flat"):
            lines = str(row["text"]).split("\n")
            for number, line in enumerate(lines):
                cue = _READ_ALSO.match(line)
                if cue:
                    rest = line[cue.end() :].strip()
                    candidates.append(rest if rest or number + 1 == len(lines) else lines[number + 1].strip())
        found[lang].update(dict.fromkeys(text.strip() for text in candidates if 20 <= len(text.strip()) <= 130))
    return {lang: tuple(found[lang]) for lang in sorted(found) if found[lang]}
