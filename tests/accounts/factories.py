"""People for tests: the fixed cast and a way to make more."""

from __future__ import annotations

from datetime import UTC, datetime

from cms.accounts.actions import grant_role
from cms.accounts.enums import Role
from cms.accounts.models import User

GRANTED_AT = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)

CAST: dict[str, tuple[str, tuple[Role, ...]]] = {
    "entrant": ("Enno Entwurf", ()),
    "rival": ("Rika Rival", ()),
    "moderator": ("Mo Moderation", (Role.MODERATOR,)),
    "editor": ("Edda Redaktion", (Role.EDITOR,)),
    "office": ("Olga Geschäftsstelle", (Role.OFFICE,)),
    "juror": ("Juri Jury", (Role.JUROR,)),
    "recused_juror": ("Bea Befangen", (Role.JUROR,)),
    "applicant": ("Anna Antrag", (Role.APPLICANT,)),
    "member": ("Mika Mitglied", (Role.MEMBER,)),
    "admin": ("Ada Administration", (Role.ADMIN,)),
    "outsider": ("Otto Außen", ()),
}


def make_user(email: str, *roles: Role, name: str = "", is_active: bool = True) -> User:
    """Store a person who holds ROLES."""
    user = User.objects.create_user(email, name=name, is_active=is_active)
    for role in roles:
        grant_role(user=user, role=role, by=None, now=GRANTED_AT)
    return user


def make_cast_member(part: str) -> User:
    """Store one person of the cast, e.g. „moderator“ or „outsider“."""
    name, roles = CAST[part]
    return make_user(f"{part.replace('_', '.')}@example.org", *roles, name=name)
