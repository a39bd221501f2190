"""Who holds which role, since when and by whom; taking one away deletes the row, the audit trail keeps the story."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.accounts.enums import Role


class RoleGrant(models.Model):
    """One person holds one role."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("Konto"), on_delete=models.CASCADE, related_name="role_grants"
    )
    role = models.CharField(_("Rolle"), max_length=20, choices=Role.choices)
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("vergeben von"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    granted_at = models.DateTimeField(_("vergeben am"))

    class Meta:
        verbose_name = _("Rolle")
        verbose_name_plural = _("Rollen")
        ordering = ["role"]
        constraints = [
            models.UniqueConstraint(fields=["user", "role"], name="accounts_rolegrant_once"),
            models.CheckConstraint(condition=models.Q(role__in=Role.values), name="accounts_rolegrant_known_role"),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}"
