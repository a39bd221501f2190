"""The register of handed-over photos: what went to whom, and what may no longer be used."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from campaigns.models import Campaign, Handover, HandoverItem


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """One handover with its photos; `revoked` are those that may no longer be used."""

    handover: Handover
    items: list[HandoverItem]
    revoked: list[HandoverItem]

    @property
    def letter(self) -> str:
        """What to write to the recipient, empty while everything may still be used."""
        if not self.revoked:
            return ""
        codes = "\n".join(f"- {item.code}" + (f" ({item.name})" if item.name else "") for item in self.revoked)
        return _(
            "Guten Tag,\n\nfür diese Fotos aus der Kampagne „%(campaign)s“ gibt es keine Einwilligung mehr:\n\n"
            "%(codes)s\n\nBitte verwenden Sie sie nicht weiter und entfernen Sie sie dort, wo das ohne Weiteres "
            "möglich ist. Was schon gedruckt ist, bleibt davon unberührt.\n\nVielen Dank"
        ) % {"campaign": self.handover.campaign.title, "codes": codes}


def register_of(campaign: Campaign) -> list[RegisterLine]:
    """All handovers of a campaign, the newest first, in two queries."""
    items = HandoverItem.objects.select_related("entry", "consent").order_by("code")
    handovers = (
        Handover.objects.filter(campaign=campaign)
        .select_related("campaign", "municipality", "made_by")
        .prefetch_related(Prefetch("items", queryset=items))
        .order_by("-made_at", "-pk")
    )
    lines = []
    for handover in handovers:
        found = list(handover.items.all())
        lines.append(RegisterLine(handover, found, [item for item in found if item.is_revoked]))
    return lines
