"""The office sees how many mails were given up and why, but not to whom they went."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cms.core.models import OutgoingMail
from tests.accounts.conftest import pass_second_factor
from tests.accounts.factories import make_cast_member

pytestmark = pytest.mark.django_db


def test_office_sees_what_was_given_up(client: Client) -> None:
    OutgoingMail.objects.create(template="campaigns/mail/entry_code", attempts=5, last_error="SMTPRecipientsRefused")
    OutgoingMail.objects.create(template="on/its/way", due_at=timezone.now())
    office = make_cast_member("office")
    client.force_login(office)
    pass_second_factor(client, office)
    html = client.get(reverse("core_failed_mails")).content.decode()
    assert "campaigns/mail/entry_code" in html
    assert "SMTPRecipientsRefused" in html
    assert "on/its/way" not in html
    assert "Mails, die nicht ankamen" in client.get(reverse("wagtailadmin_home")).content.decode()


def test_others_find_nothing(client: Client) -> None:
    editor = make_cast_member("editor")
    client.force_login(editor)
    pass_second_factor(client, editor)
    assert client.get(reverse("core_failed_mails")).status_code == 404
