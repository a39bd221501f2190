"""A stage is one round of a competition: dates, form, criteria, panel. Its phase is computed, in Python and in SQL."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from competitions.domain import StageDates, stage_phase
from competitions.enums import StagePhase

from .competition import Competition


class StageQuerySet(models.QuerySet["Stage"]):
    """Sets of stages."""

    def in_phase(self, phase: StagePhase, now: datetime) -> StageQuerySet:
        """Those in a phase at this moment; the same boundaries as `domain.stage_phase`."""
        decided = Q(committed_at__isnull=False, committed_at__lte=now)
        conditions = {
            StagePhase.DECIDED: decided,
            StagePhase.ANNOUNCED: ~decided & Q(opens_at__gt=now),
            StagePhase.OPEN: ~decided & Q(opens_at__lte=now, closes_at__gt=now),
            StagePhase.CHECKING: ~decided & Q(closes_at__lte=now, jury_opens_at__gt=now),
            StagePhase.JURY: ~decided & Q(jury_opens_at__lte=now, jury_closes_at__gt=now),
            StagePhase.DELIBERATION: ~decided & Q(jury_closes_at__lte=now),
        }
        return self.filter(conditions[phase])


class Stage(models.Model):
    """One round. `closed_at` is set when the numbers are frozen, `committed_at` when the decisions are final."""

    competition = models.ForeignKey(
        Competition, on_delete=models.PROTECT, related_name="stages", verbose_name=_("Wettbewerb")
    )
    number = models.PositiveSmallIntegerField(_("Stufe"), default=1, validators=[MinValueValidator(1)])
    title = models.CharField(_("Name der Stufe"), max_length=80, blank=True)
    opens_at = models.DateTimeField(_("Bewerbung ab"))
    closes_at = models.DateTimeField(_("Annahmeschluss"))
    jury_opens_at = models.DateTimeField(_("Jury bewertet ab"))
    jury_closes_at = models.DateTimeField(_("Jury bewertet bis"))
    blind = models.BooleanField(
        _("anonym"), default=False, help_text=_("Kennzeichnende Angaben bleiben der Jury verborgen.")
    )
    reviews_per_candidate = models.PositiveSmallIntegerField(
        _("Bewertungen je Kandidat"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("Leer: alle Jurymitglieder bewerten alle Kandidaten."),
    )
    tie_break = models.JSONField(
        _("Reihenfolge bei Gleichstand"),
        default=list,
        blank=True,
        help_text=_('Kurznamen der Kriterien, zum Beispiel ["wirkung", "idee"]. Leer: Gleichstand bleibt.'),
    )
    closed_at = models.DateTimeField(_("abgeschlossen am"), null=True, blank=True, editable=False)
    committed_at = models.DateTimeField(_("entschieden am"), null=True, blank=True, editable=False)

    objects = StageQuerySet.as_manager()

    class Meta:
        verbose_name = _("Stufe")
        verbose_name_plural = _("Stufen")
        ordering = ["competition", "number"]
        constraints = [
            models.UniqueConstraint(fields=["competition", "number"], name="competitions_stage_number_once"),
            models.CheckConstraint(
                condition=Q(
                    opens_at__lt=F("closes_at"),
                    closes_at__lte=F("jury_opens_at"),
                    jury_opens_at__lt=F("jury_closes_at"),
                ),
                name="competitions_stage_dates_in_order",
            ),
            models.CheckConstraint(
                condition=Q(reviews_per_candidate__isnull=True) | Q(reviews_per_candidate__gte=1),
                name="competitions_stage_reviews_positive",
            ),
            models.CheckConstraint(
                condition=Q(committed_at__isnull=True) | Q(closed_at__isnull=False),
                name="competitions_stage_committed_after_closing",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.competition}, {self.name}"

    def clean(self) -> None:
        """Dates follow each other."""
        moments = (self.opens_at, self.closes_at, self.jury_opens_at, self.jury_closes_at)
        if all(moments) and not self.dates.in_order():
            raise ValidationError(
                _("Die Reihenfolge stimmt nicht: Beginn, Annahmeschluss, Beginn und Ende der Jurybewertung.")
            )

    @property
    def name(self) -> str:
        """What it is called on a page: its own title, or „Stufe 2“."""
        return self.title or _("Stufe %(number)s") % {"number": self.number}

    @property
    def dates(self) -> StageDates:
        return StageDates(self.opens_at, self.closes_at, self.jury_opens_at, self.jury_closes_at, self.committed_at)

    def phase(self, now: datetime) -> StagePhase:
        return stage_phase(self.dates, now)
