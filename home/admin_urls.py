"""What the pages add below /verwaltung/."""

from __future__ import annotations

from django.urls import include, path

from cms.accounts.access import staff_role_required
from cms.accounts.enums import Role
from home.views import newsletter_desk, signings, viewpoints
from home.views.credits import CreditsView

editors = staff_role_required(Role.EDITOR, Role.OFFICE)

urlpatterns = [
    path("", include("home.event_admin_urls")),
    path("reports/bildnachweise/", editors(CreditsView.as_view()), name="home_credits"),
    path(
        "reports/bildnachweise/results/", editors(CreditsView.as_view(results_only=True)), name="home_credits_results"
    ),
    path("blickpunkte/", viewpoints.viewpoints, name="home_viewpoints"),
    path("blickpunkte/<str:code>/anlegen/", viewpoints.viewpoint_start, name="home_viewpoint_start"),
    path("unterzeichnungen/", signings.signings, name="home_signings"),
    path("unterzeichnungen/<uuid:key>/", signings.signing, name="home_signing"),
    path("unterzeichnungen/<uuid:key>/aufnehmen/", signings.admit, name="home_signing_admit"),
    path("unterzeichnungen/<uuid:key>/ablehnen/", signings.refuse, name="home_signing_refuse"),
    path("unterzeichnungen/<uuid:key>/urkunde/", signings.office_certificate, name="home_signing_certificate"),
    path("newsletter/ausgabe/<int:pk>/", newsletter_desk.issue, name="home_newsletter_issue"),
    path("newsletter/ausgabe/<int:pk>/mail/", newsletter_desk.issue_html, name="home_newsletter_html"),
    path("newsletter/ausgabe/<int:pk>/test/", newsletter_desk.test, name="home_newsletter_test"),
    path("newsletter/ausgabe/<int:pk>/senden/", newsletter_desk.send, name="home_newsletter_send"),
    path("newsletter/ausgabe/<int:pk>/nachsenden/", newsletter_desk.resume, name="home_newsletter_resume"),
    path("newsletter/adressen.xlsx", newsletter_desk.addresses, name="home_newsletter_addresses"),
    path("", include("home.kompass_admin_urls")),
]
