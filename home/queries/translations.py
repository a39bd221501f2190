"""Which translations lie behind their German page."""

from __future__ import annotations

from django.db.models import Exists, OuterRef
from wagtail.models import Page
from wagtail_localize.models import TranslationSource


def outdated_sources() -> list[TranslationSource]:
    """Return the sources of translated pages that were published again after their sentences were handed over."""
    newer = Page.objects.live().filter(
        translation_key=OuterRef("object_id"),
        locale=OuterRef("locale"),
        last_published_at__gt=OuterRef("last_updated_at"),
    )
    found = TranslationSource.objects.filter(Exists(newer), translations__enabled=True)
    return list(found.defer("content_json").distinct().order_by("last_updated_at"))
