"""`manage.py backup FOLDER`: database, public and private files, with checksums."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from cms.core.backup import BackupError, write_backup


class Command(BaseCommand):
    help = "Write the database and all files to a new folder, with checksums. It appears only when it is complete."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, help="where to; must not exist yet")

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        try:
            manifest = write_backup(folder.resolve(), now=timezone.now())
        except BackupError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{folder}: the database and {len(manifest.files) - 1} files.")
        self.stdout.write("It holds personal data: keep it safe, and delete it when the retention table says so.")
