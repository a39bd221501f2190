"""What a town's page calls for in each phase: a sentence, and where the arm of the finger-post leads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from campaigns.enums import Phase
from campaigns.models import Campaign
from campaigns.views.visiting import Outlook, address, outlook
from cms.places.models import Municipality


@dataclass(frozen=True, slots=True)
class Call:
    """The sentence in large letters, the one below it, and the arm (none when `url` is empty)."""

    heading: str
    text: str
    url: str
    label: str


def call_of(campaign: Campaign, town: Municipality, photos: int, now: datetime) -> Call:
    """What can be done for this town now; a town without photos is invited, never pitied."""
    ahead, name = outlook(campaign, now), {"town": town.label}
    phase = campaign.phase(now)
    if phase == Phase.VOTING and photos:
        return Call(_("Stimmen Sie für %(town)s ab.") % name, ahead.text, "#fotos", _("Fotos ansehen und wählen"))
    if phase == Phase.RESULTS:
        return Call(_("Die schönsten Blicke auf %(town)s.") % name, ahead.text, ahead.url, ahead.label)
    if phase in {Phase.ANNOUNCED, Phase.SUBMISSION}:
        return _invitation(campaign, ahead, photos, name)
    if photos:
        return Call(_("Die schönsten Blicke auf %(town)s.") % name, ahead.text, "#fotos", _("Fotos ansehen"))
    absent = _("Aus %(town)s ist diesmal kein Foto dabei.") % name
    return Call(absent, ahead.text, address("gallery", campaign), _("Fotos der anderen Orte ansehen"))


def _invitation(campaign: Campaign, ahead: Outlook, photos: int, name: dict[str, str]) -> Call:
    """Before the voting: photos are wanted."""
    heading = _("Zeigen Sie Ihren schönsten Blick auf %(town)s.") % name
    if photos or campaign.submission_opens == ahead.until:
        return Call(heading, ahead.text, ahead.url, ahead.label)
    text = _("Noch gibt es kein Foto aus %(town)s. Ihres kann das erste sein.") % name
    return Call(heading, f"{text} {ahead.text}", ahead.url, ahead.label)
