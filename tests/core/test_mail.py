from __future__ import annotations

import logging
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail as django_mail
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone, translation
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from cms.core import mail, tasks
from cms.core.models import OutgoingMail

TO = "entrant@example.org"
MAIL: dict[str, Any] = {
    "template": "core_test/mail/code",
    "to": TO,
    "context": {"code": "123456", "town": "Weißensee & <Söhne>"},
}

pytestmark = pytest.mark.usefixtures("mail_templates")


def run_worker() -> None:
    call_command("db_worker", batch=True, interval=0, startup_delay=False, queue_name="*", reload=False, verbosity=0)


def run_waiting(capture) -> None:
    """Run every task that is ready as the worker would, without its loop and its own transaction."""
    worker = Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="test",
        excluded_queue_names=[],
    )
    with capture(execute=True):
        for row in DBTaskResult.objects.ready():
            row.claim(worker.worker_id)
            worker.run_task(row)


@pytest.mark.django_db
def test_send_delivers_text_and_html(django_capture_on_commit_callbacks, settings) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        mail.send(**MAIL, reply_to="office@example.org")

    (message,) = django_mail.outbox
    assert message.to == [TO]
    assert message.reply_to == ["office@example.org"]
    assert message.subject == "Ihr Code für Weißensee & <Söhne>"
    assert message.body == (
        f"Guten Tag,\n\nIhr Code für Weißensee & <Söhne>: 123456\n{settings.BASE_URL}/weiter/\n{settings.SITE_NAME}\n"
    )
    ((html, kind),) = message.alternatives
    assert kind == "text/html"
    assert "Ihr Code für Weißensee &amp; &lt;Söhne&gt;: 123456" in html
    assert message.extra_headers["Auto-Submitted"] == "auto-generated"


@pytest.mark.django_db
def test_send_leaves_nothing_behind_when_delivered(django_capture_on_commit_callbacks) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        mail.send(**MAIL)

    assert len(django_mail.outbox) == 1
    assert not OutgoingMail.objects.exists()


@pytest.mark.django_db
def test_send_renders_in_the_language_of_the_moment(django_capture_on_commit_callbacks) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        with translation.override("en"):
            mail.send(**MAIL)
        assert 'lang="en"' in OutgoingMail.objects.get().html

    assert len(django_mail.outbox) == 1


@pytest.mark.django_db
def test_send_waits_for_the_commit(django_capture_on_commit_callbacks) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        mail.send(**MAIL)
        assert django_mail.outbox == []

    assert [message.to for message in django_mail.outbox] == [[TO]]


@pytest.mark.django_db
def test_send_is_undone_with_its_transaction(django_capture_on_commit_callbacks) -> None:
    def fail_later() -> None:
        with transaction.atomic():
            mail.send(**MAIL)
            raise ZeroDivisionError

    with django_capture_on_commit_callbacks(execute=True), pytest.raises(ZeroDivisionError):
        fail_later()

    assert django_mail.outbox == []
    assert not OutgoingMail.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_queue_never_holds_the_address_and_forgets_the_task(database_queue) -> None:
    mail.send(**MAIL)

    row = DBTaskResult.objects.get()
    assert row.args_kwargs == {"args": [str(OutgoingMail.objects.get().pk)], "kwargs": {}}

    run_worker()

    assert [message.to for message in django_mail.outbox] == [[TO]]
    assert not DBTaskResult.objects.exists()
    assert not OutgoingMail.objects.exists()


@pytest.mark.django_db
def test_deliver_twice_sends_once() -> None:
    mail.send(**MAIL)
    pk, now = str(OutgoingMail.objects.get().pk), timezone.now()

    mail.deliver(pk, now)
    mail.deliver(pk, now)

    assert len(django_mail.outbox) == 1


@pytest.mark.django_db
def test_deliver_leaves_a_mail_that_another_worker_has_taken() -> None:
    mail.send(**MAIL)
    now = timezone.now()
    OutgoingMail.objects.update(due_at=now + mail.CLAIM)

    mail.deliver(str(OutgoingMail.objects.get().pk), now)

    assert django_mail.outbox == []


@pytest.mark.django_db
@pytest.mark.parametrize("server, error", [("Refusing", "SMTPRecipientsRefused"), ("Away", "ConnectionRefusedError")])
def test_deliver_plans_another_attempt(server: str, error: str, settings, caplog) -> None:
    settings.EMAIL_BACKEND = f"tests.core.mail_backends.{server}"
    mail.send(**MAIL)
    pk, now = str(OutgoingMail.objects.get().pk), timezone.now()

    with caplog.at_level(logging.DEBUG):
        mail.deliver(pk, now)

    waiting = OutgoingMail.objects.get()
    assert (waiting.attempts, waiting.last_error, waiting.due_at) == (1, error, now + timedelta(minutes=1))
    assert waiting.recipient == TO
    assert "example.org" not in caplog.text
    assert error in caplog.text


@pytest.mark.django_db
def test_deliver_forgets_everything_personal_after_the_last_attempt(settings) -> None:
    settings.EMAIL_BACKEND = "tests.core.mail_backends.Refusing"
    mail.send(**MAIL, reply_to="office@example.org")
    now = timezone.now()
    for _attempt in range(len(mail.RETRY_AFTER) + 1):
        assert mail.deliver_due(now) == 1
        now += timedelta(days=1)

    left = OutgoingMail.objects.get()
    assert (left.recipient, left.reply_to, left.subject, left.text, left.html) == ("", "", "", "", "")
    assert (left.due_at, left.attempts, left.last_error) == (None, 6, "SMTPRecipientsRefused")
    assert mail.deliver_due(now) == 0


@pytest.mark.django_db
def test_queue_waits_with_the_next_attempt(database_queue, settings, django_capture_on_commit_callbacks) -> None:
    settings.EMAIL_BACKEND = "tests.core.mail_backends.Away"
    with django_capture_on_commit_callbacks(execute=True):
        mail.send(**MAIL)
    run_waiting(django_capture_on_commit_callbacks)

    row, waiting = DBTaskResult.objects.get(), OutgoingMail.objects.get()
    assert (row.run_after, row.status) == (waiting.due_at, "READY")

    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    DBTaskResult.objects.update(run_after=timezone.now())
    OutgoingMail.objects.update(due_at=timezone.now())
    run_waiting(django_capture_on_commit_callbacks)

    assert len(django_mail.outbox) == 1
    assert not DBTaskResult.objects.exists()


@pytest.mark.django_db
def test_failed_task_keeps_no_address(database_queue, settings, django_capture_on_commit_callbacks) -> None:
    settings.EMAIL_BACKEND = "tests.core.mail_backends.Broken"
    with django_capture_on_commit_callbacks(execute=True):
        mail.send(**MAIL)
    run_waiting(django_capture_on_commit_callbacks)

    row = DBTaskResult.objects.get()
    assert row.status == "FAILED"
    assert "KeyError: 'lost [mail]'" in row.traceback
    assert "example.org" not in row.traceback
    assert OutgoingMail.objects.get().recipient == TO  # still to be delivered by the command


@pytest.mark.django_db
def test_command_delivers_what_is_due(capsys) -> None:
    mail.send(**MAIL)
    call_command("deliver_mail")

    assert capsys.readouterr().out == "1 tried\n"
    assert len(django_mail.outbox) == 1


@pytest.mark.django_db
def test_delete_failed_keeps_what_waits_and_what_is_young(settings) -> None:
    old = timezone.now() - timedelta(days=15)
    for due_at in (None, timezone.now()):
        for created_at in (old, timezone.now()):
            kept = OutgoingMail.objects.create(template="x", due_at=due_at)
            OutgoingMail.objects.filter(pk=kept.pk).update(created_at=created_at)

    assert mail.delete_failed(timezone.now()) == 1
    assert OutgoingMail.objects.filter(due_at=None).count() == 1


@pytest.mark.django_db
def test_delete_failed_tasks_after_two_weeks(database_queue, settings, django_capture_on_commit_callbacks) -> None:
    settings.EMAIL_BACKEND = "tests.core.mail_backends.Broken"
    with django_capture_on_commit_callbacks(execute=True):
        mail.send(**MAIL)
    run_waiting(django_capture_on_commit_callbacks)

    assert tasks.delete_failed(timezone.now()) == 0
    assert tasks.delete_failed(timezone.now() + timedelta(days=15)) == 1


@pytest.mark.django_db
def test_further_lines_of_the_head_are_sent_and_forgotten_with_the_rest(
    django_capture_on_commit_callbacks, monkeypatch
) -> None:
    way_out = {"List-Unsubscribe": "<https://example.org/ab/>"}
    with django_capture_on_commit_callbacks(execute=True):
        mail.send(**MAIL, headers=way_out)
    assert django_mail.outbox[0].extra_headers["List-Unsubscribe"] == "<https://example.org/ab/>"

    monkeypatch.setattr(mail, "RETRY_AFTER", ())
    monkeypatch.setattr("django.core.mail.EmailMultiAlternatives.send", _broken)
    with django_capture_on_commit_callbacks(execute=True):
        key = mail.send(**MAIL, headers=way_out)
    assert OutgoingMail.objects.get(pk=key).headers == {}


def _broken(*_args: Any, **_kwargs: Any) -> None:
    raise ConnectionRefusedError
