"""Cards of public entries, drawn when somebody asks for one and kept beside the public photo."""

from __future__ import annotations

from io import BytesIO
from typing import IO, Any, Final

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from PIL import Image

from campaigns.models import Entry
from campaigns.sharing import SHAPES, card_name, remove_cards, store_card
from cms.core.documents import render_png
from cms.core.images import rendition_name
from cms.core.storages import public_storage

LAYOUT: Final = "campaigns/documents/card.typ"
PHOTO_WIDTH: Final = 1600
QUALITY: Final = 88


def open_card(entry: Entry, shape: str) -> IO[bytes]:
    """The JPEG of a public entry in a shape of `SHAPES`. Raises FileNotFoundError when the entry has left meanwhile."""
    words = _words(entry, shape)
    name = card_name(entry, shape, words)
    if not public_storage.exists(name):
        store_card(name, _drawn(entry, words))
        if not Entry.objects.filter(pk=entry.pk, is_public=True).exists():
            remove_cards(entry.code)
    return public_storage.open(name, "rb")


def _words(entry: Entry, shape: str) -> dict[str, Any]:
    with translation.override(settings.LANGUAGE_CODE):
        return {
            "shape": shape,
            "width": SHAPES[shape].width,
            "height": SHAPES[shape].height,
            "title": entry.title,
            "town": entry.municipality.label if entry.municipality else "",
            "campaign": entry.campaign.title,
            "credit": _("Bild: %(credit)s") % {"credit": entry.credit},
            "address": short_address(entry).partition("://")[2],
        }


def short_address(entry: Entry) -> str:
    """The address of an entry that fits on a picture and can be typed."""
    return f"{settings.BASE_URL}/b/{entry.code}"


def _drawn(entry: Entry, words: dict[str, Any]) -> bytes:
    with public_storage.open(rendition_name(entry.code, PHOTO_WIDTH, "jpg"), "rb") as photo:
        png = render_png(LAYOUT, words, pictures={"photo.jpg": photo.read()})
    out = BytesIO()
    Image.open(BytesIO(png)).convert("RGB").save(out, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return out.getvalue()
