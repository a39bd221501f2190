"""A mail backend that keeps every mail for the browser instead of sending it."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from cms.demo.mailbox import store


class MailboxBackend(BaseEmailBackend):
    """Refuses to work outside the demo, where mails must reach people."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        if not settings.DEMO:
            raise ImproperlyConfigured("The demo's letter box works with DEMO=true alone; set EMAIL_HOST.")
        for message in email_messages:
            store.keep(message)
        return len(email_messages)
