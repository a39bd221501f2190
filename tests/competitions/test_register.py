"""The register: filters, columns, order, saved views, workbook, and a bound on its queries."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from cms.accounts.models import User
from competitions.actions import save_form
from competitions.models import Application, Competition, SavedView, Stage
from tests.accounts.factories import make_cast_member
from tests.competitions import factories
from tests.competitions.factories import NOW
from tests.competitions.test_criteria_by_theme import with_theme
from tests.competitions.test_office import BASE, at, staff

__all__ = ["at", "staff"]


@pytest.fixture
def two(stage: Stage, applicant: User, rival: User, office: User) -> tuple[Application, Application]:
    """Two applications from towns of different size, in a competition with themes."""
    Competition.objects.update(themes=["Umbau", "Programm"])
    save_form(stage=stage, definition=with_theme(), by=office, now=NOW)
    small = factories.make_sent(stage, applicant, title="Kleines Kino")
    large = factories.make_sent(stage, rival, title="=Großer Markt")
    large.municipality = factories.make_municipality("16051000", "Erfurt", 215_000)
    large.answers["art"] = "Programm"
    large.save()
    return small, large


@pytest.mark.usefixtures("at")
@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", {0, 1}),
        ("klasse=3", {1}),
        ("klasse=2", {0}),
        ("klasse=0", set()),
        ("klasse=9", {0, 1}),
        ("klasse=x", {0, 1}),
        ("thema=Umbau", {0}),
        ("thema=Programm", {1}),
        ("thema=Unsinn", set()),
        ("ort=16051000", {1}),
        ("suche=kino", {0}),
        ("suche=kino&thema=Programm", set()),
        ("sortierung=unsinn&spalte=unsinn&seite=x", {0, 1}),
    ],
)
def test_filters(staff: Any, office: User, two: tuple[Application, Application], query: str, shown: set[int]) -> None:
    page = staff(office).get(f"{BASE}wettbewerb/1/?{query}").content.decode()
    assert {number for number, application in enumerate(two) if application.code in page} == shown


@pytest.mark.usefixtures("at")
def test_columns_and_order(staff: Any, office: User, two: tuple[Application, Application]) -> None:
    client = staff(office)
    query = "spalte=nummer&spalte=einwohner&sortierung=-einwohner"
    page = client.get(f"{BASE}wettbewerb/1/?{query}").content.decode()
    assert page.index(two[1].code) < page.index(two[0].code)
    assert 'aria-sort="descending"' in page
    assert "215.000" in page
    assert "Kleines Kino</a></td>" not in page
    page = client.get(f"{BASE}wettbewerb/1/?sortierung=einwohner").content.decode()
    assert page.index(two[0].code) < page.index(two[1].code)


@pytest.mark.usefixtures("at")
def test_the_workbook_has_the_same_rows_and_columns(
    staff: Any, office: User, two: tuple[Application, Application]
) -> None:
    query = "spalte=nummer&spalte=vorhaben&spalte=thema&spalte=einwohner&sortierung=vorhaben"
    answer = staff(office).get(f"{BASE}wettbewerb/1/tabelle.xlsx?{query}")
    sheet = load_workbook(io.BytesIO(answer.content)).active
    assert [[cell.value for cell in row] for row in sheet.rows] == [
        ["Nummer", "Vorhaben", "Einwohner", "Thema"],
        [two[1].code, "=Großer Markt", 215_000, "Programm"],
        [two[0].code, "Kleines Kino", 19_700, "Umbau"],
    ]
    assert sheet["B2"].data_type == "s"


@pytest.mark.usefixtures("at")
def test_views_are_kept_and_shared(staff: Any, office: User, two: tuple[Application, Application]) -> None:
    client, address = staff(office), f"{BASE}wettbewerb/1/ansicht/"
    answer = client.post(address, {"name": "  Große  Städte ", "query": "klasse=3&unsinn=1"})
    assert answer["Location"] == f"{BASE}wettbewerb/1/?klasse=3"
    view = SavedView.objects.get()
    assert (view.name, view.query, view.is_shared) == ("Große Städte", "klasse=3", False)
    colleague = staff(make_cast_member("admin"))
    assert "Große Städte" not in colleague.get(f"{BASE}wettbewerb/1/").content.decode()
    client.post(address, {"name": "Große Städte", "query": "klasse=3", "shared": "on"})
    assert "Große Städte" in colleague.get(f"{BASE}wettbewerb/1/").content.decode()
    assert colleague.post(address, {"delete": view.pk, "query": ""}).status_code == 404
    assert (
        "Bitte geben Sie der Ansicht einen Namen."
        in client.post(address, {"name": " ", "query": ""}, follow=True).content.decode()
    )
    client.post(address, {"delete": view.pk, "query": ""})
    assert SavedView.objects.count() == 0


@pytest.mark.usefixtures("at")
def test_many_rows_take_few_queries(staff: Any, office: User, two: tuple[Application, Application]) -> None:
    copies = []
    for number in range(498):
        copy = Application.objects.get(pk=two[0].pk)
        copy.pk, copy.code = None, f"X{number:06}"
        copies.append(copy)
    Application.objects.bulk_create(copies)
    client = staff(office)
    client.get(f"{BASE}wettbewerb/1/")
    with CaptureQueriesContext(connection) as queries:
        page = client.get(f"{BASE}wettbewerb/1/").content.decode()
    assert len(queries) <= 12
    assert "500 Bewerbungen" in page
    assert page.count('<th scope="row">') == 50
    assert "Kleines Kino" in client.get(f"{BASE}wettbewerb/1/?seite=10").content.decode()
