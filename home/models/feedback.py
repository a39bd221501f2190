"""What visitors tell the office: hints and reported barriers."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from home.enums import FeedbackKind, FeedbackState

if TYPE_CHECKING:
    from datetime import datetime


class FeedbackQuerySet(models.QuerySet["Feedback"]):
    def waiting(self) -> FeedbackQuerySet:
        """Return what nobody has dealt with."""
        return self.filter(state=FeedbackState.OPEN)


class Feedback(models.Model):
    key = models.UUIDField(_("Kennung"), default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("Art"), max_length=8, choices=FeedbackKind.choices)
    page_path = models.CharField(_("Seite"), max_length=500, blank=True)
    message = models.TextField(_("Nachricht"), max_length=4000)
    name = models.CharField(_("Name"), max_length=120, blank=True)
    email = models.EmailField(_("E-Mail-Adresse"), blank=True)
    created_at: models.DateTimeField[datetime, datetime] = models.DateTimeField(_("Eingang"), db_index=True)
    handled_at = models.DateTimeField(_("bearbeitet am"), null=True, blank=True, editable=False)
    state = models.CharField(_("Stand"), max_length=8, choices=FeedbackState.choices, default=FeedbackState.OPEN)
    note = models.TextField(_("Was wurde getan?"), blank=True, max_length=2000)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("bearbeitet von"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = FeedbackQuerySet.as_manager()

    class Meta:
        verbose_name = _("Hinweis")
        verbose_name_plural = _("Hinweise und Barrieren")
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["state", "kind"], name="home_feedback_waiting")]
        constraints = [
            models.CheckConstraint(condition=~models.Q(message=""), name="home_feedback_says_something"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.message[:60]}"
