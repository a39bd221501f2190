"""The office's pages: register, formal check, files; nothing for anybody else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cms.accounts.models import User
from competitions.actions import answer_juror, ask_office
from competitions.enums import FormalCheckItem
from competitions.models import Application, Candidate, FormalCheck, PanelMember, Stage
from tests.accounts.factories import make_cast_member
from tests.competitions import factories

ALL = FormalCheckItem.values
BASE = "/verwaltung/wettbewerbe/"


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """Set the clock of the views."""

    def set_clock(now: datetime) -> None:
        monkeypatch.setattr(timezone, "now", lambda: now)

    set_clock(factories.CHECKING)
    return set_clock


@pytest.fixture
def staff(monkeypatch: pytest.MonkeyPatch) -> Callable[[User], Client]:
    """A client of somebody who has shown the second factor."""
    monkeypatch.setattr("cms.accounts.middleware.is_passed", lambda request: True)

    def log_in(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return log_in


def addresses(application: Application) -> list[str]:
    stage = f"{BASE}{application.stage.competition.slug}/1/"
    pages = ["", "jury/", "rangfolge/", "beratung/", "beratung/endgueltig/"]
    file = application.files.get()
    return [
        BASE,
        *(f"{stage}{page}" for page in pages),
        f"{BASE}bewerbung/{application.code}/",
        f"{BASE}datei/{file.key}/",
    ]


def verbs(stage: Stage) -> list[str]:
    base = f"{BASE}{stage.competition.slug}/1/"
    names = ["jury/einladen/", "jury/ausscheiden/", "jury/zuweisen/", "jury/wieder-oeffnen/"]
    return [f"{base}{name}" for name in [*names, "abschliessen/", "wieder-oeffnen/"]]


@pytest.mark.parametrize("part", ["moderator", "editor", "juror", "applicant", "member", "outsider"])
def test_everybody_but_the_office_finds_nothing(staff: Any, stage: Stage, part: str) -> None:
    application = factories.make_sent(stage, make_cast_member("entrant"))
    client = staff(make_cast_member(part))
    assert {client.get(address).status_code for address in addresses(application)} == {404}
    assert {client.post(address).status_code for address in verbs(stage)} == {404}


def test_without_the_second_factor_nothing_opens(client: Client, office: User, sent: Application) -> None:
    client.force_login(office)
    assert {client.get(address).status_code for address in addresses(sent)} == {302}


@pytest.mark.usefixtures("at")
def test_verbs_are_posted(staff: Any, office: User, stage: Stage) -> None:
    client = staff(office)
    assert {client.get(address).status_code for address in verbs(stage)} == {405}


@pytest.mark.usefixtures("at")
def test_the_office_opens_every_page(staff: Any, office: User, sent: Application) -> None:
    client = staff(office)
    found = [client.get(address).status_code for address in addresses(sent)]
    assert found == [200, 200, 200, 200, 302, 200, 200, 200]


@pytest.mark.usefixtures("at")
def test_drafts_are_nobodys_business(staff: Any, office: User, draft: Application) -> None:
    client = staff(office)
    assert draft.code not in client.get(f"{BASE}{draft.stage.competition.slug}/1/").content.decode()
    assert client.get(f"{BASE}bewerbung/{draft.code}/").status_code == 404


@pytest.mark.usefixtures("at")
def test_the_register_filters_and_searches(staff: Any, office: User, sent: Application, rival: User) -> None:
    other = factories.make_sent(sent.stage, rival, title="Kino im Kaufhaus")
    client = staff(office)
    base = f"{BASE}{sent.stage.competition.slug}/1/"

    def shown(query: str) -> set[str]:
        page = client.get(f"{base}{query}").content.decode()
        return {code for code in (sent.code, other.code) if code in page}

    assert shown("") == {sent.code, other.code}
    assert shown("?stand=sent") == {sent.code, other.code}
    assert shown("?stand=admitted") == set()
    assert shown("?suche=Kaufhaus") == {other.code}
    assert shown("?stand=unsinn&suche=%00") == {sent.code, other.code}


@pytest.mark.usefixtures("at")
def test_admitting_needs_every_tick(staff: Any, office: User, sent: Application) -> None:
    client = staff(office)
    address = f"{BASE}bewerbung/{sent.code}/"
    page = client.post(address, {"step": "admit", "ticked": ALL[:-1]}).content.decode()
    assert "Zum Zulassen müssen alle Punkte der Prüfliste abgehakt sein." in page
    assert page.count(" checked") == len(ALL) - 1
    assert client.post(address, {"step": "admit", "ticked": ALL}).status_code == 302
    sent.refresh_from_db()
    assert (sent.state, sent.candidate.label) == ("admitted", "K1")
    assert "Die Jury sieht die eingefrorene Fassung als K1." in client.get(address).content.decode()


@pytest.mark.usefixtures("at")
def test_refusing_needs_a_reason(staff: Any, office: User, sent: Application) -> None:
    client = staff(office)
    address = f"{BASE}bewerbung/{sent.code}/"
    assert "Bitte geben Sie einen Grund an." in client.post(address, {"step": "refuse"}).content.decode()
    client.post(address, {"step": "refuse", "reason": "Das Vorhaben hat schon begonnen."})
    sent.refresh_from_db()
    assert (sent.state, sent.formal_check.reason) == ("refused", "Das Vorhaben hat schon begonnen.")


def test_before_the_deadline_nothing_is_checked(staff: Any, office: User, sent: Application, at: Any) -> None:
    at(factories.NOW)
    client = staff(office)
    address = f"{BASE}bewerbung/{sent.code}/"
    assert "kann die Bewerbung noch zurückgeholt werden" in client.get(address).content.decode()
    page = client.post(address, {"step": "admit", "ticked": ALL}).content.decode()
    assert "Bis zum Annahmeschluss kann die Bewerbung noch zurückgeholt werden." in page
    assert FormalCheck.objects.count() == 0


@pytest.mark.usefixtures("at")
def test_a_second_decision_is_told_that_somebody_was_faster(staff: Any, office: User, sent: Application) -> None:
    client = staff(office)
    address = f"{BASE}bewerbung/{sent.code}/"
    client.post(address, {"step": "admit", "ticked": ALL})
    page = client.post(address, {"step": "refuse", "reason": "Zu spät."}).content.decode()
    assert "Jemand anderes war schneller." in page
    assert FormalCheck.objects.get().outcome == "admitted"


@pytest.mark.usefixtures("at")
def test_files_are_private(staff: Any, office: User, sent: Application) -> None:
    answer = staff(office).get(f"{BASE}datei/{sent.files.get().key}/")
    assert (answer.status_code, "no-store" in answer["Cache-Control"]) == (200, True)
    assert answer["X-Content-Type-Options"] == "nosniff"


@pytest.mark.usefixtures("at")
@pytest.mark.parametrize("count", [1, 3])
def test_the_register_asks_the_same_number_of_queries(
    staff: Any, office: User, stage: Stage, count: int, django_assert_num_queries: Any
) -> None:
    factories.make_candidates(stage, office, count)
    client = staff(office)
    address = f"{BASE}{stage.competition.slug}/1/"
    client.get(address)
    with django_assert_num_queries(11):
        page = client.get(address).content.decode()
    assert page.count("Zugelassen<") == count


@pytest.mark.usefixtures("at")
def test_the_dashboard_says_what_waits(staff: Any, office: User, sent: Application, at: Any) -> None:
    client = staff(office)
    assert "Bewerbungen zu prüfen" in client.get("/verwaltung/").content.decode()
    at(factories.NOW)
    assert "Bewerbungen zu prüfen" not in client.get("/verwaltung/").content.decode()


def test_the_dashboard_leads_to_what_jurors_ask(
    staff: Any, office: User, candidate: Candidate, juror: PanelMember, at: Any
) -> None:
    at(factories.JUDGING)
    (assignment,) = factories.assign_all(candidate.stage, office)
    question = ask_office(assignment=assignment, text="Wem gehört es?", by=juror.user, now=factories.JUDGING)
    page = staff(office).get("/verwaltung/").content.decode()
    assert "Rückfragen aus der Jury" in page
    assert reverse("competitions_jury_questions", args=[candidate.stage.competition.slug, 1]) in page
    answer_juror(question=question, text="Der Stadt.", by=office, now=factories.JUDGING)
    assert "Rückfragen aus der Jury" not in staff(office).get("/verwaltung/").content.decode()


@pytest.mark.usefixtures("at")
def test_the_dashboard_of_others_is_silent(staff: Any, sent: Application) -> None:
    page = staff(make_cast_member("editor")).get("/verwaltung/").content.decode()
    assert "Bewerbungen zu prüfen" not in page
    assert "Bewerbungen und Jury" not in page
