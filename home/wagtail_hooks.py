"""Registers what the pages add to the admin; decides nothing."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.snippets.models import register_snippet

from cms.accounts.enums import Role
from cms.core.dashboard import waiting
from home.checking import warn_about_content
from home.untranslated import offer_german
from home.viewsets import (
    ImageInfoViewSet,
    alliance_group,
    entry_chooser_viewset,
    feedback_viewset,
    members_group,
    newsletter_group,
)
from home.waiting import waiting_rows


@hooks.register("register_admin_viewset")
def register_feedback() -> Any:
    return feedback_viewset


@hooks.register("register_admin_viewset")
def register_entry_chooser() -> Any:
    return entry_chooser_viewset


@hooks.register("register_admin_viewset")
def register_members() -> Any:
    return members_group


@hooks.register("register_admin_viewset")
def register_newsletter() -> Any:
    return newsletter_group


@hooks.register("construct_admin_api", order=100)  # after Wagtail's own of that name
def tell_of_images_without_originals(router: Any) -> None:
    router.register_endpoint("images", ImageInfoViewSet)


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


hooks.register("before_serve_page", offer_german)
hooks.register("after_create_page", warn_about_content)
hooks.register("after_edit_page", warn_about_content)


register_snippet(alliance_group)


class SigningItem(MenuItem):
    """„Unterzeichnungen“, for the office."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_role(Role.OFFICE)


@hooks.register("register_admin_menu_item")
def signing_item() -> SigningItem:
    return SigningItem(_("Unterzeichnungen"), reverse("home_signings"), icon_name="pick", order=240, name="signings")


class RegistrationsItem(MenuItem):
    """„Anmeldungen“, for the office."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_role(Role.OFFICE)


@hooks.register("register_admin_menu_item")
def registrations_item() -> RegistrationsItem:
    url = reverse("home_registrations")
    return RegistrationsItem(_("Anmeldungen"), url, icon_name="group", order=360, name="registrations")


class KnowledgeItem(MenuItem):
    """What those who write share with the office: examples, programmes, data, the credits of pictures."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_role(Role.EDITOR) or request.user.has_role(Role.OFFICE)


@hooks.register("register_admin_menu_item")
def suggestions_item() -> KnowledgeItem:
    url = reverse("home_suggestions")
    return KnowledgeItem(_("Vorgeschlagene Beispiele"), url, icon_name="pick", order=225, name="suggestions")


@hooks.register("register_admin_menu_item")
def programmes_item() -> KnowledgeItem:
    url = reverse("home_programmes")
    return KnowledgeItem(_("Förderprogramme"), url, icon_name="list-ul", order=226, name="programmes")


@hooks.register("register_admin_menu_item")
def data_item() -> KnowledgeItem:
    return KnowledgeItem(_("Daten"), reverse("home_data"), icon_name="table", order=227, name="data")


@hooks.register("register_reports_menu_item")
def credits_item() -> KnowledgeItem:
    return KnowledgeItem(_("Bildnachweise"), reverse("home_credits"), icon_name="image", order=1490, name="credits")


@hooks.register("construct_homepage_panels")
def add_waiting(request: HttpRequest, panels: list[Component]) -> None:
    waiting(panels).add(*waiting_rows(request))
