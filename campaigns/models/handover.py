"""The register of what was handed to whom: which photos, for which use, on the ground of which consent."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from campaigns.enums import ConsentKind, EntryState, HandoverKind, HandoverState
from campaigns.models.campaign import Campaign
from campaigns.models.consent import Consent
from campaigns.models.entry import Entry
from cms.places.models import Municipality


class Handover(models.Model):
    """One package for one recipient. The file is kept for a while, the line in the register stays."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="handovers")
    municipality = models.ForeignKey(
        Municipality, verbose_name=_("Kommune"), on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    scope = models.CharField(_("Einwilligung"), max_length=20, choices=ConsentKind)
    kind = models.CharField(_("Dateien"), max_length=10, choices=HandoverKind)
    winners_only = models.BooleanField(_("nur ausgezeichnete Beiträge"), default=False)
    recipient = models.CharField(_("Wer erhält die Fotos?"), max_length=160)
    recipient_email = models.EmailField(_("E-Mail-Adresse für Widerrufe"), blank=True)
    purpose = models.CharField(_("Wofür?"), max_length=300)
    state = models.CharField(_("Stand"), max_length=10, choices=HandoverState, default=HandoverState.PENDING)
    file = models.CharField(max_length=200, blank=True, editable=False)
    sha256 = models.CharField(_("Prüfsumme (SHA-256)"), max_length=64, blank=True, editable=False)
    size = models.PositiveBigIntegerField(_("Größe"), null=True, editable=False)
    made_at = models.DateTimeField(_("übergeben am"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("von")
    )

    class Meta:
        verbose_name = _("Übergabe")
        verbose_name_plural = _("Übergaben")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(scope__in=[ConsentKind.MUNICIPALITY, ConsentKind.OPEN_LICENCE]),
                name="handover_scope_is_a_use",
            ),
            models.CheckConstraint(
                condition=~Q(scope=ConsentKind.MUNICIPALITY) | Q(municipality__isnull=False),
                name="handover_to_the_own_municipality",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.recipient}, {self.campaign_id}"


class HandoverItem(models.Model):
    """One photo of a package. Code and checksum stay, even if the entry is erased later."""

    handover = models.ForeignKey(Handover, on_delete=models.CASCADE, related_name="items")
    entry = models.ForeignKey(Entry, on_delete=models.SET_NULL, null=True, related_name="+")
    consent = models.ForeignKey(Consent, on_delete=models.SET_NULL, null=True, related_name="+")
    code = models.CharField(_("Beitrag"), max_length=12)
    name = models.CharField(_("Datei"), max_length=160, blank=True)
    sha256 = models.CharField(_("Prüfsumme (SHA-256)"), max_length=64, blank=True)

    class Meta:
        verbose_name = _("übergebenes Foto")
        verbose_name_plural = _("übergebene Fotos")
        ordering = ["handover", "code"]
        constraints = [
            models.UniqueConstraint(fields=["handover", "code"], name="handoveritem_once"),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def is_revoked(self) -> bool:
        """The ground of the handing over is gone: consent taken back, entry withdrawn, taken down or erased."""
        if self.entry is None or self.consent is None or self.consent.revoked_at is not None:
            return True
        return self.entry.state != EntryState.APPROVED
