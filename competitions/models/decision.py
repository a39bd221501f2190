"""What the panel decided, which prizes there are, and the numbers it decided on."""

from __future__ import annotations

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms.core.storages import random_name, select_public_storage
from competitions.enums import Verdict

from .candidate import Candidate
from .stage import Stage


def picture_place(_decision: Decision, filename: str) -> str:
    """A random name in the public store; nothing of the private file's name is in it."""
    return random_name("competitions/winners", f".{filename.rpartition('.')[2]}")


class Award(models.Model):
    """A prize that can be given so many times; its amount may be unknown at first."""

    stage = models.ForeignKey(Stage, on_delete=models.CASCADE, related_name="awards", verbose_name=_("Stufe"))
    rank = models.PositiveSmallIntegerField(_("Rang"), default=1, validators=[MinValueValidator(1)])
    title = models.CharField(_("Preis"), max_length=120)
    quantity = models.PositiveSmallIntegerField(_("Anzahl"), default=1, validators=[MinValueValidator(1)])
    amount = models.DecimalField(_("Betrag in Euro"), max_digits=10, decimal_places=2, null=True, blank=True)
    in_kind = models.CharField(_("Sachleistung"), max_length=200, blank=True)
    sponsor = models.CharField(_("gestiftet von"), max_length=160, blank=True)
    is_optional = models.BooleanField(
        _("kann entfallen"), default=False, help_text=_("Die Jury muss diesen Preis nicht vergeben.")
    )

    class Meta:
        verbose_name = _("Preis")
        verbose_name_plural = _("Preise")
        ordering = ["stage", "rank", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(quantity__gte=1), name="competitions_award_quantity_positive"),
            models.UniqueConstraint(fields=["stage", "title"], name="competitions_award_title_once"),
        ]

    def __str__(self) -> str:
        return self.title


class Decision(models.Model):
    """The verdict on one candidate; pending until the panel commits all of a stage at once."""

    candidate = models.OneToOneField(
        Candidate, on_delete=models.PROTECT, related_name="decision", verbose_name=_("Kandidat")
    )
    verdict = models.CharField(_("Entscheidung"), max_length=10, choices=Verdict.choices)
    place = models.PositiveSmallIntegerField(_("Platz"), null=True, blank=True, validators=[MinValueValidator(1)])
    award = models.ForeignKey(
        Award, on_delete=models.PROTECT, null=True, blank=True, related_name="decisions", verbose_name=_("Preis")
    )
    reason = models.TextField(_("Begründung der Jury"), blank=True, help_text=_("Wird veröffentlicht."))
    picture = models.ImageField(
        _("Bild"), storage=select_public_storage, upload_to=picture_place, max_length=200, blank=True
    )
    picture_alt = models.CharField(_("Was ist zu sehen?"), max_length=300, blank=True)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    proposed_at = models.DateTimeField(_("vorgeschlagen am"))
    committed_at = models.DateTimeField(_("endgültig seit"), null=True, blank=True)

    class Meta:
        verbose_name = _("Entscheidung")
        verbose_name_plural = _("Entscheidungen")
        ordering = ["place", "candidate"]
        constraints = [
            models.CheckConstraint(condition=Q(verdict__in=Verdict.values), name="competitions_decision_known_verdict"),
            models.CheckConstraint(
                condition=Q(verdict="award") | Q(award__isnull=True), name="competitions_decision_prize_with_award"
            ),
            models.CheckConstraint(
                condition=~Q(verdict="award") | ~Q(reason=""), name="competitions_decision_award_with_reason"
            ),
            models.CheckConstraint(
                condition=Q(picture="") | ~Q(picture_alt=""), name="competitions_decision_picture_described"
            ),
            models.CheckConstraint(
                condition=Q(place__isnull=True) | Q(place__gte=1), name="competitions_decision_place_positive"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.candidate}: {self.get_verdict_display()}"


class Snapshot(models.Model):
    """The numbers of a stage as they were when it was closed."""

    stage = models.ForeignKey(Stage, on_delete=models.PROTECT, related_name="snapshots", verbose_name=_("Stufe"))
    number = models.PositiveSmallIntegerField(_("Fassung"))
    fingerprint = models.CharField(_("Prüfsumme der Eingaben"), max_length=64)
    inputs = models.JSONField(_("Eingaben"))
    numbers = models.JSONField(_("Zahlen"))
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    taken_at = models.DateTimeField(_("festgehalten am"))

    class Meta:
        verbose_name = _("Festgehaltene Zahlen")
        verbose_name_plural = _("Festgehaltene Zahlen")
        ordering = ["stage", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["stage", "number"], name="competitions_snapshot_number_once"),
        ]

    def __str__(self) -> str:
        return f"{self.stage}, {self.number}"
