"""The formal check: an admitted application becomes a candidate at once, frozen and redacted."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from pathlib import PurePath

from django.db import IntegrityError, transaction
from django.db.models import Max

from cms.accounts.models import User
from cms.core import audit
from cms.places.domain import size_class
from competitions.domain import (
    APPLICATION_STEPS,
    Reason,
    admission_refusal,
    fingerprint,
    frozen_parts,
    is_shown,
    reasoned_refusal,
)
from competitions.enums import ApplicationState, ApplicationStep, FormalCheckItem, FormalOutcome
from competitions.models import Application, ApplicationFile, Candidate, CandidateFile, FormalCheck, Stage
from competitions.refusals import check, refused

from .follow_ups import settle_follow_up
from .letters import send_outcome


@transaction.atomic
def admit_application(*, application: Application, ticked: Collection[str], by: User, now: datetime) -> Candidate:
    """Let it take part: the jury gets a frozen copy, the applicant a mail. Two officers at once give one decision."""
    check(admission_refusal(ticked), field="ticked")
    current = _decide(application, ApplicationStep.ADMIT, now)
    formal_check = _note(current, FormalOutcome.ADMITTED, ticked, "", by, now)
    candidate = _freeze(current, now)
    send_outcome(formal_check)
    return candidate


@transaction.atomic
def refuse_application(
    *, application: Application, ticked: Collection[str], reason: str, by: User, now: datetime
) -> FormalCheck:
    """Turn it down with a reason that the applicant reads."""
    check(reasoned_refusal(reason), field="reason")
    current = _decide(application, ApplicationStep.REFUSE, now)
    formal_check = _note(current, FormalOutcome.REFUSED, ticked, reason.strip(), by, now)
    send_outcome(formal_check)
    return formal_check


def _decide(application: Application, step: ApplicationStep, now: datetime) -> Application:
    """One conditional update; what is not „sent“ any more was decided or called back by somebody faster."""
    current = (
        Application.objects.select_for_update(of=("self",))
        .select_related("stage__competition", "form_version", "municipality", "lead")
        .get(pk=application.pk)
    )
    if current.stage.closed_at is not None:
        raise refused(Reason.STAGE_CLOSED)
    if now < current.deadline:
        raise refused(Reason.CALL_STILL_OPEN)
    if current.opened is not None and now < current.opened.until:
        raise refused(Reason.FOLLOW_UP_RUNNING)
    if current.follow_up is not None and settle_follow_up(follow_up=current.follow_up, now=now):
        current.refresh_from_db()
    transition = APPLICATION_STEPS[step]
    changed = Application.objects.filter(pk=current.pk, state__in=transition.sources).update(state=transition.target)
    if not changed:
        raise refused(Reason.FASTER)
    return current


def _note(
    application: Application,
    outcome: FormalOutcome,
    ticked: Collection[str],
    reason: str,
    by: User,
    now: datetime,
) -> FormalCheck:
    try:
        with transaction.atomic():
            formal_check = FormalCheck.objects.create(
                application=application,
                outcome=outcome,
                ticked=[item.value for item in FormalCheckItem if item.value in ticked],
                reason=reason,
                checked_by=by,
                checked_at=now,
            )
    except IntegrityError as error:
        raise refused(Reason.FASTER) from error
    audit.record(
        action=f"competitions.application.{outcome.value}",
        target=application,
        actor=by,
        changes={"state": (ApplicationState.SENT.value, outcome.value)},
        reason=reason,
        now=now,
    )
    return formal_check


def _freeze(application: Application, now: datetime) -> Candidate:
    """The copy that the jury sees, under the next free number of the stage."""
    stage = Stage.objects.select_for_update(of=("self",)).select_related("competition").get(pk=application.stage_id)
    last = stage.candidates.aggregate(last=Max("number"))["last"] or 0
    form = application.form_version.form
    content = frozen_parts(form, application.answers, blind=stage.blind)
    files = _shown_files(application, blind=stage.blind)
    municipality = application.municipality
    candidate = Candidate.objects.create(
        stage=stage,
        number=last + 1,
        application=application,
        title=application.title,
        size_class=size_class(municipality.population, stage.competition.size_bounds) if municipality else None,
        content=content,
        fingerprint=fingerprint(
            {"title": application.title, "content": content, "files": [file.sha256 for _label, file in files]}
        ),
        frozen_at=now,
    )
    CandidateFile.objects.bulk_create(
        CandidateFile(
            candidate=candidate,
            source=file,
            position=position,
            label=label,
            name=f"{candidate.label}-Anlage-{position}{PurePath(str(file.file.name)).suffix}",
            size=file.size,
            content_type=file.content_type,
        )
        for position, (label, file) in enumerate(files, start=1)
    )
    return candidate


def _shown_files(application: Application, *, blind: bool) -> list[tuple[str, ApplicationFile]]:
    """Files in the order of the form, under the words of their questions."""
    questions = application.form_version.form.questions
    shown = [key for key, question in questions.items() if is_shown(question, blind=blind)]
    files = sorted(application.files.filter(question__in=shown), key=lambda file: (shown.index(file.question), file.pk))
    return [(questions[file.question].label, file) for file in files]
