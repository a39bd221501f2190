"""What crosses the bridge: photos without votes one way, the jury's prizes the other. Each step is one transaction."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from campaigns import actions as campaign_actions
from campaigns.models import Campaign, Entry, Finale
from cms.accounts.models import User
from cms.core.refusals import Refused
from cms.core.storages import private_storage
from competitions import actions as jury_actions
from competitions.models import Candidate, Stage
from competitions.queries import winners

PHOTO_WIDTH = 1600


def default_criteria() -> tuple[tuple[str, str, str, int], ...]:
    """Key, name, guidance and weight of what the jury scores, unless the office changes it."""
    return (
        ("motiv", _("Motiv"), _("Wie stark ist das Bild: Aufbau, Licht, Augenblick?"), 40),
        ("geschichte", _("Geschichte"), _("Wie gut wird erzählt, warum dieser Blick etwas bedeutet?"), 30),
        ("ort", _("Ort"), _("Wie sehr macht das Foto Lust, diese Innenstadt zu besuchen?"), 30),
    )


def suggested_dates(campaign: Campaign, now: datetime) -> jury_actions.FinalDates:
    """The jury begins now and ends a day before the announced result, but has at least a week."""
    begins = max(now, campaign.voting_closes)
    ends = max(campaign.results_at - timedelta(days=1), begins + timedelta(days=7))
    return jury_actions.FinalDates(campaign.submission_opens, campaign.voting_closes, begins, ends)


@transaction.atomic
def open_final_for(
    *, campaign: Campaign, contact_email: str, jury_closes_at: datetime, blind: bool, by: User, now: datetime
) -> Stage:
    """A jury's stage for this campaign in one step, with sensible criteria and one prize; nobody is invited yet."""
    dates = suggested_dates(campaign, now)
    if jury_closes_at <= dates.jury_opens_at:
        message = _("Das Ende der Bewertung muss in der Zukunft liegen.")
        raise Refused("jury_dates", message, field="jury_closes_at")
    return jury_actions.open_final(
        title=_("Jury: %(campaign)s") % {"campaign": campaign.title},
        contact_email=contact_email,
        size_bounds=campaign.size_bounds,
        dates=jury_actions.FinalDates(dates.opens_at, dates.closes_at, dates.jury_opens_at, jury_closes_at),
        criteria=default_criteria(),
        award=_("Preis der Jury"),
        blind=blind,
        by=by,
        now=now,
    )


@transaction.atomic
def hand_over(*, campaign: Campaign, stage: Stage, by: User, now: datetime) -> list[Candidate]:
    """Give the frozen shortlist to a jury's stage, once. Who left since stays behind; no vote crosses."""
    name = f"{stage.competition.slug}/{stage.number}"
    handed = campaign_actions.hand_over_finalists(campaign=campaign, stage=name, by=by, now=now)
    finalists = [_seen_by_jury(one.entry, blind=stage.blind) for one in handed if one.entry.is_public]
    return jury_actions.admit_finalists(stage=stage, finalists=finalists, by=by, now=now)


@transaction.atomic
def hand_over_to_new(
    *, campaign: Campaign, contact_email: str, jury_closes_at: datetime, blind: bool, by: User, now: datetime
) -> Stage:
    """Make a jury and give it the shortlist; if somebody was faster, neither is there."""
    Campaign.objects.select_for_update().get(pk=campaign.pk)  # two at once would choose the same number for their jury
    stage = open_final_for(
        campaign=campaign, contact_email=contact_email, jury_closes_at=jury_closes_at, blind=blind, by=by, now=now
    )
    hand_over(campaign=campaign, stage=stage, by=by, now=now)
    return stage


def stage_of(finale: Finale) -> Stage | None:
    """The jury's stage that has the shortlist."""
    slug, _slash, number = finale.stage.rpartition("/")
    if not slug:
        return None
    return Stage.objects.select_related("competition").filter(competition__slug=slug, number=number).first()


@transaction.atomic
def take_over(*, campaign: Campaign, by: User, now: datetime) -> Finale:
    """Bring the jury's final decision back to the campaign, to be published together with the votes."""
    finale = Finale.objects.filter(campaign=campaign).first()
    stage = stage_of(finale) if finale else None
    if stage is None or stage.committed_at is None:
        raise Refused("jury_deliberates", _("Die Jury hat noch nicht endgültig entschieden."))
    prizes = [
        campaign_actions.JuryPrize(
            code=decision.candidate.origin,
            place=decision.place,
            award=decision.award.title if decision.award else "",
            reason=decision.reason,
        )
        for decision in winners(stage)
        if decision.candidate.origin
    ]
    return campaign_actions.take_over_verdict(
        campaign=campaign, prizes=prizes, decided_at=stage.committed_at, by=by, now=now
    )


def _seen_by_jury(entry: Entry, *, blind: bool) -> jury_actions.Finalist:
    """Photo, place and story; the author's name only if the jury does not judge blind."""
    with private_storage.open(entry.private_rendition(PHOTO_WIDTH, "jpg"), "rb") as file:
        photo = file.read()
    return jury_actions.Finalist(
        origin=entry.code,
        title=entry.title,
        municipality=entry.municipality,
        size_class=entry.size_class,
        content=[{"title": _("Der Blick"), "items": _items(entry, blind=blind)}],
        photo=photo,
        size=entry.rendition_dimensions(PHOTO_WIDTH),
        description=entry.description,
    )


def _items(entry: Entry, *, blind: bool) -> list[dict[str, Any]]:
    told = [
        ("warum", _("Warum ist das der schönste Blick?"), "long_text", entry.reason),
        ("wo", _("Wo genau?"), "short_text", entry.place),
        ("ort", _("Ort"), "short_text", entry.municipality.label if entry.municipality else ""),
        ("von", _("Foto"), "short_text", "" if blind else entry.credit),
    ]
    return [{"key": key, "label": label, "kind": kind, "value": value} for key, label, kind, value in told if value]
