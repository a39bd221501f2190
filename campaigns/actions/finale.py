"""The jury final, as the campaign sees it: freeze the shortlist, hand it over once, take the verdict over."""

from __future__ import annotations

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from campaigns.actions.counting import refuse_counting
from campaigns.domain.reasons import Reason
from campaigns.models import Campaign, Entry, Finale, Finalist
from campaigns.queries.finale import finalists, shortlisted_now
from campaigns.refusals import refused
from cms.accounts.models import User
from cms.core import audit


@dataclass(frozen=True, slots=True)
class JuryPrize:
    """What the jury gave to the entry `code`; place or award, and why."""

    code: str
    place: int | None
    award: str
    reason: str


@transaction.atomic
def freeze_shortlist(*, campaign: Campaign, by: User, now: datetime) -> Finale:
    """Freeze who goes to the jury: the first by votes, ties at the cut included, in an order drawn by lot.

    Only after voting, when every doubtful ballot is decided; and once.
    """
    locked = Campaign.objects.select_for_update().get(pk=campaign.pk)
    if not locked.has_jury_final:
        raise refused(Reason.NO_JURY_FINAL)
    refuse_counting(locked, now)
    if Finale.objects.filter(campaign=locked).exists():
        raise refused(Reason.SHORTLIST_FROZEN)
    codes = [line.code for line in shortlisted_now(locked)]
    if not codes:
        raise refused(Reason.SHORTLIST_EMPTY)
    finale = Finale.objects.create(campaign=locked, frozen_at=now, frozen_by=by)
    entries = list(Entry.objects.filter(campaign=locked, code__in=codes).order_by("code"))
    secrets.SystemRandom().shuffle(entries)
    Finalist.objects.bulk_create(
        Finalist(finale=finale, entry=entry, number=number) for number, entry in enumerate(entries, start=1)
    )
    audit.record(
        action="campaigns.finale.frozen", target=locked, actor=by, changes={"entries": (None, len(entries))}, now=now
    )
    return finale


@transaction.atomic
def hand_over_finalists(*, campaign: Campaign, stage: str, by: User, now: datetime) -> list[Finalist]:
    """Mark the shortlist as handed over to a jury's stage („slug/number“) and return who is on it. Works once."""
    finale = Finale.objects.filter(campaign=campaign).first()
    if finale is None:
        raise refused(Reason.SHORTLIST_MISSING)
    changed = Finale.objects.filter(pk=finale.pk, handed_over_at=None).update(handed_over_at=now, stage=stage)
    if not changed:
        raise refused(Reason.SOMEBODY_FASTER)
    audit.record(
        action="campaigns.finale.handed_over", target=campaign, actor=by, changes={"stage": (None, stage)}, now=now
    )
    return list(finalists(finale))


@transaction.atomic
def take_over_verdict(
    *, campaign: Campaign, prizes: Collection[JuryPrize], decided_at: datetime, by: User, now: datetime
) -> Finale:
    """Store what the jury decided; again if it decided anew, until the result is published."""
    locked = Campaign.objects.select_for_update().get(pk=campaign.pk)
    if locked.results_published_at is not None:
        raise refused(Reason.ALREADY_PUBLISHED)
    finale = Finale.objects.filter(campaign=locked, handed_over_at__isnull=False).first()
    if finale is None:
        raise refused(Reason.SHORTLIST_MISSING)
    Finalist.objects.filter(finale=finale).update(place=None, award="", reason="")
    for prize in prizes:
        Finalist.objects.filter(finale=finale, entry__code=prize.code).update(
            place=prize.place, award=prize.award, reason=prize.reason
        )
    finale.decided_at = decided_at
    finale.save(update_fields=["decided_at"])
    changes = {"prizes": (None, len(prizes)), "decided_at": (None, decided_at)}
    audit.record(action="campaigns.finale.taken_over", target=locked, actor=by, changes=changes, now=now)
    return finale
