"""Posters with a code to scan, PDF/UA in A4 and A3: a town's page, or a place with the most beautiful view."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from django.conf import settings
from django.utils.translation import gettext as _

from campaigns.enums import Phase
from campaigns.models import Campaign
from cms.core.documents import qr_svg, render_pdf
from cms.core.languages import document_language
from cms.core.templatetags.stadtblick import moment
from cms.places.models import Municipality

LAYOUT: Final = "campaigns/documents/poster.typ"
PAPERS: Final = ("a4", "a3")


def town_poster(campaign: Campaign, town: Municipality, paper: str, now: datetime) -> bytes:
    """The poster by which a town advertises its page. It shows no photo: none is preferred."""
    phase, name = campaign.phase(now), town.label
    before = phase in {Phase.ANNOUNCED, Phase.SUBMISSION}
    title = _("Zeigen Sie Ihren schönsten Blick.") if before else _("Stimmen Sie ab: Wo ist es am schönsten?")
    if phase in {Phase.COUNTING, Phase.RESULTS}:
        title = _("Das sind unsere schönsten Blicke.")
    arm = _("Code scannen und Foto einreichen") if before else _("Code scannen und abstimmen")
    if phase in {Phase.COUNTING, Phase.RESULTS}:
        arm = _("Code scannen und ansehen")
    facts = [
        (_("Fotos einreichen bis"), moment(campaign.submission_closes)),
        (_("Abstimmen bis"), moment(campaign.voting_closes)),
        (_("Ergebnis"), moment(campaign.results_at)),
    ]
    return poster(
        paper=paper,
        campaign=campaign.title,
        title=title,
        town=name,
        arm=arm,
        facts=[fact for fact, end in zip(facts, _ends(campaign), strict=True) if end > now or fact is facts[-1]],
        path=campaign.town_url(town.pk, town.name),
    )


def _ends(campaign: Campaign) -> tuple[datetime, datetime, datetime]:
    return campaign.submission_closes, campaign.voting_closes, campaign.results_at


def poster(
    *, paper: str, campaign: str, title: str, town: str, arm: str, facts: list[tuple[str, str]], path: str
) -> bytes:
    """Set a poster: `title` huge, `town` on its sign, `arm` on the finger-post, a code that leads to `path`."""
    link = f"{settings.BASE_URL}{path}"
    address = link.partition("://")[2].rstrip("/")
    data = {
        "lang": document_language(),
        "paper": paper,
        "campaign": campaign,
        "title": title,
        "town": town,
        "arm": arm,
        "facts": facts,
        "link": link,
        "address": address,
        "alt": _("QR-Code, führt zu %(address)s") % {"address": address},
        "sender": settings.SITE_NAME,
        "author": settings.SITE_NAME,
    }
    return render_pdf(LAYOUT, data, pictures={"qr.svg": qr_svg(link)})
