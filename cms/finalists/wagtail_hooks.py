"""Says on the admin's first page that a jury has decided and the campaign may take it over."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.ui.components import Component

from campaigns.models import Finale
from campaigns.permissions import may_run_campaigns
from cms.core.dashboard import WaitingRow, waiting
from cms.finalists.bridge import stage_of


@hooks.register("construct_homepage_panels")
def add_decided(request: HttpRequest, panels: list[Component]) -> None:
    """One row per campaign whose jury is done; what was taken over is silent."""
    if not may_run_campaigns(request.user):
        return
    for finale in Finale.objects.filter(decided_at=None).exclude(stage="").select_related("campaign"):
        stage = stage_of(finale)
        if stage is not None and stage.committed_at is not None:
            url = reverse("campaign_finale", args=[finale.campaign.slug])
            row = WaitingRow(label=_("Jury hat entschieden"), count=1, url=url, hint=finale.campaign.title, urgent=True)
            waiting(panels).add(row)
