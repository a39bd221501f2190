"""Reminders of a deadline that went out: one per application, deadline and distance."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from .application import Application


class Reminder(models.Model):
    """One mail round to the editors of a draft, so many days before its deadline."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="reminded")
    deadline = models.DateTimeField(_("Annahmeschluss"))
    days = models.PositiveSmallIntegerField(_("Tage vorher"))
    sent_at = models.DateTimeField(_("verschickt am"))

    class Meta:
        verbose_name = _("Erinnerung")
        verbose_name_plural = _("Erinnerungen")
        ordering = ["-sent_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["application", "deadline", "days"], name="competitions_reminder_once"),
        ]

    def __str__(self) -> str:
        return f"{self.application.code}, {self.days}"
