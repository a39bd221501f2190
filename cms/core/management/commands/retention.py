"""Delete what the retention table says is due."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone

from cms.core import audit, retention


class Command(BaseCommand):
    help = "Deletes what is due by the retention table and says how much of each. Meant to run daily."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--list", action="store_true", help="show the table and delete nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["list"]:
            for rule in retention.rules():
                self.stdout.write(f"{rule.key}: {rule.what} – {rule.after}")
            return
        now = timezone.now()
        for rule in retention.rules():
            with transaction.atomic():
                deleted = rule.purge(now)
                if deleted:
                    audit.record(
                        action="core.retention.purged",
                        target=None,
                        actor_label="retention",
                        changes={rule.key: (deleted, 0)},
                        now=now,
                    )
            self.stdout.write(f"{rule.key}: {deleted}")
