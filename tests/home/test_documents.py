"""Documents are served through the view and nowhere else."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.home.factories import make_document

pytestmark = pytest.mark.django_db


def test_document_is_served_through_the_view(client: Client) -> None:
    answer = client.get(make_document().url)
    assert answer.status_code == 200
    assert b"".join(answer.streaming_content) == b"%PDF-1.7 geheim"
    assert answer["Content-Type"] == "application/pdf"


def test_document_has_no_other_address(client: Client) -> None:
    document = make_document()
    with pytest.raises(NotImplementedError):
        _ = document.file.url
    assert client.get(f"/medien/{document.file.name}").status_code == 404


def test_document_is_not_found_under_another_name(client: Client) -> None:
    document = make_document()
    assert client.get(document.url.replace(document.filename, "anders.pdf")).status_code == 404
