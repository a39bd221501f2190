"""Accounts and roles in the admin."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from cms.accounts.enums import Role
from cms.accounts.models import RoleGrant, User
from cms.core.models import AuditEvent
from tests.accounts.factories import make_user

pytestmark = pytest.mark.django_db
USERS = "/verwaltung/users/"
Enter = Callable[[User], Client]


def _form(user: User, **values: object) -> dict[str, object]:
    data = {"email": user.email, "name": user.name, "is_active": "on", "roles": [role.value for role in user.roles]}
    return {**data, **values}


def test_admin_lists_and_invites(staff_client: Enter, admin: User) -> None:
    client = staff_client(admin)
    assert "admin@example.org" in client.get(USERS).content.decode()
    data = {"email": "Neu@Example.org", "name": "Nele Neu", "is_active": "on", "roles": ["juror", "member"]}
    assert client.post(f"{USERS}new/", data).status_code == 302
    user = User.objects.get(email="neu@example.org")
    assert (user.name, user.roles) == ("Nele Neu", {Role.JUROR, Role.MEMBER})
    assert set(RoleGrant.objects.filter(user=user).values_list("granted_by", flat=True)) == {admin.pk}
    twice = client.post(f"{USERS}new/", {**data, "email": "NEU@example.org"})
    assert "schon ein Konto" in twice.content.decode()


def test_admin_gives_and_takes_roles(staff_client: Enter, admin: User, editor: User) -> None:
    client = staff_client(admin)
    response = client.post(f"{USERS}edit/{editor.pk}/", _form(editor, name="Edda R.", roles=["moderator"]))
    assert response.status_code == 302, response.content.decode()
    fresh = User.objects.get(pk=editor.pk)
    assert (fresh.name, fresh.roles) == ("Edda R.", {Role.MODERATOR})
    assert set(fresh.groups.values_list("name", flat=True)) == {"Moderation"}


def test_address_of_an_account_stays(staff_client: Enter, admin: User, editor: User) -> None:
    staff_client(admin).post(f"{USERS}edit/{editor.pk}/", _form(editor, email="fremd@example.org"))
    assert User.objects.get(pk=editor.pk).email == "editor@example.org"


def test_locking_an_account_ends_its_sessions(staff_client: Enter, admin: User, editor: User) -> None:
    there = Client()
    there.force_login(editor)
    data = _form(editor)
    del data["is_active"]
    staff_client(admin).post(f"{USERS}edit/{editor.pk}/", data)
    assert there.get("/konto/").status_code == 302
    assert AuditEvent.objects.get(action="accounts.account.changed").changes == {"is_active": [True, False]}


@pytest.mark.parametrize(("change", "told"), [({"roles": []}, "letzte Konto"), ({"is_active": ""}, "eigene Konto")])
def test_refusals_are_shown_and_nothing_changes(
    staff_client: Enter, admin: User, change: dict[str, object], told: str
) -> None:
    page = staff_client(admin).post(f"{USERS}edit/{admin.pk}/", _form(admin, name="Anders", **change))
    assert (page.status_code, told in page.content.decode()) == (200, True)
    fresh = User.objects.get(pk=admin.pk)
    assert (fresh.name, fresh.is_active, fresh.roles) == (admin.name, True, {Role.ADMIN})


def test_admin_deletes_accounts_but_not_the_own(staff_client: Enter, admin: User) -> None:
    client = staff_client(admin)
    gone = make_user("weg@example.org", Role.APPLICANT)
    client.post(f"{USERS}delete/{gone.pk}/")
    client.post(f"{USERS}delete/{admin.pk}/")
    assert set(User.objects.values_list("email", flat=True)) == {admin.email}
    assert AuditEvent.objects.filter(action="accounts.account.deleted").count() == 1


@pytest.mark.parametrize("part", ["editor", "moderator", "office"])
def test_other_staff_cannot_reach_accounts(staff_client: Enter, part: str, request: pytest.FixtureRequest) -> None:
    user = request.getfixturevalue(part)
    client = staff_client(user)
    for path in ("", "new/", f"edit/{user.pk}/", f"delete/{user.pk}/"):
        assert client.get(USERS + path).status_code == 302
    client.post(f"{USERS}edit/{user.pk}/", _form(user, roles=["admin"]))
    client.post("/verwaltung/groups/new/", {"name": "Eigene"})
    assert User.objects.get(pk=user.pk).roles == user.roles


def test_own_settings_in_the_admin_have_no_name_and_no_password(staff_client: Enter, editor: User) -> None:
    page = staff_client(editor).get("/verwaltung/account/").content.decode()
    assert "theme" in page
    assert not [name for name in ("name_email-", "password-", "password1") if f'name="{name}' in page]
