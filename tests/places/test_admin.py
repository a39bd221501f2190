"""The office looks at the municipalities and reads in a new register."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from cms.accounts.models import User
from cms.core.models import AuditEvent
from cms.places.models import Municipality
from tests.accounts.conftest import admin, editor, moderator, office, staff_client
from tests.places.factories import make_municipality, town_row, workbook

__all__ = ["admin", "editor", "moderator", "office", "staff_client"]
pytestmark = pytest.mark.django_db
IMPORT = "/verwaltung/kommunen/einlesen/"
Enter = Callable[[User], Client]


def _upload(content: bytes) -> dict[str, SimpleUploadedFile]:
    return {"file": SimpleUploadedFile("register.xlsx", content)}


def test_office_sees_the_list_and_one_municipality(staff_client: Enter, office: User) -> None:
    make_municipality("16051000", "Erfurt")
    client = staff_client(office)
    assert "Erfurt" in client.get("/verwaltung/kommunen/?q=erf").content.decode()
    assert client.get("/verwaltung/kommunen/inspect/16051000/").status_code == 200


def test_nobody_edits_the_register_by_hand(staff_client: Enter, admin: User) -> None:
    make_municipality("16051000", "Erfurt")
    client = staff_client(admin)
    for path in ("new/", "edit/16051000/", "delete/16051000/"):
        assert client.get(f"/verwaltung/kommunen/{path}").status_code == 302


def test_office_reads_in_a_register(staff_client: Enter, office: User) -> None:
    client = staff_client(office)
    page = client.post(IMPORT, _upload(workbook([town_row("16051000", "Erfurt, Stadt", code="61")]).getvalue()))
    assert "Neu: 1" in page.content.decode()
    assert Municipality.objects.get().name == "Erfurt"
    assert AuditEvent.objects.get(action="places.register.imported").actor == office


@pytest.mark.parametrize(
    ("content", "told"), [(b"", "Die Datei ist leer."), (b"quatsch", "nicht als Excel-Arbeitsmappe")]
)
def test_wrong_file_is_refused_on_the_page(staff_client: Enter, office: User, content: bytes, told: str) -> None:
    page = staff_client(office).post(IMPORT, _upload(content))
    assert told in page.content.decode()
    assert Municipality.objects.count() == 0


@pytest.mark.parametrize("part", ["editor", "moderator"])
def test_import_does_not_exist_for_others(staff_client: Enter, part: str, request: pytest.FixtureRequest) -> None:
    client = staff_client(request.getfixturevalue(part))
    assert client.get(IMPORT).status_code == 404
    assert client.post(IMPORT, _upload(b"x")).status_code == 404
