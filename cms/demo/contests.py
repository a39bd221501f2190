"""The demo's contests, told through the actions of applicants, office and jury at moments in the past."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from cms.accounts.actions import sign_up
from cms.accounts.models import User
from cms.demo import people
from cms.demo.applying import address_of, applicant, apply, apply_for_trees
from cms.demo.judging import FINISHED, admit, ask, declare, invite_jury, review
from cms.demo.office_desk import work_at_the_desk
from cms.demo.stories.contests import (
    CITY_CENTRE_AWARDS,
    CITY_CENTRE_CRITERIA,
    CITY_CENTRE_FORM,
    SCALE_WORDS,
    STREETS,
    SUMMARY,
    TREE_AWARDS,
    TREE_CRITERIA,
    TREE_FORM,
    Street,
)
from cms.demo.stories.projects import PROJECTS
from cms.demo.writing import ask_and_answer, complete_later, write_together
from competitions import actions
from competitions.enums import Verdict
from competitions.models import Award, Competition, Criterion, Stage


@dataclass(frozen=True)
class Call:
    """One contest as the office sets it up; moments are days from now, deadlines fall on 23:59."""

    slug: str
    title: str
    motto: str
    summary: str
    prefix: str
    opens: int
    closes: int
    jury_opens: int
    jury_closes: int
    form: list[dict[str, Any]]
    criteria: tuple[tuple[str, str, str, int], ...]
    awards: tuple[tuple[int, str, int, int | None], ...]


@transaction.atomic
def load_contests(now: datetime, *, scale: float = 1.0) -> None:
    """Tell the three contests; what exists already stays as it is."""
    office = User.objects.get(email=people.OFFICE.email)
    year = timezone.localdate(now).year
    if not Competition.objects.filter(slug="innenstadt-wettbewerb").exists():
        _open_contest(now, office, year + 1)
    if not Competition.objects.filter(slug="innenstadt-wettbewerb-jury").exists():
        _contest_before_jury(now, office, year, scale)
    if not Competition.objects.filter(slug="wanderbaumallee").exists():
        _decided_contest(now, office, year)
    work_at_the_desk(now, office)


def set_up(call: Call, now: datetime, office: User) -> Stage:
    competition = Competition.objects.create(
        slug=call.slug,
        title=call.title,
        motto=call.motto,
        summary=call.summary,
        code_prefix=call.prefix,
        contact_name="Geschäftsstelle",
        contact_email="wettbewerb@example.org",
    )
    stage = Stage.objects.create(
        competition=competition,
        opens_at=_moment(now, call.opens, time(8)),
        closes_at=_moment(now, call.closes, time(23, 59)),
        jury_opens_at=_moment(now, call.jury_opens, time(8)),
        jury_closes_at=_moment(now, call.jury_closes, time(18)),
        tie_break=[call.criteria[0][0]],
    )
    actions.save_form(stage=stage, definition=call.form, by=office, now=stage.opens_at - timedelta(days=14))
    for position, (key, name, guidance, weight) in enumerate(call.criteria):
        Criterion.objects.create(
            stage=stage, key=key, name=name, guidance=guidance, weight=weight, labels=SCALE_WORDS, position=position
        )
    for rank, title, quantity, amount in call.awards:
        Award.objects.create(stage=stage, rank=rank, title=title, quantity=quantity, amount=amount)
    return stage


def _moment(now: datetime, days: int, at: time) -> datetime:
    day = timezone.localdate(now) + timedelta(days=days)
    return timezone.make_aware(datetime.combine(day, at))


def _open_contest(now: datetime, office: User, year: int) -> None:
    stage = set_up(
        Call(
            slug="innenstadt-wettbewerb",
            title=f"Innenstadt-Wettbewerb {year}",
            motto="Erdgeschoss sucht Nachbarn",
            summary=SUMMARY,
            prefix=f"W{year % 100}",
            opens=-20,
            closes=62,
            jury_opens=83,
            jury_closes=111,
            form=CITY_CENTRE_FORM,
            criteria=CITY_CENTRE_CRITERIA,
            awards=CITY_CENTRE_AWARDS,
        ),
        now,
        office,
    )
    begun = now - timedelta(days=3, hours=2)
    lead = User.objects.get(email=people.APPLICANT.email)
    apply(stage, lead, PROJECTS[0], begun, parts=("vorhaben", "kosten"), files=False)
    apply(stage, applicant(PROJECTS[3], begun), PROJECTS[3], begun, parts=("vorhaben",), files=False)
    sent = apply(stage, applicant(PROJECTS[5], begun), PROJECTS[5], begun)
    actions.send_application(application=sent, by=sent.lead, now=begun + timedelta(hours=1))
    write_together(stage, now)
    ask_and_answer(stage, now)


def _contest_before_jury(now: datetime, office: User, year: int, scale: float) -> None:
    stage = set_up(
        Call(
            slug="innenstadt-wettbewerb-jury",
            title=f"Innenstadt-Wettbewerb {year}",
            motto="Platz für alle",
            summary="Zwölf Städte stehen vor der Jury. Die Entscheidung fällt in diesem Winter.",
            prefix=f"W{year % 100}",
            opens=-130,
            closes=-30,
            jury_opens=-12,
            jury_closes=16,
            form=CITY_CENTRE_FORM,
            criteria=CITY_CENTRE_CRITERIA,
            awards=CITY_CENTRE_AWARDS,
        ),
        now,
        office,
    )
    begun, checked = stage.opens_at + timedelta(days=40), stage.closes_at + timedelta(days=4)
    strengths = {}
    for project in PROJECTS[: max(3, round(len(PROJECTS) * scale))]:
        application = apply(stage, applicant(project, begun), project, begun)
        actions.send_application(application=application, by=application.lead, now=begun + timedelta(days=2))
        candidate = admit(application, office, checked)
        strengths[candidate.pk] = project.strength
    invite_jury(stage, office, checked)
    actions.assign_panel(stage=stage, by=office, now=checked + timedelta(days=1))
    declare(stage, tied=1)
    ask(stage)
    review(stage, strengths, FINISHED, stage.jury_opens_at + timedelta(days=2))
    complete_later(stage, now)


def _decided_contest(now: datetime, office: User, year: int) -> None:
    stage = set_up(
        Call(
            slug="wanderbaumallee",
            title=f"Wanderbaumallee {year}",
            motto="Schatten auf Rädern",
            summary="Mobile Bäume ziehen für einen Sommer in heiße, leere Straßen. Drei Städte bekommen eine Allee.",
            prefix="WBA",
            opens=-250,
            closes=-190,
            jury_opens=-180,
            jury_closes=-160,
            form=TREE_FORM,
            criteria=TREE_CRITERIA,
            awards=TREE_AWARDS,
        ),
        now,
        office,
    )
    begun, checked = stage.opens_at + timedelta(days=20), stage.closes_at + timedelta(days=2)
    streets = {}
    for street in STREETS:
        lead = sign_up(email=address_of(street.town), now=begun)
        application = apply_for_trees(stage, lead, street, begun)
        actions.send_application(application=application, by=lead, now=begun + timedelta(days=1))
        streets[admit(application, office, checked).pk] = street
    invite_jury(stage, office, checked, number=3)
    actions.assign_panel(stage=stage, by=office, now=checked + timedelta(days=1))
    declare(stage)
    strengths = {candidate: street.strength for candidate, street in streets.items()}
    review(stage, strengths, (99, 99, 99), stage.jury_opens_at + timedelta(days=2))
    _decide(stage, streets, office, stage.jury_closes_at + timedelta(days=3))


def _decide(stage: Stage, streets: Mapping[int, Street], office: User, at: datetime) -> None:
    actions.close_stage(stage=stage, by=office, now=at)
    award = stage.awards.get()
    ranked = sorted(stage.candidates.all(), key=lambda candidate: -streets[candidate.pk].strength)
    for place, candidate in enumerate(ranked, start=1):
        reason = streets[candidate.pk].verdict
        verdict = Verdict.AWARD if reason else Verdict.RESERVE if place == len(STREETS) // 2 + 1 else Verdict.NONE
        actions.propose_decision(
            candidate=candidate,
            verdict=verdict,
            reason=reason,
            place=place if reason else None,
            award=award if reason else None,
            by=office,
            now=at + timedelta(hours=1),
        )
    actions.commit_decisions(stage=stage, by=office, now=at + timedelta(hours=2))
