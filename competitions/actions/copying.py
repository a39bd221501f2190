"""What one year hands on to the next, and one stage to the one after it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TypeVar

from django.db import transaction

from cms.accounts.models import User
from cms.core import audit
from cms.core.copying import follow_copy
from competitions.domain import Reason, promotion_refusal, surviving_answers
from competitions.enums import Verdict
from competitions.models import (
    Application,
    ApplicationEditor,
    Award,
    Candidate,
    Competition,
    Criterion,
    FormVersion,
    Stage,
)
from competitions.refusals import check, refused

from .applications import create_draft
from .forms import save_form
from .letters import send_promotion

Row = TypeVar("Row", Criterion, Award)
COPIED = ("motto", "summary", "size_bounds", "themes", "budget", "contact_name", "contact_email")
STAGE_COPIED = ("number", "title", "blind", "reviews_per_candidate", "tie_break")
MOMENTS = ("opens_at", "closes_at", "jury_opens_at", "jury_closes_at")


@transaction.atomic
def copy_competition(
    *, source: Competition, title: str, slug: str, code_prefix: str, weeks: int, by: User, now: datetime
) -> Competition:
    """A new competition with the rules, forms, criteria and prizes of another; all dates later by whole weeks."""
    if Competition.objects.filter(slug=slug).exists():
        raise refused(Reason.SLUG_TAKEN, field="slug")
    if Competition.objects.filter(code_prefix=code_prefix).exists():
        raise refused(Reason.PREFIX_TAKEN, field="code_prefix")
    competition = Competition.objects.create(
        title=title, slug=slug, code_prefix=code_prefix, **{name: getattr(source, name) for name in COPIED}
    )
    for stage in source.stages.order_by("number"):
        _copy_stage(stage, competition, timedelta(weeks=weeks), by, now)
    follow_copy(source, competition)
    audit.record(
        action="competitions.competition.copied",
        target=competition,
        actor=by,
        changes={"source": (None, source.slug), "weeks": (None, weeks)},
        now=now,
    )
    return competition


def _copy_stage(source: Stage, competition: Competition, later: timedelta, by: User, now: datetime) -> None:
    stage = Stage.objects.create(
        competition=competition,
        **{name: getattr(source, name) for name in STAGE_COPIED},
        **{name: getattr(source, name) + later for name in MOMENTS},
    )
    newest = source.form_versions.order_by("-number").first()
    if newest is not None:
        save_form(stage=stage, definition=newest.definition.get_prep_value(), by=by, now=now)
    Criterion.objects.bulk_create(_moved(criterion, stage) for criterion in source.criteria.all())
    Award.objects.bulk_create(_moved(award, stage) for award in source.awards.all())


def _moved(row: Row, stage: Stage) -> Row:
    """The same row, not stored yet, of another stage."""
    row.pk, row.stage = None, stage
    row._state.adding = True
    return row


@transaction.atomic
def reuse_form(*, stage: Stage, source: FormVersion, by: User, now: datetime) -> FormVersion:
    """Take over the form of another stage, for instance last year's; it becomes the newest version here."""
    return save_form(stage=stage, definition=source.definition.get_prep_value(), by=by, now=now)


@transaction.atomic
def promote_candidates(
    *, stage: Stage, following: Stage, candidates: Sequence[Candidate], by: User, now: datetime
) -> list[Application]:
    """Let winners of a stage move on: each lead gets a draft in the next one, prefilled as far as the forms agree.

    Who has moved on already is left out, so asking twice changes nothing.
    """
    check(promotion_refusal(stage.number, following.number, is_decided=stage.committed_at is not None))
    version = following.form_versions.order_by("-number").first()
    if version is None or stage.competition_id != following.competition_id:
        raise refused(Reason.NO_FORM)
    chosen = Candidate.objects.filter(
        pk__in=[candidate.pk for candidate in candidates],
        stage=stage,
        decision__verdict=Verdict.AWARD,
        application__isnull=False,
        application__following__isnull=True,
    )
    found = chosen.select_related("application__lead", "application__form_version", "application__municipality")
    return [
        _promote(candidate.application, following, version, by, now) for candidate in found if candidate.application
    ]


def _promote(before: Application, stage: Stage, version: FormVersion, by: User, now: datetime) -> Application:
    application, is_new = create_draft(stage, version, before.lead, now)
    if not is_new:
        raise refused(Reason.OTHER_DRAFT_THERE)
    application.preceding = before
    for name in ("title", "organisation", "organisation_kind", "municipality", "contact_name", "contact_phone"):
        setattr(application, name, getattr(before, name))
    application.answers = surviving_answers(before.form_version.form, version.form, before.answers)
    application.save()
    ApplicationEditor.objects.bulk_create(
        ApplicationEditor(
            application=application, user_id=editor.user_id, role=editor.role, invited_by=by, invited_at=now
        )
        for editor in before.editors.all()
    )
    audit.record(
        action="competitions.application.promoted",
        target=application,
        actor=by,
        changes={"preceding": (None, before.code)},
        now=now,
    )
    send_promotion(application)
    return application
