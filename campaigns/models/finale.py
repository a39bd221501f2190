"""The jury final: the shortlist as frozen, what was handed to the jury, and what the jury decided."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from campaigns.models.campaign import Campaign
from campaigns.models.entry import Entry


class Finale(models.Model):
    """A campaign's shortlist goes to a jury once. `stage` names the jury's stage as „slug/number“."""

    campaign = models.OneToOneField(Campaign, on_delete=models.PROTECT, primary_key=True, related_name="finale")
    frozen_at = models.DateTimeField(_("Auswahlliste festgehalten am"))
    frozen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("von")
    )
    stage = models.CharField(_("Stufe der Jury"), max_length=80, blank=True)
    handed_over_at = models.DateTimeField(_("an die Jury übergeben am"), null=True, blank=True)
    decided_at = models.DateTimeField(_("Jury hat entschieden am"), null=True, blank=True)

    class Meta:
        verbose_name = _("Jury-Finale")
        verbose_name_plural = _("Jury-Finale")
        constraints = [
            models.CheckConstraint(
                condition=Q(handed_over_at=None, stage="") | (Q(handed_over_at__isnull=False) & ~Q(stage="")),
                name="finale_handed_over_to_a_stage",
            ),
            models.CheckConstraint(
                condition=Q(decided_at=None) | Q(handed_over_at__isnull=False), name="finale_decided_after_handing_over"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.campaign_id}"


class Finalist(models.Model):
    """One entry of the shortlist. `number` is drawn by lot, so that the order tells nothing about votes."""

    finale = models.ForeignKey(Finale, on_delete=models.PROTECT, related_name="finalists")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField(_("Nummer"))
    place = models.PositiveSmallIntegerField(_("Platz der Jury"), null=True, blank=True)
    award = models.CharField(_("Preis"), max_length=120, blank=True)
    reason = models.TextField(_("Begründung der Jury"), blank=True)

    class Meta:
        verbose_name = _("Beitrag im Finale")
        verbose_name_plural = _("Beiträge im Finale")
        ordering = ["finale", "number"]
        constraints = [
            models.UniqueConstraint(fields=["finale", "entry"], name="finalist_once"),
            models.UniqueConstraint(fields=["finale", "number"], name="finalist_number_once"),
        ]

    def __str__(self) -> str:
        return f"{self.finale_id}: {self.number}"
