"""The cast as fixtures, and ways through the log-in."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from allauth.account.internal.flows.login import (
    _AUTHENTICATION_METHODS_USER_SESSION_KEY,
    AUTHENTICATION_METHODS_SESSION_KEY,
)
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core import mail
from django.test import Client

from cms.accounts.models import User
from tests.accounts.factories import make_cast_member

SubmitEmail = Callable[..., str]


def _cast_fixture(part: str) -> Callable[[], User]:
    @pytest.fixture(name=part)
    def member(db: None) -> User:
        return make_cast_member(part)

    return member


moderator = _cast_fixture("moderator")
editor = _cast_fixture("editor")
office = _cast_fixture("office")
juror = _cast_fixture("juror")
applicant = _cast_fixture("applicant")
member = _cast_fixture("member")
admin = _cast_fixture("admin")
outsider = _cast_fixture("outsider")


def newest_code() -> str:
    """Return the code of the newest mail, as its reader sees it."""
    found = re.search(r"^ *(\d{6})$", mail.outbox[-1].body, re.MULTILINE)
    assert found, mail.outbox[-1].body
    return found[1]


@pytest.fixture
def ask_for_code(django_capture_on_commit_callbacks: Callable[..., object]) -> SubmitEmail:
    """Return a function that types an address into the log-in and gives back the code that was mailed."""

    def ask(client: Client, email: str, *, query: str = "") -> str:
        with django_capture_on_commit_callbacks(execute=True):
            response = client.post(f"/konto/anmelden/{query}", {"email": email})
        assert response.status_code == 302, response.content.decode()
        return newest_code()

    return ask


def add_app(user: User) -> str:
    """Set up an app for USER; return its secret."""
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    return secret


def app_code(secret: str) -> str:
    """Return the code that the app shows now."""
    counters = list(yield_hotp_counters_from_time())
    return format_hotp_value(hotp_value(secret, counters[len(counters) // 2]))


def pass_second_factor(client: Client, user: User) -> None:
    """Let the session of CLIENT have shown USER's second factor."""
    add_app(user)
    session = client.session
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "mfa", "type": "totp", "at": 0.0}]
    session[_AUTHENTICATION_METHODS_USER_SESSION_KEY] = str(user.pk)
    session.save()


def enter(part: str) -> Client:
    """Return a client in which a new member of the cast is logged in, second factor included."""
    client, user = Client(), make_cast_member(part)
    client.force_login(user)
    pass_second_factor(client, user)
    return client


@pytest.fixture
def staff_client(client: Client) -> Callable[[User], Client]:
    """Return a function that logs somebody in with the second factor shown."""

    def enter(user: User) -> Client:
        client.force_login(user)
        pass_second_factor(client, user)
        return client

    return enter
