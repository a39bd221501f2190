"""`manage.py restore FOLDER`: puts a backup back."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cms.core.backup import BackupError, restore_backup


class Command(BaseCommand):
    help = "Put a backup back into an empty installation; --replace overwrites one that is not empty."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, help="a folder that `backup` wrote")
        parser.add_argument("--replace", action="store_true", help="overwrite everything that is here")

    def handle(self, *args: Any, folder: Path, replace: bool, **options: Any) -> None:
        try:
            manifest = restore_backup(folder.resolve(), replace=replace)
        except BackupError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Back as of {manifest.made_at}: the database and {len(manifest.files) - 1} files.")
        self.stdout.write("Now run `migrate`, and `retention`, so that what has come due meanwhile goes again.")
