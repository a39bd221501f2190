"""The public sizes of a photo: which there are, and where each one lies."""

from __future__ import annotations

import re

from cms.core.images.limits import RENDITION_WIDTHS

RENDITION_EXTENSIONS = ("webp", "jpg")
RENDITION_KEYS = tuple(f"{width}.{ext}" for width in RENDITION_WIDTHS for ext in RENDITION_EXTENSIONS)

_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{3,63}")


def rendition_size(width: int, height: int, wanted: int) -> tuple[int, int]:
    """Size of the rendition called `wanted` of an upright photo: never wider than the photo itself.

    The name keeps the wanted width, so a photo of 1,400 px has a "1600.webp" of 1,400 px; paths need no look-up.
    """
    width_there = min(wanted, width)
    return width_there, max(1, round(height * width_there / width))


def rendition_name(code: str, width: int, ext: str) -> str:
    """Path of a public size in the public storage, computed from the entry's code alone.

    Raises ValueError for a width or extension that is never made and for a code that isn't one.
    """
    if width not in RENDITION_WIDTHS or ext not in RENDITION_EXTENSIONS:
        raise ValueError(f"no rendition {width}.{ext}")
    if not _CODE.fullmatch(code):
        raise ValueError("not a code")
    return f"fotos/{code[:2].lower()}/{code}-{width}.{ext}"
