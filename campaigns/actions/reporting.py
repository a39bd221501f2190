"""Visitors report a public photo; a moderator deals with the report. Neither hides anything by itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction

from campaigns.actions.moderating import take_down_entry
from campaigns.answers import send_report_answer
from campaigns.domain.reasons import Reason
from campaigns.enums import ReportReason
from campaigns.models import Entry, EntryReport
from campaigns.refusals import refused
from cms.accounts.models import User
from cms.core import audit
from cms.core.languages import active_language

KEEP_ADDRESS = timedelta(days=90)


@transaction.atomic
def report_entry(*, entry: Entry, reason: ReportReason, message: str, now: datetime, email: str = "") -> EntryReport:
    """Store a report for the moderators. The same words about the same entry, still open, are stored once."""
    words = {"reason": reason, "message": message.strip(), "email": email.strip()}
    standing = EntryReport.objects.filter(entry=entry, closed_at=None, **words).first()
    if standing is not None:
        return standing
    language = active_language()
    return EntryReport.objects.create(entry=entry, created_at=now, language=language, **words)


@transaction.atomic
def close_report(*, report: EntryReport, by: User, note: str, now: datetime) -> EntryReport:
    """Say that a report is dealt with and how; of two moderators at once the second is told."""
    if not _close([report], by=by, note=note, now=now):
        raise refused(Reason.SOMEBODY_FASTER)
    report.refresh_from_db()
    return report


@transaction.atomic
def dismiss_reports(*, entry: Entry, by: User, note: str, now: datetime, words: str = "") -> int:
    """The entry stays: close its open reports. `words` are mailed to those who left an address, `note` is not."""
    closed = _close(list(entry.reports.filter(closed_at=None)), by=by, note=note, now=now)
    if not closed:
        raise refused(Reason.SOMEBODY_FASTER)
    _answer(closed, is_removed=False, words=words)
    return len(closed)


@transaction.atomic
def take_down_reported(*, entry: Entry, by: User, reason: str, now: datetime, words: str = "") -> int:
    """The entry goes, with `reason` to its author; its open reports are closed and answered, with `words`."""
    take_down_entry(entry=entry, by=by, reason=reason, now=now)
    closed = _close(list(entry.reports.filter(closed_at=None)), by=by, note=reason, now=now)
    _answer(closed, is_removed=True, words=words)
    return len(closed)


def forget_reporters(now: datetime) -> int:
    """Delete the addresses of those who reported, three months after they were answered; return how many."""
    return EntryReport.objects.filter(closed_at__lt=now - KEEP_ADDRESS).exclude(email="").update(email="")


def _close(reports: Sequence[EntryReport], *, by: User, note: str, now: datetime) -> list[EntryReport]:
    """Close each report unless somebody else has; return those that were closed here."""
    closed = []
    for report in reports:
        waiting = EntryReport.objects.filter(pk=report.pk, closed_at=None)
        if waiting.update(closed_at=now, closed_by=by, note=note.strip()):
            audit.record(action="campaigns.report.closed", target=report.entry, actor=by, reason=note, now=now)
            closed.append(report)
    return closed


def _answer(reports: Sequence[EntryReport], *, is_removed: bool, words: str) -> None:
    """Write once to every address that was left."""
    for report in {report.email.casefold(): report for report in reports if report.email}.values():
        send_report_answer(report, is_removed=is_removed, words=words)
