from __future__ import annotations

import pytest
from django.core.files.base import ContentFile

from cms.core.storages import public_storage, random_name

# Answers of this view need neither a session nor the database.
pytestmark = pytest.mark.django_db


def stored(suffix: str, content: bytes = b"content", folder: str = "images") -> str:
    return public_storage.save(random_name(folder, suffix), ContentFile(content))


def test_public_file_streams_from_our_own_origin(client, stores: str) -> None:
    name = stored(".webp")
    response = client.get(public_storage.url(name))

    assert response.status_code == 200
    assert b"".join(response) == b"content"
    assert response["Content-Length"] == "7"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable, s-maxage=0, proxy-revalidate"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"].endswith("; sandbox")
    assert "Set-Cookie" not in response
    assert "Cookie" not in response.get("Vary", "")


@pytest.mark.parametrize(
    ("suffix", "content_type", "shown"),
    [
        (".jpg", "image/jpeg", True),
        (".webp", "image/webp", True),
        (".avif", "image/avif", True),
        (".png", "image/png", True),
        (".svg", "image/svg+xml", True),
        (".pdf", "application/pdf", True),
        (".csv", "text/csv; charset=utf-8", False),
        (".jsonld", "application/ld+json", False),
        (".zip", "application/zip", False),
        (".html", "text/html; charset=utf-8", False),
        (".js", "text/javascript; charset=utf-8", False),
        ("", "application/octet-stream", False),
    ],
)
def test_public_file_has_its_content_type(client, folders, suffix: str, content_type: str, shown: bool) -> None:
    response = client.get(public_storage.url(stored(suffix)))

    assert response["Content-Type"] == content_type
    assert response["Content-Disposition"].split(";")[0] == ("inline" if shown else "attachment")


def test_public_file_unchanged_is_not_sent_again(client, stores: str) -> None:
    url = public_storage.url(stored(".webp"))
    tag = client.get(url)["ETag"]
    response = client.get(url, HTTP_IF_NONE_MATCH=tag)

    assert response.status_code == 304
    assert response.content == b""
    assert response["ETag"] == tag


def test_public_file_taken_down_is_gone_even_for_who_has_it(client, stores: str) -> None:
    name = stored(".webp")
    tag = client.get(public_storage.url(name))["ETag"]
    public_storage.delete(name)

    assert client.get(public_storage.url(name), HTTP_IF_NONE_MATCH=tag).status_code == 404


@pytest.mark.parametrize("folder", ["documents", "original_images", "avatar_images"])
def test_public_file_withholds_what_needs_a_permission(client, stores: str, folder: str) -> None:
    name = stored(".jpg", folder=folder)

    assert client.get(f"/medien/{name}").status_code == 404
    assert client.get(f"/medien/images/../{name}").status_code == 404
    assert client.get(f"/medien/images/%2e%2e/{name}").status_code == 404
    assert client.get(f"/medien//{name}").status_code == 404
    assert client.get(f"/medien/./{name}").status_code == 404
    assert client.get(f"/medien/images%5C..%5C{name}").status_code == 404


@pytest.mark.parametrize(
    "path", ["images/nowhere.webp", "images", "../private/x.jpg", "..%2fprivate%2fx.jpg", "a%00b", "x" * 3000, "."]
)
def test_public_file_missing_is_a_404(client, stores: str, path: str) -> None:
    stored(".webp")

    assert client.get(f"/medien/{path}").status_code == 404


def test_public_file_answers_no_other_method(client, folders) -> None:
    assert client.post(public_storage.url(stored(".webp"))).status_code == 405
    assert client.head(public_storage.url(stored(".webp"))).status_code == 200
