"""What was published: the frozen result with its count file, and every public notice of a changed rule."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from campaigns.models.campaign import Campaign


class Result(models.Model):
    """The result as published once: a snapshot that later changes of entries or towns cannot touch."""

    campaign = models.OneToOneField(Campaign, on_delete=models.PROTECT, primary_key=True, related_name="result")
    snapshot = models.JSONField()
    count_file = models.CharField(_("Zähldatei"), max_length=200)
    count_sha256 = models.CharField(_("Prüfsumme (SHA-256)"), max_length=64)
    count_bytes = models.PositiveBigIntegerField(_("Größe der Zähldatei"))
    published_at = models.DateTimeField(_("veröffentlicht am"))
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("von")
    )

    class Meta:
        verbose_name = _("Ergebnis")
        verbose_name_plural = _("Ergebnisse")

    def __str__(self) -> str:
        return f"{self.campaign_id}"


class CampaignNotice(models.Model):
    """A rule or date that changed after the opening, with the public reason."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="notices")
    changed_at = models.DateTimeField(_("geändert am"))
    note = models.TextField(_("öffentliche Begründung"))
    changes = models.JSONField(_("Änderungen"), default=dict)

    class Meta:
        verbose_name = _("öffentlicher Hinweis")
        verbose_name_plural = _("öffentliche Hinweise")
        ordering = ["-changed_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.campaign_id}: {self.changed_at}"
