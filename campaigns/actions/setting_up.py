"""A campaign's beginnings and its changes: default consents, new versions of them, rules that change in public."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from campaigns.actions.keys import vote_secret
from campaigns.domain.reasons import Reason
from campaigns.enums import ConsentKind, Phase
from campaigns.models import Campaign, CampaignNotice, ConsentText
from campaigns.queries import current_consent_texts
from campaigns.queries.office import eligible_towns, towns_with_entries
from campaigns.refusals import refused
from cms.accounts.models import User
from cms.core import audit
from cms.places.models import Municipality

# What may no longer change from a phase on: who has already acted relied on it.
FIXED_FROM_SUBMISSION = frozenset({"submission_opens", "slug", "size_bounds"})
FIXED_FROM_VOTING = FIXED_FROM_SUBMISSION | {
    "submission_closes",
    "voting_opens",
    "votes_per_voter",
    "votes_per_town",
    "max_population",
    "towns",
    "minimum_age",
}
FIXED_AFTER_VOTING = FIXED_FROM_VOTING | {"voting_closes"}


def default_consents() -> dict[ConsentKind, str]:
    """The words a new campaign starts with."""
    return {
        ConsentKind.CONTEST: _(
            "Das Foto darf mit Titel, Text und meinem Namen auf dieser Plattform und in Berichten über die Kampagne "
            "gezeigt werden. Ohne diese Einwilligung ist keine Teilnahme möglich."
        ),
        ConsentKind.MUNICIPALITY: _(
            "Die Kommune, in der das Foto entstand, darf es für Website, Aushang und Druck verwenden, immer mit "
            "meinem Namen. Ohne diese Einwilligung ist keine Teilnahme möglich."
        ),
        ConsentKind.OPEN_LICENCE: _(
            "Freiwillig: Das Foto darf unter der Lizenz Creative Commons Namensnennung 4.0 (CC BY 4.0) von allen "
            "verwendet werden, zum Beispiel von Reiseportalen."
        ),
    }


@transaction.atomic
def set_up_campaign(*, campaign: Campaign, now: datetime) -> None:
    """Give a campaign what it needs before the first entry: its secret and the consents it lacks. May be repeated."""
    vote_secret(campaign, now)
    missing = default_consents().keys() - current_consent_texts(campaign).keys()
    ConsentText.objects.bulk_create(
        [ConsentText(campaign=campaign, kind=kind, text=default_consents()[kind]) for kind in sorted(missing)],
        ignore_conflicts=True,
    )


@transaction.atomic
def add_consent_text(*, campaign: Campaign, kind: ConsentKind, text: str, by: User, now: datetime) -> ConsentText:
    """A new version of a consent; those who agreed to an older one agreed to those words and no others."""
    newest = campaign.consent_texts.filter(kind=kind).aggregate(newest=Max("version"))["newest"] or 0
    added = ConsentText.objects.create(campaign=campaign, kind=kind, version=newest + 1, text=text.strip())
    audit.record(
        action="campaigns.consent_text.added",
        target=campaign,
        actor=by,
        changes={f"consent_{kind.value}": (newest or None, newest + 1)},
        now=now,
    )
    return added


@transaction.atomic
def change_campaign(
    *, campaign: Campaign, values: Mapping[str, Any], by: User, now: datetime, note: str = ""
) -> Campaign:
    """Change settings of a stored campaign. Once it has opened, a change needs a note that is shown publicly.

    `values` maps field names to new values, already checked by a form (`full_clean` is asked again).
    """
    stored = Campaign.objects.select_for_update().get(pk=campaign.pk)
    plain = {name: value for name, value in values.items() if name != "towns"}
    changes = {name: (getattr(stored, name), value) for name, value in plain.items() if getattr(stored, name) != value}
    towns = _changed_towns(stored, values.get("towns"))
    if towns is not None:
        changes["towns"] = towns
    phase = stored.phase(now)
    if changes.keys() & _fixed(phase):
        raise refused(Reason.RULE_FIXED)
    if changes and phase != Phase.ANNOUNCED and not note.strip():
        raise refused(Reason.NOTE_MISSING)
    for name in plain.keys() & changes.keys():
        setattr(stored, name, changes[name][1])
    stored.full_clean()
    if changes:
        stored.save(update_fields=[name for name in changes if name != "towns"])
        if towns is not None:
            stored.towns.set(values["towns"])
        if changes.keys() & {"towns", "max_population"}:
            _refuse_towns_left_out(stored)
        _tell(stored, changes, phase, by=by, note=note, now=now)
    return stored


def _changed_towns(stored: Campaign, wanted: Iterable[Municipality] | None) -> tuple[str, str] | None:
    """The list of towns before and after, by their keys; None when it stays."""
    if wanted is None:
        return None
    before = ", ".join(sorted(stored.towns.values_list("pk", flat=True)))
    after = ", ".join(sorted(town.pk for town in wanted))
    return (before, after) if before != after else None


def _refuse_towns_left_out(stored: Campaign) -> None:
    """A town whose photos take part already cannot be left out."""
    present = list(towns_with_entries(stored))
    staying = {town.pk for town in eligible_towns(stored, present)}
    left_out = [town.name for town in present if town.pk not in staying and town.is_active]
    if left_out:
        raise refused(Reason.TOWN_HAS_ENTRIES, towns=", ".join(left_out[:5]))


def _tell(
    stored: Campaign, changes: Mapping[str, tuple[Any, Any]], phase: Phase, *, by: User, note: str, now: datetime
) -> None:
    """Write the change down; once the campaign has opened, in public."""
    audit.record(action="campaigns.campaign.changed", target=stored, actor=by, changes=changes, reason=note, now=now)
    if phase != Phase.ANNOUNCED:
        shown = {name: [str(old), str(new)] for name, (old, new) in changes.items()}
        CampaignNotice.objects.create(campaign=stored, changed_at=now, note=note.strip(), changes=shown)


def _fixed(phase: Phase) -> frozenset[str]:
    if phase == Phase.ANNOUNCED:
        return frozenset()
    if phase == Phase.SUBMISSION:
        return FIXED_FROM_SUBMISSION
    if phase in {Phase.CHECKING, Phase.VOTING}:
        return FIXED_FROM_VOTING if phase == Phase.VOTING else FIXED_FROM_SUBMISSION
    return FIXED_AFTER_VOTING
