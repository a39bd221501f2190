"""Addresses of the platform's reports in the admin."""

from __future__ import annotations

from django.urls import path

from cms.core.views.reports import TrailView, failed_mails, retention_table

urlpatterns = [
    path("reports/protokoll/", TrailView.as_view(), name="core_trail"),
    path("reports/protokoll/results/", TrailView.as_view(results_only=True), name="core_trail_results"),
    path("reports/mails/", failed_mails, name="core_failed_mails"),
    path("reports/aufbewahrung/", retention_table, name="core_retention"),
]
