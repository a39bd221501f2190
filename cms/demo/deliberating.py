"""A jury that deliberates: a substitute has stepped in, the numbers are frozen, the meeting is open."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from cms.accounts.actions import sign_up
from cms.accounts.models import User
from cms.demo import people
from cms.demo.applying import address_of, apply_for_trees
from cms.demo.contests import Call, set_up
from cms.demo.judging import admit, declare, invite_jury, review
from cms.demo.stories.contests import STREETS, TREE_CRITERIA, TREE_FORM
from competitions import actions, queries
from competitions.enums import AgendaOrder, Verdict, VoteChoice
from competitions.models import Candidate, Competition, PanelMember, Stage

SLUG = "wanderbaumallee-zweite-runde"
AWARDS = ((1, "Allee für zwei Sommer", 1, 12_000), (2, "Allee für einen Sommer", 2, 6_000))


@transaction.atomic
def load_deliberation(now: datetime) -> None:
    """Tell it once."""
    if Competition.objects.filter(slug=SLUG).exists():
        return
    office = User.objects.get(email=people.OFFICE.email)
    stage = _set_up(now, office)
    begun, checked = stage.opens_at + timedelta(days=9), stage.closes_at + timedelta(days=2)
    strengths = {}
    for number, street in enumerate(reversed(STREETS)):
        lead = sign_up(email=address_of(street.town), now=begun)
        application = apply_for_trees(stage, lead, street, begun)
        actions.send_application(application=application, by=lead, now=begun + timedelta(days=1))
        strengths[admit(application, office, checked).pk] = 5.4 + 0.7 * number
    _fill_panel(stage, office, checked)
    review(stage, strengths, (99, 99, 99, 99, 99), stage.jury_opens_at + timedelta(days=2))
    actions.close_stage(stage=stage, by=office, now=stage.jury_closes_at + timedelta(hours=2))
    _meet(stage, office, now - timedelta(hours=1))


def _set_up(now: datetime, office: User) -> Stage:
    return set_up(
        Call(
            slug=SLUG,
            title="Wanderbaumallee, zweite Runde",
            motto="Schatten, der bleibt",
            summary="Die Alleen ziehen weiter: Drei Straßen bekommen mobile Bäume, eine davon für zwei Sommer.",
            prefix="WB2",
            opens=-90,
            closes=-45,
            jury_opens=-40,
            jury_closes=-6,
            form=TREE_FORM,
            criteria=TREE_CRITERIA,
            awards=AWARDS,
        ),
        now,
        office,
    )


def _fill_panel(stage: Stage, office: User, checked: datetime) -> None:
    """Four judge, the first leaves before having scored, a substitute takes the place."""
    invite_jury(stage, office, checked, number=4)
    spare = people.JURORS[4]
    substitute = actions.invite_juror(
        stage=stage, email=spare.email, name=spare.name, is_substitute=True, by=office, now=checked
    )
    actions.accept_invitation(member=substitute, by=substitute.user, now=checked + timedelta(hours=9))
    actions.assign_panel(stage=stage, by=office, now=checked + timedelta(days=1))
    leaving = PanelMember.objects.get(panel__stage=stage, user__email=people.JURORS[3].email)
    actions.step_in(
        substitute=substitute,
        leaving=leaving,
        reason="Längere Krankheit",
        by=office,
        now=stage.jury_opens_at + timedelta(hours=1),
    )
    declare(stage, tied=1)


def _meet(stage: Stage, office: User, at: datetime) -> None:
    actions.open_meeting(stage=stage, order=AgendaOrder.RANK, by=office, now=at)
    first, second = (line.candidate for line in queries.ranking(stage).lines[:2])
    actions.call_candidate(stage=stage, candidate=first, by=office, now=at)
    _vote_on(first, office, at + timedelta(minutes=10))
    actions.propose_decision(
        candidate=first,
        verdict=Verdict.AWARD,
        reason="Hier wächst aus einer heißen Straße ein Weg, den man gern geht. Die Pflege ist zugesagt.",
        place=1,
        award=stage.awards.get(rank=1),
        by=office,
        now=at + timedelta(minutes=20),
    )
    actions.call_candidate(stage=stage, candidate=second, by=office, now=at + timedelta(minutes=25))
    text = "Die Pflegezusage ist stark, der Ort weniger. Reicht ein Sommer?"
    speaker = _members(stage)[0]
    when = at + timedelta(minutes=30)
    if not queries.recused_members(second):
        actions.comment(candidate=second, member=speaker, text=text, by=speaker.user, now=when)


def _vote_on(candidate: Candidate, office: User, at: datetime) -> None:
    motion = actions.open_motion(
        candidate=candidate, text="Die Allee für zwei Sommer geht an diese Straße.", by=office, now=at
    )
    recused = queries.recused_members(candidate)
    voting = [member for member in _members(candidate.stage) if member not in recused]
    for number, member in enumerate(voting):
        choice = VoteChoice.ABSTAIN if number == len(voting) - 1 else VoteChoice.YES
        actions.vote(motion=motion, member=member, choice=choice, by=member.user, now=at + timedelta(minutes=1))
    actions.close_motion(motion=motion, by=office, now=at + timedelta(minutes=5))


def _members(stage: Stage) -> list[PanelMember]:
    found = PanelMember.objects.bound().judging().filter(panel__stage=stage)
    return list(found.select_related("user", "panel").order_by("pk"))
