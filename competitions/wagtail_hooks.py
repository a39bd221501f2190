"""Registers what competitions add to the admin; decides nothing."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from cms.core.dashboard import waiting
from competitions.permissions import is_office
from competitions.viewsets import CompetitionSetupGroup
from competitions.waiting import waiting_rows


@hooks.register("register_admin_viewset")
def setup_viewsets() -> CompetitionSetupGroup:
    return CompetitionSetupGroup()


@hooks.register("register_admin_urls")
def office_urls() -> list[URLResolver]:
    return [path("", include("competitions.admin_urls"))]


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
