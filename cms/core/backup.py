"""Everything a Stadtblick consists of, database and both stores, in one folder that can be checked and put back."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from django.contrib.auth import get_user_model
from django.core.files.base import File
from django.core.files.storage import Storage
from django.db import DatabaseError, connection
from django.db.migrations.recorder import MigrationRecorder

from cms.core.storages import private_storage, public_storage

FORMAT: Final = 1
MANIFEST: Final = "manifest.json"
STORES: Final[dict[str, Storage]] = {"public": public_storage, "private": private_storage}
DUMPS: Final = {"sqlite": "database.sqlite3", "postgresql": "database.dump"}


class BackupError(Exception):
    """A backup cannot be made or put back; the message says what to do."""


@dataclass(frozen=True)
class Manifest:
    """What a backup holds. files: path inside the backup to its SHA-256, the database's dump among them."""

    format: int
    made_at: str
    vendor: str
    migrations: list[str]
    files: dict[str, str]


def write_backup(folder: Path, *, now: datetime) -> Manifest:
    """Write a backup to `folder`, which must not exist yet. It appears under its name only when it is complete.

    The database goes first: a file that comes later is in nobody's way, a row without its file would be. A file that
    vanishes while we read was deleted on purpose and stays out.
    """
    if folder.exists():
        raise BackupError(f"{folder} exists already. Name a folder that does not exist yet.")
    part = folder.with_name(f"{folder.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(mode=0o700, parents=True)
    try:
        dump = DUMPS.get(connection.vendor, "")
        _dump_database(part / dump)
        files = {dump: _digest(part / dump), **_copy_stores(part)}
        manifest = Manifest(FORMAT, now.isoformat(), connection.vendor, _migrations(), files)
        (part / MANIFEST).write_text(json.dumps(asdict(manifest), ensure_ascii=False, indent=1), "utf-8")
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    part.rename(folder)
    return manifest


def read_manifest(folder: Path) -> Manifest:
    """The manifest of the backup in `folder`, after every file of it was found unchanged."""
    try:
        told = json.loads((folder / MANIFEST).read_text("utf-8"))
        manifest = Manifest(**told)
    except (OSError, ValueError, TypeError) as error:
        raise BackupError(f"{folder} holds no backup: {MANIFEST} is missing or unreadable.") from error
    if manifest.format != FORMAT:
        raise BackupError(f"This backup has format {manifest.format}; this version reads format {FORMAT}.")
    for name, digest in manifest.files.items():
        path = folder / name
        if not path.is_file() or _digest(path) != digest:
            raise BackupError(f"{name} is missing or was changed since the backup. Nothing was put back.")
    return manifest


def restore_backup(folder: Path, *, replace: bool) -> Manifest:
    """Put the backup in `folder` back. An installation that holds anything is only overwritten with `replace`."""
    manifest = read_manifest(folder)
    if manifest.vendor != connection.vendor:
        raise BackupError(f"The backup is from {manifest.vendor}, this installation uses {connection.vendor}.")
    if not replace and (holds := _holdings()):
        raise BackupError(f"This installation is not empty ({holds}). To overwrite all of it, add --replace.")
    _restore_database(folder / DUMPS[connection.vendor])
    for label, store in STORES.items():
        for name in list(_names(store)):
            store.delete(name)
        for path in sorted((folder / label).rglob("*")):
            if path.is_file():
                with path.open("rb") as content:
                    store.save(path.relative_to(folder / label).as_posix(), File(content))
    return manifest


def _holdings() -> str:
    """What there is already, in words; empty for a fresh installation."""
    try:
        people = get_user_model().objects.count()
    except DatabaseError:
        people = 0  # not migrated yet
    found = [f"{people} people"] if people else []
    found += [f"{label} files" for label, store in STORES.items() if next(_names(store), None)]
    return ", ".join(found)


def _migrations() -> list[str]:
    applied = MigrationRecorder(connection).applied_migrations()
    return sorted(f"{app}.{name}" for app, name in applied)


def _names(store: Storage, folder: str = "") -> Iterator[str]:
    """Every file of a store, whatever it is made of."""
    try:
        folders, files = store.listdir(folder)
    except FileNotFoundError:
        return
    yield from (f"{folder}{name}" for name in files if name)
    for name in folders:
        yield from _names(store, f"{folder}{name}/")


def _copy_stores(target: Path) -> dict[str, str]:
    copied = {}
    for label, store in STORES.items():
        for name in _names(store):
            path = target / label / name
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            try:
                with store.open(name) as source, path.open("wb") as copy:
                    shutil.copyfileobj(source, copy)
            except FileNotFoundError:
                path.unlink(missing_ok=True)
                continue
            copied[f"{label}/{name}"] = _digest(path)
    return copied


def _digest(path: Path) -> str:
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


# --- the database --------------------------------------------------------------------------------------------------


def _dump_database(path: Path) -> None:
    _by_vendor({"sqlite": _dump_sqlite, "postgresql": _dump_postgres})(path)


def _restore_database(path: Path) -> None:
    _by_vendor({"sqlite": _restore_sqlite, "postgresql": _restore_postgres})(path)


def _by_vendor(ways: dict[str, Callable[[Path], None]]) -> Callable[[Path], None]:
    if connection.vendor not in ways:
        raise BackupError(f"There is no backup for {connection.vendor}.")
    return ways[connection.vendor]


def _dump_sqlite(path: Path) -> None:
    connection.ensure_connection()
    with closing(sqlite3.connect(path)) as copy:
        connection.connection.backup(copy)


def _restore_sqlite(path: Path) -> None:
    connection.ensure_connection()
    with closing(sqlite3.connect(path)) as kept:
        kept.backup(connection.connection)


def _dump_postgres(path: Path) -> None:
    _postgres("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={path}")


def _restore_postgres(path: Path) -> None:
    name = connection.settings_dict["NAME"]
    connection.close()
    _postgres("pg_restore", "--clean", "--if-exists", "--no-owner", "--no-privileges", "--single-transaction",
              f"--dbname={name}", str(path))  # fmt: skip


def _postgres(tool: str, *arguments: str) -> None:
    """Run a tool of PostgreSQL. The password goes through the environment, where no list of processes shows it."""
    program = shutil.which(tool)
    if program is None:
        raise BackupError(f"{tool} is missing. Install the client programs of PostgreSQL (Debian: postgresql-client).")
    known: dict[str, Any] = connection.settings_dict
    where = {"PGHOST": known["HOST"], "PGPORT": known["PORT"], "PGUSER": known["USER"], "PGDATABASE": known["NAME"]}
    secret = {"PGPASSWORD": known["PASSWORD"]}
    settings = {name: str(value) for name, value in {**where, **secret}.items() if value}
    done = subprocess.run(  # noqa: S603
        [program, *arguments], env={**os.environ, **settings}, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise BackupError(f"{tool} failed: {done.stderr.strip()}")
