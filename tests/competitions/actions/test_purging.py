"""What is forgotten a year after the decision, at the latest two years after the jury."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from cms.accounts.models import User
from competitions import actions, queries
from competitions.enums import VoteChoice
from competitions.models import Candidate, InternalNote, JurorQuestion, MeetingComment, MotionVote, PanelMember, Stage
from tests.competitions.factories import DELIBERATING, JUDGING, assign_all, score

pytestmark = pytest.mark.django_db


@pytest.fixture
def discussed(candidate: Candidate, juror: PanelMember, office: User) -> Stage:
    """A stage with a note, an open question, a remark and a counted vote."""
    stage = candidate.stage
    (assignment,) = assign_all(stage, office)
    actions.ask_office(assignment=assignment, text="Gehört das Haus der Stadt?", by=juror.user, now=JUDGING)
    actions.write_note(application=candidate.application, text="Nachrechnen.", by=office, now=JUDGING)
    score(assignment, 5, 6, 7)
    actions.close_stage(stage=stage, by=office, now=DELIBERATING)
    actions.open_meeting(stage=stage, by=office, now=DELIBERATING)
    actions.call_candidate(stage=stage, candidate=candidate, by=office, now=DELIBERATING)
    said = {"candidate": candidate, "by": juror.user, "now": DELIBERATING}
    actions.comment(member=juror, text="Das trägt.", **said)
    motion = actions.open_motion(candidate=candidate, text="1. Preis", by=office, now=DELIBERATING)
    actions.vote(motion=motion, member=juror, choice=VoteChoice.YES, by=juror.user, now=DELIBERATING)
    actions.close_motion(motion=motion, by=office, now=DELIBERATING)
    return stage


def purge(now: datetime) -> tuple[int, int]:
    return actions.purge_notes(now), actions.purge_deliberation(now)


def left() -> tuple[int, int, int]:
    return InternalNote.objects.count(), JurorQuestion.objects.count(), MeetingComment.objects.count()


def test_nothing_goes_before_its_time(discussed: Stage) -> None:
    Stage.objects.filter(pk=discussed.pk).update(committed_at=DELIBERATING)
    assert purge(DELIBERATING + timedelta(days=364)) == (0, 0)
    assert left() == (1, 1, 1)


def test_a_year_after_the_decision_the_names_go_and_the_sums_stay(discussed: Stage, candidate: Candidate) -> None:
    Stage.objects.filter(pk=discussed.pk).update(committed_at=DELIBERATING)
    assert purge(DELIBERATING + timedelta(days=365)) == (1, 3)
    assert left() == (0, 0, 0)
    assert MotionVote.objects.get().member is None
    (tally,) = queries.tallies(candidate)
    assert tally.counts == [("Ja", 1), ("Nein", 0), ("Enthaltung", 0)]
    assert purge(DELIBERATING + timedelta(days=366)) == (0, 0)


def test_without_a_decision_two_years_after_the_jury(discussed: Stage) -> None:
    assert purge(discussed.jury_closes_at + timedelta(days=729)) == (0, 0)
    assert purge(discussed.jury_closes_at + timedelta(days=730)) == (1, 3)
