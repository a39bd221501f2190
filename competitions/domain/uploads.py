"""What an uploaded file really is, from its content alone; its name and the browser's word count for nothing."""

from __future__ import annotations

import re
import unicodedata
import zipfile
from collections.abc import Collection
from dataclasses import dataclass
from typing import IO

from competitions.enums import FileGroup

from .reasons import Reason

MEGABYTE = 1024 * 1024
LARGEST = 25 * MEGABYTE
LONGEST_NAME = 120
_TAIL = 4096
_MOST_MEMBERS = 10_000
_LARGEST_TABLE = 2 * MEGABYTE

_OOXML = "application/vnd.openxmlformats-officedocument."
_OFFICE_MAIN = {
    b"wordprocessingml.document.main+xml": (f"{_OOXML}wordprocessingml.document", ".docx"),
    b"spreadsheetml.sheet.main+xml": (f"{_OOXML}spreadsheetml.sheet", ".xlsx"),
    b"presentationml.presentation.main+xml": (f"{_OOXML}presentationml.presentation", ".pptx"),
}
_OPEN_DOCUMENT = {
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.oasis.opendocument.spreadsheet": ".ods",
    "application/vnd.oasis.opendocument.presentation": ".odp",
}


@dataclass(frozen=True)
class FileType:
    content_type: str
    suffix: str
    group: FileGroup


class UploadError(Exception):
    """The file can't be taken; `reason` says why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


def inspect_file(file: IO[bytes], *, size: int, groups: Collection[FileGroup], largest: int = LARGEST) -> FileType:
    """The type found in the content. Raises UploadError for an empty, too large, broken or unwanted file."""
    if size <= 0:
        raise UploadError(Reason.FILE_EMPTY)
    if size > largest:
        raise UploadError(Reason.FILE_TOO_LARGE)
    file.seek(0)
    head = file.read(1024)
    file.seek(max(0, size - _TAIL))
    tail = file.read(_TAIL)
    found = _pdf(head, tail) or _image(head, tail, size) or _office(file, head)
    file.seek(0)
    if found is None or found.group not in groups:
        raise UploadError(Reason.FILE_KIND)
    return found


def display_name(raw: str, suffix: str) -> str:
    """A name fit to be shown and offered for download: no path, no control characters, the true suffix."""
    name = unicodedata.normalize("NFC", raw).replace("\\", "/").rsplit("/", 1)[-1]
    name = "".join(c for c in name if unicodedata.category(c)[0] != "C" and c not in '<>:"|?*')
    stem = re.sub(r"\.[A-Za-z0-9]{1,5}$", "", " ".join(name.split())).strip(" .")
    return f"{stem[: LONGEST_NAME - len(suffix)].strip(' .') or 'Datei'}{suffix}"


def _pdf(head: bytes, tail: bytes) -> FileType | None:
    if not re.match(rb"%PDF-[12]\.\d", head):
        return None
    if b"%%EOF" not in tail or b"startxref" not in tail:
        raise UploadError(Reason.FILE_BROKEN)
    return FileType("application/pdf", ".pdf", FileGroup.PDF)


def _image(head: bytes, tail: bytes, size: int) -> FileType | None:
    if head.startswith(b"\xff\xd8\xff"):
        whole, found = b"\xff\xd9" in tail, FileType("image/jpeg", ".jpg", FileGroup.IMAGE)
    elif head.startswith(b"\x89PNG\r\n\x1a\n"):
        whole, found = b"IEND\xaeB`\x82" in tail, FileType("image/png", ".png", FileGroup.IMAGE)
    elif head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        whole, found = int.from_bytes(head[4:8], "little") + 8 <= size, FileType("image/webp", ".webp", FileGroup.IMAGE)
    else:
        return None
    if not whole:
        raise UploadError(Reason.FILE_BROKEN)
    return found


def _office(file: IO[bytes], head: bytes) -> FileType | None:
    if not head.startswith(b"PK\x03\x04"):
        return None
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as archive:
            return _office_type(archive)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, RuntimeError, ValueError, OSError) as error:
        raise UploadError(Reason.FILE_BROKEN) from error


def _office_type(archive: zipfile.ZipFile) -> FileType | None:
    members = {info.filename: info for info in archive.infolist()}
    if len(members) > _MOST_MEMBERS:
        return None
    if "[Content_Types].xml" in members:
        table = _member(archive, members["[Content_Types].xml"])
        if b"macroEnabled" in table or any(name.endswith("vbaProject.bin") for name in members):
            raise UploadError(Reason.FILE_MACROS)
        for mark, (content_type, suffix) in _OFFICE_MAIN.items():
            if mark in table:
                return FileType(content_type, suffix, FileGroup.OFFICE)
    if "mimetype" in members:
        content_type = _member(archive, members["mimetype"]).decode("ascii", "replace").strip()
        if content_type in _OPEN_DOCUMENT:
            if any(name.startswith(("Basic/", "Scripts/")) for name in members):
                raise UploadError(Reason.FILE_MACROS)
            return FileType(content_type, _OPEN_DOCUMENT[content_type], FileGroup.OFFICE)
    return None


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """A small member's bytes; never more than the limit, whatever the archive claims."""
    with archive.open(info) as member:
        return member.read(_LARGEST_TABLE)
