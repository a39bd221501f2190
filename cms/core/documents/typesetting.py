"""From a layout and its data to PDF/UA-1 or PNG."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import font_hanken_grotesk
import typst
from django.conf import settings
from django.template.exceptions import TemplateDoesNotExist
from django.template.utils import get_app_template_dirs

HOUSE: Final = "documents/house.typ"
PIXELS_PER_POINT: Final = 1.0  # cards are laid out in points that are meant as pixels
POINTS_PER_INCH: Final = 72.0


class DocumentError(RuntimeError):
    """A layout could not be set; the message names the layout and typst's reason."""


@cache
def _fonts() -> Any:
    """The house's letters only: no font of the machine, so that a page looks the same everywhere."""
    folder = Path(font_hanken_grotesk.__file__).parent / "files"
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)])


@cache
def _found(template: str) -> Path:
    folders = [*settings.TEMPLATES[0]["DIRS"], *get_app_template_dirs("templates")]
    for folder in folders:
        if (path := Path(folder) / template).is_file():
            return path
    raise TemplateDoesNotExist(template)


def render_pdf(
    template: str,
    data: Mapping[str, Any],
    *,
    pictures: Mapping[str, bytes] | None = None,
    made_at: datetime | None = None,
) -> bytes:
    """Set `template` („campaigns/documents/certificate.typ“) as PDF/UA-1.

    data: JSON values, read in the layout as `data`. pictures: file name („photo.jpg“, „qr.svg“) to content, read in the
    layout as `picture("photo.jpg", alt: …)`. made_at: the date in the file; the same input with the same date gives the
    same bytes. Raises DocumentError when the layout refuses its data, for example a picture without a description.
    """
    # typst knows no parts of a second, and of time zones only fixed offsets
    whole = made_at.astimezone(UTC).replace(microsecond=0) if made_at else None
    made: bytes = _set(template, data, pictures or {}, format="pdf", pdf_standards="ua-1", timestamp=whole)
    return made


def render_png(template: str, data: Mapping[str, Any], *, pictures: Mapping[str, bytes] | None = None) -> bytes:
    """Set the one page of `template` as PNG; a point of the layout becomes a pixel. Otherwise like `render_pdf`."""
    made: bytes = _set(template, data, pictures or {}, format="png", ppi=POINTS_PER_INCH * PIXELS_PER_POINT)
    return made


def _set(template: str, data: Mapping[str, Any], pictures: Mapping[str, bytes], **how: Any) -> Any:
    with TemporaryDirectory(prefix="stadtblick-satz-") as folder:
        root = Path(folder)
        (root / "main.typ").write_bytes(_found(template).read_bytes())
        (root / "house.typ").write_bytes(_found(HOUSE).read_bytes())
        (root / "data.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        for name, content in pictures.items():
            if Path(name).name != name:
                raise ValueError(f"a picture's name has no folder: {name!r}")
            (root / name).write_bytes(content)
        try:
            compiler = typst.Compiler(
                str(root / "main.typ"), root=folder, font_paths=_fonts(), ignore_system_fonts=True
            )
            return compiler.compile(**{name: value for name, value in how.items() if value is not None})
        except typst.TypstError as error:
            raise DocumentError(f"{template}: {error.message} {' '.join(error.hints)}") from error
