"""Roles are data; groups, flags and Wagtail's rights follow them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import IntegrityError, transaction
from wagtail.models import Collection, GroupPagePermission, Page

from cms.accounts.actions import grant_role, invite, revoke_role
from cms.accounts.enums import STAFF_ROLES, Role
from cms.accounts.models import RoleGrant, User
from cms.accounts.rights import GROUP_NAMES, sync_rights
from cms.core.models import AuditEvent
from cms.core.refusals import Refused
from tests.accounts.factories import make_user

pytestmark = pytest.mark.django_db
NOW = datetime(2027, 3, 1, 10, 0, tzinfo=UTC)

# role → what Wagtail lets its holder do: (enter, add page, publish page, add image, change entries)
TABLE = {
    Role.EDITOR: (True, True, True, True, False),
    Role.MODERATOR: (True, False, False, False, False),
    Role.OFFICE: (True, False, True, True, True),
    Role.JUROR: (False, False, False, False, False),
    Role.APPLICANT: (False, False, False, False, False),
    Role.MEMBER: (False, False, False, False, False),
    Role.ADMIN: (True, True, True, True, True),
}


@pytest.mark.parametrize("role", list(Role))
def test_role_table(role: Role) -> None:
    user = make_user("wer@example.org", role)
    user = User.objects.get(pk=user.pk)
    pages = Page.objects.filter(depth=2).first().specific.permissions_for_user(user)
    from wagtail.images.permissions import permission_policy

    rights = (
        user.has_perm("wagtailadmin.access_admin"),
        pages.can_add_subpage() or user.is_superuser,
        pages.can_publish_subpage() or user.is_superuser,
        permission_policy.user_has_permission(user, "add"),
        user.has_perm("campaigns.change_campaign"),
    )
    assert rights == TABLE[role]
    assert user.is_staff is (role in STAFF_ROLES) is user.may_administer
    assert user.is_superuser is (role is Role.ADMIN)
    assert set(user.groups.values_list("name", flat=True)) == {GROUP_NAMES[role]}


def test_admin_holds_every_staff_role_and_no_other() -> None:
    user = make_user("ada@example.org", Role.ADMIN)
    assert {role for role in Role if user.has_role(role)} == STAFF_ROLES


def test_inactive_account_holds_no_role() -> None:
    user = make_user("weg@example.org", Role.ADMIN, is_active=False)
    user.forget_roles()
    assert (user.roles, user.may_administer) == (frozenset(), False)


def test_grant_is_written_down_once(admin: User) -> None:
    user = make_user("neu@example.org")
    assert grant_role(user=user, role=Role.JUROR, by=admin, now=NOW) is True
    assert grant_role(user=user, role=Role.JUROR, by=admin, now=NOW) is False
    grant = RoleGrant.objects.get(user=user)
    assert (grant.role, grant.granted_by, grant.granted_at) == ("juror", admin, NOW)
    event = AuditEvent.objects.get(action="accounts.role.granted", target_id=str(user.pk))
    assert (event.actor, event.changes) == (admin, {"role": [None, "juror"]})


def test_revoke_takes_role_group_and_flag(admin: User, editor: User) -> None:
    assert revoke_role(user=editor, role=Role.EDITOR, by=admin, now=NOW) is True
    fresh = User.objects.get(pk=editor.pk)
    assert (fresh.roles, fresh.is_staff, fresh.groups.count()) == (frozenset(), False, 0)
    assert revoke_role(user=editor, role=Role.EDITOR, by=admin, now=NOW) is False


def test_last_admin_stays(admin: User) -> None:
    with pytest.raises(Refused) as refusal:
        revoke_role(user=admin, role=Role.ADMIN, by=admin, now=NOW)
    assert refusal.value.code == "last_admin"
    second = make_user("zweite@example.org", Role.ADMIN)
    assert revoke_role(user=admin, role=Role.ADMIN, by=second, now=NOW) is True


def test_only_admins_revoke(office: User, editor: User) -> None:
    with pytest.raises(Refused) as refusal:
        revoke_role(user=editor, role=Role.EDITOR, by=office, now=NOW)
    assert refusal.value.code == "not_yours"


def test_database_knows_the_roles_and_stores_each_once() -> None:
    user = make_user("a@example.org", Role.JUROR)
    with pytest.raises(IntegrityError), transaction.atomic():
        RoleGrant.objects.create(user=user, role="king", granted_at=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        RoleGrant.objects.create(user=user, role="juror", granted_at=NOW)


def test_address_is_unique_whatever_its_case() -> None:
    make_user("Anna@Example.org")
    assert User.objects.get().email == "anna@example.org"
    with pytest.raises(IntegrityError), transaction.atomic():
        make_user("ANNA@example.org")
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.bulk_create([User(email="ANNA@example.org")])


def test_password_is_never_usable() -> None:
    user = User.objects.create_superuser("root@example.org", "geheim")
    assert (user.has_usable_password(), user.has_role(Role.ADMIN)) == (False, True)


def test_invited_account_keeps_its_name(admin: User) -> None:
    first = invite(email="Jury@Example.org", name="Jo Jury", roles=(Role.JUROR,), by=admin, now=NOW)
    again = invite(email="jury@example.org", name="Anders", roles=(Role.MEMBER,), by=admin, now=NOW)
    assert (again.pk, again.name, again.roles) == (first.pk, "Jo Jury", {Role.JUROR, Role.MEMBER})


def test_sync_takes_back_what_was_added_by_hand_and_may_repeat() -> None:
    group = Group.objects.get(name="Redaktion")
    before = (group.permissions.count(), group.page_permissions.count(), group.collection_permissions.count())
    group.permissions.add(Permission.objects.get(codename="delete_user", content_type__app_label="accounts"))
    GroupPagePermission.objects.create(
        group=Group.objects.get(name="Moderation"),
        page=Page.objects.get(depth=1),
        permission=Permission.objects.get(codename="publish_page"),
    )
    sync_rights()
    sync_rights()
    after = (group.permissions.count(), group.page_permissions.count(), group.collection_permissions.count())
    assert after == before
    assert Group.objects.get(name="Moderation").page_permissions.count() == 0
    assert Collection.objects.get(depth=1).group_permissions.exists()
    assert not Group.objects.filter(name__in=["Editors", "Moderators"]).exists()
