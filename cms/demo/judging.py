"""How the demo's office and juries work: admit, invite, step aside, score, decide; each at its moment."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from cms.accounts.models import User
from cms.demo import people
from cms.demo.applying import town_named
from competitions import actions, queries
from competitions.enums import FormalCheckItem
from competitions.models import Application, Assignment, Candidate, PanelMember, Stage

# How much milder or stricter each of the six is than the others, in points of the ten-point scale.
STRICTNESS = (-1.6, 1.2, 0.3, -0.4, 0.9, -0.2)
# How many candidates each has finished: three are through, one is half way, two have begun.
FINISHED = (99, 99, 99, 6, 3, 2)


def admit(application: Application, office: User, now: datetime) -> Candidate:
    application.refresh_from_db()
    return actions.admit_application(application=application, ticked=FormalCheckItem.values, by=office, now=now)


def invite_jury(stage: Stage, office: User, now: datetime, *, number: int = 6) -> None:
    for position, juror in enumerate(people.JURORS[:number]):
        home = town_named("Meiningen") if position == 3 else None
        member = actions.invite_juror(
            stage=stage, email=juror.email, name=juror.name, municipality=home, by=office, now=now
        )
        actions.accept_invitation(member=member, by=member.user, now=now + timedelta(hours=4 + position))


def _assignments(stage: Stage, position: int) -> list[Assignment]:
    email = people.JURORS[position].email
    found = Assignment.objects.counting().filter(candidate__stage=stage, member__user__email=email)
    return list(found.select_related("member__user", "candidate").order_by("candidate__number"))


def declare(stage: Stage, *, tied: int | None = None) -> None:
    """Everybody says of every candidate whether they are free; the juror at position `tied` knows an applicant."""
    for member in PanelMember.objects.bound().filter(panel__stage=stage).select_related("user"):
        own = queries.candidates_to_declare(member)
        known = tied is not None and member.user.email == people.JURORS[tied].email
        actions.declare_conflicts(
            member=member,
            conflicts={own[-1].key: "Ich habe das Vorhaben in einem Gutachten begleitet."} if known else {},
            by=member.user,
            now=stage.jury_opens_at + timedelta(hours=3),
        )


def ask(stage: Stage) -> None:
    """One juror wants to know something before scoring; the office has not answered yet."""
    assignment = _assignments(stage, 4)[-1]
    actions.ask_office(
        assignment=assignment,
        text="Gehört das Gebäude der Stadt, oder gibt es einen Mietvertrag?",
        by=assignment.member.user,
        now=stage.jury_opens_at + timedelta(days=3),
    )


def review(stage: Stage, strengths: Mapping[int, float], finished: tuple[int, ...], begins: datetime) -> None:
    """Every juror scores the first so many candidates; who is not through has one review half done."""
    keys = list(stage.criteria.values_list("key", flat=True))
    for position, number in enumerate(finished):
        dice = random.Random(f"{stage.competition.slug} {position}")
        at = begins + timedelta(hours=5 * position)
        for order, assignment in enumerate(_assignments(stage, position)):
            if order > number:
                break
            values = _points(keys, strengths[assignment.candidate_id] + STRICTNESS[position], dice.gauss)
            by, moment = assignment.member.user, at + timedelta(minutes=25 * order)
            given: dict[str, int | None] = dict(values) if order < number else dict(list(values.items())[:2])
            actions.save_scores(assignment=assignment, values=given, notes=None, note=None, by=by, now=moment)
            if order < number:
                actions.complete_review(assignment=assignment, by=by, now=moment + timedelta(minutes=8))


def _points(keys: list[str], level: float, gauss: Callable[[float, float], float]) -> dict[str, int]:
    return {key: min(10, max(0, round(level + gauss(0, 0.9)))) for key in keys}
