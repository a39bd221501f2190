"""What leaves the house after a decision: letters made from templates, and the minutes that keep it all."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms.core.storages import random_name, select_private_storage
from competitions.enums import LetterState, Verdict

from .competition import Competition
from .decision import Decision, Snapshot
from .stage import Stage


def minutes_place(_minutes: Minutes, _filename: str) -> str:
    """A random name; nothing of its content is in it."""
    return random_name("competitions/minutes", ".pdf")


class LetterTemplate(models.Model):
    """The office's own words for one verdict; without a row the house's words are taken."""

    competition = models.ForeignKey(Competition, on_delete=models.CASCADE, related_name="letter_templates")
    verdict = models.CharField(_("Entscheidung"), max_length=10, choices=Verdict.choices)
    subject = models.CharField(_("Betreff"), max_length=150)
    body = models.TextField(_("Text"))

    class Meta:
        verbose_name = _("Briefvorlage")
        verbose_name_plural = _("Briefvorlagen")
        ordering = ["competition", "verdict"]
        constraints = [
            models.UniqueConstraint(fields=["competition", "verdict"], name="competitions_lettertemplate_once"),
        ]

    def __str__(self) -> str:
        return f"{self.competition}: {self.get_verdict_display()}"


class Letter(models.Model):
    """One letter on one final decision, sent once. Its words are kept as they went out."""

    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="letter")
    subject = models.CharField(_("Betreff"), max_length=300)
    body = models.TextField(_("Text"))
    state = models.CharField(_("Stand"), max_length=8, choices=LetterState.choices, default=LetterState.WAITING.value)
    queued_at = models.DateTimeField(_("in Auftrag gegeben am"))
    queued_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    sent_at = models.DateTimeField(_("versandt am"), null=True, blank=True)

    class Meta:
        verbose_name = _("Brief")
        verbose_name_plural = _("Briefe")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="waiting", sent_at__isnull=True) | Q(state="sent", sent_at__isnull=False),
                name="competitions_letter_sent_since",
            ),
        ]

    def __str__(self) -> str:
        return self.subject


class Minutes(models.Model):
    """The minutes as they were when the panel committed; a later commit adds another number."""

    stage = models.ForeignKey(Stage, on_delete=models.PROTECT, related_name="minutes", verbose_name=_("Stufe"))
    number = models.PositiveSmallIntegerField(_("Fassung"))
    snapshot = models.ForeignKey(Snapshot, on_delete=models.PROTECT, related_name="+")
    document = models.FileField(
        _("Niederschrift"), storage=select_private_storage, upload_to=minutes_place, max_length=200
    )
    fingerprint = models.CharField(_("Prüfsumme"), max_length=64)
    made_at = models.DateTimeField(_("festgehalten am"))

    class Meta:
        verbose_name = _("Niederschrift")
        verbose_name_plural = _("Niederschriften")
        ordering = ["stage", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["stage", "number"], name="competitions_minutes_number_once"),
        ]

    def __str__(self) -> str:
        return f"{self.stage}, {self.number}"
