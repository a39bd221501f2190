"""What the office does with an outcome, below a campaign's page in the admin: print, hand over, report."""

from __future__ import annotations

from django.urls import path

from campaigns.views import handing_over, printing, statistics

urlpatterns = [
    path("urkunden/", printing.certificates, name="campaigns_certificates"),
    path("urkunden/alle/", printing.all_certificates, name="campaigns_certificates_zip"),
    path("urkunden/<slug:key>/", printing.certificate, name="campaigns_certificate"),
    path("presse/", printing.press, name="campaigns_press"),
    path("uebergaben/", handing_over.handovers, name="campaigns_handovers"),
    path("uebergaben/verzeichnis/", handing_over.register, name="campaigns_handover_register"),
    path("uebergaben/<uuid:key>/", handing_over.package, name="campaigns_handover_file"),
    path("statistik/", statistics.statistics, name="campaigns_statistics"),
    path("statistik/tabelle/", statistics.workbook, name="campaigns_statistics_table"),
    path("statistik/bericht/", statistics.report, name="campaigns_report"),
]
