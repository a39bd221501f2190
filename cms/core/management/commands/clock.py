"""Runs what recurs, each in a process of its own: a fault in one of them never stops the others."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

MINUTE = 60.0
HOUR = 60 * MINUTE
# Seconds between two runs. Every command may run twice or late without harm.
TIMETABLE: dict[str, float] = {
    "catch_up": 5 * MINUTE,
    "deliver_mail": HOUR,
    "prune_db_task_results": HOUR,
    "publish_scheduled": 5 * MINUTE,
    "remind": HOUR,
    "retention": 24 * HOUR,
}
PAUSE = 15.0


def due(last: Mapping[str, float], now: float, timetable: Mapping[str, float]) -> list[str]:
    """Return the commands whose time has come; one that never ran is due at once. Times in seconds."""
    return [name for name, pause in timetable.items() if name not in last or now - last[name] >= pause]


def leave(signum: int, frame: object) -> None:
    raise SystemExit(0)


class Command(BaseCommand):
    help = "Run recurring work for ever; --once runs everything one time, for a timer of the operating system."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--once", action="store_true", help="run everything once and end")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["once"]:
            failed = [name for name in TIMETABLE if not self._run(name)]
            raise SystemExit(1 if failed else 0)
        signal.signal(signal.SIGTERM, leave)
        signal.signal(signal.SIGINT, leave)
        last: dict[str, float] = {}
        while True:
            for name in due(last, time.monotonic(), TIMETABLE):
                last[name] = time.monotonic()
                self._run(name)
            time.sleep(PAUSE)

    def _run(self, name: str) -> bool:
        """Run one command to its end; say so when it failed."""
        command = [sys.executable, str(settings.ROOT / "manage.py"), name]
        done = subprocess.run(command, cwd=settings.ROOT, check=False)  # noqa: S603 - names from the table above
        if done.returncode != 0:
            self.stderr.write(f"{name} failed with exit code {done.returncode}")
        return done.returncode == 0
