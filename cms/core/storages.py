"""Two stores: public files have an address under our own origin, private files never have one."""

from __future__ import annotations

import secrets
from typing import Any, NoReturn
from urllib.parse import quote

from botocore.config import Config
from django.conf import settings
from django.core.files.storage import FileSystemStorage, Storage, storages
from django.utils.connection import ConnectionProxy
from django.utils.deconstruct import deconstructible
from storages.backends.s3 import S3Storage

public_storage: Storage = ConnectionProxy(storages, "default")
private_storage: Storage = ConnectionProxy(storages, "private")


def select_public_storage() -> Storage:
    """Return the public store; give this function to a FileField, so that its migration names no backend."""
    return storages["default"]


def select_private_storage() -> Storage:
    """Return the private store; give this function to a FileField, so that its migration names no backend."""
    return storages["private"]


def random_name(folder: str, suffix: str = "") -> str:
    """Return a name that nobody can guess: folder/ab/abcdef….suffix (suffix with its dot)."""
    stem = secrets.token_hex(16)
    return f"{folder.strip('/')}/{stem[:2]}/{stem}{suffix}"


class PrivateFileError(Exception):
    """Somebody asked a private file for its address; there is none. Serve it through a permission check."""


@deconstructible(path="cms.core.storages.PublicFileSystemStorage")
class PublicFileSystemStorage(FileSystemStorage):
    """Public files on disk, answered by the view behind MEDIA_URL."""


@deconstructible(path="cms.core.storages.PrivateFileSystemStorage")
class PrivateFileSystemStorage(FileSystemStorage):
    """Private files on disk, readable by our own user alone."""

    def __init__(self, location: Any = None) -> None:
        super().__init__(
            location=location or settings.PRIVATE_ROOT,
            base_url=None,
            file_permissions_mode=0o600,
            directory_permissions_mode=0o700,
        )

    def url(self, name: str | None) -> NoReturn:
        raise PrivateFileError(name)


class BucketStorage(S3Storage):
    """A bucket that is asked with patience, but not for ever."""

    def __init__(self, **options: Any) -> None:
        options.setdefault(
            "client_config",
            Config(
                connect_timeout=5,
                read_timeout=30,
                retries={"mode": "standard", "total_max_attempts": 3},
                signature_version=options.get("signature_version", "s3v4"),
                s3={"addressing_style": options.get("addressing_style", "path")},
            ),
        )
        super().__init__(**options)


class PublicS3Storage(BucketStorage):
    """Public files in a bucket; their address is under our own origin, the bucket itself stays closed."""

    def url(self, name: str, parameters: Any = None, expire: Any = None, http_method: Any = None) -> str:
        return settings.MEDIA_URL + quote(name.lstrip("/"))


class PrivateS3Storage(BucketStorage):
    """Private files in a bucket of their own, without any access list that could open it."""

    def url(self, name: str, parameters: Any = None, expire: Any = None, http_method: Any = None) -> NoReturn:
        raise PrivateFileError(name)
