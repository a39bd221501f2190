"""What a juror wants to know about a candidate before scoring it: the office finds out and answers."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .review import Assignment


class JurorQuestion(models.Model):
    """One open point of one juror; the answer is shown to that juror."""

    assignment = models.ForeignKey(
        Assignment, on_delete=models.PROTECT, related_name="questions", verbose_name=_("Zuweisung")
    )
    text = models.TextField(_("Rückfrage"))
    asked_at = models.DateTimeField(_("gestellt am"))
    answer = models.TextField(_("Antwort"), blank=True)
    answered_at = models.DateTimeField(_("beantwortet am"), null=True, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("Rückfrage")
        verbose_name_plural = _("Rückfragen")
        ordering = ["asked_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="competitions_jurorquestion_with_text"),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answer="") | (Q(answered_at__isnull=False) & ~Q(answer="")),
                name="competitions_jurorquestion_answered_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.assignment}: {self.text[:40]}"
