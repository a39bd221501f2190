"""Printed matter: PDF/UA with tags, the house's letters, data that stay data."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from django.template.exceptions import TemplateDoesNotExist
from PIL import Image

from cms.core.documents import DocumentError, qr_svg, render_pdf, render_png, typesetting

LAYOUT = """#import "/house.typ": *
#show: sheet
= #data.title
#words(data.text)
#board((1fr, auto), ("Ort", "Stimmen"), data.rows, numeric: (1,))
#picture("qr.svg", width: 30mm, alt: data.alt)
"""
CARD = """#import "/house.typ": *
#show: document-of
#set page(width: 1080pt, height: 1350pt, fill: spruce, margin: 0pt)
#text(fill: paper, size: 80pt, data.title)
"""
DATA = {
    "title": "Urkunde",
    "sender": "Stadtblick",
    "text": "Erste Zeile\nZweite Zeile",
    "rows": [["Zeulenroda-Triebes", "1.234"]],
    "alt": "QR-Code zur Seite des Beitrags",
}
NOON = datetime(2027, 9, 26, 12, tzinfo=UTC)


@pytest.fixture
def layout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Write a layout and get the name to render it by."""
    real = typesetting._found

    def written(content: str) -> str:
        (tmp_path / "layout.typ").write_text(content, encoding="utf-8")
        return "layout.typ"

    monkeypatch.setattr(typesetting, "_found", lambda name: tmp_path / name if name == "layout.typ" else real(name))
    return written


def test_a_sheet_is_tagged_titled_and_in_german(layout) -> None:
    pdf = render_pdf(layout(LAYOUT), DATA, pictures={"qr.svg": qr_svg("https://example.org/")}, made_at=NOON)
    assert pdf.startswith(b"%PDF-1.7")
    for mark in (b"/MarkInfo", b"/StructTreeRoot", b"pdfuaid", b"/Lang(de)", b"HankenGrotesk"):
        assert mark in pdf, mark


def test_the_same_input_gives_the_same_bytes(layout) -> None:
    name, pictures = layout(LAYOUT), {"qr.svg": qr_svg("https://example.org/")}
    assert render_pdf(name, DATA, pictures=pictures, made_at=NOON) == render_pdf(
        name, DATA, pictures=pictures, made_at=NOON
    )


def test_a_picture_without_a_description_is_refused(layout) -> None:
    with pytest.raises(DocumentError, match=r"layout\.typ.*(alt|PDF/UA)"):
        render_pdf(layout(LAYOUT.replace(", alt: data.alt", "")), DATA, pictures={"qr.svg": qr_svg("x")})


@pytest.mark.parametrize(
    "title", ["#let x = 1", "*fett*", "$x^2$", "= Kopf", "@quelle", '#image("/etc/hostname")', "\\"]
)
def test_words_of_a_person_never_become_commands(layout, title: str) -> None:
    assert render_pdf(layout(LAYOUT), {**DATA, "title": title}, pictures={"qr.svg": qr_svg("x")})


def test_a_layout_reads_nothing_outside_its_own_folder(layout) -> None:
    with pytest.raises(DocumentError):
        render_pdf(layout('#import "/house.typ": *\n#show: document-of\n#read("/../../etc/hostname")'), DATA)


def test_a_card_has_exactly_the_pixels_of_its_layout(layout) -> None:
    card = Image.open(BytesIO(render_png(layout(CARD), DATA)))
    assert card.size == (1080, 1350)
    assert card.getpixel((1070, 1340))[:3] == (0x0E, 0x3D, 0x32)


def test_a_picture_lies_beside_its_layout_and_nowhere_else(layout) -> None:
    with pytest.raises(ValueError, match="no folder"):
        render_pdf(layout(LAYOUT), DATA, pictures={"../qr.svg": b""})


def test_an_unknown_layout_is_named() -> None:
    with pytest.raises(TemplateDoesNotExist, match="nowhere"):
        render_pdf("documents/nowhere.typ", DATA)


def test_a_code_is_drawn_in_the_ink_of_the_house() -> None:
    assert b'stroke="#14211d"' in qr_svg("https://example.org/")
