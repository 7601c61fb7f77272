"""What injected spam says: phrases and lines by language. Written for this project.

`{b}` stands for a brand. They are used to make training and test data, never to decide: what is spam is decided
by the trained weights, in context. `lures.tsv` has a phrase a row: its language, and its words.
"""

from __future__ import annotations

from pathlib import Path


def _phrases() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in Path(__file__).with_name("lures.tsv").read_text("utf-8").removesuffix("\n").split("\n"):
        language, phrase = row.split("\t")
        found.setdefault(language, []).append(phrase)
    return {language: tuple(phrases) for language, phrases in found.items()}


PHRASES = _phrases()

LINES: dict[str, tuple[str, ...]] = {
    "id": (
        "{b} adalah situs slot gacor terpercaya dengan rtp live tertinggi hari ini.",
        "Daftar {b} sekarang dan dapatkan bonus new member 100% tanpa syarat.",
        "{b}: link alternatif slot online gampang menang {y}",
        "SITUS SLOT GACOR {b} MAXWIN HARI INI DEPOSIT PULSA TANPA POTONGAN",
        "Main di {b} pasti jp, withdraw cepat, admin ramah, gas login!",
        "Bergabunglah dengan {b}, bandar togel online resmi dengan hadiah 4D terbesar.",
        "{p} {p} {p} {b}",
        "{b} | {p} | {p} | daftar sekarang",
    ),
    "en": (
        "{b} is the best online casino with 200 free spins no deposit bonus.",
        "Play slots online at {b} and win real money today!",
        "Buy cheap viagra online without prescription, fast delivery worldwide.",
        "Need cash fast? Apply for payday loans online, no credit check, approved in minutes.",
        "Get your essay written by experts: cheap essay writing service, 24/7 support.",
        "Cheap replica watches and louis vuitton handbags outlet, free shipping.",
        "{p}, {p}, {p}",
        "Click here for {p} - {p} {y}",
    ),
}
