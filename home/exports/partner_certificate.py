"""The certificate of a partner: who signed which declaration, and since when."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpResponse
from django.utils.translation import gettext as _

from cms.core.documents import render_pdf
from cms.core.templatetags.stadtblick import day
from home.models import PartnerApplication

LAYOUT = "home/documents/partner.typ"


def certificate_pdf(signing: PartnerApplication) -> bytes:
    """The certificate as PDF/UA-1; the same signature gives the same bytes."""
    partner = signing.partner
    if partner is None or signing.decided_at is None:
        raise ValueError("Only a partner has a certificate.")
    data = {
        "title": _("Urkunde"),
        "sender": settings.SITE_NAME,
        "alliance": _("Thüringer Aktionsbündnis „Innenstädte mit Zukunft“"),
        "heading": _("Urkunde"),
        "name": partner.name,
        "town": partner.municipality.label if partner.municipality else "",
        "words": _("ist Partner im Aktionsbündnis. Die Einrichtung hat die Bündniserklärung unterzeichnet."),
        "arm": _("Partner seit %(day)s") % {"day": day(partner.joined_on or signing.decided_at)},
        "signed": _("Unterzeichnet von %(name)s, %(role)s") % {"name": signing.signer, "role": signing.signer_role},
        "version": signing.declaration_version,
        "proof": _("Prüfsumme des Wortlauts: %(digest)s") % {"digest": signing.declaration_digest[:16]},
        "signature": _("Für das Aktionsbündnis"),
        "date": day(signing.decided_at),
    }
    return render_pdf(LAYOUT, data, made_at=signing.decided_at)


def certificate_response(signing: PartnerApplication) -> HttpResponse:
    """The certificate as a download."""
    response = HttpResponse(certificate_pdf(signing), content_type="application/pdf")
    response["Content-Disposition"] = 'attachment; filename="urkunde-aktionsbuendnis.pdf"'
    return response
