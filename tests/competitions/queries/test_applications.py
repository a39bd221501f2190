"""Lists of applications: who sees which, in how many queries."""

from __future__ import annotations

import pytest

from cms.accounts.enums import Role
from cms.accounts.models import User
from competitions.actions import refuse_application
from competitions.models import Application, Stage
from competitions.queries import (
    answered_parts,
    applications_to_check,
    applications_to_edit,
    my_applications,
    open_stage,
    shown_stage,
)
from competitions.queries.register import Register, RegisterChoice, facets
from tests.accounts.factories import make_user
from tests.competitions.factories import CHECKING, CLOSES, DAY, NOW, OPENS, make_draft, make_sent


def handed_in(stage: Stage, count: int) -> list[Application]:
    return [
        make_sent(stage, make_user(f"a{n}@example.org", Role.APPLICANT), title=f"Vorhaben {n}") for n in range(count)
    ]


@pytest.mark.parametrize("rows", [1, 3])
def test_register_takes_one_query(stage: Stage, office: User, rows: int, django_assert_num_queries) -> None:
    handed_in(stage, rows)
    assert office.roles
    with django_assert_num_queries(1):
        shown = [
            (a.code, a.municipality.name, a.stage.competition.title, a.file_count, getattr(a, "candidate", None))
            for a in Register(office, stage, RegisterChoice()).applications
        ]
    assert len(shown) == rows
    assert {line[3] for line in shown} == {1}


def test_register_filters(stage: Stage, office: User, rival: User) -> None:
    first, second = handed_in(stage, 2)
    make_draft(stage, rival)
    refuse_application(application=second, ticked=[], reason="Grund", by=office, now=CHECKING)

    def found(**choice: str) -> set[Application]:
        return set(Register(office, stage, RegisterChoice(**choice)).applications)

    assert found() == {first, second}
    assert found(state="refused") == {second}
    assert found(state="draft") == set()
    assert found(search="vorhaben 0") == {first}
    assert found(search=second.code) == {second}
    assert found(search="schmalkalden") == {first, second}
    assert found(search="gibt es nicht") == set()
    assert facets(office, stage)[0] == {"sent": 1, "refused": 1}
    assert set(applications_to_check(office)) == {first}


def test_register_is_for_the_office(sent: Application, applicant: User, outsider: User) -> None:
    for person in (applicant, outsider):
        assert list(Register(person, sent.stage, RegisterChoice()).applications) == []
        assert facets(person, sent.stage) == ({}, [])


@pytest.mark.parametrize("rows", [1, 3])
def test_my_applications_take_one_query(stage: Stage, applicant: User, rows: int, django_assert_num_queries) -> None:
    for _row in range(rows):
        make_sent(stage, applicant)
    with django_assert_num_queries(1):
        shown = [(a.code, a.stage.competition.title, str(a.municipality)) for a in my_applications(applicant)]
    assert len(shown) == rows


def test_task_list_takes_five_queries(sent: Application, applicant: User, django_assert_num_queries) -> None:
    with django_assert_num_queries(5):
        application = applications_to_edit(applicant).get(code=sent.code)
        report = application.report()
        parts = answered_parts(application)
        assert application.deadline == CLOSES
        assert list(application.submissions.all())
        assert application.follow_up is None
    assert report.is_complete
    assert [len(part["rows"]) for part in parts] == [6, 1, 2]


def test_answers_with_files_and_sums(sent: Application) -> None:
    rows = {row["question"].key: row for part in answered_parts(sent) for row in part["rows"]}
    assert rows["ort"]["answer"] == "Kleine Gasse"
    assert (rows["plan"]["sums"].costs, rows["plan"]["sums"].balanced) == (84_500, True)
    assert [file.name for file in rows["zustimmung"]["files"]] == ["Zustimmung.pdf"]
    assert rows["bilder"]["files"] == []


def test_stage_that_is_shown(stage: Stage) -> None:
    competition = stage.competition
    second = Stage.objects.create(
        competition=competition,
        number=2,
        opens_at=CLOSES + DAY,
        closes_at=CLOSES + 2 * DAY,
        jury_opens_at=CLOSES + 3 * DAY,
        jury_closes_at=CLOSES + 4 * DAY,
    )
    assert shown_stage(competition, OPENS - DAY) == stage
    assert shown_stage(competition, NOW) == stage
    assert shown_stage(competition, CLOSES + DAY) == second
    assert open_stage(competition, NOW) == stage
    assert open_stage(competition, CLOSES) is None
    assert open_stage(competition, CLOSES + DAY) == second
