"""manage.py import_municipalities FILE.xlsx: read the official register of municipalities."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from cms.core.refusals import Refused
from cms.places.actions import ImportReport, import_register
from cms.places.reports import report_lines


class Command(BaseCommand):
    help = (
        "Read the workbook „Gemeinden in Deutschland nach Fläche, Bevölkerung und Postleitzahl“ of the Federal "
        "Statistical Office and bring the municipalities of one land in line with it."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="the workbook (.xlsx)")
        parser.add_argument(
            "--land", default=settings.HOME_LAND, help="key of the land, two digits (default: %(default)s)"
        )

    def handle(self, *args: Any, file: Path, land: str, **options: Any) -> None:
        report = self._import(file, land)
        for line in report_lines(report, details=options["verbosity"] > 1):
            self.stdout.write(line)

    def _import(self, file: Path, land: str) -> ImportReport:
        try:
            with file.open("rb") as source:
                return import_register(
                    file=source, land=land, by=None, by_label="import_municipalities", now=timezone.now()
                )
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}") from error
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
