"""Setting up: what is missing, versions of a form in words, preview, copying, moving on to the next stage."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from cms.accounts.models import User
from cms.core.models import AuditEvent
from cms.core.refusals import Refused
from competitions.actions import (
    close_stage,
    commit_decisions,
    copy_competition,
    promote_candidates,
    propose_decision,
    reuse_form,
    save_form,
    start_application,
)
from competitions.domain import a_year_on
from competitions.models import Application, Candidate, Competition, Criterion, FormVersion, Stage
from competitions.queries import copy_suggestion
from tests.competitions import factories
from tests.competitions.factories import DAY, DELIBERATING, FORM, NOW
from tests.competitions.test_office import BASE, at, staff
from tests.competitions.test_setup import SETUP, form_data

__all__ = ["at", "staff"]


def add_stage(stage: Stage) -> Stage:
    """A second stage after the jury of the first, with the same form."""
    begins = stage.jury_closes_at + 10 * DAY
    following = Stage.objects.create(
        competition=stage.competition,
        number=2,
        opens_at=begins,
        closes_at=begins + 30 * DAY,
        jury_opens_at=begins + 40 * DAY,
        jury_closes_at=begins + 50 * DAY,
    )
    save_form(stage=following, definition=FORM[:2], by=None, now=NOW)
    return following


def decide(stage: Stage, office: User, count: int = 2) -> list[Candidate]:
    """The first candidate wins, the others don't."""
    candidates = factories.make_candidates(stage, office, count)
    award = factories.make_awards(stage)[0]
    factories.make_juror(stage, office, "juror@example.org")
    for assignment in factories.assign_all(stage, office):
        factories.score(assignment, 8, 7, 6)
    close_stage(stage=stage, by=office, now=DELIBERATING)
    for number, candidate in enumerate(candidates):
        given = {"verdict": "none"} if number else {"verdict": "award", "award": award, "reason": "Mutig.", "place": 1}
        propose_decision(candidate=candidate, by=office, now=DELIBERATING, **given)
    commit_decisions(stage=stage, by=office, now=DELIBERATING)
    stage.refresh_from_db()
    return candidates


@pytest.mark.usefixtures("at")
def test_the_checklist_says_what_is_missing(staff: Any, office: User, stage: Stage) -> None:
    client, address = staff(office), f"{BASE}{stage.competition.slug}/einrichten/"
    page = client.get(address).content.decode()
    assert "Ein Punkt fehlt noch." in page  # the prizes
    factories.make_awards(stage)
    assert "Nichts fehlt mehr." in client.get(address).content.decode()
    Criterion.objects.filter(stage=stage, key="idee").update(weight=20)
    assert "zusammen 90" in client.get(address).content.decode()


@pytest.mark.usefixtures("at")
def test_prizes_beyond_the_budget_are_missing_money(staff: Any, office: User, stage: Stage) -> None:
    factories.make_awards(stage)
    Competition.objects.update(budget=90_000)
    page = staff(office).get(f"{BASE}{stage.competition.slug}/einrichten/").content.decode()
    assert "Ein Punkt fehlt noch." in page
    assert "Preise passen ins Budget" in page


@pytest.mark.usefixtures("at")
def test_themes_must_be_asked_for(staff: Any, office: User, stage: Stage) -> None:
    factories.make_awards(stage)
    Competition.objects.update(themes=["Umbau", "Programm"])
    client, address = staff(office), f"{BASE}{stage.competition.slug}/einrichten/"
    assert "Ein Punkt fehlt noch." in client.get(address).content.decode()
    definition = stage.form_versions.get().definition.get_prep_value()
    definition[0]["value"]["blocks"][3]["value"]["is_theme"] = True
    save_form(stage=stage, definition=definition, by=office, now=NOW)
    assert "Nichts fehlt mehr." in client.get(address).content.decode()


@pytest.mark.usefixtures("at")
def test_versions_are_told_in_words(staff: Any, office: User, draft: Application) -> None:
    stage = draft.stage
    definition = stage.form_versions.get().definition.get_prep_value()
    definition[0]["value"]["blocks"][2]["value"] |= {"label": "Was soll werden?", "max_characters": 400}
    definition[0]["value"]["blocks"].pop()
    save_form(stage=stage, definition=definition, by=office, now=NOW)
    page = staff(office).get(f"{BASE}{stage.competition.slug}/1/formulare/").content.decode()
    for words in ("Frage ist geändert", "<del>500</del>", "<ins>400</ins>", "Frage entfällt", "„Leere Läden“"):
        assert words in page


@pytest.mark.usefixtures("at")
def test_a_stored_version_is_shown_as_applicants_see_it(staff: Any, office: User, stage: Stage) -> None:
    client = staff(office)
    page = client.get(f"{BASE}{stage.competition.slug}/1/formulare/1/").content.decode()
    for words in ("Was soll entstehen?", "Höchstens 500 Zeichen.", "„Wo?“ ist kennzeichnend"):
        assert words in page
    assert client.get(f"{BASE}{stage.competition.slug}/1/formulare/2/").status_code == 404


@pytest.mark.usefixtures("at")
def test_an_unsaved_form_is_shown_and_not_stored(staff: Any, office: User, stage: Stage) -> None:
    client = staff(office)
    page = client.post(f"{BASE}formular-vorschau/", form_data(stage, "Was ist neu?")).content.decode()
    assert "Was ist neu?" in page
    assert "Noch ist es nicht gespeichert." in page
    assert "Was ist neu?" not in str(FormVersion.objects.get().definition.get_prep_value())
    assert client.post(f"{BASE}formular-vorschau/", {}).status_code == 400
    assert (
        'formtarget="vorschau"' in client.get(f"{SETUP}formulare/edit/{FormVersion.objects.get().pk}/").content.decode()
    )


@pytest.mark.usefixtures("at")
def test_last_years_form_is_taken_over(staff: Any, office: User, stage: Stage) -> None:
    new = factories.make_stage(slug="neu", with_form=False)
    version = reuse_form(stage=new, source=stage.form_versions.get(), by=office, now=NOW)
    assert version.form == stage.form_versions.get().form
    address = f"{BASE}neu/1/formulare/"
    assert staff(office).post(address, {"source": stage.form_versions.get().pk}).status_code == 302
    assert staff(office).post(address, {}).status_code == 200


def test_a_copy_has_rules_forms_criteria_and_prizes_later(office: User, draft: Application) -> None:
    stage = draft.stage
    factories.make_awards(stage)
    made = copy_competition(
        source=stage.competition, title="2028", slug="neu", code_prefix="N28", weeks=52, by=office, now=NOW
    )
    copied = made.stages.get()
    assert copied.opens_at == stage.opens_at + timedelta(weeks=52)
    assert copied.form_versions.get().form == stage.form_versions.get().form
    assert [(c.key, c.weight, c.labels) for c in copied.criteria.all()] == [
        (c.key, c.weight, c.labels) for c in stage.criteria.all()
    ]
    assert [a.title for a in copied.awards.all()] == [a.title for a in stage.awards.all()]
    assert stage.criteria.count() == 3
    assert (copied.applications.count(), copied.committed_at) == (0, None)
    with pytest.raises(Refused) as refusal:
        copy_competition(
            source=stage.competition, title="2028", slug="neu", code_prefix="N29", weeks=52, by=office, now=NOW
        )
    assert (refusal.value.code, refusal.value.field) == ("slug_taken", "slug")


@pytest.mark.usefixtures("at")
def test_copying_on_the_page(staff: Any, office: User, stage: Stage) -> None:
    address = f"{BASE}{stage.competition.slug}/kopieren/"
    client = staff(office)
    suggested = client.get(address).context["form"].initial
    assert suggested == {"title": "Innenstadt-Wettbewerb 2028", "code_prefix": "W28"}
    data = {"title": "Neu", "slug": stage.competition.slug, "code_prefix": "N28", "weeks": "52"}
    assert "existiert bereits" in client.post(address, data).content.decode()
    answer = client.post(address, {**data, "slug": "neu"})
    assert answer["Location"] == f"{BASE}neu/einrichten/"


@pytest.mark.parametrize(
    "name, later",
    [("Blick 2027, Runde 2", "Blick 2028, Runde 2"), ("W99", "W00"), ("allee-2027", "allee-2028"), ("B3000", "B3000")],
)
def test_a_name_moves_on_by_a_year(name: str, later: str) -> None:
    assert a_year_on(name) == later


def test_what_is_taken_is_not_suggested(stage: Stage) -> None:
    factories.make_stage(slug="anders")  # takes W28
    assert copy_suggestion(stage.competition) == {"title": "Innenstadt-Wettbewerb 2029", "code_prefix": "W29"}
    plain = Competition(title="Wanderbaumallee", slug="allee", code_prefix="WB")
    assert copy_suggestion(plain) == {}


def test_checklist_names_the_page_and_whose_task_it_is(staff: Any, office: User, stage: Stage) -> None:
    page = staff(office).get(f"{BASE}{stage.competition.slug}/einrichten/").content.decode()
    line = page.split("Seite des Wettbewerbs veröffentlicht")[1].split("</li>")[0]
    assert "Redaktion" in line
    assert "fehlt" in line
    assert "<a" not in page.split("Seite des Wettbewerbs veröffentlicht")[0].rsplit("<li>", 1)[1]


def test_winners_move_on_with_what_they_have_said(office: User, stage: Stage, mailoutbox: list[Any]) -> None:
    following = add_stage(stage)
    winner, loser = decide(stage, office)
    mailoutbox.clear()
    [application] = promote_candidates(
        stage=stage, following=following, candidates=[winner, loser], by=office, now=DELIBERATING
    )
    before = winner.application
    assert before is not None
    assert (application.state, application.preceding, application.lead) == ("draft", before, before.lead)
    assert application.answers["ziel"] == before.answers["ziel"]
    assert application.title == before.title
    assert "zustimmung" not in application.answers
    assert promote_candidates(stage=stage, following=following, candidates=[winner], by=office, now=DELIBERATING) == []
    assert AuditEvent.objects.filter(action="competitions.application.promoted").count() == 1


def test_nobody_moves_on_before_the_decision(office: User, stage: Stage) -> None:
    following = add_stage(stage)
    with pytest.raises(Refused) as refusal:
        promote_candidates(stage=stage, following=following, candidates=[], by=office, now=DELIBERATING)
    assert refusal.value.code == "not_decided_yet"
    with pytest.raises(Refused) as refusal:
        promote_candidates(stage=following, following=stage, candidates=[], by=office, now=DELIBERATING)
    assert refusal.value.code == "not_the_next_stage"


def test_later_stages_are_for_the_chosen_ones(stage: Stage, rival: User) -> None:
    following = add_stage(stage)
    with pytest.raises(Refused) as refusal:
        start_application(stage=following, lead=rival, now=following.opens_at + DAY)
    assert refusal.value.code == "by_promotion"


@pytest.mark.usefixtures("at")
def test_moving_on_by_the_page(staff: Any, office: User, stage: Stage, at: Any) -> None:
    following = add_stage(stage)
    winner, _loser = decide(stage, office)
    at(DELIBERATING)
    client, address = staff(office), f"{BASE}{stage.competition.slug}/1/weiterkommen/"
    assert winner.title in client.get(address).content.decode()
    assert client.post(address, {"following": following.pk, "candidates": [winner.pk]}).status_code == 302
    assert "Niemand ist mehr offen" in client.get(address).content.decode()


@pytest.mark.parametrize("part", ["wettbewerbe", "stufen", "formulare"])
def test_what_applications_hang_on_is_not_deleted(staff: Any, office: User, draft: Application, part: str) -> None:
    pk = {
        "wettbewerbe": draft.stage.competition_id,
        "stufen": draft.stage_id,
        "formulare": draft.form_version_id,
    }[part]
    answer = staff(office).post(f"{SETUP}{part}/delete/{pk}/")
    assert answer["Location"] == f"{SETUP}{part}/edit/{pk}/"
    assert (Competition.objects.count(), Stage.objects.count(), FormVersion.objects.count()) == (1, 1, 1)
    assert not AuditEvent.objects.filter(action__endswith=".deleted").exists()


def test_an_unused_prize_is_deleted(staff: Any, office: User, stage: Stage) -> None:
    award = factories.make_awards(stage)[0]
    staff(office).post(f"{SETUP}preise/delete/{award.pk}/")
    assert stage.awards.count() == 1
    assert AuditEvent.objects.filter(action="competitions.award.deleted").count() == 1


def stage_data(stage: Stage, **ties: str) -> dict[str, Any]:
    moments = {
        name: getattr(stage, name).strftime("%Y-%m-%d %H:%M")
        for name in ("opens_at", "closes_at", "jury_opens_at", "jury_closes_at")
    }
    return {
        "competition": stage.competition_id,
        "number": 1,
        "title": "",
        "reviews_per_candidate": "",
        **moments,
        **ties,
    }


@pytest.mark.parametrize(
    ("ties", "order"),
    [
        ({"tie_break-idee": "1", "tie_break-wirkung": "2", "tie_break-umsetzung": ""}, ["idee", "wirkung"]),
        ({"tie_break-idee": "", "tie_break-wirkung": "", "tie_break-umsetzung": ""}, []),
    ],
)
def test_ties_are_ordered_by_numbers(
    staff: Any, office: User, stage: Stage, ties: dict[str, str], order: list[str]
) -> None:
    assert staff(office).post(f"{SETUP}stufen/edit/{stage.pk}/", stage_data(stage, **ties)).status_code == 302
    stage.refresh_from_db()
    assert stage.tie_break == order


def test_equal_numbers_are_refused(staff: Any, office: User, stage: Stage) -> None:
    data = stage_data(stage, **{"tie_break-idee": "1", "tie_break-wirkung": "1"})
    page = staff(office).post(f"{SETUP}stufen/edit/{stage.pk}/", data).content.decode()
    assert "Jede Zahl darf nur einmal vorkommen." in page


def criterion_data(stage: Stage, **fields: Any) -> dict[str, Any]:
    return {
        "stage": stage.pk,
        "name": "Klimawirkung",
        "key": "klima",
        "guidance": "",
        "weight": "10",
        "lowest": "0",
        "highest": "10",
        "labels": "0: keine\n10 = vorbildlich",
        "counting": "on",
        "position": "4",
        **fields,
    }


def test_a_scale_is_written_in_lines(staff: Any, office: User, stage: Stage) -> None:
    Competition.objects.update(themes=["Klima"])
    client = staff(office)
    assert client.post(f"{SETUP}kriterien/new/", criterion_data(stage, themes=["Klima"])).status_code == 302
    criterion = Criterion.objects.get(key="klima")
    assert (criterion.labels, criterion.themes) == ([[0, "keine"], [10, "vorbildlich"]], ["Klima"])
    assert "0: keine" in client.get(f"{SETUP}kriterien/edit/{criterion.pk}/").content.decode()
    page = client.post(f"{SETUP}kriterien/new/", criterion_data(stage, labels="gut")).content.decode()
    assert "Bitte erst den Wert" in page
