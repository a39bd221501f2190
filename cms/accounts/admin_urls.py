"""Addresses of the admin that take the place of Wagtail's own; they come before Wagtail's."""

from __future__ import annotations

from django.urls import path
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.reports.audit_logging import LogEntriesView

from cms.accounts.access import staff_role_required
from cms.accounts.enums import Role
from cms.accounts.viewsets import SettingsOfMineView

# who changed which page is for those who answer for the site; each page shows its own history to its editors
history = staff_role_required(Role.OFFICE)(require_admin_access(LogEntriesView.as_view()))
history_results = staff_role_required(Role.OFFICE)(require_admin_access(LogEntriesView.as_view(results_only=True)))

urlpatterns = [
    path("account/", require_admin_access(SettingsOfMineView.as_view())),
    path("reports/site-history/", history),
    path("reports/site-history/results/", history_results),
]
