"""The ballot paper as pages show it: what is chosen, what is free."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest

from campaigns.enums import Phase
from campaigns.models import Campaign, Entry
from campaigns.queries import visible_entries
from campaigns.views import remembering


@dataclass(frozen=True, slots=True)
class Paper:
    """A visitor's ballot paper while voting runs: entries in the order in which they were chosen."""

    chosen: list[Entry]
    limit: int

    @property
    def codes(self) -> list[str]:
        """The codes of the chosen entries."""
        return [entry.code for entry in self.chosen]

    @property
    def free(self) -> range:
        """The numbers of the places that are still free."""
        return range(len(self.chosen) + 1, self.limit + 1)


def paper_of(request: HttpRequest, campaign: Campaign, now: datetime) -> Paper | None:
    """The visitor's ballot paper, None outside the voting. What is no longer public has left it."""
    if campaign.phase(now) != Phase.VOTING:
        return None
    return Paper(entries_of(campaign, remembering.choice_of(request, campaign)), campaign.votes_per_voter)


def entries_of(campaign: Campaign, codes: list[str]) -> list[Entry]:
    """The public entries with these codes, in this order."""
    if not codes:
        return []
    found = {entry.code: entry for entry in visible_entries(campaign).filter(code__in=codes)}
    for entry in found.values():
        entry.campaign = campaign
    return [found[code] for code in codes if code in found]
