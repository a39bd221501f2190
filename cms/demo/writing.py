"""How demo applicants write together, are asked for more, and ask: through the same actions as everybody."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from cms.accounts.actions import sign_up
from cms.accounts.models import User
from cms.demo import people
from cms.demo.applying import applicant, apply
from cms.demo.stories.writing import LATE, MISSING, PARTNERS, QUESTIONS, TOGETHER
from competitions import actions
from competitions.enums import OrganisationKind
from competitions.models import Stage

DAY = timedelta(days=1)


def write_together(stage: Stage, now: datetime) -> None:
    """An association with its town's consent, three partners, one who writes along and one who is only invited."""
    begun = now - 4 * DAY
    lead = applicant(TOGETHER, begun)
    application = apply(stage, lead, TOGETHER, begun)
    application = actions.save_applicant(
        application=application,
        title=application.title,
        organisation=application.organisation,
        organisation_kind=OrganisationKind.ASSOCIATION,
        municipality=application.municipality,
        contact_name=application.contact_name,
        contact_phone="",
        partners=PARTNERS,
        revision=application.revision,
        by=lead,
        now=begun,
    )
    bente = User.objects.get(email=people.APPLICANT.email)
    invited = {"application": application, "by": lead, "now": begun}
    joined = actions.invite_editor(email=bente.email, role="Handwerkerring", **invited)
    actions.join_application(editor=joined, now=begun + timedelta(hours=5))
    actions.invite_editor(email="schule@example.org", role="Grundschule", **invited)
    actions.save_part(
        application=application,
        part="teile",
        answers={"partner": TOGETHER.partners},
        revision=application.revision,
        by=bente,
        now=begun + timedelta(days=1),
    )


def complete_later(stage: Stage, now: datetime) -> None:
    """One application is not decided on yet: the office asks for more, two parts are open for five more days."""
    office = User.objects.get(email=people.OFFICE.email)
    begun = stage.closes_at - 3 * DAY
    lead = User.objects.get(email=people.APPLICANT.email)
    application = apply(stage, lead, LATE, begun)
    actions.send_application(application=application, by=lead, now=begun + DAY)
    until = timezone.localtime(now + 5 * DAY).replace(hour=18, minute=0, second=0, microsecond=0)
    actions.ask_for_more(
        application=application, parts=("vorhaben", "anlagen"), until=until, message=MISSING, by=office, now=now - DAY
    )


def ask_and_answer(stage: Stage, now: datetime) -> None:
    """Questions in all states: published, answered to one, open."""
    office = User.objects.get(email=people.OFFICE.email)
    for number, (text, wording, answer) in enumerate(QUESTIONS):
        asked = now - (len(QUESTIONS) - number) * DAY
        by = sign_up(email=f"frage{number}@example.org", now=asked)
        question = actions.ask_question(stage=stage, text=text, by=by, now=asked)
        if answer:
            actions.answer_question(
                question=question,
                text=answer,
                publish=bool(wording),
                wording=wording,
                by=office,
                now=asked + timedelta(hours=6),
            )
