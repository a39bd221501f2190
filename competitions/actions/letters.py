"""The mails that the actions send; each is rendered at once and leaves after the commit."""

from __future__ import annotations

from typing import Any

from cms.core import mail
from cms.core.templatetags.stadtblick import moment
from competitions.models import Application, Enquiry, FollowUp, FormalCheck, JurorQuestion, PanelMember, Submission


def send_receipt(submission: Submission) -> None:
    """To everybody who may edit: what was handed in, when, under which number and fingerprint."""
    application = submission.application
    context = {
        **_about(application),
        "number": submission.number,
        "sent_at": moment(submission.sent_at),
        "fingerprint": submission.fingerprint,
        "deadline": moment(application.deadline),
    }
    _to_editors("competitions/mail/application_receipt", application, context)


def send_outcome(formal_check: FormalCheck) -> None:
    """To everybody who may edit: admitted, or refused and why."""
    application = formal_check.application
    context = {**_about(application), "reason": formal_check.reason}
    _to_editors(f"competitions/mail/application_{formal_check.outcome}", application, context)


def send_editor_invitation(application: Application, email: str, invited_by: str) -> None:
    context = {**_about(application), "invited_by": invited_by, "deadline": moment(application.deadline)}
    _send("competitions/mail/editor_invitation", email, application, context)


def send_follow_up(asked: FollowUp) -> None:
    """To everybody who may edit: what the office misses, in which parts, until when."""
    application = asked.application
    context = {**_about(application), "message": asked.message, "until": moment(asked.until)}
    _to_editors("competitions/mail/application_follow_up", application, context)


def send_reminder(application: Application, days: int) -> None:
    """To everybody who may edit a draft: so many days are left."""
    context = {**_about(application), "days": days, "deadline": moment(application.deadline)}
    _to_editors("competitions/mail/application_reminder", application, context)


def send_answer(question: Enquiry) -> None:
    """To who asked: the answer of the office. Without an address left there is nobody to tell."""
    competition = question.stage.competition
    context = {
        "competition": competition.title,
        "question": question.text,
        "answer": question.answer,
        "is_published": question.published_at is not None,
        "slug": competition.slug,
        "contact_email": competition.contact_email,
    }
    if question.reply_address:
        mail.send(
            template="competitions/mail/question_answered",
            to=question.reply_address,
            context=context,
            reply_to=competition.contact_email,
        )


def send_promotion(application: Application) -> None:
    """To everybody who may edit: the jury chose this one, the next stage waits."""
    stage = application.stage
    context = {**_about(application), "stage": str(stage.name), "opens_at": moment(stage.opens_at)}
    context["deadline"] = moment(application.deadline)
    _to_editors("competitions/mail/application_promoted", application, context)


def send_jury_invitation(member: PanelMember) -> None:
    stage = member.panel.stage
    mail.send(
        template="competitions/mail/jury_invitation",
        to=member.user.email,
        context={
            "name": member.user.name,
            "competition": stage.competition.title,
            "stage": str(stage.name),
            "opens_at": moment(stage.jury_opens_at),
            "closes_at": moment(stage.jury_closes_at),
            "contact_email": stage.competition.contact_email,
        },
        reply_to=stage.competition.contact_email,
    )


def send_jury_reminder(member: PanelMember, open_reviews: int) -> None:
    stage = member.panel.stage
    _to_juror("jury_reminder", member, {"open": open_reviews, "closes_at": moment(stage.jury_closes_at)})


def send_juror_answer(question: JurorQuestion) -> None:
    candidate = question.assignment.candidate
    context = {"question": question.text, "answer": question.answer, "label": candidate.label, "key": candidate.key}
    _to_juror("jury_answer", question.assignment.member, context)


def _to_juror(name: str, member: PanelMember, context: dict[str, Any]) -> None:
    stage = member.panel.stage
    mail.send(
        template=f"competitions/mail/{name}",
        to=member.user.email,
        context={
            "competition": stage.competition.title,
            "stage": str(stage.name),
            "contact_email": stage.competition.contact_email,
            **context,
        },
        reply_to=stage.competition.contact_email,
    )


def _about(application: Application) -> dict[str, Any]:
    competition = application.stage.competition
    return {
        "competition": competition.title,
        "code": application.code,
        "title": application.title,
        "contact_email": competition.contact_email,
    }


def _to_editors(template: str, application: Application, context: dict[str, Any]) -> None:
    addresses = {application.lead.email}
    writing = application.editors.filter(accepted_at__isnull=False).select_related("user")
    addresses.update(editor.user.email for editor in writing)
    for address in sorted(addresses):
        _send(template, address, application, context)


def _send(template: str, to: str, application: Application, context: dict[str, Any]) -> None:
    mail.send(template=template, to=to, context=context, reply_to=application.stage.competition.contact_email)
