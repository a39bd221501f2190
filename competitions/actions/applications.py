"""What applicants do: begin, save, send, call back, withdraw. Every change of state is one conditional update."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F

from cms.accounts.models import User
from cms.core import audit
from cms.places.models import Municipality
from competitions.domain import (
    APPLICATION_STEPS,
    EDITABLE_STATES,
    Reason,
    canonical,
    clean_answer,
    fingerprint,
    handing_in_refusal,
)
from competitions.enums import ApplicationState, ApplicationStep, OrganisationKind
from competitions.models import Application, FormVersion, Stage, Submission
from competitions.refusals import check, refused

from .letters import send_receipt

MOST_TEXT = 200_000
"""Characters of all answers together, as JSON."""
CODE_TRIES = 30


@transaction.atomic
def start_application(*, stage: Stage, lead: User, now: datetime) -> Application:
    """Return the person's draft in this stage; begin one if there is none. Asking twice gives the same draft."""
    check(handing_in_refusal(stage.dates, now))
    draft = _draft(stage, lead)
    if draft is not None:
        return draft
    form_version = FormVersion.objects.select_for_update().filter(stage=stage).order_by("-number").first()
    if form_version is None:
        raise refused(Reason.NO_FORM)
    application, is_new = _create(stage, form_version, lead, now)
    if is_new:
        audit.record(action="competitions.application.started", target=application, actor=lead, now=now)
    return application


def _draft(stage: Stage, lead: User) -> Application | None:
    return Application.objects.filter(stage=stage, lead=lead, state=ApplicationState.DRAFT).first()


def _create(stage: Stage, form_version: FormVersion, lead: User, now: datetime) -> tuple[Application, bool]:
    """A new draft under a free code, and whether it is new: somebody may have clicked twice."""
    for _try in range(CODE_TRIES):
        code = f"{stage.competition.code_prefix}-{1 + secrets.randbelow(9999):04}"
        try:
            with transaction.atomic():
                application = Application.objects.create(
                    code=code,
                    stage=stage,
                    form_version=form_version,
                    lead=lead,
                    contact_name=lead.name,
                    created_at=now,
                    updated_at=now,
                    updated_by=lead,
                )
                return application, True
        except IntegrityError:
            draft = _draft(stage, lead)
            if draft is not None:
                return draft, False
    raise RuntimeError(f"No free code under {stage.competition.code_prefix}.")


@transaction.atomic
def save_part(
    *, application: Application, part: str, answers: Mapping[str, object], revision: int, by: User, now: datetime
) -> Application:
    """Store one part's answers as typed. Raises Refused when somebody saved after `revision` was read.

    Returns the application with its new revision.
    """
    current = lock_editable(application, now)
    asked = current.form_version.form.part(part)
    if asked is None:
        raise refused(Reason.UNKNOWN_PART)
    kept = dict(current.answers)
    for question in asked.questions:
        if question.key in answers:
            answer = clean_answer(question, answers[question.key])
            kept.pop(question.key, None)
            if answer is not None:
                kept[question.key] = answer
    if len(canonical(kept)) > MOST_TEXT:
        raise refused(Reason.TOO_MUCH_TEXT)
    return _save(current, revision, by, now, changed=part, answers=kept)


@transaction.atomic
def save_applicant(
    *,
    application: Application,
    title: str,
    organisation: str,
    organisation_kind: OrganisationKind,
    municipality: Municipality | None,
    contact_name: str,
    contact_phone: str,
    revision: int,
    by: User,
    now: datetime,
) -> Application:
    """Store who applies, with the same care for others' changes as `save_part`."""
    current = lock_editable(application, now)
    return _save(
        current,
        revision,
        by,
        now,
        changed="applicant",
        title=" ".join(title.split()),
        organisation=" ".join(organisation.split()),
        organisation_kind=organisation_kind,
        municipality=municipality,
        contact_name=" ".join(contact_name.split()),
        contact_phone=contact_phone.strip(),
    )


def _save(
    application: Application, revision: int, by: User, now: datetime, *, changed: str, **fields: Any
) -> Application:
    saved = Application.objects.filter(pk=application.pk, revision=revision, state__in=EDITABLE_STATES).update(
        revision=F("revision") + 1, updated_at=now, updated_by=by, **fields
    )
    if not saved:
        raise refused(Reason.CHANGED_MEANWHILE)
    audit.record(
        action="competitions.application.saved",
        target=application,
        actor=by,
        changes={"part": (None, changed)},
        now=now,
    )
    return Application.objects.select_related("stage__competition", "form_version", "municipality").get(
        pk=application.pk
    )


@transaction.atomic
def send_application(*, application: Application, by: User, now: datetime) -> Submission:
    """Hand in what is there: freeze a copy, give it a number and a fingerprint, mail the receipt."""
    current = lock_editable(application, now)
    if not current.report().is_complete:
        raise refused(Reason.INCOMPLETE)
    _step(current, ApplicationStep.SEND, sent_at=now)
    content = handed_in(current)
    ordinal = current.submissions.count() + 1
    submission = Submission.objects.create(
        application=current,
        ordinal=ordinal,
        number=f"{current.code}-{ordinal}",
        sent_at=now,
        sent_by=by,
        fingerprint=fingerprint(content),
        content=content,
    )
    audit.record(
        action="competitions.application.sent",
        target=current,
        actor=by,
        changes={"state": (current.state, ApplicationState.SENT.value), "fingerprint": (None, submission.fingerprint)},
        now=now,
    )
    send_receipt(submission)
    return submission


def handed_in(application: Application) -> dict[str, Any]:
    """The canonical content of an application: what the fingerprint is taken of."""
    return {
        "code": application.code,
        "form": application.form_version.number,
        "title": application.title,
        "organisation": application.organisation,
        "organisation_kind": application.organisation_kind,
        "municipality": application.municipality_id,
        "contact_name": application.contact_name,
        "contact_phone": application.contact_phone,
        "answers": application.answers,
        "files": [
            {"question": file.question, "name": file.name, "size": file.size, "sha256": file.sha256}
            for file in application.files.order_by("question", "pk")
        ],
    }


@transaction.atomic
def call_back_application(*, application: Application, by: User, now: datetime) -> None:
    """Turn a sent application back into a draft, as long as the deadline allows."""
    current = _locked(application)
    check(handing_in_refusal(current.stage.dates, now, current.extended_until))
    if Application.objects.filter(stage=current.stage, lead=current.lead, state=ApplicationState.DRAFT).exists():
        raise refused(Reason.OTHER_DRAFT)
    _step(current, ApplicationStep.CALL_BACK, sent_at=None)
    _record_step("called_back", current, ApplicationStep.CALL_BACK, by, now)


@transaction.atomic
def withdraw_application(*, application: Application, by: User, now: datetime) -> None:
    """Give the application up for good; possible until the office has decided on it."""
    current = _locked(application)
    _step(current, ApplicationStep.WITHDRAW)
    _record_step("withdrawn", current, ApplicationStep.WITHDRAW, by, now)


@transaction.atomic
def extend_application(*, application: Application, until: datetime, reason: str, by: User, now: datetime) -> None:
    """Give one applicant more time, with a reason that stays on record."""
    current = _locked(application)
    if not reason.strip():
        raise refused(Reason.REASON_MISSING, field="reason")
    if until <= current.deadline:
        raise refused(Reason.EXTENSION_BACKWARDS, field="until")
    Application.objects.filter(pk=current.pk).update(extended_until=until)
    audit.record(
        action="competitions.application.extended",
        target=current,
        actor=by,
        changes={"extended_until": (current.extended_until, until)},
        reason=reason.strip(),
        now=now,
    )


def _locked(application: Application) -> Application:
    """The application as it is now, held until the end of the transaction."""
    return (
        Application.objects.select_for_update(of=("self",))
        .select_related("stage__competition", "form_version", "lead", "municipality")
        .get(pk=application.pk)
    )


def lock_editable(application: Application, now: datetime) -> Application:
    """The same, refused unless its answers and files can be changed now."""
    current = _locked(application)
    check(handing_in_refusal(current.stage.dates, now, current.extended_until))
    if current.state not in EDITABLE_STATES:
        raise refused(Reason.WRONG_STATE)
    return current


def _step(application: Application, step: ApplicationStep, **fields: Any) -> None:
    """One conditional update; nothing changed means that somebody was faster."""
    transition = APPLICATION_STEPS[step]
    changed = Application.objects.filter(pk=application.pk, state__in=transition.sources).update(
        state=transition.target, **fields
    )
    if not changed:
        raise refused(Reason.FASTER)


def _record_step(verb: str, application: Application, step: ApplicationStep, by: User, now: datetime) -> None:
    audit.record(
        action=f"competitions.application.{verb}",
        target=application,
        actor=by,
        changes={"state": (application.state, APPLICATION_STEPS[step].target)},
        now=now,
    )
