"""The audit trail is only ever added to."""

from __future__ import annotations

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class AuditEvent(models.Model):
    """One thing that somebody did: who, what, when, old and new value."""

    happened_at = models.DateTimeField(_("Zeitpunkt"), default=timezone.now, db_index=True)
    action = models.CharField(_("Vorgang"), max_length=80, db_index=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("Person"),
    )
    actor_label = models.CharField(_("in der Rolle"), max_length=120, blank=True)
    target_type = models.ForeignKey(
        ContentType, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("Art")
    )
    target_id = models.CharField(_("Kennung"), max_length=64, blank=True)
    target_label = models.CharField(_("Gegenstand"), max_length=200, blank=True)
    changes = models.JSONField(_("Änderungen"), default=dict, blank=True)
    reason = models.TextField(_("Begründung"), blank=True)

    class Meta:
        verbose_name = _("Protokolleintrag")
        verbose_name_plural = _("Protokoll")
        ordering = ["-happened_at", "-pk"]
        indexes = [models.Index(fields=["target_type", "target_id"], name="audit_target_idx")]

    def __str__(self) -> str:
        return f"{self.action} {self.target_label}".strip()
