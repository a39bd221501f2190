"""„Bildnachweise“: what pictures lack, where they are used, for editors and the office alone."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from home.enums import CreditGap
from home.queries.credits import credited, gaps_of, uses_of
from tests.accounts.conftest import enter
from tests.home.factories import make_image, make_news, make_news_index

REPORT = "/verwaltung/reports/bildnachweise/"

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", [REPORT, f"{REPORT}results/"])
@pytest.mark.parametrize(
    ("part", "status"), [("editor", 200), ("office", 200), ("admin", 200), ("moderator", 404), ("juror", 404)]
)
def test_credits_are_for_editors_and_the_office(path: str, part: str, status: int) -> None:
    assert enter(part).get(path).status_code == status


def test_credits_stand_among_the_reports() -> None:
    assert f'href="{REPORT}"' not in enter("moderator").get("/verwaltung/").content.decode()
    # the menu is data of a script
    assert REPORT in enter("office").get("/verwaltung/").content.decode()


@pytest.mark.parametrize(
    ("fields", "gaps"),
    [
        ({}, []),
        ({"description": ""}, [CreditGap.ALT]),
        ({"description": "IMG_4711.JPG"}, [CreditGap.ALT]),
        ({"description": "Das Schild „willkommen.jpg“ am Tor"}, []),
        ({"author": "", "licence": ""}, [CreditGap.AUTHOR, CreditGap.LICENCE]),
    ],
)
def test_gaps_are_found(fields: dict[str, Any], gaps: list[CreditGap]) -> None:
    make_image(**fields)
    assert gaps_of(credited().get()) == gaps


def test_pictures_that_lack_something_come_first() -> None:
    make_image("Allee")
    make_image("Zaun", author="")
    assert [image.title for image in credited()] == ["Zaun", "Allee"]


def test_uses_are_named_in_order() -> None:
    image, other = make_image("Allee"), make_image("Bank")
    index = make_news_index()
    zebra, ampel = make_news(index, title="Zebra", image=image), make_news(index, title="Ampel", image=image)
    uses = uses_of([image, other])
    assert [use.title for use in uses[image.pk]] == ["Ampel", "Zebra"]
    assert [use.url for use in uses[image.pk]] == [f"/verwaltung/pages/{page.pk}/" for page in (ampel, zebra)]
    assert enter("office").get(uses[image.pk][0].url).status_code == 200  # also for those who write no pages
    assert other.pk not in uses
    assert dict(credited().values_list("title", "uses")) == {"Allee": 2, "Bank": 0}


def test_report_narrows_down_by_gap_and_use() -> None:
    make_news(make_news_index(), image=make_image("Allee"))
    make_image("Bank", author="")
    office = enter("office")

    def titles(**asked: str) -> set[str]:
        page = office.get(f"{REPORT}results/", asked).content.decode()
        return {title for title in ("Allee", "Bank") if f"{title} im Regen" in page}

    assert titles() == {"Allee", "Bank"}
    assert titles(gap="author") == {"Bank"}
    assert titles(gap="licence") == set()
    assert titles(used="yes") == {"Allee"}
    assert titles(used="no") == {"Bank"}
    assert titles(author="ada") == {"Allee"}


def test_export_holds_what_the_page_shows_and_calculates_nothing() -> None:
    make_news(make_news_index(), title="Neue Bäume", image=make_image("Allee", author="=1+1", year=2026))
    make_image("Bank", description="")
    office = enter("office")
    book = openpyxl.load_workbook(io.BytesIO(b"".join(office.get(REPORT, {"export": "xlsx"}))))
    rows = [[cell.value for cell in row] for row in book.active.rows]
    licence = "mit Erlaubnis, alle Rechte vorbehalten"
    head = ["Titel", "Es fehlt", "Alternativtext", "Urheberin oder Urheber", "Lizenz", "Jahr", "Verwendet in"]
    assert rows == [
        head,
        ["Bank", "Alternativtext", None, "Ada Auge", licence, None, None],
        ["Allee", None, "Allee im Regen", "=1+1", licence, 2026, "Neue Bäume"],
    ]
    assert "f" not in {cell.data_type for row in book.active.rows for cell in row}
    assert "'=1+1" in b"".join(office.get(REPORT, {"export": "csv"})).decode()


@pytest.fixture
def count_queries() -> Callable[[Client], int]:
    def count(client: Client) -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            client.get(f"{REPORT}results/")
        return len(asked)

    return count


def test_more_pictures_ask_no_more(count_queries: Callable[[Client], int]) -> None:
    index, office = make_news_index(), enter("office")
    make_news(index, image=make_image("Allee"))
    count_queries(office)  # the preview of each picture is drawn once
    before = count_queries(office)
    for number in range(3):
        make_news(index, image=make_image(f"Bank {number}"))
    count_queries(office)
    assert count_queries(office) == before
