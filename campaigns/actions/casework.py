"""Doubtful ballots as cases: gathered by a clock, decided by two people for all ballots of a case at once."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q
from django.db.models.functions import Greatest, Least

from campaigns.domain.cases import Pattern, Seen, naming_doubt, patterns_in
from campaigns.domain.doubts import WINDOW
from campaigns.domain.reasons import Reason
from campaigns.enums import Doubt
from campaigns.models import Ballot, BallotCase, Campaign, SetAside
from campaigns.refusals import refused
from cms.accounts.models import User
from cms.core import audit

# A pattern is looked for in what was cast since the last look and the window before it.
LOOK_AGAIN = timedelta(days=3)


def gather_cases(*, campaign: Campaign, now: datetime, since: datetime | None = None) -> int:
    """Set aside what belongs to a pattern seen later, and put all loose set-aside ballots into cases; return how many.

    Meant to run every few minutes; a second run changes nothing. Voters notice nothing. Nothing happens after the
    result is published. `since`: how far to look back, LOOK_AGAIN unless told otherwise.
    """
    begin = now - LOOK_AGAIN if since is None else since
    cast = Ballot.objects.filter(campaign=campaign, cast_at__gt=begin - WINDOW).exclude(network="")
    rows = cast.order_by("cast_at").values_list("pk", "cast_at", "network")
    patterns = patterns_in(Seen(*row) for row in rows.iterator(chunk_size=5000))
    with transaction.atomic():
        locked = Campaign.objects.select_for_update().get(pk=campaign.pk)
        if locked.results_published_at is not None:
            return 0
        for pattern in patterns:
            _set_aside(pattern, now)
        return _put_into_cases(locked, now)


def _set_aside(pattern: Pattern, now: datetime) -> None:
    """Set aside the ballots of a pattern that nobody has looked at yet."""
    SetAside.objects.bulk_create(
        [SetAside(ballot_id=pk, doubts=[pattern.kind.value], created_at=now) for pk in pattern.ballots],
        ignore_conflicts=True,
    )


def _put_into_cases(campaign: Campaign, now: datetime) -> int:
    loose = SetAside.objects.filter(ballot__campaign=campaign, case=None, proposed_by=None).select_related("ballot")
    groups: dict[tuple[Doubt, str], list[SetAside]] = defaultdict(list)
    for one in loose:
        kind = naming_doubt([Doubt(doubt) for doubt in one.doubts])
        groups[kind, "" if kind == Doubt.DISPOSABLE else one.ballot.network].append(one)
    for (kind, network), members in groups.items():
        case = _open_case(campaign, kind, network, members, now)
        SetAside.objects.filter(pk__in=[one.pk for one in members], case=None).update(case=case)
    return sum(map(len, groups.values()))


def _open_case(campaign: Campaign, kind: Doubt, network: str, members: list[SetAside], now: datetime) -> BallotCase:
    """A case about which nobody has said anything yet grows; otherwise a new one begins."""
    times = [one.ballot.cast_at for one in members]
    first, last = min(times), max(times)
    same = BallotCase.objects.filter(campaign=campaign, kind=kind, network=network, proposed_by=None)
    near = same.filter(ends_at__gt=first - WINDOW, begins_at__lt=last + WINDOW).first()
    if near is not None and BallotCase.objects.filter(pk=near.pk, proposed_by=None).update(
        begins_at=Least(F("begins_at"), first), ends_at=Greatest(F("ends_at"), last)
    ):
        return near
    case = BallotCase.objects.create(
        campaign=campaign, kind=kind, network=network, begins_at=first, ends_at=last, created_at=now
    )
    audit.record(action="campaigns.ballot_case.gathered", target=case, now=now)
    return case


def _given(reason: str) -> str:
    if not reason.strip():
        raise refused(Reason.REASON_MISSING)
    return reason.strip()


def _refuse_after_publication(case: BallotCase) -> None:
    """Wait for a count that is under way, then say no if it was quicker."""
    if Campaign.objects.select_for_update().get(pk=case.campaign_id).results_published_at is not None:
        raise refused(Reason.ALREADY_PUBLISHED)


@transaction.atomic
def propose_on_case(
    *, case: BallotCase, exclude: bool, reason: str, by: User, now: datetime, ballots: int | None = None
) -> BallotCase:
    """The first person's proposal for every ballot of the case about which nobody has said anything yet.

    `ballots`: how many the case had when it was looked at; refused when it has grown since.
    """
    given = _given(reason)
    _refuse_after_publication(case)
    proposal = {
        "proposes_exclusion": exclude,
        "proposed_by": by,
        "proposed_at": now,
        "proposal_reason": given,
    }
    if not BallotCase.objects.filter(pk=case.pk, proposed_by=None, is_excluded=None).update(**proposal):
        raise refused(Reason.SOMEBODY_FASTER)
    if ballots is not None and SetAside.objects.filter(case=case).count() != ballots:
        raise refused(Reason.SOMEBODY_FASTER)
    SetAside.objects.filter(case=case, proposed_by=None, is_excluded=None).update(**proposal)
    audit.record(action="campaigns.ballot_case.proposed", target=case, actor=by, reason=given, now=now)
    case.refresh_from_db()
    return case


@transaction.atomic
def decide_on_case(*, case: BallotCase, exclude: bool, reason: str, by: User, now: datetime) -> BallotCase:
    """The second person's decision, for all undecided ballots of the case in one step.

    Ballots that this person has proposed on singly stay open: they need somebody else.
    """
    given = _given(reason)
    _refuse_after_publication(case)
    if BallotCase.objects.filter(pk=case.pk, proposed_by=by).exists():
        raise refused(Reason.SAME_PERSON)
    decision = {"is_excluded": exclude, "decided_by": by, "decided_at": now, "decision_reason": given}
    if not BallotCase.objects.filter(pk=case.pk, is_excluded=None, proposed_by__isnull=False).update(**decision):
        raise refused(Reason.SOMEBODY_FASTER)
    ballots = SetAside.objects.filter(~Q(proposed_by=by), case=case, is_excluded=None, proposed_by__isnull=False)
    changes = {"is_excluded": (None, exclude), "ballots": (None, ballots.update(**decision))}
    audit.record(action="campaigns.ballot_case.decided", target=case, actor=by, changes=changes, reason=given, now=now)
    case.refresh_from_db()
    return case
