"""Deny by default: every address of jury and applicants, every file and export × everybody who might try.

`open`: the page or file. `login`: sent to the log-in. Everything else does not exist for that person.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from cms.accounts.enums import Role
from cms.accounts.models import User
from competitions.actions import assign_panel, call_candidate, close_stage, open_meeting
from competitions.models import ApplicationEditor, Candidate, Stage
from tests.accounts.conftest import pass_second_factor
from tests.accounts.factories import make_user
from tests.competitions import factories
from tests.competitions.factories import CHECKING, DELIBERATING, JUDGING

pytestmark = pytest.mark.django_db

WHO = ("juror", "recused", "undeclared", "other_panel", "lead", "coeditor", "rival", "office", "outsider", "nobody")

# What each may open while the jury works; nobody else may open anything in the row.
WHILE_JUDGING: Mapping[str, set[str]] = {
    "/jury/{candidate}/": {"juror"},
    "/jury/{candidate}/befangen/": {"juror"},
    "/jury/{candidate}/rueckfrage/": {"juror"},
    "/jury/datei/{candidate_file}/": {"juror"},
    "/jury/datei/{sent_file}/": set(),
    "/jury/{foreign}/": {"other_panel"},
    "/jury/datei/{foreign_file}/": {"other_panel"},
    "/jury/einladung/bewertet/1/": {"juror", "recused", "undeclared"},
    "/jury/erklaerung/bewertet/1/": {"juror", "recused", "undeclared"},
    "/jury/uebersicht/bewertet/1/": {"juror", "recused", "undeclared"},
    "/jury/beratung/bewertet/1/": {"juror", "recused", "undeclared"},
    "/konto/bewerbungen/{sent}/": {"lead", "coeditor"},
    "/konto/bewerbungen/{sent}/eingang/": {"lead", "coeditor"},
    "/konto/bewerbungen/{sent}/datei/{sent_file}/": {"lead", "coeditor"},
    "/konto/bewerbungen/{sent}/datei/{candidate_file}/": set(),
    "/verwaltung/wettbewerbe/bewerbung/{sent}/": {"office"},
    "/verwaltung/wettbewerbe/datei/{sent_file}/": {"office"},
    "/verwaltung/wettbewerbe/bewertet/1/": {"office"},
    "/verwaltung/wettbewerbe/bewertet/1/jury/": {"office"},
    "/verwaltung/wettbewerbe/bewertet/1/jury/rueckfragen/": {"office"},
    "/verwaltung/wettbewerbe/bewertet/1/rangfolge/": {"office"},
    "/verwaltung/wettbewerbe/bewertet/1/einsehen/": {"office"},
    "/verwaltung/wettbewerbe/bewertet/1/briefe/": {"office"},
}
# What opens with the commit of the other stage's decisions.
ONCE_DECIDED: Mapping[str, set[str]] = {
    "/verwaltung/wettbewerbe/fremd/1/beratung/": {"office"},
    "/verwaltung/wettbewerbe/fremd/1/beratung/endgueltig/": {"office"},
    "/verwaltung/wettbewerbe/fremd/1/beratung/sitzung/": {"office"},
    "/verwaltung/wettbewerbe/fremd/1/beratung/niederschrift.pdf": {"office"},
    "/verwaltung/wettbewerbe/fremd/1/beratung/bild/{foreign}/": {"office"},
    "/verwaltung/wettbewerbe/fremd/1/beratung/urkunde/{foreign}.pdf": {"office"},
    "/verwaltung/wettbewerbe/fremd/1/briefe/": {"office"},
    "/verwaltung/wettbewerbe/fremd/1/briefe/vorlage/none/": {"office"},
    "/wettbewerbe/fremd/preise/": set(WHO),
    "/wettbewerbe/archiv/": set(WHO),
}


@pytest.fixture
def office(db: None) -> User:
    return make_user("buero@example.org", Role.OFFICE)


@pytest.fixture
def world(office: User, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Two judged stages that share nobody, and one person of each kind."""
    monkeypatch.setattr(timezone, "now", lambda: JUDGING)
    lead = make_user("lead@example.org", Role.APPLICANT)
    coeditor = make_user("mit@example.org", Role.APPLICANT)
    stage = factories.make_stage(slug="bewertet")
    candidate = factories.make_candidate(stage, lead, office)
    ApplicationEditor.objects.create(
        application=candidate.application, user=coeditor, invited_at=CHECKING, accepted_at=CHECKING
    )
    juror = factories.make_juror(stage, office, "juror@example.org")
    recused = factories.make_juror(stage, office, "tied@example.org", municipality=factories.make_municipality())
    factories.assign_all(stage, office)
    late = factories.make_juror(stage, office, "late@example.org")
    assign_panel(stage=stage, by=office, now=CHECKING)
    foreign_stage = factories.make_stage(slug="fremd")
    foreign = factories.make_candidate(foreign_stage, make_user("fern@example.org", Role.APPLICANT), office)
    other = factories.make_juror(foreign_stage, office, "other@example.org")
    factories.score(factories.assign_all(foreign_stage, office)[0], 8, 8, 8)
    users = {
        "juror": juror.user,
        "recused": recused.user,
        "undeclared": late.user,
        "other_panel": other.user,
        "lead": lead,
        "coeditor": coeditor,
        "rival": make_user("rival@example.org", Role.APPLICANT),
        "office": office,
        "outsider": make_user("aussen@example.org"),
    }
    return {"users": users, "names": _names(candidate, foreign), "foreign": foreign}


def _names(candidate: Candidate, foreign: Candidate) -> dict[str, Any]:
    application = candidate.application
    assert application
    return {
        "candidate": candidate.key,
        "candidate_file": candidate.files.get().key,
        "foreign": foreign.key,
        "foreign_file": foreign.files.get().key,
        "sent": application.code,
        "sent_file": application.files.get().key,
    }


def browser_of(world: dict[str, Any], who: str) -> Client:
    client = Client()
    if who != "nobody":
        client.force_login(world["users"][who])
    if who == "office":
        pass_second_factor(client, world["users"][who])
    return client


def found(table: Mapping[str, set[str]], world: dict[str, Any]) -> dict[str, set[str]]:
    """Who gets an answer with content, per address. Everybody else gets 404, or the log-in when nobody is."""
    opened: dict[str, set[str]] = {address: set() for address in table}
    for who in WHO:
        client = browser_of(world, who)
        for address in table:
            answer = client.get(address.format(**world["names"]))
            if answer.status_code == 200:
                opened[address].add(who)
            elif who == "nobody" and not address.startswith("/wettbewerbe/"):
                assert (answer.status_code, answer["Location"][:15]) == (302, "/konto/anmelden"), (who, address)
            else:
                assert answer.status_code == 404, (who, address, answer.status_code)
    return opened


def test_while_the_jury_works(world: dict[str, Any]) -> None:
    assert found(WHILE_JUDGING, world) == WHILE_JUDGING


def test_once_it_is_decided(world: dict[str, Any], office: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: DELIBERATING)
    stage = Stage.objects.get(competition__slug="fremd")
    close_stage(stage=stage, by=office, now=DELIBERATING)
    open_meeting(stage=stage, by=office, now=DELIBERATING)
    factories.decide(world["foreign"], office)
    assert found(ONCE_DECIDED, world) == ONCE_DECIDED


def test_an_open_meeting_shows_nothing_to_who_is_tied(
    world: dict[str, Any], office: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: DELIBERATING)
    stage = Stage.objects.get(competition__slug="bewertet")
    close_stage(stage=stage, by=office, now=DELIBERATING)
    open_meeting(stage=stage, by=office, now=DELIBERATING)
    candidate = stage.candidates.get()
    call_candidate(stage=stage, candidate=candidate, by=office, now=DELIBERATING)
    address = "/jury/beratung/bewertet/1/"
    for part in ("", "?teil=1"):
        shown = browser_of(world, "juror").get(address + part).content.decode()
        hidden = browser_of(world, "recused").get(address + part).content.decode()
        assert candidate.title in shown
        assert "Sie sind befangen" in hidden
        for word in (candidate.title, candidate.key, candidate.label):
            assert word not in hidden
