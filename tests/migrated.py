"""A migrated, empty SQLite file kept between runs; named after everything that could change it, so never stale.

Beside it lies the list of the migrations it went through. A run with more migrations begins with the newest file whose
list still holds word for word, and only applies what is new.
"""

from __future__ import annotations

import functools
import hashlib
import json
import os
import shutil
import sqlite3
from importlib import metadata
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".cache" / "tests"
KEPT = 3


@functools.cache
def state() -> dict[str, str]:
    """Return the digest of everything that a migrated file depends on: our migrations and the installed packages."""
    installed = sorted(f"{found.name}=={found.version}" for found in metadata.distributions())
    found = {"packages": hashlib.sha256("\n".join(installed).encode()).hexdigest()}
    for path in sorted(ROOT.glob("*/migrations/*.py")) + sorted(ROOT.glob("cms/*/migrations/*.py")):
        found[str(path.relative_to(ROOT))] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def template() -> Path:
    """Return where the file for these migrations and these packages lies, or would lie."""
    name = hashlib.sha256(json.dumps(state(), sort_keys=True).encode()).hexdigest()
    return FOLDER / f"migrated-{name[:20]}.sqlite3"


def base() -> Path | None:
    """Return the file to begin with: the right one, else the newest that only lacks migrations, else none."""
    if template().is_file():
        return template()
    for path in _newest_first():
        listed = path.with_suffix(".json")
        if listed.is_file() and json.loads(listed.read_text("utf-8")).items() <= state().items():
            return path
    return None


def _newest_first() -> list[Path]:
    return sorted(FOLDER.glob("migrated-*.sqlite3"), key=lambda path: path.stat().st_mtime, reverse=True)


def is_wanted() -> bool:
    """Tell whether this run uses SQLite."""
    return connection.vendor == "sqlite"


def place() -> Path:
    """Return this run's own database file."""
    return Path(settings.DATA_DIR) / "test.sqlite3"


def keep() -> None:
    """Copy the migrated database to its place for later runs, in one step, and drop the oldest copies."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    connection.ensure_connection()
    fresh = FOLDER / f"{os.getpid()}.tmp"
    with sqlite3.connect(fresh) as copy:
        connection.connection.backup(copy)
    copy.close()
    listed = FOLDER / f"{os.getpid()}.json.tmp"
    listed.write_text(json.dumps(state()), "utf-8")
    listed.replace(template().with_suffix(".json"))
    fresh.replace(template())
    for old in _newest_first()[KEPT:]:
        old.unlink(missing_ok=True)
        old.with_suffix(".json").unlink(missing_ok=True)


def main() -> None:
    """Migrate one file before the workers start, so that not every one of them has to."""
    if template().is_file():
        return
    if begun := base():
        shutil.copyfile(begun, place())
    connection.settings_dict["NAME"] = str(place())
    call_command("migrate", verbosity=0, interactive=False)
    keep()


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    django.setup()
    main()
