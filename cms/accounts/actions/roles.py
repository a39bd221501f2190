"""Roles are given and taken, one at a time, and both are written down."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.models import Group
from django.db import transaction

from cms.accounts.enums import STAFF_ROLES, Role
from cms.accounts.models import RoleGrant, User
from cms.accounts.permissions import may_manage_accounts
from cms.accounts.refusals import last_admin, not_yours
from cms.accounts.rights import group_name
from cms.core.audit import record


@transaction.atomic
def grant_role(*, user: User, role: Role, by: User | None, now: datetime) -> bool:
    """Give USER the role; return False when it was held already. `by` None: the system, or the person by signing up."""
    _grant, is_new = RoleGrant.objects.get_or_create(
        user=user, role=role, defaults={"granted_by": by, "granted_at": now}
    )
    if is_new:
        _follow(user)
        record(action="accounts.role.granted", target=user, actor=by, changes={"role": (None, role.value)}, now=now)
    return is_new


@transaction.atomic
def revoke_role(*, user: User, role: Role, by: User | None, now: datetime) -> bool:
    """Take the role away; return False when it was not held. The last administrator stays.

    Raises Refused: `not_yours`, `last_admin`.
    """
    if by is not None and not may_manage_accounts(by) and by.pk != user.pk:
        raise not_yours()
    others = RoleGrant.objects.select_for_update().filter(role=Role.ADMIN, user__is_active=True).exclude(user=user)
    if role is Role.ADMIN and user.has_role(Role.ADMIN) and not others.exists():
        raise last_admin()
    taken, _by_model = RoleGrant.objects.filter(user=user, role=role).delete()
    if taken:
        _follow(user)
        record(action="accounts.role.revoked", target=user, actor=by, changes={"role": (role.value, None)}, now=now)
    return bool(taken)


def _follow(user: User) -> None:
    """Let Django's flags and groups say what the grants say."""
    user.forget_roles()
    held = {Role(value) for value in user.role_grants.values_list("role", flat=True)}
    user.is_staff = bool(held & STAFF_ROLES)
    user.is_superuser = Role.ADMIN in held
    user.save(update_fields=["is_staff", "is_superuser"])
    user.groups.set([Group.objects.get_or_create(name=group_name(role))[0] for role in sorted(held)])
    user.forget_roles()
