"""Two people press „Senden“, two workers take the same batch: nobody gets an issue twice."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.utils import timezone

from cms.accounts.models import User
from cms.core.refusals import Refused
from home.actions import start_sending
from home.models import NewsletterDelivery, NewsletterIssue
from home.tasks import newsletter as tasks
from tests.accounts.factories import make_cast_member
from tests.home.test_newsletter_issues import make_issue, make_readers

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
READERS = 6


def at_once(work: Callable[[], Any]) -> list[Any]:
    """Do the same twice at the same time."""
    gate = Barrier(2)

    def begin(_number: int) -> Any:
        try:
            gate.wait(timeout=10)
            return work()
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(begin, range(2)))


def test_two_presses_send_once() -> None:
    make_readers(READERS)
    issue, by = make_issue(), make_cast_member("editor")

    def press() -> str:
        try:
            start_sending(
                issue=NewsletterIssue.objects.get(pk=issue.pk),
                expected=READERS,
                by=User.objects.get(pk=by.pk),
                now=timezone.now(),
            )
        except Refused as refusal:
            return refusal.code
        return "sent"

    assert sorted(at_once(press)) == ["already_sent", "sent"]
    assert NewsletterDelivery.objects.count() == READERS
    assert len({message.to[0] for message in mail.outbox}) == len(mail.outbox) == READERS


def test_two_workers_share_a_batch() -> None:
    readers = make_readers(READERS)
    issue = make_issue(slug="heft", state="sending", started_at=timezone.now())
    for reader in readers:
        NewsletterDelivery.objects.create(issue=issue, subscriber=reader)
    at_once(lambda: tasks.send_batch.func(issue.pk))
    assert len({message.to[0] for message in mail.outbox}) == len(mail.outbox) == READERS
    issue.refresh_from_db()
    assert issue.state == "sent"
