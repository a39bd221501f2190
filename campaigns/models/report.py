"""What visitors report about a public photo. A report hides nothing by itself; a moderator looks at it."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from campaigns.enums import ReportReason
from campaigns.models.entry import Entry


class EntryReport(models.Model):
    """„Beitrag melden“: one visitor's report, open until somebody has dealt with it."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    entry = models.ForeignKey(Entry, verbose_name=_("Beitrag"), on_delete=models.PROTECT, related_name="reports")
    reason = models.CharField(_("Grund"), max_length=10, choices=ReportReason)
    message = models.TextField(_("Was ist zu sehen oder zu wissen?"), max_length=2000, blank=True)
    email = models.EmailField(_("E-Mail-Adresse"), blank=True)
    language = models.CharField(max_length=10, default="de", editable=False)
    created_at = models.DateTimeField(_("gemeldet am"))
    closed_at = models.DateTimeField(_("erledigt am"), null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("erledigt von"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    note = models.TextField(_("Was wurde getan?"), max_length=2000, blank=True)

    class Meta:
        verbose_name = _("Meldung")
        verbose_name_plural = _("Meldungen")
        ordering = ["created_at"]
        indexes = [models.Index(fields=["created_at"], condition=Q(closed_at=None), name="entryreport_open")]

    def __str__(self) -> str:
        return f"{self.entry_id}: {self.get_reason_display()}"
