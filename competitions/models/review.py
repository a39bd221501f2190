"""Who reviews which candidate, and what they gave."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from competitions.enums import ConflictKind, ReviewState

from .candidate import Candidate
from .form import Criterion
from .panel import PanelMember


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    """Sets of assignments."""

    def counting(self) -> AssignmentQuerySet:
        """Those that count: neither taken back nor recused, of jurors who are still there."""
        return self.filter(withdrawn_at__isnull=True, recusal__isnull=True, member__removed_at__isnull=True)

    def undeclared(self) -> AssignmentQuerySet:
        """Those that count, of bound jurors who have not yet said whether they are free of conflicts."""
        return self.counting().filter(member__confidential_at__isnull=False, declared_at__isnull=True)

    def open_to_juror(self) -> AssignmentQuerySet:
        """Those whose juror accepted, promised confidentiality and declared to be free of conflicts."""
        return self.counting().filter(member__confidential_at__isnull=False, declared_at__isnull=False)


class Assignment(models.Model):
    """One juror reviews one candidate."""

    candidate = models.ForeignKey(
        Candidate, on_delete=models.PROTECT, related_name="assignments", verbose_name=_("Kandidat")
    )
    member = models.ForeignKey(
        PanelMember, on_delete=models.PROTECT, related_name="assignments", verbose_name=_("Jurymitglied")
    )
    created_at = models.DateTimeField(_("zugewiesen am"))
    declared_at = models.DateTimeField(_("unbefangen erklärt am"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("zurückgenommen am"), null=True, blank=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("Zuweisung")
        verbose_name_plural = _("Zuweisungen")
        ordering = ["candidate", "member"]
        constraints = [
            models.UniqueConstraint(fields=["candidate", "member"], name="competitions_assignment_once"),
        ]

    def __str__(self) -> str:
        return f"{self.member}: {self.candidate}"


class Recusal(models.Model):
    """A juror steps aside for one candidate, or is found to be tied to it."""

    assignment = models.OneToOneField(
        Assignment, on_delete=models.PROTECT, related_name="recusal", verbose_name=_("Zuweisung")
    )
    kind = models.CharField(_("Art"), max_length=12, choices=ConflictKind.choices, default=ConflictKind.DECLARED)
    reason = models.TextField(_("Begründung"))
    declared_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    declared_at = models.DateTimeField(_("angezeigt am"))

    class Meta:
        verbose_name = _("Befangenheit")
        verbose_name_plural = _("Befangenheiten")
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="competitions_recusal_with_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.assignment}: {self.get_kind_display()}"


class Review(models.Model):
    """One juror's review of one candidate."""

    assignment = models.OneToOneField(
        Assignment, on_delete=models.PROTECT, related_name="review", verbose_name=_("Zuweisung")
    )
    state = models.CharField(_("Stand"), max_length=10, choices=ReviewState.choices, default=ReviewState.OPEN)
    note = models.TextField(_("Anmerkung"), blank=True)
    shares_note = models.BooleanField(_("Anmerkung darf an die Bewerbenden gehen"), default=False)
    favourite = models.BooleanField(_("Favorit"), default=False)
    started_at = models.DateTimeField(_("begonnen am"))
    saved_at = models.DateTimeField(_("gespeichert am"))
    completed_at = models.DateTimeField(_("abgeschlossen am"), null=True, blank=True)

    class Meta:
        verbose_name = _("Bewertung")
        verbose_name_plural = _("Bewertungen")
        constraints = [
            models.CheckConstraint(
                condition=Q(state="open", completed_at__isnull=True) | Q(state="complete", completed_at__isnull=False),
                name="competitions_review_complete_since",
            ),
        ]

    def __str__(self) -> str:
        return str(self.assignment)

    @property
    def is_complete(self) -> bool:
        return self.state == ReviewState.COMPLETE


class Score(models.Model):
    """One number, or None for „keine Angabe“."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="scores", verbose_name=_("Bewertung"))
    criterion = models.ForeignKey(
        Criterion, on_delete=models.PROTECT, related_name="scores", verbose_name=_("Kriterium")
    )
    value = models.PositiveSmallIntegerField(_("Punkte"), null=True, blank=True)
    note = models.TextField(_("Notiz"), blank=True)

    class Meta:
        verbose_name = _("Punktzahl")
        verbose_name_plural = _("Punkte")
        ordering = ["review", "criterion"]
        constraints = [
            models.UniqueConstraint(fields=["review", "criterion"], name="competitions_score_once"),
            models.CheckConstraint(
                condition=Q(value__isnull=True) | Q(value__lte=100), name="competitions_score_on_longest_scale"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.criterion}: {self.value}"
