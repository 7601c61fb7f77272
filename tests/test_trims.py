"""Trims: the table is walked row by row; negatives first; the prefilter may not lose what the table finds."""

import pytest

import cleaner.trims
from cleaner.batch import Batch
from cleaner.patterns import TABLE, Trim
from cleaner.trims import propose, trims_of

CLEAN = [
    "Westhaven - The mayor opened the new bridge on Monday.",
    "Pyongyang – The minister met the leader of the north on Saturday (12/7/2025).",
    "Westhaven (UK) - The mayor opened the new bridge on Monday.",
    "Barcelona (ESP) - Porto (POR) 2:1 was the result of the evening.",
    "“A bridge is a promise made of stone.” – William Marl",
    "The mayor called the critics a bunch of b***",
    "He asked the children to read more and to write more.",
    "You can read more about the bridge in the library of the harbour.",
    "Name | Age | Town | Bridge",
    "The campaign uses the hash tag #Westhaven",
    "The bridge will stay open at night (see map).",
    "The note [of the mayor] was read aloud. [3]",
    "Follow the signs to the harbour. Download the map before you leave.",
    "Ia membaca juga surat itu: isinya pendek.",
    "Baca buku itu: tebal, tetapi menarik.",
    "Node.js - a runtime that many servers use - is written in C++ and JavaScript.",
    "She was asked for one photo: the ferry at dawn.",
    "The film has two faults. Bild: 8/10",
    "Photo: it was taken in 1950, before the fire",
    "***",
    "a - b - c",
    "",
    "Note: the report was also read: nobody objected.",
    "Tim itu menang 3-1 (agg 5-3) pada laga kedua.",
    "西港大桥昨日正式通车，市长出席了仪式。",
    "The results were good (p < 0.05) and (and/or) better than before",
]


@pytest.mark.parametrize("line", CLEAN)
def test_clean_lines_keep_all_of_their_text(line: str) -> None:
    assert trims_of(line) == []
    assert propose(Batch.of([line]), [0]) == []


@pytest.mark.parametrize("row", TABLE, ids=[row.name for row in TABLE])
def test_near_miss_is_left_alone(row: Trim) -> None:
    assert [found for *_, found in trims_of(row.near_miss, title=row.place == "title") if found is row] == []


@pytest.mark.parametrize("row", TABLE, ids=[row.name for row in TABLE])
def test_example_is_trimmed_exactly(row: Trim) -> None:
    found = [
        row.example[start:stop]
        for start, stop, which in trims_of(row.example, title=row.place == "title")
        if which is row
    ]
    assert found == [row.removed]


@pytest.mark.parametrize("row", TABLE, ids=[row.name for row in TABLE])
def test_prefilter_lets_the_example_through(row: Trim) -> None:
    filler = " The mayor spoke for an hour, and nobody left the square before the end of it." * (row.place == "flat")
    batch = Batch.of(["An earlier text.\nwith two lines", row.example + filler, "A later text."])
    assert f"trim:{row.name}" in [cue for span in propose(batch, [2]) for cue in span.cues]


@pytest.mark.parametrize("row", TABLE, ids=[row.name for row in TABLE])
def test_what_is_left_has_no_such_trim(row: Trim) -> None:
    line, title = row.example, row.place == "title"
    for _ in range(4):
        cuts = trims_of(line, title)
        if not cuts:
            break
        start, stop, _ = cuts[0]
        line = line[:start] + line[stop:]
    assert trims_of(line, title) == []


def test_only_the_asked_lines_are_looked_at() -> None:
    batch = Batch.of(["HARBOURPOST.COM - The mayor of Westhaven opened it.\nThe bridge is open.(***)"])
    assert [span.line for span in propose(batch, [1])] == [1]
    assert propose(batch, []) == []


def test_torn_prefix_gives_up_its_dash() -> None:
    batch = Batch.of(["WESTHAVEN, HARBOURPOST.com\n- The mayor opened the bridge\n- The mayor opened the bridge"])
    assert [(span.line, span.start, span.stop) for span in propose(batch, [1, 2])] == [(1, 0, 2)]


def test_pointer_ends_where_the_next_sentence_is_glued_on() -> None:
    line = "The bridge is open.Baca juga: Lima Jembatan Terindah di Pesisir BaratMenurut wali kota, jembatan itu kuat."
    (start, stop, _), *_ = trims_of(line)
    assert line[:start] + line[stop:] == "The bridge is open.Menurut wali kota, jembatan itu kuat."


def test_pointer_in_turkish_capitals() -> None:
    line = "İLGİLİ HABER: Sele kapılan inek kurtarıldı"
    (span,) = propose(Batch.of([f"Başlık\n{line}"]), [1])
    assert (span.start, span.stop, span.label) == (0, len(line), "related")


def test_pointer_without_a_sure_end_is_left_alone() -> None:
    line = (
        "Baca juga: jembatan itu dibuka pada hari senin oleh wali kota. kata dia, jembatan itu sangat kuat sekali dan "
        * 3
    )
    assert trims_of(line) == []


def test_result_does_not_depend_on_the_batch() -> None:
    texts = [row.example for row in TABLE] + CLEAN
    whole = Batch.of(texts)
    together = propose(whole, list(range(len(whole.lines))))
    alone = [
        (span.start, span.stop, span.label, span.cues)
        for text in texts
        for batch in [Batch.of([text])]
        for span in propose(batch, list(range(len(batch.lines))))
    ]
    assert [(span.start, span.stop, span.label, span.cues) for span in together] == alone


@pytest.mark.parametrize(
    "line",
    [
        "Warga menunggu angkutan di halaman balai desa, Rabu (12/2/2031). Foto: Kabarlereng/Yudi Sapta",
        "Sirih gading dalam pot gantung. (unsplash.com/Marla Keene)",
        "Akcja gaśnicza trwała do rana (fot. Straż Wietrznica)",
        "Köprünün çöken ayağı (Fotoğraf: Yaylacık Postası)",
        "Cây cầu mới nhìn từ bến phà. Ảnh: Minh Tường",
        "नदी पर नया पुल। - फोटो : संवाद",
        "صورة من حفل الافتتاح - تصوير: أيمن راشد",
    ],
)
def test_captions_that_a_credit_closes_go_whole_in_any_language(line: str) -> None:
    (span,) = propose(Batch.of([f"Judul\n{line}\nx"]), [1])
    assert (span.start, span.stop, span.label) == (0, len(line), "caption")


def test_the_prefilter_finds_what_leads_on_by_name() -> None:
    line = "The rack has standard ... Read more at Westhaven Lifting Guide"
    (span,) = propose(Batch.of([line]), [0])
    assert line[span.start : span.stop] == " Read more at Westhaven Lifting Guide"


def test_pointers_in_a_row_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of them would be read to the end of the line: four seconds for forty kilobytes."""
    walked = []
    whole = cleaner.trims.headline_end
    monkeypatch.setattr(cleaner.trims, "headline_end", lambda *about: walked.append(about[1]) or whole(*about))
    line = "Warga menutup jembatan. " + "Baca juga: Lima Jembatan Tertua Dunia Barat" * 60
    spans = propose(Batch.of([line]), [0])
    assert [(span.start, span.stop) for span in spans] == [(23, len(line))]
    assert len(walked) < 5
