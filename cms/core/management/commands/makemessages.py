"""Brings the catalogues in step with the texts of the source, in Python alone."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import polib
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from cms.core.catalogues import renew, texts, untranslated


class Command(BaseCommand):
    help = "Write new texts into the catalogues and take old ones out; --check only says what is missing."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="write nothing, fail when a catalogue is behind")

    def handle(self, *args: Any, **options: Any) -> None:
        wanted = texts(settings.ROOT)
        for path in sorted(Path(settings.LOCALE_PATHS[0]).glob("*/LC_MESSAGES/django.po")):
            self._renew(path, wanted, options["check"])

    def _renew(self, path: Path, wanted: dict[Any, str], check: bool) -> None:
        before = path.read_text("utf-8")
        catalogue = polib.pofile(before, wrapwidth=120)
        renew(catalogue, wanted)
        missing = untranslated(catalogue)
        language = path.parent.parent.name
        if check and (missing or str(catalogue) + "\n" != before):
            raise CommandError(f"{language} is behind: run manage.py makemessages, translate, commit.")
        if not check:
            path.write_text(str(catalogue) + "\n", "utf-8")
        self.stdout.write(f"{language}: {len(catalogue)} texts, {len(missing)} to be translated.")
