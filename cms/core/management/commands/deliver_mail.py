"""Deliver mails that are due, whatever became of their tasks."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from cms.core import mail


class Command(BaseCommand):
    help = "Tries every waiting mail that is due. The worker does this by itself; run it hourly as a safety net."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{mail.deliver_due(timezone.now())} tried")
