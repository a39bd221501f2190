"""The roles that people can hold; who holds one is data (RoleGrant)."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """What somebody may be here; a person can hold several."""

    EDITOR = "editor", _("Redaktion")
    MODERATOR = "moderator", _("Moderation")
    OFFICE = "office", _("Geschäftsstelle")
    JUROR = "juror", _("Jury")
    APPLICANT = "applicant", _("Bewerbung")
    MEMBER = "member", _("Mitglied im Bündnis")
    ADMIN = "admin", _("Administration")


STAFF_ROLES: frozenset[Role] = frozenset({Role.EDITOR, Role.MODERATOR, Role.OFFICE, Role.ADMIN})
