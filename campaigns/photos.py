"""Where the files of an entry lie: everything private until approval, public sizes at paths from the code."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import IO

from django.core.files.base import ContentFile, File
from django.core.files.storage import Storage

from campaigns.models import Entry
from campaigns.sharing import remove_cards
from cms.core.images import RENDITION_EXTENSIONS, RENDITION_WIDTHS, rendition_name
from cms.core.storages import private_storage, public_storage, random_name

SUFFIXES = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp", "HEIF": ".heic", "AVIF": ".avif"}
SIZES = tuple((width, ext) for width in RENDITION_WIDTHS for ext in RENDITION_EXTENSIONS)


@contextmanager
def new_original(photo: IO[bytes], kind: str) -> Iterator[str]:
    """Store an accepted upload (kind as `inspect_upload` names it) privately under a random name.

    Whatever goes wrong inside takes the file away again: no row, no file.
    """
    photo.seek(0)
    name = private_storage.save(random_name("beitraege", SUFFIXES[kind]), File(photo))
    try:
        yield name
    except BaseException:
        private_storage.delete(name)
        raise


@contextmanager
def local_copy(name: str) -> Iterator[str]:
    """The path of a temporary local copy of a private file, whatever store it lies in."""
    with tempfile.NamedTemporaryFile(prefix="stadtblick-photo-") as copy, private_storage.open(name, "rb") as source:
        shutil.copyfileobj(source, copy)
        copy.flush()
        yield copy.name


def store_renditions(entry: Entry, renditions: Mapping[str, bytes]) -> None:
    """Store the made sizes privately, beside the original."""
    for width, ext in SIZES:
        _put(private_storage, entry.private_rendition(width, ext), renditions[f"{width}.{ext}"])


def publish_renditions(entry: Entry) -> None:
    """Copy the made sizes to where everybody can see them."""
    for width, ext in SIZES:
        with private_storage.open(entry.private_rendition(width, ext), "rb") as source:
            _put(public_storage, rendition_name(entry.code, width, ext), source.read())


def unpublish_renditions(entry: Entry) -> None:
    """Remove the public sizes and the pictures to share; removing what is not there is no error."""
    for width, ext in SIZES:
        public_storage.delete(rendition_name(entry.code, width, ext))
    remove_cards(entry.code)


def private_names(entry: Entry) -> list[str]:
    """The names of everything private that belongs to the entry's photo: the original and its sizes."""
    if not entry.original:
        return []
    return [entry.original, *(entry.private_rendition(width, ext) for width, ext in SIZES)]


def delete_private(names: Iterable[str]) -> None:
    """Delete private files; deleting what is not there is no error."""
    for name in names:
        private_storage.delete(name)


def _put(storage: Storage, name: str, data: bytes) -> None:
    """Store under exactly this name: a second run replaces the first."""
    storage.delete(name)
    stored = storage.save(name, ContentFile(data))
    if stored != name:
        storage.delete(stored)
        raise FileExistsError(name)
