"""Mail servers as they also are: one that refuses, one that is away."""

from __future__ import annotations

import smtplib

from django.core.mail.backends.base import BaseEmailBackend


class Refusing(BaseEmailBackend):
    def send_messages(self, email_messages) -> int:
        raise smtplib.SMTPRecipientsRefused({email_messages[0].to[0]: (550, b"no such user")})


class Away(BaseEmailBackend):
    def send_messages(self, email_messages) -> int:
        raise ConnectionRefusedError(111, "Connection refused")


class Broken(BaseEmailBackend):
    """Raises what no mail server raises: a fault in our own code."""

    def send_messages(self, email_messages) -> int:
        raise KeyError(f"lost {email_messages[0].to[0]}")
