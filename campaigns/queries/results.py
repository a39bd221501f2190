"""The count: totals without a join per vote, the lines of the count file, the published result."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Count, Max, Min

from campaigns.domain.codes import read_code
from campaigns.domain.countfile import HEADER, CountLine, read
from campaigns.domain.entries import LEFT
from campaigns.domain.tally import Contender
from campaigns.enums import EntryState, ExclusionReason
from campaigns.models import Ballot, Campaign, Entry, Result, Vote
from cms.core.storages import public_storage
from cms.places.models import Municipality

_REASON_OF_STATE = {
    EntryState.WITHDRAWN: ExclusionReason.ENTRY_WITHDRAWN,
    EntryState.TAKEN_DOWN: ExclusionReason.ENTRY_TAKEN_DOWN,
}
_CHUNK = 5000


def contenders(campaign: Campaign) -> list[Contender]:
    """The ballot paper at the moment of the count: every entry that is approved."""
    entries = Entry.objects.filter(campaign=campaign, state=EntryState.APPROVED)
    towns = Municipality.objects.filter(pk__in=entries.order_by().values("municipality_id"))
    labels = {town.pk: town.label for town in towns.only("name", "has_namesake", "district")}
    return [
        Contender(code=code, title=title, ags=ags or "", town=labels.get(ags, ""), size_class=size_class or 0)
        for code, title, ags, size_class in entries.values_list("code", "title", "municipality_id", "size_class")
    ]


def counted_votes(campaign: Campaign) -> dict[str, int]:
    """Counted votes by entry code.

    All votes in the campaign's range of entries are summed without a join (a join would double the time), entries of
    others in that range are left aside; the few votes of excluded ballots are summed apart and taken off.
    """
    approved = Entry.objects.filter(campaign=campaign, state=EntryState.APPROVED)
    codes = dict(approved.order_by().values_list("pk", "code"))
    if not codes:
        return {}
    votes = Vote.objects.filter(**_bounds(campaign, min(codes), max(codes))).order_by()
    totals = dict(votes.values_list("entry_id").annotate(number=Count("*")))
    excluded = Vote.objects.filter(ballot__set_aside__is_excluded=True, ballot__campaign=campaign).order_by()
    for entry_id, number in excluded.values_list("entry_id").annotate(number=Count("*")):
        if entry_id in totals:
            totals[entry_id] -= number
    return {code: totals[pk] for pk, code in codes.items() if totals.get(pk)}


def _bounds(campaign: Campaign, lowest: int, highest: int) -> dict[str, int]:
    """The range of the campaign's entries, each end only if others lie beyond it: comparing costs a fifth per vote."""
    others = Entry.objects.exclude(campaign=campaign).order_by().aggregate(first=Min("pk"), last=Max("pk"))
    bounds = {}
    if others["first"] is not None and others["first"] < lowest:
        bounds["entry_id__gte"] = lowest
    if others["last"] is not None and others["last"] > highest:
        bounds["entry_id__lte"] = highest
    return bounds


def count_lines(campaign: Campaign) -> Iterator[CountLine]:
    """Every vote as a line of the count file, by receipt and entry: the order tells nothing about the time."""
    votes = Vote.objects.filter(ballot__campaign=campaign).order_by("ballot__receipt", "entry__code")
    columns = votes.values_list("ballot__receipt", "entry__code", "entry__state", "ballot__set_aside__is_excluded")
    for receipt, code, state, is_excluded in columns.iterator(chunk_size=_CHUNK):
        reason = ""
        if state in LEFT:
            reason = _REASON_OF_STATE[EntryState(state)].value
        elif is_excluded:
            reason = ExclusionReason.SET_ASIDE.value
        yield CountLine(receipt=receipt, entry=code, is_counted=not reason, reason=reason)


def published_result(campaign: Campaign) -> Result | None:
    """The result as published, None before."""
    return Result.objects.filter(campaign=campaign).first()


def ballot_by_receipt(campaign: Campaign, typed: str) -> Ballot | None:
    """The ballot of a receipt as somebody types it."""
    return Ballot.objects.filter(campaign=campaign, receipt=read_code(typed)).first()


def published_lines(result: Result, typed: str) -> list[CountLine]:
    """What the published count file says under a receipt as somebody types it; empty when it does not know it."""
    receipt = read_code(typed)
    wanted = (",".join(HEADER), f"{receipt},")
    with public_storage.open(result.count_file, "rb") as file:
        texts = (line.decode() for line in file)
        return [line for line in read(text for text in texts if text.startswith(wanted)) if line.receipt == receipt]
