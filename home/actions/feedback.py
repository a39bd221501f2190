"""What can be done about feedback: hand it in, deal with it, take that back."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cms.core import audit, mail
from cms.core.refusals import Refused
from home.enums import FeedbackKind, FeedbackState
from home.models import Feedback

if TYPE_CHECKING:
    from cms.accounts.models import User

KEEP_DONE = timedelta(days=180)


@transaction.atomic
def hand_in_feedback(
    *,
    kind: FeedbackKind,
    message: str,
    page_path: str = "",
    name: str = "",
    email: str = "",
    office_email: str = "",
    now: datetime,
) -> Feedback:
    """Store what a visitor says and tell the office; the sender gets a confirmation if there is an address."""
    if not message.strip():
        raise Refused("empty", _("Bitte schreiben Sie, worum es geht."), field="message")
    feedback = Feedback.objects.create(
        kind=kind, message=message.strip(), page_path=page_path, name=name, email=email, created_at=now
    )
    context = {
        "message": feedback.message,
        "page_path": page_path,
        "name": name,
        "email": email,
        "is_barrier": kind == FeedbackKind.BARRIER,
        "handed_in": now,
    }
    if office_email:
        mail.send(
            template="home/mail/feedback_office",
            to=office_email,
            context=context,
            reply_to=email,
            language=settings.LANGUAGE_CODE,
        )
    if email:
        mail.send(template="home/mail/feedback_received", to=email, context=context)
    audit.record(action=f"home.feedback.{kind}", target=feedback, actor_label="visitor", now=now)
    return feedback


@transaction.atomic
def close_feedback(*, feedback: Feedback, note: str = "", by: User, now: datetime) -> None:
    """Mark as dealt with; refused when somebody was faster."""
    _move(feedback, FeedbackState.OPEN, FeedbackState.DONE, note=note, by=by, now=now)


@transaction.atomic
def reopen_feedback(*, feedback: Feedback, by: User, now: datetime) -> None:
    """Take „erledigt“ back."""
    _move(feedback, FeedbackState.DONE, FeedbackState.OPEN, note=feedback.note, by=by, now=now)


@transaction.atomic
def note_feedback(*, feedback: Feedback, note: str, by: User, now: datetime) -> None:
    """Keep what was found out, without changing the state."""
    Feedback.objects.filter(pk=feedback.pk).update(note=note, handled_by=by, handled_at=now)
    feedback.refresh_from_db()
    audit.record(action="home.feedback.noted", target=feedback, actor=by, now=now)


def _move(
    feedback: Feedback, source: FeedbackState, target: FeedbackState, *, note: str, by: User, now: datetime
) -> None:
    moved = Feedback.objects.filter(pk=feedback.pk, state=source).update(
        state=target, note=note, handled_by=by, handled_at=now
    )
    if not moved:
        raise Refused("faster", _("Das hat inzwischen schon jemand anderes erledigt oder wieder geöffnet."))
    feedback.refresh_from_db()
    audit.record(
        action=f"home.feedback.{target}",
        target=feedback,
        actor=by,
        changes={"state": (source.value, target.value)},
        now=now,
    )


def purge_feedback(now: datetime) -> int:
    """Delete what was dealt with long enough ago; return how many (a rule of the retention table)."""
    done = Feedback.objects.filter(state=FeedbackState.DONE, handled_at__lte=now - KEEP_DONE)
    return done.delete()[0]
