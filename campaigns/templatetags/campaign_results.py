"""What an author has won, on the private page of the entry."""

from __future__ import annotations

from typing import Any

from django import template

from campaigns.exports.certificates import certificates_of
from campaigns.models import Entry
from campaigns.permissions import may_see_counts
from campaigns.queries import published_result
from cms.core import clock

register = template.Library()


@register.inclusion_tag("campaigns/partials/own_certificates.html")
def own_certificates(entry: Entry, token: str) -> dict[str, Any]:
    """Certificates to download, none before the result or without a place."""
    shown = entry.state == "approved" and may_see_counts(entry.campaign, clock.now())
    result = published_result(entry.campaign) if shown else None
    found = [one for one in certificates_of(result) if one.honour.code == entry.code] if result else []
    return {"certificates": found, "campaign": entry.campaign, "token": token}
