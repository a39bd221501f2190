"""How a membership begins, changes and ends; what members say about themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cms.accounts.actions import invite, revoke_role
from cms.accounts.enums import Role
from cms.core import audit, mail
from cms.core.refusals import Refused
from home.models import GroupPage, Membership, Partner

if TYPE_CHECKING:
    from cms.accounts.models import User

PROFILE = ("is_listed", "task", "about", "phone", "shows_email")


@transaction.atomic
def invite_member(
    *,
    email: str,
    name: str,
    partner: Partner | None,
    groups: Iterable[GroupPage],
    since: date,
    by: User | None,
    now: datetime,
) -> Membership:
    """Open the area for somebody and say so by mail. Raises Refused: `member_already`."""
    user = invite(email=email, name=name, roles=(Role.MEMBER,), by=by, now=now)
    membership, is_new = Membership.objects.get_or_create(user=user, defaults={"partner": partner, "since": since})
    if not is_new:
        raise Refused("member_already", _("Diese Adresse ist schon Mitglied."), field="email")
    membership.groups.set(groups)
    audit.record(action="home.membership.invited", target=membership, actor=by, now=now)
    context = {
        "name": user.name,
        "url": f"{settings.BASE_URL}/intern/",
        "email": user.email,
        "groups": [group.title for group in membership.groups.all()],
    }
    mail.send(template="home/mail/member_invited", to=user.email, context=context)
    return membership


@transaction.atomic
def change_membership(
    *,
    membership: Membership,
    partner: Partner | None,
    groups: Iterable[GroupPage],
    since: date,
    by: User,
    now: datetime,
) -> None:
    """The office sets partner and groups; what the member said about themselves stays."""
    before = ", ".join(str(pk) for pk in sorted(membership.groups.values_list("pk", flat=True)))
    membership.partner, membership.since = partner, since
    membership.save(update_fields=["partner", "since"])
    membership.groups.set(groups)
    after = ", ".join(str(pk) for pk in sorted(membership.groups.values_list("pk", flat=True)))
    changes = {"groups": (before, after)} if before != after else {}
    audit.record(action="home.membership.changed", target=membership, actor=by, changes=changes, now=now)


@transaction.atomic
def end_membership(*, membership: Membership, by: User, now: datetime) -> None:
    """Close the area for somebody: role and profile go, the account stays for whatever else it is used for."""
    audit.record(action="home.membership.ended", target=membership, actor=by, now=now)
    revoke_role(user=membership.user, role=Role.MEMBER, by=None, now=now)
    membership.delete()


@transaction.atomic
def change_profile(*, user: User, values: Mapping[str, Any]) -> None:
    """Store what a member wants others to know; nothing of it is shown before `is_listed` says so."""
    chosen = {name: values[name] for name in PROFILE}
    Membership.objects.update_or_create(user=user, defaults=chosen)
