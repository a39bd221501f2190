"""What comes round in competitions: reminders before a deadline, each once, and requests whose time is over."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from competitions import actions


class Command(BaseCommand):
    help = "Reminds applicants of drafts and jurors of open reviews; closes requests that stay unanswered."

    def handle(self, *args: Any, **options: Any) -> None:
        """Run once."""
        now = timezone.now()
        self.stdout.write(f"{actions.remind_applicants(now=now)} applicants reminded")
        self.stdout.write(f"{actions.remind_due_jurors(now=now)} jurors reminded")
        self.stdout.write(f"{actions.settle_expired_follow_ups(now=now)} unanswered requests closed")
