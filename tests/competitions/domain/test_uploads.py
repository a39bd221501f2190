"""Files are what their content says."""

from __future__ import annotations

import io
import zipfile

import pytest

from competitions.domain import Reason, UploadError, display_name, inspect_file
from competitions.enums import FileGroup
from tests.competitions.factories import docx, pdf_bytes

ALL = tuple(FileGroup)
JPEG = b"\xff\xd8\xff\xe0" + b"\0" * 50 + b"\xff\xd9"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 50 + b"\0\0\0\0IEND\xaeB`\x82"
WEBP = b"RIFF" + (44).to_bytes(4, "little") + b"WEBP" + b"\0" * 40
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100


def odt(*extra: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        for name in extra:
            archive.writestr(name, b"")
    return buffer.getvalue()


def plain_zip() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("program.exe", b"MZ")
    return buffer.getvalue()


def look(content: bytes, groups: tuple[FileGroup, ...] = ALL, **kwargs: int):
    return inspect_file(io.BytesIO(content), size=len(content), groups=groups, **kwargs)


@pytest.mark.parametrize(
    "content, content_type, suffix",
    [
        (pdf_bytes(), "application/pdf", ".pdf"),
        (JPEG, "image/jpeg", ".jpg"),
        (PNG, "image/png", ".png"),
        (WEBP, "image/webp", ".webp"),
        (docx(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"),
        (
            docx(main="spreadsheetml.sheet.main+xml"),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ".xlsx",
        ),
        (
            docx(main="presentationml.presentation.main+xml"),
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            ".pptx",
        ),
        (odt(), "application/vnd.oasis.opendocument.text", ".odt"),
    ],
)
def test_type_from_the_content(content: bytes, content_type: str, suffix: str) -> None:
    found = look(content)
    assert (found.content_type, found.suffix) == (content_type, suffix)


@pytest.mark.parametrize(
    "content, reason",
    [
        (b"", Reason.FILE_EMPTY),
        (b"MZ\x90\0", Reason.FILE_KIND),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", Reason.FILE_KIND),
        (b"<html>%PDF-1.4 %%EOF startxref</html>", Reason.FILE_KIND),
        (OLE, Reason.FILE_KIND),
        (plain_zip(), Reason.FILE_KIND),
        (pdf_bytes()[:-30], Reason.FILE_BROKEN),
        (JPEG[:-2], Reason.FILE_BROKEN),
        (PNG[:-12], Reason.FILE_BROKEN),
        (WEBP[:-10], Reason.FILE_BROKEN),
        (docx()[:-10], Reason.FILE_BROKEN),
        (b"PK\x03\x04" + b"\0" * 100, Reason.FILE_BROKEN),
        (docx(extra=["word/vbaProject.bin"]), Reason.FILE_MACROS),
        (docx(main="x.macroEnabled.main+xml"), Reason.FILE_MACROS),
        (odt("Basic/script-lc.xml"), Reason.FILE_MACROS),
    ],
)
def test_refused_files(content: bytes, reason: Reason) -> None:
    with pytest.raises(UploadError) as refusal:
        look(content)
    assert refusal.value.reason is reason


def test_only_wanted_groups() -> None:
    assert look(pdf_bytes(), (FileGroup.PDF,)).group is FileGroup.PDF
    with pytest.raises(UploadError) as refusal:
        look(JPEG, (FileGroup.PDF,))
    assert refusal.value.reason is Reason.FILE_KIND


def test_size_limit_counts_the_last_byte() -> None:
    content = pdf_bytes()
    assert look(content, largest=len(content)).suffix == ".pdf"
    with pytest.raises(UploadError) as refusal:
        look(content, largest=len(content) - 1)
    assert refusal.value.reason is Reason.FILE_TOO_LARGE


@pytest.mark.parametrize(
    "raw, shown",
    [
        ("Lageplan.PDF", "Lageplan.pdf"),
        ("D:\\Ablage\\Plan 1.pdf", "Plan 1.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("a\u202egnp.exe", "agnp.pdf"),
        ('<img src="x">.pdf', "img src=x.pdf"),
        ("", "Datei.pdf"),
        ("...", "Datei.pdf"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
    ],
)
def test_names_fit_to_be_shown(raw: str, shown: str) -> None:
    assert display_name(raw, ".pdf") == shown
