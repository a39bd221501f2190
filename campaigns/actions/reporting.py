"""Visitors report a public photo; a moderator deals with the report. Neither hides anything by itself."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from campaigns.domain.reasons import Reason
from campaigns.enums import ReportReason
from campaigns.models import Entry, EntryReport
from campaigns.refusals import refused
from cms.accounts.models import User
from cms.core import audit


@transaction.atomic
def report_entry(*, entry: Entry, reason: ReportReason, message: str, now: datetime, email: str = "") -> EntryReport:
    """Store a report for the moderators. The same words about the same entry, still open, are stored once."""
    words = {"reason": reason, "message": message.strip(), "email": email.strip()}
    standing = EntryReport.objects.filter(entry=entry, closed_at=None, **words).first()
    return standing or EntryReport.objects.create(entry=entry, created_at=now, **words)


@transaction.atomic
def close_report(*, report: EntryReport, by: User, note: str, now: datetime) -> EntryReport:
    """Say that a report is dealt with and how; of two moderators at once the second is told."""
    waiting = EntryReport.objects.filter(pk=report.pk, closed_at=None)
    if not waiting.update(closed_at=now, closed_by=by, note=note.strip()):
        raise refused(Reason.SOMEBODY_FASTER)
    report.refresh_from_db()
    audit.record(action="campaigns.report.closed", target=report.entry, actor=by, reason=note, now=now)
    return report
