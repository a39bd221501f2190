"""What leads others to a photo: its pictures to share and its short address. Nothing here speaks to anybody else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from campaigns.exports import open_card
from campaigns.models import Campaign, Entry
from campaigns.queries import public_entry, public_entry_anywhere
from campaigns.sharing import SHAPES
from campaigns.views.visiting import address, of_campaign
from cms.core.files import seal
from cms.places.models import Municipality

# In the order of the page; „quer“ is only for previews of links.
_OFFERED: Final = {
    "hoch": gettext_lazy("Hochformat für einen Beitrag"),
    "quadrat": gettext_lazy("Quadrat"),
    "story": gettext_lazy("Für Storys und Status"),
}
PREVIEW: Final = "quer"


@dataclass(frozen=True, slots=True)
class Offer:
    """A picture that can be loaded."""

    url: str
    label: str
    size: str
    filename: str


@dataclass(frozen=True, slots=True)
class Share:
    """What a page offers for sharing: its own address, words, pictures; and what other sites show beside a link."""

    url: str
    title: str
    text: str
    words: str
    offers: list[Offer]
    preview_url: str
    preview_alt: str

    @property
    def preview_size(self) -> tuple[int, int]:
        """Width and height of the preview in pixels."""
        return SHAPES[PREVIEW]


def share_of(entry: Entry) -> Share:
    """Everything to share a public entry. The words carry the campaign's hashtag and no number of votes."""
    campaign, url = entry.campaign, f"{settings.BASE_URL}{entry.get_absolute_url()}"
    town = entry.municipality.label if entry.municipality else ""
    text = _("„%(title)s“ in %(town)s. %(campaign)s") % {"title": entry.title, "town": town, "campaign": campaign.title}
    offers = [
        Offer(
            address("card", campaign, entry.code, shape),
            str(label),
            f"{SHAPES[shape].width} × {SHAPES[shape].height}",
            f"{entry.code}-{shape}.jpg",
        )
        for shape, label in _OFFERED.items()
    ]
    preview = f"{settings.BASE_URL}{address('card', campaign, entry.code, PREVIEW)}"
    return Share(url, entry.title, text, f"{text}{_hashtag(campaign)} {url}", offers, preview, entry.description)


def share_of_town(campaign: Campaign, town: Municipality) -> Share:
    """Words and address of a town's page."""
    url = f"{settings.BASE_URL}{campaign.town_url(town.pk, town.name)}"
    text = _("Die schönsten Blicke auf %(town)s. %(campaign)s") % {"town": town.label, "campaign": campaign.title}
    return Share(url, town.label, text, f"{text}{_hashtag(campaign)} {url}", [], "", "")


def _hashtag(campaign: Campaign) -> str:
    return f" #{campaign.hashtag.lstrip('#')}" if campaign.hashtag else ""


@require_safe
@of_campaign
@cache_control(public=True, no_cache=True)
def card(request: HttpRequest, campaign: Campaign, code: str, shape: str) -> HttpResponseBase:
    """A picture to share; gone in the moment in which its entry is."""
    if shape not in SHAPES:
        raise Http404
    try:
        file = open_card(public_entry(campaign, code), shape)
    except FileNotFoundError as gone:
        raise Http404 from gone
    response = FileResponse(file, content_type="image/jpeg")
    seal(response, "image/jpeg")
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


@require_safe
def short(request: HttpRequest, code: str) -> HttpResponse:
    """The address on a picture leads to the entry's page."""
    return redirect(public_entry_anywhere(code).get_absolute_url())
