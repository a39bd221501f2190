from __future__ import annotations

import pytest
from django.core.files.base import ContentFile
from django.http import Http404

from cms.core.files import serve_private
from cms.core.storages import private_storage, random_name

SEALED = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"


def stored(content: bytes = b"content") -> str:
    return private_storage.save(random_name("proof", ".bin"), ContentFile(content))


def test_serve_private_answers_with_the_file(stores: str) -> None:
    response = serve_private(stored(), filename="Kostenplan für Köln.pdf", content_type="application/pdf")

    assert b"".join(response) == b"content"
    assert response["Content-Length"] == "7"
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == "attachment; filename*=utf-8''Kostenplan%20f%C3%BCr%20K%C3%B6ln.pdf"


def test_serve_private_is_never_cached_nor_sniffed(folders) -> None:
    response = serve_private(stored(), filename="x.docx", content_type="application/msword")

    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == f"{SEALED}; sandbox"
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"


@pytest.mark.parametrize(
    ("content_type", "disposition", "policy"),
    [
        ("image/jpeg", 'inline; filename="x"', f"{SEALED}; sandbox"),
        ("application/pdf", 'inline; filename="x"', SEALED),
        ("text/html", 'attachment; filename="x"', f"{SEALED}; sandbox"),
        ("image/svg+xml", 'attachment; filename="x"', f"{SEALED}; sandbox"),
    ],
)
def test_serve_private_shows_only_harmless_types(content_type: str, disposition: str, policy: str, folders) -> None:
    response = serve_private(stored(), filename="x", content_type=content_type, inline=True)

    assert response["Content-Disposition"] == disposition
    assert response["Content-Security-Policy"] == policy


def test_serve_private_downloads_unless_asked(folders) -> None:
    response = serve_private(stored(), filename="x.jpg", content_type="image/jpeg")

    assert response["Content-Disposition"] == 'attachment; filename="x.jpg"'


@pytest.mark.parametrize("name", ["proof/nowhere.bin", "proof", "../settings.py", "/etc/passwd", "a\x00b", "x" * 5000])
def test_serve_private_without_a_file_is_a_404(name: str, folders) -> None:
    stored()
    with pytest.raises(Http404):
        serve_private(name, filename="x", content_type="image/jpeg")


@pytest.mark.s3
@pytest.mark.parametrize("name", ["proof/nowhere.bin", "../private/x"])
def test_serve_private_without_an_object_is_a_404(name: str, buckets) -> None:
    with pytest.raises(Http404):
        serve_private(name, filename="x", content_type="image/jpeg")
