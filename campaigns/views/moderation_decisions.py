"""„Wer hat was entschieden“: the list of decisions with filters, and the same as a workbook."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from campaigns.models import Campaign
from campaigns.queries.decisions import KINDS, DecisionFilters, deciders, decision_events, decisions_of
from campaigns.views.moderation_desk import moderators, read_campaign, read_moderator, with_desk
from cms.core.audit_words import VERBS
from cms.core.spreadsheets import xlsx_response

PER_PAGE = 50


def _filters(request: HttpRequest) -> DecisionFilters:
    kind = request.GET.get("was", "")
    try:
        since = date.fromisoformat(request.GET.get("seit", ""))
    except ValueError:
        since = None
    return DecisionFilters(
        campaign=read_campaign(request),
        moderator=read_moderator(request),
        kind=kind if kind in KINDS else "",
        since=since,
    )


def _query(filters: DecisionFilters) -> str:
    values = {
        "kampagne": filters.campaign.slug if filters.campaign else "",
        "wer": str(filters.moderator.key) if filters.moderator else "",
        "was": filters.kind,
        "seit": filters.since.isoformat() if filters.since else "",
    }
    return urlencode({name: value for name, value in values.items() if value})


@moderators
@require_GET
def decisions(request: HttpRequest) -> HttpResponse:
    """The newest decisions first."""
    filters = _filters(request)
    page = Paginator(decision_events(filters), PER_PAGE).get_page(request.GET.get("seite"))
    context = {
        "page": page,
        "rows": decisions_of(page.object_list),
        "filters": filters,
        "query": _query(filters),
        "kinds": [(kind, VERBS[kind]) for kind in KINDS],
        "campaigns": Campaign.objects.order_by("-voting_opens"),
        "deciders": deciders(),
    }
    return render(request, "campaigns/admin/moderation_decisions.html", with_desk(request, **context))


@moderators
@require_GET
def decisions_workbook(request: HttpRequest) -> HttpResponseBase:
    """The same list for a report: no word about authors."""
    header = [_("Zeitpunkt"), _("Wer"), _("Entscheidung"), _("Beitrag"), _("Ort"), _("Kampagne"), _("Begründung")]
    rows = [
        (
            decision.event.happened_at,
            decision.event.actor.name if decision.event.actor else decision.event.actor_label,
            decision.words,
            decision.entry.code if decision.entry else "",
            decision.entry.municipality.label if decision.entry and decision.entry.municipality else "",
            decision.entry.campaign.title if decision.entry else "",
            decision.event.reason,
        )
        for decision in decisions_of(decision_events(_filters(request)))
    ]
    name = f"entscheidungen-{timezone.localdate():%Y-%m-%d}.xlsx"
    return xlsx_response(name, header, rows, title=_("Entscheidungen"))
