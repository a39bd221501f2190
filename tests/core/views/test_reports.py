from __future__ import annotations

import io
from datetime import UTC, datetime

import openpyxl
import pytest

from cms.core import audit
from tests.accounts.conftest import enter

NOW = datetime(2027, 9, 1, 12, 0, tzinfo=UTC)
TRAIL, TABLE = "/verwaltung/reports/protokoll/", "/verwaltung/reports/aufbewahrung/"

pytestmark = pytest.mark.django_db


@pytest.fixture
def two_events() -> None:
    audit.record(action="campaigns.entry.approve", target=None, actor_label="Anna", reason="=1+1", now=NOW)
    audit.record(
        action="competitions.application.admitted", target=None, changes={"state": ("sent", "admitted")}, now=NOW
    )


@pytest.mark.parametrize("path", [TRAIL, f"{TRAIL}results/", TABLE])
@pytest.mark.parametrize(
    ("part", "status"),
    [("office", 200), ("admin", 200), ("editor", 404), ("moderator", 404), ("juror", 404), ("outsider", 404)],
)
def test_reports_open_for_the_office_alone(path: str, part: str, status: int) -> None:
    answered = enter(part).get(path).status_code

    assert answered == status if part not in {"juror", "outsider"} else answered in {302, 403, 404}


def test_reports_ask_strangers_to_log_in(client) -> None:
    for path in (TRAIL, TABLE):
        assert client.get(path).status_code == 302


def test_trail_shows_words_and_changes(two_events) -> None:
    page = enter("office").get(TRAIL).content.decode()

    assert "Beitrag: freigegeben" in page
    assert "Bewerbung: zugelassen" in page
    assert "state: sent → admitted" in page
    assert "Anna" in page
    assert "01.09.2027, 14:00:00" in page


def test_trail_can_be_narrowed_down(two_events) -> None:
    page = enter("office").get(f"{TRAIL}results/", {"action": "campaigns.entry.approve"}).content.decode()

    assert "Anna" in page
    assert "state: sent" not in page


def test_trail_export_calculates_nothing(two_events) -> None:
    office = enter("office")
    lines = b"".join(office.get(TRAIL, {"export": "csv"})).decode()
    book = openpyxl.load_workbook(io.BytesIO(b"".join(office.get(TRAIL, {"export": "xlsx"}))))

    assert "'=1+1" in lines
    assert "f" not in {cell.data_type for row in book.active.rows for cell in row}
    assert "state: sent → admitted" in lines
    assert "Beitrag: freigegeben" in lines


def test_retention_table_lists_every_rule() -> None:
    page = enter("office").get(TABLE).content.decode()

    for key in ("core.codes", "core.mail", "core.tasks", "core.sessions"):
        assert f"<code>{key}</code>" in page


def test_menu_shows_the_reports_to_the_office() -> None:
    assert "Protokoll" in enter("office").get("/verwaltung/").content.decode()
    assert TRAIL not in enter("editor").get("/verwaltung/").content.decode()
