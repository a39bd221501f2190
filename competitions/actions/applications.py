"""What applicants write: a draft is begun once, and every save says what it was based on."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F

from cms.accounts.models import User
from cms.core import audit
from cms.places.models import Municipality
from competitions.domain import (
    APPLICANT_PART,
    Reason,
    beginning_refusal,
    canonical,
    clean_answer,
    clean_partners,
    handing_in_refusal,
)
from competitions.enums import ApplicationState, OrganisationKind
from competitions.models import Application, FormVersion, Stage
from competitions.refusals import check, refused

from .locks import lock_editable

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
    check(beginning_refusal(stage.number))
    form_version = FormVersion.objects.select_for_update().filter(stage=stage).order_by("-number").first()
    if form_version is None:
        raise refused(Reason.NO_FORM)
    application, is_new = create_draft(stage, form_version, lead, now)
    if is_new:
        audit.record(action="competitions.application.started", target=application, actor=lead, now=now)
    return application


def _draft(stage: Stage, lead: User) -> Application | None:
    return Application.objects.filter(stage=stage, lead=lead, state=ApplicationState.DRAFT).first()


def create_draft(stage: Stage, form_version: FormVersion, lead: User, now: datetime) -> tuple[Application, bool]:
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
    current = lock_editable(application, now, part)
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
    partners: Sequence[Mapping[str, str]] | None = None,
    revision: int,
    by: User,
    now: datetime,
) -> Application:
    """Store who applies, with the same care for others' changes as `save_part`; partners stay when none are given."""
    current = lock_editable(application, now, APPLICANT_PART)
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
        partners=current.partners if partners is None else clean_partners(partners),
    )


def _save(
    application: Application, revision: int, by: User, now: datetime, *, changed: str, **fields: Any
) -> Application:
    saved = Application.objects.filter(pk=application.pk, revision=revision, state=application.state).update(
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
