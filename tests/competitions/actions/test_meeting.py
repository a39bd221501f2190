"""A meeting on frozen numbers: one candidate at a time, one vote each, nothing for those who are tied."""

from __future__ import annotations

import pytest

from cms.accounts.models import User
from cms.core.refusals import Refused
from competitions import actions, queries
from competitions.enums import AgendaOrder, VoteChoice
from competitions.models import Candidate, Motion, PanelMember, Stage
from tests.competitions.factories import DELIBERATING, assign_all, make_juror, score

pytestmark = pytest.mark.django_db


@pytest.fixture
def deliberating(candidate: Candidate, juror: PanelMember, recused_juror: PanelMember, office: User) -> Stage:
    """Numbers frozen, meeting open, the candidate on the table."""
    for assignment in assign_all(candidate.stage, office):
        score(assignment, 5, 6, 7)
    stage = candidate.stage
    actions.close_stage(stage=stage, by=office, now=DELIBERATING)
    actions.open_meeting(stage=stage, by=office, now=DELIBERATING)
    actions.call_candidate(stage=stage, candidate=candidate, by=office, now=DELIBERATING)
    return stage


def test_no_meeting_on_numbers_that_still_move(stage: Stage, office: User) -> None:
    with pytest.raises(Refused) as refusal:
        actions.open_meeting(stage=stage, by=office, now=DELIBERATING)
    assert refusal.value.code == "stage_not_closed"


def test_a_member_sees_the_table_and_a_tied_one_nothing(
    deliberating: Stage, candidate: Candidate, juror: PanelMember, recused_juror: PanelMember
) -> None:
    meeting = queries.meeting_of(deliberating)
    assert meeting
    ranking = queries.ranking(deliberating)
    seen = queries.table(meeting, ranking, juror)
    assert seen.line
    assert seen.line.candidate == candidate
    assert seen.recused == [recused_juror]
    hidden = queries.table(meeting, ranking, recused_juror)
    assert (hidden.line, hidden.comments, hidden.motions, hidden.is_recused) == (None, [], [], True)


def test_a_vote_counts_once(deliberating: Stage, candidate: Candidate, juror: PanelMember, office: User) -> None:
    motion = actions.open_motion(candidate=candidate, text="1. Preis", by=office, now=DELIBERATING)
    ballot = {"motion": motion, "member": juror, "choice": VoteChoice.YES, "by": juror.user, "now": DELIBERATING}
    actions.vote(**ballot)
    (open_tally,) = queries.tallies(candidate, juror)
    assert (open_tally.given, open_tally.entitled, open_tally.counts, open_tally.choice) == (1, 1, [], "Ja")
    with pytest.raises(Refused) as again:
        actions.vote(**{**ballot, "choice": VoteChoice.NO})
    assert again.value.code == "already_voted"
    actions.close_motion(motion=motion, by=office, now=DELIBERATING)
    (closed,) = queries.tallies(candidate)
    assert closed.counts == [("Ja", 1), ("Nein", 0), ("Enthaltung", 0)]
    with pytest.raises(Refused) as late:
        actions.vote(**ballot)
    assert late.value.code == "motion_closed"


def test_who_is_tied_has_no_vote_and_no_word(
    deliberating: Stage, candidate: Candidate, recused_juror: PanelMember, office: User
) -> None:
    motion = actions.open_motion(candidate=candidate, text="1. Preis", by=office, now=DELIBERATING)
    with pytest.raises(Refused) as refusal:
        actions.vote(motion=motion, member=recused_juror, choice=VoteChoice.NO, by=recused_juror.user, now=DELIBERATING)
    assert refusal.value.code == "recused"
    with pytest.raises(Refused) as refusal:
        actions.comment(candidate=candidate, member=recused_juror, text="…", by=recused_juror.user, now=DELIBERATING)
    assert refusal.value.code == "recused"


def test_nobody_votes_for_somebody_else(
    deliberating: Stage, candidate: Candidate, juror: PanelMember, office: User
) -> None:
    motion = actions.open_motion(candidate=candidate, text="1. Preis", by=office, now=DELIBERATING)
    with pytest.raises(Refused):
        actions.vote(motion=motion, member=juror, choice=VoteChoice.YES, by=office, now=DELIBERATING)


def test_one_open_motion_holds_the_table(deliberating: Stage, candidate: Candidate, office: User) -> None:
    actions.open_motion(candidate=candidate, text="1. Preis", by=office, now=DELIBERATING)
    for act in (
        lambda: actions.open_motion(candidate=candidate, text="2. Preis", by=office, now=DELIBERATING),
        lambda: actions.call_candidate(stage=deliberating, candidate=None, by=office, now=DELIBERATING),
        lambda: actions.end_meeting(stage=deliberating, by=office, now=DELIBERATING),
    ):
        with pytest.raises(Refused) as refusal:
            act()
        assert refusal.value.code == "motion_open"
    assert Motion.objects.count() == 1


def test_substitutes_and_strangers_stay_outside(deliberating: Stage, candidate: Candidate, office: User) -> None:
    stranger = PanelMember.objects.create(
        panel=deliberating.panel, user=office, invited_at=DELIBERATING, is_substitute=True
    )
    with pytest.raises(Refused) as refusal:
        actions.comment(candidate=candidate, member=stranger, text="Hallo", by=office, now=DELIBERATING)
    assert refusal.value.code == "not_assigned"


def test_words_are_needed(deliberating: Stage, candidate: Candidate, office: User) -> None:
    for act in (actions.open_motion, lambda **given: actions.comment(member=None, **given)):
        with pytest.raises(Refused) as refusal:
            act(candidate=candidate, text=" ", by=office, now=DELIBERATING)
        assert refusal.value.code == "words_missing"


def test_an_ended_meeting_is_dark_until_it_opens_again(deliberating: Stage, candidate: Candidate, office: User) -> None:
    actions.end_meeting(stage=deliberating, by=office, now=DELIBERATING)
    with pytest.raises(Refused) as refusal:
        actions.comment(candidate=candidate, member=None, text="Noch etwas", by=office, now=DELIBERATING)
    assert refusal.value.code == "meeting_closed"
    meeting = actions.open_meeting(stage=deliberating, order=AgendaOrder.SIZE, by=office, now=DELIBERATING)
    assert meeting.is_open
    assert (meeting.current_id, meeting.order) == (None, "size")


def test_invited_late_makes_no_difference_to_the_numbers(stage: Stage, office: User) -> None:
    make_juror(stage, office, "spaet@example.org")
    assert queries.pending(stage) == {"Preis": 0, "Nachrücker": 0, "Kein Preis": 0, "": 0}
