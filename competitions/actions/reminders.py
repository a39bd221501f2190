"""Drafts are reminded of their deadline, each distance once, unless the people who write don't want it."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from cms.accounts.models import User
from cms.core import audit
from competitions.domain import REMIND_DAYS, reminder_due
from competitions.enums import ApplicationState
from competitions.models import Application, Reminder

from .letters import send_reminder


def remind_applicants(*, now: datetime) -> int:
    """Mail everybody whose draft has a deadline ahead; returns for how many applications. May run at any time."""
    horizon = now + timedelta(days=max(REMIND_DAYS))
    near = Q(stage__closes_at__gt=now, stage__closes_at__lte=horizon) | Q(
        extended_until__gt=now, extended_until__lte=horizon
    )
    drafts = Application.objects.filter(near, state=ApplicationState.DRAFT, reminders=True)
    found = drafts.select_related("stage__competition", "lead").prefetch_related("reminded").order_by("pk")
    return sum(_remind(application, now) for application in found)


@transaction.atomic
def _remind(application: Application, now: datetime) -> bool:
    """Send at most one; the constraint decides when two runs meet."""
    deadline = application.deadline
    sent = [reminder.days for reminder in application.reminded.all() if reminder.deadline == deadline]
    days = reminder_due(deadline, application.created_at, now, sent)
    if days is None:
        return False
    _reminder, is_new = Reminder.objects.get_or_create(
        application=application, deadline=deadline, days=days, defaults={"sent_at": now}
    )
    if is_new:
        audit.record(
            action="competitions.application.reminded", target=application, changes={"days": (None, days)}, now=now
        )
        send_reminder(application, -((now - deadline) // timedelta(days=1)))
    return is_new


@transaction.atomic
def set_reminders(*, application: Application, wanted: bool, by: User, now: datetime) -> None:
    """Turn the reminders of one application on or off, for everybody who writes it."""
    changed = Application.objects.filter(pk=application.pk, reminders=not wanted).update(reminders=wanted)
    if changed:
        audit.record(
            action="competitions.application.reminders_set",
            target=application,
            actor=by,
            changes={"reminders": (not wanted, wanted)},
            now=now,
        )
