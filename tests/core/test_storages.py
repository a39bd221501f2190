from __future__ import annotations

import stat
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.db import models
from django.test.utils import isolate_apps

from cms.core.bucket_probe import is_open_to_strangers
from cms.core.storages import (
    PrivateFileError,
    private_storage,
    public_storage,
    random_name,
    select_private_storage,
)


def test_store_keeps_what_it_is_given(stores: str) -> None:
    for storage in (public_storage, private_storage):
        name = storage.save(random_name("proof", ".bin"), ContentFile(b"\x00\xff" * 1000))

        assert storage.exists(name)
        assert storage.size(name) == 2000
        with storage.open(name) as handle:
            assert handle.read() == b"\x00\xff" * 1000
        storage.delete(name)
        assert not storage.exists(name)


def test_store_never_overwrites(stores: str) -> None:
    for storage in (public_storage, private_storage):
        name = random_name("proof", ".txt")
        first = storage.save(name, ContentFile(b"first"))
        second = storage.save(name, ContentFile(b"second"))

        assert first != second
        with storage.open(first) as handle:
            assert handle.read() == b"first"


def test_stores_do_not_see_each_other(stores: str) -> None:
    name = private_storage.save(random_name("proof", ".txt"), ContentFile(b"secret"))

    assert not public_storage.exists(name)


def test_public_store_has_addresses_under_our_own_origin(stores: str) -> None:
    assert public_storage.url("images/schöner blick.webp") == "/medien/images/sch%C3%B6ner%20blick.webp"


def test_private_store_has_no_addresses(stores: str) -> None:
    name = private_storage.save(random_name("proof", ".txt"), ContentFile(b"secret"))

    with pytest.raises(PrivateFileError):
        private_storage.url(name)


def test_missing_file_is_not_found(stores: str) -> None:
    for storage in (public_storage, private_storage):
        with pytest.raises(FileNotFoundError):
            storage.open("proof/nowhere.txt")


def test_private_folder_is_closed_to_other_users(folders: Path) -> None:
    name = private_storage.save("originals/ab/photo.jpg", ContentFile(b"secret"))
    path = folders / "private" / name

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@pytest.mark.s3
def test_buckets_are_closed_to_strangers(buckets, settings) -> None:
    for alias in ("default", "private"):
        assert not is_open_to_strangers(settings.STORAGES[alias]["OPTIONS"])


@pytest.mark.s3
def test_private_bucket_gets_no_access_list(buckets, settings) -> None:
    for alias in ("default", "private"):
        assert settings.STORAGES[alias]["OPTIONS"]["default_acl"] is None
    assert "ACL" not in private_storage.get_object_parameters("photo.jpg")


def test_random_name_cannot_be_guessed() -> None:
    names = {random_name("originals/", ".jpg") for _round in range(100)}

    assert len(names) == 100
    for name in names:
        folder, shard, stem = name.removesuffix(".jpg").split("/")
        assert (folder, shard, len(stem)) == ("originals", stem[:2], 32)


@isolate_apps("cms.core")
def test_migrations_name_the_function_and_no_backend() -> None:
    class Paper(models.Model):
        file = models.FileField(storage=select_private_storage)

        class Meta:
            app_label = "core"

    _name, _path, _args, kwargs = Paper._meta.get_field("file").deconstruct()
    assert kwargs["storage"] is select_private_storage
