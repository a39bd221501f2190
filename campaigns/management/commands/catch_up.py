"""Hands over again the photos that a killed worker left behind; meant to run every few minutes."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from campaigns.tasks import catch_up


class Command(BaseCommand):
    help = "Photos that wait longer than ten minutes are handed to the worker again."

    def handle(self, *args: Any, **options: Any) -> None:
        """Run once."""
        self.stdout.write(f"{catch_up(timezone.now())} handed over again")
