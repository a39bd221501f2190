"""What visitors reported: open reports, gathered by entry, those by depicted people first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

from django.db.models import QuerySet

from campaigns.enums import ReportReason
from campaigns.models import Campaign, Entry, EntryReport

ANSWER_WITHIN = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class ReportedEntry:
    """One entry with its open reports, the oldest first."""

    entry: Entry
    reports: list[EntryReport]

    @property
    def first_at(self) -> datetime:
        """When somebody reported it first."""
        return self.reports[0].created_at

    @property
    def last_at(self) -> datetime:
        """When somebody reported it last."""
        return self.reports[-1].created_at

    @property
    def is_by_depicted(self) -> bool:
        """Somebody is to be recognised and does not want to be."""
        return any(report.reason == ReportReason.PERSON for report in self.reports)

    @property
    def reasons(self) -> list[tuple[str, int]]:
        """Every reason in words with how often it was given, the most frequent first."""
        given = [str(report.get_reason_display()) for report in self.reports]
        return sorted({(reason, given.count(reason)) for reason in given}, key=lambda pair: (-pair[1], pair[0]))

    def is_late(self, now: datetime) -> bool:
        """Nobody has answered in time."""
        return now - self.first_at > ANSWER_WITHIN


def open_reports(campaign: Campaign | None = None) -> QuerySet[EntryReport]:
    """What visitors reported and nobody has dealt with, the oldest first."""
    reports = EntryReport.objects.filter(closed_at=None).select_related("entry__campaign", "entry__municipality")
    if campaign is not None:
        reports = reports.filter(entry__campaign=campaign)
    return reports.order_by("created_at", "pk")


def reported_entries(campaign: Campaign | None = None) -> list[ReportedEntry]:
    """The open reports by entry: those of depicted people first, then the longest waiting. One query."""
    reports = sorted(open_reports(campaign), key=lambda report: report.entry_id)
    gathered = [
        ReportedEntry(found[0].entry, found)
        for found in (list(group) for _key, group in groupby(reports, key=lambda report: report.entry_id))
    ]
    return sorted(gathered, key=lambda reported: (not reported.is_by_depicted, reported.first_at))
