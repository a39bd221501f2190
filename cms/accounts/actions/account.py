"""An account begins with a proven address and ends when its owner says so."""

from __future__ import annotations

from datetime import datetime

from allauth.account.models import EmailAddress
from django.db import transaction
from django.db.models import ProtectedError

from cms.accounts.actions.roles import grant_role, revoke_role
from cms.accounts.enums import Role
from cms.accounts.models import User
from cms.accounts.refusals import deletion_already_requested, in_use, name_missing, no_deletion_requested, own_account
from cms.core.audit import record


@transaction.atomic
def sign_up(*, email: str, now: datetime) -> User:
    """Return the account of an address that has just been proven by a code; make one if there is none.

    Who comes by themselves may apply; every other role is given by somebody.
    """
    user, is_new = User.objects.get_or_create(email=email.strip().lower(), defaults={"date_joined": now})
    if is_new:
        user.set_unusable_password()
        user.save(update_fields=["password"])
        grant_role(user=user, role=Role.APPLICANT, by=None, now=now)
        record(action="accounts.account.opened", target=None, actor=user, now=now)
    confirm_address(user=user)
    return user


@transaction.atomic
def invite(*, email: str, name: str, roles: tuple[Role, ...], by: User | None, now: datetime) -> User:
    """Return the account for an address with the roles given; the first log-in by code proves the address."""
    user, is_new = User.objects.get_or_create(
        email=email.strip().lower(), defaults={"name": name.strip(), "date_joined": now}
    )
    if is_new:
        user.set_unusable_password()
        user.save(update_fields=["password"])
        record(action="accounts.account.invited", target=None, actor=by, now=now)
    for role in roles:
        grant_role(user=user, role=role, by=by, now=now)
    return user


def confirm_address(*, user: User) -> None:
    """Note that the address of the account has been proven; an account has one address."""
    EmailAddress.objects.filter(user=user).exclude(email=user.email).delete()
    EmailAddress.objects.update_or_create(user=user, email=user.email, defaults={"verified": True, "primary": True})


@transaction.atomic
def rename(*, user: User, name: str, now: datetime) -> None:
    """Store the name by which the person wants to be addressed. Raises Refused: `name_missing`."""
    name = " ".join(name.split())
    if not name:
        raise name_missing()
    user.name = name
    user.save(update_fields=["name"])
    record(action="accounts.account.renamed", target=None, actor=user, now=now)


@transaction.atomic
def end_other_sessions(*, user: User, now: datetime) -> None:
    """Make every session of the person invalid (they are tied to the stored password hash, which is no password)."""
    user.set_unusable_password()
    user.save(update_fields=["password"])
    record(action="accounts.sessions.ended", target=None, actor=user, now=now)


@transaction.atomic
def request_deletion(*, user: User, now: datetime) -> None:
    """Note that the person wants the account to be deleted. Raises Refused: `deletion_already_requested`."""
    noted = User.objects.filter(pk=user.pk, deletion_requested_at=None).update(deletion_requested_at=now)
    if not noted:
        raise deletion_already_requested()
    user.deletion_requested_at = now
    record(action="accounts.deletion.requested", target=user, actor=user, now=now)


@transaction.atomic
def withdraw_deletion(*, user: User, now: datetime) -> None:
    """Take the wish back. Raises Refused: `no_deletion_requested`."""
    freed = User.objects.filter(pk=user.pk, deletion_requested_at__isnull=False).update(deletion_requested_at=None)
    if not freed:
        raise no_deletion_requested()
    user.deletion_requested_at = None
    record(action="accounts.deletion.withdrawn", target=user, actor=user, now=now)


@transaction.atomic
def set_account(*, user: User, name: str, is_active: bool, roles: frozenset[Role], by: User, now: datetime) -> None:
    """Bring name, lock and roles of an account in line with what the administration says. Raises Refused."""
    if not is_active and user.pk == by.pk:
        raise own_account()
    if user.is_active and not is_active and user.has_role(Role.ADMIN):
        revoke_role(user=user, role=Role.ADMIN, by=by, now=now)
    changes = {"is_active": (user.is_active, is_active)} if user.is_active != is_active else {}
    user.name, user.is_active = name.strip(), is_active
    user.save(update_fields=["name", "is_active"])
    user.forget_roles()
    held = {Role(value) for value in user.role_grants.values_list("role", flat=True)}
    for role in sorted(held - roles):
        revoke_role(user=user, role=role, by=by, now=now)
    for role in sorted(roles - held if is_active else set()):
        grant_role(user=user, role=role, by=by, now=now)
    if changes:
        record(action="accounts.account.changed", target=user, actor=by, changes=changes, now=now)


def delete_account(*, user: User, by: User, now: datetime) -> None:
    """Delete an account whose owner asked for it or who never used it. Raises Refused: `own_account`, `in_use`."""
    if user.pk == by.pk:
        raise own_account()
    try:
        with transaction.atomic():
            for role in sorted(user.roles):
                revoke_role(user=user, role=role, by=by, now=now)
            record(action="accounts.account.deleted", target=None, actor=by, now=now)
            user.delete()
    except ProtectedError as error:
        raise in_use() from error
