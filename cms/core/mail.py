"""Mail is rendered at once, delivered after the commit, and forgotten as soon as it is delivered."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.db.models import F
from django.template import Context
from django.template.loader import get_template, render_to_string
from django.utils import timezone, translation
from django_tasks import task

from cms.core.models import OutgoingMail

logger = logging.getLogger(__name__)

RETRY_AFTER = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=8),
)
CLAIM = timedelta(minutes=5)
KEEP_FAILED = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Rendered:
    """A mail as it will be read."""

    subject: str
    text: str
    html: str


def render(*, template: str, context: Mapping[str, Any], language: str = "") -> Rendered:
    """Render `template` (.subject.txt, .txt, .html) in a language or the active one, for a look before it is sent."""
    values = {"site_name": settings.SITE_NAME, "base_url": settings.BASE_URL, **context}
    with translation.override(language or translation.get_language()):
        return Rendered(
            subject=" ".join(_plain(f"{template}.subject.txt", values).split()),
            text=_plain(f"{template}.txt", values).strip() + "\n",
            html=render_to_string(f"{template}.html", values),
        )


def send(
    *,
    template: str,
    to: str,
    context: Mapping[str, Any],
    reply_to: str = "",
    headers: Mapping[str, str] | None = None,
    language: str = "",
) -> UUID:
    """Render `template` (.subject.txt, .txt, .html) and hand it over after the commit.

    `language` is the reader's: without it the active one, which is right for those who do what the mail answers.
    The mail is stored in the caller's transaction: what is rolled back is never sent. Return its key, under which it
    can be found until it is delivered. `headers` are further lines of its head, such as List-Unsubscribe.
    """
    rendered = render(template=template, context=context, language=language)
    mail = OutgoingMail.objects.create(
        template=template,
        recipient=to,
        reply_to=reply_to,
        subject=rendered.subject,
        text=rendered.text,
        html=rendered.html,
        headers=dict(headers or {}),
        due_at=timezone.now(),
    )
    transaction.on_commit(lambda: deliver_mail.enqueue(str(mail.pk)))
    return mail.pk


def _plain(name: str, values: Mapping[str, Any]) -> str:
    """Render a text template: nothing is escaped, because nothing is HTML."""
    return get_template(name).template.render(Context(dict(values), autoescape=False))  # type: ignore[attr-defined]


@task(queue_name="mail", priority=10)
def deliver_mail(mail_id: str) -> None:
    """Deliver the stored mail; neither its address nor its text ever enters the queue."""
    deliver(mail_id, timezone.now())


def deliver(mail_id: str, now: datetime) -> None:
    """Deliver one mail and delete it; on failure keep it for a later attempt.

    A mail that is gone, not due or taken by another worker is left alone.
    """
    taken = OutgoingMail.objects.filter(pk=mail_id, due_at__lte=now).update(
        due_at=now + CLAIM, attempts=F("attempts") + 1
    )
    if not taken:
        return
    mail = OutgoingMail.objects.get(pk=mail_id)
    try:
        _message(mail).send()
    except OSError as error:  # smtplib.SMTPException is one
        _failed(mail, error, now)
    else:
        mail.delete()


def _message(mail: OutgoingMail) -> EmailMultiAlternatives:
    message = EmailMultiAlternatives(
        subject=mail.subject,
        body=mail.text,
        to=[mail.recipient],
        reply_to=[mail.reply_to] if mail.reply_to else None,
        headers={"Auto-Submitted": "auto-generated", **mail.headers},
    )
    message.attach_alternative(mail.html, "text/html")
    return message


def _failed(mail: OutgoingMail, error: OSError, now: datetime) -> None:
    """Plan the next attempt; after the last one nothing personal stays. The error's text may hold an address."""
    mail.last_error = type(error).__name__
    if mail.attempts <= len(RETRY_AFTER):
        mail.due_at = now + RETRY_AFTER[mail.attempts - 1]
        mail.save(update_fields=["last_error", "due_at"])
        if deliver_mail.get_backend().supports_defer:  # otherwise the command `deliver_mail` finds it when due
            deliver_mail.using(run_after=mail.due_at).enqueue(str(mail.pk))
    else:
        mail.due_at = None
        mail.recipient = mail.reply_to = mail.subject = mail.text = mail.html = ""
        mail.headers = {}
        mail.save(update_fields=["last_error", "due_at", "recipient", "reply_to", "subject", "text", "html", "headers"])
    logger.warning("Mail %s (%s) failed, attempt %d: %s", mail.pk, mail.template, mail.attempts, mail.last_error)


def deliver_due(now: datetime) -> int:
    """Deliver every mail that is due, whatever became of its task; return how many were tried."""
    due = list(OutgoingMail.objects.filter(due_at__lte=now).order_by("due_at").values_list("pk", flat=True))
    for mail_id in due:
        deliver(str(mail_id), now)
    return len(due)


def delete_failed(now: datetime) -> int:
    """Delete what is left of mails that could not be delivered, after two weeks; return how many."""
    deleted, _by_model = OutgoingMail.objects.filter(due_at=None, created_at__lt=now - KEEP_FAILED).delete()
    return deleted
