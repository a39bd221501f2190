"""The office looks at a campaign's public pages as of another day; the middleware refuses whatever would write."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from campaigns.enums import Phase
from campaigns.forms.looking_ahead import PreviewForm
from campaigns.models import Campaign
from campaigns.views.visiting import address
from cms.accounts import previewing
from cms.accounts.access import staff_role_required
from cms.accounts.enums import Role

office = staff_role_required(Role.OFFICE)

PAGES = {
    "seite": ("", gettext_lazy("Kampagnenseite")),
    "mitmachen": ("submit", gettext_lazy("Foto einreichen")),
    "galerie": ("gallery", gettext_lazy("Galerie")),
    "stimmzettel": ("ballot", gettext_lazy("Stimmzettel")),
    "ergebnis": ("result", gettext_lazy("Ergebnis")),
}
_HOUR = timedelta(hours=1)


# Which pages tell a phase apart; the campaign's own page does in every one.
TELLING = {
    Phase.ANNOUNCED: ("seite", "mitmachen"),
    Phase.SUBMISSION: ("seite", "mitmachen"),
    Phase.CHECKING: ("seite", "galerie", "mitmachen"),
    Phase.VOTING: ("seite", "galerie", "stimmzettel"),
    Phase.COUNTING: ("seite", "stimmzettel", "ergebnis"),
    Phase.RESULTS: ("seite", "ergebnis"),
}


def moments_of(campaign: Campaign) -> dict[Phase, datetime]:
    """For each phase a moment that shows it: an hour after it has begun."""
    return {
        Phase.ANNOUNCED: campaign.submission_opens - timedelta(days=1),
        Phase.SUBMISSION: campaign.submission_opens + _HOUR,
        Phase.CHECKING: campaign.submission_closes + _HOUR,
        Phase.VOTING: campaign.voting_opens + _HOUR,
        Phase.COUNTING: campaign.voting_closes + _HOUR,
        Phase.RESULTS: max(campaign.results_at, campaign.results_published_at or campaign.results_at) + _HOUR,
    }


@office
@require_POST
def begin(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin to look ahead and open the page that was asked for."""
    campaign = get_object_or_404(Campaign, slug=slug)
    form = PreviewForm(request.POST)
    name = PAGES.get(request.POST.get("seite", ""), PAGES["seite"])[0]
    if not form.is_valid():
        messages.error(request, _("Bitte geben Sie Tag und Uhrzeit an, etwa 03.05.2027, 12:00 Uhr."))
        return redirect("campaigns_desk", slug=slug)
    previewing.begin(request, form.cleaned_data["moment"], reverse("campaigns_desk", args=[slug]))
    return redirect(address(name, campaign) if name else campaign.get_absolute_url())


@office
@require_POST
def end(request: HttpRequest) -> HttpResponse:
    """Back to the present, to the desk where it began."""
    back = previewing.end(request)
    messages.success(request, _("Die Vorschau ist beendet. Sie sehen die Website wieder von heute."))
    return redirect(back or "wagtailadmin_home")


def preview_choices(campaign: Campaign) -> dict[str, object]:
    """What the desk offers: a day of one's own, or a phase, and the pages."""
    now = timezone.localtime().replace(second=0, microsecond=0)
    return {
        "preview_form": PreviewForm(initial={"moment": now}),
        "preview_phases": [
            (phase, moment, [(key, PAGES[key][1]) for key in TELLING[phase]])
            for phase, moment in moments_of(campaign).items()
        ],
        "preview_pages": [(key, label) for key, (_name, label) in PAGES.items()],
    }
