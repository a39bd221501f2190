"""The jury's copy: frozen when an application is admitted, frozen anew only as long as nobody has scored it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from pathlib import PurePath

from django.db import transaction
from django.db.models import Max

from cms.accounts.models import User
from cms.core import audit
from cms.places.domain import size_class
from competitions.domain import Redactions, redaction_refusal
from competitions.models import Application, Candidate, CandidateFile, Review, Stage
from competitions.queries.jury_copy import JuryCopy, jury_copy
from competitions.refusals import check

from .locks import lock_application, lock_open_stage


def freeze(application: Application, now: datetime) -> Candidate:
    """The copy that the jury sees, under the next free number of the stage; runs inside the caller's transaction."""
    stage = Stage.objects.select_for_update(of=("self",)).select_related("competition").get(pk=application.stage_id)
    last = stage.candidates.aggregate(last=Max("number"))["last"] or 0
    copy, municipality = jury_copy(application), application.municipality
    candidate = Candidate.objects.create(
        stage=stage,
        number=last + 1,
        application=application,
        title=copy.title,
        theme=copy.theme,
        size_class=size_class(municipality.population, stage.competition.size_bounds) if municipality else None,
        content=copy.content,
        fingerprint=copy.fingerprint,
        frozen_at=now,
    )
    _attach(candidate, copy)
    return candidate


def _attach(candidate: Candidate, copy: JuryCopy) -> None:
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
        for position, (label, file) in enumerate(copy.files, start=1)
    )


@transaction.atomic
def redact_application(
    *,
    application: Application,
    words: Collection[str],
    answers: Collection[str],
    files: Collection[str],
    by: User,
    now: datetime,
) -> Application:
    """Black out words, whole answers and files for the jury; the original stays as it was handed in.

    An admitted application is frozen anew, unless a juror has begun to score it.
    """
    current = lock_application(application)
    stage = lock_open_stage(current.stage)
    candidate = Candidate.objects.filter(application=current).first()
    has_reviews = candidate is not None and Review.objects.filter(assignment__candidate=candidate).exists()
    check(redaction_refusal(current.state, has_reviews=has_reviews))
    kept = list(dict.fromkeys(" ".join(word.split()) for word in words if word.strip()))
    before = Redactions.read(current.redactions)
    redactions = Redactions(tuple(kept), frozenset(answers), frozenset(files))
    Application.objects.filter(pk=current.pk).update(redactions=redactions.stored())
    current.redactions, current.stage = redactions.stored(), stage
    audit.record(
        action="competitions.application.redacted",
        target=current,
        actor=by,
        changes={
            "words": (len(before.words), len(redactions.words)),
            "answers": (", ".join(sorted(before.answers)), ", ".join(sorted(redactions.answers))),
            "files": (len(before.files), len(redactions.files)),
        },
        now=now,
    )
    if candidate is not None:
        _freeze_anew(candidate, current, by, now)
    return current


def _freeze_anew(candidate: Candidate, application: Application, by: User, now: datetime) -> None:
    copy, before = jury_copy(application), candidate.fingerprint
    candidate.title, candidate.content, candidate.fingerprint = copy.title, copy.content, copy.fingerprint
    candidate.theme, candidate.frozen_at = copy.theme, now
    candidate.save(update_fields=["title", "theme", "content", "fingerprint", "frozen_at"])
    candidate.files.all().delete()
    _attach(candidate, copy)
    audit.record(
        action="competitions.candidate.frozen_anew",
        target=candidate,
        actor=by,
        changes={"fingerprint": (before, copy.fingerprint)},
        now=now,
    )
