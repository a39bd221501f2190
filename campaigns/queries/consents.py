"""The consent texts of a campaign with their history: every version, who wrote it when, how many agreed to it."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Q

from campaigns.enums import ConsentKind
from campaigns.models import Campaign, ConsentText
from cms.core.models import AuditEvent


@dataclass(frozen=True, slots=True)
class TextVersion:
    """One version; `by` is empty for the words a campaign began with."""

    text: ConsentText
    by: str
    given: int
    before: str


def consent_history(campaign: Campaign) -> dict[ConsentKind, list[TextVersion]]:
    """Every kind with its versions, the newest first."""
    authors = _authors(campaign)
    texts = campaign.consent_texts.annotate(in_force=Count("given", filter=Q(given__revoked_at=None)))
    found: dict[ConsentKind, list[TextVersion]] = {kind: [] for kind in ConsentKind}
    before: dict[str, str] = {}
    for text in texts.order_by("kind", "version"):
        by = authors.get((text.kind, text.version), "")
        found[ConsentKind(text.kind)].insert(0, TextVersion(text, by, text.in_force, before.get(text.kind, "")))
        before[text.kind] = text.text
    return found


def _authors(campaign: Campaign) -> dict[tuple[str, int], str]:
    """Who wrote which version, from the audit trail."""
    events = AuditEvent.objects.filter(
        action="campaigns.consent_text.added",
        target_type=ContentType.objects.get_for_model(Campaign),
        target_id=str(campaign.pk),
    ).select_related("actor")
    return {
        (name.removeprefix("consent_"), new): str(event.actor) if event.actor else event.actor_label
        for event in events
        for name, (_old, new) in event.changes.items()
    }
