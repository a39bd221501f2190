"""Candidates that come from elsewhere, for instance a photo campaign's shortlist, and the stage that judges them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.text import slugify
from django.utils.translation import gettext as _

from cms.accounts.models import User
from cms.core import audit
from cms.places.models import Municipality
from competitions.domain import Reason, fingerprint
from competitions.models import Award, Candidate, CandidateFile, Competition, Criterion, Panel, Stage
from competitions.refusals import refused

from .locks import lock_open_stage

_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


@dataclass(frozen=True)
class Finalist:
    """What a jury is to see of one finalist. `content` as in Candidate; `photo` is a bare JPEG."""

    origin: str
    title: str
    municipality: Municipality | None
    size_class: int | None
    content: Sequence[Mapping[str, Any]]
    photo: bytes
    size: tuple[int, int]
    description: str


@dataclass(frozen=True)
class FinalDates:
    """When the works were gathered and when the jury scores them, all aware."""

    opens_at: datetime
    closes_at: datetime
    jury_opens_at: datetime
    jury_closes_at: datetime


@transaction.atomic
def open_final(
    *,
    title: str,
    contact_email: str,
    size_bounds: Sequence[int],
    dates: FinalDates,
    criteria: Iterable[tuple[str, str, str, int]],
    award: str,
    blind: bool,
    by: User,
    now: datetime,
) -> Stage:
    """A competition without a call: one stage with its panel, criteria (key, name, guidance, weight) and one prize."""
    competition = Competition.objects.create(
        slug=_free("slug", slugify(title.lower().translate(_SPELLED_OUT))[:44].strip("-")),
        title=title,
        code_prefix=_free("code_prefix", f"J{dates.jury_opens_at:%y}"),
        size_bounds=list(size_bounds),
        contact_email=contact_email,
    )
    stage = Stage.objects.create(
        competition=competition,
        title=_("Finale"),
        opens_at=dates.opens_at,
        closes_at=dates.closes_at,
        jury_opens_at=dates.jury_opens_at,
        jury_closes_at=dates.jury_closes_at,
        blind=blind,
    )
    Panel.objects.create(stage=stage)
    words = [[0, _("gar nicht")], [5, _("zum Teil")], [10, _("sehr")]]
    Criterion.objects.bulk_create(
        Criterion(stage=stage, key=key, name=name, guidance=guidance, weight=weight, labels=words, position=position)
        for position, (key, name, guidance, weight) in enumerate(criteria)
    )
    Award.objects.create(stage=stage, rank=1, title=award)
    audit.record(action="competitions.stage.created", target=stage, actor=by, now=now)
    return stage


def _free(field: str, wanted: str) -> str:
    """The wanted value, or the first one with a number that nobody has."""
    taken = set(Competition.objects.filter(**{f"{field}__startswith": wanted}).values_list(field, flat=True))
    numbered = (f"{wanted}{number or ''}" for number in range(len(taken) + 1))
    return next(value for value in numbered if value not in taken)


@transaction.atomic
def admit_finalists(*, stage: Stage, finalists: Sequence[Finalist], by: User, now: datetime) -> list[Candidate]:
    """Frozen copies of the finalists, numbered in the order given. The same origin is admitted to a stage only once."""
    current = lock_open_stage(stage)
    if now >= current.jury_closes_at:
        raise refused(Reason.JURY_CLOSED)
    last = current.candidates.aggregate(last=Max("number"))["last"] or 0
    try:
        with transaction.atomic():
            admitted = [
                _frozen(current, finalist, number, now) for number, finalist in enumerate(finalists, start=last + 1)
            ]
    except IntegrityError as error:
        raise refused(Reason.FASTER) from error
    audit.record(
        action="competitions.stage.finalists_admitted",
        target=current,
        actor=by,
        changes={"candidates": (last or None, last + len(admitted))},
        now=now,
    )
    return admitted


def _frozen(stage: Stage, finalist: Finalist, number: int, now: datetime) -> Candidate:
    content = [dict(part) for part in finalist.content]
    digest = sha256(finalist.photo).hexdigest()
    candidate = Candidate.objects.create(
        stage=stage,
        number=number,
        origin=finalist.origin,
        municipality=finalist.municipality,
        title=finalist.title,
        size_class=finalist.size_class,
        content=content,
        fingerprint=fingerprint({"title": finalist.title, "content": content, "files": [digest]}),
        frozen_at=now,
    )
    CandidateFile.objects.create(
        candidate=candidate,
        copy=ContentFile(finalist.photo, name="foto.jpg"),
        position=1,
        label=_("Foto in voller Größe"),
        description=finalist.description,
        width=finalist.size[0],
        height=finalist.size[1],
        name=f"{candidate.label}-Foto.jpg",
        size=len(finalist.photo),
        content_type="image/jpeg",
    )
    return candidate
