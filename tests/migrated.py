"""A migrated, empty SQLite file kept between runs; named after everything that could change it, so never stale."""

from __future__ import annotations

import functools
import hashlib
import os
import sqlite3
from importlib import metadata
from pathlib import Path

from django.conf import settings
from django.db import connection

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".cache" / "tests"
KEPT = 3


@functools.cache
def template() -> Path:
    """Return where the file for these migrations and these packages lies, or would lie."""
    state = hashlib.sha256()
    for package in sorted(f"{found.name}=={found.version}" for found in metadata.distributions()):
        state.update(package.encode())
    for path in sorted(ROOT.glob("*/migrations/*.py")) + sorted(ROOT.glob("cms/*/migrations/*.py")):
        state.update(str(path.relative_to(ROOT)).encode())
        state.update(path.read_bytes())
    return FOLDER / f"migrated-{state.hexdigest()[:20]}.sqlite3"


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
    fresh.replace(template())
    others = sorted(FOLDER.glob("migrated-*.sqlite3"), key=lambda path: path.stat().st_mtime, reverse=True)
    for old in others[KEPT:]:
        old.unlink(missing_ok=True)
