"""What the database refuses whatever the code above it does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from cms.accounts.models import User
from competitions.enums import ApplicationState, StagePhase
from competitions.models import (
    Application,
    ApplicationFile,
    Assignment,
    Award,
    Candidate,
    Competition,
    Criterion,
    Decision,
    FormalCheck,
    PanelMember,
    Recusal,
    Review,
    Score,
    Stage,
)
from tests.competitions.factories import (
    CHECKING,
    CLOSES,
    DAY,
    DELIBERATING,
    JUDGING,
    JURY_CLOSES,
    JURY_OPENS,
    NOW,
    OPENS,
    assign_all,
    make_awards,
    make_stage,
    score,
)


def refuses(attempt: Callable[[], Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        attempt()


def test_one_draft_per_lead_and_stage(draft: Application) -> None:
    fields = {"stage": draft.stage, "form_version": draft.form_version, "lead": draft.lead}
    moments = {"created_at": NOW, "updated_at": NOW}
    refuses(lambda: Application.objects.create(code="X-1", **fields, **moments))
    Application.objects.create(code="X-2", state=ApplicationState.WITHDRAWN, **fields, **moments)


def test_application_rows(sent: Application) -> None:
    rows = Application.objects.filter(pk=sent.pk)
    refuses(lambda: rows.update(state="lost"))
    refuses(lambda: rows.update(sent_at=None))
    refuses(lambda: rows.update(title=""))
    refuses(lambda: rows.update(organisation=""))
    refuses(lambda: rows.update(municipality=None))


def test_stage_rows(stage: Stage) -> None:
    rows = Stage.objects.filter(pk=stage.pk)
    refuses(lambda: rows.update(closes_at=OPENS))
    refuses(lambda: rows.update(jury_opens_at=CLOSES - DAY))
    refuses(lambda: rows.update(jury_closes_at=JURY_OPENS))
    refuses(lambda: rows.update(reviews_per_candidate=0))
    refuses(lambda: rows.update(committed_at=NOW))
    refuses(lambda: make_stage(slug="x").competition.stages.update(competition=stage.competition))


def test_criterion_rows(stage: Stage) -> None:
    rows = Criterion.objects.filter(stage=stage, key="idee")
    refuses(lambda: rows.update(highest=0))
    refuses(lambda: rows.update(highest=101))
    refuses(lambda: rows.update(weight=0))
    refuses(lambda: rows.update(key="wirkung"))
    rows.update(weight=0, counting=False)


def test_files_once_per_question(sent: Application) -> None:
    file = sent.files.get()
    values = {"application": sent, "question": file.question, "sha256": file.sha256, "uploaded_at": NOW}
    refuses(lambda: ApplicationFile.objects.create(file="x", name="x", size=1, content_type="x", **values))
    refuses(lambda: ApplicationFile.objects.update(size=0))


def test_formal_check_rows(candidate: Candidate, office: User) -> None:
    values = {"application": candidate.application, "outcome": "admitted", "checked_at": NOW}
    refuses(lambda: FormalCheck.objects.create(**values))
    refuses(lambda: FormalCheck.objects.update(outcome="refused", reason=""))
    refuses(lambda: FormalCheck.objects.update(outcome="perhaps"))


def test_candidate_rows(candidate: Candidate) -> None:
    values = {"stage": candidate.stage, "title": "x", "fingerprint": "x", "frozen_at": NOW}
    refuses(lambda: Candidate.objects.create(number=1, **values))
    refuses(lambda: Candidate.objects.create(number=0, **values))
    refuses(lambda: Candidate.objects.create(number=2, application=candidate.application, **values))


def test_review_rows(candidate: Candidate, juror: PanelMember, office: User) -> None:
    (assignment,) = assign_all(candidate.stage, office)
    review = score(assignment, 5, 5, 5)
    criterion = candidate.stage.criteria.first()
    refuses(lambda: Assignment.objects.create(candidate=candidate, member=juror, created_at=NOW))
    refuses(lambda: Review.objects.create(assignment=assignment, started_at=NOW, saved_at=NOW))
    refuses(lambda: Review.objects.update(completed_at=None))
    refuses(lambda: Review.objects.update(state="open"))
    refuses(lambda: Score.objects.create(review=review, criterion=criterion, value=1))
    refuses(lambda: Score.objects.update(value=101))
    refuses(lambda: Recusal.objects.create(assignment=assignment, reason="", declared_at=NOW))
    refuses(lambda: PanelMember.objects.update(removed_at=NOW))
    refuses(lambda: PanelMember.objects.create(panel=juror.panel, user=juror.user, invited_at=NOW))


def test_decision_rows(candidate: Candidate) -> None:
    prize = make_awards(candidate.stage)[0]
    values = {"candidate": candidate, "proposed_at": NOW}
    refuses(lambda: Decision.objects.create(verdict="award", reason="", **values))
    refuses(lambda: Decision.objects.create(verdict="none", award=prize, **values))
    refuses(lambda: Decision.objects.create(verdict="perhaps", **values))
    refuses(lambda: Decision.objects.create(verdict="none", place=0, **values))
    Decision.objects.create(verdict="none", **values)
    refuses(lambda: Decision.objects.create(verdict="none", **values))
    refuses(lambda: Award.objects.filter(pk=prize.pk).update(quantity=0))


def test_what_somebody_wrote_is_not_deleted_with_its_frame(
    candidate: Candidate, juror: PanelMember, office: User
) -> None:
    score(assign_all(candidate.stage, office)[0], 5, 5, 5)
    frames = (
        candidate, candidate.application, candidate.stage, juror, juror.panel, juror.user,
        candidate.stage.criteria.first(), candidate.application.files.get(), candidate.application.lead,
    )  # fmt: skip
    for frame in frames:
        with pytest.raises(ProtectedError):
            frame.delete()


@pytest.mark.parametrize("bounds", [[15_000, 5_000], ["viele"], [0], 7])
def test_size_bounds_rise(bounds: object) -> None:
    competition = Competition(slug="x", title="x", code_prefix="W1", contact_email="x@example.org", size_bounds=bounds)
    with pytest.raises(ValidationError) as error:
        competition.clean()
    assert list(error.value.error_dict) == ["size_bounds"]


def test_dates_are_checked_in_the_form_too(stage: Stage) -> None:
    stage.clean()
    stage.closes_at = JURY_CLOSES + DAY
    with pytest.raises(ValidationError):
        stage.clean()


@pytest.mark.parametrize("labels", [[[11, "zu hoch"]], ["ohne Wert"], 5])
def test_words_stand_on_the_scale(stage: Stage, labels: object) -> None:
    criterion = stage.criteria.first()
    criterion.clean()
    criterion.labels = labels
    with pytest.raises(ValidationError) as error:
        criterion.clean()
    assert list(error.value.error_dict) == ["labels"]


def test_scale_and_weight_stay_once_somebody_scored(candidate: Candidate, juror: PanelMember, office: User) -> None:
    score(assign_all(candidate.stage, office)[0], 5, 5, 5)
    criterion = candidate.stage.criteria.first()
    criterion.name = "Andere Worte"
    criterion.clean()
    criterion.highest = 6
    with pytest.raises(ValidationError):
        criterion.clean()


MOMENTS = sorted(
    moment + shift
    for moment in (OPENS, CLOSES, CHECKING, JURY_OPENS, JUDGING, JURY_CLOSES, DELIBERATING)
    for shift in (-DAY / 86_400_000_000, DAY * 0, DAY / 86_400_000_000)
)


def test_phase_in_python_and_in_sql_agree(db: None) -> None:
    running = make_stage()
    decided = make_stage(slug="entschieden", closed_at=DELIBERATING, committed_at=DELIBERATING)
    early = make_stage(slug="frueh", closed_at=JUDGING, committed_at=JUDGING)
    stages = [running, decided, early]
    for now in MOMENTS:
        for phase in StagePhase:
            expected = {stage for stage in stages if stage.phase(now) is phase}
            assert set(Stage.objects.in_phase(phase, now)) == expected, (now, phase)
