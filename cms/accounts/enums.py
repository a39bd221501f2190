"""The roles that people can hold; who holds one is data (RoleGrant)."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Role(TextChoices):
    """What somebody may be here; a person can hold several."""

    EDITOR = "editor", pgettext_lazy("role", "Redaktion")
    MODERATOR = "moderator", pgettext_lazy("role", "Moderation")
    OFFICE = "office", _("Geschäftsstelle")
    JUROR = "juror", pgettext_lazy("role", "Jury")
    APPLICANT = "applicant", pgettext_lazy("role", "Bewerbung")
    MEMBER = "member", _("Mitglied im Bündnis")
    ADMIN = "admin", pgettext_lazy("role", "Administration")


STAFF_ROLES: frozenset[Role] = frozenset({Role.EDITOR, Role.MODERATOR, Role.OFFICE, Role.ADMIN})
