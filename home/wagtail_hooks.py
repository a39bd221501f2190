"""Registers what the pages add to the admin; decides nothing."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from cms.accounts.enums import Role
from cms.core.dashboard import waiting
from home.viewsets import entry_chooser_viewset, feedback_viewset
from home.waiting import waiting_rows


@hooks.register("register_admin_viewset")
def register_feedback() -> Any:
    return feedback_viewset


@hooks.register("register_admin_viewset")
def register_entry_chooser() -> Any:
    return entry_chooser_viewset


@hooks.register("register_admin_urls")
def viewpoint_urls() -> list[URLResolver]:
    return [path("", include("home.admin_urls"))]


class ViewpointItem(MenuItem):
    """„Blickpunkte“, for those who write or choose them."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_role(Role.EDITOR) or request.user.has_role(Role.OFFICE)


@hooks.register("register_admin_menu_item")
def viewpoint_item() -> ViewpointItem:
    return ViewpointItem(_("Blickpunkte"), reverse("home_viewpoints"), icon_name="view", order=220, name="viewpoints")


@hooks.register("construct_homepage_panels")
def add_waiting(request: HttpRequest, panels: list[Component]) -> None:
    waiting(panels).add(*waiting_rows(request))
