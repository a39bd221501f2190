"""What the platform itself remembers: who did what, codes on their way, mail on its way."""

from __future__ import annotations

from .audit import AuditEvent
from .codes import OneTimeCode
from .mail import OutgoingMail

__all__ = ["AuditEvent", "OneTimeCode", "OutgoingMail"]
