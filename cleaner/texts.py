"""The texts of any input, to be read only: in batches, each with the site that it came from if that is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import NamedTuple, TypeAlias
from urllib.parse import urlsplit

from cleaner.corpus import Fail, Source, decode, read_records
from cleaner.errors import InputError
from cleaner.files import CHUNK, read
from cleaner.jsonl import Fields

NO_SITE = "has no field of a site: leave out --site-field, or count it by itself"

Told: TypeAlias = Callable[[str, int | None, str], None]
"""Is told the path as the user knows it, the record number (None: the whole file) and the reason of what fails."""


class Text(NamedTuple):
    """Hold one text, its site (empty where sites are not asked for), and the number of its record, if it is one."""

    text: str
    site: str
    record: int | None = None


def texts_of(sources: Sequence[Source], text: str, site: str | None, told: Told) -> Iterator[list[Text]]:
    """Yield the texts of a group of text files, or of one file of records, in batches.

    `text` and `site` name the fields of a record; a WET file has the host of its address as site. What cannot be read
    is `told`, and the rest goes on.
    """
    if sources[0].kind == "text":
        yield list(_files(sources, site, told))
        return
    try:
        yield from _records(sources[0], text, site, partial(told, sources[0].shown))
    except InputError as error:
        told(sources[0].shown, None, str(error))


def _records(source: Source, text: str, site: str | None, fail: Fail) -> Iterator[list[Text]]:
    """Yield the texts of a file of records; raise InputError if it is bad."""
    if source.kind == "jsonl":
        for records in read_records(source, Fields(text, site or "id"), fail):
            found = [(record.number, record.text, record.id) for record in records if record.text is not None]
            yield list(_sited(found, site, fail))
    elif source.kind == "parquet":
        yield from _rows(source, text, site, fail)
    else:
        from cleaner.wet import BATCH, records as wet_records  # noqa: I001

        numbered = enumerate(wet_records(source), 1)
        while batch := list(islice(numbered, BATCH)):
            pages = [(n, record.text, record.field(b"warc-target-uri")) for n, record in batch]
            addressed = [(n, page, None if uri is None else uri.decode("utf-8", "replace")) for n, page, uri in pages]
            yield list(_sited([(n, page, uri) for n, page, uri in addressed if page is not None], site, fail))


def site_of(value: str) -> str:
    """Return the site that a name or an address stands for.

    >>> site_of("https://www.Westhaven.example/news/1"), site_of("westhaven.example")
    ('westhaven.example', 'westhaven.example')
    """
    return host_of(value).lower().removeprefix("www.")


def host_of(value: str) -> str:
    """Return the host in an address; what is none, or names none, stands for itself.

    >>> host_of("https://westhaven.example/news/1"), host_of("westhaven.example"), host_of("https://[westhaven")
    ('westhaven.example', 'westhaven.example', 'https://[westhaven')
    """
    try:
        return (urlsplit(value).hostname if "//" in value else None) or value
    except ValueError:  # a bracket that stays open, a character that no host has
        return value


def _files(sources: Sequence[Source], site: str | None, told: Told) -> Iterator[Text]:
    for source in sources:
        try:
            if site:
                raise InputError(NO_SITE)
            yield Text(decode(source, read(source.path)), "")
        except InputError as error:
            told(source.shown, None, str(error))


def _sited(found: Sequence[tuple[int, str, str | int | None]], site: str | None, fail: Fail) -> Iterator[Text]:
    for number, text, name in found:
        if site is None:
            yield Text(text, "", number)
        elif name is None or name == "":
            fail(number, f"no site in the field {site!r}: name the field that holds it with --site-field")
        else:
            yield Text(text, site_of(str(name)), number)


def _rows(source: Source, text: str, site: str | None, fail: Fail) -> Iterator[list[Text]]:
    """Yield the texts of the row groups of a Parquet file."""
    from cleaner.columns import arrow, text_column, texts_of as column_texts  # noqa: I001

    pa = arrow()
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(source.path) as file:
            column = text_column(file.schema_arrow, text)
            sites = None if site is None else text_column(file.schema_arrow, site)
            number = 1
            for batch in file.iter_batches(batch_size=CHUNK >> 10):
                texts = column_texts(batch, column)
                names = [None] * len(texts) if sites is None else column_texts(batch, sites)
                rows = zip(range(number, number + len(texts)), texts, names, strict=True)
                yield list(_sited([(n, page, name) for n, page, name in rows if page is not None], site, fail))
                number += len(texts)
    except (pa.ArrowException, UnicodeDecodeError) as error:  # a damaged name of a column is not UTF-8
        raise InputError(f"is no Parquet file that can be read ({error}): repair or remove it") from error
    except OSError as error:
        raise InputError(f"cannot be read ({error}): repair or remove it") from error
