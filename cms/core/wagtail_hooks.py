"""What the platform itself adds to the admin: three reports, and a row for mails that did not arrive."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from cms.core.dashboard import WaitingRow, waiting
from cms.core.models import OutgoingMail
from cms.core.permissions import may_read_trail


class OfficeMenuItem(MenuItem):
    """Shown to those who may read the reports."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_read_trail(request.user)


@hooks.register("register_admin_urls")
def report_urls() -> list[URLResolver]:
    return [path("", include("cms.core.admin_urls"))]


@hooks.register("register_reports_menu_item")
def trail_item() -> MenuItem:
    return OfficeMenuItem(_("Protokoll"), reverse("core_trail"), name="trail", icon_name="history", order=1500)


@hooks.register("register_reports_menu_item")
def retention_item() -> MenuItem:
    return OfficeMenuItem(_("Aufbewahrung"), reverse("core_retention"), name="retention", icon_name="bin", order=1510)


@hooks.register("register_reports_menu_item")
def mails_item() -> MenuItem:
    url = reverse("core_failed_mails")
    return OfficeMenuItem(_("Mails, die nicht ankamen"), url, name="mails", icon_name="mail", order=1505)


@hooks.register("construct_homepage_panels")
def add_failed_mails(request: HttpRequest, panels: list[Component]) -> None:
    if may_read_trail(request.user):
        count = OutgoingMail.objects.given_up().count()
        label = _("Mails, die nicht ankamen")
        waiting(panels).add(WaitingRow(label=label, count=count, url=reverse("core_failed_mails"), urgent=True))


@hooks.register("construct_reports_menu")
def hide_history(request: HttpRequest, items: list[MenuItem]) -> None:
    """The history of all pages is for those who read the trail."""
    if not may_read_trail(request.user):
        items[:] = [item for item in items if item.name != "site-history"]
