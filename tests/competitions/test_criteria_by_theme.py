"""Criteria for one theme: only candidates of that theme are scored by them; the total stays a weighted mean."""

from __future__ import annotations

from typing import Any

import pytest

from cms.accounts.models import User
from cms.core.refusals import Refused
from competitions.actions import complete_review, save_form, save_scores
from competitions.models import Candidate, Criterion, Stage
from competitions.queries import ranking, score_sheet
from tests.competitions import factories
from tests.competitions.factories import FORM, JUDGING, NOW


def with_theme() -> list[dict[str, Any]]:
    """The form, whose question „art“ sets the theme: everybody chooses „Umbau“."""
    part = FORM[0]["value"]
    blocks = [
        {**block, "value": {**block["value"], "is_theme": True}} if block["type"] == "choice" else block
        for block in part["blocks"]
    ]
    return [{**FORM[0], "value": {**part, "blocks": blocks}}, *FORM[1:]]


@pytest.fixture
def themed(stage: Stage, applicant: User, office: User) -> Candidate:
    save_form(stage=stage, definition=with_theme(), by=office, now=NOW)
    Criterion.objects.create(stage=stage, key="nur-umbau", name="Bau", weight=10, themes=["Umbau"], position=8)
    Criterion.objects.create(stage=stage, key="nur-programm", name="Spiel", weight=10, themes=["Programm"], position=9)
    return factories.make_candidate(stage, applicant, office)


def test_a_candidate_has_the_criteria_of_its_theme(themed: Candidate, office: User, juror: Any) -> None:
    [assignment] = factories.assign_all(themed.stage, office)
    assert themed.theme == "Umbau"
    keys = ["wirkung", "idee", "umsetzung", "nur-umbau"]
    assert [line.criterion.key for line in score_sheet(assignment)] == keys
    with pytest.raises(Refused) as refusal:
        save_scores(assignment=assignment, values={"nur-programm": 5}, by=juror.user, now=JUDGING)
    assert refusal.value.code == "unknown_criterion"
    save_scores(assignment=assignment, values=dict.fromkeys(keys, 5), by=juror.user, now=JUDGING)
    complete_review(assignment=assignment, by=juror.user, now=JUDGING)
    [line] = ranking(themed.stage).lines
    assert line.result.mean == 50.0


def test_without_the_own_criterion_it_is_not_complete(themed: Candidate, office: User, juror: Any) -> None:
    [assignment] = factories.assign_all(themed.stage, office)
    values = dict.fromkeys(["wirkung", "idee", "umsetzung"], 5)
    save_scores(assignment=assignment, values=values, by=juror.user, now=JUDGING)
    with pytest.raises(Refused) as refusal:
        complete_review(assignment=assignment, by=juror.user, now=JUDGING)
    assert refusal.value.code == "review_incomplete"
