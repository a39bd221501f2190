"""The admin wears the look of the house: its styles, its wordmark, a welcome in German."""

from __future__ import annotations

import pytest
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.http import HttpRequest
from django.test import Client

from cms.accounts.enums import Role
from tests.accounts.factories import make_user


@pytest.fixture
def admin() -> Client:
    """A client of somebody who has shown the second factor."""
    user = make_user("verwaltung@example.org", Role.ADMIN, name="Ada Beispiel")
    client = Client()
    client.force_login(user)
    TOTP.activate(user, generate_totp_secret())
    session = client.session
    request = HttpRequest()
    request.session = session
    record_authentication(request, user, method="mfa", type="totp")
    session.save()
    return client


@pytest.mark.django_db
def test_first_page_greets_in_the_look_of_the_house(admin: Client) -> None:
    html = admin.get("/verwaltung/").content.decode()
    assert "Guten Tag, Ada Beispiel" in html
    assert "css/admin" in html
    assert 'class="house-mark"' in html
    assert "Innenstädte mit Zukunft</title>" in html


@pytest.mark.django_db
def test_first_page_links_nowhere_outside(admin: Client) -> None:
    html = admin.get("/verwaltung/").content.decode()
    assert 'href="https://guide.wagtail.org' not in html
