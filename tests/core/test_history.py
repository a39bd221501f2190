"""The history of the whole site is for the office; the menu leads nobody else there."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests.accounts.conftest import pass_second_factor
from tests.accounts.factories import make_cast_member

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("role", "status"), [("office", 200), ("editor", 404), ("moderator", 404)])
def test_history_of_the_site(client: Client, role: str, status: int) -> None:
    user = make_cast_member(role)
    client.force_login(user)
    pass_second_factor(client, user)
    address = reverse("wagtailadmin_reports:site_history")
    assert client.get(address).status_code == status
    assert client.get(f"{address}results/").status_code == status
    assert status == 200 or address not in client.get(reverse("wagtailadmin_home")).content.decode()
