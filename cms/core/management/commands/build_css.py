"""Joins the parts of the stylesheet; the result is committed, so that nobody needs a build step to run the site."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from cms.core.stylesheet import bundle


class Command(BaseCommand):
    help = "Join cms/static/css/ into site.css; --check only says whether it is up to date."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="write nothing, fail when site.css is out of date")

    def handle(self, *args: Any, **options: Any) -> None:
        folder = settings.ROOT / "cms" / "static" / "css"
        target = folder / "site.css"
        text = bundle(folder)
        if target.exists() and target.read_text("utf-8") == text:
            self.stdout.write("site.css is up to date.")
        elif options["check"]:
            raise CommandError("site.css is out of date: run manage.py build_css and commit the result.")
        else:
            target.write_text(text, "utf-8")
            self.stdout.write(f"site.css written, {len(text.encode()) // 1024} kB.")
