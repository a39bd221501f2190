"""Log-in by a code from a mail."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client
from django.utils import timezone

from cms.accounts.enums import Role
from cms.accounts.models import User
from cms.core.models import OneTimeCode
from tests.accounts.factories import make_user

pytestmark = pytest.mark.django_db
CODE_PAGE = "/konto/anmelden/code/"


def _other(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06d}"


def test_login_with_code_opens_the_account(client: Client, ask_for_code, applicant: User) -> None:
    code = ask_for_code(client, " Applicant@Example.org ")
    response = client.post(CODE_PAGE, {"code": f"{code[:3]} {code[3:]}"})
    assert (response.status_code, response["Location"]) == (302, "/konto/")
    assert client.get("/konto/").context["user"] == applicant


def test_login_of_new_address_makes_an_applicant(client: Client, ask_for_code) -> None:
    code = ask_for_code(client, "neu@example.org")
    assert not User.objects.filter(email="neu@example.org").exists()
    client.post(CODE_PAGE, {"code": code})
    user = User.objects.get(email="neu@example.org")
    assert user.roles == {Role.APPLICANT}
    assert not user.has_usable_password()
    assert EmailAddress.objects.get(user=user).verified


def test_login_answers_the_same_for_known_and_unknown_addresses(ask_for_code, applicant: User) -> None:
    known, unknown = Client(), Client()
    codes = {ask_for_code(known, applicant.email), ask_for_code(unknown, "niemand@example.org")}
    first, second = mail.outbox[-2:]
    for code in codes:
        first.body, second.body = first.body.replace(code, "-"), second.body.replace(code, "-")
    assert first.body == second.body
    assert first.subject[6:] == second.subject[6:]
    pages = [page.get(CODE_PAGE).content.decode() for page in (known, unknown)]
    assert pages[0].count("@example.org") == pages[1].count("@example.org")
    wrong = [page.post(CODE_PAGE, {"code": "000000"}).status_code for page in (known, unknown)]
    assert wrong == [200, 200]


def test_login_of_inactive_account_is_refused_after_the_code(client: Client, ask_for_code) -> None:
    make_user("gesperrt@example.org", is_active=False)
    code = ask_for_code(client, "gesperrt@example.org")
    response = client.post(CODE_PAGE, {"code": code})
    assert response["Location"] == "/konto/gesperrt/"
    assert client.get("/konto/gesperrt/").status_code == 403
    assert client.get("/konto/")["Location"].startswith("/konto/anmelden/")


def test_wrong_code_says_how_many_tries_are_left(client: Client, ask_for_code, applicant: User) -> None:
    code = ask_for_code(client, applicant.email)
    for left in ("4 Versuche", "3 Versuche", "2 Versuche", "einen Versuch"):
        response = client.post(CODE_PAGE, {"code": _other(code)})
        assert left in response.content.decode()
        assert "<title>Fehler: " in response.content.decode()
    assert "zu oft falsch" in client.post(CODE_PAGE, {"code": _other(code)}).content.decode()
    assert "zu oft falsch" in client.post(CODE_PAGE, {"code": code}).content.decode()


def test_code_of_wrong_shape_spends_no_try(client: Client, ask_for_code, applicant: User) -> None:
    code = ask_for_code(client, applicant.email)
    for _time in range(8):
        assert "sechs Ziffern" in client.post(CODE_PAGE, {"code": "12ab"}).content.decode()
    assert client.post(CODE_PAGE, {"code": code}).status_code == 302


def test_expired_code_is_refused(client: Client, ask_for_code, applicant: User) -> None:
    code = ask_for_code(client, applicant.email)
    OneTimeCode.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert "abgelaufen" in client.post(CODE_PAGE, {"code": code}).content.decode()


def test_code_counts_once(ask_for_code, applicant: User) -> None:
    first = Client()
    code = ask_for_code(first, applicant.email)
    twin = Client()
    twin.cookies = first.cookies.copy()
    session_of_both = first.session.session_key
    data = dict(first.session.items())
    assert first.post(CODE_PAGE, {"code": code}).status_code == 302
    again = Client()
    session = again.session
    session.update(data)
    session.save()
    assert session_of_both != first.session.session_key, "the key must change with the log-in"
    assert "schon verwendet" in again.post(CODE_PAGE, {"code": code}).content.decode()


def test_code_of_another_session_is_worthless(ask_for_code, applicant: User) -> None:
    mine, other = Client(), Client()
    ask_for_code(other, applicant.email)
    code = ask_for_code(mine, applicant.email)
    assert other.post(CODE_PAGE, {"code": code}).status_code == 200
    assert mine.post(CODE_PAGE, {"code": code}).status_code == 302


def test_new_code_voids_the_one_before(
    client: Client, ask_for_code, applicant: User, django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    from tests.accounts.conftest import newest_code

    old = ask_for_code(client, applicant.email)
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/konto/anmelden/code/neu/")
    new = newest_code()
    if old != new:
        assert client.post(CODE_PAGE, {"code": old}).status_code == 200
    assert client.post(CODE_PAGE, {"code": new}).status_code == 302


def test_too_many_mails_to_one_address_are_refused(
    client: Client, ask_for_code, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("django_ratelimit.core.time.time", lambda: 1_900_000_000.0)  # no window ends in between
    for _time in range(5):
        ask_for_code(client, "viel@example.org")
    response = client.post("/konto/anmelden/", {"email": "viel@example.org"})
    assert response.status_code == 200
    assert "zu viele Versuche" in response.content.decode()
    assert len(mail.outbox) == 5


def test_code_is_stored_nowhere_in_the_clear(client: Client, ask_for_code, applicant: User) -> None:
    code = ask_for_code(client, applicant.email)
    assert code not in str(dict(client.session.items()))
    assert code not in str(list(OneTimeCode.objects.values()))


@pytest.mark.parametrize(
    ("asked", "reached"),
    [
        ("/konto/loeschen/", "/konto/loeschen/"),
        ("/kampagnen/blick/?seite=2", "/kampagnen/blick/?seite=2"),
        ("https://boese.example/", "/konto/"),
        ("//boese.example/", "/konto/"),
        ("/\\boese.example", "/konto/"),
        ("javascript:alert(1)", "/konto/"),
    ],
)
def test_next_leads_only_to_this_site(client: Client, ask_for_code, applicant: User, asked: str, reached: str) -> None:
    from urllib.parse import quote

    code = ask_for_code(client, applicant.email, query=f"?next={quote(asked)}")
    page = client.get(f"{CODE_PAGE}?next={quote(asked)}").content.decode()
    assert ('name="next"' in page) is (asked == reached)
    assert client.post(f"{CODE_PAGE}?next={quote(asked)}", {"code": code})["Location"] == reached


def test_code_page_without_login_begins_again(client: Client) -> None:
    assert client.get(CODE_PAGE)["Location"] == "/konto/anmelden/"
    assert client.post("/konto/anmelden/code/neu/")["Location"] == "/konto/anmelden/"
    assert client.get("/konto/anmelden/code/neu/").status_code == 405


def test_login_lasts_no_longer_than_an_hour(client: Client, ask_for_code, applicant: User, settings) -> None:
    code = ask_for_code(client, applicant.email)
    settings.ACCOUNT_LOGIN_TIMEOUT = -1
    assert client.post(CODE_PAGE, {"code": code})["Location"] == "/konto/anmelden/"


def test_logged_in_person_skips_the_login(client: Client, applicant: User) -> None:
    client.force_login(applicant)
    assert client.get("/konto/anmelden/")["Location"] == "/konto/"
    assert client.get(CODE_PAGE)["Location"] == "/konto/"


def test_logout_asks_by_get_and_acts_by_post(client: Client, applicant: User) -> None:
    client.force_login(applicant)
    assert client.get("/konto/abmelden/").status_code == 200
    assert "_auth_user_id" in client.session
    client.post("/konto/abmelden/")
    assert "_auth_user_id" not in client.session
    assert client.get("/konto/abmelden/")["Location"] == "/"


@pytest.mark.parametrize(
    "path",
    [
        "signup/",
        "password/reset/",
        "password/change/",
        "email/",
        "login/",
        "login/code/",
        "3rdparty/",
        "confirm-email/",
    ],
)
def test_what_allauth_offers_beyond_the_code_has_no_address(client: Client, applicant: User, path: str) -> None:
    client.force_login(applicant)
    assert client.get(f"/konto/{path}").status_code == 404
    assert client.get(f"/accounts/{path}").status_code == 404


def test_wagtails_own_login_leads_to_ours(client: Client) -> None:
    assert client.get("/_util/login/?next=/intern/")["Location"] == "/konto/anmelden/?next=/intern/"
    assert client.get("/en/_util/login/")["Location"] == "/en/konto/anmelden/"
