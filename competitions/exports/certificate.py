"""A winner's certificate as PDF/UA."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext as _

from cms.core.documents import render_pdf
from cms.core.templatetags.stadtblick import day, euro
from competitions.models import Decision


def certificate_pdf(decision: Decision) -> bytes:
    """For a final award; the date in the file is the date of the decision."""
    candidate, award = decision.candidate, decision.award
    application = candidate.application
    municipality = application.municipality if application else candidate.municipality
    prize = str(award or decision.get_verdict_display())
    data = {
        "lang": "de",
        "title": _("Urkunde: %(title)s") % {"title": candidate.title},
        "author": settings.SITE_NAME,
        "sender": settings.SITE_NAME,
        "heading": _("Urkunde"),
        "competition": candidate.stage.competition.title,
        "motto": candidate.stage.competition.motto,
        "prize": prize,
        "amount": euro(award.amount) if award and award.amount else "",
        "project": candidate.title,
        "winner": application.organisation if application else str(municipality or ""),
        "town": municipality.label if municipality else "",
        "reason": decision.reason,
        "date": day(decision.committed_at),
        "signature": _("Für die Jury"),
    }
    return render_pdf("competitions/documents/certificate.typ", data, made_at=decision.committed_at)
