"""Which photos may be used for what: only what a consent in force allows, and only while they are public."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Exists, OuterRef, QuerySet

from campaigns.enums import ConsentKind
from campaigns.models import Campaign, Consent, Entry
from cms.places.models import Municipality


def entries_with_consent(
    campaign: Campaign,
    kind: ConsentKind,
    *,
    municipality: Municipality | None = None,
    codes: Collection[str] | None = None,
) -> QuerySet[Entry]:
    """Public entries with this consent in force, by town and code; of one town or some codes if asked for."""
    given = Consent.objects.filter(entry=OuterRef("pk"), text__kind=kind, revoked_at=None)
    entries = Entry.objects.filter(Exists(given), campaign=campaign, is_public=True)
    if municipality is not None:
        entries = entries.filter(municipality=municipality)
    if codes is not None:
        entries = entries.filter(code__in=codes)
    return entries.select_related("municipality", "campaign").order_by("municipality__name_folded", "code")
