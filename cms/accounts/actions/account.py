"""An account begins with a proven address and ends when its owner says so."""

from __future__ import annotations

from datetime import datetime

from allauth.account.models import EmailAddress
from django.db import transaction

from cms.accounts.actions.roles import grant_role
from cms.accounts.enums import Role
from cms.accounts.models import User
from cms.accounts.refusals import deletion_already_requested, name_missing, no_deletion_requested
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
