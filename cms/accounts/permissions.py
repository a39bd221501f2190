"""Who may do what with accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cms.accounts.enums import STAFF_ROLES, Role

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from cms.accounts.models import User


def may_enter_admin(user: User | AnonymousUser) -> bool:
    """Whether /verwaltung/ exists for this person at all."""
    return user.is_authenticated and user.may_administer


def may_manage_accounts(user: User | AnonymousUser) -> bool:
    """Whether this person hands out roles."""
    return user.is_authenticated and user.has_role(Role.ADMIN)


def holds_any(user: User | AnonymousUser, roles: tuple[Role, ...]) -> bool:
    """Whether this person holds at least one of the roles (administrators hold every staff role)."""
    return user.is_authenticated and any(user.has_role(role) for role in roles)


def needs_second_factor(user: User) -> bool:
    """Whether this account must be protected by a second factor."""
    return bool(user.roles & STAFF_ROLES)
