"""Sets the demo up as far as needed, says where it is, and becomes its web server."""

from __future__ import annotations

import os
import shutil
import socket
import sys
from argparse import ArgumentParser
from contextlib import closing
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.urls import reverse

from cms.demo import people
from cms.demo.mailbox import store
from cms.demo.world import MARK

THREADS = "8"


def is_free(host: str, port: int) -> bool:
    """Tell whether the port can be listened on."""
    with closing(socket.socket(socket.AF_INET, socket.SOCK_STREAM)) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
        return True


class Command(BaseCommand):
    help = "Prepare and serve the demo world; `make demo` calls this."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *args: Any, **options: Any) -> None:
        host, port = options["host"], options["port"]
        if not settings.DEMO:
            raise CommandError("This is for the demo: set DEMO=true, or simply call make demo.")
        if not is_free(host, port):
            raise CommandError(f"Der Port {port} ist belegt. Nehmen Sie einen anderen: make demo PORT={port + 1}")
        self._forget_half_told_world()
        settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
        self.stdout.write("Datenbank, Übersetzungen und statische Dateien …")
        call_command("migrate", verbosity=0, interactive=False)
        call_command("compile_translations", stdout=self.stdout)
        call_command("collectstatic", verbosity=0, interactive=False)
        call_command("load_demo", stdout=self.stdout)
        self._tell()
        sys.stdout.flush()
        gunicorn = [
            *("-m", "gunicorn", "cms.wsgi", f"--bind={host}:{port}", "--workers=1", f"--threads={THREADS}"),
            *("--timeout=120", "--graceful-timeout=5", "--log-level=warning"),
        ]
        os.execv(sys.executable, [sys.executable, *gunicorn])  # noqa: S606

    def _forget_half_told_world(self) -> None:
        """A first start that was stopped half way leaves a world that nobody finishes: begin again."""
        database = Path(str(connection.settings_dict["NAME"]))
        if not database.exists() or (settings.DATA_DIR / MARK).exists():
            return
        self.stdout.write("Der letzte Start wurde unterbrochen; die Vorführung beginnt von vorn.")
        connection.close()
        for path in database.parent.glob(f"{database.name}*"):
            path.unlink()
        for folder in (settings.MEDIA_ROOT, settings.PRIVATE_ROOT, store.folder()):
            shutil.rmtree(folder, ignore_errors=True)

    def _tell(self) -> None:
        """Print the addresses and who can log in."""
        base = settings.BASE_URL
        width = max(len(person.email) for person in people.EVERYBODY)
        lines = [
            "",
            f"  Vorführung      {base}/",
            f"  Gesendete Mails {base}/demo/post/",
            f"  Anmelden        {base}{settings.LOGIN_URL}",
            f"  Verwaltung      {base}{reverse('wagtailadmin_home')}",
            f"  Jury            {base}/jury/",
            "",
            "  Zum Anmelden genügt eine dieser Adressen:",
        ]
        for person in people.EVERYBODY:
            roles = ", ".join(str(role.label) for role in person.roles)
            lines.append(f"    {person.email:<{width}}  {person.name}{f' ({roles})' if roles else ''}")
        lines += ["", "  Strg+C beendet. make demo setzt fort, make demo-reset beginnt von vorn.", ""]
        self.stdout.write("\n".join(lines))
