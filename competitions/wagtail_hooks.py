"""Registers what competitions add to the admin; decides nothing."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from cms.core.dashboard import waiting
from competitions.permissions import is_office
from competitions.views import deciding, office, panel
from competitions.viewsets import CompetitionSetupGroup
from competitions.waiting import waiting_rows

STAGE = "wettbewerbe/<slug:slug>/<int:number>/"


@hooks.register("register_admin_viewset")
def setup_viewsets() -> CompetitionSetupGroup:
    return CompetitionSetupGroup()


@hooks.register("register_admin_urls")
def office_urls() -> list[URLPattern]:
    return [
        path("wettbewerbe/", office.overview, name="competitions_office"),
        path("wettbewerbe/bewerbung/<str:code>/", office.application, name="competitions_application"),
        path("wettbewerbe/datei/<uuid:key>/", office.application_file, name="competitions_application_file"),
        path(STAGE, office.register, name="competitions_register"),
        path(f"{STAGE}jury/", panel.panel, name="competitions_panel"),
        path(f"{STAGE}jury/einladen/", panel.invite, name="competitions_panel_invite"),
        path(f"{STAGE}jury/ausscheiden/", panel.remove, name="competitions_panel_remove"),
        path(f"{STAGE}jury/zuweisen/", panel.assign, name="competitions_panel_assign"),
        path(f"{STAGE}jury/wieder-oeffnen/", panel.reopen, name="competitions_review_reopen"),
        path(f"{STAGE}rangfolge/", deciding.ranking, name="competitions_ranking"),
        path(f"{STAGE}abschliessen/", deciding.close, name="competitions_close"),
        path(f"{STAGE}wieder-oeffnen/", deciding.reopen, name="competitions_reopen"),
        path(f"{STAGE}beratung/", deciding.deliberation, name="competitions_deliberation"),
        path(f"{STAGE}beratung/endgueltig/", deciding.commit, name="competitions_commit"),
    ]


class OfficeMenuItem(MenuItem):
    """Shown to the office alone."""

    def is_shown(self, request: HttpRequest) -> bool:
        return is_office(request.user)


@hooks.register("register_admin_menu_item")
def office_menu_item() -> MenuItem:
    return OfficeMenuItem(
        _("Bewerbungen und Jury"),
        reverse("competitions_office"),
        name="competitions-office",
        icon_name="clipboard-list",
        order=210,
    )


@hooks.register("construct_homepage_panels")
def add_waiting(request: HttpRequest, panels: list[Component]) -> None:
    waiting(panels).add(*waiting_rows(request.user))
