"""What the campaigns add to the admin."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse
from django.utils import timezone
from django.utils.timesince import timesince
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.viewsets.model import ModelViewSet

from campaigns import queries
from campaigns.permissions import may_moderate, may_run_campaigns
from campaigns.reason_viewset import ReasonTextViewSet
from campaigns.viewsets import CampaignViewSet
from cms.core.dashboard import WaitingRow, waiting


@hooks.register("register_admin_viewset")
def campaign_viewsets() -> list[ModelViewSet]:
    return [CampaignViewSet(), ReasonTextViewSet()]


@hooks.register("register_admin_urls")
def campaign_urls() -> list[URLResolver]:
    return [path("", include("campaigns.admin_urls"))]


class ModerationItem(MenuItem):
    """„Moderation“, for those who moderate."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_moderate(request.user)


@hooks.register("register_admin_menu_item")
def moderation_item() -> ModerationItem:
    return ModerationItem(
        _("Moderation"), reverse("campaigns_moderation"), icon_name="image", order=200, name="moderation"
    )


def _waits_for(since: datetime | None, now: datetime) -> str:
    """„längste Wartezeit: 3 Tage, 2 Stunden“"""
    return _("längste Wartezeit: %(age)s") % {"age": timesince(since, now)} if since else ""


@hooks.register("construct_homepage_panels")
def add_waiting(request: HttpRequest, panels: list[Component]) -> None:
    """Say what waits for moderators and for the office."""
    if may_moderate(request.user):
        now = timezone.now()
        entries = WaitingRow(
            label=_("Fotos zu prüfen"),
            count=queries.queue().count(),
            url=reverse("campaigns_moderation"),
            hint=_waits_for(queries.queue().values_list("submitted_at", flat=True).first(), now),
        )
        reports = WaitingRow(
            label=_("Gemeldete Fotos"),
            count=queries.open_reports().count(),
            url=reverse("campaigns_reports"),
            hint=_waits_for(queries.open_reports().values_list("created_at", flat=True).first(), now),
            urgent=True,
        )
        waiting(panels).add(entries, reports)
    if may_run_campaigns(request.user):
        for campaign in queries.ready_to_publish(now=timezone.now()):
            url = reverse("campaigns_desk", args=[campaign.slug])
            row = WaitingRow(label=_("Ergebnis zu veröffentlichen"), count=1, url=url, hint=campaign.title, urgent=True)
            waiting(panels).add(row)
