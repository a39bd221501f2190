"""Consents: the exact words, in versions, and who gave which when."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from campaigns.domain.entries import REQUIRED_CONSENTS
from campaigns.enums import ConsentKind
from campaigns.models.campaign import Campaign
from campaigns.models.entry import Entry


class ConsentText(models.Model):
    """One version of one consent of a campaign. A version in use is never edited; a new one takes its place."""

    campaign = models.ForeignKey(
        Campaign, verbose_name=_("Kampagne"), on_delete=models.CASCADE, related_name="consent_texts"
    )
    kind = models.CharField(_("Art"), max_length=20, choices=ConsentKind)
    version = models.PositiveSmallIntegerField(_("Fassung"), default=1)
    text = models.TextField(_("Wortlaut"))
    created_at = models.DateTimeField(_("angelegt am"), auto_now_add=True)

    class Meta:
        verbose_name = _("Einwilligungstext")
        verbose_name_plural = _("Einwilligungstexte")
        ordering = ["campaign", "kind", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["campaign", "kind", "version"], name="consenttext_version_once"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, Fassung {self.version}"

    @property
    def is_required(self) -> bool:
        """Nobody can take part without it."""
        return self.kind in REQUIRED_CONSENTS


class Consent(models.Model):
    """One consent given for one entry: to which words, when, and when taken back."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="consents")
    text = models.ForeignKey(ConsentText, on_delete=models.PROTECT, related_name="given")
    given_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("Einwilligung")
        verbose_name_plural = _("Einwilligungen")
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "text"], condition=Q(revoked_at=None), name="consent_once_per_text"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.entry_id}: {self.text_id}"
