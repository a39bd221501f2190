"""A mail waits here until it is delivered and is deleted at once when it is."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class MailQuerySet(models.QuerySet["OutgoingMail"]):
    def given_up(self) -> MailQuerySet:
        """The last attempt has failed."""
        return self.filter(due_at=None)


class OutgoingMail(models.Model):
    """One rendered mail on its way; after the last failed attempt only `template` and `last_error` remain."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    template = models.CharField(_("Vorlage"), max_length=120)
    recipient = models.EmailField(_("Empfänger"), max_length=320, blank=True)
    reply_to = models.EmailField(max_length=320, blank=True)
    subject = models.CharField(max_length=300, blank=True)
    text = models.TextField(blank=True)
    html = models.TextField(blank=True)
    headers = models.JSONField(default=dict, blank=True)
    created_at = models.DateTimeField(_("erstellt"), auto_now_add=True)
    due_at = models.DateTimeField(_("nächster Versuch"), null=True, db_index=True)
    attempts = models.PositiveSmallIntegerField(_("Versuche"), default=0)
    last_error = models.CharField(_("letzter Fehler"), max_length=120, blank=True)

    objects = MailQuerySet.as_manager()

    class Meta:
        verbose_name = _("ausgehende Mail")
        verbose_name_plural = _("ausgehende Mails")

    def __str__(self) -> str:
        return self.template
