"""Tells the demo world into the database, once."""

from __future__ import annotations

import time
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from cms.demo.world import load_world


class Command(BaseCommand):
    help = "Load the demo world; a second run changes nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("The demo world belongs into a demo: set DEMO=true, or simply call make demo.")
        begun = time.monotonic()
        if load_world(timezone.now(), self._tell):
            self._tell(f"Die Vorführung steht nach {time.monotonic() - begun:.0f} Sekunden.")
        else:
            self._tell("Die Vorführung ist schon da und bleibt, wie sie ist.")

    def _tell(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()
