"""Letters on final decisions: words with checked placeholders, sent together, each once."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from cms.accounts.models import User
from cms.core import audit
from competitions.domain import Reason, unknown_placeholders
from competitions.enums import LetterState, Verdict
from competitions.models import Competition, Letter, LetterTemplate, Panel, Stage
from competitions.queries import letter_drafts
from competitions.refusals import refused
from competitions.tasks import enqueue_with_commit, send_letter

from .locks import lock_stage


@transaction.atomic
def save_letter_words(
    *, competition: Competition, verdict: Verdict, subject: str, body: str, by: User, now: datetime
) -> None:
    """The office's own words for a verdict. Letters that are sent keep theirs."""
    for field, text in (("subject", subject), ("body", body)):
        if not text.strip():
            raise refused(Reason.WORDS_MISSING, field=field)
        if unknown_placeholders(text):
            raise refused(Reason.PLACEHOLDER_UNKNOWN, field=field)
    LetterTemplate.objects.update_or_create(
        competition=competition, verdict=verdict, defaults={"subject": subject.strip(), "body": body.strip()}
    )
    audit.record(
        action="competitions.letter.changed",
        target=competition,
        actor=by,
        changes={"verdict": (None, verdict.value)},
        now=now,
    )


@transaction.atomic
def share_feedback(*, stage: Stage, shares: bool, by: User, now: datetime) -> None:
    """Whether released remarks of jurors stand in the letters, without names."""
    panel = Panel.objects.select_for_update().filter(stage=stage).first()
    if panel is None:
        raise refused(Reason.NO_PANEL)
    before, panel.shares_feedback = panel.shares_feedback, shares
    panel.save(update_fields=["shares_feedback"])
    changes = {"shares_feedback": (before, shares)}
    audit.record(action="competitions.panel.changed", target=panel, actor=by, changes=changes, now=now)


@transaction.atomic
def send_letters(*, stage: Stage, by: User, now: datetime) -> int:
    """Order every letter that has not been ordered; returns how many. The worker sends them one by one."""
    current = lock_stage(stage)
    if current.committed_at is None:
        raise refused(Reason.NOT_COMMITTED)
    drafts = [draft for draft in letter_drafts(current) if draft.letter is None]
    if not drafts:
        raise refused(Reason.NO_LETTERS)
    letters = [
        Letter.objects.create(
            decision=draft.decision, subject=draft.subject[:300], body=draft.body, queued_at=now, queued_by=by
        )
        for draft in drafts
    ]
    for letter in letters:
        enqueue_with_commit(send_letter, letter.pk)
    changes = {"letters": (None, len(letters))}
    audit.record(action="competitions.letter.queued", target=current, actor=by, changes=changes, now=now)
    return len(letters)


def send_waiting_letters(*, stage: Stage) -> int:
    """Hand over again what still waits, for instance after the worker was down. Nothing is sent twice."""
    waiting = Letter.objects.filter(decision__candidate__stage=stage, state=LetterState.WAITING)
    for letter in waiting:
        send_letter.enqueue(letter.pk)
    return len(waiting)
