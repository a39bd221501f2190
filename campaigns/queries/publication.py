"""On the way to a published result: what is still to do, who looked at it before, does the shortlist still hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from campaigns.enums import EntryState
from campaigns.models import Campaign, Finalist, SetAside
from campaigns.queries.finale import finale_of, shortlisted_now
from cms.core.models import AuditEvent
from cms.core.templatetags.stadtblick import moment


@dataclass(frozen=True, slots=True)
class StepToPublication:
    """One condition. `page` names the admin page where it can be met, empty when only time helps."""

    label: str
    is_done: bool
    page: str = ""


def steps_to_publication(campaign: Campaign, now: datetime) -> list[StepToPublication]:
    """Everything that must be done before the result can be published, in its order."""
    undecided = SetAside.objects.filter(ballot__campaign=campaign, is_excluded=None).count()
    doubtful = _("Über zurückgestellte Stimmzettel ist entschieden (offen: %(number)d)") % {"number": undecided}
    steps = [
        StepToPublication(
            _("Die Abstimmung ist zu Ende (%(moment)s)") % {"moment": moment(campaign.voting_closes)},
            campaign.voting_closes <= now,
        ),
        StepToPublication(doubtful, not undecided, "campaigns_ballots"),
    ]
    if campaign.has_jury_final:
        finale = finale_of(campaign)
        decided = finale is not None and finale.decided_at is not None
        steps.append(StepToPublication(_("Die Entscheidung der Jury ist übernommen"), decided, "campaign_finale"))
    announced = _("Der angekündigte Zeitpunkt ist erreicht (%(moment)s)") % {"moment": moment(campaign.results_at)}
    return [*steps, StepToPublication(announced, campaign.results_at <= now)]


def looks_at_result(campaign: Campaign) -> QuerySet[AuditEvent]:
    """Who looked at the result before it was published."""
    kind = ContentType.objects.get_for_model(Campaign)
    looks = AuditEvent.objects.filter(target_type=kind, target_id=str(campaign.pk), action="campaigns.result.previewed")
    return looks.select_related("actor").order_by("-happened_at", "-pk")


def shortlist_differs(campaign: Campaign) -> bool:
    """Would the shortlist be another one today, because ballots were decided or entries left since it was frozen?"""
    frozen = Finalist.objects.filter(finale__campaign=campaign)
    codes = set(frozen.filter(entry__state=EntryState.APPROVED).values_list("entry__code", flat=True))
    return bool(frozen) and codes != {line.code for line in shortlisted_now(campaign)}
