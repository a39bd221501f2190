"""Funding guide: what fits and why, what is over, what nobody has checked for too long."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO

import openpyxl
import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from cms.accounts.models import User
from cms.core.models import AuditEvent
from cms.core.refusals import Refused
from home.actions.funding import confirm_programme
from home.domain.funding import Fit, Programme, Reason, Wish, fitting, is_stale
from home.models import FundingPage
from home.waiting_knowledge import knowledge_rows
from tests.home.knowledge import guide, programme, town

pytestmark = pytest.mark.django_db
Enter = Callable[[User], Client]
TODAY = date(2027, 3, 31)
FIT = "/foerderung/passend/"
DESK = "/verwaltung/foerderprogramme/"


@pytest.mark.parametrize(
    "checked,stale",
    [
        (date(2027, 3, 31), False),
        (date(2026, 9, 30), False),  # six months before a 31st is the last day of that month
        (date(2026, 9, 29), True),
        (date(2025, 12, 31), True),
    ],
)
def test_a_check_is_old_after_six_months(checked: date, stale: bool) -> None:
    assert is_stale(checked, TODAY) is stale


def known(
    pk: int, *, who: str = "town", areas: str = "a", most: int | None = None, days: int | None = None
) -> Programme:
    deadline = None if days is None else TODAY + timedelta(days=days)
    return Programme(pk, frozenset(who.split()), frozenset(areas.split()), most, deadline)


@pytest.mark.parametrize(
    "one,wish,found",
    [
        (known(1), Wish(), [Fit(1, (), frozenset(), False)]),
        (known(1), Wish("town"), [Fit(1, (Reason.APPLICANT,), frozenset(), False)]),
        (known(1), Wish("club"), []),
        (known(1, areas="a b"), Wish("", frozenset("bc")), [Fit(1, (Reason.AREA,), frozenset("b"), False)]),
        (known(1), Wish("", frozenset("bc")), []),
        (known(1, most=5000), Wish(population=5000), [Fit(1, (Reason.PLACE,), frozenset(), False)]),
        (known(1, most=5000), Wish(population=5001), []),
        (known(1), Wish(population=90_000), [Fit(1, (Reason.ANYWHERE,), frozenset(), False)]),
        (known(1, days=0), Wish(), [Fit(1, (), frozenset(), False)]),
        (known(1, days=-1), Wish(), [Fit(1, (), frozenset(), True)]),
    ],
)
def test_a_programme_has_to_fit_every_answer(one: Programme, wish: Wish, found: list[Fit]) -> None:
    assert fitting([one], wish, today=TODAY) == found


def test_what_is_open_comes_first_then_what_has_most_in_common() -> None:
    programmes = [known(1, days=-3, areas="a b"), known(2, areas="a"), known(3, areas="a b")]
    assert [fit.pk for fit in fitting(programmes, Wish("", frozenset("ab")), today=TODAY)] == [3, 2, 1]


def test_three_answers_lead_to_programmes_with_reasons(client: Client) -> None:
    place = town(population=8000)
    programme("klein", max_population=15_000, deadline=30)
    programme("winzig", max_population=5_000)
    programme("verein", applicants=["association"])
    programme("gestern", deadline=-1)
    query = {"wer": "municipality", "was": ["vacancy", "climate"], "wo": place.name}
    html = client.get(FIT, query).content.decode()
    assert "Ein Programm passt" in html
    for words in ("Antragsberechtigt: Kommune", "Fördert: Leerstand nutzen", "Orte bis 15.000 Menschen, also auch für"):
        assert words in html
    assert "/foerderung/winzig/" not in html
    assert "/foerderung/verein/" not in html
    assert html.index("/foerderung/klein/") < html.index("Frist ist abgelaufen") < html.index("/foerderung/gestern/")


def test_questions_may_stay_open_and_wrong_answers_are_explained(client: Client) -> None:
    programme("immer")
    assert "Was dann kommt" in client.get(FIT).content.decode()
    assert "/foerderung/immer/" in client.get(FIT, {"wer": ""}).content.decode()
    answer = client.get(FIT, {"wo": "Atlantis", "was": "vacancy"})
    assert answer.status_code == 422
    html = answer.content.decode()
    assert html.count(" checked") == 1
    assert 'value="Atlantis"' in html
    assert "data-error-summary" in html


def test_the_list_filters_and_sets_apart_what_is_over(client: Client) -> None:
    programme("laufend", kind="loan")
    programme("bald", deadline=5)
    programme("spaeter", deadline=50, areas=["climate"])
    programme("vorbei", deadline=-5)
    html = client.get("/foerderung/").content.decode()
    order = [html.index(f'href="/foerderung/{slug}/"') for slug in ("bald", "spaeter", "laufend", "vorbei")]
    assert order == sorted(order)
    assert html.index("Frist abgelaufen</h2>") < order[-1]
    shown = {
        "bereich=climate": {"spaeter"},
        "art=loan": {"laufend"},
        "frist=offen": {"bald", "spaeter"},
        "frist=abgelaufen": {"vorbei"},
        "suche=SPÄTER": {"spaeter"},
        "art=grant&bereich=housing": set(),
    }
    for query, slugs in shown.items():
        html = client.get(f"/foerderung/?{query}").content.decode()
        found = {slug for slug in ("laufend", "bald", "spaeter", "vorbei") if f'href="/foerderung/{slug}/"' in html}
        assert found == slugs, query


def test_the_list_asks_the_same_for_three_and_for_thirty(client: Client, queries: Callable[[str], int]) -> None:
    for number in range(3):
        programme(f"p{number}")
    few = queries("/foerderung/?suche=")
    for number in range(3, 30):
        programme(f"p{number}")
    assert queries("/foerderung/?suche=") == few <= 12


def test_the_page_says_all_fields_and_warns_of_old_ones(client: Client) -> None:
    programme("frisch", amount="bis 80 %", contact="Beratung\nrat@example.org", max_population=15_000)
    html = client.get("/foerderung/frisch/").content.decode()
    for words in (
        "Zuschuss",
        "Leerstand nutzen",
        "Kommune",
        "Thüringen",
        "15.000",
        "bis 80 %",
        "laufend",
        "rat@example.org",
    ):
        assert words in html
    assert "sechs Monate her" not in html
    programme("alt", checked=-200, deadline=-1)
    old = client.get("/foerderung/alt/").content.decode()
    assert "sechs Monate her" in old
    assert "abgelaufen" in old


def test_nobody_checks_tomorrow() -> None:
    with pytest.raises(ValidationError, match="Zukunft"):
        programme("morgen", checked=1)


def test_several_choices_are_known_ones() -> None:
    with pytest.raises(ValidationError, match="vorgegebenen"):
        programme("falsch", areas=["vacancy", "moon"])


def test_editors_fill_in_boxes(desk: Enter, editor: User) -> None:
    html = desk(editor).get(f"/verwaltung/pages/add/home/fundingpage/{guide().pk}/").content.decode()
    assert html.count('type="checkbox" name="areas"') == 8
    assert html.count('type="checkbox" name="applicants"') == 6


def test_old_programmes_wait_until_somebody_checks_them(desk: Enter, editor: User) -> None:
    page = programme("alt", checked=-200)
    page.save_revision().publish()
    assert [row.count for row in knowledge_rows(editor)] == [0, 1]
    client = desk(editor)
    assert "zu alt" in client.get(DESK).content.decode()
    client.post(f"{DESK}{page.pk}/geprueft/")
    assert FundingPage.objects.get().last_checked == timezone.localdate()
    assert AuditEvent.objects.filter(action="home.funding.checked", actor=editor).count() == 1
    assert [row.count for row in knowledge_rows(editor)] == [0, 0]


def test_a_draft_is_not_published_by_checking(editor: User) -> None:
    page = programme("alt", checked=-200)
    page.save_revision().publish()
    page.title = "Noch nicht"
    page.save_revision()
    with pytest.raises(Refused, match="unveröffentlichte"):
        confirm_programme(programme=FundingPage.objects.get(), by=editor, now=timezone.now())


def test_editors_take_the_table_home(desk: Enter, editor: User) -> None:
    programme("klein", funder="=1+1", deadline=30)
    answer = desk(editor).get(f"{DESK}foerderprogramme.xlsx")
    sheet = openpyxl.load_workbook(BytesIO(answer.content)).active
    head, row = [[cell.value for cell in line] for line in sheet.iter_rows()]
    told = dict(zip(head, row, strict=True))
    assert told["Programm"] == "Klein"
    assert told["Fördergeber"] == "=1+1"
    assert sheet.cell(2, head.index("Fördergeber") + 1).data_type == "s"
    assert told["Förderbereiche"] == "Leerstand nutzen"
