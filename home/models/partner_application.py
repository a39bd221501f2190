"""A signed declaration on its way: confirmed by mail, then admitted or refused by the office."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from home.enums import PartnerKind, SigningState

if TYPE_CHECKING:
    from datetime import datetime


class PartnerApplicationQuerySet(models.QuerySet["PartnerApplication"]):
    def waiting(self) -> PartnerApplicationQuerySet:
        """Return what the office has to decide."""
        return self.filter(state=SigningState.WAITING)


class PartnerApplication(models.Model):
    key = models.UUIDField(_("Kennung"), default=uuid.uuid4, unique=True, editable=False)
    state = models.CharField(
        _("Stand"), max_length=12, choices=SigningState.choices, default=SigningState.UNCONFIRMED, editable=False
    )
    organisation = models.CharField(_("Einrichtung"), max_length=160)
    kind = models.CharField(_("Art"), max_length=16, choices=PartnerKind.choices)
    municipality = models.ForeignKey(
        "places.Municipality", verbose_name=_("Ort"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    about = models.CharField(_("Wofür Sie stehen"), max_length=240, blank=True)
    link = models.URLField(_("Website"), blank=True)
    wants_public = models.BooleanField(_("im öffentlichen Verzeichnis"), default=True)
    signer = models.CharField(_("Unterzeichnet von"), max_length=120)
    signer_role = models.CharField(_("Funktion"), max_length=120)
    email = models.EmailField(_("E-Mail-Adresse"))
    declaration_version = models.CharField(_("Fassung der Erklärung"), max_length=40, editable=False)
    declaration_digest = models.CharField(_("Prüfsumme der Erklärung"), max_length=64, editable=False)
    token_digest = models.CharField(max_length=64, unique=True, editable=False)
    language = models.CharField(max_length=10, default="de", editable=False)
    created_at: models.DateTimeField[datetime, datetime] = models.DateTimeField(_("unterzeichnet am"), editable=False)
    confirmed_at = models.DateTimeField(_("bestätigt am"), null=True, blank=True, editable=False)
    decided_at = models.DateTimeField(_("entschieden am"), null=True, blank=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("entschieden von"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    reason = models.TextField(_("Begründung"), max_length=1000, blank=True, editable=False)
    partner = models.OneToOneField(
        "home.Partner",
        verbose_name=_("Partner"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.CASCADE,
        related_name="declaration",
    )

    objects = PartnerApplicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("Unterzeichnung")
        verbose_name_plural = _("Unterzeichnungen")
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["state", "created_at"], name="home_signing_by_state")]
        constraints = [
            models.UniqueConstraint(
                Lower("organisation"),
                condition=models.Q(state="waiting"),
                name="home_signing_waits_once",
            ),
            models.CheckConstraint(
                condition=models.Q(state="admitted", partner__isnull=False)
                | (~models.Q(state="admitted") & models.Q(partner=None)),
                name="home_signing_admitted_has_partner",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="refused") | ~models.Q(reason=""), name="home_signing_refused_has_reason"
            ),
        ]

    def __str__(self) -> str:
        return self.organisation
