"""Pictures that show when a page is shared: drawn once for each wording of its title, kept in the public store."""

from __future__ import annotations

import json
from hashlib import sha256
from io import BytesIO
from typing import Any, Final

from django.conf import settings
from django.core.files.base import ContentFile
from PIL import Image
from wagtail.models import Page

from cms.core.documents import render_png
from cms.core.storages import public_storage

LAYOUT: Final = "home/documents/share.typ"
QUALITY: Final = 88


def share_picture(page: Page) -> bytes:
    """Return the JPEG (1200 × 630) for a page, which is its specific object."""
    words = {"title": page.title, "kind": str(page._meta.verbose_name), "site": settings.SITE_NAME}
    name = _name(words)
    if not public_storage.exists(name):
        public_storage.save(name, ContentFile(_drawn(words)))
    with public_storage.open(name, "rb") as kept:
        found: bytes = kept.read()
    return found


def _name(words: dict[str, Any]) -> str:
    digest = sha256(json.dumps(words, sort_keys=True).encode()).hexdigest()
    return f"teilen/{digest[:2]}/{digest[:32]}.jpg"


def _drawn(words: dict[str, Any]) -> bytes:
    out = BytesIO()
    picture = Image.open(BytesIO(render_png(LAYOUT, words)))
    picture.convert("RGB").save(out, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return out.getvalue()
