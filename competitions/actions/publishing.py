"""A winner's picture for everybody: made anew from one of the candidate's pictures, without anything a camera noted."""

from __future__ import annotations

from datetime import datetime
from tempfile import NamedTemporaryFile

from django.core.files.base import ContentFile
from django.db import transaction

from cms.accounts.models import User
from cms.core import audit
from cms.core.images import process_photo
from cms.core.storages import private_storage
from competitions.domain import Reason
from competitions.enums import Verdict
from competitions.models import CandidateFile, Decision
from competitions.refusals import refused

SHOWN = "960.jpg"


@transaction.atomic
def publish_picture(*, decision: Decision, file: CandidateFile, description: str, by: User, now: datetime) -> None:
    """Show this picture beside the award. Raises PhotoRefused when it can't be decoded."""
    if decision.verdict != Verdict.AWARD or file.candidate_id != decision.candidate_id:
        raise refused(Reason.AWARD_FOREIGN, field="file")
    if not description.strip():
        raise refused(Reason.WORDS_MISSING, field="description")
    with NamedTemporaryFile() as local:
        with private_storage.open(file.stored_name, "rb") as stored:
            local.writelines(stored.chunks())
        local.flush()
        shown = process_photo(local.name).renditions[SHOWN]
    before = decision.picture.name
    decision.picture = ContentFile(shown, name="bild.jpg")
    decision.picture_alt = description.strip()[:300]
    decision.save(update_fields=["picture", "picture_alt"])
    _drop(decision, before)
    audit.record(action="competitions.decision.published", target=decision.candidate, actor=by, now=now)


@transaction.atomic
def take_picture_down(*, decision: Decision, by: User, now: datetime) -> None:
    """The award stays, its picture goes."""
    before = decision.picture.name
    if not before:
        raise refused(Reason.FASTER)
    decision.picture, decision.picture_alt = "", ""
    decision.save(update_fields=["picture", "picture_alt"])
    _drop(decision, before)
    audit.record(action="competitions.decision.hidden", target=decision.candidate, actor=by, now=now)


def _drop(decision: Decision, name: str | None) -> None:
    storage = decision.picture.storage
    if name:
        transaction.on_commit(lambda: storage.delete(name))
