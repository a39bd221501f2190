"""What the office asks for after the deadline: named parts of one application open again until a moment."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .application import Application
from .handing_in import Submission


class FollowUp(models.Model):
    """One request. Open until it is answered by a new submission, taken back, or settled after its moment."""

    application = models.ForeignKey(
        Application, on_delete=models.PROTECT, related_name="follow_ups", verbose_name=_("Bewerbung")
    )
    parts = models.JSONField(_("Teile"))
    message = models.TextField(_("Was fehlt"), max_length=4000)
    until = models.DateTimeField(_("bis"))
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("von")
    )
    asked_at = models.DateTimeField(_("erbeten am"))
    closed_at = models.DateTimeField(_("beendet am"), null=True, blank=True)
    submission = models.OneToOneField(
        Submission, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Antwort")
    )

    class Meta:
        verbose_name = _("Nachforderung")
        verbose_name_plural = _("Nachforderungen")
        ordering = ["application", "-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["application"], condition=Q(closed_at__isnull=True), name="competitions_followup_one_open"
            ),
            models.CheckConstraint(
                condition=Q(submission__isnull=True) | Q(closed_at__isnull=False),
                name="competitions_followup_answered_is_closed",
            ),
            models.CheckConstraint(condition=~Q(message=""), name="competitions_followup_says_something"),
        ]

    def __str__(self) -> str:
        return f"{self.application}: {self.message[:60]}"

    @property
    def is_answered(self) -> bool:
        return self.submission_id is not None

    def is_running(self, now: datetime) -> bool:
        """Whether the applicant can still answer."""
        return self.closed_at is None and now < self.until
