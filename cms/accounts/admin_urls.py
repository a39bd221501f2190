"""Addresses of the admin that take the place of Wagtail's own; they come before Wagtail's."""

from __future__ import annotations

from django.urls import path
from wagtail.admin.auth import require_admin_access

from cms.accounts.viewsets import SettingsOfMineView

urlpatterns = [path("account/", require_admin_access(SettingsOfMineView.as_view()))]
