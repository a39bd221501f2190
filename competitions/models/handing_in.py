"""What was handed in, frozen with its fingerprint, and what the office found when it checked."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from competitions.enums import FormalOutcome

from .application import Application


class Submission(models.Model):
    """One handing-in, with a copy of everything. Called back and sent again makes a second one."""

    application = models.ForeignKey(
        Application, on_delete=models.PROTECT, related_name="submissions", verbose_name=_("Bewerbung")
    )
    ordinal = models.PositiveSmallIntegerField(_("Fassung"))
    number = models.CharField(_("Empfangsnummer"), max_length=20, unique=True)
    sent_at = models.DateTimeField(_("gesendet am"))
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    fingerprint = models.CharField(_("Prüfsumme"), max_length=64)
    content = models.JSONField(_("Inhalt"))

    class Meta:
        verbose_name = _("Eingang")
        verbose_name_plural = _("Eingänge")
        ordering = ["application", "-ordinal"]
        constraints = [
            models.UniqueConstraint(fields=["application", "ordinal"], name="competitions_submission_ordinal_once"),
        ]

    def __str__(self) -> str:
        return self.number


class FormalCheck(models.Model):
    """The office's decision whether an application takes part: one per application."""

    application = models.OneToOneField(
        Application, on_delete=models.PROTECT, related_name="formal_check", verbose_name=_("Bewerbung")
    )
    outcome = models.CharField(_("Ergebnis"), max_length=10, choices=FormalOutcome.choices)
    ticked = models.JSONField(_("geprüft"), default=list)
    reason = models.TextField(_("Begründung"), blank=True)
    checked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    checked_at = models.DateTimeField(_("geprüft am"))

    class Meta:
        verbose_name = _("Formale Prüfung")
        verbose_name_plural = _("Formale Prüfungen")
        constraints = [
            models.CheckConstraint(
                condition=~Q(outcome="refused") | ~Q(reason=""), name="competitions_formalcheck_refused_with_reason"
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=FormalOutcome.values), name="competitions_formalcheck_known_outcome"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.application}: {self.get_outcome_display()}"
