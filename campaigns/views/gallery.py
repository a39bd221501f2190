"""What everybody may see: the gallery and one entry. No view here knows how many votes anything has."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_http_methods, require_safe
from django.views.decorators.vary import vary_on_cookie

from campaigns import actions
from campaigns.enums import ReportReason
from campaigns.forms import ReportForm
from campaigns.models import Campaign, Entry
from campaigns.queries import (
    PAGE_SIZE,
    GalleryPage,
    gallery_page,
    neighbours,
    public_entry,
)
from campaigns.views import remembering
from campaigns.views.ballot_paper import paper_of
from campaigns.views.filtering import chips_of, filters_from, query_of, said
from campaigns.views.sharing import share_of
from campaigns.views.visiting import accepted, of_campaign, outlook, posted, shown
from cms.core import clock
from cms.core.altcha import spend_or_prove


def _page_number(query: QueryDict) -> int:
    text = query.get("seite", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 1


@require_safe
@of_campaign
@vary_on_cookie
@cache_control(private=True, no_cache=True)
def gallery(request: HttpRequest, campaign: Campaign) -> HttpResponse:
    """All public photos in the visitor's own order, with the ballot paper beside them while voting runs."""
    filters, seed = filters_from(request.GET), remembering.seed_of(request)
    found = gallery_page(campaign=campaign, filters=filters, seed=seed, page=_page_number(request.GET))
    now = clock.now()
    pages = Paginator(range(found.total), PAGE_SIZE)
    context = {
        "campaign": campaign,
        "found": found,
        "facets": found.facets,
        "filters": filters,
        "query": query_of(filters),
        "chips": chips_of(campaign, filters, found.facets, counted=not found.total),
        "page": pages.page(found.number),
        "numbers": pages.get_elided_page_range(found.number),
        "paper": paper_of(request, campaign, now),
        "outlook": outlook(campaign, now),
        "heading": _heading(found),
        "said": said(found.total, found.facets.total),
    }
    response = render(request, "campaigns/gallery.html", context)
    remembering.keep_seed(response, seed)
    return response


def _heading(found: GalleryPage) -> str:
    if not found.total:
        return _("Noch kein Blick") if not found.facets.total else _("Kein Blick")
    return ngettext("Ein Blick", "%(n)s Blicke", found.total) % {"n": found.total}


@require_safe
@of_campaign
@vary_on_cookie
@cache_control(private=True, no_cache=True)
def entry(request: HttpRequest, campaign: Campaign, code: str) -> HttpResponse:
    """One photo with its story, and the ways to the next ones in the visitor's own order."""
    found = public_entry(campaign, code)
    if found.code != code:
        return redirect(found.get_absolute_url())
    seed, now = remembering.seed_of(request), clock.now()
    before, after = neighbours(found, seed)
    context = {
        "campaign": campaign,
        "entry": found,
        "before": before,
        "after": after,
        "share": share_of(found),
        "town_url": campaign.town_url(
            found.municipality_id or "", found.municipality.name if found.municipality else ""
        ),
        "paper": paper_of(request, campaign, now),
        "outlook": outlook(campaign, now),
        **_licence(found),
    }
    response = render(request, "campaigns/entry.html", context)
    remembering.keep_seed(response, seed)
    return response


def _town_url(found: Entry) -> str:
    """The page of the entry's town; every public entry has one."""
    town = found.municipality
    return found.campaign.town_url(town.pk, town.name) if town else found.campaign.get_absolute_url()


def _licence(found: Entry) -> dict[str, Any]:
    return {"is_open_licence": found.consents.filter(revoked_at=None, text__kind="open_licence").exists()}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@of_campaign
def report(request: HttpRequest, campaign: Campaign, code: str) -> HttpResponse:
    """„Beitrag melden“: goes to the moderators, hides nothing by itself."""
    found = public_entry(campaign, code)
    form = ReportForm(posted(request))
    if form.is_valid() and accepted(form, lambda: _report(request, found, form)):
        return redirect("campaigns:reported", campaign.slug, found.code)
    return shown(request, "campaigns/report.html", {"campaign": campaign, "entry": found, "form": form})


def _report(request: HttpRequest, found: Entry, form: ReportForm) -> None:
    spend_or_prove("report", request=request)
    words = {**form.cleaned_data, "reason": ReportReason(form.cleaned_data["reason"])}
    actions.report_entry(entry=found, now=timezone.now(), **words)


@require_safe
@of_campaign
def reported(request: HttpRequest, campaign: Campaign, code: str) -> HttpResponse:
    """Thanks; reloading sends nothing."""
    return render(request, "campaigns/reported.html", {"campaign": campaign, "entry": public_entry(campaign, code)})
