"""Certificates of winners: one per place of a photo or a town, set as PDF/UA."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from campaigns.domain.honours import Field, Honour, honours
from campaigns.models import Campaign, Entry, Result
from campaigns.queries import visible_entries
from cms.core.documents import render_pdf
from cms.core.images import rendition_name
from cms.core.languages import document_language
from cms.core.storages import public_storage
from cms.core.templatetags.stadtblick import day, number

LAYOUT = "campaigns/documents/certificate.typ"
PHOTO_WIDTH = 1600


@dataclass(frozen=True)
class Certificate:
    """One certificate that can be set. `key` names it in an address: „size_class-B-7KM4“."""

    campaign: Campaign
    honour: Honour

    @property
    def key(self) -> str:
        """What it is for and whom; unique within a result."""
        return f"{self.honour.field.value}-{self.honour.code or self.honour.ags}"

    @property
    def filename(self) -> str:
        """„urkunde-size-class-b-7km4.pdf“"""
        return f"urkunde-{self.key}.pdf".lower().replace("_", "-")

    @cached_property
    def place(self) -> str:
        """„2. Platz“, „Geteilter 1. Platz“, or the name of the jury's prize."""
        if self.honour.field == Field.JURY:
            return self.honour.award or _("Auszeichnung der Jury")
        words = _("Geteilter %(place)d. Platz") if self.honour.is_shared else _("%(place)d. Platz")
        return words % {"place": self.honour.place}

    @cached_property
    def field(self) -> str:
        """In what the place was taken."""
        label = self.campaign.size_class_label(self.honour.size_class)
        return {
            Field.ALL: _("in der Gesamtwertung aller Fotos"),
            Field.SIZE_CLASS: _("bei den Fotos aus Orten %(label)s Einwohner") % {"label": label},
            Field.TOWNS: _("in der Gesamtwertung aller Orte"),
            Field.TOWNS_CLASS: _("bei den Orten %(label)s Einwohner") % {"label": label},
            Field.JURY: _("im Finale der meistgewählten Fotos"),
        }[self.honour.field]

    @property
    def name(self) -> str:
        """Who is honoured: the photo's title, or the town."""
        return self.honour.title or self.honour.town


def certificates_of(result: Result) -> list[Certificate]:
    """Every certificate of a published result, in the order of its honours."""
    return [Certificate(result.campaign, honour) for honour in honours(result.snapshot)]


def certificate_pdf(certificate: Certificate, result: Result) -> bytes:
    """The certificate as PDF/UA-1, with the photo while it is public. The same result gives the same bytes."""
    entry = _public(certificate)
    data = _words(certificate, result, entry)
    pictures = {}
    if entry is not None:
        with public_storage.open(rendition_name(entry.code, PHOTO_WIDTH, "jpg"), "rb") as file:
            pictures["photo.jpg"] = file.read()
    return render_pdf(LAYOUT, data, pictures=pictures, made_at=result.published_at)


def every_certificate(result: Result) -> Iterator[tuple[str, bytes]]:
    """File name and content of each, one after the other."""
    for certificate in certificates_of(result):
        yield certificate.filename, certificate_pdf(certificate, result)


def _public(certificate: Certificate) -> Entry | None:
    if not certificate.honour.code:
        return None
    return visible_entries(certificate.campaign).filter(code=certificate.honour.code).first()


def _words(certificate: Certificate, result: Result, entry: Entry | None) -> dict[str, Any]:
    honour, campaign = certificate.honour, certificate.campaign
    votes = ""
    if honour.votes is not None:
        votes = _("mit %(votes)s von %(all)s gewerteten Stimmen") % {
            "votes": number(honour.votes),
            "all": number(result.snapshot["counted"]),
        }
    return {
        "lang": document_language(),
        "title": _("Urkunde: %(name)s, %(place)s") % {"name": certificate.name, "place": certificate.place},
        "author": settings.SITE_NAME,
        "kind": _("Urkunde"),
        "campaign": campaign.title,
        "name": certificate.name,
        "town": honour.town if honour.title else "",
        "place": certificate.place,
        "figure": "" if honour.field == Field.JURY else str(honour.place),
        "field": certificate.field,
        "votes": votes,
        "reason": honour.reason,
        "credit": _("Foto: %(credit)s") % {"credit": entry.credit} if entry else "",
        "alt": entry.description if entry else "",
        "has_photo": entry is not None,
        "date": _("Ergebnis vom %(day)s") % {"day": day(result.published_at)},
        "sender": settings.SITE_NAME,
        "proof": f"{settings.BASE_URL}{campaign.get_absolute_url()}ergebnis/",
        "signature": _("Für das Bündnis"),
    }
