"""The admin's door: log-in, a staff role, a second factor, by every address."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from cms.accounts.models import User
from tests.accounts.conftest import add_app, app_code, pass_second_factor

pytestmark = pytest.mark.django_db
CODE_PAGE = "/konto/anmelden/code/"
STAFF = ("moderator", "editor", "office", "admin")
ARGUMENTS = {"int": "1", "str": "x", "slug": "x", "uuid": "00000000-0000-0000-0000-000000000000", "path": "x"}


def _addresses(patterns: list[URLPattern | URLResolver], prefix: str) -> list[str]:
    """Return one concrete address for every simple pattern below the admin."""
    found: list[str] = []
    for entry in patterns:
        route = getattr(entry.pattern, "_route", None)
        if route is None:
            continue
        for kind, filler in ARGUMENTS.items():
            while f"<{kind}:" in route:
                start = route.index(f"<{kind}:")
                route = route[:start] + filler + route[route.index(">", start) + 1 :]
        while "<" in route:
            start = route.index("<")
            route = f"{route[:start]}x{route[route.index('>', start) + 1 :]}"
        if isinstance(entry, URLResolver):
            found += _addresses(entry.url_patterns, prefix + route)
        else:
            found.append(prefix + route)
    return found


def _admin_addresses() -> list[str]:
    every = _addresses(get_resolver().url_patterns, "/")
    return sorted({address for address in every if address.startswith("/verwaltung/")})


def test_there_are_admin_addresses_to_check() -> None:
    addresses = _admin_addresses()
    assert len(addresses) > 150
    assert {"/verwaltung/", "/verwaltung/login/", "/verwaltung/pages/1/view_draft/"} <= set(addresses)


def test_every_admin_address_sends_strangers_to_the_login(client: Client) -> None:
    open_doors = [
        address
        for address in _admin_addresses()
        if not client.get(address).headers.get("Location", "").startswith("/konto/anmelden/")
    ]
    assert open_doors == []


def test_every_admin_address_is_unknown_to_people_without_staff_role(client: Client, applicant: User) -> None:
    client.force_login(applicant)
    assert {client.get(address).status_code for address in _admin_addresses()} == {404}


def test_every_admin_address_asks_staff_for_the_second_factor(client: Client, editor: User) -> None:
    client.force_login(editor)
    answers = {client.get(address).headers.get("Location", "").partition("?")[0] for address in _admin_addresses()}
    assert answers == {"/konto/zweiter-faktor/", "/verwaltung/"}
    assert client.get("/verwaltung/login/")["Location"] == "/verwaltung/"
    add_app(editor)
    assert client.post("/verwaltung/pages/1/edit/")["Location"].startswith("/konto/zweiter-faktor/bestaetigen/?next=")


@pytest.mark.parametrize("part", STAFF)
def test_staff_with_second_factor_reach_the_admin(
    part: str, request: pytest.FixtureRequest, staff_client: Callable[[User], Client]
) -> None:
    client = staff_client(request.getfixturevalue(part))
    assert client.get("/verwaltung/").status_code == 200


@pytest.mark.parametrize("part", ["juror", "applicant", "member", "outsider"])
def test_others_find_no_admin_even_with_second_factor(
    part: str, request: pytest.FixtureRequest, staff_client: Callable[[User], Client]
) -> None:
    client = staff_client(request.getfixturevalue(part))
    assert client.get("/verwaltung/").status_code == 404


def test_login_of_protected_account_asks_for_the_factor(client: Client, ask_for_code, editor: User) -> None:
    secret = add_app(editor)
    code = ask_for_code(client, editor.email, query="?next=/verwaltung/reports/locked/")
    response = client.post(f"{CODE_PAGE}?next=/verwaltung/reports/locked/", {"code": code})
    assert response["Location"] == "/konto/zweiter-faktor/pruefen/"
    assert client.get("/konto/")["Location"].startswith("/konto/anmelden/"), "not logged in yet"
    wrong = client.post("/konto/zweiter-faktor/pruefen/", {"code": "000000"})
    assert "Dieser Code stimmt nicht" in wrong.content.decode()
    done = client.post("/konto/zweiter-faktor/pruefen/", {"code": app_code(secret)})
    assert done["Location"] == "/verwaltung/reports/locked/"
    assert client.get("/verwaltung/").status_code == 200


def test_emergency_code_opens_once(client: Client, ask_for_code, editor: User) -> None:
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

    add_app(editor)
    spare = RecoveryCodes.activate(editor).get_unused_codes()[0]
    for status in (302, 200):
        code = ask_for_code(client, editor.email)
        client.post(CODE_PAGE, {"code": code})
        assert client.post("/konto/zweiter-faktor/pruefen/", {"code": spare}).status_code == status
        client.post("/konto/abmelden/")


def test_guessing_the_factor_is_stopped(client: Client, ask_for_code, editor: User) -> None:
    secret = add_app(editor)
    client.post(CODE_PAGE, {"code": ask_for_code(client, editor.email)})
    for _time in range(5):
        client.post("/konto/zweiter-faktor/pruefen/", {"code": "000000"})
    response = client.post("/konto/zweiter-faktor/pruefen/", {"code": app_code(secret)})
    assert "zu viele Versuche" in response.content.decode()


def test_setting_up_an_app_opens_the_admin(
    client: Client, editor: User, django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    client.force_login(editor)
    assert client.get("/verwaltung/", follow=True).redirect_chain[0][0].startswith("/konto/zweiter-faktor/?next=")
    page = client.get("/konto/zweiter-faktor/app/")
    assert "<svg" in page.content.decode()
    secret = page.context["form"].secret
    bad = client.post("/konto/zweiter-faktor/app/", {"code": "000000"})
    assert bad.context["form"].secret == secret, "a wrong code must not make the scanned picture worthless"
    with django_capture_on_commit_callbacks(execute=True):
        done = client.post("/konto/zweiter-faktor/app/", {"code": app_code(secret)})
    assert done["Location"] == "/konto/zweiter-faktor/codes/"
    assert len(client.get(done["Location"]).context["unused_codes"]) == 10
    assert client.get("/verwaltung/").status_code == 200
    assert "Die Anmeldung mit einer App wurde eingerichtet." in mail.outbox[-1].body
    stored = Authenticator.objects.get(user=editor, type="totp").data
    assert secret not in str(stored)


def test_session_from_before_the_factor_must_show_it(client: Client, editor: User) -> None:
    client.force_login(editor)
    secret = add_app(editor)
    response = client.get("/verwaltung/pages/")
    assert response["Location"] == "/konto/zweiter-faktor/bestaetigen/?next=%2Fverwaltung%2Fpages%2F"
    done = client.post(response["Location"], {"code": app_code(secret)})
    assert done["Location"] == "/verwaltung/pages/"
    assert client.get("/verwaltung/").status_code == 200


def test_removing_the_last_factor_closes_the_admin(client: Client, editor: User) -> None:
    client.force_login(editor)
    pass_second_factor(client, editor)
    Authenticator.objects.filter(user=editor).delete()
    assert client.get("/verwaltung/")["Location"].startswith("/konto/zweiter-faktor/?next=")


def test_changing_factors_asks_again(client: Client, editor: User) -> None:
    client.force_login(editor)
    pass_second_factor(client, editor)
    for path in ("app/abschalten/", "passkeys/neu/", "codes/neu/"):
        response = client.get(f"/konto/zweiter-faktor/{path}")
        assert response["Location"].startswith("/konto/zweiter-faktor/bestaetigen/"), path


def test_somebody_elses_passkey_does_not_exist(client: Client, editor: User, moderator: User) -> None:
    theirs = Authenticator.objects.create(user=moderator, type="webauthn", data={"name": "x", "credential": {}})
    client.force_login(editor)
    assert client.get(f"/konto/zweiter-faktor/passkeys/{theirs.pk}/").status_code == 404
    assert client.post(f"/konto/zweiter-faktor/passkeys/{theirs.pk}/entfernen/").status_code == 404
    assert Authenticator.objects.filter(pk=theirs.pk).exists()


def test_revoked_role_closes_the_admin_at_once(client: Client, editor: User, admin: User) -> None:
    from datetime import UTC, datetime

    from cms.accounts.actions import revoke_role
    from cms.accounts.enums import Role

    client.force_login(editor)
    pass_second_factor(client, editor)
    assert client.get("/verwaltung/").status_code == 200
    revoke_role(user=editor, role=Role.EDITOR, by=admin, now=datetime(2027, 1, 1, tzinfo=UTC))
    assert client.get("/verwaltung/").status_code == 404
