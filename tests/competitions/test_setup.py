"""Setting up a competition in the admin: lists, forms and the versions of an application form."""

from __future__ import annotations

from typing import Any

import pytest
from wagtail.test.utils.form_data import nested_form_data, streamfield

from cms.accounts.models import User
from cms.core.models import AuditEvent
from competitions.models import Application, Competition, FormVersion, Stage
from tests.accounts.factories import make_cast_member
from tests.competitions import factories
from tests.competitions.test_office import staff

__all__ = ["staff"]

SETUP = "/verwaltung/wettbewerb-einrichten/"
LISTS = ("wettbewerbe", "stufen", "formulare", "kriterien", "preise")


def form_data(stage: Stage, label: str) -> dict[str, Any]:
    """A form with one part and one question, as the admin posts it."""
    question = {"label": label, "help": "", "max_characters": "300", "required": "on", "key": ""}
    part = {
        "title": "Das Vorhaben",
        "intro": "",
        "key": "",
        "blocks": streamfield([("long_text", question)] if label else []),
    }
    return nested_form_data({"stage": stage.pk, "definition": streamfield([("part", part)])})


@pytest.mark.parametrize("name", LISTS)
def test_the_office_opens_lists_and_forms(staff: Any, office: User, stage: Stage, name: str) -> None:
    factories.make_awards(stage)
    client = staff(office)
    assert client.get(f"{SETUP}{name}/").status_code == 200
    assert client.get(f"{SETUP}{name}/new/").status_code == 200


@pytest.mark.parametrize("part", ["editor", "moderator"])
def test_other_staff_cannot_open_them(staff: Any, stage: Stage, part: str) -> None:
    client = staff(make_cast_member(part))
    assert {client.get(f"{SETUP}{name}/").status_code for name in LISTS} == {302}


def test_a_competition_is_created_and_leaves_a_trace(staff: Any, office: User) -> None:
    data = {
        "title": "Ab in die Gasse",
        "slug": "gasse",
        "motto": "",
        "summary": "",
        "code_prefix": "G28",
        "size_bounds": "5.000\n15000",
        "themes": "Leerstand\nKlima\nKlima",
        "budget": "120000",
        "contact_name": "",
        "contact_email": "gasse@example.org",
    }
    assert staff(office).post(f"{SETUP}wettbewerbe/new/", data).status_code == 302
    competition = Competition.objects.get()
    assert (competition.slug, competition.size_bounds) == ("gasse", [5000, 15000])
    assert (competition.themes, competition.budget) == (["Leerstand", "Klima"], 120_000)
    assert AuditEvent.objects.filter(action="competitions.competition.created", actor=office).count() == 1


def test_dates_out_of_order_are_refused(staff: Any, office: User, stage: Stage) -> None:
    data = {
        "competition": stage.competition_id,
        "number": 1,
        "title": "",
        "opens_at": "2027-06-01 08:00",
        "closes_at": "2027-05-01 08:00",
        "jury_opens_at": "2027-07-01 08:00",
        "jury_closes_at": "2027-08-01 08:00",
        "reviews_per_candidate": "",
        "tie_break": "[]",
    }
    page = staff(office).post(f"{SETUP}stufen/edit/{stage.pk}/", data).content.decode()
    assert "Die Reihenfolge stimmt nicht" in page


def test_a_form_nobody_uses_is_changed_in_place(staff: Any, office: User, stage: Stage) -> None:
    version = stage.form_versions.get()
    answer = staff(office).post(f"{SETUP}formulare/edit/{version.pk}/", form_data(stage, "Was ist neu?"))
    assert answer.status_code == 302
    [question] = stage.form_versions.get().form.questions.values()
    assert (question.label, question.key, question.max_characters) == ("Was ist neu?", "was-ist-neu", 300)


def test_a_form_in_use_gets_a_successor(staff: Any, office: User, draft: Application) -> None:
    stage = draft.stage
    before = draft.form_version.definition.get_prep_value()
    answer = staff(office).post(f"{SETUP}formulare/edit/{draft.form_version_id}/", form_data(stage, "Was ist neu?"))
    assert answer.status_code == 302
    assert set(stage.form_versions.values_list("number", flat=True)) == {1, 2}
    assert FormVersion.objects.get(stage=stage, number=1).definition.get_prep_value() == before
    draft.refresh_from_db()
    assert draft.form_version.number == 1


def test_a_form_without_questions_is_refused(staff: Any, office: User, stage: Stage) -> None:
    version = stage.form_versions.get()
    before = version.definition.get_prep_value()
    answer = staff(office).post(f"{SETUP}formulare/edit/{version.pk}/", form_data(stage, ""))
    assert answer.status_code == 200
    assert stage.form_versions.get().definition.get_prep_value() == before
